"""The child is born: who may say so, what is closed by it, what nobody else learns, and that nothing goes on."""

from datetime import timedelta

import pytest

from parentapp import clock
from parentapp.access import visible
from parentapp.access.policy import CLOSED
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import (
    archive,
    births,
    closing,
    closing_page,
    consents,
    families,
    log,
    questions,
    reopening,
)
from parentapp.domain.births import NOT_THAT_DAY
from parentapp.enums import Answer, Basis, NoticeKind, Way
from parentapp.errors import Conflict, Hidden
from parentapp.models import Birth, Closing, Entry, Guardian, Notice, Stafettlogg, Subject
from tests.births import born
from tests.cast import Cast


def is_closed(cast: Cast) -> bool:
    return Stafettlogg.get_by_id(cast.logs["marta"]).closed_at is not None


def say(cast: Cast, who: str, days: int = 2, way: Way = Way.APP) -> None:
    births.say(cast.actor(who), cast.logs["marta"], cast.today - timedelta(days=days), way)


def test_she_says_it_and_services_are_out_at_once(cast: Cast) -> None:
    assert log.timeline(cast.actor("kari"), cast.logs["marta"])
    say(cast, "marta")
    assert is_closed(cast)
    for who in ("kari", "lina"):
        with pytest.raises(Hidden):
            log.timeline(cast.actor(who), cast.logs["marta"])
    assert log.timeline(cast.actor("marta"), cast.logs["marta"]).entries
    assert archive.page(cast.actor("marta"), cast.logs["marta"]).shared


def test_the_contact_person_says_it_with_her_word_and_she_is_told_by_whom(cast: Cast) -> None:
    say(cast, "kari", way=Way.SPOKEN)
    page = births.page(cast.actor("marta"), cast.logs["marta"])
    assert page.birth
    assert page.birth.by
    assert (page.birth.by.name, page.birth.born_on) == ("Kari Nilsen", cast.today - timedelta(days=2))
    (row,) = Birth.select()
    assert (row.way, row.said_by_id) == (Way.SPOKEN, cast.accounts["kari"])
    told = Notice.select().where((Notice.kind == NoticeKind.CLOSING) & (Notice.log == cast.logs["marta"]))
    assert {row.account_id for row in told} == {cast.accounts["marta"]}


def test_her_own_word_is_her_own_whatever_way_is_sent(cast: Cast) -> None:
    say(cast, "marta", way=Way.SPOKEN)
    assert Birth.get().way is Way.APP
    birth = births.page(cast.actor("marta"), cast.logs["marta"]).birth
    assert birth
    assert birth.by is None


@pytest.mark.parametrize("days", [-1, 200, 400])
def test_the_day_is_one_that_has_been_while_there_was_a_log(cast: Cast, days: int) -> None:
    with pytest.raises(Conflict) as refused:
        say(cast, "marta", days)
    assert refused.value.reason == NOT_THAT_DAY
    assert not is_closed(cast)


def test_nor_longer_ago_than_a_year(cast: Cast) -> None:
    long_ago = cast.now - timedelta(days=900)
    Stafettlogg.update(asked_at=long_ago, opened_at=long_ago).where(Stafettlogg.id == cast.logs["marta"]).execute()
    with pytest.raises(Conflict):
        say(cast, "marta", 367)
    say(cast, "marta", 366)
    assert is_closed(cast)


def test_of_a_child_or_a_young_person_there_is_no_such_thing(cast: Cast) -> None:
    for who, child in (("jonas", "jonas"), ("oksana", "sofia"), ("kari", "sofia"), ("amina", "amina")):
        with pytest.raises(Hidden):
            births.page(cast.actor(who), cast.logs[child])
        with pytest.raises(Hidden):
            births.say(cast.actor(who), cast.logs[child], cast.today)


def test_nor_before_she_has_said_yes_to_the_log(cast: Cast) -> None:
    Stafettlogg.update(opened_at=None).where(Stafettlogg.id == cast.logs["marta"]).execute()
    with pytest.raises(Hidden):
        births.page(cast.actor("marta"), cast.logs["marta"])


def test_in_a_log_that_rests_she_says_it_and_the_contact_person_cannot(cast: Cast) -> None:
    consents.answer(cast.actor("marta"), cast.requests["marta.log"], Answer.NO)
    with pytest.raises(Hidden):
        say(cast, "kari", way=Way.PAPER)
    say(cast, "marta")
    assert is_closed(cast)


def test_a_contact_person_who_is_of_her_family_does_not_say_it(cast: Cast) -> None:
    known = {"log": cast.logs["marta"], "account": cast.accounts["kari"], "verified_by": cast.accounts["lina"]}
    Guardian.create(basis=Basis.VERGE, verified_how="Viste pass.", since=cast.today, signs=False, **known)
    Subject.update(born=cast.today.replace(year=cast.today.year - 17)).where(
        Subject.account == cast.accounts["marta"]
    ).execute()
    with pytest.raises(Hidden):
        say(cast, "kari", way=Way.PAPER)


