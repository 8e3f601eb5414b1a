"""Asked twice, answered twice: to the family a service is one thing, whatever it has asked and however often."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from parentapp.access.ages import birthday
from parentapp.clock import at
from parentapp.domain import asking, consent_page, consents, families, log, questions
from parentapp.domain.consents import ShownRequest
from parentapp.enums import Answer, Basis, Kind, NoticeKind
from parentapp.errors import Conflict, Denied
from parentapp.models import AuditLine, ConsentDecision, ConsentRequest, Guardian, Notice, Subject
from tests.access.states import put
from tests.cast import Cast

PLAN = frozenset({Kind.PLAN})
PARENTS = ("per.haugen", "anne.haugen")
YES, NO, WITHDRAWN = Answer.YES, Answer.NO, Answer.WITHDRAWN


def ask(cast: Cast, unit: str | None = "school", months: int = 12) -> UUID:
    """The contact person of Lise, whose school sees something already, asks her parents (again)."""
    return questions.ask(
        cast.actor("per.aas"),
        cast.logs["lise"],
        unit=cast.units[unit] if unit else None,
        kinds=PLAN,
        purpose="For å hjelpe.",
        months=months,
        child_view="Ja.",
    )


def answer(cast: Cast, request: UUID, said: Answer, *people: str) -> None:
    for person in people:
        consents.answer(cast.actor(person), request, said)


def shown(cast: Cast, request: UUID, person: str = "per.haugen") -> ShownRequest:
    return consent_page.page(cast.actor(person), request).request


def said_by(cast: Cast, request: UUID, person: str) -> list[Answer]:
    mine = (ConsentDecision.request == request) & (ConsentDecision.signer == cast.accounts[person])
    return [row.answer for row in ConsentDecision.select().where(mine).order_by(ConsentDecision.at)]


def audited(request: UUID) -> int:
    return int(AuditLine.select().where((AuditLine.thing == request) & (AuditLine.action == "consent:answer")).count())


def school_sees(cast: Cast) -> bool:
    return cast.logs["lise"] in [known.log_id for known in log.logs(cast.actor("per.aas"))]


def both_run(cast: Cast) -> list[UUID]:
    """Two questions of the school in effect at once, as old rows may stand."""
    first, second = cast.requests["lise.school"], ask(cast)
    answer(cast, second, YES, *PARENTS)
    ConsentRequest.update(replaced_at=None).where(ConsentRequest.id == first).execute()
    return [first, second]


@pytest.mark.parametrize("pressed", [0, 1])
def test_a_no_to_any_of_its_questions_ends_what_a_service_sees(cast: Cast, pressed: int) -> None:
    asked = both_run(cast)
    lines = [audited(each) for each in asked]
    answer(cast, asked[pressed], NO, "per.haugen")
    assert not school_sees(cast)
    assert [said_by(cast, each, "per.haugen")[-1] for each in asked] == [WITHDRAWN, WITHDRAWN]
    assert [audited(each) for each in asked] == [count + 1 for count in lines]
    assert not shown(cast, asked[pressed]).shared


def test_a_withdrawal_holds_for_a_question_that_still_waits(cast: Cast) -> None:
    again = ask(cast)
    answer(cast, again, YES, "per.haugen")
    answer(cast, cast.requests["lise.school"], NO, "per.haugen")
    answer(cast, again, YES, "anne.haugen")
    assert not school_sees(cast)
    assert said_by(cast, again, "per.haugen") == [YES, WITHDRAWN]


def test_a_no_to_the_question_asked_again_ends_what_runs(cast: Cast) -> None:
    again = ask(cast)
    answer(cast, again, NO, "anne.haugen")
    assert not school_sees(cast)
    assert said_by(cast, again, "anne.haugen") == [NO]
    assert said_by(cast, cast.requests["lise.school"], "anne.haugen")[-1] is WITHDRAWN
    ended = (Notice.kind == NoticeKind.CONSENT_ENDED) & (Notice.account == cast.accounts["per.haugen"])
    assert [row.thing for row in Notice.select().where(ended)] == [again]


def test_a_no_takes_back_a_yes_that_is_needed_no_longer(cast: Cast) -> None:
    """Amina turned 16 and decides alone about the health station: it goes on, and no yes of her mother's is left."""
    kari, amina, health = cast.actor("kari"), cast.logs["amina"], cast.units["health"]
    again = questions.ask(kari, amina, unit=health, kinds=PLAN, purpose="For å hjelpe.")
    answer(cast, again, YES, "fadumo")
    sixteen = birthday(Subject.get(Subject.account == cast.accounts["amina"]).born, 16)
    with at(cast.now + (sixteen - kari.today)):
        answer(cast, again, NO, "fadumo")
        assert shown(cast, again, "fadumo").shared
    for request in (again, cast.requests["amina.health"]):
        assert said_by(cast, request, "fadumo")[-1] is WITHDRAWN


