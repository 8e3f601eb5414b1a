"""Every guard of `access`, taken away one at a time: the checks must notice each. `openings` lists the conditions."""

import inspect
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest

from parentapp.access import asked, circle, facts, office, policy, rules, visible, wishing
from parentapp.access.actions import Action
from parentapp.domain import accounts

PREPARED = (facts._tied, circle._around, asked._asked, accounts._session)  # their SQL is built with the rules in place


@dataclass(frozen=True)
class Removal:
    """What is taken away, and the functions (by module and name) that it belongs to."""

    name: str
    remove: Callable[[pytest.MonkeyPatch], None]
    guards: frozenset[str] = frozenset()
    likely: str = ""  # how the names of routes begin that are likely to notice

    def __str__(self) -> str:
        return self.name


def of_policy() -> list[Removal]:
    """Each rule of the policy taken out, and each action opened to all, and in a closed log."""
    return [*_rules_taken_out(), *_actions_opened(), *_of_the_office(), *_of_wishing()]


def _rules_taken_out() -> Iterator[Removal]:
    for action, row in policy.POLICY.items():
        for rule in row.rules:
            left = policy.Row(tuple(each for each in row.rules if each is not rule), row.refusal, row.writes)
            name, guards = f"{action.value} without {rule.__name__}", _named(rules, rule.__name__)
            yield Removal(name, _row_is(action, left), guards, _likely(action))


def _actions_opened() -> Iterator[Removal]:
    for action, row in policy.POLICY.items():
        opened = policy.Row((lambda _, __: True,), row.refusal, row.writes)
        required = _named(policy, "require")
        yield Removal(f"{action.value} for everybody", _row_is(action, opened), required, _likely(action))
        if row.writes:
            in_closed = policy.Row(row.rules, row.refusal, writes=False)
            yield Removal(f"{action.value} in a closed log", _row_is(action, in_closed), required, _likely(action))


def _likely(action: Action) -> str:
    """Of «about-me:write» what the room's routes begin with, of «meeting:call» those of «meetings»."""
    return action.value.partition(":")[0].replace("-", "_")


def _of_the_office() -> Iterator[Removal]:
    for action in office.POLICY:
        for name, rule in (("for nobody", lambda _: False), ("for everybody", lambda _: True)):
            yield Removal(f"{action.value} {name}", _office_rule_is(action, rule), _named(office, "require"))


def _office_rule_is(action: Action, rule: office.Rule) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda patch: patch.setitem(office.POLICY, action, (rule,))


def _of_wishing() -> Iterator[Removal]:
    """To everybody only those opened that nothing else decides: which question it is decides the others again."""
    asked = ("require", "can", "leads", "works")
    required = frozenset[str]().union(*(_named(wishing, name) for name in asked))
    for action in wishing.POLICY:
        yield Removal(f"{action.value} for nobody", _wishing_rule_is(action, lambda _: False), required)
    for action in (Action.LOG_WISH_SEE, Action.LOG_WISH_READ):
        yield Removal(f"{action.value} for everybody", _wishing_rule_is(action, lambda _: True), required)


def _wishing_rule_is(action: Action, rule: wishing.Rule) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda patch: patch.setitem(wishing.POLICY, action, (rule,))


def _row_is(action: Action, row: policy.Row) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda patch: patch.setitem(policy.POLICY, action, row)


def instead(name: str, place: Any, what: str, other: Any, *, here: bool = False) -> Removal:
    """Another function, or number, than `place.what`, wherever the app asks for it; `here`: only in `place`."""
    return Removal(name, lambda patch: _put(patch, place, what, other, here), _named(place, what))


def cut_out(name: str, place: Any, what: str, words: str, left: str = "") -> Removal:
    """The function as it is written, without these words of it. Raises ValueError when it no longer says them."""

    def remove(patch: pytest.MonkeyPatch) -> None:
        _put(patch, place, what, _written(place, what, words, left), False)

    return Removal(name, remove, _named(place, what))


def _put(patch: pytest.MonkeyPatch, place: Any, what: str, other: Any, here: bool) -> None:
    original = inspect.getattr_static(place, what)
    patch.setattr(place, what, other)
    if here or not inspect.isfunction(original):
        return
    for module in [module for name, module in sys.modules.items() if name.startswith("parentapp.")]:
        for name in [name for name, value in vars(module).items() if value is original]:
            patch.setattr(module, name, other)
    for model in [model for model, rule in visible.RULES.items() if rule is original]:
        patch.setitem(visible.RULES, model, other)
    for action, row in [(action, row) for action, row in policy.POLICY.items() if original in row.rules]:
        rules_left = tuple(other if each is original else each for each in row.rules)
        patch.setitem(policy.POLICY, action, policy.Row(rules_left, row.refusal, row.writes))
    for table in (office.POLICY, wishing.POLICY):
        for action, ways in [(action, ways) for action, ways in table.items() if original in ways]:
            patch.setitem(table, action, tuple(other if each is original else each for each in ways))


def together(name: str, *removals: Removal) -> Removal:
    """Several at once: two hands that say the same must not be wrong in the same way."""

    def remove(patch: pytest.MonkeyPatch) -> None:
        for each in removals:
            each.remove(patch)

    return Removal(name, remove, frozenset[str]().union(*(each.guards for each in removals)))


def _written(place: Any, what: str, words: str, left: str) -> Any:
    function = _function(inspect.getattr_static(place, what))
    source = textwrap.dedent(inspect.getsource(function))
    if source.count(words) != 1:
        raise ValueError(f"{what} does not say this once: {words}")
    made: dict[str, Any] = {}
    exec(source.replace(words, left), function.__globals__, made)  # noqa: S102 - our own source, a condition less
    return made[function.__name__]


def _named(place: Any, what: str) -> frozenset[str]:
    """The function as it was defined: `visible.talk.notices`, `sight.Sight.may_know`. Nothing for a number."""
    function = _function(inspect.getattr_static(place, what))
    module = getattr(function, "__module__", None)
    return frozenset({f"{module.removeprefix('parentapp.access.')}.{function.__qualname__}"} if module else ())


def _function(found: Any) -> Any:
    """What a property, or one that is reckoned once, asks."""
    return getattr(found, "fget", None) or getattr(found, "func", None) or found


@contextmanager
def removed(removal: Removal) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for each in PREPARED:
            patch.setattr(each, "_made", {})
        removal.remove(patch)
        yield
