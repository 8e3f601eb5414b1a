"""Adding a professional to the log, of a unit that the family has said yes to, and ending their part."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.by_name import can_be_asked
from parentapp.access.facts import LogFacts, works_at
from parentapp.access.names import may_tell_place
from parentapp.access.policy import may_send_helper
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import families, recording
from parentapp.domain.guardians import adding, tell_added, tell_family
from parentapp.domain.people import Shown, ShownUnit
from parentapp.domain.pressing import Press, once
from parentapp.enums import Relation, SeenPage
from parentapp.errors import Hidden, Unknown
from parentapp.models import Account, Employment, Participation, Unit


@dataclass(frozen=True)
class ToAdd:
    """Whom the contact person can add: the units, and the people of the one that was chosen."""

    log: LogFacts
    child: str
    units: list[ShownUnit]
    unit: ShownUnit | None
    people: list[Shown]


def to_add(actor: Actor, log_id: UUID, unit: UUID | None) -> ToAdd:
    """For the page that adds somebody. Raises Hidden, also for a unit that nobody can be added of; Denied, Conflict."""
    with transaction():
        sight, log = adding(actor, log_id)
        units = _units(sight, log)
        chosen = next((each for each in units if each.id == unit), None)
        if unit and not chosen:
            raise Hidden
        recording.seen(sight, log, SeenPage.PEOPLE)
        return ToAdd(log, log.child, units, chosen, _people(sight, log, chosen.id) if chosen else [])


def add(actor: Actor, log_id: UUID, unit: UUID, account: UUID, *, press: Press | None = None) -> UUID:
    """They take part through the unit from now on. They and the family are told.

    Raises Hidden, Denied; Unknown for a unit or somebody not offered, whatever stands in the way.
    """
    with transaction():
        sight, log = adding(actor, log_id)

        def act() -> UUID:
            if not may_send_helper(sight, log, unit) or account not in _ids(_people(sight, log, unit)):
                raise Unknown
            families.add_participant(actor, log_id, account, unit)
            tell_added(look(actor, log_id), log, account)
            return account

        return once(actor, press, act)


def end(actor: Actor, log_id: UUID, participation_id: UUID, *, press: Press | None = None) -> UUID:
    """They take part no longer, from this moment. The family is told. Raises Hidden, Denied."""
    with transaction():
        sight, log = adding(actor, log_id, Action.PERSON_END)

        def act() -> UUID:
            row = visible.find(sight, Participation, participation_id)
            Participation.update(until=actor.now).where(Participation.id == row.id).execute()
            recording.audit(actor, Action.PERSON_END, row.account_id, log)
            tell_family(sight, log, row.account_id)
            return participation_id

        return once(actor, press, act)


def _units(sight: Sight, log: LogFacts) -> list[ShownUnit]:
    """The contact person's own first."""
    given = {grant.unit_id for grant in sight.consents.grants.get(log.id, ()) if grant.unit_id}
    offered = [each for each in given | {log.holder_unit_id} if may_send_helper(sight, log, each)]
    rows = Unit.select(Unit.id, Unit.service, Unit.name).where(Unit.id.in_(offered)).tuples()
    shown = [ShownUnit(id_, service, name if may_tell_place(sight, log, id_) else None) for id_, service, name in rows]
    return sorted(shown, key=lambda each: (each.id != log.holder_unit_id, each.service.value, each.name or ""))


def _people(sight: Sight, log: LogFacts, unit: UUID) -> list[Shown]:
    """Who works there today and is nothing to the log yet; in the order of their names."""
    here = [each.account_id for each in sight.around if each.log_id == log.id and _is_here(each.relation, each.active)]
    rows = (
        Account.select(Account, Employment.title.alias("title"))
        .join(Employment, on=((Employment.account == Account.id) & (Employment.unit == unit)))
        .where(works_at(Account.id, sight.actor.today, unit) & can_be_asked(log) & Account.id.not_in(here))
        .order_by(Account.id, Employment.since)
        .objects()
    )
    found = {row.id: Shown(row.id, row.name, Relation.PARTICIPANT, row.title, row.portrait) for row in rows}
    return sorted(found.values(), key=lambda each: each.name or "")


def _is_here(relation: Relation, active: bool) -> bool:
    """Family and network, whenever it was; professionals who take part."""
    private = relation in (Relation.SUBJECT, Relation.GUARDIAN, Relation.NETWORK)
    return private or (active and relation in (Relation.HOLDER, Relation.DEPUTY, Relation.PARTICIPANT))


def _ids(people: Iterable[Shown]) -> set[UUID]:
    return {each.account_id for each in people}
