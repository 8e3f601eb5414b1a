"""«Hvor er vi nå»: how many services help together. Said with a reason, and never as a number to a family."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from peewee import fn

from parentapp.access import names, visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import recording, writing
from parentapp.domain.pressing import Press, once
from parentapp.enums import EntryType, Level, NoticeKind, SeenPage
from parentapp.errors import Conflict
from parentapp.i18n import N_
from parentapp.models import Entry, LevelChange, Stafettlogg

THERE_NOW = N_("Det er der dere er nå. Velg noe annet, eller la det stå.")


@dataclass(frozen=True)
class EmptyChange:
    """What the form needs. `level`: where the log is now, if the contact person's service may be told."""

    log: LogFacts
    child: str
    level: Level | None
    may_be_told: bool


def now_at(sight: Sight, log: LogFacts) -> Level | None:
    """Where the log is now, by the entries the actor may read, else as it was opened.

    None for whoever may not be told, and where nothing goes on: not opened yet, resting or closed.
    """
    level = column(sight, log)
    return None if level is None else Level(Stafettlogg.select(level).where(Stafettlogg.id == log.id).scalar())


def column(sight: Sight, log: LogFacts) -> Any:
    """The same as a column of `Stafettlogg`, for a query that is asked anyway; or None."""
    if log.asked or log.closed or sight.rests(log) or not names.may_tell_level(sight, log):
        return None
    of_log = (Entry.log == log.id) & (Entry.type == EntryType.LEVEL)  # the sort too: found at once in a long log
    said = visible.levels(sight).where(of_log).order_by(Entry.at.desc(), Entry.id.desc()).limit(1)
    return fn.COALESCE(said.select(LevelChange.level), Stafettlogg.level)


def to_change(actor: Actor, log_id: UUID) -> EmptyChange:
    """For an empty form. Raises Hidden, Denied, Conflict."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.LEVEL_CHANGE, log)
        recording.seen(sight, log, SeenPage.LOG)
        return EmptyChange(log, log.child, now_at(sight, log), names.may_tell_level(sight, log))


def change(actor: Actor, log_id: UUID, level: Level, reason: str, *, press: Press | None = None) -> UUID:
    """The contact person says how many services help from now on, and why. Returns the entry.

    Whoever may not be told where the log is now may say it all the same: that it is there already is not answered.
    Raises Hidden, Denied; Conflict where it is there already.
    """
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.LEVEL_CHANGE, log)

        def act() -> UUID:
            if now_at(sight, log) is level:
                raise Conflict(THERE_NOW)
            entry = writing.new_entry(sight, log, EntryType.LEVEL, reason)
            LevelChange.create(entry=entry.id, level=level)
            recording.audit(actor, Action.LEVEL_CHANGE, entry.id, log)
            writing.tell(sight, log, NoticeKind.ENTRY, entry)
            entry_id: UUID = entry.id
            return entry_id

        return once(actor, press, act)
