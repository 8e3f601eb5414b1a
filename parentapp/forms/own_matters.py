"""Which services an adult lets read what is about themselves."""

from uuid import UUID

from flask import request

from parentapp.forms.base import Form


class ShareForm(Form):
    """The services that were ticked. None is an answer too: «bare meg og den som skrev»."""

    def chosen(self) -> list[UUID] | None:
        """None for what is no id."""
        try:
            return sorted({UUID(text) for text in request.form.getlist("unit")})
        except ValueError:
            return None
