"""What an adult let a service read about themselves does not come back by others' doing."""

from datetime import timedelta
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.access import visible
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import guardians, my_guardians, own_matters
from parentapp.domain.guardians import Relationship
from parentapp.enums import Basis, GuardianAnswer
from parentapp.models import Entry, Guardian, Subject
from tests.cast import Cast
from tests.owning import own


@pytest.fixture
def ticked(cast: Cast) -> UUID:
    """About Fadumo, who lets the school read it."""
    entry = own(cast)
    own_matters.choose(cast.actor("fadumo"), entry, [cast.units["school"]])
    assert reads(cast, entry)
    return entry


def reads(cast: Cast, entry: UUID) -> bool:
    with transaction():
        return bool(visible.entries(look(cast.actor("per.aas"))).where(Entry.id == entry).exists())


def test_not_when_the_young_person_lets_the_adult_in_again(cast: Cast, ticked: UUID) -> None:
    born = cast.today.replace(year=cast.today.year - 17)
    Subject.update(born=born).where(Subject.account == cast.accounts["amina"]).execute()
    for answer in (GuardianAnswer.LET_GO, GuardianAnswer.LET_IN):
        my_guardians.choose(cast.actor("amina"), cast.logs["amina"], cast.accounts["fadumo"], answer, 12)
        assert not reads(cast, ticked)
    assert not own_matters.page(cast.actor("fadumo"), ticked).ticked
    own_matters.choose(cast.actor("fadumo"), ticked, [cast.units["school"]])
    assert reads(cast, ticked)


def test_nor_when_the_adult_is_added_anew(cast: Cast, ticked: UUID) -> None:
    kari, amina, g = cast.actor("kari"), cast.logs["amina"], Guardian
    row = g.get((g.log == amina) & (g.account == cast.accounts["fadumo"]))
    guardians.end(kari, amina, row.id, "Feil person.")
    with clock.at(cast.now + timedelta(days=2)):
        found = Relationship(Basis.PARENTAL_RESPONSIBILITY, "Pass.", cast.today, signs=True)
        guardians.add(cast.actor("kari"), amina, "fadumo", found)
        assert not reads(cast, ticked)
