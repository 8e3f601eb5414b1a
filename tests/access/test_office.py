"""What an administrator may know of: her own municipality's frame, and no family."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.access import office
from parentapp.access.actions import Action
from parentapp.access.actor import SystemActor
from parentapp.db import transaction
from parentapp.demo.people import EVERYBODY, UNITS
from parentapp.domain import administration, age_table, changes, municipality, register, staff
from parentapp.enums import Relation, ServiceKind
from parentapp.errors import Conflict, Hidden
from parentapp.models import Account, AgePolicy, AuditLine, Employment, Unit
from tests.cast import Cast

REGISTERED = {"halyna", "daud", "taras", "salma", "nabil"}
STAFF = {name for name, person in EVERYBODY.items() if person.unit and person.municipality == "fjordvik"}


def names_of(cast: Cast, accounts: Any) -> set[str]:
    known = {account: name for name, account in cast.accounts.items()}
    return {known[each] for each in accounts}


OF_LEADERS = {Action.SERVICE_DESCRIBE, Action.SERVICE_CHECK}  # what their own unit says about itself


def test_everybody_but_the_administrator_gets_nothing(cast: Cast) -> None:
    for username in set(EVERYBODY) - {"mona"}:
        with transaction():
            here = office.enter(cast.actor(username))
            assert here.municipality_id is None
            for action in set(office.POLICY) - (OF_LEADERS if username == "anne.strand" else set()):
                with pytest.raises(Hidden):
                    office.require(here, action)


def test_the_administrator_may_do_each_of_them(cast: Cast) -> None:
    with transaction():
        here = office.enter(cast.actor("mona"))
        for action in office.POLICY:
            office.require(here, action)


def test_an_account_that_was_closed_administers_nothing(cast: Cast) -> None:
    Account.update(disabled_at=cast.now).where(Account.id == cast.accounts["mona"]).execute()
    with transaction():
        assert office.enter(cast.actor("mona")).municipality_id is None


def test_she_knows_of_those_who_work_or_are_registered_and_of_no_family(cast: Cast) -> None:
    """Helga, who has an account and nothing else, is as unknown to her as any parent."""
    with transaction():
        here = office.enter(cast.actor("mona"))
        assert names_of(cast, [row.id for row in office.people(here)]) == STAFF | REGISTERED
        assert names_of(cast, [row.account_id for row in office.employments(here)]) == STAFF
        assert names_of(cast, [row.account_id for row in office.qualifications(here)]) == REGISTERED


def test_nothing_of_the_neighbours(cast: Cast) -> None:
    """Ivar works in Sørdal and is registered there."""
    actor, ivar = SystemActor("test", clock.now()), cast.accounts["ivar"]
    municipality.qualify(actor, ivar, Relation.INTERPRETER, "pl", "tolk", "Sørdal")
    sordal = cast.municipalities["sordal"]
    Account.update(administers=sordal).where(Account.id == ivar).execute()
    administration.set_promise(cast.actor("ivar"), 5)
    mona = cast.actor("mona")
    with transaction():
        here = office.enter(mona)
        assert {row.name for row in office.units(here)} == {
            place.name for place in UNITS.values() if place.municipality == "fjordvik"
        }
        assert ivar not in {row.account_id for row in office.qualifications(here)}
        assert ivar not in {row.id for row in office.people(here)}
        assert {row.municipality_id for row in office.age_rows(here)} == {cast.municipalities["fjordvik"]}
        assert list(office.changes(here)) == []
        with pytest.raises(Hidden):
            office.find(office.units(here), Unit, cast.units["sordal_school"])
    with pytest.raises(Hidden):
        staff.employ(mona, cast.units["health"], ivar, "lærer", mona.today)
    with pytest.raises(Hidden):
        register.register(mona, ivar, register.Registration(Relation.TRANSLATOR, "pl", "x", "y"))


def test_what_happened_in_a_log_is_no_change_of_hers(cast: Cast) -> None:
    line = {"account": cast.accounts["mona"], "thing": cast.logs["sofia"], "at": cast.now}
    AuditLine.create(log=cast.logs["sofia"], action=Action.UNIT_ADD.value, **line)
    AuditLine.create(log=None, action=Action.CONVERSATION_START.value, **line)
    assert changes.changes(cast.actor("mona")) == []
    administration.add_unit(cast.actor("mona"), "Fjordvik ungdomsskole", ServiceKind.SCHOOL)
    assert [each.thing.unit for each in changes.changes(cast.actor("mona"))] == ["Fjordvik ungdomsskole"]


def own_work(cast: Cast) -> UUID:
    row = Employment.create(
        account=cast.accounts["mona"], unit=cast.units["ppt"], title="rådgiver", since=cast.today, leads=False
    )
    work: UUID = row.id
    return work


def test_she_gives_nothing_to_herself(cast: Cast) -> None:
    """Not where the municipality's set-up let her work somewhere either."""
    mona, me = cast.actor("mona"), cast.accounts["mona"]
    told = register.Registration(Relation.INTERPRETER, "pl", "tolk", "kommunen")
    for work in (None, own_work(cast)):
        with pytest.raises(Conflict):
            staff.employ(mona, cast.units["health"], me, "lege", mona.today)
        with pytest.raises(Conflict):
            register.register(mona, me, told)
        if work:
            with pytest.raises(Conflict):
                staff.set_leading(mona, work, leads=True)
            with pytest.raises(Conflict):
                staff.end(mona, work, mona.today + timedelta(days=400))
            assert me not in {each.account_id for each in staff.unit_page(mona, cast.units["health"]).others}


def test_a_gap_in_the_ages_is_hers_alone(cast: Cast) -> None:
    AgePolicy.delete().where(
        (AgePolicy.municipality == cast.municipalities["sordal"]) & (AgePolicy.service == ServiceKind.SCHOOL)
    ).execute()
    assert not any(each.gap for each in age_table.ages(cast.actor("mona")))
