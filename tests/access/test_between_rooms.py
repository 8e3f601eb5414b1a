"""What is kept in one room is kept in the others: a guest's way in, an interpreter's reading, who may translate."""

from datetime import timedelta
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.access import visible
from parentapp.access.actor import SystemActor
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import (
    assignments,
    commenting,
    families,
    interpreter_page,
    interpreter_work,
    interpreters,
    inviting,
    log,
    meeting_page,
    minutes,
    municipality,
    private,
    seen,
    statements,
    summary,
    translating,
)
from parentapp.enums import Relation, Telling
from parentapp.errors import Conflict, Hidden
from parentapp.models import AgendaPoint, Entry, Hiding, Invitation, Meeting
from tests.access.states import put
from tests.cast import Cast


def kept_from_yusuf(cast: Cast) -> UUID:
    """Amina keeps the meeting from her father."""
    entry: UUID = Meeting.get_by_id(cast.meetings["amina.meeting"]).entry_id
    private.choose(cast.actor("amina"), entry, [cast.accounts["yusuf"]])
    return entry


def interpreter_for(cast: Cast, person: str, locale: str) -> UUID:
    system, halyna = SystemActor("test", clock.now()), cast.accounts["halyna"]
    municipality.qualify(system, halyna, Relation.INTERPRETER, locale, "godkjent tolk", "Tolk Vest")
    return interpreters.ask(cast.actor("kari"), cast.meetings["amina.meeting"], halyna, cast.accounts[person])


def test_a_guardian_asked_as_a_guest_is_not_shown_what_is_kept_from_them(cast: Cast) -> None:
    """The contact person does not know that it is kept, and may ask by user name."""
    kept_from_yusuf(cast)
    meeting = Meeting.get_by_id(cast.meetings["amina.meeting"])
    asked = inviting.Invited(cast.accounts["yusuf"], None, "Er far.")
    with transaction():
        Invitation.delete().where(Invitation.account == asked.account_id).execute()
    inviting.invite_guest(cast.actor("kari"), meeting.id, "yusuf", "Er far.")
    with pytest.raises(Hidden):
        meeting_page.meeting(cast.actor("yusuf"), meeting.id)
    with transaction():
        sight = look(cast.actor("yusuf"))
        points = visible.agenda(sight).where(AgendaPoint.meeting == meeting.id)
        own = visible.invitations(sight).where(Invitation.meeting == meeting.id)
        assert not list(points)
        assert not list(own)
        assert meeting.entry_id not in {each.thing for each in visible.notices(sight)}


def test_an_interpreters_reading_tells_of_no_meeting_that_is_kept(cast: Cast) -> None:
    asked = interpreter_for(cast, "fadumo", "so")
    interpreter_work.work(cast.actor("halyna"), asked)  # names
    interpreters.declare(cast.actor("halyna"), asked, clear=True)
    for person in ("amina", "fadumo", "yusuf"):
        interpreters.answer(cast.actor(person), asked, yes=True)
    with clock.at(Meeting.get_by_id(cast.meetings["amina.meeting"]).starts):
        interpreter_work.work(cast.actor("halyna"), asked)
        interpreter_work.in_short(cast.actor("halyna"), asked)
        assert times_read(cast, "yusuf") == times_read(cast, "amina") == 3
        kept_from_yusuf(cast)
        assert times_read(cast, "yusuf") == 0
        assert times_read(cast, "fadumo") == times_read(cast, "amina") == 3


def times_read(cast: Cast, who: str) -> int:
    """How often, as this person is told, Halyna has read something."""
    visits = seen.seen(cast.actor(who), cast.logs["amina"]).visits
    return sum(len(read.times) for v in visits if v.who.account_id == cast.accounts["halyna"] for read in v.reads)


