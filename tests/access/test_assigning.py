"""A leader asks somebody to take over where the contact person cannot go on: who may, of which log, and seeing what.

In the state `holder_out` Sofia's contact person Kari has lost her service's yes; Anne Strand leads it.
"""

from datetime import timedelta
from uuid import UUID

import pytest

from parentapp.access import assigning as leading
from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import SystemActor
from parentapp.access.policy import POLICY, can
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import (
    assigning,
    consents,
    families,
    handover_page,
    handovers,
    home,
    log,
    municipality,
    seen,
)
from parentapp.enums import Answer, EntryType, HandoverOutcome, NoticeKind, Relation, SeenPage, ServiceKind
from parentapp.errors import Conflict, Denied, Hidden, Unknown
from parentapp.models import Employment, Entry, Handover, Notice, SeenLine, Stafettlogg
from tests.access.states import put
from tests.cast import Cast
from tests.handing import hand_over

ANNE = "anne.strand"
WORDS = "Per kjenner Sofia fra før."


def to_find(cast: Cast, person: str = ANNE) -> set[str]:
    """In whose logs that person is to find somebody."""
    names = {log_id: name for name, log_id in cast.logs.items()}
    with transaction():
        sight = leading.look_as_leader(cast.actor(person))
        return {names[each.id] for each in sight.ties if can(sight, Action.HANDOVER_ASSIGN, each)}


def asked(cast: Cast, successor: str = "per.aas", person: str = ANNE) -> UUID:
    return assigning.ask(cast.actor(person), cast.logs["sofia"], successor, WORDS)


def leads(cast: Cast, person: str, unit: UUID) -> None:
    municipality.employ(SystemActor("proof", cast.now), cast.accounts[person], unit, "leder", cast.today, leads=True)


def test_only_where_the_contact_person_cannot_go_on(cast: Cast) -> None:
    assert to_find(cast) == set()
    for act in (lambda: assigning.one(cast.actor(ANNE), cast.logs["sofia"]), lambda: asked(cast)):
        with pytest.raises(Hidden):
            act()
    put(cast, "holder_out")
    assert to_find(cast) == {"sofia"}
    consents.answer(cast.actor("oksana"), cast.requests["sofia.health"], Answer.YES)
    assert to_find(cast) == set()


def test_only_whoever_leads_that_unit_today(cast: Cast) -> None:
    put(cast, "holder_out")
    assert all(to_find(cast, person) == set() for person in cast.accounts if person != ANNE)
    leads(cast, "randi", cast.units["bup"])
    assert to_find(cast, "randi") == set()
    with pytest.raises(Hidden):
        asked(cast, person="randi")
    Employment.update(leads=False).where(Employment.account == cast.accounts[ANNE]).execute()
    with pytest.raises(Hidden):
        asked(cast)
    with pytest.raises(Hidden):
        assigning.page(cast.actor(ANNE))


def test_whoever_is_near_to_the_log_is_not_asked_another_of_the_service_is(cast: Cast) -> None:
    put(cast, "holder_out")
    fjordvik, sordal = cast.municipalities["fjordvik"], cast.municipalities["sordal"]
    places = {
        "randi": (fjordvik, ServiceKind.HEALTH_STATION),
        "bjorn": (fjordvik, ServiceKind.SCHOOL),
        "ivar": (sordal, ServiceKind.HEALTH_STATION),
    }
    for person, (where, service) in places.items():
        unit = municipality.add_unit(SystemActor("proof", cast.now), where, f"Enheten til {person}", service)
        leads(cast, person, unit)
    assert [to_find(cast, person) for person in places] == [set(), set(), set()]
    families.block(cast.actor("per.aas"), cast.logs["mikkel"], cast.accounts[ANNE])
    assert to_find(cast) == {"sofia"}, "kept out of another"
    Stafettlogg.update(opener=cast.accounts[ANNE]).where(Stafettlogg.id == cast.logs["sofia"]).execute()
    assert [to_find(cast, person) for person in (ANNE, *places)] == [set(), {"sofia"}, set(), set()]


