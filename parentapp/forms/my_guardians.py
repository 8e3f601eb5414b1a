"""What a young person says about one guardian, and for how long a yes lasts."""

from wtforms import SelectField

from parentapp.enums import GuardianAnswer
from parentapp.forms.base import Form, choice_field
from parentapp.forms.consents import IN_MONTHS
from parentapp.i18n import N_

ANSWERS = [(each.value, each.value) for each in GuardianAnswer]


class GuardianAnswerForm(Form):
    answer: SelectField = choice_field(N_("Hva vil du?"), ANSWERS, N_("Velg et av svarene."))
    length: SelectField = choice_field(N_("Hvor lenge?"), IN_MONTHS, N_("Velg hvor lenge."), default="12")

    def chosen(self) -> tuple[GuardianAnswer, int]:
        """The answer, and months."""
        return GuardianAnswer(self.answer.data), int(self.length.data)
