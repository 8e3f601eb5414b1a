"""Whose answers somebody may know of: their own, and those of the service with care that they answer for."""

from datetime import timedelta
from uuid import UUID

import pytest

from parentapp.access import visible
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import consents, families
from parentapp.enums import Answer, Basis
from parentapp.errors import Hidden
from parentapp.models import Care, ConsentDecision, ConsentRequest
from tests.cast import Cast


def known(cast: Cast, who: str) -> set[UUID]:
    with transaction():
        return {row.id for row in visible.answers(look(cast.actor(who)))}


def of(cast: Cast, signer: str, child: str) -> set[UUID]:
    """What that person has answered in that log, in whoever's name."""
    asked = ConsentRequest.select(ConsentRequest.id).where(ConsentRequest.log == cast.logs[child])
    mine = (ConsentDecision.signer == cast.accounts[signer]) & ConsentDecision.request.in_(asked)
    return {row.id for row in ConsentDecision.select().where(mine)}


@pytest.mark.parametrize(
    ("who", "child"),
    [("oksana", "sofia"), ("amina", "amina"), ("fadumo", "amina"), ("yusuf", "amina"), ("jonas", "jonas")],
)
def test_everybody_in_the_family_knows_their_own_and_no_others(cast: Cast, who: str, child: str) -> None:
    assert of(cast, who, child)
    assert known(cast, who) == of(cast, who, child)


@pytest.mark.parametrize("who", ["kari", "lina", "per.aas", "ingrid", "siri", "erik", "gro", "randi", "mona", "helga"])
def test_who_does_not_answer_knows_of_none(cast: Cast, who: str) -> None:
    assert known(cast, who) == set()


def test_a_service_with_care_knows_what_was_answered_in_its_name(cast: Cast) -> None:
    """And not what anybody else answered."""
    given = of(cast, "tor", "ella")
    assert given
    assert known(cast, "tor") == given
    consents.answer(cast.actor("tor"), cast.requests["ella.health"], Answer.NO)
    assert known(cast, "tor") == of(cast, "tor", "ella") > given


def test_without_care_the_answers_are_known_to_nobody_there(cast: Cast) -> None:
    Care.update(until=cast.today - timedelta(days=1)).execute()
    assert known(cast, "tor") == set()


def test_what_was_answered_at_work_is_not_ones_own(cast: Cast) -> None:
    """Tor becomes a verge of Ella: from then on he is family, and what he pressed for the service is the service's."""
    berit = cast.actor("berit")
    given = of(cast, "tor", "ella")
    verified = {"verified_how": "Viste vedtaket.", "since": cast.today}
    families.add_guardian(berit, cast.logs["ella"], cast.accounts["tor"], basis=Basis.VERGE, **verified)
    assert not known(cast, "tor") & given


def test_an_answer_is_found_by_whoever_gave_it_alone(cast: Cast) -> None:
    given = consents.answer(cast.actor("oksana"), cast.requests["sofia.ppt"], Answer.YES)
    with transaction():
        _, row = visible.reach_answer(cast.actor("oksana"), given)
        assert row.id == given
    for who in ("kari", "erik", "ingrid", "fadumo", "mona"):
        with transaction(), pytest.raises(Hidden):
            visible.reach_answer(cast.actor(who), given)
    with transaction(), pytest.raises(Hidden):
        visible.reach_answer(cast.actor("oksana"), cast.requests["sofia.ppt"])
