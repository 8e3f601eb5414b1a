"""The service directory: the same for everybody of a municipality; kept right by leaders, and by the administrator."""

from datetime import timedelta

import pytest

from parentapp import clock
from parentapp.access import directory as access
from parentapp.db import transaction
from parentapp.demo.people import UNITS
from parentapp.domain import changes, directory
from parentapp.domain.directory import Words
from parentapp.enums import ServiceKind
from parentapp.errors import Conflict, Hidden
from parentapp.models import Account, AuditLine, DirectoryEntry, Employment
from tests.cast import Cast
from tests.listing import HEALTH, listed

HERE = {key for key, place in UNITS.items() if place.municipality == "fjordvik"}


def kept_by(cast: Cast, who: str) -> set[str]:
    names = {unit: name for name, unit in cast.units.items()}
    with transaction():
        return {names[row.id] for row in access.kept(cast.actor(who))}


@pytest.mark.parametrize("who", ["oksana", "kari", "mona", "halyna", "samir"])
def test_everybody_reads_the_same_units_of_their_municipality(cast: Cast, who: str) -> None:
    names = {unit: name for name, unit in cast.units.items()}
    units = directory.page(listed(cast).actor(who)).units
    assert {names[each.id] for each in units} == HERE
    assert [each.said.words for each in units if each.said] == [HEALTH]
    assert [each.owners for each in units if each.owners] == [("Anne Strand",)]


def test_in_another_municipality_its_own(cast: Cast) -> None:
    assert [each.name for each in directory.page(listed(cast).actor("ivar")).units] == ["Sørdal skole"]


def test_by_sort(cast: Cast) -> None:
    page = directory.page(cast.actor("oksana"), ServiceKind.SCHOOL)
    assert [each.name for each in page.units] == ["Fjordvik skole"]
    assert ServiceKind.PPT in page.kinds


def test_whose_words_are_whose_to_keep_right(cast: Cast) -> None:
    assert kept_by(cast, "mona") == HERE
    assert kept_by(cast, "anne.strand") == {"health"}
    assert [kept_by(cast, who) for who in ("kari", "oksana", "ivar", "helga")] == [set()] * 4


def test_who_leads_no_longer_keeps_nothing_and_is_not_named(cast: Cast) -> None:
    Employment.update(until=cast.today - timedelta(days=1)).where(Employment.leads).execute()
    assert kept_by(cast, "anne.strand") == set()
    assert not any(each.owners for each in directory.page(cast.actor("oksana")).units)
    with pytest.raises(Hidden):
        directory.describe(cast.actor("anne.strand"), cast.units["health"], HEALTH)


def test_who_leads_one_unit_is_not_asked_of_another(cast: Cast) -> None:
    asked = {unit: list(access.keepers([cast.units[unit]], cast.today)) for unit in ("health", "ppt")}
    assert [row.account_id for row in asked["health"]] == [cast.accounts["anne.strand"]]
    assert asked["ppt"] == []


def test_a_closed_account_keeps_nothing(cast: Cast) -> None:
    Account.update(disabled_at=cast.now).where(Account.id == cast.accounts["mona"]).execute()
    assert kept_by(cast, "mona") == set()


@pytest.mark.parametrize(
    ("who", "unit"),
    [
        ("anne.strand", "school"),
        ("kari", "health"),
        ("oksana", "health"),
        ("mona", "sordal_school"),
        ("ivar", "health"),
    ],
)
def test_nobody_else_writes_or_says_that_it_is_right(cast: Cast, who: str, unit: str) -> None:
    directory.describe(cast.actor("mona"), cast.units["school"], HEALTH)
    listed(cast)
    for act in (
        lambda: directory.describe(cast.actor(who), cast.units[unit], HEALTH),
        lambda: directory.check(cast.actor(who), cast.units[unit]),
        lambda: directory.to_describe(cast.actor(who), cast.units[unit]),
    ):
        with pytest.raises(Hidden):
            act()
    assert DirectoryEntry.select().count() == 2


def test_half_a_year_later_whoever_keeps_it_is_asked(cast: Cast) -> None:
    listed(cast)
    with clock.at(cast.now + directory.GOES_STALE):
        assert directory.to_check(cast.actor("anne.strand")) == 0
    with clock.at(cast.now + directory.GOES_STALE + timedelta(days=1)):
        assert directory.to_check(cast.actor("anne.strand")) == 1
        assert directory.to_check(cast.actor("kari")) == 0
        asked = {
            who: [each.to_check for each in directory.page(cast.actor(who)).units] for who in ("kari", "anne.strand")
        }
        assert (any(asked["kari"]), sum(asked["anne.strand"])) == (False, 1)
        directory.check(cast.actor("anne.strand"), cast.units["health"])
        assert directory.to_check(cast.actor("anne.strand")) == 0
        [said] = [each.said for each in directory.page(cast.actor("oksana")).units if each.said]
        assert (said.checked_on, said.checked_by) == (clock.today(), "Anne Strand")


def test_nothing_written_is_nothing_to_say_yes_to(cast: Cast) -> None:
    with pytest.raises(Conflict, match=directory.NOTHING_YET):
        directory.check(cast.actor("anne.strand"), cast.units["health"])
    assert directory.to_check(cast.actor("anne.strand")) == 1
    assert directory.to_check(cast.actor("mona")) == len(HERE)


def test_written_again_it_is_one_and_the_administrator_sees_who_changed_it(cast: Cast) -> None:
    listed(cast)
    words = Words("Søvn.", "", "", "Kom innom.")
    directory.describe(cast.actor("mona"), cast.units["health"], words)
    [row] = DirectoryEntry.select()
    assert (row.helps_with, row.phone, row.checked_by_id) == ("Søvn.", "", cast.accounts["mona"])
    told = [(each.action.value, each.thing.unit) for each in changes.changes(cast.actor("mona"))]
    assert told == [("service:describe", "Fjordvik helsestasjon")] * 2
    assert not AuditLine.select().where(AuditLine.log.is_null(False) & AuditLine.action.startswith("service:")).exists()


def test_the_number_as_a_telephone_takes_it(cast: Cast) -> None:
    assert Words("x", "+47 (000) 00-203", "", "y").dialled == "+4700000203"
