"""The conditions of `access` about closing a log together, and about freezing one, each opened. Part of `openings`."""

from uuid import UUID

from peewee import SQL, fn

from parentapp.access import circle, freezing, rules, sight
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.access.visible import closing
from parentapp.access.visible import freezing as known
from parentapp.models import Birth, Closing, Freeze
from tests.access.removals import Removal, cut_out, instead

CARING = " - self.consents.families[log.id].caring(self.actor.today)"


def _whoever_is_around(sight: Sight, log: LogFacts) -> frozenset[UUID]:
    return frozenset(each.account_id for each in sight.around)


def conditions() -> list[Removal]:
    """Whose yes it takes, and who knows that somebody has proposed it."""
    return [
        instead("signing for the log", rules, "closes", lambda sight, log: True),
        instead("whose yes closes", Sight, "closers", lambda sight, log: frozenset({sight.signer(log)})),
        cut_out("closing what was only asked for", Sight, "closers", "log.asked or "),
        instead("proposals to close one knows of", closing, "closings", lambda sight: Closing.select()),
        cut_out("care, of a closed log", rules, "closes", " and (sight.is_family(log) or not log.closed)"),
        instead("asking to open it again", rules, "asks_reopening", lambda sight, log: True),
        cut_out("the contact person of a log out of sight", rules, "holds_unseen", "is_named_holder(sight, log) and "),
        instead("registering an answer to that", rules, "holds_unseen", lambda sight, log: True),
        instead("whose answer to closing is registered", Sight, "closers_by_hand", _whoever_is_around),
        cut_out("care, of answers on paper", Sight, "closers_by_hand", CARING),
        cut_out("who cannot answer yet, on paper", Sight, "closers_by_hand", " - {NO_ACCOUNT}"),
        instead("answering whether it is opened again", rules, "answers_reopening", lambda sight, log: True),
        cut_out("a question of before it was closed", Sight, "reopening", " and each.asked_at >= log.closed_at"),
        cut_out("all else of a closed log", Sight, "concerns", "if log.closed and", "if False and"),
        cut_out("care, where nobody has asked", Sight, "signer", "not log.closed or self.reopening(log)", "True"),
        cut_out("consents of a closed log", sight, "read_consents", "not by_id[request.log_id].closed", "True"),
        cut_out("a freeze of a closed log", rules, "freezes", " or log.closed"),
        cut_out("whoever would see a closed log, of a freeze", Sight, "asleep", " or log.closed"),
        instead("that a log is frozen", freezing, "is_frozen", lambda log, now: SQL("(1 = 0)")),
        instead("until when a log is frozen", freezing, "frozen_until", lambda log, now: fn.NULLIF(1, 1)),
        cut_out("a freeze that is over", freezing, "_running", " & (running.until > now)"),
        instead("who is let into a frozen log", freezing, "let_in", frozenset),
        instead("who is around a frozen log", circle, "_as_frozen", lambda each, around: each),
        cut_out("one of the family who helps too", freezing, "let_in", "frozenset() if relations & AROUND else "),
        cut_out("guests and interpreters of a frozen log", freezing, "let_in", " & AT_WORK"),
        cut_out("whom a frozen log is about", freezing, "let_in", "if Relation.SUBJECT in relations", "if False"),
        cut_out("nothing to the child besides", freezing, "is_at_work", " and not relations & (FAMILY | AROUND)"),
        instead("who ends a freeze", freezing, "may_end", lambda me, holder, signed: True),
        cut_out("the contact person ends it", freezing, "may_end", "me == holder or "),
        cut_out("who confirmed ends it", freezing, "may_end", " or me in signed"),
        instead("freezes one knows of", known, "freezes", lambda sight: Freeze.select()),
        cut_out("freezes of one's own, out of sight", known, "freezes", " | own"),
        cut_out("a freeze the contact person did not press", known, "freezes", " | f.log.in_(held)"),
        *_births(),
    ]


def _births() -> list[Removal]:
    """That the child is born: who says so, and who knows of it."""
    return [
        instead("a birth, said by her", rules, "expects", lambda sight, log: True),
        cut_out("a birth, before her yes", rules, "expects", " and not log.asked"),
        cut_out("a birth, of a pregnancy alone", rules, "expects", "log.pregnant and "),
        instead("a birth, said with her word", rules, "hears_of_birth", lambda sight, log: True),
        cut_out("a birth, said by who is at work", rules, "hears_of_birth", " and is_at_work(sight, log)"),
        cut_out("a birth, with her word, of a pregnancy", rules, "hears_of_birth", "log.pregnant and "),
        instead("births one knows of", closing, "births", lambda sight: Birth.select()),
    ]
