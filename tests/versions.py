"""How some saw what stands in the log, put there through the domain: «Det var ikke slik»."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from parentapp.domain import minutes, private, versions
from parentapp.models import Entry, Meeting, Version
from tests.cast import Cast
from tests.owning import owned

BESIDE = "Vi fikk ikke beskjed om det."
ANSWER = "Det skulle dere fått. Jeg ringer neste gang."


def versioned(cast: Cast) -> Cast:
    """Oksana saw otherwise what Per Aas, Ola (who is out) and Erik wrote of Sofia. Amina did, of what is kept from her
    father; and he of what she then kept from him. Fadumo did, of what Kari wrote about herself, and lets the school
    read.
    """
    cast = owned(cast)
    for who, entry in (
        *(("oksana", "sofia.note"), ("oksana", "sofia.concern"), ("oksana", "sofia.lysglimt")),
        *(("amina", "amina.hidden"), ("yusuf", "amina.note"), ("fadumo", "amina.own")),
    ):
        versions.write(cast.actor(who), cast.entries[entry], BESIDE)
    private.choose(cast.actor("amina"), cast.entries["amina.note"], [cast.accounts["yusuf"]])
    return cast


def answered(cast: Cast) -> Cast:
    """And Per Aas has answered Oksana."""
    cast = versioned(cast)
    versions.answer(cast.actor("per.aas"), written(cast)["sofia.note.oksana"], ANSWER)
    return cast


def minuted(cast: Cast) -> Cast:
    """Sofia's meeting was held, and the minutes written, nine days ago: of these only the time is set."""
    ago = cast.now - timedelta(days=9)
    Meeting.update(starts=ago, ends=ago + timedelta(hours=1)).where(
        Meeting.id == cast.meetings["sofia.meeting"]
    ).execute()
    said = minutes.write(cast.actor("kari"), cast.meetings["sofia.meeting"], ["Sofia velger hvem hun er på lag med."])
    Entry.update(at=ago).where(Entry.id == said).execute()
    return replace(cast, entries={**cast.entries, "sofia.minutes": said})


def written(cast: Cast) -> dict[str, UUID]:
    """The versions, by the entry and who wrote them: «sofia.note.oksana»."""
    names = {account: name for name, account in cast.accounts.items()}
    entries = {entry: name for name, entry in cast.entries.items()}
    rows = Version.select().where(Version.answers.is_null()).order_by(Version.at)
    return {f"{entries[row.entry_id]}.{names[row.author_id]}": row.id for row in rows if row.entry_id in entries}
