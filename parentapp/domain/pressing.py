"""One press, one effect: a key made with the form is stored with the effect, in the same transaction."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from peewee import IntegrityError, SqliteDatabase

from parentapp.access.actor import Actor
from parentapp.crypto import lookup_hash
from parentapp.crypto.sealing import digest
from parentapp.db import database
from parentapp.domain import drafts
from parentapp.errors import Conflict
from parentapp.i18n import N_
from parentapp.models import Account, ClientKey

CHANGED = N_("Dette er sendt før, med en annen tekst. Last siden på nytt for å se det som gjelder.")


@dataclass(frozen=True)
class Press:
    """The key of one filled-in form, and everything that was said with it."""

    key: UUID
    said: tuple[str, ...]
    page: str = ""  # the address the form stands on: what an ended session kept of it is then no longer kept


def one_at_a_time(actor: Actor) -> None:
    """The same press from two pages waits for the first one: in SQLite the transaction itself does."""
    if not isinstance(database.obj, SqliteDatabase):
        Account.select(Account.id).where(Account.id == actor.account_id).for_update("FOR NO KEY UPDATE").execute()


def once(actor: Actor, press: Press | None, act: Callable[[], UUID]) -> UUID:
    """Do it, or give the first answer again. Raises Conflict when the same key comes with other words.

    Call inside the transaction, after access was decided: a replay by someone who lost access must not answer.
    """
    if press is None:
        return act()
    said = lookup_hash("press", digest(*press.said).hex())  # keyed: short words must not be guessable from the row
    known = ClientKey.get_or_none((ClientKey.account == actor.account_id) & (ClientKey.key == press.key))
    if known is not None:
        if bytes(known.digest) != said:
            raise Conflict(CHANGED)
        return UUID(known.result)
    result = act()
    drafts.drop(actor.account_id, press.page)
    row = {"account": actor.account_id, "key": press.key, "digest": said, "result": result.hex, "created_at": actor.now}
    try:
        ClientKey.create(**row)
    except IntegrityError:  # the same key for another log, at this very moment
        raise Conflict(CHANGED) from None
    return result
