"""Every guard of `access`, taken away one at a time: the checks must notice each."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from peewee import SQL

from parentapp.access import ages, asked, audience, circle, consent, facts, names, policy, sight, visible
from parentapp.access.actions import Action
from parentapp.access.visible import talk, timeline
from parentapp.enums import Kind
from parentapp.models import Entry

ALWAYS = SQL("(1 = 1)")


@dataclass(frozen=True)
class Removal:
    name: str
    remove: Callable[[pytest.MonkeyPatch], None]

    def __str__(self) -> str:
        return self.name


def all_removals() -> list[Removal]:
    """Each rule of the policy taken out and each action opened to all; each condition of visibility opened."""
    return [*_rules_taken_out(), *_actions_opened(), *_conditions_opened()]


def _rules_taken_out() -> Iterator[Removal]:
    for action, row in policy.POLICY.items():
        for rule in row.rules:
            left = policy.Row(tuple(each for each in row.rules if each is not rule), row.refusal, row.writes)
            yield Removal(f"{action.value} without {rule.__name__}", _row_is(action, left))


def _actions_opened() -> Iterator[Removal]:
    for action, row in policy.POLICY.items():
        opened = policy.Row((lambda _, __: True,), row.refusal, row.writes)
        yield Removal(f"{action.value} for everybody", _row_is(action, opened))
        if row.writes:
            in_closed = policy.Row(row.rules, row.refusal, writes=False)
            yield Removal(f"{action.value} in a closed log", _row_is(action, in_closed))


def _row_is(action: Action, row: policy.Row) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda patch: patch.setitem(policy.POLICY, action, row)


def _conditions_opened() -> list[Removal]:
    def put(name: str, place: Any, what: str, instead: Any) -> Removal:
        return Removal(name, lambda patch: patch.setattr(place, what, instead))

    return [
        put("a block", facts, "_not_blocked", lambda me, tied: ALWAYS),
        put("working in the unit", facts, "works_at", lambda *_: ALWAYS),
        put("guardians out at 18", facts, "guardians_are_out", lambda born, day: False),
        put("consent", sight, "in_effect", _in_effect_always),
        put("knowing that a log exists", sight.Sight, "may_know", lambda self, log: True),
        put("only the opener sees what was asked", sight.Sight, "opens", lambda self, log: True),
        put("which log an entry is of", timeline, "_entry_clause", lambda sight, log: ALWAYS),
        put("what is kept from a guardian", timeline, "_not_kept", lambda sight, log: ALWAYS),
        put("what was meant for whom", timeline, "_meant_for", lambda sight: ALWAYS),
        put("what was meant for the network", timeline, "_network_meant_for", lambda sight: ALWAYS),
        put("the kinds ticked", timeline, "_ticked", lambda kinds: ALWAYS),
        put("health needs its own tick", timeline, "_ticked", _ticked_without_health),
        put("health is one's own from 16", timeline, "HEALTH_IS_ONES_OWN", 99),
        put("who may talk", talk, "_may_talk", lambda sight, log: True),
        put("cutting what was seen", visible, "cut", lambda sight, lines: [(line, []) for line in lines]),
        put("names of helpers", names, "may_name", lambda *_: True),
        put("that a unit takes part", names, "may_tell_unit", lambda *_: True),
        put("places of a protected child", names, "may_tell_place", lambda *_: True),
        put("the youth signs", consent, "needed_signers", _guardians_only),
        put("the child is heard", consent._Course, "_child_was_heard", lambda self, day: True),
        put("a yes ends in time", consent._Course, "_stop_if_over", lambda self, day: None),
        put("grace has an end", consent._Course, "_in_grace", lambda self, day: True),
        put("who reads, from the entry", audience, "_meant_for", lambda person, written: True),
        put("who reads health, from the entry", audience, "_kept_from", lambda *_: False),
        put("which consents cover", audience, "_covers", lambda grant, written: True),
        put("guardians are out, around the log", circle, "guardians_are_out", lambda born, day: False),
        put(
            "birthdays on a leap day",
            ages,
            "birthday",
            lambda born, years: born.replace(year=born.year + years, day=28),
        ),
    ]


def _in_effect_always(request: consent.Request, family: consent.Family, now: Any) -> consent.Grant:
    until = now.date().replace(year=now.year + 1)
    return consent.Grant(request.id, request.log_id, request.unit_id, request.kinds, request.asked_at, until)


def _ticked_without_health(kinds: frozenset[Kind]) -> Any:
    return Entry.kind.in_(sorted(kinds, key=lambda kind: kind.value))


def _guardians_only(family: consent.Family, row: ages.AgeRow, day: Any) -> frozenset[Any]:
    return frozenset(signer.account_id for signer in family.guardians if signer.signs_on(day))


@contextmanager
def removed(removal: Removal) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for each in (facts._tied, circle._around, asked._asked):
            patch.setattr(each, "_made", {})  # SQL that was built with the rule in place
        removal.remove(patch)
        yield
