"""Tables and facts about one row. No rules about who may see it, no Flask."""

from parentapp.models.accounts import (
    Account,
    ClientKey,
    Draft,
    Employment,
    LoginSession,
    Municipality,
    Throttle,
    Unit,
)
from parentapp.models.audit import AuditLine, SeenLine, SeenThing
from parentapp.models.closing import Closing, ClosingRegistered, ClosingYes, Reopening
from parentapp.models.consents import AgePolicy, ConsentDecision, ConsentRequest
from parentapp.models.content import (
    AboutMe,
    Entry,
    Evaluation,
    Goal,
    Heart,
    Hiding,
    Lysglimt,
    Measure,
    OwnMatterChoice,
    Revision,
    Withholding,
)
from parentapp.models.families import (
    Block,
    Care,
    CareWaiting,
    Guardian,
    GuardianChoice,
    NetworkAnswer,
    NetworkPerson,
    NetworkProposal,
    ProposedGuardian,
)
from parentapp.models.files import File, FilePart
from parentapp.models.freezes import Freeze, FreezeConfirmation
from parentapp.models.handovers import Handover
from parentapp.models.languages import AssignmentAnswer, InterpreterAssignment, LastVisit, Qualification, Translation
from parentapp.models.log import Absence, ContactRequest, Participation, StafettholderPeriod, Stafettlogg
from parentapp.models.meetings import (
    AgendaPoint,
    Attendance,
    Invitation,
    Meeting,
    Minutes,
    ProposedTime,
    RatherNot,
    Statement,
    SupportPerson,
    TimeAnswer,
    TimeWish,
)
from parentapp.models.notices import Notice
from parentapp.models.subjects import Subject
from parentapp.models.talk import Conversation, Member, Message

ALL = (
    Municipality,
    Unit,
    Account,
    Employment,
    LoginSession,
    Throttle,
    Draft,
    ClientKey,
    Subject,
    Stafettlogg,
    Guardian,
    NetworkPerson,
    Block,
    Participation,
    StafettholderPeriod,
    Absence,
    Entry,
    Lysglimt,
    Heart,
    Goal,
    Measure,
    Hiding,
    Withholding,
    ConsentRequest,
    ConsentDecision,
    AgePolicy,
    Conversation,
    Member,
    Message,
    Notice,
    SeenLine,
    SeenThing,
    AuditLine,
    Revision,
    Evaluation,
    AboutMe,
    Meeting,
    Invitation,
    RatherNot,
    AgendaPoint,
    Statement,
    Minutes,
    Qualification,
    Translation,
    InterpreterAssignment,
    AssignmentAnswer,
    LastVisit,
    Care,
    CareWaiting,
    ContactRequest,
    File,
    FilePart,
    Handover,
    ProposedGuardian,
    GuardianChoice,
    Closing,
    ClosingRegistered,
    ClosingYes,
    Reopening,
    Freeze,
    FreezeConfirmation,
    NetworkProposal,
    NetworkAnswer,
    OwnMatterChoice,
    ProposedTime,
    TimeAnswer,
    TimeWish,
    SupportPerson,
    Attendance,
)

__all__ = [table.__name__ for table in ALL] + ["ALL"]
