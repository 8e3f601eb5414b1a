"""Our few cookies: the session, a mark for those not logged in, the language, the known device."""

from datetime import timedelta

from flask import Response, current_app, request
from werkzeug.wrappers import Response as AnyResponse

SESSION = "session"
ANONYMOUS = "visitor"
LANGUAGE = "lang"
DEVICE = "device"
LONG = timedelta(days=365)


def session_token() -> str | None:
    return read_cookie(SESSION)


def read_cookie(name: str) -> str | None:
    """The cookie's value, if it is of a shape that we could have set."""
    value = request.cookies.get(_full(name), "")
    return value if 0 < len(value) <= 200 and value.isascii() and value.isprintable() else None


def set_cookie(response: Response | AnyResponse, name: str, value: str, lasts: timedelta | None = None) -> None:
    """Only for this site, out of reach of scripts; over https only, save in the demo. Without `lasts`: until closed."""
    secure = _secure()
    age = int(lasts.total_seconds()) if lasts else None
    response.set_cookie(_full(name), value, max_age=age, path="/", secure=secure, httponly=True, samesite="Lax")


def drop_cookie(response: Response | AnyResponse, name: str) -> None:
    response.delete_cookie(_full(name), path="/", secure=_secure(), httponly=True, samesite="Lax")


def _full(name: str) -> str:
    return f"__Host-{name}" if _secure() else name


def _secure() -> bool:
    secure: bool = current_app.config["SETTINGS"].secure_cookies
    return secure
