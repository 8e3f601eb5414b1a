"""The family sees who read: an answer with content of a log leaves exactly one line for it, and no line is no content.

What counts as content is not asked of the app: it is the log's own words and the child's name, found on the page.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from parentapp.domain import families, recording
from parentapp.enums import Basis, Relation
from parentapp.models import Conversation, Member, Message, SeenLine
from tests.browsing import Browser, words_of
from tests.cast import Cast
from tests.proofs.apps import LONG
from tests.proofs.marks import Marks, mark
from tests.proofs.worlds import TABLES, Things, addresses

# Who is what to which log, through which unit, by which consent: written from the story, not asked of the app.
TIES: dict[str, dict[str, tuple[Relation, str | None, str | None]]] = {
    "oksana": {"sofia": (Relation.GUARDIAN, None, None)},
    "erik": {"sofia": (Relation.NETWORK, None, None)},
    "fadumo": {"amina": (Relation.GUARDIAN, None, None)},
    "yusuf": {"amina": (Relation.GUARDIAN, None, None)},
    "kari": {
        "sofia": (Relation.HOLDER, "health", "sofia.health"),
        "amina": (Relation.HOLDER, "health", "amina.health"),
        "marta": (Relation.HOLDER, "health", "marta.health"),
    },
    "lina": {
        "noor": (Relation.HOLDER, "health", "noor.health"),
        "sofia": (Relation.DEPUTY, "health", "sofia.health"),
        "amina": (Relation.DEPUTY, "health", "amina.health"),
        "marta": (Relation.DEPUTY, "health", "marta.health"),
        "mikkel": (Relation.PARTICIPANT, "health", "mikkel.health"),
    },
    "per.aas": {
        "lise": (Relation.HOLDER, "school", "lise.school"),
        "mikkel": (Relation.HOLDER, "school", "mikkel.school"),
        "sofia": (Relation.PARTICIPANT, "school", "sofia.school"),
        "amina": (Relation.PARTICIPANT, "school", "amina.school"),
        "ella": (Relation.SUCCESSOR, "school", None),
    },
    "tor": {
        "jonas": (Relation.HOLDER, "child_welfare", "jonas.child_welfare"),
        "ella": (Relation.PARTICIPANT, "child_welfare", "ella.child_welfare"),
    },
    "siri": {"jonas": (Relation.PARTICIPANT, "bup", "jonas.bup")},
    "silje": {"elias": (Relation.GUARDIAN, None, None)},
    "bjorn": {"sofia": (Relation.GUEST, "gp", None)},
    "amina": {},
    "marta": {},
    "ingrid": {},
    "ola": {},
    "daud": {"amina": (Relation.TRANSLATOR, None, None)},
    "halyna": {"sofia": (Relation.INTERPRETER, None, None)},
    "anne.strand": {"amina": (Relation.LEADER, "health", None)},
}
SUBJECTS = {"amina": "amina", "marta": "marta"}
SAMPLED = ["amina", "anne.strand", "bjorn", "daud", "erik", "fadumo", "halyna", "kari", "per.aas", "siri"]
READERS = {
    "sqlite": sorted(TIES) if LONG else SAMPLED,
    "postgres": sorted(TIES) if LONG else ["erik", "kari"],
}


@pytest.fixture
def marks(cast: Cast) -> Marks:
    return mark(cast)


class Reader:
    """Somebody whose every answer is held against the access lines it left."""

    def __init__(self, app: Flask, cast: Cast, marks: Marks, person: str) -> None:
        self.cast, self.marks, self.person = cast, marks, person
        self.browser = Browser(app, cast.accounts[person])
        self.names = {log: name for name, log in cast.logs.items()}
        self.old = frozenset(line.id for line in self._all())

    def faults(self, ask: Callable[[], TestResponse], what: str) -> list[str]:
        """What is wrong with the lines that this answer left."""
        before = self._lines()
        response = ask()
        lines = [line for id_, line in self._lines().items() if id_ not in before]
        own = {self.cast.logs[SUBJECTS[self.person]]} if self.person in SUBJECTS else set()
        shown = self.marks.logs_on(words_of(response)) - own
        there = Counter(self.names[line.log_id] for line in lines)
        wanted = Counter(self.names[log] for log in shown)
        if not shown and may_be_empty(what):
            wanted = there & Counter(set(there))
        # Whoever is asked to take over is told so without the child's name: one line each, at most.
        wanted |= Counter({self.names[line.log_id] for line in lines if line.relation is Relation.SUCCESSOR})
        wrong = [f"{what}: shows {sorted(wanted)}, wrote {sorted(there.elements())}"] if there != wanted else []
        return wrong + [f"{what}: {fault}" for line in lines for fault in self._fault(line)]

    def _lines(self) -> dict[UUID, SeenLine]:
        """Those written since this reader began."""
        return {line.id: line for line in self._all() if line.id not in self.old}

    def _all(self) -> list[SeenLine]:
        return list(SeenLine.select().where(SeenLine.account == self.cast.accounts[self.person]))

    def _fault(self, line: SeenLine) -> Iterator[str]:
        relation, unit, request = TIES[self.person].get(self.names[line.log_id], (line.relation, None, None))
        wanted = (relation, self.cast.units[unit] if unit else None, self.cast.requests[request] if request else None)
        found = (line.relation, line.unit_id, line.request_id)
        if found != wanted:
            yield f"{found} should be {wanted}"


def may_be_empty(what: str) -> bool:
    """The end of a list, names of services or people, the time of a meeting, a picture, that it is closed: no words."""
    bare = (
        "before=",
        "/sharing",
        "/calendar.ics",
        "/closing",
        "/individual-plan",
        "/notices",
        "/contact-request",
        "/picture",
        "/files/",
        "/answers",
        "/receipt",
        "/archive/",
        "/my-data/",
        "/paper",
        "/paper/",
    )
    return any(each in what for each in bare)


@pytest.fixture
def reader(app: Flask, cast: Cast, marks: Marks) -> Callable[[str], Reader]:
    return lambda person: Reader(app, cast, marks, person)


def everything(app: Flask, cast: Cast, person: str) -> list[tuple[str, bool]]:
    """All GET addresses about the logs this person belongs to (or is about), and one of somebody else's."""
    there = Things(frozenset(row[0] for table in TABLES for row in table.select(table.id).tuples()), frozenset())
    logs = [*TIES[person], *([SUBJECTS[person]] if person in SUBJECTS else []), "nora"]
    logs = logs if LONG else [logs[0], "nora"]
    return list(dict.fromkeys(each for log in logs for each in addresses(app, cast, log, there)))


