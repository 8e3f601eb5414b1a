"""What is said before meetings and agreed in them, for the proofs: secrets, plantings, presses, forms."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from parentapp import clock
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import (
    attending,
    commenting,
    contact_requests,
    contributions,
    inviting,
    log_wishes,
    log_wishes_answered,
    meetings,
    minutes,
    private,
    statements,
    support,
    times,
    versions,
)
from parentapp.domain.attending import Came
from parentapp.domain.inviting import Invited
from parentapp.domain.log_wishes import Asked
from parentapp.domain.minutes import Agreed, Next
from parentapp.enums import Face, MeetingRole, Telling
from parentapp.models import Invitation, Meeting, Minutes
from tests.access.states import put
from tests.cast import Cast
from tests.meeting_states import everybody, time_of, times_proposed

if TYPE_CHECKING:
    from tests.proofs.planted import Planter

HELD = "agreed"  # the state in which Sofia's meeting has minutes, and Amina's has begun


def _state(cast: Cast, telling: Telling, text: str) -> None:
    statements.state(cast.actor("amina"), cast.meetings["amina.meeting"], telling, text, Face.BAD)


def to_one(cast: Cast) -> None:
    """Amina writes to Kari alone, once to be read aloud and then not."""
    _state(cast, Telling.READ_ALOUD, "Jeg vil at mamma og pappa kommer hver for seg.")
    with clock.at(clock.now() + timedelta(minutes=2)):
        _state(cast, Telling.CONTACT_ONLY, "Ikke si det til noen likevel.")


def narrowed(cast: Cast) -> None:
    """She shows it to all, and before anybody has read it only to Kari."""
    _state(cast, Telling.SHOW, "Jeg vil bo hos tante.")
    with clock.at(clock.now() + timedelta(minutes=2)):
        _state(cast, Telling.CONTACT_ONLY, "Kan vi snakke om tante?")


def taken_back(cast: Cast) -> None:
    _state(cast, Telling.SHOW, "Jeg vil bo hos tante.")
    statements.take_back(cast.actor("amina"), cast.meetings["amina.meeting"])


def hidden(cast: Cast) -> None:
    """She shows it to all but her father, and says it again in other words."""
    meeting = cast.meetings["amina.meeting"]
    entry = statements.state(cast.actor("amina"), meeting, Telling.SHOW, "Pappa roper når han er redd.")
    private.choose(cast.actor("amina"), entry, [cast.accounts["yusuf"]])
    with clock.at(clock.now() + timedelta(minutes=2)):
        _state(cast, Telling.SHOW, "Det blir høyt hjemme når noen er redde.")


def agreed_in_hidden(cast: Cast) -> None:
    """A meeting that she keeps from her father, with its minutes, and a measure that she keeps from him too."""
    kari, starts = cast.actor("kari"), clock.now() + timedelta(minutes=2)
    called = meetings.call(kari, cast.logs["amina"], "Bare oss to", starts, starts + timedelta(minutes=30))
    private.choose(cast.actor("amina"), Meeting.get_by_id(called).entry_id, [cast.accounts["yusuf"]])
    with clock.at(starts + timedelta(minutes=1)):
        minutes.write(cast.actor("kari"), called, ["Amina sover hos tante på fredager."])
        minutes.change(cast.actor("kari"), called, ["Amina sover hos tante på lørdager."])
        commenting.agree(cast.actor("fadumo"), called)
        commenting.comment(cast.actor("amina"), called, "Jeg sa også søndager.")


def around_a_hidden_one(cast: Cast) -> None:
    """A meeting that she keeps from her father, from its proposed times to its minutes: what fits her, whom she brings,
    what Per sends, who came, and the next one.
    """
    kari, amina, hour = cast.actor("kari"), cast.actor("amina"), timedelta(hours=1)
    starts = clock.now() + timedelta(minutes=2)
    asked = [
        Invited(cast.accounts["amina"], None),
        Invited(cast.accounts["yusuf"], None),
        Invited(cast.accounts["per.aas"], cast.units["school"], "For prøveplanen."),
    ]
    others = [(starts + hour * 24, starts + hour * 25)]
    called = meetings.call(kari, cast.logs["amina"], "Bare oss to", starts, starts + hour, others=others, invited=asked)
    private.choose(amina, Meeting.get_by_id(called).entry_id, [cast.accounts["yusuf"]])
    times.wish(amina, called, "Helst når pappa er på jobb.")
    support.bring(amina, called, "Hodan", "Tanten min")
    contributions.send(cast.actor("per.aas"), called, "Hun sover bedre.")
    times.choose(kari, time_of(called))
    with clock.at(starts + timedelta(minutes=1)):
        invited = Invitation.select().where(Invitation.meeting == called)
        came = [Came(row.id, frozenset(MeetingRole)) for row in invited]
        again = Next("Bare oss igjen", day_at(20), day_at(50))
        minutes.write(cast.actor("kari"), called, ["Amina sover hos tante på fredager."], came=came, next_time=again)
        minutes.change(cast.actor("kari"), called, ["Amina sover hos tante på lørdager."])
        commenting.agree(cast.actor("fadumo"), called)
        commenting.comment(cast.actor("amina"), called, "Jeg sa også søndager.")


def minutes_of_sofias(cast: Cast) -> UUID:
    """In every world: a meeting about Sofia to which Per and, as a guest, Bjørn are asked, with its minutes."""
    kari, starts = cast.actor("kari"), clock.now() + timedelta(minutes=1)
    per = Invited(cast.accounts["per.aas"], cast.units["school"], "For prøveplanen.")
    called = meetings.call(kari, cast.logs["sofia"], "Kort", starts, starts + timedelta(hours=1), invited=[per])
    inviting.invite_guest(kari, called, "bjorn", "Kjenner koret.")
    with clock.at(starts + timedelta(minutes=1)):
        asked = Invitation.select().where((Invitation.meeting == called) & ~Invitation.guest)
        minutes.write(cast.actor("kari"), called, ["Sofia er keeper."], came=[Came(row.id) for row in asked])
    return called


def a_guest_came(cast: Cast) -> None:
    """In one world the minutes say that Bjørn came too, led the meeting, and had somebody with him."""
    there = Invitation.select().join(Meeting).where(Meeting.log == cast.logs["sofia"])
    guest = next(row for row in there if row.account_id == cast.accounts["bjorn"] and _has_minutes(row.meeting_id))
    written = Minutes.get(Minutes.meeting == guest.meeting_id)
    with transaction():
        sight, came = look(cast.actor("kari"), cast.logs["sofia"]), Came(guest.id, frozenset(MeetingRole), "En student")
        attending.put(sight, Meeting.get_by_id(guest.meeting_id), written, [came])


def _has_minutes(meeting: UUID) -> bool:
    return bool(Minutes.select().where(Minutes.meeting == meeting).exists())


WHAT_IS_SAID: dict[str, tuple[frozenset[str], Callable[[Cast], None]]] = {
    "min mening, to one": (frozenset({"fadumo", "yusuf", "lina", "per.aas", "ingrid", "randi"}), to_one),
    "min mening, narrowed": (frozenset({"fadumo", "yusuf", "lina", "per.aas"}), narrowed),
    "min mening, taken back": (frozenset({"fadumo", "yusuf", "lina", "per.aas", "kari"}), taken_back),
    "min mening, hidden": (frozenset({"yusuf"}), hidden),
    "minutes of a hidden meeting": (frozenset({"yusuf"}), agreed_in_hidden),
}


def plant_said(planter: "Planter") -> None:
    """Everything that can be written about a meeting, before it and after."""
    cast = planter.cast
    oksana, kari, meeting = cast.actor("oksana"), cast.actor("kari"), cast.meetings["sofia.meeting"]
    statements.state(oksana, meeting, Telling.SHOW, planter.new("min mening"))
    for number in range(2):
        statements.hear(kari, meeting, planter.new(f"what a child wanted said {number}"))
    support.bring(oksana, meeting, planter.new("name of a support person"), planter.new("who that is"))
    contributions.send(cast.actor("per.aas"), meeting, planter.new("sent by one who does not come"))
    undecided = times_proposed(cast).meetings["sofia.undecided"]
    times.wish(oksana, undecided, planter.new("when it would fit"))
    with clock.at(Meeting.get_by_id(meeting).starts + timedelta(minutes=5)):
        kari, day = cast.actor("kari"), clock.today() + timedelta(days=20)
        goal, words = cast.entries["sofia.goal"], planter.new("measure agreed in a meeting")
        agreed = Agreed(1, goal, words, cast.accounts["oksana"], None, day)
        asked = Invitation.get((Invitation.meeting == meeting) & (Invitation.account == cast.accounts["oksana"]))
        came = [Came(asked.id, beside=planter.new("who came beside somebody"))]
        again = Next(planter.new("what the next meeting is for"), day_at(20), day_at(21))
        minutes.write(kari, meeting, [planter.new("minutes")], [agreed], came=came, next_time=again)
        minutes.change(kari, meeting, [planter.new("minutes in other words")])
        commenting.comment(cast.actor("oksana"), meeting, planter.new("what the family says of minutes"))
    beside = versions.write(oksana, cast.entries["sofia.note"], planter.new("how somebody saw it"))
    versions.answer(cast.actor("per.aas"), beside, planter.new("what the author answers"))


def day_at(days: int) -> datetime:
    """So many days, and as many minutes, from now."""
    return clock.now() + timedelta(days=20, minutes=days)


def say_everything(cast: Cast) -> None:
    """About Sofia: her mother's words, hers, minutes that were changed and what her mother says of them."""
    meeting = cast.meetings["sofia.meeting"]
    statements.state(cast.actor("oksana"), meeting, Telling.SHOW, "Hun er gladere.", Face.GOOD)
    for words in ("Keeper.", "«Jeg vil være keeper.»"):
        statements.hear(cast.actor("kari"), meeting, words)
    for words in ("Vi misforstår hverandre.", "Nå går det bedre, men likevel."):
        asked = contact_requests.ask(cast.actor("oksana"), cast.logs["sofia"], words)
        if words[0] == "V":
            contact_requests.answer(cast.actor("anne.strand"), asked, "Jeg ringer deg, med tolk.")
        entry = cast.entries["sofia.goal" if words[0] == "V" else "sofia.note"]
        version = versions.write(cast.actor("oksana"), entry, words)
        if words[0] == "V":
            versions.answer(cast.actor("kari"), version, "Takk, da vet jeg det.")
    for number in range(3):
        wished = log_wishes.ask(cast.actor("oksana"), Asked(("Iryna", 2021), cast.units["health"], "Hun sover lite."))
        if number == 0:
            log_wishes_answered.answer(cast.actor("anne.strand"), wished, "Kom på åpen tid.")
        if number == 1:
            log_wishes_answered.hand(cast.actor("anne.strand"), wished, "kari")
            log_wishes.take_back(cast.actor("oksana"), wished)
    support.bring(cast.actor("oksana"), meeting, "Iryna", "Søsteren min")
    contributions.send(cast.actor("per.aas"), meeting, "Hun er med i leken.")
    undecided = times_proposed(cast).meetings["sofia.undecided"]
    times.wish(cast.actor("oksana"), undecided, "Helst fredag.")
    put(cast, "begun")
    minutes.write(cast.actor("kari"), meeting, ["Sofia velger selv."], came=everybody(cast, "kari"))
    commenting.agree(cast.actor("oksana"), meeting)
    minutes.change(cast.actor("kari"), meeting, ["Sofia velger lag."])
    commenting.comment(cast.actor("oksana"), meeting, "Hun vil være keeper.")
