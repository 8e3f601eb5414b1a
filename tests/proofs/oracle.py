"""Who sees what of a log, said a second time: docs/rules.md section 2, by asking what held at every moment.

It shares nothing with the app but the closed lists of `enums`: own birthdays, own midnight, own reading of the table.
A question is bound by the row of the day it was asked, and after a renewal (`_agreed`) by that of the renewal.
A question shows something now, if its yeses once were whole, and all of `_holds` held at every moment since.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache

from parentapp.enums import Kind
from tests.proofs.happened import STRICTEST, Ages, History, Name, Question, Said, birthday, day_of, midnight

GRACE = timedelta(days=30)
AHEAD = timedelta(days=90)
GROWN_UP = 18
SHOWS = frozenset({Kind.PLAN, Kind.MEETINGS, Kind.LYSGLIMT, Kind.ABOUT_ME})  # the others only add to these
INSTANT = timedelta(microseconds=1)


@dataclass(frozen=True)
class Run:
    """What is in effect: on whose yeses, for which kinds at most, until when at most."""

    carriers: frozenset[Name]
    since: datetime  # when it was whole last
    began: datetime  # since when it has run without a break
    row: Ages  # that binds it
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
    starts = [each for each in history.said if each.at <= now and _agreed(history, question, each)]
    if not starts:
        return None
    last, before = starts[-1], runs(history, question, starts[-1].at - INSTANT)
    row, until = _agreed(history, question, last)
    start = last.at
    began = before.began if before else start
    run = Run(needed(history, question, day_of(start), row), start, began, row, until=until)
    for moment in _moments(history, start, now):
        run = _carried_on(history, question, run, moment)
        if not _holds(history, question, run, moment):
            return None
        run = _narrowed(history, question, run, moment)
        if question.unit and not run.kinds & SHOWS:
            return None
    return run


def may_say_no(history: History, question: Question, now: datetime) -> frozenset[Name]:
    """Whose no must be taken now: whose yes is needed, and whose yes it runs on."""
    run, row, day = runs(history, question, now), _bound(history, question, now), day_of(now)
    carriers = _counting(history, question, run, now) if run else frozenset()
    asked = needed(history, question, day, row) | _told(history, question, day, row)
    return asked | carriers - _displaced(history, day)


def may_say_yes(history: History, question: Question, now: datetime) -> frozenset[Name]:
    """Whose yes must be taken now: whose yes it takes to start it, or for it to last longer."""
    return needed(history, question, day_of(now), _next_row(history, question, now))


def _bound(history: History, question: Question, now: datetime) -> Ages:
    """The row that binds it: of the day it was asked, and later of whatever made it whole."""
    whole = [_agreed(history, question, each) for each in history.said if each.at <= now]
    return next((each[0] for each in reversed(whole) if each), _row(history, question, day_of(question.asked)))


def _next_row(history: History, question: Question, now: datetime) -> Ages:
    """By which a yes now counts that starts it, or makes it last longer. What has ended: both rows, the strictest."""
    bound, today = _bound(history, question, now), _row(history, question, day_of(now))
    if not any(each.at <= now and _agreed(history, question, each) for each in history.said):
        return bound
    if runs(history, question, now):
        return today
    ages = min(bound.heard, today.heard), min(bound.co_signs, today.co_signs), max(bound.alone, today.alone)
    return Ages(today.service, today.valid_from, *ages)


@cache
def _agreed(history: History, question: Question, said: Said) -> tuple[Ages, date] | None:
    """By which row this answer made it whole, a renewal or not, and until when it lasts at most; else None."""
    if not said.yes or said.question != question.name:
        return None
    before = said.at - INSTANT
    run, bound = runs(history, question, before), _bound(history, question, before)
    row = _next_row(history, question, before)
    whole = _is_whole(history, question, said, row, running=run is not None)
    if run is None:
        return (row, date.max) if whole else None
    lasts = _shortest(history, question, said.at, row) if whole else date.min
    mine = _last(history, question, before).get(said.who)
    longer = not (mine and mine.yes) or said.until > mine.until
    if lasts > run.until and longer:
        return row, lasts
    all_agree = _all_agree(history, question, said.at, row)
    lasts = max(run.until, _shortest(history, question, said.at, row)) if all_agree else run.until
    return (bound, lasts) if _is_whole(history, question, said, bound, running=True) else None


def _shortest(history: History, question: Question, now: datetime, row: Ages) -> date:
    last = _last(history, question, now)
    return min(last[who].until for who in needed(history, question, day_of(now), row))


def _is_whole(history: History, question: Question, said: Said, row: Ages, *, running: bool) -> bool:
    """Whether this answer made it whole: a yes from somebody who is needed, and of all others too, by then."""
    heard = running or question.heard or not _is_asked_for_a_view(history, question, day_of(said.at), row)
    needs = needed(history, question, day_of(said.at), row)
    return said.who in needs and _all_agree(history, question, said.at, row) and heard


def _all_agree(history: History, question: Question, now: datetime, row: Ages) -> bool:
    """Whether all who are needed by that row say yes, and the young person who is told says no no."""
    day, last = day_of(now), _last(history, question, now)
    must = needed(history, question, day, row)
    all_say_yes = all(who in last and last[who].yes and day <= last[who].until for who in must)
    told_says_no = any(who in last and not last[who].yes for who in _told(history, question, day, row))
    return bool(must) and all_say_yes and not told_says_no


def _holds(history: History, question: Question, run: Run, now: datetime) -> bool:
    """What must hold at every moment."""
    day, last = day_of(now), _last(history, question, now)
    must, counting = needed(history, question, day, run.row), _counting(history, question, run, now)
    all_say_yes = all(who in last and last[who].yes and day <= last[who].until for who in counting)
    told = _told(history, question, day, run.row)
    nobody_says_no = all(last[who].yes for who in must | told if who in last)
    young_is_asked = history.young in must and history.young not in run.carriers
    turned = _co_signs_from(history, question, day, run.row)
    young_has_time = not young_is_asked or (run.began < midnight(turned) and day <= turned + GRACE)
    return bool(counting) and all_say_yes and nobody_says_no and young_has_time and day <= run.until


def _counting(history: History, question: Question, run: Run, now: datetime) -> frozenset[Name]:
    """Of those it runs on, who is needed still, and parents until care is registered that day; or else who is here."""
    day = day_of(now)
    here = frozenset(who for who in run.carriers if _is_here(history, who, day))
    unknown = any(each.on(day) and each.known and now < each.known for each in history.care)
    parents = _displaced(history, day) if unknown else frozenset()
    return (needed(history, question, day, run.row) | parents) & run.carriers or here


def _carried_on(history: History, question: Question, run: Run, now: datetime) -> Run:
    """Also by a yes after it began, though others are silent, and the young person's ahead; by all when care ends."""
    day, last = day_of(now), _last(history, question, now)
    must, units = needed(history, question, day, run.row), {each.name for each in history.care}
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
    return {each.who: each for each in here if not each.going_on}  # it leaves the yes before it as it is


