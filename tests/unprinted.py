"""What would be set on paper, as the page it is made of: a PDF says no more than that, and takes much longer."""

import pytest

from parentapp import paper


@pytest.fixture(autouse=True)
def unprinted(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests of who gets what. Those of the paper itself, in tests/views and tests/browser, print."""
    monkeypatch.setattr(paper, "made", lambda page, *styles: page.encode())
