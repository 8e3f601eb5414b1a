"""A meeting in the calendar of a phone: the time, and nothing that tells of anybody."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from icalendar import Calendar

from parentapp.models import Meeting
from tests.browsing import Browser
from tests.cast import Cast

Client = Callable[[str | None], Browser]


def at(cast: Cast, name: str = "sofia.meeting", what: str = "") -> str:
    return f"/meetings/{cast.meetings[name]}{what}"


@pytest.mark.parametrize("person", ["oksana", "bjorn", "kari"])
def test_the_calendar_file_tells_of_nothing_but_the_time(client: Client, cast: Cast, person: str) -> None:
    answer = client(person).get(at(cast, what="/calendar.ics"))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="avtale.ics"'
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    body = answer.get_data(as_text=True)
    told = "Sofia|Oksana|Kari|Bjørn|Fjordvik|skole|rom 2|Gym|http|LOCATION|DESCRIPTION|ORGANIZER|ATTENDEE|URL"
    assert not re.search(told, body)
    assert str(cast.meetings["sofia.meeting"]) not in body
    assert cast.meetings["sofia.meeting"].hex not in body
    event = Calendar.from_ical(body).walk("VEVENT")[0]
    row = Meeting.get_by_id(cast.meetings["sofia.meeting"])
    assert (event["SUMMARY"], event.decoded("DTSTART"), event.decoded("DTEND")) == ("Avtale", row.starts, row.ends)
    assert (event["SEQUENCE"], event["STATUS"]) == (0, "CONFIRMED")


def event_of(client: Client, address: str) -> Any:
    return Calendar.from_ical(client("oksana").get(address).get_data()).walk("VEVENT")[0]


def test_the_same_appointment_is_moved_and_cancelled_in_the_calendar(client: Client, cast: Cast) -> None:
    address = at(cast, what="/calendar.ics")
    first = event_of(client, address)
    for day, hours in (("2026-03-27", 1), ("2026-03-30", 2)):  # before and after summer time: Oslo is ahead by these
        client("kari").submit(at(cast, what="/time"), day=day, begins="09:00", stops="10:00")
        event = event_of(client, address)
        assert event.decoded("DTSTART") == datetime.fromisoformat(f"{day}T{9 - hours:02}:00+00:00")
    client("kari").submit(at(cast, what="/cancel"))
    last = event_of(client, address)
    assert (last["UID"], last["SEQUENCE"], last["STATUS"]) == (first["UID"], 3, "CANCELLED")
    other = client("kari").get(at(cast, "amina.meeting", "/calendar.ics")).get_data(as_text=True)
    assert str(first["UID"]) not in other