def _counts_here(history: History, question: Question, said: Said) -> bool:
    about = next(each for each in history.questions if each.name == said.question)
    same = about.unit == question.unit and question.asked <= said.at
    return not said.yes and same and not replaced(history, question, said.at)


@cache
def needed(history: History, question: Question, day: date, row: Ages) -> frozenset[Name]:
    """Whose yes it needs on that day, where that row binds it."""
    if history.pregnant or day >= birthday(history.born, row.alone):
        return frozenset({history.young})
    caring = frozenset(each.name for each in history.care if each.on(day))
    grown = frozenset(each.name for each in history.guardians if each.on(day)) - _displaced(history, day)
    young = {history.young} if day >= _co_signs_from(history, question, day, row) else set()
    return grown | caring | young


def _displaced(history: History, day: date) -> frozenset[Name]:
    """The parents in whose place a service signs that day."""
    in_care = any(each.on(day) for each in history.care)
    return frozenset(each.name for each in history.guardians if in_care and each.parental)


def _told(history: History, question: Question, day: date, row: Ages) -> frozenset[Name]:
    """The young person in the 90 days before the birthday from which their yes is needed: they can stop it already."""
    first = min(_co_signs_from(history, question, day, row), birthday(history.born, min(row.alone, GROWN_UP)))
    told = not history.pregnant and first - AHEAD <= day < first
    return frozenset({history.young}) if told else frozenset()


def _is_asked_for_a_view(history: History, question: Question, day: date, row: Ages) -> bool:
    if history.pregnant:
        return False
    return birthday(history.born, min(row.heard, 7)) <= day < _co_signs_from(history, question, day, row)


def _co_signs_from(history: History, question: Question, day: date, row: Ages) -> date:
    """The birthday that counts on that day: a newer row binds where it comes sooner."""
    return birthday(history.born, min(row.co_signs, _row(history, question, day).co_signs))


def _row(history: History, question: Question, day: date) -> Ages:
    rows = [each for each in history.ages if each.service is question.service and each.valid_from <= day]
    return max(rows, key=lambda each: each.valid_from, default=STRICTEST)


def _is_here(history: History, who: Name, day: date) -> bool:
    """Whether this adult still is one whom a yes can run on; nobody has care of a grown-up."""
    if any(each.name == who and each.on(day) for each in history.guardians):
        return True
    grown_up = day >= birthday(history.born, GROWN_UP)
    return not grown_up and any(each.name == who and each.on(day) for each in history.care)
