"""The baton from one hand to the other, as two people do it; and held by a service that has no yes."""

from dataclasses import replace
from uuid import UUID

from parentapp.access.actor import SystemActor
from parentapp.domain import assigning, consents, handovers, municipality
from parentapp.domain.handovers import Proposal
from parentapp.enums import Answer, Kind, ServiceKind
from parentapp.models import ConsentRequest, Stafettlogg
from tests.cast import Cast

WHY = "Det passer best slik."


def hand_over(cast: Cast, who: str, child: str, successor: str, words: str = "Takk for meg.") -> None:
    """Asked, and taken at once."""
    offered = handovers.propose(cast.actor(who), cast.logs[child], successor, Proposal(WHY, words))
    handovers.accept(cast.actor(successor), offered)


def held_by_a_new_service(cast: Cast) -> UUID:
    """Kari holds Sofia's baton through another health station, of which the family is asked. Returns the question."""
    by, log = SystemActor("proof", cast.now), cast.logs["sofia"]
    unit = municipality.add_unit(by, cast.municipalities["fjordvik"], "Den nye", ServiceKind.HEALTH_STATION)
    municipality.employ(by, cast.accounts["kari"], unit, "helsesykepleier", cast.today)
    Stafettlogg.update(holder_unit=unit).where(Stafettlogg.id == log).execute()
    how = {"months": 12, "lang": "nb", "text_version": "1", "purpose": "Hjelp.", "kinds": frozenset({Kind.PLAN})}
    asked = ConsentRequest.create(log=log, unit=unit, asked_by=cast.accounts["kari"], asked_at=cast.now, **how)
    request: UUID = asked.id
    return request


def holder_out(cast: Cast) -> Cast:
    """Oksana has taken back her yes to Kari's health station for Sofia. Per Aas, of the school, is Kari's deputy."""
    part = {"deputy": cast.accounts["per.aas"], "deputy_unit": cast.units["school"]}
    Stafettlogg.update(**part).where(Stafettlogg.id == cast.logs["sofia"]).execute()
    consents.answer(cast.actor("oksana"), cast.requests["sofia.health"], Answer.NO)
    return cast


def led(cast: Cast) -> Cast:
    """And Anne Strand, who leads the health station, has asked Per to take over."""
    cast = holder_out(cast)
    offered = assigning.ask(cast.actor("anne.strand"), cast.logs["sofia"], "per.aas", "Per kjenner Sofia fra før.")
    return replace(cast, handovers={**cast.handovers, "sofia.led": offered})
