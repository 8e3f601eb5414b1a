"""The screens of an individual plan and who coordinates it, and of copying one's own words."""

from tests import individual_plans
from tests.access.states import put
from tests.browser import reaching as reach
from tests.browser.screen import AMINA, SOFIA, Screen
from tests.browser.site import Site


def suggested(site: Site) -> None:
    """Kari has suggested Sofia's, and Amina has wished for hers."""
    put(site.cast, "suggested")


def planned(site: Site) -> None:
    """Sofia's log is the plan."""
    individual_plans.begun(site.cast)


def per_asked(site: Site) -> None:
    """Per is asked to coordinate it."""
    individual_plans.per_asked(site.cast)


def coordinated(site: Site) -> None:
    """And does."""
    individual_plans.per_coordinates(site.cast)


WHERE, COPY = SOFIA + "/individual-plan", "/entries/{entries[sofia.note]}/copy"
INDIVIDUAL_PLANS = [
    Screen("individual_plan.show", "none yet", "oksana", WHERE),
    Screen("individual_plan.show", "contact person", "kari", WHERE),
    Screen("individual_plan.show", "nothing chosen", "kari", WHERE, 422, reached=reach.send_unfilled),
    Screen("individual_plan.show", "to be answered", "oksana", WHERE, after=suggested),
    Screen("individual_plan.show", "wished for", "amina", AMINA + "/individual-plan?done=asked", after=suggested),
    Screen("individual_plan.show", "to be decided", "kari", AMINA + "/individual-plan", after=suggested),
    Screen("individual_plan.show", "nobody coordinates it", "oksana", WHERE + "?done=begun", after=planned),
    Screen("individual_plan.show", "nobody chosen", "oksana", WHERE, 422, planned, reach.ask_no_coordinator),
    Screen("individual_plan.show", "asked to coordinate", "per.aas", WHERE, after=per_asked),
    Screen("individual_plan.show", "coordinated", "oksana", WHERE, after=coordinated),
    Screen("individual_plan.show", "closed", "silje", "/logs/{logs[elias]}/individual-plan"),
    Screen("home.index", "an individual plan suggested", "oksana", "/", after=suggested),
    Screen("home.index", "an individual plan", "oksana", "/", after=coordinated),
    Screen("plan.show", "an individual plan", "oksana", SOFIA + "/plan", after=coordinated),
    Screen("summary.show", "an individual plan", "oksana", SOFIA + "/summary", after=coordinated),
    Screen("notices.index", "an individual plan", "per.aas", "/notices", after=per_asked),
    Screen("copying.show", "own words", "per.aas", COPY),
    Screen("log.show", "who only takes part", "per.aas", SOFIA),
    Screen("log.show", "just evaluated", "per.aas", SOFIA, reached=reach.say_it_helps),
]
