"""Which rows about network persons, and about who is kept out, an actor may know exist."""

from typing import Any

from peewee import SQL, fn

from parentapp.access.ages import guardians_are_out
from parentapp.access.days import is_here, is_or_will_be
from parentapp.access.facts import LogFacts
from parentapp.access.network import is_to_be_asked, waits_for_leader
from parentapp.access.rules import (
    checks_as_leader,
    confirms_paper,
    decides_network,
    has_own_say,
    holds_baton,
    holds_unseen,
    opens_log,
    wakes,
)
from parentapp.access.sight import Sight
from parentapp.access.visible.belonging import shown
from parentapp.access.visible.timeline import any_of
from parentapp.models import Account, Block, Guardian, NetworkPerson, NetworkProposal


def network_people(sight: Sight) -> Any:
    """Those of today who are not kept out, of the logs of which the actor is shown who belongs."""
    n, actor = NetworkPerson, sight.actor
    return n.select().where(n.log.in_(shown(sight)) & is_here(n, actor.today, actor.now) & ~_is_kept_out(n))


def staying_asked(sight: Sight) -> Any:
    """Of these, about whom the actor is asked whether they are to stay: the young person, and nobody else."""
    logs = [log for log in sight.logs() if has_own_say(sight, log)]
    asked = any_of([is_to_be_asked(log, sight.actor.today) for log in logs], NetworkPerson.id.is_null())
    return network_people(sight).where(asked)


def proposals(sight: Sight) -> Any:
    """Proposed network persons, also those over: for whose yes it takes, and for the contact person. Those that wait
    to be checked also for the leader who is to do it.
    """
    logs = [log.id for log in sight.logs() if decides_network(sight, log) or holds_baton(sight, log)]
    own = NetworkProposal.log.in_(logs)
    return NetworkProposal.select().where(any_of([own, *_to_check(sight)], own))


def checks(sight: Sight) -> Any:
    """Of these, those that wait for the actor, as leader, to check them while the log rests."""
    return NetworkProposal.select().where(any_of(_to_check(sight), NetworkProposal.id.is_null()))


def _to_check(sight: Sight) -> list[Any]:
    return [waits_for_leader(sight, log) for log in sight.ties if checks_as_leader(sight, log)]


def open_proposals(sight: Sight) -> Any:
    return proposals(sight).where(NetworkProposal.ended_at.is_null())


def blocks(sight: Sight) -> Any:
    """Who is kept out: for the contact person, or the one who asked for the log; of whom a leader is to check, for that
    leader. Never for the family.
    """
    logs = [log.id for log in sight.logs() if holds_baton(sight, log) or opens_log(sight, log)]
    logs += [log.id for log in _held_unseen(sight)]
    return Block.select().where(Block.log.in_(logs) | fn.EXISTS(_checked(sight)))


def _checked(sight: Sight) -> Any:
    """That somebody for the actor to check has the user name of whoever the block keeps out, of the same log."""
    p, barred = NetworkProposal, Account.alias("barred")
    named = checks(sight).select(SQL("1")).join(barred, on=(barred.username_hash == p.username_hash))
    return named.where((barred.id == Block.account) & (p.log == Block.log))


def _held_unseen(sight: Sight) -> list[LogFacts]:
    """The contact person registers answers to opening a closed log again, or waking one that rests. No more is seen."""
    return [log for log in sight.ties if wakes(sight, log) or (log.closed and holds_unseen(sight, log))]


def papers_waiting(sight: Sight) -> Any:
    """Guardians who sign and are kept out, until a second person has seen that they answer on paper: for those who know
    who is kept out, and for those who can confirm it. Of an adult there are no guardians.
    """
    b, g, today = Block, Guardian, sight.actor.today
    here = [log for log in sight.ties if holds_baton(sight, log) or confirms_paper(sight, log)]
    logs = [log.id for log in here + _held_unseen(sight) if not guardians_are_out(log.born, today)]
    lasts = is_or_will_be(g, today, sight.actor.now)
    signs = fn.EXISTS(g.select(SQL("1")).where((g.log == b.log) & (g.account == b.account) & g.signs & lasts))
    return b.select().where(b.log.in_(logs) & signs & b.paper_at.is_null())


def papers_to_confirm(sight: Sight) -> Any:
    """Of these, what the actor is the second person for: not of whom they keep out themselves."""
    logs = [log.id for log in sight.ties if confirms_paper(sight, log)]
    return papers_waiting(sight).where(Block.log.in_(logs) & (Block.blocked_by != sight.actor.account_id))


def attempts(sight: Sight) -> Any:
    """Proposals of somebody who is kept out of that log: for those who know that they are."""
    p, kept = NetworkProposal, Account.alias("kept")
    known = blocks(sight).join(kept, on=(kept.id == Block.account)).where(kept.username_hash == p.username_hash)
    return proposals(sight).where(fn.EXISTS(known.select(SQL("1")).where(Block.log == p.log)))


def _is_kept_out(table: Any) -> Any:
    return fn.EXISTS(Block.select(SQL("1")).where((Block.log == table.log) & (Block.account == table.account)))
