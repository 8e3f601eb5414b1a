"""Who sees what of a log, said a second time: from docs/rules.md section 2, by asking what must have held at each moment.

It shares nothing with the app but the closed lists of `enums`: own birthdays, own midnight, own reading of the table.
No state is carried along. A yes shows something now, if it once was whole, and at every moment since all of `_holds` did.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Literal
from zoneinfo import ZoneInfo

from parentapp.enums import Kind, ServiceKind

GRACE = timedelta(days=30)
GROWN_UP = 18

Name = str  # of a person or a unit


@dataclass(frozen=True)
class Ages:
    """A row of the table."""

    service: ServiceKind
    valid_from: date
    heard: int
    co_signs: int
    alone: int


STRICTEST = Ages(ServiceKind.OPEN, date.min, heard=7, co_signs=15, alone=18)


@dataclass(frozen=True)
class Signing:
    """Somebody who signs, or a unit that has care, and on which days."""

    name: Name
    since: date
    until: date = date.max
    parental: bool = True  # by parental responsibility: not while a service has care

    def on(self, day: date) -> bool:
        return self.since <= day <= self.until


@dataclass(frozen=True)
class Question:
    name: str
    unit: Name | None  # None: about the log itself
    service: ServiceKind
    asked: datetime
    heard: bool  # the child's own view was noted


@dataclass(frozen=True)
class Said:
    question: str
    who: Name
    yes: bool
    at: datetime
    kinds: frozenset[Kind] = frozenset()
    until: date = date.max


@dataclass(frozen=True, eq=False)
class History:
    """All that has happened; each list in the order in which it did. No two things happened at the same instant."""

    born: date
    young: Name = "young"
    pregnant: bool = False
    ages: tuple[Ages, ...] = ()
    guardians: tuple[Signing, ...] = ()
    care: tuple[Signing, ...] = ()
    questions: tuple[Question, ...] = ()
    said: tuple[Said, ...] = ()
    closed: datetime | None = None


@dataclass(frozen=True)
class Seen:
    log: Literal["asked", "awake", "resting", "closed"]
    units: dict[Name, frozenset[Kind]]  # those that see something


def seen(history: History, now: datetime) -> Seen:
    """What each unit sees now."""
    shown = {each: gives(history, each, now) for each in history.questions if not replaced(history, each, now)}
    awake = any(kinds is not None and each.unit is None for each, kinds in shown.items())
    if history.closed and history.closed <= now:
        return Seen("closed", {})
    if not awake:
        return Seen("resting" if _was_awake(history, now) else "asked", {})
    return Seen("awake", {each.unit: kinds for each, kinds in shown.items() if each.unit and kinds})


def _was_awake(history: History, now: datetime) -> bool:
    about_log = [each for each in history.questions if each.unit is None]
    moments = [each.at for each in history.said if each.at <= now]
    return any(gives(history, each, at) is not None for each in about_log for at in moments)


@cache
def replaced(history: History, question: Question, now: datetime) -> bool:
    """By a newer question about the same: at once where it was not in effect, else when the newer one is."""
    for newer in _after(history, question, now):
        if gives(history, question, newer.asked) is None:
            return True
        if any(gives(history, newer, each.at) is not None for each in history.said if newer.asked <= each.at <= now):
            return True
    return False


def _after(history: History, question: Question, now: datetime) -> list[Question]:
    return [each for each in history.questions if each.unit == question.unit and question.asked < each.asked <= now]


@cache
def gives(history: History, question: Question, now: datetime) -> frozenset[Kind] | None:
    """The kinds that this question's yeses give now; None where it is not in effect."""
    starts = [each.at for each in history.said if each.at <= now and _is_whole(history, question, each)]
    if not starts:
        return None
    start = max(starts)
    yeses = _last(history, question, start)
    carriers = {who: yeses[who] for who in needed(history, question, day_of(start))}
    for moment in _moments(history, start, now):
        if not _holds(history, question, carriers, moment):
            return None
        carriers = _narrowed(carriers, _last(history, question, moment))
    return frozenset[Kind].intersection(*(each.kinds for each in carriers.values()))


def _is_whole(history: History, question: Question, said: Said) -> bool:
    """Whether this answer made it whole: a yes from somebody who is needed, and of all others too, by then."""
    day, last = day_of(said.at), _last(history, question, said.at)
    must = needed(history, question, day)
    mine = said.yes and said.question == question.name and said.who in must
    all_said_yes = all(who in last and last[who].yes and day <= last[who].until for who in must)
    return mine and all_said_yes and (question.heard or not _is_asked_for_a_view(history, question, day))


