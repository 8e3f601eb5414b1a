"""The contact person's or the deputy's work there ends: who answers, who is told, and whose it is to find somebody.

Kari of the health station holds Sofia's baton; Per Aas of the school is her deputy; Anne Strand leads the station.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from parentapp import clock
from parentapp.access import holding, visible
from parentapp.access.actor import SystemActor
from parentapp.access.previewing import as_service
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import (
    assigning,
    consents,
    conversations,
    families,
    handovers,
    home,
    log,
    people_page,
    reminders,
    staff,
    summary,
)
from parentapp.domain.contact import Contact
from parentapp.enums import Answer, Delivery, Kind, NoticeKind
from parentapp.errors import Conflict, Hidden
from parentapp.models import Block, Employment, Notice, StafettholderPeriod, Stafettlogg
from tests.cast import Cast

DAY = timedelta(days=1)


def per_is_deputy(cast: Cast) -> None:
    part = {"deputy": cast.accounts["per.aas"], "deputy_unit": cast.units["school"]}
    Stafettlogg.update(**part).where(Stafettlogg.id == cast.logs["sofia"]).execute()


def ends(cast: Cast, person: str, days: int | None = 0) -> None:
    """The administrator ends that person's work after so many days; None: at once."""
    work = Employment.get(Employment.account == cast.accounts[person])
    staff.end(cast.actor("mona"), work.id, None if days is None else cast.today + timedelta(days=days))


def shown(cast: Cast, person: str = "oksana", child: str = "sofia") -> Contact:
    found = home.home(cast.actor(person), cast.logs[child])
    assert found
    assert found.contact
    return found.contact


def morning(cast: Cast, child: str = "sofia") -> None:
    reminders.remind(SystemActor("test", clock.now()), cast.logs[child])


def told(cast: Cast, kind: NoticeKind = NoticeKind.HOLDER_OUT) -> list[tuple[str, Delivery]]:
    names = {account: name for name, account in cast.accounts.items()}
    rows = Notice.select().where((Notice.kind == kind) & (Notice.log == cast.logs["sofia"]))
    return sorted((names[row.account_id], row.delivery) for row in rows)


def is_news(cast: Cast, person: str = "oksana") -> bool:
    with transaction():
        return NoticeKind.HOLDER_OUT in [row.kind for row in visible.notices(look(cast.actor(person)))]


def test_until_midnight_of_the_last_day_nothing_has_changed(cast: Cast) -> None:
    per_is_deputy(cast)
    before = shown(cast)
    ends(cast, "kari")
    morning(cast)
    assert shown(cast) == before
    assert (before.gone, before.out, before.answering.name) == (False, False, "Kari Nilsen")
    assert told(cast) == []
    assert log.timeline(cast.actor("kari"), cast.logs["sofia"]).entries


def test_the_day_after_the_deputy_answers_and_the_baton_lies_where_it_lay(cast: Cast) -> None:
    per_is_deputy(cast)
    ends(cast, "kari")
    with clock.at(cast.now + DAY):
        now = shown(cast)
        assert (now.gone, now.out, now.holder.name, now.answering.name) == (True, True, "Kari Nilsen", "Per Aas")
        assert now.answers
        unread = log.timeline(cast.actor("oksana"), cast.logs["sofia"]).unread
        assert unread
        assert unread.gone
        for act in (
            lambda: log.timeline(cast.actor("kari"), cast.logs["sofia"]),
            lambda: conversations.conversation(cast.actor("kari"), cast.conversations["sofia.oksana"]),
        ):
            with pytest.raises(Hidden):
                act()
    held = StafettholderPeriod.select().where(StafettholderPeriod.log == cast.logs["sofia"])
    assert [each.account_id for each in held if each.until is None] == [cast.accounts["kari"]]


def test_at_once_is_at_once(cast: Cast) -> None:
    per_is_deputy(cast)
    ends(cast, "kari", None)
    assert (shown(cast).gone, shown(cast).answering.name) == (True, "Per Aas")


def test_family_and_leader_are_told_the_morning_after_once(cast: Cast) -> None:
    """Nobody at work, nobody in the network; and for as long as it is so."""
    ends(cast, "kari", 2)
    for days in (0, 2, 3, 4):
        with clock.at(cast.now + days * DAY):
            morning(cast)
            morning(cast)
            assert told(cast) == ([("oksana", Delivery.WAITING)] if days > 2 else [])
            assert told(cast, NoticeKind.HOLDER_TO_FIND) == ([("anne.strand", Delivery.KEPT)] if days > 2 else [])
            assert is_news(cast) is (days > 2)
    Employment.update(until=None).where(Employment.account == cast.accounts["kari"]).execute()
    with clock.at(cast.now + 5 * DAY):
        assert not is_news(cast)
        assert not shown(cast).gone
        ends(cast, "kari", 6)
    with clock.at(cast.now + 7 * DAY):
        morning(cast)
        assert len(told(cast)) == 2, "it began anew"


