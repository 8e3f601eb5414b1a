"""How many questions each page and part asks the database, with few logs and rows and with many: figure 5."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from parentapp import db
from parentapp.bench.figures import Figure
from parentapp.bench.town import Town
from parentapp.bench.visiting import Visitor
from parentapp.demo.stage import Stage
from parentapp.domain import answers, people_page
from parentapp.domain.conversations import conversation
from parentapp.domain.log import timeline
from parentapp.errors import Hidden

# A parent, a stafettholder with several logs, a young person; each with a log and a conversation of theirs.
READERS = {
    "oksana": ("sofia", "sofia.oksana"),
    "kari": ("sofia", "sofia.oksana"),
    "amina": ("amina", "amina.amina"),
}

Counts = dict[str, int]


def questions(town: Town) -> Counts:
    """Of each page and part that each reader can open, with the one that reads the session."""
    found: Counts = {}
    for reader in READERS:
        visitor = Visitor(town.app, reader)
        for endpoint, address, part in _addresses(town, reader):
            with _asked() as statements:
                answer = visitor.get(address, part=part)()
            if answer.status == 200:
                found[f"{endpoint} ({reader})"] = len(statements)
    return found


def figure(few: Counts, many: Counts) -> Figure:
    """5: the most questions a page or part asks. `details` tell of those that ask more where there is more."""
    pages = {page: [few.get(page, 0), count] for page, count in sorted(many.items(), key=lambda each: -each[1])}
    details = {"growing": [page for page, (before, after) in pages.items() if after > before], "few, many": pages}
    most = max(many.values())
    return Figure(5, "queries a page or part", "queries", most, min(many.values()), most, 10, 7, details)


def _addresses(town: Town, reader: str) -> list[tuple[str, str, bool]]:
    """Every endpoint one can get, with an address for this reader, and the parts that pages ask for."""
    log, talk = READERS[reader]
    known: dict[str, Any] = {
        "log_id": town.stage.logs[log],
        "request_id": town.stage.requests[f"{log}.school"],
        "conversation_id": town.stage.conversations[talk],
        "entry_id": town.stage.entries[f"{log}.goal"],
        "thing_id": town.stage.entries[f"{log}.goal"],
        "translation_id": town.stage.translations["amina.goal"],
        "meeting_id": town.stage.meetings[f"{log}.meeting"],
        "assignment_id": town.stage.assignments["sofia.halyna"],
        "unit_id": town.stage.units["health"],
        "employment_id": town.stage.units["health"],  # the office is closed to these readers: any id will do
        "answer_id": _own_answer(town.stage, reader, log),
        "guardian_id": people_page.page(town.stage.actor(reader), town.stage.logs[log]).guardians[0].id,
        "account_id": town.stage.logs[log],  # they choose no guardians: any id will do
        "proposed_id": town.stage.logs[log],  # nobody waits there: any id will do
        "waiting_id": town.stage.logs[log],  # likewise
        "block_id": town.stage.logs[log],  # likewise
        "proposal_id": town.stage.logs[log],  # likewise
        "closing_id": town.stage.logs[log],  # likewise
        "file_id": town.stage.logs[log],  # likewise
        "locale": "nb",
        "word": "like",
        "step": "two-services",
        "form": "role",
    }
    with town.app.test_request_context():
        rules = [rule for rule in town.app.url_map.iter_rules() if "GET" in (rule.methods or ())]
        given = [(rule.endpoint, {name: known[name] for name in rule.arguments}) for rule in rules]
        pages = [(endpoint, town.app.url_for(endpoint, **arguments), False) for endpoint, arguments in given]
        asked = _parts(town.stage, reader, log, talk)
        parts = [(f"{endpoint}, part", town.app.url_for(endpoint, **names), True) for endpoint, names in asked]
    return pages + parts


def _own_answer(stage: Stage, reader: str, log: str) -> UUID:
    """The reader's latest; of whoever has none, any id will do."""
    try:
        return answers.answers(stage.actor(reader), stage.logs[log]).answers[0].id
    except Hidden:
        return stage.logs[log]


def _parts(stage: Stage, reader: str, log: str, talk: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """What pages ask for with htmx: what is older, what is newer."""
    actor, log_id, talk_id = stage.actor(reader), stage.logs[log], stage.conversations[talk]
    entry = timeline(actor, log_id).entries[0].id
    yield "log.show", {"log_id": log_id, "before": entry}
    yield "lysglimt.new", {"log": log_id, "before": entry}
    message = conversation(actor, talk_id).messages[-1].id
    for name in ("before", "after"):
        yield "conversations.show", {"conversation_id": talk_id, name: message}


@contextmanager
def _asked() -> Iterator[list[str]]:
    statements: list[str] = []
    hooks = db.database.obj.query_hooks
    hooks.append(lambda event: statements.append(event.sql))
    try:
        yield statements
    finally:
        hooks.pop()
