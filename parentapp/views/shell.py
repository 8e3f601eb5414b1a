"""What the app keeps on a phone: its name and icons, its worker, and the two pages that open without network.

None of it holds anything about anybody: it is the same for all who read the language.
"""

from typing import Any

from flask import Blueprint, Response, abort, current_app, json

from parentapp.domain import help_now
from parentapp.views.guarding import public, without_database
from parentapp.views.rendering import languages, render, speak_in
from parentapp.views.statics import built

bp = Blueprint("shell", __name__)

NAME = "Min stafett"  # says nothing of what it is about to who looks over a shoulder
ALWAYS_ASK = {"Cache-Control": "no-cache"}  # a new version is found on the next visit
SCRIPT = "text/javascript; charset=utf-8"


@bp.get("/manifest.webmanifest")
@public
@without_database
def manifest() -> Any:
    asset: Any = current_app.jinja_env.globals["asset"]
    sizes = {"icon-192.png": "192x192", "icon-512.png": "512x512"}
    icons = [
        {"src": asset(name), "sizes": size, "type": "image/png", "purpose": purpose}
        for name, size in sizes.items()
        for purpose in ("any", "maskable")
    ]
    told = {
        "id": "/",
        "name": NAME,
        "short_name": NAME,
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#f7f2e8",
        "theme_color": "#0f5346",
        "icons": icons,
    }
    return Response(json.dumps(told), mimetype="application/manifest+json", headers=ALWAYS_ASK)


@bp.get("/service-worker.js")
@public
@without_database
def service_worker() -> Any:
    return Response(built("service-worker.js"), content_type=SCRIPT, headers=ALWAYS_ASK)


@bp.get("/offline/<locale>")
@public
@without_database
def offline(locale: str) -> Any:
    """«Ingen nett», for the phone to keep."""
    return _kept(locale, "shell/offline.html")


@bp.get("/help-now/<locale>")
@public
@without_database
def help_without_network(locale: str) -> Any:
    """Haster, for the phone to keep."""
    return _kept(locale, "help_now/show.html")


def _kept(locale: str, template: str) -> Any:
    if locale not in {language.code for language in languages()}:
        abort(404)
    speak_in(locale)
    return render(template, help=help_now.numbers(), kept=True)
