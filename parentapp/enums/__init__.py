"""The closed lists of the domain, and from entry type to kind of information. Words for screens are in phrases."""

from enum import Enum, IntEnum

from parentapp.enums.meeting import Coming as Coming
from parentapp.enums.meeting import Face as Face
from parentapp.enums.meeting import MeetingRole as MeetingRole
from parentapp.enums.meeting import Telling as Telling
from parentapp.enums.told import Delivery as Delivery
from parentapp.enums.told import NoticeKind as NoticeKind
from parentapp.enums.told import SeenPage as SeenPage


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


HEALTH_SERVICES = frozenset({ServiceKind.HEALTH_STATION, ServiceKind.MENTAL_HEALTH, ServiceKind.BUP, ServiceKind.GP})


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
    EVALUATION = "evaluation"
    MEETING = "meeting"
    STATEMENT = "statement"
    MINUTES = "minutes"
    CONTRIBUTION = "contribution"  # sent before a meeting by somebody who is invited for a service, and does not come
    COMMENT = "comment"  # of the family on minutes; without words: «slik ble det»
    ABOUT_ME = "about_me"
    TRANSITION = "transition"  # how it went, some weeks after a handover at a transition
    LEVEL = "level"  # how many services help together from now on, and why


OF_OTHERS = frozenset(
    {EntryType.HANDOVER, EntryType.TRANSITION, EntryType.LEVEL, EntryType.CONTRIBUTION}
)  # tell that somebody else helps too
_HOLDS = {
    Kind.PLAN: {
        *(EntryType.CONCERN, EntryType.NOTE, EntryType.GOAL, EntryType.MEASURE, EntryType.EVALUATION),
        *(EntryType.HANDOVER, EntryType.TRANSITION, EntryType.LEVEL),
    },
    Kind.MEETINGS: {
        EntryType.MEETING,
        EntryType.STATEMENT,
        EntryType.CONTRIBUTION,
        EntryType.MINUTES,
        EntryType.COMMENT,
    },
    Kind.LYSGLIMT: {EntryType.LYSGLIMT},
    Kind.ABOUT_ME: {EntryType.ABOUT_ME},
}
KIND_OF = {each: kind for each in EntryType for kind, types in _HOLDS.items() if each in types}


class Audience(Enum):
    """Who an entry was written for, before kinds and consent are asked."""

    LOG = "log"
    CONTACT = "contact"  # the author and the contact person of that day
    SELF = "self"
    ADULT = "adult"  # about an adult's own matters: for that guardian, the author, and the services the guardian ticks


GLIMPSED = (Audience.LOG, Audience.CONTACT, Audience.SELF)  # what whoever posts a lysglimt may choose among


class Relation(Enum):
    """How an account belongs to a log, the strongest first. Everything a person may do comes from these."""

    SUBJECT = "subject"
    GUARDIAN = "guardian"
    HOLDER = "holder"
    DEPUTY = "deputy"
    PARTICIPANT = "participant"
    OPENER = "opener"
    NETWORK = "network"
    SUCCESSOR = "successor"
    GUEST = "guest"
    INTERPRETER = "interpreter"
    TRANSLATOR = "translator"
    LEADER = "leader"  # of the unit that holds the baton, asked for another contact person


FAMILY = frozenset({Relation.SUBJECT, Relation.GUARDIAN})
STAFF = frozenset({Relation.HOLDER, Relation.DEPUTY, Relation.PARTICIPANT, Relation.OPENER})
# Of one meeting, text or question, not of the log.
VISITORS = frozenset({Relation.SUCCESSOR, Relation.GUEST, Relation.INTERPRETER, Relation.TRANSLATOR, Relation.LEADER})
IMPARTIAL = frozenset({Relation.INTERPRETER, Relation.TRANSLATOR})  # all that either of them may be to a log


class Closeness(Enum):
    """Who a network person is to the child."""

    GRANDPARENT = "grandparent"
    STEP_PARENT = "step_parent"
    SIBLING = "sibling"
    AUNT_OR_UNCLE = "aunt_or_uncle"
    FRIEND = "friend"
    ANOTHER = "another"


class Transition(Enum):
    """From one place to the next; a handover may go with it."""

    KINDERGARTEN_SCHOOL = "kindergarten_school"
    SCHOOL_SCHOOL = "school_school"


class Level(IntEnum):
    """How many services help together. A number for staff; families read it in words only."""

    WONDERING = 0
    OWN_SERVICE = 1
    TWO_SERVICES = 2
    SEVERAL_SERVICES = 3  # or child welfare


class HandoverOutcome(Enum):
    """What became of a proposed handover."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


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
    RUNS_OUT = "runs_out"  # no to going on: the yes before it runs out on its last day


class GuardianAnswer(Enum):
    """What a young person says about one guardian."""

    LET_IN = "let_in"
    NOT_IN = "not_in"  # of one who is proposed: to everybody else they go on waiting
    LET_GO = "let_go"
    SHARE_HEALTH = "share_health"
    KEEP_HEALTH = "keep_health"


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


class Outcome(Enum):
    """«Hjelper det?»"""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    TOO_EARLY = "too_early"


class Voice(Enum):
    """Whose words an evaluation holds; professionals, the child and the parents stand side by side."""

    CHILD = "child"
    PARENT = "parent"
    PROFESSIONAL = "professional"


class AboutMeTopic(Enum):
    """The parts of «Dette er meg»."""

    CALLED = "called"
    LIKE = "like"
    GOOD_AT = "good_at"
    HARD = "hard"
    HELPS = "helps"
    TALK = "talk"


class ReadyMessage(Enum):
    """Messages that everybody can read in their own language."""

    CALL_WITH_INTERPRETER = "call_with_interpreter"
    CAN_WE_TALK = "can_we_talk"
    CALL_ME = "call_me"
    CHILD_SICK = "child_sick"
    LATE = "late"
    CANNOT_COME = "cannot_come"
    THANKS = "thanks"
    YES = "yes"
    NO = "no"
    NOT_UNDERSTOOD = "not_understood"
    WILL_CALL = "will_call"
    WILL_CALL_WITH_INTERPRETER = "will_call_with_interpreter"
    GOT_IT = "got_it"
    WHY_SEEN = "why_seen"  # sent from «Hvem har sett» only
    CAN_YOU_COME = "can_you_come"
    SEE_MEETING = "see_meeting"


class TranslationState(Enum):
    """How far the translation of a text has come. Stale is never stored: it follows from the text's digest."""

    ASKED = "asked"
    DRAFT = "draft"
    FINISHED = "finished"


class Feeling(Enum):
    GLAD = "glad"
    PROUD = "proud"
    CALM = "calm"
    LAUGHED = "laughed"
    GRATEFUL = "grateful"


class SessionKind(Enum):
    """Which idle and absolute limits a session has."""

    FAMILY = "family"
    STAFF = "staff"
    ADMINISTRATION = "administration"
    INTERPRETER = "interpreter"  # who interprets or translates, and is nothing else here
