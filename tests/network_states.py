"""States of the network: who is proposed, who is asked whether somebody is to stay, who is kept out."""

from collections.abc import Callable
from datetime import timedelta

from parentapp.access.ages import birthday
from parentapp.domain import families, network
from parentapp.domain.network import Proposed
from parentapp.enums import Closeness
from parentapp.models import NetworkPerson, NetworkProposal, Subject
from tests.cast import Cast


def proposed(cast: Cast) -> Cast:
    """Oksana and Fadumo have each proposed Gro: Oksana alone decides, Amina and Yusuf have not answered.

    And in the log of Elias, which is closed, there stand one who was let in and one who was proposed before.
    """
    gro, granny = Proposed("gro", "Mormor Gro", Closeness.GRANDPARENT), Closeness.GRANDPARENT
    for who, child in (("oksana", "sofia"), ("fadumo", "amina")):
        network.propose(cast.actor(who), cast.logs[child], gro)
    elias, silje = cast.logs["elias"], cast.accounts["silje"]
    NetworkPerson.create(log=elias, account=cast.accounts["gro"], invited_by=silje, since=cast.today)
    known = {"username_hash": b"0", "name": "Mormor", "closeness": granny, "at": cast.now}
    NetworkProposal.create(log=elias, proposer=silje, **known)
    return cast


def _turned(cast: Cast) -> Cast:
    """Gro has been around Amina since before she turned 15: she is asked whether Gro is to stay."""
    born = Subject.get(Subject.account == cast.accounts["amina"]).born
    before = birthday(born, 15) - timedelta(days=30)
    families.add_network_person(cast.actor("kari"), cast.logs["amina"], cast.accounts["gro"], before)
    return cast


def _kept_out(cast: Cast) -> Cast:
    """And Gro is kept out of Sofia's log, and of Amina's."""
    cast = proposed(cast)
    for child in ("sofia", "amina"):
        families.block(cast.actor("kari"), cast.logs[child], cast.accounts["gro"], "Besøksforbud.")
    return cast


OF_NETWORK: dict[str, Callable[[Cast], Cast]] = {"proposed": proposed, "kept_out": _kept_out, "turned": _turned}
