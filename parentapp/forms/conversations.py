"""A message in a conversation."""

from uuid import UUID

from wtforms import HiddenField

from parentapp.forms.base import Form, text_field
from parentapp.i18n import N_


class MessageForm(Form):
    """The words, and the last message that stood on the page when they were written."""

    text = text_field(N_("Meldingen din"), N_("Skriv noe først."))
    after = HiddenField()

    def last_shown(self) -> UUID | None:
        try:
            return UUID(self.after.data or "")
        except ValueError:
            return None
