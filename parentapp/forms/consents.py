"""The answer to a request for consent."""

from parentapp.forms.base import Form, choice_field
from parentapp.i18n import N_

LATER, TALK = "later", "talk"
ANSWERS = [("yes", "yes"), ("no", "no"), (LATER, LATER), (TALK, TALK)]


class AnswerForm(Form):
    """Four answers of equal weight; none is chosen beforehand."""

    answer = choice_field(N_("Hva svarer du?"), ANSWERS, N_("Velg et av svarene."))
