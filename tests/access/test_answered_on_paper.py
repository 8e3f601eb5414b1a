"""Closing a log, answered on paper: by whom it is registered, what it does, who is told."""

import re
from datetime import date, timedelta
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import (
    closing,
    closing_page,
    closing_registered,
    freezing,
)
from parentapp.domain.closing import OVER
from parentapp.domain.on_paper import ONLY_PAPER, SECOND_FIRST
from parentapp.domain.registering import NOT_NOW, NOT_THAT_DAY, Told
from parentapp.enums import Answer, NoticeKind, Way
from parentapp.errors import Conflict, Hidden
from parentapp.models import AuditLine, ClosingRegistered, SeenLine, Subject
from tests.care import take_care
from tests.cast import Cast
from tests.on_paper import block, is_closed, kinds, second, told

YES, NO = Answer.YES, Answer.NO
WHY = "Nå går det bra."


def register(cast: Cast, proposed: UUID, said: Told, by: str = "kari") -> None:
    closing_registered.register(cast.actor(by), proposed, said)


def proposed(cast: Cast) -> UUID:
    return closing.propose(cast.actor("kari"), cast.logs["amina"], WHY)


def is_over(cast: Cast) -> bool:
    shown = closing_page.page(cast.actor("fadumo"), cast.logs["amina"]).closing
    return shown is not None and shown.ended_at is not None


def by_hand(cast: Cast, child: str) -> frozenset[UUID]:
    with transaction():
        sight = look(cast.actor("kari"), cast.logs[child])
        return sight.closers_by_hand(sight.log(cast.logs[child]))


def test_a_paper_is_the_yes_that_is_missing(cast: Cast) -> None:
    asking = proposed(cast)
    closing.agree(cast.actor("fadumo"), asking)
    closing.agree(cast.actor("amina"), asking)
    assert not is_closed(cast)
    register(cast, asking, told(cast, "yusuf", how="Tolk: Halyna."))
    assert is_closed(cast)
    row = ClosingRegistered.get()
    assert (row.signer_id, row.registered_by_id) == (cast.accounts["yusuf"], cast.accounts["kari"])
    assert (row.answer, row.way, row.given_on, row.language) == (YES, Way.PAPER, date(2026, 3, 10), "so")
    line = AuditLine.select().where(AuditLine.action == "closing:register").get()
    assert (line.account_id, line.thing) == (cast.accounts["kari"], asking)


def test_one_who_is_kept_out_no_longer_holds_it_up(cast: Cast) -> None:
    """The control: without the paper it stays open. Nothing of it reaches him."""
    block(cast, "yusuf")
    asking = proposed(cast)
    closing.agree(cast.actor("fadumo"), asking)
    closing.agree(cast.actor("amina"), asking)
    assert not is_closed(cast)
    with pytest.raises(Conflict, match=re.escape(SECOND_FIRST)):
        register(cast, asking, told(cast, "yusuf"))
    second(cast)
    with pytest.raises(Conflict, match=re.escape(ONLY_PAPER)):
        register(cast, asking, told(cast, "yusuf", way=Way.SPOKEN))
    assert not is_closed(cast)
    register(cast, asking, told(cast, "yusuf"))
    assert is_closed(cast)
    assert NoticeKind.CLOSING_REGISTERED not in kinds(cast, "yusuf")
    with pytest.raises(Hidden):
        closing_page.page(cast.actor("yusuf"), cast.logs["amina"])


def test_whoever_said_it_is_told_and_reads_it_alone(cast: Cast) -> None:
    asking = proposed(cast)
    register(cast, asking, told(cast, "yusuf", way=Way.SPOKEN, how="Halyna tolket."))
    assert NoticeKind.CLOSING_REGISTERED in kinds(cast, "yusuf")
    assert NoticeKind.CLOSING_REGISTERED not in [*kinds(cast, "fadumo"), *kinds(cast, "amina"), *kinds(cast, "kari")]
    (mine,) = closing_page.page(cast.actor("yusuf"), cast.logs["amina"]).registered
    assert (mine.answer, mine.way, mine.by.name, mine.how) == (YES, Way.SPOKEN, "Kari Nilsen", ("Halyna tolket.", "nb"))
    for other in ("fadumo", "amina", "kari"):
        assert closing_page.page(cast.actor(other), cast.logs["amina"]).registered == []


