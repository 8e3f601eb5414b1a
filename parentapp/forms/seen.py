"""Asking why somebody looked at the log: one press."""

from uuid import UUID

from wtforms import HiddenField

from parentapp.errors import Hidden
from parentapp.forms.base import Form


class WhyForm(Form):
    line = HiddenField()

    def line_id(self) -> UUID:
        """The line it is about. Raises Hidden for what is no id."""
        try:
            return UUID(self.line.data or "")
        except ValueError:
            raise Hidden from None
