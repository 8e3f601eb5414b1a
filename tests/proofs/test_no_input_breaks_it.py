"""No input breaks it: whatever is sent, the answer is no error of ours, speaks the person's language, loses no text."""

import gzip
import html
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote
from uuid import UUID

import brotli
import pytest
import zstandard
from flask import request
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from parentapp import clock, i18n
from parentapp.forms.base import clean
from parentapp.models import Account, Draft, LoginSession, Throttle
from parentapp.views import log as log_views
from tests.browsing import Browser
from tests.cast import Cast
from tests.proofs.apps import LONG, bare_app
from tests.proofs.hostile import CONTENT_TYPES, METHODS, Fields, cookies, encoded, fields, headers, texts, values

EXAMPLES = {"sqlite": 10_000 if LONG else 300, "postgres": 10_000 if LONG else 100}
OURS = re.compile(r"Traceback|File \"|peewee|psycopg|sqlite3|werkzeug|jinja2|parentapp\.")
REFUSED = {400, 403, 404, 405, 409, 411, 413, 415, 422, 429}
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Form:
    person: str | None
    address: str  # with names of the cast in it
    good: dict[str, str]


TEXTS = (
    Form("kari", "/logs/{sofia}/notes", {"text": "Ringte.", "health": "y"}),
    Form("kari", "/logs/{sofia}/concerns", {"text": "Sover hun?"}),
    Form("yusuf", "/logs/{amina}/lysglimt", {"text": "Hun lo.", "feeling": "glad", "audience": "log"}),
    Form("yusuf", "/conversations/{talk}/messages", {"text": "Hei.", "after": ""}),
)
CHOICES = (
    Form("yusuf", "/lysglimt/{glimpse}/heart", {"on": "1", "back": "/"}),
    Form("yusuf", "/consents/{request}/answer", {"answer": "later"}),
    Form("mona", "/settings/language", {"chosen": "nb", "back": "/"}),
    Form("yusuf", "/logs/{amina}/conversations", {}),
    Form("mona", "/settings/end-others", {}),
)
DOOR = Form(None, "/login", {"username": "oksana", "password": "feil", "next": "/"})


