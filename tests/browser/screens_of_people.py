"""The screens of who belongs to a log; and what happened before."""

from parentapp.access.actor import SystemActor
from parentapp.domain import my_guardians, reminders
from parentapp.enums import GuardianAnswer
from parentapp.models import Block, CareWaiting, Guardian, ProposedGuardian
from tests.access.asking import proposals, rows_of
from tests.access.states import put
from tests.browser import reaching as reach
from tests.browser.screen import AMINA, MIKKEL, SOFIA, Screen
from tests.browser.screens_of_new_logs import NEW_LOGS
from tests.browser.screens_of_own_matters import OWN_MATTERS
from tests.browser.site import Site
from tests.without_login import confirmed


def silje_waits(site: Site) -> None:
    """Per has registered what a court decided about her."""
    put(site.cast, "judged")
    site.named["proposed"] = rows_of(site.cast, ProposedGuardian)["mikkel.silje"]


def jan_waits(site: Site) -> None:
    """Per has registered him as somebody who answers on paper."""
    put(site.cast, "without_login")
    site.named["proposed"] = ProposedGuardian.get(ProposedGuardian.answered_at.is_null()).id


def jan_answers_on_paper(site: Site) -> None:
    """And Lina has confirmed it."""
    confirmed(site.cast)


def care_waits(site: Site) -> None:
    """Kari has registered that child welfare has care of Sofia."""
    put(site.cast, "care_waits")
    site.named["care"] = CareWaiting.get(CareWaiting.log == site.cast.logs["sofia"]).id


def oksana_is_named(site: Site) -> None:
    """As a guardian of Sofia's."""
    site.named["guardian"] = rows_of(site.cast, Guardian)["sofia.oksana"]


def helga_waits(site: Site) -> None:
    """Tor has proposed her, and Jonas is asked."""
    put(site.cast, "guardian_proposed")


def helga_is_in(site: Site) -> None:
    put(site.cast, "let_in")


def helga_is_gone(site: Site) -> None:
    put(site.cast, "let_go")


def health_is_shared(site: Site) -> None:
    put(site.cast, "let_in")
    told = (site.cast.logs["jonas"], site.cast.accounts["helga"], GuardianAnswer.SHARE_HEALTH, 6)
    my_guardians.choose(site.cast.actor("jonas"), *told)


def sofia_is_unheard(site: Site) -> None:
    """Kari has asked about BUP without her."""
    site.named["request"] = put(site.cast, "unheard").requests["sofia.bup"]


def sofia_rests(site: Site) -> None:
    put(site.cast, "resting")


WAKE = "/consents/{requests[sofia.log]}/registering"
HEARD = "/consents/{named[request]}/heard"
JONAS = "/logs/{logs[jonas]}"
MINE = JONAS + "/my-guardians"
HELGA = MINE + "/{accounts[helga]}"


def gro_is_proposed(site: Site) -> None:
    """By Oksana, who alone decides; and by Fadumo."""
    put(site.cast, "proposed")
    site.named["proposal"] = proposals(site.cast)["sofia.oksana"]


def gro_is_kept_out(site: Site) -> None:
    put(site.cast, "kept_out")
    site.named["proposal"] = proposals(site.cast)["sofia.oksana"]


def amina_has_turned(site: Site) -> None:
    """Fifteen, with Gro around her since before; and she is told."""
    put(site.cast, "turned")
    reminders.remind(SystemActor("screens", site.cast.now), site.cast.logs["amina"])


def yusuf_is_kept_out(site: Site) -> None:
    """By Kari: he signs for Amina, on paper from now on."""
    put(site.cast, "on_paper")
    site.named["paper"] = rows_of(site.cast, Block)["amina.yusuf"]


