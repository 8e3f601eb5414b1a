"""Delivers due notices one at a time, every two seconds; chains the access log. Knows of the families nothing."""

import fcntl
import logging
import os
from collections.abc import Callable
from time import sleep

from peewee import SqliteDatabase

from parentapp import clock, migrating
from parentapp.access.actor import SystemActor
from parentapp.channels.choosing import NO_CHANNEL, Channel
from parentapp.db import database, fresh, settle
from parentapp.domain import notices
from parentapp.domain.notices import Due
from parentapp.heads import Exporter

PAUSE = 2.0  # seconds
LOCK = migrating.LOCK + 1  # any other number, as long as it is always this one
logger = logging.getLogger(__name__)


def run(
    channel: Channel | None, keep_going: Callable[[], bool] = lambda: True, exporter: Exporter | None = None
) -> None:
    """Deliver until told to stop, as the only worker of this database; a second one waits for its turn.

    Without a channel nothing is claimed. What was half-way when a worker stopped is unknown, and not sent again.
    Without an exporter the access log is not chained.
    """
    if channel is None:
        logger.warning(NO_CHANNEL)
    turn = Turn()
    try:
        while keep_going():
            _round(channel, turn, keep_going, exporter)
            sleep(PAUSE)
    finally:
        turn.give_back()


def deliver_due(channel: Channel, keep_going: Callable[[], bool] = lambda: True) -> int:
    """Hand over everything that waits, each marked just before. Returns how many; one that fails stops no other."""
    count = 0
    while keep_going() and (due := notices.claim(_actor(), 1)):
        _deliver(channel, due[0])
        count += 1
    return count


class Turn:
    """Whose turn it is to deliver from this database: one worker's, until it stops or loses its connection.

    SQLite: a lock on a file beside the database. PostgreSQL: a lock of the very connection that marks the notices, so
    that whoever has lost the one can do no harm with the other.
    """

    def __init__(self) -> None:
        self._waits = False
        self._file = _lock_file()

    def mine(self) -> bool:
        """Ask anew each round, on a fresh connection. Says once that it waits, and once that it no longer does."""
        mine = _locked(self._file) if self._file is not None else _locked_by_connection()
        if self._waits is mine:
            logger.warning(
                "The other worker has stopped; this one delivers now."
                if mine
                else "Another worker delivers from this database; this one waits until that one has stopped."
            )
        self._waits = not mine
        return mine

    def give_back(self) -> None:
        """Let the next one in: both locks end with what holds them."""
        settle()
        database.close()
        if self._file is not None:
            os.close(self._file)


def _round(channel: Channel | None, turn: Turn, keep_going: Callable[[], bool], exporter: Exporter | None) -> None:
    try:
        fresh()
        if not turn.mine():
            return
        if exporter is not None:
            _chain(exporter)
        if channel is not None:
            notices.give_up_unknown(_actor())
            deliver_due(channel, keep_going)
    except Exception:  # the next round tries again; a worker that has died tells nobody anything
        logger.exception("a round of deliveries failed")


def _chain(exporter: Exporter) -> None:
    try:
        exporter.round(_actor())
    except Exception:  # whatever is wrong with it, the notices are to go out
        logger.exception("the access log could not be chained, or its heads not exported")


def _deliver(channel: Channel, due: Due) -> None:
    try:
        channel.deliver(due.account_id, due.locale)
    except Exception as error:  # noqa: BLE001 - whatever goes wrong with one, the others are to go out
        # Its kind only: the words and the trace of a channel's error may hold an address or a number.
        logger.error("notice %s: nobody knows whether it was delivered (%s)", due.id, type(error).__name__)
        notices.give_up(_actor(), [due.id])
    else:
        notices.delivered(_actor(), [due.id])


def _lock_file() -> int | None:
    """Open, and never removed: another worker may just have opened it too. None where the database has locks."""
    if not isinstance(database.obj, SqliteDatabase):
        return None
    return os.open(f"{database.database}-worker", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def _locked(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _locked_by_connection() -> bool:
    return bool(database.execute_sql("SELECT pg_try_advisory_lock(%s)", (LOCK,)).fetchone()[0])


def _actor() -> SystemActor:
    return SystemActor("worker", clock.now())
