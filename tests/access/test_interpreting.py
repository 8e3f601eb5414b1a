"""What an interpreter is let into: one meeting, in its window, once everybody has said yes, and through whose eyes."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.access import interpreting, visible
from parentapp.access.actor import SystemActor
from parentapp.access.interpreting import SHOWN, Stage
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import (
    families,
    interpreter_page,
    interpreter_work,
    interpreters,
    inviting,
    meetings,
    municipality,
    private,
)
from parentapp.enums import Answer, Audience, Relation
from parentapp.errors import Conflict, Denied, Hidden
from parentapp.models import Meeting, SeenLine
from tests.cast import Cast

MOMENT = timedelta(microseconds=1)


def meeting(cast: Cast, name: str = "sofia.meeting") -> Meeting:
    found: Meeting = Meeting.get_by_id(cast.meetings[name])
    return found


def stage(cast: Cast, when: datetime, assignment: UUID | None = None, who: str = "halyna") -> str:
    """How far it is for the interpreter then; «hidden» where they find nothing."""
    with clock.at(when):
        try:
            work = interpreter_work.work(cast.actor(who), assignment or cast.assignments["sofia.halyna"])
        except Hidden:
            return "hidden"
        assert (work.named is not None) == (work.job.stage is Stage.DECLARING)
        assert (work.content is not None) == (work.job.stage is Stage.OPEN)
        return work.job.stage.value


def for_yusuf(cast: Cast) -> UUID:
    """Halyna, who interprets Arabic too, is asked to Amina's meeting for Yusuf, and declares."""
    actor = SystemActor("test", clock.now())
    municipality.qualify(actor, cast.accounts["halyna"], Relation.INTERPRETER, "ar", "godkjent tolk", "Tolk Vest")
    people = cast.accounts["halyna"], cast.accounts["yusuf"]
    asked = interpreters.ask(cast.actor("kari"), cast.meetings["amina.meeting"], *people)
    interpreters.declare(cast.actor("halyna"), asked, clear=True)
    return asked


def test_content_from_48_hours_before_to_two_hours_after(cast: Cast) -> None:
    starts, ends = meeting(cast).starts, meeting(cast).ends
    opens, closes = starts - timedelta(hours=48), ends + timedelta(hours=2)
    assert stage(cast, opens - MOMENT) == "early"
    assert stage(cast, opens) == "open"
    assert stage(cast, closes - MOMENT) == "open"
    assert stage(cast, closes) == "hidden"
    with clock.at(ends):
        interpreters.extend(cast.actor("kari"), cast.assignments["sofia.halyna"])
        with pytest.raises(Conflict):
            interpreters.extend(cast.actor("kari"), cast.assignments["sofia.halyna"])
    assert stage(cast, closes + timedelta(hours=1) - MOMENT) == "open"
    assert stage(cast, closes + timedelta(hours=1)) == "hidden"
    with clock.at(closes + timedelta(hours=1)), pytest.raises(Conflict):
        interpreters.answer(cast.actor("oksana"), cast.assignments["sofia.halyna"], yes=False)


def test_a_moved_meeting_moves_the_window_and_a_cancelled_one_ends_it(cast: Cast) -> None:
    later = meeting(cast).starts + timedelta(days=7)
    meetings.move(cast.actor("kari"), cast.meetings["sofia.meeting"], later, later + timedelta(hours=1))
    assert stage(cast, cast.now) == "early"
    assert stage(cast, later) == "open"
    meetings.cancel(cast.actor("kari"), cast.meetings["sofia.meeting"])
    assert stage(cast, later) == "hidden"


def test_everybody_must_say_yes_and_anybody_may_end_it(cast: Cast) -> None:
    asked = for_yusuf(cast)
    starts = meeting(cast, "amina.meeting").starts
    for person in ("amina", "fadumo"):
        interpreters.answer(cast.actor(person), asked, yes=True)
        assert stage(cast, starts, asked) == "waiting"
    interpreters.answer(cast.actor("yusuf"), asked, yes=True)
    assert stage(cast, starts, asked) == "open"
    with clock.at(starts):
        interpreters.answer(cast.actor("fadumo"), asked, yes=False)
    assert stage(cast, starts + MOMENT, asked) == "hidden"
    for person in ("amina", "yusuf", "kari"):
        shown = interpreter_page.page(cast.actor(person), asked).interpreter
        assert (shown.over, shown.may_answer, shown.may_end) == (True, False, False)
    assert interpreter_page.page(cast.actor("amina"), asked).interpreter.mine is Answer.YES


