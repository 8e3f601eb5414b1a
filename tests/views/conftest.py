"""These tests look for bokmål words on pages, so those who read Arabic read bokmål here; browser tests use both."""

import pytest

from parentapp.models import Account
from tests.cast import Cast


@pytest.fixture(autouse=True)
def _everybody_reads_bokmal(request: pytest.FixtureRequest) -> None:
    if "cast" in request.fixturenames:
        cast: Cast = request.getfixturevalue("cast")
        readers = [cast.accounts[name] for name in ("yusuf", "layla", "samir", "rana")]
        Account.update(locale="nb").where(Account.id.in_(readers)).execute()
