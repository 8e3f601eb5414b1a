"""«Privat for meg»: what is kept from all guardians is kept from those who come later."""

from datetime import timedelta
from uuid import UUID

import pytest

from parentapp.clock import at
from parentapp.domain import families, log, private
from parentapp.enums import Basis
from parentapp.errors import Hidden
from parentapp.models import Entry, Guardian, Hiding, Notice
from tests.cast import Cast


def add(cast: Cast, person: str = "gro", in_days: int = 0) -> None:
    kari = cast.actor("kari")
    families.add_guardian(
        kari,
        cast.logs["amina"],
        cast.accounts[person],
        basis=Basis.VERGE,
        verified_how="Viste legitimasjon.",
        since=kari.today + timedelta(days=in_days),
    )


def write(cast: Cast, text: str) -> UUID:
    return log.add_note(cast.actor("kari"), cast.logs["amina"], text)


def hide(cast: Cast, entry: UUID, *people: str) -> None:
    private.choose(cast.actor("amina"), entry, [cast.accounts[person] for person in people])


def reads(cast: Cast, person: str, entry: UUID) -> bool:
    return entry in [each.id for each in log.timeline(cast.actor(person), cast.logs["amina"]).entries]


def test_a_new_guardian_does_not_read_what_is_kept_from_all(cast: Cast) -> None:
    from_all, from_one = write(cast, "Fra begge."), write(cast, "Fra én.")
    hide(cast, from_all, "fadumo", "yusuf")
    hide(cast, from_one, "yusuf")
    add(cast)
    assert not reads(cast, "gro", from_all)
    assert reads(cast, "gro", from_one)
    known = [cast.logs["amina"], cast.logs["mikkel"]]  # something is kept for Mikkel in the cast
    assert not Hiding.select().join(Entry).where(Entry.log.not_in(known)).exists()


def test_who_is_guardian_no_longer_makes_no_difference(cast: Cast) -> None:
    entry = write(cast, "Fra mamma, etter at pappa gikk ut.")
    before = cast.actor("kari").today - timedelta(days=1)
    Guardian.update(until=before).where(Guardian.account == cast.accounts["yusuf"]).execute()
    hide(cast, entry, "fadumo")
    add(cast)
    assert not reads(cast, "gro", entry)


def test_with_no_guardian_left_what_was_kept_from_anybody_stays_kept(cast: Cast) -> None:
    entry, other = write(cast, "Fra pappa."), write(cast, "Fra ingen.")
    hide(cast, entry, "yusuf")
    for person in ("fadumo", "yusuf"):
        families.block(cast.actor("kari"), cast.logs["amina"], cast.accounts[person])
    add(cast)
    assert (reads(cast, "gro", entry), reads(cast, "gro", other)) == (False, True)


def test_one_who_was_added_and_is_no_guardian_yet_does_not_read_it_later(cast: Cast) -> None:
    from_all, from_one = write(cast, "Fra begge."), write(cast, "Fra én.")
    add(cast, in_days=5)
    hide(cast, from_one, "yusuf")
    hide(cast, from_all, "yusuf", "fadumo")
    with at(cast.now + timedelta(days=6)):
        assert (reads(cast, "gro", from_all), reads(cast, "gro", from_one)) == (False, True)


@pytest.mark.parametrize("person", ["kari", "per.aas", "oksana", "amina"])
def test_it_is_kept_from_guardians_and_nobody_else(cast: Cast, person: str) -> None:
    entry = write(cast, "Fra hvem?")
    with pytest.raises(Hidden):
        hide(cast, entry, "yusuf", person)
    assert not Hiding.select().where(Hiding.entry == entry).exists()
    told = Notice.select().where((Notice.thing == entry) & (Notice.account == cast.accounts["yusuf"]))
    assert told.exists()


def test_it_is_not_kept_from_a_guardian_who_is_kept_out(cast: Cast) -> None:
    entry = write(cast, "Fra pappa.")
    families.block(cast.actor("kari"), cast.logs["amina"], cast.accounts["yusuf"])
    with pytest.raises(Hidden):
        hide(cast, entry, "yusuf")
