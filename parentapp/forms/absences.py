"""The shapes of saying that one is away, and of naming who stands in."""

from parentapp.forms.base import Form, text_field
from parentapp.forms.plan import DayField, given
from parentapp.i18n import N_

USERNAME = 100  # characters, at most


class AwayForm(Form):
    """The first and the last day. Which days can be is asked in domain.absences."""

    since = DayField(N_("Første dag"), validators=[given])
    until = DayField(N_("Siste dag"), validators=[given])


class DeputyForm(Form):
    username = text_field(N_("Brukernavn"), N_("Skriv brukernavnet til den som skal svare."), longest=USERNAME)


class BackForm(Form):
    """A button and nothing else."""
