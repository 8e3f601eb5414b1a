"""The conditions of `access` about what is held about oneself, each opened or taken away. See `openings`."""

from parentapp.access import office
from parentapp.access.visible import mine, seen
from parentapp.models import AuditLine, Heart, Hiding, NetworkPerson, Participation, SeenLine, StafettholderPeriod
from tests.access.removals import Removal, cut_out, instead


def conditions() -> list[Removal]:
    return [
        instead("own time in the network", mine, "own_network", lambda sight: NetworkPerson.select()),
        cut_out("own time in the network, that lasts", mine, "own_network", " & is_here(n, actor.today, actor.now)"),
        instead("own part", mine, "own_parts", lambda sight: Participation.select()),
        cut_out("own part, that lasts", mine, "own_parts", " & lasts"),
        instead("own baton", mine, "own_batons", lambda sight: StafettholderPeriod.select()),
        instead("own hearts", mine, "own_hearts", lambda sight: Heart.select()),
        cut_out("own hearts on what one reads", mine, "own_hearts", " & Heart.entry.in_(readable)"),
        instead("what one keeps oneself", mine, "own_keeping", lambda sight: Hiding.select()),
        instead("own readings", seen, "own_readings", lambda sight: SeenLine.select()),
        cut_out("own readings of what one may know of", seen, "own_readings", ", _something_left(sight)"),
        instead("own changes", office, "own_changes", lambda actor: AuditLine.select()),
        cut_out("own changes of who administers", office, "own_changes", " & Account.administers.is_null(False)"),
    ]
