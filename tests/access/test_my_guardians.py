"""A young person of 16 lets guardians in and go, and shares health with them: works at once, starts nothing else."""

from datetime import timedelta
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.access import visible
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import families, guardians, my_guardians, my_guardians_page, people_page, recording
from parentapp.domain.guardians import Relationship
from parentapp.enums import Audience, Basis, EntryType, GuardianAnswer, NoticeKind
from parentapp.errors import Conflict, Denied, Hidden, Unknown
from parentapp.models import Entry, Guardian, GuardianChoice, Notice, ProposedGuardian, Stafettlogg, Subject
from tests.access.states import put
from tests.access.test_people import known, told
from tests.cast import Cast

IN, NOT_IN, GO = GuardianAnswer.LET_IN, GuardianAnswer.NOT_IN, GuardianAnswer.LET_GO
SHARE, KEEP = GuardianAnswer.SHARE_HEALTH, GuardianAnswer.KEEP_HEALTH


def say(cast: Cast, answer: GuardianAnswer, months: int = 12, who: str = "helga") -> UUID:
    return my_guardians.choose(cast.actor("jonas"), cast.logs["jonas"], cast.accounts[who], answer, months)


def sees(cast: Cast, who: str = "helga") -> bool:
    with transaction():
        return cast.logs["jonas"] in {log.id for log in look(cast.actor(who)).logs()}


def read(cast: Cast, who: str = "helga") -> set[UUID]:
    with transaction():
        return {row.id for row in visible.entries(look(cast.actor(who))).where(Entry.log == cast.logs["jonas"])}


def health(cast: Cast) -> set[UUID]:
    """Two of Jonas's entries are about his health, as the health station marks them."""
    mine = Entry.select().where((Entry.log == cast.logs["jonas"]) & (Entry.type == EntryType.NOTE))
    ids = [row.id for row in mine.where(Entry.audience == Audience.LOG).order_by(Entry.at).limit(2)]
    Entry.update(health=True).where(Entry.id.in_(ids)).execute()
    assert ids
    return set(ids)


def named(cast: Cast) -> set[str | None]:
    return {each.person.name for each in people_page.page(cast.actor("tor"), cast.logs["jonas"]).guardians}


def test_whom_the_contact_person_proposes_waits_for_the_young_person(cast: Cast) -> None:
    put(cast, "guardian_proposed")
    assert not sees(cast)
    assert told(cast, "jonas", NoticeKind.GUARDIAN_ASKED) == 1
    assert known(cast, "jonas", "proposed", "account_id") == {cast.accounts["helga"]}
    assert known(cast, "siri", "proposed", "id") == set()
    assert [each.second for each in people_page.page(cast.actor("tor"), cast.logs["jonas"]).waiting] == [False]
    with pytest.raises(Unknown):
        put(cast, "guardian_proposed")


def test_nor_can_one_professional_add_her_in_another_way(cast: Cast) -> None:
    how = {"basis": Basis.VERGE, "verified_how": "Pass.", "since": cast.today}
    with pytest.raises(Conflict):
        families.add_guardian(cast.actor("tor"), cast.logs["jonas"], cast.accounts["helga"], **how)


def test_nor_ahead_of_the_birthday(cast: Cast) -> None:
    """Amina turns 16 in ten days: somebody whose first day comes after that waits for her yes, which she gives then."""
    born = cast.today.replace(year=cast.today.year - 16) + timedelta(days=10)
    Subject.update(born=born).where(Subject.account == cast.accounts["amina"]).execute()
    kari, amina, helga = cast.actor("kari"), cast.logs["amina"], cast.accounts["helga"]
    first = cast.today + timedelta(days=20)
    with pytest.raises(Conflict):
        families.add_guardian(kari, amina, helga, basis=Basis.VERGE, verified_how="Pass.", since=first)
    guardians.add(kari, amina, "helga", Relationship(Basis.VERGE, "Pass.", first, signs=False))
    with clock.at(cast.now + timedelta(days=21)):
        with transaction():
            assert amina not in {log.id for log in look(cast.actor("helga")).logs()}
        assert told(cast, "amina", NoticeKind.GUARDIAN_ASKED) == 1
        my_guardians.choose(cast.actor("amina"), amina, helga, IN, 12)
        with transaction():
            assert amina in {log.id for log in look(cast.actor("helga")).logs()}


def test_a_yes_lets_her_in_for_as_long_as_it_says(cast: Cast) -> None:
    put(cast, "guardian_proposed")
    say(cast, IN, 3)
    assert sees(cast)
    assert told(cast, "helga", NoticeKind.ADDED) == 1
    assert told(cast, "tor", NoticeKind.PEOPLE) == 1
    assert told(cast, "jonas", NoticeKind.GUARDIAN_ASKED) == 0
    for days, still in ((91, True), (93, False)):
        with clock.at(cast.now + timedelta(days=days)):
            assert sees(cast) is still


