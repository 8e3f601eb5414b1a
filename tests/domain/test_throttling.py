"""Tries to log in are counted by address too, whatever the names: guessing through a list of people ends."""

import pytest

from parentapp import clock, demo
from parentapp.crypto import lookup_hash
from parentapp.db import transaction
from parentapp.domain import accounts, throttling
from parentapp.domain.throttling import MOST, WINDOW
from parentapp.errors import Throttled
from parentapp.models import Throttle
from tests.cast import Cast

HERE, ELSEWHERE = "address 10.2.0.1", "address 10.3.0.1"


def tries(place: str, count: int) -> None:
    """So many tries from there, each with another name: no name is tried often."""
    for _ in range(count):
        with transaction():
            throttling.count("place", place, clock.now())


def test_names_tried_from_one_address_are_counted_together(cast: Cast) -> None:
    tries(HERE, MOST["place"] - 1)
    assert accounts.log_in("nobody-yet", "wrong", HERE) is None
    with pytest.raises(Throttled) as refused:
        accounts.log_in("nobody-either", "wrong", HERE)
    assert 0 < refused.value.minutes <= WINDOW.total_seconds() // 60 + 1


def test_the_right_password_does_not_help_there_and_another_address_is_another(cast: Cast) -> None:
    tries(HERE, MOST["place"])
    with pytest.raises(Throttled):
        accounts.log_in("oksana", demo.PASSWORD, HERE)
    assert accounts.log_in("oksana", demo.PASSWORD, ELSEWHERE)


def test_one_who_logs_in_does_not_wipe_out_what_was_tried_from_there(cast: Cast) -> None:
    tries(HERE, MOST["place"] - 1)
    assert accounts.log_in("oksana", demo.PASSWORD, HERE)
    with pytest.raises(Throttled):
        accounts.log_in("kari", demo.PASSWORD, HERE)


def test_after_the_window_it_begins_anew(cast: Cast) -> None:
    tries(HERE, MOST["place"])
    with clock.at(cast.now + WINDOW):
        assert accounts.log_in("oksana", demo.PASSWORD, HERE)
        row = Throttle.get(Throttle.key_hash == lookup_hash("throttle/place", HERE))
        assert row.tries == 1
