"""Promise 1, for what only reads and what is refused: one cast for all of it, as neither changes anything."""

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
from tests.rendering import no_queries_while_rendering

CASES = sorted((case for case in cases(frozenset(EVERYBODY)) if not case.changes), key=lambda case: case.state)
Standing = Callable[[str, str], Cast]


def named(case: Case) -> str:
    return "-".join(filter(None, (case.state, str(case))))


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


@pytest.mark.parametrize("case", CASES, ids=named)
@pytest.mark.parametrize("kind", KINDS)
def test_the_answer_is_what_the_matrix_says(standing: Standing, bare_app: Flask, kind: str, case: Case) -> None:
    cast = standing(kind, case.state)
    with no_queries_while_rendering(bare_app):
        assert answered(bare_app, cast, case) == case.answer
