"""The screens of closing a log together, opening it again, and freezing one."""

from datetime import timedelta

from parentapp.domain import births, closing, closing_registered, consents, freezing
from parentapp.domain.registering import Told
from parentapp.enums import Answer, Way
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


def registered(site: Site) -> None:
    """Yusuf has said yes on paper."""
    proposed(site)
    yusuf, kari = site.cast.accounts["yusuf"], site.cast.actor("kari")
    said = Told(yusuf, Answer.YES, Way.PAPER, kari.today, "so", "Halyna tolket.")
    closing_registered.register(kari, site.named["closing"], said)


def born(site: Site) -> None:
    """Kari has written down that Marta's child is born."""
    kari = site.cast.actor("kari")
    births.say(kari, site.cast.logs["marta"], kari.today - timedelta(days=2), Way.SPOKEN)


def ended_otherwise(site: Site) -> None:
    """Marta has closed it without a word."""
    closing.propose(site.cast.actor("marta"), site.cast.logs["marta"], "")


def frozen(site: Site) -> None:
    """Kari has stopped the sight of Sofia's family."""
    site.named["freeze"] = put(site.cast, "frozen").freezes["sofia.freeze"]


def confirmed(site: Site) -> None:
    """And two others have confirmed it."""
    frozen(site)
    for who in ("lina", "per.aas"):
        freezing.confirm(site.cast.actor(who), site.named["freeze"], "Det gjelder fortsatt.")


def asked_to_open(site: Site) -> None:
    """Silje has asked whether Elias' log is to be opened again."""
    site.named["again"] = put(site.cast, "reopening").requests["elias.again"]


def open_again(site: Site) -> None:
    """And said yes."""
    asked_to_open(site)
    consents.answer(site.cast.actor("silje"), site.named["again"], Answer.YES)


MARTA = "/logs/{logs[marta]}"
ELIAS = "/logs/{logs[elias]}"
WHERE = AMINA + "/closing"
REGISTER, AGAIN = "/closings/{named[closing]}/registering", ELIAS + "/reopening/registering"
CLOSING = [
    Screen("closing.show", "decides alone", "oksana", SOFIA + "/closing"),
    Screen("closing.show", "nothing written", "oksana", SOFIA + "/closing", 422, reached=reach.send_blank),
    Screen("closing.show", "contact person", "kari", SOFIA + "/closing"),
    Screen("closing.show", "expects a child", "marta", MARTA + "/closing"),
    Screen("closing.show", "a birth closed it", "marta", MARTA + "/closing", after=born),
    Screen("closing.show", "ended otherwise", "marta", MARTA + "/closing", after=ended_otherwise),
    Screen("births.show", "expects a child", "marta", MARTA + "/birth"),
    Screen("births.show", "contact person", "kari", MARTA + "/birth"),
    Screen("births.show", "nothing chosen", "kari", MARTA + "/birth", 422, reached=reach.send_unfilled),
    Screen("births.show", "afterwards", "marta", MARTA + "/birth", after=born),
    Screen("closing.show", "to be answered", "yusuf", WHERE, after=proposed),
    Screen("closing.show", "said yes", "fadumo", WHERE + "?done=agreed", after=proposed),
    Screen("closing.show", "who proposed", "kari", WHERE + "?done=proposed", after=proposed),
    Screen("closing.show", "an answer registered", "yusuf", WHERE, after=registered),
    Screen("closing.show", "registered for somebody", "kari", WHERE + "?done=registered", after=registered),
    Screen("notices.index", "an answer to closing registered", "yusuf", "/notices", after=registered),
    Screen("closing.register", "contact person", "kari", REGISTER, after=proposed),
    Screen("closing.register", "nothing written", "kari", REGISTER, 422, proposed, reach.send_unfilled),
    Screen("reopening.register", "contact person", "per.aas", AGAIN, after=asked_to_open),
    Screen("reopening.register", "nothing written", "per.aas", AGAIN, 422, asked_to_open, reach.send_unfilled),
    Screen("reopening.ask", "registered", "per.aas", ELIAS + "/reopening?done=registered", after=asked_to_open),
    Screen("closing.show", "not all", "amina", WHERE + "?done=stopped", after=not_now),
    Screen("closing.show", "closed", "silje", "/logs/{logs[elias]}/closing"),
    Screen("reopening.ask", "asked by the family", "silje", ELIAS + "/reopening"),
    Screen("reopening.ask", "nothing written", "silje", ELIAS + "/reopening", 422, reached=reach.send_blank),
    Screen("reopening.ask", "contact person", "per.aas", ELIAS + "/reopening"),
    Screen("reopening.ask", "asked", "per.aas", ELIAS + "/reopening?done=asked", after=asked_to_open),
    Screen("reopening.ask", "is open", "oksana", SOFIA + "/reopening"),
    Screen("consents.show", "whether to open it again", "silje", "/consents/{named[again]}", after=asked_to_open),
    Screen("home.index", "whether to open it again", "silje", "/?log={logs[elias]}", after=asked_to_open),
    Screen("consents.story", "opened again", "silje", ELIAS + "/sharing/story", after=open_again),
    Screen("desk.index", "a log out of sight", "per.aas", "/desk"),
    Screen("notices.index", "a proposal to close", "amina", "/notices", after=proposed),
    Screen("freezing.show", "what it does", "lina", AMINA + "/freeze"),
    Screen("freezing.show", "closed", "per.aas", ELIAS + "/freeze"),
    Screen("freezing.show", "nothing written", "lina", SOFIA + "/freeze", 422, reached=reach.send_blank),
    Screen("freezing.show", "just pressed", "kari", SOFIA + "/freeze?done=frozen", after=frozen),
    Screen("freezing.show", "to be confirmed", "lina", SOFIA + "/freeze", after=frozen),
    Screen("freezing.show", "confirmed", "per.aas", SOFIA + "/freeze?done=confirmed", after=confirmed),
    Screen("log.show", "frozen", "lina", SOFIA, after=frozen),
    Screen("home.index", "frozen", "oksana", "/", after=frozen),
]
