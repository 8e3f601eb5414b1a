"""That a service has care is registered by one who may add people, and confirmed by another; the service is told."""

from datetime import timedelta
from uuid import UUID

import pytest

from parentapp.domain import asking, care, care_registered, consent_page, consents, families, log, notices, people_page
from parentapp.enums import Answer
from parentapp.errors import Conflict, Denied, Hidden
from parentapp.models import AuditLine, Care, CareWaiting, ConsentDecision, Notice
from tests.cast import Cast

HOW = "Viste vedtaket på kontoret."


def begin(cast: Cast, child: str = "sofia", unit: str = "child_welfare", days: int = 0) -> UUID:
    kari = cast.actor("kari" if child == "sofia" else "berit")
    since = kari.today + timedelta(days=days)
    return care.begin(kari, cast.logs[child], cast.units[unit], since=since, verified_how=HOW)


def confirmed(cast: Cast, child: str = "sofia", days: int = 0) -> UUID:
    waits = begin(cast, child, days=days)
    care.confirm(cast.actor("lina" if child == "sofia" else "tor"), cast.logs[child], waits, "Har lest det.")
    return waits


def test_only_child_welfare_has_care_of_a_child(cast: Cast) -> None:
    """Or else a service could be registered that then says yes to itself."""
    for unit in ("school", "health", "nav"):
        with pytest.raises(Conflict) as refused:
            begin(cast, unit=unit)
        assert refused.value.reason == care.ONLY_CHILD_WELFARE
    assert not Care.select().where(Care.log == cast.logs["sofia"]).exists()


@pytest.mark.parametrize("days", [0, 30])
def test_at_most_one_service_has_care_at_a_time(cast: Cast, days: int) -> None:
    confirmed(cast, days=days)
    with pytest.raises(Conflict) as refused:
        begin(cast)
    assert refused.value.reason == care.CARE_BEFORE


def test_what_waits_gives_nothing_and_is_not_written_twice(cast: Cast) -> None:
    waits = begin(cast)
    assert not Care.select().where(Care.log == cast.logs["sofia"]).exists()
    assert consents.sharing(cast.actor("oksana"), cast.logs["sofia"]).care is None
    with pytest.raises(Conflict) as refused:
        begin(cast)
    assert refused.value.reason == care.WAITS
    care.take_back(cast.actor("kari"), cast.logs["sofia"], waits)
    with pytest.raises(Hidden):
        care.confirm(cast.actor("lina"), cast.logs["sofia"], waits, "Har lest det.")
    assert confirmed(cast) != waits
    assert consents.sharing(cast.actor("oksana"), cast.logs["sofia"]).care is not None


def test_it_takes_a_second_professional_who_may_be_told(cast: Cast) -> None:
    """Per sees the plan of Sofia, and is not told who else helps; Erik and Oksana are her own."""
    waits, sofia = begin(cast), cast.logs["sofia"]
    with pytest.raises(Denied):
        care.confirm(cast.actor("kari"), sofia, waits, "Igjen.")
    for who in ("per.aas", "oksana", "erik", "tor", "mona", "ingrid"):
        with pytest.raises(Hidden):
            care.confirm(cast.actor(who), sofia, waits, "Har lest det.")
    told = {row.account_id for row in Notice.select().where(Notice.thing == waits)}
    assert told == {cast.accounts["lina"]}
    assert [each.thing for each in notices.news(cast.actor("lina"))].count(waits) == 1
    care.confirm(cast.actor("lina"), sofia, waits, "Har lest det.")
    assert waits not in [each.thing for each in notices.news(cast.actor("lina"))]
    with pytest.raises(Hidden):
        care.confirm(cast.actor("lina"), sofia, waits, "Har lest det.")


def test_somebody_of_that_service_who_takes_part_confirms_and_sees_nothing_else(cast: Cast) -> None:
    kari, sofia = cast.actor("kari"), cast.logs["sofia"]
    families.add_participant(kari, sofia, cast.accounts["tor"], cast.units["child_welfare"])
    waits = begin(cast)
    page = care_registered.to_confirm(cast.actor("tor"), sofia, waits)
    assert (page.child, page.waiting.how, page.waiting.by.name) == ("Sofia", HOW, "Kari Nilsen")
    with pytest.raises(Hidden):
        log.timeline(cast.actor("tor"), sofia)
    care.confirm(cast.actor("tor"), sofia, waits, "Har lest det.")
    assert Care.get(Care.log == sofia).registered_by_id == cast.accounts["kari"]


