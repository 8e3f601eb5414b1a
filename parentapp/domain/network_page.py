"""Network persons as somebody may see them: who is one, who is proposed, one's own answer and nobody else's."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from peewee import JOIN

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.ages import age_on, asked_who_stays
from parentapp.access.facts import LogFacts
from parentapp.access.network import is_agreed, leader_checks
from parentapp.access.policy import can
from parentapp.access.sight import Sight
from parentapp.db import transaction
from parentapp.domain import recording
from parentapp.domain.blocks import KeptOut, kept_out
from parentapp.domain.guardians import adding
from parentapp.domain.network import open_one, said_yes
from parentapp.domain.people import Shown, shown_people
from parentapp.enums import Closeness, Relation, SeenPage
from parentapp.models import Account, NetworkAnswer, NetworkPerson, NetworkProposal

P, A, N = NetworkProposal.alias("proposal"), NetworkAnswer.alias("said"), NetworkPerson.alias("stays")


@dataclass(frozen=True)
class ShownProposal:
    id: UUID
    name: str  # as whoever proposed it wrote it
    closeness: Closeness
    by: Shown
    at: datetime
    agreed: bool  # by all: now somebody checks
    mine: bool | None  # the reader's own answer
    may_take_back: bool


@dataclass(frozen=True)
class NetworkPart:
    """Of «Hvem er med»."""

    people: list[Shown]
    asked: frozenset[UUID]  # of whom the reader, the young person, is asked whether they are to stay
    since: int | None  # so old the young person was when that was first asked; None where it is not
    proposals: list[ShownProposal]
    may_propose: bool
    may_answer: bool
    may_check: bool
    leader_checks: bool  # and not the contact person: the log rests
    may_remove: bool
    may_see_blocks: bool


@dataclass(frozen=True)
class ToPropose:
    log: LogFacts
    child: str
    own: bool
    family: bool


@dataclass(frozen=True)
class ToCheck:
    log: LogFacts
    child: str
    name: str
    closeness: Closeness
    by: Shown
    agreed: bool
    tried: bool  # whoever has that user name is kept out
    kept_out: list[KeptOut]


def to_propose(actor: Actor, log_id: UUID) -> ToPropose:
    """For an empty form. Raises Hidden, Denied, Conflict."""
    with transaction():
        sight, log = adding(actor, log_id, Action.NETWORK_PROPOSE)
        recording.seen(sight, log, SeenPage.PEOPLE)
        return ToPropose(log, log.child, log.youth_id == actor.account_id, sight.is_family(log))


def to_answer(actor: Actor, log_id: UUID) -> None:
    """For somebody who sent neither yes nor no. Raises Hidden, Denied, Conflict."""
    with transaction():
        adding(actor, log_id, Action.NETWORK_ANSWER)


def to_check(actor: Actor, log_id: UUID, proposal_id: UUID) -> ToCheck:
    """What the contact person looks at before letting somebody in. Raises Hidden, Denied, Conflict."""
    with transaction():
        sight, log = adding(actor, log_id, Action.NETWORK_LET_IN)
        row = open_one(sight, log, proposal_id)
        recording.seen(sight, log, SeenPage.PEOPLE)
        return ToCheck(
            log=log,
            child=log.child,
            name=row.name,
            closeness=row.closeness,
            by=shown_people(sight, log).get(row.proposer_id, Shown(row.proposer_id, None)),
            agreed=is_agreed(sight, log, said_yes(proposal_id)),
            tried=visible.attempts(sight).where(NetworkProposal.id == proposal_id).exists(),
            kept_out=kept_out(sight, log),
        )


def beside_account(sight: Sight, log: LogFacts, query: Any) -> Any:
    """A query of the actor's account, with a row more for each answer to what is proposed in the log, and for each one
    of whom it is asked whether they are to stay.
    """
    there = visible.open_proposals(sight).where(NetworkProposal.log == log.id).select(NetworkProposal.id)
    columns = (P.id, P.name_sealed, P.closeness, P.proposer, P.at, A.account, A.yes)
    names = ("proposal", "proposed", "closeness", "proposer", "proposed_at", "answerer", "yes")
    query = query.select_extend(*(column.alias(f"n_{name}") for column, name in zip(columns, names, strict=True)))
    query = query.join_from(Account, P, JOIN.LEFT_OUTER, on=P.id.in_(there))
    query = query.join_from(P, A, JOIN.LEFT_OUTER, on=(A.proposal == P.id))
    stays = visible.staying_asked(sight).where(NetworkPerson.log == log.id).select(NetworkPerson.id)
    return query.select_extend(N.account.alias("n_stays")).join_from(Account, N, JOIN.LEFT_OUTER, on=N.id.in_(stays))


def part(sight: Sight, log: LogFacts, people: dict[UUID, Shown], rows: Iterable[Any]) -> NetworkPart:
    """`rows`: of such a query."""
    rows = list(rows)
    asked, turned = {row.n_stays for row in rows} - {None}, asked_who_stays(log.born, sight.actor.today)
    around = [each for each in sight.around if each.log_id == log.id and each.relation is Relation.NETWORK]
    here = sorted({each.account_id for each in around if each.active})
    return NetworkPart(
        people=[people[account] for account in here],
        asked=frozenset(asked),
        since=age_on(log.born, turned) if asked and turned else None,
        proposals=_proposals(sight, log, people, rows),
        may_propose=can(sight, Action.NETWORK_PROPOSE, log),
        may_answer=can(sight, Action.NETWORK_ANSWER, log),
        may_check=can(sight, Action.NETWORK_LET_IN, log),
        leader_checks=leader_checks(sight, log),
        may_remove=can(sight, Action.NETWORK_REMOVE, log),
        may_see_blocks=can(sight, Action.BLOCKS_SEE, log),
    )


def _proposals(sight: Sight, log: LogFacts, people: dict[UUID, Shown], rows: Iterable[Any]) -> list[ShownProposal]:
    """Of a log that is closed none: nobody answers there."""
    answers: dict[UUID, dict[UUID, bool]] = {}
    found = {}
    for row in rows:
        if row.n_proposal and not log.closed:
            found[row.n_proposal] = row
            answers.setdefault(row.n_proposal, {}).update({row.n_answerer: bool(row.n_yes)} if row.n_answerer else {})
    ordered = sorted(found.values(), key=lambda row: (row.n_proposed_at, row.n_proposal))
    return [_shown(sight, log, people, row, answers[row.n_proposal]) for row in ordered]


def _shown(
    sight: Sight, log: LogFacts, people: dict[UUID, Shown], row: Any, answers: dict[UUID, bool]
) -> ShownProposal:
    me = sight.actor.account_id
    sealed = NetworkProposal(id=row.n_proposal, log=log.id, name_sealed=row.n_proposed)
    return ShownProposal(
        id=row.n_proposal,
        name=sealed.name,
        closeness=row.n_closeness,
        by=people.get(row.n_proposer, Shown(row.n_proposer, None)),
        at=row.n_proposed_at,
        agreed=is_agreed(sight, log, {account for account, yes in answers.items() if yes}),
        mine=answers.get(me),
        may_take_back=row.n_proposer == me and can(sight, Action.NETWORK_TAKE_BACK, log),
    )
