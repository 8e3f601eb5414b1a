"""When whoever writes what looks like a place is warned: each condition opened."""

from parentapp.access import places
from tests.access.removals import Removal, cut_out, instead


def conditions() -> list[Removal]:
    town = ' or re.search(r"(?:\\bkl\\.?|\\d)[\\s-]?$", ahead, re.IGNORECASE)'
    return [
        instead("what looks like a place", places, "tells_place", lambda text: False),
        instead("a town after its code", places, "_tells_town", lambda text: False),
        instead("not every four digits are a code", places, "_is_town", lambda found: True),
        cut_out("hours and numbers are no codes", places, "_is_town", town),
        instead("being warned of a place", places, "require_no_place", lambda actor, action, log: None),
        cut_out("warned in a protected log only", places, "require_no_place", "not log.protected or "),
        cut_out("not warned when only asked", places, "require_no_place", " or action in ONLY_ASKED"),
        cut_out("what works at once is not held up", places, "require_no_place", " or action in AT_ONCE"),
    ]
