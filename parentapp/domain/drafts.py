"""What somebody was writing when their session ended. Sealed under their account; given back to nobody else.

It is given back until the form it was written in has been stored, or for a day: an answer can get lost on its way.
"""

import json
from datetime import timedelta
from uuid import UUID

from parentapp import clock
from parentapp.access.actor import Actor
from parentapp.db import transaction
from parentapp.models import Draft

LONGEST = 20_000  # characters of all fields together
MOST = 20  # of one account; the oldest make room
KEPT = timedelta(days=1)


def keep(account_id: UUID, address: str, fields: dict[str, str]) -> None:
    """Keep the fields of the form on that page; the newest wins. Nothing is kept of what is too long."""
    text = json.dumps(fields, ensure_ascii=False)
    if len(text) > LONGEST or not fields:
        return
    with transaction():
        drop(account_id, address)
        Draft.delete().where(Draft.created_at <= clock.now() - KEPT).execute()
        newest = Draft.select(Draft.id).where(Draft.account == account_id).order_by(Draft.created_at.desc(), Draft.id)
        Draft.delete().where((Draft.account == account_id) & Draft.id.not_in(newest.limit(MOST - 1))).execute()
        Draft.create(account=account_id, address=address, fields=text, created_at=clock.now())


def kept(actor: Actor, address: str) -> dict[str, str]:
    """The fields kept from the form on that page. Reading them changes nothing."""
    mine = (Draft.account == actor.account_id) & (Draft.address == address)
    row = Draft.get_or_none(mine & (Draft.created_at > actor.now - KEPT))
    fields: dict[str, str] = json.loads(row.fields) if row else {}
    return fields


def drop(account_id: UUID, address: str) -> None:
    """The form on that page has been stored: nothing of it needs to be kept."""
    Draft.delete().where((Draft.account == account_id) & (Draft.address == address)).execute()
