"""When whoever writes what looks like a place is warned: each condition opened."""

from parentapp.access import places
from tests.access.removals import Removal, cut_out, instead


def conditions() -> list[Removal]:
    town = " or hour"
    return [
        instead("what looks like a place", places, "tells_place", lambda text: False),
        instead("a town after its code", places, "_tells_town", lambda text: False),
        instead("not every four digits are a code", places, "_is_town", lambda found: True),
        cut_out("hours and numbers are no codes", places, "_is_town", town),
        instead("a school by its name", places, "_is_house", lambda found: False),
        cut_out(
            "not every word before a school is its name",
            places,
            "_is_house",
            ".lower() not in NO_NAMES.split()",
            " != ''",
        ),
        instead("that a guest is not warned", places, "unasked", lambda sight, log: sight.actor),
        cut_out("warned who belongs", places, "unasked", " if sight.relations(log) <= VISITORS else sight.actor"),
        instead("being warned of a place", places, "require_no_place", lambda actor, action, log: None),
        cut_out("warned in a protected log only", places, "require_no_place", "not log.protected or "),
        cut_out("not warned when only asked", places, "require_no_place", " or action in ONLY_ASKED"),
        cut_out("what works at once is not held up", places, "require_no_place", " or action in AT_ONCE"),
    ]
