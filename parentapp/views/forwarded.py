"""Says once in each process that a proxy speaks for others and is not believed. Believes nobody itself."""

import logging

from flask import Flask, request

from parentapp.config import Settings

HEADER = "X-Forwarded-For"

logger = logging.getLogger(__name__)


def init_app(app: Flask) -> None:
    """Listen for the header, where no proxy is expected."""
    settings: Settings = app.config["SETTINGS"]
    if not settings.proxies:
        said: list[bool] = []
        app.before_request(lambda: _say(said))


def _say(said: list[bool]) -> None:
    """A warning, the first time. Without the address: the log is no place for it."""
    if not said and HEADER in request.headers:
        said.append(True)
        logger.warning(
            "%s arrives, and PROXIES is 0. If a proxy of yours sends it, all tries to log in are counted as from one"
            " address, and anybody can shut everybody out: set PROXIES to how many proxies there are.",
            HEADER,
        )
