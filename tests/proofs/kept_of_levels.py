"""How many services help: what whoever may not know that others help, or whom it is kept from, must never notice."""

from collections.abc import Callable
from datetime import timedelta

from parentapp import clock
from parentapp.domain import levels, private
from parentapp.enums import Level
from tests.cast import Cast


def another_level(cast: Cast) -> None:
    """Kari says twice how many help Sofia now, and why."""
    sofia = cast.logs["sofia"]
    levels.change(cast.actor("kari"), sofia, Level.SEVERAL_SERVICES, "PPT er med nå.")
    with clock.at(clock.now() + timedelta(minutes=3)):
        levels.change(cast.actor("kari"), sofia, Level.OWN_SERVICE, "Nå er det bare oss.")


def hidden_level(cast: Cast) -> None:
    """Amina keeps from her father that more services help; the school may not know that others do."""
    entry = levels.change(cast.actor("kari"), cast.logs["amina"], Level.SEVERAL_SERVICES, "BUP er med nå.")
    private.choose(cast.actor("amina"), entry, [cast.accounts["yusuf"]])


# In which log, from whom it is kept, and what happens.
OF_LEVELS: dict[str, tuple[str, frozenset[str], Callable[[Cast], None]]] = {
    "another level": ("sofia", frozenset({"per.aas", "erik"}), another_level),
    "hidden level": ("amina", frozenset({"yusuf", "per.aas"}), hidden_level),
}
