"""«Privat for meg»: the page of one entry on which the young person, or health staff for a child, keeps it from
guardians.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from peewee import JOIN

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.own_matters import require_of_the_child
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look_around
from parentapp.access.visible import reach
from parentapp.db import transaction
from parentapp.domain import keeping, recording, shown
from parentapp.domain.people import Shown, shown_people
from parentapp.domain.pressing import Press, once
from parentapp.domain.shown import ShownEntry
from parentapp.enums import SeenPage
from parentapp.errors import Conflict, Hidden
from parentapp.i18n import N_
from parentapp.models import Entry, Hiding, Withholding

OWN_WORDS = N_("Den som har skrevet det, kan alltid lese det selv.")
NOT_HEALTH = N_("Bare det som gjelder helse, kan holdes tilbake slik.")


@dataclass(frozen=True)
class Choice:
    """A guardian it may be kept from."""

    person: Shown
    kept: bool


@dataclass(frozen=True)
class Reason:
    """Why health staff keep it back, in the words of whoever wrote them down. For the child only."""

    text: str
    lang: str
    decided_by: Shown


@dataclass(frozen=True)
class PrivatePage:
    log: LogFacts
    child: str
    entry: ShownEntry
    choices: tuple[Choice, ...]  # for the young person
    may_choose: bool
    withheld: bool
    reason: Reason | None


def page(actor: Actor, entry_id: UUID) -> PrivatePage:
    """Who an entry is kept from, for whoever may decide it. Raises Hidden, Denied, Conflict."""
    with transaction():
        sight = look_around(actor, Entry, entry_id)
        row = shown.select(sight).where(Entry.id == entry_id).objects().first()
        if row is None:
            raise Hidden
        log = sight.log(row.log_id)
        _require(sight, log)
        may_choose = can(sight, Action.ENTRY_HIDE, log)
        recording.seen(sight, log, SeenPage.LOG, [entry_id])
        kept = _kept(entry_id)
        withheld = next((each for each in kept if each.withholding_id), None)
        return PrivatePage(
            log=log,
            child=log.child,
            entry=shown.entries(sight, [row])[0],
            choices=_choices(sight, log, row.author_id, {each.guardian_id for each in kept}) if may_choose else (),
            may_choose=may_choose,
            withheld=withheld is not None,
            reason=_reason(sight, log, withheld) if may_choose and withheld else None,
        )


def choose(actor: Actor, entry_id: UUID, guardians: Collection[UUID], *, press: Press | None = None) -> UUID:
    """Keep an entry from these guardians, its existence and its notice too, and from no other.

    Raises Hidden, also for somebody who is no guardian here today; Denied; Conflict where one of them wrote it.
    """
    with transaction():
        sight, entry = reach(actor, Entry, entry_id)
        log = sight.log(entry.log_id)
        require(sight, Action.ENTRY_HIDE, log)
        if entry.author_id in guardians and entry.author_id in keeping.guardians(sight, log):
            raise Conflict(OWN_WORDS)

        def act() -> UUID:
            keeping.keep_only_from(sight, log, entry.id, guardians)
            recording.audit(actor, Action.ENTRY_HIDE, entry.id, log)
            return entry_id

        return once(actor, press, act)


def withhold(actor: Actor, entry_id: UUID, reason: str, *, press: Press | None = None) -> UUID:
    """On the child's wish, do not tell the guardians. Only the child reads the reason.

    Raises Hidden, Denied; Conflict for what is not about health, or was written by a guardian. Twice changes nothing.
    """
    with transaction():
        sight, log, entry = _about_health(actor, entry_id)
        guardians = keeping.guardians(sight, log)
        if entry.author_id in guardians:
            raise Conflict(OWN_WORDS)

        def act() -> UUID:
            said = {"log": log.id, "decided_by": actor.account_id, "lang": actor.locale, "at": actor.now}
            if not Withholding.select().where(Withholding.entry == entry.id).exists():
                Withholding.create(entry=entry.id, reason=reason, **said)
            keeping.keep_from(sight, log, entry.id, guardians)
            recording.audit(actor, Action.ENTRY_WITHHOLD, entry.id, log)
            return entry_id

        return once(actor, press, act)


def tell_after_all(actor: Actor, entry_id: UUID, *, press: Press | None = None) -> UUID:
    """The child wants the guardians to know. Twice changes nothing. Raises Hidden, Denied, Conflict."""
    with transaction():
        sight, log, entry = _about_health(actor, entry_id)

        def act() -> UUID:
            if Withholding.delete().where(Withholding.entry == entry.id).execute():
                keeping.keep_only_from(sight, log, entry.id, ())
                recording.audit(actor, Action.ENTRY_WITHHOLD, entry.id, log)
            return entry_id

        return once(actor, press, act)


def _require(sight: Sight, log: LogFacts) -> None:
    """One of the two ways to decide."""
    require(sight, Action.ENTRY_HIDE if can(sight, Action.ENTRY_HIDE, log) else Action.ENTRY_WITHHOLD, log)


def _about_health(actor: Actor, entry_id: UUID) -> tuple[Sight, LogFacts, Entry]:
    sight, entry = reach(actor, Entry, entry_id)
    log = sight.log(entry.log_id)
    require(sight, Action.ENTRY_WITHHOLD, log)
    require_of_the_child(entry)
    if not entry.health:
        raise Conflict(NOT_HEALTH)
    return sight, log, entry


def _kept(entry_id: UUID) -> list[Any]:
    """A row for each guardian it is kept from, with what health staff wrote of it, if they did."""
    w = Withholding
    columns = (w.id.alias("withholding_id"), w.reason_sealed, w.lang, w.decided_by.alias("decider"))
    query = Hiding.select(Hiding.guardian, *columns).join(w, JOIN.LEFT_OUTER, on=(w.entry == Hiding.entry))
    return list(query.where(Hiding.entry == entry_id).objects())


def _choices(sight: Sight, log: LogFacts, author: UUID, kept: set[UUID]) -> tuple[Choice, ...]:
    """The guardians of today, save one who wrote it."""
    people = shown_people(sight, log)
    found = [people[each] for each in keeping.guardians(sight, log) if each != author]
    return tuple(Choice(each, each.account_id in kept) for each in sorted(found, key=lambda each: each.name or ""))


def _reason(sight: Sight, log: LogFacts, row: Any) -> Reason:
    who = shown_people(sight, log).get(row.decider) or Shown(row.decider, None)
    text = Withholding(id=row.withholding_id, log=log.id, reason_sealed=row.reason_sealed).reason
    return Reason(text, row.lang, who)
