"""Who sees what of a log, said a second time: docs/rules.md section 2, by asking what held at every moment.

It shares nothing with the app but the closed lists of `enums`: own birthdays, own midnight, own reading of the table.
A question shows something now, if its yeses once were whole, and all of `_holds` held at every moment since.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from parentapp.enums import Kind, ServiceKind

GRACE = timedelta(days=30)
AHEAD = timedelta(days=90)
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
    known: datetime | None = None  # of care: when it was registered

    def on(self, day: date) -> bool:
        return self.since <= day <= self.until


@dataclass(frozen=True, eq=False)
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
class Run:
    """What is in effect: on whose yeses, for which kinds at most, until when at most."""

    carriers: frozenset[Name]
    since: datetime  # when it was whole last
    began: datetime  # since when it has run without a break
    kinds: frozenset[Kind] = frozenset(Kind)
    until: date = date.max


@dataclass(frozen=True)
class Seen:
    awake: bool  # the yes to the log itself is in effect, and the log is not closed
    units: dict[Name, frozenset[Kind]]  # those that see something


def seen(history: History, now: datetime) -> Seen:
    """What each unit sees now."""
    shown = {each: gives(history, each, now) for each in history.questions if not replaced(history, each, now)}
    awake = any(kinds is not None and each.unit is None for each, kinds in shown.items())
    if not awake or (history.closed and history.closed <= now):
        return Seen(awake=False, units={})
    return Seen(awake=True, units={each.unit: kinds for each, kinds in shown.items() if each.unit and kinds})


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


def gives(history: History, question: Question, now: datetime) -> frozenset[Kind] | None:
    """The kinds that this question's yeses give now; None where it is not in effect."""
    run = runs(history, question, now)
    return run.kinds if run else None


@cache
def runs(history: History, question: Question, now: datetime) -> Run | None:
    """On whose yeses it runs now, and how far: since it was whole last, within what they have said at every moment."""
    starts = [each.at for each in history.said if each.at <= now and _is_whole(history, question, each)]
    if not starts:
        return None
    start = max(starts)
    before = runs(history, question, start - timedelta(microseconds=1))
    run = Run(needed(history, question, day_of(start)), start, before.began if before else start)
    for moment in _moments(history, start, now):
        run = _carried_on(history, question, run, moment)
        if not _holds(history, question, run, moment):
            return None
        run = _narrowed(history, question, run, moment)
    return run


def may_say_no(history: History, question: Question, now: datetime) -> frozenset[Name]:
    """Whose no must be taken now: whose yes is needed, and whose yes it runs on."""
    run = runs(history, question, now)
    carriers = _counting(history, question, run, now) if run else frozenset()
    asked = needed(history, question, day_of(now)) | _told(history, question, day_of(now))
    return asked | carriers - _displaced(history, day_of(now))


def _is_whole(history: History, question: Question, said: Said) -> bool:
    """Whether this answer made it whole: a yes from somebody who is needed, and of all others too, by then."""
    day, last = day_of(said.at), _last(history, question, said.at)
    must = needed(history, question, day)
    mine = said.yes and said.question == question.name and said.who in must
    all_said_yes = all(who in last and last[who].yes and day <= last[who].until for who in must)
    told_says_no = any(who in last and not last[who].yes for who in _told(history, question, day))
    heard = question.heard or not _is_asked_for_a_view(history, question, day)
    return mine and all_said_yes and heard and not told_says_no


def _holds(history: History, question: Question, run: Run, now: datetime) -> bool:
    """What must hold at every moment."""
    day, last = day_of(now), _last(history, question, now)
    must, counting = needed(history, question, day), _counting(history, question, run, now)
    all_say_yes = all(who in last and last[who].yes and day <= last[who].until for who in counting)
    nobody_says_no = all(last[who].yes for who in must | _told(history, question, day) if who in last)
    young_is_asked = history.young in must and history.young not in run.carriers
    turned = _co_signs_from(history, question, day)
    young_has_time = not young_is_asked or (run.began < midnight(turned) and day <= turned + GRACE)
    return bool(counting) and all_say_yes and nobody_says_no and young_has_time and day <= run.until


def _counting(history: History, question: Question, run: Run, now: datetime) -> frozenset[Name]:
    """Of those it runs on, who is needed still, and parents until care is registered that day; or else who is here."""
    day = day_of(now)
    here = frozenset(who for who in run.carriers if _is_here(history, who, day))
    unknown = any(each.on(day) and each.known and now < each.known for each in history.care)
    parents = _displaced(history, day) if unknown else frozenset()
    return (needed(history, question, day) | parents) & run.carriers or here