def test_not_in_a_log_that_waits_or_is_closed(cast: Cast) -> None:
    gone = Employment.account == cast.accounts["kari"]
    cast = put(cast, "asked")
    Employment.update(until=cast.today - timedelta(days=1)).where(gone).execute()
    before = to_find(cast)
    assert "mia" not in before
    assert "amina" in before
    Stafettlogg.update(closed_at=cast.now).where(Stafettlogg.id == cast.logs["amina"]).execute()
    assert to_find(cast) == before - {"amina"}
    with pytest.raises(Hidden):
        assigning.one(cast.actor(ANNE), cast.logs["amina"])


def test_what_is_asked_elsewhere_is_no_leaders_to_know(cast: Cast) -> None:
    """Not where the contact person can go on; nor, once another unit holds the baton, as who was asked before."""
    said = handovers.Proposal("Derfor.", "Ord.")
    waits = handovers.propose(cast.actor("kari"), cast.logs["sofia"], "per.aas", said)
    with transaction():
        assert not visible.handovers(leading.look_as_leader(cast.actor(ANNE))).exists()
    put(cast, "holder_out")
    with transaction():
        assert [row.id for row in visible.handovers(leading.look_as_leader(cast.actor(ANNE)))] == [waits]
    hand_over(cast, "kari", "amina", "per.aas")
    handovers.propose(cast.actor("per.aas"), cast.logs["amina"], "randi", said)
    consents.answer(cast.actor("fadumo"), cast.requests["amina.school"], Answer.NO)
    with transaction():
        sight = look(cast.actor(ANNE))
        assert cast.logs["amina"] in {each.id for each in sight.ties}, "asked for another contact person"
        assert [row.id for row in visible.handovers(sight)] == [waits]


def test_a_leader_sees_nothing_of_the_log(cast: Cast) -> None:
    cast = put(cast, "led")
    with transaction():
        sight, facts = leading.assigned(cast.actor(ANNE), cast.logs["sofia"])
        assert sight.logs() == ()
        rows = (visible.entries, visible.conversations, visible.requests, visible.meetings, visible.seen_lines)
        assert all(not list(each(sight)) for each in rows)
        assert [row.id for row in visible.handovers(sight)] == [cast.handovers["sofia.led"]]
        allowed = {each for each in POLICY if can(sight, each, facts)}
        assert allowed == {Action.HANDOVER_ASSIGN, Action.CONTACT_REQUEST_ANSWER}
        assert look(cast.actor(ANNE)).logs() == ()
    with pytest.raises(Hidden):
        log.timeline(cast.actor(ANNE), cast.logs["sofia"])
    with pytest.raises(Hidden):
        handover_page.page(cast.actor(ANNE), cast.logs["sofia"])
    shown = str(assigning.page(cast.actor(ANNE)))
    assert ("Kari" in shown, "Per Aas" in shown) == (True, True)
    assert not any(word in shown for word in ("Sofia", "Oksana", "kjenner"))


def test_the_family_and_the_one_who_is_asked_are_told_and_nothing_moves(cast: Cast) -> None:
    put(cast, "holder_out")
    offered = asked(cast)
    row = Handover.get_by_id(offered)
    assert (row.leader_id, row.holder_id) == (cast.accounts[ANNE], cast.accounts["kari"])
    told = Notice.select().where((Notice.kind == NoticeKind.HANDOVER) & (Notice.thing == offered))
    assert {each.account_id for each in told} == {cast.accounts["oksana"], cast.accounts["per.aas"]}
    shown = handover_page.page(cast.actor("oksana"), cast.logs["sofia"]).handover
    assert shown
    names = [each and each.name for each in (shown.leader, shown.holder, shown.asker)]
    assert (names, shown.words, shown.reason) == (["Anne Strand", "Kari Nilsen", "Anne Strand"], WORDS, "")
    pending = home.home(cast.actor("oksana"), cast.logs["sofia"])
    assert pending
    assert [each.holder and each.holder.name for each in pending.handovers] == ["Anne Strand"]
    assert Stafettlogg.get_by_id(cast.logs["sofia"]).holder_id == cast.accounts["kari"]


