"""Promise 1, for what only reads: one cast for all of it, as reading changes nothing that another may see."""

from collections.abc import Iterator

import pytest
from flask import Flask

from parentapp.demo.people import EVERYBODY
from tests import cast as casting
from tests.access.asking import answered
from tests.access.reading import Case, cases
from tests.cast import Cast
from tests.databases import KINDS
from tests.rendering import no_queries_while_rendering

READING = [case for case in cases(frozenset(EVERYBODY)) if case.method == "GET"]


@pytest.fixture(scope="module", params=KINDS)
def standing(request: pytest.FixtureRequest) -> Iterator[Cast]:
    with casting.assembled(request.param) as cast:
        yield cast


@pytest.mark.parametrize("case", READING, ids=str)
def test_the_answer_is_what_the_matrix_says(standing: Cast, bare_app: Flask, case: Case) -> None:
    with no_queries_while_rendering(bare_app):
        assert answered(bare_app, standing, case) == case.answer
