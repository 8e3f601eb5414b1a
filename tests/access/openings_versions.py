"""The conditions of `access` about how others saw what stands in the log, each opened or taken away. See `openings`."""

from peewee import SQL

from parentapp.access import versions
from parentapp.access.visible import beside
from tests.access.removals import Removal, cut_out, instead


def conditions() -> list[Removal]:
    opener = "    if log.asked:\n        able.add(log.opener_id)\n"
    return [
        cut_out("a version goes with its entry", beside, "versions", " & beside_readable"),
        cut_out("no version for network persons", beside, "versions", "Version.log.in_(_where_told(sight)) & "),
        instead("how many stand beside", beside, "versions_beside", lambda sight: SQL("1")),
        instead("where versions are told of", beside, "_where_told", lambda sight: [log.id for log in sight.logs()]),
        instead("who is to answer", versions, "who_answers", lambda author, readers, log: log.holder_id),
        cut_out("whoever reads it answers", versions, "who_answers", " if each in able"),
        cut_out("no network person answers", versions, "who_answers", " if person.relation in FAMILY | STAFF"),
        cut_out("before the first yes its opener answers", versions, "who_answers", opener),
    ]


LET_BE = ()
