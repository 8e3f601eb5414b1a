"""What a child from seven says about a question that was put without it: noted afterwards, as its yeses wait for it."""

from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.consent import Request, hears_child
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight
from parentapp.db import transaction
from parentapp.domain import consents, recording
from parentapp.domain.pressing import Press, once
from parentapp.errors import Conflict
from parentapp.i18n import N_
from parentapp.models import ConsentRequest

NOT_WAITING = N_("Det trengs ikke noe mer fra barnet om dette spørsmålet.")


def is_waited_for(sight: Sight, log: LogFacts, request: Request) -> bool:
    """Whether the child is to be asked about it, and nothing is noted yet."""
    family = sight.consents.families[log.id]
    return request.child_heard_at is None and hears_child(request, family, sight.actor.today)


def note(actor: Actor, request_id: UUID, words: str, *, press: Press | None = None) -> UUID:
    """Write down what the child says, in its own words. What was only waiting for that is in effect at once.

    Returns the log. Raises Hidden, Denied; Conflict where nothing is waited for.
    """
    with transaction():
        sight, row = visible.reach_open_question(actor, request_id)
        log = sight.log(row.log_id)
        require(sight, Action.CHILD_NOTE, log)

        def act() -> UUID:
            request = require_waiting(sight, log, row)
            row.child_view, row.child_heard_at = words, actor.now
            row.save()
            recording.audit(actor, Action.CHILD_NOTE, row.id, log)
            consents.follow_up(sight, log, request)
            return log.id

        return once(actor, press, act)


def require_waiting(sight: Sight, log: LogFacts, row: ConsentRequest) -> Request:
    """The question, as it stands. Raises Conflict."""
    request = consents.request_of(sight, row.id)
    if not is_waited_for(sight, log, request):
        raise Conflict(NOT_WAITING)
    return request