def test_a_no_to_the_log_holds_for_all_questions_about_it(cast: Cast) -> None:
    first, second = cast.requests["lise.log"], ask(cast, None)
    answer(cast, second, YES, *PARENTS)
    ConsentRequest.update(replaced_at=None).where(ConsentRequest.id == first).execute()
    answer(cast, first, NO, "per.haugen")
    assert consents.sharing(cast.actor("per.haugen"), cast.logs["lise"]).resting
    assert shown(cast, cast.requests["lise.school"]).runs  # a yes to another is another matter


def test_a_no_is_no_answer_to_another_service_or_in_another_log(cast: Cast) -> None:
    other = ask(cast, "bup")
    answer(cast, other, YES, *PARENTS)
    answer(cast, other, NO, "per.haugen")
    assert school_sees(cast)
    assert said_by(cast, cast.requests["lise.school"], "per.haugen") == [YES]


def test_a_no_is_not_given_where_one_is_not_asked(cast: Cast) -> None:
    """Helga is a guardian of Jonas, who decides alone about his log: her no there is none."""
    put(cast, "let_in")
    with pytest.raises(Denied):
        consents.answer(cast.actor("helga"), cast.requests["jonas.log"], NO)
    assert not shown(cast, cast.requests["jonas.log"], "helga").may_answer


def test_asking_again_takes_the_place_of_what_nobody_has_agreed_to(cast: Cast) -> None:
    first, elsewhere = ask(cast, "bup"), ask(cast, "ppt")
    answer(cast, first, YES, "per.haugen")
    second = ask(cast, "bup")
    assert shown(cast, first).replaced
    assert not shown(cast, first).may_answer
    assert not shown(cast, elsewhere).replaced
    listed = {each.id for each in consents.sharing(cast.actor("per.haugen"), cast.logs["lise"]).requests}
    assert {second, elsewhere} <= listed
    assert first not in listed
    with pytest.raises(Conflict):
        consents.answer(cast.actor("anne.haugen"), first, YES)


def test_what_runs_goes_on_until_the_new_question_is_in_effect(cast: Cast) -> None:
    first, again = cast.requests["lise.school"], ask(cast)
    answer(cast, again, YES, "per.haugen")
    assert not shown(cast, first).replaced
    assert school_sees(cast)
    waiting = shown(cast, again)
    assert (waiting.grant, waiting.shared) == (None, True)
    answer(cast, again, YES, "anne.haugen")
    assert shown(cast, first).replaced
    assert shown(cast, again).grant
    assert school_sees(cast)
    assert not shown(cast, cast.requests["lise.log"]).replaced


def test_the_family_is_told_that_a_renewed_consent_is_given_and_nothing_ended(cast: Cast) -> None:
    again = ask(cast)
    before = {row.id for row in Notice.select()}
    answer(cast, again, YES, *PARENTS)
    new = [row for row in Notice.select() if row.id not in before]
    assert [(row.kind, row.thing) for row in new] == [(NoticeKind.CONSENT_GIVEN, again)]


