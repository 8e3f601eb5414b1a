"""Who knows of a handover that is offered, how much of it, until when; and who may do what with it."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.policy import CLOSED, can
from parentapp.access.sight import Sight, look
from parentapp.access.visible.handing import told_in_full
from parentapp.db import transaction
from parentapp.domain import consents, families, handover_page, handovers, inviting, private
from parentapp.domain.handovers import Proposal
from parentapp.enums import Answer, EntryType, Relation, Transition
from parentapp.errors import Conflict, Denied, Hidden, Unknown
from parentapp.models import Account, Employment, Entry, Handover, Notice, SeenLine, StafettholderPeriod, Stafettlogg
from tests.cast import Cast
from tests.closing import close
from tests.handing import hand_over

SAID = Proposal("Derfor.", "Hun liker å få se på først.")


def knowing(cast: Cast, handover: UUID) -> set[str]:
    """Who knows that it exists."""
    with transaction():
        return {
            name
            for name in cast.accounts
            if visible.handovers(look(cast.actor(name))).where(Handover.id == handover).exists()
        }


def in_full(cast: Cast, child: str) -> set[str]:
    """Who reads the words, of those who have anything to do with the log."""
    with transaction():
        sights = {name: look(cast.actor(name)) for name in cast.accounts}
        logs = {name: [each for each in sight.ties if each.id == cast.logs[child]] for name, sight in sights.items()}
        return {name for name, found in logs.items() if found and told_in_full(sights[name], found[0])}


def is_asked(cast: Cast, who: str, child: str) -> bool:
    """Whether they are tied to the log as its successor; the same from the person and from the log."""
    with transaction():
        mine = look(cast.actor(who))
        tied = any(each.id == cast.logs[child] and Relation.SUCCESSOR in mine.relations(each) for each in mine.ties)
        around = {
            each.account_id for each in whole(cast, child).around if each.active and each.relation is Relation.SUCCESSOR
        }
    assert tied == (cast.accounts[who] in around)
    return tied


def whole(cast: Cast, child: str) -> Sight:
    """The family's sight of it."""
    mother = {"ella": "gro", "lise": "anne.haugen", "amina": "amina", "sofia": "oksana"}[child]
    return look(cast.actor(mother), cast.logs[child])


def test_the_family_and_the_two_know_of_it(cast: Cast) -> None:
    assert knowing(cast, cast.handovers["ella.handover"]) == {"gro", "berit", "per.aas"}
    assert in_full(cast, "ella") == {"gro", "berit", "per.aas"}
    asked = handovers.propose(cast.actor("per.aas"), cast.logs["lise"], "randi", SAID)
    assert knowing(cast, asked) == {"per.haugen", "anne.haugen", "per.aas", "randi"}
    assert in_full(cast, "lise") == {"per.haugen", "anne.haugen", "per.aas"}
    assert [who for who in ("randi", "lina", "kari") if is_asked(cast, who, "lise")] == ["randi"]  # all of one unit


def test_of_what_has_been_the_family_and_the_two_know_as_long_as_they_hold(cast: Cast) -> None:
    assert knowing(cast, cast.handovers["jonas.handover"]) == {"jonas", "tor"}
    assert knowing(cast, cast.handovers["sofia.handover"]) == {"oksana", "kari"}
    hand_over(cast, "kari", "sofia", "lina")
    assert knowing(cast, cast.handovers["sofia.handover"]) == {"oksana"}


def test_whoever_is_asked_anew_knows_of_nothing_before(cast: Cast) -> None:
    berit, before = cast.actor("berit"), cast.handovers["ella.handover"]
    handovers.withdraw(berit, before)
    of_another = handovers.propose(berit, cast.logs["ella"], "lina", SAID)
    handovers.decline(cast.actor("lina"), of_another)
    anew = handovers.propose(berit, cast.logs["ella"], "per.aas", SAID)
    known = [each for each in (before, of_another, anew) if "per.aas" in knowing(cast, each)]
    assert known == [anew]
    for act in (handovers.accept, handovers.decline):
        with pytest.raises(Hidden):
            act(cast.actor("per.aas"), before)


def ends(cast: Cast) -> list[Callable[[], object]]:
    offered = cast.handovers["ella.handover"]
    return [
        lambda: handovers.withdraw(cast.actor("berit"), offered),
        lambda: handovers.decline(cast.actor("per.aas"), offered),
        lambda: families.block(cast.actor("berit"), cast.logs["ella"], cast.accounts["per.aas"]),
        lambda: (
            Employment.update(until=cast.today - timedelta(days=1))
            .where(Employment.account == cast.accounts["per.aas"])
            .execute()
        ),
        lambda: close(cast, "ella"),
    ]