def test_names_first_and_a_conflict_ends_it(cast: Cast) -> None:
    actor = SystemActor("test", clock.now())
    municipality.qualify(actor, cast.accounts["halyna"], Relation.INTERPRETER, "ar", "godkjent tolk", "Tolk Vest")
    asked = interpreters.ask(
        cast.actor("kari"), cast.meetings["amina.meeting"], cast.accounts["halyna"], cast.accounts["yusuf"]
    )
    for person in ("amina", "fadumo", "yusuf"):
        interpreters.answer(cast.actor(person), asked, yes=True)
    starts = meeting(cast, "amina.meeting").starts
    assert stage(cast, starts, asked) == "declaring", "however many have said yes"
    interpreters.declare(cast.actor("halyna"), asked, clear=False)
    assert stage(cast, starts, asked) == "hidden"
    with pytest.raises(Hidden):
        interpreters.declare(cast.actor("halyna"), asked, clear=True)


def test_nobody_else_answers_or_ends_it(cast: Cast) -> None:
    assignment = cast.assignments["sofia.halyna"]
    for person in ("kari", "lina"):
        with pytest.raises(Denied):
            interpreters.answer(cast.actor(person), assignment, yes=False)
    for person in ("erik", "per.aas", "bjorn", "halyna", "randi", "yusuf"):
        with pytest.raises(Hidden):
            interpreters.answer(cast.actor(person), assignment, yes=False)
        with pytest.raises(Hidden):
            interpreters.end(cast.actor(person), assignment)
    assert stage(cast, meeting(cast).starts) == "open"


@pytest.mark.parametrize("how", ["blocked", "network", "guest"])
def test_whoever_is_kept_out_or_belongs_interprets_no_more(cast: Cast, how: str) -> None:
    kari, halyna = cast.actor("kari"), cast.accounts["halyna"]
    if how == "blocked":
        families.block(kari, cast.logs["sofia"], halyna)
    elif how == "network":
        families.add_network_person(kari, cast.logs["sofia"], halyna, kari.today)
    else:
        meetings_guest(cast)
    assert stage(cast, meeting(cast).starts) == "hidden"
    assert interpreter_page.page(cast.actor("oksana"), cast.assignments["sofia.halyna"]).interpreter.over


def meetings_guest(cast: Cast) -> None:
    inviting.invite_guest(cast.actor("kari"), cast.meetings["sofia.meeting"], "halyna", "Kan hilse på.")


@pytest.mark.parametrize(
    ("who", "reader"),
    [("daud", "oksana"), ("erik", "oksana"), ("randi", "oksana"), ("amina", "oksana"), ("halyna", "erik")],
)
def test_only_somebody_registered_and_only_for_the_family(cast: Cast, who: str, reader: str) -> None:
    """The same words whatever stands in the way."""
    later = called_later(cast)
    with pytest.raises(Conflict) as refused:
        interpreters.ask(cast.actor("kari"), later, cast.accounts[who], cast.accounts[reader])
    assert refused.value.reason == (interpreters.NOT_FOR if reader == "erik" else interpreters.CANNOT)


@pytest.mark.parametrize("how", ["blocked", "family", "helper", "child", "said no"])
def test_nobody_who_is_kept_out_or_knows_them(cast: Cast, how: str) -> None:
    actor, later = SystemActor("test", clock.now()), called_later(cast)
    who = {"family": "erik", "helper": "per.aas", "child": "amina"}.get(how, "halyna")
    if who != "halyna":
        municipality.qualify(actor, cast.accounts[who], Relation.INTERPRETER, "uk", "godkjent tolk", "Tolk Vest")
    if how == "blocked":
        families.block(cast.actor("kari"), cast.logs["sofia"], cast.accounts[who])
    if how == "said no":
        first = interpreters.ask(cast.actor("kari"), later, cast.accounts[who], cast.accounts["oksana"])
        interpreters.answer(cast.actor("oksana"), first, yes=False)
    with pytest.raises(Conflict) as refused:
        interpreters.ask(cast.actor("kari"), later, cast.accounts[who], cast.accounts["oksana"])
    assert refused.value.reason == interpreters.CANNOT


def called_later(cast: Cast) -> UUID:
    starts = cast.now + timedelta(days=14)
    ends = starts + timedelta(hours=1)
    return meetings.call(cast.actor("kari"), cast.logs["sofia"], "Hvordan gikk det?", starts, ends)


def test_one_at_a_time_for_each_person_and_another_once_it_is_over(cast: Cast) -> None:
    actor = SystemActor("test", clock.now())
    municipality.qualify(actor, cast.accounts["daud"], Relation.INTERPRETER, "uk", "godkjent tolk", "Tolk Vest")
    people = cast.accounts["daud"], cast.accounts["oksana"]
    with pytest.raises(Conflict) as refused:
        interpreters.ask(cast.actor("kari"), cast.meetings["sofia.meeting"], *people)
    assert refused.value.reason == interpreters.ONE_ALREADY
    interpreters.end(cast.actor("kari"), cast.assignments["sofia.halyna"])
    asked = interpreters.ask(cast.actor("kari"), cast.meetings["sofia.meeting"], *people)
    interpreters.declare(cast.actor("daud"), asked, clear=True)
    interpreters.answer(cast.actor("oksana"), asked, yes=True)
    assert stage(cast, meeting(cast).starts, asked, "daud") == "open"
    assert stage(cast, meeting(cast).starts) == "hidden"


