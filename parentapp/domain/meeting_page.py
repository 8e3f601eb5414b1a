"""One meeting: when, who comes and why, what is spoken of. To a guest only the time, the place and the agenda."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from peewee import JOIN

from parentapp.access import names, visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can
from parentapp.access.sight import Sight, look_around
from parentapp.crypto import lookup_hash
from parentapp.db import transaction
from parentapp.domain import meeting_shown, meeting_words, notices, rather_not, recording, translated
from parentapp.domain.meeting_shown import ShownMeeting
from parentapp.domain.meeting_words import Words
from parentapp.domain.people import Shown, ShownUnit, shown_people, shown_unit
from parentapp.domain.translated import Translatable
from parentapp.enums import FAMILY, Coming, Relation, SeenPage
from parentapp.errors import Hidden
from parentapp.models import AgendaPoint, Invitation, Meeting, RatherNot


@dataclass(frozen=True)
class ShownRatherNot:
    id: UUID
    author: Shown
    text: str
    lang: str
    answer: str | None
    answer_lang: str | None
    answered_by: Shown | None
    may_answer: bool


@dataclass(frozen=True)
class Invitee:
    invitation_id: UUID
    person: Shown
    unit: ShownUnit | None
    reason: str | None
    lang: str
    coming: Coming | None
    guest: bool
    leads: bool  # the contact person
    family: bool
    rather_nots: tuple[ShownRatherNot, ...]
    may_say_rather_not: bool


@dataclass(frozen=True, kw_only=True)
class Point(Translatable):
    id: UUID
    at: datetime
    author: Shown | None  # a guest is told only of their own
    askable: bool  # somebody can be asked to translate it


@dataclass(frozen=True)
class MeetingPage:
    log: LogFacts
    child: str | None  # None for a guest
    when: ShownMeeting
    calendar_id: str  # the same at every call, and tells nothing
    changes: int
    invited: tuple[Invitee, ...]  # a guest's own, and nobody else's
    agenda: tuple[Point, ...]
    words: Words  # what people wanted said, and what was agreed
    contact: Shown
    youth: bool  # the log is about the one who reads
    may_answer: bool
    may_add: bool
    may_change: bool
    sees_interpreters: bool  # the family, and whoever asks for one
    anything_new: bool

    @property
    def mine(self) -> Invitee | None:
        """The actor's own invitation."""
        return next((each for each in self.invited if each.person.me), None)


def meeting(actor: Actor, meeting_id: UUID) -> MeetingPage:
    """The meeting as the actor may see it. Raises Hidden."""
    with transaction():
        sight = look_around(actor, Meeting, meeting_id)
        rows = _rows(sight, meeting_id)
        if not rows:
            raise Hidden
        first, log = rows[0], sight.visited(rows[0].log_id)
        when = _when(sight, first)
        invited = _invited(sight, log, when)
        words = meeting_words.of(sight, log, when)
        _record(sight, log, when, words)
        people, open_still = shown_people(sight, log), when.open
        return MeetingPage(
            log=log,
            child=None if when.guest else log.child,
            when=when,
            calendar_id=lookup_hash("calendar", meeting_id.hex).hex()[:32],
            changes=first.changes,
            invited=tuple(invited),
            agenda=tuple(_agenda(sight, log, when, rows)),
            words=words,
            contact=people[log.holder_id],
            youth=Relation.SUBJECT in sight.relations(log),
            may_answer=open_still and when.invited and can(sight, Action.MEETING_ANSWER, log),
            may_add=open_still and can(sight, Action.AGENDA_ADD, log),
            may_change=open_still and can(sight, Action.MEETING_CHANGE, log),
            sees_interpreters=not when.guest and can(sight, Action.INTERPRETER_SEE, log),
            anything_new=bool(first.anything_new),
        )


def _when(sight: Sight, row: Any) -> ShownMeeting:
    when = meeting_shown.shown(sight, row)
    if when is None:
        raise Hidden
    return when


