"""The shape of choosing a language."""

from collections.abc import Collection

from wtforms import StringField, ValidationError

from parentapp.forms.base import Form
from parentapp.i18n import N_


class LanguageForm(Form):
    chosen = StringField()
    offered: Collection[str] = ()

    @classmethod
    def offering(cls, codes: Collection[str]) -> "LanguageForm":
        """The form of this request, in which one of these may be chosen."""
        form = cls()
        form.offered = codes
        return form

    def validate_chosen(self, field: StringField) -> None:
        """Only a language that is offered."""
        if field.data not in self.offered:
            raise ValidationError(N_("Velg et av språkene."))
