"""Min stafett: families steer the help around a child. This file only wires the rooms together."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from parentapp.config import Settings


def create_app(settings: "Settings | None" = None) -> "Flask":
    """The web app. Opens the database and the key store; raises config.Unsafe rather than start unsafely.

    Without `settings`, as servers call it: those of the environment, and only on tables that are up to date.
    """
    from flask import Flask  # here, so that the lower rooms can be used without a web server
    from werkzeug.middleware.proxy_fix import ProxyFix

    from parentapp import config, opening, views

    if settings is None:
        settings = config.load()
        opening.must_be_migrated(settings)
    opening.open_all(settings)
    app = Flask("parentapp", static_folder=None)
    app.config["SETTINGS"] = settings
    app.config["MAX_CONTENT_LENGTH"] = 256 * 1024
    app.config["MAX_FORM_MEMORY_SIZE"] = 256 * 1024
    if settings.proxies:  # else anybody could say that they are somebody else's address
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]  # this is how a WSGI app is wrapped
            app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies
        )
    views.init_app(app)
    return app
