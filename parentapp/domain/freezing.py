"""Freezing a log: one professional presses, two others confirm or it lapses, one of them ends it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from parentapp.access import freezing
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look
from parentapp.access.visible import reach
from parentapp.clock import midnight_after
from parentapp.db import transaction
from parentapp.domain import accounts, recording
from parentapp.domain.pressing import Press, once
from parentapp.enums import STAFF, Kind, NoticeKind, Relation
from parentapp.errors import Conflict, Denied
from parentapp.i18n import N_
from parentapp.models import Freeze, FreezeConfirmation

DAYS = timedelta(days=14)
CONFIRMERS = 2  # besides the one who pressed
UNTIL_ENDED = datetime(9000, 1, 1, tzinfo=UTC)  # once they have confirmed

FROZEN_ALREADY = N_("Innsynet er alt stanset. Les hvorfor, og bekreft om det må vare lenger.")
OVER = N_("Innsynet er ikke stanset lenger. Last siden på nytt for å se hva som gjelder.")
TWO_OTHERS = N_("To andre må bekrefte. Du har sagt ditt.")
ANOTHER = N_("Du stanset innsynet forrige gang, og to andre bekreftet det ikke. Nå må en annen i loggen gjøre det.")
ENOUGH = N_("To har alt bekreftet. Innsynet er stanset til en av dere åpner det igjen.")


def press(actor: Actor, log_id: UUID, reason: str, *, spoken: bool, press: Press | None = None) -> UUID:
    """From this instant nobody but the services, and whom the log is about, is let in. Lapses after 14 days.

    The young person keeps their sight, and is logged out everywhere. `spoken`: with the safe parent, before; else there
    is none. Raises Hidden, Denied; Conflict where it holds.
    """
    with transaction():
        sight = look(actor, log_id)
        log = sight.visited(log_id)
        if not sight.may_know(log):
            require(sight, Action.FREEZE_SEE, log)
        require(sight, Action.FREEZE_PRESS, log)

        def act() -> UUID:
            if log.frozen_until:
                raise Conflict(FROZEN_ALREADY)
            _require_another(actor, log)
            times = {"at": actor.now, "until": midnight_after(actor.today + DAYS)}
            said = {"reason": reason, "lang": actor.locale, "spoken": spoken}
            row = Freeze.create(log=log.id, pressed_by=actor.account_id, unit=_unit(sight, log), **said, **times)
            if log.youth_id is not None:
                accounts.end_all_of(log.youth_id)
            recording.audit(actor, Action.FREEZE_PRESS, row.id, log)
            recording.tell(sight, log, NoticeKind.FREEZE, row.id, _helpers(sight, log))
            row_id: UUID = row.id
            return row_id

        return once(actor, press, act)


def confirm(actor: Actor, freeze_id: UUID, reason: str, *, press: Press | None = None) -> UUID:
    """Say why it must last. With the second it lasts until it is ended. Returns the log.

    Raises Hidden, Denied; Conflict where it lapsed or was ended, or the actor has had their say.
    """
    with transaction():
        sight, row = reach(actor, Freeze, freeze_id)
        log = sight.visited(row.log_id)
        require(sight, Action.FREEZE_CONFIRM, log)

        def act() -> UUID:
            _require_holds(actor, row)
            said = signed(row)
            if actor.account_id in said:
                raise Conflict(TWO_OTHERS)
            if row.until == UNTIL_ENDED:
                raise Conflict(ENOUGH)
            words = {"reason": reason, "lang": actor.locale, "at": actor.now}
            by = {"account": actor.account_id, "unit": _unit(sight, log)}
            FreezeConfirmation.create(freeze=row.id, log=log.id, **by, **words)
            if len(said) == CONFIRMERS:  # with the one who pressed
                Freeze.update(until=UNTIL_ENDED).where(Freeze.id == row.id).execute()
            recording.audit(actor, Action.FREEZE_CONFIRM, row.id, log)
            recording.tell(sight, log, NoticeKind.FREEZE, row.id, _helpers(sight, log))
            return log.id

        return once(actor, press, act)


def end(actor: Actor, freeze_id: UUID, *, press: Press | None = None) -> UUID:
    """Let everybody in again. Returns the log. Raises Hidden, Denied; Conflict where it holds no longer."""
    with transaction():
        sight, row = reach(actor, Freeze, freeze_id)
        log = sight.visited(row.log_id)
        require(sight, Action.FREEZE_END, log)
        if not freezing.may_end(actor.account_id, log.holder_id, signed(row)):
            raise Denied

        def act() -> UUID:
            _require_holds(actor, row)
            Freeze.update(until=actor.now).where(Freeze.id == row.id).execute()
            recording.audit(actor, Action.FREEZE_END, row.id, log)
            recording.tell(sight, log, NoticeKind.FREEZE, row.id, _helpers(sight, log))
            return log.id

        return once(actor, press, act)


def signed(row: Any) -> frozenset[UUID]:
    """Who pressed, and who confirmed."""
    c = FreezeConfirmation
    confirmed = c.select(c.account).where(c.freeze == row.id).tuples()
    return frozenset({row.pressed_by_id, *(account for (account,) in confirmed)})


def _unit(sight: Sight, log: LogFacts) -> UUID | None:
    return sight.tie(log).unit_id


def _helpers(sight: Sight, log: LogFacts) -> set[UUID]:
    """Those of the log who can confirm it. Nobody of the family, nor around the child."""
    grants = sight.consents.grants.get(log.id, ()) or sight.consents.asleep.get(log.id, ())
    covered = {grant.unit_id for grant in grants if Kind.PLAN in grant.kinds}
    granted = {grant.unit_id for grant in grants}
    leads = {Relation.HOLDER, Relation.DEPUTY}
    here = [each for each in sight.around if each.log_id == log.id and each.active]
    near = {each.account_id for each in here if each.relation not in STAFF}
    helping = (each for each in here if each.relation in STAFF)
    may = {
        each.account_id
        for each in helping
        if each.unit_id in covered or (each.relation in leads and (log.closed or each.unit_id in granted))
    }
    return may - near


def _require_another(actor: Actor, log: LogFacts) -> None:
    """What lapsed or was ended unconfirmed is not pressed anew by the same person: one alone could go on for ever."""
    last = Freeze.select().where(Freeze.log == log.id).order_by(Freeze.at.desc()).first()
    if last is not None and last.pressed_by_id == actor.account_id and len(signed(last)) <= CONFIRMERS:
        raise Conflict(ANOTHER)


def _require_holds(actor: Actor, row: Any) -> None:
    if row.until <= actor.now:
        raise Conflict(OVER)
