"""The conditions of `access` about a contact person who cannot go on, and who finds another. Part of `openings`."""

from parentapp.access import assigning, circle, holding, rules
from parentapp.access.visible import handing, telling
from tests.access.removals import Removal, cut_out, instead

LOST = " and lost_since(sight.consents, log, sight.actor.now) is not None"


def conditions() -> list[Removal]:
    return [*_holding(), *_assigning()]


def _holding() -> list[Removal]:
    """Whether the contact person's service has lost its yes, and who is told."""
    return [
        instead("that the contact person reads it no more", holding, "reads", lambda *_: True),
        cut_out("reading no more, told to the family only", holding, "reads", "sight.is_family(log) and "),
        cut_out("reading no more, told through nobody's eyes", holding, "reads", " and not sight.borrowed"),
        cut_out("reading no more of what is awake", holding, "reads", "told and awake", "told"),
        *_leaving(),
        instead("a contact person who is out", holding, "is_out", lambda sight, log: True),
        cut_out("out, where they read no more", holding, "is_out", "not reads(sight, log) and "),
        cut_out("out, having lost a yes", holding, "is_out", LOST),
        cut_out("out, having left", holding, "is_out", "has_left(sight, log) or "),
        instead("having lost a yes", holding, "lost_since", lambda consents, log, now: now),
        cut_out("lost in a log that is awake", holding, "lost_since", "log.id not in consents.awake or "),
        instead("seeing something still", holding, "sees", lambda consents, log: False),
        instead("having seen something", holding, "_saw", lambda *_: False),
        instead("a contact person who is gone", holding, "is_gone", lambda around, log: False),
        cut_out("a contact person who works there", holding, "is_gone", " and each.active"),
        instead("who cannot go on", holding, "needs_another", lambda *_: True),
        cut_out("found once the family said yes", holding, "needs_another", "not log.asked and "),
        cut_out("found until it is closed", assigning, "look_as_leader", "s.closed_at.is_null() & "),
        cut_out("who is gone cannot go on", holding, "needs_another", "is_gone(around, log) or "),
        instead("told as long as it is so", telling, "_without_holder", lambda sight: [log.id for log in sight.logs()]),
    ]


def _leaving() -> list[Removal]:
    """That the contact person has quit or is kept out, told to the family of a log in use."""
    return [
        instead("that the contact person has left", holding, "has_left", lambda *_: False),
        cut_out("having left, told to the family only", holding, "has_left", "sight.is_family(log) and "),
        cut_out("having left, told through nobody's eyes", holding, "has_left", " and not sight.borrowed"),
        cut_out("having left, once the family said yes", holding, "has_left", "not log.asked and "),
        cut_out("having left, until it is closed", holding, "has_left", " and not log.closed"),
    ]


def _assigning() -> list[Removal]:
    """Who finds another, in which log, and what they see of it."""
    by = " & (waits | (h.leader == me))"
    return [
        instead("finding a contact person", rules, "finds_holder", lambda sight, log: True),
        cut_out("whose leader one is", rules, "finds_holder", "tied and "),
        cut_out(
            "only where nobody holds it",
            rules,
            "finds_holder",
            " and needs_another(sight.consents, sight.around, log, sight.actor.now)",
        ),
        cut_out(
            "of the unit that holds it",
            rules,
            "finds_holder",
            "(tie.relation, tie.unit_id) == (Relation.LEADER, log.holder_unit_id)",
            "tie.relation is Relation.LEADER",
        ),
        cut_out(
            "asked of who leads there",
            assigning,
            "look_as_leader",
            "mine = fn.EXISTS(",
            "mine = fn.EXISTS(s.select(s.id)) | fn.EXISTS(",
        ),
        cut_out("what another leader was answered", handing, "handovers", by),
        cut_out("a leader whose asking came to nothing", circle, "_leaders_arm", " & (asks | h.entry.is_null(False))"),
        cut_out("a leader who waits", circle, "_leaders_arm", "Case(None, [(asks, h.answer_by)], day)", "h.answer_by"),
    ]


LET_BE = (
    "holding._turns",  # only says at which instants to look: the last that counts decides
    "leading.alike",  # only spares the database logs that `receivers` leaves out anyway
    *("assigning._as_leader", "assigning.look_anew", "assigning.assigned"),  # for whoever was let in
)
