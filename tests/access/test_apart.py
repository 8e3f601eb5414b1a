"""What of a log goes into files of the reader's own, apart from what the whole family shares."""

from uuid import UUID

from parentapp.domain import archive, private
from parentapp.domain import log as timeline
from parentapp.models import Entry, Message, Subject
from tests.cast import Cast


def things(cast: Cast, who: str, child: str, *, private: bool) -> set[UUID]:
    """The entries and messages in all files of that sort."""
    page = archive.page(cast.actor(who), cast.logs[child])
    files = (
        archive.file(cast.actor(who), cast.logs[child], part.number, private=private)
        for part in (page.private if private else page.shared)
    )
    items = [item for each in files for item in each.items]
    return {item.entry.id if item.entry else item.said.message.id for item in items if item.entry or item.said}


def files(cast: Cast, who: str, child: str) -> tuple[set[UUID], set[UUID]]:
    return things(cast, who, child, private=False), things(cast, who, child, private=True)


def test_what_is_for_one_alone_lies_in_a_file_of_its_own(cast: Cast) -> None:
    mine = cast.conversations["amina.amina"]
    shared, own = files(cast, "amina", "amina")
    apart = {row.id for row in Entry.select().where((Entry.log == cast.logs["amina"]) & (Entry.audience != "log"))}
    assert own & apart
    assert not shared & apart
    said = {row.id for row in Message.select().where(Message.conversation == mine)}
    assert said
    assert said <= own


def test_what_is_kept_from_a_guardian_is_in_none_of_their_files(cast: Cast) -> None:
    before = {who: files(cast, who, "amina") for who in ("amina", "fadumo", "yusuf")}
    entry = timeline.add_note(cast.actor("kari"), cast.logs["amina"], "Amina vil vente med å si dette hjemme.")
    private.choose(cast.actor("amina"), entry, [cast.accounts["fadumo"]])
    after = {who: files(cast, who, "amina") for who in ("amina", "fadumo", "yusuf")}
    assert after["fadumo"] == before["fadumo"]
    assert after["amina"] == (before["amina"][0], before["amina"][1] | {entry})
    # Yusuf is not told that it is kept from anybody: it lies where all else lies.
    assert after["yusuf"] == (before["yusuf"][0] | {entry}, before["yusuf"][1])


def test_from_sixteen_health_is_apart_for_the_young_person(cast: Cast) -> None:
    entry = timeline.add_note(cast.actor("siri"), cast.logs["jonas"], "Jonas sover bedre.", health=True)
    shared, own = files(cast, "jonas", "jonas")
    assert (entry in own, entry in shared) == (True, False)
    Subject.update(born=cast.today.replace(year=cast.today.year - 15)).where(
        Subject.account == cast.accounts["jonas"]
    ).execute()
    shared, own = files(cast, "jonas", "jonas")
    assert (entry in own, entry in shared) == (False, True)
