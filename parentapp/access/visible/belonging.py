"""Which rows about who belongs to a log an actor may know exist: for «Hvem er med», and «Foresatte og jeg»."""

from typing import Any
from uuid import UUID

from peewee import SQL, fn

from parentapp.access import names, rules
from parentapp.access.ages import CHOOSES_GUARDIANS, birthday, guardians_are_out
from parentapp.access.days import is_or_will_be
from parentapp.access.facts import LogFacts, works_at
from parentapp.access.sight import Sight
from parentapp.access.visible.timeline import any_of
from parentapp.enums import STAFF, Basis
from parentapp.models import Account, Block, CareWaiting, Guardian, GuardianChoice, Participation, ProposedGuardian


def guardians(sight: Sight) -> Any:
    """Those of today and those to come, who are not kept out: for the family and whoever adds people."""
    g, today = Guardian, sight.actor.today
    logs = [log.id for log in _logs(sight) if not guardians_are_out(log.born, today)]
    return g.select().where(g.log.in_(logs) & _lasts(sight, g) & _not_kept_out(g.log, g.account))


def participations(sight: Sight) -> Any:
    """Professionals who take part now; for a contact person only through units that they may know of."""
    p, actor = Participation, sight.actor
    here = (p.until.is_null() | (p.until > actor.now)) & works_at(p.account, actor.today, p.unit)
    known = [(p.log == log.id) & p.unit.in_(_units(sight, log)) for log in _logs(sight)]
    return p.select().where(any_of(known, p.id.is_null()) & here & _not_kept_out(p.log, p.account))


def proposed(sight: Sight) -> Any:
    """Guardians who wait: the family's, the contact person's, and of those who can confirm what takes two.

    Whom the young person is asked about, no other guardian knows of.
    """
    p = ProposedGuardian
    second = [log.id for log in sight.ties if rules.seconds(sight, log)]
    known = any_of([(p.log == log.id) & _told_guardians(sight, log) for log in _logs(sight)], p.id.is_null())
    to_confirm = p.log.in_(second) & _takes_two(p) & p.seconded_by.is_null()
    waits = p.answered_at.is_null() & _not_kept_out(p.log, p.account)
    return p.select().where((known | to_confirm) & waits)


def _takes_two(p: Any) -> Any:
    """As `policy.takes_two`."""
    without_login = Account.select(Account.id).where(Account.on_paper)
    return (p.basis == Basis.COURT_JUDGMENT) | p.account.in_(without_login)


def _told_guardians(sight: Sight, log: LogFacts) -> Any:
    """Not a guardian, where the young person chooses by the first day: that is theirs, and the contact person's."""
    if not rules.is_guardian(sight, log):
        return SQL("(1 = 1)")
    return SQL("(1 = 0)") if log.pregnant else ProposedGuardian.since < birthday(log.born, CHOOSES_GUARDIANS)


def asked_about(sight: Sight) -> Any:
    """Of these, whom the young person is asked about."""
    return proposed(sight).where(ProposedGuardian.log.in_(_choosing(sight)))


def let_go(sight: Sight) -> Any:
    """Guardians whom the young person has let go themselves, and who are not back: they can come in again.

    Not where a professional has ended their time since: what was verified before does not outlive that.
    """
    g, other, me = Guardian, Guardian.alias("other"), sight.actor.account_id
    ended = other.ended_by.is_null(False) & (other.ended_by != me) & (other.until >= g.until)
    theirs = (other.log == g.log) & (other.account == g.account)
    over = other.select(SQL("1")).where(theirs & (_lasts(sight, other) | ended))
    mine = g.log.in_(_choosing(sight)) & (g.ended_by == me)
    return g.select().where(mine & ~fn.EXISTS(over) & _not_kept_out(g.log, g.account))


def guardian_choices(sight: Sight) -> Any:
    """What the young person has said about guardians: their own words, and nobody else's to read."""
    c = GuardianChoice
    return c.select().where(c.log.in_(_choosing(sight)) & (c.chosen_by == sight.actor.account_id))


def care_waiting(sight: Sight) -> Any:
    """That a service has care, as long as it waits: the family's, the contact person's, and of those who can confirm.

    Whoever is here for that service knows it anyway; any other only where they may be told that it is there.
    """
    w, second = CareWaiting, [log for log in sight.ties if rules.confirms_care(sight, log)]
    any_unit = [log.id for log in second if names.may_tell_care(sight, log)]
    own = [(w.log == log.id) & w.unit.in_(_helping_for(sight, log)) for log in second]
    return w.select().where(
        (w.log.in_(shown(sight) + any_unit) | any_of(own, w.id.is_null())) & w.answered_at.is_null()
    )


def _helping_for(sight: Sight, log: LogFacts) -> list[UUID]:
    return [tie.unit_id for tie in sight.ties[log] if tie.relation in STAFF and tie.unit_id]


def shown(sight: Sight) -> list[UUID]:
    """The logs of which the actor is shown who belongs."""
    return [log.id for log in _logs(sight)]


def _logs(sight: Sight) -> list[LogFacts]:
    told = (rules.knows_who_belongs, rules.holds_baton, rules.opens_log)
    return [log for log in sight.logs() if any(rule(sight, log) for rule in told)]


def _choosing(sight: Sight) -> list[UUID]:
    return [log.id for log in sight.logs() if rules.chooses_whose_guardian(sight, log)]


def _lasts(sight: Sight, g: Any) -> Any:
    return is_or_will_be(g, sight.actor.today, sight.actor.now)


def _units(sight: Sight, log: LogFacts) -> list[UUID]:
    there = {each.unit_id for each in sight.around if each.log_id == log.id and each.unit_id}
    return sorted(unit for unit in there if names.may_tell_unit(sight, log, unit))


def _not_kept_out(log: Any, account: Any) -> Any:
    return ~fn.EXISTS(Block.select(SQL("1")).where((Block.log == log) & (Block.account == account)))
