"""States of meetings that no log of the cast is in: several times are proposed; the family brings somebody; everybody
who came stands in the minutes.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from parentapp.domain import contributions, meetings, minutes, support, times
from parentapp.domain.attending import Came
from parentapp.domain.inviting import Invited
from parentapp.enums import MeetingRole
from parentapp.models import Invitation, Meeting, ProposedTime, SupportPerson
from tests.cast import Cast


def times_proposed(cast: Cast) -> Cast:
    """Kari asks Oksana and Per which of two days fits; Per has answered, and Oksana has not."""
    kari, hour = cast.actor("kari"), timedelta(hours=1)
    first, second = (kari.now + timedelta(days=days) for days in (6, 8))
    asked = [
        Invited(cast.accounts["oksana"], None),
        Invited(cast.accounts["per.aas"], cast.units["school"], "For prøveplanen."),
    ]
    others = [(second, second + hour)]
    called = meetings.call(
        kari, cast.logs["sofia"], "Hvordan går det nå?", first, first + hour, others=others, invited=asked
    )
    times.answer(cast.actor("per.aas"), called, fits=True, time=time_of(called))
    return replace(cast, meetings={**cast.meetings, "sofia.undecided": called})


def time_of(meeting: UUID, number: int = 0) -> UUID:
    """The earliest of its proposed times; or a later one."""
    rows = ProposedTime.select().where(ProposedTime.meeting == meeting).order_by(ProposedTime.starts)
    time_id: UUID = rows[number].id
    return time_id


def brought(cast: Cast) -> Cast:
    """Oksana brings her sister, and Fadumo a neighbour."""
    support.bring(cast.actor("oksana"), cast.meetings["sofia.meeting"], "Iryna", "Søsteren min")
    support.bring(cast.actor("fadumo"), cast.meetings["amina.meeting"], "Hodan", "Nabo")
    return cast


def all_came(cast: Cast) -> Cast:
    """Per has sent something instead of coming; the meeting has begun, and all others are there. Kari writes it."""
    brought(cast)
    meeting = cast.meetings["sofia.meeting"]
    contributions.send(cast.actor("per.aas"), meeting, "Hun er oftere med i leken.")
    half = timedelta(minutes=30)
    Meeting.update(starts=cast.now - half, ends=cast.now + half).where(Meeting.id == meeting).execute()
    minutes.write(cast.actor("kari"), meeting, ["Sofia er keeper."], came=everybody(cast, "kari"))
    return cast


def everybody(cast: Cast, leads: str) -> list[Came]:
    """All who are asked to Sofia's meeting, and whom the family brings."""
    meeting = cast.meetings["sofia.meeting"]
    roles = {cast.accounts[leads]: frozenset(MeetingRole)}
    beside = {cast.accounts["per.aas"]: "En student"}
    asked = Invitation.select().where(Invitation.meeting == meeting)
    here = [Came(row.id, roles.get(row.account_id, frozenset()), beside.get(row.account_id, "")) for row in asked]
    return here + [Came(row.id) for row in SupportPerson.select().where(SupportPerson.meeting == meeting)]


def supports(cast: Cast) -> dict[str, UUID]:
    """Whom somebody brings, by the log and who does: «sofia.oksana»."""
    names = {account: name for name, account in cast.accounts.items()}
    logs = {log: name for name, log in cast.logs.items()}
    return {f"{logs[row.log_id]}.{names[row.brought_by_id]}": row.id for row in SupportPerson.select()}


def proposed_times(cast: Cast) -> dict[str, UUID]:
    """Of the meeting without a time, where there is one: «sofia.first», «sofia.second»."""
    meeting = cast.meetings.get("sofia.undecided")
    if meeting is None:
        return {}
    return {name: time_of(meeting, number) for number, name in enumerate(("sofia.first", "sofia.second"))}


def of_meetings(cast: Cast) -> dict[str, UUID]:
    """Both of these, and what the addresses of forms name of them."""
    cast = brought(times_proposed(cast))
    undecided = cast.meetings["sofia.undecided"]
    return {"undecided": undecided, "first": time_of(undecided), "support": supports(cast)["sofia.oksana"]}


OF_MEETINGS: dict[str, Callable[[Cast], Cast]] = {"times": times_proposed, "brought": brought, "all_came": all_came}
