"""Posting a lysglimt, and giving one a heart."""

from parentapp.enums import Audience, Feeling
from parentapp.forms.base import Form, choice_field, text_field
from parentapp.i18n import N_

LONGEST = 500  # characters


class LysglimtForm(Form):
    """A small good moment: the words, a feeling for those who like, who may see it."""

    text = text_field(
        N_("Lysglimtet ditt"),
        N_("Skriv noen ord om det som var fint."),
        longest=LONGEST,
        too_long=N_("Teksten er for lang. Det er plass til 500 tegn."),
    )
    feeling = choice_field(
        N_("Hvordan kjentes det?"),
        [("", ""), *((each.value, each.name) for each in Feeling)],
        N_("Velg en av følelsene, eller ingen."),
    )
    audience = choice_field(
        N_("Hvem skal se det?"),
        [(each.value, each.name) for each in Audience],
        N_("Velg hvem som skal se det."),
        default=Audience.LOG.value,
    )

    def chosen_feeling(self) -> Feeling | None:
        return Feeling(self.feeling.data) if self.feeling.data else None

    def chosen_audience(self) -> Audience:
        return Audience(self.audience.data)


class HeartForm(Form):
    """A heart given («1») or taken back («0»)."""

    on = choice_field(N_("Hjerte"), [("1", "1"), ("0", "0")], N_("Velg om du vil gi et hjerte."))