def _rows(sight: Sight, meeting_id: UUID) -> list[Any]:
    """The meeting, once for each point of its agenda: everybody who sees the one sees the others."""
    p = AgendaPoint
    points = (
        p.id.alias("point_id"),
        p.text_sealed.alias("point_sealed"),
        p.lang.alias("point_lang"),
        p.at.alias("point_at"),
        p.author.alias("point_author"),
    )
    query = meeting_shown.select(sight, *points, notices.is_anything_new(sight)).where(Meeting.id == meeting_id)
    query = query.join_from(Meeting, AgendaPoint, JOIN.LEFT_OUTER, on=(AgendaPoint.meeting == Meeting.id))
    return list(translated.joined(sight, query, AgendaPoint).order_by(AgendaPoint.at, AgendaPoint.id).objects())


def _agenda(sight: Sight, log: LogFacts, when: ShownMeeting, rows: list[Any]) -> Iterable[Point]:
    if when.guest and when.cancelled:
        return
    people, askable = shown_people(sight, log), translated.askable(sight, log)
    for row in rows:
        if row.point_id is not None:
            text = AgendaPoint(id=row.point_id, log=log.id, text_sealed=row.point_sealed).text
            author = people.get(row.point_author) or Shown(row.point_author, None)
            yield Point(
                id=row.point_id,
                text=text,
                lang=row.point_lang,
                at=row.point_at,
                author=author if author.me or not when.guest else None,
                translation=translated.of_text(text, row, sight.actor.locale, people),
                askable=askable.of_text(text, row.point_lang, row),
            )


def _invited(sight: Sight, log: LogFacts, when: ShownMeeting) -> Iterable[Invitee]:
    """Contact person first, then family, then helpers. One query, with what is said of each."""
    said = RatherNot.id.in_(visible.rather_nots(sight).select(RatherNot.id))
    query = visible.invitations(sight).where(Invitation.meeting == when.id).select(Invitation, RatherNot)
    query = query.join(RatherNot, JOIN.LEFT_OUTER, on=((RatherNot.invitation == Invitation.id) & said), attr="said")
    found: dict[UUID, tuple[Any, list[Any]]] = {}
    for row in query.order_by(RatherNot.at, RatherNot.id):
        found.setdefault(row.id, (row, []))[1].append(getattr(row, "said", None))
    people = shown_people(sight, log, names.asked_oneself(sight, [row for row, _ in found.values()]))
    family = {each.account_id for each in sight.around if each.log_id == log.id and each.relation in FAMILY}

    def shown(row: Any, said: list[Any]) -> Invitee:
        nots = tuple(_rather_not(sight, log, each, people) for each in said if each is not None and each.id)
        sayable = when.open and not when.guest and rather_not.may_be_about(sight, log, row.account_id)
        said_it = any(each.author.me for each in nots)
        return Invitee(
            invitation_id=row.id,
            person=people.get(row.account_id) or Shown(row.account_id, None),
            unit=shown_unit(sight, log, row.unit_id),
            reason=row.reason,
            lang=row.lang,
            coming=row.coming,
            guest=row.guest,
            leads=row.account_id == log.holder_id,
            family=row.account_id in family,
            rather_nots=nots,
            may_say_rather_not=sayable and not said_it and can(sight, Action.RATHER_NOT_SAY, log),
        )

    everybody = [shown(row, said) for row, said in found.values()]
    return sorted(everybody, key=lambda each: (not each.leads, not each.family, each.person.name or ""))


def _rather_not(sight: Sight, log: LogFacts, row: RatherNot, people: dict[UUID, Shown]) -> ShownRatherNot:
    return ShownRatherNot(
        id=row.id,
        author=people.get(row.author_id) or Shown(row.author_id, None),
        text=row.text,
        lang=row.lang,
        answer=row.answer,
        answer_lang=row.answer_lang,
        answered_by=people.get(row.answered_by_id) if row.answered_by_id else None,
        may_answer=row.answered_at is None and can(sight, Action.RATHER_NOT_ANSWER, log),
    )


def _record(sight: Sight, log: LogFacts, when: ShownMeeting, words: Words) -> None:
    """A guest's line does not name the child, who was not shown."""
    if when.guest:
        recording.seen_all(sight, recording.of_things(sight, SeenPage.MEETING, [(log.id, when.entry_id)]))
    else:
        recording.seen(sight, log, SeenPage.MEETING, [when.entry_id, *words.things])
