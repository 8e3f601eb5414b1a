"""Asking for a closed log to be opened again: why; what the child thinks; for the contact person, which child."""

from functools import partial

from wtforms import DateField, Field, StringField
from wtforms.validators import ValidationError

from parentapp.forms.base import Form, Readable, clean, text_field
from parentapp.forms.consents import TOO_LONG, VIEW, WHY
from parentapp.forms.plan import DayField
from parentapp.i18n import N_

ANOTHER = N_("Fødselsdatoen hører ikke til denne loggen. Se etter om du har valgt riktig logg.")


class ReopeningForm(Form):
    text = text_field(N_("Hvorfor?"), N_("Skriv hvorfor."), longest=WHY)
    child_view = StringField(N_("Hva sier barnet selv om dette?"), filters=[partial(clean, longest=VIEW)])
    born = DayField(N_("Når er barnet født?"))

    hears_child = False  # whether the child's own view is to be written
    at_work = False  # whether it is the contact person who asks

    def validate_child_view(self, field: Field) -> None:
        if self.hears_child or field.data:
            Readable(VIEW, N_("Skriv hva barnet sier. Barnet skal spørres før noe deles."), TOO_LONG)(self, field)

    def validate_born(self, field: DateField) -> None:
        if self.at_work and field.data is None and not field.errors:
            raise ValidationError(N_("Velg en dag."))
