"""Every language that is whole is offered, and every room of a family speaks it."""

import re
from collections.abc import Callable

import pytest

from parentapp import i18n
from parentapp.domain import accounts
from parentapp.views import rendering, settings
from tests.browsing import Browser
from tests.cast import Cast

Client = Callable[[str | None], Browser]
WHOLE = ["nb", "nn", "en", "uk", "ar"]


def test_these_languages_are_whole() -> None:
    assert [language.code for language in i18n.offered()] == WHOLE


@pytest.mark.parametrize("code", WHOLE[1:])
def test_each_room_of_a_family_speaks_it(
    client: Client, cast: Cast, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering, "languages", i18n.offered)
    accounts.set_language(cast.actor("oksana"), code)
    sofia, browser = f"/logs/{cast.logs['sofia']}", client("oksana")
    rooms = ["/", "/lysglimt", "/conversations", "/more", "/settings", "/help-now", "/about-bti", "/notices"]
    rooms += [sofia, f"{sofia}/plan", f"{sofia}/about-me", f"{sofia}/sharing", f"{sofia}/seen"]
    rooms += [f"/consents/{cast.requests['sofia.ppt']}", f"/conversations/{cast.conversations['sofia.oksana']}"]
    for room in rooms:
        page = browser.get(room)
        text = page.get_data(as_text=True)
        assert page.status_code == 200, room
        assert f'<html lang="{i18n.html_lang(code)}" dir="{i18n.LANGUAGES[code].direction}"' in text, room
        assert str(i18n.speak(code)("Haster?")) in text or room == "/help-now"
        assert not re.search(r">(Meldinger|Hjem|Planen|Hvem ser hva|Hvem har sett)<", text) or code == "nn", room


def test_two_guardians_of_one_child_read_each_their_own(
    client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering, "languages", i18n.offered)
    for who, code in (("yusuf", "ar"), ("fadumo", "en")):
        accounts.set_language(cast.actor(who), code)
        page = client(who).get(f"/logs/{cast.logs['amina']}").get_data(as_text=True)
        assert f'<html lang="{code}"' in page


def test_the_choice_is_kept_across_logging_out(client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    for views in (rendering, settings):
        monkeypatch.setattr(views, "languages", i18n.offered)
    browser = client("oksana")
    browser.submit("/settings/language", chosen="uk", back="/")
    browser.submit("/logout")
    assert '<html lang="uk"' in browser.get("/login").get_data(as_text=True)


@pytest.mark.parametrize(
    ("header", "answer"),
    [("no", "nb"), ("nn-NO,nb;q=0.8", "nn"), ("en-GB,en;q=0.9,no;q=0.8", "en"), ("uk-UA,ru;q=0.9", "uk"),
     ("ru", "nb"), ("ar-SY", "ar"), ("fr,de;q=0.5", "nb"), ("nn;q=0.1,uk;q=0.9", "uk")],
)  # fmt: skip
def test_a_strangers_browser_is_heard(
    client: Client, monkeypatch: pytest.MonkeyPatch, header: str, answer: str
) -> None:
    monkeypatch.setattr(rendering, "languages", i18n.offered)
    page = client(None).client.get("/login", headers={"Accept-Language": header}).get_data(as_text=True)
    assert f'<html lang="{answer}"' in page
