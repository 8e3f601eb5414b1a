"""«Slik har det vært»: when each service began to see something of the log, saw more or less, and no longer saw it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look
from parentapp.access.story import Closed, turns
from parentapp.db import transaction
from parentapp.domain import notices, recording
from parentapp.domain.people import ShownUnit, asking_unit
from parentapp.enums import Kind, SeenPage
from parentapp.models import Reopening


@dataclass(frozen=True)
class ShownTurn:
    """From then on: what a service saw that it had not seen, and what it saw no longer."""

    at: datetime
    unit: ShownUnit
    before: frozenset[Kind]
    after: frozenset[Kind]

    @property
    def more(self) -> frozenset[Kind]:
        return self.after - self.before

    @property
    def less(self) -> frozenset[Kind]:
        return self.before - self.after


@dataclass(frozen=True)
class ShownClosing:
    """The log was closed then, or opened again."""

    at: datetime
    opened: bool
    unit: None = None


@dataclass(frozen=True)
class Story:
    log: LogFacts
    child: str
    youth: bool  # the one who looks is whom the log is about
    turns: list[ShownTurn | ShownClosing]
    anything_new: bool


def story(actor: Actor, log_id: UUID) -> Story:
    """The newest first, for the family. Nobody's answer stands there. Raises Hidden."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.STORY_SEE, log)
        recording.seen(sight, log, SeenPage.SHARING)
        closed = _closed(log)
        return Story(
            log=log,
            child=log.child,
            youth=log.youth_id == actor.account_id,
            turns=_newest_first(_turns(sight, log, closed), closed),
            anything_new=notices.anything_new(sight),
        )


def _turns(sight: Sight, log: LogFacts, closed: list[Closed]) -> list[ShownTurn]:
    asked, family = sight.questions(log), sight.consents.families.get(log.id)
    found = turns(asked, family, closed, sight.actor.now) if family else []
    shown = ((each, asking_unit(sight, log, each.unit_id)) for each in found)
    return [ShownTurn(each.at, unit, each.before, each.after) for each, unit in shown if unit]


def _closed(log: LogFacts) -> list[Closed]:
    """When it was closed, until it was opened again."""
    rows = Reopening.select(Reopening.closed_at, Reopening.at).where(Reopening.log == log.id).order_by(Reopening.at)
    now = [Closed(log.closed_at)] if log.closed_at else []
    return [Closed(*row) for row in rows.tuples()] + now


def _newest_first(found: list[ShownTurn], closed: list[Closed]) -> list[ShownTurn | ShownClosing]:
    """That it was closed stands above what services saw no longer by that."""
    marks = [ShownClosing(each.at, opened=False) for each in closed]
    marks += [ShownClosing(each.until, opened=True) for each in closed if each.until]
    both: list[ShownTurn | ShownClosing] = [*marks, *reversed(found)]
    return sorted(both, key=lambda each: each.at, reverse=True)
