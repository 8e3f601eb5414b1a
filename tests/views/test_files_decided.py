"""A file takes time and memory to read: it is read only from whoever may hang it there, and each waits their turn."""

from collections.abc import Callable

import pytest

from parentapp import documents
from tests.browsing import Browser
from tests.cast import Cast
from tests.files import a_pdf

Client = Callable[[str | None], Browser]


@pytest.fixture
def notes(cast: Cast) -> str:
    return f"/logs/{cast.logs['sofia']}/notes"


def test_what_a_stranger_sends_is_not_even_looked_at(
    client: Client, cast: Cast, notes: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def looked(sent: object) -> None:
        raise AssertionError("a file was read before it was decided who may send it")

    monkeypatch.setattr(documents, "read", looked)

    def sent(who: str, where: str) -> int:
        return client(who).submit(where, text="Se her.", file_1=a_pdf(), caption_1="Rapporten").status_code

    assert sent("helga", notes) == 404
    assert sent("oksana", notes.replace("notes", "concerns")) == 403
    minutes = f"/meetings/{cast.meetings['sofia.meeting']}/minutes"
    assert sent("helga", minutes) == 404
    assert sent("helga", f"/entries/{cast.entries['sofia.note']}/files") == 404


def test_whoever_waits_too_long_for_their_turn_is_told_so(
    client: Client, notes: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "SECONDS", 0.01)
    with documents._writing:
        answer = client("kari").submit(notes, text="Se her.", file_1=a_pdf(), caption_1="Rapporten")
    assert answer.status_code == 422
    assert "Prøv igjen om et minutt." in answer.get_data(as_text=True)
