"""The conditions of `access` about the files of a log, each opened or taken away. See `openings`."""

from parentapp.access.visible import timeline
from parentapp.models import Entry
from tests.access.removals import Removal, cut_out, instead


def conditions() -> list[Removal]:
    return [
        instead("what is apart", timeline, "apart", lambda sight, log: Entry.id.is_null()),
        cut_out("apart what is kept", timeline, "apart", "    found |= hangs_on(Hiding.select(Hiding.entry))\n"),
        cut_out(
            "apart for whom it is about alone",
            timeline,
            "apart",
            "Relation.SUBJECT not in sight.relations(log)",
            "False",
        ),
        cut_out(
            "apart from sixteen",
            timeline,
            "apart",
            " if age_on(log.born, sight.actor.today) >= HEALTH_IS_ONES_OWN else found",
        ),
    ]
