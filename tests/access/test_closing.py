"""Closing a log together: whose yes it takes, what a no does, and who knows of it."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from parentapp.access import visible
from parentapp.access.policy import CLOSED
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import closing, closing_page, consents, families, log, notices
from parentapp.domain.closing import ONE_ALREADY, OVER
from parentapp.enums import Answer, Basis, NoticeKind
from parentapp.errors import Conflict, Denied, Hidden
from parentapp.models import Closing, Stafettlogg, Subject
from tests.cast import Cast

WHY = "Hun sover bedre. Ring helsestasjonen om noe blir vanskelig."


def proposed(cast: Cast, who: str = "kari", child: str = "amina") -> UUID:
    return closing.propose(cast.actor(who), cast.logs[child], WHY)


def is_closed(cast: Cast, child: str = "amina") -> bool:
    return Stafettlogg.get_by_id(cast.logs[child]).closed_at is not None


def page(cast: Cast, who: str, child: str = "amina") -> closing_page.ClosingPage:
    return closing_page.page(cast.actor(who), cast.logs[child])


def add_guardian(cast: Cast, who: str, *, signs: bool) -> None:
    families.add_guardian(
        cast.actor("kari"),
        cast.logs["amina"],
        cast.accounts[who],
        basis=Basis.VERGE,
        verified_how="Viste vedtaket.",
        since=cast.today,
        signs=signs,
    )


def born(cast: Cast, child: str, day: date) -> None:
    subject = Stafettlogg.get_by_id(cast.logs[child]).subject_id
    Subject.update(born=day).where(Subject.id == subject).execute()


def test_it_is_closed_with_the_last_yes(cast: Cast) -> None:
    asked = proposed(cast)
    for who in ("yusuf", "amina"):
        closing.agree(cast.actor(who), asked)
        closing.agree(cast.actor(who), asked)  # twice is one
        assert not is_closed(cast)
    closing.agree(cast.actor("fadumo"), asked)
    assert is_closed(cast)
    assert page(cast, "yusuf").closing is not None
    with pytest.raises(Hidden):
        page(cast, "kari")


def test_of_whoever_signs_to_propose_is_a_yes_and_alone_it_closes(cast: Cast) -> None:
    asked = proposed(cast, "fadumo")
    assert not page(cast, "fadumo").may_agree
    for who in ("yusuf", "amina"):
        closing.agree(cast.actor(who), asked)
    assert is_closed(cast)
    proposed(cast, "oksana", "sofia")
    assert is_closed(cast, "sofia")


def test_from_16_the_young_person_closes_alone(cast: Cast) -> None:
    born(cast, "amina", cast.today.replace(year=cast.today.year - 16))
    consents_asked = page(cast, "fadumo")
    assert (consents_asked.youth_signs, consents_asked.guardians_sign) == (True, False)
    with pytest.raises(Denied):
        proposed(cast, "fadumo")
    proposed(cast, "amina")
    assert is_closed(cast)


def test_a_child_with_a_login_who_does_not_sign_reads_it(cast: Cast) -> None:
    born(cast, "amina", cast.today.replace(year=cast.today.year - 13))
    assert page(cast, "amina").closing is None
    asked = proposed(cast, "fadumo")
    assert (page(cast, "amina").waits, page(cast, "amina").may_agree) == (True, False)
    with pytest.raises(Denied):
        closing.agree(cast.actor("amina"), asked)


def test_the_contact_person_proposes_and_does_not_decide(cast: Cast) -> None:
    asked = proposed(cast)
    with pytest.raises(Denied):
        closing.agree(cast.actor("kari"), asked)
    with pytest.raises(Conflict, match=ONE_ALREADY):
        proposed(cast, "fadumo")
    closing.stop(cast.actor("kari"), asked)
    by_family = proposed(cast, "fadumo")
    with pytest.raises(Denied):
        closing.stop(cast.actor("kari"), by_family)


@pytest.mark.parametrize("who", ["kari", "fadumo", "amina"])
def test_a_no_ends_it_and_nobody_learns_whose_it_was(cast: Cast, who: str) -> None:
    asked = proposed(cast)
    closing.agree(cast.actor("fadumo"), asked)
    closing.stop(cast.actor(who), asked)
    shown = [page(cast, each).closing for each in ("amina", "yusuf", "kari")]
    assert {each and each.ended_at for each in shown} == {cast.now}
    assert not is_closed(cast)
    for act in (closing.agree, closing.stop):
        with pytest.raises(Conflict, match=OVER):
            act(cast.actor("yusuf"), asked)
    again = proposed(cast, "yusuf")
    with pytest.raises(Conflict, match=OVER):
        closing.agree(cast.actor("amina"), asked)
    closing.agree(cast.actor("amina"), again)
    assert not is_closed(cast), "Fadumo's yes was to the one before"


def test_in_a_closed_log_whoever_reads_it_is_told_so(cast: Cast) -> None:
    add_guardian(cast, "helga", signs=False)
    asked = proposed(cast)
    for who in ("amina", "fadumo", "yusuf"):
        closing.agree(cast.actor(who), asked)
    for who in ("amina", "helga"):
        for act in (closing.agree, closing.stop):
            with pytest.raises(Conflict, match=CLOSED):
                act(cast.actor(who), asked)
        with pytest.raises(Conflict, match=CLOSED):
            proposed(cast, who)


def test_a_guardian_who_does_not_sign_reads_and_says_nothing(cast: Cast) -> None:
    add_guardian(cast, "helga", signs=False)
    asked = proposed(cast)
    assert page(cast, "helga").waits
    for act in (closing.agree, closing.stop):
        with pytest.raises(Denied):
            act(cast.actor("helga"), asked)
    with pytest.raises(Denied):
        proposed(cast, "helga")


def test_those_who_sign_today_are_asked(cast: Cast) -> None:
    """A new guardian too; and whose yes is needed no longer is not waited for, but it takes somebody's yes."""
    asked = proposed(cast)
    add_guardian(cast, "helga", signs=True)
    for who in ("amina", "fadumo", "yusuf"):
        closing.agree(cast.actor(who), asked)
    assert not is_closed(cast)
    born(cast, "amina", cast.today.replace(year=cast.today.year - 16))
    assert page(cast, "amina").may_agree
    closing.agree(cast.actor("amina"), asked)
    assert is_closed(cast)


