"""The baton is passed on: asked, answered in time or not, taken; the family is told; a transition is looked at."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.domain import consents, desk, families, handover_page, handovers, home, log, private
from parentapp.domain.handover_page import Checked, HandoverPage
from parentapp.domain.handovers import Proposal
from parentapp.domain.handovers_waiting import Pending
from parentapp.enums import Answer, EntryType, HandoverOutcome, NoticeKind, Transition
from parentapp.errors import Conflict, Hidden, Unknown
from parentapp.models import Account, Employment, Entry, Handover, Notice, Stafettlogg
from tests.cast import Cast
from tests.closing import close
from tests.handing import hand_over

SAID = Proposal("Jeg slutter.", "Lina tar over.")
MOVES = Proposal("Ny skole.", "Hun liker å få se på først.", Transition.SCHOOL_SCHOOL, "Å synge.")


def offered(cast: Cast, successor: str = "lina", said: Proposal = SAID) -> UUID:
    return handovers.propose(cast.actor("kari"), cast.logs["sofia"], successor, said)


def holder(cast: Cast, child: str = "sofia") -> UUID:
    found: UUID = Stafettlogg.get_by_id(cast.logs[child]).holder_id
    return found


def told(cast: Cast, thing: UUID, kind: NoticeKind) -> set[str]:
    rows = Notice.select().where((Notice.thing == thing) & (Notice.kind == kind))
    accounts = {row.account_id for row in rows}
    return {name for name, account in cast.accounts.items() if account in accounts}


def at_home(cast: Cast) -> list[Pending]:
    """What stands of it on her mother's Hjem."""
    page = home.home(cast.actor("oksana"))
    assert page
    return page.handovers


def checked_on(page: HandoverPage) -> tuple[Checked, ...]:
    assert page.handover
    return page.handover.checked


def entry_of(cast: Cast, child: str = "sofia") -> Entry:
    query = Entry.select().where((Entry.log == cast.logs[child]) & (Entry.type == EntryType.HANDOVER))
    return query.order_by(Entry.at.desc()).first()


def test_until_it_is_taken_nothing_moves(cast: Cast) -> None:
    asked = offered(cast)
    assert told(cast, asked, NoticeKind.HANDOVER) == {"oksana", "lina"}
    assert holder(cast) == cast.accounts["kari"]
    log.add_note(cast.actor("kari"), cast.logs["sofia"], "Alt i orden.")
    handovers.accept(cast.actor("lina"), asked)
    assert holder(cast) == cast.accounts["lina"]


def test_who_held_the_baton_is_out_also_as_somebody_who_takes_part(cast: Cast) -> None:
    families.add_participant(cast.actor("kari"), cast.logs["sofia"], cast.accounts["kari"], cast.units["health"])
    families.add_participant(cast.actor("kari"), cast.logs["sofia"], cast.accounts["randi"], cast.units["health"])
    hand_over(cast, "kari", "sofia", "lina")
    with pytest.raises(Hidden):
        log.timeline(cast.actor("kari"), cast.logs["sofia"])
    for person in ("lina", "randi"):
        log.timeline(cast.actor(person), cast.logs["sofia"])
    families.add_participant(cast.actor("lina"), cast.logs["sofia"], cast.accounts["kari"], cast.units["health"])
    log.timeline(cast.actor("kari"), cast.logs["sofia"])


def test_the_family_is_told_who_the_contact_person_is(cast: Cast) -> None:
    """In the words and the name of the one who handed over; not the deputy of before."""
    families.name_deputy(cast.actor("kari"), cast.logs["sofia"], cast.accounts["randi"], cast.units["health"])
    hand_over(cast, "kari", "sofia", "lina", "Lina tar over.")
    entry = entry_of(cast)
    assert (entry.text, entry.author_id) == ("Lina tar over.", cast.accounts["kari"])
    assert told(cast, entry.id, NoticeKind.ENTRY) == {"oksana"}
    page = home.home(cast.actor("oksana"))
    assert page
    assert page.contact
    assert page.contact.holder.name == "Lina Moe"
    assert [news.entry.successor.name for news in page.news if news.entry and news.entry.successor] == ["Lina Moe"]


