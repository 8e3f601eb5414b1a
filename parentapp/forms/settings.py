"""The shapes of choosing a language, and a password."""

from collections.abc import Collection

from wtforms import PasswordField, StringField, ValidationError

from parentapp.errors import PasswordFault
from parentapp.forms.accounts import LONGEST_PASSWORD
from parentapp.forms.base import Form
from parentapp.i18n import N_

SHORTEST_PASSWORD = 12  # characters

FAULTS = {
    PasswordFault.WRONG: N_("Det er ikke passordet du har nå."),
    PasswordFault.SAME: N_("Velg et annet passord enn det du har nå."),
    PasswordFault.EASY: N_("Dette er for lett å gjette. Prøv tre ord som bare du ville satt sammen."),
}


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


class PasswordForm(Form):
    """A new password, typed twice. Whether the present one fits is asked in domain.passwords."""

    used = PasswordField(N_("Passordet du har nå"))
    wanted = PasswordField(N_("Nytt passord"))
    again = PasswordField(N_("Det nye passordet en gang til"))

    def validate_used(self, field: PasswordField) -> None:
        """Longer than any that was ever taken is wrong, and is not worked on."""
        if len(field.data or "") > LONGEST_PASSWORD:
            raise ValidationError(FAULTS[PasswordFault.WRONG])

    def validate_wanted(self, field: PasswordField) -> None:
        if len(field.data or "") < SHORTEST_PASSWORD:
            raise ValidationError(N_("Passordet må ha minst 12 tegn."))
        if len(field.data) > LONGEST_PASSWORD:
            raise ValidationError(N_("Passordet er for langt."))

    def validate_again(self, field: PasswordField) -> None:
        if field.data != self.wanted.data:
            raise ValidationError(N_("De to er ikke like. Skriv det nye passordet en gang til."))

    def refuse(self, fault: PasswordFault) -> None:
        """Say at its box what is wrong."""
        box = self.used if fault is PasswordFault.WRONG else self.wanted
        box.errors = [FAULTS[fault]]