def test_a_log_that_is_closed_takes_no_birth(cast: Cast) -> None:
    born(cast)
    with pytest.raises(Conflict) as refused:
        say(cast, "marta", 1)
    assert refused.value.reason == CLOSED
    assert Birth.select().count() == 1


def test_a_proposal_that_waits_is_over_with_it(cast: Cast) -> None:
    proposed = closing.propose(cast.actor("kari"), cast.logs["marta"], "")
    with clock.at(cast.now + timedelta(hours=1)):
        born(cast)
    row = Closing.get_by_id(proposed)
    assert row.ended_at is not None
    assert not row.agreed
    assert closing_page.page(cast.actor("marta"), cast.logs["marta"]).born


def test_where_it_ends_otherwise_no_word_has_to_be_written_and_nothing_of_a_birth_stands_there(cast: Cast) -> None:
    closing.propose(cast.actor("marta"), cast.logs["marta"], "")
    assert is_closed(cast)
    page = closing_page.page(cast.actor("marta"), cast.logs["marta"])
    assert (page.born, page.may_say_born) == (False, False)
    with pytest.raises(Conflict) as refused:
        births.page(cast.actor("marta"), cast.logs["marta"])
    assert refused.value.reason == CLOSED


def test_that_a_birth_closed_it_is_hers_alone_to_know(cast: Cast) -> None:
    """Also where a guardian of somebody young reads the log."""
    born(cast)
    known = {"log": cast.logs["marta"], "account": cast.accounts["helga"], "verified_by": cast.accounts["kari"]}
    Guardian.create(basis=Basis.VERGE, verified_how="Viste pass.", since=cast.today, signs=False, **known)
    Subject.update(born=cast.today.replace(year=cast.today.year - 17)).where(
        Subject.account == cast.accounts["marta"]
    ).execute()
    page = closing_page.page(cast.actor("helga"), cast.logs["marta"])
    assert (page.log.closed, page.born) == (True, False)
    for who, expected in (("marta", 1), ("helga", 0), ("kari", 0)):
        with transaction():
            assert len(list(visible.births(look(cast.actor(who))))) == expected


def test_services_are_told_that_there_is_something_about_closing_and_see_nothing(cast: Cast) -> None:
    born(cast)
    told = Notice.select().where((Notice.kind == NoticeKind.CLOSING) & (Notice.log == cast.logs["marta"]))
    assert {row.account_id for row in told} == {cast.accounts["kari"]}
    with transaction():
        sight = look(cast.actor("kari"))
        assert not [row for row in visible.notices(sight) if row.kind is NoticeKind.CLOSING]


def test_opened_again_it_can_be_closed_by_a_birth_again(cast: Cast) -> None:
    """Where it was pressed by mistake."""
    born(cast)
    question = reopening.ask(cast.actor("marta"), cast.logs["marta"], "Det var en feil.")
    consents.answer(cast.actor("marta"), question, Answer.YES)
    assert births.page(cast.actor("marta"), cast.logs["marta"]).birth is None
    with clock.at(cast.now + timedelta(hours=1)):
        say(cast, "marta", 0)
    birth = births.page(cast.actor("marta"), cast.logs["marta"]).birth
    assert birth
    assert birth.born_on == cast.today


def test_a_log_of_the_child_is_asked_for_as_any_and_starts_empty(cast: Cast) -> None:
    """Its guardians see nothing of the pregnancy by it, and its contact person finds nothing from there."""
    born(cast)
    kari = cast.actor("kari")
    child = families.ask_for_log(kari, cast.units["health"], name="Zofia", born=kari.today, level=1)
    for who in ("marta", "gro"):
        families.add_guardian(
            kari,
            child,
            cast.accounts[who],
            basis=Basis.PARENTAL_RESPONSIBILITY,
            verified_how="Viste legitimasjon.",
            since=kari.today,
        )
    asked = questions.ask(kari, child, unit=None, kinds=frozenset(), purpose="En felles logg.")
    assert Entry.select().where(Entry.log == child).count() == 0
    with pytest.raises(Hidden):
        log.timeline(cast.actor("lina"), child)
    for who in ("marta", "gro"):
        consents.answer(cast.actor(who), asked, Answer.YES)
    assert log.timeline(cast.actor("gro"), child).entries == []
    for page in (log.timeline, closing_page.page, archive.page, births.page):
        with pytest.raises(Hidden):
            page(cast.actor("gro"), cast.logs["marta"])  # type: ignore[operator]  # one after the other
    assert log.timeline(cast.actor("marta"), cast.logs["marta"]).entries