def test_whoever_cannot_be_asked_is_refused_in_the_same_way(cast: Cast) -> None:
    """Nobody, a stranger from elsewhere, somebody without work, the family, oneself, whoever is kept out or is gone."""
    families.block(cast.actor("kari"), cast.logs["sofia"], cast.accounts["siri"])
    Account.update(disabled_at=cast.now).where(Account.id == cast.accounts["tor"]).execute()
    left = cast.actor("kari").today - timedelta(days=1)
    Employment.update(until=left).where(Employment.account == cast.accounts["berit"]).execute()
    guardian = {"account": cast.accounts["oksana"], "unit": cast.units["school"], "title": "lærer"}
    Employment.create(since=date(2020, 1, 1), **guardian)
    for person in ("ingen", "ivar", "mona", "oksana", "kari", "siri", "tor", "berit", ""):
        with pytest.raises(Unknown):
            offered(cast, person)


def test_whoever_works_in_two_places_is_asked_where_the_family_has_said_yes(cast: Cast) -> None:
    also = {"account": cast.accounts["tor"], "unit": cast.units["school"], "title": "miljøterapeut"}
    Employment.create(since=cast.today, **also)
    assert Handover.get_by_id(offered(cast, "tor")).unit_id == cast.units["school"]


def test_one_is_asked_at_a_time(cast: Cast) -> None:
    asked = offered(cast)
    with pytest.raises(Conflict):
        offered(cast, "per.aas")
    handovers.withdraw(cast.actor("kari"), asked)
    assert told(cast, offered(cast, "per.aas"), NoticeKind.HANDOVER) == {"oksana", "per.aas"}


def test_what_has_been_answered_stands(cast: Cast) -> None:
    asked = offered(cast)
    handovers.accept(cast.actor("lina"), asked)
    for act in (handovers.accept, handovers.decline, handovers.withdraw):
        with pytest.raises(Conflict):
            act(cast.actor("lina"), asked)
    assert Handover.get_by_id(asked).outcome is HandoverOutcome.ACCEPTED
    assert holder(cast) == cast.accounts["lina"]


def test_a_no_is_told_to_the_one_who_asked_and_the_family(cast: Cast) -> None:
    asked = offered(cast)
    Notice.delete().where(Notice.thing == asked).execute()
    handovers.decline(cast.actor("lina"), asked)
    assert told(cast, asked, NoticeKind.HANDOVER) == {"oksana", "kari"}
    page = handover_page.page(cast.actor("oksana"), cast.logs["sofia"])
    assert page.handover
    assert page.handover.outcome is HandoverOutcome.DECLINED


def test_the_service_needs_a_yes_when_the_baton_is_taken(cast: Cast) -> None:
    """Not when one is asked: the family may say yes meanwhile. Nor does it help to have had one."""
    asked = offered(cast, "per.aas")
    consents.answer(cast.actor("oksana"), cast.requests["sofia.school"], Answer.NO)
    with pytest.raises(Conflict):
        handovers.accept(cast.actor("per.aas"), asked)
    assert holder(cast) == cast.accounts["kari"]
    with clock.at(cast.now + timedelta(minutes=1)):
        consents.answer(cast.actor("oksana"), cast.requests["sofia.school"], Answer.YES)
    with clock.at(cast.now + timedelta(minutes=2)):
        handovers.accept(cast.actor("per.aas"), asked)
    assert holder(cast) == cast.accounts["per.aas"]


