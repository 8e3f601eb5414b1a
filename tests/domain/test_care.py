"""That a service has care is registered once, by whoever may add people, and said in the audit; the service is told."""

from datetime import timedelta

import pytest

from parentapp.domain import asking, care, consent_page, consents, families
from parentapp.enums import Answer
from parentapp.errors import Conflict
from parentapp.models import AuditLine, Care, ConsentDecision, Notice
from tests.cast import Cast

HOW = "Viste vedtaket på kontoret."


def begin(cast: Cast, child: str = "sofia", unit: str = "child_welfare", days: int = 0) -> None:
    kari = cast.actor("kari" if child == "sofia" else "berit")
    care.begin(kari, cast.logs[child], cast.units[unit], since=kari.today + timedelta(days=days), verified_how=HOW)


def test_only_child_welfare_has_care_of_a_child(cast: Cast) -> None:
    """Or else a service could be registered that then says yes to itself."""
    for unit in ("school", "health", "nav"):
        with pytest.raises(Conflict) as refused:
            begin(cast, unit=unit)
        assert refused.value.reason == care.ONLY_CHILD_WELFARE
    assert not Care.select().where(Care.log == cast.logs["sofia"]).exists()


@pytest.mark.parametrize("days", [0, 30])
def test_at_most_one_service_has_care_at_a_time(cast: Cast, days: int) -> None:
    begin(cast, days=days)
    with pytest.raises(Conflict) as refused:
        begin(cast)
    assert refused.value.reason == care.CARE_BEFORE


def test_another_may_follow_from_the_day_after_its_end(cast: Cast) -> None:
    care.end(cast.actor("berit"), cast.logs["ella"])
    with pytest.raises(Conflict):
        begin(cast, "ella")
    begin(cast, "ella", days=1)
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
    begin(cast)
    row = Care.get(Care.log == cast.logs["sofia"])
    assert (row.verified_how, row.registered_by_id, row.at) == (HOW, cast.accounts["kari"], cast.now)
    new = [(line.action, line.account_id, line.thing) for line in AuditLine.select() if line.id not in before]
    assert new == [("care:register", cast.accounts["kari"], row.id)]


def test_who_answers_for_it_is_told_at_once_what_waits(cast: Cast) -> None:
    """All that it has not answered: what runs on the mother's yes, and PPT, which waits. What was replaced does not."""
    kari = cast.actor("kari")
    families.add_participant(kari, cast.logs["sofia"], cast.accounts["tor"], cast.units["child_welfare"])
    before = {row.id for row in Notice.select()}
    begin(cast)
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
