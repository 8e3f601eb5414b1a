"""Text is never code: whatever is written in any field, every page that shows it is built as with plain words.

No query depends on what a text says, so SQLite alone is asked here.
"""

import base64
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from flask import Flask

import parentapp
from parentapp import config, crypto, opening
from parentapp.domain import sources
from parentapp.enums import TranslationState
from parentapp.forms.accounts import LONGEST_PASSWORD
from parentapp.models import (
    Account,
    AgendaPoint,
    Attachment,
    Attendance,
    ConsentRequest,
    ContactRequest,
    DirectoryEntry,
    Employment,
    Entry,
    File,
    InterpreterAssignment,
    Invitation,
    LogWish,
    Meeting,
    Message,
    Notice,
    Qualification,
    RatherNot,
    Revision,
    Stafettlogg,
    SupportPerson,
    TimeWish,
    Translation,
    Unit,
    Version,
)
from tests import cast as casting
from tests.browsing import Browser, words_of
from tests.cast import Cast
from tests.proofs.apps import LONG, bare_app
from tests.proofs.payloads import PAYLOADS, PLAIN
from tests.proofs.said import say_everything
from tests.proofs.skeletons import difference, skeleton
from tests.proofs.worlds import TABLES, Things, addresses

PEOPLE = ("oksana", "erik", "kari", "lina", "per.aas", "anne.strand")
READERS = PEOPLE if LONG else ("oksana", "kari", "anne.strand")
TOGETHER = 150  # characters; more is cut off where news are shown
PARTS_OF_NAMES = 40  # characters of a payload that a name, a title, a phone number is given


WRITTEN = (
    (Entry, "text"),
    (Revision, "text"),
    (Version, "text"),
    (Message, "text"),
    (ConsentRequest, "purpose"),
    (ConsentRequest, "child_view"),
    (Meeting, "place"),
    (Invitation, "reason"),
    (AgendaPoint, "text"),
    (TimeWish, "text"),
    (SupportPerson, "name"),
    (SupportPerson, "who"),
    (Attendance, "beside"),
    (RatherNot, "text"),
    (RatherNot, "answer"),
    (ContactRequest, "text"),
    (ContactRequest, "answer"),
    (File, "described"),
    (Attachment, "caption"),
)  # texts of a log, by their tables


def texts() -> list[str]:
    """Each payload alone; in short some after one another: whatever gets through first is enough to be seen."""
    if LONG:
        return list(PAYLOADS)
    joined = [""]
    for payload in PAYLOADS:
        fits = len(joined[-1]) + len(payload) < TOGETHER
        joined = [*joined[:-1], f"{joined[-1]} {payload}".strip()] if fits else [*joined, payload]
    return joined


def write_everywhere(cast: Cast, text: str) -> None:
    """Every text about Sofia, and of everybody around her, becomes this one."""
    log = cast.logs["sofia"]
    for table, column in WRITTEN:
        for row in table.select().where(table.log == log):
            _set(row, column, text)
        if table is Entry:
            _translate(cast, text)
    for person in (*PEOPLE, "bjorn"):
        account = Account.get_by_id(cast.accounts[person])
        _set(account, "name", text)
        _set(account, "phone", text)
    # Always the first of all children, where these are sorted by name.
    _set(Stafettlogg.get_by_id(log).subject, "name", f"!{text}")
    Unit.update(name=text[:PARTS_OF_NAMES]).execute()
    Employment.update(title=text[:PARTS_OF_NAMES]).execute()
    told = text[:PARTS_OF_NAMES]
    InterpreterAssignment.update(qualification=told, agency=told).execute()
    Qualification.update(level=told, agency=told).execute()
    written = {"helps_with": text, "hours": told, "reach": told, "phone": told[:30]}
    for unit in ("school", "health"):
        row = {"unit": cast.units[unit], "lang": "nb", "checked_on": cast.now.date(), "at": cast.now}
        DirectoryEntry.create(**row, **written, checked_by=cast.accounts["mona"])
    for wish in LogWish.select():
        for column in ("child", "text", *(["answer"] if wish.answer else [])):
            _set(wish, column, text)
    Notice.update(seen_at=None).execute()


