"""What all forms share: the key of one press, texts that are safe to keep, errors a person can act on."""

import re
import unicodedata
from collections.abc import Iterator
from functools import partial
from typing import Any
from uuid import UUID

from flask import has_request_context, request
from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from parentapp.i18n import N_

LONGEST_TEXT = 4000  # characters
ROOM = 2  # times the longest: so much may be typed as loose letters and marks, before they are put together
# On one letter, as in Unicode's own stream-safe texts; no writing has more. Sorting them takes time by the square.
MOST_MARKS = 30
HIDDEN_MARKS = "\u0f73\u0f75\u0f81"  # say that they are letters, and come apart into marks
# Direction overrides turn text around invisibly; isolates and marks that writing needs are kept.
OVERRIDES = re.compile("[\u202a-\u202e]")


class Form(FlaskForm):
    """One form. Forged requests are refused for the whole app in views.guarding, not per form."""

    class Meta:
        csrf = False

        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            """What was typed. A file or JSON under a field's name is no text, and is not looked at."""
            typed = request.form if has_request_context() else None
            return typed if typed and formdata is not None else None

    press = HiddenField()

    def press_key(self) -> UUID | None:
        """The key of this press. None (no protection against double presses) only when a page left it out."""
        try:
            return UUID(self.press.data or "")
        except ValueError:
            return None


class PressForm(Form):
    """A button and nothing else."""


def clean(text: str | None, longest: int = LONGEST_TEXT) -> str:
    """The text as we keep it: one form of each letter, plain line ends, no invisible turns, no space around.

    One that is far too long keeps its letters as they were sent: it is only shown again, and refused.
    """
    plain = OVERRIDES.sub("", (text or "").replace("\r\n", "\n").replace("\r", "\n")).strip()
    if len(plain) > ROOM * longest:
        return plain
    return "".join(unicodedata.normalize("NFC", piece) for piece in _pieces(plain))


def _pieces(text: str) -> Iterator[str]:
    """The text, cut where a letter has more marks than any writing has."""
    start = marks = 0
    for at, letter in enumerate(text):
        marks = marks + 1 if unicodedata.combining(letter) or letter in HIDDEN_MARKS else 0
        if marks > MOST_MARKS:
            yield text[start:at]
            start, marks = at, 1
    yield text[start:]


class Readable:
    """A text people can read: something in it, not too long, no control characters."""

    def __init__(self, longest: int, missing: str, too_long: str) -> None:
        self.longest = longest
        self.missing = missing
        self.too_long = too_long

    def __call__(self, form: Any, field: Field) -> None:
        text = field.data or ""
        if len(text) > self.longest:  # first, so that nothing else reads on and on
            raise ValidationError(self.too_long)
        if not any(unicodedata.category(letter)[0] not in "ZC" for letter in text):
            raise ValidationError(self.missing)
        if any(unicodedata.category(letter) in ("Cc", "Cs") and letter != "\n" and letter != "\t" for letter in text):
            raise ValidationError(N_("Teksten har tegn vi ikke kan lese. Skriv den på nytt."))


def text_field(
    label: str, missing: str, *, longest: int = LONGEST_TEXT, too_long: str = N_("Teksten er for lang.")
) -> StringField:
    """A text a person writes."""
    short, readable = partial(clean, longest=longest), Readable(longest, missing, too_long)
    return StringField(label, filters=[short], validators=[readable])


def choice_field(label: str, choices: list[tuple[str, str]], wrong: str, **options: Any) -> SelectField:
    """One of a few. `wrong` is said when something else is sent."""

    def known(form: Any, field: Field) -> None:
        if (field.data or "") not in {value for value, _ in choices}:
            raise ValidationError(wrong)

    shown = [SelectChoice(value, said) for value, said in choices]
    return SelectField(label, choices=shown, validate_choice=False, validators=[known], **options)
