"""The demo in full, as on a Tuesday in March."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from parentapp import clock, demo
from parentapp.demo import Stage
from tests.databases import fresh_database

NOW = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def fjordvik() -> Iterator[Stage]:
    with fresh_database("sqlite"), clock.at(NOW):
        yield demo.build(history=True, seed="fjordvik")
