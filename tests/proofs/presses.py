"""Every form that changes something: who sends it where, with which words, and what counts as its effect."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from flask import Flask

from parentapp.models import (
    AgendaPoint,
    AssignmentAnswer,
    AuditLine,
    ConsentDecision,
    Conversation,
    Entry,
    Heart,
    InterpreterAssignment,
    Invitation,
    LoginSession,
    Lysglimt,
    Meeting,
    Member,
    Message,
    Notice,
    RatherNot,
    Revision,
    Translation,
)
from tests.access.asking import FIELDS, address, version_of
from tests.browsing import Browser
from tests.cast import Cast

COUNTED = (
    AssignmentAnswer,
    AgendaPoint,
    Invitation,
    Meeting,
    RatherNot,
    AuditLine,
    ConsentDecision,
    Conversation,
    Entry,
    Heart,
    InterpreterAssignment,
    Lysglimt,
    Member,
    Message,
    Notice,
    Revision,
    Translation,
)


@dataclass(frozen=True)
class Sent:
    """One form as one person sends it; `other` says something else with the same key."""

    person: str
    target: str
    fields: dict[str, str]
    other: dict[str, str] = field(default_factory=dict)
    elsewhere: str = ""  # another thing the same form could be sent to


MEASURE = {"starts": "2026-03-10", "look_at": "2026-04-10", "owner": "the holder"}
CALLED = {"text": "Hvordan går det?", "day": "2026-03-19", "begins": "09:00", "stops": "09:45"}
REGISTERED = FIELDS["registering.register"] | {"signer": "the mother", "answer": "yes", "kind": "plan"}
ASKED = {"unit": "a unit", "kind": "plan", "length": "6", "child_view": "Ja."}
GUEST = {"who": "guest", "username": "tor", "reason": "For råd."}
# Those that carry a key: the first answer is given again, other words are refused.
KEYED = {
    "log.new_note": Sent("kari", "sofia", {"text": "Ringte."}, {"text": "Ringte ikke."}, "amina"),
    "log.new_concern": Sent("kari", "sofia", {"text": "Sover hun?"}, {"text": "Spiser hun?"}, "amina"),
    "levels.change": Sent(
        "kari", "sofia", {"level": "3", "text": "PPT er med."}, {"level": "1", "text": "PPT er med."}, "amina"
    ),
    "lysglimt.post": Sent(
        "kari", "sofia", {"text": "Hun lo.", "audience": "log"}, {"text": "Hun lo.", "feeling": "glad"}, "amina"
    ),
    "conversations.write": Sent("kari", "sofia.oksana", {"text": "Hei."}, {"text": "Hei igjen."}, "amina.fadumo"),
    "conversations.send_ready": Sent(
        "kari", "sofia.oksana", {"ready": "got_it"}, {"ready": "will_call"}, "amina.fadumo"
    ),
    "about_me.write": Sent("oksana", "sofia.like", {"text": "Sang."}, {"text": "Dans."}, "sofia.hard"),
    "plan.new_goal": Sent(
        "kari", "sofia", {"text": "Venner.", "life_area": "friends"}, {"text": "Ro.", "life_area": "home"}, "amina"
    ),
    "plan.new_measure": Sent(
        "kari", "sofia.goal", MEASURE | {"text": "Følge."}, MEASURE | {"text": "Ikke følge."}, "amina.goal"
    ),
    "plan.evaluate": Sent(
        "kari", "sofia.measure", {"outcome": "better", "text": ""}, {"outcome": "worse", "text": ""}, "amina.measure"
    ),
    "plan.hear": Sent(
        "per.aas", "sofia.measure", {"outcome": "better", "text": ""}, {"outcome": "same", "text": ""}, "mikkel.measure"
    ),
    "plan.renew": Sent("kari", "sofia.measure", {"weeks": "2"}, {"weeks": "8"}, "amina.measure"),
    "private.choose": Sent("amina", "amina.concern", {}, {"guardian": "the father"}, "amina.goal"),
    "private.withhold": Sent("lina", "mikkel.health", {"reason": "Flaut."}, {"reason": "Dumt."}, "mikkel.withheld"),
    "translations.ask": Sent(
        "kari",
        "amina.measure",
        {"until": "2026-03-20", "whom": "daud"},
        {"until": "2026-03-21", "whom": "daud"},
        "amina.note",
    ),
    "translations.write": Sent(
        "daud",
        "amina.goal",
        {"text": "Hadaf.", "finished": ""},
        {"text": "Hadaf kale.", "finished": ""},
        "amina.lysglimt",
    ),
    "meetings.call": Sent("kari", "sofia", CALLED, {"begins": "08:30"}, "amina"),
    "meetings.move": Sent("kari", "sofia.meeting", CALLED, {"stops": "10:00", "place": "Rom 3"}, "amina.meeting"),
    "meetings.invite": Sent("kari", "sofia.meeting", GUEST, {"reason": "For gode råd."}, "amina.meeting"),
    "meetings.answer": Sent("kari", "sofia.meeting", {"coming": "yes"}, {"coming": "no"}, "amina.meeting"),
    "meetings.add_point": Sent("kari", "sofia.meeting", {"text": "Søvn."}, {"text": "Mat."}, "amina.meeting"),
    "meetings.say_rather_not": Sent(
        "oksana", "sofia.meeting.bjorn", {"text": ""}, {"text": "Helst en annen."}, "sofia.meeting.per.aas"
    ),
    "meetings.answer_rather_not": Sent(
        "kari", "sofia.meeting.oksana", {"text": "Greit."}, {"text": "Det går fint."}, "amina.meeting.amina"
    ),
    "questions.ask": Sent(
        "kari", "sofia", ASKED | {"text": "For å gi råd."}, ASKED | {"text": "For å hjelpe."}, "amina"
    ),
    "consents.answer": Sent("oksana", "sofia.ppt", {"answer": "yes"}, {"answer": "no"}, "sofia.school"),
    "consents.choose": Sent(
        "oksana", "sofia.ppt", {"kind": "plan", "length": "3"}, {"kind": "meetings", "length": "3"}, "sofia.school"
    ),
    "consents.stop_kind": Sent("amina", "amina.school", {"kind": "lysglimt"}, {"kind": "plan"}, "amina.health"),
    "interpreters.index": Sent("kari", "sofia.first", {"who": "halyna"}, {"who": "daud"}, "sofia.second"),
    "interpreters.answer": Sent("oksana", "sofia.halyna", {"answer": "yes"}, {"answer": "no"}, "sofia.third"),
    "interpreting.declare": Sent("halyna", "sofia.third", {"answer": "clear"}, {"answer": "conflict"}, "sofia.fourth"),
    "registering.register": Sent("kari", "sofia.ppt", REGISTERED, {"way": "paper"}, "sofia.log"),
}
# Those that need none: done twice they are as done once.
LIKE_ONCE = {
    "private.tell": Sent("lina", "mikkel.withheld", {}),
    "translations.stop": Sent("fadumo", "amina.goal", {}),
    "interpreters.extend": Sent("kari", "sofia.halyna", {}),
    "interpreters.end": Sent("kari", "sofia.fifth", {}),
    "meetings.cancel": Sent("kari", "sofia.meeting", {}),
    "plan.set_status": Sent("kari", "sofia.measure", {"status": "done"}),
    "plan.change_words": Sent("kari", "sofia.goal", {"text": "Nytt."}),
    "lysglimt.heart": Sent("lina", "sofia.lysglimt", {"on": "1"}),
    "conversations.start": Sent("samir", "adam", {}),
    "settings.language": Sent("oksana", "", {"chosen": "nb"}),
    "settings.password": Sent("erik", "", FIELDS["settings.password"]),
    "settings.end_others": Sent("oksana", "", {}),
    "explaining.skip": Sent("oksana", "", {}),
    "accounts.logout": Sent("oksana", "", {}),
    "accounts.hide": Sent("oksana", "", {}),
    "accounts.login": Sent("", "", {"username": "oksana", "password": "fjordvik"}),
}
ALL = KEYED | LIKE_ONCE


def effects() -> dict[str, Any]:
    """What has been done: how many rows of each kind, and how many sessions live."""
    counts = {table.__name__: table.select().count() for table in COUNTED}
    return counts | {"sessions": LoginSession.select().where(LoginSession.ended_at.is_null()).count()}


def browser(app: Flask, cast: Cast, sent: Sent) -> Browser:
    return Browser(app, cast.accounts[sent.person] if sent.person else None)


def send(
    made: Browser, cast: Cast, endpoint: str, key: UUID, fields: dict[str, str], *, target: str = "", person: str = ""
) -> tuple[int, str]:
    """The answer: its status and where it leads."""
    where = address(made.app, cast, endpoint, target or ALL[endpoint].target)
    if fields.get("owner") == "the holder":
        fields = fields | {"owner": f"{cast.accounts['kari']}.{cast.units['health']}"}
    if fields.get("unit") == "a unit":
        fields = fields | {"unit": str(cast.units["bup"])}
    if fields.get("signer") == "the mother":
        fields = fields | {"signer": str(cast.accounts["oksana"])}
    if fields.get("guardian") == "the father":
        fields = fields | {"guardian": str(cast.accounts["yusuf"])}
    if endpoint == "interpreters.index":
        fields = fields | {"who": f"{cast.accounts['oksana']}.{cast.accounts[fields['who']]}"}
    if fields.get("whom") == "daud":
        fields = fields | {"whom": f"so.{cast.accounts['daud']}"}
    if endpoint == "translations.write":
        fields = fields | {"version": version_of(cast, target or ALL[endpoint].target)}
    response = made.submit(where, press=str(key), **fields)
    return response.status_code, response.headers.get("Location", "")
