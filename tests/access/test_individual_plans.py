"""The log as the child's individual plan: never by staff alone, ended by the family at once, and no new sight."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from parentapp.access import coordinating as able
from parentapp.access import visible
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import (
    choosing,
    consents,
    coordinating,
    families,
    home,
    individual_plan,
    individual_plan_page,
    inviting,
)
from parentapp.domain import log as timeline
from parentapp.domain.individual_plan import Decided
from parentapp.domain.individual_plan_page import PlanPage
from parentapp.enums import Answer, Basis, Kind, NoticeKind, ServiceKind
from parentapp.errors import Conflict, Denied, Hidden, Unknown
from parentapp.models import (
    Coordinator,
    Employment,
    IndividualPlan,
    Notice,
    Participation,
    Stafettlogg,
    Subject,
)
from tests.access.states import put
from tests.cast import Cast
from tests.closing import close
from tests.individual_plans import begun, decided, per_asked, per_coordinates


def page(cast: Cast, person: str, child: str = "sofia") -> PlanPage:
    return individual_plan_page.page(cast.actor(person), cast.logs[child])


def coordinator(cast: Cast, person: str) -> UUID | None:
    """Who that person is shown to coordinate Sofia's plan."""
    plan = page(cast, person).plan
    return plan.coordinator.person.account_id if plan and plan.coordinator else None


def told(cast: Cast, child: str = "sofia") -> set[str]:
    """Who has had a notice about it, and may see it now."""
    names, found = {account: name for name, account in cast.accounts.items()}, set()
    for row in Notice.select().where((Notice.kind == NoticeKind.INDIVIDUAL_PLAN) & (Notice.log == cast.logs[child])):
        with transaction():
            sight = look(cast.as_(row.account_id))
            if visible.notices(sight).where(Notice.id == row.id).exists():
                found.add(names[row.account_id])
    return found


def plans_of(cast: Cast, person: str) -> set[UUID]:
    with transaction():
        return {row.id for row in visible.individual_plans(look(cast.actor(person)))}


def coordinators_of(cast: Cast, person: str) -> set[UUID]:
    with transaction():
        return {row.id for row in visible.coordinators(look(cast.actor(person)))}


def may_be_asked(cast: Cast, person: str) -> set[str]:
    names = {account: name for name, account in cast.accounts.items()}
    with transaction():
        sight = look(cast.actor(person), cast.logs["sofia"])
        return {names[each.account_id] for each in able.can_be_asked(sight, sight.log(cast.logs["sofia"]))}


def test_it_begins_with_the_familys_yes_and_what_is_decided(cast: Cast) -> None:
    plan = individual_plan.suggest(cast.actor("kari"), cast.logs["sofia"], decided(cast))
    assert page(cast, "oksana").may_agree
    assert told(cast) == {"oksana"}
    for person in ("kari", "per.aas", "lina"):
        with pytest.raises((Denied, Hidden)):
            individual_plan.agree(cast.actor(person), plan)
    individual_plan.agree(cast.actor("oksana"), plan)
    assert page(cast, "oksana").plan.goes_on
    assert told(cast) == {"oksana", "kari"}


def test_what_the_family_wishes_for_waits_for_what_is_decided(cast: Cast) -> None:
    plan = individual_plan.wish(cast.actor("oksana"), cast.logs["sofia"])
    assert page(cast, "kari").may_decide
    assert not page(cast, "oksana").may_agree
    aminas = individual_plan.wish(cast.actor("yusuf"), cast.logs["amina"])
    with pytest.raises(Conflict):
        individual_plan.agree(cast.actor("fadumo"), aminas)
    individual_plan.decide(cast.actor("kari"), plan, Decided(ServiceKind.PPT, cast.today - timedelta(days=3)))
    found = page(cast, "oksana")
    assert (found.plan.since, found.decided_by, found.decided_on) == (
        cast.today,
        ServiceKind.PPT,
        cast.today - timedelta(days=3),
    )


def test_nobody_answers_what_they_asked_themselves(cast: Cast) -> None:
    """Tor of child welfare, which has care of Ella, is her contact person: a colleague has to say yes."""
    tor, ella = cast.accounts["tor"], cast.logs["ella"]
    Stafettlogg.update(holder=tor, holder_unit=cast.units["child_welfare"]).where(Stafettlogg.id == ella).execute()
    plan = individual_plan.wish(cast.actor("tor"), ella)
    with pytest.raises((Denied, Hidden)):
        individual_plan.decide(cast.actor("tor"), plan, decided(cast))
    individual_plan.end(cast.actor("tor"), plan)
    plan = individual_plan.suggest(cast.actor("tor"), ella, decided(cast))
    with pytest.raises(Denied):
        individual_plan.agree(cast.actor("tor"), plan)


