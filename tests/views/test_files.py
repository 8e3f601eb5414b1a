"""Files on notes, concerns and minutes: chosen in the form or afterwards, shown where the entry is, taken home."""

import io
import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask

from parentapp import clock, documents
from parentapp.domain import attached, attaching, log, private, seen
from parentapp.enums import SeenPage
from parentapp.errors import Conflict, Denied, Hidden
from parentapp.forms import files as forms
from parentapp.models import Attachment, AttachmentPart, AuditLine, Entry, Meeting, Notice, SeenLine, Stafettlogg
from parentapp.views import uploading
from tests.access.states import put
from tests.browsing import Browser, path_of
from tests.cast import Cast
from tests.counting import questions
from tests.files import a_pdf, a_picture, document, files_of, hung
from tests.owning import own

Client = Callable[[str | None], Browser]
GONE = "Filen må du velge på nytt."


@pytest.fixture
def notes(cast: Cast) -> str:
    return f"/logs/{cast.logs['sofia']}/notes"


def newest(cast: Cast) -> Entry:
    return Entry.select().where(Entry.log == cast.logs["sofia"]).order_by(Entry.at.desc(), Entry.id.desc()).get()


def hanging(entry: Entry) -> list[tuple[int, str, str]]:
    rows = Attachment.select().where(Attachment.entry == entry.id).order_by(Attachment.position)
    return [(each.position, each.media_type, each.caption) for each in rows]


def link(file_id: object) -> str:
    return f'href="/files/{file_id}"'


def test_a_pdf_and_a_picture_hang_on_a_note(client: Client, cast: Cast, notes: str) -> None:
    sent = {"file_1": a_pdf(), "caption_1": "Rapporten", "file_3": a_picture(), "caption_3": "Tegningen"}
    assert client("kari").submit(notes, text="Se her.", **sent).status_code == 303
    entry = newest(cast)
    assert hanging(entry) == [(0, "application/pdf", "Rapporten"), (1, "image/jpeg", "Tegningen")]
    for person in ("oksana", "kari", "per.aas"):
        page = client(person).get(f"/logs/{cast.logs['sofia']}").get_data(as_text=True)
        for file in Attachment.select().where(Attachment.entry == entry.id):
            shown = re.search(rf"<a [^>]*{link(file.id)}.*?</a>", page, re.DOTALL)
            assert shown is not None
            assert file.caption in shown[0]
            assert ("Last ned PDF, <bdi>1 kB" in shown[0]) == (file.media_type == "application/pdf")
    assert "Rapport om Sofia" not in page, "its own name"


def test_one_hangs_on_a_concern_and_on_minutes(client: Client, cast: Cast) -> None:
    sent = {"file_1": a_picture(), "caption_1": "Tegningen"}
    assert client("kari").submit(f"/logs/{cast.logs['sofia']}/concerns", text="Sover hun?", **sent).status_code == 303
    assert hanging(newest(cast)) == [(0, "image/jpeg", "Tegningen")]
    meeting = cast.meetings["sofia.meeting"]
    with clock.at(Meeting.get_by_id(meeting).starts + timedelta(minutes=20)):
        sent = {"file_1": a_picture(), "caption_1": "Tavla"}
        assert client("kari").submit(f"/meetings/{meeting}/minutes", text="Enig.", **sent).status_code == 303
        file = Attachment.get(Attachment.entry == newest(cast).id)
        assert link(file.id) in client("oksana").get(f"/meetings/{meeting}").get_data(as_text=True)
        assert "Legg ved fil" in client("kari").get(f"/meetings/{meeting}").get_data(as_text=True)
        assert "Legg ved fil" not in client("lina").get(f"/meetings/{meeting}").get_data(as_text=True)


