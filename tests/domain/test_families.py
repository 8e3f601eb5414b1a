"""Who is let in, and only once; who is kept out; what each of it is called in the audit."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from parentapp.domain import families, log
from parentapp.enums import Basis
from parentapp.errors import Conflict
from parentapp.models import AuditLine, Employment, Stafettlogg
from tests.cast import Cast

Adding = Callable[[Cast], None]


def add_guardian(cast: Cast) -> None:
    kari = cast.actor("kari")
    gro, how = cast.accounts["gro"], "Viste legitimasjon."
    families.add_guardian(kari, cast.logs["sofia"], gro, basis=Basis.VERGE, verified_how=how, since=kari.today)


def add_network_person(cast: Cast) -> None:
    kari = cast.actor("kari")
    families.add_network_person(kari, cast.logs["sofia"], cast.accounts["gro"], kari.today)


def block(cast: Cast) -> None:
    families.block(cast.actor("kari"), cast.logs["sofia"], cast.accounts["gro"])


def deputise(cast: Cast, person: str = "randi", unit: str = "health") -> None:
    families.name_deputy(cast.actor("kari"), cast.logs["sofia"], cast.accounts[person], cast.units[unit])


def deputy(cast: Cast) -> str | None:
    found = Stafettlogg.get_by_id(cast.logs["sofia"]).deputy_id
    return next((name for name, account in cast.accounts.items() if account == found), None)


@pytest.mark.parametrize("add", [add_guardian, add_network_person, block])
def test_nobody_is_added_or_blocked_twice(cast: Cast, add: Adding) -> None:
    add(cast)
    lines = AuditLine.select().count()
    with pytest.raises(Conflict) as refused:
        add(cast)
    assert refused.value.reason.endswith(".")
    assert AuditLine.select().count() == lines


@pytest.mark.parametrize("add", [add_guardian, add_network_person])
def test_somebody_kept_out_is_not_let_in(cast: Cast, add: Adding) -> None:
    block(cast)
    with pytest.raises(Conflict):
        add(cast)
    assert cast.logs["sofia"] not in [known.log_id for known in log.logs(cast.actor("gro"))]


def test_a_guardian_counts_from_today_at_the_earliest(cast: Cast) -> None:
    """However long they have been one: what runs goes on without their yes."""
    kari, sofia = cast.actor("kari"), cast.logs["sofia"]
    verified = {"basis": Basis.PARENTAL_RESPONSIBILITY, "verified_how": "Viste legitimasjon."}
    families.add_guardian(kari, sofia, cast.accounts["gro"], since=kari.today - timedelta(days=3000), **verified)
    assert sofia in [known.log_id for known in log.logs(cast.actor("per.aas"))]


@pytest.mark.parametrize(
    ("act", "action"), [(add_guardian, "person:add"), (block, "person:block"), (deputise, "deputy:name")]
)
def test_the_audit_says_what_was_done(cast: Cast, act: Adding, action: str) -> None:
    before = {row.id for row in AuditLine.select()}
    act(cast)
    new = [(row.action, row.account_id) for row in AuditLine.select() if row.id not in before]
    assert new == [(action, cast.accounts["kari"])]


def test_a_deputy_works_in_the_unit_today(cast: Cast) -> None:
    before = deputy(cast)
    with pytest.raises(Conflict):
        deputise(cast, "tor")
    with pytest.raises(Conflict):
        deputise(cast, "oksana")
    left = cast.actor("kari").today - timedelta(days=1)
    Employment.update(until=left).where(Employment.account == cast.accounts["randi"]).execute()
    with pytest.raises(Conflict):
        deputise(cast, "randi")
    assert deputy(cast) == before
    Employment.update(until=left + timedelta(days=1)).where(Employment.account == cast.accounts["randi"]).execute()
    deputise(cast, "randi")
    assert deputy(cast) == "randi"


def test_a_deputy_is_not_kept_out(cast: Cast) -> None:
    families.block(cast.actor("kari"), cast.logs["sofia"], cast.accounts["randi"])
    with pytest.raises(Conflict):
        deputise(cast, "randi")
