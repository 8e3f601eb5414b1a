"""Which entries exist for whom: every entry of the cast, for everybody, against a second reading of the rules."""

from uuid import UUID

import pytest

from parentapp.access import visible
from parentapp.access.actor import Actor
from parentapp.access.audience import Person, Written, readers
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import recording
from parentapp.enums import NoticeKind, Relation
from parentapp.models import Entry, Hiding
from tests.cast import Cast


def everybody_reads(cast: Cast, sight: Sight, log: LogFacts, entry: Entry) -> set[UUID]:
    """Who can read the entry, reckoned from the entry (`audience`)."""
    hidden = {row.guardian_id for row in Hiding.select().where(Hiding.entry == entry.id)}
    written = Written(entry.type, entry.author_id, entry.health, entry.audience, entry.addressee_id, frozenset(hidden))
    grants = sight.consents.grants.get(log.id, ())
    people: list[Person] = recording.belonging(sight, log)
    return {person.account_id for person in readers(written, log, people, grants, sight.actor.today)}


def test_from_the_person_and_from_the_entry_the_rules_say_the_same(cast: Cast) -> None:
    """`visible` (from the person, in SQL) and `audience` (from the entry, in Python) are two hands on one rule."""
    with transaction():
        readable: dict[UUID, set[UUID]] = {}
        for account in cast.accounts.values():
            for entry in visible.entries(look(cast.as_(account))):
                readable.setdefault(entry.id, set()).add(account)
        compared = 0
        for name, log_id in cast.logs.items():
            for entry in Entry.select().where(Entry.log == log_id):
                sight, log = family_sight(cast, log_id)
                expected = everybody_reads(cast, sight, log, entry)
                assert readable.get(entry.id, set()) == expected, (name, entry.type)
                compared += 1
    assert compared >= 15


def family_sight(cast: Cast, log_id: UUID) -> tuple[Sight, LogFacts]:
    """Anybody's sight of the log that has everybody around it."""
    for account in cast.accounts.values():
        sight = look(cast.as_(account), log_id)
        for log in sight.ties:
            if sight.relations(log) & {Relation.SUBJECT, Relation.GUARDIAN}:
                return sight, log
    raise AssertionError("a log without a family")


@pytest.mark.parametrize("stranger", ["ingrid", "ola", "randi", "anne.strand", "mona", "ivar", "helga", "bjorn"])
def test_those_without_a_yes_see_no_entry_at_all(cast: Cast, stranger: str) -> None:
    own = {"ivar": cast.logs["nora"]}.get(stranger)
    with transaction():
        seen = {entry.log_id for entry in visible.entries(look(cast.actor(stranger)))}
    assert seen == ({own} if own else set())


def test_nobody_sees_anything_through_another_accounts_id(cast: Cast) -> None:
    with transaction():
        sight = look(Actor(cast.logs["sofia"], cast.actor("kari").now))
        assert not sight.ties
        assert not visible.entries(sight).exists()


def test_the_dot_in_the_menu_is_for_messages_in_the_list_of_news(cast: Cast) -> None:
    found = 0
    with transaction():
        for account in cast.accounts.values():
            sight = look(cast.as_(account))
            listed = {row.id for row in visible.notices(sight) if row.kind is NoticeKind.MESSAGE}
            assert {row.id for row in visible.message_notices(sight)} == listed
            found += len(listed)
    assert found
