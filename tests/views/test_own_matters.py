"""The pages: marking what one writes, reading it as the adult, choosing, and what each of them is told."""

import re
from collections.abc import Callable
from html import unescape

import pytest

from parentapp.domain import own_matters
from parentapp.enums import Audience
from parentapp.models import Entry, SeenLine
from tests.browsing import Browser
from tests.cast import Cast
from tests.counting import questions
from tests.owning import own

Client = Callable[[str | None], Browser]
SAID = "Mor har gjeld"


def text(browser: Browser, address: str) -> str:
    return unescape(browser.get(address).get_data(as_text=True))


@pytest.mark.parametrize("form", ["notes", "concerns"])
def test_a_professional_marks_whom_it_is_about(client: Client, cast: Cast, form: str) -> None:
    kari, where = client("kari"), f"/logs/{cast.logs['amina']}/{form}"
    page = text(kari, where)
    assert str(cast.accounts["fadumo"]) in page
    assert str(cast.accounts["yusuf"]) in page
    assert kari.submit(where, text=SAID, adult=str(cast.accounts["fadumo"])).status_code == 303
    row = Entry.get(Entry.audience == Audience.ADULT)
    assert (row.text, row.addressee_id) == (SAID, cast.accounts["fadumo"])


@pytest.mark.parametrize(("adult", "status"), [("nobody", 422), ("oksana", 409)])
def test_whom_it_cannot_be_about_is_said_and_the_words_stay(
    client: Client, cast: Cast, adult: str, status: int
) -> None:
    sent = str(cast.accounts[adult]) if adult in cast.accounts else adult
    answer = client("kari").submit(f"/logs/{cast.logs['amina']}/notes", text=SAID, adult=sent)
    assert answer.status_code == status
    assert SAID in unescape(answer.get_data(as_text=True))
    assert not Entry.select().where(Entry.audience == Audience.ADULT).exists()


def test_the_adult_is_led_there_and_chooses(client: Client, cast: Cast) -> None:
    """The notice has no words of it: somebody may look over a shoulder."""
    entry, fadumo, log = own(cast), client("fadumo"), f"/logs/{cast.logs['amina']}"
    where = f"{log}/entries/{entry}/own"
    for page in ("/", "/notices"):
        assert f'href="{where}"' in text(fadumo, page)
        assert SAID not in text(fadumo, page)
    assert SAID in text(fadumo, where)
    assert f'href="{where}"' in text(fadumo, log)
    assert "Amina" not in text(fadumo, where).partition("<main")[2]
    assert SAID not in text(client("per.aas"), log)
    fadumo.submit(where, unit=str(cast.units["school"]))
    assert SAID in text(client("per.aas"), log)
    fadumo.submit(where)
    assert SAID not in text(client("per.aas"), log)


def test_the_authors_page_is_the_same_whatever_is_chosen(client: Client, cast: Cast) -> None:
    entry, kari, where = own(cast), client("kari"), f"/logs/{cast.logs['amina']}"
    before = entry_of(text(kari, where), entry)
    own_matters.choose(cast.actor("fadumo"), entry, [cast.units["school"]])
    assert entry_of(text(kari, where), entry) == before != ""


def entry_of(page: str, entry: object) -> str:
    return page.partition(f'id="e-{entry}"')[2].partition("</li>")[0]


def test_reading_it_is_written_down_and_told_to_nobody_else(client: Client, cast: Cast) -> None:
    entry = own(cast)
    before = text(client("amina"), f"/logs/{cast.logs['amina']}/seen")
    SeenLine.delete().where(SeenLine.account == cast.accounts["amina"]).execute()
    client("fadumo").get(f"/logs/{cast.logs['amina']}/entries/{entry}/own")
    assert SeenLine.select().where(SeenLine.account == cast.accounts["fadumo"]).count() > 0
    assert shown_lines(text(client("amina"), f"/logs/{cast.logs['amina']}/seen")) == shown_lines(before)


def shown_lines(page: str) -> str:
    return re.sub("<input[^>]*>", "", page.partition("<main")[2].partition("</main>")[0])  # keys differ each time


def test_how_much_it_asks(client: Client, cast: Cast) -> None:
    entry, fadumo, log = own(cast), client("fadumo"), f"/logs/{cast.logs['amina']}"
    own_matters.choose(cast.actor("fadumo"), entry, [cast.units["school"]])
    pages = [(fadumo, f"{log}/entries/{entry}/own"), (fadumo, log), (client("per.aas"), log)]
    pages += [(client("kari"), f"{log}/notes"), (fadumo, f"{log}/sharing/as/{cast.units['school']}")]
    for browser, address in pages:
        with questions() as asked:
            assert browser.get(address).status_code == 200
        assert len(asked) <= 10, address
