"""«Kopier til egen journal»: own words as plain text, on each own entry, with no name and nobody else's words."""

import re
from html import unescape

import pytest

from parentapp.domain import evaluating, log
from parentapp.enums import Outcome, SeenPage
from parentapp.models import SeenLine
from tests.browsing import Browser
from tests.cast import Cast
from tests.views.test_log_copying import Client


def offered(page: str) -> set[str]:
    """The entries that the page offers to copy."""
    return set(re.findall(r'href="/entries/([^"]+)/copy" data-copy', page))


def boxed(browser: Browser, entry: object) -> str:
    """What stands in the box of the page that works without scripts."""
    page = browser.get(f"/entries/{entry}/copy").get_data(as_text=True)
    return unescape(page.partition('id="copy"')[2].partition(">")[2].partition("</textarea>")[0].strip())


def test_each_own_entry_can_be_copied_and_no_other(client: Client, cast: Cast) -> None:
    words = "Ringte <hjem> & avtalte «fredag»."
    note = log.add_note(cast.actor("per.aas"), cast.logs["sofia"], words)
    page = client("per.aas").get(f"/logs/{cast.logs['sofia']}").get_data(as_text=True)
    assert offered(page) == {str(note), str(cast.entries["sofia.note"])}
    assert boxed(client("per.aas"), note) == f"10.03.2026 Notat\n{words}"


def test_the_child_and_others_are_not_named(client: Client, cast: Cast) -> None:
    """Save by the words themselves: the page names nobody either."""
    note = log.add_note(cast.actor("per.aas"), cast.logs["sofia"], "Avtalte fredag.")
    page = client("per.aas").get(f"/entries/{note}/copy").get_data(as_text=True)
    for name in ("Sofia", "Oksana", "Kari", "Per Aas"):
        assert name not in page


@pytest.mark.parametrize("person", ["oksana", "erik"])
def test_a_family_is_offered_none(client: Client, cast: Cast, person: str) -> None:
    page = client(person).get(f"/logs/{cast.logs['sofia']}").get_data(as_text=True)
    assert offered(page) == set()


def test_what_a_child_said_is_not_ones_own(client: Client, cast: Cast) -> None:
    said = evaluating.evaluate(cast.actor("per.aas"), cast.entries["sofia.measure"], Outcome.BETTER, "Gøy!", heard=True)
    own = evaluating.evaluate(cast.actor("per.aas"), cast.entries["sofia.measure"], Outcome.SAME, "Litt roligere.")
    assert client("per.aas").get(f"/entries/{said}/copy").status_code == 404
    assert boxed(client("per.aas"), own) == "10.03.2026 Hjelper det?\nDet er likt\nLitt roligere."


def test_the_page_leaves_a_line_of_its_own(client: Client, cast: Cast) -> None:
    """Also where a script asks for it."""
    account = SeenLine.account == cast.accounts["per.aas"]
    before = {row.id for row in SeenLine.select().where(account)}
    client("per.aas").get(f"/entries/{cast.entries['sofia.note']}/copy")
    lines = SeenLine.select().where(account & SeenLine.id.not_in(before))
    assert [(each.page, each.things) for each in lines] == [(SeenPage.LOG, cast.entries["sofia.note"].bytes)]


def test_who_only_takes_part_meets_their_own_measure_first(client: Client, cast: Cast) -> None:
    """One tap opens it, and one more is the answer; then it can be copied."""
    browser, sofia = client("per.aas"), f"/logs/{cast.logs['sofia']}"
    page = browser.get(sofia).get_data(as_text=True)
    own = page.partition('aria-labelledby="mine"')[2].partition("</section>")[0]
    assert "Emma og Sofia går sammen" in own
    assert page.index('aria-labelledby="mine"') < page.index('aria-labelledby="plan"')
    where = own.partition('action="')[2].partition('"')[0]
    done = browser.follow(browser.submit(where, outcome="better", text="", back=sofia)).get_data(as_text=True)
    assert "Svaret ditt står i planen." in done
    box = unescape(done.partition('id="copy"')[2].partition("</textarea>")[0])
    assert "10.03.2026 Hjelper det?\nDet hjelper" in box


def test_nobody_else_is_shown_a_measure_as_theirs(client: Client, cast: Cast) -> None:
    for person in ("oksana", "kari", "lina"):
        page = client(person).get(f"/logs/{cast.logs['sofia']}").get_data(as_text=True)
        assert 'aria-labelledby="mine"' not in page, person


def test_who_only_takes_part_sees_just_what_is_ticked(client: Client, cast: Cast) -> None:
    """Nothing about health, nothing of other services: not even that there is any."""
    page = client("per.aas").get(f"/logs/{cast.logs['sofia']}").get_data(as_text=True)
    for hidden in ("sovner lettere", "helsestasjon", "NAV", "PPT", "Helse"):
        assert hidden not in page, hidden
    assert log.timeline(cast.actor("per.aas"), cast.logs["sofia"]).level is None
