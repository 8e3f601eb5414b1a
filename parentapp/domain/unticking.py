"""What adults let services read about themselves is a draft again: nothing of it comes back by what others do."""

from typing import Any
from uuid import UUID

from parentapp.access.actor import Actor
from parentapp.access.letting import standing
from parentapp.crypto import new_id
from parentapp.db import MICROSECOND
from parentapp.models import OwnMatterChoice


def of_adult(actor: Actor, log_id: UUID, account: UUID) -> None:
    """Of one who becomes a guardian again. Call inside the transaction."""
    _untick(actor, (OwnMatterChoice.log == log_id) & (OwnMatterChoice.account == account))


def of_log(actor: Actor, log_id: UUID) -> None:
    """Of a log that is opened again. Call inside the transaction."""
    _untick(actor, OwnMatterChoice.log == log_id)


def _untick(actor: Actor, whose: Any) -> None:
    """One more row for each that stands, in the adult's name: theirs is the choice to tick it again."""
    c = OwnMatterChoice
    for each in list(standing(c).where(whose)):
        at = max(actor.now, each.at + MICROSECOND)
        said = {"entry": each.entry_id, "log": each.log_id, "account": each.account_id, "unit": each.unit_id}
        c.create(id=new_id(), lang=each.lang, shows=False, at=at, **said)
