"""A guardian who signs and is kept out answers on paper: two people record it, and until then no yes is registered."""

from datetime import timedelta
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.access import visible
from parentapp.access.actor import SystemActor
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import (
    blocks,
    choosing,
    consent_page,
    consents,
    desk,
    families,
    log,
    on_paper,
    questions,
    registering,
    reminders,
)
from parentapp.domain.on_paper import ONLY_PAPER, SECOND_FIRST
from parentapp.domain.registering import Told
from parentapp.enums import Answer, Basis, Kind, NoticeKind, SeenPage, Way
from parentapp.errors import Conflict, Denied, Hidden
from parentapp.models import AuditLine, Block, Guardian, NetworkPerson, Notice, SeenLine, Subject
from tests.access.states import put
from tests.cast import Cast

PLAN = frozenset({Kind.PLAN})
WAITS = NoticeKind.PAPER_WAITS
SECONDS = {"lina", "per.aas"}


def kept_out(cast: Cast, who: str = "yusuf", child: str = "amina") -> UUID:
    return blocks.keep_out(cast.actor("kari"), cast.logs[child], who, "Besøksforbud.")


def confirm(cast: Cast, block: UUID, who: str = "per.aas", child: str = "amina") -> None:
    on_paper.confirm(cast.actor(who), cast.logs[child], block, "Har lest vedtaket.")


def knowing(cast: Cast, rule: str = "papers_waiting") -> set[str]:
    """Who knows that it waits; or may confirm it."""
    found = set()
    for who in cast.accounts:
        with transaction():
            if list(getattr(visible, rule)(look(cast.actor(who)))):
                found.add(who)
    return found


def told(cast: Cast, who: str) -> int:
    with transaction():
        return sum(row.kind is WAITS for row in visible.notices(look(cast.actor(who))))


def page(cast: Cast, who: str = "kari", child: str = "amina") -> list[tuple[bool, bool]]:
    """Of each who is kept out: whether it waits, and whether a second one has seen it."""
    found = blocks.page(cast.actor(who), cast.logs[child]).kept_out
    return [(each.waits, each.paper_by is not None) for each in found]


def asked(cast: Cast) -> UUID:
    """Kari asks Amina and her parents whether BUP may see something; Amina and Fadumo say yes."""
    kari, bup = cast.actor("kari"), cast.units["bup"]
    request = questions.ask(kari, cast.logs["amina"], unit=bup, kinds=PLAN, purpose="For råd.", child_view="Ja.")
    for who in ("amina", "fadumo"):
        consents.answer(cast.actor(who), request, Answer.YES)
    return request


def says(cast: Cast, request: UUID, answer: Answer = Answer.YES, way: Way = Way.PAPER, who: str = "yusuf") -> None:
    said = Told(cast.accounts[who], answer, way, clock.today(), "nb", kinds=PLAN)
    registering.register(cast.actor("kari"), request, said)


def runs(cast: Cast, request: UUID) -> bool:
    return consent_page.page(cast.actor("fadumo"), request).request.grant is not None


def test_the_block_works_at_once_and_waits_for_nobody(cast: Cast) -> None:
    kept_out(cast)
    assert cast.logs["amina"] not in {each.log_id for each in log.logs(cast.actor("yusuf"))}
    assert page(cast) == [(True, False)]


def test_a_second_professional_confirms_and_it_waits_no_longer(cast: Cast) -> None:
    block = kept_out(cast)
    assert {who for who in cast.accounts if told(cast, who)} == SECONDS
    confirm(cast, block)
    assert (page(cast), knowing(cast)) == ([(False, True)], set())
    assert [told(cast, who) for who in SECONDS] == [0, 0]
    row = Block.get_by_id(block)
    assert (row.paper_by_id, row.paper_how) == (cast.accounts["per.aas"], "Har lest vedtaket.")
    assert b"vedtaket" not in bytes(row.paper_how_sealed)
    lines = AuditLine.select().where(AuditLine.action == "paper:confirm")
    assert [(line.account_id, line.thing) for line in lines] == [(cast.accounts["per.aas"], cast.accounts["yusuf"])]
    with pytest.raises(Hidden):
        confirm(cast, block, "lina")


