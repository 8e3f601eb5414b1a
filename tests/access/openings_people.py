"""The conditions of `access` about adding and ending people, each opened. Part of `openings`."""

from peewee import SQL

from parentapp.access import circle, names, policy, rules
from parentapp.access.sight import Sight
from parentapp.access.visible import belonging, telling
from parentapp.models import (
    CareWaiting,
    Guardian,
    Participation,
    ProposedGuardian,
)
from tests.access.removals import Removal, cut_out, instead

ALWAYS = SQL("(1 = 1)")


def conditions() -> list[Removal]:
    """Who is shown, who can be added, who confirms."""
    unit, known = " and tie.unit_id == log.holder_unit_id", "unit_id in given and "
    ended, own = "(p.until.is_null() | (p.until > actor.now)) & ", " & p.unit.in_(_units(sight, log))"
    works = " & works_at(p.account, actor.today, p.unit)"
    return [
        *_of_two(),
        *_written_for_a_child(),
        instead("a second professional", rules, "seconds", lambda sight, log: True),
        cut_out("a colleague in the same unit", rules, "seconds", unit),
        instead("whose helpers can be added", policy, "may_send_helper", lambda *_: True),
        cut_out("helpers with the family's yes", policy, "may_send_helper", known),
        cut_out(
            "helpers of a unit one knows", policy, "may_send_helper", " and names.may_tell_unit(sight, log, unit_id)"
        ),
        instead("a second person, and not the first", policy, "require_second", lambda *_: None),
        instead("guardians one knows of", belonging, "guardians", lambda sight: Guardian.select()),
        cut_out("guardians until a day", belonging, "guardians", " & _lasts(sight, g)"),
        cut_out("guardians who are out", belonging, "guardians", " if not guardians_are_out(log.born, today)"),
        instead("people who are kept out", belonging, "_not_kept_out", lambda log, account: ALWAYS),
        instead("helpers one knows of", belonging, "participations", lambda sight: Participation.select()),
        cut_out("helpers until an instant", belonging, "participations", ended),
        cut_out("helpers who work there", belonging, "participations", works),
        cut_out("helpers of units one may know of", belonging, "participations", own),
        instead("who waits", belonging, "proposed", lambda sight: ProposedGuardian.select()),
        cut_out("who waits still", belonging, "proposed", "p.answered_at.is_null() & "),
        cut_out("who waits, for whom", belonging, "proposed", "(known | to_confirm) & "),
        instead("of whose log one is told", telling, "_of_people", lambda _: ALWAYS),
        instead("who confirms care", rules, "confirms_care", lambda sight, log: True),
        cut_out("nor in a closed log", rules, "confirms_care", " and not log.closed"),
        instead("who may be told of care", names, "may_tell_care", lambda sight, log: True),
        cut_out("a colleague who confirms care", names, "may_tell_care", "log.holder_unit_id in units or "),
        instead("care that waits", belonging, "care_waiting", lambda sight: CareWaiting.select()),
        cut_out("care that waits still", belonging, "care_waiting", " & w.answered_at.is_null()"),
        cut_out("the service's own people", belonging, "care_waiting", " | any_of(own, w.id.is_null())"),
        instead("for whom they are there", belonging, "_helping_for", lambda sight, log: []),
        instead("the logs of these", belonging, "_logs", lambda sight: list(sight.ties)),
    ]


def _written_for_a_child() -> list[Removal]:
    """Of whom somebody else writes down what they say of a measure."""
    return [
        instead("for whom others write", rules, "writes_for_child", lambda sight, log: True),
        cut_out("written for who has no login", rules, "writes_for_child", "log.youth_id is None and "),
        cut_out("written for who is not pregnant", rules, "writes_for_child", "not log.pregnant and "),
        cut_out("written for a child", rules, "writes_for_child", " and age_on(log.born, sight.actor.today) < ADULT"),
    ]


def _of_two() -> list[Removal]:
    """What takes two people, and who never logs in."""
    return [
        cut_out("a second person for who has no login", policy, "takes_two", "on_paper or "),
        cut_out("a second person for what a court decided", policy, "takes_two", " or basis is Basis.COURT_JUDGMENT"),
        instead("what takes a second person", belonging, "_takes_two", lambda p: ALWAYS),
        cut_out("nobody who has no login", circle, "_belonging", "row.on_paper or "),
        instead("who answers on paper", Sight, "is_on_paper", lambda self, account: False),
    ]


LET_BE = ("visible.belonging.shown", "visible.belonging._units")  # say again what stands above, and `names`
