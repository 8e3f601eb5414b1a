"""Logging in and out, sessions and their limits, the person's own settings."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from peewee import Expression, fn

from parentapp import clock
from parentapp.access.actor import Actor
from parentapp.access.prepared import Prepared
from parentapp.access.windows import over_since
from parentapp.crypto import lookup_hash, token
from parentapp.crypto.passwords import check_password
from parentapp.crypto.tokens import token_hash
from parentapp.db import transaction
from parentapp.domain import rooms, throttling
from parentapp.enums import SessionKind
from parentapp.models import (
    Account,
    Draft,
    Employment,
    Guardian,
    InterpreterAssignment,
    LoginSession,
    Meeting,
    Municipality,
    NetworkPerson,
    Qualification,
    Subject,
)

IDLE = {
    SessionKind.FAMILY: timedelta(minutes=30),
    SessionKind.STAFF: timedelta(minutes=30),
    SessionKind.ADMINISTRATION: timedelta(minutes=15),
    SessionKind.INTERPRETER: timedelta(minutes=30),
}
ABSOLUTE = {
    SessionKind.FAMILY: timedelta(hours=12),
    SessionKind.STAFF: timedelta(hours=8),
    SessionKind.ADMINISTRATION: timedelta(hours=4),
    SessionKind.INTERPRETER: timedelta(hours=8),
}
MARK_EVERY = timedelta(minutes=1)  # how often «last used» is written down
REMEMBERED = timedelta(days=1)  # how long the forms of a session that ran out still say whose they were


@dataclass(frozen=True)
class LoggedIn:
    """A live session: who asks, and what every page needs to know of them."""

    actor: Actor
    kind: SessionKind
    works: bool
    leads: bool  # a unit, today
    talks: bool  # can be in a log's conversations; see `rooms`
    posts: bool  # is of a log's network
    has_draft: bool  # something that was being written when an earlier session ended
    without_pictures: bool  # was not shown the two picture questions yet
    owes_password: bool  # theirs was made by somebody else, who knows it

    @property
    def in_logs(self) -> bool:
        return self.talks or self.posts

    @property
    def administers(self) -> bool:
        """Logged in to administer a municipality, for what is offered first. `access.office` decides."""
        return self.kind is SessionKind.ADMINISTRATION


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


def enter_invented(username: str) -> str | None:
    """For the demo: a fresh session of somebody in an invented municipality, without a password. None for others."""
    named = (Account.username_hash == username_hash(username)) & Account.disabled_at.is_null()
    account = Account.select(Account).join(Municipality, on=Account.municipality).where(named & Municipality.invented)
    found = account.first()
    return start_session(found) if found else None


def _kind(account: Account) -> SessionKind:
    if account.administers_id is not None:
        return SessionKind.ADMINISTRATION
    if Employment.select().where(Employment.account == account.id).exists():
        return SessionKind.STAFF
    return SessionKind.INTERPRETER if _only_interprets(account) else SessionKind.FAMILY


def _only_interprets(account: Account) -> bool:
    """Registered as an interpreter or a translator, and of nobody's family or network."""
    registered = Qualification.select().where(Qualification.account == account.id).exists()
    family = (
        table.select().where(table.account == account.id).exists() for table in (Guardian, NetworkPerson, Subject)
    )
    return registered and not any(family)


def _session_query(hashed: bytes, today: date, now: datetime) -> Any:
    """A session with its account, and what every page needs to know of them: asked with each request."""
    ended = InterpreterAssignment.select(InterpreterAssignment.id).join(Meeting)
    ended = ended.where(over_since(LoginSession.created_at, now) & (InterpreterAssignment.interpreter == Account.id))
    draft = fn.EXISTS(Draft.select(Draft.id).where(Draft.account == Account.id))
    query = LoginSession.select(
        LoginSession,
        Account.locale.alias("locale"),
        Account.disabled_at.alias("disabled_at"),
        *rooms.columns(today, now),
        draft.alias("draft"),
        Account.pictures_shown_at.is_null().alias("without_pictures"),
        Account.password_at.is_null().alias("owes_password"),
        fn.EXISTS(ended).alias("assignment_over"),
    )
    return query.join(Account).where(LoginSession.token_hash == hashed).objects()


