"""Translations beside what was written: who made them, and whether they are of the words that stand there now."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from peewee import JOIN, SqliteDatabase, fn

from parentapp.access.actions import Action
from parentapp.access.facts import LogFacts, as_uuid
from parentapp.access.policy import can
from parentapp.access.sight import Sight
from parentapp.db import database
from parentapp.domain.people import Shown
from parentapp.domain.sources import FIELD, digest
from parentapp.enums import FAMILY, Audience, TranslationState
from parentapp.enums.bank import Phrase
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


@dataclass(frozen=True, kw_only=True)
class Translatable:
    """Something somebody wrote, and its translation into the language of the one who looks."""

    text: str
    lang: str
    translation: Translated | None
    phrase: Phrase | None = None  # of a goal or measure from the phrase bank: the text is in the reader's language then

    @property
    def first(self) -> tuple[str, str]:
        """The words to show first, and their language: translated, where that is of what stands there now."""
        if self.translation and self.translation.current and self.translation.text:
            return self.translation.text, self.translation.lang
        return self.text, self.lang


def joined(sight: Sight, query: Any, table: Any) -> Any:
    """A query of texts (entries, points of an agenda) with what `of` needs of each: no question of its own."""
    t, made = Translation.alias("t"), Translation.alias("made")
    mine = (t.thing == table.id) & (t.field == FIELD) & (t.locale == sight.actor.locale)
    finished = t.select(t.id).where(mine & (t.state == TranslationState.FINISHED))
    of_it = (t.thing == table.id) & (t.field == FIELD)
    open_still = (t.state != TranslationState.FINISHED) & t.ended_at.is_null() & (t.until >= sight.actor.today)
    newest = finished.order_by(t.asked_at.desc(), t.id.desc()).limit(1)
    return query.join_from(table, made, JOIN.LEFT_OUTER, on=(made.id == newest)).select_extend(
        made.id.alias("made_id"),
        made.text_sealed.alias("made_sealed"),
        made.digest.alias("made_digest"),
        made.translator.alias("made_by"),
        t.select(t.translator).where(mine & open_still).limit(1).alias("waiting_for"),
        t.select(_listed(t.locale)).where(of_it & open_still).alias("under_way"),
    )


def _listed(column: Any) -> Any:
    """The values of it in one text, with commas between."""
    return fn.GROUP_CONCAT(column) if isinstance(database.obj, SqliteDatabase) else fn.STRING_AGG(column, ",")


def of(row: Any, locale: str, person: Callable[[UUID], Shown]) -> Translated | None:
    """Of one row of such a query, which has a log_id and a text. `person`: how somebody is shown here."""
    return _of(row.text, row, locale, person)


def of_text(text: str, row: Any, locale: str, people: dict[UUID, Shown]) -> Translated | None:
    """The same of a row that has the text under another name."""
    return _of(text, row, locale, lambda account: people.get(account) or Shown(account, None))


def _of(text: str, row: Any, locale: str, person: Callable[[UUID], Shown]) -> Translated | None:
    if row.made_id is None and row.waiting_for is None:
        return None
    made = Translation(id=row.made_id, log=row.log_id, text_sealed=row.made_sealed) if row.made_id else None
    return Translated(
        text=made.text if made else None,
        lang=html_lang(locale),
        by=person(row.made_by) if made else None,
        current=made is not None and bytes(row.made_digest) == digest(text),
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
        """Whether somebody in the family reads another language than the entry's, into which nobody translates it.

        A phrase of the bank needs no translation.
        """
        own_words = row.phrase_sealed is None
        return row.audience is Audience.LOG and own_words and self.of_text(row.text, row.lang, row)

    def of_text(self, text: str, lang: str, row: Any) -> bool:
        """The same of a text written for everybody; `row`: of a query by `joined`."""
        return bool(text and self.languages - {lang, *(row.under_way or "").split(",")})


def askable(sight: Sight, log: LogFacts) -> Askable:
    """`translating.ask` decides; this shows or leaves out the way there."""
    if not can(sight, Action.TRANSLATION_ASK, log):
        return Askable(frozenset())
    here = (each for each in sight.around if each.log_id == log.id and each.active and each.relation in FAMILY)
    return Askable(frozenset(each.account.locale for each in here))
