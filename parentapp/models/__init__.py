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
from parentapp.models.audit import AuditLine, SeenLine
from parentapp.models.consents import AgePolicy, ConsentDecision, ConsentRequest
from parentapp.models.content import Entry, Goal, Heart, Hiding, Lysglimt, Measure
from parentapp.models.families import Block, Guardian, NetworkPerson
from parentapp.models.log import Absence, Participation, StafettholderPeriod, Stafettlogg
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
    ConsentRequest,
    ConsentDecision,
    AgePolicy,
    Conversation,
    Member,
    Message,
    Notice,
    SeenLine,
    AuditLine,
)

__all__ = [table.__name__ for table in ALL] + ["ALL"]
