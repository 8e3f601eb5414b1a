"""Choosing one's own password. One that somebody else made is replaced before anything else is shown."""

from datetime import datetime, timedelta

from parentapp.access.actor import Actor
from parentapp.crypto.passwords import check_password, guessable, hash_password
from parentapp.db import transaction
from parentapp.domain import accounts, throttling
from parentapp.errors import PasswordFault
from parentapp.models import Account

JUST_NOW = timedelta(minutes=5)


def choose(actor: Actor, used: str | None, wanted: str) -> PasswordFault | None:
    """The person's new password; logs them out everywhere else. Returns what is wrong, if anything is.

    `used` is the one they have, and is not asked for while somebody else made that one. The same form sent twice is
    as sent once. Raises Throttled: somebody else may sit with a phone left open, and guess.
    """
    account = Account.get_by_id(actor.account_id)
    with transaction():
        throttling.count("password", str(account.id), actor.now)
    same = check_password(account.password_hash, wanted)
    if same and chosen_just_now(account.password_at, actor):
        return None
    if account.password_at is not None and not check_password(account.password_hash, used or ""):
        return PasswordFault.WRONG
    if same:
        return PasswordFault.SAME
    if guessable(wanted, [account.name, *account.name.split()]):
        return PasswordFault.EASY
    _keep(actor, hash_password(wanted))
    return None


def chosen_just_now(password_at: datetime | None, actor: Actor) -> bool:
    return password_at is not None and actor.now - password_at < JUST_NOW


def _keep(actor: Actor, hashed: str) -> None:
    with transaction():
        Account.update(password_hash=hashed, password_at=actor.now).where(Account.id == actor.account_id).execute()
        accounts.end_others(actor)
        throttling.forget("password", str(actor.account_id))
