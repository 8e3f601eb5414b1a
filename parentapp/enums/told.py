"""Words of what people are told, and of what is written down about who has seen what."""

from enum import Enum


class NoticeKind(Enum):
    MESSAGE = "message"
    LYSGLIMT = "lysglimt"
    ENTRY = "entry"
    VERSION = "version"  # how somebody in the family saw it, beside an entry
    VERSION_ANSWERED = "version_answered"
    CONSENT_ASKED = "consent_asked"
    CONSENT_ENDED = "consent_ended"
    CONSENT_GIVEN = "consent_given"
    CONSENT_CHANGED = "consent_changed"
    CONSENT_REGISTERED = "consent_registered"  # an answer of one's own, given on paper or by word of mouth
    CONSENT_ENDING = "consent_ending"  # by itself, soon
    HOLDER_OUT = "holder_out"  # the contact person sees nothing of the log: told to the family
    HOLDER_TO_FIND = "holder_to_find"  # for the leader of a unit: somebody must take over in a log
    BIRTHDAY = "birthday"  # that changes something, soon
    KEPT_BACK = "kept_back"  # from the guardians, for the child: told to the young person
    HANDOVER = "handover"  # proposed, declined or withdrawn; an accepted one is told of as an entry
    MEETING = "meeting"  # called, moved or cancelled
    MEETING_SOON = "meeting_soon"  # in three days, or tomorrow
    MEETING_UNREADY = "meeting_unready"  # soon, and something waits for the one who leads it
    INTERPRETER = "interpreter"  # somebody proposed for a meeting, to be approved by the family
    ASSIGNMENT = "assignment"  # a text to translate, or a meeting to interpret
    TRANSLATION_ASKED = "translation_asked"  # of something the family can read
    TRANSLATION = "translation"  # something is now there in the reader's language
    CONTACT_REQUEST = "contact_request"  # for the leader of a unit, who is to answer
    CONTACT_REQUEST_ANSWERED = "contact_request_answered"
    LOG_WISH = "log_wish"  # a family asks for a log: for the leader of a unit, who is to answer
    LOG_WISH_HANDED = "log_wish_handed"  # the same for whoever is to talk with the family
    LOG_WISH_NEWS = "log_wish_news"  # for whoever asked: it was handed on, or answered
    PEOPLE = "people"  # somebody came to belong to the log, or does no longer: told to the family
    ADDED = "added"  # for whoever was added
    GUARDIAN_WAITS = "guardian_waits"  # for those who can confirm what takes two
    GUARDIAN_ASKED = "guardian_asked"  # for the young person who decides whether somebody comes in as a guardian
    CARE_WAITS = "care_waits"  # for those who can confirm that a service has care
    PAPER_WAITS = "paper_waits"  # for those who can confirm that a guardian who is kept out answers on paper
    NETWORK = "network"  # a network person proposed: for whose yes it takes; then, all having said it, who checks
    NETWORK_TO_CHECK = "network_to_check"  # the same for the leader of a unit, who checks while the log rests
    NETWORK_STAYS = "network_stays"  # for the young person who has turned 15 or 18: who is to stay?
    FREEZE = "freeze"  # for professionals only
    INDIVIDUAL_PLAN = "individual_plan"  # wished for, begun or ended; somebody asked to coordinate it
    CLOSING = "closing"  # proposed, agreed or not: for the family, the contact person and whoever must say yes
    CLOSING_REGISTERED = "closing_registered"  # one's own answer to that, given on paper or by word of mouth


class Delivery(Enum):
    WAITING = "waiting"
    SENDING = "sending"  # marked before sending; found so after a crash it counts as unknown and is not sent again
    SENT = "sent"
    UNKNOWN = "unknown"
    KEPT = "kept"  # never sent: for somebody whom a freeze kept out, or who was let in no longer; or only for the app


class SeenPage(Enum):
    """What was shown, in the access log's words."""

    HOME = "home"
    LOG = "log"
    PLAN = "plan"
    VERSIONS = "versions"  # one entry, what stood there before, how others saw it
    LYSGLIMT = "lysglimt"
    SHARING = "sharing"
    CONSENT = "consent"
    CONVERSATIONS = "conversations"
    CONVERSATION = "conversation"
    SEEN = "seen"
    DESK = "desk"
    NOTICES = "notices"
    MEETING = "meeting"
    SUMMARY = "summary"
    ABOUT_ME = "about_me"
    ASSIGNMENT = "assignment"
    TRANSLATIONS = "translations"
    CONTACT_REQUEST = "contact_request"
    PICTURE = "picture"
    PICTURE_KEPT = "picture_kept"
    FILE_KEPT = "file_kept"
    HANDOVER = "handover"
    PEOPLE = "people"
    CLOSING = "closing"
    ARCHIVE = "archive"
    ARCHIVE_KEPT = "archive_kept"
    REFERRAL = "referral"
    REFERRAL_KEPT = "referral_kept"
    MY_DATA_KEPT = "my_data_kept"  # a file of what is held about oneself
