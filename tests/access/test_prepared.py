"""Queries whose SQL is built once give what peewee gives, for every person, however many logs they ask about."""

import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from peewee import SQL

from parentapp import crypto
from parentapp.access import asked, circle, facts, prepared
from parentapp.access.prepared import Prepared
from parentapp.clock import at, local_date
from parentapp.domain import accounts
from parentapp.models import Absence, Account, LoginSession, Stafettlogg
from tests import cast as casting
from tests.access.removals import PREPARED
from tests.cast import Cast
from tests.proofs.apps import at_once


def rows(found: list[object]) -> list[object]:
    """Rows of a model compare by id only: all they hold, instead."""
    return [getattr(row, "__data__", row) for row in found]


def same_rows(cast: Cast, username: str) -> int:
    """How many rows somebody's three queries have now, each held against what peewee gives."""
    actor, every = cast.actor(username), sorted(cast.logs.values())
    asks = {"me": actor.account_id, "today": actor.today, "now": actor.now}
    ways = (asks, {**asks, "log": cast.logs["sofia"]})
    # Their order is the database's own, so both are put in one.
    found = [(sorted(facts._tied(**each), key=str), sorted(facts._tied_query(**each), key=str)) for each in ways]
    for ids in (every[:1], every[1:3], every):
        around = {"today": actor.today, "now": actor.now, "ids": ids}
        found.append((asked._asked(ids=ids), asked._asked_query(ids=ids)))
        found.append((rows(circle._around(**around)), rows(list(circle._around_query(**around)))))
    for prepared_rows, plain in found:
        assert prepared_rows == list(plain)
    return sum(len(each) for each, _ in found)


def test_everybody_gets_the_same_rows_as_from_the_query_itself(cast: Cast) -> None:
    with at(cast.now):
        assert all(same_rows(cast, username) for username in cast.accounts)


# Before the first log; while some wait for an answer; tomorrow; when guardians are out and employments have ended.
@pytest.mark.parametrize("days", [-500, -270, 1, 1200])
def test_on_other_days_too(cast: Cast, days: int) -> None:
    with at(cast.now + timedelta(days=days)):
        assert all(same_rows(cast, username) for username in ("amina", "fadumo", "erik", "kari", "ola", "samir"))


def test_a_session_is_found_by_its_hash_and_by_no_other(cast: Cast) -> None:
    hashes = []
    with at(cast.now):
        for username in ("amina", "kari", "samir"):
            accounts.start_session(Account.get_by_id(cast.accounts[username]))
        for session in LoginSession.select():
            asks = {"hashed": bytes(session.token_hash), "today": local_date(cast.now), "now": cast.now}
            found, plain = accounts._session(**asks), list(accounts._session_query(**asks))
            assert [vars(row) for row in found] == [vars(row) for row in plain]
            assert [row.id for row in found] == [session.id]
            hashes.append(asks["hashed"])
        assert len(set(hashes)) >= 3
        assert accounts._session(**{**asks, "hashed": bytes(32)}) == []


def test_where_a_rule_is_taken_away_each_is_built_anew() -> None:
    """Else nothing would notice that a rule in it was gone."""
    modules = [module for name, module in sys.modules.items() if name.startswith("parentapp.")]
    found = {id(each) for module in modules for each in vars(module).values() if isinstance(each, Prepared)}
    assert found == {id(each) for each in PREPARED}


def test_people_who_ask_at_once_get_their_own_rows(cast: Cast) -> None:
    several = ("amina", "fadumo", "erik", "kari", "ola", "samir", "per.aas", "ivar") * 2

    def asking(number: int) -> int:
        with at(cast.now):
            return same_rows(cast, several[number])

    assert min(at_once(len(several), asking)) > 0


def test_another_database_gets_sql_of_its_own() -> None:
    """In one process, one after the other: each with its own markers for the values."""
    for kind in ("sqlite", "postgres", "sqlite"):
        with casting.assembled(kind) as cast:
            assert same_rows(cast, "kari")


