"""Promise 1, for what only reads and what is refused: one cast for all of it, as neither changes anything.

On PostgreSQL every third refusal is asked, the others in the long proofs: the same rules refuse on both.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from flask import Flask

from parentapp.demo.people import EVERYBODY
from tests import cast as casting
from tests.access.asking import answered
from tests.access.reading import Case, cases
from tests.access.states import put
from tests.cast import Cast
from tests.databases import KINDS
from tests.proofs.apps import LONG
from tests.rendering import no_queries_while_rendering

CASES = sorted((case for case in cases(frozenset(EVERYBODY)) if not case.changes), key=lambda case: case.state)


def named(case: Case) -> str:
    return "-".join(filter(None, (case.state, str(case))))


REFUSED = ("404", "login")
EVERY = 1 if LONG else 3
ASKED = [
    pytest.param(kind, case, id=f"{kind}-{named(case)}")
    for kind in KINDS
    for number, case in enumerate(CASES)
    if kind == "sqlite" or case.answer not in REFUSED or number % EVERY == 0
]
Standing = Callable[[str, str], Cast]


@pytest.fixture(scope="module")
def standing() -> Iterator[Standing]:
    """The cast on a kind of database in a state: made anew only when another one than the last is asked for."""
    with ExitStack() as open_now:
        last: dict[tuple[str, str], Cast] = {}

        def get(kind: str, state: str) -> Cast:
            if (kind, state) not in last:
                open_now.close()
                last.clear()
                last[kind, state] = put(open_now.enter_context(casting.assembled(kind)), state)
            return last[kind, state]

        yield get


@pytest.mark.parametrize(("kind", "case"), ASKED)
def test_the_answer_is_what_the_matrix_says(standing: Standing, bare_app: Flask, kind: str, case: Case) -> None:
    cast = standing(kind, case.state)
    with no_queries_while_rendering(bare_app):
        assert answered(bare_app, cast, case) == case.answer
