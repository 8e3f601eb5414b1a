"""Asks the app one case of the matrix and says what it answered."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from flask import Flask
from werkzeug.test import TestResponse

from parentapp import crypto
from parentapp.domain import log, sources
from parentapp.models import (
    Absence,
    Block,
    CareWaiting,
    ConsentDecision,
    Employment,
    FirstLogin,
    Guardian,
    NetworkProposal,
    Participation,
    ProposedGuardian,
    Stafettlogg,
    Subject,
    Translation,
)
from tests.access.acts import outcome
from tests.access.fields import CHOSEN as CHOSEN
from tests.access.fields import FIELDS as FIELDS
from tests.access.reading import Case
from tests.browsing import Browser
from tests.cast import Cast
from tests.files import a_picture, files_of
from tests.individual_plans import coordinators, plans
from tests.meeting_states import proposed_times, supports
from tests.versions import written
from tests.wishing import wishes

UNITS = {"people.care": "child_welfare", "questions.ask": "bup", "log_wishes.ask": "health"}  # by their boxes
WHO = {"people.add_helper": ("randi", "health"), "individual_plan.ask_coordinator": ("per.aas", "school")}
GUARDIAN_OF = {"amina": "fadumo", "lise": "per.haugen", "mikkel": "hege", "elias": "silje", "jonas": "jonas"}


def address(app: Flask, cast: Cast, endpoint: str, target: str) -> str:
    """The address of the endpoint for that thing of the cast."""
    rule = next(rule for rule in app.url_map.iter_rules() if rule.endpoint == endpoint)
    kinds = {"log_id": cast.logs, "entry_id": cast.entries, "request_id": cast.requests}
    kinds |= {"conversation_id": cast.conversations, "meeting_id": cast.meetings}
    kinds |= {"invitation_id": cast.invitations, "said_id": cast.rather_nots, "assignment_id": cast.assignments}
    kinds |= {"handover_id": cast.handovers, "thing_id": cast.entries, "translation_id": cast.translations}
    kinds |= {"closing_id": cast.closings, "freeze_id": cast.freezes}
    kinds |= {"unit_id": cast.units, "contact_request_id": cast.contact_requests}
    kinds |= {name: find(cast) for name, find in FOUND.items() if name in rule.arguments}
    given: dict[str, Any] = {
        name: _id(kinds[name], _part(name, target)) if name in kinds else _part(name, target) for name in rule.arguments
    }
    with app.test_request_context():
        return app.url_for(endpoint, **given)


def rows_of(cast: Cast, table: Any) -> dict[str, UUID]:
    """Who stands in a log in such a table, by log and person: «sofia.oksana»."""
    names = {account: name for name, account in cast.accounts.items()}
    logs = {log: name for name, log in cast.logs.items()}
    return {f"{logs[row.log_id]}.{names[row.account_id]}": row.id for row in table.select() if row.log_id in logs}


def people_of_logs(cast: Cast) -> dict[str, UUID]:
    """Everybody, by a log and the person: «jonas.helga»."""
    return {f"{log}.{who}": account for log in cast.logs for who, account in cast.accounts.items()}


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


def proposals(cast: Cast) -> dict[str, UUID]:
    """Of network persons, by the log and who proposed them: «sofia.oksana»."""
    names = {account: name for name, account in cast.accounts.items()}
    logs = {log: name for name, log in cast.logs.items()}
    return {f"{logs[row.log_id]}.{names[row.proposer_id]}": row.id for row in NetworkProposal.select()}


def absences(cast: Cast) -> dict[str, UUID]:
    """When somebody is or was away, by the person."""
    names = {account: name for name, account in cast.accounts.items()}
    return {names[row.account_id]: row.id for row in Absence.select()}


def read_lately(cast: Cast, child: str) -> str:
    """What the form says of the contact person, who has read that child's log today."""
    holder = Stafettlogg.get_by_id(cast.logs[child]).holder_id
    log.timeline(cast.as_(holder), cast.logs[child])
    return f"{holder}.{cast.today}"


