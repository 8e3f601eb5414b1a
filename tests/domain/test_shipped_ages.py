"""The ages that a municipality is given, and what follows; and the session that an answer is kept with."""

from parentapp.domain import consents
from parentapp.enums import HEALTH_SERVICES, Answer, ServiceKind
from parentapp.models import AgePolicy, ConsentDecision, Stafettlogg, Subject
from tests.browsing import Browser
from tests.cast import Cast


def test_a_new_municipality_is_given_this_table(cast: Cast) -> None:
    municipality = Stafettlogg.get_by_id(cast.logs["lise"]).municipality_id
    rows = AgePolicy.select().where(AgePolicy.municipality == municipality)
    given = {row.service: (row.heard, row.co_signs, row.alone) for row in rows}
    assert given == {each: (7, 15, 16 if each in HEALTH_SERVICES | {ServiceKind.OPEN} else 18) for each in given}
    assert given.keys() >= HEALTH_SERVICES | {ServiceKind.OPEN, ServiceKind.SCHOOL, ServiceKind.CHILD_WELFARE}


def test_at_sixteen_she_opens_alone(cast: Cast) -> None:
    """And about the school her parents sign beside her."""
    Subject.update(born=cast.today.replace(year=cast.today.year - 16)).where(
        Subject.account == cast.accounts["amina"]
    ).execute()
    page = consents.sharing(cast.actor("amina"), cast.logs["amina"])
    alone = {each.unit.service if each.unit else ServiceKind.OPEN: each.alone for each in page.requests}
    assert alone[ServiceKind.OPEN]
    assert alone[ServiceKind.HEALTH_STATION]
    assert not alone[ServiceKind.PPT]


def test_an_answer_keeps_its_session(cast: Cast, app: object) -> None:
    browser = Browser(app, cast.accounts["oksana"])  # type: ignore[arg-type]  # the application of the fixture
    browser.submit(f"/consents/{cast.requests['sofia.ppt']}/answer", answer="yes")
    row = ConsentDecision.get(ConsentDecision.request == cast.requests["sofia.ppt"])
    assert (row.answer, row.session_id is not None) == (Answer.YES, True)
