"""A meeting as a file for the calendar of a phone: «Avtale», the time, and nothing else that tells of anybody."""

from typing import Any

from flask import make_response
from icalendar import Calendar, Event

from parentapp.domain.meeting_page import MeetingPage
from parentapp.i18n import speak

NAME = "avtale.ics"


def calendar_file(page: MeetingPage, locale: str) -> Any:
    """The answer with the file. A later one takes the place of an earlier one: it counts the changes."""
    t = speak(locale)
    event, when = Event(), page.when
    # NOTE: what stands in the calendar of a phone, which others may see: it must not tell of what
    event.add("summary", t("Avtale"))
    event.add("uid", page.calendar_id)
    event.add("dtstamp", when.called_at.replace(microsecond=0))
    event.add("dtstart", when.starts)
    event.add("dtend", when.ends)
    event.add("sequence", page.changes)
    event.add("status", "CANCELLED" if when.cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    calendar = Calendar()
    calendar.add("prodid", "-//Min stafett//NO")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if when.cancelled else "PUBLISH")
    calendar.add_component(event)
    response = make_response(calendar.to_ical())
    response.headers["Content-Type"] = "text/calendar; charset=utf-8"
    response.headers["Content-Disposition"] = f'attachment; filename="{NAME}"'
    return response
