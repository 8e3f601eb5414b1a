"""The individual plan: which service decided, which day; and who is asked to coordinate it."""

from wtforms import StringField
from wtforms.validators import ValidationError

from parentapp import clock
from parentapp.enums import ServiceKind
from parentapp.forms.base import Form, choice_field
from parentapp.forms.people import HelperForm
from parentapp.forms.plan import DayField, given
from parentapp.i18n import N_
from parentapp.phrases import SERVICES

CHOICES = [(each.value, said) for each, said in SERVICES.items() if each is not ServiceKind.OPEN]


class DecidedForm(Form):
    service = choice_field(N_("Hvilken tjeneste avgjorde det?"), CHOICES, N_("Velg hvilken tjeneste som avgjorde det."))
    day = DayField(N_("Hvilken dag?"), validators=[given])

    def validate_day(self, field: DayField) -> None:
        if field.data and field.data > clock.today():
            raise ValidationError(N_("Dagen må være i dag eller før."))

    def chosen(self) -> ServiceKind:
        return ServiceKind(self.service.data)


class CoordinatorForm(HelperForm):
    """A person and the unit through which they would coordinate."""

    who = StringField(N_("Hvem skal koordinere planen?"))
