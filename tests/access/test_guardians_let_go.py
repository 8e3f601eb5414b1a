"""Whom the young person has let go, and lets in again: what a professional verified holds, and what one ended stays."""

from dataclasses import replace
from datetime import timedelta

import pytest

from parentapp import clock
from parentapp.access.sight import look
from parentapp.access.visible import belonging
from parentapp.db import transaction
from parentapp.domain import guardians, my_guardians_page
from parentapp.domain.guardians import Relationship
from parentapp.enums import Basis, Delivery, GuardianAnswer, NoticeKind
from parentapp.errors import Conflict, Hidden
from parentapp.models import Guardian, Notice, Subject
from tests.access.states import put
from tests.access.test_my_guardians import GO, IN, say, sees
from tests.access.test_people import known, told
from tests.cast import Cast

WHY = "Fylkesnemnda har opphevet vergemålet."


def ended(cast: Cast) -> None:
    """The contact person ends Helga's time as it runs now."""
    g = Guardian
    row = g.select().where((g.log == cast.logs["jonas"]) & (g.account == cast.accounts["helga"]) & g.ended_at.is_null())
    guardians.end(cast.actor("tor"), cast.logs["jonas"], row.get().id, WHY)


def test_letting_go_on_the_last_day_does_not_undo_a_professionals_end(cast: Cast) -> None:
    put(cast, "let_in")
    ended(cast)
    say(cast, GO)
    assert not sees(cast), "at once all the same"
    assert my_guardians_page.page(cast.actor("jonas"), cast.logs["jonas"]).guardians == []
    with pytest.raises(Hidden):
        say(cast, IN)
    assert not sees(cast)


def test_what_was_verified_before_does_not_outlive_it(cast: Cast) -> None:
    put(cast, "let_in")
    say(cast, GO)
    put(cast, "guardian_proposed")
    say(cast, IN)
    ended(cast)
    with clock.at(cast.now + timedelta(days=2)):
        with pytest.raises((Hidden, Conflict)):
            say(cast, IN)
        assert not sees(cast)


def test_coming_back_is_not_before_the_first_day_that_was_verified(cast: Cast) -> None:
    first = cast.today + timedelta(days=60)
    verge = Relationship(Basis.VERGE, "Pass.", first, signs=False)
    guardians.add(cast.actor("tor"), cast.logs["jonas"], "helga", verge)
    for answer in (IN, GO, IN):
        say(cast, answer)
        assert not sees(cast)
    with clock.at(cast.now + timedelta(days=61)):
        assert sees(cast)


def test_whose_time_ran_out_was_not_let_go(cast: Cast) -> None:
    put(cast, "guardian_proposed")
    say(cast, IN, 3)
    with clock.at(cast.now + timedelta(days=93)):
        with pytest.raises(Hidden):
            say(cast, IN)
        assert not sees(cast)


def test_what_waits_to_be_told_to_them_never_leaves_the_app(cast: Cast) -> None:
    put(cast, "let_in")
    hers = Notice.select().where((Notice.account == cast.accounts["helga"]) & (Notice.delivery == Delivery.WAITING))
    assert hers.count()
    say(cast, GO)
    assert hers.count() == 0


def test_a_yes_that_has_run_out_lets_nobody_in(cast: Cast) -> None:
    """The second professional sees the judgment after the three months: it waits for a new yes, and nobody is told."""
    judged = Relationship(Basis.COURT_JUDGMENT, "Viste dommen.", cast.today, signs=True)
    row = guardians.add(cast.actor("tor"), cast.logs["jonas"], "helga", judged)
    say(cast, IN, 3)
    with clock.at(cast.now + timedelta(days=93)):
        guardians.confirm(cast.actor("siri"), cast.logs["jonas"], row, "Har lest dommen.")
        assert not sees(cast)
        assert told(cast, "tor", NoticeKind.PEOPLE) == 0
        say(cast, IN, 3)
        assert sees(cast)


def test_whose_first_day_comes_after_the_birthday_is_no_other_guardians_to_read(cast: Cast) -> None:
    born = cast.today.replace(year=cast.today.year - 16) + timedelta(days=10)
    Subject.update(born=born).where(Subject.account == cast.accounts["amina"]).execute()
    found = Relationship(Basis.COURT_JUDGMENT, "Viste dommen.", cast.today + timedelta(days=20), signs=False)
    guardians.add(cast.actor("kari"), cast.logs["amina"], "helga", found)
    assert known(cast, "fadumo", "proposed", "id") == set()
    assert known(cast, "kari", "proposed", "account_id") == {cast.accounts["helga"]}


@pytest.mark.parametrize(("who", "waits", "asked"), [("jonas", 1, 1), ("tor", 1, 0), ("siri", 0, 0), ("helga", 0, 0)])
def test_of_whoever_is_proposed_the_young_person_alone_is_asked(cast: Cast, who: str, waits: int, asked: int) -> None:
    put(cast, "guardian_proposed")
    with transaction():
        sight = look(cast.actor(who))
        assert belonging.proposed(sight).count() == waits
        assert belonging.asked_about(sight).count() == asked


def test_health_is_told_to_no_guardian_of_another_day(cast: Cast) -> None:
    put(cast, "let_in")
    say(cast, GuardianAnswer.SHARE_HEALTH)
    with transaction():
        sight = look(cast.actor("helga"), cast.logs["jonas"])
        log = sight.log(cast.logs["jonas"])
        gone = replace(sight, around=tuple(replace(each, active=False) for each in sight.around))
        assert (sight.is_told_health(log), gone.is_told_health(log)) == (True, False)
