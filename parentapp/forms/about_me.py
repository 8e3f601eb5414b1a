"""«Dette er meg»: one topic at a time."""

from parentapp.forms.base import Form, text_field
from parentapp.i18n import N_

LONGEST = 1000  # characters


class AboutMeForm(Form):
    """What the child wants helpers to know about one topic."""

    text = text_field(N_("Skriv med egne ord"), N_("Skriv noen ord."), longest=LONGEST)
