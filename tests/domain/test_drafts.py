"""What was being written is given back until the form is stored, and no longer than a day."""

from datetime import timedelta
from uuid import UUID

import pytest

from parentapp.clock import at
from parentapp.crypto import new_id
from parentapp.db import transaction
from parentapp.domain import drafts, log
from parentapp.domain.pressing import Press, once
from parentapp.errors import Conflict
from parentapp.models import Draft
from tests.cast import Cast

PAGE = "/logs/x/notes"
WORDS = {"text": "Halvferdig tanke"}


def keep(cast: Cast, person: str = "kari", address: str = PAGE) -> None:
    drafts.keep(cast.accounts[person], address, WORDS)


def kept(cast: Cast, person: str = "kari", address: str = PAGE) -> dict[str, str]:
    return drafts.kept(cast.actor(person), address)


def test_reading_it_changes_nothing(cast: Cast) -> None:
    keep(cast)
    assert [kept(cast) for _ in range(3)] == [WORDS] * 3


def test_storing_the_form_of_that_page_ends_it_for_that_person(cast: Cast) -> None:
    keep(cast)
    keep(cast, "lina")
    keep(cast, address="/desk")
    log.add_note(cast.actor("kari"), cast.logs["sofia"], "Hel tanke.", press=Press(new_id(), ("note",), PAGE))
    assert kept(cast) == {}
    assert kept(cast, "lina") == kept(cast, address="/desk") == WORDS


def test_what_is_not_stored_is_still_kept(cast: Cast) -> None:
    """It ends in the transaction of its effect: undone with it."""

    def fails() -> UUID:
        raise Conflict("Nei.")

    def undone() -> None:
        with transaction():
            once(cast.actor("kari"), Press(new_id(), ("note",), PAGE), new_id)
            raise Conflict("Nei.")

    def refused() -> None:
        with transaction():
            once(cast.actor("kari"), Press(new_id(), ("note",), PAGE), fails)

    keep(cast)
    for attempt in (refused, undone):
        with pytest.raises(Conflict):
            attempt()
        assert kept(cast) == WORDS


def test_it_is_kept_for_a_day(cast: Cast) -> None:
    keep(cast)
    with at(cast.now + timedelta(hours=23, minutes=59)):
        assert kept(cast) == WORDS
    with at(cast.now + timedelta(days=1)):
        assert kept(cast) == {}
        keep(cast, "lina")
        assert [row.account_id for row in Draft.select()] == [cast.accounts["lina"]]