def test_longer_is_a_yes_again(cast: Cast) -> None:
    put(cast, "guardian_proposed")
    say(cast, IN, 3)
    say(cast, IN, 12)
    with clock.at(cast.now + timedelta(days=200)):
        assert sees(cast)


def test_a_no_looks_like_waiting(cast: Cast) -> None:
    put(cast, "guardian_proposed")
    before = people_page.page(cast.actor("tor"), cast.logs["jonas"])
    say(cast, NOT_IN)
    assert people_page.page(cast.actor("tor"), cast.logs["jonas"]) == before
    assert not sees(cast)
    assert told(cast, "tor", NoticeKind.PEOPLE) == 0
    assert my_guardians_page.person(cast.actor("jonas"), cast.logs["jonas"], cast.accounts["helga"]).guardian.said_no
    say(cast, IN)
    assert sees(cast)


def test_health_is_shared_until_it_is_not(cast: Cast) -> None:
    put(cast, "let_in")
    kept = health(cast)
    assert read(cast) & kept == set()
    say(cast, SHARE, 3)
    assert kept <= read(cast)
    with clock.at(cast.now + timedelta(days=93)):
        assert read(cast) & kept == set()
    say(cast, KEEP)
    assert read(cast) & kept == set()


def test_and_with_her_alone(cast: Cast) -> None:
    put(cast, "let_in")
    kept = health(cast)
    how = {"verified_by": cast.accounts["tor"], "verified_how": "Pass.", "since": cast.today}
    Guardian.create(log=cast.logs["jonas"], account=cast.accounts["gro"], basis=Basis.VERGE, **how)
    say(cast, SHARE)
    assert read(cast, "gro") & kept == set()


def test_a_notice_of_health_is_hers_while_it_is_shared(cast: Cast) -> None:
    put(cast, "let_in")
    (one, *_) = health(cast)
    row = Entry.get_by_id(one)
    for answer, reaches in ((None, False), (SHARE, True), (KEEP, False)):
        if answer:
            say(cast, answer)
        with transaction():
            sight = look(cast.actor("tor"), cast.logs["jonas"])
            written = recording.Written(row.type, row.author_id, True)
            assert (cast.accounts["helga"] in recording.readers_of(sight, sight.log(row.log_id), written)) is reaches


def test_whoever_is_let_go_sees_nothing_from_that_instant(cast: Cast) -> None:
    put(cast, "let_in")
    hers = Notice.select().where(Notice.account == cast.accounts["helga"])
    before = hers.count()
    say(cast, GO)
    assert not sees(cast)
    assert named(cast) == set()
    assert told(cast, "helga", NoticeKind.PEOPLE) == 0
    assert hers.count() == before


def test_it_starts_nothing(cast: Cast) -> None:
    """PPT waits for her yes, that day out and after: a yes of Jonas's this morning shares nothing by itself."""
    put(cast, "let_in")
    with transaction():
        before = look(cast.actor("jonas"), cast.logs["jonas"]).consents.grants
    say(cast, GO)
    for days in (0, 1, 30):
        with clock.at(cast.now + timedelta(days=days)), transaction():
            sight = look(cast.actor("jonas"), cast.logs["jonas"])
            family = sight.consents.families[cast.logs["jonas"]]
            assert (cast.accounts["helga"] in family.adults(cast.today + timedelta(days=days))) is (days == 0)
            for grants in sight.consents.grants.values():
                assert set(grants) <= {each for given in before.values() for each in given}


def test_she_can_come_in_again_and_health_is_asked_anew(cast: Cast) -> None:
    put(cast, "let_in")
    kept = health(cast)
    say(cast, SHARE)
    say(cast, GO)
    assert known(cast, "jonas", "let_go", "account_id") == {cast.accounts["helga"]}
    assert known(cast, "tor", "let_go", "id") == set()
    say(cast, IN)
    assert sees(cast)
    assert read(cast) & kept == set()
    assert known(cast, "jonas", "let_go", "id") == set()
    mine = my_guardians_page.page(cast.actor("jonas"), cast.logs["jonas"]).guardians
    assert [(each.name, each.here) for each in mine] == [("Helga Lie", True)]
    assert Guardian.select().where(Guardian.account == cast.accounts["helga"]).count() == 2


def test_not_one_whose_time_a_professional_ended(cast: Cast) -> None:
    put(cast, "let_in")
    row = Guardian.get(Guardian.account == cast.accounts["helga"])
    guardians.end(cast.actor("tor"), cast.logs["jonas"], row.id, "Dom.")
    with clock.at(cast.now + timedelta(days=1)):
        assert known(cast, "jonas", "let_go", "id") == set()
        with pytest.raises(Hidden):
            say(cast, IN)
        put(cast, "guardian_proposed")  # the contact person can propose her again
        say(cast, IN)
        assert sees(cast)


