"""Whether what the app stands on answers: the database, the key store. Tells nothing of what is in them."""

import logging
from collections.abc import Callable

from parentapp import crypto, db
from parentapp.models import Municipality

logger = logging.getLogger(__name__)


def missing() -> list[str]:
    """The names of what does not answer. The log gets the reason."""
    parts: dict[str, Callable[[], object]] = {"database": _rows, "key store": lambda: crypto.vault().answers()}
    return [name for name, ask in parts.items() if not _answers(name, ask)]


def _rows() -> None:
    db.fresh()
    Municipality.select(Municipality.id).first()


def _answers(name: str, ask: Callable[[], object]) -> bool:
    try:
        ask()
    except Exception:  # whatever is wrong with it, the answer is no
        logger.warning("no answer from the %s", name, exc_info=True)
        return False
    return True
