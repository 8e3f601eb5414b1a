"""Asks the app one case of the matrix and says what it answered."""

from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from flask import Flask
from werkzeug.test import TestResponse

from parentapp import crypto
from parentapp.demo import PASSWORD
from parentapp.domain import sources
from parentapp.models import Absence, ConsentDecision, Employment, Translation
from tests.access.acts import outcome
from tests.access.reading import Case
from tests.browsing import Browser
from tests.cast import Cast

CHOSEN = "hest trikk lanterne"

# What a person who fills in the form would send.
FIELDS: dict[str, dict[str, str]] = {
    "accounts.login": {"username": "nobody", "password": "wrong"},
    "absences.go_away": {"since": "2026-03-12", "until": "2026-03-13"},
    "absences.deputy": {"username": "randi"},
    "closing.show": {"text": "Nå går det godt. Ring skolen om det blir vanskelig."},
    "consents.answer": {"answer": "yes"},
    "consents.choose": {"kind": "plan", "length": "3"},
    "consents.stop_kind": {"kind": "lysglimt"},
    "contact_requests.answer": {"text": "Jeg ringer deg i morgen, med tolk."},
    "contact_requests.ask": {"text": "Vi kommer ikke på bølgelengde."},
    "interpreters.answer": {"answer": "yes"},
    "interpreting.declare": {"answer": "conflict"},
    "about_me.write": {"text": "Jeg liker fotball."},
    "conversations.write": {"text": "Kan vi snakke i morgen?"},
    "conversations.send_ready": {"ready": "thanks"},
    "log.new_concern": {"text": "Vi lurer på om hun sover nok."},
    "log.new_note": {"text": "Ringte, avtalte møte på tirsdag."},
    "freezing.show": {"text": "Det er fattet et forbud.", "warned": "spoken"},
    "freezing.confirm": {"text": "Det gjelder fortsatt."},
    "handovers.check": {"text": "Hun går inn alene nå."},
    "handovers.propose": {"username": "randi", "reason": "Jeg slutter.", "words": "Hun liker å få se på først."},
    "lysglimt.heart": {"on": "1"},
    "lysglimt.post": {"text": "Hun lo hele veien hjem.", "audience": "log"},
    "meetings.add_point": {"text": "Kan hun få være tidtaker?"},
    "meetings.answer": {"coming": "yes"},
    "meetings.answer_rather_not": {"text": "Da kommer han bare på slutten."},
    "meetings.call": {"text": "Hvordan går det?", "day": "2026-03-19", "begins": "09:00", "stops": "09:45"},
    "meetings.invite": {"who": "guest", "username": "randi", "reason": "For å vise øvelsene."},
    "meetings.move": {"day": "2026-03-20", "begins": "10:00", "stops": "10:30", "place": "Rom 3"},
    "meetings.say_rather_not": {"text": "Ikke denne gangen."},
    "minutes.change": {"text": "Faste plasser i matsalen."},
    "minutes.comment": {"text": "Hun sa at hun vil være keeper."},
    "minutes.write": {"text": "Faste plasser i matsalen.\nOksana ringer treneren."},
    "plan.change_words": {"text": "Hun vil bli spurt først."},
    "plan.evaluate": {"text": "Hun smiler mer.", "outcome": "better"},
    "plan.new_goal": {"text": "Hun har noen å gå sammen med.", "life_area": "friends"},
    "plan.new_measure": {"text": "Følge til gymmen.", "starts": "2026-03-10", "look_at": "2026-04-10"},
    "plan.renew": {"weeks": "4"},
    "plan.set_status": {"status": "done"},
    "questions.ask": {"kind": "plan", "text": "For å gi råd.", "length": "6", "child_view": "Ja."},
    "private.withhold": {"reason": "Mamma blir så lei seg."},
    "municipality.ages": {"service": "school", "valid_from": "2026-04-01", "heard": "7", "co_signs": "12"}
    | {"alone": "16", "read": "y"},
    "municipality.new_unit": {"name": "Fjordvik ungdomsskole", "service": "school"},
    "municipality.rename_unit": {"name": "Fjordvik helsehus"},
    "municipality.set_promise": {"days": "3"},
    "settings.language": {"chosen": "nb"},
    "settings.password": {"used": PASSWORD, "wanted": CHOSEN, "again": CHOSEN},
    "staff.employ": {"who": "new", "name": "Eva Lund", "locale": "nb", "title": "lege", "since": "2026-03-10"},
    "staff.end": {"when": "day", "last_day": "2026-03-31"},
    "staff.lead": {"leads": "yes"},
    "staff.register": {"who": "new", "name": "Eva Lund", "locale": "nb", "role": "interpreter", "works_in": "pl"}
    | {"level": "statsautorisert tolk", "agency": "Fjordvik tolketjeneste"},
    "translations.ask": {"until": "2026-03-20"},
    "translations.write": {"text": "Amina si fiican ayay u seexanaysaa.", "finished": "y"},
    "statements.hear": {"text": "Hun vil ikke velge lag."},
    "statements.write": {"text": "Jeg vil slippe å bli valgt sist.", "telling": "show"},
}


