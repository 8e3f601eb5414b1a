"""One question to the family, with all that a person should know before answering."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.db import transaction
from parentapp.domain import asking, bank, consents, recording
from parentapp.domain.consents import ShownRequest
from parentapp.domain.people import Shown, ShownUnit, shown_people, unit_in_care
from parentapp.enums import Kind, SeenPage
from parentapp.models import ConsentDecision, ConsentRequest, Entry


@dataclass(frozen=True)
class ConsentPage:
    log: LogFacts
    child: str
    request: ShownRequest
    purpose: str
    child_view: str | None  # what a child who is heard, and does not sign, said of it
    lang: str  # of what was written with the question
    asked_by: Shown
    until: date  # of a yes given today
    example: tuple[str, str] | None  # text and its language: what the service would see now
    holder: Shown
    youth: bool
    resting: bool
    care: ShownUnit | None  # that answers in place of the parents
    language: str | None  # in which the actor read it when they answered last
    receipt: UUID | None  # of that answer


def page(actor: Actor, request_id: UUID) -> ConsentPage:
    """One request, with all a person should know before answering. Raises Hidden."""
    with transaction():
        sight, row = visible.reach(actor, ConsentRequest, request_id)
        log = sight.log(row.log_id)
        example = _example(sight, log, row.kinds)
        recording.seen(sight, log, SeenPage.CONSENT, [example.id] if example else ())
        people = shown_people(sight, log)
        language, receipt = _last_answer(sight.signer(log), row.id)
        return ConsentPage(
            log=log,
            child=log.child,
            request=consents.shown(sight, log, row.id),
            purpose=row.purpose,
            child_view=row.child_view if row.child_heard_at else None,
            lang=row.lang,
            asked_by=people[row.asked_by_id],
            until=asking.last_day(actor.today, row.months),
            example=_words(example, actor.locale),
            holder=people[log.holder_id],
            youth=log.youth_id == actor.account_id,
            resting=sight.rests(log),
            care=unit_in_care(sight, log),
            language=language,
            receipt=receipt,
        )


def _words(example: Entry | None, locale: str) -> tuple[str, str] | None:
    said = bank.words(example, locale) if example else None
    return (said.text, said.lang) if said else None


def _last_answer(signer: UUID | None, request_id: UUID) -> tuple[str | None, UUID | None]:
    """In which language it was read, and its id."""
    d = ConsentDecision
    found = d.select(d.language, d.id).where(asking.written_by(request_id, signer)).order_by(d.at.desc()).tuples()
    return found.first() or (None, None)


def _example(sight: Sight, log: LogFacts, kinds: frozenset[Kind]) -> Entry | None:
    """The newest thing the service would see, through the same conditions that would show it."""
    query = visible.entries(sight).where((Entry.log == log.id) & visible.for_service(kinds))
    newest: Entry | None = query.order_by(Entry.at.desc(), Entry.id.desc()).first()
    return newest
