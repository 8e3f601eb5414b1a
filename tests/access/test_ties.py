"""How people belong to a log, and what ends it."""

from datetime import timedelta

import pytest

from parentapp import clock
from parentapp.access import visible
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import families, log, lysglimt, questions
from parentapp.enums import Basis
from parentapp.errors import Conflict, Denied, Hidden
from parentapp.models import Block, Employment, Entry, Guardian, Stafettlogg, Subject
from tests.cast import Cast


def sees(cast: Cast, who: str, child: str) -> bool:
    """Whether this person knows of the log, and of anything in it."""
    log_id = cast.logs[child]
    with transaction():
        sight = look(cast.actor(who), log_id)
        knows = any(log.id == log_id for log in sight.logs())
        assert knows or not visible.entries(sight).exists()
        assert knows or not visible.conversations(sight).exists()
        return knows


def test_a_block_keeps_somebody_out_whatever_they_are(cast: Cast) -> None:
    assert sees(cast, "yusuf", "amina")
    families.block(cast.actor("kari"), cast.logs["amina"], cast.accounts["yusuf"])
    assert not sees(cast, "yusuf", "amina")
    families.block(cast.actor("kari"), cast.logs["amina"], cast.accounts["per.aas"])
    assert not sees(cast, "per.aas", "amina")


def test_nobody_can_be_blocked_from_a_log_about_themselves(cast: Cast) -> None:
    by = {"blocked_by": cast.accounts["kari"], "blocked_at": cast.now}
    Block.create(log=cast.logs["amina"], account=cast.accounts["amina"], **by)
    assert sees(cast, "amina", "amina")


def test_a_blocked_person_is_not_let_in_again(cast: Cast) -> None:
    with pytest.raises(Conflict):
        families.add_participant(cast.actor("lina"), cast.logs["noor"], cast.accounts["samir"], cast.units["health"])
    assert not sees(cast, "samir", "noor")


def test_who_no_longer_works_there_is_out(cast: Cast) -> None:
    assert sees(cast, "per.aas", "sofia")
    yesterday = clock.today() - timedelta(days=1)
    Employment.update(until=yesterday).where(Employment.account == cast.accounts["per.aas"]).execute()
    assert not sees(cast, "per.aas", "sofia")
    assert not sees(cast, "per.aas", "lise")


@pytest.mark.parametrize("when", ["since", "until"])
def test_a_guardian_is_one_from_and_until_a_day(cast: Cast, when: str) -> None:
    day = timedelta(days=1 if when == "since" else -1)
    change = {when: clock.today() + day}
    Guardian.update(**change).where(Guardian.account == cast.accounts["oksana"]).execute()
    assert not sees(cast, "oksana", "sofia")


def test_at_eighteen_all_guardians_are_out_and_the_person_stays(cast: Cast) -> None:
    subject = Stafettlogg.get_by_id(cast.logs["amina"]).subject_id
    today = clock.today()
    Subject.update(born=today.replace(year=today.year - 18) + timedelta(days=1)).where(Subject.id == subject).execute()
    assert sees(cast, "fadumo", "amina")
    Subject.update(born=today.replace(year=today.year - 18)).where(Subject.id == subject).execute()
    assert not sees(cast, "fadumo", "amina")
    assert sees(cast, "amina", "amina")


def test_a_log_that_was_only_asked_for_shows_its_opener_the_concern_and_nothing_more(cast: Cast) -> None:
    kari = cast.actor("kari")
    log_id = families.ask_for_log(
        kari, cast.units["health"], name="Mia", born=clock.today() - timedelta(days=3000), level=1
    )
    with transaction():
        sight = look(kari, log_id)
        assert sight.opens(sight.log(log_id))
        for other in ("lina", "randi", "per.aas", "oksana"):
            with pytest.raises(Hidden):
                look(cast.actor(other), log_id).log(log_id)
        assert not visible.entries(sight).where(Entry.log == log_id).exists()


def test_from_sixteen_health_is_the_youths_own(cast: Cast) -> None:
    entry = log.add_note(cast.actor("kari"), cast.logs["amina"], "Sover bedre nå.", health=True)

    def reads(who: str) -> bool:
        with transaction():
            return visible.entries(look(cast.actor(who))).where(Entry.id == entry).exists()

    assert reads("fadumo")
    assert reads("kari")
    assert not reads("per.aas")
    subject = Stafettlogg.get_by_id(cast.logs["amina"]).subject_id
    born = clock.today().replace(year=clock.today().year - 16)
    Subject.update(born=born).where(Subject.id == subject).execute()
    assert not reads("fadumo")
    assert reads("amina")


def test_nobody_posts_a_lysglimt_before_the_family_has_said_yes_to_the_log(cast: Cast) -> None:
    kari, oksana = cast.actor("kari"), cast.actor("oksana")
    born = clock.today() - timedelta(days=3000)
    log_id = families.ask_for_log(kari, cast.units["health"], name="Mia", born=born, level=1)
    families.add_guardian(
        kari,
        log_id,
        cast.accounts["oksana"],
        basis=Basis.PARENTAL_RESPONSIBILITY,
        verified_how="Viste legitimasjon.",
        since=clock.today(),
    )
    questions.ask(kari, log_id, unit=None, kinds=frozenset(), purpose="En felles logg.", child_view="Greit.")
    with pytest.raises(Denied):
        lysglimt.post(oksana, log_id, "Hun sang hele veien.")
