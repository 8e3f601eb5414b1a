"""Posting a lysglimt, and giving one a heart."""

from functools import partial

from wtforms import StringField

from parentapp.enums import GLIMPSED, Audience, Feeling
from parentapp.forms.base import Form, Readable, choice_field, clean
from parentapp.forms.pictures import PictureField
from parentapp.i18n import N_

LONGEST, LONGEST_DESCRIPTION = 500, 200  # characters
TOO_LONG = N_("Teksten er for lang. Det er plass til 500 tegn.")
READABLE = Readable(LONGEST, N_("Skriv noen ord, eller velg et bilde."), TOO_LONG)
DESCRIBES = Readable(
    LONGEST_DESCRIPTION,
    N_("Teksten har tegn vi ikke kan lese. Skriv den på nytt."),
    N_("Beskrivelsen er for lang. Det er plass til 200 tegn."),
)


class LysglimtForm(Form):
    """A small good moment: words, a picture or both, a feeling for those who like, who may see it."""

    text = StringField(N_("Lysglimtet ditt"), filters=[partial(clean, longest=LONGEST)])
    picture = PictureField(N_("Legg til bilde"))
    described = StringField(N_("Hva ser vi på bildet?"), filters=[partial(clean, longest=LONGEST_DESCRIPTION)])
    feeling = choice_field(
        N_("Hvordan kjentes det?"),
        [("", ""), *((each.value, each.name) for each in Feeling)],
        N_("Velg en av følelsene, eller ingen."),
    )
    audience = choice_field(
        N_("Hvem skal se det?"),
        [(each.value, each.name) for each in GLIMPSED],
        N_("Velg hvem som skal se det."),
        default=Audience.LOG.value,
    )

    def validate_text(self, field: StringField) -> None:
        """A picture alone says enough."""
        if field.data or not self.picture.chosen:
            READABLE(self, field)

    def validate_described(self, field: StringField) -> None:
        if field.data:
            DESCRIBES(self, field)

    def chosen_feeling(self) -> Feeling | None:
        return Feeling(self.feeling.data) if self.feeling.data else None

    def chosen_audience(self) -> Audience:
        return Audience(self.audience.data)


class HeartForm(Form):
    """A heart given («1») or taken back («0»)."""

    on = choice_field(N_("Hjerte"), [("1", "1"), ("0", "0")], N_("Velg om du vil gi et hjerte."))
