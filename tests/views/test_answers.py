"""Mine ja og nei: each answer one has given, what it means now, and nothing of what anybody else answered."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from parentapp import clock
from parentapp.domain import answers, consents, questions
from parentapp.domain.answers import Standing
from parentapp.enums import Answer, Kind, SeenPage
from parentapp.errors import Hidden
from parentapp.models import Account, ConsentDecision, SeenLine
from tests import counting
from tests.access.states import put
from tests.answering import said_anew
from tests.browsing import Browser
from tests.cast import Cast
from tests.views.test_consents import MOST_QUESTIONS, read

Client = Callable[[str | None], Browser]
PLAN = frozenset({Kind.PLAN})


def address(cast: Cast, child: str) -> str:
    return f"/logs/{cast.logs[child]}/answers"


def meanings(cast: Cast, who: str, child: str) -> list[tuple[str, Answer, Standing]]:
    """To which service, what, and what it means now."""
    page = answers.answers(cast.actor(who), cast.logs[child])
    return [(each.unit.service.value if each.unit else "log", each.answer, each.standing) for each in page.answers]


def say(cast: Cast, who: str, request: str, said: Answer, minutes: int = 0) -> None:
    with clock.at(cast.now + timedelta(minutes=minutes)):
        consents.answer(cast.actor(who), cast.requests[request], said)


def test_an_answer_says_to_whom_what_until_when_how_and_in_which_language(client: Client, cast: Cast) -> None:
    with clock.at(cast.now + timedelta(minutes=1)):
        consents.answer(cast.actor("oksana"), cast.requests["sofia.ppt"], Answer.YES, language="uk")
    page = read(client("oksana"), address(cast, "sofia"))
    wanted = (
        "Mine ja og nei", "PPT i Fjordvik Du sa ja tirsdag 10. mars", "Gjelder til og med onsdag 10. mars 2027",
        "Planen: mål, tiltak og notater", "Så PPT kan gi råd om norsken", "Hvordan I appen", "Українська",
        "Utgave av teksten 2026-11",
    )  # fmt: skip
    assert [words for words in wanted if words not in page] == []
    assert page.index("PPT i Fjordvik") < page.index("Fjordvik skole")


def test_a_yes_taken_back_and_said_again_is_three_lines(cast: Cast) -> None:
    say(cast, "oksana", "sofia.school", Answer.NO, 1)
    say(cast, "oksana", "sofia.school", Answer.YES, 2)
    school = [each[1:] for each in meanings(cast, "oksana", "sofia") if each[0] == "school"]
    assert school == [
        (Answer.YES, Standing.HOLDS),
        (Answer.WITHDRAWN, Standing.ANEW),
        (Answer.YES, Standing.TAKEN_BACK),
    ]


def test_the_same_is_read_by_each_whoever_is_missing(client: Client, cast: Cast) -> None:
    """Yusuf said no to PPT: to Fadumo and Amina that is as if he had not answered, and he reads his own no."""
    for who in ("fadumo", "amina"):
        assert ("ppt", Answer.YES, Standing.NOT_ALL) in meanings(cast, who, "amina")
        page = read(client(who), address(cast, "amina"))
        assert "Ikke alle har sagt ja ennå" in page
        assert "Yusuf" not in page
        assert "Du sa nei" not in page
    assert ("ppt", Answer.NO, Standing.HOLDS) in meanings(cast, "yusuf", "amina")


def test_it_says_when_it_is_over_when_the_log_rests_and_when_it_is_closed(cast: Cast) -> None:
    for row in ConsentDecision.select().where(ConsentDecision.request == cast.requests["sofia.school"]):
        said_anew(row, until=cast.today - timedelta(days=1))
    assert ("school", Answer.YES, Standing.OVER) in meanings(cast, "oksana", "sofia")
    say(cast, "oksana", "sofia.log", Answer.NO, 1)
    told = meanings(cast, "oksana", "sofia")
    assert told[0] == ("log", Answer.WITHDRAWN, Standing.HOLDS)
    assert ("health_station", Answer.YES, Standing.RESTS) in told
    assert {each[2] for each in meanings(cast, "silje", "elias")} == {Standing.CLOSED}


def test_in_a_log_that_is_not_open_yet_a_yes_to_a_service_waits_for_it(cast: Cast) -> None:
    asked, why = put(cast, "asked"), {"purpose": "En felles plan.", "child_view": "Greit."}
    school = questions.ask(cast.actor("kari"), asked.logs["mia"], unit=cast.units["school"], kinds=PLAN, **why)
    consents.answer(cast.actor("oksana"), school, Answer.YES)
    assert meanings(asked, "oksana", "mia") == [("school", Answer.YES, Standing.NOT_OPEN)]


def test_a_new_question_takes_the_place_of_the_old(cast: Cast) -> None:
    say(cast, "oksana", "sofia.ppt", Answer.NO, 1)
    with clock.at(cast.now + timedelta(minutes=2)):
        why = {"purpose": "Et nytt forsøk.", "child_view": "Greit."}
        questions.ask(cast.actor("kari"), cast.logs["sofia"], unit=cast.units["ppt"], kinds=PLAN, **why)
    assert meanings(cast, "oksana", "sofia")[0] == ("ppt", Answer.NO, Standing.REPLACED)


def test_a_service_with_care_reads_its_own_alone(client: Client, cast: Cast) -> None:
    page = read(client("tor"), address(cast, "ella"))
    assert "Våre ja og nei" in page
    assert "Dere sa ja" in page
    assert read(client("gro"), address(cast, "ella")).count("Ingen svar ennå") == 1


def test_reading_it_is_written_down_as_reading_who_sees_what(client: Client, cast: Cast) -> None:
    """A line of its own would tell the young person that a parent keeps coming back to what they have answered."""
    read(client("fadumo"), address(cast, "amina"))
    lines = SeenLine.select().where(SeenLine.account == cast.accounts["fadumo"])
    assert [line.page for line in lines.order_by(SeenLine.at.desc()).limit(1)] == [SeenPage.SHARING]


def test_there_are_ways_to_it(client: Client, cast: Cast) -> None:
    for page in ("/more", f"/logs/{cast.logs['sofia']}/sharing"):
        assert address(cast, "sofia") in client("oksana").get(page).get_data(as_text=True)
    assert address(cast, "ella") in client("tor").get(f"/logs/{cast.logs['ella']}/sharing").get_data(as_text=True)


def test_long_histories_come_in_pages_with_as_few_questions(client: Client, cast: Cast) -> None:
    for number in range(answers.PAGE + 5):
        said = (Answer.NO, Answer.YES)[number % 2]
        say(cast, "oksana", "sofia.school", said, number + 1)
    browser = client("oksana")
    with counting.questions() as asked:
        page = browser.get(address(cast, "sofia")).get_data(as_text=True)
    assert len(asked) <= MOST_QUESTIONS
    assert page.count("<details") == answers.PAGE
    first = answers.answers(cast.actor("oksana"), cast.logs["sofia"])
    older = browser.get(f"{address(cast, 'sofia')}?before={first.older}", htmx=True).get_data(as_text=True)
    assert (
        older.count("<details")
        == ConsentDecision.select().where(ConsentDecision.signer == cast.accounts["oksana"]).count() - answers.PAGE
    )
    with pytest.raises(Hidden):
        answers.answers(cast.actor("fadumo"), cast.logs["amina"], first.older)


def test_it_is_read_in_ones_own_language(client: Client, cast: Cast) -> None:
    Account.update(locale="en").where(Account.id == cast.accounts["oksana"]).execute()
    assert client("oksana").get(address(cast, "sofia")).status_code == 200
