"""The closed lists of the domain, and from entry type to kind of information. Words for screens are in phrases."""

from enum import Enum


class ServiceKind(Enum):
    """What sort of public body a unit belongs to; rows of the age table are per kind."""

    SCHOOL = "school"
    KINDERGARTEN = "kindergarten"
    HEALTH_STATION = "health_station"
    PPT = "ppt"
    CHILD_WELFARE = "child_welfare"
    MENTAL_HEALTH = "mental_health"
    NAV = "nav"
    BUP = "bup"
    GP = "gp"
    OUTREACH = "outreach"
    OPEN = "open"  # not a service: the row for opening a log


class Kind(Enum):
    """Kinds of information that a family says yes or no to, per service."""

    PLAN = "plan"
    MEETINGS = "meetings"
    LYSGLIMT = "lysglimt"
    HEALTH = "health"
    ABOUT_ME = "about_me"
    WHO_ELSE = "who_else"


class EntryType(Enum):
    CONCERN = "concern"
    NOTE = "note"
    GOAL = "goal"
    MEASURE = "measure"
    LYSGLIMT = "lysglimt"
    HANDOVER = "handover"


KIND_OF = {
    EntryType.CONCERN: Kind.PLAN,
    EntryType.NOTE: Kind.PLAN,
    EntryType.GOAL: Kind.PLAN,
    EntryType.MEASURE: Kind.PLAN,
    EntryType.HANDOVER: Kind.PLAN,
    EntryType.LYSGLIMT: Kind.LYSGLIMT,
}


class Audience(Enum):
    """Who an entry was written for, before kinds and consent are asked."""

    LOG = "log"
    CONTACT = "contact"  # the author and the contact person of that day
    SELF = "self"


class Relation(Enum):
    """How an account belongs to a log, the strongest first. Everything a person may do comes from these."""

    SUBJECT = "subject"
    GUARDIAN = "guardian"
    HOLDER = "holder"
    DEPUTY = "deputy"
    PARTICIPANT = "participant"
    OPENER = "opener"
    NETWORK = "network"


FAMILY = frozenset({Relation.SUBJECT, Relation.GUARDIAN})
STAFF = frozenset({Relation.HOLDER, Relation.DEPUTY, Relation.PARTICIPANT, Relation.OPENER})


class Basis(Enum):
    """What makes somebody a guardian."""

    PARENTAL_RESPONSIBILITY = "parental_responsibility"
    COURT_JUDGMENT = "court_judgment"
    FOSTER_PARENT = "foster_parent"
    VERGE = "verge"


class Answer(Enum):
    YES = "yes"
    NO = "no"
    WITHDRAWN = "withdrawn"


class Way(Enum):
    """How an answer was given."""

    APP = "app"
    PAPER = "paper"
    SPOKEN = "spoken"


class LifeArea(Enum):
    HOME = "home"
    SCHOOL = "school"
    FRIENDS = "friends"
    HEALTH = "health"
    LEISURE = "leisure"


class MeasureStatus(Enum):
    PLANNED = "planned"
    UNDER_WAY = "under_way"
    DONE = "done"
    STOPPED = "stopped"


class Feeling(Enum):
    GLAD = "glad"
    PROUD = "proud"
    CALM = "calm"
    LAUGHED = "laughed"
    GRATEFUL = "grateful"


class NoticeKind(Enum):
    MESSAGE = "message"
    LYSGLIMT = "lysglimt"
    ENTRY = "entry"
    CONSENT_ASKED = "consent_asked"
    CONSENT_ENDED = "consent_ended"
    CONSENT_GIVEN = "consent_given"


class Delivery(Enum):
    WAITING = "waiting"
    SENDING = "sending"  # marked before sending; found so after a crash it counts as unknown and is not sent again
    SENT = "sent"
    UNKNOWN = "unknown"


class SeenPage(Enum):
    """What was shown, in the access log's words."""

    HOME = "home"
    LOG = "log"
    PLAN = "plan"
    LYSGLIMT = "lysglimt"
    SHARING = "sharing"
    CONSENT = "consent"
    CONVERSATIONS = "conversations"
    CONVERSATION = "conversation"
    SEEN = "seen"
    DESK = "desk"
    NOTICES = "notices"


class SessionKind(Enum):
    """Which idle and absolute limits a session has."""

    FAMILY = "family"
    STAFF = "staff"
    ADMINISTRATION = "administration"
