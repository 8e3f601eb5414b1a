"""«Min mening»: what somebody wants said in a meeting, and what a child without a login was heard to want."""

from wtforms import StringField
from wtforms.validators import ValidationError

from parentapp.enums import Face, Telling
from parentapp.forms.base import Form, Readable, choice_field, clean, text_field
from parentapp.i18n import N_

LONGEST = 2000  # characters
TOO_LONG = N_("Teksten er for lang. Det er plass til 2000 tegn.")


class StatementForm(Form):
    """How it is to come out, and words or a face."""

    telling = choice_field(
        N_("Hvordan skal det komme fram?"),
        [(each.value, each.name) for each in Telling],
        N_("Velg hvordan det skal komme fram."),
    )
    face = choice_field(
        N_("Hvordan kjennes det nå?"),
        [("", ""), *((each.value, each.name) for each in Face)],
        N_("Velg et av ansiktene, eller ingen."),
        default="",
    )
    text = StringField(N_("Hva vil du at de andre skal vite?"), filters=[lambda text: clean(text, LONGEST)])

    def chosen_telling(self) -> Telling:
        return Telling(self.telling.data)

    def chosen_face(self) -> Face | None:
        return Face(self.face.data) if self.face.data else None

    def validate_text(self, field: StringField) -> None:
        """Words, or a face in their place."""
        if not field.data:
            if not self.face.data:
                raise ValidationError(N_("Skriv noen ord, eller velg et ansikt."))
            return
        Readable(LONGEST, N_("Skriv noen ord, eller velg et ansikt."), TOO_LONG)(self, field)


class HeardForm(Form):
    """What a child wants said, written down by whoever heard it."""

    text = text_field(
        N_("Dette ønsket barnet sagt"), N_("Skriv hva barnet ønsket sagt."), longest=LONGEST, too_long=TOO_LONG
    )


class TakeBackForm(Form):
    """Only the press of a button."""
