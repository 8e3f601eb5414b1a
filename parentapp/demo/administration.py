"""What Mona has done for Fjordvik lately. None of it touches a log."""

from datetime import date

from parentapp import clock
from parentapp.access.ages import AgeRow
from parentapp.demo.listed import describe_units
from parentapp.demo.stage import Stage
from parentapp.domain import administration, age_table
from parentapp.enums import ServiceKind

UNIT = "Utekontakten i Fjordvik"
WHO = "mona"


def administer(stage: Stage) -> None:
    """What the units say, a unit that has nobody yet, and a row of ages from the next New Year, which a lawyer has confirmed."""
    describe_units(stage)
    with clock.at(stage.working_moment(26, "09.10")):
        administration.add_unit(stage.actor(WHO), UNIT, ServiceKind.OUTREACH)
    with clock.at(stage.working_moment(12, "13.40")):
        row = AgeRow(ServiceKind.OUTREACH, date(stage.today.year + 1, 1, 1), heard=7, co_signs=15, alone=16)
        age_table.add_row(stage.actor(WHO), row)
