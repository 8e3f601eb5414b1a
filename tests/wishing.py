"""States in which somebody has asked a unit for a log: no log of the cast is behind it."""

from collections.abc import Callable
from uuid import UUID

from parentapp.domain import log_wishes, log_wishes_answered
from parentapp.domain.log_wishes import Asked
from parentapp.models import LogWish
from tests.cast import Cast

WORDS = "Emil sover lite, og vi lurer på hva vi kan gjøre."
EMIL = ("Emil", 2021)


def wish(cast: Cast, who: str = "per.haugen", child: tuple[str, int] | None = EMIL, unit: str = "health") -> UUID:
    said = WORDS if child else "Jeg klarer ikke skolen alene."
    return log_wishes.ask(cast.actor(who), Asked(child, cast.units[unit], said))


def wished(cast: Cast) -> Cast:
    """Per Haugen has asked the health station, which Anne leads, about his youngest; and Amina for herself."""
    wish(cast)
    wish(cast, "amina", None)
    return cast


def handed(cast: Cast) -> Cast:
    """And Anne has asked Randi, who works there, to talk with Per."""
    wished(cast)
    log_wishes_answered.hand(cast.actor("anne.strand"), wishes(cast)["per.haugen"], "randi")
    return cast


def wishes(cast: Cast) -> dict[str, UUID]:
    """By who asks."""
    names = {account: name for name, account in cast.accounts.items()}
    return {names[row.asker_id]: row.id for row in LogWish.select().order_by(LogWish.asked_at)}


OF_WISHES: dict[str, Callable[[Cast], Cast]] = {"wished": wished, "wish_handed": handed}
