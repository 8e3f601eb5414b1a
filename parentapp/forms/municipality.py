"""The administrator's forms: a unit, the promise, a row of ages, somebody's work, a registration."""

from datetime import date
from typing import Any
from uuid import UUID

from wtforms import BooleanField, IntegerField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import StopValidation, ValidationError

from parentapp.access.ages import ADULT, ALWAYS_HEARD, AgeRow
from parentapp.enums import Relation, ServiceKind
from parentapp.forms.base import Form, Readable, choice_field, clean, text_field
from parentapp.forms.plan import DayField
from parentapp.i18n import LANGUAGES, N_
from parentapp.i18n.locales import is_norwegian

NEW = "new"  # somebody without an account here
LONGEST_NAME, LONGEST_TITLE = 100, 60
MOST_DAYS = 10
SERVICES = [(service.value, service.value) for service in ServiceKind if service is not ServiceKind.OPEN]
LANGUAGE_CHOICES = [SelectChoice(code, each.name) for code, each in LANGUAGES.items()]
CHOOSE_SERVICE, CHOOSE_LANGUAGE = N_("Velg hva slags tjeneste det er."), N_("Velg et språk.")
DAYS = N_("Skriv et tall fra 1 til 10.")
AGE = N_("Skriv en alder fra 0 til 18.")
HEARD_AGE = N_("Et barn skal alltid bli spurt fra det er 7 år. Skriv en alder fra 0 til 7.")
IN_ORDER = N_("Aldrene må komme i rekkefølge: først høres, så si ja sammen, så bestemme alene.")


class Number(IntegerField):
    """A whole number, as a browser sends it. What is none is answered in words, and shown again."""

    def __init__(self, label: str, least: int, most: int, wrong: str, **options: Any) -> None:
        super().__init__(label, validators=[self._within], **options)
        self.least, self.most, self.wrong = least, most, wrong

    def process_data(self, value: Any) -> None:
        """As chosen, or as it was kept from an ended session."""
        self.data = value

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = None
        digits = valuelist[0].strip() if valuelist else ""
        if digits.isascii() and digits.isdigit() and len(digits) <= 2:
            self.data = int(digits)

    @staticmethod
    def _within(form: object, field: "Number") -> None:
        if field.data is None or not field.least <= field.data <= field.most:
            raise StopValidation(field.wrong)


def _day(form: object, field: DayField) -> None:
    """There must be one."""
    if field.data is None and not field.errors:
        raise ValidationError(N_("Velg en dag."))


class PromiseForm(Form):
    days = Number(N_("Hvor mange arbeidsdager?"), 1, MOST_DAYS, DAYS)

    def promised(self) -> int:
        return int(self.days.data or 0)


class UnitNameForm(Form):
    name = text_field(N_("Hva heter enheten?"), N_("Skriv hva enheten heter."), longest=LONGEST_NAME)


class UnitForm(UnitNameForm):
    service = choice_field(N_("Hva slags tjeneste?"), SERVICES, CHOOSE_SERVICE)

    def kind(self) -> ServiceKind:
        return ServiceKind(self.service.data)


class AgeRowForm(Form):
    """A row of the age table. Sent twice: first to be read in plain words, then to be stored."""

    service = choice_field(
        N_("Hva gjelder det?"), [(each.value, each.value) for each in ServiceKind], N_("Velg hva det gjelder.")
    )
    valid_from = DayField(N_("Fra hvilken dag?"), validators=[_day])
    heard = Number(N_("Barnet blir spurt fra"), 0, ALWAYS_HEARD, HEARD_AGE)
    co_signs = Number(N_("Sier ja sammen med foresatte fra"), 0, ADULT, AGE)
    alone = Number(N_("Bestemmer alene fra"), 0, ADULT, AGE)
    read = BooleanField()

    def row(self) -> AgeRow:
        heard, co_signs, alone = (int(each.data or 0) for each in (self.heard, self.co_signs, self.alone))
        return AgeRow(ServiceKind(self.service.data), self.valid_from.data, heard, co_signs, alone)

    def validate_co_signs(self, field: Number) -> None:
        _not_before(field, self.heard)

    def validate_alone(self, field: Number) -> None:
        _not_before(field, self.co_signs)


def _not_before(field: Number, earlier: Number) -> None:
    if field.data is not None and earlier.data is not None and field.data < earlier.data:
        raise ValidationError(IN_ORDER)


class PersonForm(Form):
    """Somebody known, or somebody new by name and language."""

    who = StringField(N_("Hvem?"))
    name = StringField(N_("Navn"), filters=[lambda text: clean(text, LONGEST_NAME)])
    locale = SelectField(N_("Leser"), choices=LANGUAGE_CHOICES, validate_choice=False)

    def known(self) -> UUID | None:
        """The account of somebody known; None for somebody new."""
        try:
            return UUID(self.who.data or "")
        except ValueError:
            return None

    def validate_who(self, field: StringField) -> None:
        if field.data != NEW and self.known() is None:
            raise ValidationError(N_("Velg hvem det er."))

    def validate_name(self, field: StringField) -> None:
        if self.who.data == NEW:
            Readable(LONGEST_NAME, N_("Skriv navnet."), N_("Teksten er for lang."))(self, field)

    def validate_locale(self, field: SelectField) -> None:
        if self.who.data == NEW and field.data not in LANGUAGES:
            raise ValidationError(CHOOSE_LANGUAGE)


class WorkForm(PersonForm):
    """Somebody's work in a unit."""

    title = text_field(N_("Tittel"), N_("Skriv tittelen."), longest=LONGEST_TITLE)
    since = DayField(N_("Fra hvilken dag?"), validators=[_day])
    leads = BooleanField(N_("Leder enheten"))


class EndForm(Form):
    """At once, or after a last day."""

    when = choice_field(N_("Når?"), [("now", "now"), ("day", "day")], N_("Velg når."))
    last_day = DayField(N_("Siste dag"))

    def validate_last_day(self, field: DayField) -> None:
        if self.when.data == "day":
            _day(self, field)

    def day(self) -> date | None:
        """The last day; None for at once."""
        chosen: date | None = self.last_day.data if self.when.data == "day" else None
        return chosen


class LeadForm(Form):
    leads = choice_field(N_("Leder enheten"), [("yes", "yes"), ("no", "no")], N_("Velg et av svarene."))


class RegisterForm(PersonForm):
    """An interpreter or a translator, for one language."""

    role = choice_field(
        N_("Som hva?"),
        [(each.value, each.value) for each in (Relation.INTERPRETER, Relation.TRANSLATOR)],
        N_("Velg tolk eller oversetter."),
    )
    works_in = SelectField(
        N_("Hvilket språk?"),
        choices=LANGUAGE_CHOICES,
        validate_choice=False,
    )
    level = text_field(N_("Kvalifikasjon"), N_("Skriv kvalifikasjonen."), longest=LONGEST_TITLE)
    agency = text_field(N_("Hvem jobber personen for?"), N_("Skriv hvem personen jobber for."), longest=LONGEST_TITLE)

    def relation(self) -> Relation:
        return Relation(self.role.data)

    def validate_works_in(self, field: SelectField) -> None:
        if field.data not in LANGUAGES or is_norwegian(field.data):
            raise ValidationError(CHOOSE_LANGUAGE)
