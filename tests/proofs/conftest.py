"""Who gets what is asked of pages, never of a PDF: see `tests.unprinted`."""

from tests.unprinted import unprinted as unprinted
