"""Interpreters' assignments as they stand: the row, its meeting, what the family has answered, how far it has come."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from peewee import JOIN

from parentapp.access import windows
from parentapp.access.facts import LogFacts
from parentapp.access.interpreting import Stage, approvers, stage
from parentapp.access.sight import Sight
from parentapp.enums import Answer
from parentapp.models import AssignmentAnswer, Hiding, InterpreterAssignment, Meeting


@dataclass
class Assigned:
    """One assignment. `answers` by account; `kept`: guardians whom the young person keeps the meeting from."""

    row: Any
    log: LogFacts
    sight: Sight
    answers: dict[UUID, Answer] = field(default_factory=dict)
    kept: set[UUID] = field(default_factory=set)

    @property
    def approvers(self) -> frozenset[UUID]:
        return approvers(self.sight, self.log, frozenset(self.kept))

    @property
    def stage(self) -> Stage:
        return stage(self.sight, self.log, self.row, self.answers, frozenset(self.kept))

    @property
    def over(self) -> bool:
        return self.stage is Stage.OVER

    @property
    def approved(self) -> bool:
        """Whether everybody in the family who must has said yes."""
        return all(self.answers.get(account) is Answer.YES for account in self.approvers)

    @property
    def opens(self) -> datetime:
        return windows.opens(self.row)

    @property
    def closes(self) -> datetime:
        return windows.closes(self.row)


def assigned(sight: Sight, query: Any) -> list[Assigned]:
    """Those of the query (of assignments, not yet joined with anything), by the meeting's time. One more query."""
    a, answer = InterpreterAssignment, AssignmentAnswer
    rows = (
        a.select(a, Meeting, answer.account.alias("who"), answer.answer.alias("said"), Hiding.guardian.alias("kept"))
        .join(Meeting)
        .join_from(a, answer, JOIN.LEFT_OUTER, on=(answer.assignment == a.id))
        .join_from(Meeting, Hiding, JOIN.LEFT_OUTER, on=(Hiding.entry == Meeting.entry))
        .where(a.id.in_(query.select(a.id)))
        .order_by(Meeting.starts, a.asked_at, a.id)
    )
    logs, found = {log.id: log for log in sight.ties}, dict[UUID, Assigned]()
    for row in rows:
        one = found.setdefault(row.id, Assigned(row, logs[row.log_id], sight))
        one.answers |= {row.who: row.said} if row.who else {}
        one.kept |= {row.kept} if row.kept else set()
    return list(found.values())


def the_one(sight: Sight, query: Any, assignment_id: UUID) -> Assigned:
    """That one of them, which is known to be there."""
    return assigned(sight, query.where(InterpreterAssignment.id == assignment_id))[0]
