"""Who coordinates an individual plan: asked, says yes, and is told of only where the unit may be."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from parentapp.access import coordinating as able
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import (
    choosing,
    consents,
    coordinating,
    families,
    home,
    individual_plan,
    inviting,
)
from parentapp.enums import Answer, Basis, Kind
from parentapp.errors import Conflict, Denied, Hidden, Unknown
from parentapp.models import (
    Coordinator,
    Employment,
    Notice,
    Participation,
)
from tests.access.test_individual_plans import coordinators_of, page, plans_of, told
from tests.cast import Cast
from tests.individual_plans import begun, per_asked, per_coordinates


def coordinator(cast: Cast, person: str) -> UUID | None:
    """Who that person is shown to coordinate Sofia's plan."""
    plan = page(cast, person).plan
    return plan.coordinator.person.account_id if plan and plan.coordinator else None


def may_be_asked(cast: Cast, person: str) -> set[str]:
    names = {account: name for name, account in cast.accounts.items()}
    with transaction():
        sight = look(cast.actor(person), cast.logs["sofia"])
        return {names[each.account_id] for each in able.can_be_asked(sight, sight.log(cast.logs["sofia"]))}


def test_it_takes_the_yes_of_whoever_is_asked(cast: Cast) -> None:
    row = per_asked(cast)
    assert told(cast) == {"oksana", "kari", "per.aas"}
    assert coordinator(cast, "oksana") is None
    for person in ("oksana", "kari", "lina"):
        with pytest.raises((Denied, Hidden)):
            coordinating.accept(cast.actor(person), row)
    coordinating.accept(cast.actor("per.aas"), row)
    assert coordinator(cast, "oksana") == cast.accounts["per.aas"]
    with pytest.raises(Conflict):
        coordinating.accept(cast.actor("per.aas"), row)


def test_the_contact_person_coordinates_it_in_their_place(cast: Cast) -> None:
    plan = begun(cast)
    coordinating.ask(cast.actor("kari"), plan, cast.accounts["kari"], cast.units["health"])
    assert coordinator(cast, "oksana") == cast.accounts["kari"]
    assert coordinator(cast, "per.aas") == cast.accounts["kari"], "who the contact person is, everybody knows"
    assert page(cast, "per.aas").plan.coordinator.unit is None


def test_each_side_ends_it(cast: Cast) -> None:
    for person in ("oksana", "per.aas"):
        row = per_coordinates(cast)
        with pytest.raises(Denied):
            coordinating.end(cast.actor("lina"), row)
        coordinating.end(cast.actor(person), row)
        assert coordinator(cast, "oksana") is None
        individual_plan.end(cast.actor("oksana"), individual_plan.current(cast.logs["sofia"]).id)


def test_whoever_asked_may_stop_asking(cast: Cast) -> None:
    row = per_asked(cast, by="kari")
    coordinating.end(cast.actor("kari"), row)
    assert Coordinator.get_by_id(row).ended_at is not None


def test_one_at_a_time(cast: Cast) -> None:
    per_asked(cast)
    plan = individual_plan.current(cast.logs["sofia"]).id
    with pytest.raises(Conflict):
        coordinating.ask(cast.actor("kari"), plan, cast.accounts["lina"], cast.units["health"])


def _stopped(cast: Cast) -> None:
    consents.answer(cast.actor("oksana"), cast.requests["sofia.school"], Answer.NO)


def _quit(cast: Cast) -> None:
    Employment.update(until=cast.today - timedelta(days=1)).where(
        Employment.account == cast.accounts["per.aas"]
    ).execute()


def _without_meetings(cast: Cast) -> None:
    choosing.stop_kind(cast.actor("oksana"), cast.requests["sofia.school"], Kind.MEETINGS)


def _left(cast: Cast) -> None:
    Participation.update(until=cast.now).where(Participation.account == cast.accounts["per.aas"]).execute()


def _parent_too(cast: Cast) -> None:
    how = {"basis": Basis.VERGE, "verified_how": "Pass.", "since": cast.today}
    families.add_guardian(cast.actor("kari"), cast.logs["sofia"], cast.accounts["per.aas"], signs=False, **how)


ENDS = [_stopped, _quit, _without_meetings, _left, _parent_too]


