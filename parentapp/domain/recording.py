"""What every act leaves behind: the audit line, the access line, the notices. In the act's own transaction."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from peewee import SqliteDatabase

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.audience import Person, Written, readers
from parentapp.access.facts import LogFacts
from parentapp.access.places import require_no_place
from parentapp.access.sight import Sight
from parentapp.access.visible import things_of
from parentapp.crypto import new_id
from parentapp.db import database
from parentapp.enums import Delivery, NoticeKind, Relation, SeenPage
from parentapp.models import AuditLine, Notice, SeenLine, SeenThing

Line = dict[str, object]  # of the access log, before it is written


def audit(actor: Actor, action: Action, thing: UUID, log: LogFacts | None) -> None:
    """Who did what to which thing. Raises LooksLikePlace: what was typed is then not kept, nor anything else."""
    if log is not None:
        require_no_place(actor, action, log)
    AuditLine.create(
        log=log.id if log else None, account=actor.account_id, action=action.value, thing=thing, at=actor.now
    )


def read(actor: Actor, action: Action, things: Iterable[UUID]) -> None:
    """Who has read what is about no log: an audit line for each of these things, in one write."""
    row = {"log": None, "account": actor.account_id, "action": action.value, "at": actor.now}
    rows = [{"id": new_id(), "thing": thing, **row} for thing in things]
    if rows:
        AuditLine.insert_many(rows).execute()


def seen(
    sight: Sight, log: LogFacts, page: SeenPage, things: Iterable[UUID] = (), conversation: UUID | None = None
) -> None:
    """One line for one response that shows a log, and these things of it. The subject's own reading is not written."""
    seen_all(sight, [_line(sight, log, page, (log.id, *things), conversation)])


def seen_all(sight: Sight, lines: Iterable[Line]) -> None:
    """The lines of one response that shows several logs, in one write."""
    _insert(sight, list(lines))


def of_logs(sight: Sight, page: SeenPage, shown: Mapping[LogFacts, Iterable[UUID]]) -> list[Line]:
    """A line for each of these logs, with the things of it that a response shows."""
    return [_line(sight, log, page, (log.id, *things)) for log, things in shown.items()]


def of_things(sight: Sight, page: SeenPage, shown: Iterable[tuple[UUID, UUID]]) -> list[Line]:
    """The same where a response shows only single things, each given after its log's id.

    Whoever may not know of any of them is not shown the line: see `visible.seen_lines`.
    """
    things: dict[UUID, list[UUID]] = {}
    for log_id, thing in shown:
        things.setdefault(log_id, []).append(thing)
    logs = sorted((log for log in sight.ties if log.id in things), key=lambda log: log.id)
    return [_line(sight, log, page, things[log.id]) for log in logs]


def _insert(sight: Sight, lines: list[Line]) -> None:
    kept = [line for line in lines if line["relation"] is not Relation.SUBJECT]
    things = [{"id": new_id(), "line": line["id"], "thing": each} for line in kept for each in _alone(line)]
    if things and not isinstance(database.obj, SqliteDatabase):  # both in one statement
        SeenThing.insert_many(things).with_cte(SeenLine.insert_many(kept).cte("line")).execute()
        return
    if kept:
        SeenLine.insert_many(kept).execute()
    if things:
        SeenThing.insert_many(things).execute()


def _alone(line: Line) -> list[UUID]:
    """What a line that does not name the child showed: the line stands or falls with these."""
    things = things_of(SeenLine(things=line["things"]))
    return [] if things[:1] == [line["log"]] else things


def _line(
    sight: Sight, log: LogFacts, page: SeenPage, things: Iterable[UUID], conversation: UUID | None = None
) -> Line:
    tie, grants = sight.tie(log), sight.grants(log)
    return {
        "id": new_id(),
        "log": log.id,
        "account": sight.actor.account_id,
        "relation": tie.relation,
        "unit": tie.unit_id,
        "page": page,
        "conversation": conversation,
        "request": grants[0].request_id if grants else None,
        "things": b"".join(thing.bytes for thing in things),
        "at": sight.actor.now,
    }


def belonging(sight: Sight, log: LogFacts) -> list[Person]:
    """Everybody who belongs to the log today."""
    active = (each for each in sight.around if each.log_id == log.id and each.active)
    return [Person(each.account_id, each.relation, each.unit_id, each.told_health) for each in active]


