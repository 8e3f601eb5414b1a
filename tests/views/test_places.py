"""A text that looks like a place, in the log of a protected child: the form comes back once, and nothing is lost."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from parentapp.models import Block, Entry, Message
from tests.browsing import Browser
from tests.cast import Cast
from tests.views.test_pictures import photo

Client = Callable[[str | None], Browser]
ADDRESS = "De bor i Bjørkeveien 3 nå.\n«Der»"
WARNED, AS_IT_IS, NEVER = "Er dette et sted?", "Lagre slik det er", "Skriv aldri mistanke"
FIELD = re.compile(r'<(?:input type="hidden"|textarea[^>]*) name="(\w+)"(?: value="([^"]*)">|[^>]*>\n([^<]*)<)')


def written(cast: Cast, child: str = "noor") -> list[str]:
    return [each.text for each in Entry.select().where(Entry.log == cast.logs[child])]


def fields(page: str) -> dict[str, str]:
    """What the form would send."""
    form = page[page.index('<form class="stack" method="post"') :]
    found = FIELD.findall(form[: form.index("</form>")])
    return {name: unescape(hidden or typed) for name, hidden, typed in found if name != "csrf_token"}


def warned(browser: Browser, address: str, *, htmx: bool = False, **said: Any) -> str:
    response = browser.submit(address, htmx=htmx, **said)
    page = response.get_data(as_text=True)
    assert (response.status_code, WARNED in page, AS_IT_IS in page) == (422, True, True)
    return page


def test_it_comes_back_with_all_that_was_sent_and_is_kept_as_it_is_by_a_press(client: Client, cast: Cast) -> None:
    lina, address = client("lina"), f"/logs/{cast.logs['noor']}/notes"
    before = written(cast)
    page = warned(lina, address, text=ADDRESS, health="y", back=address)
    assert written(cast) == before
    sent = fields(page)
    assert {name: sent[name] for name in ("text", "health", "back")} == {
        "text": ADDRESS,
        "health": "y",
        "back": address,
    }
    assert f'action="{address}"' in page
    assert NEVER in page
    assert lina.submit(address, **sent, as_it_is="1").status_code == 303
    assert set(written(cast)) - set(before) == {ADDRESS}
    assert Entry.get(Entry.log == cast.logs["noor"], Entry.at == max(each.at for each in Entry.select())).health
    assert lina.submit(address, **sent, as_it_is="1").status_code == 303, "and once"
    assert len(written(cast)) == len(before) + 1


def test_changed_words_are_kept_and_others_asked_about_again(client: Client, cast: Cast) -> None:
    lina, address = client("lina"), f"/logs/{cast.logs['noor']}/notes"
    sent = fields(warned(lina, address, text=ADDRESS))
    sent = fields(warned(lina, address, **sent | {"text": "De bor i Storgata 12."}))
    assert lina.submit(address, **sent | {"text": "De har flyttet."}).status_code == 303
    assert "De har flyttet." in written(cast)


def test_elsewhere_nobody_is_asked(client: Client, cast: Cast) -> None:
    """The control; and in Noor's own, of other words."""
    assert client("kari").submit(f"/logs/{cast.logs['sofia']}/notes", text=ADDRESS).status_code == 303
    assert client("lina").submit(f"/logs/{cast.logs['noor']}/notes", text="Ringte.").status_code == 303


def test_whoever_may_not_write_there_learns_nothing(client: Client, cast: Cast) -> None:
    for who in ("samir", "kari"):
        response = client(who).submit(f"/logs/{cast.logs['noor']}/notes", text=ADDRESS)
        assert (response.status_code, WARNED in response.get_data(as_text=True)) == (404, False)


@pytest.mark.parametrize("htmx", [False, True])
def test_messages_too_with_and_without_htmx(client: Client, cast: Cast, htmx: bool) -> None:
    layla, talk = client("layla"), cast.conversations["noor.layla"]
    address = f"/conversations/{talk}/messages"
    page = warned(layla, address, htmx=htmx, text=ADDRESS)
    assert ("<html" in page, NEVER in page) == (not htmx, False)
    assert ADDRESS not in [each.text for each in Message.select().where(Message.conversation == talk)]
    assert layla.submit(address, **fields(page), as_it_is="1").status_code == 303
    assert ADDRESS in [each.text for each in Message.select().where(Message.conversation == talk)]


def test_a_picture_is_to_be_chosen_again(client: Client, cast: Cast) -> None:
    layla, address = client("layla"), f"/logs/{cast.logs['noor']}/lysglimt"
    page = warned(layla, address, text=ADDRESS, audience="log", picture=photo())
    assert 'enctype="multipart/form-data"' in page
    assert 'type="file" id="place-picture" name="picture"' in page
    assert "Bildet må du velge på nytt." in page
    assert layla.submit(address, **fields(page), picture=photo(), as_it_is="1").status_code == 303
    assert 'type="file"' not in warned(layla, address, text=ADDRESS, audience="log")


def test_each_of_several_texts_has_its_box(client: Client, cast: Cast) -> None:
    said = {"text": "Storgata 12", "described": "5700 Voss", "audience": "log"}
    page = warned(client("layla"), f"/logs/{cast.logs['noor']}/lysglimt", **said)
    assert page.count("<textarea") == 2
    assert {name: text for name, text in fields(page).items() if name != "press"} == said


def test_a_block_works_at_once_whatever_its_reason_says(client: Client, cast: Cast) -> None:
    blocks = f"/logs/{cast.logs['noor']}/people/blocks"
    response = client("lina").submit(blocks, username="helga", text=f"Dukket opp i {ADDRESS}")
    assert response.status_code == 303
    assert Block.select().where(Block.log == cast.logs["noor"]).exists()
