"""Adding and ending people of a log: which helper, which guardian and how one knows, why it ends."""

from typing import Any
from uuid import UUID

from wtforms import SelectField, StringField
from wtforms.validators import ValidationError

from parentapp.enums import Basis
from parentapp.forms.base import Form, choice_field, text_field
from parentapp.forms.municipality import CHOOSE_LANGUAGE, LANGUAGE_CHOICES
from parentapp.forms.plan import DayField, given, owned_by
from parentapp.i18n import LANGUAGES, N_
from parentapp.phrases import BASES

USERNAME, NAME, HOW = 100, 100, 500  # characters, at most
# NOTE: one of the people in a list
NOBODY_CHOSEN = N_("Velg en av dem som står her.")
NO_UNIT = N_("Velg en enhet.")


class HelperForm(Form):
    """A person and the unit through which they take part, as `owned_by` reads them."""

    who = StringField(N_("Hvem skal bli med?"))

    def chosen(self) -> tuple[UUID, UUID]:
        account, unit = owned_by(self.who.data) or (None, None)
        if account is None or unit is None:
            raise ValidationError(NOBODY_CHOSEN)
        return account, unit

    def validate_who(self, field: StringField) -> None:
        self.chosen()


def _how(label: str, missing: str) -> StringField:
    return text_field(label, missing, longest=HOW)


def _basis() -> Any:
    said = [(each.value, said) for each, said in BASES.items()]
    return choice_field(N_("Hvorfor er de foresatt?"), said, N_("Velg hvorfor de er foresatt."))


def _signs() -> Any:
    return choice_field(
        N_("Skal de svare på spørsmål om å dele?"),
        [("yes", N_("Ja, de svarer")), ("no", N_("Nei, de leser bare"))],
        N_("Velg om de skal svare eller bare lese."),
    )


def _first_day() -> DayField:
    return DayField(N_("Fra hvilken dag?"), validators=[given])


class GuardianForm(Form):
    username = text_field(N_("Brukernavn"), N_("Skriv brukernavnet til den som skal legges til."), longest=USERNAME)
    basis = _basis()
    signs = _signs()
    since = _first_day()
    text = _how(N_("Hvordan vet du det?"), N_("Skriv hvordan du vet det."))

    def chosen(self) -> Basis:
        return Basis(self.basis.data)


class OwnLoginForm(Form):
    """Of the young person a log is about, who gets a login: what they read."""

    locale = SelectField(N_("Leser"), choices=LANGUAGE_CHOICES, validate_choice=False, default="nb")

    def validate_locale(self, field: SelectField) -> None:
        if field.data not in LANGUAGES:
            raise ValidationError(CHOOSE_LANGUAGE)


class WithLoginForm(OwnLoginForm):
    """Of somebody who has no login, and gets one, as a guardian."""

    name = text_field(N_("Hele navnet"), N_("Skriv navnet til den som skal legges til."), longest=NAME)
    basis = _basis()
    signs = _signs()
    since = _first_day()
    text = _how(N_("Hvordan vet du det?"), N_("Skriv hvordan du vet det."))

    def chosen(self) -> Basis:
        return Basis(self.basis.data)


class OnPaperForm(Form):
    """Of somebody who never logs in."""

    name = text_field(N_("Hele navnet"), N_("Skriv navnet til den som skal svare."), longest=NAME)
    basis = _basis()
    since = _first_day()
    text = _how(N_("Hvordan vet du det?"), N_("Skriv hvordan du vet det."))

    def chosen(self) -> Basis:
        return Basis(self.basis.data)


class EndGuardianForm(Form):
    text = _how(N_("Hvorfor, og hvordan vet du det?"), N_("Skriv hvorfor, og hvordan du vet det."))


class ConfirmForm(Form):
    text = _how(N_("Hva har du sett?"), N_("Skriv hva du har sett."))


class CareForm(Form):
    unit = StringField(N_("Hvilken enhet i barnevernet?"))
    since = _first_day()
    text = _how(N_("Hvordan vet du det?"), N_("Skriv hvordan du vet det."))

    def unit_id(self) -> UUID:
        try:
            return UUID(self.unit.data or "")
        except ValueError:
            raise ValidationError(NO_UNIT) from None

    def validate_unit(self, field: StringField) -> None:
        self.unit_id()
