"""A guardian who signs and is kept out answers on paper. Two people record that: who keeps them out, and a second one.

The block works at once, whatever comes of this. Until the second one has seen it too their yes cannot be registered,
and is waited for all the same: nothing starts by it. Their no, or the end of a yes, can be registered at any time.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from peewee import JOIN

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require, require_second
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import guardians, recording
from parentapp.domain.people import Shown, shown_people
from parentapp.domain.pressing import Press, once
from parentapp.enums import FAMILY, NoticeKind, Relation, SeenPage, Way
from parentapp.errors import Conflict, Hidden
from parentapp.i18n import N_
from parentapp.models import Account, Block

SECOND_FIRST = N_("En til må bekrefte at denne personen svarer på papir, før et ja kan registreres. Et nei kan det nå.")
ONLY_PAPER = N_("Den som er stengt ute, sier ja på papir.")
NO_LOGIN = N_("Den som ikke har innlogging, sier ja på papir.")
WAITS = Block.alias("waits")


@dataclass(frozen=True)
class ToConfirm:
    """Never why somebody is kept out: that is the contact person's to read."""

    log: LogFacts
    child: str
    name: str
    by: Shown
    at: datetime


@dataclass(frozen=True)
class Waiting:
    """On the desk of somebody who can confirm it."""

    id: UUID
    log_id: UUID
    child: str


def page(actor: Actor, log_id: UUID, block_id: UUID) -> ToConfirm:
    """What waits, for a second one. Raises Hidden; Denied for whoever keeps that guardian out."""
    with transaction():
        sight, log = _second(actor, log_id)
        row = _row(sight, log, block_id)
        recording.seen(sight, log, SeenPage.DESK)  # another word would tell the family that there is this page
        by = shown_people(sight, log).get(row.blocked_by_id, Shown(row.blocked_by_id, None))
        return ToConfirm(log, log.child, Account.get_by_id(row.account_id).name, by, row.blocked_at)


def confirm(actor: Actor, log_id: UUID, block_id: UUID, how: str, *, press: Press | None = None) -> UUID:
    """A second one has seen it too. Nobody is told: it stands on the contact person's page. Raises as `page`."""
    with transaction():
        sight, log = _second(actor, log_id)

        def act() -> UUID:
            row = _row(sight, log, block_id)
            row.paper_by, row.paper_how, row.paper_at = actor.account_id, how, actor.now
            row.save()
            recording.audit(actor, Action.PAPER_CONFIRM, row.account_id, log)
            return block_id

        return once(actor, press, act)


def _second(actor: Actor, log_id: UUID) -> tuple[Sight, LogFacts]:
    """The sight of somebody who may confirm: before the family has answered also a colleague's. Raises Hidden."""
    sight = look(actor, log_id)
    log = sight.visited(log_id)
    log = log if log.asked else sight.log(log_id)
    require(sight, Action.PAPER_CONFIRM, log)
    return sight, log


def _row(sight: Sight, log: LogFacts, block_id: UUID) -> Any:
    """Raises Hidden, Denied."""
    row = visible.find(sight, Block, block_id)
    if row.log_id != log.id:
        raise Hidden
    require_second(sight, row.blocked_by_id, row.account_id)
    return row


def tell_what_waits(actor: Actor, log_id: UUID, block_id: UUID) -> None:
    """Those who can confirm, of a guardian who signs and is kept out from now on; of anybody else nobody is told."""
    sight = look(actor, log_id)
    log = sight.log(log_id)
    if visible.papers_waiting(sight).where(Block.id == block_id).exists():
        around = FAMILY | {Relation.NETWORK}
        near = {each.account_id for each in recording.belonging(sight, log) if each.relation in around}
        recording.tell(sight, log, NoticeKind.PAPER_WAITS, block_id, guardians.seconds(sight, log) - near)


def require_paper(sight: Sight, log: LogFacts, signer: UUID, way: Way) -> None:
    """Of whoever has no login, or is kept out, a yes is on paper, and two have seen that it is so. Raises Conflict."""
    if sight.is_on_paper(signer) and way is not Way.PAPER:
        raise Conflict(NO_LOGIN)
    mine = (Block.log == log.id) & (Block.account == signer)
    if not visible.blocks(sight).where(mine).exists():
        return
    if way is not Way.PAPER:
        raise Conflict(ONLY_PAPER)
    if visible.papers_waiting(sight).where(mine).exists():
        raise Conflict(SECOND_FIRST)


def beside_account(sight: Sight, query: Any) -> Any:
    """A query of the actor's account, with a row more for each that the actor can confirm."""
    there = visible.papers_to_confirm(sight).select(Block.id)
    query = query.select_extend(WAITS.id.alias("paper"), WAITS.log.alias("paper_log"))
    return query.join_from(Account, WAITS, JOIN.LEFT_OUTER, on=WAITS.id.in_(there))


def waiting(sight: Sight, rows: list[Any]) -> list[Waiting]:
    """`rows`: of such a query. A name is opened only where something waits: the actor may belong to logs unseen."""
    logs = {log.id: log for log in sight.ties}
    found = {row.paper: Waiting(row.paper, row.paper_log, logs[row.paper_log].child) for row in rows if row.paper}
    return sorted(found.values(), key=lambda each: (each.child, each.id))
