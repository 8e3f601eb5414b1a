"""A family asks for a log; whoever leads the unit hands it on, or says no."""

from functools import partial
from uuid import UUID

from wtforms import HiddenField, StringField
from wtforms.validators import ValidationError

from parentapp import clock
from parentapp.forms.base import Form, Readable, clean, text_field
from parentapp.i18n import N_

CHILD, ONESELF = "child", "oneself"
NAME, LONGEST, USERNAME = 40, 1500, 100  # characters
OLDEST = 18  # years: a log for a child is for nobody older
TOO_LONG = N_("Teksten er for lang. Det er plass til 1500 tegn.")
NO_UNIT = N_("Velg hvem du vil spørre.")
NO_YEAR = N_("Skriv året barnet er født, med fire tall.")
NOBODY = N_("Vi finner ingen med det brukernavnet som kan få det.")


class AskForm(Form):
    """`for_child`, `for_oneself`: what the one who asks may choose. Where it is for oneself no name is asked."""

    about = StringField(N_("Hvem trenger en logg?"))
    name = StringField(N_("Fornavnet til barnet"), filters=[partial(clean, longest=NAME)])
    born = StringField(N_("Fødselsår"), filters=[partial(clean, longest=NAME)])
    unit = StringField(N_("Hvem vil du spørre?"))
    text = text_field(N_("Hva lurer du på?"), N_("Skriv hva du lurer på."), longest=LONGEST, too_long=TOO_LONG)

    for_child, for_oneself = True, False
    units: frozenset[UUID] = frozenset()  # that can be asked

    @property
    def child_is_meant(self) -> bool:
        return self.for_child and not (self.for_oneself and self.about.data == ONESELF)

    @property
    def year(self) -> int:
        return int(self.born.data or "0")

    def chosen(self) -> UUID:
        """Raises ValueError for what is no id."""
        return UUID(self.unit.data or "")

    def validate_about(self, field: StringField) -> None:
        if self.for_child and self.for_oneself and field.data not in (CHILD, ONESELF):
            raise ValidationError(N_("Velg hvem som trenger en logg."))

    def validate_name(self, field: StringField) -> None:
        if self.child_is_meant:
            Readable(NAME, N_("Skriv fornavnet til barnet."), N_("Skriv bare fornavnet."))(self, field)

    def validate_born(self, field: StringField) -> None:
        year = field.data or ""
        known = year.isdecimal() and len(year) == len("2026")
        this = clock.today().year
        if self.child_is_meant and not (known and this - OLDEST <= int(year) <= this):
            raise ValidationError(NO_YEAR)

    def validate_unit(self, field: StringField) -> None:
        if field.data not in {str(each) for each in self.units}:
            raise ValidationError(NO_UNIT)


class HandForm(Form):
    """Knows which question it is of: several stand on one page. `myself`: the leader talks with the family."""

    username = StringField(N_("Brukernavn"), filters=[partial(clean, longest=USERNAME)])
    myself = HiddenField()
    wish = HiddenField()

    def validate_username(self, field: StringField) -> None:
        if not self.myself.data:
            missing = N_("Skriv brukernavnet til den som skal snakke med familien.")
            Readable(USERNAME, missing, N_("Teksten er for lang."))(self, field)


class AnswerForm(Form):
    """Why there will be no log from it. Knows which question it is of."""

    text = text_field(
        N_("Hvorfor ikke, og hva kan familien gjøre i stedet?"),
        N_("Skriv et svar."),
        longest=LONGEST,
        too_long=TOO_LONG,
    )
    wish = HiddenField()
