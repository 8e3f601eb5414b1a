"""What somebody was writing when their session ended. Sealed under their account; given back to nobody else."""

import json
from uuid import UUID

from parentapp import clock
from parentapp.access.actor import Actor
from parentapp.db import transaction
from parentapp.models import Draft

LONGEST = 20_000  # characters of all fields together


def keep(account_id: UUID, address: str, fields: dict[str, str]) -> None:
    """Keep the fields of the form on that page; the newest wins."""
    text = json.dumps(fields, ensure_ascii=False)
    if len(text) > LONGEST or not fields:
        return
    with transaction():
        Draft.delete().where((Draft.account == account_id) & (Draft.address == address)).execute()
        Draft.create(account=account_id, address=address, fields=text, created_at=clock.now())


def take(actor: Actor, address: str) -> dict[str, str]:
    """The kept fields, which are then no longer kept."""
    with transaction():
        row = Draft.get_or_none((Draft.account == actor.account_id) & (Draft.address == address))
        if row is None:
            return {}
        fields: dict[str, str] = json.loads(row.fields)
        row.delete_instance()
    return fields
