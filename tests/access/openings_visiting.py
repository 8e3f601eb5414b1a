"""The conditions of `access` about guests, translators and interpreters, each opened. Part of `openings`."""

from datetime import UTC, datetime
from typing import Any

from peewee import SQL

from parentapp.access import audience, circle, facts, interpreting, names, rules, sight, visible, windows
from parentapp.access.visible import languages, meeting, telling
from parentapp.models import AgendaPoint, InterpreterAssignment, Invitation, Meeting, RatherNot, Translation
from tests.access.removals import Removal, cut_out, instead

ALWAYS = SQL("(1 = 1)")
LONG_AGO, FAR_AHEAD = (datetime(year, 1, 1, tzinfo=UTC) for year in (2000, 2100))


def conditions() -> list[Removal]:
    return [*_translating(), *_meeting(), *_interpreting()]


def _translating() -> list[Removal]:
    """Who is a translator of what, until when; and what is sent to nobody."""
    last, stopped = "(t.until >= today)", "t.ended_at.is_null()"
    return [
        cut_out("whom a text was sent to", facts, "_visitor_arms", "(t.translator == me) & "),
        cut_out("a translator until a day", facts, "_visitor_arms", f" & {last}"),
        cut_out("a translator until stopped", facts, "_visitor_arms", f" & {stopped}", ""),
        cut_out("a translator until a day, around the log", circle, "_visitors_arms", f"{last} & "),
        cut_out("a translator until stopped, around the log", circle, "_visitors_arms", f" & {stopped}"),
        cut_out("texts of one's own", languages, "tasks", "(t.translator == me) & "),
        cut_out("a text until a day", languages, "tasks", " & (t.until >= sight.actor.today)"),
        cut_out("a text until stopped", languages, "tasks", f" & {stopped}"),
        cut_out("registered translators", languages, "tasks", " & _registered(me)"),
        cut_out("translators are no interpreters", languages, "_registered", ".where(q.role == Relation.TRANSLATOR)"),
        cut_out("registered for the language", languages, "_registered", " & (q.locale == Translation.locale)"),
        cut_out("sent by the holder's service", languages, "may_be_sent", " if grant.unit_id == log.holder_unit_id"),
        cut_out("what is kept is not sent", languages, "may_be_sent", " & ~hangs_on(kept)"),
        cut_out("a phrase of the bank is not sent", languages, "may_be_sent", " & own_words"),
        instead("translations of what one reads", languages, "translations", lambda sight: Translation.select()),
        instead("a task of one's own", visible, "reach_task", _any_task),
    ]


def _meeting() -> list[Removal]:
    """Who knows of a meeting, and of who is asked to it."""
    everything = {
        each: lambda sight, model=each: model.select() for each in (Meeting, Invitation, AgendaPoint, RatherNot)
    }
    works, around = " & there", " & (i.unit.is_null() | works_at(i.account, today, i.unit))"
    return [
        instead("the meetings", meeting, "meetings", everything[Meeting]),
        instead("who is asked", meeting, "invitations", everything[Invitation]),
        instead("what is spoken of", meeting, "agenda", everything[AgendaPoint]),
        instead("what somebody would rather not", meeting, "rather_nots", everything[RatherNot]),
        instead("knowing of it in full", meeting, "known_in_full", lambda sight: ALWAYS),
        instead("being asked as a guest", meeting, "_as_guest", lambda sight: ALWAYS),
        cut_out("a guest it is kept from", meeting, "_as_guest", " & Meeting.entry.not_in(kept)"),
        instead("being a guest", rules, "is_guest", lambda sight, log: True),
        cut_out("a guest while the log is awake", rules, "is_guest", " and log.id in sight.consents.awake"),
        instead("of whom one is told", meeting, "_told_of", lambda sight, log: ALWAYS),
        cut_out("whom one has asked to a meeting oneself", meeting, "_told_of", _BY_ME, "Invitation.id.is_null(False)"),
        cut_out("one's own words about somebody", meeting, "rather_nots", " & (RatherNot.author == me)"),
        cut_out("words about a meeting that is kept", meeting, "rather_nots", "known & "),
        instead("notices of meetings one may know of", telling, "_of_meeting", lambda sight: ALWAYS),
        cut_out("words about oneself", meeting, "rather_nots", " & RatherNot.invitation.not_in(about_me)"),
        cut_out("a guest until midnight", facts, "_visitor_arms", " & (i.guest_until > now)"),
        cut_out("a guest who still works there", facts, "_visitor_arms", works),
        cut_out("a guest until midnight, around the log", circle, "_visitors_arms", "(i.guest_until > now) & "),
        cut_out("a guest who still works there, around the log", circle, "_visitors_arms", around),
        cut_out("a block of a guest, around the log", circle, "_visitors_arms", " & _let_in(table.log, who)"),
        cut_out("a guest reads nothing, from the entry", audience, "_reads", "person.relation in STAFF and "),
        cut_out("a guest is not written to", names, "in_reach", "way.relation in STAFF and "),
    ]


