"""Removing any one guard of `access` makes the checks fail. Five are tried each time, all in the long proofs."""

import ast
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask

import parentapp.access
from parentapp.access.visible import timeline
from parentapp.demo.people import EVERYBODY
from parentapp.errors import Conflict, Denied, Hidden
from tests import cast as casting
from tests.access import (
    test_ages,
    test_answers,
    test_belonging,
    test_between_new_rooms,
    test_between_rooms,
    test_care,
    test_closing,
    test_coming,
    test_consent,
    test_consent_in_care,
    test_consent_parts,
    test_ending,
    test_freezing,
    test_freezing_closed,
    test_guardians_let_go,
    test_handing,
    test_interpreting,
    test_interpreting_over,
    test_kept,
    test_leading,
    test_meetings,
    test_my_guardians,
    test_names,
    test_network,
    test_office,
    test_people,
    test_previewing,
    test_reminding,
    test_reopening,
    test_story,
    test_ties,
    test_translators,
    test_unit,
    test_visible,
)
from tests.access.asking import Standing
from tests.access.openings import LET_BE, conditions
from tests.access.reading import Case, cases
from tests.access.removals import Removal, cut_out, instead, of_policy, removed
from tests.access.states import put
from tests.domain import test_own_matters, test_registering

REMOVALS = [*of_policy(), *conditions()]
SAMPLED = ("a block", "consent", "the kinds ticked", "what was meant for whom", "about-me:write for everybody")
CASES = cases(frozenset(EVERYBODY))
EVERY = 40  # of the checks and of the matrix, which all run elsewhere too
MODULES = (
    test_own_matters,
    test_registering,
    test_ages,
    test_consent,
    test_consent_parts,
    test_names,
    test_kept,
    test_belonging,
    test_between_rooms,
    test_between_new_rooms,
    test_consent_in_care,
    test_care,
    test_ties,
    test_translators,
    test_visible,
    test_meetings,
    test_interpreting,
    test_interpreting_over,
    test_office,
    test_leading,
    test_unit,
    test_guardians_let_go,
    test_handing,
    test_ending,
    test_coming,
    test_reminding,
    test_reopening,
    test_answers,
    test_story,
    test_people,
    test_my_guardians,
    test_previewing,
    test_closing,
    test_freezing,
    test_freezing_closed,
    test_network,
)
# An assertion of the check, or a refusal where it had expected none. Anything else is a fault of the removal itself.
NOTICED = (AssertionError, pytest.fail.Exception, Hidden, Denied, Conflict)

ACCESS = Path(parentapp.access.__file__).parent
DECIDING = (
    *("rules", "policy", "names", "audience", "sight", "facts", "circle", "consent", "ages", "interpreting", "windows"),
    *("asked", "by_name", "office", "leading", "visible", "signers"),
    *("coming", "ending", "watching", "story", "previewing", "freezing", "days", "network", "letting", "own_matters"),
)


@pytest.mark.parametrize("removal", [each for each in REMOVALS if each.name in SAMPLED], ids=str)
def test_a_removed_guard_is_missed(removal: Removal, bare_app: Flask) -> None:
    assert missed(removal, bare_app), f"nothing noticed that this was gone: {removal}"


@pytest.mark.proofs
@pytest.mark.parametrize("removal", REMOVALS, ids=str)
def test_any_removed_guard_is_missed(removal: Removal, bare_app: Flask) -> None:
    assert missed(removal, bare_app), f"nothing noticed that this was gone: {removal}"


def test_with_all_guards_in_place_nothing_is_missed(bare_app: Flask) -> None:
    """Else the tests above would pass whatever they took away."""
    for check in checks(bare_app, every=EVERY):
        check()


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
        missed(instead("broken", timeline, "_ticked", lambda: None), bare_app)
    with pytest.raises(ValueError, match="does not say"):
        missed(cut_out("outdated", timeline, "_ticked", "no such words"), bare_app)


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


def missed(removal: Removal, app: Flask) -> bool:
    """Whether any check notices that the guard is gone. Whatever else a check raises is raised."""
    with casting.assembled("sqlite"):
        pass  # the cast is built once, with every guard in place
    with removed(removal):
        for check in checks(app, likely=removal.likely):
            try:
                check()
            except NOTICED:
                return True
    return False


def checks(app: Flask, every: int = 1, likely: str = "") -> Iterator[Callable[[], None]]:
    """All checks of access on one database, or each so-manieth: what is `likely` to notice, quick ones, the matrix."""
    chosen = CASES[::every]
    first = [case for case in chosen if likely and case.endpoint.startswith(likely)]
    yield from _of_matrix(app, first)
    tests = [test for module in MODULES for _, test in inspect.getmembers(module, inspect.isfunction)]
    calls = [call for test in tests if test.__name__.startswith("test_") for call in _calls(test)]
    yield from calls[::every]
    yield from _of_matrix(app, [case for case in chosen if case not in first])


def _of_matrix(app: Flask, chosen: list[Case]) -> Iterator[Callable[[], None]]:
    for state in sorted({case.state for case in chosen}):
        standing = [case for case in chosen if not case.changes and case.state == state]
        yield lambda state=state, standing=standing: _ask(app, state, standing)
    for case in chosen:
        if case.changes:
            yield lambda case=case: _ask(app, case.state, [case])


def _ask(app: Flask, state: str, wanted: list[Case]) -> None:
    """These cases on one cast: what only reads, or is refused, changes nothing that another may see."""
    with casting.assembled("sqlite") as cast:
        standing = Standing(put(cast, state))
        for case in wanted:
            assert standing.answered(app, case) == case.answer, case


def _calls(test: Callable[..., None]) -> Iterator[Callable[[], None]]:
    """The test with each set of its parameters, and a cast of its own where it wants one."""
    sets: list[dict[str, object]] = [{}]
    for mark in getattr(test, "pytestmark", []):
        names = mark.args[0] if isinstance(mark.args[0], tuple) else (mark.args[0],)
        rows = [row if isinstance(row, tuple) else (row,) for row in mark.args[1]]
        sets = [{**each, **dict(zip(names, row, strict=True))} for each in sets for row in rows]
    for given in sets:

        def call(given: dict[str, object] = given) -> None:
            if "cast" not in inspect.signature(test).parameters:
                test(**given)
                return
            with casting.assembled("sqlite") as cast:
                test(cast=cast, **given)

        yield call
