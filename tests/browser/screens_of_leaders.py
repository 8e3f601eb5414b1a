"""The screens of whoever leads a unit, and of asking for another contact person; and what happened before."""

from datetime import timedelta

from parentapp.access.actor import SystemActor
from parentapp.domain import (
    absences,
    assigning,
    consents,
    contact_requests,
    families,
    handovers,
    municipality,
    reminders,
)
from parentapp.enums import Answer, ServiceKind
from parentapp.models import Conversation
from tests.access.asking import proposals
from tests.access.states import put
from tests.browser import reaching as reach
from tests.browser.screen import AMINA, MIKKEL, SOFIA, Screen
from tests.browser.site import Site


def nobody_answers(site: Site) -> None:
    """What waits has waited for long, Lina is away, one log rests and one waits for a yes."""
    cast = site.cast
    absences.go_away(cast.actor("lina"), cast.now.date(), cast.now.date())
    put(put(cast, "asked"), "resting")
    long_ago = cast.now - timedelta(days=9)
    waiting = Conversation.waiting_since.is_null(False)
    Conversation.update(waiting_since=long_ago, answer_by=long_ago.date()).where(waiting).execute()


def randi_leads_a_school(site: Site) -> None:
    """One in which nobody holds a log."""
    cast = site.cast
    system, fjordvik = SystemActor("proof", cast.now), cast.municipalities["fjordvik"]
    school = municipality.add_unit(system, fjordvik, "Fjordvik ungdomsskole", ServiceKind.SCHOOL)
    municipality.employ(system, cast.accounts["randi"], school, "rektor", cast.now.date(), leads=True)


def anne_answered(site: Site) -> None:
    cast = site.cast
    said = "Takk for at du sier fra. Jeg ringer deg i morgen, med tolk, så finner vi ut av det sammen."
    contact_requests.answer(cast.actor("anne.strand"), cast.contact_requests["amina.yusuf"], said)


def kari_is_out(site: Site) -> None:
    """Oksana has taken back the yes to the health station, and Per of the school is Kari's deputy; and of Amina too."""
    cast = put(site.cast, "holder_out")
    consents.answer(cast.actor("amina"), cast.requests["amina.health"], Answer.NO)


def per_is_asked(site: Site) -> None:
    put(site.cast, "led")


def per_said_no(site: Site) -> None:
    handovers.decline(site.cast.actor("per.aas"), put(site.cast, "led").handovers["sofia.led"])


def randi_is_asked_by_anne(site: Site) -> None:
    """Without a yes to her service."""
    kari_is_out(site)
    assigning.ask(site.cast.actor("anne.strand"), site.cast.logs["sofia"], "randi", "Randi er god å snakke med.")


def per_took_over(site: Site) -> None:
    handovers.accept(site.cast.actor("per.aas"), put(site.cast, "led").handovers["sofia.led"])


BATONS = "/unit/batons"
FIND, HANDING = BATONS + "/{logs[sofia]}", SOFIA + "/handover"
HOLDING = [
    Screen("batons.index", "two to find", "anne.strand", BATONS, after=kari_is_out),
    Screen("batons.index", "one is asked", "anne.strand", BATONS + "?done=asked", after=per_is_asked),
    Screen("batons.index", "none", "anne.strand", BATONS),
    Screen("batons.ask", "empty", "anne.strand", FIND, after=kari_is_out),
    Screen("batons.ask", "somebody is asked", "anne.strand", FIND, after=per_is_asked),
    Screen("batons.ask", "one said no", "anne.strand", FIND, after=per_said_no),
    Screen("batons.ask", "nothing written", "anne.strand", FIND, 422, after=kari_is_out, reached=reach.send_blank),
    Screen("unit.show", "a contact person to find", "anne.strand", "/unit", after=kari_is_out),
    Screen("home.index", "contact person out, deputy answers", "oksana", "/", after=kari_is_out),
    Screen("home.index", "contact person out, young person", "amina", "/", after=kari_is_out),
    Screen("home.index", "the leader has asked somebody", "oksana", "/", after=per_is_asked),
    Screen("log.show", "contact person out", "oksana", SOFIA, after=kari_is_out),
    Screen("log.show", "a leader handed over", "oksana", SOFIA, after=per_took_over),
    Screen(
        "conversations.show",
        "contact person out",
        "oksana",
        "/conversations/{conversations[sofia.oksana]}",
        after=kari_is_out,
    ),
    Screen("handovers.show", "a leader asks, family", "oksana", HANDING, after=per_is_asked),
    Screen("handovers.show", "a leader asks, successor", "per.aas", HANDING, after=per_is_asked),
    Screen("handovers.show", "a leader asks, without a yes", "randi", HANDING, after=randi_is_asked_by_anne),
    Screen("handovers.show", "a leader asked, taken over", "oksana", HANDING, after=per_took_over),
    Screen("notices.index", "contact person out", "oksana", "/notices", after=kari_is_out),
]

CHECKS, SECOND = "/unit/checks", "/unit/checks/{logs[sofia]}/{named[proposal]}"


def gro_waits(site: Site) -> None:
    """Proposed by Oksana, whose yes to Sofia's log has ended since."""
    cast = site.cast
    put(cast, "at_rest")
    site.named["proposal"] = proposals(cast)["sofia.oksana"]


def gro_is_kept_out(site: Site) -> None:
    cast = site.cast
    families.block(cast.actor("kari"), cast.logs["sofia"], cast.accounts["gro"], "Besøksforbud.")
    gro_waits(site)


def anne_is_told(site: Site) -> None:
    gro_waits(site)
    reminders.remind(SystemActor("proof", site.cast.now), site.cast.logs["sofia"])


CHECKING = [
    Screen("checks.index", "one waits", "anne.strand", CHECKS, after=gro_waits),
    Screen("checks.index", "let in, none left", "anne.strand", CHECKS + "?done=added"),
    Screen("checks.check", "nothing in the way", "anne.strand", SECOND, after=gro_waits),
    Screen("checks.check", "kept out", "anne.strand", SECOND, after=gro_is_kept_out),
    Screen("notices.index", "somebody to check", "anne.strand", "/notices", after=anne_is_told),
]

RECEIVED, ASK = "/unit/contact-requests", "/contact-request"
LEADERS = [
    Screen("unit.show", "much to do", "anne.strand", "/unit", after=nobody_answers),
    Screen("unit.show", "all well", "randi", "/unit", after=randi_leads_a_school),
    Screen("contact_requests.received", "one waits", "anne.strand", RECEIVED),
    Screen("contact_requests.received", "answered", "anne.strand", RECEIVED + "?done=answered", after=anne_answered),
    Screen("contact_requests.received", "none", "randi", RECEIVED, after=randi_leads_a_school),
    Screen("contact_requests.received", "nothing written", "anne.strand", RECEIVED, 422, reached=reach.send_blank),
    Screen("contact_requests.ask", "guardian, empty", "oksana", SOFIA + ASK),
    Screen("contact_requests.ask", "young person, empty", "amina", AMINA + ASK),
    Screen("contact_requests.ask", "waits", "yusuf", AMINA + ASK + "?done=asked"),
    Screen("contact_requests.ask", "answered", "yusuf", AMINA + ASK, after=anne_answered),
    Screen("contact_requests.ask", "nobody to ask", "hege", MIKKEL + ASK),
    Screen("settings.more", "leader", "anne.strand", "/more"),
    Screen("notices.index", "leader", "anne.strand", "/notices"),
    *HOLDING,
    *CHECKING,
]
