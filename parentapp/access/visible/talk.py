"""Which conversations, and questions to the family, an actor may know exist."""

from typing import Any
from uuid import UUID

from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.enums import FAMILY, Relation
from parentapp.models import ConsentRequest, Conversation, Member


def conversations(sight: Sight) -> Any:
    """Those the actor is a member of, while the log lets the actor in. The named holder stays reachable."""
    mine = Member.select(Member.conversation).where(
        (Member.account == sight.actor.account_id) & Member.left_at.is_null()
    )
    logs = [log.id for log in sight.ties if _may_talk(sight, log)]
    return Conversation.select().where(Conversation.log.in_(logs) & Conversation.id.in_(mine))


def _may_talk(sight: Sight, log: LogFacts) -> bool:
    """Family always; a professional while their service may see anything; the named holder until the log is closed.

    Never an interpreter through somebody's eyes.
    """
    if sight.only is not None:
        return False
    relations = sight.relations(log)
    return bool(relations & FAMILY or sight.grants(log) or (Relation.HOLDER in relations and not log.closed))


def requests(sight: Sight) -> Any:
    """The family's questions and answers are the family's. A service with care knows those it is asked itself."""
    return ConsentRequest.select().where(ConsentRequest.id.in_(questions_of(sight)))


def questions_of(sight: Sight) -> list[UUID]:
    return [each.id for log in sight.logs() for each in sight.questions(log)]
