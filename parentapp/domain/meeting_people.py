"""Who is asked to a meeting, why, what they said, and what is said of each: as the actor may see them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from peewee import JOIN

from parentapp.access import names, visible
from parentapp.access.actions import Action
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can
from parentapp.access.sight import Sight
from parentapp.domain import attending, rather_not, times
from parentapp.domain.attending import Attended
from parentapp.domain.people import Shown, ShownUnit, shown_people, shown_unit
from parentapp.domain.times import Wish
from parentapp.enums import FAMILY, Coming
from parentapp.models import Invitation, RatherNot


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
    attended: Attended | None  # as the minutes say
    fits: dict[UUID, bool]  # of the proposed times, as far as the actor may know
    wish: Wish | None  # when it would fit

    @property
    def stays_away(self) -> bool:
        """Somebody comes for a service, and said that they do not."""
        return self.coming is Coming.NO and not self.family


def invited(sight: Sight, log: LogFacts, meeting_id: UUID, *, sayable: bool = False) -> list[Invitee]:
    """Contact person first, then family, then helpers. One query, with what is said of each, and what each has said.

    `sayable`: something can still be said about who comes.
    """
    said = RatherNot.id.in_(visible.rather_nots(sight).select(RatherNot.id))
    query = visible.invitations(sight).where(Invitation.meeting == meeting_id).select(Invitation, RatherNot)
    query = query.join(RatherNot, JOIN.LEFT_OUTER, on=((RatherNot.invitation == Invitation.id) & said), attr="said")
    query = times.joined(sight, attending.joined(sight, query))
    found: dict[UUID, tuple[Any, list[Any]]] = {}
    for row in query.order_by(RatherNot.at, RatherNot.id):
        found.setdefault(row.id, (row, []))[1].append(row)
    people = shown_people(sight, log, names.asked_oneself(sight, [row for row, _ in found.values()]))
    family = {each.account_id for each in sight.around if each.log_id == log.id and each.relation in FAMILY}

    def shown(row: Any, rows: list[Any]) -> Invitee:
        said = {each.said.id: each.said for each in rows if getattr(each, "said", None) and each.said.id}
        nots = tuple(_rather_not(sight, log, each, people) for each in said.values())
        about = sayable and rather_not.may_be_about(sight, log, row.account_id)
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
            may_say_rather_not=about and not said_it and can(sight, Action.RATHER_NOT_SAY, log),
            attended=attending.of(row),
            fits=times.fits_of(rows),
            wish=times.wish_of(row),
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
