"""The screens of the plan, of what is kept private, and of the path of the baton."""

from datetime import timedelta

from parentapp import clock
from parentapp.domain import evaluating, plan
from parentapp.enums import LifeArea, Outcome
from parentapp.enums.bank import GoalPhrase, MeasurePhrase
from tests.browser import reaching as reach
from tests.browser import situations as when
from tests.browser.screen import AMINA, MIKKEL, SOFIA, Screen
from tests.browser.site import Site
from tests.handing import hand_over

B, S, W, E = Outcome.BETTER, Outcome.SAME, Outcome.WORSE, Outcome.TOO_EARLY


def looked_at_often(site: Site) -> None:
    """What Sofia says to Per, and what her mother and the helpers say, over some months; beside a goal of the bank."""
    cast, measure = site.cast, site.cast.entries["sofia.measure"]
    for days, person, outcome, heard in (
        (-70, "kari", E, False), (-60, "oksana", W, False), (-58, "per.aas", S, True), (-40, "per.aas", S, False),
        (-30, "oksana", S, False), (-21, "per.aas", S, True), (-9, "oksana", B, False), (-2, "oksana", B, True),
    ):  # fmt: skip
        with clock.at(cast.now + timedelta(days=days)):
            evaluating.evaluate(
                cast.actor(person, "nb"),
                measure,
                outcome,
                "Emma spurte om hun ville bli med." if heard else "",
                heard=heard,
            )
    kari = cast.actor("kari")
    goal = plan.add_goal(kari, cast.logs["sofia"], GoalPhrase.LEISURE_JOIN, LifeArea.LEISURE)
    part = {"owner_unit": cast.units["health"], "starts": kari.today, "look_at": kari.today}
    plan.add_measure(kari, goal, MeasurePhrase.LEISURE_TRY, owner=kari.account_id, **part)


def handed_on(site: Site) -> None:
    """From Kari to Per some months ago, and back to her a week ago."""
    cast = site.cast
    for days, person, successor in ((-60, "kari", "per.aas"), (-7, "per.aas", "kari")):
        with clock.at(cast.now + timedelta(days=days)):
            hand_over(cast, person, "sofia", successor)


BATON = [
    Screen("people.baton", "family", "oksana", SOFIA + "/baton", after=handed_on),
    Screen("people.baton", "contact person", "kari", SOFIA + "/baton", after=handed_on),
    Screen("people.baton", "one alone", "amina", AMINA + "/baton"),
]

PLANS = [
    Screen("plan.show", "guardian", "oksana", SOFIA + "/plan", after=when.measures_looked_at),
    Screen("plan.show", "young person, overdue", "amina", AMINA + "/plan", after=when.measures_looked_at),
    Screen("plan.show", "professional", "kari", SOFIA + "/plan?done=renewed", after=when.measures_looked_at),
    Screen("plan.show", "drawn over time", "oksana", SOFIA + "/plan?done=heard", after=looked_at_often),
    Screen("plan.show", "drawn, helper", "per.aas", SOFIA + "/plan", after=looked_at_often),
    Screen("plan.show", "closed", "silje", "/logs/{logs[elias]}/plan"),
    Screen("plan.show", "none yet", "hege", "/logs/{named[ida]}/plan", after=when.three_of_them),
    Screen("plan.new_goal", "empty", "kari", SOFIA + "/goals"),
    Screen("plan.new_goal", "nothing written", "kari", SOFIA + "/goals", 422, reached=reach.send_blank),
    Screen("plan.new_goal", "suggestions", "kari", SOFIA + "/goals", reached=reach.open_suggestions),
    Screen(
        "plan.new_measure",
        "suggestions",
        "kari",
        SOFIA + "/goals/{entries[sofia.goal]}/measures",
        reached=reach.open_suggestions,
    ),
    Screen("plan.new_measure", "empty", "kari", SOFIA + "/goals/{entries[sofia.goal]}/measures"),
    Screen(
        "plan.new_measure",
        "nothing written",
        "kari",
        SOFIA + "/goals/{entries[sofia.goal]}/measures",
        422,
        reached=reach.send_no_words,
    ),
    Screen("plan.change_words", "a goal", "kari", SOFIA + "/entries/{entries[sofia.goal]}/words"),
    Screen("private.show", "young person", "amina", AMINA + "/entries/{entries[amina.concern]}/private?done=kept"),
    Screen("private.show", "health staff", "lina", MIKKEL + "/entries/{entries[mikkel.health]}/private"),
    Screen("private.show", "withheld", "lina", MIKKEL + "/entries/{entries[mikkel.withheld]}/private"),
    Screen(
        "private.show",
        "no reason given",
        "lina",
        MIKKEL + "/entries/{entries[mikkel.health]}/private",
        422,
        reached=reach.send_blank,
    ),
    Screen("about_me.show", "guardian, nothing yet", "oksana", SOFIA + "/about-me"),
    Screen("about_me.show", "young person", "amina", AMINA + "/about-me?done=talk", after=when.told_about_me),
    Screen("about_me.show", "professional", "kari", AMINA + "/about-me", after=when.told_about_me),
    Screen("about_me.show", "professional, nothing yet", "kari", AMINA + "/about-me"),
    Screen("about_me.write", "young person", "amina", AMINA + "/about-me/talk", after=when.told_about_me),
    Screen("about_me.write", "nothing written", "oksana", SOFIA + "/about-me/like", 422, reached=reach.send_blank),
]