def test_a_service_with_care_says_it_in_place_of_the_parents(cast: Cast) -> None:
    """And sees nothing of the log from then on, like every service. Gro, her foster mother, only reads."""
    asked = proposed(cast, "berit", "ella")
    with pytest.raises(Denied):
        closing.agree(cast.actor("gro"), asked)
    assert log.still_known(cast.actor("tor"), cast.logs["ella"])
    closing.agree(cast.actor("tor"), asked)
    assert is_closed(cast, "ella")
    assert page(cast, "gro", "ella").closing is not None
    assert not log.still_known(cast.actor("tor"), cast.logs["ella"])


def test_who_knows_of_it_and_is_told(cast: Cast) -> None:
    asked = proposed(cast)
    knowing = set()
    for who in cast.accounts:
        with transaction():
            if visible.closings(look(cast.actor(who))).where(Closing.id == asked).exists():
                knowing.add(who)
    assert knowing == {"amina", "fadumo", "yusuf", "kari"}
    told = {who for who in cast.accounts if any(each.thing == asked for each in notices.news(cast.actor(who)))}
    assert told == {"amina", "fadumo", "yusuf"}
    assert all(each.kind is NoticeKind.CLOSING for each in notices.news(cast.actor("amina")) if each.thing == asked)


def test_in_a_log_that_rests_the_family_closes(cast: Cast) -> None:
    consents.answer(cast.actor("fadumo"), cast.requests["amina.log"], Answer.NO)
    with pytest.raises(Hidden):
        proposed(cast)
    asked = proposed(cast, "yusuf")
    for who in ("amina", "fadumo"):
        closing.agree(cast.actor(who), asked)
    assert is_closed(cast)


def test_whose_yes_is_missing_cannot_log_in(cast: Cast) -> None:
    """From 15 the young person must say yes, with or without a login."""
    born(cast, "sofia", cast.today - timedelta(days=366 * 15))
    proposed(cast, "oksana", "sofia")
    assert not is_closed(cast, "sofia")
