"""A log closed together, as people do it: the contact person proposes, and everybody who signs says yes."""

from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import closing
from parentapp.models import Closing, Stafettlogg
from tests.cast import Cast

WHY = "Nå går det godt. Ring skolen om det blir vanskelig igjen."


def close(cast: Cast, child: str) -> None:
    log_id = cast.logs[child]
    holder = cast.as_(Stafettlogg.get_by_id(log_id).holder_id)
    proposed = closing.propose(holder, log_id, WHY)
    with transaction():
        sight = look(holder, log_id)
        log = sight.log(log_id)
        accounts = {each.account_id for each in sight.around}
        signing = sorted(sight.answering(log, sight.closers(log)) & accounts - {holder.account_id})
    for account in signing:
        if Closing.get_by_id(proposed).ended_at is None:
            closing.agree(cast.as_(account), proposed)
