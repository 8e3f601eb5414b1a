"""A freeze of a closed log: who presses and confirms, what they read, and how they find it."""

import pytest

from parentapp.access import visible
from parentapp.domain import desk, freeze_page, freezing, log
from parentapp.domain.freezing import UNTIL_ENDED
from parentapp.errors import Denied, Hidden
from parentapp.models import ConsentRequest, Entry, Notice, Stafettlogg
from tests.access.test_freezing import WHY, pressed, sees, sight_of, until
from tests.cast import Cast

PRESSING = ("kari", "lina", "per.aas")


def closed(cast: Cast) -> None:
    Stafettlogg.update(closed_at=cast.now).where(Stafettlogg.id == cast.logs["sofia"]).execute()


def test_the_contact_person_ends_what_another_pressed_in_a_closed_log_too(cast: Cast) -> None:
    freeze = pressed(cast, "lina")
    closed(cast)
    for who in ("per.aas", "ola", "ingrid", "randi", "oksana"):
        with pytest.raises((Hidden, Denied)):
            freezing.end(cast.actor(who), freeze)
    freezing.end(cast.actor("kari"), freeze)
    assert sees(cast, "oksana")


def test_the_contact_person_ends_it_though_their_own_service_is_out(cast: Cast) -> None:
    freeze = pressed(cast, "per.aas")
    ConsentRequest.update(replaced_at=cast.now).where(ConsentRequest.unit == cast.units["health"]).execute()
    with pytest.raises(Hidden):
        freezing.end(cast.actor("lina"), freeze)
    freezing.end(cast.actor("kari"), freeze)
    assert sees(cast, "oksana")


def test_in_a_closed_log_those_confirm_who_saw_it_and_read_nothing(cast: Cast) -> None:
    freeze = pressed(cast, "lina")
    closed(cast)
    page = freeze_page.page(cast.actor("per.aas"), cast.logs["sofia"])
    assert (page.child, page.may_confirm, page.may_press) == ("", True, False)
    assert page.freeze is not None
    assert page.freeze.pressed is None
    for who in ("kari", "per.aas"):
        freezing.confirm(cast.actor(who), freeze, WHY)
    assert until(freeze) == UNTIL_ENDED
    with pytest.raises(Hidden):
        log.timeline(cast.actor("per.aas"), cast.logs["sofia"])


def test_in_a_closed_log_contact_person_and_deputy_press_when_no_yes_runs(cast: Cast) -> None:
    closed(cast)
    ConsentRequest.update(replaced_at=cast.now).where(ConsentRequest.log == cast.logs["sofia"]).execute()
    with pytest.raises(Hidden):
        pressed(cast, "per.aas")
    freeze = pressed(cast)
    told = {row.account_id for row in Notice.select().where(Notice.thing == freeze)}
    assert told == {cast.accounts["lina"]}
    freezing.confirm(cast.actor("lina"), freeze, WHY)
    assert not sees(cast, "oksana")
    assert not visible.entries(sight_of(cast, "kari")).where(Entry.log == cast.logs["sofia"]).exists()


def test_the_desk_leads_there_and_names_nobody(cast: Cast) -> None:
    closed(cast)
    sofia = cast.logs["sofia"]
    mine = {who: [each for each in desk.desk(cast.actor(who)).unseen if each.log_id == sofia] for who in PRESSING}
    assert {who for who, found in mine.items() if found} == {"kari", "lina"}
    assert [(each.may_reopen, each.may_freeze) for who in ("kari", "lina") for each in mine[who]] == [
        (True, True),
        (False, True),
    ]
    freeze = pressed(cast)
    assert sofia in [each.log_id for each in desk.desk(cast.actor("per.aas")).unseen]
    freezing.end(cast.actor("kari"), freeze)
    assert sofia not in [each.log_id for each in desk.desk(cast.actor("per.aas")).unseen]
