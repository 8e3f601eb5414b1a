"""Which check notices that a guard of `access` is gone: all of them are asked until one does.

`noticed.txt` remembers for each removal the check that noticed it the last time. That one is asked first. The file is
a memory and no more: where it is wrong, or knows nothing, the search takes longer and finds the same.
"""

import functools
import inspect
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from parentapp.demo.people import EVERYBODY
from parentapp.errors import Conflict, Denied, Hidden
from tests import cast as casting
from tests.access import (
    test_actions,
    test_ages,
    test_answered_on_paper,
    test_answers,
    test_apart,
    test_assigning,
    test_attaching,
    test_attending,
    test_baton_path,
    test_belonging,
    test_between_new_rooms,
    test_between_rooms,
    test_births,
    test_care,
    test_closing,
    test_coming,
    test_consent,
    test_consent_in_care,
    test_consent_parts,
    test_coordinating,
    test_copying,
    test_directory,
    test_ending,
    test_first_logins,
    test_freezing,
    test_freezing_closed,
    test_guardians_let_go,
    test_handing,
    test_holding,
    test_individual_plans,
    test_interpreting,
    test_interpreting_over,
    test_kept,
    test_leaders_told,
    test_leading,
    test_leaving,
    test_levels,
    test_meetings,
    test_my_data,
    test_my_guardians,
    test_names,
    test_network,
    test_network_at_rest,
    test_office,
    test_on_paper,
    test_opening,
    test_people,
    test_places,
    test_previewing,
    test_reminding,
    test_renewing,
    test_reopened_on_paper,
    test_reopening,
    test_staying,
    test_story,
    test_ties,
    test_translators,
    test_unit,
    test_versions,
    test_visible,
    test_waking,
    test_wishing,
    test_without_login,
)
from tests.access.asking import Standing
from tests.access.reading import Case, cases
from tests.access.removals import Removal, removed
from tests.access.states import put
from tests.domain import test_bank, test_own_matters, test_progress, test_registering, test_unticking

CASES = cases(frozenset(EVERYBODY))
MODULES = (
    test_versions,
    test_births,
    test_my_data,
    test_opening,
    test_actions,
    test_bank,
    test_baton_path,
    test_progress,
    test_own_matters,
    test_registering,
    test_unticking,
    test_ages,
    test_consent,
    test_consent_parts,
    test_names,
    test_levels,
    test_directory,
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
    test_attending,
    test_interpreting,
    test_interpreting_over,
    test_office,
    test_leading,
    test_leaving,
    test_unit,
    test_guardians_let_go,
    test_handing,
    test_holding,
    test_assigning,
    test_leaders_told,
    test_ending,
    test_coming,
    test_reminding,
    test_renewing,
    test_reopened_on_paper,
    test_reopening,
    test_answered_on_paper,
    test_answers,
    test_apart,
    test_story,
    test_waking,
    test_without_login,
    test_people,
    test_my_guardians,
    test_previewing,
    test_closing,
    test_freezing,
    test_freezing_closed,
    test_network,
    test_network_at_rest,
    test_staying,
    test_on_paper,
    test_places,
    test_attaching,
    test_wishing,
    test_individual_plans,
    test_coordinating,
    test_copying,
    test_first_logins,
)
STATE = "the matrix "
MEMORY = Path(__file__).parent / "noticed.txt"
# An assertion of the check, or a refusal where it had expected none. Anything else is a fault of the removal itself.
NOTICED = (AssertionError, pytest.fail.Exception, Hidden, Denied, Conflict)


class Unlike(AssertionError):
    """The answer was another than the matrix says, for this case."""

    def __init__(self, case: Case) -> None:
        super().__init__(str(case))


@dataclass(frozen=True)
class Check:
    """One question that is answered as expected while every guard is in place."""

    name: str
    ask: Callable[[], None]


def noticed(removal: Removal, app: Flask) -> str:
    """The check that notices that the guard is gone; empty when none does. Whatever else it raises is raised."""
    with casting.assembled("sqlite"):
        pass  # the cast is built once, with every guard in place
    with removed(removal):
        for check in itertools.chain(remembered(app, removal.name), checks(app, likely=removal.likely)):
            try:
                check.ask()
            except Unlike as found:
                return str(found)
            except NOTICED:
                return check.name
    return ""


def remembered(app: Flask, removal: str) -> list[Check]:
    """The check that noticed it the last time, where there still is one of that name."""
    name = _memory().get(removal, "")
    if name in _by_name():
        case = _by_name()[name]
        return [Check(name, lambda: _ask(app, case.state, [case]))]
    if name.startswith(STATE):  # already what brings it about was refused
        return [Check(name, lambda: _ask(app, name.removeprefix(STATE), []))]
    return [check for check in _of_tests() if check.name == name]


def checks(app: Flask, every: int = 1, likely: str = "") -> Iterator[Check]:
    """All checks of access on one database, or each so-manieth: what is `likely` to notice, quick ones, the matrix."""
    chosen = CASES[::every]
    first, others = [], []
    for case in chosen:
        (first if likely and case.endpoint.startswith(likely) else others).append(case)
    yield from _of_matrix(app, first)
    yield from _of_tests()[::every]
    yield from _of_matrix(app, others)


@functools.cache
def _memory() -> dict[str, str]:
    lines = MEMORY.read_text().splitlines() if MEMORY.exists() else []
    return dict(line.split("\t") for line in lines)


@functools.cache
def _by_name() -> dict[str, Case]:
    return {str(case): case for case in CASES}


def _of_matrix(app: Flask, chosen: list[Case]) -> Iterator[Check]:
    for state in sorted({case.state for case in chosen}):
        standing = [case for case in chosen if not case.changes and case.state == state]
        yield Check(f"{STATE}{state}", functools.partial(_ask, app, state, standing))
    for case in chosen:
        if case.changes:
            yield Check(str(case), functools.partial(_ask, app, case.state, [case]))


def _ask(app: Flask, state: str, wanted: list[Case]) -> None:
    """These cases on one cast: what only reads, or is refused, changes nothing that another may see."""
    with casting.assembled("sqlite") as cast:
        standing = Standing(put(cast, state))
        for case in wanted:
            if standing.answered(app, case) != case.answer:
                raise Unlike(case)


@functools.cache
def _of_tests() -> list[Check]:
    tests = [test for module in MODULES for _, test in inspect.getmembers(module, inspect.isfunction)]
    return [check for test in tests if test.__name__.startswith("test_") for check in _calls(test)]


def _calls(test: Callable[..., None]) -> Iterator[Check]:
    """The test with each set of its parameters, and a cast of its own where it wants one."""
    sets: list[dict[str, Any]] = [{}]
    for mark in getattr(test, "pytestmark", []):
        names = mark.args[0] if isinstance(mark.args[0], tuple) else (mark.args[0],)
        rows = [row if isinstance(row, tuple) else (row,) for row in mark.args[1]]
        sets = [{**each, **dict(zip(names, row, strict=True))} for each in sets for row in rows]
    for number, given in enumerate(sets):
        name = f"{test.__module__.rpartition('.')[2]}.{test.__name__}"
        yield Check(f"{name} {number}" if len(sets) > 1 else name, functools.partial(_call, test, given))


def _call(test: Callable[..., None], given: dict[str, Any]) -> None:
    if "cast" not in inspect.signature(test).parameters:
        test(**given)
        return
    with casting.assembled("sqlite") as cast:
        test(cast=cast, **given)
