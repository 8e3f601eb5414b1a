"""The conditions of `access` about whoever leads a unit, each opened. Part of `openings`."""

from typing import Any

from peewee import SQL

from parentapp.access import facts, leading
from parentapp.access.visible import telling, unit
from tests.access.removals import Removal, cut_out, instead

ALWAYS = SQL("(1 = 1)")


def conditions() -> list[Removal]:
    return [*_leading(), *_asked(), *_counted()]


def _leading() -> list[Removal]:
    """Who leads, and who of these may be asked about which log."""
    service, place = "(asked.service == there.service) & ", " & (asked.municipality == there.municipality)"
    near = ("Participation, ", ", StafettholderPeriod", "(held.deputy == account) | ", " | (held.opener == account)")
    over = (" & (asked.successor == account)", "(asked.log == log) & ", " & asked.answered_at.is_null()")
    own = ("Guardian, ", "NetworkPerson, ", ", Block", " | fn.EXISTS(own.where(of_log))", "(held.id == log) & ")
    return [
        instead("leading a unit", leading, "leads_on", lambda employment, today: ALWAYS),
        cut_out("leading already", leading, "leads_on", " & (employment.since <= today)"),
        cut_out("leading still", leading, "leads_on", " & lasts"),
        cut_out("one's own units", leading, "led", ".where(e.account == actor.account_id)"),
        cut_out("leaders who can log in", leading, "_answers", " & there"),
        instead("being near to the log", leading, "_is_near", lambda account, log: ~ALWAYS),
        *(cut_out(f"near as {each.strip(', |')}", leading, "_is_near", each) for each in near),
        cut_out("asked to take over", leading, "_is_near", ' | fn.EXISTS(asked.select(SQL("1")).where(over))'),
        *(cut_out(f"asked to take over: {each.strip(' &')}", leading, "_is_near", each) for each in over),
        instead("what is private to a leader", leading, "is_private", lambda account, log: ~ALWAYS),
        *(cut_out(f"private as {each.strip(', |&')}", leading, "is_private", each) for each in own),
        cut_out("near to this log", leading, "_stands", "(table.log == log) & "),
        cut_out("a stand-in only for nobody", leading, "receivers", " & ~own"),
        cut_out("a stand-in of the service", leading, "receivers", service),
        cut_out("a stand-in of the municipality", leading, "receivers", place),
        cut_out("who answers at all", leading, "receivers", "_answers(LEADING, today, log) & "),
        cut_out("asked oneself", leading, "received", ".where(LEADING.account == me)"),
        cut_out("taken back or answered long ago", leading, "received", "lasting(today) & "),
        cut_out("taken back", leading, "lasting", "c.taken_back_at.is_null() & "),
        cut_out("answered long ago", leading, "lasting", " & (c.until.is_null() | (c.until >= today))"),
        cut_out("a leader who is asked", facts, "_visitor_arms", ".where(received(me, today))"),
        cut_out("a leader who is told to find somebody", facts, "_visitor_arms", ".where(to_find(me, today))"),
        cut_out("told so oneself", leading, "to_find", "(n.account == me) & "),
        cut_out("told that, and not something else", leading, "to_find", "n.kind.in_(FOR_LEADERS) & "),
        cut_out("told of what is not closed", leading, "to_find", " & s.closed_at.is_null()"),
        cut_out("theirs to find", leading, "to_find", ".where(LEADING.account == me)"),
        cut_out("told as long as somebody is to be found", telling, "_to_find", " if finds_holder(sight, log)"),
    ]


def _asked() -> list[Removal]:
    """Who knows of which request."""
    return [
        cut_out("a request of one's own", unit, "contact_requests", " & (c.asker == sight.actor.account_id)"),
        cut_out("of the family still", unit, "contact_requests", "c.log.in_(family) & "),
        cut_out("of the unit one leads", unit, "contact_requests", " & (c.unit == tie.unit_id)"),
        cut_out("asked as leader", unit, "contact_requests", "        if tie.relation is Relation.LEADER\n"),
        cut_out("of those that last", unit, "contact_requests", " & lasting(sight.actor.today)"),
        cut_out("those that wait", unit, "waiting_requests", " & c.answered_at.is_null()"),
        cut_out("those that wait for oneself", unit, "waiting_requests", "received(actor.account_id, actor.today) & "),
    ]


def _counted() -> list[Removal]:
    """What is counted of which logs."""
    return [
        cut_out("each unit's own logs", unit, "counts", " if log.holder_unit_id == unit.id"),
        cut_out("of those that are not closed", unit, "_held", " & Stafettlogg.closed_at.is_null()"),
        cut_out(
            "none that is private to the leader", unit, "_held", " & ~is_private(actor.account_id, Stafettlogg.id)"
        ),
        instead("of all units", unit, "counts", _of_everything),
        instead("lacking a holder", unit, "_lacks_holder", lambda log, around, consents: False),
        instead("covered by a deputy", unit, "_is_covered", lambda here, grants: True),
        cut_out("a deputy at work", unit, "_is_covered", " and each.away_until is None"),
        cut_out("a deputy whose service has a yes", unit, "_is_covered", "each.unit_id in units", "each"),
        cut_out("measures that the unit may see", unit, "_overdue", "seen & "),
        cut_out("by the unit's own yes", unit, "_overdue", "            if grant.unit_id == log.holder_unit_id:\n    "),
        cut_out("measures that go on", unit, "_overdue", "Measure.status.in_(OPEN_STATES) & "),
        cut_out("measures whose day has been", unit, "_overdue", " & (Measure.look_at < actor.today)"),
        cut_out("messages in those logs", unit, "_waiting", "c.log.in_([log.id for log in logs]) & "),
        cut_out("whoever left cannot answer", unit, "_waiting", " & m.left_at.is_null()"),
        cut_out("the holder or the deputy", unit, "_waiting", " & ((m.account == s.holder) | (m.account == s.deputy))"),
        cut_out("only what is late", unit, "_waiting", "        if is_late(promised, days):\n    "),
    ]


def _of_everything(actor: Any, is_late: Any) -> list[unit.Counts]:
    return [unit.Counts("Alt", 11, 0, 0, 0, 0, 0, ())]


LET_BE: tuple[str, ...] = ()