def test_the_family_reads_that_it_waits_and_not_how_it_is_known(cast: Cast) -> None:
    begin(cast)
    waiting = people_page.page(cast.actor("oksana"), cast.logs["sofia"]).care_waiting
    assert waiting is not None
    assert (waiting.how, waiting.unit.name) == (None, "Barnevernet i Fjordvik")
    waiting = people_page.page(cast.actor("kari"), cast.logs["sofia"]).care_waiting
    assert waiting is not None
    assert waiting.how == HOW


def test_another_may_follow_from_the_day_after_its_end(cast: Cast) -> None:
    care.end(cast.actor("berit"), cast.logs["ella"])
    with pytest.raises(Conflict):
        begin(cast, "ella")
    confirmed(cast, "ella", days=1)
    assert Care.select().where(Care.log == cast.logs["ella"]).count() == 2


def test_it_ends_once(cast: Cast) -> None:
    berit, ella = cast.actor("berit"), cast.logs["ella"]
    care.end(berit, ella)
    assert Care.get(Care.log == ella).until == berit.today
    with pytest.raises(Conflict) as refused:
        care.end(berit, ella)
    assert refused.value.reason == care.NO_CARE


def test_how_it_was_verified_is_kept_and_the_audit_says_who(cast: Cast) -> None:
    before = {row.id for row in AuditLine.select()}
    waits = confirmed(cast)
    row, waited = Care.get(Care.log == cast.logs["sofia"]), CareWaiting.get_by_id(waits)
    assert (row.verified_how, row.registered_by_id, row.at) == (HOW, cast.accounts["kari"], cast.now)
    assert (waited.seconded_by_id, waited.seconded_how) == (cast.accounts["lina"], "Har lest det.")
    new = [(line.action, line.account_id, line.thing) for line in AuditLine.select() if line.id not in before]
    kari, lina = cast.accounts["kari"], cast.accounts["lina"]
    assert sorted(new) == [("care:confirm", lina, waits), ("care:register", kari, waits)]


def test_who_answers_for_it_is_told_at_once_what_waits(cast: Cast) -> None:
    """All that it has not answered: what runs on the mother's yes, and PPT, which waits. What was replaced does not."""
    kari = cast.actor("kari")
    families.add_participant(kari, cast.logs["sofia"], cast.accounts["tor"], cast.units["child_welfare"])
    waits = begin(cast)
    before = {row.id for row in Notice.select()}
    care.confirm(cast.actor("lina"), cast.logs["sofia"], waits, "Har lest det.")
    new = {(row.account_id, row.thing) for row in Notice.select() if row.id not in before}
    asked = [each.id for each in consents.sharing(cast.actor("tor"), cast.logs["sofia"]).requests]
    assert new == {(cast.accounts["tor"], request) for request in asked}
    assert cast.requests["sofia.ppt"] in asked


def test_an_answer_says_who_gave_it_and_for_which_unit(cast: Cast) -> None:
    given = consents.answer(cast.actor("tor"), cast.requests["ella.health"], Answer.YES, language="nn")
    row = ConsentDecision.get_by_id(given)
    assert (row.signer_id, row.unit_id) == (cast.accounts["tor"], cast.units["child_welfare"])
    by_unit = asking.written_by(cast.requests["ella.health"], cast.units["child_welfare"])
    assert [each.id for each in ConsentDecision.select().where(by_unit)] == [given]
    by_tor = asking.written_by(cast.requests["ella.health"], cast.accounts["tor"])
    assert not ConsentDecision.select().where(by_tor).exists()
    assert consent_page.page(cast.actor("tor"), cast.requests["ella.health"]).language == "nn"


def test_the_same_yes_again_is_not_written_again(cast: Cast) -> None:
    tor, school = cast.actor("tor"), cast.requests["ella.health"]
    first = consents.answer(tor, school, Answer.YES)
    assert consents.answer(tor, school, Answer.YES) == first
