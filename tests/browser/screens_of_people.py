"""The screens of who belongs to a log; and what happened before."""

from parentapp.models import CareWaiting, Guardian, JudgedGuardian
from tests.access.asking import rows_of
from tests.access.states import put
from tests.browser import reaching as reach
from tests.browser.screen import AMINA, MIKKEL, SOFIA, Screen
from tests.browser.site import Site


def silje_waits(site: Site) -> None:
    """Per has registered what a court decided about her."""
    put(site.cast, "judged")
    site.named["judged"] = rows_of(site.cast, JudgedGuardian)["mikkel.silje"]


def care_waits(site: Site) -> None:
    """Kari has registered that child welfare has care of Sofia."""
    put(site.cast, "care_waits")
    site.named["care"] = CareWaiting.get(CareWaiting.log == site.cast.logs["sofia"]).id


def oksana_is_named(site: Site) -> None:
    """As a guardian of Sofia's."""
    site.named["guardian"] = rows_of(site.cast, Guardian)["sofia.oksana"]


HELPER, GUARDIAN = SOFIA + "/people/helpers/new", SOFIA + "/people/guardians/new"
END, CONFIRM = SOFIA + "/people/guardians/{named[guardian]}/end", MIKKEL + "/people/judged/{named[judged]}/confirm"
CARE = SOFIA + "/people/care/{named[care]}/confirm"
PEOPLE = [
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
    Screen("people.end_guardian", "empty", "kari", END, after=oksana_is_named),
    Screen("people.end_guardian", "nothing written", "kari", END, 422, oksana_is_named, reach.send_blank),
    Screen("people.confirm", "empty", "lina", CONFIRM, after=silje_waits),
    Screen("people.confirm", "nothing written", "lina", CONFIRM, 422, silje_waits, reach.send_blank),
    Screen("people.care", "empty", "kari", SOFIA + "/people/care"),
    Screen("people.care", "nothing chosen", "kari", SOFIA + "/people/care", 422, reached=reach.ask_nothing),
    Screen("people.show", "care waits", "kari", SOFIA + "/people?done=waits", after=care_waits),
    Screen("people.show", "family, care waits", "oksana", SOFIA + "/people", after=care_waits),
    Screen("people.confirm_care", "empty", "tor", CARE, after=care_waits),
    Screen("people.confirm_care", "nothing written", "lina", CARE, 422, care_waits, reach.send_blank),
    Screen("desk.index", "care is confirmed", "lina", "/desk?done=care"),
    Screen("notices.index", "care to confirm", "lina", "/notices", after=care_waits),
    Screen("desk.index", "a guardian is confirmed", "lina", "/desk?done=confirmed"),
    Screen("notices.index", "a guardian to confirm", "lina", "/notices", after=silje_waits),
]
