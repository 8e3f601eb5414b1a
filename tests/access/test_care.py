"""A service that has care of a child, as people meet it: who answers for it, what they know, and when it counts."""

from datetime import timedelta
from uuid import UUID

import pytest

from parentapp.access import names, visible
from parentapp.access.sight import look
from parentapp.clock import at
from parentapp.db import transaction
from parentapp.domain import care, choosing, consent_page, consents, families, log, questions, recording
from parentapp.enums import Answer, Basis, Kind
from parentapp.errors import Denied, Hidden
from parentapp.models import Care, ConsentDecision, ConsentRequest, Employment, Notice, Participation, Subject
from tests.care import take_care
from tests.cast import Cast
from tests.closing import close

TOMORROW = timedelta(days=1)


def known_questions(cast: Cast, who: str, child: str = "ella") -> set[str]:
    """The questions of that log which this person may know of."""
    with transaction():
        sight = look(cast.actor(who), cast.logs[child])
        rows = visible.requests(sight).where(ConsentRequest.log == cast.logs[child])
        asked = {row.id for row in rows}
    return {name for name, request in cast.requests.items() if request in asked}


def answers(cast: Cast, who: str, request: str, said: Answer = Answer.YES) -> bool:
    try:
        consents.answer(cast.actor(who), cast.requests[request], said)
    except (Hidden, Denied):
        return False
    return True


def sees(cast: Cast, who: str, child: str) -> bool:
    try:
        log.timeline(cast.actor(who), cast.logs[child])
    except Hidden:
        return False
    return True


def add_mother(cast: Cast, child: str, who: str = "helga") -> None:
    holder = {"ella": "berit", "amina": "kari"}[child]
    known = {"verified_how": "Viste legitimasjon.", "since": cast.actor(holder).today}
    basis = Basis.PARENTAL_RESPONSIBILITY
    families.add_guardian(cast.actor(holder), cast.logs[child], cast.accounts[who], basis=basis, **known)


def told(cast: Cast, request: UUID) -> set[str]:
    """Who has a notice of that question."""
    accounts = {row.account_id for row in Notice.select().where(Notice.thing == request)}
    return {name for name, account in cast.accounts.items() if account in accounts}


def test_a_service_with_care_knows_what_it_is_asked_the_others_nothing(cast: Cast) -> None:
    all_of_them = {f"ella.{each}" for each in ("log", "kindergarten", "child_welfare", "school", "health")}
    assert known_questions(cast, "tor") == known_questions(cast, "gro") == all_of_them
    assert known_questions(cast, "berit") == set()


def test_what_concerns_only_the_young_person_it_does_not_know_of(cast: Cast) -> None:
    """At 16 the youth alone decides about health: Amina's health station is none of child welfare's business."""
    kari, unit = cast.actor("kari"), cast.units["child_welfare"]
    take_care(cast, "amina", "kari", "lina")
    families.add_participant(kari, cast.logs["amina"], cast.accounts["tor"], unit)
    assert known_questions(cast, "tor", "amina") == {"amina.log", "amina.health", "amina.school", "amina.ppt"}
    Subject.update(born=kari.today.replace(year=kari.today.year - 16)).where(
        Subject.account == cast.accounts["amina"]
    ).execute()
    with at(cast.now + timedelta(days=31)):  # what runs on the guardians' yes goes on for 30 days
        assert known_questions(cast, "tor", "amina") == {"amina.school", "amina.ppt"}


def test_only_those_who_take_part_through_its_unit_and_work_there_answer(cast: Cast) -> None:
    families.add_participant(cast.actor("berit"), cast.logs["ella"], cast.accounts["siri"], cast.units["bup"])
    assert not answers(cast, "siri", "ella.health")
    assert not answers(cast, "berit", "ella.health")
    Employment.update(until=cast.today - TOMORROW).where(Employment.account == cast.accounts["tor"]).execute()
    assert not answers(cast, "tor", "ella.health")
    Employment.update(until=None).where(Employment.account == cast.accounts["tor"]).execute()
    assert answers(cast, "tor", "ella.health")


