"""The two questions with pictures that check whether we explained well: shown once to each person.

What they press never reaches us, and no number of it is kept: in a small municipality a number tells who.
"""

from parentapp.access.actor import Actor
from parentapp.db import transaction
from parentapp.models import Account


def were_shown(actor: Actor) -> None:
    """The actor has been shown them, or would rather not: they are not offered again."""
    with transaction():
        mine = (Account.id == actor.account_id) & Account.pictures_shown_at.is_null()
        Account.update(pictures_shown_at=actor.now).where(mine).execute()
