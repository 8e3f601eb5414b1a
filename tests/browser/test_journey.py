"""The whole purpose on a small phone: knowing one's person, being answered, deciding who sees. In bokmål and in Arabic,
with and without scripts: the same steps by the same names."""

from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from parentapp.demo.people import EVERYBODY
from parentapp.domain import questions
from parentapp.enums import Kind
from tests.browser import situations
from tests.browser.conftest import PHONE, Opened
from tests.browser.hands import Hands
from tests.browser.site import Site

DESK = ViewportSize(width=1280, height=800)
GLIMPSE = {"nb": "Hun vinket til meg fra bussen.", "ar": "لوّحت لي من الحافلة."}
QUESTION = {"nb": "Kan vi snakke på torsdag?", "ar": "هل يمكننا أن نتحدث يوم الخميس؟"}
ANSWER = "Ja, torsdag passer fint. Jeg ringer klokka ti."
# Where Ingrid could meet a log, or a trace of one.
EVERYWHERE = ("/", "/desk", "/logs", "/lysglimt", "/conversations", "/notices", "/more", "/settings")


@dataclass(frozen=True)
class Family:
    locale: str
    guardian: str
    story: str
    holder: str
    ppt: str  # as it is called there: of a protected child nobody names a place


FAMILIES = {
    "nb": Family("nb", "oksana", "sofia", "kari", "PPT i Fjordvik"),
    "ar": Family("ar", "layla", "noor", "lina", "PPT"),
}


@pytest.fixture(params=FAMILIES)
def family(request: pytest.FixtureRequest, site: Site) -> Family:
    """A guardian who reads this language, with a long log, and a question from PPT that waits for an answer."""
    if request.param == "ar":
        request.getfixturevalue("arabic")
    family = FAMILIES[request.param]
    site.reads(family.guardian, family.locale)
    situations.many_notes(site, family.story, family.holder)
    situations.ingrid_takes_part(site, family.story, family.holder)
    situations.all_answered(site, family.holder)
    if f"{family.story}.ppt" not in site.cast.requests:
        questions.ask(
            site.cast.actor(family.holder),
            site.cast.logs[family.story],
            unit=site.cast.units["ppt"],
            kinds=frozenset({Kind.PLAN}),
            purpose="Så PPT kan gi råd om språket.",
            child_view="Det er greit.",
        )
    return family


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def test_the_main_job(opened: Opened, site: Site, family: Family, scripts: bool) -> None:
    phone = opened(locale=family.locale, javascript=scripts, size=PHONE)
    guardian = Hands(phone, family.guardian, family.locale)
    holder = Hands(opened(family.holder, javascript=scripts, size=DESK), family.holder, "nb")
    guardian.log_in()
    meets_the_contact_person(guardian, family)
    reads_the_log(guardian)
    posts_a_lysglimt(guardian, family)
    writes(guardian, family)
    site.passes(minutes=10)
    answers_from_the_desk(holder, family)
    site.passes(minutes=10)
    sees_the_answer(guardian, family)


def test_who_sees_what(opened: Opened, site: Site, family: Family, scripts: bool) -> None:
    guardian = Hands(opened(family.guardian, locale=family.locale, javascript=scripts), family.guardian, family.locale)
    ingrid = opened("ingrid", javascript=scripts, size=DESK)
    log = site.place(f"/logs/{{logs[{family.story}]}}")
    before = everything_seen(ingrid, log)
    unit = guardian.t(family.ppt)
    says_yes(guardian, unit)
    site.passes(minutes=1)
    status, words = seen(ingrid, log)
    assert status == 200
    assert situations.NOTE.format(situations.MORE_THAN_A_PAGE - 1) in words
    assert everything_seen(ingrid, log) != before
    withdraws_in_three_taps(guardian, unit)
    assert everything_seen(ingrid, log) == before
    guardian.go("Mer")
    guardian.follow("Hvem har sett")
    guardian.reads(EVERYBODY["ingrid"].name)


