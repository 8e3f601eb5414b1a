"""«Det var ikke slik», and the answer to it."""

from wtforms import HiddenField

from parentapp.forms.base import Form, text_field
from parentapp.i18n import N_


class VersionForm(Form):
    """How somebody in the family saw it."""

    text = text_field(N_("Hvordan så du det?"), N_("Skriv hvordan du så det."))


class AnswerForm(Form):
    """Knows which version it answers: a text kept while the session was out must not turn up under another."""

    text = text_field(N_("Svaret ditt"), N_("Skriv et svar."))
    version = HiddenField()
