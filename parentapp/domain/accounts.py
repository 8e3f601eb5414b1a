"""Logging in and out, sessions and their limits, the person's own settings."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from peewee import fn

from parentapp import clock
from parentapp.access.actor import Actor
from parentapp.crypto import lookup_hash, token
from parentapp.crypto.passwords import check_password
from parentapp.crypto.tokens import token_hash
from parentapp.db import transaction
from parentapp.domain import throttling
from parentapp.enums import SessionKind
from parentapp.models import Account, Draft, Employment, LoginSession

IDLE = {
    SessionKind.FAMILY: timedelta(minutes=30),
    SessionKind.STAFF: timedelta(minutes=30),
    SessionKind.ADMINISTRATION: timedelta(minutes=15),
}
ABSOLUTE = {
    SessionKind.FAMILY: timedelta(hours=12),
    SessionKind.STAFF: timedelta(hours=8),
    SessionKind.ADMINISTRATION: timedelta(hours=4),
}
MARK_EVERY = timedelta(minutes=1)  # how often «last used» is written down
REMEMBERED = timedelta(days=1)  # how long an ended session's forms still say whose they were


@dataclass(frozen=True)
class LoggedIn:
    """A live session: who asks, and what every page needs to know of them."""

    actor: Actor
    kind: SessionKind
    works: bool
    has_draft: bool  # something that was being written when an earlier session ended


def username_hash(username: str) -> bytes:
    return lookup_hash("username", username.strip().casefold())


def log_in(username: str, password: str, place: str) -> str | None:
    """A new session's token, or None. `place` is what tries are counted by. Raises Throttled.

    Known and unknown names take the same path: one look-up, one password check, one count.
    """
    now = clock.now()
    with transaction():
        throttling.count("place", place, now)
        throttling.count("login", f"{place}|{username.strip().casefold()}", now)
    account = Account.get_or_none(Account.username_hash == username_hash(username))
    fits = check_password(account.password_hash if account else None, password)
    if not fits or account is None or account.disabled_at is not None:
        return None
    with transaction():
        throttling.forget("login", f"{place}|{username.strip().casefold()}")
        return start_session(account)


def start_session(account: Account) -> str:
    """A fresh session for somebody who has proved who they are. Returns its token, which is nowhere else."""
    now, secret = clock.now(), token()
    LoginSession.create(
        account=account.id, token_hash=token_hash(secret), kind=_kind(account), created_at=now, used_at=now
    )
    return secret


def _kind(account: Account) -> SessionKind:
    if account.administers_id is not None:
        return SessionKind.ADMINISTRATION
    works = Employment.select().where(Employment.account == account.id).exists()
    return SessionKind.STAFF if works else SessionKind.FAMILY


def recognise(secret: str, *, extend: bool = True) -> LoggedIn | None:
    """Who this token belongs to, while the session lives. A poll does not extend it."""
    now = clock.now()
    works = fn.EXISTS(Employment.select(Employment.id).where(Employment.account == Account.id))
    draft = fn.EXISTS(Draft.select(Draft.id).where(Draft.account == Account.id))
    query = (
        LoginSession.select(LoginSession, Account.locale.alias("locale"), works.alias("works"), draft.alias("draft"))
        .join(Account)
        .where((LoginSession.token_hash == token_hash(secret)) & Account.disabled_at.is_null())
    )
    row = query.objects().first()
    if row is None:
        return None
    if not _lives(row, now):
        log_out(secret)  # for good: a clock that is set back must not bring it to life again
        return None
    if extend and now - row.used_at >= MARK_EVERY:
        LoginSession.update(used_at=now).where(LoginSession.id == row.id).execute()
    return LoggedIn(Actor(row.account_id, now, row.locale, row.id), row.kind, bool(row.works), bool(row.draft))


def _lives(session: LoginSession, now: object) -> bool:
    idle = now - session.used_at < IDLE[session.kind]
    return session.ended_at is None and idle and now - session.created_at < ABSOLUTE[session.kind]


def whose(secret: str) -> UUID | None:
    """Whose session this was, also when it has ended within the last day: to keep what they were writing."""
    row = LoginSession.get_or_none(LoginSession.token_hash == token_hash(secret))
    if row is None or clock.now() - row.used_at > REMEMBERED:
        return None
    account: UUID = row.account_id
    return account


def log_out(secret: str) -> None:
    """End this session. A token that is no session's ends nothing."""
    (
        LoginSession.update(ended_at=clock.now())
        .where((LoginSession.token_hash == token_hash(secret)) & LoginSession.ended_at.is_null())
        .execute()
    )


def set_language(actor: Actor, locale: str) -> None:
    """What the person reads."""
    Account.update(locale=locale).where(Account.id == actor.account_id).execute()


@dataclass(frozen=True)
class Settings:
    """The person's own page of settings."""

    name: str
    locale: str
    needs_interpreter: bool
    since: datetime | None  # when this session began
    elsewhere: int  # other sessions that still live


def own_settings(actor: Actor) -> Settings:
    """What the person has told about themselves, and where they are logged in."""
    account = Account.get_by_id(actor.account_id)
    open_ones = LoginSession.select().where(
        (LoginSession.account == actor.account_id) & LoginSession.ended_at.is_null()
    )
    living = {session.id: session.created_at for session in open_ones if _lives(session, actor.now)}
    since = living.pop(actor.session_id, None)
    return Settings(account.name, account.locale, account.needs_interpreter, since, len(living))


def end_others(actor: Actor) -> None:
    """End all of the person's sessions but the one they press the button in: a lost phone is out at once."""
    others = (LoginSession.account == actor.account_id) & (LoginSession.id != actor.session_id)
    LoginSession.update(ended_at=actor.now).where(others & LoginSession.ended_at.is_null()).execute()
