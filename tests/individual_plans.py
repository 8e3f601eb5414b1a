"""An individual plan, as people come to have one: Sofia's, which Per coordinates; Amina's, which is only wished for."""

from uuid import UUID

from parentapp.domain import coordinating, individual_plan
from parentapp.domain.individual_plan import Decided
from parentapp.enums import ServiceKind
from parentapp.models import Coordinator
from tests.cast import Cast


def decided(cast: Cast) -> Decided:
    return Decided(ServiceKind.HEALTH_STATION, cast.today)


def begun(cast: Cast) -> UUID:
    """Oksana has wished that Sofia's log is the plan, and Kari has written that it is decided."""
    plan = individual_plan.wish(cast.actor("oksana"), cast.logs["sofia"])
    individual_plan.decide(cast.actor("kari"), plan, decided(cast))
    return plan


def per_asked(cast: Cast, by: str = "oksana") -> UUID:
    """And Per is asked to coordinate it."""
    plan = begun(cast)
    coordinating.ask(cast.actor(by), plan, cast.accounts["per.aas"], cast.units["school"])
    row: UUID = Coordinator.get(Coordinator.plan == plan).id
    return row


def per_coordinates(cast: Cast) -> UUID:
    """And he has said yes."""
    row = per_asked(cast)
    coordinating.accept(cast.actor("per.aas"), row)
    return row


def plans(cast: Cast) -> dict[str, UUID]:
    """Those that go on or wait, by the log: «sofia»."""
    found = {name: individual_plan.current(log) for name, log in cast.logs.items()}
    return {name: row.id for name, row in found.items() if row}


def coordinators(cast: Cast) -> dict[str, UUID]:
    """By the log and the person: «sofia.per.aas»."""
    logs = {log: name for name, log in cast.logs.items()}
    names = {account: name for name, account in cast.accounts.items()}
    return {f"{logs[row.log_id]}.{names[row.account_id]}": row.id for row in Coordinator.select()}


def planned(cast: Cast) -> dict[str, UUID]:
    """Sofia's, which Per is asked to coordinate, and Amina's, which is wished for: by the names of the proofs."""
    coordinator = per_asked(cast)
    wished = individual_plan.wish(cast.actor("yusuf"), cast.logs["amina"])
    return {"individual": Coordinator.get_by_id(coordinator).plan_id, "coordinator": coordinator, "wished": wished}


def _suggested(cast: Cast) -> Cast:
    """Kari has suggested it to Sofia's mother, and Amina has wished for it."""
    individual_plan.suggest(cast.actor("kari"), cast.logs["sofia"], decided(cast))
    individual_plan.wish(cast.actor("amina"), cast.logs["amina"])
    return cast


def _planned(cast: Cast) -> Cast:
    """Sofia's log is the plan, which nobody coordinates."""
    begun(cast)
    return cast


def _per_asked(cast: Cast) -> Cast:
    """Per is asked to coordinate it."""
    per_asked(cast)
    return cast


def _coordinated(cast: Cast) -> Cast:
    """Per coordinates it."""
    per_coordinates(cast)
    return cast


OF_INDIVIDUAL_PLANS = {
    "suggested": _suggested,
    "planned": _planned,
    "per_asked": _per_asked,
    "coordinated": _coordinated,
}
