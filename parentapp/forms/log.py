"""What professionals write in the log: a note, or something they wonder about."""

from uuid import UUID

from wtforms import BooleanField, StringField
from wtforms.validators import ValidationError

from parentapp.forms.base import text_field
from parentapp.forms.files import FilesForm
from parentapp.i18n import N_


class _Writing(FilesForm):
    """`adult`: the guardian whose own matters it is about; empty for what is about the child."""

    adult = StringField(N_("Hvem handler det om?"))

    def validate_adult(self, field: StringField) -> None:
        try:
            self.about()
        except ValueError:
            raise ValidationError(N_("Velg barnet, eller en av de foresatte.")) from None

    def about(self) -> UUID | None:
        """Raises ValueError for what is no id."""
        return UUID(self.adult.data) if self.adult.data else None


class NoteForm(_Writing):
    """A note, often of one line («ringte, avtalte …»)."""

    text = text_field(N_("Hva har skjedd?"), N_("Skriv hva som har skjedd."))
    health = BooleanField(N_("Dette gjelder helse"))


class ConcernForm(_Writing):
    """What made somebody look closer."""

    text = text_field(N_("Hva har du sett eller hørt?"), N_("Skriv hva du har sett eller hørt."))
