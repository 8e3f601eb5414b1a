"""«Privat for meg»: from which guardians; and why health staff keep something back for a child."""

from uuid import UUID

from flask import request

from parentapp.forms.base import Form, text_field
from parentapp.i18n import N_

LONGEST = 500  # characters of a reason


class ChooseForm(Form):
    """The guardians that were ticked. None is an answer too."""

    def chosen(self) -> list[UUID] | None:
        """None for what is no id."""
        try:
            return sorted({UUID(text) for text in request.form.getlist("guardian")})
        except ValueError:
            return None


class WithholdForm(Form):
    reason = text_field(N_("Hva har barnet sagt om dette?"), N_("Skriv hva barnet har sagt."), longest=LONGEST)


class TellForm(Form):
    """Nothing but the press."""
