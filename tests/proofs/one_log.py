"""One log of three services: what people say in it, what has happened so far, and what must hold at every moment.

Every professional sees what `oracle` says, by the same way as the pages.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any, ClassVar
from uuid import UUID

from hypothesis.stateful import RuleBasedStateMachine, invariant

from parentapp import clock, db
from parentapp.access import visible
from parentapp.access.actor import Actor
from parentapp.access.sight import look
from parentapp.domain import consents, questions
from parentapp.enums import Answer, EntryType, Kind, ServiceKind
from parentapp.errors import Conflict, Denied, Hidden, Unknown
from parentapp.models import ConsentDecision, Entry
from tests.cast import Cast
from tests.proofs import oracle
from tests.proofs.happened import History, Question, Said, birthday, day_of

REFUSED = (Conflict, Denied, Hidden, Unknown)

YOUNG, GUARDIANS = "silje", ("samir", "rana", "hege", "layla")
WORK = {"kari": "health", "per.aas": "school", "tor": "child_welfare"}
SERVICES = {
    None: ServiceKind.OPEN,
    "school": ServiceKind.SCHOOL,
    "health": ServiceKind.HEALTH_STATION,
    "child_welfare": ServiceKind.CHILD_WELFARE,
}
UNITS = tuple(SERVICES)
ALL = frozenset(Kind)

# What lies in the log, by name: its type, its kind, whether it is about health.
PLANTED = {
    "concern": (EntryType.CONCERN, Kind.PLAN, False),
    "note": (EntryType.NOTE, Kind.PLAN, False),
    "handover": (EntryType.HANDOVER, Kind.PLAN, False),
    "level": (EntryType.LEVEL, Kind.PLAN, False),
    "meeting": (EntryType.MEETING, Kind.MEETINGS, False),
    "lysglimt": (EntryType.LYSGLIMT, Kind.LYSGLIMT, False),
    "about me": (EntryType.ABOUT_ME, Kind.ABOUT_ME, False),
    "note of health": (EntryType.NOTE, Kind.PLAN, True),
    "meeting of health": (EntryType.MEETING, Kind.MEETINGS, True),
    "lysglimt of health": (EntryType.LYSGLIMT, Kind.LYSGLIMT, True),
    "about me, of health": (EntryType.ABOUT_ME, Kind.ABOUT_ME, True),
}


class OneLog(RuleBasedStateMachine):
    """What was done in it is undone at the end."""

    cast: ClassVar[Cast]
    now: datetime
    history: History
    log: UUID
    planted: dict[UUID, str]
    holder: str
    parts: dict[str, set[str]]  # for which unit each professional takes part
    opened: bool  # once all have said yes to the log

    def __init__(self) -> None:
        super().__init__()
        self.open = ExitStack()
        self.all = self.open.enter_context(db.database.transaction())

    def teardown(self) -> None:
        self.all.rollback()
        self.open.close()

    # What people say.

    def ask(self, unit: str | None, kinds: frozenset[Kind], *, heard: bool) -> bool:
        self.tick()
        about = {"unit": self.cast.units[unit] if unit else None, "kinds": kinds if unit else frozenset()}
        said = {"purpose": "For å hjelpe.", "child_view": "Greit." if heard else None}
        asked = self.tried(lambda: questions.ask(self.actor(self.holder), self.log, **about, **said))
        if asked:
            question = Question(str(asked), unit, SERVICES[unit], self.now, heard)
            self.so(questions=(*self.history.questions, question))
        return bool(asked)

    def all_say_yes_to(self, question: Question) -> None:
        for who in sorted(oracle.may_say_yes(self.history, question, self.now)):
            self.say(question, who, Answer.YES)

    def say(self, question: Question, who: str, answer: Answer) -> None:
        self.tick()
        login = {unit: name for name, unit in WORK.items()}.get(who, who)
        written = self.tried(lambda: consents.answer(self.actor(login), UUID(question.name), answer))
        if written:
            row = ConsentDecision.get_by_id(written)
            yes = row.answer is Answer.YES
            declined = row.answer is Answer.RUNS_OUT
            said = Said(question.name, who, yes, self.now, row.kinds, row.until or date.max, going_on=declined)
            self.so(said=(*self.history.said, said))
            self.opened |= oracle.seen(self.history, self.now).awake
        elif answer is not Answer.RUNS_OUT:  # that is refused wherever it is not asked
            self.may_be_refused(question, who, answer)

    def may_be_refused(self, question: Question, who: str, answer: Answer) -> None:
        """Nobody is refused whose yes is needed, or who takes back a yes that counts, while they are here."""
        gone = who in WORK.values() or (who != YOUNG and self.today >= birthday(self.history.born, 18))
        over = self.history.closed or oracle.replaced(self.history, question, self.now)
        if not gone and not over:
            must = oracle.may_say_yes(self.history, question, self.now)
            counts = must if answer is Answer.YES else oracle.may_say_no(self.history, question, self.now)
            assert who not in counts, (answer, question, who)

    def plant(self, type_: EntryType, kind: Kind, health: bool) -> UUID:
        author, lang = self.cast.accounts[GUARDIANS[0]], "nb"
        row = Entry.create(
            log=self.log, type=type_, kind=kind, health=health, author=author, text="…", lang=lang, at=self.now
        )
        row_id: UUID = row.id
        return row_id

    # What must hold.

    @invariant()
    def everybody_sees_what_they_may(self) -> None:
        says = oracle.seen(self.history, self.now)
        self.opened |= says.awake
        with self.at_now():
            assert self.state() == self.expected(says.awake)
            for name, units in self.parts.items():
                kinds = [says.units.get(unit, frozenset()) for unit in units]
                may = {each for each, what in PLANTED.items() if any(covers(given, *what) for given in kinds)}
                waits = name == "kari" and not self.opened and not self.history.closed
                assert self.sees(name) == may | ({"concern"} if waits else set()), name

    def expected(self, awake: bool) -> str:
        if self.history.closed:
            return "closed"
        return "awake" if awake else "resting" if self.opened else "asked"

    def sees(self, name: str) -> set[str]:
        """Of what was planted, by the same way as the pages."""
        sight = look(self.actor(name), self.log)
        rows = visible.entries(sight).where(Entry.log == self.log).select(Entry.id).tuples()
        return {self.planted[row_id] for (row_id,) in rows if row_id in self.planted}

    def state(self) -> str:
        sight = look(self.actor(self.holder), self.log)
        facts = sight.visited(self.log)
        asked = "asked" if facts.asked else "awake"
        return "closed" if facts.closed else "resting" if sight.rests(facts) else asked

    # By what it is done.

    @property
    def today(self) -> date:
        return day_of(self.now)

    def so(self, **more: Any) -> None:
        self.history = replace(self.history, **more)

    def tick(self) -> None:
        self.now += timedelta(minutes=1)

    def actor(self, name: str) -> Actor:
        return Actor(self.cast.accounts[name], self.now)

    def question(self, which: int) -> Question:
        return self.history.questions[-1 - which % len(self.history.questions)]

    def signer(self, who: int) -> str:
        everybody = (*(each.name for each in self.history.guardians), YOUNG, *(each.name for each in self.history.care))
        return everybody[who % len(everybody)]

    @contextmanager
    def at_now(self) -> Iterator[None]:
        with clock.at(self.now):
            yield

    def tried(self, act: Callable[[], Any]) -> Any:
        """What it returned; None where it was refused. All or nothing."""
        try:
            with db.database.savepoint(), self.at_now():
                return act()
        except REFUSED:
            return None


def picked(among: list[Any], which: int) -> Any:
    return among[which % len(among)]


def covers(given: frozenset[Kind], type_: EntryType, kind: Kind, health: bool) -> bool:
    """Whether a service with a yes to these kinds sees it."""
    who_else = type_ not in (EntryType.HANDOVER, EntryType.LEVEL) or Kind.WHO_ELSE in given
    return kind in given and (not health or Kind.HEALTH in given) and who_else
