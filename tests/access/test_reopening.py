"""A closed log opened again: who may ask, whose yes it takes, and that nothing shared before comes back by itself."""

from datetime import date, timedelta

import pytest

from parentapp import clock
from parentapp.access.actions import Action
from parentapp.access.policy import CLOSED, can
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import (
    closing,
    consents,
    home,
    log,
    network,
    notices,
    people_page,
    questions,
    reopening,
    sharing_story,
)
from parentapp.domain.reopening import ASKED_BEFORE, IS_OPEN
from parentapp.enums import Answer, Kind, NoticeKind
from parentapp.errors import Conflict, Denied, Hidden, Throttled, Unknown
from parentapp.models import Block, Employment, InterpreterAssignment, Invitation, Stafettlogg, Subject, Translation
from tests.access.states import put
from tests.cast import Cast
from tests.closing import close
from tests.reopening import WHY, asked, reopen

HELPERS = ("kari", "lina", "per.aas", "tor", "berit", "ola")
YES, NO = Answer.YES, Answer.NO


def is_closed(cast: Cast, child: str = "amina") -> bool:
    return Stafettlogg.get_by_id(cast.logs[child]).closed_at is not None


def sees_nothing(cast: Cast, child: str = "amina") -> bool:
    return not any(log.still_known(cast.actor(who), cast.logs[child]) for who in HELPERS)


def born(cast: Cast, child: str, day: date) -> None:
    subject = Stafettlogg.get_by_id(cast.logs[child]).subject_id
    Subject.update(born=day).where(Subject.id == subject).execute()


def birth_date(cast: Cast, child: str) -> date:
    found: date = Subject.get_by_id(Stafettlogg.get_by_id(cast.logs[child]).subject_id).born
    return found


def test_it_opens_with_the_last_yes_and_no_service_sees_it(cast: Cast) -> None:
    close(cast, "amina")
    question = asked(cast)
    for who in ("fadumo", "yusuf"):
        consents.answer(cast.actor(who), question, YES)
        assert is_closed(cast)
        assert sees_nothing(cast)
    consents.answer(cast.actor("amina"), question, YES)
    assert not is_closed(cast)
    assert sees_nothing(cast)
    with pytest.raises(Conflict):
        consents.answer(cast.actor("yusuf"), cast.requests["amina.school"], YES)
    assert sees_nothing(cast)


def test_a_service_sees_it_after_a_new_yes(cast: Cast) -> None:
    close(cast, "amina")
    reopen(cast)
    about = {"kinds": frozenset({Kind.PLAN}), "purpose": "For å hjelpe."}
    new = questions.ask(cast.actor("fadumo"), cast.logs["amina"], unit=cast.units["health"], **about)
    for who in ("fadumo", "yusuf", "amina"):
        assert sees_nothing(cast)
        consents.answer(cast.actor(who), new, YES)
    assert log.still_known(cast.actor("kari"), cast.logs["amina"]), "who holds the baton as before"
    assert not log.still_known(cast.actor("lina"), cast.logs["amina"]), "a helper is added anew"
    assert people_page.page(cast.actor("fadumo"), cast.logs["amina"]).helpers[0].person.name is not None
    assert len(people_page.page(cast.actor("fadumo"), cast.logs["amina"]).helpers) == 1


def test_visitors_of_before_do_not_come_back(cast: Cast) -> None:
    close(cast, "sofia")
    _reopen_heard(cast)
    assert not is_closed(cast, "sofia")
    sofia = cast.logs["sofia"]
    for table in (InterpreterAssignment, Translation):
        assert not table.select().where((table.log == sofia) & table.ended_at.is_null()).exists()
    assert not Invitation.select().where((Invitation.log == sofia) & (Invitation.guest_until > cast.now)).exists()


def _hears(cast: Cast, child: str) -> bool:
    return reopening.page(cast.actor("oksana"), cast.logs[child]).asker.hears_child


def _reopen_heard(cast: Cast) -> None:
    """Sofia is eleven: what she says herself is written with the question."""
    question = reopening.ask(cast.actor("oksana"), cast.logs["sofia"], WHY, child_view="Fint.")
    consents.answer(cast.actor("oksana"), question, YES)


