"""The conditions of `access` about how many services help, and about the service directory, each opened."""

from parentapp.access import directory, leading, names, office
from parentapp.access.visible import timeline
from parentapp.models import Entry, LevelChange, Unit
from tests.access.removals import Removal, cut_out, instead


def conditions() -> list[Removal]:
    led = " & leads_on(e, actor.today)"
    return [
        instead("how many services help", names, "may_tell_level", lambda sight, log: True),
        cut_out(
            "how many, within what one sees oneself",
            names,
            "may_tell_level",
            "not may_tell_level(sight.within, log)",
            "False",
        ),
        cut_out("how many, to an interpreter", names, "may_tell_level", "not told <= sight.only", "False"),
        cut_out(
            "the plan and who else, of one service",
            names,
            "may_tell_level",
            "any(told <= grant.kinds for grant in sight.grants(log))",
            "told <= sight.kinds(log)",
        ),
        instead("where the log is, as one may read", timeline, "levels", lambda _: LevelChange.select().join(Entry)),
        cut_out("units of one's own municipality", directory, "listed", ".where(Unit.municipality == own)"),
        instead("words that are one's own to keep right", directory, "kept", lambda actor: Unit.select()),
        instead("one of the units to keep right", directory, "held", lambda actor, unit_id: None),
        cut_out("a closed account of an office", directory, "kept", " & me.disabled_at.is_null()"),
        cut_out("an administrator's units", directory, "kept", "(Unit.municipality == office) | "),
        cut_out("a leader's units", directory, "kept", " | Unit.id.in_(led_units(actor))"),
        cut_out("units that one leads today", leading, "led_units", led),
        cut_out("units that one leads oneself", leading, "led_units", "(e.account == actor.account_id) & "),
        cut_out("who leads today, by name", directory, "keepers", " & leads_on(LEADING, today)"),
        cut_out("who leads these, by name", directory, "keepers", "LEADING.unit.in_(units) & "),
        instead("leading a unit, in the office", office, "leads", lambda _: True),
    ]