@pytest.mark.parametrize(("db_kind", "person"), [(kind, person) for kind in READERS for person in READERS[kind]])
def test_each_answer_leaves_one_line_for_each_log_it_shows(
    app: Flask, cast: Cast, reader: Callable[[str], Reader], person: str
) -> None:
    reading = reader(person)
    assert not "\n".join(faults_everywhere(app, cast, reading))
    assert bool(reading._lines()) == bool(TIES[person])


def faults_everywhere(app: Flask, cast: Cast, reading: Reader) -> list[str]:
    faults = []
    for address, part in everything(app, cast, reading.person):
        faults += reading.faults(lambda a=address, p=part: reading.browser.get(a, htmx=p), f"{address} {part}")
    return faults


def test_what_comes_back_from_a_form_is_an_answer_too(cast: Cast, reader: Callable[[str], Reader]) -> None:
    kari, talk, log = reader("kari"), cast.conversations["sofia.oksana"], cast.logs["sofia"]
    last = (
        Message.select(Message.id).where(Message.conversation == talk).order_by(Message.at.desc()).tuples().first()[0]
    )
    forms: list[tuple[str, bool, dict[str, str]]] = [
        (f"/conversations/{talk}/messages", True, {"text": "Ring Sofiaqx i dag.", "after": str(last)}),
        (f"/conversations/{talk}/messages", True, {"text": "Sofiaqx" * 1000}),
        (f"/conversations/{talk}/messages", False, {"text": ""}),
        (f"/lysglimt/{cast.entries['sofia.lysglimt']}/heart", True, {"on": "1"}),
        (f"/logs/{log}/lysglimt", False, {"text": "", "audience": "log"}),
        (f"/logs/{log}/notes", False, {"text": ""}),
        (f"/logs/{log}/concerns", False, {"text": "x" * 5000}),
        (f"/logs/{log}/notes", False, {"text": "Ringte."}),
    ]
    faults = []
    for address, part, fields in forms:
        faults += kari.faults(
            lambda a=address, p=part, f=fields: kari.browser.submit(a, htmx=p, **f), f"{address} {fields}"
        )
    assert not faults
    assert len(kari._lines()) == len(forms) - 1, "only the last answered with nothing"


def test_a_guardians_form_too(cast: Cast, reader: Callable[[str], Reader]) -> None:
    oksana, request = reader("oksana"), cast.requests["sofia.ppt"]
    assert not oksana.faults(lambda: oksana.browser.submit(f"/consents/{request}/answer", answer="kanskje"), "answer")
    assert len(oksana._lines()) == 1


