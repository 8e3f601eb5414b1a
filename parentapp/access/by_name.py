"""Who can be asked by user name: to a meeting, to take over the baton, to stand in, to belong."""

from typing import Any

from parentapp.access.facts import LogFacts
from parentapp.models import Account, Block


def named(log: LogFacts, hashed: bytes) -> Any:
    """The condition on Account: that user name, and somebody who can be asked."""
    return (Account.username_hash == hashed) & can_be_asked(log)


def can_be_asked(log: LogFacts) -> Any:
    """The condition on Account: in the log's municipality, not closed, not kept out of the log."""
    kept_out = Block.select(Block.account).where(Block.log == log.id)
    here = Account.municipality == log.municipality_id
    return here & Account.disabled_at.is_null() & Account.id.not_in(kept_out)
