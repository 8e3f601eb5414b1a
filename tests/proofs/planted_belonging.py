"""Secrets in who belongs to a log: a guardian by court judgment, one with a new login, somebody around."""

from datetime import date
from typing import TYPE_CHECKING

from parentapp import clock
from parentapp.access.actor import SystemActor
from parentapp.domain import blocks, guardians, municipality, network, new_logs, people_page
from parentapp.domain.guardians import Relationship
from parentapp.domain.network import Proposed
from parentapp.domain.new_logs import About, NewLog
from parentapp.domain.newcomers import Newcomer
from parentapp.enums import Basis, Closeness, LifeArea

if TYPE_CHECKING:
    from tests.proofs.planted import Planter


def plant_guardian(planter: "Planter") -> None:
    """By court judgment: registered, confirmed and ended; whose user name is planted too, as the successor's is."""
    cast, system, username = planter.cast, SystemActor("proof", clock.now()), planter.new("a guardian's user name")
    known = {"username": username, "password": planter.new("a guardian's password"), "name": planter.new("a guardian")}
    municipality.add_account(system, cast.municipalities["fjordvik"], **known)
    per, mikkel = cast.actor("per.aas"), cast.logs["mikkel"]
    found = Relationship(Basis.COURT_JUDGMENT, planter.new("what the first one saw"), per.today, signs=False)
    waits = guardians.add(per, mikkel, username, found)
    guardians.confirm(cast.actor("lina"), mikkel, waits, planter.new("what the second one saw"))
    newest = people_page.page(per, mikkel).guardians[-1]
    guardians.end(per, mikkel, newest.id, planter.new("why it ended"))


def plant_network(planter: "Planter") -> None:
    """Proposed by a user name that nobody has, and by that of somebody who is then kept out."""
    cast, oksana = planter.cast, planter.cast.actor("oksana")
    for number, username in enumerate((planter.new("a grandmother's user name"), planter.secrets["user name 1"])):
        who = Proposed(username, planter.new(f"what they call her {number}"), Closeness.GRANDPARENT)
        network.propose(oksana, cast.logs["sofia"], who)
    blocks.keep_out(cast.actor("kari"), cast.logs["sofia"], username, planter.new("why somebody is kept out"))


def plant_new_log(planter: "Planter") -> None:
    """One that a professional opens, and a guardian who gets a login."""
    cast = planter.cast
    found = Relationship(Basis.VERGE, planter.new("how a guardian with a new login is known"), cast.today, signs=True)
    new = NewLog(
        about=About(planter.new("name of a child of a new log"), date(2016, 5, 5)),
        unit=None,
        concern=planter.new("concern of a new log"),
        areas=frozenset({LifeArea.HOME}),
        deputy=None,
        guardians={"first": (Newcomer(planter.new("name of a guardian with a new login"), "nb"), found)},
        own=None,
        purpose=planter.new("why a log is asked for"),
        child_view=planter.new("what the child thinks of a new log"),
    )
    new_logs.open_log(cast.actor("kari"), new)
