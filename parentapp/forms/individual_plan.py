"""The individual plan: which service decided, which day; and who is asked to coordinate it."""

from uuid import UUID

from wtforms import StringField
from wtforms.validators import ValidationError

from parentapp import clock
from parentapp.enums import ServiceKind
from parentapp.forms.base import Form, choice_field
from parentapp.forms.people import NOBODY_CHOSEN
from parentapp.forms.plan import DayField, given, owned_by
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


class CoordinatorForm(Form):
    """A person and the unit through which they would coordinate."""

    who = StringField(N_("Hvem skal koordinere planen?"))

    def chosen(self) -> tuple[UUID, UUID]:
        account, unit = owned_by(self.who.data) or (None, None)
        if account is None or unit is None:
            raise ValidationError(NOBODY_CHOSEN)
        return account, unit

    def validate_who(self, field: StringField) -> None:
        self.chosen()