def test_an_answer_meanwhile_does_not_keep_it_in_the_app(cast: Cast) -> None:
    ends(cast, "kari", None)
    consents.answer(cast.actor("oksana"), cast.requests["sofia.school"], Answer.YES)
    morning(cast)
    assert told(cast) == [("oksana", Delivery.WAITING)]


def test_the_leader_finds_somebody_and_it_goes_on(cast: Cast) -> None:
    sofia, anne = cast.logs["sofia"], cast.actor("anne.strand")
    assert assigning.page(anne) == []
    ends(cast, "kari")
    assert assigning.page(anne) == []
    with clock.at(cast.now + DAY):
        anne = cast.actor("anne.strand")
        assert (sofia, "Kari Nilsen") in [(each.log_id, each.holder) for each in assigning.page(anne)]
        offered = assigning.ask(anne, sofia, "per.aas", "Per kjenner Sofia.")
        assert shown(cast).holder.name == "Kari Nilsen", "until he says yes"
        handovers.accept(cast.actor("per.aas"), offered)
        assert (shown(cast).gone, shown(cast).answering.name) == (False, "Per Aas")
        assert sofia not in [each.log_id for each in assigning.page(anne)]
        assert not is_news(cast)


def test_a_deputy_who_works_there_no_longer_is_shown_to_nobody_of_the_family(cast: Cast) -> None:
    per_is_deputy(cast)
    ends(cast, "per.aas")
    for days, there in ((0, True), (1, False)):
        with clock.at(cast.now + days * DAY):
            oksana, sofia = cast.actor("oksana"), cast.logs["sofia"]
            belongs = [each.person.name for each in people_page.page(oksana, sofia).helpers]
            parts = [each.person.name for each in summary.summary(oksana, sofia, "nb").summary.people]
            assert [("Per Aas" in belongs), ("Per Aas" in parts)] == [there, there]
    ends(cast, "kari")
    with clock.at(cast.now + DAY):
        now = shown(cast)
        assert (now.gone, now.answering.name, now.answers) == (True, "Kari Nilsen", False), "nobody, and it says so"
        with pytest.raises(Conflict):
            conversations.start(cast.actor("oksana"), cast.logs["sofia"])


def test_of_one_who_is_kept_out_it_says_the_same(cast: Cast) -> None:
    by = {"blocked_by": cast.accounts["lina"], "blocked_at": cast.now}
    Block.create(log=cast.logs["sofia"], account=cast.accounts["kari"], **by)
    kept_out = shown(cast)
    Block.delete().where(Block.account == cast.accounts["kari"]).execute()
    ends(cast, "kari", None)
    assert shown(cast) == kept_out
    assert kept_out.gone


def test_while_the_log_rests_the_family_is_told_too(cast: Cast) -> None:
    """They write with the contact person then. Nobody at work sees anything, so nobody answers."""
    consents.answer(cast.actor("oksana"), cast.requests["sofia.log"], Answer.NO)
    ends(cast, "kari", None)
    morning(cast)
    now = shown(cast)
    assert (now.gone, now.answers) == (True, False)
    assert told(cast) == [("oksana", Delivery.WAITING)]


def test_nobody_else_is_told(cast: Cast) -> None:
    """Not another service, nobody of the network; not before the family's first yes, nor once the log is closed."""
    ends(cast, "kari", None)
    assert log.timeline(cast.actor("per.aas"), cast.logs["sofia"]).unread is None
    assert log.timeline(cast.actor("erik"), cast.logs["sofia"]).unread is None
    with transaction():
        sight = look(cast.actor("per.aas"), cast.logs["sofia"])
        assert not holding.has_left(sight, sight.log(cast.logs["sofia"]))
    changed = Stafettlogg.update(closed_at=cast.now).where(Stafettlogg.id == cast.logs["sofia"])
    changed.execute()
    with transaction():
        sight = look(cast.actor("oksana"), cast.logs["sofia"])
        assert not holding.has_left(sight, sight.log(cast.logs["sofia"]))
    changed = Stafettlogg.update(closed_at=None, opened_at=None).where(Stafettlogg.id == cast.logs["sofia"])
    changed.execute()
    with transaction():
        sight = look(cast.actor("oksana"), cast.logs["sofia"])
        assert not holding.has_left(sight, sight.log(cast.logs["sofia"]))


def test_through_anothers_eyes_nothing_is_told(cast: Cast) -> None:
    ends(cast, "kari", None)
    with transaction():
        sight = look(cast.actor("oksana"), cast.logs["sofia"])
        facts = sight.log(cast.logs["sofia"])
        borrowed = (as_service(sight, facts, cast.units["school"]), replace(sight, only=frozenset(Kind)))
        assert [holding.has_left(each, facts) for each in (sight, *borrowed)] == [True, False, False]


def test_a_new_deputy_is_named_by_who_holds_it(cast: Cast) -> None:
    ends(cast, "per.aas", None)
    families.name_deputy(cast.actor("kari"), cast.logs["sofia"], cast.accounts["lina"], cast.units["health"])
    ends(cast, "kari", None)
    assert shown(cast).answering.name == "Lina Moe"
