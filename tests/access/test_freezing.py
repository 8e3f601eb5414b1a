"""A frozen log: who is out from the instant it is pressed, how long, and that nobody outside learns of it."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.access import visible
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import consents, families, freeze_page, freezing, log, private, registering
from parentapp.domain.freezing import ANOTHER, ENOUGH, FROZEN_ALREADY, OVER, TWO_OTHERS
from parentapp.domain.registering import NOT_NOW, Told
from parentapp.enums import Answer, Basis, Delivery, Kind, NoticeKind, SeenPage, Way
from parentapp.errors import Conflict, Denied, Hidden
from parentapp.models import ConsentRequest, Entry, Freeze, LoginSession, Notice, Participation, SeenLine
from tests.access.states import put
from tests.browsing import Browser, words_of
from tests.cast import Cast
from tests.proofs.apps import bare_app
from tests.proofs.worlds import TABLES, Things, addresses

WHY = "Det er fattet et besøksforbud."
OUT = ("oksana", "erik", "halyna", "bjorn")


def pressed(cast: Cast, who: str = "kari", child: str = "sofia") -> UUID:
    return freezing.press(cast.actor(who), cast.logs[child], WHY, spoken=True)


def sight_of(cast: Cast, who: str) -> Sight:
    with transaction():
        return look(cast.actor(who))


def sees(cast: Cast, who: str, child: str = "sofia") -> bool:
    return any(each.id == cast.logs[child] for each in sight_of(cast, who).ties)


def until(freeze: UUID) -> datetime:
    found: datetime = Freeze.get_by_id(freeze).until
    return found


def add_guardian(cast: Cast, who: str) -> None:
    families.add_guardian(
        cast.actor("kari"),
        cast.logs["sofia"],
        cast.accounts[who],
        basis=Basis.VERGE,
        verified_how="Viste vedtaket.",
        since=cast.today,
    )


def test_everybody_but_services_meets_what_a_stranger_meets(cast: Cast) -> None:
    """Each address about Sofia, and one's own pages: the same answer as Helga's, who is nothing to her."""
    assert all(sees(cast, who) for who in OUT)
    pressed(cast)
    there = Things(frozenset(row[0] for table in TABLES for row in table.select(table.id).tuples()), frozenset())
    wanted = addresses(bare_app(), cast, "sofia", there)
    stranger = Browser(bare_app(), cast.accounts["helga"])
    expected = {where: stranger.get(where).status_code for where, _ in wanted}
    for who in ("oksana", "erik"):
        browser = Browser(bare_app(), cast.accounts[who])
        found = {where: browser.get(where) for where, _ in wanted}
        assert {where: answer.status_code for where, answer in found.items()} == expected, who
        assert not [where for where, answer in found.items() if "Sofia" in words_of(answer)]
        assert 'href="/conversations"' not in browser.get("/").get_data(as_text=True), "no more rooms than a stranger's"
    assert not any(sees(cast, who) for who in OUT)
    assert all(sees(cast, who) for who in ("kari", "lina", "per.aas"))


def test_the_young_person_keeps_their_sight_and_is_logged_out(cast: Cast) -> None:
    Browser(bare_app(), cast.accounts["amina"]).get("/")
    Browser(bare_app(), cast.accounts["yusuf"]).get("/")
    pressed(cast, child="amina")
    living = LoginSession.select(LoginSession.account).where(LoginSession.ended_at.is_null())
    still = {row.account_id for row in living}
    assert cast.accounts["amina"] not in still
    assert cast.accounts["yusuf"] in still
    assert sees(cast, "amina", "amina")
    assert not sees(cast, "yusuf", "amina")


def test_somebody_who_helps_and_is_of_the_family_is_out_altogether(cast: Cast) -> None:
    add_guardian(cast, "per.aas")
    with pytest.raises(Denied):
        pressed(cast, "per.aas")
    pressed(cast)
    assert not sees(cast, "per.aas")


def test_somebody_who_pressed_and_came_to_be_of_the_family_ends_nothing(cast: Cast) -> None:
    freeze = pressed(cast, "per.aas")
    with clock.at(until(freeze)):
        add_guardian(cast, "per.aas")
        with pytest.raises(Hidden):
            freezing.end(cast.actor("per.aas"), freeze)


def test_it_lapses_by_the_instant(cast: Cast) -> None:
    freeze = pressed(cast)
    assert until(freeze) == clock.midnight_after(cast.today + timedelta(days=14))
    with clock.at(until(freeze) - timedelta(microseconds=1)):
        assert not sees(cast, "oksana")
    with clock.at(until(freeze)):
        assert sees(cast, "oksana")
        with pytest.raises(Conflict, match=OVER):
            freezing.confirm(cast.actor("lina"), freeze, WHY)
        with pytest.raises(Conflict, match=OVER):
            freezing.end(cast.actor("kari"), freeze)
        with pytest.raises(Conflict, match=ANOTHER):
            pressed(cast)
        pressed(cast, "lina")


def test_what_two_confirmed_may_be_pressed_anew_by_the_same(cast: Cast) -> None:
    freeze = pressed(cast)
    for who in ("lina", "per.aas"):
        freezing.confirm(cast.actor(who), freeze, WHY)
    freezing.end(cast.actor("lina"), freeze)
    with clock.at(cast.now + timedelta(minutes=1)):
        pressed(cast)
        assert not sees(cast, "oksana")


def test_two_others_confirm_and_then_it_lasts_until_it_is_ended(cast: Cast) -> None:
    families.add_participant(cast.actor("kari"), cast.logs["sofia"], cast.accounts["randi"], cast.units["health"])
    freeze, later = pressed(cast), cast.now + timedelta(days=40)
    with pytest.raises(Conflict, match=FROZEN_ALREADY):
        pressed(cast, "lina")
    freezing.confirm(cast.actor("lina"), freeze, WHY)
    for who in ("kari", "lina"):
        with pytest.raises(Conflict, match=TWO_OTHERS):
            freezing.confirm(cast.actor(who), freeze, WHY)
    with clock.at(later):
        assert sees(cast, "oksana"), "one is not enough"
    freezing.confirm(cast.actor("per.aas"), freeze, WHY)
    with pytest.raises(Conflict, match=ENOUGH):
        freezing.confirm(cast.actor("randi"), freeze, WHY)
    with clock.at(later):
        assert not sees(cast, "oksana")
        with pytest.raises(Denied):
            freezing.end(cast.actor("randi"), freeze)
        freezing.end(cast.actor("per.aas"), freeze)
        assert sees(cast, "oksana")


def test_it_is_never_left_with_nobody_who_can_end_it(cast: Cast) -> None:
    """Also where the services are out: then the child is not named. Kari has not pressed, and holds the baton."""
    freeze = pressed(cast, "lina")
    freezing.confirm(cast.actor("per.aas"), freeze, WHY)
    with clock.at(cast.now + timedelta(days=10)):
        freezing.confirm(cast.actor("kari"), freeze, WHY)
    with clock.at(cast.now + timedelta(days=500)):
        with pytest.raises(Hidden):
            log.timeline(cast.actor("kari"), cast.logs["sofia"])
        for who in ("kari", "per.aas"):
            page = freeze_page.page(cast.actor(who), cast.logs["sofia"])
            assert (page.child, page.may_end, page.may_confirm) == ("", True, False)
        freezing.end(cast.actor("per.aas"), freeze)
        assert sees(cast, "oksana")


def test_taking_back_the_yes_neither_ends_nor_prevents_it(cast: Cast) -> None:
    """The log rests: those who would see it if it did not confirm, and press, and are shown neither words nor names."""
    consents.answer(cast.actor("oksana"), cast.requests["sofia.log"], Answer.NO)
    with clock.at(cast.now + timedelta(minutes=1)):
        freeze = pressed(cast, "lina")
        assert not sees(cast, "oksana")
        for who in ("kari", "per.aas"):
            page = freeze_page.page(cast.actor(who), cast.logs["sofia"])
            assert page.freeze is not None
            assert (page.child, page.freeze.pressed, page.freeze.confirmed) == ("", None, ())
            freezing.confirm(cast.actor(who), freeze, WHY)
        with pytest.raises(Hidden):
            pressed(cast, "ola")
    with clock.at(cast.now + timedelta(days=40)):
        assert not sees(cast, "oksana")


def test_a_service_whose_own_yes_has_ended_confirms_nothing(cast: Cast) -> None:
    freeze = pressed(cast, "lina")
    ConsentRequest.update(replaced_at=cast.now).where(ConsentRequest.unit == cast.units["school"]).execute()
    with pytest.raises(Hidden):
        freezing.confirm(cast.actor("per.aas"), freeze, WHY)


def test_what_is_kept_from_a_guardian_meanwhile_is_kept_when_it_ends(cast: Cast) -> None:
    freeze = pressed(cast, "per.aas", child="mikkel")
    note = log.add_note(cast.actor("lina"), cast.logs["mikkel"], "Han har vondt i magen.", health=True)
    private.withhold(cast.actor("lina"), note, "Mamma blir så lei seg.")
    with clock.at(until(freeze)):
        assert sees(cast, "hege", "mikkel")
        assert not visible.entries(sight_of(cast, "hege")).where(Entry.id == note).exists()


def test_who_knows_of_it(cast: Cast) -> None:
    freeze = pressed(cast)
    with clock.at(cast.now + timedelta(minutes=1)):
        knowing = set()
        for who in cast.accounts:
            with transaction():
                if visible.freezes(look(cast.actor(who))).where(Freeze.id == freeze).exists():
                    knowing.add(who)
        told = {row.account_id for row in Notice.select().where(Notice.thing == freeze)}
    assert knowing == {"kari", "lina", "per.aas"}
    assert told == {cast.accounts["lina"], cast.accounts["per.aas"]}


def test_nothing_the_family_reads_afterwards_tells_of_it(cast: Cast) -> None:
    before = SeenLine.select().count()
    freeze = pressed(cast)
    freeze_page.page(cast.actor("lina"), cast.logs["sofia"])
    freezing.end(cast.actor("kari"), freeze)
    lines = list(SeenLine.select().order_by(SeenLine.at.desc()).limit(SeenLine.select().count() - before))
    assert [line.page for line in lines] == [SeenPage.DESK]
    assert not visible.notices(sight_of(cast, "oksana")).where(Notice.thing == freeze).exists()


def test_nobody_who_is_out_is_told_of_anything_and_all_said_stands(cast: Cast) -> None:
    before = sight_of(cast, "kari").consents.grants[cast.logs["sofia"]]
    pressed(cast)
    after = sight_of(cast, "kari")
    assert after.consents.grants[cast.logs["sofia"]] == before
    note = log.add_note(cast.actor("kari"), cast.logs["sofia"], "Ringte skolen.")
    told = {row.account_id for row in Notice.select().where(Notice.thing == note)}
    sent = {
        row.account_id for row in Notice.select().where((Notice.thing == note) & (Notice.delivery == Delivery.WAITING))
    }
    assert sent == {cast.accounts["lina"], cast.accounts["per.aas"]}, "nothing leaves the app to whoever is out"
    assert cast.accounts["oksana"] in told, "and it stands there once they are let in again"
    assert not visible.notices(sight_of(cast, "oksana")).where(Notice.thing == note).exists()
    seeing = {who for who in cast.accounts if visible.entries(sight_of(cast, who)).where(Entry.id == note).exists()}
    assert seeing == {"kari", "lina", "per.aas"}


def test_for_somebody_who_is_out_a_no_is_registered_and_a_yes_is_not(cast: Cast) -> None:
    pressed(cast)
    oksana, ppt = cast.accounts["oksana"], cast.requests["sofia.ppt"]
    yes = Told(oksana, Answer.YES, Way.PAPER, cast.today, "uk", kinds=frozenset({Kind.PLAN}))
    with pytest.raises(Conflict, match=NOT_NOW):
        registering.register(cast.actor("kari"), ppt, yes)
    registering.register(cast.actor("kari"), ppt, replace(yes, answer=Answer.NO))


def test_the_page_of_the_log_says_so_to_those_who_can_freeze(cast: Cast) -> None:
    put(cast, "frozen")
    page = log.timeline(cast.actor("lina"), cast.logs["sofia"])
    assert (page.frozen, page.frozen_until) == (True, cast.today + timedelta(days=14))


def test_a_helper_is_told_as_long_as_they_help(cast: Cast) -> None:
    def told() -> int:
        with transaction():
            return int(visible.notices(look(cast.actor("per.aas"))).where(Notice.kind == NoticeKind.FREEZE).count())

    pressed(cast)
    assert told() == 1
    theirs = (Participation.log == cast.logs["sofia"]) & (Participation.account == cast.accounts["per.aas"])
    Participation.update(until=cast.now).where(theirs).execute()
    assert told() == 0