def _interpreting() -> list[Removal]:
    """Who interprets what, when, and through whose eyes."""
    closed, cancelled = " or log.closed", " or row.meeting.cancelled_at is not None"
    not_approved = "    if not approved:\n        return Stage.WAITING\n"
    return [
        instead("48 hours before", windows, "opens", lambda row: LONG_AGO),
        instead("two hours after", windows, "closes", lambda row: FAR_AHEAD),
        cut_out("an assignment that was ended", windows, "going_on", "stopped.is_null() & "),
        cut_out("an assignment that is over", windows, "going_on", " & (_closes() > _instant(now))"),
        instead("who approves an interpreter", interpreting, "approvers", _nobody),
        cut_out("who knows of the meeting", interpreting, "approvers", " - kept"),
        cut_out("that the family has said yes", interpreting, "stage", not_approved),
        cut_out("that the log is awake", interpreting, "stage", "log.id in sight.consents.awake and "),
        cut_out("a protected child's name", interpreting, "stage", " and (approved or not log.protected)"),
        cut_out("for whom one interprets", interpreting, "stage", " or row.reader_id not in needed"),
        cut_out("ended, for the family", interpreting, "_is_over", "row.ended_at is not None or "),
        cut_out("cancelled, for the family", interpreting, "_is_over", cancelled),
        cut_out("closed, for the family", interpreting, "_is_over", closed),
        instead("being impartial", interpreting, "is_impartial", lambda sight, log, account_id: True),
        instead("who may be asked", interpreting, "may_be_asked", lambda *_: True),
        instead("being kept out", interpreting, "_is_kept_out", lambda *_: False),
        instead("being a child", interpreting, "_is_a_child", lambda *_: False),
        instead("belonging to the log", interpreting, "belongs", lambda sight, log, account_id: False),
        cut_out("the eyes of the family", interpreting, "through_eyes_of", " & FAMILY"),
        cut_out("what an interpreter is shown of it", interpreting, "through_eyes_of", ", only=SHOWN"),
        instead("interpreters one knows of", languages, "assignments", lambda sight: InterpreterAssignment.select()),
        cut_out("meetings one knows of", languages, "assignments", _OF_MEETINGS),
        cut_out("assignments of one's own", languages, "work", "(a.interpreter == sight.actor.account_id) & "),
        cut_out("assignments that go on", languages, "work", " & going_on(sight.actor.now)"),
    ]


_BY_ME = "Invitation.invited_by == sight.actor.account_id"
_OF_MEETINGS = " & a.meeting.in_(known)"


def _any_task(actor: Any, translation_id: Any) -> Any:
    return sight.look_around(actor, Translation, translation_id), Translation.get_by_id(translation_id)


def _nobody(sight: Any, log: Any, kept: Any = frozenset()) -> frozenset[Any]:
    return frozenset()


# What is not taken away: it reads, and the conditions stand above; `over_since` ends a session, and shows nothing.
LET_BE = ("windows._closes", "windows._span", "windows._instant", "windows.over_since", "interpreting._ways")
