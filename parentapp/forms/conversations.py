"""A message in a conversation."""

from uuid import UUID

from wtforms import HiddenField

from parentapp.enums import ReadyMessage
from parentapp.forms.base import Form, choice_field, text_field
from parentapp.i18n import N_


class Answering(Form):
    """Knows the last message that stood on the page when it was sent."""

    after = HiddenField()

    def last_shown(self) -> UUID | None:
        try:
            return UUID(self.after.data or "")
        except ValueError:
            return None


class MessageForm(Answering):
    """One's own words."""

    text = text_field(N_("Meldingen din"), N_("Skriv noe først."))


class ReadyForm(Answering):
    """A ready-made message: one press is the whole message."""

    ready = choice_field(
        N_("Ferdig melding"), [(each.value, each.value) for each in ReadyMessage], N_("Velg en av meldingene.")
    )

    def said(self) -> ReadyMessage:
        return ReadyMessage(self.ready.data)
