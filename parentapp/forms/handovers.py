"""Handing the baton over: whom to ask and why, what the next one should know; how it went after a transition."""

from wtforms import BooleanField, StringField
from wtforms.validators import ValidationError

from parentapp.enums import Transition
from parentapp.forms.base import LONGEST_TEXT, Form, Readable, choice_field, clean, text_field
from parentapp.i18n import N_

USERNAME, REASON, LONGEST = 100, 500, 2000  # characters, at most
TOO_LONG = N_("Teksten er for lang.")
# NOTE: a decision («vedtak») of child welfare that a child and family get help
DECIDED = N_("Det er gjort vedtak om hjelp")
NO_DECISION = N_("Barnevernet kan bare ta over når det er gjort vedtak om hjelp. Er det gjort, krysser du av for det.")
WORKED = N_("Skriv hva som har virket, så det kan følge med.")


class ProposeForm(Form):
    """At a transition what worked there must be told too."""

    username = text_field(N_("Brukernavn"), N_("Skriv brukernavnet til den du vil spørre."), longest=USERNAME)
    reason = text_field(
        N_("Hvorfor skal en annen ta over?"), N_("Skriv hvorfor en annen skal ta over."), longest=REASON
    )
    words = text_field(N_("Dette bør den neste vite"), N_("Skriv hva den neste bør vite."), longest=LONGEST_TEXT)
    transition = choice_field(
        N_("Er det en overgang?"),
        [("", ""), *((each.value, each.name) for each in Transition)],
        N_("Velg hva slags overgang det er, eller ingen."),
        default="",
    )
    decided = BooleanField(DECIDED)
    worked = StringField(N_("Hva har virket der barnet er nå?"), filters=[lambda text: clean(text, LONGEST)])

    def chosen(self) -> Transition | None:
        return Transition(self.transition.data) if self.transition.data else None

    def validate_worked(self, field: StringField) -> None:
        if field.data:
            Readable(LONGEST, WORKED, TOO_LONG)(self, field)
        elif self.transition.data:
            raise ValidationError(WORKED)


class AssignForm(Form):
    """By a leader, who sees nothing of the log."""

    username = text_field(N_("Brukernavn"), N_("Skriv brukernavnet til den du vil spørre."), longest=USERNAME)
    text = text_field(
        N_("Til familien og den du spør"),
        N_("Skriv noen ord til familien og den du spør."),
        longest=LONGEST,
        too_long=TOO_LONG,
    )
    decided = BooleanField(DECIDED)


class CheckForm(Form):
    """How it went."""

    text = text_field(
        N_("Hva har gått bra, og hva kan bli bedre?"),
        N_("Skriv hvordan det har gått."),
        longest=LONGEST,
        too_long=TOO_LONG,
    )
