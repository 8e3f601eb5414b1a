"""«Mer», the person's own settings, the choice of language."""

from collections.abc import Callable

import pytest

from parentapp import i18n
from parentapp.clock import at
from parentapp.domain import accounts, families
from parentapp.enums import Basis
from parentapp.i18n import LANGUAGES, speak
from parentapp.models import Account
from tests.browsing import Browser, path_of
from tests.cast import Cast

Client = Callable[[str | None], Browser]


@pytest.fixture
def arabic(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bokmål, English and Arabic are offered, however far their translations have come."""
    monkeypatch.setattr(i18n, "offered", lambda *_: [LANGUAGES[code] for code in ("nb", "en", "ar")])


def reads(cast: Cast, username: str) -> str:
    locale: str = Account.get_by_id(cast.accounts[username]).locale
    return locale


def test_a_chosen_language_is_kept_on_the_account_and_on_the_phone(client: Client, cast: Cast, arabic: None) -> None:
    browser = client("erik")
    response = browser.submit("/settings/language", chosen="ar", back="/more")
    assert (response.status_code, path_of(response)) == (303, "/more")
    assert reads(cast, "erik") == "ar"
    cookie = browser.client.get_cookie("lang")
    assert (cookie.value, cookie.max_age) == ("ar", 365 * 24 * 60 * 60)
    assert '<html lang="ar" dir="rtl"' in browser.follow(response).get_data(as_text=True)


def test_somebody_unknown_chooses_for_the_phone_alone(client: Client, arabic: None) -> None:
    browser = client(None)
    assert path_of(browser.submit("/settings/language", chosen="ar", back="/help-now")) == "/help-now"
    assert '<html lang="ar" dir="rtl"' in browser.get("/help-now").get_data(as_text=True)


def test_each_language_stands_in_its_own_name_and_direction(client: Client, arabic: None) -> None:
    page = client(None).get("/settings/language").get_data(as_text=True)
    assert 'value="ar" lang="ar" dir="rtl"' in page
    assert 'value="nb" lang="nb" dir="ltr" aria-current="true"' in page
    assert "العربية" in page
    drafts = [speak("en")("Utkast"), speak("ar")("Utkast")]
    assert all(f">{draft}<" in page for draft in drafts), "each draft says so, in its own language"
    nb = page.partition('value="nb"')[2].partition("</button>")[0]
    assert nb
    assert drafts[0] not in nb, "bokmål is none"


@pytest.mark.parametrize("chosen", ["", "xx", "ar_SA", "nb\n"])
def test_no_other_language_can_be_chosen(client: Client, cast: Cast, chosen: str) -> None:
    response = client("erik").submit("/settings/language", chosen=chosen)
    assert response.status_code == 422
    assert "Velg et av språkene." in response.get_data(as_text=True)
    assert reads(cast, "erik") == "nb"


@pytest.mark.parametrize("back", ["https://evil.example", "//evil.example", "/settings/language"])
def test_there_is_always_a_way_back_in_the_app(client: Client, back: str) -> None:
    page = client(None).get("/settings/language", query_string={"back": back}).get_data(as_text=True)
    assert '<a class="back" href="/">' in page


def test_more_leads_the_family_to_who_sees_and_who_has_seen(client: Client, cast: Cast) -> None:
    page = client("oksana").get("/more").get_data(as_text=True)
    log = cast.logs["sofia"]
    assert f'href="/logs/{log}/sharing"' in page
    assert f'href="/logs/{log}/seen"' in page
    assert "Sofia" not in page, "with one child there is nothing to tell apart"


@pytest.mark.parametrize("username", ["erik", "kari", "helga"])
def test_more_has_nothing_of_a_log_for_others(client: Client, username: str) -> None:
    page = client(username).get("/more").get_data(as_text=True)
    assert "/logs/" not in page
    assert 'action="/logout"' in page


def test_more_names_the_children_where_there_are_several(client: Client, cast: Cast) -> None:
    with at(cast.now):
        families.add_guardian(
            cast.actor("per.aas"),
            cast.logs["lise"],
            cast.accounts["oksana"],
            basis=Basis.FOSTER_PARENT,
            verified_how="Viste vedtak.",
            since=cast.today,
        )
    page = client("oksana").get("/more").get_data(as_text=True)
    assert page.count("/sharing") == 2
    assert "Sofia" in page
    assert "Lise" in page


def test_settings_show_what_the_person_has_told(client: Client) -> None:
    page = client("fadumo").get("/settings").get_data(as_text=True)
    assert "Fadumo Ali" in page
    assert '<bdi lang="so">Soomaali</bdi>' in page
    assert "<dt>Trenger tolk</dt><dd>Ja</dd>" in page
    assert "Du er ikke logget inn noe annet sted." in page


def test_one_press_logs_out_everywhere_else(client: Client) -> None:
    lost, other, here, erik = client("oksana"), client("oksana"), client("oksana"), client("erik")
    assert "Du er logget inn 2 steder til." in here.get("/settings").get_data(as_text=True)
    response = here.submit("/settings/end-others")
    assert "Nå er du bare logget inn her." in here.follow(response).get_data(as_text=True)
    for browser in (lost, other):
        assert path_of(browser.get("/settings")) == "/login"
    assert erik.get("/settings").status_code == 200


def test_ended_and_forgotten_sessions_are_not_counted(client: Client, cast: Cast) -> None:
    client("oksana").submit("/logout")
    with at(cast.now.replace(hour=6)):
        accounts.start_session(Account.get_by_id(cast.accounts["oksana"]))
    assert accounts.own_settings(cast.actor("oksana")).elsewhere == 0
    client("oksana")
    assert accounts.own_settings(cast.actor("oksana")).elsewhere == 1


def test_an_unknown_word_in_the_address_is_no_page(client: Client) -> None:
    assert client("oksana").get("/settings?done=everything").status_code == 404


def test_an_address_alone_ends_nothing_elsewhere(client: Client) -> None:
    client("oksana")
    page = client("oksana").get("/settings?done=ended").get_data(as_text=True)
    assert "Du er logget inn 1 sted til." in page
    assert "Nå er du bare logget inn her." not in page