PAPER = AMINA + "/people/blocks/{named[paper]}/paper"
CHECK, NETWORK = SOFIA + "/people/network/{named[proposal]}/check", SOFIA + "/people/network/new"
HELPER, GUARDIAN = SOFIA + "/people/helpers/new", SOFIA + "/people/guardians/new"
END, CONFIRM = SOFIA + "/people/guardians/{named[guardian]}/end", MIKKEL + "/people/proposed/{named[proposed]}/confirm"
CARE = SOFIA + "/people/care/{named[care]}/confirm"
PEOPLE = [
    *OWN_MATTERS,
    *NEW_LOGS,
    Screen("people.show", "contact person", "kari", SOFIA + "/people?done=added"),
    Screen("people.show", "somebody waits", "per.aas", MIKKEL + "/people?done=waits", after=silje_waits),
    Screen("people.show", "family, somebody waits", "hege", MIKKEL + "/people", after=silje_waits),
    Screen("people.show", "young person", "amina", AMINA + "/people"),
    Screen("people.show", "in care", "berit", "/logs/{logs[ella]}/people"),
    Screen("people.show", "from 16", "tor", "/logs/{logs[jonas]}/people"),
    Screen("people.add_helper", "units", "kari", HELPER),
    Screen("people.add_helper", "people", "kari", HELPER + "?unit={units[health]}"),
    Screen("people.add_helper", "nobody left", "kari", HELPER + "?unit={units[school]}"),
    Screen("people.add_guardian", "empty", "kari", GUARDIAN),
    Screen("people.add_guardian", "nothing chosen", "kari", GUARDIAN, 422, reached=reach.ask_nothing),
    Screen("people.add_guardian", "from 16", "tor", "/logs/{logs[jonas]}/people/guardians/new"),
    Screen("people.add_on_paper", "empty", "kari", SOFIA + "/people/guardians/on-paper"),
    Screen(
        "people.add_on_paper",
        "nothing written",
        "kari",
        SOFIA + "/people/guardians/on-paper",
        422,
        reached=reach.send_unfilled,
    ),
    Screen("people.show", "one waits who has no login", "hege", MIKKEL + "/people", after=jan_waits),
    Screen("people.show", "one answers on paper", "per.aas", MIKKEL + "/people", after=jan_answers_on_paper),
    Screen("people.confirm", "of one without a login", "lina", CONFIRM, after=jan_waits),
    Screen("people.end_guardian", "empty", "kari", END, after=oksana_is_named),
    Screen("people.end_guardian", "nothing written", "kari", END, 422, oksana_is_named, reach.send_blank),
    Screen("people.confirm", "empty", "lina", CONFIRM, after=silje_waits),
    Screen("people.confirm", "nothing written", "lina", CONFIRM, 422, silje_waits, reach.send_blank),
    Screen("my_guardians.index", "nobody", "jonas", MINE),
    Screen("my_guardians.index", "asked", "jonas", MINE, after=helga_waits),
    Screen("my_guardians.index", "let in", "jonas", MINE + "?done=let_in", after=helga_is_in),
    Screen("my_guardians.index", "gone", "jonas", MINE + "?done=let_go", after=helga_is_gone),
    Screen("my_guardians.choose", "asked", "jonas", HELGA, after=helga_waits),
    Screen("my_guardians.choose", "let in", "jonas", HELGA, after=helga_is_in),
    Screen("my_guardians.choose", "health shared", "jonas", HELGA, after=health_is_shared),
    Screen("my_guardians.choose", "gone", "jonas", HELGA, after=helga_is_gone),
    Screen("people.show", "the young person is asked", "jonas", JONAS + "/people", after=helga_waits),
    Screen("people.show", "waits for the young person", "tor", JONAS + "/people?done=waits", after=helga_waits),
    Screen("notices.index", "a guardian is proposed", "jonas", "/notices", after=helga_waits),
    Screen("registering.index", "a child to be asked", "kari", SOFIA + "/registering", after=sofia_is_unheard),
    Screen("registering.register", "of a log that rests", "kari", WAKE, after=sofia_rests),
    Screen("desk.index", "a log rests", "kari", "/desk", after=sofia_rests),
    Screen("registering.hear", "empty", "kari", HEARD, after=sofia_is_unheard),
    Screen("registering.hear", "nothing written", "kari", HEARD, 422, sofia_is_unheard, reach.send_blank),
    Screen("people.care", "empty", "kari", SOFIA + "/people/care"),
    Screen("people.care", "nothing chosen", "kari", SOFIA + "/people/care", 422, reached=reach.ask_nothing),
    Screen("people.show", "care waits", "kari", SOFIA + "/people?done=waits", after=care_waits),
    Screen("people.show", "family, care waits", "oksana", SOFIA + "/people", after=care_waits),
    Screen("people.confirm_care", "empty", "tor", CARE, after=care_waits),
    Screen("people.confirm_care", "nothing written", "lina", CARE, 422, care_waits, reach.send_blank),
    Screen("desk.index", "care is confirmed", "lina", "/desk?done=care"),
    Screen("notices.index", "care to confirm", "lina", "/notices", after=care_waits),
    Screen("people.show", "who proposed", "oksana", SOFIA + "/people?done=proposed", after=gro_is_proposed),
    Screen("people.show", "to be answered", "yusuf", AMINA + "/people", after=gro_is_proposed),
    Screen("people.show", "to be checked", "kari", SOFIA + "/people", after=gro_is_proposed),
    Screen("people.show", "who is to stay", "amina", AMINA + "/people", after=amina_has_turned),
    Screen("notices.index", "who is to stay", "amina", "/notices", after=amina_has_turned),
    Screen("network.propose", "empty", "oksana", NETWORK),
    Screen("network.propose", "nothing chosen", "oksana", NETWORK, 422, reached=reach.send_unfilled),
    Screen("network.check", "to be checked", "kari", CHECK, after=gro_is_proposed),
    Screen("network.check", "kept out", "kari", CHECK, after=gro_is_kept_out),
    Screen("network.blocked", "somebody", "kari", SOFIA + "/people/blocks?done=blocked", after=gro_is_kept_out),
    Screen("network.blocked", "nothing written", "kari", SOFIA + "/people/blocks", 422, reached=reach.ask_nothing),
    Screen("network.blocked", "a paper waits", "kari", AMINA + "/people/blocks", after=yusuf_is_kept_out),
    Screen("network.paper", "empty", "lina", PAPER, after=yusuf_is_kept_out),
    Screen("network.paper", "nothing written", "lina", PAPER, 422, yusuf_is_kept_out, reach.send_blank),
    Screen("desk.index", "a paper to confirm", "lina", "/desk", after=yusuf_is_kept_out),
    Screen("desk.index", "a paper is confirmed", "lina", "/desk?done=paper"),
    Screen("notices.index", "a paper to confirm", "lina", "/notices", after=yusuf_is_kept_out),
    Screen("notices.index", "a network person proposed", "yusuf", "/notices", after=gro_is_proposed),
    Screen("desk.index", "a guardian is confirmed", "lina", "/desk?done=confirmed"),
    Screen("notices.index", "a guardian to confirm", "lina", "/notices", after=silje_waits),
]
