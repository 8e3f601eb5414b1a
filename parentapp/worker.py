"""Delivers due notices, every two seconds. Knows accounts and channels; of the families it knows nothing."""

import logging
import time
from collections.abc import Callable

from parentapp import clock
from parentapp.access.actor import SystemActor
from parentapp.channels.file import FileChannel
from parentapp.db import fresh
from parentapp.domain import notices

PAUSE = 2.0  # seconds
logger = logging.getLogger(__name__)


def run(channel: FileChannel, keep_going: Callable[[], bool] = lambda: True) -> None:
    """Deliver until told to stop. What was half-way when it last stopped is unknown, and not sent again."""
    fresh()
    notices.give_up_unknown(_actor())
    while keep_going():
        try:
            fresh()
            deliver_due(channel)
        except Exception:  # the next round tries again; a worker that has died tells nobody anything
            logger.exception("a round of deliveries failed")
        time.sleep(PAUSE)


def deliver_due(channel: FileChannel) -> int:
    """Hand over everything that waits. Returns how many."""
    actor = _actor()
    due = notices.claim(actor)
    for each in due:
        channel.deliver(each.account_id, each.locale)
    notices.delivered(actor, [each.id for each in due])
    return len(due)


def _actor() -> SystemActor:
    return SystemActor("worker", clock.now())
