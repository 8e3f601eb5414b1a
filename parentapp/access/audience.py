"""Who can read an entry, turned around: from the entry to the people. A test holds it equal to `visible`."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from parentapp.access.ages import HEALTH_IS_ONES_OWN, age_on
from parentapp.access.consent import Grant
from parentapp.access.facts import LogFacts
from parentapp.enums import FAMILY, KIND_OF, OF_OTHERS, STAFF, Audience, EntryType, Kind, Relation, Telling

# Whom «min mening» is for, by how it is to come out. What is read aloud is the contact person's alone before that.
TOLD_TO = {
    Telling.READ_ALOUD: Audience.CONTACT,
    Telling.SHOW: Audience.LOG,
    Telling.CONTACT_ONLY: Audience.CONTACT,
}


@dataclass(frozen=True)
class Written:
    """What decides who can read an entry, whether it is stored or about to be written."""

    type: EntryType
    author_id: UUID
    health: bool = False
    audience: Audience = Audience.LOG
    addressee_id: UUID | None = None
    hidden_from: frozenset[UUID] = frozenset()
    ticked: frozenset[UUID] = frozenset()  # units that the adult whose own matters it is about lets read it

    @property
    def adult_id(self) -> UUID | None:
        """Whose own matters it is about, if it is."""
        return self.addressee_id if self.audience is Audience.ADULT else None

    @property
    def kind(self) -> Kind:
        return KIND_OF[self.type]


@dataclass(frozen=True)
class Person:
    """Somebody who belongs to a log; professionals through a unit."""

    account_id: UUID
    relation: Relation
    unit_id: UUID | None = None
    told_health: bool = False  # a guardian with whom the young person of 16 shares health


def readers(
    written: Written, log: LogFacts, people: Iterable[Person], grants: Iterable[Grant], today: date
) -> list[Person]:
    """Those of `people` who can read it today."""
    people, grants = tuple(people), tuple(grants)
    guardians = [person for person in people if person.relation is Relation.GUARDIAN]
    if written.adult_id not in {each.account_id for each in guardians}:
        written = replace(written, ticked=frozenset())  # what somebody let others read ends with their being here
    own = {written.author_id, written.adult_id}
    kept = {each.account_id for each in guardians if _kept_from(each, written, log, today)} - own
    return [person for person in people if person.account_id not in kept and _reads(person, written, grants)]


def covering(written: Written, grants: Iterable[Grant]) -> list[Grant]:
    """The consents that show it to their services."""
    return [grant for grant in could_show(written, grants) if _for_unit(grant.unit_id, written)]


def could_show(written: Written, grants: Iterable[Grant]) -> list[Grant]:
    """The consents that cover it: to these services an adult may show what is about their own matters."""
    return [grant for grant in grants if _covers(grant, written)]


def _for_unit(unit_id: UUID | None, written: Written) -> bool:
    """Written for the log, or shown to that service by the adult it is about."""
    return written.audience is Audience.LOG or (written.adult_id is not None and unit_id in written.ticked)


def _reads(person: Person, written: Written, grants: tuple[Grant, ...]) -> bool:
    if person.relation is Relation.NETWORK:
        meant = written.audience is Audience.LOG or person.account_id == written.author_id
        return meant and written.type is EntryType.LYSGLIMT
    if not _meant_for(person, written):
        return False
    if person.relation in FAMILY:
        return True
    return person.relation in STAFF and any(
        grant.unit_id == person.unit_id and _covers(grant, written, person.account_id) for grant in grants
    )


def _meant_for(person: Person, written: Written) -> bool:
    to_them = written.audience is Audience.CONTACT and written.addressee_id == person.account_id
    about_them = person.relation is Relation.GUARDIAN and written.adult_id == person.account_id
    let_in = person.relation in STAFF and _for_unit(person.unit_id, written)
    everybodys = written.audience is Audience.LOG or person.account_id == written.author_id
    return everybodys or to_them or about_them or let_in


def _kept_from(guardian: Person, written: Written, log: LogFacts, today: date) -> bool:
    """What the young person keeps from this guardian, however else they are here."""
    own_health = written.health and age_on(log.born, today) >= HEALTH_IS_ONES_OWN and not guardian.told_health
    return own_health or guardian.account_id in written.hidden_from


def _covers(grant: Grant, written: Written, reader: UUID | None = None) -> bool:
    healthy = not written.health or Kind.HEALTH in grant.kinds
    between = reader is not None and reader in (written.author_id, written.addressee_id)
    handed = written.type not in OF_OTHERS or Kind.WHO_ELSE in grant.kinds or between
    return written.kind in grant.kinds and healthy and handed
