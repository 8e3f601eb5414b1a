"""What is said before meetings and agreed in them, for the proofs: secrets, plantings, presses, forms."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from parentapp import clock
from parentapp.domain import commenting, contact_requests, meetings, minutes, private, statements, versions
from parentapp.domain.minutes import Agreed
from parentapp.enums import Face, Telling
from parentapp.models import Meeting
from tests.access.states import put
from tests.cast import Cast

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
    with clock.at(Meeting.get_by_id(meeting).starts + timedelta(minutes=5)):
        kari, day = cast.actor("kari"), clock.today() + timedelta(days=20)
        goal, words = cast.entries["sofia.goal"], planter.new("measure agreed in a meeting")
        agreed = Agreed(1, goal, words, cast.accounts["oksana"], None, day)
        minutes.write(kari, meeting, [planter.new("minutes")], [agreed])
        minutes.change(kari, meeting, [planter.new("minutes in other words")])
        commenting.comment(cast.actor("oksana"), meeting, planter.new("what the family says of minutes"))
    beside = versions.write(oksana, cast.entries["sofia.note"], planter.new("how somebody saw it"))
    versions.answer(cast.actor("per.aas"), beside, planter.new("what the author answers"))


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
    put(cast, HELD)
    commenting.agree(cast.actor("oksana"), meeting)
    minutes.change(cast.actor("kari"), meeting, ["Sofia velger lag."])
    commenting.comment(cast.actor("oksana"), meeting, "Hun vil være keeper.")
