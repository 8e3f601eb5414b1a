"""The shape of choosing a language."""

from wtforms import StringField, ValidationError

from parentapp import i18n
from parentapp.forms.base import Form
from parentapp.i18n import N_


class LanguageForm(Form):
    chosen = StringField()

    def validate_chosen(self, field: StringField) -> None:
        """Only a language that is offered."""
        if field.data not in {language.code for language in i18n.offered()}:
            raise ValidationError(N_("Velg et av språkene."))
