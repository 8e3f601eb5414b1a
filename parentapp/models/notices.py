"""The outbox: notices are written in the same transaction as the change they tell of."""

from peewee import DateField, ForeignKeyField, SmallIntegerField

from parentapp.db import EnumField, Table, UtcField, UuidField
from parentapp.enums import Delivery, NoticeKind
from parentapp.models.accounts import Account
from parentapp.models.log import Stafettlogg


class Notice(Table):
    """Holds no text: words are chosen when shown, and what leaves the app is always the same neutral sentence.

    A reminder is nobody's act. It says of which day, and how many days before: nobody gets the same one twice.
    """

    account = ForeignKeyField(Account, backref="+", on_delete="CASCADE")
    log = ForeignKeyField(Stafettlogg, null=True, backref="+", on_delete="CASCADE")  # none: of a wish for one
    kind = EnumField(NoticeKind)
    thing = UuidField()  # the entry, conversation or request it is about
    actor = ForeignKeyField(Account, null=True, backref="+", on_delete="CASCADE")
    day = DateField(null=True)
    step = SmallIntegerField(null=True)
    at = UtcField()
    seen_at = UtcField(null=True)
    delivery = EnumField(Delivery, default=Delivery.WAITING)
    delivered_at = UtcField(null=True)

    class Meta:
        indexes = (
            (("account", "at"), False),
            (("account", "kind", "seen_at"), False),
            (("delivery", "at"), False),
            (("account", "kind", "thing", "day", "step"), True),
        )