def test_the_baton_moves_with_the_successors_yes(cast: Cast) -> None:
    cast = put(cast, "led")
    handovers.accept(cast.actor("per.aas"), cast.handovers["sofia.led"])
    row = Stafettlogg.get_by_id(cast.logs["sofia"])
    assert (row.holder_id, row.deputy_id) == (cast.accounts["per.aas"], None)
    entry = Entry.get((Entry.log == cast.logs["sofia"]) & (Entry.type == EntryType.HANDOVER) & (Entry.at == cast.now))
    assert (entry.author_id, entry.text) == (cast.accounts[ANNE], WORDS)
    newest = log.timeline(cast.actor("oksana"), cast.logs["sofia"]).entries[0]
    assert (newest.author.name, newest.successor and newest.successor.name) == ("Anne Strand", "Per Aas")
    assert to_find(cast) == set()
    handovers.propose(
        cast.actor("per.aas"), cast.logs["sofia"], "tor", handovers.Proposal("Derfor.", "Ord.", decided=True)
    )
    pending = home.home(cast.actor("oksana"), cast.logs["sofia"])
    assert pending
    assert [each.holder and each.holder.name for each in pending.handovers] == ["Per Aas"], "who asks now"
    with pytest.raises(Hidden):
        look(cast.actor("kari"), cast.logs["sofia"]).log(cast.logs["sofia"])


def test_only_through_a_service_with_a_yes(cast: Cast) -> None:
    """Randi works at the health station, which has none: she reads neither words nor the child's or Kari's name."""
    put(cast, "holder_out")
    offered = asked(cast, "randi")
    page = handover_page.page(cast.actor("randi"), cast.logs["sofia"])
    assert page.handover
    assert (page.child, page.handover.words, page.handover.holder) == (None, None, None)
    assert page.handover.asker.name == "Anne Strand"
    with pytest.raises(Conflict, match=handovers.NOT_YET):
        handovers.accept(cast.actor("randi"), offered)
    assert Stafettlogg.get_by_id(cast.logs["sofia"]).holder_id == cast.accounts["kari"]


def test_one_at_a_time_and_whoever_leads_takes_it_back(cast: Cast) -> None:
    """Also what Kari asked before her service was out; nobody else can."""
    before = handovers.propose(cast.actor("kari"), cast.logs["sofia"], "randi", handovers.Proposal("Derfor.", "Ord."))
    put(cast, "holder_out")
    with pytest.raises(Conflict, match=handovers.ONE_WAITS):
        asked(cast)
    assigning.withdraw(cast.actor(ANNE), cast.logs["sofia"], before)
    offered = asked(cast)
    for person in ("oksana", "per.aas"):
        with pytest.raises(Denied):
            handovers.withdraw(cast.actor(person), offered)
    with pytest.raises(Hidden):
        handovers.withdraw(cast.actor("kari"), offered)
    assert Handover.get_by_id(before).outcome is HandoverOutcome.WITHDRAWN
    with pytest.raises(Hidden):
        assigning.withdraw(cast.actor(ANNE), cast.logs["sofia"], before)


def test_who_said_no_to_the_leader_is_shown_to_that_leader(cast: Cast) -> None:
    cast = put(cast, "led")
    handovers.decline(cast.actor("per.aas"), cast.handovers["sofia.led"])
    theirs = (Notice.thing == cast.handovers["sofia.led"]) & (Notice.account == cast.accounts["kari"])
    notices = Notice.select().where(theirs)
    assert not notices.exists(), "whose service is out"
    (found,) = assigning.page(cast.actor(ANNE))
    assert found.asked
    assert (found.asked.successor, found.asked.waits) == ("Per Aas", False)
    assert not [each for each in look(cast.actor("oksana")).around if each.relation is Relation.LEADER]
    leads(cast, "randi", cast.units["health"])
    (other,) = assigning.page(cast.actor("randi"))
    assert other.asked is None


def test_whoever_cannot_be_asked_is_a_name_that_nobody_has(cast: Cast) -> None:
    put(cast, "holder_out")
    for name in ("oksana", "erik", "kari", "ivar", "nobody"):
        with pytest.raises(Unknown):
            asked(cast, name)


def test_each_reading_is_written_and_only_the_family_sees_it(cast: Cast) -> None:
    put(cast, "holder_out")
    assigning.page(cast.actor(ANNE))
    line = SeenLine.select().where(SeenLine.account == cast.accounts[ANNE]).order_by(SeenLine.at.desc()).first()
    assert (line.relation, line.page, line.log_id) == (Relation.LEADER, SeenPage.HANDOVER, cast.logs["sofia"])
    visits = seen.seen(cast.actor("oksana"), cast.logs["sofia"]).visits
    assert [visit.who.name for visit in visits if visit.who.account_id == cast.accounts[ANNE]] == ["Anne Strand"]
