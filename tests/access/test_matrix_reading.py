"""Promise 1, for what only reads and what is refused: one cast for all of it, as neither changes anything."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from parentapp.demo.people import EVERYBODY
from tests import cast as casting
from tests.access.asking import answered
from tests.access.reading import REFUSALS, Case, cases
from tests.access.states import put
from tests.cast import Cast
from tests.databases import KINDS
from tests.rendering import no_queries_while_rendering

CASES = sorted((case for case in cases(frozenset(EVERYBODY)) if not case.changes), key=lambda case: case.state)
# pytest keeps what it made for the very same object, not for an equal one; and only while nothing else comes between.
CASTS = {(kind, case.state): (kind, case.state) for kind in KINDS for case in CASES}
SAMPLED = 5  # of the refusals, every so manieth is asked of the second database too; all of them in `make proofs`


def standing_cases() -> list[Any]:
    """All cases on the first kind of database; on the others all that let somebody in, and a sample of refusals."""
    found = []
    for kind in KINDS:
        for number, case in enumerate(CASES):
            long = kind != KINDS[0] and case.answer in REFUSALS and number % SAMPLED != 0
            marks = [pytest.mark.proofs] if long else []
            found.append(pytest.param(CASTS[kind, case.state], case, marks=marks, id=named(kind, case)))
    return found


def named(kind: str, case: Case) -> str:
    return "-".join(filter(None, (kind, case.state, str(case))))


@pytest.fixture(scope="module")
def standing(request: pytest.FixtureRequest) -> Iterator[Cast]:
    """One cast for each kind of database and each state."""
    kind, state = request.param
    with casting.assembled(kind) as cast:
        yield put(cast, state)


@pytest.mark.parametrize(
    ("standing", "case"),
    standing_cases(),
    indirect=["standing"],
)
def test_the_answer_is_what_the_matrix_says(standing: Cast, bare_app: Flask, case: Case) -> None:
    with no_queries_while_rendering(bare_app):
        assert answered(bare_app, standing, case) == case.answer
