"""The child is born: on which day, and how she told the contact person."""

from parentapp.forms.base import Form, choice_field
from parentapp.forms.plan import DayField, given
from parentapp.forms.registering import WAYS
from parentapp.i18n import N_


class BirthForm(Form):
    day = DayField(N_("Hvilken dag ble barnet født?"), validators=[given])


class HeardBirthForm(BirthForm):
    """With her word, by the contact person."""

    way = choice_field(N_("Hvordan sa hun det?"), WAYS, N_("Velg hvordan hun sa det."))
