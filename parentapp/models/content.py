"""What stands on the timeline. Everything hangs on one Entry; parts add what only their type has."""

from peewee import BlobField, BooleanField, CharField, DateField, ForeignKeyField, SmallIntegerField

from parentapp.db import EnumField, EnumSetField, Sealed, Table, UtcField
from parentapp.enums import (
    AboutMeTopic,
    Audience,
    EntryType,
    Feeling,
    Kind,
    LifeArea,
    MeasureStatus,
    Outcome,
    Voice,
)
from parentapp.models.accounts import Account, Unit
from parentapp.models.log import Stafettlogg

OPEN_STATES = (MeasureStatus.PLANNED, MeasureStatus.UNDER_WAY)  # of measures somebody still works on


class Entry(Table):
    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    type = EnumField(EntryType)
    kind = EnumField(Kind)
    health = BooleanField(default=False)
    audience = EnumField(Audience, default=Audience.LOG)
    addressee = ForeignKeyField(Account, null=True, backref="+", on_delete="RESTRICT")
    author = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    author_unit = ForeignKeyField(Unit, null=True, backref="+", on_delete="RESTRICT")
    text_sealed = BlobField()
    lang = CharField(max_length=8)
    at = UtcField()
    edited_at = UtcField(null=True)
    about = ForeignKeyField("self", null=True, backref="+", on_delete="RESTRICT")  # an evaluation's measure, …
    phrase_sealed = BlobField(null=True)  # of what was chosen from the phrase bank

    text = Sealed("text_sealed", owner="log")  # of a phrase: as it stood for whoever chose it
    phrase = Sealed("phrase_sealed", owner="log")

    class Meta:
        indexes = ((("log", "at", "id"), False), (("log", "type", "at", "id"), False))


class Revision(Table):
    """What an entry said before it was changed. For a measure also when it was to be looked at, and how far it was."""

    entry = ForeignKeyField(Entry, backref="+", on_delete="CASCADE")
    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")  # whose key seals it
    text_sealed = BlobField()
    lang = CharField(max_length=8)
    look_at = DateField(null=True)
    status = EnumField(MeasureStatus, null=True)
    changed_by = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    at = UtcField()  # until when it said so
    phrase_sealed = BlobField(null=True)

    text = Sealed("text_sealed", owner="log")
    phrase = Sealed("phrase_sealed", owner="log")

    class Meta:
        indexes = ((("entry", "at"), False),)


class LevelChange(Table):
    """Of an entry that says how many services help together from now on."""

    entry = ForeignKeyField(Entry, unique=True, backref="+", on_delete="CASCADE")
    level = SmallIntegerField()  # a `Level`


class Concern(Table):
    """Of a concern that a log was opened with: what it is about."""

    entry = ForeignKeyField(Entry, unique=True, backref="+", on_delete="CASCADE")
    life_areas = EnumSetField(LifeArea)


class Version(Table):
    """«Det var ikke slik»: how somebody in the family saw it, beside an entry; or the answer to that.

    Never changed. Who says it again writes a new one. Read by whoever reads the entry, save network persons.
    """

    entry = ForeignKeyField(Entry, backref="+", on_delete="CASCADE")
    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")  # whose key seals it
    answers = ForeignKeyField("self", null=True, unique=True, backref="+", on_delete="RESTRICT")  # of an answer: what
    author = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    author_unit = ForeignKeyField(Unit, null=True, backref="+", on_delete="RESTRICT")
    text_sealed = BlobField()
    lang = CharField(max_length=8)
    at = UtcField()

    text = Sealed("text_sealed", owner="log")

    class Meta:
        indexes = ((("entry", "at"), False),)


class Lysglimt(Table):
    entry = ForeignKeyField(Entry, unique=True, backref="+", on_delete="CASCADE")
    feeling = EnumField(Feeling, null=True)


class Heart(Table):
    entry = ForeignKeyField(Entry, backref="+", on_delete="CASCADE")
    account = ForeignKeyField(Account, backref="+", on_delete="CASCADE")

    class Meta:
        indexes = ((("entry", "account"), True),)


class Goal(Table):
    entry = ForeignKeyField(Entry, unique=True, backref="+", on_delete="CASCADE")
    life_area = EnumField(LifeArea)
    position = SmallIntegerField(default=0)


class Measure(Table):
    """Something somebody does towards a goal. The owner may be a parent or the young person too."""

    entry = ForeignKeyField(Entry, unique=True, backref="+", on_delete="CASCADE")
    goal = ForeignKeyField(Goal, backref="+", on_delete="RESTRICT")
    owner = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    owner_unit = ForeignKeyField(Unit, null=True, backref="+", on_delete="RESTRICT")
    starts = DateField()
    look_at = DateField()  # when it is evaluated
    status = EnumField(MeasureStatus)
    meeting = ForeignKeyField(Entry, null=True, backref="+", on_delete="RESTRICT")  # in which it was agreed


class Evaluation(Table):
    """«Hjelper det?»: one answer about a measure, in one voice. The words, if any, are the entry's text."""

    entry = ForeignKeyField(Entry, unique=True, backref="+", on_delete="CASCADE")
    measure = ForeignKeyField(Measure, backref="+", on_delete="RESTRICT")
    outcome = EnumField(Outcome)
    voice = EnumField(Voice)


class AboutMe(Table):
    """One part of «Dette er meg». Two of a topic may stand there: one of them may be kept from who wrote the other."""

    entry = ForeignKeyField(Entry, unique=True, backref="+", on_delete="CASCADE")
    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    topic = EnumField(AboutMeTopic)


class Withholding(Table):
    """Health staff have agreed that an entry is not told to the guardians of a child under 15, who asked for it."""

    entry = ForeignKeyField(Entry, unique=True, backref="+", on_delete="CASCADE")
    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")  # whose key seals it
    decided_by = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    reason_sealed = BlobField()  # read by the child only
    lang = CharField(max_length=8)
    at = UtcField()

    reason = Sealed("reason_sealed", owner="log")


class OwnMatterChoice(Table):
    """The adult an entry is about lets a service read it, or no longer. The latest counts; none is taken away."""

    entry = ForeignKeyField(Entry, backref="+", on_delete="CASCADE")
    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    account = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    unit = ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    shows = BooleanField()
    lang = CharField(max_length=8)  # that it was read and answered in
    at = UtcField()
    over_at = UtcField(null=True)  # the adult came in again, or the log was opened again: counts no longer

    class Meta:
        indexes = ((("entry", "unit", "at"), True),)


class Hiding(Table):
    """«Privat for meg»: the young person keeps an entry from a guardian; its existence too."""

    entry = ForeignKeyField(Entry, backref="+", on_delete="CASCADE")
    guardian = ForeignKeyField(Account, backref="+", on_delete="CASCADE")
    at = UtcField()

    class Meta:
        indexes = ((("entry", "guardian"), True),)
