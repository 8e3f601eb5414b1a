"""A new account, made with its first login: for somebody who will work, interpret or translate for the municipality,
or who is to answer in one log.
"""

import unicodedata
from dataclasses import dataclass, field
from uuid import UUID

from parentapp import crypto
from parentapp.access import office
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.office import Office
from parentapp.access.policy import require
from parentapp.access.sight import Sight
from parentapp.crypto.passwords import hash_password, made_up
from parentapp.domain import accounts, recording
from parentapp.domain.accounts import username_hash
from parentapp.models import Account, FirstLogin

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
    """The account, inside the transaction of what it is made for. Raises Hidden."""
    office.require(here, Action.ACCOUNT_ADD)
    login = _made(here.actor, here.municipality_id, who)
    recording.audit(here.actor, Action.ACCOUNT_ADD, login.account_id, None)
    return login


def add_for_log(sight: Sight, log: LogFacts, who: Newcomer) -> Login:
    """The same by a professional, for somebody who is to answer in this log. Until they have chosen an own password
    it opens nothing besides. Raises Denied, Conflict.

    What the municipality's administrator is shown of changes does not name it: it would tell who has a log.
    """
    require(sight, Action.LOGIN_ADD, log)
    actor = sight.actor
    login = _made(actor, log.municipality_id, who)
    FirstLogin.create(account=login.account_id, log=log.id, made_by=actor.account_id, at=actor.now)
    recording.audit(actor, Action.LOGIN_ADD, login.account_id, log)
    return login


def _made(actor: Actor, municipality: UUID | None, who: Newcomer) -> Login:
    """The user name gets a number, and nobody chooses it: so nobody learns which other names are taken."""
    account, password = crypto.new_id(), made_up()
    username = _free_username(who.name)
    crypto.vault().create(account)
    Account.create(
        id=account,
        municipality=municipality,
        username_hash=username_hash(username),
        password_hash=hash_password(password),
        name=who.name,
        locale=who.locale,
        created_at=actor.now,
    )
    return Login(account, username, password)


def make_anew(account: Account) -> Login:
    """Another user name and password in the place of those: of the earlier ones nobody knows more than a hash."""
    username, password = _free_username(account.name), made_up()
    said = {"username_hash": username_hash(username), "password_hash": hash_password(password)}
    Account.update(**said).where(Account.id == account.id).execute()
    accounts.end_all_of(account.id)
    return Login(account.id, username, password)


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
