"""Who may hang files on what is written already, and to whom that is offered: the same."""

from uuid import UUID

import pytest

from parentapp.access import attaching as rule
from parentapp.access.sight import look
from parentapp.access.visible import entries
from parentapp.db import transaction
from parentapp.domain import attaching
from parentapp.errors import Conflict, Denied
from parentapp.models import Entry
from tests.access.states import put
from tests.cast import Cast
from tests.files import hung
from tests.owning import own


def refused(cast: Cast, person: str, entry_id: UUID) -> type[Exception] | None:
    """What one who can read it is told; and that it is offered to whoever is told nothing."""
    with transaction():
        sight = look(cast.actor(person))
        entry = entries(sight).where(Entry.id == entry_id).get()
        log = sight.log(entry.log_id)
        offered = rule.may_attach(sight, log, entry)
        try:
            rule.require_attaching(sight, log, entry)
        except (Denied, Conflict) as said:
            assert not offered
            return type(said)
    assert offered
    return None


def test_only_its_author_may(cast: Cast) -> None:
    entry = cast.entries["sofia.note"]
    told = {person: refused(cast, person, entry) for person in ("per.aas", "kari", "lina", "oksana")}
    assert told == {"per.aas": None, "kari": Denied, "lina": Denied, "oksana": Denied}


def test_never_on_what_is_an_adults_own(cast: Cast) -> None:
    entry = own(cast)
    assert (refused(cast, "kari", entry), refused(cast, "fadumo", entry)) == (Conflict, Denied)


def test_only_on_notes_concerns_and_minutes(cast: Cast) -> None:
    author = Entry.get_by_id(cast.entries["sofia.goal"]).author_id
    assert author == cast.accounts["kari"]
    assert refused(cast, "kari", cast.entries["sofia.goal"]) is Denied
    assert refused(cast, "kari", cast.entries["amina.concern"]) is None


def test_who_no_longer_leads_meetings_does_not_change_the_minutes_of_one(cast: Cast) -> None:
    put(cast, "agreed")
    entry = Entry.get(Entry.type == "minutes", Entry.log == cast.logs["sofia"])
    assert refused(cast, "kari", entry.id) is None
    Entry.update(author=cast.accounts["per.aas"]).where(Entry.id == entry.id).execute()
    assert refused(cast, "per.aas", entry.id) is Denied
    with pytest.raises(Denied):
        attaching.add(cast.actor("per.aas"), entry.id, [hung()])
