"""Which rows an actor may know exist: one query per kind of row, used by every list, page, count and job.

Default is no. `find` turns a row outside its query into Hidden, which is answered as if the row did not exist.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from parentapp.access.actor import Actor
from parentapp.access.sight import Sight, look_around
from parentapp.access.visible.answering import answers
from parentapp.access.visible.attending import attendances, supports
from parentapp.access.visible.belonging import (
    asked_about,
    care_waiting,
    guardian_choices,
    guardians,
    let_go,
    participations,
    proposed,
)
from parentapp.access.visible.beside import versions, versions_beside
from parentapp.access.visible.closing import births, closings
from parentapp.access.visible.files import attachments
from parentapp.access.visible.freezing import freezes
from parentapp.access.visible.handing import handovers, periods
from parentapp.access.visible.individual import coordinators, individual_plans
from parentapp.access.visible.languages import assignments, may_be_sent, tasks, translations, work
from parentapp.access.visible.meeting import agenda, invitations, known_in_full, meetings, rather_nots
from parentapp.access.visible.mine import own_batons, own_hearts, own_keeping, own_network, own_parts
from parentapp.access.visible.network import (
    attempts,
    blocks,
    checks,
    network_people,
    open_proposals,
    papers_to_confirm,
    papers_waiting,
    proposals,
    staying_asked,
)
from parentapp.access.visible.registering import first_logins, open_questions
from parentapp.access.visible.seen import cut, own_readings, seen_lines, things_of
from parentapp.access.visible.talk import conversations, requests
from parentapp.access.visible.telling import message_notices, notices
from parentapp.access.visible.timeline import apart, entries, for_service, levels, may_read, ticked
from parentapp.access.visible.times import proposed_times, time_answers, time_wishes
from parentapp.access.visible.unit import Counts, contact_requests, counts, waiting_requests
from parentapp.access.visible.wishing import (
    handed_wishes,
    log_wishes,
    reach_wish,
    unhanded,
    waiting_wishes,
    wish_reads,
    wished_by_oneself,
    wished_of_handed,
    wished_of_leader,
)
from parentapp.errors import Hidden
from parentapp.models import (
    AgendaPoint,
    Attachment,
    Attendance,
    Block,
    CareWaiting,
    Closing,
    ConsentDecision,
    ConsentRequest,
    ContactRequest,
    Conversation,
    Coordinator,
    Entry,
    FirstLogin,
    Freeze,
    Guardian,
    GuardianChoice,
    Handover,
    IndividualPlan,
    InterpreterAssignment,
    Invitation,
    LogWish,
    Meeting,
    NetworkProposal,
    Notice,
    Participation,
    ProposedGuardian,
    ProposedTime,
    RatherNot,
    SeenLine,
    StafettholderPeriod,
    SupportPerson,
    TimeAnswer,
    TimeWish,
    Translation,
    Version,
)

RULES: dict[Any, Callable[[Sight], Any]] = {
    Entry: entries,
    Conversation: conversations,
    ConsentRequest: requests,
    ConsentDecision: answers,
    SeenLine: seen_lines,
    Notice: notices,
    Meeting: meetings,
    Invitation: invitations,
    AgendaPoint: agenda,
    RatherNot: rather_nots,
    SupportPerson: supports,
    Attendance: attendances,
    ProposedTime: proposed_times,
    TimeAnswer: time_answers,
    TimeWish: time_wishes,
    InterpreterAssignment: assignments,
    Translation: translations,
    ContactRequest: contact_requests,
    Handover: handovers,
    StafettholderPeriod: periods,
    Guardian: guardians,
    Participation: participations,
    ProposedGuardian: proposed,
    GuardianChoice: guardian_choices,
    CareWaiting: care_waiting,
    Closing: closings,
    Freeze: freezes,
    NetworkProposal: proposals,
    Block: papers_waiting,
    Attachment: attachments,
    Version: versions,
    LogWish: log_wishes,
    IndividualPlan: individual_plans,
    Coordinator: coordinators,
    FirstLogin: first_logins,
}


def find(sight: Sight, model: Any, row_id: UUID) -> Any:
    """The row, if the actor may know of it. Raises Hidden; KeyError for a table without a rule."""
    row = RULES[model](sight).where(model.id == row_id).get_or_none()
    if row is None:
        raise Hidden
    return row


def reach_task(actor: Actor, translation_id: UUID) -> tuple[Sight, Any]:
    """A translator's sight of the log, and the row of a text they are to translate. Raises Hidden."""
    sight = look_around(actor, Translation, translation_id)
    row = tasks(sight).where(Translation.id == translation_id).get_or_none()
    if row is None:
        raise Hidden
    return sight, row


def reach_answer(actor: Actor, answer_id: UUID) -> tuple[Sight, Any]:
    """The actor's sight of the log that an answer was about, and the answer. Raises Hidden."""
    d = ConsentDecision
    sight = look_around(actor, ConsentRequest, d.select(d.request).where(d.id == answer_id))
    return sight, find(sight, ConsentDecision, answer_id)


def reach_open_question(actor: Actor, request_id: UUID) -> tuple[Sight, Any]:
    """A professional's sight of the log, and a question that they may register an answer to. Raises Hidden."""
    sight = look_around(actor, ConsentRequest, request_id)
    row = open_questions(sight).where(ConsentRequest.id == request_id).get_or_none()
    if row is None:
        raise Hidden
    return sight, row


def reach(actor: Actor, model: Any, row_id: UUID) -> tuple[Sight, Any]:
    """The actor's sight of the log that the row belongs to, and the row. Raises Hidden."""
    sight = look_around(actor, model, row_id)
    return sight, find(sight, model, row_id)


__all__ = [
    "RULES",
    "Counts",
    "agenda",
    "answers",
    "apart",
    "asked_about",
    "assignments",
    "attachments",
    "attempts",
    "attendances",
    "births",
    "blocks",
    "care_waiting",
    "checks",
    "closings",
    "contact_requests",
    "conversations",
    "coordinators",
    "counts",
    "cut",
    "entries",
    "find",
    "first_logins",
    "for_service",
    "freezes",
    "guardian_choices",
    "guardians",
    "handed_wishes",
    "handovers",
    "individual_plans",
    "invitations",
    "known_in_full",
    "let_go",
    "levels",
    "log_wishes",
    "may_be_sent",
    "may_read",
    "meetings",
    "message_notices",
    "network_people",
    "notices",
    "open_proposals",
    "open_questions",
    "own_batons",
    "own_hearts",
    "own_keeping",
    "own_network",
    "own_parts",
    "own_readings",
    "papers_to_confirm",
    "papers_waiting",
    "participations",
    "periods",
    "proposals",
    "proposed",
    "proposed_times",
    "rather_nots",
    "reach",
    "reach_answer",
    "reach_open_question",
    "reach_task",
    "reach_wish",
    "requests",
    "seen_lines",
    "staying_asked",
    "supports",
    "tasks",
    "things_of",
    "ticked",
    "time_answers",
    "time_wishes",
    "translations",
    "unhanded",
    "versions",
    "versions_beside",
    "waiting_requests",
    "waiting_wishes",
    "wish_reads",
    "wished_by_oneself",
    "wished_of_handed",
    "wished_of_leader",
    "work",
]