def test_without_the_childs_own_words_it_stays_closed(cast: Cast) -> None:
    close(cast, "sofia")
    assert _hears(cast, "sofia")
    consents.answer(cast.actor("oksana"), asked(cast, "oksana", "sofia"), YES)
    assert is_closed(cast, "sofia")


def test_a_child_who_turns_seven_meanwhile_is_heard_with_a_question_put_anew(cast: Cast) -> None:
    close(cast, "sofia")
    born(cast, "sofia", cast.today.replace(year=cast.today.year - 7) + timedelta(days=10))
    question, sofia = asked(cast, "oksana", "sofia"), cast.logs["sofia"]
    with clock.at(cast.now + timedelta(days=20)):
        oksana = cast.actor("oksana")
        consents.answer(oksana, question, YES)
        assert is_closed(cast, "sofia")
        assert reopening.page(oksana, sofia).may_ask
        again = reopening.ask(oksana, sofia, WHY, child_view="Fint.")
        assert is_closed(cast, "sofia"), "the yes was to the question before"
        with pytest.raises(Conflict):
            reopening.ask(oksana, sofia, WHY, child_view="Fint.")
        consents.answer(oksana, again, YES)
        assert not is_closed(cast, "sofia")


def test_a_no_leaves_it_closed_and_a_yes_again_opens_it(cast: Cast) -> None:
    close(cast, "amina")
    question = asked(cast)
    for who, said in (("fadumo", YES), ("yusuf", NO), ("amina", YES)):
        consents.answer(cast.actor(who), question, said)
    assert is_closed(cast)
    shown = consents.sharing(cast.actor("amina"), cast.logs["amina"]).requests
    assert [each.grant for each in shown if each.reopens] == [None]
    consents.answer(cast.actor("yusuf"), question, YES)
    assert not is_closed(cast)


def test_from_16_the_young_person_alone_asks_and_opens(cast: Cast) -> None:
    close(cast, "amina")
    born(cast, "amina", cast.today.replace(year=cast.today.year - 16))
    with pytest.raises(Hidden):
        asked(cast)
    question = asked(cast, "amina")
    with pytest.raises(Denied):
        consents.answer(cast.actor("fadumo"), question, YES)
    consents.answer(cast.actor("amina"), question, YES)
    assert not is_closed(cast)


def test_one_at_a_time_and_only_where_it_is_closed(cast: Cast) -> None:
    with pytest.raises(Conflict, match=IS_OPEN):
        asked(cast)
    close(cast, "amina")
    asked(cast)
    with pytest.raises(Conflict, match=ASKED_BEFORE):
        asked(cast, "yusuf")


def test_in_a_closed_log_nothing_else_is_answered(cast: Cast) -> None:
    close(cast, "amina")
    asked(cast)
    for name in ("amina.log", "amina.school"):
        with pytest.raises(Conflict):
            consents.answer(cast.actor("fadumo"), cast.requests[name], NO)
    with pytest.raises(Conflict, match=CLOSED):
        log.add_concern(cast.actor("amina"), cast.logs["amina"], "Noe.")


def test_the_contact_person_asks_by_the_birth_date_and_reads_nothing(cast: Cast) -> None:
    close(cast, "amina")
    kari, amina = cast.actor("kari"), cast.logs["amina"]
    page = reopening.page(kari, amina)
    assert (page.child, page.asker.family, page.may_ask) == (None, False, True)
    with pytest.raises(Unknown):
        reopening.ask(kari, amina, WHY, born=birth_date(cast, "amina") + timedelta(days=1))
    with pytest.raises(Unknown):
        reopening.ask(kari, amina, WHY)
    question = reopening.ask(kari, amina, WHY, born=birth_date(cast, "amina"))
    with pytest.raises(Hidden):
        consents.log_of(kari, question)
    told = {who for who in cast.accounts if any(each.thing == question for each in notices.news(cast.actor(who)))}
    assert told == {"amina", "fadumo", "yusuf"}
    for who in ("lina", "per.aas", "mona"):
        with pytest.raises(Hidden):
            reopening.page(cast.actor(who), amina)