def test_one_that_waits_is_known_to_the_family_and_the_contact_person_alone(cast: Cast) -> None:
    cast = put(cast, "suggested")
    plan = individual_plan.current(cast.logs["sofia"]).id
    known = [person for person in ("oksana", "kari", "lina", "per.aas", "erik") if plan in plans_of(cast, person)]
    assert known == ["oksana", "kari"]
    assert page(cast, "per.aas").plan is None
    individual_plan.agree(cast.actor("oksana"), plan)
    known = [person for person in ("oksana", "kari", "lina", "per.aas", "erik") if plan in plans_of(cast, person)]
    assert known == ["oksana", "kari", "lina", "per.aas"]
    assert page(cast, "per.aas").plan.goes_on
    assert page(cast, "per.aas").decided_by is None, "that a service decided it tells that it takes part"


def test_the_family_ends_it_at_once_and_the_log_goes_on(cast: Cast) -> None:
    row = per_coordinates(cast)
    plan = individual_plan.current(cast.logs["sofia"])
    individual_plan.end(cast.actor("oksana"), plan.id)
    assert Coordinator.get_by_id(row).ended_at is not None
    assert [page(cast, person).plan for person in ("oksana", "kari", "per.aas")] == [None] * 3
    assert plan.id not in plans_of(cast, "per.aas")
    assert row not in coordinators_of(cast, "per.aas")
    assert timeline.timeline(cast.actor("per.aas"), cast.logs["sofia"]).entries
    with pytest.raises(Conflict):
        individual_plan.end(cast.actor("oksana"), plan.id)
    begun(cast)
    assert page(cast, "oksana").plan.goes_on, "it may begin again"


def test_whoever_signs_ends_it_and_nobody_else(cast: Cast) -> None:
    plan = individual_plan.wish(cast.actor("yusuf"), cast.logs["amina"])
    individual_plan.decide(cast.actor("kari"), plan, decided(cast))
    with pytest.raises(Denied):
        individual_plan.end(cast.actor("kari"), plan)
    individual_plan.end(cast.actor("amina"), plan)
    assert page(cast, "yusuf", "amina").plan is None


def test_a_contact_person_takes_back_what_they_suggested_until_it_has_begun(cast: Cast) -> None:
    sofia = cast.logs["sofia"]
    individual_plan.end(cast.actor("kari"), individual_plan.suggest(cast.actor("kari"), sofia, decided(cast)))
    plan = individual_plan.suggest(cast.actor("kari"), sofia, decided(cast))
    individual_plan.agree(cast.actor("oksana"), plan)
    with pytest.raises(Denied):
        individual_plan.end(cast.actor("kari"), plan)


def test_it_ends_with_the_log(cast: Cast) -> None:
    row, plan = per_coordinates(cast), individual_plan.current(cast.logs["sofia"]).id
    close(cast, "sofia")
    assert IndividualPlan.get(IndividualPlan.log == cast.logs["sofia"]).ended_at is not None
    with pytest.raises(Conflict):
        individual_plan.wish(cast.actor("oksana"), cast.logs["sofia"])
    with pytest.raises(Conflict):
        individual_plan.decide(cast.actor("oksana"), plan, decided(cast))
    with pytest.raises(Conflict):
        coordinating.accept(cast.actor("oksana"), row)


def test_whoever_coordinates_sees_what_their_service_sees(cast: Cast) -> None:
    """To the entry: before they are asked, and once they do."""
    before = timeline.timeline(cast.actor("per.aas"), cast.logs["sofia"])
    per_coordinates(cast)
    after = timeline.timeline(cast.actor("per.aas"), cast.logs["sofia"])
    assert replace(after, log=before.log) == before


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
def test_it_ends_by_itself_and_makes_room_for_another(cast: Cast, ends: object) -> None:
    """Stored is only that Per said yes."""
    row = per_coordinates(cast)
    ends(cast)  # type: ignore[operator]
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


def test_a_service_with_care_answers_in_place_of_the_parents(cast: Cast) -> None:
    choosing.stop_kind(cast.actor("tor"), cast.requests["ella.child_welfare"], Kind.PLAN)
    individual_plan.wish(cast.actor("tor"), cast.logs["ella"])
    assert page(cast, "tor", "ella").may_end
    assert not page(cast, "gro", "ella").may_end
    assert page(cast, "berit", "ella").may_decide


def test_who_does_not_sign_yet_reads_what_it_is(cast: Cast) -> None:
    """A young person of 14, who has a login."""
    begun_for = individual_plan.wish(cast.actor("fadumo"), cast.logs["amina"])
    born = cast.today.replace(year=cast.today.year - 14)
    Subject.update(born=born).where(Subject.account == cast.accounts["amina"]).execute()
    assert page(cast, "amina", "amina").plan.id == begun_for
    with pytest.raises(Denied):
        individual_plan.end(cast.actor("amina"), begun_for)


def test_a_log_that_rests_has_no_coordinator_until_it_wakes(cast: Cast) -> None:
    per_coordinates(cast)
    consents.answer(cast.actor("oksana"), cast.requests["sofia.log"], Answer.NO)
    assert coordinator(cast, "oksana") is None
    assert page(cast, "oksana").may_end
    assert plans_of(cast, "per.aas") == set()
    consents.answer(cast.actor("oksana"), cast.requests["sofia.log"], Answer.YES)
    assert coordinator(cast, "oksana") == cast.accounts["per.aas"]
