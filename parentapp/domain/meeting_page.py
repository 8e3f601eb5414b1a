"""One meeting: when, who comes and why, what is spoken of. To a guest only the time, the place and the agenda."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from peewee import JOIN

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can
from parentapp.access.sight import Sight, look_around
from parentapp.crypto import lookup_hash
from parentapp.db import transaction
from parentapp.domain import (
    meeting_people,
    meeting_shown,
    meeting_words,
    notices,
    recording,
    support,
    times,
    translated,
)
from parentapp.domain.meeting_people import Invitee
from parentapp.domain.meeting_shown import ShownMeeting
from parentapp.domain.meeting_words import Words
from parentapp.domain.people import Shown, shown_people
from parentapp.domain.support import Support
from parentapp.domain.times import Times
from parentapp.domain.translated import Translatable
from parentapp.enums import MeetingRole, Relation, SeenPage
from parentapp.errors import Hidden
from parentapp.models import AgendaPoint, Meeting, SupportPerson


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
    supports: tuple[Support, ...]  # whom the family brings
    times: Times  # proposed, where the meeting has none
    contact: Shown
    youth: bool  # the log is about the one who reads
    may_answer: bool
    may_add: bool
    may_change: bool
    may_bring: bool  # somebody who supports the family
    sees_interpreters: bool  # the family, and whoever asks for one
    anything_new: bool

    @property
    def mine(self) -> Invitee | None:
        """The actor's own invitation."""
        return next((each for each in self.invited if each.person.me), None)

    @property
    def awaited(self) -> tuple[Invitee, ...]:
        """Those who do not come for their service, and have not sent anything yet."""
        sent = {each.entry.author.account_id for each in self.words.contributions}
        away = (each for each in self.invited if each.stays_away and not each.guest)
        return tuple(each for each in away if each.person.account_id not in sent)

    @property
    def unanswered(self) -> tuple[Invitee, ...]:
        """About whom somebody has said «helst ikke», for the actor to answer before the meeting."""
        return tuple(each for each in self.invited if any(said.may_answer for said in each.rather_nots))

    @property
    def prepares(self) -> bool:
        """Something waits for the one who leads before the meeting."""
        waits = self.awaited or self.unanswered or self.words.may_hear_child
        return self.may_change and not self.words.begun and bool(waits)

    def with_role(self, role: str) -> list[Invitee]:
        """Who did that in the meeting (the value of a role), of those the actor may know of."""
        return [each for each in self.invited if each.attended and MeetingRole(role) in each.attended.roles]

    @property
    def someone_came(self) -> bool:
        """The minutes say so of somebody whom the actor may know of."""
        return any(each.attended for each in self.invited) or any(each.came for each in self.supports)

    def fit(self, time: UUID) -> int:
        """How many that proposed time fits, as far as the actor may know."""
        return sum(each.fits.get(time, False) for each in self.invited)

    @property
    def best_fit(self) -> int:
        """How many the proposed time that fits most of them fits."""
        return max((self.fit(each.id) for each in self.times.proposed if not each.gone), default=0)


def meeting(actor: Actor, meeting_id: UUID) -> MeetingPage:
    """The meeting as the actor may see it. Raises Hidden."""
    with transaction():
        sight = look_around(actor, Meeting, meeting_id)
        rows = _rows(sight, meeting_id)
        if not rows:
            raise Hidden
        first, log = rows[0], sight.visited(rows[0].log_id)
        when = _when(sight, first)
        invited = meeting_people.invited(sight, log, meeting_id, sayable=when.open and not when.guest)
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
            supports=tuple(support.beside(sight, log, rows)),
            times=times.of(sight, log, when),
            contact=people[log.holder_id],
            youth=Relation.SUBJECT in sight.relations(log),
            may_answer=open_still and when.decided and when.invited and can(sight, Action.MEETING_ANSWER, log),
            may_add=open_still and can(sight, Action.AGENDA_ADD, log),
            may_change=open_still and can(sight, Action.MEETING_CHANGE, log),
            may_bring=open_still and not when.guest and can(sight, Action.SUPPORT_BRING, log),
            sees_interpreters=not when.guest and can(sight, Action.INTERPRETER_SEE, log),
            anything_new=bool(first.anything_new),
        )


def _when(sight: Sight, row: Any) -> ShownMeeting:
    when = meeting_shown.shown(sight, row)
    if when is None:
        raise Hidden
    return when


def _rows(sight: Sight, meeting_id: UUID) -> list[Any]:
    """The meeting, once for each point of its agenda and each support person: everybody who sees it sees the points."""
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
    in_order = (AgendaPoint.at, AgendaPoint.id, SupportPerson.at, SupportPerson.id)
    return list(support.joined(sight, translated.joined(sight, query, AgendaPoint)).order_by(*in_order).objects())


def _agenda(sight: Sight, log: LogFacts, when: ShownMeeting, rows: list[Any]) -> Iterable[Point]:
    if when.guest and when.cancelled:
        return
    people, askable = shown_people(sight, log), translated.askable(sight, log)
    for row in {each.point_id: each for each in rows}.values():
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


def _record(sight: Sight, log: LogFacts, when: ShownMeeting, words: Words) -> None:
    """A guest's line does not name the child, who was not shown."""
    if when.guest:
        recording.seen_all(sight, recording.of_things(sight, SeenPage.MEETING, [(log.id, when.entry_id)]))
    else:
        recording.seen(sight, log, SeenPage.MEETING, [when.entry_id, *words.things])
