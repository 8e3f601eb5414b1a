"""A professional says that they are away; who answers meanwhile is `contact`'s."""

from datetime import date

from parentapp.access.actor import Actor
from parentapp.db import transaction
from parentapp.domain.desk import works
from parentapp.errors import Conflict, Denied
from parentapp.i18n import N_
from parentapp.models import Absence

BACKWARDS = N_("Den siste dagen må komme etter den første.")


def go_away(actor: Actor, since: date, until: date) -> None:
    """The actor is away from and including `since` until and including `until`: their deputies answer.

    Raises Denied for somebody who works nowhere, Conflict for days the wrong way around.
    """
    with transaction():
        if not works(actor):
            raise Denied
        if until < since:
            raise Conflict(BACKWARDS)
        Absence.create(account=actor.account_id, since=since, until=until)
