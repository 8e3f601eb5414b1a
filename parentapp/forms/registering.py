"""An answer that was given on paper, or by word of mouth: whose, which, of which day, how."""

from functools import partial
from typing import Any
from uuid import UUID

from wtforms import Field, SelectField, StringField
from wtforms.validators import ValidationError

from parentapp.access.consent import SHOWING
from parentapp.enums import Answer, Way
from parentapp.forms.base import Form, Readable, choice_field, clean, text_field
from parentapp.forms.consents import IN_MONTHS, TOO_LONG, VIEW, KindsField
from parentapp.forms.plan import DayField, given
from parentapp.i18n import LANGUAGES, N_

HOW = 300  # characters, at most
NAME = 100
NOT_THEIRS = N_("Navnet og fødselsdatoen passer ikke sammen. Se etter om du har valgt riktig logg.")
SAID = [(Answer.YES.value, N_("Ja")), (Answer.NO.value, N_("Nei, eller tar tilbake ja-et"))]
WAYS = [(Way.PAPER.value, N_("På papir")), (Way.SPOKEN.value, N_("Muntlig"))]
READ_IN = [(language.code, language.name) for language in LANGUAGES.values()]


def _somebody(form: Any, field: Field) -> None:
    try:
        UUID(field.data or "")
    except ValueError:
        raise ValidationError(N_("Velg hvem som har svart.")) from None


class ChildViewForm(Form):
    text = text_field(N_("Hva sier barnet selv om dette?"), N_("Skriv hva barnet sier om dette."), longest=VIEW)


class RegisterForm(Form):
    """What is chosen of a yes counts only for a yes, and where it is about a service."""

    signer = StringField(N_("Hvem har svart?"), validators=[_somebody])
    answer = choice_field(N_("Hva var svaret?"), SAID, N_("Velg et av svarene."))
    kind: KindsField | None = KindsField(N_("Hva er ja-et til?"))
    length: SelectField | None = choice_field(N_("Hvor lenge?"), IN_MONTHS, N_("Velg hvor lenge."), default="12")
    way = choice_field(N_("Hvordan svarte de?"), WAYS, N_("Velg hvordan de svarte."))
    day = DayField(N_("Hvilken dag?"), validators=[given])
    language = choice_field(
        N_("Hvilket språk leste eller hørte de det på?"), READ_IN, N_("Velg et språk."), default="nb"
    )
    text = StringField(N_("Hvem var til stede? Hvem tolket?"), filters=[partial(clean, longest=HOW)])

    about_service = True

    def validate_kind(self, field: KindsField) -> None:
        shows = (field.data or frozenset()) & SHOWING
        if self.about_service and self.answer.data == Answer.YES.value and not shows:
            raise ValidationError(N_("Kryss av for det ja-et er til."))

    def validate_text(self, field: Field) -> None:
        if field.data:
            Readable(HOW, N_("Skriv hvem som var til stede."), TOO_LONG)(self, field)


class ClosingAnswerForm(RegisterForm):
    """To closing a log together: a yes is to that alone, and has no last day."""

    kind = None
    length = None


class ReopeningAnswerForm(RegisterForm):
    """To opening a closed log again. Whoever registers it sees nothing of the log, and writes whose it is."""

    kind = None
    signer = text_field(N_("Hva heter den som har svart?"), N_("Skriv navnet på den som har svart."), longest=NAME)
    born = DayField(N_("Når er barnet født?"), validators=[given])
