"""A guardian who never logs in and answers on paper: registered by one professional, and then by a second one too."""

from dataclasses import replace
from uuid import UUID

from parentapp.domain import guardians
from parentapp.domain.guardians import Relationship
from parentapp.enums import Basis
from parentapp.models import ProposedGuardian
from tests.cast import Cast

JAN = "Jan Berg"


def register(cast: Cast, who: str, child: str, basis: Basis = Basis.PARENTAL_RESPONSIBILITY) -> UUID:
    """Returns the id of the row that waits."""
    found = Relationship(basis, "Viste pass på kontoret.", cast.today, signs=True, on_paper=True)
    row = guardians.add(cast.actor(who), cast.logs[child], JAN, found)
    assert guardians.waits(row), "one person alone has let somebody in whom nobody meets in the app"
    return row


def without_login(cast: Cast) -> Cast:
    """Per Aas has registered, for Mikkel, a father who is to answer on paper. It waits for a second person."""
    row = ProposedGuardian.get_by_id(register(cast, "per.aas", "mikkel"))
    return replace(cast, accounts={**cast.accounts, "jan": row.account_id})


def confirmed(cast: Cast) -> Cast:
    """And Lina has seen it too."""
    cast = without_login(cast)
    row = ProposedGuardian.get(ProposedGuardian.account == cast.accounts["jan"])
    guardians.confirm(cast.actor("lina"), cast.logs["mikkel"], row.id, "Har sett papirene.")
    return cast
