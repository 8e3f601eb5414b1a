"""The table of actions is whole, and its default is no."""

import ast
import inspect
from pathlib import Path

import pytest

from parentapp.access import policy, rules, visible
from parentapp.access.actions import Action
from parentapp.errors import Denied
from tools import access_docs

ROOT = Path(__file__).resolve().parents[2] / "parentapp"


def test_every_action_has_a_row() -> None:
    assert set(policy.POLICY) == set(Action)


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


def test_every_action_is_required_somewhere() -> None:
    required = set()
    for file in (ROOT / "domain").glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Action":
                required.add(node.attr)
    assert required == {action.name for action in Action}


def test_a_table_without_a_rule_shows_nothing() -> None:
    with pytest.raises(KeyError):
        visible.find(None, dict, None)  # type: ignore[arg-type]  # no such table


def test_the_page_about_access_is_up_to_date() -> None:
    assert access_docs.PAGE.read_text() == access_docs.page()
