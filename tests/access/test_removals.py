"""Removing any one guard of `access` makes the checks fail. Every sixteenth is tried each time, all in long proofs."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

import parentapp.access
from parentapp.access.visible import timeline
from tests.access import noticing
from tests.access.noticing import checks, noticed
from tests.access.openings import LET_BE, conditions
from tests.access.removals import Removal, cut_out, instead, of_policy

REMOVALS = [*of_policy(), *conditions()]
SAMPLED = ("a block", "consent", "the kinds ticked", "what was meant for whom", "about-me:write for everybody")
CHOSEN = [each for number, each in enumerate(REMOVALS) if number % 16 == 0 or each.name in SAMPLED]
EVERY = 40  # of the checks and of the matrix, which all run elsewhere too

ACCESS = Path(parentapp.access.__file__).parent
DECIDING = (
    *("rules", "policy", "names", "audience", "sight", "facts", "circle", "consent", "ages", "interpreting", "windows"),
    *("asked", "by_name", "office", "leading", "versions", "visible", "signers", "holding", "assigning"),
    *("coming", "ending", "watching", "story", "previewing", "freezing", "days", "network", "letting", "own_matters"),
    *("history", "places", "directory", "opening", "attaching", "wishing", "coordinating", "copying"),
)


@pytest.mark.parametrize("removal", CHOSEN, ids=str)
def test_a_removed_guard_is_missed(removal: Removal, bare_app: Flask) -> None:
    assert noticed(removal, bare_app), f"nothing noticed that this was gone: {removal}"


@pytest.mark.proofs
@pytest.mark.parametrize("removal", REMOVALS, ids=str)
def test_any_removed_guard_is_missed(
    removal: Removal, bare_app: Flask, record_property: Callable[[str, object], None]
) -> None:
    """`tools/noticed.py` keeps what is recorded here."""
    by = noticed(removal, bare_app)
    record_property("removal", removal.name)
    record_property("noticed", by)
    assert by, f"nothing noticed that this was gone: {removal}"


def test_with_all_guards_in_place_nothing_is_missed(bare_app: Flask) -> None:
    """Else the tests above would pass whatever they took away."""
    for check in checks(bare_app, every=EVERY):
        check.ask()


def test_where_it_was_noticed_the_last_time_is_asked_first(bare_app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [check.name for check in checks(bare_app)]
    case, test = str(noticing.CASES[-1]), next(name for name in names if name.startswith("test_"))
    for name in (case, test):
        monkeypatch.setattr(noticing, "_memory", lambda name=name: {"a block": name})
        assert [check.name for check in noticing.remembered(bare_app, "a block")] == [name]
    assert noticing.remembered(bare_app, "another") == []


def test_it_is_remembered_of_each_what_noticed_it() -> None:
    """Else every check is asked, each time. A new one is asked once in the long proofs: see `tools/noticed.py`."""
    assert {each.name for each in REMOVALS} - set(noticing._memory()) == set()


def test_each_name_is_of_one_check_and_one_removal(bare_app: Flask) -> None:
    """What is remembered is found by it."""
    for names in ([check.name for check in checks(bare_app)], [str(each) for each in REMOVALS]):
        assert len(names) == len(set(names)), {name for name in names if names.count(name) > 1}


def test_each_function_is_taken_away_or_let_be_for_a_reason() -> None:
    """A function that nobody has thought about here is neither: add it to `openings`, with its opposite or a reason."""
    removed_ones = {guard for each in REMOVALS for guard in each.guards}
    let_be = {name for names in LET_BE.values() for name in names}
    assert removed_ones & let_be == set()
    assert functions() - removed_ones - let_be == set(), "neither taken away nor let be"
    assert (removed_ones | let_be) - functions() == set(), "no longer there"


def test_each_removal_still_finds_what_it_takes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else it would be found out only in the long proofs."""
    for removal in REMOVALS:
        with monkeypatch.context() as patch:
            removal.remove(patch)


def test_a_removal_that_breaks_has_not_been_noticed(bare_app: Flask) -> None:
    """Or else a slip in the list above would look like a guard that is looked after."""
    with pytest.raises(TypeError):
        noticed(instead("broken", timeline, "_ticked", lambda: None), bare_app)
    with pytest.raises(ValueError, match="does not say"):
        noticed(cut_out("outdated", timeline, "_ticked", "no such words"), bare_app)


def functions() -> set[str]:
    """Every function and method of the modules that decide, by module and name."""
    files = [
        file for name in DECIDING for file in (ACCESS / f"{name}.py", *(ACCESS / name).glob("*.py")) if file.exists()
    ]
    return {f"{_module(file)}.{name}" for file in files for name in _defined(ast.parse(file.read_text()))}


def _module(file: Path) -> str:
    return ".".join(file.relative_to(ACCESS).with_suffix("").parts).removesuffix(".__init__")


def _defined(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name
        if isinstance(node, ast.ClassDef):
            yield from (f"{node.name}.{each.name}" for each in node.body if isinstance(each, ast.FunctionDef))
