"""Building the demo: the same from the same seed, on any day of any year, and all or nothing."""

from datetime import UTC, datetime

import pytest

from parentapp import clock, demo
from parentapp.demo import stories
from parentapp.demo.beats import Beat, Noted
from parentapp.demo.people import EVERYBODY, PASSWORD
from parentapp.domain import accounts
from parentapp.errors import Denied
from parentapp.models import Account, Municipality, Stafettlogg
from tests.cast import Cast
from tests.databases import fresh_database

DAYS = (
    datetime(2027, 1, 1, 0, 10, tzinfo=UTC),  # New Year's night: nobody has worked for days
    datetime(2028, 2, 29, 12, 0, tzinfo=UTC),  # a birthday that most years do not have
    datetime(2026, 4, 6, 22, 30, tzinfo=UTC),  # the night after Easter Monday
    datetime(2026, 7, 15, 8, 0, tzinfo=UTC),  # summer: no school for weeks
    datetime(2026, 10, 25, 0, 30, tzinfo=UTC),  # the hour that comes twice
)

FAULT = Noted(1, "10.00", "oksana", "Foresatte skriver ikke notater.")


def test_the_same_seed_gives_the_same_ids() -> None:
    built = []
    for seed in ("one", "one", "another"):
        with fresh_database("sqlite"), clock.at(DAYS[1]):
            built.append(demo.build(history=False, seed=seed))
    assert built[0] == built[1]
    assert built[0].accounts.keys() == built[2].accounts.keys()
    assert not set(built[0].accounts.values()) & set(built[2].accounts.values())


def test_without_a_seed_nobody_can_make_the_keys_again() -> None:
    built = []
    for _ in range(2):
        with fresh_database("sqlite"), clock.at(DAYS[1]):
            built.append(demo.build(history=False))
    assert not set(built[0].logs.values()) & set(built[1].logs.values())


@pytest.mark.parametrize("now", DAYS, ids=str)
def test_it_can_be_built_on_any_day(now: datetime) -> None:
    with fresh_database("sqlite"), clock.at(now):
        stage = demo.build(history=False)
        assert Stafettlogg.select().where(Stafettlogg.opened_at.is_null()).count() == 0
        assert Stafettlogg.select().count() == len(stage.logs)


def test_a_beat_that_fails_leaves_nothing_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    told = stories.told

    def with_a_fault(stage: demo.Stage, *, history: bool) -> list[tuple[str, list[Beat]]]:
        return [
            *told(stage, history=history),
            ("sofia", [Noted(1, "10.00", "oksana", "Foresatte skriver ikke notater.")]),
        ]

    monkeypatch.setattr(stories, "told", with_a_fault)
    with fresh_database("sqlite"), clock.at(DAYS[1]):
        with pytest.raises(Denied) as failed:
            demo.build(history=False)
        assert any("who='oksana'" in note for note in failed.value.__notes__)
        assert Municipality.select().count() == Account.select().count() == 0


def test_everybody_can_log_in(cast: Cast) -> None:
    for each in demo.logins():
        assert each.password == PASSWORD
        secret = accounts.log_in(each.username, each.password, "here")
        assert secret is not None
        logged_in = accounts.recognise(secret)
        assert logged_in is not None
        assert logged_in.actor.account_id == cast.accounts[each.username]
        assert logged_in.actor.locale == each.locale
    assert len(demo.logins()) == len(EVERYBODY)
