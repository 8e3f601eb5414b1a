"""The log as the child's individual plan: never by staff alone, ended by the family at once, and no new sight."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from parentapp.access import visible
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import (
    choosing,
    coordinating,
    individual_plan,
    individual_plan_page,
)
from parentapp.domain import log as timeline
from parentapp.domain.individual_plan import Decided
from parentapp.domain.individual_plan_page import PlanPage
from parentapp.enums import Kind, NoticeKind, ServiceKind
from parentapp.errors import Conflict, Denied, Hidden
from parentapp.models import (
    Coordinator,
    IndividualPlan,
    Notice,
    Stafettlogg,
    Subject,
)
from tests.access.states import put
from tests.cast import Cast
from tests.closing import close
from tests.individual_plans import begun, decided, per_coordinates


def page(cast: Cast, person: str, child: str = "sofia") -> PlanPage:
    return individual_plan_page.page(cast.actor(person), cast.logs[child])


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
    assert "per.aas" not in told(cast), "nor is he told of it any more"
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
