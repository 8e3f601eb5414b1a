"""The conditions of `access` about a family that asks for a log, each opened. Part of `openings`."""

from peewee import SQL

from parentapp.access import wishing
from parentapp.access.actions import Action
from parentapp.access.visible import telling
from parentapp.access.visible import wishing as visible
from tests.access.removals import Removal, cut_out, instead, together

ALWAYS = SQL("(1 = 1)")


def conditions() -> list[Removal]:
    return [*_asking(), *_receiving(), *_known(), *_counted()]


def opened(action: Action) -> Removal:
    """That action for everybody."""
    return Removal("opened", lambda patch: patch.setitem(wishing.POLICY, action, (lambda _: True,)))


def _asking() -> list[Removal]:
    """Who asks, whom, and what they are warned of. What decides twice is taken away together."""
    child = instead("asking for a child", wishing, "asks_for_child", lambda sight: True)
    own = instead("asking for oneself", wishing, "asks_for_oneself", lambda sight: True)
    service = " & Unit.service.in_(sorted(FIRST_SERVICES, key=lambda each: each.value))"
    return [
        child,
        own,
        together("log-wish:ask for everybody, whatever for", opened(Action.LOG_WISH_ASK), child, own),
        cut_out("units of the municipality", wishing, "places", "(Unit.municipality == here) & "),
        cut_out("units that open a log at first", wishing, "places", service),
        cut_out("units that somebody can answer for", wishing, "places", " & answers(actor.today, actor.account_id)"),
        cut_out("a warning to the family", wishing, "require_no_place_of", "sight.is_family(log)", "False"),
    ]


def _receiving() -> list[Removal]:
    """With whom it must not land."""
    there = (" & Account.disabled_at.is_null()", "leads_on(LEADING, today) & ", " & ~is_near(LEADING.account, asker)")
    to = (" & Account.disabled_at.is_null()", " & there", " & ~is_near(Account.id, wish.asker_id)", "named & ")
    near = ("(whose.account == asker) | ", " | fn.EXISTS(guards)")
    near += (" & (raised.account == asker)", "(raised.log == family.id) & ", "theirs & ")
    return [
        *(cut_out(f"asked of who {each.strip(' &')}", wishing, "answers", each) for each in there),
        *(cut_out(f"handed to who {each.strip(' &')}", wishing, "colleague", each) for each in to),
        *(cut_out(f"near to who asks: {each.strip(' &|')}", wishing, "is_near", each) for each in near),
    ]


def _known() -> list[Removal]:
    """Who knows of which question."""
    led, handed = "w.unit.in_(led_units(actor)) & ", " & works_at(me, actor.today, w.unit)"
    lasts = " & (w.until.is_null() | (w.until >= actor.today))"
    return [
        cut_out("others' that were taken back", visible, "log_wishes", " & LogWish.taken_back_at.is_null()"),
        cut_out(
            "one's own, while one may ask",
            visible,
            "wished_by_oneself",
            " if can(sight, Action.LOG_WISH_SEE) else LogWish.id.is_null()",
        ),
        cut_out("a question to the unit one leads", visible, "wished_of_leader", led),
        cut_out("answered long ago, for a leader", visible, "wished_of_leader", lasts),
        cut_out("private to the leader", visible, "wished_of_leader", " & ~is_near(actor.account_id, w.asker)"),
        cut_out("handed to oneself", visible, "wished_of_handed", "(w.handed_to == me) & "),
        cut_out("handed to who works there", visible, "wished_of_handed", handed),
        cut_out("handed, and not answered by others", visible, "wished_of_handed", " & open_to"),
        cut_out("answered by oneself, lately", visible, "wished_of_handed", " & (w.until >= actor.today)"),
        cut_out("private to whom it was handed", visible, "wished_of_handed", " & ~is_near(me, w.asker)"),
        cut_out("that one question", visible, "reach_wish", "(LogWish.id == wish_id) & "),
        cut_out("as whom one reaches it", visible, "reach_wish", " & mine"),
        cut_out("taken back meanwhile", visible, "reach_wish", "row.taken_back_at is not None and ", "False and "),
        cut_out("who read one's own", visible, "wish_reads", " & AuditLine.thing.in_(own)"),
        cut_out("who read, and not who did something", visible, "wish_reads", "read & "),
        instead("notices of questions for a log", telling, "_of_wish", lambda sight: ALWAYS),
    ]


def _counted() -> list[Removal]:
    return [
        cut_out("waiting still", visible, "unhanded", "w.answered_at.is_null() & "),
        cut_out("handed to who quit", visible, "unhanded", " | ~works_at(w.handed_to, actor.today, w.unit)"),
        cut_out("counted for its leader", visible, "waiting_wishes", "wished_of_leader(actor) & "),
        cut_out("counted while nobody has it", visible, "waiting_wishes", "unhanded(actor) & "),
        cut_out("counted until taken back", visible, "waiting_wishes", " & w.taken_back_at.is_null()"),
        cut_out("counted for whom it was handed to", visible, "handed_wishes", "wished_of_handed(actor) & "),
        cut_out("counted until answered", visible, "handed_wishes", " & LogWish.answered_at.is_null()"),
        cut_out(
            "counted until taken back, on the desk", visible, "handed_wishes", " & LogWish.taken_back_at.is_null()"
        ),
    ]
