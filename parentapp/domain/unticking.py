"""What adults let services read about themselves is a draft again: nothing of it comes back by what others do."""

from typing import Any
from uuid import UUID

from parentapp.access.actor import Actor
from parentapp.models import OwnMatterChoice


def of_adult(actor: Actor, log_id: UUID, account: UUID) -> None:
    """Of one who becomes a guardian again. Call inside the transaction."""
    _end(actor, (OwnMatterChoice.log == log_id) & (OwnMatterChoice.account == account))


def of_log(actor: Actor, log_id: UUID) -> None:
    """Of a log that is opened again. Call inside the transaction."""
    _end(actor, OwnMatterChoice.log == log_id)


def _end(actor: Actor, whose: Any) -> None:
    """What they chose stands as they chose it, and counts no longer: to tick it again is theirs alone."""
    c = OwnMatterChoice
    c.update(over_at=actor.now).where(whose & c.over_at.is_null()).execute()
