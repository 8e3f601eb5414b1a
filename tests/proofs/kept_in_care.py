"""A service that has care of a child and answers in place of the parents: what other services must never notice."""

from datetime import timedelta

from parentapp import clock
from parentapp.domain import consent_page, consents, desk, families
from parentapp.enums import Answer
from tests.care import take_care
from tests.cast import Cast


def care_of_sofia(cast: Cast) -> None:
    """Kari registers that child welfare has care of Sofia; Tor takes part for it, reads what PPT asks, and says yes."""
    kari, sofia, unit = cast.actor("kari"), cast.logs["sofia"], cast.units["child_welfare"]
    take_care(cast, "sofia", "kari", "lina")
    families.add_participant(kari, sofia, cast.accounts["tor"], unit)
    with clock.at(clock.now() + timedelta(minutes=3)):
        tor = cast.actor("tor")
        desk.desk(tor)
        consents.sharing(tor, sofia)
        consent_page.page(tor, cast.requests["sofia.ppt"])
        consents.answer(tor, cast.requests["sofia.ppt"], Answer.YES)