def test_whoever_keeps_them_out_is_not_the_second_one(cast: Cast) -> None:
    block = kept_out(cast)
    with pytest.raises(Denied):
        confirm(cast, block, "kari")
    with pytest.raises(Denied):
        on_paper.page(cast.actor("kari"), cast.logs["amina"], block)
    assert page(cast) == [(True, False)]


def test_the_contact_person_and_who_can_confirm_know_that_it_waits_and_nobody_else(cast: Cast) -> None:
    block = kept_out(cast)
    assert (knowing(cast), knowing(cast, "papers_to_confirm")) == ({"kari", *SECONDS}, SECONDS)
    for who in cast.accounts.keys() - {"kari", *SECONDS}:
        with pytest.raises(Hidden):
            confirm(cast, block, who)
        assert desk.desk(cast.actor(who)).papers == []
    for who in SECONDS:
        assert [each.id for each in desk.desk(cast.actor(who)).papers] == [block]
    assert desk.desk(cast.actor("kari")).papers == []


def test_a_contact_person_who_does_not_see_the_plan_knows_and_does_not_confirm(cast: Cast) -> None:
    """Whoever keeps him out was contact person before her. Her service sees meetings, and no longer the plan."""
    block = kept_out(cast)
    Block.update(blocked_by=cast.accounts["randi"]).where(Block.id == block).execute()
    choosing.stop_kind(cast.actor("amina"), cast.requests["amina.health"], Kind.PLAN)
    assert ("kari" in knowing(cast), page(cast)) == (True, [(True, False)])
    with pytest.raises(Hidden):
        confirm(cast, block, "kari")


def test_a_notice_of_it_is_shown_to_nobody_else(cast: Cast) -> None:
    block = kept_out(cast)
    for account in cast.accounts.values():
        Notice.create(account=account, log=cast.logs["amina"], kind=WAITS, thing=block, at=cast.now)
    assert {who for who in cast.accounts if told(cast, who)} == {"kari", *SECONDS}


def test_the_second_one_reads_who_and_not_why(cast: Cast) -> None:
    shown = on_paper.page(cast.actor("lina"), cast.logs["amina"], kept_out(cast))
    assert (shown.name, shown.by.name) == ("Yusuf Warsame", "Kari Nilsen")
    assert "Besøksforbud." not in repr(shown)


def test_a_helper_who_is_around_the_child_too_is_no_second_one(cast: Cast) -> None:
    known = {"log": cast.logs["amina"], "since": cast.today, "invited_by": cast.accounts["kari"]}
    NetworkPerson.create(account=cast.accounts["per.aas"], **known)
    block = kept_out(cast)
    assert (knowing(cast, "papers_to_confirm"), told(cast, "per.aas")) == ({"lina"}, 0)
    assert not Notice.select().where((Notice.kind == WAITS) & (Notice.account == cast.accounts["per.aas"])).exists()
    with pytest.raises(Hidden):
        confirm(cast, block)


@pytest.mark.parametrize("who", ["a reader", "one of before", "gro", "helga"])
def test_of_whoever_does_not_sign_nothing_waits(cast: Cast, who: str) -> None:
    """A guardian who only reads; one whose time is over; somebody of the network; somebody else."""
    guardian = (Guardian.log == cast.logs["amina"]) & (Guardian.account == cast.accounts["yusuf"])
    if who == "a reader":
        Guardian.update(signs=False).where(guardian).execute()
    if who == "one of before":
        Guardian.update(until=cast.today - timedelta(days=1)).where(guardian).execute()
    if who == "gro":
        families.add_network_person(cast.actor("kari"), cast.logs["amina"], cast.accounts["gro"], cast.today)
    kept_out(cast, who if who in cast.accounts else "yusuf")
    assert (page(cast), knowing(cast)) == ([(False, False)], set())
    assert not Notice.select().where(Notice.kind == WAITS).exists()


