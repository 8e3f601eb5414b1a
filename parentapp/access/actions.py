"""Everything somebody can do or open, by name. Each has its row in `policy`; a test holds the two together."""

from enum import Enum


class Action(Enum):
    LOG_OPEN = "log:open"
    LOG_SEE = "log:see"
    NOTE_ADD = "note:add"
    CONCERN_ADD = "concern:add"
    GOAL_ADD = "goal:add"
    MEASURE_ADD = "measure:add"
    BATON_PASS = "baton:pass"  # noqa: S105 - no password
    LOG_CLOSE = "log:close"
    ENTRY_HIDE = "entry:hide"
    LYSGLIMT_POST = "lysglimt:post"
    LYSGLIMT_HEART = "lysglimt:heart"
    SHARING_SEE = "sharing:see"
    CONSENT_ASK = "consent:ask"
    CONSENT_ANSWER = "consent:answer"
    SEEN_SEE = "seen:see"
    CONVERSATION_START = "conversation:start"
    MESSAGE_WRITE = "message:write"
    PERSON_ADD = "person:add"
