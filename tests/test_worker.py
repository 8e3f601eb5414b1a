"""The worker: what fails stops nothing else, nothing goes out twice, and only one of them works at a time."""

import base64
import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import pytest

from parentapp import clock, config, db, worker
from parentapp.access.actor import SystemActor
from parentapp.channels.choosing import NO_CHANNEL, chosen
from parentapp.channels.file import FileChannel
from parentapp.domain import notices, reminders
from parentapp.enums import Delivery
from parentapp.models import Account, Notice
from tests import cast as casting
from tests.cast import Cast
from tests.proofs.apps import at_once

SECRETS = {
    "SECRET_KEY": base64.b64encode(bytes(range(32))).decode(),
    "MASTER_KEY": base64.b64encode(casting.MASTER_KEY).decode(),
}
WAITING, SENDING, SENT, UNKNOWN, _ = Delivery
Result = TypeVar("Result")


class Hands:
    """A channel that notes what it is given, and does what the test says with the first, the second …"""

    def __init__(self, **acts: Callable[[], object]) -> None:
        self.given: list[UUID] = []
        self._acts = acts

    def deliver(self, account_id: UUID, locale: str) -> None:
        self.given.append(account_id)
        self._acts.get(f"at_{len(self.given)}", lambda: None)()


class Refused(Exception):
    pass


def refuse() -> None:
    raise Refused("no such number: 900 00 000")


def stop() -> None:
    """As if the process was killed there: no part of the worker catches this."""
    raise SystemExit


def waiting(count: int) -> list[UUID]:
    """So many notices of the cast wait again; in the order in which they will be sent."""
    can_log_in = Notice.select(Notice.id).join(Account).where(Account.disabled_at.is_null())
    ids = [row.id for row in can_log_in.order_by(Notice.at, Notice.id).limit(count)]
    assert len(ids) == count
    Notice.update(delivery=WAITING, delivered_at=None).where(Notice.id.in_(ids)).execute()
    return ids


def states(ids: list[UUID]) -> list[Delivery]:
    found = dict(Notice.select(Notice.id, Notice.delivery).where(Notice.id.in_(ids)).tuples())
    return [found[each] for each in ids]


def recipients(ids: list[UUID]) -> list[UUID]:
    return [Notice.get_by_id(each).account_id for each in ids]


def rounds(count: int) -> Callable[[], bool]:
    """Go on for so many looks; the worker looks before each round, and before each notice."""
    left = iter(range(count))
    return lambda: next(left, None) is not None


def elsewhere(act: Callable[[], Result]) -> Result:
    """What it gives in another thread, with a connection of its own."""
    found: list[Result] = []

    def run() -> None:
        db.fresh()
        try:
            found.append(act())
        finally:
            db.settle()
            db.database.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(30)
    assert found, "it failed, or it hangs"
    return found[0]


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "sleep", lambda seconds: None)


@pytest.fixture(autouse=True)
def no_reminders(monkeypatch: pytest.MonkeyPatch) -> None:
    """See domain/test_reminders: here it is about what is delivered."""
    monkeypatch.setattr(reminders, "logs", lambda actor: [])


def test_what_waits_is_sent_in_order_once(cast: Cast) -> None:
    ids, hands = waiting(3), Hands()
    worker.run(hands, rounds(8))
    assert hands.given == recipients(ids)
    assert states(ids) == [SENT] * 3
    assert Notice.get_by_id(ids[2]).delivered_at is not None


