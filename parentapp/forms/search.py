"""Looking for words in a log. They are sent as a form, so that they stand in no address."""

from uuid import UUID

from wtforms import HiddenField
from wtforms.validators import ValidationError

from parentapp.forms.base import Form, text_field
from parentapp.i18n import N_

LONGEST = 100  # characters


class SearchForm(Form):
    """`before`: the entry after which to go on."""

    text = text_field(
        N_("Søk i loggen"),
        N_("Skriv et ord du vil finne."),
        longest=LONGEST,
        too_long=N_("Det er for langt. Skriv noen få ord."),
    )
    before = HiddenField()

    def validate_before(self, field: HiddenField) -> None:
        try:
            self.after()
        except ValueError:
            raise ValidationError(N_("Søk på nytt.")) from None

    def after(self) -> UUID | None:
        """Raises ValueError for what is no id."""
        return UUID(self.before.data) if self.before.data else None