@pytest.mark.parametrize("gone", ["quit", "kept out"])
def test_the_family_is_told_whom_to_call_where_nobody_holds_it(cast: Cast, gone: str) -> None:
    close(cast, "amina")
    kari, amina = cast.accounts["kari"], cast.logs["amina"]
    assert reopening.page(cast.actor("fadumo"), amina).holder_is_there
    if gone == "quit":
        Employment.update(until=cast.today - timedelta(days=1)).where(Employment.account == kari).execute()
    else:
        Block.create(log=amina, account=kari, blocked_by=kari, blocked_at=cast.now)
    page = reopening.page(cast.actor("fadumo"), amina)
    assert not page.holder_is_there
    assert page.leaders
    with pytest.raises(Hidden):
        reopening.page(cast.actor("kari"), amina)


def test_a_service_that_has_care_answers_in_place_of_the_parents(cast: Cast) -> None:
    close(cast, "ella")
    with pytest.raises(Hidden):
        reopening.page(cast.actor("tor"), cast.logs["ella"])
    day, heard = birth_date(cast, "ella"), "Ja."
    question = reopening.ask(cast.actor("berit"), cast.logs["ella"], WHY, child_view=heard, born=day)
    tor, ella = cast.actor("tor"), cast.logs["ella"]
    shown = consents.sharing(tor, ella).requests
    assert [each.id for each in shown] == [question]
    with transaction():
        sight = look(tor, ella)
        assert not sight.grants(sight.log(ella))
        assert not can(sight, Action.CLOSING_SEE, sight.log(ella)), "that it was closed, and why, is not the service's"
    with pytest.raises(Denied):
        consents.answer(cast.actor("gro"), question, YES)
    consents.answer(tor, question, YES)
    assert not is_closed(cast, "ella")


def test_the_story_tells_that_it_was_closed_and_opened(cast: Cast) -> None:
    close(cast, "amina")
    with clock.at(cast.now + timedelta(days=40)):
        reopen(cast)
        found = sharing_story.story(cast.actor("fadumo"), cast.logs["amina"]).turns
    marks = [(each.at, each.opened) for each in found if isinstance(each, sharing_story.ShownClosing)]
    assert marks == [(cast.now + timedelta(days=40), True), (cast.now, False)]
    assert found[0].unit is None
    ended = [each for each in found if each.at == cast.now]
    assert ended[0].unit is None
    assert all(not each.after for each in ended[1:] if isinstance(each, sharing_story.ShownTurn))
    assert len(ended) > 1


def test_it_can_be_closed_and_opened_again(cast: Cast) -> None:
    for days in (1, 50):
        with clock.at(cast.now + timedelta(days=days)):
            close(cast, "amina") if days == 1 else _close_by(cast)
            reopen(cast)
            assert (is_closed(cast), sees_nothing(cast)) == (False, True)


def _close_by(cast: Cast) -> None:
    proposed = closing.propose(cast.actor("fadumo"), cast.logs["amina"], "Igjen.")
    for who in ("yusuf", "amina"):
        closing.agree(cast.actor(who), proposed)


def test_what_waits_stands_on_hjem_and_they_are_told_when_it_opens(cast: Cast) -> None:
    close(cast, "amina")
    page = home.home(cast.actor("yusuf"), cast.logs["amina"])
    assert page
    assert (page.may_reopen, page.asked) == (True, [])
    question = asked(cast)
    page = home.home(cast.actor("yusuf"), cast.logs["amina"])
    assert page
    assert [each.id for each in page.asked] == [question]
    for who in ("fadumo", "yusuf", "amina"):
        consents.answer(cast.actor(who), question, YES)
    news = [each.kind for each in notices.news(cast.actor("yusuf")) if each.thing == question]
    assert NoticeKind.CONSENT_GIVEN in news


def test_nobody_tries_many_birth_dates(cast: Cast) -> None:
    close(cast, "amina")
    kari, amina, day = cast.actor("kari"), cast.logs["amina"], birth_date(cast, "amina")
    for number in range(1, 11):
        with pytest.raises(Unknown):
            reopening.ask(kari, amina, WHY, born=day + timedelta(days=number))
    with pytest.raises(Throttled):
        reopening.ask(kari, amina, WHY, born=day)
    asked(cast)  # the family is not in the way of it


def test_from_a_closed_log_a_network_person_is_taken_out_too(cast: Cast) -> None:
    put(cast, "proposed")
    elias, gro = cast.logs["elias"], cast.accounts["gro"]
    with pytest.raises(Denied):
        network.remove(cast.actor("gro"), elias, gro)
    network.remove(cast.actor("silje"), elias, gro)
    assert people_page.page(cast.actor("silje"), elias).network.people == []
