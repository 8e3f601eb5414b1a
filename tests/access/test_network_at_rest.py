"""While a log rests the leader checks who comes in as a network person: who may, of whom, seeing what, told when.

In the state `at_rest` Oksana, who alone decides, has proposed Gro for Sofia, and Sofia's log rests. Kari holds the
baton for the health station, which Anne Strand leads.
"""

from uuid import UUID

import pytest

from parentapp.access import assigning, visible
from parentapp.access.actions import Action
from parentapp.access.actor import SystemActor
from parentapp.access.policy import POLICY, can
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import (
    consents,
    families,
    freezing,
    log,
    lysglimt,
    municipality,
    network,
    network_checks,
    notices,
    reminders,
    seen,
)
from parentapp.domain.network import Proposed
from parentapp.enums import Answer, Audience, Closeness, Delivery, NoticeKind, SeenPage, ServiceKind
from parentapp.errors import Hidden, Unknown
from parentapp.models import (
    Block,
    Employment,
    NetworkAnswer,
    NetworkPerson,
    NetworkProposal,
    Notice,
    SeenLine,
    Stafettlogg,
    Subject,
)
from tests.access.states import put
from tests.cast import Cast

ANNE = "anne.strand"


def proposal(cast: Cast, child: str = "sofia") -> UUID:
    row_id: UUID = NetworkProposal.get(NetworkProposal.log == cast.logs[child]).id
    return row_id


def to_check(cast: Cast, person: str = ANNE) -> list[UUID]:
    """Whom that person is to check."""
    with transaction():
        return [row.id for row in visible.checks(assigning.look_as_leader(cast.actor(person)))]


def let_in(cast: Cast, person: str = ANNE, child: str = "sofia") -> None:
    network_checks.let_in(cast.actor(person), cast.logs[child], proposal(cast, child))


def leads(cast: Cast, person: str, unit: UUID) -> None:
    municipality.employ(SystemActor("proof", cast.now), cast.accounts[person], unit, "leder", cast.today, leads=True)


def told(cast: Cast, person: str = ANNE) -> bool:
    """Whether that leader is shown a notice that there is somebody to check."""
    with transaction():
        return NoticeKind.NETWORK_TO_CHECK in {row.kind for row in visible.notices(look(cast.actor(person)))}


def remind(cast: Cast, child: str = "sofia") -> None:
    reminders.remind(SystemActor("proof", cast.now), cast.logs[child])


def is_in(cast: Cast, who: str = "gro") -> bool:
    return cast.logs["sofia"] in {each.log_id for each in log.logs(cast.actor(who))}


def refused(cast: Cast, person: str = ANNE, child: str = "sofia") -> None:
    """Neither looking nor pressing is there for that person."""
    for act in (network_checks.one, network_checks.let_in):
        with pytest.raises(Hidden):
            act(cast.actor(person), cast.logs[child], proposal(cast, child))


def test_only_while_the_log_rests(cast: Cast) -> None:
    put(cast, "proposed")
    assert to_check(cast) == []
    refused(cast)
    put(cast, "resting")
    assert to_check(cast) == [proposal(cast)]
    consents.answer(cast.actor("oksana"), cast.requests["sofia.log"], Answer.YES)
    assert to_check(cast) == []
    refused(cast)
    network.let_in(cast.actor("kari"), cast.logs["sofia"], proposal(cast))


def test_whoever_is_let_in_reads_and_writes_lysglimt_in_the_log_that_rests(cast: Cast) -> None:
    put(cast, "at_rest")
    assert not is_in(cast)
    let_in(cast)
    assert is_in(cast)
    lysglimt.post(cast.actor("gro"), cast.logs["sofia"], "Hun vinket.", audience=Audience.LOG)
    row = NetworkPerson.get((NetworkPerson.log == cast.logs["sofia"]) & (NetworkPerson.account == cast.accounts["gro"]))
    assert (row.invited_by_id, row.since) == (cast.accounts[ANNE], cast.today)
    news = {who: {each.kind for each in notices.news(cast.actor(who))} for who in ("oksana", "gro")}
    assert NoticeKind.PEOPLE in news["oksana"]
    assert NoticeKind.ADDED in news["gro"]
    assert to_check(cast) == []
    refused(cast)


def test_the_contact_person_and_the_family_do_not_check_while_it_rests(cast: Cast) -> None:
    put(cast, "at_rest")
    for person in cast.accounts:
        if person != ANNE:
            assert to_check(cast, person) == [], person
            refused(cast, person)
    with pytest.raises(Hidden):
        network.let_in(cast.actor("kari"), cast.logs["sofia"], proposal(cast))


def test_only_whoever_leads_that_unit_today(cast: Cast) -> None:
    put(cast, "at_rest")
    leads(cast, "randi", cast.units["bup"])
    assert to_check(cast, "randi") == []
    refused(cast, "randi")
    Employment.update(leads=False).where(Employment.account == cast.accounts[ANNE]).execute()
    refused(cast)
    with pytest.raises(Hidden):
        network_checks.page(cast.actor(ANNE))


