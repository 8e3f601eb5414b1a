"""What is kept in one room is kept in the others: handovers, contact requests, the leader's numbers."""

from datetime import timedelta
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.access import visible
from parentapp.access.actor import SystemActor
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import (
    contact_requests,
    conversations,
    families,
    handover_page,
    handovers,
    home,
    inviting,
    municipality,
    private,
    seen,
    statistics,
)
from parentapp.domain.handovers import Proposal
from parentapp.domain.people import shown_people
from parentapp.enums import Basis, Transition
from parentapp.errors import Hidden
from parentapp.models import ContactRequest, Entry, Handover
from tests.cast import Cast

SAID = Proposal("Jeg skal ha permisjon.", "Hun liker å få se på først.")


def leads(cast: Cast, person: str, unit: UUID) -> None:
    day = cast.now.date() - timedelta(days=30)
    municipality.employ(SystemActor("test", cast.now), cast.accounts[person], unit, "leder", day, leads=True)


def test_the_family_reads_who_read_of_a_handover_and_said_no(cast: Cast) -> None:
    """Nothing else tells of the service they work in."""
    offered = handovers.propose(cast.actor("per.aas"), cast.logs["lise"], "randi", SAID)
    handover_page.page(cast.actor("randi"), cast.logs["lise"])
    handovers.decline(cast.actor("randi"), offered)
    visits = seen.seen(cast.actor("anne.haugen"), cast.logs["lise"]).visits
    hers = [each for each in visits if each.who.account_id == cast.accounts["randi"]]
    assert [(each.who.name, each.unit and each.unit.name) for each in hers] == [("Randi Holm", "Fjordvik helsestasjon")]


@pytest.mark.parametrize(
    ("who", "child", "family"),
    [
        ("fadumo", "amina", "amina"),
        ("erik", "sofia", "oksana"),
        ("samir", "noor", "layla"),
        ("marta", "marta", "marta"),
    ],
)
def test_a_leaders_numbers_are_not_of_their_own(cast: Cast, who: str, child: str, family: str) -> None:
    """A number could tell a guardian what the young person keeps, and one who is kept out that there is a log."""
    with transaction():
        held = look(cast.actor(family), cast.logs[child]).log(cast.logs[child]).holder_unit_id
    for each in (who, "mona"):
        leads(cast, each, held)
    mine, all_of_them = statistics.unit(cast.actor(who)).units[0], statistics.unit(cast.actor("mona")).units[0]
    assert mine.logs == all_of_them.logs - 1


def test_a_leader_who_is_a_guardian_is_not_told_that_the_young_person_waits(cast: Cast) -> None:
    def late(who: str) -> int:
        return sum(each.count for each in statistics.unit(cast.actor(who)).units[0].waiting)

    for each in ("fadumo", "mona"):
        leads(cast, each, cast.units["health"])
    talk = conversations.start(cast.actor("amina"), cast.logs["amina"])
    conversations.write(cast.actor("amina"), talk, "Kan vi snakke?")
    with clock.at(cast.now + timedelta(days=20)):
        mine, others = late("fadumo"), late("mona")
        conversations.write(cast.actor("kari"), talk, "Ja!")
        assert (late("fadumo"), late("mona")) == (mine, others - 1)


def guest(cast: Cast, who: str) -> UUID:
    """Asked to Sofia's next meeting, by Kari."""
    return inviting.invite_guest(cast.actor("kari"), cast.meetings["sofia.meeting"], who, "Kan mye.")


def test_a_guest_who_is_asked_to_take_over_is_told_no_names_of_the_family(cast: Cast) -> None:
    guest(cast, "randi")
    handovers.propose(cast.actor("kari"), cast.logs["sofia"], "randi", SAID)
    with transaction():
        sight = look(cast.actor("randi"), cast.logs["sofia"])
        log = sight.visited(cast.logs["sofia"])
        named = {each.name for each in shown_people(sight, log).values()}
    assert named <= {None, "Randi Holm", "Kari Nilsen"}


def test_whoever_is_asked_to_take_over_does_not_answer_about_the_contact_person(cast: Cast) -> None:
    """They may be the contact person tomorrow, who is not to know of it."""
    anne = cast.actor("anne.strand")
    asked = ContactRequest.get(ContactRequest.log == cast.logs["amina"])
    assert [each.id for each in contact_requests.received(anne)] == [asked.id]
    handovers.propose(cast.actor("kari"), cast.logs["sofia"], "anne.strand", SAID)
    of_another = handovers.propose(cast.actor("kari"), cast.logs["amina"], "randi", SAID)
    assert [each.id for each in contact_requests.received(anne)] == [asked.id]
    handovers.withdraw(cast.actor("kari"), of_another)
    offered = handovers.propose(cast.actor("kari"), cast.logs["amina"], "anne.strand", SAID)
    assert contact_requests.received(anne) == []
    assert visible.waiting_requests(anne) == 0
    with pytest.raises(Hidden):
        contact_requests.answer(anne, asked.id, "Jeg tar over selv.")
    handovers.decline(anne, offered)
    assert [each.id for each in contact_requests.received(anne)] == [asked.id]


def test_a_kept_handover_is_not_told_by_an_older_one_on_the_first_page(cast: Cast) -> None:
    first = Proposal("Derfor.", "Slik.", Transition.SCHOOL_SCHOOL, "Dette.")
    handovers.accept(cast.actor("lina"), handovers.propose(cast.actor("kari"), cast.logs["amina"], "lina", first))
    with clock.at(cast.now + timedelta(days=2)):
        offered = handovers.propose(cast.actor("lina"), cast.logs["amina"], "kari", first)
        handovers.accept(cast.actor("kari"), offered)
        last = Handover.get_by_id(offered)
        private.choose(cast.actor("amina"), last.entry_id, [cast.accounts["yusuf"]])
    with clock.at(cast.now + timedelta(days=30)):
        found = home.home(cast.actor("yusuf"), cast.logs["amina"])
        assert found
        assert last.check_on not in {each.by for each in found.handovers}


def test_whoever_came_to_belong_does_not_take_over(cast: Cast) -> None:
    offered = handovers.propose(cast.actor("kari"), cast.logs["sofia"], "randi", SAID)
    families.add_network_person(cast.actor("kari"), cast.logs["sofia"], cast.accounts["randi"], cast.today)
    with pytest.raises(Hidden):
        handovers.accept(cast.actor("randi"), offered)
    with pytest.raises(Hidden):
        handover_page.page(cast.actor("randi"), cast.logs["sofia"])


def test_a_handover_is_kept_from_a_guardian_however_else_they_are_here(cast: Cast) -> None:
    handovers.accept(cast.actor("lina"), handovers.propose(cast.actor("kari"), cast.logs["amina"], "lina", SAID))
    made = Handover.get((Handover.log == cast.logs["amina"]) & Handover.entry.is_null(False))
    verified = {"basis": Basis.FOSTER_PARENT, "verified_how": "Viste vedtak.", "since": cast.today}
    families.add_guardian(cast.actor("lina"), cast.logs["amina"], cast.accounts["lina"], signs=False, **verified)
    private.choose(cast.actor("amina"), made.entry_id, [cast.accounts["lina"]])
    with transaction():
        sight = look(cast.actor("lina"), cast.logs["amina"])
        assert not visible.entries(sight).where(Entry.id == made.entry_id).exists()
        assert not visible.handovers(sight).where(Handover.id == made.id).exists()
