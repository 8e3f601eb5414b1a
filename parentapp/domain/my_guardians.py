"""What a young person of 16, or who is pregnant, decides about guardians: to let one in or go, and to share health."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import CLOSED, require
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import asking, families, guardians, recording
from parentapp.domain.pressing import Press, once
from parentapp.enums import GuardianAnswer, NoticeKind
from parentapp.errors import Conflict, Hidden
from parentapp.i18n import N_
from parentapp.models import Guardian, GuardianChoice, ProposedGuardian

TEXT_VERSION = "2026-11"  # of the words on the page; raised when they change in meaning
ABOUT_HEALTH = frozenset({GuardianAnswer.SHARE_HEALTH, GuardianAnswer.KEEP_HEALTH})
LESS = frozenset({GuardianAnswer.LET_GO, GuardianAnswer.KEEP_HEALTH})  # also where the log is closed
CHANGED = N_("Det er endret hvem som er med. Last siden på nytt for å se det som gjelder.")


@dataclass(frozen=True)
class Standing:
    """What somebody is to the log, as far as the young person may decide: one of the three."""

    here: Any = None  # the row of a guardian, of today or to come
    proposed: Any = None
    gone: Any = None  # the last row of one whom they have let go
    on_paper: bool = False  # never logs in, and reads nothing

    def offers(self, today: date) -> frozenset[GuardianAnswer]:
        """What there is to choose."""
        if self.proposed:
            return frozenset({GuardianAnswer.LET_IN, GuardianAnswer.NOT_IN})
        if self.gone:
            return frozenset({GuardianAnswer.LET_IN})
        longer = {GuardianAnswer.LET_IN} if self.here.until and not self.here.ended_by_id else set()
        reads = self.here.since <= today and not self.on_paper
        health = ABOUT_HEALTH if reads else frozenset()
        return frozenset({GuardianAnswer.LET_GO, *longer, *health})


def choose(
    actor: Actor, log_id: UUID, account: UUID, answer: GuardianAnswer, months: int, *, press: Press | None = None
) -> UUID:
    """Works at once. `months`: how long a yes lasts. Returns the id of what was written down.

    Who is let go sees nothing from this instant, and is not told; for what needs guardians' yes the day counts out, so
    that nothing starts by it. Raises Hidden; Conflict for what is not offered now.
    """
    with transaction():
        sight, log = choosing(actor, log_id)
        until = asking.last_day(actor.today, months)

        def act() -> UUID:
            standing = stands(sight, log, account)
            if answer not in standing.offers(actor.today):
                raise Conflict(CHANGED)
            if log.closed and answer not in LESS:
                raise Conflict(CLOSED)
            row = _write(sight, log, account, standing, answer, until)
            recording.audit(actor, Action.GUARDIAN_CHOOSE, account, log)
            _follow(sight, log, account, standing, answer, until)
            return row

        return once(actor, press, act)


def choosing(actor: Actor, log_id: UUID) -> tuple[Sight, LogFacts]:
    """The sight of somebody who chooses their guardians. Raises Hidden."""
    sight = look(actor, log_id)
    log = sight.log(log_id)
    require(sight, Action.GUARDIAN_CHOOSE, log)
    return sight, log


def stands(sight: Sight, log: LogFacts, account: UUID) -> Standing:
    """Raises Hidden for somebody about whom there is nothing to decide."""
    g, p = Guardian, ProposedGuardian
    here = visible.guardians(sight).where((g.log == log.id) & (g.account == account)).order_by(g.since).first()
    if here:
        return Standing(here=here, on_paper=sight.is_on_paper(account))
    proposed = visible.asked_about(sight).where((p.log == log.id) & (p.account == account)).first()
    if proposed:
        return Standing(proposed=proposed)
    gone = visible.let_go(sight).where((g.log == log.id) & (g.account == account)).order_by(g.ended_at.desc()).first()
    if gone:
        return Standing(gone=gone)
    raise Hidden


def _write(sight: Sight, log: LogFacts, account: UUID, standing: Standing, answer: GuardianAnswer, until: date) -> UUID:
    """Earlier words about the same make room. Coming and going ends what was shared of health too."""
    actor, c = sight.actor, GuardianChoice
    topics = ABOUT_HEALTH if answer in ABOUT_HEALTH else set(GuardianAnswer) - ABOUT_HEALTH
    comes_or_goes = answer is GuardianAnswer.LET_GO or not standing.here
    replaced = set(GuardianAnswer) if comes_or_goes else topics
    of_them = (c.log == log.id) & (c.guardian == account) & c.replaced_at.is_null()
    of_these = c.answer.in_(sorted(replaced, key=lambda each: each.value))
    c.update(replaced_at=actor.now).where(of_them & of_these).execute()
    yes = answer in (GuardianAnswer.LET_IN, GuardianAnswer.SHARE_HEALTH)
    how = {"language": actor.locale, "text_version": TEXT_VERSION, "session": actor.session_id}
    said = {"log": log.id, "guardian": account, "answer": answer, "until": until if yes else None, **how}
    row_id: UUID = c.create(chosen_by=actor.account_id, at=actor.now, **said).id
    return row_id


def _follow(
    sight: Sight, log: LogFacts, account: UUID, standing: Standing, answer: GuardianAnswer, until: date
) -> None:
    """What the answer changes about who belongs; a yes or no to health is itself all there is."""
    actor = sight.actor
    if answer is GuardianAnswer.LET_GO:
        row = standing.here
        row.until, row.ended_at = actor.today, actor.now
        row.ended_by = row.ended_by_id or actor.account_id  # a professional's end stands: see `visible.let_go`
        row.save()
        recording.hold_back(log, account)
        recording.tell(sight, log, NoticeKind.PEOPLE, log.id, {log.holder_id})
    elif answer is GuardianAnswer.LET_IN and standing.here:
        Guardian.update(until=until).where(Guardian.id == standing.here.id).execute()
    elif answer is GuardianAnswer.LET_IN and standing.proposed:
        guardians.complete(sight, log, standing.proposed)
    elif answer is GuardianAnswer.LET_IN:
        row = standing.gone
        known = {"basis": row.basis, "signs": row.signs, "verified_by": row.verified_by_id}
        how = {"verified_how": row.verified_how, "until": until}
        families.become_guardian(sight, log, account, since=row.since, **known, **how)
        guardians.tell_added(look(actor, log.id), log, account, log.holder_id)
