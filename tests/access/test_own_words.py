"""Nobody is kept from their own words; and whoever asked for a log reads its concerns and nothing else."""

from datetime import timedelta
from uuid import UUID

from parentapp.access import visible
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import families, lysglimt
from parentapp.enums import EntryType
from parentapp.models import Entry, Hiding, Subject
from tests.cast import Cast


def read(cast: Cast, who: str, log: UUID) -> set[UUID]:
    with transaction():
        return {row.id for row in visible.entries(look(cast.actor(who), log))}


def test_a_guardian_reads_an_own_post_whatever_is_kept(cast: Cast) -> None:
    amina = cast.logs["amina"]
    own = lysglimt.post(cast.actor("fadumo"), amina, "Hun lo.")
    Hiding.create(entry=own, guardian=cast.accounts["fadumo"], at=cast.now)
    Hiding.create(entry=own, guardian=cast.accounts["yusuf"], at=cast.now)
    assert own in read(cast, "fadumo", amina)
    assert own not in read(cast, "yusuf", amina)
    Hiding.delete().execute()
    born = cast.today.replace(year=cast.today.year - 16)
    Subject.update(born=born).where(Subject.account == cast.accounts["amina"]).execute()
    Entry.update(health=True).where(Entry.id == own).execute()
    assert own in read(cast, "fadumo", amina)
    assert own not in read(cast, "yusuf", amina)


def test_whoever_asked_for_a_log_reads_the_concerns_only(cast: Cast) -> None:
    kari, born = cast.actor("kari"), cast.today - timedelta(days=3000)
    mia = families.ask_for_log(kari, cast.units["health"], name="Mia", born=born, level=1)
    sofia = Entry.log == cast.logs["sofia"]
    concern, *_ = Entry.select().where(sofia & (Entry.type == EntryType.CONCERN))
    Entry.update(log=mia).where(sofia).execute()
    assert Entry.select().where(Entry.log == mia).count() > 1
    assert read(cast, "kari", mia) == {concern.id}
