"""What a professional may register for a family: answers to which questions, and whose first login anew. What was
answered they never see.
"""

from typing import Any

from parentapp.access.facts import LogFacts
from parentapp.access.rules import hears_a_no, wakes
from parentapp.access.sight import Sight
from parentapp.access.visible.timeline import any_of
from parentapp.enums import FAMILY, STAFF
from parentapp.models import Account, ConsentRequest, FirstLogin


def open_questions(sight: Sight) -> Any:
    """Those that were not replaced: about the log itself, about a service the actor is here for, and their own. Of one
    that rests its named holder knows the one about the log, and no other.
    """
    clauses = [_of(sight, log) for log in sight.logs() if hears_a_no(sight, log)]
    clauses += [_about_log(log) for log in sight.ties if wakes(sight, log)]
    return ConsentRequest.select().where(any_of(clauses, ConsentRequest.id.is_null()))


def _about_log(log: LogFacts) -> Any:
    r = ConsentRequest
    return (r.log == log.id) & r.replaced_at.is_null() & r.unit.is_null()


def _of(sight: Sight, log: LogFacts) -> Any:
    """Any other would tell that another service takes part, or is asked to."""
    r, units = ConsentRequest, [tie.unit_id for tie in sight.ties[log] if tie.relation in STAFF]
    told = r.unit.is_null() | r.unit.in_(units) | (r.asked_by == sight.actor.account_id)
    return (r.log == log.id) & r.replaced_at.is_null() & told


def first_logins(sight: Sight) -> Any:
    """Logins made for a log, of those of the family who have chosen no own password yet: of nobody who has, has left,
    or is kept out. They are shown only to whoever may make one anew.
    """
    f, a, logs = FirstLogin, Account, {log.id for log in sight.logs()}
    family = [each for each in sight.around if each.log_id in logs and each.active and each.relation in FAMILY]
    theirs = any_of([(f.log == each.log_id) & (f.account == each.account_id) for each in family], f.id.is_null())
    return f.select().join(a, on=(a.id == f.account)).where(theirs & a.password_at.is_null() & a.disabled_at.is_null())