def _carried_on(history: History, question: Question, run: Run, now: datetime) -> Run:
    """Also by a yes after it began, though others are silent, and the young person's ahead; by all when care ends."""
    day, last = day_of(now), _last(history, question, now)
    must, units = needed(history, question, day), {each.name for each in history.care}
    gone = frozenset(who for who in run.carriers if who in units and not _is_here(history, who, day))
    yes = frozenset(who for who in must if who in last and last[who].yes)
    joined = must if gone else frozenset(who for who in yes if last[who].at > run.since or who == history.young)
    return replace(run, carriers=run.carriers - gone | joined)


def _narrowed(history: History, question: Question, run: Run, now: datetime) -> Run:
    """A yes to less, or for a shorter time, counts at once; one to more only where it makes all of it whole."""
    last, counting = _last(history, question, now), _counting(history, question, run, now)
    kinds = run.kinds.intersection(*(last[who].kinds for who in counting))
    return replace(run, kinds=kinds, until=min([run.until, *(last[who].until for who in counting)]))


def _moments(history: History, start: datetime, now: datetime) -> list[datetime]:
    """From `start` to `now`: each midnight and each answer between."""
    days = (day_of(now) - day_of(start)).days
    midnights = [midnight(day_of(start) + timedelta(days=each)) for each in range(1, days + 1)]
    answers = [each.at for each in history.said if start < each.at <= now]
    return sorted({start, *midnights, *answers, now})


def _last(history: History, question: Question, now: datetime) -> dict[Name, Said]:
    """Each one's last answer. A no counts for all questions about the same that were open when it was said."""
    return _last_of(history, question, sum(each.at <= now for each in history.said))


@cache
def _last_of(history: History, question: Question, count: int) -> dict[Name, Said]:
    here = (
        each for each in history.said[:count] if each.question == question.name or _counts_here(history, question, each)
    )
    return {each.who: each for each in here}


def _counts_here(history: History, question: Question, said: Said) -> bool:
    about = next(each for each in history.questions if each.name == said.question)
    same = about.unit == question.unit and question.asked <= said.at
    return not said.yes and same and not replaced(history, question, said.at)


@cache
def needed(history: History, question: Question, day: date) -> frozenset[Name]:
    """Whose yes it needs on that day."""
    bound = _row(history, question, day_of(question.asked))
    if history.pregnant or day >= birthday(history.born, bound.alone):
        return frozenset({history.young})
    caring = frozenset(each.name for each in history.care if each.on(day))
    grown = frozenset(each.name for each in history.guardians if each.on(day)) - _displaced(history, day)
    young = {history.young} if day >= _co_signs_from(history, question, day) else set()
    return grown | caring | young


def _displaced(history: History, day: date) -> frozenset[Name]:
    """The parents in whose place a service signs that day."""
    in_care = any(each.on(day) for each in history.care)
    return frozenset(each.name for each in history.guardians if in_care and each.parental)


def _told(history: History, question: Question, day: date) -> frozenset[Name]:
    """The young person in the 90 days before the birthday from which their yes is needed: they can stop it already."""
    first = min(_co_signs_from(history, question, day), birthday(history.born, GROWN_UP))
    alone = birthday(history.born, _row(history, question, day_of(question.asked)).alone)
    told = not history.pregnant and min(first, alone) - AHEAD <= day < min(first, alone)
    return frozenset({history.young}) if told else frozenset()


def _is_asked_for_a_view(history: History, question: Question, day: date) -> bool:
    if history.pregnant:
        return False
    bound = _row(history, question, day_of(question.asked))
    return birthday(history.born, min(bound.heard, 7)) <= day < _co_signs_from(history, question, day)


def _co_signs_from(history: History, question: Question, day: date) -> date:
    """The birthday that counts on that day: a newer row binds where it comes sooner."""
    bound, newer = (_row(history, question, each) for each in (day_of(question.asked), day))
    return birthday(history.born, min(bound.co_signs, newer.co_signs))


def _row(history: History, question: Question, day: date) -> Ages:
    rows = [each for each in history.ages if each.service is question.service and each.valid_from <= day]
    return max(rows, key=lambda each: each.valid_from, default=STRICTEST)


def _is_here(history: History, who: Name, day: date) -> bool:
    """Whether this adult still is one whom a yes can run on; nobody has care of a grown-up."""
    if any(each.name == who and each.on(day) for each in history.guardians):
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
