"""Who may ask a unit for a log, who of the unit reads it, and whom it must never reach."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from parentapp.access import visible, wishing
from parentapp.access.actions import Action
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import families, log_wishes, log_wishes_answered, log_wishes_shown
from parentapp.domain.log_wishes import Asked
from parentapp.errors import Conflict, Hidden, LooksLikePlace, Unknown
from parentapp.models import Account, Block, Employment, Guardian, LogWish, NetworkPerson, Notice, Subject
from tests.cast import Cast
from tests.wishing import WORDS, handed, wish, wished, wishes

ANNE = "anne.strand"
EVERYBODY = ("per.haugen", "anne.haugen", ANNE, "randi", "kari", "lina", "mona", "amina", "fadumo", "yusuf", "per.aas")


def known(cast: Cast, person: str) -> set[str]:
    """Whose questions somebody may know of."""
    with transaction():
        rows = {row.id for row in visible.log_wishes(look(cast.actor(person)))}
    return {name for name, each in wishes(cast).items() if each in rows}


def told(cast: Cast, person: str) -> set[str]:
    """Whose questions somebody has notices of."""
    with transaction():
        things = {row.thing for row in visible.notices(look(cast.actor(person)))}
    return {name for name, each in wishes(cast).items() if each in things}


def places(cast: Cast, person: str = "per.haugen") -> dict[str, tuple[str, ...]]:
    return {each.name: each.leaders for each in log_wishes.page(cast.actor(person)).places}


def work(cast: Cast, person: str, **changed: Any) -> None:
    Employment.update(**changed).where(Employment.account == cast.accounts[person]).execute()


def test_one_knows_of_ones_own_of_those_of_ones_unit_and_of_what_one_was_handed(cast: Cast) -> None:
    handed(cast)
    found = {person: known(cast, person) for person in EVERYBODY}
    mine = {"per.haugen": {"per.haugen"}, "amina": {"amina"}, ANNE: {"per.haugen", "amina"}, "randi": {"per.haugen"}}
    assert {person: found[person] for person in EVERYBODY if found[person]} == mine
    assert {person: told(cast, person) for person in EVERYBODY if told(cast, person)} == {
        "per.haugen": {"per.haugen"},
        ANNE: {"per.haugen", "amina"},
        "randi": {"per.haugen"},
    }


def test_those_who_ask_are_of_a_log(cast: Cast) -> None:
    """Guardians, the young person from 15; none of the network, none who helps."""
    with transaction():
        for person, rules in (("silje", (True, False)), ("jonas", (False, True)), ("erik", (False, False))):
            sight = look(cast.actor(person))
            assert (wishing.asks_for_child(sight), wishing.asks_for_oneself(sight)) == rules
    young = cast.today.replace(year=cast.today.year - 14)
    Subject.update(born=young).where(Subject.account == cast.accounts["amina"]).execute()
    with pytest.raises(Hidden):
        log_wishes.page(cast.actor("amina"))


def test_a_young_person_asks_for_nobody_else_and_a_parent_not_as_the_young_person(cast: Cast) -> None:
    for person, child in (("jonas", ("Emil", 2021)), ("per.haugen", None)):
        with pytest.raises(Hidden):
            log_wishes.ask(cast.actor(person), Asked(child, cast.units["health"], WORDS))
    assert LogWish.select().count() == 0


def test_units_that_open_a_log_at_first_and_that_somebody_leads_can_be_asked(cast: Cast) -> None:
    assert places(cast) == {"Fjordvik helsestasjon": ("Anne Strand",)}
    for person in ("per.aas", "tor", "ivar"):
        work(cast, person, leads=True)
    assert set(places(cast)) == {"Fjordvik helsestasjon", "Fjordvik skole"}
    work(cast, ANNE, until=cast.today - timedelta(days=1))
    assert set(places(cast)) == {"Fjordvik skole"}
    Account.update(disabled_at=cast.now).where(Account.id == cast.accounts["per.aas"]).execute()
    assert places(cast) == {}
    with pytest.raises(Conflict):
        wish(cast)


@pytest.mark.parametrize("table", [Guardian, NetworkPerson, Block])
def test_it_never_lands_with_who_is_around_the_child_or_kept_out(cast: Cast, table: Any) -> None:
    """Anne Strand is something to Lise, whose father asks: he cannot ask her, and she reads nothing she was asked."""
    wished(cast)
    near(cast, table, ANNE, "lise")
    assert places(cast) == {}
    assert "Fjordvik helsestasjon" in places(cast, "amina")
    assert known(cast, ANNE) == {"amina"}
    assert visible.waiting_wishes(cast.actor(ANNE)) == [LogWish.get_by_id(wishes(cast)["amina"]).asked_at]
    with pytest.raises(Hidden):
        log_wishes_answered.answer(cast.actor(ANNE), wishes(cast)["per.haugen"], "Nei.")


def near(cast: Cast, table: Any, who: str, child: str) -> None:
    row: dict[str, Any] = {"log": cast.logs[child], "account": cast.accounts[who]}
    if table is Block:
        table.create(**row, blocked_by=cast.accounts["kari"], blocked_at=cast.now)
    elif table is NetworkPerson:
        table.create(**row, invited_by=cast.accounts["per.haugen"], since=cast.today)
    else:
        like = Guardian.get(Guardian.account == cast.accounts["per.haugen"])
        values = {name: value for name, value in like.__data__.items() if name not in ("id", "log", "account")}
        Guardian.insert(id=UUID(int=7), **row, **values).execute()


def test_nor_with_the_other_parent_of_a_young_person_who_asks(cast: Cast) -> None:
    """Amina asks; her own log counts."""
    wished(cast)
    families.block(cast.actor("kari"), cast.logs["amina"], cast.accounts[ANNE], "Besøksforbud.")
    assert known(cast, ANNE) == {"per.haugen"}


def test_one_does_not_ask_oneself(cast: Cast) -> None:
    Employment.create(
        account=cast.accounts["per.haugen"], unit=cast.units["health"], title="lege", leads=True, since=cast.today
    )
    assert places(cast) == {"Fjordvik helsestasjon": ("Anne Strand",)}
    wish(cast)
    with pytest.raises(Hidden):
        log_wishes_answered.hand(cast.actor("per.haugen"), wishes(cast)["per.haugen"], None)


def test_whom_it_is_handed_to_works_there_can_log_in_and_is_nothing_to_the_family(cast: Cast) -> None:
    wish(cast)
    anne, asked = cast.actor(ANNE), wishes(cast)["per.haugen"]
    near(cast, Block, "lina", "lise")
    Account.update(disabled_at=cast.now).where(Account.id == cast.accounts["randi"]).execute()
    for username in ("lina", "randi", "per.aas", "per.haugen", "nobody"):
        with pytest.raises(Unknown):
            log_wishes_answered.hand(anne, asked, username)
    log_wishes_answered.hand(anne, asked, "kari")
    assert known(cast, "kari") == {"per.haugen"}


def test_who_was_handed_it_and_is_kept_out_or_quits_reads_it_no_more(cast: Cast) -> None:
    handed(cast)
    near(cast, Block, "randi", "lise")
    assert (known(cast, "randi"), told(cast, "randi")) == (set(), set())
    Block.delete().where(Block.account == cast.accounts["randi"]).execute()
    assert known(cast, "randi") == {"per.haugen"}
    assert len(visible.waiting_wishes(cast.actor(ANNE))) == 1
    work(cast, "randi", until=cast.today - timedelta(days=1))
    assert known(cast, "randi") == set()
    assert len(visible.waiting_wishes(cast.actor(ANNE))) == 2


def test_answered_or_taken_back_it_waits_no_more(cast: Cast) -> None:
    wished(cast)
    log_wishes_answered.answer(cast.actor(ANNE), wishes(cast)["amina"], "Kom innom.")
    log_wishes.take_back(cast.actor("per.haugen"), wishes(cast)["per.haugen"])
    assert visible.waiting_wishes(cast.actor(ANNE)) == []
    assert known(cast, ANNE) == {"amina"}
    with pytest.raises(Conflict):
        log_wishes_answered.still_open(cast.actor(ANNE), wishes(cast)["per.haugen"])
    assert known(cast, "per.haugen") == {"per.haugen"}
    assert told(cast, "per.haugen") == set()


def test_what_was_answered_is_the_leaders_to_read_for_some_days(cast: Cast) -> None:
    handed(cast)
    log_wishes_answered.answer(cast.actor(ANNE), wishes(cast)["per.haugen"], "Kom innom.")
    assert known(cast, "randi") == set()
    assert "per.haugen" in known(cast, ANNE)
    LogWish.update(until=cast.today - timedelta(days=1)).execute()
    assert known(cast, ANNE) == set()
    assert known(cast, "per.haugen") == {"per.haugen"}


def test_who_opened_the_log_reads_it_for_some_days_too(cast: Cast) -> None:
    handed(cast)
    log_wishes_answered.opened(cast.actor("randi"), wishes(cast)["per.haugen"], cast.logs["lise"])
    assert known(cast, "randi") == {"per.haugen"}
    assert handed_to(cast, "randi") == 0
    LogWish.update(until=cast.today - timedelta(days=1)).where(LogWish.answered_at.is_null(False)).execute()
    assert known(cast, "randi") == set()


def handed_to(cast: Cast, person: str) -> int:
    with transaction():
        return int(Account.select(visible.handed_wishes(cast.actor(person))).limit(1).scalar())


def test_how_many_one_is_to_talk_with(cast: Cast) -> None:
    handed(cast)
    assert {person: handed_to(cast, person) for person in ("randi", ANNE, "kari")} == {"randi": 1, ANNE: 0, "kari": 0}
    log_wishes.take_back(cast.actor("per.haugen"), wishes(cast)["per.haugen"])
    assert handed_to(cast, "randi") == 0


def test_only_who_leads_the_unit_hands_it_on_and_only_who_has_it_opens_a_log(cast: Cast) -> None:
    handed(cast)
    work(cast, "per.aas", leads=True)
    asked, randi = wishes(cast)["per.haugen"], cast.actor("randi")
    for person in ("per.aas", "randi", "kari"):
        with pytest.raises(Hidden):
            log_wishes_answered.hand(cast.actor(person), asked, "lina")
        with pytest.raises(Hidden):
            log_wishes_answered.answer(cast.actor(person), asked, "Nei.")
    for person in ("kari", ANNE, "per.aas"):
        with pytest.raises(Hidden):
            log_wishes_answered.to_open(cast.actor(person), asked)
    with pytest.raises(Hidden):
        log_wishes.take_back(cast.actor("anne.haugen"), asked)
    assert log_wishes_answered.to_open(randi, asked).child == "Emil"


def test_one_who_leads_elsewhere_and_has_it_answers_nothing(cast: Cast) -> None:
    """Randi was handed it, and leads another unit."""
    handed(cast)
    Employment.create(
        account=cast.accounts["randi"], unit=cast.units["nav"], title="leder", leads=True, since=cast.today
    )
    with pytest.raises(Hidden):
        log_wishes_answered.answer(cast.actor("randi"), wishes(cast)["per.haugen"], "Nei.")


def test_who_is_of_no_family_any_longer_reads_neither_it_nor_the_answer(cast: Cast) -> None:
    wish(cast)
    families.block(cast.actor("per.aas"), cast.logs["lise"], cast.accounts["per.haugen"], "Besøksforbud.")
    assert (known(cast, "per.haugen"), told(cast, "per.haugen")) == (set(), set())
    with pytest.raises(Hidden):
        log_wishes.take_back(cast.actor("per.haugen"), wishes(cast)["per.haugen"])


def test_who_has_read_is_told_to_the_asker_alone(cast: Cast) -> None:
    handed(cast)
    log_wishes_answered.received(cast.actor(ANNE))
    log_wishes_answered.handed(cast.actor("randi"))
    readers = {}
    with transaction():
        for person in ("per.haugen", "amina", ANNE, "fadumo"):
            rows = visible.wish_reads(look(cast.actor(person)))
            readers[person] = sorted({each.account_id for each in rows}, key=str)
    both = sorted((cast.accounts[ANNE], cast.accounts["randi"]), key=str)
    assert readers == {"per.haugen": both, "amina": [cast.accounts[ANNE]], ANNE: [], "fadumo": []}


def test_a_place_is_warned_of_in_a_protected_childs_family(cast: Cast) -> None:
    for person, warned in (("layla", True), ("per.haugen", False)):
        actor = replace(cast.actor(person), wrote=("Vi bor i Storgata 12.",))
        with transaction():
            if not warned:
                wishing.require_no_place_of(look(actor), Action.LOG_WISH_ASK)
                continue
            with pytest.raises(LooksLikePlace):
                wishing.require_no_place_of(look(actor), Action.LOG_WISH_ASK)


def test_nothing_is_told_to_who_leads_another_unit(cast: Cast) -> None:
    work(cast, "per.aas", leads=True)
    wish(cast)
    assert {row.account_id for row in Notice.select().where(Notice.log.is_null())} == {cast.accounts[ANNE]}
    assert known(cast, "per.aas") == set()


def test_a_line_that_some_programs_see_in_a_name_is_none(cast: Cast) -> None:
    (found,) = log_wishes_shown.listed("1773135000000000 Fjordvik\u2028skole")
    assert found.unit == "Fjordvik\u2028skole"
