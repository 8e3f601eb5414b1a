"""The SQL of queries inside queries: written once, and the same as the library itself would write."""

from peewee import Context, Expression, Node, Select, Value

from parentapp import db
from tests.houses import House, built


class Counted(Node):
    """A one that counts how often its SQL is written."""

    written = 0

    def __sql__(self, ctx: Context) -> Context:
        self.written += 1
        return ctx.literal("1")


def nested(depth: int) -> tuple[Select, Counted]:
    counted = Counted()
    query = House.select(House.id).where(counted)
    for _ in range(depth):
        query = House.select(House.id).where(House.id.in_(query))
    return query, counted


def test_a_query_inside_others_is_written_once(database, monkeypatch) -> None:
    query, counted = nested(depth=5)
    ours = query.sql()
    assert counted.written == 1
    monkeypatch.setattr(Expression, "_is_rhs_empty", db._has_nothing)
    query, counted = nested(depth=5)
    assert query.sql() == ours, "the same SQL"
    assert counted.written == 2**5, "peewee no longer does what we mend: take it out of db.py"


def test_nothing_is_in_nothing(database) -> None:
    with built(database.database):
        House.create()
        for nothing in ([], (), set(), frozenset(), Value([])):
            assert House.select().where(House.id.in_(nothing)).count() == 0
            assert House.select().where(House.id.not_in(nothing)).count() == 1
