"""The screens of closing a log together, and of freezing one."""

from parentapp.domain import closing, freezing
from tests.access.states import put
from tests.browser import reaching as reach
from tests.browser.screen import AMINA, SOFIA, Screen
from tests.browser.site import Site


def proposed(site: Site) -> None:
    """Kari has proposed to close Amina's log, and Fadumo has said yes."""
    site.named["closing"] = put(site.cast, "closing").closings["amina.closing"]


def not_now(site: Site) -> None:
    """And Yusuf has said no."""
    proposed(site)
    closing.stop(site.cast.actor("yusuf"), site.named["closing"])


def frozen(site: Site) -> None:
    """Kari has stopped the sight of Sofia's family."""
    site.named["freeze"] = put(site.cast, "frozen").freezes["sofia.freeze"]


def confirmed(site: Site) -> None:
    """And two others have confirmed it."""
    frozen(site)
    for who in ("lina", "per.aas"):
        freezing.confirm(site.cast.actor(who), site.named["freeze"], "Det gjelder fortsatt.")


WHERE = AMINA + "/closing"
CLOSING = [
    Screen("closing.show", "decides alone", "oksana", SOFIA + "/closing"),
    Screen("closing.show", "nothing written", "oksana", SOFIA + "/closing", 422, reached=reach.send_blank),
    Screen("closing.show", "contact person", "kari", SOFIA + "/closing"),
    Screen("closing.show", "to be answered", "yusuf", WHERE, after=proposed),
    Screen("closing.show", "said yes", "fadumo", WHERE + "?done=agreed", after=proposed),
    Screen("closing.show", "who proposed", "kari", WHERE + "?done=proposed", after=proposed),
    Screen("closing.show", "not all", "amina", WHERE + "?done=stopped", after=not_now),
    Screen("closing.show", "closed", "silje", "/logs/{logs[elias]}/closing"),
    Screen("notices.index", "a proposal to close", "amina", "/notices", after=proposed),
    Screen("freezing.show", "what it does", "lina", AMINA + "/freeze"),
    Screen("freezing.show", "nothing written", "lina", SOFIA + "/freeze", 422, reached=reach.send_blank),
    Screen("freezing.show", "just pressed", "kari", SOFIA + "/freeze?done=frozen", after=frozen),
    Screen("freezing.show", "to be confirmed", "lina", SOFIA + "/freeze", after=frozen),
    Screen("freezing.show", "confirmed", "per.aas", SOFIA + "/freeze?done=confirmed", after=confirmed),
    Screen("log.show", "frozen", "lina", SOFIA, after=frozen),
    Screen("home.index", "frozen", "oksana", "/", after=frozen),
]