def address(app: Flask, cast: Cast, endpoint: str, target: str) -> str:
    """The address of the endpoint for that thing of the cast."""
    rule = next(rule for rule in app.url_map.iter_rules() if rule.endpoint == endpoint)
    kinds = {"log_id": cast.logs, "entry_id": cast.entries, "request_id": cast.requests}
    kinds |= {"conversation_id": cast.conversations, "meeting_id": cast.meetings}
    kinds |= {"invitation_id": cast.invitations, "said_id": cast.rather_nots, "assignment_id": cast.assignments}
    kinds |= {
        "handover_id": cast.handovers,
        "closing_id": cast.closings,
        "freeze_id": cast.freezes,
        "thing_id": cast.entries,
        "translation_id": cast.translations,
    }
    kinds |= {"absence_id": absences(cast), "answer_id": answers(cast)}
    kinds |= {"unit_id": cast.units, "employment_id": employments(cast), "contact_request_id": cast.contact_requests}
    given: dict[str, Any] = {
        name: _id(kinds[name], _part(name, target)) if name in kinds else _part(name, target) for name in rule.arguments
    }
    with app.test_request_context():
        return app.url_for(endpoint, **given)


def employments(cast: Cast) -> dict[str, UUID]:
    """Everybody's work, by the person."""
    names = {account: name for name, account in cast.accounts.items()}
    return {names[row.account_id]: row.id for row in Employment.select() if row.account_id in names}


def answers(cast: Cast) -> dict[str, UUID]:
    """What each has answered last, by the question and the person: «sofia.school.oksana»."""
    names = {account: name for name, account in cast.accounts.items()}
    asked = {request: name for name, request in cast.requests.items()}
    rows = ConsentDecision.select().order_by(ConsentDecision.at)
    return {f"{asked[row.request_id]}.{names[row.signer_id]}": row.id for row in rows if row.request_id in asked}


def absences(cast: Cast) -> dict[str, UUID]:
    """When somebody is or was away, by the person."""
    names = {account: name for name, account in cast.accounts.items()}
    return {names[row.account_id]: row.id for row in Absence.select()}


def version_of(cast: Cast, name: str) -> str:
    """Of the text as it stands, as the form carries it."""
    thing = Translation.get_by_id(cast.translations[name]).thing
    return sources.of([thing])[thing].version


def _part(name: str, target: str) -> str:
    """Of «sofia.measure» the log, where the address names that too; of «sofia.like» the word.

    Of «sofia.meeting.per.aas» the meeting, where the address names that beside Per's invitation to it.
    """
    log, _, word = target.partition(".")
    meeting = ".".join(target.split(".")[:2])
    return {"log_id": log, "word": word, "meeting_id": meeting}.get(name, target)


def _id(known: dict[str, UUID], target: str) -> UUID:
    return crypto.new_id() if target == "nothing" else known[target]


def answered(app: Flask, cast: Cast, case: Case) -> str:
    """`login`, or the status; for an act without an address what the domain said."""
    if case.method == "ACT":
        return "nobody" if case.person == "nobody" else outcome(cast, case.endpoint, case.target, case.person)
    browser = Browser(app, cast.accounts.get(case.person))
    where = address(app, cast, case.endpoint, case.target)
    sent = FIELDS.get(case.endpoint, {})
    if case.endpoint == "translations.ask":
        sent = sent | {"whom": f"so.{cast.accounts['daud']}"}
    if case.endpoint == "translations.write" and case.method == "POST":
        sent = sent | {"version": version_of(cast, case.target)}
    if case.endpoint == "plan.new_measure":
        sent = sent | {"owner": str(cast.accounts["oksana"])}
    if case.endpoint == "questions.ask":
        sent = sent | {"unit": str(cast.units["bup"])}
    if case.endpoint == "interpreters.index":
        sent = {"who": f"{cast.accounts['oksana']}.{cast.accounts['halyna']}"}
    response = browser.get(where) if case.method == "GET" else browser.submit(where, **sent)
    return "login" if _sent_to_login(response) and case.person == "nobody" else str(response.status_code)


def _sent_to_login(response: TestResponse) -> bool:
    path = urlsplit(response.headers.get("Location", "")).path
    return response.status_code == 303 and path == "/login"
