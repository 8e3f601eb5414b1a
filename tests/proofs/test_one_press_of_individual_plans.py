"""One press, one effect, for an individual plan and who coordinates it."""

from typing import Any

import pytest
from flask import Flask

from parentapp import crypto
from parentapp.domain import individual_plan
from parentapp.models import Coordinator, IndividualPlan
from tests.access.asking import FIELDS, WHO, address
from tests.access.states import put
from tests.browsing import Browser
from tests.cast import Cast
from tests.individual_plans import decided
from tests.proofs.apps import at_once, bare_app
from tests.proofs.presses import Sent, effects

DECIDED, LATER = FIELDS["individual_plan.decide"], {"day": "2026-03-08"}
PER, LINA = {"who": "per.aas"}, {"who": "lina"}
PLANNED = {
    "wished for": ("individual_plan.wish", "", Sent("oksana", "sofia", {})),
    "suggested": ("individual_plan.suggest", "", Sent("kari", "sofia", DECIDED, LATER)),
    "decided": ("individual_plan.decide", "suggested", Sent("kari", "amina", DECIDED, LATER)),
    "the family's yes": ("individual_plan.agree", "suggested", Sent("oksana", "sofia", {})),
    "ended": ("individual_plan.end", "planned", Sent("oksana", "sofia", {})),
    "asked to coordinate": (
        "individual_plan.ask_coordinator",
        "planned",
        Sent("oksana", "sofia", PER, LINA),
    ),
    "coordinates": ("individual_plan.accept", "per_asked", Sent("per.aas", "sofia.per.aas", {})),
    "coordinates no longer": ("individual_plan.end_coordinator", "coordinated", Sent("per.aas", "sofia.per.aas", {})),
}
NAMES = sorted(PLANNED)
UNITS = {"per.aas": WHO["individual_plan.ask_coordinator"][1], "lina": "health"}


def counted() -> dict[str, Any]:
    ended = [table.select().where(table.ended_at.is_null(False)).count() for table in (IndividualPlan, Coordinator)]
    begun = IndividualPlan.select().where(IndividualPlan.began_at.is_null(False)).count()
    accepted = Coordinator.select().where(Coordinator.accepted_at.is_null(False)).count()
    rows = {"plans": IndividualPlan.select().count(), "coordinators": Coordinator.select().count()}
    return effects() | rows | {"ended": ended[0], "left": ended[1], "begun": begun, "accepted": accepted}


def sent(app: Flask, cast: Cast, name: str, key: str, fields: dict[str, str]) -> tuple[int, str | None]:
    endpoint, _, what = PLANNED[name]
    named = {"who": f"{cast.accounts[fields['who']]}.{cast.units[UNITS[fields['who']]]}"} if "who" in fields else {}
    browser = Browser(app, cast.accounts[what.person])
    response = browser.submit(address(app, cast, endpoint, what.target), press=key, **(fields | named))
    return response.status_code, response.headers.get("Location")


@pytest.mark.parametrize("name", [name for name in NAMES if name != "ended"])
def test_sent_twice_it_is_done_once_and_other_words_are_refused(app: Flask, cast: Cast, name: str) -> None:
    cast = put(cast, PLANNED[name][1])
    fields, key, before = PLANNED[name][2].fields, str(crypto.new_id()), counted()
    first = sent(app, cast, name, key, fields)
    done = counted()
    assert (first[0], done != before) == (303, True)
    assert sent(app, cast, name, key, fields) == first
    if PLANNED[name][2].other:
        assert sent(app, cast, name, key, fields | PLANNED[name][2].other)[0] == 409
    assert {**counted(), "sessions": 0} == {**done, "sessions": 0}


@pytest.mark.parametrize("name", [name for name in NAMES if name != "ended"])
def test_sent_by_eight_at_once_it_is_done_once(cast: Cast, name: str) -> None:
    cast = put(cast, PLANNED[name][1])
    fields, key, before = PLANNED[name][2].fields, str(crypto.new_id()), counted()
    answers = [status for status, _ in at_once(8, lambda _: sent(bare_app(), cast, name, key, fields))]
    assert answers == [303] * 8
    rows = {what: abs(count - before[what]) for what, count in counted().items() if what not in ("sessions", "Notice")}
    assert set(rows.values()) == {0, 1}


def test_the_end_of_it_sent_by_eight_at_once_is_one(cast: Cast) -> None:
    cast = put(cast, "planned")
    plan, key = individual_plan.current(cast.logs["sofia"]).id, str(crypto.new_id())

    def end(_: int) -> int:
        browser = Browser(bare_app(), cast.accounts["oksana"])
        return browser.submit(f"/individual-plans/{plan}/end", press=key).status_code

    before = counted()
    assert at_once(8, end) == [303] * 8
    assert counted()["ended"] - before["ended"] == counted()["AuditLine"] - before["AuditLine"] == 1


def test_a_yes_and_a_no_at_once(cast: Cast) -> None:
    """Whichever comes first: with both presses there is at most one plan, and what one was told is so."""
    plan = individual_plan.suggest(cast.actor("kari"), cast.logs["amina"], decided(cast))
    acts = (("yusuf", "agree"), ("fadumo", "end"))

    def act(number: int) -> int:
        browser = Browser(bare_app(), cast.accounts[acts[number][0]])
        return browser.submit(f"/individual-plans/{plan}/{acts[number][1]}", press=str(crypto.new_id())).status_code

    assert sorted(at_once(2, act)) in ([303, 303], [303, 409])
    assert IndividualPlan.get_by_id(plan).ended_at is not None


def test_two_wishes_at_once_are_one(cast: Cast) -> None:
    def wish(number: int) -> int:
        browser = Browser(bare_app(), cast.accounts[("yusuf", "fadumo")[number]])
        where = f"/logs/{cast.logs['amina']}/individual-plan/wish"
        return browser.submit(where, press=str(crypto.new_id())).status_code

    assert sorted(at_once(2, wish)) == [303, 409]
    assert IndividualPlan.select().count() == 1
