"""The answer to a request for consent: to all of it, to some of it, to one kind less."""

from functools import partial
from typing import Any
from uuid import UUID

from wtforms import Field, StringField
from wtforms.validators import ValidationError

from parentapp.access.consent import MONTHS, SHOWING
from parentapp.enums import Kind
from parentapp.forms.base import Form, Readable, choice_field, clean, text_field
from parentapp.i18n import N_

TOO_LONG = N_("Teksten er for lang.")
INTERPRETER = 120  # characters, at most
LATER, TALK = "later", "talk"
ANSWERS = [("yes", "yes"), ("no", "no"), ("runs_out", "runs_out"), (LATER, LATER), (TALK, TALK)]


class Interpreted(Form):
    """Who interpreted, if anybody did, to whoever answers in the app."""

    interpreter = StringField(N_("Hvem tolket for deg?"), filters=[partial(clean, longest=INTERPRETER)])

    def validate_interpreter(self, field: Field) -> None:
        if field.data:
            Readable(INTERPRETER, N_("Skriv navnet på tolken."), TOO_LONG)(self, field)


class AnswerForm(Interpreted):
    """Answers of equal weight; none is chosen beforehand. «runs_out»: no to going on, where what runs ends soon."""

    answer = choice_field(N_("Hva svarer du?"), ANSWERS, N_("Velg et av svarene."))


AS_NOW = "now"  # as long as one's yes runs
IN_MONTHS = [(str(each), str(each)) for each in MONTHS]
LENGTHS = [(AS_NOW, AS_NOW), *IN_MONTHS]


class KindsField(Field):
    """The kinds that were ticked. `data`: a frozenset; what is no kind is left out and refused."""

    data: frozenset[Kind] | None

    def process_data(self, value: Any) -> None:
        """What was kept from an ended session: a word a line."""
        self.data = frozenset(kind for kind in Kind if kind.value in (value or "").split("\n"))

    def process_formdata(self, valuelist: list[str]) -> None:
        known = {kind.value: kind for kind in Kind}
        self.data = frozenset(known[value] for value in valuelist if value in known)
        if len(self.data) < len(set(valuelist)):
            raise ValueError(N_("Kryss av for noe av det de spør om."))


def _chosen(form: Any, field: Field) -> None:
    try:
        UUID(field.data or "")
    except ValueError:
        raise ValidationError(N_("Velg en tjeneste.")) from None


def _shows_something(form: Any, field: KindsField) -> None:
    kinds = field.data or frozenset()
    if not kinds:
        raise ValidationError(N_("Kryss av for minst én ting. Vil du ikke dele noe, kan du gå tilbake og svare nei."))
    if not kinds & SHOWING:
        raise ValidationError(N_("Dette viser ingenting alene. Kryss av for noe mer, eller gå tilbake og svar nei."))


class ChooseForm(Interpreted):
    """Yes to what is ticked, for as long as is chosen."""

    kind = KindsField(N_("Hva skal de få se?"), validators=[_shows_something])
    length = choice_field(N_("Hvor lenge?"), LENGTHS, N_("Velg hvor lenge."))

    @property
    def months(self) -> int | None:
        return None if self.length.data == AS_NOW else int(self.length.data)


class KindForm(Form):
    """One kind less."""

    kind = choice_field(N_("Hva"), [(kind.value, kind.value) for kind in Kind], N_("Velg et av svarene."))


WHY, VIEW = 500, 500  # characters, at most


class AskForm(Form):
    """A question to the family: which service, what it is to see, why, how long; what the child thinks of it."""

    unit = StringField(N_("Hvilken tjeneste?"), validators=[_chosen])
    kind = KindsField(N_("Hva skal de få se?"), validators=[_shows_something])
    text = text_field(N_("Hvorfor?"), N_("Skriv hvorfor."), longest=WHY)
    length = choice_field(N_("Hvor lenge?"), IN_MONTHS, N_("Velg hvor lenge."), default="12")
    child_view = StringField(N_("Hva sier barnet selv om dette?"), filters=[partial(clean, longest=VIEW)])

    offered = MONTHS
    hears_child = False  # whether the child's own view is to be written

    def validate_child_view(self, field: Field) -> None:
        if self.hears_child or field.data:
            Readable(VIEW, N_("Skriv hva barnet sier. Barnet skal spørres før noe deles."), TOO_LONG)(self, field)

    @property
    def unit_id(self) -> UUID:
        return UUID(self.unit.data)
