"""Who can be asked by user name: to a meeting, to take over the baton, to stand in, to belong.

Whoever has a login that a professional made, and has not chosen an own password yet, can be asked in that one log only:
somebody else knows the first one, and must see nothing of another log by it.
"""

from typing import Any

from parentapp.access.facts import LogFacts
from parentapp.models import Account, Block, FirstLogin


def named(log: LogFacts, hashed: bytes) -> Any:
    """The condition on Account: that user name, and somebody who can be asked."""
    return (Account.username_hash == hashed) & can_be_asked(log)


def can_be_asked(log: LogFacts) -> Any:
    """The condition on Account: in the log's municipality, not closed, not kept out of the log."""
    kept_out = Block.select(Block.account).where(Block.log == log.id)
    here = Account.municipality == log.municipality_id
    return here & Account.disabled_at.is_null() & Account.id.not_in(kept_out) & _is_their_own(log)


def _is_their_own(log: LogFacts) -> Any:
    """Whether nobody else knows the password, as far as it was made for another log."""
    elsewhere = FirstLogin.select(FirstLogin.account).where(FirstLogin.log != log.id)
    return Account.password_at.is_null(False) | Account.id.not_in(elsewhere)
