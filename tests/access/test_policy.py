"""The table of actions is whole, and its default is no."""

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from parentapp.access import office, policy, rules, visible, wishing
from parentapp.access.actions import Action
from parentapp.errors import Denied, Hidden
from tools import access_docs

ROOT = Path(__file__).resolve().parents[2] / "parentapp"


def test_every_action_has_a_row() -> None:
    tables = (policy.POLICY, office.POLICY, wishing.POLICY)
    assert {action for table in tables for action in table} == set(Action)
    assert sum(len(table) for table in tables) == len(Action), "an action with a row in two tables"


def test_every_rule_answers_some_action() -> None:
    written = {
        name for name, rule in inspect.getmembers(rules, inspect.isfunction) if rule.__module__ == rules.__name__
    }
    used = {rule.__name__ for row in policy.POLICY.values() for rule in row.rules}
    assert written == used


def test_an_action_without_a_row_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    left = {action: row for action, row in policy.POLICY.items() if action is not Action.NOTE_ADD}
    monkeypatch.setattr(policy, "POLICY", left)
    with pytest.raises(Denied):
        policy.require(None, Action.NOTE_ADD, None)  # type: ignore[arg-type]  # nobody is even asked
    assert not policy.can(None, Action.NOTE_ADD, None)  # type: ignore[arg-type]  # the same


def test_an_action_of_the_administrator_without_a_row_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "POLICY", {})
    with pytest.raises(Hidden):
        office.require(None, Action.UNIT_ADD)  # type: ignore[arg-type]  # nobody is even asked


def test_an_action_about_no_log_without_a_row_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wishing, "POLICY", {})
    with pytest.raises(Hidden):
        wishing.require(None, Action.LOG_WISH_ASK)  # type: ignore[arg-type]  # nobody is even asked


def test_every_action_is_required_somewhere() -> None:
    trees = [ast.parse(file.read_text()) for file in (ROOT / "domain").rglob("*.py")]
    assert required(trees) == {action.name for action in Action}


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("recording.audit(actor, Action.NOTE_ADD, entry.id, log)", set()),
        ("can(sight, Action.NOTE_ADD, log)", set()),
        ("require(sight, Action.NOTE_ADD, log)", {"NOTE_ADD"}),
        ("policy.require(sight, action=Action.A if own else Action.B, log=log)", {"A", "B"}),
        ("def write(action):\n    require(sight, action, log)\nwriting.write(actor, Action.NOTE_ADD)", {"NOTE_ADD"}),
        (
            "def a(action):\n    require(sight, action, log)\ndef b(action):\n    a(action)\nb(Action.NOTE_ADD)",
            {"NOTE_ADD"},
        ),
        ("def write(action):\n    audit(actor, action)\nwriting.write(actor, Action.NOTE_ADD)", set()),
        ("TABLE = {1: Action.NOTE_ADD}\nrequire(sight, _action(entry), log)", {"NOTE_ADD"}),
        ("TABLE = {1: Action.NOTE_ADD}\nrequire(sight, Action.A, log)", {"A"}),
        ("def a():\n    return Action.A\naction = a()\nrequire(sight, action, log)\ncan(Action.B)", {"A"}),
    ],
)
def test_only_what_is_asked_of_the_policy_is_required(written: str, found: set[str]) -> None:
    """The control: to write an action down, or to leave out a button, refuses nobody."""
    assert required([ast.parse(written)]) == found


def required(trees: list[ast.Module]) -> set[str]:
    """The actions named in a call of `require`, or of a function that hands its `action` on to `require`.

    And where `require` is given one that is looked up first: those in the module's tables and in what it returns.
    """
    nodes = [node for tree in trees for node in ast.walk(tree)]
    requiring, functions = {"require"}, [node for node in nodes if isinstance(node, ast.FunctionDef)]
    while more := {each.name for each in functions if hands_on(each, requiring)} - requiring:
        requiring |= more
    asking = [node for node in nodes if isinstance(node, ast.Call) and called(node) in requiring]
    given = [part for call in asking for each in [*call.args, *call.keywords] for part in ast.walk(each)]
    given += [part for tree in trees if looks_up(tree) for part in outside_calls(tree)]
    return {part.attr for part in given if isinstance(part, ast.Attribute) and named(part.value) == "Action"}


def looks_up(tree: ast.Module) -> bool:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and called(node) == "require"]
    return any(
        isinstance(argument, ast.Call) or named(argument) == "action" for call in calls for argument in call.args
    )


def outside_calls(node: ast.AST) -> Iterator[ast.AST]:
    """What stands in a table, or is returned: not what some function is called with."""
    yield node
    for each in ast.iter_child_nodes(node):
        if not isinstance(each, ast.Call):
            yield from outside_calls(each)


def hands_on(function: ast.FunctionDef, requiring: set[str]) -> bool:
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call) and called(node) in requiring]
    return any(named(argument) == "action" for call in calls for argument in call.args)


def called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else named(call.func)


def named(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


def test_a_table_without_a_rule_shows_nothing() -> None:
    with pytest.raises(KeyError):
        visible.find(None, dict, None)  # type: ignore[arg-type]  # no such table


def test_the_page_about_access_is_up_to_date() -> None:
    assert access_docs.PAGE.read_text() == access_docs.page()


def test_the_page_about_access_says_something_of_each() -> None:
    """What has no docstring leaves an empty place there."""
    empty = re.compile(r"- .*:\s*|\|.*\|\s*\|.*")
    lines = access_docs.page().splitlines()
    assert [line for line in lines if empty.fullmatch(line)] == []
    assert empty.fullmatch("- `cut`: ")
    assert empty.fullmatch("| Entry |  |")
