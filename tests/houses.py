"""Two tables of the tests' own: rows with every field of ours, and sealed texts that belong to another row."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum

from peewee import BlobField, Database, ForeignKeyField, IntegerField

from parentapp import crypto, db
from parentapp.db import EnumField, EnumSetField, Sealed, Table, UtcField


class Colour(Enum):
    RED = "red"
    BLUE = "blue"
    GREEN = "green"


class House(Table):
    at = UtcField(null=True)
    colour = EnumField(Colour, null=True)
    colours = EnumSetField(Colour, null=True)
    count = IntegerField(default=0)


class Room(Table):
    house = ForeignKeyField(House, backref="+", on_delete="RESTRICT")
    text_sealed = BlobField(null=True)
    other_sealed = BlobField(null=True)
    text = Sealed("text_sealed", owner="house")
    other = Sealed("other_sealed", owner="house")


@contextmanager
def built(database: Database) -> Iterator[None]:
    """Inside the block the tables are there, empty."""
    with db.transaction():
        database.create_tables([House, Room])
    yield
    db.settle()
    with db.transaction():
        database.drop_tables([House, Room])


def house_with_key() -> House:
    house: House = House.create()
    crypto.vault().create(house.id)
    return house


def reread(row: Table) -> Table:
    """As it stands in the database."""
    again: Table = type(row).get_by_id(row.id)
    return again