def _translate(cast: Cast, text: str) -> None:
    """Daud has translated the goal and a note for Oksana; the note was changed afterwards."""
    for entry, digest in ((cast.entries["sofia.goal"], sources.digest(text)), (cast.entries["sofia.note"], b"other")):
        Translation.create(
            log=cast.logs["sofia"],
            thing=entry,
            field=sources.FIELD,
            locale="uk",
            digest=digest,
            state=TranslationState.FINISHED,
            text=text,
            translator=cast.accounts["daud"],
            qualification=text[:PARTS_OF_NAMES],
            agency=text[:PARTS_OF_NAMES],
            until=cast.now.date(),
            asked_by=cast.accounts["kari"],
            asked_at=cast.now,
            written_at=cast.now,
        )


def _set(row: Any, column: str, text: str) -> None:
    setattr(row, column, text)
    row.save()


def pages(app: Flask, cast: Cast) -> dict[str, str]:
    """Every page and part about Sofia, as each of them gets it."""
    found = {}
    there = Things(frozenset(row[0] for table in TABLES for row in table.select(table.id).tuples()), frozenset())
    asked = addresses(app, cast, "sofia", there)
    for person in READERS:
        browser = Browser(app, cast.accounts[person])
        for address, part in asked if LONG else [each for each in asked if asks_in_short(person, each[0])]:
            response = browser.client.get(address, headers={"HX-Request": "true"} if part else {})
            found[f"{person} {address} {part}"] = words_of(response)
    return found


def asks_in_short(person: str, address: str) -> bool:
    """Without the pages of lists; for a professional only those that are built otherwise than a parent's."""
    staffs = ("/desk", "/notes", "/concerns", "/logs", "/conversations/", "/minutes", "/meetings")
    if person == "anne.strand":
        return address.startswith("/unit")
    return not re.search("before=|only=", address) and (person == "oksana" or any(each in address for each in staffs))


def answers(app: Flask, cast: Cast, text: str) -> dict[str, str]:
    """What comes back from forms that this text is sent with: accepted, refused, forged, kept for later."""
    kari, oksana = (Browser(app, cast.accounts[person]) for person in ("kari", "oksana"))
    sofia, talk = f"/logs/{cast.logs['sofia']}", f"/conversations/{cast.conversations['sofia.oksana']}"
    long = f"{text} {PLAIN}"[:LONGEST_PASSWORD]  # enough for a password, and never more than one may have
    found = {
        "login": _sent(Browser(app, None), "/login", username=text[:90], password="x", next="/" + text),
        "login, too long": _sent(Browser(app, None), "/login", username=text * 20, password="x"),
        "forged": _sent(kari, f"{sofia}/notes", token="forged", text=text, back=text),
        "too long": _sent(kari, f"{sofia}/notes", text=(text * 4000)[:6000]),
        "unknown feeling": _sent(
            oksana, f"{sofia}/lysglimt", text=text, feeling=text, audience=text, described=text[:90]
        ),
        "too long, part": _sent(kari, f"{talk}/messages", htmx=True, text=(text * 4000)[:6000], after=text),
        "conflict": _twice(oksana, f"{talk}/messages", text),
        "answer": _sent(oksana, f"/consents/{cast.requests['sofia.ppt']}/answer", answer=text),
        "language": _sent(oksana, "/settings/language", chosen=text, back=text),
        "password": _sent(oksana, "/settings/password", used=text, wanted=long, again=long, next=text),
        "meeting": _sent(
            kari, f"{sofia}/meetings/new", text=text[:90], day=text, begins=text, place=text[:90], link=text
        ),
        "guest": _sent(
            kari, f"/meetings/{cast.meetings['sofia.meeting']}/invitations", who="guest", username=text[:90]
        ),
        "rather not": _sent(oksana, f"{_bjorn(cast)}/rather-not", text=(text * 4000)[:6000]),
        "kept": _kept(app, cast, text, f"{sofia}/notes"),
    }
    for person, query in (
        (None, "/login?next=/"),
        ("kari", "/settings/language?back="),
        ("kari", "/settings/password?next="),
        ("kari", f"{sofia}?done="),
    ):
        browser = Browser(app, cast.accounts[person] if person else None)
        found[query] = browser.client.get(query + quote(text)).get_data(as_text=True)
    return found