def test_more_are_hung_there_by_its_author_and_told_of(client: Client, cast: Cast) -> None:
    browser, entry = client("per.aas"), cast.entries["sofia.note"]
    Notice.delete().execute()
    address = f"/entries/{entry}/files"
    assert "Leseplan for våren" in browser.get(address).get_data(as_text=True)
    page = browser.follow(browser.submit(address, file_1=a_picture(), caption_1="Boka")).get_data(as_text=True)
    assert "Det er lagt ved." in page
    assert ">Boka<" in page
    assert [position for position, _, _ in hanging(Entry.get_by_id(entry))] == [0, 1]
    told = {each.account_id for each in Notice.select().where(Notice.thing == entry)}
    assert told == {cast.accounts[name] for name in ("oksana", "kari", "lina")}
    assert "Det er lagt ved." not in client("kari").get(f"/logs/{cast.logs['sofia']}").get_data(as_text=True)


def test_who_a_note_is_kept_from_is_not_told_of_more_on_it(cast: Cast) -> None:
    Notice.delete().execute()
    attaching.add(cast.actor("kari"), cast.entries["amina.hidden"], [hung()])
    told = {each.account_id for each in Notice.select()}
    assert cast.accounts["yusuf"] not in told
    assert cast.accounts["fadumo"] in told


def test_the_form_says_what_is_missing_and_keeps_the_words(client: Client, cast: Cast, notes: str) -> None:
    before = Entry.select().count()
    for sent, said in (
        ({"file_1": a_picture()}, forms.MISSING),
        ({"caption_2": "Rapporten"}, forms.NO_FILE),
        ({"file_1": a_picture(), "caption_1": "å" * 81}, "Det er plass til 80 tegn."),
        ({"file_1": (io.BytesIO(b"<html>"), "rapport.pdf"), "caption_1": "Rapport"}, documents.UNREADABLE),
        ({"file_1": (io.BytesIO(b""), "tom.pdf"), "caption_1": "Rapport"}, documents.UNREADABLE),
    ):
        response = client("kari").submit(notes, text="Ringte mor.", **sent)
        page = response.get_data(as_text=True)
        assert (response.status_code, said in page, "Ringte mor." in page) == (422, True, True), sent
        assert 'class="fold" open' in page
    assert Entry.select().count() == before
    response = client("kari").submit(notes, text="", file_1=a_picture(), caption_1="Boka")
    assert (response.status_code, GONE in response.get_data(as_text=True)) == (422, True)


def test_without_any_the_form_for_more_says_so(client: Client, cast: Cast) -> None:
    response = client("per.aas").submit(f"/entries/{cast.entries['sofia.note']}/files")
    assert response.status_code == 422
    assert forms.NOTHING in response.get_data(as_text=True)


def test_an_ended_session_keeps_the_words_and_says_that_the_file_is_gone(
    client: Client, cast: Cast, notes: str
) -> None:
    browser = client("kari")
    token = browser.token()
    browser.run_out()
    sent = {"text": "Ringte.", "file_1": a_picture(), "caption_1": "Boka", "back": notes}
    assert path_of(browser.submit(notes, token=token, **sent)) == "/login"
    page = client("kari").get(notes).get_data(as_text=True)
    assert all(words in page for words in ("Ringte.", 'value="Boka"', GONE))


def _held(cast: Cast) -> int:
    return sum(each.size for each in Attachment.select().where(Attachment.log == cast.logs["sofia"]))


