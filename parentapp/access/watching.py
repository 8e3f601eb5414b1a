"""What happens because time passes: the logs it can happen in, and how each stands. For the worker, who is nobody."""

from uuid import UUID

from parentapp.access import facts
from parentapp.access.actor import Actor, SystemActor
from parentapp.access.circle import circle
from parentapp.access.facts import LogFacts, log_columns
from parentapp.access.sight import Sight, read_consents
from parentapp.access.signers import NO_ACCOUNT
from parentapp.models import Municipality, Stafettlogg, Subject


def open_logs(actor: SystemActor) -> list[UUID]:
    """The logs that the family has said yes to and that are not closed, in a steady order."""
    query = Stafettlogg.select(Stafettlogg.id).where(_is_open()).order_by(Stafettlogg.id)
    return [log_id for (log_id,) in query.tuples()]


def watch(actor: SystemActor, log_id: UUID) -> tuple[LogFacts, Sight] | None:
    """An open log, held until the transaction ends, with its people and consents; None once it is closed.

    The sight is nobody's: it has no ties, so no row can be seen through it.
    """
    facts.lock(log_id)
    query = Stafettlogg.select(*log_columns(actor.now)).join(Subject).join_from(Stafettlogg, Municipality)
    row = query.where((Stafettlogg.id == log_id) & _is_open()).tuples().first()
    if row is None:
        return None
    log, nobody = LogFacts(*row), Actor(NO_ACCOUNT, actor.now)
    around = tuple(circle(nobody, [log]))
    return log, Sight(nobody, {}, read_consents(nobody, [log], around), around)


def _is_open() -> object:
    return Stafettlogg.opened_at.is_null(False) & Stafettlogg.closed_at.is_null()
