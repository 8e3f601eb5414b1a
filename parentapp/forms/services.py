"""What a unit says about itself in the service directory."""

from wtforms import StringField
from wtforms.validators import ValidationError

from parentapp.forms.base import Form, Readable, clean, text_field
from parentapp.i18n import N_

HELPS, PHONE, HOURS, REACH = 600, 30, 300, 500  # characters, at most
NUMBER = frozenset("0123456789 +()-")
LEAST_DIGITS = 3
TOO_LONG = N_("Teksten er for lang.")
NO_NUMBER = N_("Skriv telefonnummeret med tall.")


class WordsForm(Form):
    helps_with = text_field(
        N_("Hva kan dere hjelpe med?"), N_("Skriv hva dere kan hjelpe med."), longest=HELPS, too_long=TOO_LONG
    )
    phone = StringField(N_("Telefon"), filters=[lambda text: clean(text, PHONE)])
    hours = StringField(N_("Når har dere åpent?"), filters=[lambda text: clean(text, HOURS)])
    reach = text_field(
        N_("Hvordan tar man kontakt?"), N_("Skriv hvordan man tar kontakt."), longest=REACH, too_long=TOO_LONG
    )

    def validate_phone(self, field: StringField) -> None:
        if field.data:
            Readable(PHONE, NO_NUMBER, TOO_LONG)(self, field)
            digits = sum(each.isdigit() for each in field.data)
            if set(field.data) - NUMBER or digits < LEAST_DIGITS:
                raise ValidationError(NO_NUMBER)

    def validate_hours(self, field: StringField) -> None:
        if field.data:
            Readable(HOURS, N_("Skriv når dere har åpent."), TOO_LONG)(self, field)
