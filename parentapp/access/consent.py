"""What a history of answers amounts to at an instant. Pure: no table, no clock, no order of loading matters.

Sharing starts only with an answer (or the child's view being noted) that completes what is needed on that day.
It ends by anyone's no, by time, or by a birthday that the young person has not answered. Nothing else starts it.

A question is bound by the row of ages of the day it was asked, and once renewed by that of the renewal: the yes with
which a consent that runs comes to last longer, by all whose yes that row needs.

While a service has care of the child, it signs in place of the parents: the unit, by its id, whoever there answers.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from uuid import UUID

from parentapp.access.ages import (
    ADULT,
    ALWAYS_HEARD,
    AgeRow,
    age_on,
    binding_row,
    birthday,
    row_for,
    signs_soon,
    strictest_of,
)
from parentapp.access.history import Decision as Decision
from parentapp.access.history import Grant as Grant
from parentapp.access.history import Request as Request
from parentapp.access.signers import Family, Signer
from parentapp.clock import OSLO, local_date, midnight_after
from parentapp.enums import KIND_OF, Answer, Kind

SHOWING = frozenset(KIND_OF.values())  # something is written of these; health and «who else» only add to them
MONTHS = (3, 6, 12)  # for how long a yes may be given, at most as long as was asked
GRACE = timedelta(days=30)  # after a birthday, what runs on guardians' yes goes on so that help does not break


def needed_signers(family: Family, row: AgeRow, day: date) -> frozenset[UUID]:
    """Whose yes is needed on that day to open, add or widen."""
    age = age_on(family.born, day)
    adults, youth = family.adults(day), frozenset({family.young})
    if family.pregnant or age >= min(row.alone, ADULT):
        return youth
    return adults | youth if age >= row.co_signs else adults


def needed_for(request: Request, family: Family, day: date) -> frozenset[UUID]:
    """Whose yes this request needs on that day, by the row that binds it: with it, it goes on as it is."""
    return needed_signers(family, _bound(request, family, day).row(day), day)


def asked_for(request: Request, family: Family, day: date) -> frozenset[UUID]:
    """Whose yes it takes on that day for it to start, or to last longer."""
    return needed_signers(family, _bound(request, family, day).next_row(day), day)


def told_ahead(request: Request, family: Family, day: date) -> frozenset[UUID]:
    """The young person who is told that their yes is needed soon: their no counts, their yes starts nothing."""
    return _told(family, _bound(request, family, day).row(day), day)


def _told(family: Family, row: AgeRow, day: date) -> frozenset[UUID]:
    soon = not family.pregnant and signs_soon(family.born, row, day)
    return frozenset({family.young}) if soon else frozenset()


def hears_child(request: Request, family: Family, day: date, row: AgeRow | None = None) -> bool:
    """Whether the child is old enough to be heard on that day, and does not sign."""
    row = row or _bound(request, family, day).next_row(day)
    age = age_on(family.born, day)
    return min(row.heard, ALWAYS_HEARD) <= age < row.co_signs and not family.pregnant


def _bound(request: Request, family: Family, day: date) -> "_Course":
    """The request's course through that day, as far as it matters for the row that binds it."""
    course = _Course(request, family)
    if any(row.valid_from > local_date(request.asked_at) for row in request.rows):
        course.run(midnight_after(day) - timedelta(microseconds=1))
    return course


def shows_anything(request: Request, kinds: frozenset[Kind]) -> bool:
    """Whether a yes to these kinds shows the service anything. A yes to having the log has no kinds."""
    return request.unit_id is None or bool(kinds & SHOWING)


def in_effect(request: Request, family: Family, now: datetime) -> Grant | None:
    """The grant this request amounts to at `now`, or None."""
    return _Course(request, family).run(now)


def carried_by(request: Request, family: Family, now: datetime) -> frozenset[UUID]:
    """Whose yes carries the consent that runs at `now`; nobody's where none runs. Each of them can end it."""
    course = _Course(request, family)
    return course.carriers(local_date(now)) if course.run(now) else frozenset()


def moments(request: Request, family: Family) -> frozenset[datetime]:
    """The instants at which what a request amounts to can have changed, past and to come."""
    return frozenset(_Course(request, family).moments())


