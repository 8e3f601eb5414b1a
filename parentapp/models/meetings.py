"""Meetings: an entry with a time and a place, who is asked to come and why, what is to be spoken of."""

from peewee import BlobField, BooleanField, CharField, ForeignKeyField, SmallIntegerField

from parentapp.db import EnumField, EnumSetField, Sealed, Table, UtcField
from parentapp.enums import Coming, Face, MeetingRole, Telling, Voice
from parentapp.models.accounts import Account, Unit
from parentapp.models.content import Entry
from parentapp.models.log import Stafettlogg


class Meeting(Table):
    """The purpose is the entry's text. Without a time as long as several are proposed and none is chosen."""

    entry = ForeignKeyField(Entry, unique=True, backref="+", on_delete="CASCADE")
    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    starts = UtcField(null=True)
    ends = UtcField(null=True)
    place_sealed = BlobField(null=True)
    link_sealed = BlobField(null=True)
    cancelled_at = UtcField(null=True)
    changes = SmallIntegerField(default=0)  # how many times it has been moved or cancelled, for calendars

    place = Sealed("place_sealed", owner="log")
    link = Sealed("link_sealed", owner="log")


class Invitation(Table):
    """Somebody asked to come, and why they are needed. A guest does not belong to the log otherwise."""

    meeting = ForeignKeyField(Meeting, backref="+", on_delete="CASCADE")
    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    account = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    unit = ForeignKeyField(Unit, null=True, backref="+", on_delete="RESTRICT")
    guest = BooleanField(default=False)
    guest_until = UtcField(null=True)  # the end of the meeting's day
    reason_sealed = BlobField(null=True)
    lang = CharField(max_length=8)
    coming = EnumField(Coming, null=True)
    answered_at = UtcField(null=True)
    invited_by = ForeignKeyField(Account, null=True, backref="+", on_delete="RESTRICT")  # None: before it was kept

    reason = Sealed("reason_sealed", owner="log")

    class Meta:
        indexes = ((("meeting", "account"), True),)


class RatherNot(Table):
    """«Helst ikke denne personen»: for the contact person, who must answer, and its writer only."""

    invitation = ForeignKeyField(Invitation, backref="+", on_delete="CASCADE")
    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    author = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    text_sealed = BlobField()
    lang = CharField(max_length=8)
    at = UtcField()
    answer_sealed = BlobField(null=True)
    answer_lang = CharField(max_length=8, null=True)
    answered_by = ForeignKeyField(Account, null=True, backref="+", on_delete="RESTRICT")
    answered_at = UtcField(null=True)

    text = Sealed("text_sealed", owner="log")
    answer = Sealed("answer_sealed", owner="log")

    class Meta:
        indexes = ((("invitation", "author"), True),)


class AgendaPoint(Table):
    """Something to be spoken of. Everybody who sees the meeting may add one."""

    meeting = ForeignKeyField(Meeting, backref="+", on_delete="CASCADE")
    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    author = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    author_unit = ForeignKeyField(Unit, null=True, backref="+", on_delete="RESTRICT")
    text_sealed = BlobField()
    lang = CharField(max_length=8)
    at = UtcField()

    text = Sealed("text_sealed", owner="log")


class Statement(Table):
    """«Min mening» before a meeting; the words are the entry's, and its audience says who sees them.

    Whoever wrote it down may have heard a child who has no login: then the voice is the child's, not the author's. A
    parent who works with the child may have written both.
    """

    entry = ForeignKeyField(Entry, unique=True, backref="+", on_delete="CASCADE")
    meeting = ForeignKeyField(Meeting, backref="+", on_delete="CASCADE")
    author = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    voice = EnumField(Voice)
    telling = EnumField(Telling)
    face = EnumField(Face, null=True)

    class Meta:
        indexes = ((("meeting", "author", "voice"), True),)


class Minutes(Table):
    """What was agreed, one decision a line in the entry's text. The measures agreed name the meeting themselves."""

    entry = ForeignKeyField(Entry, unique=True, backref="+", on_delete="CASCADE")
    meeting = ForeignKeyField(Meeting, unique=True, backref="+", on_delete="CASCADE")


class ProposedTime(Table):
    """One of up to three times that whoever calls a meeting proposes. What people answered stays when one is chosen."""

    meeting = ForeignKeyField(Meeting, backref="+", on_delete="CASCADE")
    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    starts = UtcField()
    ends = UtcField()

    class Meta:
        indexes = ((("meeting", "starts", "ends"), True),)


class TimeAnswer(Table):
    """Whether a proposed time fits somebody who is invited: for them, and for the one who leads the meeting."""

    time = ForeignKeyField(ProposedTime, backref="+", on_delete="CASCADE")
    invitation = ForeignKeyField(Invitation, backref="+", on_delete="CASCADE")
    fits = BooleanField()
    at = UtcField()

    class Meta:
        indexes = ((("time", "invitation"), True),)


class TimeWish(Table):
    """When it would fit somebody in the family whom none of the times fits: for the same two."""

    invitation = ForeignKeyField(Invitation, unique=True, backref="+", on_delete="CASCADE")
    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    text_sealed = BlobField()
    lang = CharField(max_length=8)
    at = UtcField()

    text = Sealed("text_sealed", owner="log")


class SupportPerson(Table):
    """Somebody the family brings to a meeting. They have no login by it, and see nothing."""

    meeting = ForeignKeyField(Meeting, backref="+", on_delete="CASCADE")
    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    brought_by = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    name_sealed = BlobField()
    who_sealed = BlobField()
    lang = CharField(max_length=8)
    at = UtcField()

    name = Sealed("name_sealed", owner="log")
    who = Sealed("who_sealed", owner="log")  # what they are to the family


class Attendance(Table):
    """Somebody who came, as the minutes say: one who was invited, or a support person; and what they did there."""

    minutes = ForeignKeyField(Minutes, backref="+", on_delete="CASCADE")
    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    invitation = ForeignKeyField(Invitation, null=True, backref="+", on_delete="CASCADE")
    support = ForeignKeyField(SupportPerson, null=True, backref="+", on_delete="CASCADE")
    roles = EnumSetField(MeetingRole)
    beside_sealed = BlobField(null=True)
    lang = CharField(max_length=8)

    beside = Sealed("beside_sealed", owner="log")  # who came together with them