def readers_of(sight: Sight, log: LogFacts, written: Written) -> set[UUID]:
    """The accounts of everybody who can read the entry today."""
    grants = sight.consents.grants.get(log.id, ())
    found = readers(written, log, belonging(sight, log), grants, sight.actor.today)
    return {person.account_id for person in found}


def tell_readers(sight: Sight, log: LogFacts, kind: NoticeKind, thing: UUID, written: Written) -> None:
    """A notice to everybody who can read the entry, save its author."""
    tell(sight, log, kind, thing, readers_of(sight, log, written))


def tell(
    sight: Sight,
    log: LogFacts,
    kind: NoticeKind,
    thing: UUID,
    accounts: Iterable[UUID],
    at: datetime | None = None,
) -> None:
    """A notice to each of these accounts that belongs to the log today, save the actor: nobody who is kept out.

    `at`: when it happened, if that is not the actor's now.
    """
    here = {person.account_id for person in belonging(sight, log)}
    _notify(sight, log, kind, thing, here & set(accounts), at or sight.actor.now)


def remind(
    sight: Sight,
    log: LogFacts,
    kind: NoticeKind,
    thing: UUID,
    accounts: Iterable[UUID],
    day: date,
    step: int,
    *,
    outside: bool = True,
) -> None:
    """A reminder, so many days before that day, to each of these who belongs to the log today and has not had it.

    `outside`: whether something leaves the app, too.
    """
    here = {person.account_id for person in belonging(sight, log)}
    told = {"log": log.id, "kind": kind, "thing": thing, "day": day, "step": step, "at": sight.actor.now}
    _remind(
        {"account": each, "delivery": _delivery(sight, log, each) if outside else Delivery.KEPT, **told}
        for each in sorted(here & set(accounts))
    )


def remind_leaders(
    sight: Sight, log: LogFacts, kind: NoticeKind, accounts: Iterable[UUID], day: date, thing: UUID | None = None
) -> None:
    """The same to leaders, who do not belong to the log, of something that began that day: in the app only.

    `thing`: of what, if it is not the log itself.
    """
    told = {"log": log.id, "kind": kind, "thing": thing or log.id, "day": day, "step": 0, "at": sight.actor.now}
    _remind({"account": each, "delivery": Delivery.KEPT, **told} for each in sorted(set(accounts)))


def _remind(told: Iterable[Mapping[str, object]]) -> None:
    rows = [{"id": new_id(), **each} for each in told]
    if rows:
        Notice.insert_many(rows).on_conflict_ignore().execute()


def hold_back(log: LogFacts, account: UUID) -> None:
    """What waits to be told to somebody who is let in no longer never leaves the app."""
    theirs = (Notice.log == log.id) & (Notice.account == account) & (Notice.delivery == Delivery.WAITING)
    Notice.update(delivery=Delivery.KEPT).where(theirs).execute()


def tell_leaders(sight: Sight, log: LogFacts, kind: NoticeKind, thing: UUID, accounts: Iterable[UUID]) -> None:
    """The same to leaders of a unit, who do not belong to the log: those of `access.leading.receivers`."""
    _notify(sight, log, kind, thing, accounts, sight.actor.now)


def tell_of_wish(actor: Actor, kind: NoticeKind, thing: UUID, accounts: Iterable[UUID]) -> None:
    """A notice about a question for a log, which is about no log, to each of these, save the actor."""
    for account in sorted(set(accounts) - {actor.account_id}):
        Notice.create(account=account, kind=kind, thing=thing, actor=actor.account_id, at=actor.now)


def _notify(
    sight: Sight, log: LogFacts, kind: NoticeKind, thing: UUID, accounts: Iterable[UUID], when: datetime
) -> None:
    me = sight.actor.account_id
    for account in sorted(set(accounts) - {me}):
        how = _delivery(sight, log, account)
        Notice.create(account=account, log=log.id, kind=kind, thing=thing, actor=me, at=when, delivery=how)


def _delivery(sight: Sight, log: LogFacts, account: UUID) -> Delivery:
    """To whoever a freeze keeps out nothing leaves the app; here it stands once they are let in again."""
    return Delivery.KEPT if sight.is_out(log, account) else Delivery.WAITING
