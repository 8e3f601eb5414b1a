"""The log as a service sees it: what one of its professionals sees, and who looks sees too. No more, no less."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from parentapp.access import names, previewing, visible
from parentapp.access.previewing import as_service
from parentapp.access.sight import Sight, look
from parentapp.db import database, transaction
from parentapp.domain import log as domain_log
from parentapp.domain import preview
from parentapp.enums import Kind, Relation
from parentapp.errors import Hidden
from parentapp.models import Employment, Entry, Hiding, Participation, SeenLine
from tests.cast import Cast

Compared = list[tuple[frozenset[UUID], frozenset[UUID]]]  # what a preview shows, and what it should


def compared(cast: Cast) -> Compared:
    """Of everybody, and each service that was asked about."""
    return [
        pair
        for name, log_id in cast.logs.items()
        for unit in [unit for unit in cast.units if f"{name}.{unit}" in cast.requests]
        for pair in of_service(cast, log_id, cast.units[unit])
    ]


def of_service(cast: Cast, log_id: UUID, unit_id: UUID) -> Compared:
    theirs, found = seen_by_newcomer(cast, log_id, unit_id), []
    for person in cast.accounts:
        with transaction():
            sight = look(cast.actor(person), log_id)
            own = ids(sight, log_id) if sight.ties else frozenset()
        if own:
            found += [(shown, theirs & own) for shown in previewed(cast, person, log_id, unit_id)]
    return found


def seen_by_newcomer(cast: Cast, log_id: UUID, unit_id: UUID) -> frozenset[UUID]:
    """What Randi sees, were she there for that service since today: she has written nothing, nothing is to her."""
    with database.atomic() as change:
        Employment.create(account=cast.accounts["randi"], unit=unit_id, title="lærer", since=date(2020, 1, 1))
        Participation.create(log=log_id, account=cast.accounts["randi"], unit=unit_id, since=cast.now)
        found = ids(look(cast.actor("randi"), log_id), log_id)
        change.rollback()
    return found


def ids(sight: Sight, log_id: UUID) -> frozenset[UUID]:
    return frozenset(each.id for each in visible.entries(sight) if each.log_id == log_id)


def previewed(cast: Cast, person: str, log_id: UUID, unit_id: UUID) -> list[frozenset[UUID]]:
    """All pages of it, where there is one for that person."""
    found: set[UUID] = set()
    before = None
    try:
        while True:
            page = preview.preview(cast.actor(person), log_id, unit_id, before=before)
            found |= {each.id for each in page.entries}
            before = page.older
            if before is None:
                return [frozenset(found)]
    except Hidden:
        return []


def test_it_is_what_the_service_sees_of_what_one_sees(cast: Cast) -> None:
    pairs = compared(cast)
    assert [pair for pair in pairs if pair[0] != pair[1]] == []
    assert len(pairs) > 30
    assert len([shown for shown, _ in pairs if shown]) > 15


def test_without_the_one_who_looks_it_would_show_more(cast: Cast) -> None:
    """The negative control, and the other half: one's own sight is more than the service's."""
    amina, school = cast.logs["amina"], cast.units["school"]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(preview, "as_service", lambda *given: replace(as_service(*given), within=None))
        assert any(shown > right for shown, right in of_service(cast, amina, school))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(preview, "as_service", lambda sight, log, unit_id: sight)
        assert any(shown > right for shown, right in of_service(cast, amina, school))


def test_of_a_service_that_has_not_asked_there_is_none(cast: Cast) -> None:
    with transaction():
        sight = look(cast.actor("oksana"), cast.logs["sofia"])
    with pytest.raises(Hidden):
        previewing.as_service(sight, sight.log(cast.logs["sofia"]), cast.units["bup"])


def test_no_more_names_are_told_than_either_is_told(cast: Cast) -> None:
    """Tor answers for the service with care. The kindergarten is told who else helps, his own service is not."""
    ella, kindergarten = cast.logs["ella"], cast.units["kindergarten"]
    with transaction():
        sight = look(cast.actor("tor"), ella)
        log = sight.log(ella)
        given = (
            replace(each, kinds=with_who_else(each.unit_id == kindergarten, each.kinds))
            for each in sight.consents.grants[ella]
        )
        sight = replace(sight, consents=replace(sight.consents, grants={ella: tuple(given)}))
        alone, service = (
            replace(as_service(sight, log, kindergarten), within=None),
            as_service(sight, log, kindergarten),
        )
        told = [
            [(names.may_name(each, log, who.account_id, who.unit_id), names.may_tell_unit(each, log, who.unit_id))
             for who in sight.around if who.unit_id]
            for each in (service, alone, sight)
        ]  # fmt: skip
        both = [(a[0] and b[0], a[1] and b[1]) for a, b in zip(told[1], told[2], strict=True)]
    assert told[0] == both
    assert any(a[0] > b[0] for a, b in zip(told[1], told[2], strict=True)), "else it proves nothing of names"
    assert any(a[1] > b[1] for a, b in zip(told[1], told[2], strict=True)), "else it proves nothing of units"


def with_who_else(told: bool, kinds: frozenset[Kind]) -> frozenset[Kind]:
    return kinds | {Kind.WHO_ELSE} if told else kinds - {Kind.WHO_ELSE}


def test_that_something_is_kept_from_another_guardian_is_not_told(cast: Cast) -> None:
    """The health station may keep what is about health from a guardian; a preview of it tells nobody what is kept."""
    mikkel, health = cast.logs["mikkel"], cast.units["health"]
    kept = Hiding.select(Hiding.entry)
    note = Entry.get((Entry.log == mikkel) & Entry.health & Entry.id.in_(kept))
    Hiding.update(guardian=cast.accounts["per.haugen"]).where(Hiding.entry == note.id).execute()
    shown = preview.preview(cast.actor("hege"), mikkel, health).entries
    assert [(each.kept, each.may_keep, each.shown_for) for each in shown if each.id == note.id] == [
        (False, False, None)
    ]


@pytest.mark.parametrize(("person", "lines"), [("fadumo", [Relation.GUARDIAN]), ("amina", [])])
def test_who_looks_has_read_and_the_service_has_not(cast: Cast, person: str, lines: list[Relation]) -> None:
    before = {each.id for each in SeenLine.select()}
    preview.preview(cast.actor(person), cast.logs["amina"], cast.units["school"])
    new = [each for each in SeenLine.select() if each.id not in before]
    assert [(each.relation, each.account_id, each.unit_id) for each in new] == [
        (relation, cast.accounts[person], None) for relation in lines
    ]


def test_helpers_are_named_as_the_service_is_told_them(cast: Cast) -> None:
    """The school is not told who else helps Sofia; her mother is, on her own page."""
    shown = preview.preview(cast.actor("oksana"), cast.logs["sofia"], cast.units["school"]).entries
    own = {each.id: each for each in domain_log.timeline(cast.actor("oksana"), cast.logs["sofia"]).entries}
    assert all(own[each.id].author.name for each in shown if each.id in own)
    with transaction():
        sight = look(cast.actor("oksana"), cast.logs["sofia"])
        log = sight.log(cast.logs["sofia"])
        service = as_service(sight, log, cast.units["school"])
        told = {who.account_id for who in sight.around if names.may_name(service, log, who.account_id, who.unit_id)}
    assert {each.author.account_id for each in shown if each.author.name} <= told
