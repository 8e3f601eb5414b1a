"""What went wrong, said plainly in the person's language. A thing that is not theirs looks like no thing at all."""

import logging
from typing import Any

from flask import Flask, request
from werkzeug.exceptions import HTTPException

from parentapp.crypto import KeyMissing
from parentapp.domain import help_now
from parentapp.errors import Conflict, Denied, Hidden, LooksLikePlace, Throttled
from parentapp.views.guarding import AS_IT_IS
from parentapp.views.local import local_path
from parentapp.views.rendering import render, speak_to_nobody

logger = logging.getLogger(__name__)

PEOPLES_OWN = (
    "text",
    "reply",
    "reason",
    "place",
    "described",
    "caption",
)  # boxes people write in; several are numbered


def init_app(app: Flask) -> None:
    app.register_error_handler(Hidden, lambda _: not_found())
    app.register_error_handler(404, lambda _: not_found())
    app.register_error_handler(405, lambda _: not_found())
    app.register_error_handler(Denied, lambda _: render("errors/not_allowed.html", 403))
    app.register_error_handler(Conflict, _conflict)
    app.register_error_handler(LooksLikePlace, _looks_like_place)
    app.register_error_handler(Throttled, _throttled)
    app.register_error_handler(413, lambda _: render("errors/too_much.html", 413))
    app.register_error_handler(HTTPException, _other)
    app.register_error_handler(500, _broken)
    app.register_error_handler(KeyMissing, _broken)
    app.register_error_handler(Exception, _broken)


def not_found() -> Any:
    """The same bytes for what is not there and for what is not yours."""
    return render("errors/not_found.html", 404)


def not_your_form() -> Any:
    """The form was made for somebody else, or long ago. Nothing was done; what was written is shown again."""
    return render("errors/not_your_form.html", 403, written=_written(), back=_page_of_form())


def _conflict(error: Conflict) -> Any:
    """Something changed meanwhile. To a page that is already there, only the part."""
    template = "errors/_conflict.html" if "HX-Request" in request.headers else "errors/conflict.html"
    sent = request.method == "POST"  # nothing was, by somebody who only asked for the page to write on
    return render(template, 409, reason=error.reason, written=_written(), back=_page_of_form(), sent=sent)


def _looks_like_place(error: LooksLikePlace) -> Any:
    """The same form once more: what looks like a place in boxes to change, the rest as it was sent."""
    template = "errors/_place.html" if "HX-Request" in request.headers else "errors/place.html"
    sent = [(name, text) for name, text in request.form.items(multi=True) if name != "csrf_token"]
    boxes = [(name, text) for name, text in sent if text in error.texts]
    files = [name for name, file in request.files.items() if file.filename]
    address = request.full_path.removesuffix("?")
    rest = [each for each in sent if each not in boxes]
    return render(template, 422, address=address, boxes=boxes, rest=rest, files=files, as_it_is=AS_IT_IS)


def _throttled(error: Throttled) -> Any:
    response = render("errors/throttled.html", 429, minutes=error.minutes)
    response.headers["Retry-After"] = str(error.minutes * 60)
    return response


def _other(error: HTTPException) -> Any:
    if error.code is None or error.code < 400:
        return error
    return render("errors/not_understood.html", error.code)


def _broken(error: Exception) -> Any:
    """Our fault. The log gets the trace; the person gets a calm page, the numbers to call, and their words back.

    Nothing here may ask who is here: that may be what failed.
    """
    logger.exception("an answer failed: %s %s", request.method, request.endpoint)
    if request.endpoint == "accounts.hide":
        from parentapp.views.accounts import leave

        return leave()  # whatever else fails, this button does not
    speak_to_nobody()
    return render("errors/broken.html", 500, help=help_now.numbers(), written=_written())


def _written() -> list[str]:
    try:
        return [text for name, text in request.form.items() if name.partition("_")[0] in PEOPLES_OWN and text]
    except HTTPException:  # a form that cannot be read at all
        return []


def _page_of_form() -> str:
    return local_path(request.form.get("back", ""))
