"""What every test relies on: the cast is whole again, whatever the last test did to it."""

from collections.abc import Callable

import pytest

from parentapp.models import Heart, Unit
from tests import cast as casting
from tests.databases import KINDS

TABLES = (Unit, Heart)


def leave() -> None:
    Heart.delete().execute()


def rename() -> None:
    Unit.update(name="Another").execute()


def swap() -> None:
    """As many rows as before."""
    kept = Heart.select().dicts().first()
    Heart.delete().where(Heart.id == kept["id"]).execute()
    Heart.insert({name: value for name, value in kept.items() if name != "id"}).execute()


@pytest.mark.parametrize("harm", [leave, rename, swap])
@pytest.mark.parametrize("kind", KINDS)
def test_every_row_is_put_back(kind: str, harm: Callable[[], None]) -> None:
    with casting.assembled(kind):
        whole = rows()
        harm()
        assert rows() != whole
    with casting.assembled(kind):
        assert rows() == whole


def rows() -> dict[str, list[tuple[object, ...]]]:
    return {table.__name__: sorted(table.select().tuples(), key=repr) for table in TABLES}
