"""Interpreters' assignments as they stand: the row, its meeting, what the family has answered, how far it has come."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from peewee import JOIN

from parentapp.access import visible, windows
from parentapp.access.facts import LogFacts
from parentapp.access.interpreting import Stage, approvers, stage
from parentapp.access.sight import Sight
from parentapp.enums import Answer
from parentapp.errors import Hidden
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
        """Whether everybody in the family who must has said yes. Whoever may not know of the meeting cannot."""
        return self.row.reader_id not in self.kept and all(
            self.answers.get(account) is Answer.YES for account in self.approvers
        )

    @property
    def opens(self) -> datetime:
        return windows.opens(self.row)

    @property
    def closes(self) -> datetime:
        return windows.closes(self.row)


def assigned(sight: Sight, query: Any) -> list[Assigned]:
    """Those of the query (of assignments, not yet joined with anything), by the meeting's time. One more query."""
    a, answer, m = InterpreterAssignment, AssignmentAnswer, Meeting
    meeting = (m.starts, m.ends, m.cancelled_at, m.entry.alias("of_entry"))
    said = (answer.account.alias("who"), answer.answer.alias("said"), Hiding.guardian.alias("kept"))
    rows = (
        a.select(a, *meeting, *said)
        .join(Meeting)
        .join_from(a, answer, JOIN.LEFT_OUTER, on=(answer.assignment == a.id))
        .join_from(Meeting, Hiding, JOIN.LEFT_OUTER, on=(Hiding.entry == Meeting.entry))
        .where(a.id.in_(query.select(a.id)))
        .order_by(Meeting.starts, a.asked_at, a.id)
        .objects()
    )
    logs, found = {log.id: log for log in sight.ties}, dict[UUID, Assigned]()
    for row in rows:
        if row.id not in found:
            when = {"starts": row.starts, "ends": row.ends, "cancelled_at": row.cancelled_at}
            row.meeting = m(id=row.meeting_id, entry=row.of_entry, **when)
        one = found.setdefault(row.id, Assigned(row, logs[row.log_id], sight))
        one.answers |= {row.who: row.said} if row.who else {}
        one.kept |= {row.kept} if row.kept else set()
    return list(found.values())


def of_theirs(sight: Sight, assignment_id: UUID) -> Assigned:
    """That one, for the family and the contact person. Raises Hidden."""
    return _one(sight, visible.assignments(sight), assignment_id)


def of_ones_own(sight: Sight, assignment_id: UUID) -> Assigned:
    """That one, for the interpreter, while it is not over. Raises Hidden."""
    found = _one(sight, visible.work(sight), assignment_id)
    if found.over:
        raise Hidden
    return found


def _one(sight: Sight, query: Any, assignment_id: UUID) -> Assigned:
    found = assigned(sight, query.where(InterpreterAssignment.id == assignment_id))
    if not found:
        raise Hidden
    return found[0]
