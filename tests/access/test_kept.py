"""What each kind of row keeps from whom: conversations, the family's questions, notices, reading, handing over."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from parentapp.access import names, visible
from parentapp.access.audience import Written, covering, readers
from parentapp.access.sight import Sight, look
from parentapp.crypto import new_id
from parentapp.db import transaction
from parentapp.domain import consents, families, log, lysglimt, recording, shown
from parentapp.enums import GLIMPSED, Answer, Audience, EntryType, Kind, NoticeKind, Relation, SeenPage
from parentapp.errors import Conflict, Hidden
from parentapp.models import (
    Closing,
    ConsentRequest,
    ContactRequest,
    Conversation,
    Employment,
    Entry,
    Handover,
    Hiding,
    InterpreterAssignment,
    Meeting,
    Member,
    Notice,
    RatherNot,
    SeenLine,
    Subject,
)
from tests.cast import Cast
from tests.closing import close

FAMILIES = {
    "sofia": {"oksana"},
    "amina": {"amina", "fadumo", "yusuf"},
    "jonas": {"jonas"},
    "noor": {"layla"},
    "elias": {"silje"},
}
TALKS = {"sofia.oksana": {"oksana", "kari"}, "amina.amina": {"amina", "kari"}}


def sights(cast: Cast) -> Iterator[tuple[str, Sight]]:
    """What everybody stands in relation to, one after the other."""
    for name, account in cast.accounts.items():
        with transaction():
            yield name, look(cast.as_(account))


def ids(query: Any) -> set[UUID]:
    return {row.id for row in query}


def test_a_conversation_is_its_members(cast: Cast) -> None:
    for name, sight in sights(cast):
        mine = {talk for talk, members in TALKS.items() if name in members}
        there = ids(visible.conversations(sight))
        assert {talk for talk in TALKS if cast.conversations[talk] in there} == mine, name


def test_who_has_left_a_conversation_sees_it_no_more(cast: Cast) -> None:
    kari = (Member.account == cast.accounts["kari"]) & (Member.conversation == cast.conversations["sofia.oksana"])
    Member.update(left_at=cast.now).where(kari).execute()
    with transaction():
        assert cast.conversations["sofia.oksana"] not in ids(visible.conversations(look(cast.actor("kari"))))
        assert cast.conversations["sofia.oksana"] in ids(visible.conversations(look(cast.actor("oksana"))))


def test_questions_are_the_familys(cast: Cast) -> None:
    for name, sight in sights(cast):
        of = {row.log_id for row in visible.requests(sight)}
        for child, family in FAMILIES.items():
            assert (cast.logs[child] in of) == (name in family), (name, child)


def test_what_is_not_found_by_a_list_is_not_found_by_its_id(cast: Cast) -> None:
    with transaction():
        sight = look(cast.actor("per.aas"))
        for model, row in ((Conversation, cast.conversations["sofia.oksana"]), (Entry, cast.entries["sofia.health"])):
            with pytest.raises(Hidden):
                visible.find(sight, model, row)
        assert visible.find(sight, Entry, cast.entries["sofia.concern"])


TOLD_OF = {Entry: NoticeKind.ENTRY, Conversation: NoticeKind.MESSAGE, ConsentRequest: NoticeKind.CONSENT_GIVEN}
TOLD_OF |= {InterpreterAssignment: NoticeKind.INTERPRETER, RatherNot: NoticeKind.MEETING}
TOLD_OF |= {Handover: NoticeKind.HANDOVER, ContactRequest: NoticeKind.CONTACT_REQUEST, Closing: NoticeKind.CLOSING}


def test_a_notice_tells_of_nothing_that_one_may_not_see(cast: Cast) -> None:
    """One to everybody about everything: each is shown those about what they see, and their own alone."""
    for table, kind in TOLD_OF.items():
        for row in table.select():
            tell_all(cast, row.log_id, kind, row.id)
    for meeting in Meeting.select():
        tell_all(cast, meeting.log_id, NoticeKind.MEETING, meeting.entry_id)
    for name, sight in sights(cast):
        told = list(visible.notices(sight))
        assert {row.account_id for row in told} <= {cast.accounts[name]}
        seen = ids(visible.entries(sight)) | ids(visible.conversations(sight)) | ids(visible.requests(sight))
        seen |= ids(visible.tasks(sight)) | ids(visible.assignments(sight)) | ids(visible.work(sight))
        seen |= ids(visible.handovers(sight)) | ids(visible.contact_requests(sight)) | ids(visible.closings(sight))
        seen |= ids(visible.rather_nots(sight)) | {row.entry_id for row in visible.meetings(sight)}
        assert {row.thing for row in told} == seen, name
        dotted = list(visible.message_notices(sight))
        assert {row.account_id for row in dotted} <= {cast.accounts[name]}
        assert {row.thing for row in dotted} == ids(visible.conversations(sight)), name


def tell_all(cast: Cast, log: UUID, kind: NoticeKind, thing: UUID) -> None:
    told = {"log": log, "kind": kind, "thing": thing, "actor": cast.accounts["kari"], "at": cast.now}
    rows = [{"id": new_id(), "account": account, **told} for account in cast.accounts.values()]
    Notice.insert_many(rows).execute()


# Whose reading of Amina's log is shown to whom, when they read «Logg», with the child's name on it.
SHOWN = {
    "amina": {"kari", "per.aas", "fadumo", "yusuf"},
    "fadumo": {"kari", "per.aas"},
    "yusuf": {"kari", "per.aas"},
    "kari": set(),
    "per.aas": set(),
    "lina": set(),
}


def test_guardians_reading_is_for_the_young_person_and_nobodys_for_staff(cast: Cast) -> None:
    SeenLine.delete().execute()
    for reader in ("kari", "per.aas", "fadumo", "yusuf", "amina"):
        reads(cast, reader, "amina", SeenPage.LOG)
    for name, read in SHOWN.items():
        assert shown_reading(cast, name) == read, name


def test_a_network_persons_reading_is_for_the_family(cast: Cast) -> None:
    SeenLine.delete().execute()
    reads(cast, "erik", "sofia", SeenPage.LYSGLIMT)
    assert shown_reading(cast, "oksana") == {"erik"}
    assert shown_reading(cast, "erik") == shown_reading(cast, "kari") == set()


def test_reading_in_a_conversation_is_shown_to_its_members_alone(cast: Cast) -> None:
    SeenLine.delete().execute()
    talk = cast.conversations["amina.amina"]
    reads(cast, "kari", "amina", SeenPage.CONVERSATION, talk, conversation=talk)
    assert shown_reading(cast, "amina") == {"kari"}
    assert shown_reading(cast, "fadumo") == set()


def test_reading_of_which_nothing_is_left_is_not_shown(cast: Cast) -> None:
    """Kari has seen one thing, without the child's name. Whom that is kept from is not told that there was one."""
    SeenLine.delete().execute()
    entry = cast.entries["amina.concern"]
    Hiding.create(entry=entry, guardian=cast.accounts["fadumo"], at=cast.now)
    with transaction():
        sight = look(cast.actor("kari"))
        recording.seen_all(sight, recording.of_things(sight, SeenPage.NOTICES, [(cast.logs["amina"], entry)]))
    assert shown_reading(cast, "amina") == shown_reading(cast, "yusuf") == {"kari"}
    assert shown_reading(cast, "fadumo") == set()


