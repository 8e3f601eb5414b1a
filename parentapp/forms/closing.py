"""Closing a log together: why, in plain words."""

from parentapp.forms.base import Form, text_field
from parentapp.i18n import N_

LONGEST = 2000  # characters


class ProposeForm(Form):
    """What worked, and who to call later."""

    text = text_field(
        N_("Hva har hjulpet, og hvem kan dere ringe siden?"),
        N_("Skriv hva som har hjulpet, og hvem dere kan ringe siden."),
        longest=LONGEST,
        too_long=N_("Teksten er for lang. Det er plass til 2000 tegn."),
    )