def test_a_leader_who_is_near_to_the_log_does_not_check_another_of_the_service_does(cast: Cast) -> None:
    put(cast, "at_rest")
    system, fjordvik = SystemActor("proof", cast.now), cast.municipalities["fjordvik"]
    other = municipality.add_unit(system, fjordvik, "Strandvik helsestasjon", ServiceKind.HEALTH_STATION)
    leads(cast, "randi", other)
    assert (to_check(cast), to_check(cast, "randi")) == ([proposal(cast)], [])
    Stafettlogg.update(deputy=cast.accounts[ANNE], deputy_unit=cast.units["health"]).where(
        Stafettlogg.id == cast.logs["sofia"]
    ).execute()
    assert (to_check(cast), to_check(cast, "randi")) == ([], [proposal(cast)])


def test_nobody_before_all_have_said_yes_and_what_is_over_no_longer(cast: Cast) -> None:
    """Amina's takes three: hers, Fadumo's who proposed, and Yusuf's. A no is as no answer."""
    put(cast, "proposed")
    consents.answer(cast.actor("amina"), cast.requests["amina.log"], Answer.NO)
    asked = proposal(cast, "amina")
    assert to_check(cast) == []
    for who, yes in (("amina", True), ("yusuf", False)):
        network.answer(cast.actor(who), cast.logs["amina"], asked, yes=yes)
        assert to_check(cast) == []
        refused(cast, child="amina")
    network.answer(cast.actor("yusuf"), cast.logs["amina"], asked, yes=True)
    assert to_check(cast) == [asked]
    network.take_back(cast.actor("fadumo"), cast.logs["amina"], asked)
    assert to_check(cast) == []
    refused(cast, child="amina")


def test_a_yes_is_to_that_proposal_and_of_that_log(cast: Cast) -> None:
    """What Kari proposed Oksana has not answered; and in another log a yes of hers counts for nothing."""
    put(cast, "proposed")
    network.propose(cast.actor("kari"), cast.logs["sofia"], Proposed("helga", "Tante", Closeness.AUNT_OR_UNCLE))
    before = NetworkProposal.get(NetworkProposal.proposer == cast.accounts["oksana"]).id
    known = {"username_hash": b"1", "name": "Onkel", "closeness": Closeness.AUNT_OR_UNCLE, "at": cast.now}
    other = NetworkProposal.create(log=cast.logs["amina"], proposer=cast.accounts["oksana"], **known)
    NetworkAnswer.create(proposal=other.id, account=cast.accounts["oksana"], yes=True, at=cast.now)
    put(cast, "resting")
    assert to_check(cast) == [before]


def test_where_nobody_is_left_to_ask_nobody_is_checked(cast: Cast) -> None:
    put(cast, "at_rest")
    assert to_check(cast) == [proposal(cast)]
    by = {"blocked_by": cast.accounts["lina"], "blocked_at": cast.now}
    Block.create(log=cast.logs["sofia"], account=cast.accounts["oksana"], **by)
    assert to_check(cast) == []
    refused(cast)


def test_from_15_also_the_young_person_who_cannot_log_in(cast: Cast) -> None:
    put(cast, "at_rest")
    subject = Stafettlogg.get_by_id(cast.logs["sofia"]).subject_id
    Subject.update(born=cast.today.replace(year=cast.today.year - 15)).where(Subject.id == subject).execute()
    assert to_check(cast) == []
    refused(cast)


def test_one_kept_out_is_not_let_in_and_the_family_sees_the_same(cast: Cast) -> None:
    """Nor anybody else who cannot come in: one answer, whatever stands in the way."""
    put(cast, "kept_out")
    families.block(cast.actor("kari"), cast.logs["sofia"], cast.accounts["helga"], "Besøksforbud.")
    put(cast, "resting")
    with transaction():
        known = [(row.log_id, row.account_id) for row in visible.blocks(assigning.look_as_leader(cast.actor(ANNE)))]
        assert known == [(cast.logs["sofia"], cast.accounts["gro"])]
    check = network_checks.one(cast.actor(ANNE), cast.logs["sofia"], proposal(cast))
    assert (check.tried, check.waiting.name) == (True, "Mormor Gro")
    with pytest.raises(Unknown):
        let_in(cast)
    assert not is_in(cast)
    assert to_check(cast) == [proposal(cast)]
    other = Proposed("no such name", "Onkel", Closeness.AUNT_OR_UNCLE)
    unknown = network.propose(cast.actor("oksana"), cast.logs["sofia"], other)
    assert not network_checks.one(cast.actor(ANNE), cast.logs["sofia"], unknown).tried
    with pytest.raises(Unknown):
        network_checks.let_in(cast.actor(ANNE), cast.logs["sofia"], unknown)


