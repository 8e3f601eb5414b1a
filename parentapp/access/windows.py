"""When an interpreter may be shown something: around the meeting as it is planned now. Stored nowhere."""

from datetime import datetime, timedelta
from typing import Any

from peewee import Case, Value, fn

from parentapp.db import EPOCH, MICROSECOND
from parentapp.models import InterpreterAssignment, Meeting

BEFORE = timedelta(hours=48)  # the meeting's start
AFTER = timedelta(hours=2)  # its planned end
LONGER = timedelta(hours=1)  # once, where the contact person says so


def opens(row: Any) -> datetime:
    """From when content may be seen: of an assignment with its meeting."""
    start: datetime = row.meeting.starts
    return start - BEFORE


def closes(row: Any) -> datetime:
    """Until when anything may be seen."""
    end: datetime = row.meeting.ends
    return end + AFTER + (LONGER if row.extended_at is not None else timedelta())


def going_on(now: datetime) -> Any:
    """The same as a condition on assignments joined with their meetings: neither ended, cancelled nor over."""
    stopped = fn.COALESCE(InterpreterAssignment.ended_at, Meeting.cancelled_at)
    return stopped.is_null() & (_closes() > _instant(now))


def over_since(since: Any, now: datetime) -> Any:
    """That one of them came to its end after that instant (a column), other than by the interpreter's own word."""
    a = InterpreterAssignment
    end = fn.COALESCE(a.ended_at, Meeting.cancelled_at, _closes())
    return a.conflict_at.is_null() & (end > since) & (end <= _instant(now))


def _closes() -> Any:
    longer = InterpreterAssignment.extended_at.is_null(False)
    return Meeting.ends + Case(None, [(longer, _span(AFTER + LONGER))], _span(AFTER))


def _span(time: timedelta) -> Value:
    return Value(time // MICROSECOND, converter=False)


def _instant(now: datetime) -> Value:
    return Value((now - EPOCH) // MICROSECOND, converter=False)
