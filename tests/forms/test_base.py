"""The shape of input: each letter gets one form at small cost, whatever is sent; only what was typed is looked at."""

import io
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from parentapp.forms import base
from parentapp.forms.accounts import LONGEST_NAME, LoginForm
from parentapp.forms.base import HIDDEN_MARKS, LONGEST_TEXT, MOST_MARKS, Form, clean
from parentapp.forms.log import NoteForm

ACUTE, BELOW = "\u0301", "\u0316"  # marks that must change places, each with each
ORDINARY = (
    "Å være på øya, à la carte.",
    "Tiếng Việt có nhiều dấu thanh.",
    "أَهْلًا وَسَهْلًا بِكُمْ",
    "Добрий день! Їжак та ґава.",
    "हिन्दी में लिखा हुआ",
    "한국어로 쓴 글",
    "ትግርኛ ጽሑፍ",
    "👩\u200d👧\u200d👦 ❤\ufe0f",
)
WORST = {
    "marks": ACUTE * (LONGEST_TEXT // 2) + BELOW * (LONGEST_TEXT // 2),
    "marks on a letter": "a" + ACUTE * (LONGEST_TEXT // 2) + BELOW * (LONGEST_TEXT // 2 - 1),
    "hidden marks": HIDDEN_MARKS[0] * LONGEST_TEXT,
    "marks in pairs": "\u0344" * (LONGEST_TEXT // 2) + BELOW * (LONGEST_TEXT // 2),
}


class Counting:
    """The library's tables of letters, with what it is given to put in order."""

    category, combining = staticmethod(unicodedata.category), staticmethod(unicodedata.combining)

    def __init__(self) -> None:
        self.given: list[str] = []

    def normalize(self, form: Any, text: str) -> str:
        self.given.append(text)
        return unicodedata.normalize(form, text)


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> Counting:
    counted = Counting()
    monkeypatch.setattr(base, "unicodedata", counted)
    return counted


@pytest.fixture
def app() -> Flask:
    made = Flask("forms")
    made.config["SECRET_KEY"] = "of a test"
    return made


def sent(app: Flask, kind: type[Form], **request: Any) -> Any:
    with app.test_request_context("/", method="POST", **request):
        form = kind()
        form.validate()
        return form


@pytest.mark.parametrize("length", [LONGEST_NAME + 1, 2 * LONGEST_NAME, 2 * LONGEST_NAME + 1, 80_000])
@pytest.mark.parametrize("letters", ["x", ACUTE, HIDDEN_MARKS[0], "a\u030a", "한"])
def test_what_is_too_long_is_never_put_in_order_and_is_shown_again_whole(
    app: Flask, counting: Counting, letters: str, length: int
) -> None:
    text = (letters * length)[: length - 1] + BELOW
    form = sent(app, LoginForm, data={"username": text, "password": "x"})
    assert sum(map(len, counting.given)) <= 2 * LONGEST_NAME
    assert parts(form.username.data) == parts(text)
    assert length <= 2 * LONGEST_NAME or form.username.data == text
    long_still = len(form.username.data) > LONGEST_NAME  # not if its parts made up so few letters
    assert list(form.username.errors) == ["Teksten er for lang."] * long_still


@pytest.mark.parametrize("text", WORST.values(), ids=WORST)
def test_marks_are_put_in_order_only_a_letters_worth_at_a_time(counting: Counting, text: str) -> None:
    cleaned = clean(text)
    assert sum(map(len, counting.given)) == len(text)
    assert max(map(longest_run, counting.given)) <= 2 * MOST_MARKS
    assert parts(cleaned) == parts(text), "nothing is lost"


def parts(text: str) -> list[str]:
    """The letters and marks it is made of, in whatever order."""
    return sorted(part for letter in text for part in unicodedata.normalize("NFD", letter))


def longest_run(text: str) -> int:
    """How many marks follow each other, once the letters are taken apart."""
    longest = run = 0
    for letter in unicodedata.normalize("NFD", text):
        run = run + 1 if unicodedata.combining(letter) else 0
        longest = max(longest, run)
    return longest


def test_every_mark_is_known_for_one() -> None:
    every = (chr(number) for number in range(0x110000) if not 0xD800 <= number < 0xE000)
    hidden = [letter for letter in every if not unicodedata.combining(letter) and comes_apart_into_marks(letter)]
    assert "".join(hidden) == HIDDEN_MARKS


def comes_apart_into_marks(letter: str) -> bool:
    return bool(unicodedata.combining(unicodedata.normalize("NFD", letter)[0]))


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_text_gets_one_form_however_it_was_typed(text: str) -> None:
    one = unicodedata.normalize("NFC", text)
    assert clean(one) == clean(unicodedata.normalize("NFD", text)) == one


def test_a_text_typed_in_loose_letters_and_marks_may_be_as_long_as_any(app: Flask) -> None:
    form = sent(app, NoteForm, data={"text": "a\u030a" * LONGEST_TEXT})
    assert not form.errors
    assert form.text.data == "å" * LONGEST_TEXT
    assert sent(app, NoteForm, data={"text": "a\u030a" * LONGEST_TEXT + "x"}).errors


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("en\r\nto\rtre", "en\nto\ntre"),
        (" \u202efeil vei\u202c ", "feil vei"),
        ("\u202a  inni  \u202c", "inni"),
        ("\u2067عيد\u2069", "\u2067عيد\u2069"),
        (None, ""),
    ],
)
def test_lines_turns_and_space_around(typed: str | None, kept: str) -> None:
    assert clean(typed) == kept


def files(*names: str) -> dict[str, Any]:
    return {name: (io.BytesIO(b"00000000-0000-0000-0000-000000000000"), "a.txt") for name in names}


def test_a_file_under_a_fields_name_is_not_looked_at(app: Flask) -> None:
    form = sent(app, LoginForm, data={"password": "x", **files("username", "press")})
    assert form.username.data == ""
    assert list(form.username.errors) == ["Skriv brukernavnet ditt."]
    assert form.press_key() is None
    assert form.password.data == "x"


@pytest.mark.parametrize("said", [[1, 2], {"username": 5, "password": {}}, {"username": "a", "password": "b"}, "x"])
def test_json_is_no_form(app: Flask, said: object) -> None:
    assert set(sent(app, LoginForm, json=said).errors) == {"username", "password"}


def forms() -> Iterator[Form]:
    yield LoginForm()
    yield LoginForm(formdata=None)
    yield LoginForm(formdata=None, data={})


def test_a_form_of_no_request_is_empty(app: Flask) -> None:
    with app.app_context():
        assert [form.username.data for form in forms()] == [""] * 3
