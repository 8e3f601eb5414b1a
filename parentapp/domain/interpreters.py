"""The interpreter of one meeting: asking one, declaring a conflict of interest, the family's yes or no, ending it."""

from typing import Any
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.interpreting import Stage, approvers, may_be_asked
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look, look_around
from parentapp.access.visible import reach
from parentapp.db import transaction
from parentapp.domain import recording
from parentapp.domain.assigned import Assigned, assigned, of_ones_own, of_theirs
from parentapp.domain.inviting import require_decided
from parentapp.domain.pressing import Press, once
from parentapp.domain.qualified import Qualified, qualified
from parentapp.enums import Answer, NoticeKind, Relation
from parentapp.errors import Conflict, Denied
from parentapp.i18n import N_
from parentapp.i18n.locales import is_norwegian
from parentapp.models import AssignmentAnswer, InterpreterAssignment, Meeting

# NOTE: said whatever stands in the way of this interpreter: neither whether they are kept out, nor by whom
CANNOT = N_("Denne tolken kan ikke brukes i dette møtet. Velg en annen.")
NOT_FOR = N_("Tolk kan bare bes om for en i familien som leser et annet språk enn norsk.")
ONE_ALREADY = N_("Det er bedt om en tolk for denne personen. Avslutt det før du ber om en ny.")
MEETING_OVER = N_("Møtet er over eller avlyst.")
OVER = N_("Dette er avsluttet. Tolken ser ingenting lenger.")
DECLARED = N_("Du har svart på dette før.")
FAMILY_FIRST = N_("Familien må svare først.")
EXTENDED = N_("Tiden er forlenget én gang. Den kan ikke forlenges mer.")


def ask(actor: Actor, meeting_id: UUID, interpreter: UUID, reader: UUID, *, press: Press | None = None) -> UUID:
    """Ask a registered interpreter to come to a meeting, for one of the family. Returns the assignment.

    What they are qualified as is copied from the register. One at a time for each person interpreted for.
    Raises Hidden, Denied; Conflict for whoever cannot be asked, the same whatever stands in the way.
    """
    with transaction():
        sight, meeting = reach(actor, Meeting, meeting_id)
        log = sight.visited(meeting.log_id)
        require(sight, Action.INTERPRETER_ASK, log)

        def act() -> UUID:
            locale = _locale_of(sight, log, meeting, reader)
            who = _usable(sight, log, meeting, interpreter, reader, locale)
            row = InterpreterAssignment.create(
                log=log.id,
                meeting=meeting.id,
                interpreter=who.account_id,
                reader=reader,
                locale=locale,
                qualification=who.level,
                agency=who.agency,
                asked_by=actor.account_id,
                asked_at=actor.now,
            )
            recording.audit(actor, Action.INTERPRETER_ASK, row.id, log)
            there = look(actor, log.id)  # looked at anew: the interpreter belongs only now
            of_it = of_theirs(there, row.id)
            recording.tell(there, log, NoticeKind.INTERPRETER, row.id, of_it.approvers)
            recording.tell(there, log, NoticeKind.ASSIGNMENT, row.id, [who.account_id])
            row_id: UUID = row.id
            return row_id

        return once(actor, press, act)


def readers(sight: Sight, log: LogFacts) -> dict[UUID, str]:
    """Those of the family whom one can interpret for, with the language they read."""
    family = approvers(sight, log)
    found = {each.account_id: each.account.locale for each in sight.around if each.account_id in family}
    return {account: locale for account, locale in found.items() if not is_norwegian(locale)}


def _locale_of(sight: Sight, log: LogFacts, meeting: Any, reader: UUID) -> str:
    require_decided(meeting)
    if meeting.cancelled_at is not None or meeting.ends <= sight.actor.now:
        raise Conflict(MEETING_OVER)
    locale = readers(sight, log).get(reader)
    if locale is None:
        raise Conflict(NOT_FOR)
    return locale


def _usable(sight: Sight, log: LogFacts, meeting: Any, account: UUID, reader: UUID, locale: str) -> Qualified:
    before = of_meeting(sight, meeting.id)
    if any(each.row.reader_id == reader and not each.over for each in before):
        raise Conflict(ONE_ALREADY)
    tried = {each.row.interpreter_id for each in before if each.over}
    registered = {each.account_id: each for each in qualified(log, Relation.INTERPRETER, locale)}
    if account not in registered or account in tried or not may_be_asked(sight, log, account):
        raise Conflict(CANNOT)
    return registered[account]


def of_meeting(sight: Sight, meeting_id: UUID) -> list[Assigned]:
    """All that the actor may know of, those that are over too."""
    return assigned(sight, visible.assignments(sight).where(InterpreterAssignment.meeting == meeting_id))


