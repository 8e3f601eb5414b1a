"""Promise 1, for what only reads and what is refused: one cast for all of it, as neither changes anything.

A test asks everybody about one thing, each in the browser they have used until then.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import groupby

import pytest
from flask import Flask

from parentapp.demo.people import EVERYBODY
from tests import cast as casting
from tests.access.asking import Standing
from tests.access.reading import Case, cases
from tests.access.states import put
from tests.counting import MOST_QUESTIONS
from tests.databases import KINDS
from tests.rendering import no_queries_while_rendering

READING = [case for case in cases(frozenset(EVERYBODY)) if not case.changes]
BLOCKS = [
    list(block)
    for _, block in groupby(sorted(READING, key=lambda case: (case.state, case.block)), key=lambda case: case.block)
]

# On PostgreSQL every sixth each time, all in the long proofs. One kind after the other: the state changes most seldom.
ASKED = [
    pytest.param(
        kind, block, id=f"{kind}-{block[0].block}", marks=pytest.mark.proofs if kind == "postgres" and at % 6 else ()
    )
    for kind in KINDS
    for at, block in enumerate(BLOCKS)
]

Get = Callable[[str, str], Standing]


@pytest.fixture(scope="module")
def standing() -> Iterator[Get]:
    """Made anew only when another kind or state than the last is asked for."""
    with ExitStack() as open_now:
        last: dict[tuple[str, str], Standing] = {}

        def get(kind: str, state: str) -> Standing:
            if (kind, state) not in last:
                open_now.close()
                last.clear()
                last[kind, state] = Standing(put(open_now.enter_context(casting.assembled(kind)), state))
            return last[kind, state]

        yield get


@pytest.mark.parametrize(("kind", "block"), ASKED)
def test_the_answers_are_what_the_matrix_says(standing: Get, bare_app: Flask, kind: str, block: list[Case]) -> None:
    cast = standing(kind, block[0].state)
    with no_queries_while_rendering(bare_app):
        answers = {case.person: cast.answered(bare_app, case) for case in block}
    assert answers == {case.person: case.answer for case in block}
    asked = {case.person: cast.browsers[case.person].asked for case in block if case.person in cast.browsers}
    assert {person: many for person, many in asked.items() if many > MOST_QUESTIONS} == {}


def test_every_case_is_asked() -> None:
    assert sum(len(block) for block in BLOCKS) == len(READING)
