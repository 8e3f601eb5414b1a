"""A log that rests: its contact person registers what is said about it, so that it can wake, and reads nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.access import visible
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import blocks, consents, desk, registering
from parentapp.domain.on_paper import SECOND_FIRST
from parentapp.domain.registering import NOT_NOW, ON_PAPER, Told
from parentapp.enums import Answer, SeenPage, Way
from parentapp.errors import Conflict, Denied, Hidden
from parentapp.models import Entry, Guardian, SeenLine
from tests.access.states import put
from tests.cast import Cast
from tests.without_login import confirmed


def said(cast: Cast, who: str = "oksana", answer: Answer = Answer.YES, way: Way = Way.PAPER) -> Told:
    return Told(cast.accounts[who], answer, way, clock.today(), "uk")


@contextmanager
def next_day(cast: Cast) -> Iterator[None]:
    """A paper of the day on which somebody said no in the app does not count."""
    with clock.at(cast.now + timedelta(days=1)):
        yield


def awake(cast: Cast, child: str = "sofia", who: str = "oksana") -> bool:
    with transaction():
        sight = look(cast.actor(who))
        return not sight.rests(sight.log(cast.logs[child]))


def amina_rests(cast: Cast) -> UUID:
    """Fadumo has taken back her yes to the log."""
    consents.answer(cast.actor("fadumo"), cast.requests["amina.log"], Answer.NO)
    return cast.requests["amina.log"]


def to_wake(cast: Cast, who: str) -> list[UUID]:
    return [each.to_wake for each in desk.desk(cast.actor(who)).unseen if each.to_wake]


def test_of_a_log_that_rests_the_named_contact_person_alone_knows_the_question(cast: Cast) -> None:
    put(cast, "resting")
    for who in ("kari", "lina", "per.aas"):
        with transaction():
            asked = {
                row.id for row in visible.open_questions(look(cast.actor(who))) if row.log_id == cast.logs["sofia"]
            }
        assert asked == ({cast.requests["sofia.log"]} if who == "kari" else set()), who
    assert to_wake(cast, "kari") == [cast.requests["sofia.log"]]
    assert to_wake(cast, "lina") == []


def test_a_yes_that_was_registered_wakes_it(cast: Cast) -> None:
    put(cast, "resting")
    assert not awake(cast)
    with next_day(cast):
        registering.register(cast.actor("kari"), cast.requests["sofia.log"], said(cast))
        assert awake(cast)
        assert to_wake(cast, "kari") == []


def test_by_word_of_mouth_it_does_not_wake(cast: Cast) -> None:
    """Or whoever lost sight of it could come back by their own word."""
    put(cast, "resting")
    with next_day(cast):
        with pytest.raises(Conflict) as refused:
            registering.register(cast.actor("kari"), cast.requests["sofia.log"], said(cast, way=Way.SPOKEN))
        assert str(refused.value) == ON_PAPER
        assert not awake(cast)


def test_until_then_nothing_of_it_is_read(cast: Cast) -> None:
    put(cast, "resting")
    page = registering.page(cast.actor("kari"), cast.requests["sofia.log"])
    assert page.child is None
    assert [each.name for each in page.people] == ["Oksana Bondarenko"]
    with pytest.raises(Hidden):
        registering.questions(cast.actor("kari"), cast.logs["sofia"])
    with transaction():
        assert not visible.entries(look(cast.actor("kari"))).where(Entry.log == cast.logs["sofia"]).exists()
    for service in ("sofia.school", "sofia.ppt"):
        with pytest.raises(Hidden):
            registering.page(cast.actor("kari"), cast.requests[service])


def test_looking_stands_in_what_the_family_reads(cast: Cast) -> None:
    put(cast, "resting")
    registering.page(cast.actor("kari"), cast.requests["sofia.log"])
    with transaction():
        [newest] = visible.seen_lines(look(cast.actor("oksana"))).order_by(SeenLine.at.desc(), SeenLine.id).limit(1)
    assert (newest.account_id, newest.page, newest.at) == (cast.accounts["kari"], SeenPage.DESK, cast.now)


def test_another_no_leaves_it_at_rest(cast: Cast) -> None:
    put(cast, "resting")
    registering.register(cast.actor("kari"), cast.requests["sofia.log"], said(cast, answer=Answer.NO))
    assert not awake(cast)


def test_whoever_holds_it_and_is_family_registers_nothing(cast: Cast) -> None:
    put(cast, "resting")
    Guardian.update(account=cast.accounts["kari"]).where(Guardian.log == cast.logs["sofia"]).execute()
    with pytest.raises(Hidden):
        registering.page(cast.actor("kari"), cast.requests["sofia.log"])


def test_all_who_must_say_it(cast: Cast) -> None:
    """Amina's own yes runs still, and so does her father's."""
    asked = amina_rests(cast)
    with next_day(cast):
        consents.answer(cast.actor("yusuf"), asked, Answer.NO)
        registering.register(cast.actor("kari"), asked, said(cast, "fadumo"))
        assert not awake(cast, "amina", "yusuf")
        consents.answer(cast.actor("yusuf"), asked, Answer.YES)
        assert awake(cast, "amina", "yusuf")


def test_of_one_who_is_kept_out_on_paper_once_two_have_seen_it(cast: Cast) -> None:
    """Kept out before it rests: nobody can confirm it meanwhile, and their yes waits for that."""
    blocks.keep_out(cast.actor("kari"), cast.logs["amina"], "yusuf", "Besøksforbud.")
    asked = amina_rests(cast)
    with pytest.raises(Conflict) as refused:
        registering.register(cast.actor("kari"), asked, said(cast, "yusuf", way=Way.SPOKEN))
    assert str(refused.value) == ON_PAPER
    with pytest.raises(Conflict) as refused:
        registering.register(cast.actor("kari"), asked, said(cast, "yusuf"))
    assert str(refused.value) == SECOND_FIRST
    consents.answer(cast.actor("fadumo"), asked, Answer.YES)
    assert awake(cast, "amina", "fadumo"), "his yes of before runs still"


def test_of_one_without_a_login(cast: Cast) -> None:
    cast = confirmed(cast)
    asked = cast.requests["mikkel.log"]
    consents.answer(cast.actor("hege"), asked, Answer.NO)
    with next_day(cast):
        consents.answer(cast.actor("hege"), asked, Answer.YES)
        assert not awake(cast, "mikkel", "hege"), "their yes is needed to start anew"
        registering.register(cast.actor("per.aas"), asked, said(cast, "jan"))
        assert awake(cast, "mikkel", "hege")


def test_while_it_is_frozen_no_yes_is_registered_of_who_is_out(cast: Cast) -> None:
    cast = put(cast, "frozen")
    asked = cast.requests["sofia.log"]
    registering.register(cast.actor("kari"), asked, said(cast, answer=Answer.NO))
    with next_day(cast), pytest.raises(Conflict) as refused:
        registering.register(cast.actor("kari"), asked, said(cast))
    assert str(refused.value) == NOT_NOW


def test_a_closed_log_is_not_woken(cast: Cast) -> None:
    assert to_wake(cast, "kari") == []
    with pytest.raises((Hidden, Denied)):
        registering.page(cast.actor("silje"), cast.requests["elias.log"])
