"""Words of meetings: whether one comes, as what, and what one wants said there."""

from enum import Enum


class Coming(Enum):
    """The answer to an invitation to a meeting."""

    YES = "yes"
    NO = "no"


class MeetingRole(Enum):
    """What somebody does in a meeting, said when it begins."""

    LEADS = "leads"
    WRITES = "writes"
    KEEPS_TIME = "keeps_time"
    MINDS_CHILD = "minds_child"  # takes care that the child is heard


class Telling(Enum):
    """How somebody wants their «min mening» to come out in the meeting."""

    READ_ALOUD = "read_aloud"
    SHOW = "show"
    CONTACT_ONLY = "contact_only"


class Face(Enum):
    """How things feel, for those who would rather point than write."""

    GREAT = "great"
    GOOD = "good"
    OK = "ok"
    BAD = "bad"
