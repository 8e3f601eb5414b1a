"""Who is kept out; and answers to closing a log, and to opening it again, that are given on paper."""

from typing import Any

from parentapp import clock
from parentapp.domain import blocks, notices
from parentapp.domain.registering import Told
from parentapp.enums import Answer, NoticeKind, Way
from parentapp.models import Block, Stafettlogg
from tests.cast import Cast


def told(cast: Cast, who: str, answer: Answer = Answer.YES, **more: Any) -> Told:
    given = {"way": Way.PAPER, "day": clock.today(), "language": "so"} | more
    return Told(signer=cast.accounts[who], answer=answer, **given)


def is_closed(cast: Cast, child: str = "amina") -> bool:
    return Stafettlogg.get_by_id(cast.logs[child]).closed_at is not None


def block(cast: Cast, who: str, child: str = "amina") -> None:
    """Kept out; that they answer on paper waits for a second person."""
    how = {"blocked_by": cast.accounts["kari"], "reason": "Kontaktforbud.", "blocked_at": cast.now}
    Block.create(log=cast.logs[child], account=cast.accounts[who], **how)


def second(cast: Cast) -> None:
    """Somebody else has seen it too."""
    for row in Block.select().where(Block.paper_at.is_null()):
        row.paper_by, row.paper_how, row.paper_at = cast.accounts["lina"], "Viste vedtaket.", cast.now
        row.save()


def kinds(cast: Cast, who: str) -> list[NoticeKind]:
    return [each.kind for each in notices.news(cast.actor(who))]


def waits_on_paper(cast: Cast) -> Cast:
    """Kari keeps out Yusuf, who signs for Amina: it waits for a second one who has seen that he answers on paper."""
    blocks.keep_out(cast.actor("kari"), cast.logs["amina"], "yusuf", "Besøksforbud.")
    return cast
