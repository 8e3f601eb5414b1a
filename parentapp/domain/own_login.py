"""A login that a professional makes: for the young person a log is about, and anew where a slip was lost."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.by_name import named
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look
from parentapp.clock import local_date
from parentapp.db import transaction
from parentapp.domain import guardians, newcomers, recording
from parentapp.domain.accounts import username_hash
from parentapp.domain.newcomers import Login, Newcomer
from parentapp.domain.people import Shown, shown_people
from parentapp.domain.pressing import Press, once
from parentapp.enums import SeenPage
from parentapp.errors import Conflict, Unknown
from parentapp.i18n import N_
from parentapp.models import Account, FirstLogin, Subject

ONE_ALREADY = N_("Det er allerede laget en innlogging. Last siden på nytt for å se hva som gjelder.")

Who = str | Newcomer  # a user name that they have, or somebody new


@dataclass(frozen=True)
class Slip:
    """What somebody new logs in with, to be handed to them on paper in their language. Told once."""

    name: str
    locale: str
    login: Login


@dataclass(frozen=True)
class ToGive:
    log: LogFacts
    child: str


@dataclass(frozen=True)
class Unused:
    """A login that whoever got it has not made their own yet. `id`: by which it is made anew."""

    id: UUID
    person: Shown
    made_on: date


def to_give(actor: Actor, log_id: UUID) -> ToGive:
    """For an empty form. Raises Hidden, Denied, Conflict."""
    with transaction():
        sight, log = guardians.adding(actor, log_id, Action.LOGIN_GIVE)
        recording.seen(sight, log, SeenPage.PEOPLE)
        return ToGive(log, log.child)


def give(actor: Actor, log_id: UUID, locale: str, *, press: Press | None = None) -> list[Slip]:
    """The young person whom the log is about can log in from now on: with a new login, which is told once and not when
    the press comes again. Never with somebody's that is there: all that was written would be theirs, and for good.
    The family is told that somebody belongs. Raises Hidden, Denied, Conflict.
    """
    slips: list[Slip] = []
    with transaction():
        sight, log = guardians.adding(actor, log_id, Action.LOGIN_ADD)

        def act() -> UUID:
            require(sight, Action.LOGIN_GIVE, log)  # not before: when the press comes again they have one
            account, made = let_in(sight, log, Newcomer(log.child, locale))
            slips.extend(made)
            recording.audit(actor, Action.LOGIN_GIVE, account, log)
            guardians.tell_added(look(actor, log_id), log, account)
            return account

        once(actor, press, act)
        return slips


def let_in(sight: Sight, log: LogFacts, who: Who) -> tuple[UUID, list[Slip]]:
    """Makes the log the young person's own: by a login they have, of nobody who helps there, or by a new one.

    Raises Unknown for a user name that cannot be it; Conflict where somebody else was quicker.
    """
    if isinstance(who, Newcomer):
        login = newcomers.add_for_log(sight, log, who)
        account, slips = login.account_id, [Slip(who.name, who.locale, login)]
    else:
        account, slips = _found(sight, log, who), []
    free = (Subject.id == log.subject_id) & Subject.account.is_null()
    if not Subject.update(account=account).where(free).execute():
        raise Conflict(ONE_ALREADY)
    return account, slips


def _found(sight: Sight, log: LogFacts, who: str) -> UUID:
    """Nobody who is around the log: a young person's login is not a parent's either."""
    around = [each.account_id for each in sight.around if each.log_id == log.id]
    subjects = Subject.select(Subject.account).where(Subject.account.is_null(False))
    free = Account.id.not_in([sight.actor.account_id, *around]) & Account.id.not_in(subjects)
    found = Account.select(Account.id).where(named(log, username_hash(who)) & free).get_or_none()
    if found is None:
        raise Unknown
    account: UUID = found.id
    return account


def unused(sight: Sight, log: LogFacts) -> list[Unused]:
    """Of this log, the oldest first, for whoever could make them anew. One query, for others none."""
    if not can(sight, Action.LOGIN_RENEW, log):
        return []
    people, rows = shown_people(sight, log), visible.first_logins(sight).where(FirstLogin.log == log.id)
    rows = rows.order_by(FirstLogin.at, FirstLogin.id)
    return [Unused(row.id, people[row.account_id], local_date(row.at)) for row in rows]


def renew(actor: Actor, first_login_id: UUID, *, press: Press | None = None) -> tuple[UUID, list[Slip]]:
    """A new login in the place of one that nobody has made their own: whoever has the old slip gets in no longer.

    The log; and the slip, which is told once. Raises Hidden, Denied, Conflict.
    """
    slips: list[Slip] = []
    with transaction():
        sight, row = visible.reach(actor, FirstLogin, first_login_id)
        log = sight.log(row.log_id)
        require(sight, Action.LOGIN_RENEW, log)

        def act() -> UUID:
            account = Account.get_by_id(row.account_id)
            slips.append(Slip(account.name, account.locale, newcomers.make_anew(account)))
            recording.audit(actor, Action.LOGIN_RENEW, row.account_id, log)
            return log.id

        return once(actor, press, act), slips
