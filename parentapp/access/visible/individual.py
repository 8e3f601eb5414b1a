"""Which individual plans, and which of their coordinators, an actor may know exist."""

from typing import Any

from parentapp.access.facts import LogFacts
from parentapp.access.names import may_tell_unit
from parentapp.access.rules import closes, holds_baton, sees_plan
from parentapp.access.sight import Sight
from parentapp.access.visible.timeline import any_of
from parentapp.models import Coordinator, IndividualPlan


def individual_plans(sight: Sight) -> Any:
    """All of the family's, of the log one holds, or answers for in the name of a service that has care; else the one
    that goes on, where one's service sees the plan.
    """
    p = IndividualPlan
    asked = [log.id for log in sight.logs() if _knows_all(sight, log)]
    told = [log.id for log in sight.logs() if sees_plan(sight, log)]
    goes_on = p.began_at.is_null(False) & p.ended_at.is_null()
    return p.select().where(p.log.in_(asked) | (p.log.in_(told) & goes_on))


def coordinators(sight: Sight) -> Any:
    """Of such plans: the family's all, and one's own. Of others the one who said yes, where one may be told that their
    unit takes part; who is only asked, nobody else knows but whoever is told of all of that plan.
    """
    c, me = Coordinator, sight.actor.account_id
    plans = individual_plans(sight).select(IndividualPlan.id)
    known = [c.log.in_([log.id for log in sight.logs() if sight.is_family(log)]), c.account == me]
    for log in sight.logs():
        units = {each.unit_id for each in sight.around if each.log_id == log.id and each.unit_id}
        told = [unit for unit in units if may_tell_unit(sight, log, unit)]
        of_log = (c.log == log.id) & (c.unit.in_(sorted(told)) | (c.account == log.holder_id))
        said_yes = c.accepted_at.is_null(False) & c.ended_at.is_null()
        known.append(of_log if _knows_all(sight, log) else of_log & said_yes)
    return c.select().where(c.plan.in_(plans) & any_of(known, c.id.is_null()))


def _knows_all(sight: Sight, log: LogFacts) -> bool:
    return sight.is_family(log) or holds_baton(sight, log) or closes(sight, log)
