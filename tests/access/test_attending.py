"""Who may know that somebody came, whom the family brings, what fits whom, what somebody sent in their place."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from parentapp.access import visible
from parentapp.access.audience import Written, readers
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import contributions, inviting, minutes, private, recording, times
from parentapp.domain.attending import Came
from parentapp.enums import EntryType, Kind, NoticeKind
from parentapp.errors import Conflict
from parentapp.models import (
    Attendance,
    ConsentDecision,
    Entry,
    Invitation,
    Meeting,
    Minutes,
    ProposedTime,
    SupportPerson,
    TimeAnswer,
    TimeWish,
)
from tests.access.test_reminding import shown_to, tell_everybody
from tests.answering import said_anew
from tests.cast import Cast
from tests.meeting_states import all_came, brought, times_proposed


def known(cast: Cast, who: str, model: Any) -> set[UUID]:
    """What of that table this person may know exists."""
    with transaction():
        return {row.id for row in visible.RULES[model](look(cast.actor(who)))}


def came(cast: Cast, who: str) -> set[str]:
    """Those this person may know came to Sofia's meeting; a support person by the one who brings them."""
    people = {account: name for name, account in cast.accounts.items()}
    with transaction():
        rows = list(visible.attendances(look(cast.actor(who))))
        asked = {people[row.invitation.account_id] for row in rows if row.invitation}
        return asked | {f"+{people[row.support.brought_by_id]}" for row in rows if row.support}


def without_who_else(cast: Cast, service: str) -> None:
    """That service's yes, but for «hvem andre som hjelper»."""
    rows = ConsentDecision.select().where(ConsentDecision.request == cast.requests[f"sofia.{service}"])
    for row in list(rows):
        said_anew(row, kinds=[each for each in row.kinds if each is not Kind.WHO_ELSE])


def test_who_came_is_told_to_whoever_may_know_who_was_asked(cast: Cast) -> None:
    all_came(cast)
    everybody = {"kari", "oksana", "per.aas", "bjorn", "+oksana"}
    assert came(cast, "oksana") == came(cast, "kari") == everybody
    assert "bjorn" not in came(cast, "per.aas"), "the school is not told who else helps"
    assert {"oksana", "per.aas", "+oksana"} <= came(cast, "per.aas")
    assert came(cast, "bjorn") == came(cast, "erik") == set(), "a guest reads no minutes"


def test_minutes_that_are_kept_take_those_who_came_with_them(cast: Cast) -> None:
    """The meeting itself is not kept: who was invited is known, and not who came."""
    meeting = cast.meetings["amina.meeting"]
    Meeting.update(starts=cast.now - timedelta(hours=1)).where(Meeting.id == meeting).execute()
    invited = Invitation.select().where(Invitation.meeting == meeting)
    written = minutes.write(cast.actor("kari"), meeting, ["Enig."], came=[Came(row.id) for row in invited])
    assert known(cast, "yusuf", Attendance) == known(cast, "fadumo", Attendance) != set()
    private.choose(cast.actor("amina"), written, [cast.accounts["yusuf"]])
    assert known(cast, "yusuf", Attendance) == set()
    assert known(cast, "fadumo", Attendance) != set()


def test_a_support_person_is_known_to_whoever_sees_who_comes(cast: Cast) -> None:
    brought(cast)
    sofia = {row.id for row in SupportPerson.select().where(SupportPerson.log == cast.logs["sofia"])}
    for who in ("oksana", "kari", "lina", "per.aas"):
        assert sofia <= known(cast, who, SupportPerson), who
    for who in ("bjorn", "erik", "silje"):
        assert not known(cast, who, SupportPerson), who
    private.choose(
        cast.actor("amina"), Meeting.get_by_id(cast.meetings["amina.meeting"]).entry_id, [cast.accounts["yusuf"]]
    )
    assert not known(cast, "yusuf", SupportPerson)


def test_what_fits_is_told_to_the_one_who_leads_and_to_oneself(cast: Cast) -> None:
    cast = times_proposed(cast)
    meeting = cast.meetings["sofia.undecided"]
    times.wish(cast.actor("oksana"), meeting, "Helst etter to.")
    of = {name: _answers_of(cast, name) for name in ("oksana", "per.aas")}
    assert (len(of["oksana"]), len(of["per.aas"])) == (2, 1)
    assert known(cast, "oksana", TimeAnswer) == of["oksana"]
    assert known(cast, "per.aas", TimeAnswer) == of["per.aas"]
    assert known(cast, "kari", TimeAnswer) == of["oksana"] | of["per.aas"]
    assert not known(cast, "lina", TimeAnswer)
    wishes = {row.id for row in TimeWish.select()}
    assert known(cast, "oksana", TimeWish) == known(cast, "kari", TimeWish) == wishes
    assert not known(cast, "lina", TimeWish) | known(cast, "per.aas", TimeWish)


def _answers_of(cast: Cast, name: str) -> set[UUID]:
    rows = TimeAnswer.select(TimeAnswer, Invitation).join(Invitation)
    return {row.id for row in rows if row.invitation.account_id == cast.accounts[name]}


