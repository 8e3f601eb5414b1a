"""Translations: asked for by the contact person, seen and stopped by the family, made by somebody registered for it."""

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.domain import about_me, assignments, revising, translating
from parentapp.enums import AboutMeTopic, EntryType, NoticeKind, Relation, TranslationState
from parentapp.errors import Hidden
from parentapp.models import Account, AgendaPoint, Entry, Meeting, Notice, Qualification, SeenLine, Translation
from tests.browsing import Browser
from tests.cast import Cast

Client = Callable[[str | None], Browser]
SOMALI = "Amina si fiican ayay u seexanaysaa."


def form_of(cast: Cast, entry: str) -> str:
    return f"/texts/{cast.entries[entry]}/translations"


def whom(cast: Cast, person: str = "daud", locale: str = "so") -> dict[str, str]:
    until = cast.now.date() + timedelta(days=14)
    return {"whom": f"{locale}.{cast.accounts[person]}", "until": until.isoformat()}


def task_of(cast: Cast, name: str = "amina.goal") -> str:
    return f"/translations/{cast.translations[name]}"


def version_on(page: str) -> str:
    return re.findall(r'name="version" value="(\w+)"', page)[0]


def translate(browser: Browser, address: str, text: str = SOMALI, *, finished: str = "y", **more: str) -> int:
    version = version_on(browser.get(address).get_data(as_text=True))
    return browser.submit(address, **({"text": text, "version": version, "finished": finished} | more)).status_code


def log_of(browser: Browser, cast: Cast, child: str = "amina") -> str:
    return browser.get(f"/logs/{cast.logs[child]}").get_data(as_text=True)


def ask(cast: Cast, entry: str, person: str = "daud", locale: str = "so") -> UUID:
    until = cast.now.date() + timedelta(days=14)
    who = cast.accounts[person]
    return translating.ask(cast.actor("kari"), cast.entries[entry], locale=locale, translator=who, until=until)


def test_from_asking_to_reading(client: Client, cast: Cast) -> None:
    kari, daud, fadumo = client("kari"), client("daud"), client("fadumo")
    assert form_of(cast, "amina.measure") in log_of(kari, cast)
    page = kari.get(form_of(cast, "amina.measure")).get_data(as_text=True)
    assert "Daud Hassan" in page
    assert "Fadumo Ali" in page
    assert kari.submit(form_of(cast, "amina.measure"), **whom(cast)).status_code == 303
    asked = Translation.get(Translation.thing == cast.entries["amina.measure"])
    assert "Daud Hassan oversetter dette nå." in re.sub("<.*?>", "", log_of(fadumo, cast))
    told = fadumo.get(f"/logs/{cast.logs['amina']}/translations").get_data(as_text=True)
    for said in ("Daud Hassan", "statsautorisert translatør", "Fjordvik tolketjeneste", "Kari Nilsen", "Oversettes nå"):
        assert said in told
    listed = daud.get("/assignments").get_data(as_text=True)
    assert "Tiltak" in listed
    assert "Amina" not in listed
    assert translate(daud, f"/translations/{asked.id}", finished="") == 303
    assert SOMALI not in log_of(fadumo, cast)
    assert SOMALI in daud.get(f"/translations/{asked.id}").get_data(as_text=True)
    assert translate(daud, f"/translations/{asked.id}") == 303
    page, original = log_of(fadumo, cast), Entry.get_by_id(cast.entries["amina.measure"]).text
    first = page.index(f'<p lang="so" dir="auto">{SOMALI}</p>')
    assert first < page.index("Oversatt av <bdi>Daud Hassan</bdi>") < page.index(f'<p lang="nb" dir="auto">{original}')
    for reader in ("amina", "kari", "yusuf"):
        assert SOMALI not in log_of(client(reader), cast), "who reads another language has the original"


