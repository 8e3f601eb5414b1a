"""Queries whose SQL is built once give what peewee gives, for every person, however many logs they ask about."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from parentapp import crypto
from parentapp.access import asked, circle, facts, prepared
from parentapp.access.prepared import Prepared
from parentapp.models import Absence, Stafettlogg
from tests.cast import Cast


def rows(found: list[object]) -> list[object]:
    """Rows of a model compare by id only: all they hold, instead."""
    return [getattr(row, "__data__", row) for row in found]


def test_the_same_rows_as_the_query_itself(cast: Cast) -> None:
    for username in cast.accounts:
        actor = cast.actor(username)
        asks = {"me": actor.account_id, "today": actor.today, "now": actor.now}
        assert facts._tied(**asks) == list(facts._tied_query(**asks))
        one = {**asks, "log": cast.logs["sofia"]}
        assert facts._tied(**one) == list(facts._tied_query(**one))
    every = sorted(cast.logs.values())
    for count in (1, 2, len(every)):
        ids = every[:count]
        assert asked._asked(ids=ids) == list(asked._asked_query(ids=ids))
        around = {"today": actor.today, "now": actor.now, "ids": ids}
        assert rows(circle._around(**around)) == rows(list(circle._around_query(**around)))
        assert len(circle._around(**around)) > count


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


@pytest.mark.parametrize("value", ["text", 1, None])
def test_other_sorts_of_values_are_refused(cast: Cast, value: object) -> None:
    with pytest.raises(TypeError):
        Prepared(lambda value: Stafettlogg.select())(value=value)


def test_stand_ins_are_nothing_that_could_be_real() -> None:
    for real in (crypto.new_id(), date(2026, 3, 10), datetime(2026, 3, 10, tzinfo=UTC)):
        stand_in = prepared._stand_in(real, 7)
        assert type(stand_in) is type(real)
        assert stand_in != prepared._stand_in(real, 8)
    assert prepared._stand_in(UUID(int=2**100), 1).version is None
