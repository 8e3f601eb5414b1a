"""Which entries exist for whom: every entry of the cast, for everybody, against a second reading of the rules."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from parentapp.access import visible
from parentapp.access.actor import Actor
from parentapp.access.audience import Person, Written, readers
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight, look
from parentapp.access.visible.timeline import NOTHING, any_of
from parentapp.db import transaction
from parentapp.domain import families, recording
from parentapp.domain import log as domain_log
from parentapp.enums import EntryType, NoticeKind, Relation
from parentapp.models import Employment, Entry, Hiding, Participation, Subject
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


def test_somebody_in_very_many_logs_can_still_read(cast: Cast) -> None:
    """SQLite reads conditions only so deep."""
    kari = cast.actor("kari")
    for _ in range(150):
        families.ask_for_log(kari, cast.units["health"], name="Ola", born=date(2015, 1, 1), level=1)
    with transaction():
        sight = look(kari)
        assert len(sight.logs()) > 150
        for rows in (visible.entries, visible.notices, visible.seen_lines, visible.conversations):
            list(rows(sight))


@pytest.mark.parametrize("works", [False, True])
def test_what_is_kept_from_a_guardian_is_kept_however_else_they_are_here(cast: Cast, works: bool) -> None:
    """Yusuf is Amina's father, and takes part for the school too: the note she keeps from him stays hers."""
    amina, yusuf = cast.logs["amina"], cast.accounts["yusuf"]
    hidden = {row.entry_id for row in Hiding.select().where(Hiding.guardian == yusuf)}
    if works:
        school = cast.units["school"]
        Employment.create(account=yusuf, unit=school, title="lærer", since=date(2020, 1, 1))
        Participation.create(log=amina, account=yusuf, unit=school, since=cast.now)
    with transaction():
        mine = look(cast.actor("yusuf"), amina)
        assert bool(mine.grants(mine.log(amina))) == works
        assert hidden
        assert not hidden & {entry.id for entry in visible.entries(look(cast.actor("yusuf")))}
        sight, facts = family_sight(cast, amina)
        assert all(yusuf not in everybody_reads(cast, sight, facts, Entry.get_by_id(entry)) for entry in hidden)


def test_who_has_quit_is_around_no_child(cast: Cast) -> None:
    """Neither to see, nor to be named as a reader, nor to be told anything."""
    per, sofia = cast.accounts["per.aas"], cast.logs["sofia"]
    note = Entry.get((Entry.log == sofia) & (Entry.type == EntryType.NOTE) & ~Entry.health)
    for employed in (True, False):
        if not employed:
            Employment.update(until=cast.now.date() - timedelta(days=1)).where(Employment.account == per).execute()
        with transaction():
            sight, facts = family_sight(cast, sofia)
            assert (per in everybody_reads(cast, sight, facts, note)) == employed
            assert (note.id in {entry.id for entry in visible.entries(look(cast.actor("per.aas")))}) == employed


@pytest.mark.parametrize("age", [14, 15])
def test_guardians_reading_is_for_who_is_fifteen(cast: Cast, age: int) -> None:
    born = cast.now.date().replace(year=cast.now.year - age)
    Subject.update(born=born).where(Subject.account == cast.accounts["amina"]).execute()
    domain_log.timeline(cast.actor("fadumo"), cast.logs["amina"])
    with transaction():
        lines = visible.seen_lines(look(cast.actor("amina"), cast.logs["amina"]))
        assert (Relation.GUARDIAN in {line.relation for line in lines}) == (age == 15)


def test_any_of_thousands_of_conditions_can_be_asked(cast: Cast) -> None:
    """SQLite reads no condition that is deeper than a thousand."""
    note = cast.entries["sofia.note"]
    wanted = [Entry.text_sealed == b"" for _ in range(3_000)] + [Entry.id == note]
    assert [row.id for row in Entry.select(Entry.id).where(any_of(wanted, NOTHING))] == [note]
