"""The screens of whoever leads a unit, and of asking for another contact person; and what happened before."""

from datetime import timedelta

from parentapp.access.actor import SystemActor
from parentapp.domain import absences, contact_requests, municipality
from parentapp.enums import ServiceKind
from parentapp.models import Conversation
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
]
