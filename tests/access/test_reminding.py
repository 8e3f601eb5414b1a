"""Which logs the worker looks at; who is shown a reminder: whoever may know of what it is about, while it is true."""

from datetime import date
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.access import visible, watching
from parentapp.access.actor import SystemActor
from parentapp.access.sight import look
from parentapp.crypto import new_id
from parentapp.db import transaction
from parentapp.domain import log
from parentapp.enums import NoticeKind
from parentapp.models import Notice, Stafettlogg
from tests.cast import Cast


def system() -> SystemActor:
    return SystemActor("test", clock.now())


def until(cast: Cast, request: str, child: str) -> date:
    with transaction():
        found = watching.watch(system(), cast.logs[child])
        assert found is not None
        running = {each.request_id: each.until for each in found[1].running(found[0])}
        assert cast.requests[request] in running
        return running[cast.requests[request]]


def tell_everybody(cast: Cast, child: str, thing: UUID, day: date) -> None:
    told = {"log": cast.logs[child], "kind": NoticeKind.CONSENT_ENDING, "thing": thing, "day": day, "step": 30}
    rows = [{"id": new_id(), "account": account, "at": cast.now, **told} for account in cast.accounts.values()]
    Notice.insert_many(rows).execute()


def shown_to(cast: Cast) -> set[str]:
    found = set()
    for name in cast.accounts:
        with transaction():
            rows = list(visible.notices(look(cast.actor(name))))
            found |= {name for row in rows if row.kind is NoticeKind.CONSENT_ENDING}
    return found


@pytest.mark.parametrize(
    ("child", "request_", "people"),
    [
        ("lise", "lise.school", {"per.haugen", "anne.haugen"}),
        ("amina", "amina.log", {"amina", "fadumo", "yusuf"}),
        ("jonas", "jonas.bup", {"jonas"}),
        ("ella", "ella.kindergarten", {"gro", "tor"}),
    ],
)
def test_a_reminder_is_for_whoever_may_know_of_the_question(
    cast: Cast, child: str, request_: str, people: set[str]
) -> None:
    """Told to everybody about the same: no service, no other family, nobody who is kept out is shown it."""
    tell_everybody(cast, child, cast.requests[request_], until(cast, request_, child))
    assert shown_to(cast) == people


def test_one_of_another_day_is_shown_to_nobody(cast: Cast) -> None:
    tell_everybody(cast, "lise", cast.requests["lise.school"], date(2026, 4, 1))
    assert shown_to(cast) == set()


def test_one_of_what_does_not_run_is_shown_to_nobody(cast: Cast) -> None:
    tell_everybody(cast, "amina", cast.requests["amina.ppt"], until(cast, "amina.log", "amina"))
    tell_everybody(cast, "jonas", cast.requests["jonas.health"], until(cast, "jonas.log", "jonas"))
    assert shown_to(cast) == set()


def test_only_open_logs_are_watched_and_nothing_is_visible_through_it(cast: Cast) -> None:
    Stafettlogg.update(opened_at=None).where(Stafettlogg.id == cast.logs["jonas"]).execute()
    log.close(cast.actor("per.aas"), cast.logs["lise"])
    listed = set(watching.open_logs(system()))
    assert cast.logs["sofia"] in listed
    for child, log_id in cast.logs.items():
        with transaction():
            found = watching.watch(system(), log_id)
            assert (found is not None) == (log_id in listed) == (child not in {"jonas", "lise", "elias"}), child
            if found is not None:
                assert found[0].id == log_id
                assert not found[1].ties
                for model, rows in visible.RULES.items():
                    assert not list(rows(found[1]).select(model.id)), model
