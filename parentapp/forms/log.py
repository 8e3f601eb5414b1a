"""What professionals write in the log: a note, or something they wonder about."""

from wtforms import BooleanField

from parentapp.forms.base import Form, text_field
from parentapp.i18n import N_


class NoteForm(Form):
    """A note, often of one line («ringte, avtalte …»)."""

    text = text_field(N_("Hva har skjedd?"), N_("Skriv hva som har skjedd."))
    health = BooleanField(N_("Dette gjelder helse"))


class ConcernForm(Form):
    """What made somebody look closer."""

    text = text_field(N_("Hva har du sett eller hørt?"), N_("Skriv hva du har sett eller hørt."))