def test_a_no_on_paper_ends_the_proposal(cast: Cast) -> None:
    asking = proposed(cast)
    closing.agree(cast.actor("yusuf"), asking)
    register(cast, asking, told(cast, "yusuf", NO))
    assert is_over(cast)
    with pytest.raises(Conflict, match=OVER):
        register(cast, asking, told(cast, "amina"))
    with pytest.raises(Conflict, match=OVER):
        closing_registered.page(cast.actor("kari"), asking)


def test_a_later_yes_in_the_app_beats_an_older_paper(cast: Cast) -> None:
    asking = proposed(cast)
    with clock.at(cast.now + timedelta(days=3)):
        closing.agree(cast.actor("yusuf"), asking)
        register(cast, asking, told(cast, "yusuf", NO, day=date(2026, 3, 12)))
        assert not is_over(cast)
        register(cast, asking, told(cast, "yusuf", NO, day=date(2026, 3, 13)))
        assert is_over(cast), "of the same day a no counts"


def test_a_yes_in_the_app_after_a_paper_is_the_later_one(cast: Cast) -> None:
    asking = proposed(cast)
    register(cast, asking, told(cast, "yusuf"))
    with clock.at(cast.now + timedelta(days=3)):
        closing.agree(cast.actor("yusuf"), asking)
        register(cast, asking, told(cast, "yusuf", NO, day=date(2026, 3, 12)))
        assert not is_over(cast)


@pytest.mark.parametrize(("day", "stands"), [(12, True), (13, False)])
def test_of_two_papers_the_later_one_counts(cast: Cast, day: int, stands: bool) -> None:
    asking = proposed(cast)
    with clock.at(cast.now + timedelta(days=5)):
        register(cast, asking, told(cast, "yusuf", day=date(2026, 3, 13)))
        register(cast, asking, told(cast, "yusuf", NO, day=date(2026, 3, day)))
        assert is_over(cast) is not stands


@pytest.mark.parametrize("days", [-1, 1])
def test_of_a_day_before_the_proposal_or_to_come_it_is_refused(cast: Cast, days: int) -> None:
    asking = proposed(cast)
    with pytest.raises(Conflict, match=NOT_THAT_DAY):
        register(cast, asking, told(cast, "yusuf", day=cast.today + timedelta(days=days)))
    assert not ClosingRegistered.select().exists()


def test_only_the_contact_person_and_only_of_who_signs(cast: Cast) -> None:
    asking = proposed(cast)
    for other in ("per.aas", "lina", "fadumo", "yusuf", "tor"):
        with pytest.raises(Hidden):
            register(cast, asking, told(cast, "yusuf"), by=other)
        with pytest.raises(Hidden):
            closing_registered.page(cast.actor(other), asking)
    for nobody in ("lina", "kari", "oksana"):
        with pytest.raises(Hidden):
            register(cast, asking, told(cast, nobody))
    shown = {each.name for each in closing_registered.page(cast.actor("kari"), asking).people}
    assert shown == {"Amina Warsame", "Fadumo Ali", "Yusuf Warsame"}
    seen = SeenLine.select().where(SeenLine.account == cast.accounts["kari"]).order_by(SeenLine.at.desc()).first()
    assert seen.log_id == cast.logs["amina"]


def test_while_a_service_has_care_nobody_answers_for_it_on_paper(cast: Cast) -> None:
    take_care(cast, "amina", "kari", "lina")
    asking = proposed(cast)
    assert by_hand(cast, "amina") == {cast.accounts["amina"]}
    shown = {each.name for each in closing_registered.page(cast.actor("kari"), asking).people}
    assert shown == {"Amina Warsame"}
    with pytest.raises(Hidden):
        register(cast, asking, told(cast, "yusuf", NO))


def test_for_a_young_person_who_has_no_login_yet_nobody_answers(cast: Cast) -> None:
    assert cast.accounts["amina"] in by_hand(cast, "amina")
    turned_15 = cast.today.replace(year=cast.today.year - 15)
    Subject.update(account=None, born=turned_15).where(Subject.account == cast.accounts["amina"]).execute()
    assert by_hand(cast, "amina") == {cast.accounts["fadumo"], cast.accounts["yusuf"]}


def test_in_a_frozen_log_a_yes_is_not_registered_and_a_no_is(cast: Cast) -> None:
    asking = proposed(cast)
    freezing.press(cast.actor("kari"), cast.logs["amina"], "Et forbud.", spoken=True)
    with pytest.raises(Conflict, match=NOT_NOW):
        register(cast, asking, told(cast, "yusuf"))
    register(cast, asking, told(cast, "yusuf", NO))
    assert ClosingRegistered.get().answer is NO