@pytest.mark.parametrize("number", range(5))
def test_whoever_is_asked_knows_of_it_until_it_ends(cast: Cast, number: int) -> None:
    assert is_asked(cast, "per.aas", "ella")
    ends(cast)[number]()
    assert not is_asked(cast, "per.aas", "ella")
    assert "per.aas" not in knowing(cast, cast.handovers["ella.handover"])
    for act in (handovers.accept, handovers.decline):
        with pytest.raises(Hidden):
            act(cast.actor("per.aas"), cast.handovers["ella.handover"])
    assert Stafettlogg.get_by_id(cast.logs["ella"]).holder_id == cast.accounts["berit"]


def test_of_a_closed_log_nobody_is_asked(cast: Cast) -> None:
    """Also where it was closed and the question was left."""
    Stafettlogg.update(closed_at=cast.now).where(Stafettlogg.id == cast.logs["ella"]).execute()
    assert knowing(cast, cast.handovers["ella.handover"]) == {"gro"}


def test_in_a_closed_log_nothing_of_it_is_written(cast: Cast) -> None:
    close(cast, "ella")
    gro, offered = cast.actor("gro"), cast.handovers["ella.handover"]
    acts: tuple[Callable[[], object], ...] = (
        lambda: handovers.propose(gro, cast.logs["ella"], "lina", SAID),
        lambda: handovers.withdraw(gro, offered),
        lambda: handovers.accept(gro, offered),
        lambda: handovers.check(gro, offered, "Bra."),
    )
    for act in acts:
        with pytest.raises(Conflict) as refused:
            act()
        assert str(refused.value) == CLOSED


def test_whoever_works_there_only_from_tomorrow_is_not_asked(cast: Cast) -> None:
    began = Employment.account == cast.accounts["per.aas"]
    Employment.update(since=cast.today + timedelta(days=1)).where(began).execute()
    assert not is_asked(cast, "per.aas", "ella")


def test_without_a_yes_to_the_service_it_is_only_a_question(cast: Cast) -> None:
    """Nothing of the child, also not in the list of news; and accepting changes nothing."""
    consents.answer(cast.actor("tor"), cast.requests["ella.school"], Answer.NO)
    page = handover_page.page(cast.actor("per.aas"), cast.logs["ella"])
    assert page.child is None
    assert page.handover
    assert (page.handover.reason, page.handover.words, page.handover.worked, page.handover.transition) == (None,) * 4
    assert (page.handover.holder.name, page.handover.unit.name) == ("Berit Dahle", "Fjordvik skole")
    with pytest.raises(Conflict):
        handovers.accept(cast.actor("per.aas"), cast.handovers["ella.handover"])
    assert Handover.get_by_id(cast.handovers["ella.handover"]).outcome is None
    assert StafettholderPeriod.select().where(StafettholderPeriod.log == cast.logs["ella"]).count() == 1
    lines = SeenLine.select().where((SeenLine.log == cast.logs["ella"]) & (SeenLine.relation == Relation.SUCCESSOR))
    assert [bytes(each.things) for each in lines] == [cast.handovers["ella.handover"].bytes]


def test_it_opens_nothing_of_the_log(cast: Cast) -> None:
    with transaction():
        sight = look(cast.actor("per.aas"))
        assert cast.logs["ella"] not in {each.id for each in sight.logs()}
        assert not visible.entries(sight).where(Entry.log == cast.logs["ella"]).exists()


def test_notices_of_it_are_for_those_who_know(cast: Cast) -> None:
    notices = Notice.select().where(Notice.thing == cast.handovers["ella.handover"])
    told = {each.account_id: each.id for each in notices}
    assert set(told) == {cast.accounts["gro"], cast.accounts["per.aas"]}
    handovers.withdraw(cast.actor("berit"), cast.handovers["ella.handover"])
    with transaction():
        for who, knows in (("gro", True), ("per.aas", False)):
            seen = {each.id for each in visible.notices(look(cast.actor(who)))}
            assert (told[cast.accounts[who]] in seen) == knows


def test_the_reading_of_it_is_shown_to_the_family(cast: Cast) -> None:
    """Also that of somebody who was not told whose it is."""
    handovers.propose(cast.actor("per.aas"), cast.logs["lise"], "randi", SAID)
    handover_page.page(cast.actor("randi"), cast.logs["lise"])
    with transaction():
        lines = visible.seen_lines(look(cast.actor("anne.haugen"), cast.logs["lise"]))
        assert cast.accounts["randi"] in {each.account_id for each in lines}


def test_what_is_kept_from_a_guardian_is_kept_here_too(cast: Cast) -> None:
    hand_over(cast, "kari", "amina", "lina")
    entry = Entry.get((Entry.log == cast.logs["amina"]) & (Entry.type == EntryType.HANDOVER)).id
    made = Handover.get(Handover.entry == entry).id
    assert knowing(cast, made) == {"amina", "fadumo", "yusuf", "lina"}
    private.choose(cast.actor("amina"), entry, [cast.accounts["yusuf"]])
    assert knowing(cast, made) == {"amina", "fadumo", "lina"}
    assert handover_page.page(cast.actor("yusuf"), cast.logs["amina"]).handover is None


