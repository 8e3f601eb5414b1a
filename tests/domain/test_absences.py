"""Being away: the deputy answers meanwhile, from the first day to the last."""

from datetime import timedelta

import pytest

from parentapp.domain import home
from parentapp.domain.absences import go_away
from parentapp.errors import Conflict, Hidden
from tests.cast import Cast


def answering(cast: Cast) -> str | None:
    shown = home.home(cast.actor("oksana"))
    assert shown is not None
    assert shown.contact is not None
    return shown.contact.answering.name


def test_the_deputy_answers_until_the_last_day_is_over(cast: Cast) -> None:
    today = cast.actor("kari").today
    assert answering(cast) == "Kari Nilsen"
    go_away(cast.actor("kari"), today + timedelta(days=1), today + timedelta(days=3))
    assert answering(cast) == "Kari Nilsen"
    go_away(cast.actor("kari"), today, today)
    assert answering(cast) == "Lina Moe"


def test_only_those_who_work_can_be_away(cast: Cast) -> None:
    today = cast.actor("oksana").today
    with pytest.raises(Hidden):
        go_away(cast.actor("oksana"), today, today)


def test_the_last_day_does_not_come_before_the_first(cast: Cast) -> None:
    today = cast.actor("kari").today
    with pytest.raises(Conflict):
        go_away(cast.actor("kari"), today, today - timedelta(days=1))
    assert answering(cast) == "Kari Nilsen"
