"""The shape of logging in. Whether name and password fit is asked in domain.accounts."""

from wtforms import PasswordField
from wtforms.validators import DataRequired, Length

from parentapp.forms.base import Form, text_field
from parentapp.i18n import N_

LONGEST_NAME = 100  # characters
LONGEST_PASSWORD = 500


class LoginForm(Form):
    username = text_field(N_("Brukernavn"), N_("Skriv brukernavnet ditt."), longest=LONGEST_NAME)
    password = PasswordField(
        N_("Passord"),
        validators=[
            DataRequired(message=N_("Skriv passordet ditt.")),
            Length(max=LONGEST_PASSWORD, message=N_("Passordet er for langt.")),
        ],
    )
