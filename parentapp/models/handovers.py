"""Handing the baton over: proposed by the holder, or in their place by the leader; answered by the successor."""

from peewee import BlobField, BooleanField, CharField, DateField, ForeignKeyField

from parentapp.db import EnumField, Sealed, Table, UtcField
from parentapp.enums import HandoverOutcome, Transition
from parentapp.models.accounts import Account, Unit
from parentapp.models.content import Entry
from parentapp.models.log import Stafettlogg


class Handover(Table):
    """The holder asks somebody to take the baton. One at a time for each log waits for its answer.

    At a transition also what worked there, and a day on which we look at how it went.
    """

    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    holder = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    holder_unit = ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    successor = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    unit = ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")  # through which the successor would hold it
    reason_sealed = BlobField()
    words_sealed = BlobField()
    worked_sealed = BlobField(null=True)
    lang = CharField(max_length=8)
    transition = EnumField(Transition, null=True)
    proposed_at = UtcField()
    answer_by = DateField()  # past this day it has waited too long
    answered_at = UtcField(null=True)
    outcome = EnumField(HandoverOutcome, null=True)
    entry = ForeignKeyField(Entry, null=True, unique=True, backref="+", on_delete="RESTRICT")  # on the timeline
    check_on = DateField(null=True)  # after a transition that was accepted
    decided = BooleanField(default=False)  # to child welfare: whoever asks says that a decision on help has been made
    leader = ForeignKeyField(Account, null=True, backref="+", on_delete="RESTRICT")  # who asked, in the holder's place

    reason = Sealed("reason_sealed", owner="log")
    words = Sealed("words_sealed", owner="log")
    worked = Sealed("worked_sealed", owner="log")


Handover.add_index(Handover.log, unique=True, name="handover_open", where=Handover.answered_at.is_null())
