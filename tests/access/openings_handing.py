"""The conditions of `access` about handing the baton over, each opened. Part of `openings`."""

from parentapp.access import by_name, circle, facts, rules
from parentapp.access.visible import handing
from parentapp.models import Handover, StafettholderPeriod
from tests.access.removals import Removal, cut_out, instead


def conditions() -> list[Removal]:
    """Who is asked to take over, until when; who knows of it, and how much."""
    works, around = " & works_at(me, today, h.unit)", " & works_at(h.successor, today, h.unit)"
    elsewhere = "here = Account.municipality == log.municipality_id"
    return [
        cut_out("the very user name", by_name, "named", "(Account.username_hash == hashed) & "),
        cut_out("whoever is kept out, asked by name", by_name, "can_be_asked", " & Account.id.not_in(kept_out)"),
        cut_out(
            "another municipality's, asked by name",
            by_name,
            "can_be_asked",
            elsewhere,
            "here = Account.id.is_null(False)",
        ),
        cut_out("a closed account, asked by name", by_name, "can_be_asked", " & Account.disabled_at.is_null()"),
        cut_out("whom the baton was offered to", facts, "_visitor_arms", "(h.successor == me) & "),
        cut_out("asked until it is answered", facts, "_visitor_arms", " & h.answered_at.is_null()"),
        cut_out("a successor who still works there", facts, "_visitor_arms", works),
        cut_out("asked until it is answered, around the log", circle, "_successors_arm", "asked & "),
        cut_out("a successor who still works there, around the log", circle, "_successors_arm", around),
        cut_out("a block of a successor", circle, "_successors_arm", " & _let_in(h.log, h.successor)"),
        cut_out("what is over", circle, "_successors_arm", " & (asked | h.check_on.is_null(False))"),
        instead("being asked to take over", rules, "is_successor", lambda sight, log: True),
        cut_out("asked of a log that is not closed", rules, "is_successor", " and not log.closed"),
        cut_out("asked, and one of the child's own", rules, "is_successor", " and not is_around_child(sight, log)"),
        *_periods(),
        instead("handovers one knows of", handing, "handovers", lambda sight: Handover.select()),
        cut_out("a handover that is kept from somebody", handing, "handovers", " & told"),
        cut_out("kept from a guardian who holds it", handing, "handovers", " | h.entry.not_in(kept)", " | True"),
        cut_out("a holder's own", handing, "handovers", " & (waits | (h.holder == me) | (h.successor == me))"),
        cut_out("what another was asked", handing, "handovers", " & (h.successor == me) & waits"),
        cut_out("what one was asked before", handing, "handovers", " & waits)", ")"),
        instead("what was written for the next one", handing, "told_in_full", lambda sight, log: True),
        cut_out("a yes to the successor's service", handing, "told_in_full", " & sight.covered(log)"),
    ]


def _periods() -> list[Removal]:
    """Who has held the baton, as far as one may know."""
    return [
        instead("who has held the baton", handing, "periods", lambda sight: StafettholderPeriod.select()),
        cut_out("held through units one knows of", handing, "periods", "p.unit.in_(told)", "p.unit.is_null(False)"),
        cut_out("from whom one took it oneself", handing, "periods", "(taken.successor == me) & "),
        cut_out("when one took it", handing, "periods", " & (taken.answered_at == p.until)"),
    ]
