"""That a service takes part is itself confidential, and a protected child's places are told to nobody."""

from parentapp.access import names
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from tests.cast import Cast


def seen_by(cast: Cast, who: str, child: str) -> tuple[Sight, LogFacts]:
    with transaction():
        sight = look(cast.actor(who), cast.logs[child])
        return sight, sight.log(cast.logs[child])


def test_a_helper_without_who_else_is_told_the_holder_but_not_the_others(cast: Cast) -> None:
    sight, log = seen_by(cast, "per.aas", "sofia")
    health = cast.units["health"]
    assert names.may_name(sight, log, cast.accounts["kari"], health)
    assert not names.may_name(sight, log, cast.accounts["lina"], health)
    assert not names.may_tell_unit(sight, log, health)
    assert names.may_tell_unit(sight, log, cast.units["school"])
    assert names.may_name(sight, log, cast.accounts["oksana"], None)


def test_with_who_else_the_others_are_told(cast: Cast) -> None:
    sight, log = seen_by(cast, "lina", "sofia")
    assert names.may_name(sight, log, cast.accounts["per.aas"], cast.units["school"])
    assert names.may_tell_unit(sight, log, cast.units["school"])


def test_the_family_is_told_everybody(cast: Cast) -> None:
    sight, log = seen_by(cast, "oksana", "sofia")
    assert all(names.may_tell_unit(sight, log, unit) for unit in cast.units.values())
    assert names.may_name(sight, log, cast.accounts["ola"], cast.units["nav"])


def test_a_network_person_is_told_the_holder_alone(cast: Cast) -> None:
    sight, log = seen_by(cast, "erik", "sofia")
    assert names.may_name(sight, log, cast.accounts["kari"], cast.units["health"])
    assert not names.may_name(sight, log, cast.accounts["per.aas"], cast.units["school"])
    assert not names.may_tell_unit(sight, log, cast.units["health"])


def test_no_place_is_told_of_a_protected_child_not_even_to_the_mother(cast: Cast) -> None:
    sight, log = seen_by(cast, "layla", "noor")
    assert names.may_tell_unit(sight, log, cast.units["health"])
    assert not names.may_tell_place(sight, log, cast.units["health"])
    sight, log = seen_by(cast, "oksana", "sofia")
    assert names.may_tell_place(sight, log, cast.units["health"])
