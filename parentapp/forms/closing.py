"""Closing a log together: why, in plain words."""

from functools import partial

from wtforms import Field, StringField

from parentapp.forms.base import Form, Readable, clean, text_field
from parentapp.i18n import N_

LONGEST = 2000  # characters
WORDS_MISSING = N_("Skriv hva som har hjulpet, og hvem dere kan ringe siden.")
TOO_LONG = N_("Teksten er for lang. Det er plass til 2000 tegn.")


def _no_more(form: object, field: Field) -> None:
    """Nothing has to be written."""
    if field.data:
        Readable(LONGEST, WORDS_MISSING, TOO_LONG)(form, field)


class QuietProposeForm(Form):
    """Of a pregnancy: whatever the reason is, nobody has to write it."""

    text = StringField(
        N_("Er det noe du vil skrive?"), filters=[partial(clean, longest=LONGEST)], validators=[_no_more]
    )


class ProposeForm(Form):
    """What worked, and who to call later."""

    text = text_field(
        N_("Hva har hjulpet, og hvem kan dere ringe siden?"),
        WORDS_MISSING,
        longest=LONGEST,
        too_long=TOO_LONG,
    )
