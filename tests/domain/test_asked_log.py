"""A log that waits for its first yes is known to those who must answer; and the age of deciding alone."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from parentapp.access.ages import AgeRow
from parentapp.access.consent import Decision, Request, in_effect
from parentapp.access.signers import Family, Signer
from parentapp.domain import consents, families, log, questions
from parentapp.enums import Answer, Basis, Kind, ServiceKind
from parentapp.errors import Hidden
from tests.cast import Cast

MOTHER, YOUTH = UUID(int=1), UUID(int=2)
START = datetime(2026, 3, 2, 12, tzinfo=UTC)
ALONE_BEFORE_SIGNING = AgeRow(ServiceKind.SCHOOL, date(2020, 1, 1), heard=7, co_signs=18, alone=16)


@pytest.fixture
def asked_log(cast: Cast) -> UUID:
    """Asked for about Mia of nine, who has an own login. Hege signs, Gro does not."""
    kari = cast.actor("kari")
    born = kari.today - timedelta(days=3300)
    made = families.ask_for_log(
        kari, cast.units["health"], name="Mia", born=born, level=1, youth=cast.accounts["bjorn"]
    )
    for person, signs in (("hege", True), ("gro", False)):
        families.add_guardian(
            kari,
            made,
            cast.accounts[person],
            basis=Basis.PARENTAL_RESPONSIBILITY,
            verified_how="Viste legitimasjon.",
            since=kari.today,
            signs=signs,
        )
    questions.ask(kari, made, unit=None, kinds=frozenset(), purpose="En felles logg.", child_view="Greit.")
    return made


@pytest.mark.parametrize(("person", "knows"), [("hege", True), ("gro", False), ("bjorn", False), ("lina", False)])
def test_a_log_that_is_asked_for_is_known_to_those_who_sign(
    cast: Cast, asked_log: UUID, person: str, knows: bool
) -> None:
    known = [each.log_id for each in log.logs(cast.actor(person))]
    assert (asked_log in known) == knows
    if not knows:
        with pytest.raises(Hidden):
            consents.sharing(cast.actor(person), asked_log)


def test_once_it_is_agreed_to_the_whole_family_knows_it(cast: Cast, asked_log: UUID) -> None:
    request = consents.sharing(cast.actor("hege"), asked_log).requests[0].id
    consents.answer(cast.actor("hege"), request, Answer.YES)
    for person in ("gro", "bjorn"):
        assert asked_log in [each.log_id for each in log.logs(cast.actor(person))]


@pytest.mark.parametrize(("days_after", "runs"), [(0, True), (30, True), (31, False)])
def test_at_the_age_of_deciding_alone_what_runs_goes_on_for_thirty_days(days_after: int, runs: bool) -> None:
    """Where one decides alone before one would sign with others, the mother's yes alone carries it until then."""
    turning = (START + timedelta(days=10)).date()
    people = Family(turning.replace(year=turning.year - 16), YOUTH, False, (Signer(MOTHER, date(2020, 1, 1)),))
    yes = Decision(MOTHER, Answer.YES, frozenset({Kind.PLAN}), date(2027, 3, 1), START)
    request = Request(
        id=UUID(int=9),
        log_id=UUID(int=8),
        unit_id=UUID(int=7),
        service=ServiceKind.SCHOOL,
        kinds=frozenset({Kind.PLAN}),
        asked_at=START - timedelta(days=1),
        child_heard_at=START - timedelta(days=1),
        decisions=(yes,),
        rows=(ALONE_BEFORE_SIGNING,),
    )
    then = START + timedelta(days=10 + days_after)
    assert (in_effect(request, people, then) is not None) == runs
