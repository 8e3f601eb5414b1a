"""The baton from one hand to the other, as two people do it."""

from parentapp.domain import handovers
from parentapp.domain.handovers import Proposal
from tests.cast import Cast

WHY = "Det passer best slik."


def hand_over(cast: Cast, who: str, child: str, successor: str, words: str = "Takk for meg.") -> None:
    """Asked, and taken at once."""
    offered = handovers.propose(cast.actor(who), cast.logs[child], successor, Proposal(WHY, words))
    handovers.accept(cast.actor(successor), offered)
