"""Two worlds that differ in one secret, and everything somebody sees in each: every page and part, byte for byte."""

import html
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import product
from pathlib import Path
from typing import Any
from uuid import UUID

from flask import Flask

from parentapp import clock, crypto, worker
from parentapp.access.actor import SystemActor
from parentapp.channels.file import FileChannel
from parentapp.domain import reminders
from parentapp.domain.log import FILTERS
from parentapp.models import (
    Attachment,
    Block,
    CareWaiting,
    Closing,
    ConsentDecision,
    ConsentRequest,
    Conversation,
    Entry,
    Guardian,
    Handover,
    InterpreterAssignment,
    Meeting,
    Message,
    NetworkProposal,
    Notice,
    ProposedGuardian,
    SeenLine,
    Translation,
)
from tests import cast as casting
from tests.access.asking import employments
from tests.browsing import Browser
from tests.cast import Cast
from tests.proofs.apps import LONG, bare_app
from tests.proofs.kept_apart import Secret, aftermath, base

TABLES = (
    *(Entry, Conversation, ConsentRequest, Guardian, Handover, InterpreterAssignment, ProposedGuardian, CareWaiting),
    *(Attachment, Block, Closing, Meeting, Message, NetworkProposal, SeenLine, Translation),
)
LINK = re.compile(r'(?:href|hx-get)="(/[^"#]*)')
MOST_LINKS = 40 if LONG else 12  # followed from the pages, besides the addresses that the routes give


@dataclass(frozen=True)
class Answer:
    address: str
    part: bool
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass
class Seen:
    """All that reached one person."""

    answers: list[Answer] = field(default_factory=list)
    notices: list[tuple[Any, ...]] = field(default_factory=list)
    outbox: list[str] = field(default_factory=list)


def compared(kind: str, person: str, secrets: Sequence[Secret], *, among: str = "") -> list[str]:
    """How what `person` gets differs when the secrets happen: addresses, or «notices», «outbox».

    `among`: only addresses that begin so, where one knows where to look.
    """
    log = secrets[0].log
    with _world(kind, log, secrets) as (cast, things):
        first = [each for each in addresses(bare_app(), cast, log, things) if each[0].startswith(among)]
        with_it = seen_by(cast, person, first)
    with _world(kind, log, ()) as (cast, _):
        without = seen_by(cast, person, first)
    return differences(with_it, without)


def differences(one: Seen, other: Seen) -> list[str]:
    """Addresses, or «notices», «outbox»."""
    pairs = zip(one.answers, other.answers, strict=False)
    different = [_said(answer, same) for answer, same in pairs if answer != same]
    different += ["how many pages"] if len(one.answers) != len(other.answers) else []
    different += ["notices"] if one.notices != other.notices else []
    return different + (["outbox"] if one.outbox != other.outbox else [])


def _said(one: Answer, other: Answer) -> str:
    """Where they differ, for whoever has to find the leak."""
    where = f"{one.address}{' (part)' if one.part else ''}: {one.status}/{other.status}"
    lines = zip(*(each.body.decode(errors="replace").splitlines() for each in (one, other)), strict=False)
    first = next((f"with «{line.strip()}», without «{same.strip()}»" for line, same in lines if line != same), "length")
    return f"{where}: {first[:600]}"


@contextmanager
def _world(kind: str, log: str, secrets: Sequence[Secret]) -> Iterator[tuple[Cast, "Things"]]:
    """The cast after what happens in every world and these secrets; what there was by then."""
    with casting.assembled(kind) as cast:
        with crypto.seeded(f"base {log}"):
            base(cast, log)
        before = _ids()
        for number, secret in enumerate(secrets, start=1):
            with clock.at(_after(35 + 10 * number)), crypto.seeded(f"secret {secret.name}"):
                secret.happens(cast)
        things = Things(before, _ids() - before)
        with clock.at(_after(110)), crypto.seeded(f"aftermath {log}"):
            aftermath(cast, log)
        with clock.at(_after(115)), crypto.seeded(f"reminders {log}"):
            reminders.remind(SystemActor("worlds", clock.now()), cast.logs[log])
        _everybody_reads(cast, log)
        with clock.at(_after(130)):
            yield cast, things


@dataclass(frozen=True)
class Things:
    """Ids: of what there was before, and of what the secrets made. (What comes after may get other ids by itself.)"""

    before: frozenset[UUID]
    made: frozenset[UUID]

    def of(self, table: Any, log_id: UUID) -> list[UUID]:
        """All that the secrets made in that table, and a few others."""
        ids = sorted(row[0] for row in table.select(table.id).where(table.log == log_id).tuples())
        others = [each for each in ids if each in self.before]
        few = others if table in (ConsentRequest, Conversation) else others[:2]
        return [each for each in ids if each in self.made][:4] + few


def _after(minutes: int) -> Any:
    return casting.NOW + timedelta(minutes=minutes)


def _ids() -> frozenset[UUID]:
    return frozenset(row[0] for table in (*TABLES, ConsentDecision) for row in table.select(table.id).tuples())


CIRCLES = {
    "amina": ("kari", "lina", "per.aas", "fadumo", "amina"),
    "jonas": ("tor", "siri", "jonas"),
    "sofia": ("kari", "per.aas", "erik", "oksana"),
    "lise": ("per.aas", "anne.haugen", "per.haugen"),
    "mikkel": ("per.aas", "lina", "hege"),
}


