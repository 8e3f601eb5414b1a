"""Who is kept out of a log: the page of it, for the contact person alone, and keeping somebody out by user name."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from peewee import JOIN

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can
from parentapp.access.sight import Sight
from parentapp.db import transaction
from parentapp.domain import families, on_paper, recording, throttling
from parentapp.domain.accounts import username_hash
from parentapp.domain.guardians import adding
from parentapp.domain.people import Shown, shown_people
from parentapp.domain.pressing import Press, once
from parentapp.enums import SeenPage
from parentapp.errors import Unknown
from parentapp.models import Account, Block, NetworkProposal


@dataclass(frozen=True)
class KeptOut:
    name: str
    by: Shown
    at: datetime
    reason: str | None
    waits: bool  # a guardian who signs, until a second person has seen that they answer on paper
    paper_by: Shown | None  # who has seen it


@dataclass(frozen=True)
class Attempt:
    """Somebody proposed one who is kept out: a person should talk to them."""

    name: str  # as they wrote it
    by: Shown
    at: datetime


@dataclass(frozen=True)
class BlocksPage:
    log: LogFacts
    child: str
    kept_out: list[KeptOut]
    attempts: list[Attempt]
    may_keep_out: bool


def page(actor: Actor, log_id: UUID) -> BlocksPage:
    """Raises Hidden. In the access log it is as looking at who belongs: a line of its own would tell the family."""
    with transaction():
        sight, log = adding(actor, log_id, Action.BLOCKS_SEE)
        recording.seen(sight, log, SeenPage.PEOPLE)
        people = shown_people(sight, log)
        tried = visible.attempts(sight).where(NetworkProposal.log == log.id).order_by(NetworkProposal.at.desc())
        may = can(sight, Action.PERSON_BLOCK, log)
        return BlocksPage(log, log.child, kept_out(sight, log), [_attempt(row, people) for row in tried], may)


def kept_out(sight: Sight, log: LogFacts) -> list[KeptOut]:
    """The newest first."""
    people, by = shown_people(sight, log), Account.alias("by")
    rows = visible.blocks(sight).where(Block.log == log.id).order_by(Block.blocked_at.desc(), Block.id)
    second, waits = Account.alias("second"), Block.id.in_(visible.papers_waiting(sight).select(Block.id))
    names = (Account.name_sealed.alias("named"), by.name_sealed.alias("by_named"), second.name_sealed.alias("seconded"))
    rows = rows.select_extend(*names, waits.alias("waits"))
    rows = rows.join(Account, on=(Account.id == Block.account)).join_from(Block, by, on=(by.id == Block.blocked_by))
    rows = rows.join_from(Block, second, JOIN.LEFT_OUTER, on=(second.id == Block.paper_by))
    return [_kept_out(row, people) for row in rows.objects()]


def keep_out(actor: Actor, log_id: UUID, username: str, reason: str, *, press: Press | None = None) -> UUID:
    """Whoever has that user name is kept out from now on, and is never told.

    Raises Hidden, Denied, Conflict; Unknown where there is nobody, or somebody who is or cannot be kept out; Throttled.
    """
    with transaction():
        _, log = adding(actor, log_id, Action.BLOCKS_SEE)
        throttling.count("by_name", f"{log.id}|{actor.account_id}", actor.now)
    with transaction():
        _, log = adding(actor, log_id, Action.BLOCKS_SEE)

        def act() -> UUID:
            others = [log.holder_id, actor.account_id, log.youth_id or log.id]
            before = Block.select(Block.account).where(Block.log == log.id)
            there = (Account.username_hash == username_hash(username)) & (Account.municipality == log.municipality_id)
            free = Account.id.not_in(others) & Account.id.not_in(before)
            row = Account.select(Account.id).where(there & free).get_or_none()
            if row is None:
                raise Unknown
            kept = families.block(actor, log_id, row.id, reason)
            on_paper.tell_what_waits(actor, log_id, kept)
            return kept

        return once(actor, press, act)


def _kept_out(row: Any, people: dict[UUID, Shown]) -> KeptOut:
    second = _by(row.paper_by_id, row.seconded, people) if row.paper_by_id else None
    by = _by(row.blocked_by_id, row.by_named, people)
    return KeptOut(_name(row.account_id, row.named), by, row.blocked_at, row.reason, bool(row.waits), second)


def _attempt(row: Any, people: dict[UUID, Shown]) -> Attempt:
    return Attempt(row.name, people.get(row.proposer_id, Shown(row.proposer_id, None)), row.at)


def _by(account: UUID, sealed: bytes, people: dict[UUID, Shown]) -> Shown:
    """A contact person of before is named too: it is a colleague's decision."""
    return people.get(account) or Shown(account, _name(account, sealed))


def _name(account: UUID, sealed: bytes) -> str:
    name: str = Account(id=account, name_sealed=sealed).name
    return name