def test_through_the_eyes_of_the_person_interpreted_for(cast: Cast) -> None:
    """Never more than they may see; of that no health, no lysglimt, nothing for one person, no conversation."""
    for person, child in (("oksana", "sofia"), ("yusuf", "amina"), ("fadumo", "amina"), ("amina", "amina")):
        with transaction():
            log_id = cast.logs[child]
            sight, whole = look(cast.actor("kari"), log_id), look(cast.actor(person), log_id)
            found = interpreting.through_eyes_of(sight, sight.log(log_id), cast.accounts[person], "ar")
            assert found.ties == whole.ties
            seen = {row.id: row for row in visible.entries(found)}
            assert set(seen) < {row.id for row in visible.entries(whole)}
            assert {row.kind for row in seen.values()} <= SHOWN
            assert not any(row.health or row.audience is not Audience.LOG for row in seen.values())
            assert visible.conversations(whole).exists()
            assert not visible.conversations(found).exists()
    with transaction():
        sight = look(cast.actor("kari"), cast.logs["sofia"])
        with pytest.raises(Hidden):
            interpreting.through_eyes_of(sight, sight.log(cast.logs["sofia"]), cast.accounts["erik"], "uk")


def test_nothing_is_left_where_the_meeting_is_kept_from_them(cast: Cast) -> None:
    asked = for_yusuf(cast)
    entry = meeting(cast, "amina.meeting").entry_id
    private.choose(cast.actor("amina"), entry, [cast.accounts["yusuf"]])
    assert stage(cast, meeting(cast, "amina.meeting").starts, asked) == "waiting"
    with pytest.raises(Hidden):
        interpreter_page.page(cast.actor("yusuf"), asked)


def test_whoever_it_is_kept_from_is_not_waited_for(cast: Cast) -> None:
    """Else one could see from the waiting that somebody does not know."""
    actor = SystemActor("test", clock.now())
    municipality.qualify(actor, cast.accounts["daud"], Relation.INTERPRETER, "so", "godkjent tolk", "Tolk Vest")
    people = cast.accounts["daud"], cast.accounts["fadumo"]
    asked = interpreters.ask(cast.actor("kari"), cast.meetings["amina.meeting"], *people)
    private.choose(cast.actor("amina"), meeting(cast, "amina.meeting").entry_id, [cast.accounts["yusuf"]])
    interpreters.declare(cast.actor("daud"), asked, clear=True)
    for person in ("amina", "fadumo"):
        interpreters.answer(cast.actor(person), asked, yes=True)
    assert stage(cast, meeting(cast, "amina.meeting").starts, asked, "daud") == "open"


def test_of_a_protected_child_no_name_before_the_family_has_said_yes(cast: Cast) -> None:
    actor, lina = SystemActor("test", clock.now()), cast.actor("lina")
    municipality.qualify(actor, cast.accounts["halyna"], Relation.INTERPRETER, "ar", "godkjent tolk", "Tolk Vest")
    starts = cast.now + timedelta(days=1)
    called = meetings.call(lina, cast.logs["noor"], "Hvordan har Noor det?", starts, starts + timedelta(hours=1))
    asked = interpreters.ask(lina, called, cast.accounts["halyna"], cast.accounts["layla"])
    assert stage(cast, cast.now, asked) == "waiting"
    with pytest.raises(Conflict):
        interpreters.declare(cast.actor("halyna"), asked, clear=True)
    interpreters.answer(cast.actor("layla"), asked, yes=True)
    assert stage(cast, cast.now, asked) == "declaring"
    interpreters.declare(cast.actor("halyna"), asked, clear=True)
    assert stage(cast, cast.now, asked) == "open"


def test_what_shows_something_is_written_down_and_nothing_else(cast: Cast) -> None:
    asked, halyna = for_yusuf(cast), cast.accounts["halyna"]

    def lines() -> int:
        return int(SeenLine.select().where(SeenLine.account == halyna).count())

    before = lines()
    assert stage(cast, cast.now, asked) == "waiting"
    assert lines() == before
    assert stage(cast, cast.now) == "open"
    interpreter_work.in_short(cast.actor("halyna"), cast.assignments["sofia.halyna"])
    assert lines() == before + 2
    newest = SeenLine.select().where(SeenLine.account == halyna).order_by(SeenLine.at.desc()).first()
    assert (newest.relation, newest.log_id) == (Relation.INTERPRETER, cast.logs["sofia"])
    assert len(visible.things_of(newest)) > 1