class Asking:
    """Sends what it is given, as one person after another, and holds the answer against the promise."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.app = cast, bare_app()
        self.names = {
            "sofia": cast.logs["sofia"],
            "amina": cast.logs["amina"],
            "talk": cast.conversations["amina.yusuf"],
            "glimpse": cast.entries["amina.lysglimt"],
            "request": cast.requests["amina.school"],
        }
        people = {form.person for form in (*TEXTS, *CHOICES, DOOR)} | {"oksana"}
        self.browsers = {person: self._browser(person) for person in people}

    def _browser(self, person: str | None) -> Browser:
        return Browser(self.app, self.cast.accounts[person] if person else None)

    def send(self, form: Form, sent: Fields, **how: Any) -> TestResponse:
        browser = self.browsers[form.person]
        token = [("csrf_token", browser.token().encode())] if how.pop("mine", True) else []
        where = form.address.format(**self.names)
        how.setdefault("content_type", FORM)
        return browser.client.post(where, data=encoded([*token, *sent]), **how)

    def check(self, response: TestResponse, person: str | None) -> None:
        page = unpacked(response)
        assert response.status_code in REFUSED | {200, 204, 303, 308}, response.status_code
        assert not OURS.search(page), page[:2000]
        if "<html" in page and person is not None and response.status_code not in (303, 308):
            reads = i18n.choose(
                stored=Account.get_by_id(self.cast.accounts[person]).locale, cookie=None, accept_language=None
            )
            assert f'<html lang="{i18n.html_lang(reads)}" dir="{i18n.direction(reads)}">' in page
            assert response.status_code not in REFUSED or "<h1" in page, "it says what is wrong"

    def check_kept(self, response: TestResponse, sent: Fields) -> None:
        """Refused for what is in it, a form comes back with what was typed."""
        typed = next((value for name, value in sent if name in ("text", "username")), None)
        if response.status_code == 422 and typed is not None and is_text(typed):
            assert clean(typed.decode()) in html.unescape(response.get_data(as_text=True)).replace("\r", "")


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


@pytest.fixture
def asking(cast: Cast) -> Asking:
    return Asking(cast)


def tried(kind: str, share: float = 1) -> settings:
    quiet = list(HealthCheck)
    return settings(
        max_examples=round(EXAMPLES[kind] * share),
        deadline=None,
        suppress_health_check=quiet,
        database=None,
        derandomize=not LONG,
    )


def test_texts(asking: Asking, db_kind: str) -> None:
    @tried(db_kind)
    @given(form=st.sampled_from(TEXTS), part=st.booleans(), data=st.data())
    def sent(form: Form, part: bool, data: st.DataObject) -> None:
        said = data.draw(fields(form.good))
        response = asking.send(form, said, headers={"HX-Request": "true"} if part else {})
        asking.check(response, form.person)
        asking.check_kept(response, said)

    sent()


def test_choices(asking: Asking, db_kind: str) -> None:
    @tried(db_kind)
    @given(form=st.sampled_from(CHOICES), data=st.data(), more=headers)
    def sent(form: Form, data: st.DataObject, more: dict[str, str]) -> None:
        response = asking.send(form, data.draw(fields(form.good)), headers=more)
        asking.check(response, form.person)

    sent()


def test_the_door(asking: Asking, db_kind: str) -> None:
    @tried(db_kind)
    @given(said=fields(DOOR.good), more=headers)
    def sent(said: Fields, more: dict[str, str]) -> None:
        Throttle.delete().execute()
        response = asking.send(DOOR, said, headers=more)
        asking.check(response, None)
        asking.check_kept(response, said)

    sent()


ADDRESSES = (
    "/logs/{sofia}?before={x}",
    "/logs/{sofia}?only={x}&before={y}",
    "/logs/{sofia}/seen?before={x}",
    "/logs/{sofia}/sharing?done={x}",
    "/logs/{x}",
    "/logs/{x}/seen?before={y}",
    "/?log={x}",
    "/conversations/{x}?after={y}",
    "/conversations?{x}={y}",
    "/consents/{x}",
    "/lysglimt?log={x}&before={y}",
    "/lysglimt?log={sofia}&before={x}",
    "/settings?done={x}",
    "/settings/language?back={x}",
    "/login?next={x}",
    "/desk?done={x}",
    "/notices?{x}",
    "/static/dist/{x}",
    "/a{x}",
    "/a{x}/{y}",
)


def test_addresses(asking: Asking, db_kind: str) -> None:
    @tried(db_kind)
    @given(address=st.sampled_from(ADDRESSES), one=values, other=values, part=st.booleans())
    def asked(address: str, one: bytes, other: bytes, part: bool) -> None:
        where = address.format(**asking.names, x=quote(one[:2000], safe=""), y=quote(other[:2000], safe=""))
        for person in ("oksana", None):
            response = asking.browsers[person].client.get(where, headers={"HX-Request": "true"} if part else {})
            asking.check(response, person)

    asked()


def test_anything_at_all(asking: Asking, db_kind: str) -> None:
    """Methods, headers, cookies, bodies that are no forms, lengths that are not true."""
    paths = [form.address for form in (*TEXTS, *CHOICES, DOOR)] + [
        "/",
        "/desk",
        "/logout",
        "/hide",
        "/readyz",
        "/nothing",
    ]

    @tried(db_kind)
    @given(
        method=st.sampled_from(METHODS),
        path=st.sampled_from(paths),
        more=headers,
        crumbs=cookies,
        body=st.one_of(values, st.just(b"text=%F0%28%8C&&&==&=")),
        sort=st.sampled_from((FORM, *CONTENT_TYPES)),
        length=st.sampled_from((None, None, "-1", "abc", "99999999999")),
    )
    def sent(
        method: str, path: str, more: dict[str, str], crumbs: dict[str, str], body: bytes, sort: str, length: str | None
    ) -> None:
        client = asking.app.test_client(use_cookies=False)
        jar = "; ".join(f"{name}={value}" for name, value in crumbs.items())
        response = client.open(
            path.format(**asking.names),
            method=method,
            data=body,
            content_type=sort,
            headers={**more, "Cookie": jar},
            environ_overrides={} if length is None else {"CONTENT_LENGTH": length},
        )
        asking.check(response, None)

    sent()


def test_a_session_that_has_ended(asking: Asking, db_kind: str) -> None:
    """What was typed is kept for the person; nothing else about the form matters."""
    lengths = st.sampled_from((150, 198, 199, 200, 250, 299, 300))
    back = st.one_of(st.builds(lambda length: "/" + "x" * length, lengths), st.just("/logs/x/notes"), texts)

    @tried(db_kind, share=1 if LONG else 0.5)
    @given(said=fields(TEXTS[0].good), back=back)
    def sent(said: Fields, back: str) -> None:
        browser = asking.browsers["kari"]
        LoginSession.update(ended_at=clock.now()).where(LoginSession.account == asking.cast.accounts["kari"]).execute()
        response = asking.send(TEXTS[0], [("back", back.encode("utf-8", "replace")), *said])
        assert browser.account is not None
        asking.check(response, None)

    sent()
    assert Draft.select().exists()


# The controls.


def test_an_id_that_is_not_looked_at_would_be_seen(asking: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_views, "asked_id", lambda name: UUID(request.args[name]) if name in request.args else None)
    response = asking.browsers["kari"].client.get(f"/logs/{asking.names['sofia']}?before=x")
    with pytest.raises(AssertionError):
        asking.check(response, "kari")


def test_a_text_that_is_lost_would_be_seen(asking: Asking, monkeypatch: pytest.MonkeyPatch) -> None:
    from parentapp.forms import log as forms

    sent: Fields = [("text", b"bare litt\x07 tekst")]
    asking.check_kept(asking.send(TEXTS[0], sent), sent)
    kept = forms.NoteForm.validate

    def losing(form: Any, *rest: Any) -> bool:
        valid = kept(form, *rest)
        form.text.data = ""
        return valid

    monkeypatch.setattr(forms.NoteForm, "validate", losing)
    with pytest.raises(AssertionError):
        asking.check_kept(asking.send(TEXTS[0], sent), sent)


def test_another_language_would_be_seen(asking: Asking) -> None:
    response = asking.browsers["yusuf"].client.get("/nothing")
    asking.check(response, "yusuf")
    with pytest.raises(AssertionError):
        asking.check(response, "kari")