def test_nor_one_who_is_kept_out(cast: Cast) -> None:
    put(cast, "let_go")
    families.block(cast.actor("tor"), cast.logs["jonas"], cast.accounts["helga"])
    with pytest.raises(Hidden):
        say(cast, IN)
    assert my_guardians_page.page(cast.actor("jonas"), cast.logs["jonas"]).guardians == []


def test_what_a_court_decided_takes_both_in_either_order(cast: Cast) -> None:
    jonas, helga = cast.logs["jonas"], cast.accounts["helga"]
    found = Relationship(Basis.COURT_JUDGMENT, "Viste dommen.", cast.today, signs=True)
    row = guardians.add(cast.actor("tor"), jonas, "helga", found)
    say(cast, IN)
    assert not sees(cast)
    assert told(cast, "siri", NoticeKind.GUARDIAN_WAITS) == 1
    with pytest.raises(Denied):
        guardians.confirm(cast.actor("tor"), jonas, row, "Har lest dommen.")
    guardians.confirm(cast.actor("siri"), jonas, row, "Har lest dommen.")
    assert sees(cast)
    say(cast, GO)
    ProposedGuardian.delete().execute()
    again = guardians.add(cast.actor("tor"), jonas, "helga", found)
    guardians.confirm(cast.actor("siri"), jonas, again, "Har lest dommen.")
    assert not sees(cast)
    assert known(cast, "siri", "proposed", "id") == set()
    with pytest.raises(Hidden):
        guardians.confirm(cast.actor("siri"), jonas, again, "Har lest dommen.")
    assert GuardianChoice.select().where((GuardianChoice.guardian == helga) & (GuardianChoice.answer == IN)).exists()
    say(cast, IN)
    assert sees(cast)


def test_a_yes_to_one_proposal_is_none_to_the_next(cast: Cast) -> None:
    put(cast, "guardian_proposed")
    say(cast, NOT_IN)
    guardians.take_back(cast.actor("tor"), cast.logs["jonas"], ProposedGuardian.get().id)
    with pytest.raises(Hidden):
        say(cast, IN)


def test_in_a_closed_log_less_can_be_shared_and_no_more(cast: Cast) -> None:
    put(cast, "let_in")
    Stafettlogg.update(closed_at=cast.now).where(Stafettlogg.id == cast.logs["jonas"]).execute()
    with pytest.raises(Conflict):
        say(cast, SHARE)
    say(cast, GO)
    assert not sees(cast)
    with pytest.raises(Conflict):
        say(cast, IN)


@pytest.mark.parametrize(
    ("who", "log"), [("amina", "amina"), ("tor", "jonas"), ("siri", "jonas"), ("helga", "jonas"), ("yusuf", "amina")]
)
def test_nobody_else_chooses(cast: Cast, who: str, log: str) -> None:
    put(cast, "let_in")
    for account in (cast.accounts["helga"], cast.accounts["fadumo"]):
        with pytest.raises(Hidden):
            my_guardians.choose(cast.actor(who), cast.logs[log], account, GO, 12)


def test_of_an_adult_there_is_none_to_choose(cast: Cast) -> None:
    put(cast, "let_in")
    born = Subject.update(born=cast.today.replace(year=cast.today.year - 18))
    born.where(Subject.account == cast.accounts["jonas"]).execute()
    with pytest.raises(Hidden):
        say(cast, GO)
    found = Relationship(Basis.VERGE, "Pass.", cast.today, signs=False)
    with pytest.raises(Conflict):
        guardians.add(cast.actor("tor"), cast.logs["jonas"], "gro", found)


def test_other_guardians_do_not_read_who_is_proposed(cast: Cast) -> None:
    put(cast, "let_in")
    found = Relationship(Basis.VERGE, "Pass.", cast.today, signs=False)
    guardians.add(cast.actor("tor"), cast.logs["jonas"], "gro", found)
    assert known(cast, "helga", "proposed", "id") == set()
    assert known(cast, "tor", "proposed", "account_id") == {cast.accounts["gro"]}


def test_a_young_person_who_is_not_asked_reads_of_no_choice(cast: Cast) -> None:
    put(cast, "let_in")
    assert known(cast, "jonas", "guardian_choices", "guardian_id") == {cast.accounts["helga"]}
    for who in ("helga", "tor", "amina"):
        assert known(cast, who, "guardian_choices", "id") == set()


def test_the_page_says_so_before(cast: Cast) -> None:
    """Jonas decides alone, and has said yes himself: nothing ends with his mother."""
    put(cast, "let_in")
    page = my_guardians_page.person(cast.actor("jonas"), cast.logs["jonas"], cast.accounts["helga"])
    assert page.ends == []
    assert [each.answer for each in page.said] == [IN]