def test_of_what_was_seen_only_what_one_may_see_is_told(cast: Cast) -> None:
    SeenLine.delete().execute()
    of_amina = Entry.select().where(Entry.log == cast.logs["amina"])
    Hiding.create(entry=cast.entries["amina.concern"], guardian=cast.accounts["fadumo"], at=cast.now)
    reads(cast, "kari", "amina", SeenPage.LOG, *ids(of_amina))
    for name in ("amina", "fadumo", "yusuf"):
        with transaction():
            sight = look(cast.actor(name))
            ((_, things),) = visible.cut(sight, list(visible.seen_lines(sight)))
            assert {each.id for each in things} == ids(visible.entries(sight)) & ids(of_amina), name


def reads(cast: Cast, who: str, child: str, page: SeenPage, *things: UUID, conversation: UUID | None = None) -> None:
    with transaction():
        sight = look(cast.actor(who), cast.logs[child])
        recording.seen(sight, sight.log(cast.logs[child]), page, things, conversation)


def shown_reading(cast: Cast, who: str) -> set[str]:
    """Whose reading somebody is shown."""
    people = {account: name for name, account in cast.accounts.items()}
    with transaction():
        return {people[row.account_id] for row in visible.seen_lines(look(cast.actor(who)))}


# Sofia's log was handed over by Ola to Kari. The school has a yes without «who else»; the health station has one with.
def test_who_handed_over_to_whom_needs_who_else(cast: Cast) -> None:
    """That a service helps, or helped, is itself confidential: who came after whom tells it."""
    handover = (Entry.log == cast.logs["sofia"]) & (Entry.type == EntryType.HANDOVER)
    read = {name for name, sight in sights(cast) if visible.entries(sight).where(handover).exists()}
    assert read == {"oksana", "kari", "lina"}


def test_who_reads_of_a_handover_says_the_same(cast: Cast) -> None:
    """From the entry: who is told, and which services «Vist for» names."""
    written = Written(EntryType.HANDOVER, cast.accounts["ola"], addressee_id=cast.accounts["kari"])
    with transaction():
        sight = look(cast.actor("oksana"), cast.logs["sofia"])
        log = sight.log(cast.logs["sofia"])
        grants = sight.consents.grants[log.id]
        people = recording.belonging(sight, log)
        read = {person.account_id for person in readers(written, log, people, grants, sight.actor.today)}
        units = {grant.unit_id for grant in covering(written, grants)}
    assert read == {cast.accounts[name] for name in ("oksana", "kari", "lina")}
    assert units == {cast.units["health"]}


