"""What an address or a form asks for, read strictly: a word that is no such thing is answered as no page at all."""

from collections.abc import Collection
from uuid import UUID

from flask import request

from parentapp.domain.pressing import Press
from parentapp.errors import Hidden
from parentapp.forms.base import Form
from parentapp.views.local import local_path


def asked_id(name: str) -> UUID | None:
    """The id of that name in the query, if there is one. Raises Hidden for what is no id."""
    text = request.args.get(name)
    if not text:
        return None
    try:
        return UUID(text)
    except ValueError:
        raise Hidden from None


def asked_word(name: str, known: Collection[str]) -> str | None:
    """One of a few words in the query, if there is one. Raises Hidden for any other."""
    word = request.args.get(name) or None
    if word is not None and word not in known:
        raise Hidden
    return word


def is_part() -> bool:
    """Whether the browser wants a part for the page it has, not a page."""
    return "HX-Request" in request.headers


def pressed(form: Form, *said: str) -> Press | None:
    """The form's one press with everything that was said with it; None where the page gave no key."""
    key = form.press_key()
    return Press(key, said, local_path(request.form.get("back", ""))) if key else None
