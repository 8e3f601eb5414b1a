"""Promise 1: nobody gets in where no rule lets them. What changes something, each on a fresh cast; and completeness.

What only reads, and what is refused, is asked in test_matrix_reading.
"""

from collections import defaultdict

import pytest
from flask import Flask

from parentapp.demo.people import EVERYBODY
from tests.access.acts import ACTS
from tests.access.asking import answered
from tests.access.reading import NOBODY, REFUSALS, Case, cases
from tests.access.states import STATES, put
from tests.cast import Cast

PEOPLE = frozenset(EVERYBODY)
CASES = cases(PEOPLE)
NEVER_REFUSED = {
    "about",
    "guide",
    "accounts",
    "help_now",
    "operations",
    "settings",
    "my_data",
    "home",
    "notices",
    "explaining",
}  # one's own, or everybody's
ONES_OWN = {
    *("shell.manifest", "shell.service_worker", "log.any", "lysglimt.new", "conversations.index", "desk.index"),
    "new_logs.new",
    *("meetings.mine", "absences.index", "absences.go_away", "services.index", "log_wishes.ask", "log_wishes.handed"),
}
LEAST = 31_896  # as many as there are; a row less is asked for by nobody


@pytest.mark.parametrize("case", [case for case in CASES if case.changes], ids=str)
def test_the_answer_is_what_the_matrix_says(app: Flask, cast: Cast, case: Case) -> None:
    assert answered(app, put(cast, case.state), case) == case.answer


def test_every_route_has_its_rows(bare_app: Flask) -> None:
    asked = {(case.method, case.endpoint) for case in CASES if case.method != "ACT"}
    routes = {
        (method, rule.endpoint)
        for rule in bare_app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert routes - asked == set(), "a route without rows in tests/access/matrix"
    assert asked - routes == set(), "rows for a route that is not there"


def test_every_act_has_its_rows() -> None:
    assert {case.endpoint for case in CASES if case.method == "ACT"} == set(ACTS)


def test_every_state_has_its_rows() -> None:
    assert {case.state for case in CASES if case.state} == set(STATES)


def test_there_are_enough_cases_and_each_route_refuses_somebody() -> None:
    assert len(CASES) >= LEAST
    refused: dict[str, set[str]] = defaultdict(set)
    for case in CASES:
        if case.answer in REFUSALS:
            refused[case.endpoint].add(case.person)
    for endpoint in {case.endpoint for case in CASES if case.endpoint.partition(".")[0] not in NEVER_REFUSED}:
        if endpoint not in ONES_OWN:
            kinds = {kind(person) for person in refused[endpoint]}
            let_in = {"administrator"} if endpoint.partition(".")[0] in ("municipality", "staff") else set()
            assert kinds | let_in == set(KINDS), (endpoint, set(KINDS) - kinds)


KINDS = ("nobody", "youth", "guardian", "network person", "professional", "administrator", "stranger", "blocked")


def kind(person: str) -> str:
    """Which sort of person somebody of the cast is."""
    known = {
        NOBODY: "nobody",
        "samir": "blocked",
        "mona": "administrator",
        "erik": "network person",
        "ivar": "stranger",
    }
    if person in known:
        return known[person]
    if person in ("amina", "jonas", "marta"):
        return "youth"
    return "professional" if EVERYBODY[person].unit else "guardian"
