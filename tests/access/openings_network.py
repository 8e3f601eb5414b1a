"""The conditions of `access` about network persons and who is kept out, each opened. Part of `openings`."""

from peewee import SQL

from parentapp.access import ages, rules
from parentapp.access import network as deciding
from parentapp.access.visible import network as known
from parentapp.access.visible import telling
from parentapp.models import Account, Block, NetworkPerson, NetworkProposal
from tests.access.removals import Removal, cut_out, instead

ALWAYS = SQL("(1 = 1)")
LATER = " if (turned := birthday(born, age))"
MIDNIGHT = " | (n.kept_at < midnight_after(turned - timedelta(days=1)))"


def conditions() -> list[Removal]:
    """Whose yes it takes, who can be let in, and who knows of whom."""

    kept = ".where(kept.username_hash == p.username_hash)"
    return [
        instead("whose yes a network person takes", rules, "decides_network", lambda sight, log: True),
        cut_out("an own say in it", rules, "decides_network", "has_own_say(sight, log) or "),
        cut_out("guardians' say in it", rules, "decides_network", " or is_guardian(sight, log)"),
        cut_out("not before the log's own yes", rules, "decides_network", " and not log.asked"),
        instead("who is asked about a network person", deciding, "deciders", lambda sight, log: frozenset({log.id})),
        cut_out("guardians of today, about a network person", deciding, "deciders", " and each.active"),
        cut_out("the young person, about a network person", deciding, "deciders", "if grown else", "if False else"),
        cut_out(
            "one who cannot log in", deciding, "deciders", "{log.youth_id or NO_ACCOUNT}", "{log.youth_id} - {None}"
        ),
        instead("everybody's yes", deciding, "is_agreed", lambda sight, log, yeses: True),
        cut_out("somebody to ask", deciding, "is_agreed", "bool(asked) and "),
        instead(
            "who can become one", deciding, "can_become", lambda sight, log, hashed: Account.username_hash == hashed
        ),
        cut_out("by that user name", deciding, "can_become", "named(log, hashed) & "),
        cut_out("helpers cannot become one", deciding, "can_become", ", *helping"),
        instead("guardians cannot become one", deciding, "_is_not", lambda table, log, sight: ALWAYS),
        instead("network persons one knows of", known, "network_people", lambda sight: NetworkPerson.select()),
        instead("network persons kept out", known, "_is_kept_out", lambda table: SQL("(1 = 0)")),
        instead("proposals one knows of", known, "proposals", lambda sight: NetworkProposal.select()),
        instead("proposals that are open", known, "open_proposals", known.proposals),
        instead("who one knows is kept out", known, "blocks", lambda sight: Block.select()),
        instead("attempts one knows of", known, "attempts", lambda sight: NetworkProposal.select()),
        cut_out("attempts of who is kept out", known, "attempts", kept),
        instead("notices of open proposals", telling, "_of_network", lambda sight: ALWAYS),
        *_staying(),
        *_on_paper(),
        *_at_rest(),
    ]


