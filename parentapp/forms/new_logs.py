"""Opening a log, in two steps: whom it is about and what somebody has seen; then who is to answer."""

from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from wtforms import BooleanField, Field, SelectField, StringField
from wtforms.validators import ValidationError

from parentapp import clock
from parentapp.enums import Basis, LifeArea
from parentapp.forms.base import Form, Readable, choice_field, clean, text_field
from parentapp.forms.municipality import CHOOSE_LANGUAGE, LANGUAGE_CHOICES
from parentapp.forms.people import HOW, NAME, NOBODY_CHOSEN, USERNAME
from parentapp.forms.plan import DayField, given
from parentapp.i18n import LANGUAGES, N_
from parentapp.phrases import BASES

CHILD, PREGNANT = "child", "pregnant"
# How somebody comes to answer: with a login they have, a new one, or none.
KNOWN, NEW, PAPER = "known", "new", "paper"
LONGEST, WHY, VIEW = 1500, 500, 500  # characters
EARLIEST = date(1900, 1, 1)
TOO_LONG = N_("Teksten er for lang.")
NO_UNIT = N_("Velg hvilken enhet du åpner loggen for.")
NO_DAY = N_("Velg en dag.")
NOT_BORN = N_("Dagen er ikke kommet ennå. Er barnet ikke født, handler loggen om den som er gravid.")


class AreasField(Field):
    """The life areas that were ticked. `data`: a frozenset; what is no area is left out and refused."""

    data: frozenset[LifeArea] | None

    def process_data(self, value: Any) -> None:
        """What was kept from an ended session: a word a line."""
        self.data = frozenset(area for area in LifeArea if area.value in (value or "").split("\n"))

    def process_formdata(self, valuelist: list[str]) -> None:
        known = {area.value: area for area in LifeArea}
        self.data = frozenset(known[value] for value in valuelist if value in known)
        if len(self.data) < len(set(valuelist)):
            raise ValueError(N_("Velg hva det handler om."))


def _some(form: object, field: AreasField) -> None:
    if not field.data and not field.errors:
        raise ValidationError(N_("Velg hva det handler om."))


def _id(text: str | None) -> UUID | None:
    """Raises ValueError for what is no id."""
    return UUID(text) if text else None


class ChildForm(Form):
    about = choice_field(
        N_("Hvem handler loggen om?"),
        [(CHILD, N_("Et barn eller en ungdom")), (PREGNANT, N_("En som er gravid"))],
        N_("Velg hvem loggen handler om."),
        default=CHILD,
    )
    name = text_field(N_("Hele navnet"), N_("Skriv navnet."), longest=NAME)
    born = DayField(N_("Født"), validators=[given])
    protected = BooleanField(N_("Adressen er hemmelig (kode 6 eller 7)"))
    unit = StringField(N_("Hvilken enhet åpner du loggen for?"))
    text = text_field(N_("Hva lurer du på?"), N_("Skriv hva du lurer på."), longest=LONGEST, too_long=TOO_LONG)
    reason = text_field(
        N_("Hva har du sett, når og hvor ofte?"),
        N_("Skriv hva du har sett, når og hvor ofte."),
        longest=LONGEST,
        too_long=TOO_LONG,
    )
    area = AreasField(N_("Hva handler det om?"), validators=[_some])

    def validate_born(self, field: DayField) -> None:
        if field.data and field.data > clock.today():
            raise ValidationError(NOT_BORN)
        if field.data and field.data < EARLIEST:
            raise ValidationError(NO_DAY)

    def validate_unit(self, field: StringField) -> None:
        try:
            _id(field.data)
        except ValueError:
            raise ValidationError(NO_UNIT) from None

    @property
    def pregnant(self) -> bool:
        return bool(self.about.data == PREGNANT)

    @property
    def unit_id(self) -> UUID | None:
        return _id(self.unit.data)

    @property
    def concern(self) -> str:
        """What they wonder about, and after it what they have seen."""
        return f"{self.text.data}\n\n{self.reason.data}"


def _line(label: str, longest: int) -> StringField:
    return StringField(label, filters=[partial(clean, longest=longest)])


class LoginPart(Form):
    """Of one person: a login that they have, or a new one."""

    way = choice_field(
        N_("Har de innlogging her fra før?"),
        [(NEW, N_("Nei, lag en")), (KNOWN, N_("Ja"))],
        N_("Velg om de har innlogging."),
        default=NEW,
    )
    username = _line(N_("Brukernavn"), USERNAME)
    locale = SelectField(N_("Leser"), choices=LANGUAGE_CHOICES, validate_choice=False, default="nb")

    def validate_username(self, field: StringField) -> None:
        if self.way.data == KNOWN:
            Readable(USERNAME, N_("Skriv brukernavnet."), TOO_LONG)(self, field)

    def validate_locale(self, field: SelectField) -> None:
        if self.way.data == NEW and field.data not in LANGUAGES:
            raise ValidationError(CHOOSE_LANGUAGE)


class GuardianPart(LoginPart):
    """A guardian who is to answer: who it is, why they are one, how one knows."""

    way = choice_field(
        N_("Har de innlogging her fra før?"),
        [(NEW, N_("Nei, lag en")), (KNOWN, N_("Ja")), (PAPER, N_("Nei, de svarer på papir"))],
        N_("Velg om de har innlogging."),
        default=NEW,
    )
    name = _line(N_("Hele navnet"), NAME)
    basis = choice_field(
        N_("Hvorfor er de foresatt?"),
        [(each.value, said) for each, said in BASES.items()],
        N_("Velg hvorfor de er foresatt."),
    )
    reason = text_field(N_("Hvordan vet du det?"), N_("Skriv hvordan du vet det."), longest=HOW)

    def validate_name(self, field: StringField) -> None:
        if self.way.data != KNOWN:
            Readable(NAME, N_("Skriv navnet."), TOO_LONG)(self, field)

    @property
    def is_empty(self) -> bool:
        return not any((self.username.data, self.name.data, self.basis.data, self.reason.data))

    def chosen(self) -> Basis:
        return Basis(self.basis.data)


class AskedForm(Form):
    """Who stands in for the opener, what the family is asked for, and what the child thinks of it."""

    deputy = StringField(N_("Hvem svarer når du er borte?"))
    why = text_field(N_("Hvorfor spør du om en logg?"), N_("Skriv hvorfor."), longest=WHY, too_long=TOO_LONG)
    child_view = _line(N_("Hva sier barnet selv om dette?"), VIEW)

    hears_child = False  # whether the child's own view is to be written

    def validate_child_view(self, field: StringField) -> None:
        if self.hears_child:
            Readable(VIEW, N_("Skriv hva barnet sier. Barnet skal spørres før noe deles."), TOO_LONG)(self, field)

    def validate_deputy(self, field: StringField) -> None:
        try:
            _id(field.data)
        except ValueError:
            raise ValidationError(NOBODY_CHOSEN) from None

    @property
    def deputy_id(self) -> UUID | None:
        return _id(self.deputy.data)
