"""A browser without a screen: logs in as somebody of the cast, sends forms as the pages do, and looks at every page."""

from dataclasses import dataclass, field
from datetime import timedelta
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from flask import Flask
from werkzeug.test import TestResponse

from parentapp import clock, crypto
from parentapp.crypto.tokens import masked_token
from parentapp.domain import accounts
from parentapp.models import Account, LoginSession
from tests.counting import questions

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
SVG_ALONE = {"use", "path", "rect", "circle", "ellipse"}


class Browser:
    """One person's browser. `account` None: nobody is logged in."""

    def __init__(self, app: Flask, account: UUID | None) -> None:
        self.app = app
        self.account = account
        self.client = app.test_client()
        self.visitor = crypto.token()
        self.client.set_cookie("visitor", self.visitor)
        self.secret: str | None = None
        self.asked = 0  # how many questions the page that was got last asked the database
        if account is not None:
            self.secret = accounts.start_session(Account.get_by_id(account))
            self.client.set_cookie("session", self.secret)

    def get(self, address: str, *, htmx: bool = False, **options: Any) -> TestResponse:
        headers = {**options.pop("headers", {}), **({"HX-Request": "true"} if htmx else {})}
        with questions() as asked:
            response = self.client.get(address, headers=headers, **options)
        self.asked = len(asked)
        return self._looked_at(response, part=htmx)

    def submit(self, address: str, *, htmx: bool = False, token: str | None = None, **fields: Any) -> TestResponse:
        """Send a form made for this person."""
        given = {"press": str(crypto.new_id()), "csrf_token": self.token() if token is None else token, **fields}
        headers = {"HX-Request": "true"} if htmx else {}
        kept = {name: value for name, value in given.items() if value is not None}
        return self._looked_at(self.client.post(address, data=kept, headers=headers), part=htmx)

    def token(self) -> str:
        """What a page would have put into its forms now."""
        owner = f"account/{self.account}" if self.account else f"visitor/{self.visitor}"
        secret_key: bytes = self.app.config["SETTINGS"].secret_key
        return masked_token(secret_key, f"{owner}/{clock.today().toordinal()}")

    def run_out(self) -> None:
        """Nothing has been done for an hour: all of the person's sessions have ended by themselves."""
        long_ago = clock.now() - timedelta(hours=1)
        LoginSession.update(used_at=long_ago).where(LoginSession.account == self.account).execute()

    def follow(self, response: TestResponse) -> TestResponse:
        """Go where a form's answer sends one."""
        assert response.status_code == 303, response.status_code
        return self.get(response.headers["Location"])

    def _looked_at(self, response: TestResponse, *, part: bool) -> TestResponse:
        assert response.status_code < 500, response.get_data(as_text=True)[-2000:]
        if response.mimetype == "text/html" and response.status_code not in (204, 301, 302, 303):
            faults = faults_of(response.get_data(as_text=True), part=part or not response.data)
            assert not faults, (response.request.path, faults)
        assert "Content-Security-Policy" in response.headers
        return response


def words_of(response: TestResponse) -> str:
    """What stands in the answer; nothing in a picture, or on paper."""
    return "" if response.mimetype.startswith(("image/", "application/pdf")) else response.get_data(as_text=True)


def path_of(response: TestResponse) -> str:
    """Where an answer sends one, without what hangs on the address."""
    return urlsplit(response.headers["Location"]).path


@dataclass
class Looked:
    """What stood out while reading a page."""

    faults: list[str] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    pointed_at: set[str] = field(default_factory=set)
    labelled: set[str] = field(default_factory=set)
    fields: list[dict[str, str]] = field(default_factory=list)
    headings: int = 0
    words: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.looked = Looked()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        look = self.looked
        if "style" in given or any(name.startswith(("on", "hx-on")) for name in given):
            look.faults.append(f"inline style or script on <{tag}>")
        if (tag == "script" and "src" not in given) or tag == "style":
            look.faults.append(f"inline <{tag}>")
        if (name := given.get("id")) is not None:
            look.faults += [f"two of #{name}"] if name in look.ids else []
            look.ids.add(name)
        look.pointed_at |= set(given.get("aria-labelledby", "").split()) | set(
            given.get("aria-describedby", "").split()
        )
        look.labelled |= {given["for"]} if tag == "label" and "for" in given else set()
        if tag in ("input", "textarea", "select") and given.get("type") not in ("hidden", "submit"):
            look.fields.append(given | ({"inside": "label"} if "label" in self.open else {}))
        look.headings += tag == "h1"
        if tag not in VOID | SVG_ALONE:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID | SVG_ALONE:
            return
        if not self.open or self.open[-1] != tag:
            self.looked.faults.append(f"</{tag}> closes {self.open[-1:] or 'nothing'}")
            return
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.looked.words.append(data)


def faults_of(page: str, *, part: bool) -> list[str]:
    """Everything about a page that no page may have."""
    reader = _Reader()
    reader.feed(page)
    look = reader.looked
    faults = look.faults + [f"<{tag}> is never closed" for tag in reader.open]
    faults += [f"{name} is pointed at, and not there" for name in sorted(look.pointed_at - look.ids) if not part]
    for given in look.fields:
        named = given.get("aria-label") or given.get("inside") or given.get("id") in look.labelled
        faults += [] if named else [f"a field without a label: {given.get('name')}"]
    if not part and "<main" in page and look.headings != 1:
        faults.append(f"{look.headings} main headings")
    words = " ".join(look.words)
    faults += [f"«{sign}» on the page" for sign in ("{n}", "{name}", "None", "<parentapp", "&lt;bdi") if sign in words]
    return faults
