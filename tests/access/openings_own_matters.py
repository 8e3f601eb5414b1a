"""The conditions of `access` about an adult's own matters, each opened or taken away. See `openings`."""

from peewee import SQL

from parentapp.access import audience, letting, own_matters
from parentapp.access.sight import Sight
from parentapp.access.visible import timeline
from tests.access.removals import Removal, cut_out, instead

ALWAYS = SQL("(1 = 1)")


def conditions() -> list[Removal]:
    grown = " or guardians_are_out(log.born, self.actor.today)"
    here = " & is_here(g, today, now)"
    return [
        instead("whose own matters it is about", timeline, "_about_me", lambda sight: ALWAYS),
        instead("what an adult lets a service read", timeline, "_let_read", lambda entries: ALWAYS),
        instead("which services an adult ticks", timeline, "ticked", lambda sight: SQL("NULL")),
        instead("let read by none", Sight, "let_read", lambda self, log: ()),
        cut_out("let read until guardians are out", Sight, "let_read", grown),
        cut_out("let read by the service that was ticked", Sight, "let_read", " if tie.unit_id == grant.unit_id"),
        cut_out("let read while a guardian", letting, "let_read", here),
        cut_out("let read until kept out", letting, "let_read", " & b.id.is_null()"),
        cut_out("let read by that unit", letting, "let_read", " & (c.unit == unit)"),
        cut_out("what does not come back", letting, "standing", " & c.over_at.is_null()"),
        cut_out("what was said last", letting, "standing", " & later.id.is_null()"),
        cut_out("a yes, not a no", letting, "standing", "c.shows & "),
        cut_out("of the words that stand there", letting, "standing", " & these_words"),
        cut_out("ticked by oneself", letting, "ticked_by", " & (c.account == me)"),
        cut_out("in a preview one's own", letting, "own_let_read", "(c.account == me) & "),
        cut_out("a preview of that unit's", letting, "own_let_read", " & (c.unit == unit)"),
        instead(
            "whom it can be about", own_matters, "adults", lambda sight, log: {each.account_id for each in sight.around}
        ),
        instead("about a guardian of today", own_matters, "require_adult", lambda *_: None),
        instead("about oneself", own_matters, "require_about_oneself", lambda *_: None),
        instead("about whom", own_matters, "is_about", lambda entry, account: True),
        instead("the childs to keep", own_matters, "require_of_the_child", lambda entry: None),
        instead("which services could be shown it", audience, "could_show", lambda written, grants: list(grants)),
        instead("which services it is for", audience, "_for_unit", lambda unit, written: True),
        instead("which columns list ids", letting, "listed", lambda text: frozenset()),
    ]


LET_BE = (
    "letting._listed",  # gives ids the shape of one text
    "audience.Written.adult_id",  # whose it is; what follows from it stands above
)
