"""A new account for somebody who will work, interpret or translate for the municipality: made with its first login."""

import unicodedata
from dataclasses import dataclass, field
from uuid import UUID

from parentapp import crypto
from parentapp.access import office
from parentapp.access.actions import Action
from parentapp.access.office import Office
from parentapp.crypto.passwords import hash_password, made_up
from parentapp.domain import recording
from parentapp.domain.accounts import username_hash
from parentapp.models import Account

# What comes apart into no Latin letter of its own.
LETTERS = str.maketrans({"æ": "ae", "ø": "o", "ß": "ss", "ł": "l", "đ": "d"})
SOMEBODY = "person"  # whose name has no Latin letter


@dataclass(frozen=True)
class Newcomer:
    """Somebody without an account here."""

    name: str
    locale: str  # what they read


@dataclass(frozen=True)
class Login:
    """What a new person logs in with. It is told once, and is nowhere else."""

    account_id: UUID
    username: str
    password: str = field(repr=False)


def add(here: Office, who: Newcomer) -> Login:
    """The account, inside the transaction of what it is made for. Raises Hidden.

    The user name gets a number, and nobody chooses it: so nobody learns which other names are taken.
    """
    office.require(here, Action.ACCOUNT_ADD)
    account, password = crypto.new_id(), made_up()
    username = _free_username(who.name)
    crypto.vault().create(account)
    Account.create(
        id=account,
        municipality=here.municipality_id,
        username_hash=username_hash(username),
        password_hash=hash_password(password),
        name=who.name,
        locale=who.locale,
        created_at=here.actor.now,
    )
    recording.audit(here.actor, Action.ACCOUNT_ADD, account, None)
    return Login(account, username, password)


def _free_username(name: str) -> str:
    """«kari.4821»."""
    first = (name.split() or [SOMEBODY])[0].casefold().translate(LETTERS)
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", first) if "a" <= letter <= "z")[:20] or SOMEBODY
    while True:
        username = f"{plain}.{1000 + int.from_bytes(crypto.random_bytes(4)) % 9000}"
        if not Account.select().where(Account.username_hash == username_hash(username)).exists():
            return username


def chosen(here: Office, who: Newcomer | UUID, made: list[Login]) -> UUID:
    """The account: a new one, whose login is put into `made`, or one the administrator may know of.

    Raises Hidden; Conflict for oneself.
    """
    if isinstance(who, Newcomer):
        made.append(add(here, who))
        return made[0].account_id
    office.require_somebody_else(here, who)
    account: UUID = office.find(office.people(here), Account, who).id
    return account