def test_guardians_who_do_not_sign_are_told_that_sharing_ended_and_the_network_is_not(cast: Cast) -> None:
    per, lise = cast.actor("per.aas"), cast.logs["lise"]
    families.add_guardian(
        per, lise, cast.accounts["gro"], basis=Basis.VERGE, verified_how="Så papiret.", since=per.today, signs=False
    )
    families.add_network_person(per, lise, cast.accounts["erik"], per.today)
    answer(cast, cast.requests["lise.school"], NO, "per.haugen")
    ended = Notice.select().where((Notice.log == lise) & (Notice.kind == NoticeKind.CONSENT_ENDED))
    assert {row.account_id for row in ended} == {cast.accounts["anne.haugen"], cast.accounts["gro"]}


@pytest.mark.parametrize("said", [YES, NO])
def test_the_same_answer_again_is_not_written_again(cast: Cast, said: Answer) -> None:
    asked = ask(cast, "bup")
    answers = {consents.answer(cast.actor("per.haugen"), asked, said) for _ in range(3)}
    assert len(answers) == 1
    assert said_by(cast, asked, "per.haugen") == [said]
    assert audited(asked) == 1


def test_no_after_a_withdrawal_is_not_written_again(cast: Cast) -> None:
    school = cast.requests["lise.school"]
    for _ in range(3):
        answer(cast, school, NO, "per.haugen")
    assert said_by(cast, school, "per.haugen") == [YES, WITHDRAWN]


def test_a_yes_that_lasts_longer_is_another_yes(cast: Cast) -> None:
    asked = ask(cast, "bup")
    answer(cast, asked, YES, "per.haugen")
    with at(cast.now + timedelta(days=1)):
        answer(cast, asked, YES, "per.haugen")
    assert said_by(cast, asked, "per.haugen") == [YES, YES]


def test_the_same_yes_again_counts_where_it_is_the_one_that_completes_it(cast: Cast) -> None:
    """Anne is a guardian no longer: that alone starts nothing. Per's yes does, though it lasts as long as before."""
    with at(datetime(2026, 8, 30, 10, tzinfo=UTC)):
        asked = ask(cast, "bup", months=6)
        answer(cast, asked, YES, "per.haugen")
    Guardian.update(until=date(2026, 8, 30)).where(Guardian.account == cast.accounts["anne.haugen"]).execute()
    with at(datetime(2026, 8, 31, 10, tzinfo=UTC)):
        assert not shown(cast, asked).shared
        first = shown(cast, asked).mine
        answer(cast, asked, YES, "per.haugen")
        again = shown(cast, asked)
    assert again.grant
    assert first
    assert again.grant.until == first.until == date(2027, 2, 28)


def test_an_answer_names_the_words_that_were_read(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ask(cast, "bup")
    monkeypatch.setattr(asking, "TEXT_VERSION", "2027-01")
    answer(cast, asked, YES, "per.haugen")
    assert ConsentDecision.get(ConsentDecision.request == asked).text_version == "2027-01"


def test_whether_ones_yes_runs_and_one_may_answer(cast: Cast) -> None:
    school = cast.requests["lise.school"]
    assert (shown(cast, school).runs, shown(cast, school).may_answer) == (True, True)
    last = shown(cast, school).mine
    assert last
    assert last.until
    with at(cast.now + (last.until - cast.now.date())):
        assert shown(cast, school).runs
    with at(cast.now + (last.until - cast.now.date()) + timedelta(days=1)):
        assert (shown(cast, school).runs, shown(cast, school).may_answer) == (False, True)
    answer(cast, school, NO, "per.haugen")
    assert (shown(cast, school).runs, shown(cast, school).may_answer) == (False, True)
    assert not shown(cast, cast.requests["elias.school"], "silje").may_answer  # the log is closed


@pytest.mark.parametrize(
    ("today", "months", "last"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 3, 31), 3, date(2026, 6, 30)),
        (date(2026, 12, 10), 12, date(2027, 12, 10)),
        (date(2026, 12, 10), 1, date(2027, 1, 10)),
    ],
)
def test_a_yes_lasts_to_the_same_day_of_the_month_or_its_last(today: date, months: int, last: date) -> None:
    assert asking.last_day(today, months) == last
