"""What a family must never notice of network persons, for `kept_apart`: a no, a block, and whether there is anybody."""

from collections.abc import Callable
from contextlib import suppress

from parentapp import clock
from parentapp.access.actor import SystemActor
from parentapp.domain import families, municipality, network
from parentapp.domain.network import Proposed
from parentapp.enums import Closeness
from parentapp.errors import Unknown
from parentapp.models import NetworkProposal
from tests.cast import Cast

GRANNY, NOBODY = "gro", "ingen.ennaa"


def propose_around_lise(cast: Cast) -> None:
    """Per Aas proposes two: of one her father has said yes, and both her parents of the other, whom nobody is yet."""
    for username, people in ((GRANNY, ("per.haugen",)), (NOBODY, ("per.haugen", "anne.haugen"))):
        who = Proposed(username, f"Farmor {username}", Closeness.GRANDPARENT)
        asked = network.propose(cast.actor("per.aas"), cast.logs["lise"], who)
        for each in people:
            network.answer(cast.actor(each), cast.logs["lise"], asked, yes=True)


def _says_no(cast: Cast) -> None:
    asked = NetworkProposal.select().where(NetworkProposal.log == cast.logs["lise"])
    first = next(each.id for each in asked if each.name == f"Farmor {GRANNY}")
    network.answer(cast.actor("anne.haugen"), cast.logs["lise"], first, yes=False)


def _there_is_somebody(cast: Cast) -> None:
    known = {"username": NOBODY, "password": "hest trikk lanterne", "name": "Farmor Ny"}
    municipality.add_account(SystemActor("proof", clock.now()), cast.municipalities["fjordvik"], **known)


def _is_kept_out(cast: Cast) -> None:
    """And Per Aas tries to let somebody in, in vain."""
    families.block(cast.actor("per.aas"), cast.logs["lise"], cast.accounts[GRANNY], "Besøksforbud.")
    asked = NetworkProposal.select().where(NetworkProposal.log == cast.logs["lise"])
    second = next(each.id for each in asked if each.name == f"Farmor {NOBODY}")
    with suppress(Unknown):
        network.let_in(cast.actor("per.aas"), cast.logs["lise"], second)


PARENTS = frozenset({"anne.haugen", "per.haugen"})
OF_NETWORK: dict[str, tuple[frozenset[str], Callable[[Cast], None]]] = {
    "a no to a grandmother": (frozenset({"per.haugen", "per.aas"}), _says_no),
    "a grandmother kept out": (PARENTS, _is_kept_out),
    "somebody has the user name": (PARENTS | {"per.aas"}, _there_is_somebody),
}
