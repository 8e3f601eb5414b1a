"""The service directory as somebody has written in it."""

from parentapp.domain import directory
from parentapp.domain.directory import Words
from tests.cast import Cast

HEALTH = Words("Søvn, mat og følelser.", "000 00 203", "Mandag til fredag fra 8 til 15", "Ring, eller kom innom.")


def listed(cast: Cast) -> Cast:
    """What stands of the health station, by Anne, who leads it."""
    directory.describe(cast.actor("anne.strand"), cast.units["health"], HEALTH)
    return cast
