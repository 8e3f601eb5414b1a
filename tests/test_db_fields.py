"""Fields keep exactly what they were given, and refuse what they could not give back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from enum import Enum
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parentapp import models
from parentapp.crypto import KeyMissing
from parentapp.db import EnumField, EnumSetField, Sealed, UuidField
from tests.houses import Colour, House, Room, built, house_with_key, reread

many = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
instants = st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone itself


class Shape(Enum):
    ROUND = "round"


@pytest.fixture
def houses(database) -> Iterator[None]:
    with built(database.database):
        yield


@pytest.fixture
def house(houses) -> House:
    return house_with_key()


# Instants.


@pytest.mark.usefixtures("houses")
@many
@given(instant=instants)
def test_an_instant_is_kept_to_the_microsecond(instant) -> None:
    kept = reread(House.create(at=instant)).at
    assert kept == instant
    assert kept.tzinfo is UTC


@pytest.mark.usefixtures("houses")
@many
@given(given_instants=st.lists(instants, max_size=8))
def test_instants_keep_their_order(given_instants) -> None:
    House.delete().execute()
    for instant in given_instants:
        House.create(at=instant)
    found = [row.at for row in House.select().order_by(House.at)]
    assert found == sorted(given_instants)
    for instant in given_instants:
        later = House.select(House.id).where(House.at > instant).count()
        assert later == sum(each > instant for each in given_instants)


@pytest.mark.usefixtures("houses")
def test_an_instant_of_another_zone_is_the_same_instant() -> None:
    there = datetime(2026, 3, 29, 3, 30, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    row = House.create(at=there)
    assert reread(row).at == there
    assert House.get(House.at == there.astimezone(UTC)) == row


@pytest.mark.usefixtures("houses")
def test_a_naive_instant_is_refused_in_rows_and_in_questions() -> None:
    naive = datetime(2026, 3, 29, 3, 30)  # noqa: DTZ001 - naive on purpose
    for use in (lambda: House.create(at=naive), lambda: House.get_or_none(House.at > naive)):
        with pytest.raises(ValueError, match="time zone"):
            use()
    assert House.select(House.id).count() == 0


@pytest.mark.usefixtures("houses")
def test_nothing_stays_nothing() -> None:
    row = reread(House.create(at=None, colour=None, colours=None))
    assert (row.at, row.colour, row.colours) == (None, None, None)


# Enumerations.


@pytest.mark.usefixtures("houses")
@pytest.mark.parametrize("colours", [set(), {Colour.RED}, {Colour.BLUE, Colour.RED}, set(Colour)])
def test_members_of_an_enumeration_come_back(colours) -> None:
    row = reread(House.create(colour=Colour.BLUE, colours=frozenset(colours)))
    assert row.colour is Colour.BLUE
    assert row.colours == frozenset(colours)
    assert House.get(House.colour == Colour.BLUE) == row
    assert House.get(House.colour.in_([Colour.RED, Colour.BLUE])) == row
    assert House.get_or_none(House.colour == Colour.RED) is None


@pytest.mark.usefixtures("houses")
def test_equal_sets_are_written_equally() -> None:
    one = House.create(colours=frozenset([Colour.RED, Colour.BLUE, Colour.GREEN]))
    two = House.create(colours=frozenset([Colour.GREEN, Colour.BLUE, Colour.RED]))
    texts = House.select(House.colours.cast("TEXT")).where(House.id.in_([one.id, two.id])).tuples()
    assert {text for (text,) in texts} == {"blue,green,red"}


@pytest.mark.usefixtures("houses")
@pytest.mark.parametrize(
    "values", [{"colour": Shape.ROUND}, {"colour": "mauve"}, {"colours": frozenset([Shape.ROUND])}]
)
def test_what_is_not_of_the_enumeration_is_refused(values) -> None:
    with pytest.raises(ValueError, match="is not a valid Colour"):
        House.create(**values)


@pytest.mark.usefixtures("houses")
def test_an_unknown_value_in_the_database_is_an_error_not_a_guess(database) -> None:
    row = House.create(colour=Colour.RED)
    database.database.execute_sql("UPDATE house SET colour = 'mauve'")
    with pytest.raises(ValueError, match="mauve"):
        _ = reread(row).colour


def test_every_value_of_every_enumeration_fits_its_column() -> None:
    fields = [field for table in models.ALL for field in table._meta.sorted_fields]
    enumerations = {field.of for field in fields if isinstance(field, EnumField)}
    assert len(enumerations) > 5
    assert not [member for kind in enumerations for member in kind if len(member.value) > 32]
    sets = {field.of for field in fields if isinstance(field, EnumSetField)}
    assert not [member for kind in sets for member in kind if "," in member.value]


# Ids.


@pytest.mark.usefixtures("houses")
def test_ids_are_uuids_and_never_the_same_twice() -> None:
    ids = [reread(House.create()).id for _ in range(20)]
    assert {type(each) for each in ids} == {UUID}
    assert len(set(ids)) == 20
    assert UuidField().python_value(str(ids[0])) == ids[0]
    assert UuidField().python_value(None) is None


# Sealed texts.


def test_a_sealed_text_comes_back_and_the_database_holds_none_of_it(house) -> None:
    room = reread(Room.create(text="Sofia gruer seg til gym", house=house))
    assert room.text == "Sofia gruer seg til gym"
    assert b"gym" not in bytes(room.text_sealed)
    assert room.other is None


def test_a_sealed_text_may_be_changed_and_taken_away(house) -> None:
    room = Room.create(text="mandag", other="tirsdag", house=house)
    room.text, room.other = "onsdag", None
    room.save()
    assert (reread(room).text, reread(room).other) == ("onsdag", None)
    assert reread(room).other_sealed is None


def test_an_empty_text_is_a_text(house) -> None:
    assert reread(Room.create(house=house, text="")).text == ""


def test_the_owner_must_be_known_before_the_text(house) -> None:
    room = Room()
    with pytest.raises(ValueError, match="house must be set before text_sealed"):
        room.text = "mandag"
    room.house = house.id
    room.text = "mandag"
    room.save(force_insert=True)
    assert reread(room).text == "mandag"


def test_without_the_owners_key_nothing_is_written(houses) -> None:
    row = House.create()
    with pytest.raises(KeyMissing):
        Room.create(house=row, text="mandag")
    assert Room.select(Room.id).count() == 0


def swap_rows(room: Room, neighbour: Room, elsewhere: House) -> None:
    Room.update(text_sealed=neighbour.text_sealed).where(Room.id == room.id).execute()


def swap_columns(room: Room, neighbour: Room, elsewhere: House) -> None:
    Room.update(text_sealed=room.other_sealed).where(Room.id == room.id).execute()


def change_owner(room: Room, neighbour: Room, elsewhere: House) -> None:
    Room.update(house=elsewhere).where(Room.id == room.id).execute()


@pytest.mark.parametrize("move", [swap_rows, swap_columns, change_owner])
def test_a_moved_text_does_not_open(house, move) -> None:
    room = Room.create(house=house, text="mandag", other="tirsdag")
    neighbour = Room.create(house=house, text="onsdag")
    assert (reread(room).text, reread(neighbour).text) == ("mandag", "onsdag")
    move(room, neighbour, house_with_key())
    with pytest.raises(KeyMissing):
        _ = reread(room).text


def test_the_descriptor_tells_about_itself() -> None:
    assert isinstance(Room.text, Sealed)
    assert Room.text.column == "text_sealed"
