"""Proposing a network person, answering that, and keeping somebody out."""

from parentapp.enums import Closeness
from parentapp.forms.base import Form, choice_field, text_field
from parentapp.i18n import N_
from parentapp.phrases import CLOSENESS

USERNAME, NAME, REASON = 100, 100, 500  # characters, at most


class ProposeForm(Form):
    text = text_field(N_("Hva kaller dere personen?"), N_("Skriv hva dere kaller personen."), longest=NAME)
    closeness = choice_field(
        N_("Hvem er det?"), [(each.value, said) for each, said in CLOSENESS.items()], N_("Velg hvem det er.")
    )
    username = text_field(N_("Brukernavn"), N_("Skriv brukernavnet til personen."), longest=USERNAME)

    def chosen(self) -> Closeness:
        return Closeness(self.closeness.data)


class AnswerForm(Form):
    answer = choice_field("", [("yes", N_("Ja")), ("no", N_("Nei"))], N_("Velg ja eller nei."))


class BlockForm(Form):
    username = text_field(N_("Brukernavn"), N_("Skriv brukernavnet til personen."), longest=USERNAME)
    text = text_field(
        N_("Hvorfor, og hvordan vet du det?"), N_("Skriv hvorfor, og hvordan du vet det."), longest=REASON
    )
