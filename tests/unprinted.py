"""What would be set on paper, as the page it is made of: a PDF says no more than that, and takes much longer."""

from collections.abc import Iterator

import pytest

from parentapp import paper


@pytest.fixture(autouse=True, scope="session")
def unprinted() -> Iterator[None]:
    """For tests of who gets what. Those of the paper itself, in tests/views and tests/browser, print."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paper, "made", lambda page, *styles: page.encode())
        yield
