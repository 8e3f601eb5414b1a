"""Accounts, their sessions and what they were writing; municipalities, units and who works where."""

from peewee import BlobField, BooleanField, CharField, DateField, ForeignKeyField, IntegerField, TextField

from parentapp.db import EnumField, Sealed, Table, UtcField, UuidField
from parentapp.enums import ServiceKind, SessionKind


class Municipality(Table):
    name = CharField(max_length=100)
    reply_days = IntegerField(default=2)  # working days within which a message is answered
    invented = BooleanField(default=False)  # the demo's: a production server refuses to start on it


class Unit(Table):
    """A place where professionals work: a school, a health station."""

    municipality = ForeignKeyField(Municipality, backref="+", on_delete="RESTRICT")
    name = CharField(max_length=100)
    service = EnumField(ServiceKind)


class Account(Table):
    """A person who logs in, or who answers on paper in one log. What they may do comes only from relations."""

    municipality = ForeignKeyField(Municipality, backref="+", on_delete="RESTRICT")
    username_hash = BlobField(unique=True)
    password_hash = TextField()
    password_at = UtcField(null=True)  # when they chose it themselves; none: whoever made the login knows it
    name_sealed = BlobField()
    phone_sealed = BlobField(null=True)
    phone_hash = BlobField(null=True, unique=True)
    locale = CharField(max_length=8, default="nb")
    needs_interpreter = BooleanField(default=False)
    portrait = IntegerField(default=0)
    pictures_shown_at = UtcField(null=True)  # the two picture questions; nothing of what was pressed is kept
    administers = ForeignKeyField(Municipality, null=True, backref="+", on_delete="RESTRICT")
    created_at = UtcField()
    disabled_at = UtcField(null=True)
    on_paper = BooleanField(default=False)  # never logs in, and is told nothing: `disabled_at` from the first

    name = Sealed("name_sealed", owner="id")
    phone = Sealed("phone_sealed", owner="id")


class Employment(Table):
    account = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    unit = ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    title = CharField(max_length=60)  # «helsesykepleier»
    leads = BooleanField(default=False)
    since = DateField()
    until = DateField(null=True)


class LoginSession(Table):
    """One login on one device. The row ends, the person is out."""

    account = ForeignKeyField(Account, backref="+", on_delete="CASCADE")
    token_hash = BlobField(unique=True)
    kind = EnumField(SessionKind)
    created_at = UtcField()
    used_at = UtcField()
    ended_at = UtcField(null=True)


class Throttle(Table):
    """Counts tries of one sort from one place, within a window."""

    key_hash = BlobField(unique=True)
    since = UtcField()
    tries = IntegerField()


class Draft(Table):
    """A text being written when a session ended; given back only to the same account."""

    account = ForeignKeyField(Account, backref="+", on_delete="CASCADE")
    address = CharField(max_length=200)
    fields_sealed = BlobField()
    created_at = UtcField()

    fields = Sealed("fields_sealed", owner="account")

    class Meta:
        indexes = ((("account", "address"), True),)


class ClientKey(Table):
    """One press of one button: the same key again gives the first answer, and no second effect."""

    account = ForeignKeyField(Account, backref="+", on_delete="CASCADE")
    key = UuidField()
    digest = BlobField()
    result = CharField(max_length=300)
    created_at = UtcField()

    class Meta:
        indexes = ((("account", "key"), True),)
