"""What people do that has no address of its own yet: asked of the domain directly, in the same matrix."""

from collections.abc import Callable
from datetime import timedelta

from parentapp.access.actor import Actor
from parentapp.domain import care, families, plan, questions
from parentapp.enums import Basis, LifeArea
from parentapp.errors import Conflict, Denied, Hidden
from parentapp.models import Entry, Stafettlogg
from tests.cast import Cast

Act = Callable[[Cast, Actor, str], object]


def _add_measure(cast: Cast, actor: Actor, target: str) -> None:
    starts, log = actor.today, Stafettlogg.get_by_id(Entry.get_by_id(cast.entries[target]).log_id)
    plan.add_measure(
        actor,
        cast.entries[target],
        "Følge til gymmen.",
        owner=log.holder_id,
        owner_unit=log.holder_unit_id,
        starts=starts,
        look_at=starts + timedelta(days=14),
    )


def _add_guardian(cast: Cast, actor: Actor, target: str) -> None:
    families.add_guardian(
        actor,
        cast.logs[target],
        cast.accounts["bjorn"],
        basis=Basis.PARENTAL_RESPONSIBILITY,
        verified_how="Viste legitimasjon.",
        since=actor.today,
    )


def _begin_care(cast: Cast, actor: Actor, target: str) -> None:
    unit, verified = cast.units["child_welfare"], "Viste vedtaket."
    care.begin(actor, cast.logs[target], unit, since=actor.today, verified_how=verified)


def _let_in_samir(cast: Cast, actor: Actor, target: str) -> None:
    families.add_network_person(actor, cast.logs[target], cast.accounts["samir"], actor.today)


ACTS: dict[str, Act] = {
    "families.ask_for_log": lambda cast, actor, target: families.ask_for_log(
        actor, cast.units[target], name="Mia", born=actor.today - timedelta(days=3000), level=1
    ),
    "families.add_guardian": _add_guardian,
    "families.add_network_person": _let_in_samir,
    "families.add_participant": lambda cast, actor, target: families.add_participant(
        actor, cast.logs[target], cast.accounts["siri"], cast.units["bup"]
    ),
    "families.block": lambda cast, actor, target: families.block(actor, cast.logs[target], cast.accounts["helga"]),
    "families.name_deputy": lambda cast, actor, target: families.name_deputy(
        actor, cast.logs[target], cast.accounts["randi"], cast.units["health"]
    ),
    "care.begin": _begin_care,
    "care.end": lambda cast, actor, target: care.end(actor, cast.logs[target]),
    "plan.add_goal": lambda cast, actor, target: plan.add_goal(
        actor, cast.logs[target], "En venn i friminuttene.", LifeArea.FRIENDS
    ),
    "plan.add_measure": _add_measure,
    "questions.ask_for_log": lambda cast, actor, target: questions.ask(
        actor, cast.logs[target], unit=None, kinds=frozenset(), purpose="En ny start.", child_view="Greit."
    ),
}


def outcome(cast: Cast, name: str, target: str, person: str) -> str:
    """`done`, `denied`, `hidden` or `conflict`."""
    try:
        ACTS[name](cast, cast.actor(person), target)
    except Denied:
        return "denied"
    except Hidden:
        return "hidden"
    except Conflict:
        return "conflict"
    return "done"
