"""The checks bite: each finds its fault on a page that has it, and is silent on one close to it that has not."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import AXE, HERE, PHONE
from tests.browser.looking import TAGS

WRITTEN = [["مرحبًا كاري. متى يمكننا أن نتحدث", "ar"]]
SAID = WRITTEN[0][0]
NAMES = ["Min stafett", "PPT"]
WIDE = "<p><img width=500 height=9 alt=''></p>"
BIG = "<style>a, button { display: block; inline-size: 50px; block-size: 50px }</style>"
ROW = "<style>p { display: flex }</style>"
NO_RING = "<style>:focus { outline: none }</style>"
BAR = "<style>nav { position: fixed; inset: 0; background: white; z-index: 1 } p { block-size: 99px }</style>"
BOX = "<label for=b>Skriv</label><textarea id=b></textarea>"

# Each line: the check, what it is given, a page that it finds fault with, and one close to it that is right.
BITES: list[tuple[str, list[Any], str, str]] = [
    ("sideways", [], WIDE, f"<div style='overflow: auto' class=table-wrap>{WIDE}</div>"),
    ("small", [], "<a href=/ style='display: block; block-size: 30px'>Logg</a>", f"{BIG}<a href=/>Logg</a>"),
    ("small", [], "<button>+</button>", "<p>Les om <a href=/>loggen</a> her.</p>"),
    (
        "small",
        [],
        "<label><input type=radio> Ja</label>",
        "<label style='display: block; block-size: 50px'><input type=radio> Ja</label>",
    ),
    ("torn", [], f"{ROW}<p>Skriv til <bdi>Kari</bdi></p>", f"{ROW}<p><span>Skriv til <bdi>Kari</bdi></span></p>"),
    ("torn", [], f"{ROW}<p><b>Kari</b> svarer</p>", "<p><b>Kari</b> svarer</p>"),
    ("unmarked", [WRITTEN], f"<p>{SAID}</p>", f"<p lang=ar dir=auto>{SAID}</p>"),
    ("unmarked", [WRITTEN], f"<p lang=ar>{SAID}</p>", f"<p lang=ar><bdi>{SAID}</bdi></p>"),
    ("unmarked", [WRITTEN], f"<p lang=nb dir=auto>{SAID}</p>", "<p>Noe vi skrev selv</p>"),
    ("foreign", [NAMES], "<p>الدعم Lagre</p>", "<p>الدعم Min stafett, PPT 116 117</p>"),
    ("foreign", [NAMES], "<p>Kari كتبت</p>", "<p><bdi>Kari</bdi> كتبت</p>"),
    ("foreign", [NAMES], "<a aria-label='Ring'>☎</a>", "<a aria-label='اتصل \u2068Kari\u2069'>☎</a>"),
    ("foreign", [NAMES], "<p data-text='{n} av {max}'></p>", "<p data-text='{n} من {max}'></p>"),
    (
        "foreign",
        [NAMES],
        "<template><p>Ikke sendt</p></template>",
        "<p lang=nb>Ikke sendt</p><template><p>لم يُرسل</p></template>",
    ),
    (
        "unannounced",
        [False],
        f"<main><form>{BOX}<p class=reads>Leses av</p></form></main>",
        f"<main><form><p class=reads>Leses av</p>{BOX}</form></main>",
    ),
    (
        "unannounced",
        [True],
        f"<main><form><p class=reads>Leses av</p>{BOX}</form></main>",
        f"<main><form><p class=reads>Leses av</p><p class=never>Aldri</p>{BOX}</form></main>",
    ),
    ("lost", [], f"{NO_RING}<a href=/>Logg</a>", "<a href=/>Logg</a>"),
    ("lost", [], "<a href=/ tabindex=2>Logg</a>", "<a href=/ tabindex=0>Logg</a><button disabled>Nei</button>"),
    ("lost", [], f"{BAR}<nav></nav><a href=/>Logg</a>", f"{BAR}<p></p><a href=/>Logg</a>"),
    (
        "lost",
        [],
        "<a href=/ style='visibility: hidden'><b style='visibility: visible'>!</b></a><a href=/ inert>Logg</a>",
        "",
    ),
    ("unfocused", [], "<p data-focus tabindex=-1>Sendt</p>", "<p data-focus tabindex=-1 autofocus>Sendt</p>"),
    ("axed", [TAGS], "<main><h1>Logg</h1><img src=/x></main>", "<main><h1>Logg</h1><img src=/x alt=''></main>"),
    (
        "axed",
        [TAGS],
        "<main><h1>Logg</h1><p style='color: #999; background: #fff'>Lest</p></main>",
        "<main><h1>Logg</h1><p>Lest</p></main>",
    ),
]


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport=PHONE)
    context.add_init_script(path=AXE)
    context.add_init_script(path=HERE / "faults.js")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("check", "given", "bad", "good"), BITES, ids=[bite[0] for bite in BITES])
def test_a_check_bites(page: Page, check: str, given: list[Any], bad: str, good: str) -> None:
    def found(body: str) -> list[str]:
        page.set_content(f"<!doctype html><html lang=nb><title>PPT</title><body>{body}</body></html>")
        page.keyboard.press("Tab")
        page.evaluate("document.querySelector('[autofocus]')?.focus()")
        answer: list[str] = page.evaluate(f"given => faults.{check}(...given)", given)
        return answer

    assert found(bad)
    assert not found(good)
