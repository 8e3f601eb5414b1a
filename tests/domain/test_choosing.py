"""Yes to some of what is asked, for a shorter time, to one kind less: at once, and for all a service has asked."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.domain import asking, choosing, consent_page, consents, questions
from parentapp.domain.consents import ShownRequest
from parentapp.domain.pressing import Press
from parentapp.enums import Answer, Kind, NoticeKind
from parentapp.errors import Conflict
from parentapp.models import ConsentDecision, ConsentRequest, Notice
from tests.cast import Cast

PLAN, MEETINGS, GLIMPSE, HEALTH = Kind.PLAN, Kind.MEETINGS, Kind.LYSGLIMT, Kind.HEALTH
ASKED = frozenset({PLAN, MEETINGS, GLIMPSE, HEALTH})
PARENTS = ("per.haugen", "anne.haugen")


@pytest.fixture
def asked(cast: Cast) -> UUID:
    """The health station is asked for, for six months, in the log of Lise, whose parents both answer."""
    return ask(cast)


def ask(cast: Cast, kinds: frozenset[Kind] = ASKED, minutes: int = 0) -> UUID:
    why: dict[str, Any] = {"purpose": "For å hjelpe.", "months": 6, "child_view": "Ja."}
    with clock.at(cast.now + timedelta(minutes=minutes)):
        return questions.ask(cast.actor("per.aas"), cast.logs["lise"], unit=cast.units["health"], kinds=kinds, **why)


def choose(cast: Cast, request: UUID, *kinds: Kind, person: str = "per.haugen", months: int | None = 6) -> UUID:
    return choosing.choose(cast.actor(person), request, frozenset(kinds), months)


def shown(cast: Cast, request: UUID, person: str = "per.haugen") -> ShownRequest:
    return consent_page.page(cast.actor(person), request).request


def seen(cast: Cast, request: UUID) -> frozenset[Kind]:
    grant = shown(cast, request).grant
    return grant.kinds if grant else frozenset()


def both_say_yes(cast: Cast, request: UUID) -> None:
    for person in PARENTS:
        consents.answer(cast.actor(person), request, Answer.YES)


def test_the_common_part_is_shared(cast: Cast, asked: UUID) -> None:
    choose(cast, asked, PLAN, GLIMPSE)
    assert seen(cast, asked) == frozenset()
    choose(cast, asked, PLAN, MEETINGS, HEALTH, person="anne.haugen", months=3)
    assert seen(cast, asked) == {PLAN}
    grant = shown(cast, asked).grant
    assert grant is not None
    assert grant.until == asking.last_day(cast.today, 3)


def test_what_was_said_is_kept_as_it_was_said(cast: Cast, asked: UUID) -> None:
    row = ConsentDecision.get_by_id(choose(cast, asked, PLAN, GLIMPSE, months=3))
    assert (row.kinds, row.until) == ({PLAN, GLIMPSE}, asking.last_day(cast.today, 3))
    assert shown(cast, asked).gives(PLAN)
    assert not shown(cast, asked).gives(HEALTH)


def test_one_kind_less_counts_at_once_and_is_told_without_a_name(cast: Cast, asked: UUID) -> None:
    both_say_yes(cast, asked)
    choosing.stop_kind(cast.actor("anne.haugen"), asked, HEALTH)
    assert seen(cast, asked) == {PLAN, MEETINGS, GLIMPSE}
    assert shown(cast, asked, "anne.haugen").stopped(HEALTH)
    assert not shown(cast, asked).stopped(HEALTH), "the other parent reads that it is not shared, not why"
    changed = Notice.select().where((Notice.kind == NoticeKind.CONSENT_CHANGED) & (Notice.thing == asked))
    assert {row.account_id for row in changed} == {cast.accounts["per.haugen"]}


def test_less_lasts_no_longer_than_it_did(cast: Cast, asked: UUID) -> None:
    choose(cast, asked, PLAN, GLIMPSE, months=3)
    choosing.stop_kind(cast.actor("per.haugen"), asked, GLIMPSE)
    mine = shown(cast, asked).mine
    assert mine is not None
    assert (mine.kinds, mine.until) == ({PLAN}, asking.last_day(cast.today, 3))


def test_without_the_last_that_shows_anything_it_is_a_no(cast: Cast, asked: UUID) -> None:
    both_say_yes(cast, asked)
    for kind in (PLAN, MEETINGS, GLIMPSE):
        choosing.stop_kind(cast.actor("per.haugen"), asked, kind)
    mine = shown(cast, asked).mine
    assert mine is not None
    assert mine.answer is Answer.WITHDRAWN
    assert seen(cast, asked) == frozenset()


def test_more_again_is_enough_while_the_others_say_yes(cast: Cast, asked: UUID) -> None:
    both_say_yes(cast, asked)
    choosing.stop_kind(cast.actor("per.haugen"), asked, HEALTH)
    choose(cast, asked, *ASKED, months=None)
    assert seen(cast, asked) == ASKED


def test_going_on_is_with_what_one_shares_now(cast: Cast, asked: UUID) -> None:
    both_say_yes(cast, asked)
    choosing.stop_kind(cast.actor("per.haugen"), asked, HEALTH)
    with clock.at(cast.now + timedelta(days=150)):
        both_say_yes(cast, asked)
        assert seen(cast, asked) == {PLAN, MEETINGS, GLIMPSE}
        mine = shown(cast, asked).mine
        assert mine is not None
        assert mine.until == asking.last_day(cast.today + timedelta(days=150), 6)


def test_what_is_left_out_is_left_out_of_all_the_service_has_asked(cast: Cast, asked: UUID) -> None:
    """A wider question waits; who leaves the plan out of it no longer shares the plan by the one that runs."""
    both_say_yes(cast, asked)
    wider = ask(cast, ASKED | {Kind.ABOUT_ME}, minutes=1)
    choose(cast, wider, GLIMPSE, Kind.ABOUT_ME)
    assert seen(cast, asked) == {GLIMPSE}
    assert seen(cast, wider) == frozenset(), "the other parent has not answered it"
    choose(cast, asked, GLIMPSE, months=3)
    mine = shown(cast, wider).mine
    assert mine is not None
    assert mine.until == asking.last_day(cast.today, 3), "what ends sooner ends sooner in all of them"


def test_nothing_is_left_of_the_one_that_runs(cast: Cast, asked: UUID) -> None:
    both_say_yes(cast, asked)
    wider = ask(cast, ASKED | {Kind.ABOUT_ME}, minutes=1)
    choose(cast, wider, Kind.ABOUT_ME)
    assert seen(cast, asked) == frozenset()
    mine = shown(cast, asked).mine
    assert mine is not None
    assert mine.answer is Answer.WITHDRAWN


@pytest.mark.parametrize(
    ("kinds", "months"),
    [
        ({Kind.ABOUT_ME, PLAN}, 6),
        ({HEALTH}, 6),
        (set(), 6),
        ({PLAN}, 12),
        ({PLAN}, 1),
        ({PLAN}, None),
    ],
)
def test_what_is_not_asked_for_is_refused_and_nothing_written(
    cast: Cast, asked: UUID, kinds: set[Kind], months: int | None
) -> None:
    with pytest.raises(Conflict):
        choosing.choose(cast.actor("per.haugen"), asked, frozenset(kinds), months)
    assert shown(cast, asked).mine is None


def test_nothing_runs_that_could_be_less(cast: Cast, asked: UUID) -> None:
    with pytest.raises(Conflict):
        choosing.stop_kind(cast.actor("per.haugen"), asked, PLAN)
    consents.answer(cast.actor("per.haugen"), asked, Answer.NO)
    with pytest.raises(Conflict):
        choosing.stop_kind(cast.actor("per.haugen"), asked, PLAN)


def test_a_replaced_question_takes_no_answer(cast: Cast, asked: UUID) -> None:
    ask(cast, minutes=1)
    with pytest.raises(Conflict):
        choose(cast, asked, PLAN)
    assert ConsentRequest.get_by_id(asked).replaced_at is not None


def test_one_press_is_one_answer(cast: Cast, asked: UUID) -> None:
    press = Press(UUID(int=7), ("choose", asked.hex, "plan", "6"))
    first, again = (
        choosing.choose(cast.actor("per.haugen"), asked, frozenset({PLAN}), 6, press=press) for _ in range(2)
    )
    assert first == again
    other = Press(press.key, ("choose", asked.hex, "lysglimt", "6"))
    with pytest.raises(Conflict):
        choosing.choose(cast.actor("per.haugen"), asked, frozenset({GLIMPSE}), 6, press=other)


def test_how_long_one_may_choose(cast: Cast, asked: UUID) -> None:
    assert [each.months for each in lengths(cast, asked)] == [3, 6]
    choose(cast, asked, PLAN, months=3)
    found = lengths(cast, asked)
    assert [each.months for each in found] == [None, 3, 6]
    assert found[0].until == asking.last_day(cast.today, 3) > date.min


def lengths(cast: Cast, request: UUID) -> list[choosing.Length]:
    found = choosing.choice(cast.actor("per.haugen"), request)
    assert found is not None
    return found.lengths