def _sent(browser: Browser, address: str, *, htmx: bool = False, token: str | None = None, **fields: str) -> str:
    """The page that answers, whether it is well-formed or not: that is for the comparison to find."""
    data = {"csrf_token": browser.token() if token is None else token, "press": str(crypto.new_id()), **fields}
    response = browser.client.post(address, data=data, headers={"HX-Request": "true"} if htmx else {})
    assert response.status_code < 500
    return f"<!--{response.status_code}-->{response.get_data(as_text=True)}"


def _bjorn(cast: Cast) -> str:
    return f"/meetings/{cast.meetings['sofia.meeting']}/invitations/{cast.invitations['sofia.meeting.bjorn']}"


def _twice(browser: Browser, address: str, text: str) -> str:
    key = str(crypto.new_id())
    _sent(browser, address, press=key, text="Først dette.")
    return _sent(browser, address, press=key, text=text + "!")


def _kept(app: Flask, cast: Cast, text: str, address: str) -> str:
    """The form again, with what was being written when the session ended."""
    browser = Browser(app, cast.accounts["kari"])
    token = browser.token()
    browser.run_out()
    _sent(browser, address, token=token, text=text, back=address)
    return Browser(app, cast.accounts["kari"]).client.get(address).get_data(as_text=True)


def all_of(app: Flask, cast: Cast, text: str) -> dict[str, str]:
    """Every answer to a form, then every page, where this is what people write."""
    with crypto.seeded("said"):
        say_everything(cast)
    with crypto.seeded("texts"):  # ids stand in pages, and are to be the same
        found = answers(app, cast, text)
        write_everywhere(cast, text)
        return found | pages(app, cast)


@cache
def plain() -> dict[str, str]:
    with casting.assembled("sqlite") as cast:
        return all_of(bare_app(), cast, PLAIN)


def faults(app: Flask, text: str) -> list[str]:
    """Where a page is built otherwise than with plain words."""
    expected = plain()
    with casting.assembled("sqlite") as cast:
        found = all_of(app, cast, text)
    assert found.keys() == expected.keys()
    compared = {name: difference(page, expected[name]) for name, page in found.items()}
    return [f"{name}: {fault}" for name, fault in compared.items() if fault]


def test_there_are_sixty_and_they_are_shown() -> None:
    assert len(set(PAYLOADS)) >= 60
    assert all(payload in " ".join(texts()) for payload in PAYLOADS)
    assert sum(PLAIN in page for page in plain().values()) > 20


@pytest.mark.parametrize("number", range(len(texts())))
def test_every_page_is_built_as_with_plain_words(number: int) -> None:
    assert faults(bare_app(), texts()[number]) == []


def trusting(instance: Path) -> Flask:
    """An app whose templates take every text for code."""
    secret = base64.b64encode(casting.MASTER_KEY).decode()
    env = {"MODE": "test", "INSTANCE": str(instance), "SECRET_KEY": secret, "MASTER_KEY": secret}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "open_all", lambda settings: None)
        app = parentapp.create_app(config.load(env))
    app.jinja_env.autoescape = False
    return app


def test_with_escaping_off_it_is_not(tmp_path: Path) -> None:
    """The control."""
    assert len(faults(trusting(tmp_path), PAYLOADS[0])) > 20


def test_a_skeleton_tells_code_from_words() -> None:
    page = "<p id='a' class='b'>{}</p>"
    assert skeleton(page.format("x")) == skeleton(page.format("&lt;b&gt;"))
    for code in ("<b>x</b>", "<!-- x", "<?x?>", "</p>"):
        assert skeleton(page.format("x")) != skeleton(page.format(code))
    assert difference("<a href='/a'>", "<a href='javascript:a'>")
