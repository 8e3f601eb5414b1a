"""The list of work; and a translator's: the texts they were asked for, one at a time, and nothing else of any log."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import recording, sources
from parentapp.domain.interpreter_work import Job, jobs
from parentapp.domain.pressing import Press, once
from parentapp.domain.qualified import is_registered
from parentapp.domain.sources import Source
from parentapp.enums import EntryType, NoticeKind, SeenPage, TranslationState
from parentapp.errors import Conflict, Hidden
from parentapp.i18n import N_
from parentapp.i18n.terms import found_in
from parentapp.models import Translation

CHANGED = N_("Teksten er endret mens du skrev. Det du skrev, er ikke lagret ennå. Se på teksten, og lagre igjen.")


class Changed(Conflict):
    """The text is no longer what the translator had before them. What they wrote is theirs to save anew."""

    def __init__(self) -> None:
        super().__init__(CHANGED)


@dataclass(frozen=True)
class Task:
    """One text on the list. Says what sort of text it is, and of nobody."""

    id: UUID
    type: EntryType | None  # None for a point of an agenda
    lang: str
    locale: str
    until: date
    state: TranslationState
    stale: bool  # the text has been changed since


@dataclass(frozen=True)
class Assignments:
    """Texts to translate, and meetings to interpret."""

    tasks: list[Task]
    jobs: list[Job]


@dataclass(frozen=True)
class Term:
    """A word of the text that has a translation everybody uses."""

    key: str  # the Norwegian word
    word: str  # as in the text's language
    said: str


@dataclass(frozen=True)
class Opened:
    """A text, and what there is of its translation."""

    task: Task
    source: Source
    draft: str
    terms: tuple[Term, ...]


def assignments(actor: Actor) -> Assignments:
    """The actor's own lists: what is left to do, then what ends first. Raises Hidden for whoever has neither role.

    They show nothing of any log, so that nothing is written down.
    """
    with transaction():
        if not is_registered(actor):
            raise Hidden
        sight = look(actor)
        return Assignments(_tasks(sight), jobs(sight))


def _tasks(sight: Sight) -> list[Task]:
    rows = list(visible.tasks(sight).order_by(Translation.until, Translation.asked_at, Translation.id))
    texts = sources.of([row.thing for row in rows])
    tasks = [_task(row, texts[row.thing]) for row in rows]
    return sorted(tasks, key=lambda each: each.state is TranslationState.FINISHED and not each.stale)


def _task(row: Any, source: Source) -> Task:
    stale = row.digest is not None and bytes(row.digest).hex() != source.version
    return Task(row.id, source.type, source.lang, row.locale, row.until, row.state, stale)


def task(actor: Actor, translation_id: UUID) -> Opened:
    """The text and the draft side by side. The family can read that it was opened. Raises Hidden."""
    with transaction():
        sight, _, row, source = _reach(actor, translation_id)
        recording.seen_all(sight, recording.of_things(sight, SeenPage.ASSIGNMENT, [(row.log_id, source.entry.id)]))
        words = found_in(source.text, source.lang, row.locale)
        return Opened(_task(row, source), source, row.text or "", tuple(Term(*each) for each in words))


def _reach(actor: Actor, translation_id: UUID) -> tuple[Sight, LogFacts, Any, Source]:
    sight, row = visible.reach_task(actor, translation_id)
    log = sight.visited(row.log_id)
    require(sight, Action.TRANSLATION_WRITE, log)
    return sight, log, row, sources.of([row.thing])[row.thing]


def save(
    actor: Actor, translation_id: UUID, text: str, *, version: str, finished: bool, press: Press | None = None
) -> UUID:
    """Keep a draft, which nobody else sees, or say that it is finished: then it is read. Both can be done again.

    Raises Hidden; Changed where the text is no longer the version that was translated.
    """
    with transaction():
        sight, log, row, source = _reach(actor, translation_id)

        def act() -> UUID:
            if version != source.version:
                raise Changed
            told = row.state is TranslationState.FINISHED and bytes(row.digest).hex() == version
            row.text, row.digest, row.written_at = text, sources.digest(source.text), actor.now
            row.state = TranslationState.FINISHED if finished else TranslationState.DRAFT
            row.save()
            recording.audit(actor, Action.TRANSLATION_WRITE, row.id, log)
            if finished and not told:
                _tell(sight, log, source, row.locale)
            return translation_id

        return once(actor, press, act)


def _tell(sight: Sight, log: LogFacts, source: Source, locale: str) -> None:
    """Whoever of the family reads that language."""
    reading = {each for each, reads in sources.family_readers(sight, log, source).items() if reads == locale}
    recording.tell(sight, log, NoticeKind.TRANSLATION, source.entry.id, reading)
