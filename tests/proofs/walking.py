"""People ask, answer, come and go, and time passes: steps that hypothesis puts together as it likes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from parentapp.access.ages import AgeRow
from parentapp.domain import age_table, care, families, handovers
from parentapp.enums import Answer, Basis, Kind, ServiceKind, Way
from parentapp.models import AgePolicy, ConsentDecision, Guardian, Stafettlogg
from tests import cast as casting
from tests.proofs import oracle
from tests.proofs.happened import Ages, History, Question, Said, Signing, birthday, midnight
from tests.proofs.one_log import ALL, GUARDIANS, PLANTED, SERVICES, UNITS, WORK, YOUNG, OneLog, picked

# How old the child becomes, and in how many days. The last was born on 29 February 2012, and becomes 15 in 2027.
TURNING = ((7, 20), (10, 100), (12, 3), (15, 5), (15, 40), (15, 100), (16, 5), (16, 40), (18, 10), (15, 0))
LEAP_DAY, BEFORE_IT = date(2012, 2, 29), datetime(2026, 11, 20, 10, tzinfo=casting.NOW.tzinfo)

some_kinds = st.sets(st.sampled_from(sorted(Kind, key=lambda kind: kind.value)), min_size=1).map(frozenset)
picks = st.integers(0, 20)  # which of those there are


class Machine(OneLog):
    """Up to four guardians, from the first question on."""

    # How it begins.

    @initialize(turning=st.sampled_from(TURNING), both=st.booleans(), pregnant=picks, gap=picks, opened=picks)
    def there_is_a_log(self, turning: tuple[int, int], both: bool, pregnant: int, gap: int, opened: int) -> None:
        years, days = turning
        self.now = casting.NOW if days else BEFORE_IT
        born = birthday(self.today + timedelta(days=days), -years) if days else LEAP_DAY
        if gap == 20:
            AgePolicy.delete().where(AgePolicy.service == ServiceKind.CHILD_WELFARE).execute()
        rows = AgePolicy.select().where(AgePolicy.municipality == self.cast.municipalities["fjordvik"])
        ages = tuple(Ages(row.service, row.valid_from, row.heard, row.co_signs, row.alone) for row in rows)
        self.history = History(born=born, young=YOUNG, pregnant=pregnant == 20, ages=ages)
        self.holder, self.opened = "kari", False
        self.parts = {name: {unit} for name, unit in WORK.items()}
        with self.at_now():
            unit = self.cast.units["health"]
            account = self.cast.accounts[YOUNG]
            about = {"name": "Mia", "born": born, "youth": account, "pregnant": self.history.pregnant}
            self.log = families.ask_for_log(self.actor("kari"), unit, level=1, **about)
            for name in ("per.aas", "tor"):
                unit = self.cast.units[WORK[name]]
                families.add_participant(self.actor("kari"), self.log, self.cast.accounts[name], unit)
        self.planted = {self.plant(*what): name for name, what in PLANTED.items()}
        for _ in range(1 + both):
            self.a_guardian_is_added(Basis.PARENTAL_RESPONSIBILITY, signs=True, days=0)
        for unit_name in UNITS[: 3 if opened else 1]:
            self.ask(unit_name, ALL, heard=True)
        for question in self.history.questions if opened else ():
            for who in (*GUARDIANS[: 1 + both], YOUNG):
                self.say(question, who, Answer.YES)

    # What people do.

    @rule(unit=st.sampled_from(UNITS), kinds=some_kinds, heard=picks, answered=st.booleans())
    def somebody_asks(self, unit: str | None, kinds: frozenset[Kind], heard: int, answered: bool) -> None:
        if self.ask(unit, kinds, heard=heard > 2) and answered:
            self.all_say_yes_to(self.history.questions[-1])

    @rule(which=picks, who=picks, yes=st.booleans())
    def somebody_answers(self, which: int, who: int, yes: bool) -> None:
        self.say(self.question(which), self.signer(who), Answer.YES if yes else Answer.NO)

    @rule(which=picks)
    def all_say_yes(self, which: int) -> None:
        self.all_say_yes_to(self.question(which))

    @rule()
    def all_say_yes_to_the_log(self) -> None:
        self.all_say_yes_to([each for each in self.history.questions if each.unit is None][-1])

    @rule(which=picks, who=picks)
    def somebody_takes_it_back(self, which: int, who: int) -> None:
        running = [each for each in self.history.questions if oracle.runs(self.history, each, self.now)]
        if running:
            question = picked(running, which)
            may = sorted(oracle.may_say_no(self.history, question, self.now))
            self.say(question, picked(may, who), Answer.NO)

    @rule(which=picks, who=picks)
    def somebody_says_no_to_going_on(self, which: int, who: int) -> None:
        self.say(self.question(which), self.signer(who), Answer.RUNS_OUT)

    @rule(which=picks, who=picks, kinds=some_kinds, days=st.sampled_from((0, 1, 5, 29, 30, 31, 90, 400)))
    def somebody_says_yes_to_less(self, which: int, who: int, kinds: frozenset[Kind], days: int) -> None:
        """To some of the kinds, and until another day. Written straight into the table."""
        question, name = self.question(which), self.signer(who)
        if question.unit is None or name in WORK.values() or self.history.closed or self.is_not_alone(question):
            return
        if name not in oracle.may_say_yes(self.history, question, self.now):
            return
        self.tick()
        until = self.today + timedelta(days=days)
        row = ConsentDecision.create(
            request=UUID(question.name),
            signer=self.cast.accounts[name],
            answer=Answer.YES,
            kinds=kinds,
            until=until,
            language="nb",
            text_version="2026-11",
            way=Way.APP,
            at=self.now,
        )
        self.so(said=(*self.history.said, Said(question.name, name, True, row.at, kinds, until)))

    def is_not_alone(self, question: Question) -> bool:
        """Whether it was replaced, or would replace another: a row in the table alone does not do that."""
        older = (each for each in self.history.questions if each.unit == question.unit and each.asked < question.asked)
        open_too = any(not oracle.replaced(self.history, each, self.now) for each in older)
        return open_too or oracle.replaced(self.history, question, self.now)

    @rule(
        basis=st.sampled_from((Basis.PARENTAL_RESPONSIBILITY, Basis.PARENTAL_RESPONSIBILITY, Basis.FOSTER_PARENT)),
        signs=picks.map(lambda pick: pick > 2),
        days=st.sampled_from((-400, 0, 0, 1, 20)),
    )
    def a_guardian_is_added(self, basis: Basis, signs: bool, days: int) -> None:
        self.tick()
        known = [row.account_id for row in Guardian.select().where(Guardian.log == self.log)]
        name = next((each for each in GUARDIANS if self.cast.accounts[each] not in known), None)
        if name is None:
            return
        since = self.today + timedelta(days=days)
        how = {"basis": basis, "verified_how": "Viste legitimasjon.", "since": since, "signs": signs}
        account = self.cast.accounts[name]
        done = self.tried(lambda: families.add_guardian(self.actor(self.holder), self.log, account, **how) or True)
        if done and signs:
            parental = basis is Basis.PARENTAL_RESPONSIBILITY
            signing = Signing(name, max(since, self.today), parental=parental)
            self.so(guardians=(*self.history.guardians, signing))

    @rule(which=picks, days=st.sampled_from((0, 3)))
    def a_guardian_leaves(self, which: int, days: int) -> None:
        self.tick()
        here = [each for each in self.history.guardians if each.until == date.max]
        if len(here) > 1 or (here and which > 15):
            gone = picked(here, which)
            until = max(self.today + timedelta(days=days), gone.since)
            mine = (Guardian.log == self.log) & (Guardian.account == self.cast.accounts[gone.name])
            Guardian.update(until=until).where(mine).execute()
            left = tuple(replace(each, until=until) if each is gone else each for each in self.history.guardians)
            self.so(guardians=left)

    @precondition(lambda self: not any(each.until == date.max for each in self.history.care))
    @rule(days=st.sampled_from((-3, 0, 0, 2)))
    def care_begins(self, days: int) -> None:
        self.tick()
        since, unit = self.today + timedelta(days=days), self.cast.units["child_welfare"]
        how = {"since": since, "verified_how": "Viste vedtak."}

        def take_care() -> bool:
            """Confirmed by Tor, as long as he is in it and holds no baton; else nothing comes of it."""
            waits = care.begin(self.actor(self.holder), self.log, unit, **how)
            care.confirm(self.actor("tor"), self.log, waits, "Har det her.")
            return True

        if self.tried(take_care):
            caring = Signing("child_welfare", max(since, self.today), known=self.now)
            self.so(care=(*self.history.care, caring))

    @precondition(lambda self: any(each.until == date.max for each in self.history.care))
    @rule()
    def care_ends(self) -> None:
        self.tick()
        if self.tried(lambda: care.end(self.actor(self.holder), self.log) or True):
            *before, last = self.history.care
            self.so(care=(*before, replace(last, until=self.today)))

    @rule(successor=st.sampled_from(tuple(WORK)))
    def the_baton_is_handed_over(self, successor: str) -> None:
        self.tick()

        def hand_over() -> bool:
            said = handovers.Proposal("Jeg slutter.", "Hun liker å se på først.", decided=True)
            offered = handovers.propose(self.actor(self.holder), self.log, successor, said)
            return bool(handovers.accept(self.actor(successor), offered))

        if self.tried(hand_over):
            self.parts |= {self.holder: set(), successor: {WORK[successor]}}
            self.holder = successor

    @rule(
        unit=st.sampled_from(UNITS),
        days=st.sampled_from((0, 0, 1, 20)),
        ages=st.tuples(st.integers(6, 12), st.integers(12, 16), st.integers(15, 18)),
    )
    def a_row_of_ages_is_added(self, unit: str | None, days: int, ages: tuple[int, int, int]) -> None:
        self.tick()
        row = (SERVICES[unit], self.today + timedelta(days=days), *sorted(ages))
        if self.tried(lambda: age_table.add_row(self.actor("mona"), AgeRow(*row))):
            self.so(ages=(*self.history.ages, Ages(*row)))

    @precondition(lambda self: len(self.history.said) > 12)
    @rule(really=picks)
    def the_log_is_closed(self, really: int) -> None:
        self.tick()
        if really > 15 and self.tried(self.close):
            self.so(closed=self.now)

    def close(self) -> bool:
        """As if all had said yes: who they are is asked elsewhere."""
        return bool(Stafettlogg.update(closed_at=self.now).where(Stafettlogg.id == self.log).execute())

    # How time passes.

    @rule(days=st.integers(1, 40))
    def days_pass(self, days: int) -> None:
        self.now += timedelta(days=days)

    @rule(which=st.integers(0, 3), at=st.sampled_from((-1, 0, 1, 60 * 12)))
    def a_day_comes(self, which: int, at: int) -> None:
        """One of the next days on which something may change: a minute before midnight, at it, after it, at noon."""
        moments = sorted({midnight(day) for day in self.days_to_come()})
        coming = [each for each in moments if each + timedelta(minutes=at) > self.now]
        if coming:
            self.now = coming[min(which, len(coming) - 1)] + timedelta(minutes=at)

    def days_to_come(self) -> Iterator[date]:
        """Birthdays, and thirty days after; the last day of a yes; when somebody comes or goes; new rows."""
        for age in range(6, 24):
            turns = birthday(self.history.born, age)
            yield from (turns, turns + timedelta(days=30), turns + timedelta(days=31))
        signing = (*self.history.guardians, *self.history.care)
        last_days = [each.until for each in (*self.history.said, *signing) if each.until < date.max]
        for last in last_days:
            yield from (last, last + timedelta(days=1))
        yield from (each.since for each in signing)
        yield from (each.valid_from for each in self.history.ages)
        # When the clocks are changed.
        yield from (date(2026, 3, 29), date(2026, 10, 25), date(2027, 3, 28), date(2027, 10, 31))