@pytest.mark.parametrize(
    ("who", "child", "may"),
    [
        ("gro", "ella", {"SEE", "CHECK"}),
        ("amina", "amina", {"SEE", "CHECK"}),
        ("berit", "ella", {"SEE", "PROPOSE", "WITHDRAW", "ANSWER", "CHECK"}),
        ("per.aas", "ella", {"SEE", "ANSWER"}),
        ("lina", "sofia", set()),
        ("erik", "sofia", set()),
    ],
)
def test_what_each_may_do(cast: Cast, who: str, child: str, may: set[str]) -> None:
    with transaction():
        sight = look(cast.actor(who))
        log_of = sight.visited(cast.logs[child])
        mine = {each.name for each in Action if each.name.startswith("HANDOVER") and can(sight, each, log_of)}
    assert mine == {f"HANDOVER_{each}" for each in may}


def test_a_holder_answers_no_question_of_their_own(cast: Cast) -> None:
    for act in (handovers.accept, handovers.decline):
        with pytest.raises(Denied):
            act(cast.actor("berit"), cast.handovers["ella.handover"])
    with pytest.raises(Denied):
        handovers.withdraw(cast.actor("per.aas"), cast.handovers["ella.handover"])


def test_how_a_transition_went_is_looked_at_by_those_who_are_there(cast: Cast) -> None:
    """Until then the log itself says by when."""
    said = Proposal("Derfor.", "Slik.", Transition.SCHOOL_SCHOOL, "Dette.")
    handovers.accept(cast.actor("lina"), handovers.propose(cast.actor("kari"), cast.logs["sofia"], "lina", said))
    with transaction():
        around = [each for each in whole(cast, "sofia").around if each.relation is Relation.SUCCESSOR]
    assert [(each.active, each.since, each.until) for each in around] == [(False, date(2026, 3, 17), date(2026, 3, 31))]
    hand_over(cast, "kari", "amina", "lina")
    with transaction():
        assert not [each for each in whole(cast, "amina").around if each.relation is Relation.SUCCESSOR]


def _is_kept_out(cast: Cast) -> None:
    families.block(cast.actor("kari"), cast.logs["sofia"], cast.accounts["siri"])


def _is_closed(cast: Cast) -> None:
    Account.update(disabled_at=cast.now).where(Account.id == cast.accounts["siri"]).execute()


def _lives_elsewhere(cast: Cast) -> None:
    Account.update(municipality=cast.municipalities["sordal"]).where(Account.id == cast.accounts["siri"]).execute()


@pytest.mark.parametrize("happens", [_is_kept_out, _is_closed, _lives_elsewhere])
def test_nobody_is_asked_by_name_who_is_kept_out_or_closed_or_elsewhere(
    cast: Cast, happens: Callable[[Cast], None]
) -> None:
    kari = cast.actor("kari")
    happens(cast)
    with pytest.raises(Unknown):
        handovers.propose(kari, cast.logs["sofia"], "siri", SAID)
    with pytest.raises(Unknown):
        inviting.invite_guest(kari, cast.meetings["sofia.meeting"], "siri", "For råd.")


def test_that_somebody_took_over_needs_who_else_save_for_these_two(cast: Cast) -> None:
    """The plan alone is not enough: how the transition went tells of it as much as the handover does."""
    handovers.accept(cast.actor("per.aas"), cast.handovers["ella.handover"])
    Handover.update(check_on=cast.today).where(Handover.id == cast.handovers["ella.handover"]).execute()
    went = handovers.check(cast.actor("gro"), cast.handovers["ella.handover"], "Hun går inn alene nå.")
    for entry in (Handover.get_by_id(cast.handovers["ella.handover"]).entry_id, went):
        assert reading(cast, entry, "gro", "per.aas", "tor") == {"gro", "per.aas"}
    assert not told_of(cast, "tor", went)
    assert told_of(cast, "per.aas", went)
    assert not handover_page.page(cast.actor("per.aas"), cast.logs["ella"]).may_check, "it is written"


def reading(cast: Cast, entry: UUID, *people: str) -> set[str]:
    with transaction():
        seen = {name: visible.entries(look(cast.actor(name))).where(Entry.id == entry) for name in people}
        return {name for name, query in seen.items() if query.exists()}


def told_of(cast: Cast, who: str, thing: UUID) -> bool:
    found: bool = Notice.select().where((Notice.account == cast.accounts[who]) & (Notice.thing == thing)).exists()
    return found
