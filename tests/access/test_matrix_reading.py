"""Promise 1, for what only reads and what is refused: one cast for all of it, as neither changes anything."""

from collections.abc import Iterator

import pytest
from flask import Flask

from parentapp.demo.people import EVERYBODY
from tests import cast as casting
from tests.access.asking import answered
from tests.access.reading import Case, cases
from tests.access.states import put
from tests.cast import Cast
from tests.databases import KINDS
from tests.rendering import no_queries_while_rendering

CASES = sorted((case for case in cases(frozenset(EVERYBODY)) if not case.changes), key=lambda case: case.state)
# pytest keeps what it made for the very same object, not for an equal one; and only while nothing else comes between.
CASTS = {(kind, case.state): (kind, case.state) for kind in KINDS for case in CASES}
STANDING = [(CASTS[kind, case.state], case) for kind in KINDS for case in CASES]


@pytest.fixture(scope="module")
def standing(request: pytest.FixtureRequest) -> Iterator[Cast]:
    """One cast for each kind of database and each state."""
    kind, state = request.param
    with casting.assembled(kind) as cast:
        yield put(cast, state)


@pytest.mark.parametrize(
    ("standing", "case"),
    STANDING,
    indirect=["standing"],
    ids=lambda each: "-".join(filter(None, each)) if isinstance(each, tuple) else str(each),
)
def test_the_answer_is_what_the_matrix_says(standing: Cast, bare_app: Flask, case: Case) -> None:
    with no_queries_while_rendering(bare_app):
        assert answered(bare_app, standing, case) == case.answer
