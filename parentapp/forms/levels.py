"""How many services help together from now on, and why."""

from parentapp.enums import Level
from parentapp.forms.base import Form, choice_field, text_field
from parentapp.i18n import N_

LONGEST = 1000  # characters


class LevelForm(Form):
    level = choice_field(
        N_("Hvor er dere nå?"), [(str(each.value), each.name) for each in Level], N_("Velg hvor dere er nå.")
    )
    text = text_field(N_("Hvorfor?"), N_("Skriv hvorfor, med ord familien kan lese."), longest=LONGEST)

    def chosen(self) -> Level:
        return Level(int(self.level.data))
