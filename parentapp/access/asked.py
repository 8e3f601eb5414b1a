"""The questions put to families and all answers to them, as the rules of consent need them. One query."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from peewee import JOIN, fn

from parentapp.access.ages import AgeRow
from parentapp.access.consent import Decision, Request
from parentapp.access.facts import LogFacts
from parentapp.access.prepared import Prepared
from parentapp.enums import ServiceKind
from parentapp.models import AgePolicy, ConsentDecision, ConsentRequest, Stafettlogg, Unit


def requests(logs: Collection[LogFacts]) -> list[Request]:
    """All requests of these logs with all their answers and the age rows that bind them, oldest first. One query."""
    heads: dict[UUID, tuple[Any, ...]] = {}
    answers: dict[UUID, dict[UUID, Decision]] = defaultdict(dict)
    rows: dict[UUID, dict[date, AgeRow]] = defaultdict(dict)
    for row in _asked(ids=[log.id for log in logs]):
        head, decision, age = row[:9], row[9:15], row[15:]
        heads[head[0]] = head
        if decision[0] is not None:
            answers[head[0]][decision[0]] = Decision(*decision[1:])
        if age[0] is not None:
            rows[head[0]][age[1]] = AgeRow(*age)
    return [_request(head, answers[id_], rows[id_]) for id_, head in heads.items()]


def _asked_query(ids: list[UUID]) -> Any:
    r, d, p = ConsentRequest, ConsentDecision, AgePolicy
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
            *(d.id, d.signer, d.answer, d.kinds, d.until, d.at),
            *(p.service, p.valid_from, p.heard, p.co_signs, p.alone),
        )
        .join(Unit, JOIN.LEFT_OUTER)
        .switch(r)
        .join(Stafettlogg)
        .join(p, JOIN.LEFT_OUTER, on=((p.municipality == Stafettlogg.municipality) & (p.service == service)))
        .switch(r)
        .join(d, JOIN.LEFT_OUTER, on=(d.request == r.id))
        .where(r.log.in_(ids))
        .order_by(r.asked_at, r.id, d.at, d.id, p.valid_from)
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
        decisions=tuple(answers.values()),
        rows=tuple(rows.values()),
    )
