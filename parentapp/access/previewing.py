"""The log as a service sees it now, for somebody who may see who sees what: never more than they see themselves."""

from dataclasses import replace
from uuid import UUID

from parentapp.access.facts import LogFacts, Tie
from parentapp.access.letting import own_let_read
from parentapp.access.rules import is_guardian
from parentapp.access.sight import Sight
from parentapp.enums import Relation
from parentapp.errors import Hidden

NOBODY = UUID(int=0)  # a professional of the service who has written nothing, and to whom nothing is written


def as_service(sight: Sight, log: LogFacts, unit_id: UUID) -> Sight:
    """What a professional who takes part through this unit sees, of what the actor sees. Raises Hidden.

    Only of a unit that a question is about that the actor may know of. Of what adults let it read about themselves, the
    actor's own: what another adult ticks is told to nobody.
    """
    if unit_id not in {each.unit_id for each in sight.questions(log)}:
        raise Hidden
    let = own_let_read(sight.actor.account_id, log.id, unit_id) if is_guardian(sight, log) else frozenset[UUID]()
    ties = frozenset({Tie(Relation.PARTICIPANT, unit_id, let)})
    return Sight(
        replace(sight.actor, account_id=NOBODY, session_id=None),
        {log: ties},
        sight.consents,
        sight.around,
        within=sight,
    )