def test_an_interpreter_for_whom_it_is_kept_from_waits_and_sees_no_name(cast: Cast) -> None:
    """Were it over at once, the contact person would know what the young person keeps from whom."""
    kept_from_yusuf(cast)
    asked = interpreter_for(cast, "yusuf", "ar")
    work = interpreter_work.work(cast.actor("halyna"), asked)
    assert (work.named, work.content) == (None, None)
    with pytest.raises(Conflict):
        interpreters.declare(cast.actor("halyna"), asked, clear=True)
    for person in ("amina", "fadumo"):
        interpreters.answer(cast.actor(person), asked, yes=True)
    shown = interpreter_page.page(cast.actor("kari"), asked).interpreter
    assert (shown.over, shown.approved) == (False, False)
    with pytest.raises(Hidden):
        interpreter_page.page(cast.actor("yusuf"), asked)
    with clock.at(shown.starts):
        assert interpreter_work.work(cast.actor("halyna"), asked).content is None
        with pytest.raises(Hidden):
            interpreter_work.in_short(cast.actor("halyna"), asked)


def test_a_child_is_not_asked_to_translate(cast: Cast) -> None:
    """Not in writing either, whatever somebody has registered them as."""
    system, amina = SystemActor("test", clock.now()), cast.accounts["amina"]
    municipality.qualify(system, amina, Relation.TRANSLATOR, "uk", "translatør", "Tolk AS")
    kari = cast.actor("kari")
    until = kari.today + timedelta(days=7)
    with pytest.raises(Conflict) as refused:
        translating.ask(kari, cast.entries["sofia.measure"], locale="uk", translator=amina, until=until)
    assert str(refused.value) == translating.CHOOSE_ANOTHER


def test_whoever_comes_to_belong_has_no_text_on_the_list(cast: Cast) -> None:
    kari, daud = cast.actor("kari"), cast.actor("daud")
    assert assignments.assignments(daud).tasks
    families.add_network_person(kari, cast.logs["amina"], daud.account_id, kari.today)
    assert not assignments.assignments(daud).tasks


def test_what_was_said_to_one_person_is_not_in_what_is_printed(cast: Cast) -> None:
    """«Kort fortalt» is handed round: what the contact person alone may read is on other pages."""
    kari, amina = cast.accounts["kari"], cast.accounts["amina"]
    summary.summary(cast.as_(kari), cast.logs["amina"], "nb")
    with clock.at(cast.now + timedelta(hours=20)):
        said = statements.state(cast.as_(amina), cast.meetings["amina.meeting"], Telling.CONTACT_ONLY, "Bare til deg.")
        shown = log.add_note(cast.as_(cast.accounts["lina"]), cast.logs["amina"], "Ringte.")
        made = summary.summary(cast.as_(kari), cast.logs["amina"], "nb").summary
        assert shown in {each.id for each in made.changes}
        assert said not in {each.id for each in made.entries}


def read_by(cast: Cast, person: str) -> set[UUID]:
    with transaction():
        return {row.id for row in visible.entries(look(cast.actor(person))).select(Entry.id)}


def test_what_is_kept_keeps_what_hangs_on_it_and_what_hangs_on_that(cast: Cast) -> None:
    """A comment on minutes, the minutes, their meeting: kept from above, each takes with it what is below."""
    put(cast, "begun")
    called = cast.meetings["amina.meeting"]
    meeting, written = Meeting.get_by_id(called).entry_id, minutes.write(cast.actor("kari"), called, ["Søvn først."])
    said = commenting.comment(cast.actor("fadumo"), called, "Jeg hørte noe annet.")
    for kept, left in ((said, {meeting, written}), (written, {meeting}), (meeting, set())):
        Hiding.delete().execute()
        Hiding.create(entry=kept, guardian=cast.accounts["yusuf"], at=cast.now)
        read = {name: read_by(cast, name) for name in ("yusuf", "fadumo", "amina", "kari")}
        assert read.pop("yusuf") & {meeting, written, said} == left
        assert all({meeting, written, said} <= each for each in read.values())