def test_whoever_takes_part_for_it_answers_for_the_unit_and_a_colleague_goes_on(cast: Cast) -> None:
    """The signer is the unit: what one has said, another there reads and takes back."""
    ella, unit = cast.logs["ella"], cast.units["child_welfare"]
    Employment.update(unit=unit).where(Employment.account == cast.accounts["ola"]).execute()
    families.add_participant(cast.actor("berit"), ella, cast.accounts["ola"], unit)
    assert answers(cast, "tor", "ella.health")
    assert all(each.ours for each in consents.sharing(cast.actor("ola"), ella).requests)
    page = consent_page.page(cast.actor("ola"), cast.requests["ella.health"])
    assert page.request.mine is not None
    assert page.request.mine.answer is Answer.YES
    assert answers(cast, "ola", "ella.health", Answer.NO)
    row = ConsentDecision.select().order_by(ConsentDecision.at.desc()).first()
    assert (row.signer_id, row.unit_id, row.answer) == (cast.accounts["ola"], unit, Answer.WITHDRAWN)
    assert page.request.grant is not None
    assert consent_page.page(cast.actor("tor"), cast.requests["ella.health"]).request.grant is None


def test_a_mother_does_not_sign_while_a_service_has_care(cast: Cast) -> None:
    add_mother(cast, "ella")
    assert not answers(cast, "helga", "ella.health")
    assert sees(cast, "helga", "ella")
    care.end(cast.actor("berit"), cast.logs["ella"])
    assert not answers(cast, "helga", "ella.health")  # today is its last day
    with at(cast.now + TOMORROW):
        assert answers(cast, "helga", "ella.health")
        assert not answers(cast, "tor", "ella.health")


def test_who_is_of_the_family_does_not_answer_for_the_service(cast: Cast) -> None:
    add_mother(cast, "ella", "tor")
    assert not answers(cast, "tor", "ella.health")


def test_what_ran_on_the_services_yes_ends_with_its_care(cast: Cast) -> None:
    add_mother(cast, "ella")
    care.end(cast.actor("berit"), cast.logs["ella"])
    assert sees(cast, "berit", "ella")
    with at(cast.now + TOMORROW):
        assert not sees(cast, "berit", "ella")
        assert answers(cast, "helga", "ella.log")
        assert answers(cast, "helga", "ella.kindergarten")
        assert sees(cast, "berit", "ella")


def test_care_counts_from_the_day_it_is_registered_at_the_earliest(cast: Cast) -> None:
    """What Oksana has said yes to goes on, whenever care is said to have begun; the service can end it at once."""
    kari, sofia, unit = cast.actor("kari"), cast.logs["sofia"], cast.units["child_welfare"]
    long_ago = kari.today - timedelta(days=900)
    take_care(cast, "sofia", "kari", "lina", since=long_ago)
    assert Care.get(Care.log == sofia).since == long_ago
    assert sees(cast, "per.aas", "sofia")
    assert not answers(cast, "oksana", "sofia.school", Answer.NO)
    families.add_participant(kari, sofia, cast.accounts["tor"], unit)
    assert answers(cast, "tor", "sofia.school", Answer.NO)
    assert not sees(cast, "per.aas", "sofia")


def test_a_service_in_care_sees_the_log_by_consents_alone(cast: Cast) -> None:
    kari, sofia, unit = cast.actor("kari"), cast.logs["sofia"], cast.units["child_welfare"]
    take_care(cast, "sofia", "kari", "lina")
    families.add_participant(kari, sofia, cast.accounts["tor"], unit)
    assert not sees(cast, "tor", "sofia")
    assert known_questions(cast, "tor", "sofia")
    with transaction():
        sight = look(cast.actor("tor"), sofia)
        assert not visible.entries(sight).exists()
        assert not visible.conversations(sight).exists()


def test_in_a_log_that_rests_it_still_knows_what_it_is_asked(cast: Cast) -> None:
    assert answers(cast, "tor", "ella.log", Answer.NO)
    assert not sees(cast, "tor", "ella")
    assert "ella.log" in known_questions(cast, "tor")
    assert not sees(cast, "berit", "ella")
    assert answers(cast, "tor", "ella.log")
    assert sees(cast, "berit", "ella")