@pytest.mark.parametrize("ends", ENDS)
def test_it_ends_by_itself_and_makes_room_for_another(cast: Cast, ends: Callable[[Cast], None]) -> None:
    """Stored is only that Per said yes."""
    row = per_coordinates(cast)
    ends(cast)
    assert Coordinator.get_by_id(row).ended_at is None
    assert coordinator(cast, "oksana") is None
    assert home.home(cast.actor("oksana"), cast.logs["sofia"]).individual_plan.coordinator is None
    plan = individual_plan.current(cast.logs["sofia"]).id
    assert "per.aas" not in may_be_asked(cast, "oksana")
    with pytest.raises(Unknown):
        coordinating.ask(cast.actor("oksana"), plan, cast.accounts["per.aas"], cast.units["school"])
    coordinating.ask(cast.actor("oksana"), plan, cast.accounts["kari"], cast.units["health"])
    assert Coordinator.get_by_id(row).ended_at is not None


def test_whoever_can_no_longer_coordinate_it_says_no_yes(cast: Cast) -> None:
    row = per_asked(cast)
    _without_meetings(cast)
    with pytest.raises(Denied):
        coordinating.accept(cast.actor("per.aas"), row)


def test_that_a_service_coordinates_is_told_only_where_who_else_helps_is(cast: Cast) -> None:
    """Kari and Lina may know of the school, as long as the family lets them."""
    row = per_asked(cast)
    assert [each for each in ("oksana", "kari", "lina", "per.aas") if row in coordinators_of(cast, each)] == [
        *("oksana", "kari", "per.aas"),
    ]
    coordinating.accept(cast.actor("per.aas"), row)
    assert row in coordinators_of(cast, "lina")
    choosing.stop_kind(cast.actor("oksana"), cast.requests["sofia.health"], Kind.WHO_ELSE)
    assert [each for each in ("oksana", "kari", "lina", "per.aas") if row in coordinators_of(cast, each)] == [
        *("oksana", "per.aas"),
    ]
    assert coordinator(cast, "kari") is None
    assert page(cast, "kari").plan.goes_on
    assert not page(cast, "kari").may_ask_coordinator, "else they would find out that there is somebody"


def test_whom_one_may_not_know_of_one_does_not_ask(cast: Cast) -> None:
    assert may_be_asked(cast, "oksana") == may_be_asked(cast, "kari") == {"kari", "lina", "per.aas"}
    assert may_be_asked(cast, "per.aas") == {"kari", "per.aas"}
    inviting.invite_guest(cast.actor("kari"), cast.meetings["sofia.meeting"], "randi", "Kjenner koret.")
    assert "randi" not in may_be_asked(cast, "oksana"), "who is a guest takes no part"
    plan = begun(cast)
    for person, unit in (("ingrid", "ppt"), ("erik", "school"), ("per.aas", "health")):
        with pytest.raises(Unknown):
            coordinating.ask(cast.actor("oksana"), plan, cast.accounts[person], cast.units[unit])


def test_nobody_is_asked_for_a_plan_that_does_not_go_on(cast: Cast) -> None:
    plan = individual_plan.wish(cast.actor("oksana"), cast.logs["sofia"])
    with pytest.raises(Conflict):
        coordinating.ask(cast.actor("oksana"), plan, cast.accounts["per.aas"], cast.units["school"])


def test_of_a_coordinator_only_those_are_told_whom_it_concerns(cast: Cast) -> None:
    """Not the contact person, who may not know that the service takes part."""
    plan = begun(cast)
    Notice.delete().where(Notice.thing == plan).execute()
    coordinating.ask(cast.actor("oksana"), plan, cast.accounts["per.aas"], cast.units["school"])
    assert told(cast) == {"per.aas"}
    coordinating.accept(cast.actor("per.aas"), Coordinator.get().id)
    assert told(cast) == {"per.aas", "oksana"}


def test_a_log_that_rests_has_no_coordinator_until_it_wakes(cast: Cast) -> None:
    per_coordinates(cast)
    consents.answer(cast.actor("oksana"), cast.requests["sofia.log"], Answer.NO)
    assert coordinator(cast, "oksana") is None
    assert page(cast, "oksana").may_end
    assert plans_of(cast, "per.aas") == set()
    consents.answer(cast.actor("oksana"), cast.requests["sofia.log"], Answer.YES)
    assert coordinator(cast, "oksana") == cast.accounts["per.aas"]
