"""Having something translated: the contact person asks a registered translator; the family sees it, and can stop it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.interpreting import may_be_asked
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import notices, recording, sources, translated
from parentapp.domain.people import Shown, shown_people
from parentapp.domain.pressing import Press, once
from parentapp.domain.qualified import Qualified, qualified
from parentapp.domain.sources import FIELD, Source
from parentapp.enums import EntryType, NoticeKind, Relation, SeenPage, TranslationState
from parentapp.errors import Conflict
from parentapp.i18n import N_
from parentapp.models import Translation

USUAL, LONGEST = timedelta(days=14), timedelta(days=60)  # until its last day
PAGE = 60

NOT_SENT = N_("Denne teksten kan ikke sendes til oversettelse.")
NOBODY_READS = N_("Velg et språk som noen i familien leser.")
NOT_REGISTERED = N_("Velg en som er registrert som oversetter til språket.")
CHOOSE_ANOTHER = N_("Denne oversetteren kan ikke brukes her. Velg en annen.")
ASKED_ALREADY = N_("Noen oversetter alt denne teksten til språket.")
THERE_ALREADY = N_("Teksten er alt oversatt til språket.")
WHICH_DAY = N_("Velg en dag fra i dag og 60 dager fram.")


@dataclass(frozen=True)
class Asked:
    """One translation, as the family and the contact person are told of it."""

    id: UUID
    thing: UUID
    type: EntryType | None  # None for a point of an agenda
    text: str
    lang: str
    locale: str
    asked_by: Shown
    asked_at: datetime
    translator: Shown
    qualification: str
    agency: str
    until: date
    state: TranslationState
    stopped: bool
    open: bool
    current: bool


@dataclass(frozen=True)
class Index:
    """All that was ever asked for, of what the actor may read."""

    log: LogFacts
    child: str
    asked: tuple[Asked, ...]
    may_stop: bool
    anything_new: bool


@dataclass(frozen=True)
class Empty:
    """What an empty form for asking needs. `reads`: a language, and who of the family reads it."""

    log: LogFacts
    child: str
    source: Source
    translators: tuple[Qualified, ...]
    reads: dict[str, tuple[str, ...]]
    asked: tuple[Asked, ...]
    until: date
    latest: date


def ask(actor: Actor, thing: UUID, *, locale: str, translator: UUID, until: date, press: Press | None = None) -> UUID:
    """Ask a translator for one text in one language, until and including a day. The family is told.

    Raises Hidden, Denied; Conflict for what cannot be sent, or somebody who cannot be asked: never why.
    """
    with transaction():
        sight, log, source = sources.find(actor, thing)
        require(sight, Action.TRANSLATION_ASK, log)

        def act() -> UUID:
            _require_sent(sight, log, source, locale)
            fit = _require_fit(sight, log, locale, translator)
            if not actor.today <= until <= actor.today + LONGEST:
                raise Conflict(WHICH_DAY)
            _leave(actor, source, locale)
            row = Translation.create(
                log=log.id,
                thing=thing,
                field=FIELD,
                locale=locale,
                translator=translator,
                qualification=fit.level,
                agency=fit.agency,
                until=until,
                asked_by=actor.account_id,
                asked_at=actor.now,
            )
            recording.audit(actor, Action.TRANSLATION_ASK, row.id, log)
            _tell(actor, log, source, row)
            row_id: UUID = row.id
            return row_id

        return once(actor, press, act)


def _require_sent(sight: Sight, log: LogFacts, source: Source, locale: str) -> None:
    """Raises Conflict where the text may not leave the log, is wanted by nobody, or is there already."""
    if not source.sendable:
        raise Conflict(NOT_SENT)
    if locale not in _languages(sight, log, source):
        raise Conflict(NOBODY_READS)
    for row in Translation.select().where(_of(source, locale)):
        if translated.is_worked_on(row, sight):
            raise Conflict(ASKED_ALREADY)
        if row.state is TranslationState.FINISHED and bytes(row.digest).hex() == source.version:
            raise Conflict(THERE_ALREADY)


def _of(source: Source, locale: str) -> Any:
    return (Translation.thing == source.thing) & (Translation.field == FIELD) & (Translation.locale == locale)


def _leave(actor: Actor, source: Source, locale: str) -> None:
    """Whoever translated what stood there before sees nothing more of it: another is asked."""
    Translation.update(ended_at=actor.now).where(_of(source, locale) & Translation.ended_at.is_null()).execute()


def _require_fit(sight: Sight, log: LogFacts, locale: str, translator: UUID) -> Qualified:
    """Raises Conflict for somebody not registered for it, a child, or one who belongs or belonged: not impartial."""
    found = {each.account_id: each for each in qualified(log, Relation.TRANSLATOR, locale)}
    if translator not in found:
        raise Conflict(NOT_REGISTERED)
    if not may_be_asked(sight, log, translator):
        raise Conflict(CHOOSE_ANOTHER)
    return found[translator]


def _languages(sight: Sight, log: LogFacts, source: Source) -> set[str]:
    """Those that somebody of the family who may read it reads, other than its own."""
    return set(sources.family_readers(sight, log, source).values()) - {source.lang}


def _tell(actor: Actor, log: LogFacts, source: Source, row: Translation) -> None:
    """Looked at anew: the translator is here from now on."""
    sight = look(actor, log.id)
    recording.tell(sight, log, NoticeKind.ASSIGNMENT, row.id, {row.translator_id})
    family = sources.family_readers(sight, log, source)
    recording.tell(sight, log, NoticeKind.TRANSLATION_ASKED, source.entry.id, family)


def stop(actor: Actor, translation_id: UUID) -> UUID:
    """From now on the translator sees nothing of it. What is finished stays. Returns the log's id.

    Raises Hidden, Denied, Conflict.
    """
    with transaction():
        sight, row = visible.reach(actor, Translation, translation_id)
        log = sight.log(row.log_id)
        require(sight, Action.TRANSLATION_STOP, log)
        if row.ended_at is None:
            Translation.update(ended_at=actor.now).where(Translation.id == row.id).execute()
            recording.audit(actor, Action.TRANSLATION_STOP, row.id, log)
        return log.id


def empty(actor: Actor, thing: UUID) -> Empty:
    """The text an empty form is for, and whom one can ask. Raises Hidden, Denied, Conflict."""
    with transaction():
        sight, log, source = sources.find(actor, thing)
        require(sight, Action.TRANSLATION_ASK, log)
        rows = visible.translations(sight).where(Translation.thing == thing)
        recording.seen(sight, log, SeenPage.TRANSLATIONS, [source.entry.id])
        family = sources.family_readers(sight, log, source)
        people = shown_people(sight, log)
        languages = sorted(_languages(sight, log, source))
        return Empty(
            log=log,
            child=log.child,
            source=source,
            translators=tuple(qualified(log, Relation.TRANSLATOR, *languages)),
            reads={each: _readers(family, people, each) for each in languages},
            asked=_asked(sight, log, rows, {thing: source}),
            until=actor.today + USUAL,
            latest=actor.today + LONGEST,
        )


def _readers(family: dict[UUID, str], people: dict[UUID, Shown], locale: str) -> tuple[str, ...]:
    return tuple(people[account].name or "" for account, reads in family.items() if reads == locale)


def index(actor: Actor, log_id: UUID) -> Index:
    """What was asked for in this log, the newest first. Raises Hidden."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.TRANSLATIONS_SEE, log)
        t = Translation
        query = visible.translations(sight).where(t.log == log.id).order_by(t.asked_at.desc(), t.id.desc()).limit(PAGE)
        rows = list(query)
        texts = sources.of([row.thing for row in rows])
        recording.seen(sight, log, SeenPage.TRANSLATIONS, dict.fromkeys(each.entry.id for each in texts.values()))
        return Index(
            log=log,
            child=log.child,
            asked=_asked(sight, log, rows, texts),
            may_stop=can(sight, Action.TRANSLATION_STOP, log),
            anything_new=notices.anything_new(sight),
        )


def _asked(sight: Sight, log: LogFacts, rows: Any, texts: dict[UUID, Source]) -> tuple[Asked, ...]:
    people = shown_people(sight, log)
    return tuple(_shown(sight, row, texts[row.thing], people) for row in rows)


def _shown(sight: Sight, row: Translation, source: Source, people: dict[UUID, Shown]) -> Asked:
    return Asked(
        id=row.id,
        thing=row.thing,
        type=source.type,
        text=source.text,
        lang=source.lang,
        locale=row.locale,
        asked_by=people.get(row.asked_by_id) or Shown(row.asked_by_id, None),
        asked_at=row.asked_at,
        translator=people.get(row.translator_id) or Shown(row.translator_id, None),
        qualification=row.qualification,
        agency=row.agency,
        until=row.until,
        state=row.state,
        stopped=row.ended_at is not None,
        open=translated.is_open(row, sight),
        current=row.digest is not None and bytes(row.digest).hex() == source.version,
    )
