"""What is shown of a meeting's interpreters to the family, who approve them, and to the contact person, who asks."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.interpreting import Stage
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look_around
from parentapp.access.visible import reach
from parentapp.db import transaction
from parentapp.domain import notices, recording
from parentapp.domain.assigned import Assigned, of_theirs
from parentapp.domain.interpreters import of_meeting, readers
from parentapp.domain.people import Shown, shown_people
from parentapp.domain.qualified import Qualified, qualified
from parentapp.enums import Answer, Relation, SeenPage
from parentapp.models import InterpreterAssignment, Meeting


@dataclass(frozen=True)
class ShownInterpreter:
    """One assignment as the family and the contact person see it. Never who said no, or what ended it."""

    id: UUID
    who: Shown
    level: str
    agency: str
    locale: str
    reader: Shown  # the person interpreted for
    starts: datetime  # of the meeting
    opens: datetime
    closes: datetime
    stage: Stage
    declared: bool
    approved: bool  # by everybody who must
    mine: Answer | None
    may_answer: bool
    may_end: bool
    may_extend: bool
    extended: bool

    @property
    def over(self) -> bool:
        return self.stage is Stage.OVER

    @property
    def waits_for_me(self) -> bool:
        return self.may_answer and self.mine is None


@dataclass(frozen=True)
class Page:
    log: LogFacts
    child: str
    own: bool  # the log is about the one who reads
    meeting_id: UUID
    interpreter: ShownInterpreter
    anything_new: bool


@dataclass(frozen=True)
class Choice:
    """Somebody of the family one can interpret for, and those registered for their language."""

    reader: Shown
    locale: str
    there: bool  # an interpreter has been asked for this person, and that is not over
    interpreters: tuple[Qualified, ...]


@dataclass(frozen=True)
class MeetingsInterpreters:
    log: LogFacts
    child: str
    own: bool
    meeting_id: UUID
    starts: datetime | None  # None while several times are proposed
    interpreters: tuple[ShownInterpreter, ...]
    choices: tuple[Choice, ...] | None  # None for whoever does not ask, and once the meeting is over


def page(actor: Actor, assignment_id: UUID) -> Page:
    """One interpreter, for the family and the contact person. Raises Hidden."""
    with transaction():
        sight = look_around(actor, InterpreterAssignment, assignment_id)
        of_it = of_theirs(sight, assignment_id)
        log = of_it.log
        require(sight, Action.INTERPRETER_SEE, log)
        recording.seen(sight, log, SeenPage.MEETING, [of_it.row.meeting.entry_id])
        return Page(
            log=log,
            child=log.child,
            own=log.youth_id == actor.account_id,
            meeting_id=of_it.row.meeting_id,
            interpreter=shown_interpreter(sight, of_it),
            anything_new=notices.anything_new(sight),
        )


def shown_interpreter(sight: Sight, of_it: Assigned) -> ShownInterpreter:
    log, row, me = of_it.log, of_it.row, sight.actor.account_id
    people, over = shown_people(sight, log), of_it.over
    return ShownInterpreter(
        id=row.id,
        who=people[row.interpreter_id],
        level=row.qualification,
        agency=row.agency,
        locale=row.locale,
        reader=people[row.reader_id],
        starts=row.meeting.starts,
        opens=of_it.opens,
        closes=of_it.closes,
        stage=of_it.stage,
        declared=row.declared_at is not None,
        approved=of_it.approved,
        mine=of_it.answers.get(me),
        may_answer=not over and me in of_it.approvers and can(sight, Action.INTERPRETER_ANSWER, log),
        may_end=not over and can(sight, Action.INTERPRETER_END, log),
        may_extend=not over and row.extended_at is None and can(sight, Action.INTERPRETER_EXTEND, log),
        extended=row.extended_at is not None,
    )


def of_a_meeting(actor: Actor, meeting_id: UUID) -> MeetingsInterpreters:
    """All of a meeting, the newest first; and for the contact person, whom one can ask for whom. Raises Hidden."""
    with transaction():
        sight, meeting = reach(actor, Meeting, meeting_id)
        log = sight.visited(meeting.log_id)
        require(sight, Action.INTERPRETER_SEE, log)
        found = of_meeting(sight, meeting_id)
        to_come = meeting.cancelled_at is None and meeting.ends is not None and meeting.ends > actor.now
        may_ask = to_come and can(sight, Action.INTERPRETER_ASK, log)
        recording.seen(sight, log, SeenPage.MEETING, [meeting.entry_id])
        return MeetingsInterpreters(
            log=log,
            child=log.child,
            own=log.youth_id == actor.account_id,
            meeting_id=meeting_id,
            starts=meeting.starts,
            interpreters=tuple(shown_interpreter(sight, each) for each in reversed(found)),
            choices=tuple(_choices(sight, log, found)) if may_ask else None,
        )


def _choices(sight: Sight, log: LogFacts, found: list[Assigned]) -> list[Choice]:
    """Whoever was asked for this meeting and does not come is not there again."""
    people, read = shown_people(sight, log), readers(sight, log)
    tried = {each.row.interpreter_id for each in found if each.over}
    busy = {each.row.reader_id for each in found if not each.over}
    registered = qualified(log, Relation.INTERPRETER, *sorted({*read.values()}))
    return [
        Choice(
            reader=people[reader],
            locale=locale,
            there=reader in busy,
            interpreters=tuple(each for each in registered if each.locale == locale and each.account_id not in tried),
        )
        for reader, locale in sorted(read.items(), key=lambda each: people[each[0]].name or "")
    ]
