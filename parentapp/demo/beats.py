"""The vocabulary the demo's stories are told in: one dataclass per human act. Each only calls its domain function."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar

from parentapp.demo.drawings import drawn
from parentapp.demo.papers import paper
from parentapp.demo.people import EVERYBODY
from parentapp.demo.stage import Stage
from parentapp.domain import absences, consents, conversations, families, log, lysglimt, plan, private, questions
from parentapp.enums import Answer, Audience, Basis, Feeling, Kind, LifeArea, MeasureStatus

ALL_KINDS = frozenset(Kind)


@dataclass(frozen=True)
class Beat:
    """Something `who` did so many days ago, at that time in Oslo. Professionals do it on working days."""

    days: int
    at: str
    who: str

    waits: ClassVar[bool] = True  # comes after what stands before it in the same log

    def when(self, stage: Stage) -> datetime:
        at_work = EVERYBODY[self.who].unit is not None
        return stage.working_moment(self.days, self.at) if at_work else stage.moment(self.days, self.at)

    def play(self, stage: Stage, story: str) -> None:
        raise NotImplementedError


@dataclass(frozen=True)
class Opened(Beat):
    """Asked for a log, which waits for the family's yes."""

    unit: str
    child: str
    years: int  # turned so many years …
    days_since: int  # … so many days ago
    level: int
    youth: str | None = None
    pregnant: bool = False
    protected: bool = False

    def play(self, stage: Stage, story: str) -> None:
        stage.logs[story] = families.ask_for_log(
            stage.actor(self.who),
            stage.units[self.unit],
            name=self.child,
            born=stage.born(self.years, self.days_since),
            level=self.level,
            youth=stage.accounts[self.youth] if self.youth else None,
            pregnant=self.pregnant,
            protected=self.protected,
        )


@dataclass(frozen=True)
class Guarded(Beat):
    """Added a guardian, and said how the relation was verified."""

    guardian: str
    verified_how: str
    basis: Basis = Basis.PARENTAL_RESPONSIBILITY
    signs: bool = True

    def play(self, stage: Stage, story: str) -> None:
        actor = stage.actor(self.who)
        families.add_guardian(
            actor,
            stage.logs[story],
            stage.accounts[self.guardian],
            basis=self.basis,
            verified_how=self.verified_how,
            since=actor.today,
            signs=self.signs,
        )


@dataclass(frozen=True)
class Invited(Beat):
    """Added a network person."""

    person: str

    def play(self, stage: Stage, story: str) -> None:
        actor = stage.actor(self.who)
        families.add_network_person(actor, stage.logs[story], stage.accounts[self.person], actor.today)


@dataclass(frozen=True)
class Blocked(Beat):
    person: str

    def play(self, stage: Stage, story: str) -> None:
        families.block(stage.actor(self.who), stage.logs[story], stage.accounts[self.person])


@dataclass(frozen=True)
class Joined(Beat):
    """Added a professional, who takes part through their unit."""

    person: str

    def play(self, stage: Stage, story: str) -> None:
        unit = stage.units[EVERYBODY[self.person].unit or ""]
        families.add_participant(stage.actor(self.who), stage.logs[story], stage.accounts[self.person], unit)


@dataclass(frozen=True)
class Deputised(Beat):
    """Named a deputy."""

    person: str

    def play(self, stage: Stage, story: str) -> None:
        unit = stage.units[EVERYBODY[self.person].unit or ""]
        families.name_deputy(stage.actor(self.who), stage.logs[story], stage.accounts[self.person], unit)


@dataclass(frozen=True)
class Asked(Beat):
    """Asked the family for a unit's part in the log; without a unit, for the log itself."""

    purpose: str
    unit: str | None = None
    kinds: frozenset[Kind] = ALL_KINDS
    child_view: str | None = None
    months: int = 12

    def play(self, stage: Stage, story: str) -> None:
        stage.requests[f"{story}.{self.unit or 'log'}"] = questions.ask(
            stage.actor(self.who),
            stage.logs[story],
            unit=stage.units[self.unit] if self.unit else None,
            kinds=self.kinds,
            purpose=self.purpose,
            months=self.months,
            child_view=self.child_view,
        )


@dataclass(frozen=True)
class Answered(Beat):
    """Said yes, or no (which after a yes withdraws it), to these requests."""

    requests: tuple[str, ...]
    said: Answer = Answer.YES

    def play(self, stage: Stage, story: str) -> None:
        for request in self.requests:
            consents.answer(stage.actor(self.who), stage.requests[f"{story}.{request}"], self.said)


