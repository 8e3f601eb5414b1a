"""«Kort fortalt»: label and value, in any language, of no more than its reader may see."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from parentapp import clock
from parentapp.access.sight import look
from parentapp.crypto import lookup_hash
from parentapp.db import transaction
from parentapp.domain import absences, consents, evaluating, log, plan, questions, revising, summary
from parentapp.domain.summary import Summary
from parentapp.enums import Answer, EntryType, Kind, Outcome, Relation, TranslationState
from parentapp.models import Entry, LastVisit, Meeting, SeenLine, Subject, Translation
from tests import counting
from tests.browsing import Browser
from tests.cast import Cast

Client = Callable[[str | None], Browser]
DAY = timedelta(days=1)


def page_of(browser: Browser, cast: Cast, child: str, query: str = "") -> str:
    response = browser.get(f"/logs/{cast.logs[child]}/summary{query}")
    assert response.status_code == 200
    return response.get_data(as_text=True)


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def made(cast: Cast, who: str, child: str, locale: str = "nb") -> Summary:
    return summary.summary(cast.actor(who), cast.logs[child], locale).summary


def meets(cast: Cast, child: str, days: int, place: str = "Fjordvik skole, rom 2") -> Meeting:
    """A meeting so many days from now, as the contact person would call it."""
    kari, starts = cast.actor("kari"), cast.now + days * DAY
    entry = Entry.create(
        log=cast.logs[child], type=EntryType.MEETING, kind=Kind.MEETINGS, author=kari.account_id,
        author_unit=cast.units["health"], text="Vi ser på gymmen.", lang="nb", at=cast.now,
    )  # fmt: skip
    span = {"starts": starts, "ends": starts + timedelta(hours=1)}
    row: Meeting = Meeting.create(entry=entry.id, log=cast.logs[child], place=place, **span)
    return row


def translated(cast: Cast, entry: str, text: str, of: str, state: TranslationState) -> None:
    """A translation into Arabic of those words."""
    Translation.create(
        log=cast.logs["sofia"], thing=cast.entries[entry], field="text", locale="ar", state=state, text=text,
        digest=lookup_hash("translated text", of), translator=cast.accounts["daud"], until=cast.today,
        qualification="translatør", agency="Tolk AS",
        asked_by=cast.accounts["kari"], asked_at=cast.now, written_at=cast.now,
    )  # fmt: skip


def test_who_what_when_and_whether_it_helps_stand_as_label_and_value(client: Client, cast: Cast) -> None:
    evaluating.evaluate(cast.actor("oksana"), cast.entries["sofia.measure"], Outcome.WORSE, "Hun gruer seg.")
    with clock.at(cast.now + timedelta(minutes=3)):
        evaluating.evaluate(cast.actor("oksana"), cast.entries["sofia.measure"], Outcome.BETTER, "Det går bedre.")
    page = text_of(page_of(client("oksana"), cast, "sofia", "?locale=nb"))
    for said in (
        "Kontaktperson Kari Nilsen", "Foresatte Oksana Bondarenko", "Hvem gjør det Per Aas", "Slik går det I gang",
        "Hjelper det? Foresatte Det hjelper Det går bedre.", "Hvem ser hva Fjordvik skole",
    ):  # fmt: skip
        assert said in page
    assert "Hun gruer seg." not in page


def test_who_answers_while_the_contact_person_is_away(client: Client, cast: Cast) -> None:
    absences.go_away(cast.actor("kari"), cast.today, cast.today + 3 * DAY)
    page = text_of(page_of(client("oksana"), cast, "sofia", "?locale=nb"))
    assert "Borte til og med Fredag 13." in page
    assert "Svarer så lenge Lina Moe" in page
    assert "000 00" not in page  # no phone numbers: interpreters read it too


def test_one_page_in_another_language_for_this_once(client: Client, cast: Cast) -> None:
    page = page_of(client("oksana"), cast, "sofia", "?locale=ar")
    assert '<html lang="nb" dir="ltr"' in page
    block = page[page.index('data-summary="ar"') - 60 :]
    assert 'lang="ar" dir="rtl"' in block
    assert "(tiltak)" in block
    assert 'lang="nb" dir="auto">Sofia har minst én' in block
    assert "لغة النص الأصلي" in block
    assert '<html lang="nb"' in page_of(client("oksana"), cast, "sofia")
    assert client("oksana").get(f"/logs/{cast.logs['sofia']}/summary?locale=xx").status_code == 404


def test_a_service_gets_what_its_kinds_cover(cast: Cast) -> None:
    meets(cast, "amina", 3)
    revising.change_text(cast.actor("kari"), cast.entries["amina.goal"], "Amina sover om natta.")
    for who, helpers in (("kari", {"Lina Moe", "Per Aas"}), ("per.aas", {"Per Aas"})):
        found = made(cast, who, "amina")
        assert {each.person.name for each in found.people if each.unit} == helpers
        assert found.sees is None
        assert found.areas
    assert made(cast, "amina", "amina").meeting is not None
    kari = made(cast, "kari", "amina")
    with transaction():
        sight = look(cast.actor("kari"), cast.logs["amina"])
        assert (kari.meeting is not None) is (Kind.MEETINGS in sight.kinds(kari.log))


def test_without_a_yes_to_the_plan_there_is_no_plan(cast: Cast) -> None:
    consents.answer(cast.actor("oksana"), cast.requests["sofia.school"], Answer.NO)
    kari = cast.actor("kari")
    asked = questions.ask(
        kari,
        cast.logs["sofia"],
        unit=cast.units["school"],
        kinds=frozenset({Kind.LYSGLIMT}),
        purpose="x",
        child_view="x",
    )
    consents.answer(cast.actor("oksana"), asked, Answer.YES)
    found = made(cast, "per.aas", "sofia")
    assert (found.areas, found.concerns, found.entries) == ((), (), [])
    assert [each.unit for each in made(cast, "kari", "sofia").people if each.person.relation is Relation.GUARDIAN] == [
        None
    ]


def test_the_next_meeting_and_for_a_protected_child_no_place(client: Client, cast: Cast) -> None:
    meets(cast, "sofia", 9)
    past, coming = meets(cast, "sofia", -2), meets(cast, "sofia", 1, "Biblioteket")
    found = made(cast, "oksana", "sofia").meeting
    assert found is not None
    assert (found.starts, found.place) == (coming.starts, "Biblioteket")
    assert past.starts < cast.now
    page = text_of(page_of(client("oksana"), cast, "sofia", "?locale=nb"))
    assert "Neste møte Onsdag 11." in page
    assert "Møtet handler om Vi ser på gymmen." in page
    Subject.update(protected=True).execute()
    assert "Biblioteket" not in page_of(client("oksana"), cast, "sofia")
    Meeting.update(cancelled_at=cast.now).execute()
    assert "Ikke avtalt ennå" in page_of(client("oksana"), cast, "sofia")


def test_what_is_new_since_the_last_visit_stays_for_the_rest_of_the_day(cast: Cast) -> None:
    assert made(cast, "oksana", "sofia").since is None
    with clock.at(cast.now + DAY):
        log.add_note(cast.actor("kari"), cast.logs["sofia"], "Ringte om koret.")
        revising.change_text(cast.actor("kari"), cast.entries["sofia.goal"], "Sofia har to venner.")
    for hours in (26, 30):
        with clock.at(cast.now + timedelta(hours=hours)):
            found = made(cast, "oksana", "sofia")
            assert found.since == cast.now
            assert [each.text for each in found.changes] == ["Ringte om koret.", "Sofia har to venner."]
    with clock.at(cast.now + 2 * DAY):
        found = made(cast, "oksana", "sofia")
        assert (found.since, found.changes) == (cast.now + timedelta(hours=30), ())
    assert LastVisit.select().count() == 1


def test_ones_own_words_are_no_news(cast: Cast) -> None:
    made(cast, "kari", "sofia")
    with clock.at(cast.now + DAY):
        log.add_note(cast.actor("kari"), cast.logs["sofia"], "Ringte.")
        assert made(cast, "kari", "sofia").changes == ()


def test_a_translation_that_fits_stands_there_and_the_original_behind_it(client: Client, cast: Cast) -> None:
    goal = Entry.get_by_id(cast.entries["sofia.goal"])
    translated(cast, "sofia.goal", "صوفيا لديها صديقة.", goal.text, TranslationState.FINISHED)
    translated(cast, "sofia.measure", "قديم", "Noe helt annet.", TranslationState.FINISHED)
    page = page_of(client("oksana"), cast, "sofia", "?locale=ar")
    assert "صوفيا لديها صديقة." in page
    assert goal.text in page
    assert "قديم" not in page
    assert "صوفيا" not in page_of(client("oksana"), cast, "sofia", "?locale=nb")
    Translation.update(state=TranslationState.DRAFT).execute()
    assert "صوفيا" not in page_of(client("oksana"), cast, "sofia", "?locale=ar")


def test_it_is_written_down_who_read_it_and_no_more_is_read_for_somebody_else(cast: Cast) -> None:
    SeenLine.delete().execute()
    made(cast, "per.aas", "sofia")
    assert [line.page.value for line in SeenLine.select()] == ["summary"]
    with transaction(), counting.questions() as asked:
        sight = look(cast.actor("oksana"), cast.logs["sofia"])
        found = summary.summary_for(sight, sight.log(cast.logs["sofia"]), ["nb", "ar"])
    assert {each.id for each in found.entries} == {each.id for each in made(cast, "oksana", "sofia").entries}
    assert not [each for each in asked if each.startswith(("INSERT", "UPDATE"))]


@pytest.mark.parametrize(("who", "child"), [("oksana", "sofia"), ("kari", "amina"), ("silje", "elias")])
def test_the_way_there_from_the_log(client: Client, cast: Cast, who: str, child: str) -> None:
    page = client(who).get(f"/logs/{cast.logs[child]}").get_data(as_text=True)
    assert f"/logs/{cast.logs[child]}/summary" in page
    assert "/summary" not in client("erik").get(f"/logs/{cast.logs['sofia']}").get_data(as_text=True)


def test_the_way_there_from_hjem_and_mer(client: Client, cast: Cast) -> None:
    for address in ("/", "/more"):
        assert f"/logs/{cast.logs['sofia']}/summary" in client("oksana").get(address).get_data(as_text=True)
        assert "/summary" not in client("erik").get(address).get_data(as_text=True)


def test_nothing_but_the_plan_grows_with_the_log(cast: Cast) -> None:
    for number in range(20):
        with clock.at(cast.now - timedelta(minutes=20 - number)):
            log.add_concern(cast.actor("kari"), cast.logs["sofia"], f"Lurer på {number}.")
        plan.add_goal(cast.actor("kari"), cast.logs["sofia"], f"Mål {number}.", life_area_of(number))
    found = made(cast, "oksana", "sofia")
    assert [each.text for each in found.concerns][1:] == ["Lurer på 18.", "Lurer på 19."]
    assert [part.area for part in found.areas] == list(summary.LifeArea)


def life_area_of(number: int) -> summary.LifeArea:
    return list(summary.LifeArea)[number % len(summary.LifeArea)]
