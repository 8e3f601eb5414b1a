"""Delivers due notices one at a time, every two seconds; each morning it has the reminders made; chains the access log.

Knows accounts and channels, and logs by their ids; of the families nothing.
"""

import fcntl
import logging
import os
from collections.abc import Callable
from datetime import date, time
from time import sleep
from uuid import UUID

from peewee import SqliteDatabase

from parentapp import clock, migrating
from parentapp.access.actor import SystemActor
from parentapp.channels.choosing import NO_CHANNEL, Channel
from parentapp.db import database, fresh, settle
from parentapp.domain import notices, reminders
from parentapp.domain.notices import Due
from parentapp.heads import Exporter

PAUSE = 2.0  # seconds
MORNING = time(7)  # in Oslo: nobody is reminded at night
LOCK = migrating.LOCK + 1  # any other number, as long as it is always this one
logger = logging.getLogger(__name__)


def run(
    channel: Channel | None, keep_going: Callable[[], bool] = lambda: True, exporter: Exporter | None = None
) -> None:
    """Deliver until told to stop, as the only worker of this database; a second one waits for its turn.

    Without a channel nothing is claimed. What was half-way when a worker stopped is unknown, and not sent again.
    Reminders any worker may make, also beside another: each is stored once.
    Without an exporter the access log is not chained.
    """
    reminded = Mornings()
    if channel is None:
        logger.warning(NO_CHANNEL)
    turn = Turn()
    try:
        while keep_going():
            reminded.round(keep_going)
            _round(channel, turn, keep_going, exporter)
            sleep(PAUSE)
    finally:
        turn.give_back()


class Mornings:
    """The reminders of each day: made in the first round after seven, or when a worker starts later than that.

    After a standstill only the latest step of each is due; what was told before is found in the database.
    """

    def __init__(self) -> None:
        self._done: date | None = None

    def round(self, keep_going: Callable[[], bool] = lambda: True) -> None:
        """Make today's, unless this worker has. What could not be made is due again tomorrow."""
        now = clock.now().astimezone(clock.OSLO)
        if now.date() == self._done or now.time() < MORNING:
            return
        try:
            fresh()
            for log_id in reminders.logs(_actor()):
                if not keep_going():
                    return
                _remind(log_id)
        except Exception:  # the next round tries again
            logger.exception("a round of reminders failed")
        else:
            self._done = now.date()


def _remind(log_id: UUID) -> None:
    try:
        reminders.remind(_actor(), log_id)
    except Exception as error:  # noqa: BLE001 - whatever goes wrong with one log, the others are to be told
        logger.error("log %s: the reminders of today were not made (%s)", log_id, type(error).__name__)
        fresh()


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
