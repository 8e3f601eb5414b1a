"""Freezing a log: why, and that the safe parent was warned first, by a person."""

from parentapp.forms.base import Form, choice_field, text_field
from parentapp.i18n import N_

LONGEST = 1000  # characters
TOO_LONG = N_("Teksten er for lang. Det er plass til 1000 tegn.")


class FreezeForm(Form):
    """Nothing is chosen beforehand: whoever presses says what they have done."""

    warned = choice_field(
        N_("Er den trygge forelderen varslet, av et menneske?"),
        [("spoken", ""), ("nobody", "")],
        N_("Si om en trygg forelder er varslet."),
    )
    text = text_field(N_("Hvorfor må innsynet stanses?"), N_("Skriv hvorfor."), longest=LONGEST, too_long=TOO_LONG)

    def spoken(self) -> bool:
        """Whether they have spoken with a safe parent; else there is none to warn."""
        return bool(self.warned.data == "spoken")


class ConfirmForm(Form):
    """Why it must last."""

    text = text_field(N_("Hvorfor må det vare lenger?"), N_("Skriv hvorfor."), longest=LONGEST, too_long=TOO_LONG)
