"""How many questions each page asks the database, with few rows and with many: figure 5."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from parentapp import db
from parentapp.bench.figures import Figure
from parentapp.bench.town import Town
from parentapp.bench.visiting import Visitor

# A parent, a stafettholder with several logs, a young person; each with a log and a conversation of theirs.
READERS = {
    "oksana": ("sofia", "sofia.oksana"),
    "kari": ("sofia", "sofia.oksana"),
    "amina": ("amina", "amina.amina"),
}

Counts = dict[str, int]


def questions(town: Town) -> Counts:
    """Of each page that each reader can open, the one that reads the session too. A new address must be named here."""
    found: Counts = {}
    for reader in READERS:
        visitor = Visitor(town.app, reader)
        for endpoint, address in _addresses(town, reader):
            with _asked() as statements:
                answer = visitor.get(address)()
            if answer.status == 200:
                found[f"{endpoint} ({reader})"] = len(statements)
    return found


def figure(few: Counts, many: Counts) -> Figure:
    """5: the most questions a page asks. `details` tell of the pages that ask more where there is more."""
    pages = {page: [few.get(page, 0), count] for page, count in sorted(many.items(), key=lambda each: -each[1])}
    details = {"growing": [page for page, (before, after) in pages.items() if after > before], "few, many": pages}
    most = max(many.values())
    return Figure(5, "queries a page", "queries", most, min(many.values()), most, 10, 7, details)


def _addresses(town: Town, reader: str) -> list[tuple[str, str]]:
    """Every endpoint one can get, with an address for this reader."""
    log, talk = READERS[reader]
    known: dict[str, Any] = {
        "log_id": town.stage.logs[log],
        "request_id": town.stage.requests[f"{log}.school"],
        "conversation_id": town.stage.conversations[talk],
    }
    with town.app.test_request_context():
        rules = [rule for rule in town.app.url_map.iter_rules() if "GET" in (rule.methods or ())]
        given = [(rule.endpoint, {name: known[name] for name in rule.arguments}) for rule in rules]
        return [(endpoint, town.app.url_for(endpoint, **arguments)) for endpoint, arguments in given]


@contextmanager
def _asked() -> Iterator[list[str]]:
    statements: list[str] = []
    hooks = db.database.obj.query_hooks
    hooks.append(lambda event: statements.append(event.sql))
    try:
        yield statements
    finally:
        hooks.pop()