def test_in_a_frozen_log_nobody_is_checked_and_no_leader_is_told_of_the_freeze(cast: Cast) -> None:
    put(cast, "at_rest")
    remind(cast)
    assert told(cast)
    freezing.press(cast.actor("lina"), cast.logs["sofia"], "Et forbud.", spoken=True)
    assert to_check(cast) == []
    refused(cast)
    assert not told(cast)
    Notice.delete().where(Notice.kind == NoticeKind.NETWORK_TO_CHECK).execute()
    remind(cast)
    assert not Notice.select().where(Notice.kind == NoticeKind.NETWORK_TO_CHECK).exists()


def test_not_in_a_closed_log(cast: Cast) -> None:
    put(cast, "at_rest")
    Stafettlogg.update(closed_at=cast.now).where(Stafettlogg.id == cast.logs["sofia"]).execute()
    assert to_check(cast) == []
    refused(cast)


def test_a_proposal_of_another_log_is_not_there(cast: Cast) -> None:
    put(cast, "at_rest")
    with pytest.raises(Hidden):
        network_checks.one(cast.actor(ANNE), cast.logs["sofia"], proposal(cast, "amina"))
    consents.answer(cast.actor("amina"), cast.requests["amina.log"], Answer.NO)
    with pytest.raises(Hidden):
        network_checks.let_in(cast.actor(ANNE), cast.logs["amina"], proposal(cast))


def test_the_leader_sees_nothing_else_of_the_log(cast: Cast) -> None:
    """Of who is kept out only whether the one who is proposed is."""
    families.block(cast.actor("kari"), cast.logs["amina"], cast.accounts["samir"], "Voldsalarm.")
    families.block(cast.actor("kari"), cast.logs["sofia"], cast.accounts["helga"], "Besøksforbud.")
    put(cast, "at_rest")
    with transaction():
        sight, facts = assigning.assigned(cast.actor(ANNE), cast.logs["sofia"])
        assert sight.logs() == ()
        rows = (visible.entries, visible.conversations, visible.requests, visible.meetings, visible.network_people)
        assert all(not list(each(sight)) for each in rows)
        assert not list(visible.blocks(sight))
        assert {row.id for row in visible.proposals(sight)} == {proposal(cast)}
        allowed = {each for each in POLICY if can(sight, each, facts)}
        assert allowed == {Action.NETWORK_CHECK, Action.CONTACT_REQUEST_ANSWER}
    check = network_checks.one(cast.actor(ANNE), cast.logs["sofia"], proposal(cast))
    shown = str((check, network_checks.page(cast.actor(ANNE))))
    assert ("Kari" in shown, "Mormor Gro" in shown, "Helga" in shown) == (True, True, False)
    assert not any(word in shown for word in ("Sofia", "Oksana", "Besøksforbud"))


def test_the_family_reads_that_the_leader_looked(cast: Cast) -> None:
    put(cast, "at_rest")
    network_checks.one(cast.actor(ANNE), cast.logs["sofia"], proposal(cast))
    line = SeenLine.get((SeenLine.log == cast.logs["sofia"]) & (SeenLine.account == cast.accounts[ANNE]))
    assert line.page is SeenPage.PEOPLE
    visits = seen.seen(cast.actor("oksana"), cast.logs["sofia"]).visits
    assert "Anne Strand" in {each.who.name for each in visits}


def test_with_the_last_yes_the_leader_is_told_in_the_app_and_without_a_name(cast: Cast) -> None:
    put(cast, "resting")
    assert not told(cast)
    network.propose(cast.actor("oksana"), cast.logs["sofia"], Proposed("gro", "Mormor Gro", Closeness.GRANDPARENT))
    assert told(cast)
    (row,) = Notice.select().where(Notice.kind == NoticeKind.NETWORK_TO_CHECK)
    assert (row.account_id, row.delivery, row.actor_id) == (cast.accounts[ANNE], Delivery.KEPT, None)
    (shown,) = [each for each in notices.news(cast.actor(ANNE)) if each.kind is NoticeKind.NETWORK_TO_CHECK]
    assert (shown.child, shown.age, shown.who.name, shown.entry) == ("", None, None, None)
    let_in(cast)
    assert not told(cast)


def test_where_the_log_comes_to_rest_later_the_worker_tells_once(cast: Cast) -> None:
    put(cast, "proposed")
    remind(cast)
    assert not told(cast), "the contact person checks"
    put(cast, "resting")
    for _ in range(2):
        remind(cast)
    assert told(cast)
    assert Notice.select().where(Notice.kind == NoticeKind.NETWORK_TO_CHECK).count() == 1
    consents.answer(cast.actor("oksana"), cast.requests["sofia.log"], Answer.YES)
    assert not told(cast), "the contact person checks again"
    remind(cast, "amina")
    assert Notice.select().where(Notice.kind == NoticeKind.NETWORK_TO_CHECK).count() == 1
