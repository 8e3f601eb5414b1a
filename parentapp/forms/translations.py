"""Having a text translated, and translating it."""

from datetime import timedelta
from uuid import UUID

from wtforms import DateField, HiddenField, StringField
from wtforms.validators import ValidationError

from parentapp import clock
from parentapp.forms.base import Form, text_field
from parentapp.forms.plan import DayField
from parentapp.i18n import N_

LONGEST = 8000  # characters: twice what can be written, since some languages need more
MOST_DAYS = timedelta(days=60)


class AskForm(Form):
    """A language, who translates into it, and until when."""

    whom = StringField(N_("Hvilket språk, og hvem skal oversette?"))
    until = DayField(N_("Siste dag"))

    def chosen(self) -> tuple[str, UUID] | None:
        """The language and the translator's account; None for what names nobody."""
        locale, _, account = (self.whom.data or "").partition(".")
        try:
            return locale, UUID(account)
        except ValueError:
            return None

    def validate_whom(self, field: StringField) -> None:
        if self.chosen() is None:
            raise ValidationError(N_("Velg språk og oversetter."))

    def validate_until(self, field: DateField) -> None:
        today = clock.today()
        if not field.errors and not (field.data and today <= field.data <= today + MOST_DAYS):
            raise ValidationError(N_("Velg en dag fra i dag og 60 dager fram."))


class TranslationForm(Form):
    """The words in the other language. `version`: of the text they were made from."""

    text = text_field(N_("Oversettelsen"), N_("Skriv oversettelsen."), longest=LONGEST)
    version = HiddenField()
    finished = HiddenField()
