"""What the demo's unit leader meets: numbers that can be believed, and somebody who waits for her words."""

from datetime import UTC, datetime

from parentapp import clock, demo
from parentapp.domain import contact_requests, statistics
from parentapp.domain.statistics import Waiting
from tests.databases import fresh_database

NOW = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)  # a Tuesday


def test_she_is_told_of_one_message_and_asked_for_another_person() -> None:
    with fresh_database("sqlite"), clock.at(NOW):
        stage = demo.build(history=True, seed="leader")
        anne = stage.actor("anne.strand")
        page = statistics.unit(anne)
        (unit,), (asked,) = page.units, contact_requests.received(anne)
    assert (unit.name, unit.logs, unit.without_holder) == ("Fjordvik helsestasjon", 4, 0)
    assert unit.waiting == (Waiting(1, 12),)
    assert 0 < unit.overdue < 10
    assert page.requests == 1
    assert (asked.asker, asked.about, asked.lang) == ("Yusuf Warsame", "Kari Nilsen", "nb")
