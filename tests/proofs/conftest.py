"""Who gets what is asked of pages, never of a PDF: see `tests.unprinted`. And what is proven on which database."""

from pathlib import Path

import pytest

from tests.unprinted import unprinted as unprinted

HERE = Path(__file__).parent
# NOTE: these compare page after page, or file after file. What they ask is the same on both databases, and the matrix
# and the tests of each room ask it of both; here PostgreSQL takes its turn in the long proofs. Where people press at
# once, or the order of what happens counts, both are asked each time.
PAGE_AFTER_PAGE = {
    "test_chain",
    "test_documents_are_harmless",
    "test_no_input_breaks_it",
    "test_notices_reveal_nothing",
    "test_seen",
    "test_two_worlds",
    "test_uploads_are_harmless",
}
WORLDS = {"test_after_it_the_log_might_never_have_been_there", "test_where_nothing_was_withdrawn_it_shows"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in (each for each in items if isinstance(each, pytest.Function) and each.path.parent == HERE):
        slow = item.path.stem in PAGE_AFTER_PAGE or item.originalname in WORLDS
        if slow and hasattr(item, "callspec") and "postgres" in item.callspec.params.values():
            item.add_marker(pytest.mark.proofs)