def test_a_poll_with_nothing_new_leaves_nothing_and_one_with_news_a_line(
    cast: Cast, reader: Callable[[str], Reader]
) -> None:
    kari, talk = reader("kari"), cast.conversations["sofia.oksana"]
    texts = [row.id for row in Message.select().where(Message.conversation == talk).order_by(Message.at)]
    quiet = kari.browser.get(f"/conversations/{talk}?after={texts[-1]}", htmx=True)
    assert (quiet.status_code, quiet.data, kari._lines()) == (204, b"", {})
    address = f"/conversations/{talk}?after={texts[0]}"
    assert not kari.faults(lambda: kari.browser.get(address, htmx=True), address)
    assert len(kari._lines()) == 1


def test_several_children_are_several_lines(app: Flask, cast: Cast, reader: Callable[[str], Reader]) -> None:
    per = cast.actor("per.aas")
    families.add_guardian(
        per,
        cast.logs["lise"],
        cast.accounts["fadumo"],
        basis=Basis.VERGE,
        verified_how="Viste papirer.",
        since=per.today,
    )
    fadumo = reader("fadumo")
    for address in ("/", f"/?log={cast.logs['lise']}", "/more", "/lysglimt", "/logs", "/conversations"):
        found = fadumo.faults(lambda a=address: fadumo.browser.get(a), address)
        assert [fault for fault in found if " wrote " in fault] == []


def test_a_holder_without_consent_leaves_a_line_for_the_message_they_still_see(
    cast: Cast, app: Flask, reader: Callable[[str], Reader]
) -> None:
    Browser(app, cast.accounts["oksana"]).submit(f"/consents/{cast.requests['sofia.health']}/answer", answer="no")
    Conversation.update(waiting_since=None).where(Conversation.log != cast.logs["sofia"]).execute()  # hers is the first
    kari = reader("kari")
    for address in ("/desk", "/conversations", f"/conversations/{cast.conversations['sofia.oksana']}"):
        found = kari.faults(lambda a=address: kari.browser.get(a), address)
        assert [fault for fault in found if " wrote " in fault] == []
    without = [line for line in kari._lines().values() if line.log_id == cast.logs["sofia"]]
    assert [(line.relation, line.request_id) for line in without] == [(Relation.HOLDER, None)] * 3


def test_no_line_no_content(
    app: Flask, cast: Cast, marks: Marks, reader: Callable[[str], Reader], monkeypatch: pytest.MonkeyPatch
) -> None:
    kari = reader("kari")
    shown = [each for each in everything(app, cast, "kari") if shows(kari, *each)]
    assert len(shown) > 10

    def fails(*_: Any, **__: Any) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(SeenLine, "insert_many", fails)
    Member.update(read_up_to=None).execute()
    for address, part in shown:
        response = kari.browser.client.get(address, headers={"HX-Request": "true"} if part else {})
        assert response.status_code in (500, 503), address
        assert marks.logs_on(words_of(response)) == set(), address
    assert not Member.select().where(Member.read_up_to.is_null(False)).exists(), "nothing counts as read either"


def shows(reading: Reader, address: str, part: bool) -> bool:
    page = words_of(reading.browser.get(address, htmx=part))
    return bool(reading.marks.logs_on(page))


def test_without_the_writing_down_the_check_finds_every_page(
    app: Flask, cast: Cast, reader: Callable[[str], Reader], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: nothing is written down, and every page that shows something is reported."""
    monkeypatch.setattr(recording, "_insert", lambda sight, lines: None)
    found = faults_everywhere(app, cast, reader("kari"))
    assert len(found) > 10
    assert all(fault.endswith("wrote []") for fault in found)


def test_a_line_twice_or_for_the_wrong_yes_is_found(
    cast: Cast, reader: Callable[[str], Reader], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control for what stands in a line."""
    write = recording._insert
    kari = reader("kari")
    address = f"/logs/{cast.logs['sofia']}"
    wrong = cast.requests["sofia.school"]
    monkeypatch.setattr(
        recording, "_insert", lambda sight, lines: write(sight, [line | {"request": wrong} for line in lines])
    )
    assert kari.faults(lambda: kari.browser.get(address), address)

    def twice(sight: Any, lines: list[Any]) -> None:
        write(sight, lines)
        write(sight, [line | {"id": recording.new_id()} for line in lines])

    monkeypatch.setattr(recording, "_insert", twice)
    assert kari.faults(lambda: kari.browser.get(address), address)
