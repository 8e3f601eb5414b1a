"""Who may know of which meeting, who is asked to it, and what a guest is not told."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.access import names, visible
from parentapp.access.actions import Action
from parentapp.access.audience import Written, readers
from parentapp.access.policy import can
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import consents, families, inviting, meetings, private, questions, rather_not, recording
from parentapp.enums import Answer, EntryType, Kind, NoticeKind, Relation
from parentapp.models import (
    AgendaPoint,
    Employment,
    Entry,
    Invitation,
    Meeting,
    Notice,
    RatherNot,
    Stafettlogg,
)
from tests.cast import Cast
from tests.closing import close
from tests.handing import hand_over

MEETING_ACTIONS = (
    Action.MEETINGS_SEE,
    Action.MEETING_CALL,
    Action.MEETING_CHANGE,
    Action.MEETING_INVITE,
    Action.MEETING_ANSWER,
    Action.AGENDA_ADD,
    Action.RATHER_NOT_SAY,
    Action.RATHER_NOT_ANSWER,
)


def known(cast: Cast, who: str, model: Any = Meeting) -> set[UUID]:
    """What of that table this person may know exists."""
    with transaction():
        return {row.id for row in visible.RULES[model](look(cast.actor(who)))}


def invited(cast: Cast, who: str, meeting: str = "sofia.meeting") -> set[str]:
    """Those this person may know are asked to the meeting."""
    people = {account: name for name, account in cast.accounts.items()}
    with transaction():
        rows = visible.invitations(look(cast.actor(who))).where(Invitation.meeting == cast.meetings[meeting])
        return {people[row.account_id] for row in rows}


def sight_of(cast: Cast, who: str, child: str) -> tuple[Sight, Any]:
    with transaction():
        sight = look(cast.actor(who), cast.logs[child])
        return sight, sight.visited(cast.logs[child])


def test_a_guest_knows_of_that_one_meeting_and_of_nothing_else(cast: Cast) -> None:
    other = meetings.call(
        cast.actor("kari"),
        cast.logs["sofia"],
        "Kort",
        cast.now + timedelta(days=3),
        cast.now + timedelta(days=3, hours=1),
    )
    meetings.add_point(cast.actor("kari"), other, "Ikke for gjester.")
    assert known(cast, "bjorn") == {cast.meetings["sofia.meeting"]}
    assert known(cast, "bjorn", Invitation) == {cast.invitations["sofia.meeting.bjorn"]}
    points = {row.id for row in AgendaPoint.select().where(AgendaPoint.meeting == cast.meetings["sofia.meeting"])}
    assert known(cast, "bjorn", AgendaPoint) == points != set()
    assert not known(cast, "bjorn", Entry)
    assert {other, cast.meetings["sofia.meeting"]} <= known(cast, "kari")
    with transaction():
        assert not look(cast.actor("bjorn")).logs()


def test_a_guests_sight_ends_with_the_day(cast: Cast) -> None:
    midnight = clock.end_of_day(Meeting.get_by_id(cast.meetings["sofia.meeting"]).starts)
    for instant, there in ((midnight - timedelta(seconds=1), True), (midnight, False)):
        with clock.at(instant):
            assert bool(known(cast, "bjorn")) == there
            with transaction():
                assert bool(look(cast.actor("bjorn")).ties) == there
            sight, log_of = sight_of(cast, "oksana", "sofia")
            here = {(person.account_id, person.relation) for person in recording.belonging(sight, log_of)}
            assert ((cast.accounts["bjorn"], Relation.GUEST) in here) == there


def _quits(cast: Cast) -> None:
    Employment.update(until=cast.today - timedelta(days=1)).where(
        Employment.account == cast.accounts["bjorn"]
    ).execute()


def _is_blocked(cast: Cast) -> None:
    families.block(cast.actor("kari"), cast.logs["sofia"], cast.accounts["bjorn"])


@pytest.mark.parametrize("happens", [_quits, _is_blocked])
def test_a_guest_who_is_kept_out_or_has_quit_sees_nothing_and_is_told_nothing(
    cast: Cast, happens: Callable[[Cast], None]
) -> None:
    happens(cast)
    assert not known(cast, "bjorn")
    Notice.delete().execute()
    meetings.cancel(cast.actor("kari"), cast.meetings["sofia.meeting"])
    told = {row.account_id for row in Notice.select().where(Notice.kind == NoticeKind.MEETING)}
    assert cast.accounts["oksana"] in told
    assert cast.accounts["bjorn"] not in told


def _rests(cast: Cast) -> None:
    consents.answer(cast.actor("oksana"), cast.requests["sofia.log"], Answer.NO)


def _closes(cast: Cast) -> None:
    close(cast, "sofia")


@pytest.mark.parametrize("happens", [_rests, _closes])
def test_in_a_log_that_rests_or_is_closed_a_guest_sees_nothing(cast: Cast, happens: Callable[[Cast], None]) -> None:
    happens(cast)
    assert not known(cast, "bjorn")
    assert not known(cast, "per.aas") & {cast.meetings["sofia.meeting"]}
    assert cast.meetings["sofia.meeting"] in known(cast, "oksana")


def test_a_cancelled_meeting_is_known_to_its_guest_who_must_not_come_in_vain(cast: Cast) -> None:
    meetings.cancel(cast.actor("kari"), cast.meetings["sofia.meeting"])
    assert known(cast, "bjorn") == {cast.meetings["sofia.meeting"]}


def test_who_else_is_asked_is_told_as_names_are(cast: Cast) -> None:
    """`visible.invitations`, in SQL, and `names.may_name` are two hands on one rule."""
    assert invited(cast, "oksana") == {"oksana", "kari", "per.aas", "bjorn"}
    assert invited(cast, "lina") == invited(cast, "kari") == invited(cast, "oksana")
    assert invited(cast, "per.aas") == {"oksana", "kari", "per.aas"}
    for who, child in (("per.aas", "sofia"), ("lina", "sofia"), ("kari", "amina"), ("per.aas", "amina")):
        sight, log_of = sight_of(cast, who, child)
        rows = Invitation.select().where(Invitation.meeting == cast.meetings[f"{child}.meeting"])
        told = {row.account_id for row in rows if names.may_name(sight, log_of, row.account_id, row.unit_id)}
        assert {cast.accounts[each] for each in invited(cast, who, f"{child}.meeting")} == told


def test_somebody_of_a_third_service_is_not_told_of_another(cast: Cast) -> None:
    """A private person, asked by the family, is told of as the family is."""
    inviting.invite_guest(cast.actor("kari"), cast.meetings["amina.meeting"], "erik", "Følger henne på kampene.")
    inviting.invite_guest(cast.actor("kari"), cast.meetings["amina.meeting"], "tor", "Kjenner fritidsklubben.")
    assert {"erik", "tor"} <= invited(cast, "amina", "amina.meeting")
    assert invited(cast, "per.aas", "amina.meeting") & {"erik", "tor"} == {"erik"}


def test_what_somebody_would_rather_not_is_for_its_writer_and_the_contact_person(cast: Cast) -> None:
    said = cast.rather_nots["amina.meeting.amina"]
    readers_of_it = {who for who in cast.accounts if said in known(cast, who, RatherNot)}
    assert readers_of_it == {"amina", "kari"}
    hand_over(cast, "kari", "amina", "lina")
    assert {who for who in cast.accounts if said in known(cast, who, RatherNot)} == {"amina", "lina"}


def test_of_a_meeting_that_is_kept_from_somebody_their_own_words_are_too(cast: Cast) -> None:
    """And the notice that they were answered."""
    yusuf, per = cast.actor("yusuf"), cast.invitations["amina.meeting.per.aas"]
    said = rather_not.say(yusuf, per, "Helst ikke.")
    rather_not.answer(cast.actor("kari"), said, "Greit.")
    notice = Notice.get((Notice.account == yusuf.account_id) & (Notice.thing == said)).id
    assert said in known(cast, "yusuf", RatherNot)
    assert notice in known(cast, "yusuf", Notice)
    entry = Meeting.get_by_id(cast.meetings["amina.meeting"]).entry_id
    private.choose(cast.actor("amina"), entry, [yusuf.account_id])
    assert said not in known(cast, "yusuf", RatherNot)
    assert notice not in known(cast, "yusuf", Notice)


def test_nobody_reads_one_about_themselves(cast: Cast) -> None:
    """Also where the baton has come to the one it is about."""
    about_kari = cast.invitations["amina.meeting.kari"]
    row = {"log": cast.logs["amina"], "author": cast.accounts["yusuf"], "lang": "nb", "at": cast.now}
    said = RatherNot.create(invitation=about_kari, text="Helst en annen.", **row).id
    assert {who for who in cast.accounts if said in known(cast, who, RatherNot)} == {"yusuf"}


def test_what_may_be_done_about_meetings(cast: Cast) -> None:
    def allowed(who: str, child: str) -> set[Action]:
        sight, log_of = sight_of(cast, who, child)
        return {action for action in MEETING_ACTIONS if can(sight, action, log_of)}

    family = {Action.MEETINGS_SEE, Action.MEETING_ANSWER, Action.AGENDA_ADD, Action.RATHER_NOT_SAY}
    helper = {Action.MEETINGS_SEE, Action.MEETING_ANSWER, Action.AGENDA_ADD}
    leads = {Action.MEETING_CALL, Action.MEETING_CHANGE, Action.MEETING_INVITE, Action.RATHER_NOT_ANSWER}
    assert allowed("oksana", "sofia") == allowed("amina", "amina") == family
    assert allowed("per.aas", "sofia") == allowed("lina", "sofia") == helper
    assert allowed("kari", "sofia") == helper | leads
    assert allowed("bjorn", "sofia") == {Action.MEETING_ANSWER, Action.AGENDA_ADD}
    assert allowed("erik", "sofia") == allowed("lina", "mikkel") == set()
    assert allowed("silje", "elias") == {Action.MEETINGS_SEE}


def test_a_contact_person_whose_service_sees_no_meetings_leads_none(cast: Cast) -> None:
    kari, kinds = cast.actor("kari"), frozenset({Kind.PLAN, Kind.WHO_ELSE})
    request = questions.ask(
        kari, cast.logs["sofia"], unit=cast.units["health"], kinds=kinds, purpose="Bare planen.", child_view="Greit."
    )
    consents.answer(cast.actor("oksana"), cast.requests["sofia.health"], Answer.NO)
    consents.answer(cast.actor("oksana"), request, Answer.YES)
    sight, log_of = sight_of(cast, "kari", "sofia")
    assert sight.kinds(log_of) == kinds
    assert not any(can(sight, action, log_of) for action in MEETING_ACTIONS)
    assert cast.meetings["sofia.meeting"] not in known(cast, "kari")


def test_a_guest_whose_unit_has_a_yes_reads_nothing_through_it(cast: Cast) -> None:
    request = questions.ask(
        cast.actor("kari"),
        cast.logs["sofia"],
        unit=cast.units["gp"],
        kinds=frozenset(Kind),
        purpose="For råd om søvn.",
        child_view="Greit.",
    )
    consents.answer(cast.actor("oksana"), request, Answer.YES)
    assert not known(cast, "bjorn", Entry)
    sight, log_of = sight_of(cast, "oksana", "sofia")
    here, grants = recording.belonging(sight, log_of), sight.consents.grants[log_of.id]
    written = Written(EntryType.NOTE, cast.accounts["kari"])
    found = {person.account_id for person in readers(written, log_of, here, grants, cast.today)}
    assert cast.accounts["per.aas"] in found
    assert cast.accounts["bjorn"] not in found
    assert not names.in_reach(sight, log_of, cast.accounts["bjorn"])
    assert names.in_reach(sight, log_of, cast.accounts["per.aas"])


def test_a_guest_is_told_only_who_the_contact_person_is(cast: Cast) -> None:
    sight, log_of = sight_of(cast, "bjorn", "sofia")
    told = {who for who in ("oksana", "erik") if names.may_name(sight, log_of, cast.accounts[who], None)}
    assert told == set()
    assert names.may_name(sight, log_of, Stafettlogg.get_by_id(log_of.id).holder_id, cast.units["health"])
    assert not names.may_name(sight, log_of, cast.accounts["per.aas"], cast.units["school"])


def test_whoever_asked_somebody_knows_whom_they_asked(cast: Cast) -> None:
    """Though the family has not said yes to the school's being told who else helps."""
    held_by = {"holder": cast.accounts["per.aas"], "holder_unit": cast.units["school"]}
    Stafettlogg.update(**held_by).where(Stafettlogg.id == cast.logs["amina"]).execute()
    inviting.invite_guest(cast.actor("per.aas"), cast.meetings["amina.meeting"], "tor", "Kjenner fritidsklubben.")
    Invitation.update(invited_by=cast.accounts["lina"]).where(
        Invitation.id == cast.invitations["amina.meeting.per.aas"]
    ).execute()
    Invitation.update(unit=cast.units["bup"]).where(Invitation.account == cast.accounts["kari"]).execute()
    told = invited(cast, "per.aas", "amina.meeting")
    assert "tor" in told
    assert "kari" not in told
    sight, log_of = sight_of(cast, "per.aas", "amina")
    rows = list(Invitation.select().where(Invitation.meeting == cast.meetings["amina.meeting"]))
    assert names.asked_oneself(sight, rows) == {cast.accounts["tor"]}
    assert not names.may_name(sight, log_of, cast.accounts["tor"], cast.units["child_welfare"])
