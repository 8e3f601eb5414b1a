"""No log, child or family leaves a trace on the administrator's pages; and her tabs are hers."""

import re
from collections.abc import Callable
from datetime import timedelta

from parentapp.domain import conversations, families, log
from parentapp.enums import Basis
from tests.access.asking import employments
from tests.browsing import Browser
from tests.cast import Cast
from tests.closing import close

Client = Callable[[str | None], Browser]
HOME = "/municipality"


def read(browser: Browser, address: str) -> str:
    response = browser.get(address)
    assert response.status_code == 200, address
    return response.get_data(as_text=True)


def every_page(cast: Cast) -> list[str]:
    unit, work = cast.units["health"], employments(cast)["kari"]
    places = (f"/units/{unit}", f"/units/{unit}/name", f"/units/{unit}/staff", f"/staff/{work}")
    return [HOME, *(HOME + each for each in (*places, "/units/new", "/ages", "/interpreters", "/changes"))]


def test_nothing_that_happens_in_a_log_shows_on_her_pages(client: Client, cast: Cast) -> None:
    """Two worlds: as it stands, and after a day in the logs, with a new log among them."""
    mona = client("mona")
    before = {address: without_keys(read(mona, address)) for address in every_page(cast)}
    kari, born = cast.actor("kari"), cast.today - timedelta(days=9 * 365)
    log.add_note(kari, cast.logs["sofia"], "Ringte.")
    asked = families.ask_for_log(kari, cast.units["health"], name="Ida", born=born, level=1)
    how = "Viste legitimasjon."
    families.add_guardian(kari, asked, cast.accounts["helga"], basis=Basis.VERGE, verified_how=how, since=cast.today)
    conversations.start(cast.actor("samir"), cast.logs["adam"])
    close(cast, "lise")
    for person in ("oksana", "kari", "amina", "per.aas", "halyna"):
        Browser(mona.app, cast.accounts[person]).get("/")
    assert {address: without_keys(read(mona, address)) for address in every_page(cast)} == before


def test_no_child_and_no_parent_is_on_her_pages(client: Client, cast: Cast) -> None:
    families = ("Bondarenko", "Warsame", "Lie<", "Haugen", "Haddad", "Mikkel", "Sofia", "Amina", "Noor", "Elias")
    for address in every_page(cast):
        page = read(client("mona"), address)
        assert not [name for name in families if name in page], address


def without_keys(page: str) -> str:
    """What each answer makes anew taken out."""
    return re.sub(r'(name="(?:csrf_token|press)" value|name="csrf-token" content)="[^"]*"', r"\1", page)


def test_her_tabs_lead_nowhere_that_is_not_hers(client: Client) -> None:
    page = read(client("mona"), HOME)
    assert 'href="/lysglimt"' not in page
    assert 'href="/conversations"' not in page
    assert f'href="{HOME}"' in read(client("mona"), "/more")
