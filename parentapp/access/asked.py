"""The questions put to families, all answers, and which services have care, as the rules of consent need them."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from peewee import JOIN, fn

from parentapp.access.ages import AgeRow
from parentapp.access.consent import Decision, Request
from parentapp.access.facts import LogFacts
from parentapp.access.prepared import Prepared
from parentapp.access.signers import Signer
from parentapp.clock import local_date
from parentapp.enums import Answer, ServiceKind
from parentapp.models import AgePolicy, Care, ConsentDecision, ConsentRequest, Stafettlogg, Unit


@dataclass(frozen=True, kw_only=True)
class Caring(Signer):
    """A unit that has, or has had, care of a child."""

    name: str
    service: ServiceKind


@dataclass(frozen=True)
class Asked:
    """What was asked in some logs, oldest first, and (per log that was asked something) who has had care."""

    requests: tuple[Request, ...]
    care: dict[UUID, tuple[Caring, ...]]


def asked(logs: Collection[LogFacts]) -> Asked:
    """All requests of these logs with all answers and the age rows that bind them, and the care. One query."""
    heads: dict[UUID, tuple[Any, ...]] = {}
    answers: dict[UUID, dict[UUID, Decision]] = defaultdict(dict)
    rows: dict[UUID, dict[date, AgeRow]] = defaultdict(dict)
    care: dict[UUID, dict[UUID, Caring]] = defaultdict(dict)
    for row in _asked(ids=[log.id for log in logs]):
        head, decision, age, cared = row[:9], row[9:17], row[17:22], row[22:]
        heads[head[0]] = head
        if decision[0] is not None:
            answers[head[0]][decision[0]] = _decision(*decision[1:])
        if age[0] is not None:
            rows[head[0]][age[1]] = AgeRow(*age)
        if cared[0] is not None:
            care[head[1]][cared[0]] = _caring(*cared[1:])
    requests = tuple(_request(head, answers[id_], rows[id_]) for id_, head in heads.items())
    return Asked(requests, {log: tuple(found.values()) for log, found in care.items()})


def _decision(signer: UUID, unit: UUID | None, *rest: Any) -> Decision:
    """Who answered for a service that has care is not who signs: the service is."""
    return Decision(unit or signer, *rest)


def _counting(said: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """All but those that were registered after the same person had answered on a later day."""
    return tuple(each for number, each in enumerate(said) if not overtaken(each, said[:number]))


def overtaken(late: Decision, before: tuple[Decision, ...]) -> bool:
    """Whether what is registered late is older than an answer that was there before; a yes of the same day is, too.

    A no to going on is no answer to whether it is to end now: a no of before it counts.
    """
    if late.given_on is None:
        return False
    yes = late.answer is Answer.YES
    theirs = [each for each in before if each.signer == late.signer and (yes or each.answer is not Answer.RUNS_OUT)]
    in_app = {each.day for each in theirs if each.given_on is None} if yes else set()
    return late.given_on in in_app or any(late.given_on < each.day for each in theirs)


def _caring(unit: UUID, since: date, until: date | None, at: datetime, name: str, service: ServiceKind) -> Caring:
    """It counts from the day it was registered at the earliest: what was answered before that stands."""
    since = max(since, local_date(at))
    return Caring(id=unit, since=since, until=until, known=at, name=name, service=service)


def _asked_query(ids: list[UUID]) -> Any:
    r, d, p, c, caring = ConsentRequest, ConsentDecision, AgePolicy, Care, Unit.alias("caring")
    service = fn.COALESCE(Unit.service, ServiceKind.OPEN.value)
    return (
        r.select(
            *(
                r.id,
                r.log,
                r.unit,
                Unit.service,
                Unit.name,
                r.kinds,
                r.asked_at,
                r.child_heard_at,
                r.replaced_at,
            ),
            *(d.id, d.signer, d.unit, d.answer, d.kinds, d.until, d.at, d.given_on),
            *(p.service, p.valid_from, p.heard, p.co_signs, p.alone),
            *(c.id, c.unit, c.since, c.until, c.at, caring.name, caring.service),
        )
        .join(Unit, JOIN.LEFT_OUTER)
        .switch(r)
        .join(Stafettlogg)
        .join(p, JOIN.LEFT_OUTER, on=((p.municipality == Stafettlogg.municipality) & (p.service == service)))
        .switch(r)
        .join(d, JOIN.LEFT_OUTER, on=(d.request == r.id))
        .join_from(r, c, JOIN.LEFT_OUTER, on=(c.log == r.log))
        .join(caring, JOIN.LEFT_OUTER, on=(caring.id == c.unit))
        .where(r.log.in_(ids))
        .order_by(r.asked_at, r.id, d.at, d.id, p.valid_from, c.since, c.id)
        .tuples()
    )


_asked = Prepared(_asked_query)


def _request(head: tuple[Any, ...], answers: dict[UUID, Decision], rows: dict[date, AgeRow]) -> Request:
    id_, log, unit, service, name, kinds, asked, heard, replaced = head
    return Request(
        id=id_,
        log_id=log,
        unit_id=unit,
        unit_name=name,
        service=service or ServiceKind.OPEN,
        kinds=kinds,
        asked_at=asked,
        child_heard_at=heard,
        replaced_at=replaced,
        decisions=_counting(tuple(answers.values())),
        rows=tuple(rows.values()),
    )