def test_everywhere_the_words_are_shown(client: Client, cast: Cast) -> None:
    """Log, plan, Hjem's news, «Dette er meg» and lysglimt: the translation, with its language."""
    told = about_me.write(cast.actor("amina"), cast.logs["amina"], AboutMeTopic.LIKE, "Ball.")
    cast.entries["amina.like"] = told
    made = {}
    for number, entry in enumerate(("amina.measure", "amina.lysglimt", "amina.like")):
        made[entry] = f"Qoraal {number}"
        translate(client("daud"), f"/translations/{ask(cast, entry)}", made[entry])
    translate(client("daud"), task_of(cast), "Hadafka")
    fadumo, amina = client("fadumo"), f"/logs/{cast.logs['amina']}"
    for address, there in (
        (f"{amina}/plan", ("Hadafka", made["amina.measure"])),
        (f"{amina}/about-me", (made["amina.like"],)),
        ("/lysglimt", (made["amina.lysglimt"],)),
        ("/notices", (made["amina.measure"], "Hadafka")),
        (amina, (*made.values(), "Hadafka")),
    ):
        page = fadumo.get(address).get_data(as_text=True)
        for text in there:
            assert re.search(rf'lang="so"[^>]*>{text}', page), (address, text)


def test_what_is_under_way_is_not_offered_again(client: Client, cast: Cast) -> None:
    """Fadumo alone reads another language: with the goal under way into it there is nothing to ask for."""
    goal, plan = form_of(cast, "amina.goal"), f"/logs/{cast.logs['amina']}/plan"
    assert goal not in client("kari").get(plan).text
    assert form_of(cast, "amina.measure") in client("kari").get(plan).text
    Account.update(locale="ar").where(Account.id == cast.accounts["yusuf"]).execute()
    assert goal in client("kari").get(plan).text, "into another language it can be asked for"
    Account.update(locale="nb").where(Account.id == cast.accounts["yusuf"]).execute()
    translating.stop(cast.actor("fadumo"), cast.translations["amina.goal"])
    assert goal in client("kari").get(plan).text


def test_a_point_of_an_agenda_stands_translated_where_it_is_read(client: Client, cast: Cast) -> None:
    """On the meeting's page, and for the interpreter of the meeting."""
    Qualification.create(
        account=cast.accounts["daud"], role=Relation.TRANSLATOR, locale="uk", level="translatør", agency="Tolk AS"
    )
    meeting = cast.meetings["sofia.meeting"]
    point = AgendaPoint.get((AgendaPoint.meeting == meeting) & (AgendaPoint.lang == "nb"))
    cast.entries["sofia.point"] = point.id
    assert form_of(cast, "sofia.point") in client("kari").get(f"/meetings/{meeting}").text
    task = ask(cast, "sofia.point", locale="uk")
    assert form_of(cast, "sofia.point") not in client("kari").get(f"/meetings/{meeting}").text
    translate(client("daud"), f"/translations/{task}", "Фізкультура: що допомогло?")
    for person, page in (
        ("oksana", f"/meetings/{meeting}"),
        ("halyna", f"/interpreting/{cast.assignments['sofia.halyna']}"),
    ):
        shown = client(person).get(page).text
        assert "Фізкультура: що допомогло?" in shown, person
        assert "Oversatt av" in shown
        assert point.text in shown, "and what stands there in Norwegian"


def test_out_of_date_at_once_and_never_silently(client: Client, cast: Cast) -> None:
    translate(client("daud"), task_of(cast))
    before = Entry.get_by_id(cast.entries["amina.goal"]).text
    revising.change_text(cast.actor("kari"), cast.entries["amina.goal"], "Amina sover åtte timer.")
    page = log_of(client("fadumo"), cast)
    assert page.index("Amina sover åtte timer.") < page.index("Teksten er endret etter at den ble oversatt.")
    assert page.index("Teksten er endret") < page.index(SOMALI)
    assert "Teksten er endret" in client("daud").get("/assignments").get_data(as_text=True)
    revising.change_text(cast.actor("kari"), cast.entries["amina.goal"], before)
    assert "Teksten er endret" not in log_of(client("fadumo"), cast)


