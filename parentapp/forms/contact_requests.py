"""A request for another contact person, and the leader's answer."""

from wtforms import HiddenField, StringField

from parentapp.forms.base import Form, Readable, clean, text_field
from parentapp.i18n import N_

LONGEST = 2000  # characters
TOO_LONG = N_("Teksten er for lang. Det er plass til 2000 tegn.")


class AskForm(Form):
    """The words may be left out: nobody has to say why."""

    text = StringField(N_("Vil du si hvorfor, eller hva du ønsker deg?"), filters=[lambda text: clean(text, LONGEST)])

    def validate_text(self, field: StringField) -> None:
        if field.data:
            Readable(LONGEST, N_("Skriv det med ord."), TOO_LONG)(self, field)


class AnswerForm(Form):
    """Knows which request it answers: a text kept while the session was out must not turn up under another."""

    text = text_field(N_("Svaret ditt"), N_("Skriv et svar."), longest=LONGEST, too_long=TOO_LONG)
    contact_request = HiddenField()


class TakeBackForm(Form):
    """Only the press of a button."""