def _everybody_reads(cast: Cast, log: str) -> None:
    """Those around the child look around too: their reading must not tell of what they read."""
    pages = ("/", "/desk", "/notices", "/conversations", f"/logs/{cast.logs[log]}")
    for number, (person, address) in enumerate(product(CIRCLES[log], pages if LONG else pages[2:4])):
        with clock.at(_after(120) + timedelta(seconds=number)), crypto.seeded(f"reading {person} {address}"):
            Browser(bare_app(), cast.accounts[person]).client.get(address)


def seen_by(cast: Cast, person: str, first: list[tuple[str, bool]]) -> Seen:
    """What that person gets: the answers to these addresses and to the links on them, notices, what is sent."""
    with crypto.seeded(f"session {person}"):
        browser = Browser(bare_app(), cast.accounts[person])
    seen = Seen(notices=_notices(cast, person), outbox=_outbox(cast, person))
    waiting, known = list(first), set(first)
    while waiting:
        address, part = waiting.pop(0)
        answer = _get(browser, address, part)
        seen.answers.append(answer)
        wanted = [(link, False) for link in _links(answer)]
        wanted += [(link, True) for link, _ in wanted if "before=" in link]
        room = len(first) + MOST_LINKS - len(known)
        fresh = [each for each in dict.fromkeys(wanted) if each not in known][: max(0, room)]
        known |= set(fresh)
        waiting += fresh
    return seen


def _get(browser: Browser, address: str, part: bool) -> Answer:
    with crypto.seeded(f"{address} {part}"):
        headers = {"HX-Request": "true"} if part else {}
        response = browser.client.get(address, headers=headers)
    assert response.status_code < 500, (address, response.get_data(as_text=True)[-500:])
    return Answer(address, part, response.status_code, tuple(response.headers.items()), response.get_data())


def _links(answer: Answer) -> list[str]:
    found = LINK.findall(answer.body.decode(errors="replace"))
    return list(dict.fromkeys(html.unescape(link) for link in found if not link.startswith("/static/")))


def _notices(cast: Cast, person: str) -> list[tuple[Any, ...]]:
    n = Notice
    columns = (n.kind, n.log, n.thing, n.actor, n.at, n.seen_at, n.delivery)
    rows = n.select(*columns).where(n.account == cast.accounts[person]).tuples()
    return sorted(rows, key=repr)


def _outbox(cast: Cast, person: str) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "outbox"
        while worker.deliver_due(FileChannel(file)):
            pass
        lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [line for line in lines if line.startswith(str(cast.accounts[person]))]


def addresses(app: Flask, cast: Cast, log: str, there: Things) -> list[tuple[str, bool]]:
    """Every GET address about that child, each thing the secret made by its id, and the parts that pages ask for."""
    things = {table: there.of(table, cast.logs[log]) for table in TABLES}
    targets = {"log_id": [cast.logs[log]], "request_id": things[ConsentRequest]}
    targets |= {
        "conversation_id": things[Conversation],
        "entry_id": things[Entry],
        "thing_id": things[Entry],
        "translation_id": things[Translation],
        "meeting_id": things[Meeting],
        "assignment_id": things[InterpreterAssignment],
        "answer_id": _answers(cast.logs[log], there),
        "guardian_id": things[Guardian],
        "account_id": [cast.accounts["helga"]],
        "proposed_id": things[ProposedGuardian],
        "waiting_id": things[CareWaiting],
        "block_id": things[Block],
        "file_id": things[Attachment],
        "closing_id": things[Closing],
        "proposal_id": things[NetworkProposal],
        "locale": ["nb"],
        "step": ["two-services"],
        "form": ["role"],
        "word": ["like", "hard"],
        "unit_id": [cast.units["health"]],
        "employment_id": [employments(cast)["kari"]],
    }
    found: list[tuple[str, bool]] = []
    with app.test_request_context():
        for rule in sorted(app.url_map.iter_rules(), key=str):
            names = sorted(rule.arguments)
            for ids in product(*(targets[name] for name in names)) if "GET" in (rule.methods or ()) else ():
                found.append((app.url_for(rule.endpoint, **dict(zip(names, ids, strict=True))), False))
        found += [(app.url_for(endpoint, **query), part) for endpoint, query, part in _asked(cast.logs[log], things)]
    return found


def _answers(log: UUID, there: Things) -> list[UUID]:
    """Answers to that log's questions: some that the secrets made, and a few others."""
    d = ConsentDecision
    ids = sorted(row[0] for row in d.select(d.id).join(ConsentRequest).where(ConsentRequest.log == log).tuples())
    return [each for each in ids if each in there.made][:4] + [each for each in ids if each in there.before][:3]


def _asked(log: UUID, things: dict[Any, list[UUID]]) -> Iterator[tuple[str, dict[str, Any], bool]]:
    """What addresses can ask for besides."""
    yield "home.index", {"log": log}, False
    yield "lysglimt.new", {"log": log}, False
    yield "summary.show", {"log_id": log, "locale": "ar"}, False
    yield "referral.paper", {"log_id": log, "goal": things[Entry], "words": 1, "about_me": 1}, False
    for only in FILTERS:
        yield "log.show", {"log_id": log, "only": only}, False
    for entry in things[Entry]:
        yield "log.show", {"log_id": log, "before": entry}, True
        yield "lysglimt.new", {"log": log, "before": entry}, True
    for line in things[SeenLine]:
        yield "seen.index", {"log_id": log, "before": line}, True
    for talk in things[Conversation]:
        last = Message.select(Message.id).where(Message.conversation == talk).order_by(Message.at.desc()).limit(2)
        for name, (message,) in product(("after", "before"), last.tuples()):
            yield "conversations.show", {"conversation_id": talk, name: message}, True
