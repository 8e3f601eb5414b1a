"""Which answers to the questions of a log an actor may know exist: their own, and nobody else's."""

from typing import Any

from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.access.visible.timeline import any_of
from parentapp.models import ConsentDecision


def answers(sight: Sight) -> Any:
    """What the actor has answered; for a service that has care what was answered in its name, whoever pressed."""
    clauses = [_own(sight, log) for log in sight.logs()]
    return ConsentDecision.select().where(any_of(clauses, ConsentDecision.id.is_null()))


def _own(sight: Sight, log: LogFacts) -> Any:
    """To the questions that the actor may know of: whoever answers as nobody knows of none."""
    d, signer = ConsentDecision, sight.signer(log)
    asked = [each.id for each in sight.questions(log)]
    return d.request.in_(asked) & ((d.unit == signer) | (d.unit.is_null() & (d.signer == signer)))
