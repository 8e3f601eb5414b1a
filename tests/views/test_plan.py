"""The plan: who does what until when, whether it helps, and nothing lost by changing it."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from parentapp import clock
from parentapp.domain import evaluating, log, plan_page, private, revising
from parentapp.enums import EntryType, MeasureStatus, Outcome, Voice
from parentapp.models import Entry, Evaluation, Measure, Notice, Revision
from tests.browsing import Browser
from tests.cast import Cast

Client = Callable[[str | None], Browser]


def plan_of(cast: Cast, child: str) -> str:
    return f"/logs/{cast.logs[child]}/plan"


def at_measure(cast: Cast, child: str, what: str) -> str:
    return f"/logs/{cast.logs[child]}/measures/{cast.entries[f'{child}.measure']}/{what}"


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_child_parent_and_professional_stand_side_by_side(client: Client, cast: Cast) -> None:
    for who, outcome, text in (
        ("amina", "better", "Jeg sover."),
        ("fadumo", "same", ""),
        ("kari", "too_early", "Vent."),
    ):
        sent = client(who).submit(at_measure(cast, "amina", "evaluations"), outcome=outcome, text=text)
        assert sent.status_code == 303
    page = text_of(client("yusuf").get(plan_of(cast, "amina")).get_data(as_text=True))
    order = [
        page.index(said) for said in ("Barnet eller ungdommen Det hjelper", "Foresatte Det er likt", "Hjelpere For")
    ]
    assert order == sorted(order)
    assert "Jeg sover." in page
    assert {row.voice for row in Evaluation.select()} >= set(Voice)


def test_a_later_word_stands_before_the_earlier_one(client: Client, cast: Cast) -> None:
    measure = cast.entries["sofia.measure"]
    evaluating.evaluate(cast.actor("oksana"), measure, Outcome.WORSE, "Det var vondt.")
    with clock.at(cast.now + timedelta(minutes=5)):
        evaluating.evaluate(cast.actor("oksana"), measure, Outcome.BETTER, "Nå går det.")
        page = plan_page.plan(cast.actor("oksana"), cast.logs["sofia"])
    part = next(each for goal in page.goals for each in goal.measures if each.entry.id == measure)
    assert [each.text for each in part.latest] == ["Nå går det."]
    assert [each.text for each in part.before] == ["Det var vondt."]


def test_what_is_written_stays_when_no_answer_was_chosen(client: Client, cast: Cast) -> None:
    sent = client("oksana").submit(at_measure(cast, "sofia", "evaluations"), text="Hun gruer seg.", outcome="xx")
    page = sent.get_data(as_text=True)
    assert sent.status_code == 422
    assert "Velg et av svarene." in page
    assert "Hun gruer seg." in page
    assert not Evaluation.select().count()


@pytest.mark.parametrize("status", [MeasureStatus.DONE, MeasureStatus.STOPPED])
def test_a_measure_that_has_ended_takes_no_answer_and_no_new_day(
    client: Client, cast: Cast, status: MeasureStatus
) -> None:
    revising.set_status(cast.actor("kari"), cast.entries["sofia.measure"], status)
    before = Entry.select().count()
    for what, said in (("evaluations", {"outcome": "better", "text": "Fint."}), ("look-at", {"weeks": "2"})):
        sent = client("oksana").submit(at_measure(cast, "sofia", what), **said)
        assert sent.status_code == 409
        assert "Dette tiltaket er avsluttet." in sent.get_data(as_text=True)
    assert Entry.select().count() == before


@pytest.mark.parametrize("what", ["evaluations", "child"])
def test_without_an_answer_too_what_was_typed_of_one_that_has_ended_is_given_back(
    client: Client, cast: Cast, what: str
) -> None:
    revising.set_status(cast.actor("kari"), cast.entries["sofia.measure"], MeasureStatus.DONE)
    response = client("kari").submit(at_measure(cast, "sofia", what), text="Hun ler mer nå.", outcome="")
    assert (response.status_code, "Hun ler mer nå." in response.get_data(as_text=True)) == (409, True)


def test_an_overdue_measure_gets_a_new_day_in_one_tap_and_the_old_one_stays(client: Client, cast: Cast) -> None:
    page = client("amina").get(plan_of(cast, "amina")).get_data(as_text=True)
    assert "Vi skulle sett på dette" in page
    was = Measure.get(Measure.entry == cast.entries["amina.measure"]).look_at
    assert client("amina").submit(at_measure(cast, "amina", "look-at"), weeks="4").status_code == 303
    now = Measure.get(Measure.entry == cast.entries["amina.measure"])
    assert now.look_at == cast.now.date() + timedelta(weeks=4)
    assert [row.look_at for row in Revision.select().where(Revision.entry == cast.entries["amina.measure"])] == [was]
    page = client("fadumo").get(plan_of(cast, "amina")).get_data(as_text=True)
    assert "Slik sto det før" in page


@pytest.mark.parametrize(
    ("said", "error"),
    [({"look_at": "2026-03-10"}, "Velg en dag som kommer."), ({"weeks": "99"}, "Velg en dag."), ({}, "Velg en dag.")],
)
def test_a_day_that_has_been_or_none_is_refused(client: Client, cast: Cast, said: dict[str, str], error: str) -> None:
    sent = client("kari").submit(at_measure(cast, "sofia", "look-at"), **said)
    assert sent.status_code == 422
    assert error in sent.get_data(as_text=True)
    assert not Revision.select().count()


def test_earlier_words_are_read_by_the_family(client: Client, cast: Cast) -> None:
    goal = cast.entries["sofia.goal"]
    before = Entry.get_by_id(goal).text
    address = f"/logs/{cast.logs['sofia']}/entries/{goal}/words"
    assert before in client("kari").get(address).get_data(as_text=True)
    assert client("kari").submit(address, text="Sofia har noen å være med.").status_code == 303
    page = client("oksana").get(plan_of(cast, "sofia")).get_data(as_text=True)
    assert "Sofia har noen å være med." in page
    assert before in page
    assert client("kari").submit(address, text="Sofia har noen å være med.").status_code == 303
    assert Revision.select().count() == 1


def test_one_changes_ones_own_note_and_nobody_elses(cast: Cast) -> None:
    note = log.add_note(cast.actor("per.aas"), cast.logs["sofia"], "Ringte i dag.")
    revising.change_text(cast.actor("per.aas"), note, "Ringte i går.")
    assert [row.text for row in Revision.select().where(Revision.entry == note)] == ["Ringte i dag."]
    with pytest.raises(revising.Denied):
        revising.change_text(cast.actor("kari"), note, "Ringte ikke.")


def test_what_is_said_of_a_hidden_measure_is_hidden_too(client: Client, cast: Cast) -> None:
    """Amina keeps the measure from her father: he learns neither of it, nor of what is said of it, nor is he told."""
    measure, yusuf = cast.entries["amina.measure"], cast.accounts["yusuf"]
    private.choose(cast.actor("amina"), measure, [yusuf])
    said = evaluating.evaluate(cast.actor("amina"), measure, Outcome.WORSE, "Han vet ikke noe.")
    assert not Notice.select().where((Notice.account == yusuf) & (Notice.thing == said)).exists()
    for address in (plan_of(cast, "amina"), f"/logs/{cast.logs['amina']}", "/notices"):
        assert "Han vet ikke noe." not in client("yusuf").get(address).get_data(as_text=True)
        assert "Han vet ikke noe." in client("fadumo").get(address).get_data(as_text=True)
    assert client("yusuf").submit(at_measure(cast, "amina", "evaluations"), outcome="same").status_code == 404


def test_a_new_goal_and_a_measure_with_its_owner(client: Client, cast: Cast) -> None:
    kari, sofia = client("kari"), f"/logs/{cast.logs['sofia']}"
    kari.submit(f"{sofia}/goals", text="Sofia sover godt.", life_area="home")
    goal = Entry.select().where(Entry.type == EntryType.GOAL).order_by(Entry.at.desc()).first()
    address = f"{sofia}/goals/{goal.id}/measures"
    form = kari.get(address).get_data(as_text=True)
    assert "Oksana Bondarenko" in form
    assert "Erik Solberg" not in form
    assert "Ingrid Moe" not in form
    said = {"text": "Lese en bok.", "starts": "2026-03-10", "look_at": "2026-04-10"}
    sent = kari.submit(address, **said, owner=str(cast.accounts["oksana"]))
    assert sent.status_code == 303
    page = text_of(client("oksana").get(plan_of(cast, "sofia")).get_data(as_text=True))
    assert "Lese en bok. Hvem: Du" in page


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"owner": ""}, "Velg hvem som gjør det."),
        ({"text": " "}, "Velg et forslag, eller skriv hva dere skal gjøre."),
        ({"look_at": "2026-03-01"}, "Velg en dag som ikke er før det begynner."),
        ({"look_at": "31. februar"}, "Velg en dag."),
    ],
)
def test_what_is_missing_is_said_and_the_rest_is_kept(
    client: Client, cast: Cast, wrong: dict[str, str], error: str
) -> None:
    address = f"/logs/{cast.logs['sofia']}/goals/{cast.entries['sofia.goal']}/measures"
    said = {
        "text": "Gå en tur.",
        "starts": "2026-03-10",
        "look_at": "2026-04-10",
        "owner": str(cast.accounts["oksana"]),
    }
    sent = client("kari").submit(address, **(said | wrong))
    page = sent.get_data(as_text=True)
    assert sent.status_code == 422
    assert error in page
    for kept in {"Gå en tur.", "2026-03-10"} if "text" not in wrong else {"2026-04-10"}:
        assert kept in page


def test_somebody_whose_service_does_not_see_the_plan_answers_for_nothing(client: Client, cast: Cast) -> None:
    address = f"/logs/{cast.logs['sofia']}/goals/{cast.entries['sofia.goal']}/measures"
    for owner in (cast.accounts["erik"], f"{cast.accounts['ingrid']}.{cast.units['ppt']}", cast.accounts["helga"]):
        said = {"text": "Gå en tur.", "starts": "2026-03-10", "look_at": "2026-04-10", "owner": str(owner)}
        assert client("kari").submit(address, **said).status_code == 409


def test_there_is_a_table_beside_the_drawing(client: Client, cast: Cast) -> None:
    measure = cast.entries["sofia.measure"]
    for days, person, outcome, heard in ((9, "oksana", Outcome.WORSE, False), (2, "per.aas", Outcome.BETTER, True)):
        with clock.at(cast.now - timedelta(days=days)):
            evaluating.evaluate(cast.actor(person), measure, outcome, heard=heard)
    page = client("oksana").get(plan_of(cast, "sofia")).get_data(as_text=True)
    assert page.count('role="img"') == 2
    assert "<table" in page
    assert "style=" not in page
    assert "Sagt til: Per Aas" in text_of(page)