def test_proposed_times_are_for_who_knows_of_the_meeting_in_full(cast: Cast) -> None:
    cast = times_proposed(cast)
    there = {row.id for row in ProposedTime.select()}
    for who in ("oksana", "kari", "lina", "per.aas"):
        assert known(cast, who, ProposedTime) == there
    assert not known(cast, "bjorn", ProposedTime) | known(cast, "erik", ProposedTime)


def test_nothing_opens_for_a_guest_before_a_time_is_chosen(cast: Cast) -> None:
    cast = times_proposed(cast)
    meeting = cast.meetings["sofia.undecided"]
    with pytest.raises(Conflict):
        inviting.invite_guest(cast.actor("kari"), meeting, "randi", "For øvelsene.")
    assert not known(cast, "randi", Meeting)
    times.choose(cast.actor("kari"), ProposedTime.get(ProposedTime.meeting == meeting).id)
    inviting.invite_guest(cast.actor("kari"), meeting, "randi", "For øvelsene.")
    assert known(cast, "randi", Meeting) == {meeting}


@pytest.mark.parametrize("who", ["oksana", "kari", "per.aas", "lina", "erik", "bjorn"])
def test_a_contribution_is_for_the_family_the_one_who_leads_and_who_may_know_who_helps(cast: Cast, who: str) -> None:
    sent = contributions.send(cast.actor("per.aas"), cast.meetings["sofia.meeting"], "Hun er med i leken.")
    with transaction():
        sight = look(cast.actor("kari"), cast.logs["sofia"])
        log = sight.log(cast.logs["sofia"])
        told = Kind.WHO_ELSE in look(cast.actor("lina"), cast.logs["sofia"]).kinds(log)
        row = Entry.get_by_id(sent)
        written = Written(row.type, row.author_id, addressee_id=row.addressee_id)
        here, grants = recording.belonging(sight, log), sight.consents.grants[log.id]
        found = {person.account_id for person in readers(written, log, here, grants, sight.actor.today)}
    expected = who in ("oksana", "kari", "per.aas") or (who == "lina" and told)
    assert (sent in known(cast, who, Entry)) is expected
    assert (cast.accounts[who] in found) is expected
    assert row.type is EntryType.CONTRIBUTION


def test_without_who_else_a_contribution_of_another_service_is_not_there(cast: Cast) -> None:
    """Kari asked Per herself; the school has no word of who else helps, and neither has anybody beside."""
    for service in ("health", "school"):
        if f"sofia.{service}" in cast.requests:
            without_who_else(cast, service)
    sent = contributions.send(cast.actor("per.aas"), cast.meetings["sofia.meeting"], "Hun er med i leken.")
    assert sent in known(cast, "kari", Entry), "to whom it was sent"
    assert sent in known(cast, "per.aas", Entry)
    assert sent in known(cast, "oksana", Entry)
    assert sent not in known(cast, "lina", Entry)


def test_the_next_meeting_is_kept_from_whoever_the_one_before_is_kept_from(cast: Cast) -> None:
    meeting = cast.meetings["amina.meeting"]
    private.choose(cast.actor("amina"), Meeting.get_by_id(meeting).entry_id, [cast.accounts["yusuf"]])
    Meeting.update(starts=cast.now - timedelta(hours=1)).where(Meeting.id == meeting).execute()
    then = cast.now + timedelta(days=20)
    again = minutes.Next("Søvnen igjen", then, then + timedelta(hours=1))
    minutes.write(cast.actor("kari"), meeting, ["Enig."], next_time=again)
    called = Meeting.get(Meeting.starts == then).id
    assert called in known(cast, "fadumo", Meeting) & known(cast, "amina", Meeting)
    assert called not in known(cast, "yusuf", Meeting)
    assert Minutes.select().count() == 1


def told(cast: Cast, kind: NoticeKind) -> set[str]:
    """Everybody gets such a notice of Sofia's meeting: who is shown it."""
    entry = Meeting.get_by_id(cast.meetings["sofia.meeting"]).entry_id
    tell_everybody(cast, "sofia", entry, cast.today, kind)
    return shown_to(cast, kind)


def test_a_reminder_of_a_meeting_is_for_whoever_may_know_of_it(cast: Cast) -> None:
    assert told(cast, NoticeKind.MEETING_SOON) == {"oksana", "kari", "lina", "per.aas", "bjorn"}


def test_what_waits_before_a_meeting_is_for_the_one_who_leads(cast: Cast) -> None:
    assert told(cast, NoticeKind.MEETING_UNREADY) == {"kari"}


def test_what_waits_before_a_meeting_one_may_not_know_of_is_not_told(cast: Cast) -> None:
    """Of the meeting itself nothing is left."""
    kind = NoticeKind.MEETING_UNREADY
    tell_everybody(cast, "sofia", cast.entries["sofia.note"], cast.today, kind)
    assert shown_to(cast, kind) == set()
