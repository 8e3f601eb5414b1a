"""Sends whatever it is given as one person after another, and holds each answer against the promise."""

import gzip
import html
import re
from typing import Any

import brotli
import zstandard
from werkzeug.test import TestResponse

from parentapp import crypto, i18n
from parentapp.forms.base import clean
from parentapp.models import Account
from tests import cast as casting
from tests.browsing import Browser
from tests.cast import Cast
from tests.proofs.apps import bare_app
from tests.proofs.filled import Form
from tests.proofs.forms import CHOICES, DOOR, TEXTS
from tests.proofs.hostile import WITH_FILES, Fields, encoded, with_files
from tests.proofs.naming import names, ready

OURS = re.compile(r"Traceback|File \"|peewee|psycopg|sqlite3|werkzeug|jinja2|parentapp\.")
REFUSED = {400, 403, 404, 405, 409, 411, 413, 415, 422, 429}
FORM = "application/x-www-form-urlencoded"


class Asking:
    """Sends what it is given, as one person after another, and holds the answer against the promise."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.app = (cast := ready(cast)), bare_app()
        self.names = names(self.cast)
        people = {form.person for form in (*TEXTS, *CHOICES, DOOR)} | {"oksana"}
        self.browsers = {person: self._browser(person) for person in people}

    def _browser(self, person: str | None) -> Browser:
        return Browser(self.app, self.cast.accounts[person] if person else None)

    def send(self, form: Form, sent: Fields, **how: Any) -> TestResponse:
        browser = self.browsers[form.person]
        token = [("csrf_token", browser.token().encode())] if how.pop("mine", True) else []
        how.setdefault("content_type", FORM)
        return browser.client.post(self.where(form), data=encoded([*token, *sent]), **how)

    def send_as_files(self, form: Form, names: set[str]) -> TestResponse:
        """The form as it should be, but with these of its fields as files."""
        browser = self.browsers[form.person]
        every = {"csrf_token": browser.token(), "press": str(crypto.new_id()), "back": "/", **form.good}
        right = [(name, value.encode()) for name, value in every.items()]
        sent, files = ([pair for pair in right if (pair[0] in names) is is_file] for is_file in (False, True))
        return browser.client.post(self.where(form), data=with_files(sent, files), content_type=WITH_FILES)

    def send_as_json(self, form: Form, said: object) -> TestResponse:
        browser = self.browsers[form.person]
        return browser.client.post(self.where(form), json=said, headers={"X-CSRF-Token": browser.token()})

    def where(self, form: Form) -> str:
        return form.address.format(**self.names)

    def check(self, response: TestResponse, person: str | None) -> None:
        page = unpacked(response)
        assert response.status_code in REFUSED | {200, 204, 303, 308}, response.status_code
        assert not OURS.search(page), page[:2000]
        if "<html" in page and person is not None and response.status_code not in (303, 308):
            reads = i18n.choose(
                stored=Account.get_by_id(self.cast.accounts[person]).locale,
                cookie=None,
                accept_language=None,
                among=["nb", *casting.LANGUAGES.split()],
            )
            assert f'<html lang="{i18n.html_lang(reads)}" dir="{i18n.direction(reads)}"' in page
            assert response.status_code not in REFUSED or "<h1" in page, "it says what is wrong"

    def check_kept(self, response: TestResponse, sent: Fields) -> None:
        """Refused for what is in it, a form comes back with what was typed."""
        typed = next((value for name, value in sent if name in ("text", "username")), None)
        if response.status_code == 422 and typed is not None and is_text(typed):
            page = html.unescape(response.get_data(as_text=True)).replace("\r", "")
            as_kept, as_sent = clean(typed.decode()), clean(typed.decode(), longest=0)  # far too long: as it was sent
            assert as_kept in page or as_sent in page


def unpacked(response: TestResponse) -> str:
    """What the browser would read."""
    ways = {"gzip": gzip.decompress, "br": brotli.decompress, "zstd": zstandard.ZstdDecompressor().decompress}
    body = response.get_data()
    return ways.get(response.headers.get("Content-Encoding", ""), bytes)(body).decode() if body else ""


def is_text(typed: bytes) -> bool:
    try:
        return bool(typed.decode())
    except UnicodeDecodeError:
        return False