def test_words_changed_under_the_translator_are_shown_and_nothing_typed_is_lost(client: Client, cast: Cast) -> None:
    daud = client("daud")
    version = version_on(daud.get(task_of(cast)).get_data(as_text=True))
    revising.change_text(cast.actor("kari"), cast.entries["amina.goal"], "Amina sover åtte timer.")
    sent = daud.submit(task_of(cast), text=SOMALI, version=version, finished="y")
    page = sent.get_data(as_text=True)
    assert sent.status_code == 409
    assert "Amina sover åtte timer." in page
    assert SOMALI in page
    assert "Teksten er endret mens du skrev." in page
    assert Translation.get_by_id(cast.translations["amina.goal"]).state is TranslationState.ASKED
    assert daud.submit(task_of(cast), text=SOMALI, version=version_on(page), finished="y").status_code == 303
    assert SOMALI in log_of(client("fadumo"), cast)


def test_stopped_it_is_gone_at_once_also_in_an_open_tab(client: Client, cast: Cast) -> None:
    daud = client("daud")
    version = version_on(daud.get(task_of(cast)).get_data(as_text=True))
    assert client("fadumo").submit(f"{task_of(cast)}/stop").status_code == 303
    assert daud.get(task_of(cast)).status_code == 404
    assert daud.submit(task_of(cast), text=SOMALI, version=version, finished="y").status_code == 404
    assert "Ingen oppdrag nå" in daud.get("/assignments").get_data(as_text=True)
    assert "Stoppet" in client("amina").get(f"/logs/{cast.logs['amina']}/translations").get_data(as_text=True)
    assert SOMALI not in log_of(client("fadumo"), cast)
    assert ask(cast, "amina.goal"), "another can be asked for"


@pytest.mark.parametrize(("days", "status"), [(14, 200), (15, 404)])
def test_after_the_last_day_there_is_nothing(client: Client, cast: Cast, days: int, status: int) -> None:
    task = f"/translations/{ask(cast, 'amina.measure')}"
    with clock.at(cast.now + timedelta(days=days)):
        daud = client("daud")
        assert daud.get(task).status_code == status
        assert daud.submit(task, text=SOMALI, version="", finished="y").status_code == (409 if status == 200 else 404)


def test_the_family_reads_when_the_text_was_opened(client: Client, cast: Cast) -> None:
    daud = client("daud")
    daud.get("/assignments")
    assert not SeenLine.select().where(SeenLine.relation == Relation.TRANSLATOR).exists()
    daud.get(task_of(cast))
    page = client("fadumo").get(f"/logs/{cast.logs['amina']}/seen").get_data(as_text=True)
    assert "Daud Hassan" in page
    assert "(oversetter)" in page
    assert "leste i et oppdrag" in page


def test_a_translator_gets_nothing_else_of_the_log(client: Client, cast: Cast) -> None:
    daud, amina = client("daud"), cast.logs["amina"]
    for address in (f"/logs/{amina}", f"/logs/{amina}/plan", f"/logs/{amina}/translations", f"/logs/{amina}/seen"):
        assert daud.get(address).status_code == 404
    assert daud.get("/").headers["Location"] == "/assignments"
    notices = daud.get("/notices").get_data(as_text=True)
    assert "Det er noe nytt om et oppdrag." in notices
    assert "Amina" not in notices


