"""What an adult let a service read about themselves does not come back by others' doing."""

from datetime import timedelta
from uuid import UUID

from parentapp import clock
from parentapp.access import visible
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import consents, families, guardians, my_guardians, own_matters, questions
from parentapp.domain.guardians import Relationship
from parentapp.enums import Answer, Basis, GuardianAnswer, Kind
from parentapp.models import Entry, Guardian, Subject
from tests.cast import Cast
from tests.closing import close
from tests.owning import own
from tests.reopening import reopen


def tick(cast: Cast) -> UUID:
    """About Fadumo, who lets the school read it."""
    entry = own(cast)
    own_matters.choose(cast.actor("fadumo"), entry, [cast.units["school"]])
    assert reads(cast, entry)
    return entry


def reads(cast: Cast, entry: UUID) -> bool:
    with transaction():
        return bool(visible.entries(look(cast.actor("per.aas"))).where(Entry.id == entry).exists())


def test_not_when_the_young_person_lets_the_adult_in_again(cast: Cast) -> None:
    ticked = tick(cast)
    born = cast.today.replace(year=cast.today.year - 17)
    Subject.update(born=born).where(Subject.account == cast.accounts["amina"]).execute()
    for answer in (GuardianAnswer.LET_GO, GuardianAnswer.LET_IN):
        my_guardians.choose(cast.actor("amina"), cast.logs["amina"], cast.accounts["fadumo"], answer, 12)
        assert not reads(cast, ticked)
    assert not own_matters.page(cast.actor("fadumo"), ticked).ticked
    own_matters.choose(cast.actor("fadumo"), ticked, [cast.units["school"]])
    assert reads(cast, ticked)


def test_nor_when_the_adult_is_added_anew(cast: Cast) -> None:
    ticked = tick(cast)
    kari, amina, g = cast.actor("kari"), cast.logs["amina"], Guardian
    row = g.get((g.log == amina) & (g.account == cast.accounts["fadumo"]))
    guardians.end(kari, amina, row.id, "Feil person.")
    with clock.at(cast.now + timedelta(days=2)):
        found = Relationship(Basis.PARENTAL_RESPONSIBILITY, "Pass.", cast.today, signs=True)
        guardians.add(cast.actor("kari"), amina, "fadumo", found)
        assert not reads(cast, ticked)


def test_nor_when_a_closed_log_is_open_again_and_the_school_has_a_new_yes(cast: Cast) -> None:
    ticked = tick(cast)
    amina, school = cast.logs["amina"], cast.units["school"]
    close(cast, "amina")
    reopen(cast)
    kinds = frozenset({Kind.PLAN, Kind.WHO_ELSE})
    for unit in (school, cast.units["health"]):
        asked = questions.ask(cast.actor("fadumo"), amina, unit=unit, kinds=kinds, purpose="For å hjelpe.")
        for who in ("fadumo", "yusuf", "amina"):
            consents.answer(cast.actor(who), asked, Answer.YES)
    families.add_participant(cast.actor("kari"), amina, cast.accounts["per.aas"], school)
    assert not reads(cast, ticked)
    own_matters.choose(cast.actor("fadumo"), ticked, [school])
    assert reads(cast, ticked)
