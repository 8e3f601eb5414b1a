"""From when and until when somebody belongs to a log; and who belongs, for those who are told of it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from parentapp.access import visible
from parentapp.access.sight import look
from parentapp.crypto import new_id
from parentapp.db import transaction
from parentapp.domain import consents, families, questions, recording
from parentapp.enums import Answer, Basis, Kind, Relation
from parentapp.errors import Hidden
from parentapp.models import (
    ConsentRequest,
    Employment,
    Entry,
    Guardian,
    NetworkPerson,
    Participation,
    Stafettlogg,
    Subject,
)
from tests.cast import Cast
from tests.handing import hand_over

TOMORROW, YESTERDAY = timedelta(days=1), timedelta(days=-1)


def knows(cast: Cast, who: str, log_id: UUID) -> bool:
    """Whether this person may know of the log."""
    with transaction():
        return any(each.id == log_id for each in look(cast.actor(who), log_id).logs())


def around(cast: Cast, child: str) -> set[tuple[str, Relation]]:
    """Who belongs to the log today, as those are told who may be."""
    people = {account: name for name, account in cast.accounts.items()}
    family = next(name for name in ("oksana", "amina", "layla", "jonas") if knows(cast, name, cast.logs[child]))
    with transaction():
        sight = look(cast.actor(family), cast.logs[child])
        there = recording.belonging(sight, sight.log(cast.logs[child]))
        return {(people[person.account_id], person.relation) for person in there}


@pytest.mark.parametrize(("what", "by"), [("since", TOMORROW), ("until", YESTERDAY)])
@pytest.mark.parametrize(("table", "who"), [(Guardian, "oksana"), (NetworkPerson, "erik"), (Employment, "per.aas")])
def test_one_belongs_from_and_until_a_day(cast: Cast, what: str, by: timedelta, table: Any, who: str) -> None:
    sofia = cast.logs["sofia"]
    table.update(**{what: cast.today}).where(table.account == cast.accounts[who]).execute()
    assert knows(cast, who, sofia)
    table.update(**{what: cast.today + by}).where(table.account == cast.accounts[who]).execute()
    assert not knows(cast, who, sofia)


def test_who_takes_part_no_more_is_out(cast: Cast) -> None:
    per = Participation.account == cast.accounts["per.aas"]
    Participation.update(until=cast.now + TOMORROW).where(per).execute()
    assert knows(cast, "per.aas", cast.logs["sofia"])
    Participation.update(until=cast.now).where(per).execute()
    assert not knows(cast, "per.aas", cast.logs["sofia"])
    assert ("per.aas", Relation.PARTICIPANT) not in around(cast, "sofia")


def test_having_asked_for_a_log_lets_nobody_into_it_once_it_is_open(cast: Cast) -> None:
    """Kari asked for Amina's log and works where its holder works, but holds it no longer: no entry is hers to see."""
    kari, amina = cast.actor("kari"), cast.logs["amina"]
    hand_over(cast, "kari", "amina", "lina")
    assert Stafettlogg.get_by_id(amina).opener_id == kari.account_id
    with transaction():
        sight = look(kari)
        assert amina not in {each.id for each in sight.ties}
        assert not visible.entries(sight).where(Entry.log == amina).exists()


def test_who_is_kept_out_or_has_left_does_not_belong(cast: Cast) -> None:
    """To these nothing is told, and nobody reads that an entry is shown to them."""
    families.add_guardian(
        cast.actor("lina"),
        cast.logs["noor"],
        cast.accounts["rana"],
        basis=Basis.PARENTAL_RESPONSIBILITY,
        verified_how="Viste legitimasjon.",
        since=cast.today,
    )
    assert ("rana", Relation.GUARDIAN) in around(cast, "noor")
    families.block(cast.actor("lina"), cast.logs["noor"], cast.accounts["rana"])
    assert ("rana", Relation.GUARDIAN) not in around(cast, "noor")
    assert ("ola", Relation.HOLDER) not in around(cast, "sofia")
    assert ("kari", Relation.HOLDER) in around(cast, "sofia")


def test_at_eighteen_guardians_belong_no_more(cast: Cast) -> None:
    assert ("fadumo", Relation.GUARDIAN) in around(cast, "amina")
    subject = Stafettlogg.get_by_id(cast.logs["amina"]).subject_id
    Subject.update(born=cast.today.replace(year=cast.today.year - 18)).where(Subject.id == subject).execute()
    assert {relation for _, relation in around(cast, "amina")} & {Relation.GUARDIAN} == set()


def test_who_works_there_no_more_does_not_belong(cast: Cast) -> None:
    Employment.update(until=cast.today + YESTERDAY).where(Employment.account == cast.accounts["per.aas"]).execute()
    assert "per.aas" not in {name for name, _ in around(cast, "sofia")}


def test_a_guardian_without_a_say_is_not_asked(cast: Cast) -> None:
    """And while a log is only asked for, does not know of it."""
    kari = cast.actor("kari")
    born = cast.today - timedelta(days=3000)
    mia = families.ask_for_log(kari, cast.units["health"], name="Mia", born=born, level=1)
    for who, signs in (("oksana", True), ("hege", False)):
        families.add_guardian(
            kari,
            mia,
            cast.accounts[who],
            basis=Basis.FOSTER_PARENT,
            verified_how="Viste avtalen.",
            since=cast.today,
            signs=signs,
        )
    asked = questions.ask(kari, mia, unit=None, kinds=frozenset(Kind), purpose="En felles logg.", child_view="Greit.")
    assert knows(cast, "oksana", mia)
    assert not knows(cast, "hege", mia)
    with pytest.raises(Hidden):
        consents.answer(cast.actor("hege"), asked, Answer.YES)
    consents.answer(cast.actor("oksana"), asked, Answer.YES)
    assert knows(cast, "hege", mia)


def test_a_log_that_rests_is_shown_to_no_service_and_goes_on_as_it_was(cast: Cast) -> None:
    oksana, sofia = cast.actor("oksana"), cast.logs["sofia"]
    consents.answer(oksana, cast.requests["sofia.log"], Answer.NO)
    assert [who for who in ("kari", "lina", "per.aas") if knows(cast, who, sofia)] == []
    assert knows(cast, "erik", sofia)
    consents.answer(oksana, cast.requests["sofia.log"], Answer.YES)
    assert [who for who in ("kari", "lina", "per.aas", "ola") if knows(cast, who, sofia)] == ["kari", "lina", "per.aas"]


def test_a_question_that_was_replaced_shares_nothing(cast: Cast) -> None:
    school = ConsentRequest.id == cast.requests["sofia.school"]
    assert knows(cast, "per.aas", cast.logs["sofia"])
    ConsentRequest.update(replaced_at=cast.now).where(school).execute()
    assert not knows(cast, "per.aas", cast.logs["sofia"])


def test_an_id_of_nobodys_is_nowhere(cast: Cast) -> None:
    with transaction(), pytest.raises(Hidden):
        look(cast.actor("oksana")).log(new_id())
