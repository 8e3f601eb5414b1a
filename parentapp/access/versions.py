"""Who is to answer how somebody in the family saw it: its author; once the author is gone, the contact person."""

from collections.abc import Iterable
from uuid import UUID

from parentapp.access.audience import Person
from parentapp.access.facts import LogFacts
from parentapp.enums import FAMILY, STAFF


def who_answers(author: UUID, readers: Iterable[Person], log: LogFacts) -> UUID | None:
    """Whoever is asked to answer beside an entry by that author, which these can read today; None: nobody can.

    In a log that waits for its first yes its opener. Where the contact person cannot see it either, the deputy.
    """
    able = {person.account_id for person in readers if person.relation in FAMILY | STAFF}
    if log.asked:
        able.add(log.opener_id)
    return next((each for each in (author, log.holder_id, log.deputy_id) if each in able), None)
