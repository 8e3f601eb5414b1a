"""Whose yes a network person takes, that a no looks like waiting, who is let in, and who is taken out again."""

from datetime import timedelta
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.access import visible
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import blocks, consents, families, freezing, log, network, network_page, notices, people_page
from parentapp.domain.network import FROZEN, NOT_ALL, OVER, Proposed
from parentapp.domain.network_page import NetworkPart, ShownProposal
from parentapp.enums import Answer, Basis, Closeness, NoticeKind
from parentapp.errors import Conflict, Denied, Hidden, Throttled, Unknown
from parentapp.models import Block, NetworkPerson, NetworkProposal, Subject
from tests.access.states import put
from tests.cast import Cast


def whom(username: str = "gro") -> Proposed:
    return Proposed(username, "Mormor", Closeness.GRANDPARENT)


def proposed(cast: Cast, who: str = "fadumo", child: str = "amina", username: str = "gro") -> UUID:
    return network.propose(cast.actor(who), cast.logs[child], whom(username))


def say(cast: Cast, proposal: UUID, *people: str, yes: bool = True, child: str = "amina") -> None:
    for who in people:
        network.answer(cast.actor(who), cast.logs[child], proposal, yes=yes)


def let_in(cast: Cast, proposal: UUID, child: str = "amina", who: str = "kari") -> None:
    network.let_in(cast.actor(who), cast.logs[child], proposal)


def part(cast: Cast, who: str, child: str = "amina") -> NetworkPart:
    return people_page.page(cast.actor(who), cast.logs[child]).network


def shown(cast: Cast, who: str, child: str = "amina") -> ShownProposal:
    found = part(cast, who, child).proposals
    assert found
    return found[0]


def sees(cast: Cast, who: str, child: str) -> bool:
    return cast.logs[child] in {each.log_id for each in log.logs(cast.actor(who))}


def told(cast: Cast, who: str, kind: NoticeKind) -> int:
    return sum(each.kind is kind for each in notices.news(cast.actor(who)))


def born(cast: Cast, child: str, years: int) -> None:
    with transaction():
        subject = look(cast.actor("kari")).log(cast.logs[child]).subject_id
    Subject.update(born=cast.today.replace(year=cast.today.year - years)).where(Subject.id == subject).execute()


def reader(cast: Cast, child: str, who: str) -> None:
    """A guardian who only reads."""
    known = {"basis": Basis.VERGE, "verified_how": "Viste pass.", "since": cast.today, "signs": False}
    families.add_guardian(cast.actor("kari"), cast.logs[child], cast.accounts[who], **known)


def test_it_takes_everybodys_yes_and_then_the_contact_persons_press(cast: Cast) -> None:
    asked = proposed(cast)
    assert (shown(cast, "fadumo").mine, shown(cast, "amina").mine) == (True, None)
    say(cast, asked, "yusuf")
    with pytest.raises(Conflict, match=NOT_ALL):
        let_in(cast, asked)
    assert told(cast, "kari", NoticeKind.NETWORK) == 0
    say(cast, asked, "amina")
    assert all(shown(cast, who).agreed for who in ("amina", "fadumo", "yusuf", "kari"))
    assert told(cast, "kari", NoticeKind.NETWORK) == 1
    assert not sees(cast, "gro", "amina")
    let_in(cast, asked)
    assert sees(cast, "gro", "amina")
    assert (part(cast, "fadumo").proposals, len(part(cast, "fadumo").people)) == ([], 1)
    assert [told(cast, who, NoticeKind.PEOPLE) for who in ("amina", "yusuf", "gro")] == [1, 1, 0]
    assert told(cast, "gro", NoticeKind.ADDED) == 1
    for act in (let_in, lambda cast, asked: say(cast, asked, "yusuf")):
        with pytest.raises(Conflict, match=OVER):
            act(cast, asked)


def test_a_guardian_who_only_reads_is_asked_too(cast: Cast) -> None:
    reader(cast, "amina", "helga")
    asked = proposed(cast)
    say(cast, asked, "yusuf", "amina")
    assert not shown(cast, "fadumo").agreed
    assert told(cast, "helga", NoticeKind.NETWORK) == 1
    say(cast, asked, "helga")
    assert shown(cast, "fadumo").agreed


@pytest.mark.parametrize(("years", "agreed"), [(14, True), (15, False), (16, False)])
def test_the_young_person_is_asked_from_15(cast: Cast, years: int, agreed: bool) -> None:
    born(cast, "amina", years)
    say(cast, proposed(cast), "yusuf")
    assert shown(cast, "kari").agreed is agreed
    if years < 15:
        with pytest.raises(Denied):
            proposed(cast, "amina")
        assert part(cast, "amina").proposals == []