def _at_rest() -> list[Removal]:
    """Who checks while the log rests, and what they know of it."""
    tied = "(tie.relation, tie.unit_id) == (Relation.LEADER, log.holder_unit_id)"
    return [
        instead("a leader who checks", rules, "checks_as_leader", lambda sight, log: True),
        cut_out("whose leader checks", rules, "checks_as_leader", "tied and "),
        cut_out("the leader of that unit checks", rules, "checks_as_leader", tied, "True"),
        cut_out("only while it rests", rules, "checks_as_leader", " and leader_checks(sight, log)"),
        instead("only in a log that rests", deciding, "leader_checks", lambda sight, log: True),
        cut_out("nobody in a frozen one", deciding, "leader_checks", " and not log.frozen_until"),
        cut_out("somebody to have said it", deciding, "waits_for_leader", "not asked", "False"),
        cut_out("to check in that log", deciding, "waits_for_leader", "(p.log == log.id) & "),
        cut_out("to check until it is over", deciding, "waits_for_leader", " & p.ended_at.is_null()"),
        cut_out("to check once all said yes", deciding, "waits_for_leader", " & a.yes"),
        cut_out("yes by each whose yes it takes", deciding, "waits_for_leader", " & (a.account == each)"),
        cut_out("yes to that proposal", deciding, "waits_for_leader", "(a.proposal == p.id) & "),
        instead("whom one is to check", known, "checks", lambda sight: NetworkProposal.select()),
        cut_out("to check as their leader", known, "_to_check", " if checks_as_leader(sight, log)"),
        cut_out("kept out, and to check", known, "_checked", "(barred.id == Block.account) & "),
        cut_out("kept out of that log, and to check", known, "_checked", " & (p.log == Block.log)"),
        instead("notices of whom to check", telling, "_of_checks", lambda sight: ALWAYS),
    ]


def _staying() -> list[Removal]:
    """Who is asked which of them are to stay, about whom, and until when."""
    unsaid, before = " & unsaid", " & (n.since < turned)"
    return [
        cut_out("the young person is asked who stays", known, "staying_asked", " if has_own_say(sight, log)"),
        instead("birthdays on which it is asked", ages, "asked_who_stays", lambda born, day: None),
        cut_out("and not before them", ages, "asked_who_stays", " if (turned := birthday(born, age)) <= day", LATER),
        instead("of whom it is asked", known, "staying_asked", known.network_people),
        cut_out("of those who are here", known, "staying_asked", "network_people(sight)", "NetworkPerson.select()"),
        cut_out("of each log its own", deciding, "is_to_be_asked", "(n.log == log.id) & "),
        cut_out("until it is answered", deciding, "is_to_be_asked", unsaid),
        cut_out("who came in before", deciding, "is_to_be_asked", before),
        cut_out("answered on an earlier birthday", deciding, "is_to_be_asked", MIDNIGHT),
        instead("notices of who is to stay", telling, "_of_staying", lambda sight: ALWAYS),
        cut_out("notices until it is answered", telling, "_of_staying", "asked & "),
        cut_out("notices of that birthday", telling, "_of_staying", " & (Notice.day == day)"),
    ]


def _on_paper() -> list[Removal]:
    """Who knows that a guardian who is kept out is to answer on paper, who confirms it, and until when it waits."""
    not_oneself = " & (Block.blocked_by != sight.actor.account_id)"
    grown = " if not guardians_are_out(log.born, today)"
    return [
        instead("who confirms an answer on paper", rules, "confirms_paper", lambda sight, log: True),
        cut_out("nothing to the child besides, on paper", rules, "confirms_paper", " and is_at_work(sight, log)"),
        instead("papers that wait", known, "papers_waiting", lambda sight: Block.select()),
        cut_out("papers of those who sign", known, "papers_waiting", " & signs &", " &"),
        cut_out("papers of a guardian of today", known, "papers_waiting", " & lasts"),
        cut_out("papers of a guardian who has a say", known, "papers_waiting", " & g.signs"),
        cut_out("papers that wait still", known, "papers_waiting", " & b.paper_at.is_null()"),
        cut_out("papers of no adult", known, "papers_waiting", grown),
        cut_out("the contact person knows of papers", known, "papers_waiting", "holds_baton(sight, log) or "),
        instead("papers one can confirm", known, "papers_to_confirm", known.papers_waiting),
        cut_out("papers of whom one keeps out oneself", known, "papers_to_confirm", not_oneself),
        cut_out(
            "who is kept out of a closed log",
            known,
            "_held_unseen",
            " if wakes(sight, log) or (log.closed and holds_unseen(sight, log))",
        ),
        instead("papers, of a closed log", known, "_held_unseen", lambda sight: []),
        instead("notices of papers", telling, "_of_paper", lambda sight: ALWAYS),
    ]