@pytest.mark.parametrize(
    ("written", "people", "units"),
    [
        ({"type": EntryType.NOTE}, {"oksana"}, {"school", "health"}),
        ({"type": EntryType.NOTE, "health": True}, {"oksana"}, {"health"}),
        ({"type": EntryType.HANDOVER}, {"oksana"}, {"health"}),
        ({"type": EntryType.LYSGLIMT}, {"oksana", "erik"}, {"school", "health"}),
        ({"type": EntryType.LYSGLIMT, "audience": Audience.SELF}, {"oksana"}, set()),
        ({"type": EntryType.LYSGLIMT, "audience": Audience.CONTACT}, {"oksana"}, set()),
    ],
)
def test_shown_for_names_who_reads(cast: Cast, written: dict[str, Any], people: set[str], units: set[str]) -> None:
    with transaction():
        sight = look(cast.actor("oksana"), cast.logs["sofia"])
        log = sight.log(cast.logs["sofia"])
        for_whom = shown.shown_for(sight, log, Written(author_id=cast.accounts["oksana"], **written))
    assert {person.account_id for person in for_whom.people} == {cast.accounts[person] for person in people}
    assert {unit.id for unit in for_whom.units} == {cast.units[unit] for unit in units}


def test_what_a_service_would_see_is_what_it_would_see(cast: Cast) -> None:
    """The example on the consent page: nothing of health for a yes without it, nothing meant for one person."""
    kinds = frozenset({Kind.PLAN})
    with transaction():
        query = visible.entries(look(cast.actor("amina"))).where(visible.for_service(kinds))
        assert {(row.kind, row.health, row.audience) for row in query} == {(Kind.PLAN, False, Audience.LOG)}


def test_a_deputy_is_of_the_holders_unit_or_of_one_that_the_family_said_yes_to(cast: Cast) -> None:
    with pytest.raises(Conflict):
        families.name_deputy(cast.actor("kari"), cast.logs["sofia"], cast.accounts["siri"], cast.units["bup"])
    families.name_deputy(cast.actor("kari"), cast.logs["sofia"], cast.accounts["per.aas"], cast.units["school"])
    with transaction():
        sight = look(cast.actor("per.aas"), cast.logs["sofia"])
        assert Relation.DEPUTY in sight.relations(sight.log(cast.logs["sofia"]))


def test_a_closed_log_leaves_its_conversations_to_the_family(cast: Cast) -> None:
    talk = cast.conversations["amina.amina"]
    close(cast, "amina")
    assert {name for name, sight in sights(cast) if talk in ids(visible.conversations(sight))} == {"amina"}


def test_who_can_be_written_to_is_who_sees_the_conversation(cast: Cast) -> None:
    """Two hands on one rule again: as the logs stand, at rest, closed, and when Kari has left her place of work."""
    steps: list[Callable[[], object]] = [
        lambda: None,
        lambda: consents.answer(cast.actor("oksana"), cast.requests["sofia.log"], Answer.NO),
        lambda: close(cast, "amina"),
        lambda: Employment.update(until=cast.today - timedelta(days=1)).execute(),
    ]
    for step in steps:
        step()
        for member in Member.select(Member, Conversation).join(Conversation):
            talk = member.conversation
            with transaction():
                sees = talk.id in ids(visible.conversations(look(cast.as_(member.account_id))))
                family = look(cast.as_(talk.owner_id), talk.log_id)
                assert names.in_reach(family, family.log(talk.log_id), member.account_id) == sees


def test_a_network_person_reads_what_was_meant_for_all_and_their_own(cast: Cast) -> None:
    amina = cast.logs["amina"]
    families.add_network_person(cast.actor("kari"), amina, cast.accounts["erik"], cast.today)
    meant = {each: lysglimt.post(cast.actor("amina"), amina, "Jeg sov godt.", audience=each) for each in GLIMPSED}
    own = lysglimt.post(cast.actor("erik"), amina, "Hun lo.")
    with transaction():
        read = ids(visible.entries(look(cast.actor("erik"), amina)))
        assert own in read
        assert read & set(meant.values()) == {meant[Audience.LOG]}


@pytest.mark.parametrize(("days", "still"), [(1, True), (0, False)])
def test_until_the_sixteenth_birthday_guardians_read_of_health(cast: Cast, days: int, still: bool) -> None:
    """By the day, and in both hands."""
    entry = log.add_note(cast.actor("kari"), cast.logs["amina"], "Sover bedre nå.", health=True)
    born = cast.today.replace(year=cast.today.year - 16) + timedelta(days=days)
    Subject.update(born=born).where(Subject.account == cast.accounts["amina"]).execute()
    written = Written(EntryType.NOTE, cast.accounts["kari"], health=True)
    with transaction():
        sight = look(cast.actor("fadumo"), cast.logs["amina"])
        amina = sight.log(cast.logs["amina"])
        assert (entry in ids(visible.entries(sight))) == still
        people, grants = recording.belonging(sight, amina), sight.consents.grants[amina.id]
        read = {person.account_id for person in readers(written, amina, people, grants, sight.actor.today)}
        assert (cast.accounts["fadumo"] in read) == still