def test_from_15_also_one_who_cannot_log_in(cast: Cast) -> None:
    born(cast, "sofia", 15)
    asked = proposed(cast, "oksana", "sofia")
    assert not shown(cast, "oksana", "sofia").agreed
    with pytest.raises(Conflict, match=NOT_ALL):
        let_in(cast, asked, "sofia")


def test_where_nobody_is_left_to_ask_nobody_has_said_yes(cast: Cast) -> None:
    proposed(cast, "kari", "sofia")
    families.block(cast.actor("kari"), cast.logs["sofia"], cast.accounts["oksana"])
    assert not shown(cast, "kari", "sofia").agreed


def test_a_no_looks_like_waiting_and_can_be_changed(cast: Cast) -> None:
    asked = proposed(cast)
    say(cast, asked, "amina")
    before = {who: part(cast, who) for who in ("fadumo", "amina", "kari")}
    say(cast, asked, "yusuf", yes=False)
    assert {who: part(cast, who) for who in before} == before
    assert shown(cast, "yusuf").mine is False
    say(cast, asked, "yusuf")
    assert shown(cast, "kari").agreed
    say(cast, asked, "yusuf", yes=False)
    with pytest.raises(Conflict, match=NOT_ALL):
        let_in(cast, asked)


@pytest.mark.parametrize("username", ["no such name", "samir", "lina", "kari", "fadumo", "amina", "ivar", "gro"])
def test_whoever_is_proposed_the_family_sees_the_same(cast: Cast, username: str) -> None:
    """Nobody at all; kept out; a helper; the contact person; a guardian; the child; of another municipality."""
    families.block(cast.actor("kari"), cast.logs["amina"], cast.accounts["samir"])
    asked = proposed(cast, username=username)
    say(cast, asked, "yusuf", "amina")
    assert (shown(cast, "yusuf").name, shown(cast, "yusuf").agreed) == ("Mormor", True)
    if username == "gro":
        let_in(cast, asked)
        return
    before = part(cast, "yusuf")
    with pytest.raises(Unknown):
        let_in(cast, asked)
    assert part(cast, "yusuf") == before
    assert not NetworkPerson.select().where(NetworkPerson.log == cast.logs["amina"]).exists()


def test_whoever_proposed_takes_it_back(cast: Cast) -> None:
    asked = proposed(cast, "kari")
    for who in ("yusuf", "fadumo"):
        with pytest.raises(Denied):
            network.take_back(cast.actor(who), cast.logs["amina"], asked)
    assert told(cast, "yusuf", NoticeKind.NETWORK) == 1
    network.take_back(cast.actor("kari"), cast.logs["amina"], asked)
    assert part(cast, "yusuf").proposals == []
    assert told(cast, "yusuf", NoticeKind.NETWORK) == 0
    with pytest.raises(Conflict, match=OVER):
        say(cast, asked, "yusuf")


@pytest.mark.parametrize("who", ["oksana", "kari"])
def test_any_of_them_takes_somebody_out_at_once_and_they_can_come_back(cast: Cast, who: str) -> None:
    erik = cast.accounts["erik"]
    network.remove(cast.actor(who), cast.logs["sofia"], erik)
    assert not sees(cast, "erik", "sofia")
    assert part(cast, "oksana", "sofia").people == []
    assert told(cast, "erik", NoticeKind.PEOPLE) == 0
    with pytest.raises(Hidden):
        network.remove(cast.actor("oksana"), cast.logs["sofia"], erik)
    let_in(cast, proposed(cast, "oksana", "sofia", "erik"), "sofia")
    assert sees(cast, "erik", "sofia")
    assert [each.account_id for each in part(cast, "oksana", "sofia").people] == [erik]


def test_a_proposal_of_another_log_is_not_there(cast: Cast) -> None:
    asked = proposed(cast, "oksana", "sofia")
    with pytest.raises(Hidden):
        network.let_in(cast.actor("kari"), cast.logs["amina"], asked)
    with pytest.raises(Hidden):
        network.answer(cast.actor("fadumo"), cast.logs["amina"], asked, yes=True)
    with pytest.raises(Hidden):
        network.remove(cast.actor("fadumo"), cast.logs["amina"], cast.accounts["erik"])


def test_in_a_log_that_rests_the_contact_person_lets_nobody_in(cast: Cast) -> None:
    """Their leader does: see `test_network_at_rest`."""
    consents.answer(cast.actor("oksana"), cast.requests["sofia.log"], Answer.NO)
    asked = proposed(cast, "oksana", "sofia")
    assert shown(cast, "oksana", "sofia").agreed
    with pytest.raises(Hidden):
        let_in(cast, asked, "sofia")


def test_in_a_frozen_log_nobody_is_let_in(cast: Cast) -> None:
    asked = proposed(cast, "oksana", "sofia")
    freezing.press(cast.actor("lina"), cast.logs["sofia"], "Et forbud.", spoken=True)
    with pytest.raises(Conflict, match=FROZEN):
        let_in(cast, asked, "sofia")
    network.remove(cast.actor("kari"), cast.logs["sofia"], cast.accounts["erik"])