def _holds(history: History, question: Question, carriers: dict[Name, Said], now: datetime) -> bool:
    """What must hold at every moment of what runs on these yeses."""
    day, last = day_of(now), _last(history, question, now)
    must = needed(history, question, day)
    here = [who for who in carriers if _is_here(history, who, day)]
    nobody_says_no = all(last[who].yes for who in {*must, *here} if who in last)
    none_has_lapsed = all(day <= each.until for each in carriers.values())
    young_has_had_time = (
        history.young not in must or history.young in carriers or day <= _co_signs_from(history, question, day) + GRACE
    )
    units = {each.name for each in history.care}
    care_goes_on = all(who in here for who in carriers if who in units)
    all_run = all(who in last and last[who].yes and day <= last[who].until for who in must)
    return bool(here) and nobody_says_no and none_has_lapsed and young_has_had_time and (care_goes_on or all_run)


def _narrowed(carriers: dict[Name, Said], last: dict[Name, Said]) -> dict[Name, Said]:
    """A yes to less, or for a shorter time, counts at once; one to more only where it makes all of it whole."""
    return {
        who: replace(said, kinds=said.kinds & last[who].kinds, until=min(said.until, last[who].until))
        if last[who].yes
        else said
        for who, said in carriers.items()
    }


def _moments(history: History, start: datetime, now: datetime) -> list[datetime]:
    """From `start` to `now`: each midnight and each answer between."""
    days = (day_of(now) - day_of(start)).days
    midnights = [midnight(day_of(start) + timedelta(days=each)) for each in range(1, days + 1)]
    answers = [each.at for each in history.said if start < each.at <= now]
    return sorted({start, *midnights, *answers, now})


def _last(history: History, question: Question, now: datetime) -> dict[Name, Said]:
    """Each one's last answer. A no counts for all questions about the same that were open when it was said."""
    found = {}
    for said in history.said:
        if said.at <= now and (said.question == question.name or _counts_here(history, question, said)):
            found[said.who] = said
    return found


def _counts_here(history: History, question: Question, said: Said) -> bool:
    about = next(each for each in history.questions if each.name == said.question)
    same = about.unit == question.unit and question.asked <= said.at
    return not said.yes and same and not replaced(history, question, said.at)


def needed(history: History, question: Question, day: date) -> frozenset[Name]:
    """Whose yes it needs on that day."""
    bound = _row(history, question, day_of(question.asked))
    if history.pregnant or day >= birthday(history.born, bound.alone):
        return frozenset({history.young})
    caring = frozenset(each.name for each in history.care if each.on(day))
    grown = frozenset(each.name for each in history.guardians if each.on(day) and not (caring and each.parental))
    young = {history.young} if day >= _co_signs_from(history, question, day) else set()
    return grown | caring | young


def _is_asked_for_a_view(history: History, question: Question, day: date) -> bool:
    if history.pregnant:
        return False
    bound = _row(history, question, day_of(question.asked))
    return birthday(history.born, bound.heard) <= day < _co_signs_from(history, question, day)


def _co_signs_from(history: History, question: Question, day: date) -> date:
    """The birthday that counts on that day: a newer row binds where it comes sooner."""
    bound, newer = (_row(history, question, each) for each in (day_of(question.asked), day))
    return birthday(history.born, min(bound.co_signs, newer.co_signs))


def _row(history: History, question: Question, day: date) -> Ages:
    rows = [each for each in history.ages if each.service is question.service and each.valid_from <= day]
    return max(rows, key=lambda each: each.valid_from, default=STRICTEST)


def _is_here(history: History, who: Name, day: date) -> bool:
    """Whether this one still is whom a yes can run on; nobody has care of a grown-up."""
    if who == history.young or any(each.name == who and each.on(day) for each in history.guardians):
        return True
    grown_up = day >= birthday(history.born, GROWN_UP)
    return not grown_up and any(each.name == who and each.on(day) for each in history.care)


def birthday(born: date, age: int) -> date:
    """When somebody born that day turns so many years; of 29 February in other years the 28th."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 2, 28)


def day_of(instant: datetime) -> date:
    """The date in Oslo."""
    return instant.astimezone(ZoneInfo("Europe/Oslo")).date()


def midnight(day: date) -> datetime:
    """When that day begins in Oslo."""
    return datetime.combine(day, time(0), ZoneInfo("Europe/Oslo")).astimezone(UTC)
