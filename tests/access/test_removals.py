"""Removing any one rule of `access` makes the checks fail. Five are tried each time, all in the long proofs."""

import inspect
import itertools
from collections.abc import Callable, Iterator

import pytest
from flask import Flask

from parentapp.demo.people import EVERYBODY
from tests import cast as casting
from tests.access import test_ages, test_consent, test_names, test_ties, test_visible
from tests.access.asking import answered
from tests.access.reading import cases
from tests.access.removals import Removal, all_removals, removed

REMOVALS = all_removals()
SAMPLED = ("a block", "consent", "the kinds ticked", "what was meant for whom", "note:add for everybody")
CASES = cases(frozenset(EVERYBODY))


@pytest.mark.parametrize("removal", [each for each in REMOVALS if each.name in SAMPLED], ids=str)
def test_a_removed_rule_is_missed(removal: Removal, bare_app: Flask) -> None:
    assert missed(removal, bare_app), f"nothing noticed that this was gone: {removal}"


@pytest.mark.proofs
@pytest.mark.parametrize("removal", REMOVALS, ids=str)
def test_any_removed_rule_is_missed(removal: Removal, bare_app: Flask) -> None:
    assert missed(removal, bare_app), f"nothing noticed that this was gone: {removal}"


def test_with_all_rules_in_place_nothing_is_missed(bare_app: Flask) -> None:
    """Else the tests above would pass whatever they took away."""
    for check in itertools.islice(checks(bare_app, every=40), 200):
        check()


def missed(removal: Removal, app: Flask) -> bool:
    """Whether any check fails with the rule gone."""
    with removed(removal):
        for check in checks(app):
            try:
                check()
            except BaseException:  # noqa: BLE001 - a check that fails in whichever way has noticed
                return True
    return False


def checks(app: Flask, every: int = 1) -> Iterator[Callable[[], None]]:
    """All checks of access on one database: the quick ones first, then the matrix (or each so-manieth case of it)."""
    for module in (test_ages, test_consent, test_names, test_ties, test_visible):
        for _, test in inspect.getmembers(module, inspect.isfunction):
            if test.__name__.startswith("test_"):
                yield from _calls(test)
    for case in CASES[::every]:

        def ask(case: object = case) -> None:
            with casting.assembled("sqlite") as cast:
                assert answered(app, cast, case) == case.answer  # type: ignore[attr-defined, arg-type]  # bound above

        yield ask


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