def test_one_that_fails_stops_no_other(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    ids, hands = waiting(5), Hands(at_3=refuse)
    worker.run(hands, rounds(12))
    assert states(ids) == [SENT, SENT, UNKNOWN, SENT, SENT]
    assert hands.given == recipients(ids), "nor is it tried again"
    assert Notice.get_by_id(ids[2]).delivered_at is None
    assert "Refused" in caplog.text
    assert str(ids[2]) in caplog.text
    assert "900 00 000" not in caplog.text


def test_only_the_one_under_way_is_marked(cast: Cast) -> None:
    seen: list[list[Delivery]] = []
    ids = waiting(3)
    worker.run(Hands(at_2=lambda: seen.append(elsewhere(lambda: states(ids)))), rounds(8))
    assert seen == [[SENT, SENDING, WAITING]]


def test_after_a_crash_only_the_one_under_way_is_unknown(cast: Cast) -> None:
    ids, hands = waiting(3), Hands(at_2=stop)
    with pytest.raises(SystemExit):
        worker.run(hands, rounds(8))
    assert states(ids) == [SENT, SENDING, WAITING]
    worker.run(hands, rounds(8))
    assert states(ids) == [SENT, UNKNOWN, SENT]
    assert hands.given == recipients(ids)


def test_what_could_not_be_marked_as_sent_is_unknown_in_the_next_round(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    ids, hands, marked = waiting(3), Hands(), notices.delivered

    def fails_once(actor: SystemActor, each: list[UUID]) -> None:
        monkeypatch.setattr(notices, "delivered", marked)
        raise Refused

    monkeypatch.setattr(notices, "delivered", fails_once)
    worker.run(hands, rounds(8))
    assert "a round of deliveries failed" in caplog.text
    assert states(ids) == [UNKNOWN, SENT, SENT]
    assert hands.given == recipients(ids)


def test_it_stops_between_two_notices_when_told_to(cast: Cast) -> None:
    ids = waiting(3)
    told: list[bool] = []
    worker.run(Hands(at_2=lambda: told.append(True)), lambda: not told)
    assert states(ids) == [SENT, SENT, WAITING]


def test_giving_up_touches_only_what_was_being_sent(cast: Cast) -> None:
    ids = waiting(3)
    for each, state in zip(ids, (SENDING, SENT, WAITING), strict=True):
        Notice.update(delivery=state).where(Notice.id == each).execute()
    assert notices.give_up_unknown(SystemActor("test", clock.now())) == 1
    assert states(ids) == [UNKNOWN, SENT, WAITING]


def test_who_may_no_longer_log_in_is_told_nothing(cast: Cast) -> None:
    [notice], hands = waiting(1), Hands()
    Account.update(disabled_at=clock.now()).where(Account.id.in_(recipients([notice]))).execute()
    worker.run(hands, rounds(4))
    assert (hands.given, states([notice])) == ([], [WAITING])


def test_a_second_worker_waits_and_leaves_the_first_ones_alone(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    ids, second = waiting(3), Hands()
    first = Hands(at_2=lambda: elsewhere(lambda: (worker.run(second, rounds(3)), 1)))
    worker.run(first, rounds(8))
    assert caplog.text.count("Another worker delivers from this database; this one waits") == 1
    assert second.given == []
    assert states(ids) == [SENT] * 3
    assert first.given == recipients(ids)


def test_a_second_worker_goes_on_when_the_first_has_gone(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    turn, other = worker.Turn(), []
    db.fresh()
    assert turn.mine()
    assert turn.mine(), "asked again it is still its own"

    def waits_and_works() -> bool:
        second = worker.Turn()
        other.append(second.mine())
        turn_over.set()
        gone.wait(30)
        # PostgreSQL frees the lock once it has noticed that the connection is closed: a round later, if not at once.
        rounds_left = 300
        while not (now_mine := second.mine()) and rounds_left:
            rounds_left -= 1
            time.sleep(0.1)
        other.append(now_mine)
        second.give_back()
        return True

    turn_over, gone = threading.Event(), threading.Event()
    thread = threading.Thread(target=elsewhere, args=(waits_and_works,))
    thread.start()
    assert turn_over.wait(30)
    turn.give_back()
    gone.set()
    thread.join(30)
    assert other == [False, True]
    assert "The other worker has stopped; this one delivers now." in caplog.text


def test_sixty_at_once_are_each_sent_once(cast: Cast) -> None:
    """Without the lock between workers: the claim alone keeps them apart."""
    ids, hands = waiting(60), Hands()
    counts = at_once(4, lambda number: worker.deliver_due(hands))
    assert sum(counts) == 60
    assert sorted(hands.given) == sorted(recipients(ids))
    assert states(ids) == [SENT] * 60


def test_a_claim_passes_over_what_another_holds() -> None:
    with casting.assembled("postgres"):
        ids, actor = waiting(2), SystemActor("test", clock.now())

        def claimed_beside() -> list[notices.Due]:
            db.database.execute_sql("SET lock_timeout = '3s'")
            return notices.claim(actor, 1)

        with db.transaction():
            mine = notices.claim(actor, 1)
            beside = elsewhere(claimed_beside)
    assert [each.id for each in mine + beside] == ids


def test_whoever_loses_the_connection_loses_the_turn_and_sends_nothing_twice(caplog: pytest.LogCaptureFixture) -> None:
    def cut() -> None:
        me = db.database.execute_sql("SELECT pg_backend_pid()").fetchone()[0]
        elsewhere(lambda: db.database.execute_sql("SELECT pg_terminate_backend(%s)", (me,)).fetchone())

    with casting.assembled("postgres"):
        ids, hands = waiting(3), Hands(at_2=cut)
        worker.run(hands, rounds(10))
        assert hands.given == recipients(ids)
        assert states(ids) == [SENT, UNKNOWN, SENT]
    assert "a round of deliveries failed" in caplog.text


def test_the_lock_lies_beside_the_database_for_nobody_else() -> None:
    with casting.assembled("sqlite") as cast:
        worker.run(Hands(), rounds(1))
        file = Path(cast.url.removeprefix("sqlite:///") + "-worker")
        assert file.stat().st_mode & 0o777 == 0o600


def test_without_a_channel_nothing_is_claimed_and_it_is_said_once(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    ids = waiting(2)
    Notice.update(delivery=SENDING).where(Notice.id == ids[1]).execute()
    with caplog.at_level(logging.INFO):
        worker.run(None, rounds(3))
    assert states(ids) == [WAITING, SENDING]
    assert caplog.messages == [NO_CHANNEL]


def test_only_the_invented_are_told_through_a_file(tmp_path: Path) -> None:
    env = {"INSTANCE": str(tmp_path), **SECRETS}
    assert chosen(config.load(env)) is None
    for mode in ("demo", "test"):
        channel = chosen(config.load(env | {"MODE": mode}))
        assert isinstance(channel, FileChannel)
        channel.deliver(UUID(int=1), "nb")
    assert (tmp_path / "delivered.txt").read_text(encoding="utf-8").count("Du har noe nytt") == 2
