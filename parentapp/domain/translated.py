"""Translations beside what was written: who made them, and whether they are of the words that stand there now."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can
from parentapp.access.sight import Sight
from parentapp.domain.people import Shown, shown_people
from parentapp.domain.sources import FIELD, digest
from parentapp.enums import FAMILY, Audience, TranslationState
from parentapp.i18n import html_lang
from parentapp.models import Translation


@dataclass(frozen=True)
class Translated:
    """What there is of one text in the reader's language."""

    text: str | None  # None while nothing is finished
    lang: str  # as HTML wants it
    by: Shown | None  # who made it
    current: bool  # made from the words that stand there now
    waiting: Shown | None  # who is translating it at present


def current(sight: Sight, rows: Collection[Any], locale: str) -> dict[UUID, Translated]:
    """Of these texts, which the actor may read, what there is in a language: by the id of whose text it is.

    `rows` have an id, a log_id, a text and its lang. One question; none where all are in that language already.
    """
    texts = {row.id: row for row in rows if row.lang != locale}
    if not texts:
        return {}
    t = Translation
    of_them = t.thing.in_(list(texts)) & (t.field == FIELD) & (t.locale == locale)
    found: dict[UUID, list[Any]] = {}
    for row in t.select().where(of_them).order_by(t.asked_at.desc(), t.id.desc()):
        found.setdefault(row.thing, []).append(row)
    people = {log_id: shown_people(sight, sight.visited(log_id)) for log_id in {texts[each].log_id for each in found}}
    return {thing: _translated(sight, texts[thing], made, people[texts[thing].log_id]) for thing, made in found.items()}


def _translated(sight: Sight, text: Any, made: list[Any], people: dict[UUID, Shown]) -> Translated:
    finished = _finished(made, digest(text.text))
    waiting = next((row for row in made if is_worked_on(row, sight)), None)
    return Translated(
        text=finished.text if finished else None,
        lang=html_lang(made[0].locale),
        by=people.get(finished.translator_id) if finished else None,
        current=finished is not None and bytes(finished.digest) == digest(text.text),
        waiting=people.get(waiting.translator_id) if waiting else None,
    )


def _finished(made: list[Any], version: bytes) -> Any:
    """The newest of the words that stand there now, else the newest."""
    finished = [row for row in made if row.state is TranslationState.FINISHED]
    return next((row for row in finished if bytes(row.digest) == version), next(iter(finished), None))


def is_worked_on(row: Translation, sight: Sight) -> bool:
    """Whether somebody was asked for it, and neither are they finished nor is it over."""
    return row.state is not TranslationState.FINISHED and is_open(row, sight)


def is_open(row: Translation, sight: Sight) -> bool:
    """Neither stopped nor past its last day."""
    return row.ended_at is None and row.until >= sight.actor.today


@dataclass(frozen=True)
class Askable:
    """For a contact person: which texts of a log they can have translated, without asking the database."""

    languages: frozenset[str]  # that the family reads; none for whoever may not ask

    def covers(self, row: Any) -> bool:
        """Whether somebody in the family reads another language than the entry's."""
        return row.audience is Audience.LOG and bool(self.languages - {row.lang}) and bool(row.text)


def askable(sight: Sight, log: LogFacts) -> Askable:
    """`translating.ask` decides; this shows or leaves out the way there."""
    if not can(sight, Action.TRANSLATION_ASK, log):
        return Askable(frozenset())
    here = (each for each in sight.around if each.log_id == log.id and each.active and each.relation in FAMILY)
    return Askable(frozenset(each.account.locale for each in here))