def test_who_is_told(cast: Cast) -> None:
    def told(kind: NoticeKind) -> set[UUID]:
        return {row.account_id for row in Notice.select().where(Notice.kind == kind)}

    people = cast.accounts
    assert told(NoticeKind.ASSIGNMENT) == {people["daud"], people["halyna"]}
    assert told(NoticeKind.TRANSLATION_ASKED) == {people[name] for name in ("amina", "fadumo", "yusuf")}
    daud, task = cast.actor("daud"), cast.translations["amina.goal"]
    version = assignments.task(daud, task).source.version
    for finished in (False, True, True):
        assert told(NoticeKind.TRANSLATION) == set() or finished
        assignments.save(daud, task, SOMALI, version=version, finished=finished)
    assert told(NoticeKind.TRANSLATION) == {people["fadumo"]}
    assert Notice.select().where(Notice.kind == NoticeKind.TRANSLATION).count() == 1


def test_a_log_at_rest_has_nothing_to_translate(client: Client, cast: Cast) -> None:
    client("fadumo").submit(f"/consents/{cast.requests['amina.log']}/answer", answer="no")
    assert client("daud").get(task_of(cast)).status_code == 404


def test_a_point_of_an_agenda_too(client: Client, cast: Cast) -> None:
    kari, amina = cast.accounts["kari"], cast.logs["amina"]
    row = {"log": amina, "author": kari, "lang": "nb", "at": cast.now}
    entry = Entry.create(type=EntryType.MEETING, kind="meetings", text="Hvordan går det?", **row)
    meeting = Meeting.create(entry=entry.id, log=amina, starts=cast.now, ends=cast.now)
    cast.entries["amina.point"] = AgendaPoint.create(meeting=meeting.id, text="Treninga i vår.", **row).id
    task = f"/translations/{ask(cast, 'amina.point')}"
    page = client("daud").get(task).get_data(as_text=True)
    assert "Treninga i vår." in page
    assert "Hvordan går det?" not in page
    assert "Punkt på sakslista" in page
    line = SeenLine.select().where(SeenLine.relation == Relation.TRANSLATOR).get()
    assert UUID(bytes=bytes(line.things)) == entry.id
    assert "Punkt på sakslista" in client("fadumo").get(f"/logs/{amina}/translations").get_data(as_text=True)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"whom": ""}, "Velg språk og oversetter."),
        ({"whom": "so.daud"}, "Velg språk og oversetter."),
        ({"until": "2026-03-09"}, "Velg en dag fra i dag og 60 dager fram."),
        ({"until": "2026-05-10"}, "Velg en dag fra i dag og 60 dager fram."),
        ({"until": "31. mars"}, "Velg en dag."),
    ],
)
def test_what_is_missing_is_said_and_the_rest_is_kept(
    client: Client, cast: Cast, wrong: dict[str, str], error: str
) -> None:
    sent = client("kari").submit(form_of(cast, "amina.measure"), **(whom(cast) | wrong))
    page = sent.get_data(as_text=True)
    assert sent.status_code == 422
    assert error in page
    assert "checked" in page or "whom" in wrong
    assert whom(cast)["until"] in page or "until" in wrong
    assert Translation.select().count() == 1


def test_too_long_is_said_and_kept(client: Client, cast: Cast) -> None:
    for text, error in (("x" * 8001, "Teksten er for lang."), (" ", "Skriv oversettelsen.")):
        page = client("daud").submit(task_of(cast), text=text, version="x", finished="y").get_data(as_text=True)
        assert error in page
        assert text.strip() in page


def test_words_everybody_uses_are_at_hand(client: Client, cast: Cast) -> None:
    revising.change_text(cast.actor("kari"), cast.entries["amina.goal"], "Vi ser på tiltakene i et møte.")
    page = client("daud").get(task_of(cast)).get_data(as_text=True)
    assert '<bdi lang="nb">tiltak</bdi>' in page
    assert "Ingen fagperson har lest dem ennå." in page


def test_registered_no_longer_there_is_no_list(client: Client, cast: Cast) -> None:
    Qualification.delete().where(Qualification.account == cast.accounts["daud"]).execute()
    assert client("daud").get(task_of(cast)).status_code == client("daud").get("/assignments").status_code == 404
    with pytest.raises(Hidden):
        assignments.task(cast.actor("daud"), cast.translations["amina.goal"])