_session = Prepared(_session_query)


def recognise(secret: str, *, extend: bool = True) -> LoggedIn | None:
    """Who this token belongs to, while the session lives. A poll does not extend it.

    What is found dead here stays dead: neither a clock that is set back nor an account that is opened again revives it.
    An interpreter's session ends with an assignment that came to its end since it began.
    """
    now = clock.now()
    row = next(iter(_session(hashed=token_hash(secret), today=clock.local_date(now), now=now)), None)
    if row is None:
        return None
    if row.disabled_at is not None or (row.kind is SessionKind.INTERPRETER and row.assignment_over):
        _end(LoginSession.id == row.id)
        return None
    if not _lives(row, now):
        _run_out(row, now)
        return None
    if extend and now - row.used_at >= MARK_EVERY:
        LoginSession.update(used_at=now).where(LoginSession.id == row.id).execute()
    rooms_of = (row.works, row.leads, row.talks, row.posts)
    known = (bool(each) for each in (*rooms_of, row.draft, row.without_pictures, row.owes_password))
    return LoggedIn(Actor(row.account_id, now, row.locale, row.id), row.kind, *known)


def _lives(session: LoginSession, now: datetime) -> bool:
    return session.ended_at is None and now < _limit(session)


def _limit(session: LoginSession) -> datetime:
    """When it runs out by itself."""
    limit: datetime = min(session.used_at + IDLE[session.kind], session.created_at + ABSOLUTE[session.kind])
    return limit


def _run_out(session: LoginSession, now: datetime) -> None:
    open_still = (LoginSession.id == session.id) & LoginSession.ended_at.is_null()
    LoginSession.update(ended_at=now).where(open_still).execute()


def _end(sessions: Expression) -> None:
    """Somebody ends them: as of their last use, so before any limit, which is how `whose` tells it from running out."""
    unsaid = LoginSession.ended_at.is_null() | (LoginSession.ended_at > LoginSession.used_at)
    LoginSession.update(ended_at=LoginSession.used_at).where(sessions & unsaid).execute()


def whose(secret: str) -> UUID | None:
    """Whose session this was, when it ran out by itself within the last day: to keep what they were writing.

    Nobody's, when somebody ended it: whoever holds that phone must not get anything into the person's boxes.
    """
    row = LoginSession.get_or_none(LoginSession.token_hash == token_hash(secret))
    if row is None or clock.now() - row.used_at > REMEMBERED:
        return None
    if row.ended_at is not None and row.ended_at < _limit(row):
        return None
    account: UUID = row.account_id
    return account


def log_out(secret: str) -> None:
    """End this session. A token that is no session's ends nothing."""
    _end(LoginSession.token_hash == token_hash(secret))


def end_all_of(account: UUID) -> None:
    """End every session of this person: for safety, whatever phone it is on."""
    _end(LoginSession.account == account)


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
    password_at: datetime | None  # when they chose theirs


def own_settings(actor: Actor) -> Settings:
    """What the person has told about themselves, and where they are logged in."""
    account = Account.get_by_id(actor.account_id)
    open_ones = LoginSession.select().where(
        (LoginSession.account == actor.account_id) & LoginSession.ended_at.is_null()
    )
    living = {session.id: session.created_at for session in open_ones if _lives(session, actor.now)}
    since = living.pop(actor.session_id, None)
    known = (account.name, account.locale, account.needs_interpreter)
    return Settings(*known, since, len(living), account.password_at)


def end_others(actor: Actor) -> None:
    """End all of the person's sessions but the one they press the button in: a lost phone is out at once."""
    _end((LoginSession.account == actor.account_id) & (LoginSession.id != actor.session_id))
