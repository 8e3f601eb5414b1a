"""At 15 and at 18 the young person says of each network person whether they are to stay. Until then they do."""

from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight
from parentapp.db import transaction
from parentapp.domain import network, recording
from parentapp.domain.guardians import adding
from parentapp.domain.pressing import Press, once
from parentapp.errors import Conflict
from parentapp.i18n import N_
from parentapp.models import NetworkPerson

SAID = N_("Du har alt svart, eller det er ikke spurt om dette. Last siden på nytt.")


def answer(actor: Actor, log_id: UUID, account: UUID, *, stays: bool, press: Press | None = None) -> UUID:
    """They go on as they are, and nobody is told; or they are taken out, as by `network.remove`.

    Raises Hidden for everybody but the young person; Conflict where it is not asked.
    """
    with transaction():
        sight, log = adding(actor, log_id, Action.NETWORK_STAY)
        return once(actor, press, lambda: _say(sight, log, account, stays=stays))


def may_answer(actor: Actor, log_id: UUID) -> None:
    """For somebody who sent neither yes nor no. Raises Hidden."""
    with transaction():
        adding(actor, log_id, Action.NETWORK_STAY)


def _say(sight: Sight, log: LogFacts, account: UUID, *, stays: bool) -> UUID:
    n, row = NetworkPerson, network.person(sight, log, account)
    if not visible.staying_asked(sight).where(n.id == row.id).exists():
        raise Conflict(SAID)
    if not stays:
        require(sight, Action.NETWORK_REMOVE, log)
        return network.take_out(sight, log, row)
    n.update(kept_at=sight.actor.now).where(n.id == row.id).execute()
    recording.audit(sight.actor, Action.NETWORK_STAY, account, log)
    return account
