"""Asking why somebody looked at the log: one press."""

from datetime import date
from uuid import UUID

from wtforms import HiddenField

from parentapp.errors import Hidden
from parentapp.forms.base import Form


class WhyForm(Form):
    read = HiddenField()

    def reading(self) -> tuple[UUID, date]:
        """Whose, and on which day. Raises Hidden for what says neither."""
        who, _, day = (self.read.data or "").partition(".")
        try:
            account, read_on = UUID(who), date.fromisoformat(day)
        except ValueError:
            raise Hidden from None
        if not 2000 <= read_on.year <= 9000:  # beyond, there is no midnight to count from
            raise Hidden
        return account, read_on
