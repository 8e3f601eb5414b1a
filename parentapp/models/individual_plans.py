"""The log as the child's «individuell plan», and who coordinates it. Whether anybody does today, consent says."""

from peewee import DateField, ForeignKeyField

from parentapp.db import EnumField, Table, UtcField
from parentapp.enums import ServiceKind
from parentapp.models.accounts import Account, Unit
from parentapp.models.log import Stafettlogg


class IndividualPlan(Table):
    """Wished for by the family, or suggested by the contact person; one at a time for each log. It begins once the
    family has said yes and it is written down that the right to it is decided.
    """

    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    asked_by = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    asked_at = UtcField()
    decided_by = EnumField(ServiceKind, null=True)  # which service decided that the family has the right to it
    decided_on = DateField(null=True)
    began_at = UtcField(null=True)
    ended_at = UtcField(null=True)


class Coordinator(Table):
    """A professional asked to coordinate such a plan through a unit, the contact person too; one at a time."""

    plan = ForeignKeyField(IndividualPlan, backref="+", on_delete="RESTRICT")
    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    account = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    unit = ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    asked_by = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    asked_at = UtcField()
    accepted_at = UtcField(null=True)
    ended_at = UtcField(null=True)


IndividualPlan.add_index(
    IndividualPlan.log, unique=True, name="individual_plan_open", where=IndividualPlan.ended_at.is_null()
)
Coordinator.add_index(Coordinator.plan, unique=True, name="coordinator_open", where=Coordinator.ended_at.is_null())
