"""Answers on paper and by word of mouth: who may register whose, what comes of it, and who is told."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.access import visible
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import answers, consent_page, consents, questions, registering
from parentapp.domain.answers import Standing
from parentapp.domain.registering import Told
from parentapp.enums import Answer, Kind, NoticeKind, Way
from parentapp.errors import Conflict, Denied, Hidden
from parentapp.models import AuditLine, ConsentDecision, Notice
from tests.care import take_care
from tests.cast import Cast

PLAN = frozenset({Kind.PLAN})
MEETINGS = frozenset({Kind.MEETINGS})


def asked_about_bup(cast: Cast, kinds: frozenset[Kind] = PLAN) -> UUID:
    """Kari asks Oksana, who alone signs for Sofia, whether BUP may see something."""
    kari, bup = cast.actor("kari"), cast.units["bup"]
    return questions.ask(kari, cast.logs["sofia"], unit=bup, kinds=kinds, purpose="For råd.", child_view="Ja.")


def told(cast: Cast, who: str = "oksana", answer: Answer = Answer.YES, **more: Any) -> Told:
    given = {"way": Way.PAPER, "day": clock.today(), "language": "uk", "kinds": PLAN} | more
    return Told(signer=cast.accounts[who], answer=answer, **given)


def register(cast: Cast, request: UUID, said: Told, by: str = "kari") -> UUID:
    return registering.register(cast.actor(by), request, said)


def runs(cast: Cast, request: UUID, who: str = "oksana") -> frozenset[Kind]:
    """What the service is given by this question."""
    grant = consent_page.page(cast.actor(who), request).request.grant
    return grant.kinds if grant else frozenset()


def test_a_yes_on_paper_is_as_good_as_one_in_the_app(cast: Cast) -> None:
    asked = asked_about_bup(cast, PLAN | MEETINGS)
    register(cast, asked, told(cast, months=3, how="Tolk: Halyna."))
    assert runs(cast, asked) == PLAN
    row = ConsentDecision.select().order_by(ConsentDecision.at.desc()).first()
    assert (row.signer_id, row.registered_by_id) == (cast.accounts["oksana"], cast.accounts["kari"])
    assert (row.way, row.language, row.how) == (Way.PAPER, "uk", "Tolk: Halyna.")
    assert (row.given_on, row.until) == (date(2026, 3, 10), date(2026, 6, 10))
    line = AuditLine.select().order_by(AuditLine.at.desc()).first()
    assert (line.account_id, line.thing) == (cast.accounts["kari"], asked)


def test_the_one_who_said_it_is_told_and_can_read_it(cast: Cast) -> None:
    asked = asked_about_bup(cast)
    register(cast, asked, told(cast, way=Way.SPOKEN, how="Halyna tolket."))
    to = Notice.select().where((Notice.kind == NoticeKind.CONSENT_REGISTERED) & (Notice.thing == asked))
    assert [row.account_id for row in to] == [cast.accounts["oksana"]]
    first = answers.answers(cast.actor("oksana"), cast.logs["sofia"]).answers[0]
    assert (first.way, first.standing, first.given_on) == (Way.SPOKEN, Standing.HOLDS, date(2026, 3, 10))
    assert first.by is not None
    assert (first.by.name, first.how) == ("Kari Nilsen", ("Halyna tolket.", "nb"))


def test_it_lasts_from_the_day_it_was_given(cast: Cast) -> None:
    asked = asked_about_bup(cast)
    with clock.at(cast.now + timedelta(days=20)):
        register(cast, asked, told(cast, day=date(2026, 3, 12), months=3))
        assert consent_page.page(cast.actor("oksana"), asked).request.grant.until == date(2026, 6, 12)


def test_a_paper_that_has_run_out_is_refused(cast: Cast) -> None:
    teacher, bup = cast.actor("per.aas"), cast.units["bup"]
    asked = questions.ask(teacher, cast.logs["lise"], unit=bup, kinds=PLAN, purpose="For råd.", child_view="Ja.")
    on_paper = told(cast, "per.haugen", day=date(2026, 3, 12), months=3)
    with clock.at(cast.now + timedelta(days=95)), pytest.raises(Conflict):
        register(cast, asked, on_paper, by="per.aas")
    later(cast, 90, lambda: register(cast, asked, on_paper, by="per.aas"))


@pytest.mark.parametrize("day", [date(2026, 3, 9), date(2026, 3, 11)])
def test_of_a_day_before_the_question_or_to_come_it_is_refused(cast: Cast, day: date) -> None:
    asked = asked_about_bup(cast)
    with pytest.raises(Conflict):
        register(cast, asked, told(cast, day=day))
    assert runs(cast, asked) == frozenset()


def later(cast: Cast, days: int, act: Callable[[], Any]) -> None:
    with clock.at(cast.now + timedelta(days=days)):
        act()


def test_what_was_said_later_in_the_app_beats_a_paper_registered_late(cast: Cast) -> None:
    asked = asked_about_bup(cast)
    later(cast, 2, lambda: consents.answer(cast.actor("oksana"), asked, Answer.NO))
    later(cast, 4, lambda: register(cast, asked, told(cast, day=date(2026, 3, 11))))
    with clock.at(cast.now + timedelta(days=5)):
        assert runs(cast, asked) == frozenset()
        found = answers.answers(cast.actor("oksana"), cast.logs["sofia"]).answers
        assert [each.standing for each in found[:2]] == [Standing.OVERTAKEN, Standing.HOLDS]
        register(cast, asked, told(cast, day=date(2026, 3, 14)))
        assert runs(cast, asked) == PLAN, "of a later day it counts"


def test_of_two_papers_the_later_one_counts_whenever_they_are_registered(cast: Cast) -> None:
    asked = asked_about_bup(cast, PLAN | MEETINGS)
    later(cast, 8, lambda: register(cast, asked, told(cast, day=date(2026, 3, 11))))
    later(cast, 9, lambda: register(cast, asked, told(cast, day=date(2026, 3, 15), kinds=MEETINGS)))
    later(cast, 10, lambda: register(cast, asked, told(cast, day=date(2026, 3, 13))))
    with clock.at(cast.now + timedelta(days=11)):
        assert runs(cast, asked) == MEETINGS


def test_only_of_the_log_one_looks_at(cast: Cast) -> None:
    with transaction():
        rows = visible.open_questions(look(cast.actor("kari"), cast.logs["sofia"]))
        assert {row.log_id for row in rows} == {cast.logs["sofia"]}


def test_a_no_on_paper_of_the_same_day_counts_and_a_yes_does_not(cast: Cast) -> None:
    asked = asked_about_bup(cast)
    consents.answer(cast.actor("oksana"), asked, Answer.YES)
    later(cast, 1, lambda: register(cast, asked, told(cast, answer=Answer.NO, day=date(2026, 3, 10))))
    assert runs(cast, asked) == frozenset()
    consents.answer(cast.actor("oksana"), asked, Answer.NO)
    later(cast, 2, lambda: register(cast, asked, told(cast, day=date(2026, 3, 10))))
    assert runs(cast, asked) == frozenset()


def test_a_paper_that_came_too_late_takes_nothing_from_another_question(cast: Cast) -> None:
    school = cast.requests["sofia.school"]
    before = runs(cast, school)
    again = questions.ask(
        cast.actor("kari"), cast.logs["sofia"], unit=cast.units["school"], kinds=before | MEETINGS, purpose="Mer.",
        child_view="Ja.",
    )  # fmt: skip
    later(cast, 2, lambda: consents.answer(cast.actor("oksana"), again, Answer.NO))
    later(cast, 3, lambda: consents.answer(cast.actor("oksana"), again, Answer.YES))
    with clock.at(cast.now + timedelta(days=4)):
        was = runs(cast, again)
        register(cast, again, told(cast, day=date(2026, 3, 11), kinds=PLAN))
        assert runs(cast, again) == was != PLAN


def test_any_professional_of_the_log_hears_that_somebody_takes_it_back(cast: Cast) -> None:
    school = cast.requests["sofia.school"]
    assert runs(cast, school)
    register(cast, school, told(cast, answer=Answer.NO, way=Way.SPOKEN), by="per.aas")
    assert runs(cast, school) == frozenset()


def test_a_yes_is_the_contact_persons_to_register(cast: Cast) -> None:
    with pytest.raises(Denied):
        register(cast, cast.requests["sofia.school"], told(cast), by="per.aas")


def test_nobody_sees_a_question_about_another_service_that_they_did_not_put(cast: Cast) -> None:
    asked = asked_about_bup(cast)
    page = registering.questions(cast.actor("per.aas"), cast.logs["sofia"])
    assert {each.unit.id if each.unit else None for each in page.questions} <= {None, cast.units["school"]}
    with pytest.raises(Hidden):
        registering.page(cast.actor("per.aas"), asked)
    assert asked in {each.id for each in registering.questions(cast.actor("kari"), cast.logs["sofia"]).questions}


@pytest.mark.parametrize("who", ["erik", "kari", "fadumo"])
def test_only_who_has_a_say_can_have_said_something(cast: Cast, who: str) -> None:
    with pytest.raises(Hidden):
        register(cast, asked_about_bup(cast), told(cast, who))


def test_that_a_service_has_care_does_not_show_in_whose_answer_it_is(cast: Cast) -> None:
    """Per's school may not know of it."""
    school, who = cast.requests["sofia.school"], cast.actor("per.aas")
    before = registering.page(who, school).people
    take_care(cast, "sofia", "kari", "lina")
    assert registering.page(who, school).people == before != []


def test_of_a_protected_child_only_the_sort_of_service_is_told(cast: Cast) -> None:
    lina, noor = cast.actor("lina"), cast.logs["noor"]
    questions.ask(lina, noor, unit=cast.units["bup"], kinds=PLAN, purpose="For råd.", child_view="Ja.")
    assert {each.unit.name for each in registering.questions(lina, noor).questions if each.unit} == {None}


def test_a_question_that_was_replaced_takes_no_answer(cast: Cast) -> None:
    first = asked_about_bup(cast)
    later(cast, 1, lambda: asked_about_bup(cast, PLAN | MEETINGS))
    with clock.at(cast.now + timedelta(days=2)), pytest.raises(Hidden):
        register(cast, first, told(cast))


def test_more_than_was_asked_for_is_refused(cast: Cast) -> None:
    asked = asked_about_bup(cast)
    for kinds in (PLAN | MEETINGS, frozenset[Kind]()):
        with pytest.raises(Conflict):
            register(cast, asked, told(cast, kinds=kinds))


def test_one_of_the_family_registers_nothing(cast: Cast) -> None:
    with pytest.raises(Hidden):
        registering.questions(cast.actor("oksana"), cast.logs["sofia"])