def meets_the_contact_person(guardian: Hands, family: Family) -> None:
    """Who it is and how to write stand there at once, without scrolling, above the bar."""
    person = guardian.part("Din kontaktperson")
    bar: Any = guardian.page.locator(".tabs").bounding_box()
    for thing in (person.get_by_text(EVERYBODY[family.holder].name), write_button(guardian, family)):
        box: Any = thing.bounding_box()
        assert box["y"] + box["height"] <= bar["y"]


def write_button(guardian: Hands, family: Family) -> Locator:
    return guardian.button("Skriv til {name}", name=EVERYBODY[family.holder].name.split()[0])


def reads_the_log(guardian: Hands) -> None:
    guardian.go("Logg")
    guardian.reads(situations.NOTE.format(situations.MORE_THAN_A_PAGE - 1))
    guardian.reads_not(situations.NOTE.format(0))
    guardian.follow("Vis eldre")
    guardian.reads(situations.NOTE.format(0))


def posts_a_lysglimt(guardian: Hands, family: Family) -> None:
    """Two taps and the words."""
    guardian.go("Nytt lysglimt")
    guardian.field("Lysglimtet ditt").fill(GLIMPSE[family.locale])
    guardian.press("Del lysglimtet")
    guardian.sees("Lysglimtet er delt.")
    newest = guardian.page.locator("#glimpses li").first
    expect(newest).to_contain_text(GLIMPSE[family.locale])


def writes(guardian: Hands, family: Family) -> None:
    guardian.go("Hjem")
    write_button(guardian, family).click()
    guardian.field("Meldingen din").fill(QUESTION[family.locale])
    guardian.press("Send")
    expect(guardian.page.locator("#thread li").last).to_contain_text(QUESTION[family.locale])
    guardian.sees("Ikke lest ennå")
    expect(guardian.field("Meldingen din")).to_have_value("")


def answers_from_the_desk(holder: Hands, family: Family) -> None:
    holder.page.goto("/")
    holder.reads(EVERYBODY[family.guardian].name)
    holder.reads(QUESTION[family.locale])
    holder.page.get_by_text(holder.t("Svar nå"), exact=True).click()
    holder.field("Svaret ditt").fill(ANSWER)
    holder.press("Send svaret")
    holder.sees("Svaret er sendt.")
    holder.sees("Ingen venter på svar fra deg nå.")


def sees_the_answer(guardian: Hands, family: Family) -> None:
    guardian.go("Meldinger")
    row = guardian.page.locator(".is-new a")
    expect(row).to_contain_text(ANSWER)
    row.click()
    expect(guardian.page.locator("#thread li").last).to_contain_text(ANSWER)
    guardian.sees("Lest av {names}", names=EVERYBODY[family.holder].name.split()[0])
    expect(guardian.page.locator("#last")).to_be_in_viewport()


def says_yes(guardian: Hands, unit: str) -> None:
    guardian.page.goto("/")
    guardian.part("Svaret ditt").get_by_role("link").click()
    expect(guardian.heading("Kan {unit} se noe i loggen?", unit=unit)).to_be_visible()
    guardian.press("Ja")
    guardian.sees("Takk. {unit} kan nå se det du sa ja til.", unit=unit)


def withdraws_in_three_taps(guardian: Hands, unit: str) -> None:
    guardian.page.goto("/")
    guardian.go("Mer")
    guardian.follow("Hvem ser hva")
    guardian.press("Slutt å dele med {service}", service=unit)
    guardian.sees("{unit} ser ikke noe i loggen nå.", unit=unit)
    guardian.sees(
        "Det {unit} alt har lest, kan vi ikke ta tilbake. Det de må ta vare på etter loven, blir ikke slettet.",
        unit=unit,
    )


def everything_seen(page: Page, log: str) -> list[tuple[int, str]]:
    """Status and words of every page of somebody's, and of this log's."""
    return [seen(page, address) for address in (*EVERYWHERE, log)]


def seen(page: Page, address: str) -> tuple[int, str]:
    response = page.goto(address)
    assert response is not None
    return response.status, page.locator("body").inner_text()
