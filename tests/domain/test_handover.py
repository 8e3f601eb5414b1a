"""The baton is passed on: the one who held it is out, the family is told, the successor is fit to hold it."""

from datetime import timedelta
from uuid import UUID

import pytest

from parentapp.domain import families, home, log
from parentapp.enums import NoticeKind
from parentapp.errors import Conflict, Hidden
from parentapp.models import Employment, Entry, Notice, Stafettlogg
from tests.cast import Cast


def pass_on(cast: Cast, successor: str = "lina", unit: str = "health") -> None:
    log.pass_baton(cast.actor("kari"), cast.logs["sofia"], cast.accounts[successor], cast.units[unit], "Lina tar over.")


def holder(cast: Cast) -> UUID:
    found: UUID = Stafettlogg.get_by_id(cast.logs["sofia"]).holder_id
    return found


def told(cast: Cast) -> set[str]:
    """Who is told of the handover."""
    entry = Entry.select().where(Entry.log == cast.logs["sofia"]).order_by(Entry.at.desc()).limit(10)
    handover = next(row.id for row in entry if row.text == "Lina tar over.")
    about = (Notice.thing == handover) & (Notice.kind == NoticeKind.ENTRY)
    return {
        name
        for name, account in cast.accounts.items()
        if account in {row.account_id for row in Notice.select().where(about)}
    }


def test_who_held_the_baton_is_out_also_as_somebody_who_takes_part(cast: Cast) -> None:
    families.add_participant(cast.actor("kari"), cast.logs["sofia"], cast.accounts["kari"], cast.units["health"])
    families.add_participant(cast.actor("kari"), cast.logs["sofia"], cast.accounts["randi"], cast.units["health"])
    pass_on(cast)
    with pytest.raises(Hidden):
        log.timeline(cast.actor("kari"), cast.logs["sofia"])
    for person in ("lina", "randi"):
        log.timeline(cast.actor(person), cast.logs["sofia"])
    families.add_participant(cast.actor("lina"), cast.logs["sofia"], cast.accounts["kari"], cast.units["health"])
    log.timeline(cast.actor("kari"), cast.logs["sofia"])


def test_the_family_is_told_who_the_contact_person_is(cast: Cast) -> None:
    families.name_deputy(cast.actor("kari"), cast.logs["sofia"], cast.accounts["randi"], cast.units["health"])
    pass_on(cast)
    assert "oksana" in told(cast)
    assert not told(cast) & {"kari", "randi", "erik", "tor"}  # not who did it, nor the deputy of before
    page = home.home(cast.actor("oksana"))
    assert page
    assert page.contact
    assert page.contact.holder.name == "Lina Moe"
    assert [news.entry.successor.name for news in page.news if news.entry and news.entry.successor] == ["Lina Moe"]


def test_a_successor_works_in_the_unit_today(cast: Cast) -> None:
    left = cast.actor("kari").today - timedelta(days=1)
    Employment.update(until=left).where(Employment.account == cast.accounts["lina"]).execute()
    for person in ("lina", "tor", "oksana"):
        with pytest.raises(Conflict):
            pass_on(cast, person)
    assert holder(cast) == cast.accounts["kari"]


def test_a_successor_is_not_kept_out(cast: Cast) -> None:
    families.block(cast.actor("kari"), cast.logs["sofia"], cast.accounts["lina"])
    with pytest.raises(Conflict):
        pass_on(cast)
    assert holder(cast) == cast.accounts["kari"]
