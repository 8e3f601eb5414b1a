"""The plan: a goal, a measure, whether it helps, another day, other words."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import UUID

from wtforms import DateField, Field, StringField
from wtforms.validators import ValidationError

from parentapp.bank import AREA_OF
from parentapp.enums import MeasureStatus, Outcome
from parentapp.enums.bank import GoalPhrase, MeasurePhrase
from parentapp.forms.base import LONGEST_TEXT, Form, Readable, choice_field, clean, text_field
from parentapp.i18n import N_
from parentapp.phrases import LIFE_AREAS, STATUSES

WEEKS = (2, 4, 8)  # offered in one tap
LONGEST = 300  # characters of a goal or a measure


class DayField(DateField):
    """A day, as a browser sends it. What is no day is answered in words, and shown again."""

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(N_("Velg en dag.")) from None


def given(form: object, field: DateField) -> None:
    """There must be one."""
    if field.data is None and not field.errors:
        raise ValidationError(N_("Velg en dag."))


def owned_by(key: str | None) -> tuple[UUID, UUID | None] | None:
    """The account, and for a professional the unit, of an owner as forms name one; None for what names nobody."""
    account, _, unit = (key or "").partition(".")
    try:
        return UUID(account), UUID(unit) if unit else None
    except ValueError:
        return None


class OwnWords(Readable):
    """Words of one's own, where no phrase of the bank was chosen. With both, one's own count."""

    def __call__(self, form: "GoalForm | MeasureForm", field: Field) -> None:
        if field.data or form.chosen() is None:
            super().__call__(form, field)


def own_words(missing: str) -> StringField:
    """A box for what stands in the plan."""
    readable = OwnWords(LONGEST, missing, N_("Teksten er for lang."))
    return StringField(filters=[partial(clean, longest=LONGEST)], validators=[readable])


class GoalForm(Form):
    """Where the family wants to get to: a phrase of the bank, or own words and a life area."""

    phrase = StringField()
    text = own_words(N_("Velg et forslag, eller skriv hva dere vil få til."))
    life_area = choice_field(
        N_("Hva handler det om?"),
        [(area.value, said) for area, said in LIFE_AREAS.items()],
        N_("Velg hva det handler om."),
    )

    def chosen(self) -> GoalPhrase | None:
        """The phrase that was chosen, if any."""
        return next((each for each in GoalPhrase if each.value == self.phrase.data), None)

    def said(self) -> str | GoalPhrase:
        """What is to stand in the plan."""
        return self.text.data or self.chosen() or ""

    def validate(self, extra_validators: Mapping[str, Sequence[Any]] | None = None) -> bool:
        """A phrase says itself what it is about."""
        said = self.said()
        if isinstance(said, GoalPhrase):
            self.life_area.data = AREA_OF[said].value
        return bool(super().validate(extra_validators))


class MeasureForm(Form):
    """Something somebody does towards a goal: a phrase of the bank, or own words."""

    phrase = StringField()
    text = own_words(N_("Velg et forslag, eller skriv hva dere skal gjøre."))
    owner = StringField(N_("Hvem gjør det?"))
    starts = DayField(N_("Når begynner det?"), validators=[given])
    look_at = DayField(N_("Når ser vi på det igjen?"), validators=[given])

    def chosen(self) -> MeasurePhrase | None:
        """The phrase that was chosen, if any."""
        return next((each for each in MeasurePhrase if each.value == self.phrase.data), None)

    def said(self) -> str | MeasurePhrase:
        """What is to stand in the plan."""
        return self.text.data or self.chosen() or ""

    def owned_by(self) -> tuple[UUID, UUID | None] | None:
        """The account, and for a professional the unit; None for what names nobody."""
        return owned_by(self.owner.data)

    def validate_owner(self, field: StringField) -> None:
        if self.owned_by() is None:
            raise ValidationError(N_("Velg hvem som gjør det."))

    def validate_look_at(self, field: DateField) -> None:
        if field.data and self.starts.data and field.data < self.starts.data:
            raise ValidationError(N_("Velg en dag som ikke er før det begynner."))


class EvaluationForm(Form):
    """Whether a measure helps: one press; the words may be left out."""

    heard = False  # whether it is what a child said to whoever sends it

    text = StringField(N_("Vil du si noe mer?"), filters=[clean])
    outcome = choice_field(
        N_("Hjelper det?"), [(each.value, each.value) for each in Outcome], N_("Velg et av svarene.")
    )

    def said(self) -> Outcome:
        return Outcome(self.outcome.data)

    def validate_text(self, field: StringField) -> None:
        if len(field.data or "") > LONGEST_TEXT:
            raise ValidationError(N_("Teksten er for lang."))


class HeardForm(EvaluationForm):
    """The same, of a child who said it to whoever writes it down."""

    heard = True


class RenewForm(Form):
    """Another day: some weeks ahead in one tap, or a day of one's own."""

    weeks = StringField()
    look_at = DayField(N_("En annen dag"))

    def day(self, today: date) -> date | None:
        """The day that was chosen; None where none was."""
        if self.weeks.data in {str(number) for number in WEEKS}:
            return today + timedelta(weeks=int(self.weeks.data))
        chosen: date | None = self.look_at.data
        return chosen


class WordsForm(Form):
    """Other words for what stands in the log."""

    text = text_field(N_("Teksten"), N_("Skriv teksten."))


class StatusForm(Form):
    """How far a measure has come."""

    status = choice_field(
        N_("Hvordan går det?"), [(each.value, said) for each, said in STATUSES.items()], N_("Velg hvordan det går.")
    )

    def chosen(self) -> MeasureStatus:
        return MeasureStatus(self.status.data)