def test_there_is_room_for_five_on_one_and_for_so_much_in_a_log(
    client: Client, cast: Cast, notes: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    per, entry = cast.actor("per.aas"), cast.entries["sofia.note"]
    attaching.add(per, entry, [hung(f"Nummer {number}") for number in range(3)])
    address, sent = f"/entries/{entry}/files", {f"file_{number}": a_picture() for number in (1, 2)}
    assert client("per.aas").get(address).get_data(as_text=True).count('type="file"') == 1
    response = client("per.aas").submit(address, **sent, caption_1="En", caption_2="To")
    assert (response.status_code, attached.TOO_MANY in response.get_data(as_text=True)) == (422, True)
    attaching.add(per, entry, [hung("Den siste")])
    full = client("per.aas").get(address).get_data(as_text=True)
    assert attached.TOO_MANY in full
    assert 'type="file"' not in full
    assert (
        "Legg ved fil"
        not in client("per.aas").get(f"/logs/{cast.logs['sofia']}?only=notes").text.split("Leseplan")[1][:600]
    )
    monkeypatch.setattr(attached, "ROOM", _held(cast) + 10)
    before = Entry.select().count(), Attachment.select().count()
    concerns, meeting = notes.replace("notes", "concerns"), f"/meetings/{put(cast, 'begun').meetings['sofia.meeting']}"
    for where in (notes, concerns, f"{meeting}/minutes"):
        response = client("kari").submit(where, text="Ringte.", file_1=a_picture(), caption_1="Boka")
        page = response.get_data(as_text=True)
        assert (response.status_code, attached.FULL in page, "Ringte." in page) == (422, True, True), where
    assert (Entry.select().count(), Attachment.select().count()) == before
    attaching.add(cast.actor("kari"), cast.entries["amina.hidden"], [hung("Rom i en annen logg")])


def test_it_is_sent_as_a_file_that_tells_nothing(client: Client, cast: Cast, notes: str) -> None:
    client("kari").submit(notes, text="Se.", file_1=a_picture(), caption_1="Sofia på skolen")
    picture = Attachment.get(Attachment.entry == newest(cast).id)
    for file_id, name, media_type in (
        (files_of(cast)["sofia.note"], "vedlegg.pdf", "application/pdf"),
        (picture.id, "bilde.jpg", "image/jpeg"),
    ):
        answer = client("oksana").get(f"/files/{file_id}", headers={"Accept-Encoding": "gzip"})
        expected = {
            "Content-Type": media_type,
            "Content-Disposition": f'attachment; filename="{name}"',
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
            "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
            "Content-Length": str(Attachment.get_by_id(file_id).size),
        }
        assert {name: answer.headers[name] for name in expected} == expected
        assert "Content-Encoding" not in answer.headers


def test_the_family_reads_who_took_it_home(client: Client, cast: Cast) -> None:
    for person in ("kari", "amina"):
        client(person).get(f"/files/{files_of(cast)['amina.hidden']}")
    kept = SeenLine.select().where(SeenLine.page == SeenPage.FILE_KEPT)
    assert [each.account_id for each in kept] == [cast.accounts["kari"]], "her own reading is nobody's line"
    page = client("fadumo").get(f"/logs/{cast.logs['amina']}/seen").get_data(as_text=True)
    assert "lastet ned en fil" in page
    visits = seen.seen(cast.actor("yusuf"), cast.logs["amina"]).visits
    assert not any(read.page is SeenPage.FILE_KEPT for visit in visits for read in visit.reads)


def test_what_is_kept_from_somebody_keeps_its_files(client: Client, cast: Cast) -> None:
    kari, amina = cast.actor("kari"), cast.actor("amina")
    entry = log.add_note(kari, cast.logs["amina"], "Vi har ringt.", files=[hung()])
    file = Attachment.get(Attachment.entry == entry)
    assert client("yusuf").get(f"/files/{file.id}").status_code == 200
    private.choose(amina, entry, [cast.accounts["yusuf"]])
    assert client("yusuf").get(f"/files/{file.id}").status_code == 404
    assert link(file.id) in client("amina").get(f"/logs/{cast.logs['amina']}/entries/{entry}/private").text


def test_on_what_is_an_adults_own_they_hang_from_the_beginning_or_not_at_all(client: Client, cast: Cast) -> None:
    fadumo = cast.accounts["fadumo"]
    sent = {"text": "Mor har gjeld.", "adult": str(fadumo), "file_1": a_picture(), "caption_1": "Brevet"}
    assert client("kari").submit(f"/logs/{cast.logs['amina']}/notes", **sent).status_code == 303
    file = Attachment.select().order_by(Attachment.at.desc(), Attachment.id).where(Attachment.at == cast.now).get()
    who = {name: client(name).get(f"/files/{file.id}").status_code for name in ("fadumo", "kari", "yusuf", "per.aas")}
    assert who == {"fadumo": 200, "kari": 200, "yusuf": 404, "per.aas": 404}
    assert link(file.id) in client("fadumo").get(f"/logs/{cast.logs['amina']}/entries/{file.entry_id}/own").text
    with pytest.raises(Conflict):
        attaching.add(cast.actor("kari"), own(cast), [hung()])


def test_locked_minutes_and_closed_logs_take_no_more(client: Client, cast: Cast) -> None:
    put(cast, "agreed")
    entry = newest(cast)
    kari = cast.actor("kari")
    attaching.add(kari, entry.id, [hung()])
    with clock.at(cast.now + timedelta(days=9)), pytest.raises(Conflict):
        attaching.add(cast.actor("kari"), entry.id, [hung()])
    with clock.at(cast.now + timedelta(days=9)):
        assert client("kari").get(f"/entries/{entry.id}/files").status_code == 409
    Stafettlogg.update(closed_at=cast.now).where(Stafettlogg.id == cast.logs["sofia"]).execute()
    with pytest.raises(Hidden):
        attaching.add(cast.actor("kari"), entry.id, [hung()])
    assert client("oksana").get(f"/files/{files_of(cast)['sofia.note']}").status_code == 200


def test_nobody_hangs_files_on_anothers(cast: Cast) -> None:
    for person in ("kari", "oksana"):
        with pytest.raises(Denied):
            attaching.add(cast.actor(person), cast.entries["sofia.note"], [hung()])


def test_in_the_log_of_a_protected_child_a_place_is_warned_of(client: Client, cast: Cast) -> None:
    address, sent = f"/logs/{cast.logs['noor']}/notes", {"text": "Se her.", "caption_1": "Kart til Storgata 12"}
    before = Entry.select().count()
    response = client("lina").submit(address, file_1=a_picture(), **sent)
    page = response.get_data(as_text=True)
    assert (response.status_code, Entry.select().count()) == (422, before)
    assert 'name="file_1"' in page
    assert "application/pdf" in page
    assert client("lina").submit(address, file_1=a_picture(), as_it_is="1", **sent).status_code == 303
    assert Attachment.get(Attachment.log == cast.logs["noor"]).caption == sent["caption_1"]


def test_a_heavy_one_lies_in_several_parts_and_dies_with_its_log(client: Client, cast: Cast, notes: str) -> None:
    size = 2 * 2**20 + 512
    entry = log.add_note(cast.actor("kari"), cast.logs["sofia"], "Se.", files=[hung("Stor", size)])
    file = Attachment.get(Attachment.entry == entry)
    rows = AttachmentPart.select().where(AttachmentPart.attachment == file.id).order_by(AttachmentPart.position)
    assert [len(each.part) for each in rows] == [2**20, 2**20, 512]
    assert client("oksana").get(f"/files/{file.id}").get_data() == document(size).body
    assert max(len(bytes(each.part_sealed)) for each in rows) < 2**20 + 100


def test_taking_one_home_asks_few_questions(client: Client, cast: Cast) -> None:
    browser = client("kari")
    with questions() as asked:
        browser.get(f"/files/{files_of(cast)['sofia.note']}")
    assert 0 < len(asked) <= 10


def test_there_is_room_for_files_on_these_forms_and_not_for_more_than_that(
    client: Client, cast: Cast, notes: str
) -> None:
    large = (io.BytesIO(b"%PDF-" + bytes(2**20)), "a.pdf")
    assert client("kari").submit(notes, text="Se.", file_1=large, caption_1="Stor").status_code == 422
    too_much = client("kari").submit(notes, text="Se.", file_1=(io.BytesIO(bytes(uploading.ROOM)), "a.pdf"))
    assert (too_much.status_code, "mindre filer" in too_much.get_data(as_text=True)) == (413, True)


def test_without_a_file_the_note_is_as_short_as_it_was(client: Client, app: Flask, notes: str) -> None:
    page = client("kari").get(notes).get_data(as_text=True)
    assert "<summary>" in page.split("Legg ved fil eller bilde")[0].splitlines()[-1]
    assert client("kari").submit(notes, text="Ringte.").status_code == 303
    assert AuditLine.select().where(AuditLine.action == "note:add").count() > 0