def test_a_closed_log_shows_nothing_to_answer(cast: Cast) -> None:
    put(cast, "proposed")
    assert part(cast, "silje", "elias").proposals == []


def test_nobody_tries_many_names(cast: Cast) -> None:
    for number in range(10):
        proposed(cast, username=f"gro{number}")
    with pytest.raises(Throttled):
        proposed(cast)
    proposed(cast, "yusuf")


def test_the_name_is_sealed_and_the_account_not_kept(cast: Cast) -> None:
    row = NetworkProposal.get_by_id(proposed(cast))
    assert (row.name, b"Mormor" in bytes(row.name_sealed)) == ("Mormor", False)
    gro = cast.accounts["gro"]
    assert gro not in row.__data__.values()


# Who is kept out.


def test_the_contact_person_sees_who_is_kept_out_and_who_wants_them_in(cast: Cast) -> None:
    put(cast, "kept_out")
    page = blocks.page(cast.actor("kari"), cast.logs["sofia"])
    assert [(each.reason, each.by.me) for each in page.kept_out] == [("Besøksforbud.", True), (None, True)][:1]
    assert [each.name for each in page.attempts] == ["Mormor Gro"]
    asked = NetworkProposal.get(NetworkProposal.log == cast.logs["sofia"]).id
    assert network_page.to_check(cast.actor("kari"), cast.logs["sofia"], asked).tried
    assert blocks.page(cast.actor("lina"), cast.logs["noor"]).attempts == []
    other = proposed(cast, "oksana", "sofia", "helga")
    assert not network_page.to_check(cast.actor("kari"), cast.logs["sofia"], other).tried


@pytest.mark.parametrize("username", ["no such name", "kari", "amina", "ivar", "samir"])
def test_whoever_cannot_be_kept_out_is_unknown(cast: Cast, username: str) -> None:
    """Nobody; the contact person herself; whom the log is about; of another municipality; kept out already."""
    families.block(cast.actor("kari"), cast.logs["amina"], cast.accounts["samir"])
    with pytest.raises(Unknown):
        blocks.keep_out(cast.actor("kari"), cast.logs["amina"], username, "Derfor.")


def test_the_child_the_contact_person_and_oneself_are_never_blocked(cast: Cast) -> None:
    for who in ("kari", "amina"):
        with pytest.raises(Conflict):
            families.block(cast.actor("kari"), cast.logs["amina"], cast.accounts[who])
    assert not Block.select().where(Block.log == cast.logs["amina"]).exists()


def test_keeping_somebody_out_works_at_once_and_tells_nobody(cast: Cast) -> None:
    before = len(notices.news(cast.actor("oksana")))
    blocks.keep_out(cast.actor("kari"), cast.logs["sofia"], "erik", "Besøksforbud.")
    assert not sees(cast, "erik", "sofia")
    assert len(notices.news(cast.actor("oksana"))) == before
    assert part(cast, "oksana", "sofia").people == []
    with pytest.raises(Hidden):
        network.remove(cast.actor("oksana"), cast.logs["sofia"], cast.accounts["erik"])


def test_nobody_tries_many_names_to_keep_out(cast: Cast) -> None:
    for _ in range(10):
        with pytest.raises(Unknown):
            blocks.keep_out(cast.actor("kari"), cast.logs["sofia"], "no such name", "Derfor.")
    with pytest.raises(Throttled):
        blocks.keep_out(cast.actor("kari"), cast.logs["sofia"], "helga", "Derfor.")
    with clock.at(clock.now() + timedelta(minutes=16)):
        blocks.keep_out(cast.actor("kari"), cast.logs["sofia"], "helga", "Derfor.")


def test_who_knows_of_blocks_and_proposals(cast: Cast) -> None:
    put(cast, "kept_out")
    knowing: dict[str, set[str]] = {}
    for who in cast.accounts:
        with transaction():
            sight = look(cast.actor(who))
            for rule in ("blocks", "proposals", "attempts", "network_people"):
                rows = {row.log_id for row in getattr(visible, rule)(sight)}
                if cast.logs["sofia"] in rows:
                    knowing.setdefault(rule, set()).add(who)
    assert knowing == {"blocks": {"kari"}, "proposals": {"kari", "oksana"}, "attempts": {"kari"}} | {
        "network_people": {"kari", "oksana"}
    }


def test_a_blocked_guardian_is_not_asked(cast: Cast) -> None:
    asked = proposed(cast)
    say(cast, asked, "amina")
    families.block(cast.actor("kari"), cast.logs["amina"], cast.accounts["yusuf"])
    assert shown(cast, "fadumo").agreed
