"""Interpreters: whom to ask for whom, the family's answer, what the interpreter declares."""

from uuid import UUID

from wtforms import StringField
from wtforms.validators import ValidationError

from parentapp.forms.base import Form, choice_field
from parentapp.i18n import N_

CHOOSE = N_("Velg et av svarene.")


class AskForm(Form):
    """An interpreter for one of the family: both in one choice."""

    who = StringField(N_("Hvem skal tolke?"))

    def chosen(self) -> tuple[UUID, UUID] | None:
        """The person interpreted for, and the interpreter; None for what names nobody."""
        reader, _, interpreter = (self.who.data or "").partition(".")
        try:
            return UUID(reader), UUID(interpreter)
        except ValueError:
            return None

    def validate_who(self, field: StringField) -> None:
        if self.chosen() is None:
            raise ValidationError(N_("Velg en tolk."))


class AnswerForm(Form):
    """Whether this interpreter may come."""

    answer = choice_field(N_("Er det greit?"), [("yes", "yes"), ("no", "no")], CHOOSE)


class DeclareForm(Form):
    """Whether the interpreter knows any of them, or has another conflict of interest."""

    answer = choice_field(N_("Kjenner du noen av dem?"), [("clear", "clear"), ("conflict", "conflict")], CHOOSE)