def test_in_a_closed_log_it_knows_nothing(cast: Cast) -> None:
    close(cast, "ella")
    assert known_questions(cast, "tor") == set()
    assert not answers(cast, "tor", "ella.health")
    with transaction():
        sight = look(cast.actor("tor"))
        assert [sight.signer(log) for log in sight.ties if log.id == cast.logs["ella"]] == [None]


def test_nobody_has_care_of_an_adult(cast: Cast) -> None:
    """At 18 the person alone decides, and the service knows no more than any other."""
    Subject.update(born=cast.today.replace(year=cast.today.year - 18)).where(
        Subject.id.in_(Subject.select(Subject.id).where(Subject.account.is_null()))
    ).execute()
    assert known_questions(cast, "tor") == set()


def test_it_is_told_who_asks_and_nothing_more_of_who_helps(cast: Cast) -> None:
    with transaction():
        sight = look(cast.actor("tor"), cast.logs["ella"])
        ella = sight.log(cast.logs["ella"])
        assert names.may_tell_asking(sight, ella, cast.units["school"])
        assert not names.may_tell_unit(sight, ella, cast.units["kindergarten"])
        assert not names.may_tell_asking(sight, ella, cast.units["nav"])
        other = look(cast.actor("berit"), cast.logs["ella"])
        assert not names.may_tell_asking(other, ella, cast.units["school"])


@pytest.mark.parametrize("kinds", [frozenset({Kind.PLAN}), frozenset({Kind.PLAN, Kind.WHO_ELSE})])
def test_that_a_service_has_care_is_told_like_that_it_helps(cast: Cast, kinds: frozenset[Kind]) -> None:
    """Another service learns of child welfare only with a tick for who else helps."""
    ella, berit = cast.logs["ella"], cast.actor("berit")
    asked = questions.ask(berit, ella, unit=cast.units["bup"], kinds=kinds, purpose="For råd.")
    families.add_participant(berit, ella, cast.accounts["siri"], cast.units["bup"])
    consents.answer(cast.actor("tor"), asked, Answer.YES)
    with transaction():
        sight = look(cast.actor("siri"), ella)
        told_of = names.may_tell_unit(sight, sight.log(ella), cast.units["child_welfare"])
    assert told_of is (Kind.WHO_ELSE in kinds)


def test_that_it_has_care_the_contact_persons_colleagues_may_be_told_without_who_else_helps(cast: Cast) -> None:
    sofia, request = cast.logs["sofia"], cast.requests["sofia.health"]
    choosing.choose(cast.actor("oksana"), request, frozenset({Kind.PLAN}), None)
    with transaction():
        sights = {who: look(cast.actor(who), sofia) for who in ("kari", "lina", "per.aas")}
        told = {who for who, sight in sights.items() if names.may_tell_care(sight, sight.log(sofia))}
    assert told == {"kari", "lina"}


def test_who_answers_for_the_service_is_told_of_a_question_and_of_what_comes_of_it(cast: Cast) -> None:
    berit, ella = cast.actor("berit"), cast.logs["ella"]
    asked = questions.ask(berit, ella, unit=cast.units["ppt"], kinds=frozenset({Kind.PLAN}), purpose="For råd.")
    assert told(cast, asked) == {"tor"}
    consents.answer(cast.actor("tor"), asked, Answer.YES)
    assert told(cast, asked) == {"tor", "gro"}
    with transaction():
        sight = look(cast.actor("tor"))
        assert visible.notices(sight).where(Notice.thing == asked).exists()
    Participation.update(until=cast.now).where(
        (Participation.account == cast.accounts["tor"]) & (Participation.log == ella)
    ).execute()
    with transaction():
        assert not visible.notices(look(cast.actor("tor"))).where(Notice.thing == asked).exists()


def test_those_around_the_service_are_those_who_take_part_for_it(cast: Cast) -> None:
    with transaction():
        sight = look(cast.actor("berit"), cast.logs["ella"])
        ella = sight.log(cast.logs["ella"])
        unit = cast.units["child_welfare"]
        people = {each.account_id for each in recording.belonging(sight, ella)}
        assert sight.answering(ella, frozenset({unit})) & people == {cast.accounts["tor"]}
