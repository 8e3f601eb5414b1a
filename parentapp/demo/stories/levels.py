"""How many services helped each child along the way, and why that changed."""

from parentapp.demo.beats import Beat
from parentapp.demo.level_beats import Turned
from parentapp.enums import Level

FULL: dict[str, tuple[Beat, ...]] = {
    "sofia": (
        Turned(
            219, "10.40", "ola",
            "Helsestasjonen er med nå. Da er vi tre som hjelper: skolen, helsestasjonen og NAV.", Level.SEVERAL_SERVICES,
        ),
        Turned(
            117, "09.30", "kari",
            "Oksana har fått det hun trengte fra NAV. Nå er det skolen og helsestasjonen som hjelper, og det holder.",
            Level.TWO_SERVICES,
        ),
    ),
    "amina": (
        Turned(
            200, "13.10", "kari",
            "Amina vil helst snakke med bare meg en stund. Skolen venter, og det er greit for alle.", Level.OWN_SERVICE,
        ),
        Turned(
            64, "13.20", "kari",
            "Amina, foreldrene og jeg har snakket om det. Skolen og helsestasjonen prøver litt til før vi spør flere.",
            Level.TWO_SERVICES,
        ),
    ),
}  # fmt: skip
