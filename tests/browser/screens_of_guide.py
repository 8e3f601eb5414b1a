"""The screens of the action guide, of the service directory and of «Hvor er vi nå»; and what happened before."""

from datetime import timedelta

from parentapp import clock
from parentapp.demo import listed as told
from parentapp.domain import directory, levels
from parentapp.enums import Level
from tests.browser import reaching as reach
from tests.browser.screen import SOFIA, Screen
from tests.browser.site import Site


def described(site: Site) -> None:
    """Half of it lately, and what PPT says long ago."""
    for unit, (days, who, words) in told.LISTED.items():
        with clock.at(site.cast.now - timedelta(days=days)):
            directory.describe(site.cast.actor(who), site.cast.units[unit], words)


def several_help(site: Site) -> None:
    why = "PPT er med nå. Oksana og Sofia vil gjerne ha råd om norsken."
    levels.change(site.cast.actor("kari"), site.cast.logs["sofia"], Level.SEVERAL_SERVICES, why)


def choose_what_it_is(page: reach.Page) -> None:
    page.locator("textarea").fill("Vi har snakket om det.")
    page.locator("main form button[type=submit]").click()
    reach.expect(page.locator(".errors")).to_be_focused()


LEVEL, LISE = SOFIA + "/level", "/logs/{logs[lise]}"
WORDS = "/services/{units[health]}/words"
GUIDE = [
    Screen("guide.index", "without a login", None, "/guide"),
    Screen("guide.index", "staff", "kari", "/guide"),
    Screen("guide.level", "wondering, staff", "kari", "/guide/wondering"),
    Screen("guide.level", "own service, staff", "kari", "/guide/own-service"),
    Screen("guide.level", "two services, family", "oksana", "/guide/two-services"),
    Screen("guide.level", "several services, staff", "kari", "/guide/several-services"),
    Screen("guide.sheet", "first talk", "kari", "/guide/forms/first-talk"),
    Screen("guide.sheet", "wondering note", "kari", "/guide/forms/wondering-note"),
    Screen("guide.sheet", "observation", "kari", "/guide/forms/observation"),
    Screen("guide.sheet", "agenda", "oksana", "/guide/forms/agenda"),
    Screen("guide.sheet", "role, no paper", "kari", "/guide/forms/role?done=no-paper"),
    Screen("services.index", "family", "oksana", "/services", after=described),
    Screen("services.index", "leader", "anne.strand", "/services?done=checked", after=described),
    Screen("services.index", "administrator, some to check", "mona", "/services", after=described),
    Screen("services.index", "nothing written", "oksana", "/services?kind=school"),
    Screen("services.describe", "empty", "anne.strand", WORDS),
    Screen("services.describe", "as it stands", "anne.strand", WORDS, after=described),
    Screen("services.describe", "nothing written", "anne.strand", WORDS, 422, reached=reach.send_blank),
    Screen("levels.change", "told", "kari", LEVEL),
    Screen("levels.change", "may not be told", "per.aas", LISE + "/level"),
    Screen("levels.change", "nothing written", "kari", LEVEL, 422, reached=reach.send_blank),
    Screen("levels.change", "there already", "kari", LEVEL, 409, reached=choose_what_it_is),
    Screen("log.show", "several services, family", "oksana", SOFIA, after=several_help),
    Screen("log.show", "several services, staff", "kari", SOFIA + "?done=level", after=several_help),
    Screen("summary.show", "several services", "oksana", SOFIA + "/summary", after=several_help),
]