@dataclass(frozen=True)
class Written(Beat):
    """Somebody's own words, in the language they read unless another is named."""

    text: str
    name: str | None = field(default=None, kw_only=True)  # to find it again: `story.name`
    lang: str | None = field(default=None, kw_only=True)


@dataclass(frozen=True)
class Wondered(Written):
    """A concern."""

    def play(self, stage: Stage, story: str) -> None:
        entry = log.add_concern(stage.actor(self.who, self.lang), stage.logs[story], self.text)
        stage.entries[f"{story}.{self.name or 'concern'}"] = entry


@dataclass(frozen=True)
class Noted(Written):
    health: bool = field(default=False, kw_only=True)
    paper: str | None = field(default=None, kw_only=True)  # one of PAPERS, hung on it

    def play(self, stage: Stage, story: str) -> None:
        actor, files = stage.actor(self.who, self.lang), [paper(self.paper)] if self.paper else []
        entry = log.add_note(actor, stage.logs[story], self.text, health=self.health, files=files)
        if self.name:
            stage.entries[f"{story}.{self.name}"] = entry


@dataclass(frozen=True)
class Aimed(Written):
    """Set a goal."""

    area: LifeArea

    def play(self, stage: Stage, story: str) -> None:
        actor = stage.actor(self.who, self.lang)
        stage.entries[f"{story}.{self.name}"] = plan.add_goal(actor, stage.logs[story], self.text, self.area)


@dataclass(frozen=True)
class Planned(Written):
    """A measure towards a goal; `look` days from now it is looked at (negative: that day has been)."""

    goal: str
    owner: str
    look: int
    status: MeasureStatus = MeasureStatus.UNDER_WAY

    def play(self, stage: Stage, story: str) -> None:
        actor, unit = stage.actor(self.who, self.lang), EVERYBODY[self.owner].unit
        entry = plan.add_measure(
            actor,
            stage.entries[f"{story}.{self.goal}"],
            self.text,
            owner=stage.accounts[self.owner],
            owner_unit=stage.units[unit] if unit else None,
            starts=actor.today,
            look_at=stage.day(-self.look),
            status=self.status,
        )
        if self.name:
            stage.entries[f"{story}.{self.name}"] = entry


@dataclass(frozen=True)
class Glimpsed(Written):
    """Posted a lysglimt, with a picture of `drawings` or without; `hearts` gave it a heart soon after."""

    feeling: Feeling | None = None
    hearts: tuple[str, ...] = ()
    audience: Audience = Audience.LOG
    picture: str = ""
    described: str = ""

    def play(self, stage: Stage, story: str) -> None:
        actor, picture = stage.actor(self.who, self.lang), drawn(self.picture) if self.picture else None
        how: dict[str, Any] = {"feeling": self.feeling, "audience": self.audience, "described": self.described}
        entry = lysglimt.post(actor, stage.logs[story], self.text, picture=picture, **how)
        if self.name:
            stage.entries[f"{story}.{self.name}"] = entry
        for person in self.hearts:
            lysglimt.heart(stage.actor(person), entry, on=True)


@dataclass(frozen=True)
class Said(Written):
    """Wrote a message in the conversation of `whose` (the family member it belongs to), begun if need be."""

    whose: str

    def play(self, stage: Stage, story: str) -> None:
        name = f"{story}.{self.name or self.whose}"
        if name not in stage.conversations:
            stage.conversations[name] = conversations.start(stage.actor(self.whose), stage.logs[story])
        conversations.write(stage.actor(self.who, self.lang), stage.conversations[name], self.text)


@dataclass(frozen=True)
class Kept(Beat):
    """Kept an entry from a guardian."""

    entry: str
    guardian: str

    def play(self, stage: Stage, story: str) -> None:
        private.choose(stage.actor(self.who), stage.entries[f"{story}.{self.entry}"], [stage.accounts[self.guardian]])


@dataclass(frozen=True)
class Withheld(Beat):
    """Agreed with a child not to tell the guardians."""

    entry: str
    reason: str

    def play(self, stage: Stage, story: str) -> None:
        private.withhold(stage.actor(self.who), stage.entries[f"{story}.{self.entry}"], self.reason)


@dataclass(frozen=True)
class Away(Beat):
    """Said that they are away from that day until `until` days ago (negative: days from now)."""

    until: int

    def play(self, stage: Stage, story: str) -> None:
        absences.go_away(stage.actor(self.who), stage.day(self.days), stage.day(self.until))
