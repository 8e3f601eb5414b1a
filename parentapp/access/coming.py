"""Birthdays that come: what changes then for the young person and the guardians, and who is told when.

The young person is told first, 90 days ahead; guardians once the young person has answered, or 30 days ahead. Where the
young person has no login, the contact person is told 90 days ahead, to give one in good time.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from parentapp.access.ages import ADULT, AHEAD, HEALTH_IS_ONES_OWN, OWN_SAY, age_on, birthday, row_for
from parentapp.access.consent import Request, needed_for
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.access.signers import Family
from parentapp.clock import local_date
from parentapp.enums import Relation

GUARDIANS_AHEAD = timedelta(days=30)


@dataclass(frozen=True)
class Coming:
    """A birthday within 90 days on which something changes."""

    age: int
    day: date
    signs: tuple[UUID, ...]  # questions to which the young person's own yes becomes needed, beside the others'
    alone: tuple[UUID, ...]  # questions that the young person alone answers from then on
    tells_guardians: bool  # by now

    @property
    def own_say(self) -> bool:
        """From then on the young person keeps entries private, and sees what guardians have read."""
        return self.age == OWN_SAY

    @property
    def own_health(self) -> bool:
        """From then on guardians do not see what is marked as health."""
        return self.age == HEALTH_IS_ONES_OWN

    @property
    def grown(self) -> bool:
        """From then on no guardian sees the log."""
        return self.age == ADULT


def coming(asked: Collection[Request], family: Family, guarded: bool, day: date) -> tuple[Coming, ...]:
    """What comes, the nearest first; nothing for a pregnant woman. Pure.

    `guarded`: whether somebody is in the log as guardian.
    """
    open_ones = [each for each in asked if each.replaced_at is None]
    found = [] if family.pregnant else [_coming(age, open_ones, family, day) for age in sorted(_ages(open_ones))]
    return tuple(each for each in found if each and (each.signs or each.alone or (guarded and _of_guardians(each))))


def known(sight: Sight, log: LogFacts) -> tuple[Coming, ...]:
    """What comes of which the actor may be told: as the young person, a guardian, or the contact person of a child
    without a login.
    """
    relations, family = sight.relations(log), sight.consents.families.get(log.id)
    if family is None or log.closed or log.asked:
        return ()
    found = coming(_asked(sight, log), family, guarded(sight, log), sight.actor.today)
    if Relation.SUBJECT in relations or (Relation.HOLDER in relations and family.youth is None):
        return found
    return tuple(each for each in found if each.tells_guardians and Relation.GUARDIAN in relations)


def lacks_login(sight: Sight, log: LogFacts) -> bool:
    """Whether the young person has no login, and is of an age for one: with an own say, or a yes that a question needs.

    Not before that birthday: with a login they see the whole log.
    """
    family, today = sight.consents.families.get(log.id), sight.actor.today
    if family is None or family.youth is not None:
        return False
    old_enough = family.pregnant or age_on(family.born, today) >= OWN_SAY
    asked = [each for each in _asked(sight, log) if each.replaced_at is None]
    return old_enough or any(family.young in needed_for(each, family, today) for each in asked)


def guarded(sight: Sight, log: LogFacts) -> bool:
    """Whether somebody is in the log as guardian."""
    around = (each for each in sight.around if each.log_id == log.id and each.active)
    return any(each.relation is Relation.GUARDIAN for each in around)


def _asked(sight: Sight, log: LogFacts) -> list[Request]:
    return [each for each in sight.consents.requests if each.log_id == log.id]


def _ages(asked: Collection[Request]) -> set[int]:
    rows = [row_for(each.rows, each.service, local_date(each.asked_at)) for each in asked]
    newer = [row for each in asked for row in each.rows]
    table = {age for row in (*rows, *newer) for age in (row.co_signs, row.alone)}
    return {*table, OWN_SAY, HEALTH_IS_ONES_OWN, ADULT}


def _coming(age: int, asked: Collection[Request], family: Family, day: date) -> Coming | None:
    when = birthday(family.born, age)
    if not when - AHEAD <= day < when:
        return None
    young, eve = frozenset({family.young}), when - timedelta(days=1)
    then = {each.id: (needed_for(each, family, eve), needed_for(each, family, when)) for each in asked}
    alone = tuple(id_ for id_, (before, after) in then.items() if after == young != before)
    signs = tuple(id_ for id_, (before, after) in then.items() if young < after and not young <= before)
    changing = [each for each in asked if each.id in (*alone, *signs)]
    answered = bool(changing) and all(_has_answered(each, family, when - AHEAD) for each in changing)
    return Coming(age, when, signs, alone, tells_guardians=answered or day >= when - GUARDIANS_AHEAD)


def _has_answered(request: Request, family: Family, since: date) -> bool:
    mine = (each for each in request.decisions if each.signer == family.youth)
    return any(local_date(each.at) >= since for each in mine)


def _of_guardians(each: Coming) -> bool:
    return each.own_say or each.own_health or each.grown
