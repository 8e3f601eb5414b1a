"""One press, one effect, for files: with what is written, and afterwards."""

from typing import Any

import pytest
from flask import Flask

from parentapp import crypto
from parentapp.models import Attachment, AttachmentPart, AuditLine, Entry
from tests.access.states import put
from tests.browsing import Browser
from tests.cast import Cast
from tests.files import a_picture
from tests.proofs.apps import at_once, bare_app
from tests.proofs.presses import effects

HUNG = ("attachments.add",)


def counted() -> dict[str, Any]:
    return effects() | {table.__name__: table.select().count() for table in (Attachment, AttachmentPart)}


def forms(cast: Cast) -> dict[str, tuple[str, dict[str, str]]]:
    put(cast, "begun")
    return {
        "a note": (f"/logs/{cast.logs['sofia']}/notes", {"text": "Ringte."}),
        "a concern": (f"/logs/{cast.logs['sofia']}/concerns", {"text": "Sover hun?"}),
        "minutes": (f"/meetings/{cast.meetings['sofia.meeting']}/minutes", {"text": "Enig."}),
        "more": (f"/entries/{cast.entries['sofia.health']}/files", {}),
    }


@pytest.mark.parametrize("name", ["a note", "a concern", "minutes", "more"])
def test_sent_twice_it_hangs_there_once_and_another_file_is_refused(app: Flask, cast: Cast, name: str) -> None:
    (where, fields), key = forms(cast)[name], str(crypto.new_id())
    kari, before = Browser(app, cast.accounts["kari"]), counted()
    first = kari.submit(where, press=key, file_1=a_picture(), caption_1="Planen", **fields)
    done = counted()
    assert {each: done[each] - before[each] for each in ("Attachment", "AttachmentPart")} == {
        "Attachment": 1,
        "AttachmentPart": 1,
    }
    again = kari.submit(where, press=key, file_1=a_picture(), caption_1="Planen", **fields)
    assert (first.status_code, first.headers["Location"]) == (303, again.headers["Location"])
    for other in ({"file_1": a_picture("blue")}, {"caption_1": "En annen"}):
        sent = {"file_1": a_picture(), "caption_1": "Planen", **fields, **other}
        assert kari.submit(where, press=key, **sent).status_code == 409, other
    if name != "more":
        assert kari.submit(where, press=key, **fields).status_code == 409, "without it"
    assert counted() == done


def test_eight_at_once_never_hang_more_there_than_there_is_room_for(cast: Cast) -> None:
    note, per = cast.entries["sofia.note"], cast.accounts["per.aas"]

    def press(_: int) -> int:
        sent = {"file_1": a_picture(), "caption_1": "Planen", "press": str(crypto.new_id())}
        return Browser(bare_app(), per).submit(f"/entries/{note}/files", **sent).status_code

    assert sorted(at_once(8, press)) == [303] * 4 + [422] * 4
    assert Attachment.select().where(Attachment.entry == note).count() == 5
    lines = AuditLine.select().where((AuditLine.thing == note) & (AuditLine.action == "entry:change-own"))
    assert lines.count() == 4
    assert Entry.get_by_id(note).edited_at is None, "its words are the same"