def declare(actor: Actor, assignment_id: UUID, *, clear: bool, press: Press | None = None) -> UUID:
    """The interpreter says that there is no conflict of interest, or (at any time) that there is, which ends it.

    Raises Hidden; Conflict for who has said so before, or where a protected child's family has not answered.
    """
    with transaction():
        sight = look_around(actor, InterpreterAssignment, assignment_id)
        of_it = of_ones_own(sight, assignment_id)
        require(sight, Action.ASSIGNMENT_DECLARE, of_it.log)

        def act() -> UUID:
            if clear:
                _may_declare(of_it)
                _set(of_it, declared_at=actor.now)
            else:
                _set(of_it, conflict_at=actor.now, ended_at=actor.now)
                _tell_all(sight, of_it)
            recording.audit(actor, Action.ASSIGNMENT_DECLARE, assignment_id, of_it.log)
            return assignment_id

        return once(actor, press, act)


def _may_declare(of_it: Assigned) -> None:
    if of_it.row.declared_at is not None:
        raise Conflict(DECLARED)
    if of_it.stage is not Stage.DECLARING:
        raise Conflict(FAMILY_FIRST)


def answer(actor: Actor, assignment_id: UUID, *, yes: bool, press: Press | None = None) -> UUID:
    """One of the family says yes, or no: any no, also after a yes, ends it at once.

    Raises Hidden, Denied; Conflict where it is over.
    """
    with transaction():
        sight, of_it = _theirs(actor, assignment_id, Action.INTERPRETER_ANSWER)

        def act() -> UUID:
            _require_open(of_it)
            if actor.account_id not in of_it.approvers:
                raise Denied
            _answered(sight, of_it, yes=yes)
            recording.audit(actor, Action.INTERPRETER_ANSWER, assignment_id, of_it.log)
            return assignment_id

        return once(actor, press, act)


def _answered(sight: Sight, of_it: Assigned, *, yes: bool) -> None:
    me, before = sight.actor.account_id, of_it.approved
    said = Answer.YES if yes else Answer.WITHDRAWN if me in of_it.answers else Answer.NO
    mine = (AssignmentAnswer.assignment == of_it.row.id) & (AssignmentAnswer.account == me)
    if not AssignmentAnswer.update(answer=said, at=sight.actor.now).where(mine).execute():
        AssignmentAnswer.create(assignment=of_it.row.id, account=me, answer=said, at=sight.actor.now)
    of_it.answers[me] = said
    if not yes:
        _set(of_it, ended_at=sight.actor.now)
        _tell_all(sight, of_it)
    elif of_it.approved and not before:
        recording.tell(sight, of_it.log, NoticeKind.INTERPRETER, of_it.row.id, [of_it.log.holder_id])
        recording.tell(sight, of_it.log, NoticeKind.ASSIGNMENT, of_it.row.id, [of_it.row.interpreter_id])


def end(actor: Actor, assignment_id: UUID, *, press: Press | None = None) -> UUID:
    """The contact person ends it. Raises Hidden, Denied; Conflict where it is over."""
    with transaction():
        sight, of_it = _theirs(actor, assignment_id, Action.INTERPRETER_END)

        def act() -> UUID:
            _require_open(of_it)
            _set(of_it, ended_at=actor.now)
            recording.audit(actor, Action.INTERPRETER_END, assignment_id, of_it.log)
            _tell_all(sight, of_it)
            return assignment_id

        return once(actor, press, act)


def extend(actor: Actor, assignment_id: UUID, *, press: Press | None = None) -> UUID:
    """One more hour, once, because the meeting takes longer. Raises Hidden, Denied; Conflict where it is over."""
    with transaction():
        _, of_it = _theirs(actor, assignment_id, Action.INTERPRETER_EXTEND)

        def act() -> UUID:
            _require_open(of_it)
            if of_it.row.extended_at is not None:
                raise Conflict(EXTENDED)
            _set(of_it, extended_at=actor.now)
            recording.audit(actor, Action.INTERPRETER_EXTEND, assignment_id, of_it.log)
            return assignment_id

        return once(actor, press, act)


def _theirs(actor: Actor, assignment_id: UUID, action: Action) -> tuple[Sight, Assigned]:
    sight = look_around(actor, InterpreterAssignment, assignment_id)
    of_it = of_theirs(sight, assignment_id)
    require(sight, action, of_it.log)
    return sight, of_it


def _require_open(of_it: Assigned) -> None:
    if of_it.over:
        raise Conflict(OVER)


def _set(of_it: Assigned, **columns: Any) -> None:
    InterpreterAssignment.update(**columns).where(InterpreterAssignment.id == of_it.row.id).execute()


def tell_moved(sight: Sight, meeting_id: UUID) -> None:
    """The interpreters of a meeting, that it has another time: their window has moved with it."""
    for each in of_meeting(sight, meeting_id):
        recording.tell(sight, each.log, NoticeKind.ASSIGNMENT, each.row.id, [each.row.interpreter_id])


def _tell_all(sight: Sight, of_it: Assigned) -> None:
    """The family and the contact person, that it is over: the same words whatever ended it."""
    recording.tell(sight, of_it.log, NoticeKind.INTERPRETER, of_it.row.id, of_it.approvers | {of_it.log.holder_id})