class _Course:
    """One request's course through its answers, and the days on which something changes by itself."""

    def __init__(self, request: Request, family: Family) -> None:
        self.request = request
        self.family = family
        self.answers: dict[UUID, Decision] = {}
        self.taken_back: set[UUID] = set()  # by parents, while a service had care: it counts once they sign again
        self.heard = False
        self.bound = self._of_day(local_date(request.asked_at))
        self.has_run = False
        self.since: datetime | None = None
        self.kinds = request.kinds
        self.until = date.max

    def run(self, now: datetime) -> Grant | None:
        for instant, decision in self._events(now):
            day = local_date(instant)
            self._stop_if_over(day)
            if decision is not None:
                self._answer(decision, day)
            elif instant == self.request.child_heard_at:
                self.heard = True
                self._start_if_complete(instant, day)
        self._stop_if_over(local_date(now))
        replaced = self.request.replaced_at is not None and self.request.replaced_at <= now
        return None if replaced or self.since is None else self._grant(self.since)

    def carriers(self, day: date) -> frozenset[UUID]:
        """Whose yes counts on that day, once it has run, and who can take it back."""
        return self._counted(day) - self.family.replaced(day)

    def row(self, day: date) -> AgeRow:
        """The row that binds it on that day."""
        return binding_row(self.bound, self._of_day(day))

    def next_row(self, day: date) -> AgeRow:
        """By which it starts, or lasts longer: once it has run, that of the day; and where it has ended, both."""
        if not self.has_run:
            return self.row(day)
        return self._of_day(day) if self.since else strictest_of(self.row(day), self._of_day(day))

    def _of_day(self, day: date) -> AgeRow:
        return row_for(self.request.rows, self.request.service, day)

    def moments(self) -> set[datetime]:
        said = {each.at for each in self.request.decisions} | {_midnight(day) for day in self._changing_days()}
        return said | {each for each in (self.request.child_heard_at, self.request.replaced_at) if each}

    def _events(self, now: datetime) -> Iterator[tuple[datetime, Decision | None]]:
        events: list[tuple[datetime, Decision | None]] = [(each.at, each) for each in self.request.decisions]
        if self.request.child_heard_at:
            events.append((self.request.child_heard_at, None))
        events += [(_midnight(day), None) for day in self._changing_days()]
        return iter(sorted((e for e in events if e[0] <= now), key=lambda event: event[0]))

    def _changing_days(self) -> set[date]:
        """Days on which the answer can change without anybody answering."""
        ages = {age for row in self.request.rows for age in (row.co_signs, row.alone)} | {15, 16, ADULT}
        birthdays = {birthday(self.family.born, age) for age in ages}
        changes = birthdays | {day + GRACE + timedelta(days=1) for day in birthdays}
        changes |= {each.until + timedelta(days=1) for each in self.request.decisions if each.until}
        signers = (*self.family.guardians, *self.family.care)
        changes |= {signer.since for signer in signers}
        changes |= {signer.until + timedelta(days=1) for signer in signers if signer.until}
        return changes | {row.valid_from for row in self.request.rows if row.valid_from > date.min}

    def _answer(self, decision: Decision, day: date) -> None:
        """A yes counts from now on, and may start it; any no at once ends it, but one to going on changes nothing."""
        if decision.answer is Answer.RUNS_OUT:
            return
        no = decision.answer is not Answer.YES
        if decision.signer in self.family.unheard(decision.at):
            self.taken_back |= {decision.signer} if no else set()
            return
        counted, before = self._counted(day), self.answers.get(decision.signer)
        self.taken_back.discard(decision.signer)
        self.answers[decision.signer] = decision
        if no and decision.signer in self._needed(day) | self._told(day) | counted:
            self.since = None
        elif not no and self.since is not None:
            self._agree(decision, before, day)
        elif not no and decision.signer not in self._told(day):
            self._start_if_complete(decision.at, day)

    def _agree(self, decision: Decision, before: Decision | None, day: date) -> None:
        """A yes to what runs. It lasts longer only by the row of that day, which binds it once it does."""
        of_day, longest = self._of_day(day), self._longest(day)
        asked = decision.signer in needed_signers(self.family, of_day, day)
        if asked and longest > self.until and decision.is_longer_than(before):
            self.bound = of_day
        if self._is_complete(day):
            kinds, until = self._common(day, self._counted(day))
            self._carry_on(kinds, min(until, longest))

    def _longest(self, day: date) -> date:
        """Until when it can last: as it does; or as all have said yes whom the row of that day needs."""
        bound, self.bound = self.bound, self._of_day(day)
        longest = self._common(day, self._counted(day))[1] if self._is_complete(day) else self.until
        self.bound = bound
        return max(self.until, longest)

    def _start_if_complete(self, instant: datetime, day: date) -> None:
        bound, self.bound = self.bound, self.next_row(day) if self.has_run else self.bound
        if self.since is None and self._is_complete(day) and self._child_was_heard(day):
            self.since, self.has_run = instant, True
            self._carry_on(*self._common(day, self._counted(day)))
        else:
            self.bound = bound

    def _carry_on(self, kinds: frozenset[Kind], until: date) -> None:
        """From now on these kinds until then; where nothing is left that shows anything, it is over."""
        self.kinds, self.until = kinds, until
        if not shows_anything(self.request, kinds):
            self.since = None

    def _is_complete(self, day: date) -> bool:
        """Whether everybody whose yes is needed says yes: only then does anything start, widen or last longer."""
        needed = self._needed(day)
        stopped = any(each in self.answers and not self._youth_said_yes() for each in self._told(day))
        return bool(needed) and not stopped and all(self._says_yes(signer, day) for signer in needed)

    def _stop_if_over(self, day: date) -> None:
        """Time passing only ever narrows: what carries it now, within what carried it before."""
        if self.since is None:
            return
        counted = self._counted(day)
        if day > self.until or not counted or not all(self._says_yes(signer, day) for signer in counted):
            self.since = None
            return
        kinds, until = self._common(day, counted)
        self._carry_on(self.kinds & kinds, min(self.until, until))

    def _common(self, day: date, counted: frozenset[UUID]) -> tuple[frozenset[Kind], date]:
        """The common part and the shortest time of the yeses that carry it."""
        yeses = [self.answers[signer] for signer in counted if self._says_yes(signer, day)]
        kinds = frozenset.intersection(self.request.kinds, *(yes.kinds for yes in yeses))
        return kinds, min((yes.until for yes in yeses if yes.until), default=day)

    def _counted(self, day: date) -> frozenset[UUID]:
        """Whose yes carries what is running on that day. The silence of somebody new does not stop it."""
        family = self.family
        silent = {each for each in (*family.guardians, *family.care) if self._is_new_and_silent(each, day)}
        if silent:  # as long as a service new in care is silent, the yes of the parents before it goes on
            family = replace(family, care=tuple(each for each in family.care if each not in silent))
        needed = needed_signers(family, self.row(day), day)
        youth = family.young
        if youth in needed and not self._youth_said_yes() and self._in_grace(day):
            needed |= family.adults(day)
            needed -= {youth} if youth not in self.answers else set()
        return needed - {each.id for each in silent}

    def _is_new_and_silent(self, signer: Signer, day: date) -> bool:
        """Signs on that day, came after it began to run, and has not answered since."""
        came, answer = _midnight(signer.since), self.answers.get(signer.id)
        new = signer.signs_on(day) and self.since is not None and came > self.since
        return new and (answer is None or answer.at < came)

    def _in_grace(self, day: date) -> bool:
        """Within 30 days of the birthday that made the youth's own yes needed."""
        row = self.row(day)
        turning = [birthday(self.family.born, age) for age in (row.co_signs, row.alone)]
        return any(when <= day <= when + GRACE and self._ran_before(when) for when in turning)

    def _ran_before(self, when: date) -> bool:
        return self.since is not None and self.since < _midnight(when)

    def _youth_said_yes(self) -> bool:
        answer = self.answers.get(self.family.young)
        return answer is not None and answer.answer is Answer.YES

    def _says_yes(self, signer: UUID, day: date) -> bool:
        answer = self.answers.get(signer)
        taken_back = signer in self.taken_back - self.family.replaced(day)
        return answer is not None and answer.says_yes(day) and not taken_back

    def _child_was_heard(self, day: date) -> bool:
        """From the age of being heard, the child's view must be noted, unless the child signs."""
        return self.heard or not hears_child(self.request, self.family, day, self.row(day))

    def _needed(self, day: date) -> frozenset[UUID]:
        return needed_signers(self.family, self.row(day), day)

    def _told(self, day: date) -> frozenset[UUID]:
        return _told(self.family, self.row(day), day)

    def _grant(self, since: datetime) -> Grant:
        request = self.request
        return Grant(request.id, request.log_id, request.unit_id, self.kinds, since, self.until)


@lru_cache(maxsize=10_000)
def _midnight(day: date) -> datetime:
    """The instant a date begins in Oslo."""
    return datetime.combine(day, time.min, OSLO).astimezone(UTC)
