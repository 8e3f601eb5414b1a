"""The conditions of `access` about what happens because time passes, each opened. Part of `openings`."""

from datetime import date

from peewee import SQL

from parentapp.access import ages, asked, coming, consent, ending, watching
from parentapp.access.history import Decision
from parentapp.access.sight import Sight
from parentapp.access.visible import telling
from tests.access.removals import Removal, cut_out, instead

ALWAYS = SQL("(1 = 1)")
Course = consent._Course


def conditions() -> list[Removal]:
    """Who is reminded of what, and who is shown it."""
    renewed = " if not last_longer(asked, request, each, grant.until)"
    return [
        instead("having said yes for longer", ending, "last_longer", lambda *_: False),
        cut_out("for longer, to the same service", ending, "last_longer", "each.unit_id == request.unit_id and "),
        cut_out("for longer, to a question that is replaced", ending, "last_longer", " and each.replaced_at is None"),
        cut_out("soon", ending, "_ending", " if left <= step"),
        cut_out("the latest step", ending, "_ending", "min(steps)", "max(steps)"),
        cut_out("whoever has not said yes again", ending, "_ending", renewed),
        instead("going on through another question", ending, "_goes_on", lambda *_: False),
        cut_out("of the same service", ending, "_goes_on", "each.unit_id == request.unit_id and "),
        instead("open logs", watching, "_is_open", lambda: ALWAYS),
        instead("which log is watched", watching, "watch", lambda actor, log_id: None),
        instead("which logs are watched", watching, "open_logs", lambda actor: []),
        instead("what runs", Sight, "running", lambda self, log: ()),
        instead("reminders of what one may not know of", telling, "_of_ending", lambda sight: ALWAYS),
        cut_out("as long as it ends that day", telling, "_of_ending", " & (Notice.day == grant.until)"),
        cut_out("what ends, of questions one may know of", telling, "_of_ending", " if grant.request_id in known"),
        *_of_birthdays(),
        *_of_renewals(),
    ]


def _of_renewals() -> list[Removal]:
    """By which row of ages a consent is renewed, and what is no renewal."""
    both = " if self.since else strictest_of(self.row(day), self._of_day(day))"
    return [
        instead("the row of a renewal", Decision, "is_longer_than", lambda self, before: False),
        instead("less is no renewal", Decision, "is_longer_than", lambda self, before: True),
        instead("until when all have said", Course, "_longest", lambda self, day: date.max),
        cut_out("renewed by whom that row needs", Course, "_agree", "asked and "),
        cut_out("no longer than they have said", Course, "_agree", "min(until, longest)", "until"),
        cut_out("all whom that row needs", Course, "_longest", " if self._is_complete(day) else self.until"),
        cut_out("both rows, where it has ended", Course, "next_row", both),
        cut_out("its own row, until it has run", Course, "next_row", "not self.has_run", "False"),
        instead("a row that came between", Course, "row", lambda self, day: self.bound),
        instead("the strictest of both", ages, "strictest_of", lambda one, other: other),
        instead("and not only of the newer", ages, "strictest_of", lambda one, other: one),
        cut_out("a no to going on is no end", Course, "_answer", "decision.answer is Answer.RUNS_OUT", "False"),
        instead("who has said no to going on", ending, "_has_declined", lambda request, signer, until: False),
        cut_out(
            "a no of long ago is none to going on",
            ending,
            "_has_declined",
            " or local_date(last.at) >= until - SOON",
            " or True",
        ),
        cut_out("nor is a yes", ending, "_has_declined", " or last.answer is Answer.YES"),
        cut_out(
            "a no on paper counts all the same", asked, "overtaken", "yes or each.answer is not Answer.RUNS_OUT", "1"
        ),
        instead("whose yes a renewal needs", consent, "asked_for", consent.needed_for),
    ]


def _of_birthdays() -> list[Removal]:
    """What comes, who is told when, and what the young person may stop from then on."""
    nobody: frozenset[object] = frozenset()
    something = " and (each.signs or each.alone or (guarded and _of_guardians(each)))"
    return [
        instead("the young person is told ahead", ages, "signs_soon", lambda born, row, day: False),
        cut_out("no sooner", ages, "signs_soon", "first - AHEAD <= "),
        instead("whose no counts ahead", consent, "told_ahead", lambda request, family, day: nobody),
        cut_out("never of a pregnant woman", coming, "coming", "[] if family.pregnant else "),
        cut_out("questions that are open", coming, "coming", " if each.replaced_at is None"),
        cut_out("something changes", coming, "coming", something),
        cut_out("only with guardians", coming, "coming", "guarded and "),
        cut_out("within ninety days", coming, "_coming", "not when - AHEAD <= day < when", "False"),
        cut_out("guardians later", coming, "_coming", "answered or day >= when - GUARDIANS_AHEAD", "True"),
        cut_out("answered all of it", coming, "_coming", "bool(changing) and all", "any"),
        cut_out("answered since being told", coming, "_has_answered", "local_date(each.at) >= since", "True"),
        instead("what the table says", coming, "_ages", lambda asked: set()),
        instead("what changes for guardians", coming, "_of_guardians", lambda each: False),
        instead("who knows what comes", coming, "known", lambda sight, log: ()),
        cut_out("guardians, when it is their turn", coming, "known", "each.tells_guardians and "),
        cut_out("nobody but guardians", coming, "known", " and Relation.GUARDIAN in relations"),
        cut_out("the contact person, without a login", coming, "known", " and family.youth is None"),
        cut_out("in a log that is open", coming, "known", " or log.closed or log.asked"),
        instead("somebody is guardian", coming, "guarded", lambda sight, log: False),
        cut_out("a guardian of today", coming, "guarded", " and each.active"),
        cut_out("the questions of the log", coming, "_asked", " if each.log_id == log.id"),
        instead("birthdays one may not know of", telling, "_of_birthday", lambda sight: ALWAYS),
        cut_out("of that day", telling, "_of_birthday", " & (Notice.day == each.day)"),
        instead("what was kept back", telling, "_of_kept_back", lambda sight: ALWAYS),
        cut_out("an own say", telling, "_of_kept_back", " if has_own_say(sight, log)"),
    ]


# What is not taken away.
LET_BE = (
    "ending.endings",  # puts together what stands above
    *("consent._Course._told", "consent._told"),  # told_ahead
    *("consent._bound", "consent._Course._of_day"),  # another name for what stands above
    *(f"coming.Coming.{age}" for age in ("own_say", "own_health", "grown")),  # words on a page
)
