"""The app, served on the loopback over the cast of one test, at the moment that the test says it is."""

import threading
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import flask
from werkzeug.serving import make_server

from parentapp import clock
from parentapp.domain import accounts
from parentapp.models import Account
from tests.cast import Cast

LONGEST_WAIT = 10  # seconds for answers under way when a test ends


class Server:
    """One listening server for all tests of a process, so that the browser keeps the style sheet between them."""

    def __init__(self) -> None:
        self.site: Site | None = None
        self._under_way = 0
        self._changed = threading.Condition()
        self._server = make_server("127.0.0.1", 0, self._answer, threaded=True)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def settle(self) -> None:
        """Wait until nothing is being answered: the database is about to go."""
        with self._changed:
            assert self._changed.wait_for(lambda: not self._under_way, LONGEST_WAIT), "an answer is still under way"

    def stop(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _answer(self, environ: dict[str, Any], start: Any) -> Any:
        with self._changed:
            self._under_way += 1
        try:
            return self._ask(environ, start)
        finally:
            with self._changed:
                self._under_way -= 1
                self._changed.notify_all()

    def _ask(self, environ: dict[str, Any], start: Any) -> Any:
        if self.site is None:  # a straggler between two tests
            start("503 Service Unavailable", [])
            return []
        with clock.at(self.site.now):
            return self.site.app.wsgi_app(environ, start)


class Site:
    """The app as one test meets it."""

    def __init__(self, server: Server, app: flask.Flask, cast: Cast) -> None:
        self.address = server.address
        self.app = app
        self.cast = cast
        self.now: datetime = cast.now
        self.named: dict[str, UUID] = {}  # what a test has made besides the cast

    def passes(self, **time: float) -> None:
        """Let time go by for the server: `passes(minutes=31)`."""
        self.now += timedelta(**time)

    def session(self, username: str) -> str:
        """A live session's token for somebody of the cast."""
        with clock.at(self.now):
            return accounts.start_session(Account.get_by_id(self.cast.accounts[username]))

    def reads(self, username: str, locale: str) -> None:
        """From now on that person reads this language."""
        Account.update(locale=locale).where(Account.id == self.cast.accounts[username]).execute()

    def place(self, address: str, locale: str = "nb") -> str:
        """An address with names in it: `/logs/{logs[sofia]}`, and perhaps the reader's language."""
        return address.format(named=self.named, locale=locale, **vars(self.cast))
