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
    Concern,
    Entry,
    Evaluation,
    Goal,
    Heart,
    Hiding,
    LevelChange,
    Lysglimt,
    Measure,
    OwnMatterChoice,
    Revision,
    Version,
    Withholding,
)
from parentapp.models.directory import DirectoryEntry
from parentapp.models.families import (
    Block,
    Care,
    CareWaiting,
    FirstLogin,
    Guardian,
    GuardianChoice,
    NetworkAnswer,
    NetworkPerson,
    NetworkProposal,
    ProposedGuardian,
)
from parentapp.models.files import Attachment, AttachmentPart, File, FilePart
from parentapp.models.freezes import Freeze, FreezeConfirmation
from parentapp.models.handovers import Handover
from parentapp.models.languages import AssignmentAnswer, InterpreterAssignment, LastVisit, Qualification, Translation
from parentapp.models.log import Absence, ContactRequest, Participation, StafettholderPeriod, Stafettlogg
from parentapp.models.meetings import AgendaPoint, Invitation, Meeting, Minutes, RatherNot, Statement
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
    LevelChange,
    DirectoryEntry,
    Concern,
    FirstLogin,
    Attachment,
    AttachmentPart,
    Version,
)

__all__ = [table.__name__ for table in ALL] + ["ALL"]