# What the cast keeps no names of: looked up where an address holds one.
FOUND: dict[str, Callable[[Cast], dict[str, UUID]]] = {
    "absence_id": absences,
    "account_id": people_of_logs,
    "answer_id": answers,
    "block_id": lambda cast: rows_of(cast, Block),
    "employment_id": employments,
    "coordinator_id": coordinators,
    "file_id": files_of,
    "first_login_id": lambda cast: rows_of(cast, FirstLogin),
    "guardian_id": lambda cast: rows_of(cast, Guardian),
    "participation_id": lambda cast: rows_of(cast, Participation),
    "proposed_id": lambda cast: rows_of(cast, ProposedGuardian),
    "waiting_id": lambda cast: {
        f"{name}.care": row.id
        for name, log in cast.logs.items()
        for row in CareWaiting.select().where(CareWaiting.log == log)
    },
    "plan_id": plans,
    "proposal_id": proposals,
    "version_id": written,
    "support_id": supports,
    "time_id": proposed_times,
    "person_id": people_of_logs,
    "wish_id": wishes,
}


def version_of(cast: Cast, name: str) -> str:
    """Of the text as it stands, as the form carries it."""
    thing = Translation.get_by_id(cast.translations[name]).thing
    return sources.of([thing])[thing].version


def _part(name: str, target: str) -> str:
    """Of «sofia.measure» the log, where the address names that too; of «sofia.like» the word.

    Of «sofia.ppt» the unit, where the address names one beside the log.
    Of «sofia.meeting.per.aas» the meeting, where the address names that beside Per's invitation to it.
    """
    log, _, word = target.partition(".")
    meeting = ".".join(target.split(".")[:2])
    if name == "unit_id":
        return word or target
    return {"log_id": log, "word": word, "meeting_id": meeting}.get(name, target)


def _id(known: dict[str, UUID], target: str) -> UUID:
    return crypto.new_id() if target == "nothing" else known[target]


def answered(app: Flask, cast: Cast, case: Case, browser: Browser | None = None) -> str:
    """`login`, or the status; for an act without an address what the domain said. Without `browser` in a new one."""
    if case.method == "ACT":
        return "nobody" if case.person == "nobody" else outcome(cast, case.endpoint, case.target, case.person)
    browser = browser or Browser(app, cast.accounts.get(case.person))
    where, sent = address(app, cast, case.endpoint, case.target), _sent(cast, case)
    response = browser.get(where) if case.method == "GET" else browser.submit(where, **sent)
    return "login" if _sent_to_login(response) and case.person == "nobody" else str(response.status_code)


@dataclass
class Standing:
    """The cast with a log in some state, and everybody's browser: for what changes nothing that another may see."""

    cast: Cast
    browsers: dict[str, Browser] = field(default_factory=dict)

    def answered(self, app: Flask, case: Case) -> str:
        """As `answered`, in the browser that the person has used until now."""
        if case.person not in self.browsers:
            self.browsers[case.person] = Browser(app, self.cast.accounts.get(case.person))
        return answered(app, self.cast, case, self.browsers[case.person])


def _sent(cast: Cast, case: Case) -> dict[str, Any]:
    files = {"file_1": a_picture()} if case.endpoint == "attachments.add" else {}
    sent: dict[str, Any] = FIELDS.get(case.endpoint, {}) | _of_child(cast, case) | files
    if case.endpoint == "translations.ask":
        sent = sent | {"whom": f"so.{cast.accounts['daud']}"}
    if case.endpoint == "translations.write" and case.method == "POST":
        sent = sent | {"version": version_of(cast, case.target)}
    if case.endpoint == "plan.new_measure":
        sent = sent | {"owner": str(cast.accounts["oksana"])}
    if case.endpoint in WHO and case.method == "POST":
        who, unit = WHO[case.endpoint]
        sent = {"who": f"{cast.accounts[who]}.{cast.units[unit]}"}
    if case.endpoint in UNITS:
        sent = sent | {"unit": str(cast.units[UNITS[case.endpoint]])}
    if case.endpoint == "seen.ask_why":
        sent = sent | {"read": read_lately(cast, case.target)}
    if case.endpoint in ("registering.register", "closing.register"):
        sent = sent | {"signer": str(cast.accounts[GUARDIAN_OF.get(case.target.partition(".")[0], "oksana")])}
    if case.endpoint == "interpreters.index":
        sent = {"who": f"{cast.accounts['oksana']}.{cast.accounts['halyna']}"}
    return sent


def _of_child(cast: Cast, case: Case) -> dict[str, str]:
    """By which a contact person says which child is meant."""
    if case.endpoint not in ("reopening.ask", "reopening.register"):
        return {}
    return {"born": str(Subject.get_by_id(Stafettlogg.get_by_id(cast.logs[case.target]).subject_id).born)}


def _sent_to_login(response: TestResponse) -> bool:
    path = urlsplit(response.headers.get("Location", "")).path
    return response.status_code == 303 and path == "/login"