def test_where_another_came_to_hold_it_the_question_is_no_longer_one(cast: Cast) -> None:
    """However that came about; the new one takes it back."""
    asked = offered(cast, "per.aas")
    moved = {"holder": cast.accounts["lina"], "holder_unit": cast.units["health"]}
    Stafettlogg.update(**moved).where(Stafettlogg.id == cast.logs["sofia"]).execute()
    with pytest.raises(Conflict):
        handovers.accept(cast.actor("per.aas"), asked)
    handovers.withdraw(cast.actor("lina"), asked)
    assert holder(cast) == cast.accounts["lina"]


def test_a_question_ends_with_the_log(cast: Cast) -> None:
    asked = offered(cast)
    close(cast, "sofia")
    assert Handover.get_by_id(asked).outcome is HandoverOutcome.WITHDRAWN


@pytest.mark.parametrize(("days", "late"), [(6, False), (7, True)])
def test_after_five_working_days_it_has_waited_too_long(cast: Cast, days: int, late: bool) -> None:
    """Asked on a Tuesday: until and including the Tuesday after there is time."""
    assert cast.today.weekday() == 1
    offered(cast)
    with clock.at(cast.now + timedelta(days=days + 1)):
        (mine,) = desk.desk(cast.actor("kari")).handovers
        (theirs,) = at_home(cast)
        asked = desk.desk(cast.actor("lina")).handovers
    assert (mine.late, theirs.late, mine.asks_me) == (late, late, False)
    assert [each.asks_me for each in asked] == [True]


def test_three_weeks_after_a_transition_we_look_at_it(cast: Cast) -> None:
    asked = offered(cast, "lina", MOVES)
    handovers.accept(cast.actor("lina"), asked)
    assert Handover.get_by_id(asked).check_on == cast.today + timedelta(weeks=3)
    assert at_home(cast) == []
    with pytest.raises(Conflict):
        handovers.check(cast.actor("lina"), asked, "For tidlig.")
    with clock.at(cast.now + timedelta(weeks=3)):
        assert [each.late for each in at_home(cast)] == [False]
        assert [each.child for each in desk.desk(cast.actor("lina")).handovers] == ["Sofia"]
    with clock.at(cast.now + timedelta(weeks=4)):
        assert [each.late for each in desk.desk(cast.actor("lina")).handovers] == [True]
        entry = handovers.check(cast.actor("oksana"), asked, "Вона ходить сама.")
        assert told(cast, entry, NoticeKind.ENTRY) == {"lina"}, "the school has no yes to who else"
        assert desk.desk(cast.actor("lina")).handovers == []
        page = handover_page.page(cast.actor("lina"), cast.logs["sofia"])
        assert [each.text for each in checked_on(page)] == ["Вона ходить сама."]
        with pytest.raises(Conflict):
            handovers.check(cast.actor("lina"), asked, "Én gang til.")


def test_an_ordinary_handover_is_not_looked_at(cast: Cast) -> None:
    asked = offered(cast)
    handovers.accept(cast.actor("lina"), asked)
    assert Handover.get_by_id(asked).check_on is None
    with pytest.raises(Conflict):
        handovers.check(cast.actor("lina"), asked, "Fint.")


def test_how_it_went_may_be_kept_from_a_guardian_who_then_writes_their_own(cast: Cast) -> None:
    """Neither learns of the other's words."""
    asked = handovers.propose(cast.actor("kari"), cast.logs["amina"], "lina", MOVES)
    handovers.accept(cast.actor("lina"), asked)
    with clock.at(cast.now + timedelta(weeks=3)):
        mine = handovers.check(cast.actor("amina"), asked, "Helt ok, egentlig.")
        private.choose(cast.actor("amina"), mine, [cast.accounts["yusuf"]])
        page = handover_page.page(cast.actor("yusuf"), cast.logs["amina"])
        assert (page.may_check, checked_on(page)) == (True, ())
        handovers.check(cast.actor("yusuf"), asked, "Bra.")
        page = handover_page.page(cast.actor("amina"), cast.logs["amina"])
        assert len(checked_on(page)) == 2
