"""Translations beside what was written: who made them, and whether they are of the words that stand there now."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from peewee import JOIN

from parentapp.access.actions import Action
from parentapp.access.facts import LogFacts, as_uuid
from parentapp.access.policy import can
from parentapp.access.sight import Sight
from parentapp.domain.people import Shown
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


def joined(sight: Sight, query: Any, table: Any) -> Any:
    """A query of texts (entries, points of an agenda) with what `of` needs of each: no question of its own."""
    t, made = Translation.alias("t"), Translation.alias("made")
    mine = (t.thing == table.id) & (t.field == FIELD) & (t.locale == sight.actor.locale)
    finished = t.select(t.id).where(mine & (t.state == TranslationState.FINISHED))
    begun = mine & (t.state != TranslationState.FINISHED) & t.ended_at.is_null() & (t.until >= sight.actor.today)
    newest = finished.order_by(t.asked_at.desc(), t.id.desc()).limit(1)
    return query.join_from(table, made, JOIN.LEFT_OUTER, on=(made.id == newest)).select_extend(
        made.id.alias("made_id"),
        made.text_sealed.alias("made_sealed"),
        made.digest.alias("made_digest"),
        made.translator.alias("made_by"),
        t.select(t.translator).where(begun).limit(1).alias("waiting_for"),
    )


def of(row: Any, locale: str, person: Callable[[UUID], Shown]) -> Translated | None:
    """Of one row of such a query, which has a log_id and a text. `person`: how somebody is shown here."""
    if row.made_id is None and row.waiting_for is None:
        return None
    made = Translation(id=row.made_id, log=row.log_id, text_sealed=row.made_sealed) if row.made_id else None
    return Translated(
        text=made.text if made else None,
        lang=html_lang(locale),
        by=person(row.made_by) if made else None,
        current=made is not None and bytes(row.made_digest) == digest(row.text),
        waiting=person(as_uuid(row.waiting_for)) if row.waiting_for else None,
    )


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