def test_the_values_of_one_call_are_not_those_of_the_next(cast: Cast) -> None:
    logs = Prepared(lambda ids: Stafettlogg.select(Stafettlogg.id).where(Stafettlogg.id.in_(ids)).tuples())
    for name in ("sofia", "amina", "jonas"):
        assert logs(ids=[cast.logs[name]]) == [(cast.logs[name],)]
    assert logs(ids=[crypto.new_id()]) == []


def test_days_and_instants_are_put_in_too(cast: Cast) -> None:
    day = Absence.get().since
    since = Prepared(lambda day: Absence.select(Absence.since).where(Absence.since >= day).tuples())
    assert since(day=day) == [(day,)]
    assert since(day=day + timedelta(days=1)) == []
    instant = Stafettlogg.get_by_id(cast.logs["sofia"]).asked_at
    before = Prepared(lambda at: Stafettlogg.select(Stafettlogg.id).where(Stafettlogg.asked_at == at).tuples())
    assert before(at=instant) == [(cast.logs["sofia"],)]
    assert before(at=instant - timedelta(microseconds=1)) == []


def test_a_long_list_is_asked_without_keeping_its_sql(cast: Cast) -> None:
    logs = Prepared(lambda ids: Stafettlogg.select(Stafettlogg.id).where(Stafettlogg.id.in_(ids)).tuples())
    ids = [cast.logs["sofia"], *(crypto.new_id() for _ in range(prepared.LONGEST))]
    assert logs(ids=ids) == [(cast.logs["sofia"],)]
    assert not logs._made


def test_a_value_that_the_query_does_not_ask_for_is_refused(cast: Cast) -> None:
    careless = Prepared(lambda me, today: Stafettlogg.select(Stafettlogg.id).where(Stafettlogg.holder == me))
    with pytest.raises(ValueError, match="today"):
        careless(me=cast.accounts["kari"], today=date(2026, 3, 10))


RECKONED: list[Callable[[date], Any]] = [
    lambda day: Absence.select(Absence.id).where((Absence.since <= day) & (Absence.until >= day - timedelta(days=7))),
    lambda day: Absence.select(Absence.id).where((Absence.since <= day) & (Absence.until.year >= day.year)),
    lambda day: Absence.select(Absence.id).where((Absence.since <= day) & (Account.name_sealed != str(day))),
    lambda day: Absence.select(Absence.id).where(Absence.since <= day).limit(day.toordinal()),
    lambda day: Absence.select(SQL(f"'{day}'")).where(Absence.since <= day),
]


@pytest.mark.parametrize("build", RECKONED)
def test_a_query_that_reckons_with_a_value_is_refused(cast: Cast, build: Callable[[date], Any]) -> None:
    """What it made of the first value would be asked for ever after."""
    with pytest.raises(ValueError, match="something else"):
        Prepared(build)(day=date(2026, 3, 10))


def test_a_day_and_an_instant_are_not_taken_for_each_other(cast: Cast) -> None:
    since = Prepared(lambda day: Absence.select(Absence.id).where(Absence.since >= day).tuples())
    assert since(day=date(2020, 1, 1))
    with pytest.raises(ValueError, match="something else"):
        since(day=datetime(2020, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize("value", ["text", 1, None])
def test_other_sorts_of_values_are_refused(cast: Cast, value: object) -> None:
    with pytest.raises(TypeError):
        Prepared(lambda value: Stafettlogg.select())(value=value)


def test_stand_ins_are_nothing_that_could_be_real() -> None:
    for real in (crypto.new_id(), date(2026, 3, 10), datetime(2026, 3, 10, tzinfo=UTC)):
        stand_in = prepared._stand_in(real, 1, 107)
        assert type(stand_in) is type(real)
        assert stand_in not in (prepared._stand_in(real, 1, 108), prepared._stand_in(real, 2, 107))
    assert prepared._stand_in(UUID(int=2**100), 1, 100).version is None