def test_of_an_adult_nothing_waits(cast: Cast) -> None:
    kept_out(cast)
    grown = cast.today.replace(year=cast.today.year - 18)
    Subject.update(born=grown).where(Subject.account == cast.accounts["amina"]).execute()
    assert knowing(cast) == set()


def test_until_then_their_yes_is_needed_and_cannot_be_registered(cast: Cast) -> None:
    request, block = asked(cast), kept_out(cast)
    assert not runs(cast, request), "nothing starts by leaving them out"
    with pytest.raises(Conflict, match=SECOND_FIRST):
        says(cast, request)
    assert not runs(cast, request)
    confirm(cast, block)
    assert not runs(cast, request), "nor by confirming it"
    with pytest.raises(Conflict, match=ONLY_PAPER):
        says(cast, request, way=Way.SPOKEN)
    says(cast, request)
    assert runs(cast, request)


def test_their_no_can_be_registered_at_any_time_and_ends_what_runs(cast: Cast) -> None:
    request = asked(cast)
    says(cast, request)
    assert runs(cast, request)
    kept_out(cast)
    assert runs(cast, request), "what runs goes on"
    says(cast, request, Answer.NO, Way.SPOKEN)
    assert not runs(cast, request)


def test_they_are_never_asked_in_the_app(cast: Cast) -> None:
    """Neither before it is confirmed nor after, nor by a reminder; and what they send is a 404."""
    block, yusuf = kept_out(cast), cast.actor("yusuf")
    request = asked(cast)
    theirs = Notice.select().where((Notice.account == yusuf.account_id) & (Notice.thing == request))
    for _ in range(2):
        reminders.remind(SystemActor("test", cast.now), cast.logs["amina"])
        assert not theirs.exists()
        for act in (consent_page.page, lambda actor, each: consents.answer(actor, each, Answer.YES)):
            with pytest.raises(Hidden):
                act(yusuf, request)
        if knowing(cast):
            confirm(cast, block)
    assert not runs(cast, request)


def test_one_who_is_not_kept_out_is_asked(cast: Cast) -> None:
    """The control."""
    theirs = (Notice.account == cast.accounts["yusuf"]) & (Notice.thing == asked(cast))
    assert Notice.select().where(theirs).exists()


def test_of_the_others_a_yes_is_registered_as_before(cast: Cast) -> None:
    request = asked(cast)
    kept_out(cast)
    says(cast, request, way=Way.SPOKEN, who="fadumo")


def test_before_the_familys_first_yes_a_colleague_confirms(cast: Cast) -> None:
    cast = put(cast, "asked")
    block = kept_out(cast, "oksana", "mia")
    assert knowing(cast) == {"kari", "lina"}
    assert [each.child for each in desk.desk(cast.actor("lina")).papers] == ["Mia"]
    confirm(cast, block, "lina", "mia")
    assert knowing(cast) == set()


def test_in_a_log_that_rests_nobody_confirms(cast: Cast) -> None:
    block = kept_out(cast)
    consents.answer(cast.actor("fadumo"), cast.requests["amina.log"], Answer.NO)
    with pytest.raises(Hidden):
        confirm(cast, block)


def test_one_of_another_log_is_not_there(cast: Cast) -> None:
    block = kept_out(cast)
    with pytest.raises(Hidden):
        confirm(cast, block, "lina", "sofia")


def test_a_guardian_is_never_let_in_again_by_it(cast: Cast) -> None:
    confirm(cast, kept_out(cast))
    known = {"basis": Basis.VERGE, "verified_how": "Viste pass.", "since": cast.today}
    with pytest.raises(Conflict):
        families.add_guardian(cast.actor("kari"), cast.logs["amina"], cast.accounts["yusuf"], **known)


def test_a_desk_that_names_the_child_of_a_log_nobody_has_answered_writes_its_line(cast: Cast) -> None:
    cast = put(cast, "asked")
    kept_out(cast, "oksana", "mia")
    lines = SeenLine.select().where((SeenLine.log == cast.logs["mia"]) & (SeenLine.account == cast.accounts["lina"]))
    assert not lines.exists()
    desk.desk(cast.actor("lina"))
    assert [line.page for line in lines] == [SeenPage.DESK]
