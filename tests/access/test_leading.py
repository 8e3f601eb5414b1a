"""Who is asked for another contact person, and who knows of it. In the cast Yusuf asks Anne Strand about Kari."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.access import visible
from parentapp.access.actor import SystemActor
from parentapp.access.leading import led, receivers
from parentapp.access.policy import CLOSED
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import contact_requests, families, municipality
from parentapp.enums import Basis, ServiceKind
from parentapp.errors import Conflict, Hidden
from parentapp.models import (
    Account,
    Block,
    ContactRequest,
    Employment,
    Guardian,
    NetworkPerson,
    Participation,
    StafettholderPeriod,
    Stafettlogg,
    Subject,
)
from tests.cast import Cast
from tests.closing import close
from tests.handing import hand_over

ANNE = "anne.strand"


def known_to(cast: Cast, person: str) -> set[UUID]:
    """The requests that exist for that person."""
    with transaction():
        return {row.id for row in visible.contact_requests(look(cast.actor(person)))}


def asked(cast: Cast, person: str, child: str) -> UUID:
    return contact_requests.ask(cast.actor(person), cast.logs[child], "Vi misforstår hverandre.")


def leads(cast: Cast, person: str, unit: UUID) -> None:
    day = cast.now.date() - timedelta(days=30)
    municipality.employ(SystemActor("proof", cast.now), cast.accounts[person], unit, "leder", day, leads=True)


def waiting_for(cast: Cast, person: str) -> int:
    return visible.waiting_requests(cast.actor(person))


@pytest.mark.parametrize(("since", "until"), [(1, None), (-30, -1)])
def test_only_who_leads_today(cast: Cast, since: int, until: int | None) -> None:
    """From tomorrow on; until yesterday."""
    day = cast.now.date()
    last = None if until is None else day + timedelta(days=until)
    dates = {"since": day + timedelta(days=since), "until": last}
    Employment.update(**dates).where(Employment.account == cast.accounts[ANNE]).execute()
    assert led(cast.actor(ANNE)) == []
    assert known_to(cast, ANNE) == set()
    assert waiting_for(cast, ANNE) == 0
    with pytest.raises(Hidden):
        contact_requests.received(cast.actor(ANNE))


def test_a_leader_knows_the_own_unit_only(cast: Cast) -> None:
    assert [unit.id for unit in led(cast.actor(ANNE))] == [cast.units["health"]]
    assert all(led(cast.actor(person)) == [] for person in cast.accounts if person != ANNE)


def test_one_who_can_log_in_no_longer_is_not_asked(cast: Cast) -> None:
    Account.update(disabled_at=cast.now).where(Account.id == cast.accounts[ANNE]).execute()
    assert contact_requests.page(cast.actor("amina"), cast.logs["amina"]).leaders == ()


def _as_deputy(cast: Cast, amina: UUID, anne: UUID) -> None:
    Stafettlogg.update(deputy=anne).where(Stafettlogg.id == amina).execute()


def _as_opener(cast: Cast, amina: UUID, anne: UUID) -> None:
    Stafettlogg.update(opener=anne).where(Stafettlogg.id == amina).execute()


def _as_holder(cast: Cast, amina: UUID, anne: UUID) -> None:
    hand_over(cast, "kari", "amina", ANNE)


def _as_former_holder(cast: Cast, amina: UUID, anne: UUID) -> None:
    period = {"since": cast.now - timedelta(days=9), "until": cast.now - timedelta(days=5)}
    StafettholderPeriod.create(log=amina, account=anne, unit=cast.units["health"], **period)


def _as_helper_before(cast: Cast, amina: UUID, anne: UUID) -> None:
    part = {"since": cast.now - timedelta(days=9), "until": cast.now - timedelta(days=5)}
    Participation.create(log=amina, account=anne, unit=cast.units["health"], **part)


def _as_guardian(cast: Cast, amina: UUID, anne: UUID) -> None:
    basis, kari = Basis.PARENTAL_RESPONSIBILITY, cast.actor("kari")
    families.add_guardian(kari, amina, anne, basis=basis, verified_how="Pass.", since=kari.today)


def _as_grandmother(cast: Cast, amina: UUID, anne: UUID) -> None:
    families.add_network_person(cast.actor("kari"), amina, anne, cast.now.date())


def _as_subject(cast: Cast, amina: UUID, anne: UUID) -> None:
    Subject.update(account=anne).where(Subject.id == Stafettlogg.get_by_id(amina).subject_id).execute()


def _blocked(cast: Cast, amina: UUID, anne: UUID) -> None:
    families.block(cast.actor("kari"), amina, anne)


NEAR = [
    *(_as_deputy, _as_opener, _as_holder, _as_former_holder, _as_helper_before),
    *(_as_guardian, _as_grandmother, _as_subject, _blocked),
]


@pytest.mark.parametrize("near", NEAR)
def test_who_is_near_to_the_log_or_kept_out_is_not_asked(cast: Cast, near: Callable[[Cast, UUID, UUID], None]) -> None:
    """Then another leader of the unit is; and whoever has asked still finds their own."""
    amina, anne, request = cast.logs["amina"], cast.accounts[ANNE], cast.contact_requests["amina.yusuf"]
    assert known_to(cast, ANNE) == {request}
    near(cast, amina, anne)
    assert known_to(cast, ANNE) == set()
    assert waiting_for(cast, ANNE) == 0
    assert contact_requests.page(cast.actor("yusuf"), amina).leaders == ()
    leads(cast, "randi", cast.units["health"])
    assert known_to(cast, "randi") == {request}
    assert contact_requests.page(cast.actor("yusuf"), amina).leaders == ("Randi Holm",)
    assert known_to(cast, "yusuf") == {request}


def test_near_to_another_log_one_is_asked(cast: Cast) -> None:
    for table in (Guardian, NetworkPerson, Participation, Block):
        assert not table.select().where(table.account == cast.accounts[ANNE]).exists()
    families.block(cast.actor("kari"), cast.logs["sofia"], cast.accounts[ANNE])
    assert known_to(cast, ANNE) == {cast.contact_requests["amina.yusuf"]}


def test_a_leader_of_the_same_service_stands_in_where_nobody_else_can(cast: Cast) -> None:
    """Not before, not of another service, and not of another municipality."""
    system, request = SystemActor("proof", cast.now), cast.contact_requests["amina.yusuf"]
    fjordvik, sordal = cast.municipalities["fjordvik"], cast.municipalities["sordal"]
    places = {
        "randi": (fjordvik, ServiceKind.HEALTH_STATION),
        "bjorn": (fjordvik, ServiceKind.SCHOOL),
        "ivar": (sordal, ServiceKind.HEALTH_STATION),
    }
    for person, (where, service) in places.items():
        leads(cast, person, municipality.add_unit(system, where, f"Enheten til {person}", service))
    assert [known_to(cast, person) for person in places] == [set(), set(), set()]
    _blocked(cast, cast.logs["amina"], cast.accounts[ANNE])
    assert [known_to(cast, person) for person in places] == [{request}, set(), set()]
    with transaction():
        found = receivers(cast.now.date(), cast.logs["amina"], cast.units["health"]).tuples()
        assert [row[0] for row in found] == [cast.accounts["randi"]]


def test_the_others_in_the_family_do_not_know(cast: Cast) -> None:
    own = asked(cast, "amina", "amina")
    assert known_to(cast, "amina") == {own}
    assert known_to(cast, "fadumo") == set()
    assert known_to(cast, "yusuf") == {cast.contact_requests["amina.yusuf"]}
    assert known_to(cast, ANNE) == {own, cast.contact_requests["amina.yusuf"]}
    assert all(known_to(cast, person) == set() for person in ("kari", "lina", "per.aas", "randi", "mona"))


def test_who_is_out_of_the_family_reads_it_no_longer(cast: Cast) -> None:
    Guardian.delete().where(Guardian.account == cast.accounts["yusuf"]).execute()
    assert known_to(cast, "yusuf") == set()


def test_what_was_taken_back_is_no_leaders_to_read(cast: Cast) -> None:
    """Also where another of the same family still waits."""
    own = asked(cast, "amina", "amina")
    contact_requests.take_back(cast.actor("amina"), own)
    assert known_to(cast, ANNE) == {cast.contact_requests["amina.yusuf"]}
    contact_requests.take_back(cast.actor("yusuf"), cast.contact_requests["amina.yusuf"])
    assert known_to(cast, ANNE) == set()
    assert waiting_for(cast, ANNE) == 0


def test_what_is_answered_is_read_again_for_a_fortnight(cast: Cast) -> None:
    """Even while another of the same family waits; its asker reads it as long as they are of the family."""
    request = cast.contact_requests["amina.yusuf"]
    own = asked(cast, "amina", "amina")
    contact_requests.answer(cast.actor(ANNE), request, "Jeg ringer deg.")
    assert waiting_for(cast, ANNE) == 1
    for days, found in ((14, {own, request}), (15, {own})):
        with clock.at(cast.now + timedelta(days=days)):
            assert known_to(cast, ANNE) == found
            assert request in known_to(cast, "yusuf")
    contact_requests.answer(cast.actor(ANNE), own, "Vi tar en prat.")
    with clock.at(cast.now + timedelta(days=15)), transaction():
        assert look(cast.actor(ANNE)).ties == {}


def test_each_goes_to_the_unit_of_that_day(cast: Cast) -> None:
    """The baton goes to the school, which Randi leads: she reads what is asked from then on, and nothing else."""
    before = cast.contact_requests["amina.yusuf"]
    hand_over(cast, "kari", "amina", "per.aas")
    leads(cast, "randi", cast.units["school"])
    after = asked(cast, "fadumo", "amina")
    assert (known_to(cast, ANNE), known_to(cast, "randi")) == ({before}, {after})
    row = ContactRequest.get_by_id(after)
    assert (row.about_id, row.unit_id) == (cast.accounts["per.aas"], cast.units["school"])


def test_in_a_log_that_is_closed_nothing_is_asked_but_what_was_is_answered(cast: Cast) -> None:
    own = asked(cast, "amina", "amina")
    close(cast, "amina")
    with pytest.raises(Conflict, match=CLOSED):
        asked(cast, "fadumo", "amina")
    contact_requests.answer(cast.actor(ANNE), cast.contact_requests["amina.yusuf"], "Takk for at du sa fra.")
    contact_requests.take_back(cast.actor("amina"), own)
    assert known_to(cast, ANNE) == {cast.contact_requests["amina.yusuf"]}


def test_a_leader_who_is_asked_knows_nothing_else_of_the_log(cast: Cast) -> None:
    with transaction():
        sight = look(cast.actor(ANNE))
        assert [each.id for each in sight.ties] == [cast.logs["amina"]]
        assert sight.logs() == ()
        rows = (visible.entries, visible.conversations, visible.requests, visible.meetings, visible.seen_lines)
        assert all(not list(each(sight)) for each in rows)
        assert {row.thing for row in visible.notices(sight)} == {cast.contact_requests["amina.yusuf"]}
