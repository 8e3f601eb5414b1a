"""Who may see, add and end people of a log; the second person for what a court decided; which rows one knows of."""

from datetime import timedelta
from uuid import UUID

import pytest

from parentapp import crypto
from parentapp.access import visible
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import consents, families, guardians, participants, people_page
from parentapp.domain.guardians import Relationship
from parentapp.enums import Answer, Basis, NoticeKind
from parentapp.errors import Conflict, Denied, Hidden, Unknown
from parentapp.models import Account, Employment, Guardian, Notice, Participation, ProposedGuardian
from tests.access.states import put
from tests.cast import Cast

PASS = "Viste pass."


def relation(cast: Cast, basis: Basis = Basis.VERGE) -> Relationship:
    return Relationship(basis, PASS, cast.today, signs=False)


def waiting(cast: Cast) -> UUID:
    """The one of Mikkel's log: Per Aas has registered Silje."""
    found: UUID = ProposedGuardian.get(ProposedGuardian.answered_at.is_null()).id
    return found


def is_guardian(cast: Cast, log: str, who: str) -> bool:
    rows = Guardian.select().where((Guardian.log == cast.logs[log]) & (Guardian.account == cast.accounts[who]))
    return bool(rows.exists())


def known(cast: Cast, who: str, rule: str, column: str) -> set[UUID]:
    with transaction():
        return {getattr(row, column) for row in getattr(visible, rule)(look(cast.actor(who)))}


def told(cast: Cast, who: str, kind: NoticeKind) -> int:
    with transaction():
        return int(visible.notices(look(cast.actor(who))).where(Notice.kind == kind).count())


def offered(cast: Cast, who: str, log: str) -> set[UUID]:
    return {each.id for each in participants.to_add(cast.actor(who), cast.logs[log], None).units}


@pytest.mark.parametrize("who", ["nobody at all", "samir", "layla", "lina", "ivar"])
def test_whoever_cannot_be_added_is_unknown(cast: Cast, who: str) -> None:
    """No such name; kept out; a guardian before; a helper here; of another municipality. All the same."""
    with pytest.raises(Unknown):
        guardians.add(cast.actor("lina"), cast.logs["noor"], who, relation(cast))


def test_a_closed_account_is_unknown_too(cast: Cast) -> None:
    Account.update(disabled_at=cast.now).where(Account.id == cast.accounts["gro"]).execute()
    with pytest.raises(Unknown):
        guardians.add(cast.actor("kari"), cast.logs["sofia"], "gro", relation(cast))


def test_nobody_waits_twice_for_a_second_person(cast: Cast) -> None:
    put(cast, "judged")
    with pytest.raises(Unknown):
        guardians.add(cast.actor("per.aas"), cast.logs["mikkel"], "silje", relation(cast))


def test_from_16_nobody_is_added_without_the_youth(cast: Cast) -> None:
    """They are asked, if they have a login to answer with; else nobody can be added."""
    guardians.add(cast.actor("tor"), cast.logs["jonas"], "helga", relation(cast))
    assert not is_guardian(cast, "jonas", "helga")
    kari, young = cast.actor("kari"), cast.today - timedelta(days=5400)
    hers = families.ask_for_log(kari, cast.units["health"], name="Mia", born=young, level=1, pregnant=True)
    with pytest.raises(Conflict):
        guardians.add(kari, hers, "helga", relation(cast))
    guardians.add(kari, cast.logs["amina"], "helga", relation(cast))
    assert is_guardian(cast, "amina", "helga")


def test_one_person_alone_makes_no_guardian_of_a_judgment(cast: Cast) -> None:
    put(cast, "judged")
    assert not is_guardian(cast, "mikkel", "silje")
    with pytest.raises(Denied):
        guardians.confirm(cast.actor("per.aas"), cast.logs["mikkel"], waiting(cast), PASS)
    with pytest.raises(Conflict):
        families.add_guardian(
            cast.actor("per.aas"),
            cast.logs["mikkel"],
            cast.accounts["gro"],
            basis=Basis.COURT_JUDGMENT,
            verified_how=PASS,
            since=cast.today,
        )


def test_a_second_one_does_and_everybody_is_told(cast: Cast) -> None:
    put(cast, "judged")
    row = waiting(cast)
    assert told(cast, "lina", NoticeKind.GUARDIAN_WAITS) == 1
    assert told(cast, "hege", NoticeKind.PEOPLE) == 0
    guardians.confirm(cast.actor("lina"), cast.logs["mikkel"], row, "Har lest dommen.")
    assert is_guardian(cast, "mikkel", "silje")
    assert told(cast, "hege", NoticeKind.PEOPLE) == 1
    assert told(cast, "per.aas", NoticeKind.PEOPLE) == 1
    assert told(cast, "silje", NoticeKind.ADDED) == 1
    assert told(cast, "lina", NoticeKind.GUARDIAN_WAITS) == 0
    with pytest.raises(Hidden):
        guardians.confirm(cast.actor("lina"), cast.logs["mikkel"], row, "Har lest dommen.")
    consents.answer(cast.actor("hege"), cast.requests["mikkel.school"], Answer.NO)
    assert told(cast, "per.aas", NoticeKind.PEOPLE) == 0


def test_nobody_confirms_themselves(cast: Cast) -> None:
    put(cast, "judged")
    ProposedGuardian.update(account=cast.accounts["lina"]).execute()
    with pytest.raises(Denied):
        guardians.confirm(cast.actor("lina"), cast.logs["mikkel"], waiting(cast), PASS)


def test_nor_somebody_whose_service_has_no_yes(cast: Cast) -> None:
    put(cast, "judged")
    consents.answer(cast.actor("hege"), cast.requests["mikkel.health"], Answer.NO)
    assert known(cast, "lina", "proposed", "id") == set()
    with pytest.raises(Hidden):
        guardians.confirm(cast.actor("lina"), cast.logs["mikkel"], waiting(cast), PASS)


def test_in_a_closed_log_its_readers_are_told_that_it_is_closed(cast: Cast) -> None:
    with pytest.raises(Conflict):
        guardians.confirm(cast.actor("silje"), cast.logs["elias"], crypto.new_id(), PASS)


def test_before_the_family_has_answered_a_colleague_confirms(cast: Cast) -> None:
    cast = put(cast, "asked_judged")
    families.add_participant(cast.actor("kari"), cast.logs["mia"], cast.accounts["per.aas"], cast.units["school"])
    assert known(cast, "per.aas", "proposed", "id") == set()
    with pytest.raises(Hidden):
        guardians.confirm(cast.actor("per.aas"), cast.logs["mia"], waiting(cast), PASS)
    assert people_page.to_confirm(cast.actor("lina"), cast.logs["mia"], waiting(cast)).waiting.name == "Silje Berg"
    guardians.confirm(cast.actor("lina"), cast.logs["mia"], waiting(cast), PASS)
    assert is_guardian(cast, "mia", "silje")


def test_and_whoever_asked_for_the_log_ends_what_they_began(cast: Cast) -> None:
    cast = put(cast, "asked_judged")
    kari, mia = cast.actor("kari"), cast.logs["mia"]
    lina = Participation.get((Participation.log == mia) & (Participation.account == cast.accounts["lina"]))
    participants.end(kari, mia, lina.id)
    guardians.take_back(kari, mia, waiting(cast))
    assert known(cast, "kari", "proposed", "id") == set()


def test_helpers_come_from_units_with_a_yes_that_one_may_know_of(cast: Cast) -> None:
    health, school = cast.units["health"], cast.units["school"]
    assert offered(cast, "kari", "sofia") == {health, school}
    assert offered(cast, "per.aas", "mikkel") == {school}
    consents.answer(cast.actor("oksana"), cast.requests["sofia.school"], Answer.NO)
    assert offered(cast, "kari", "sofia") == {health}
    with pytest.raises(Unknown):
        participants.add(cast.actor("kari"), cast.logs["sofia"], cast.units["ppt"], cast.accounts["ingrid"])


def test_whoever_is_kept_out_is_not_offered(cast: Cast) -> None:
    kari, sofia, health = cast.actor("kari"), cast.logs["sofia"], cast.units["health"]
    families.block(kari, sofia, cast.accounts["randi"])
    page = participants.to_add(kari, sofia, health)
    assert [each.name for each in page.people] == ["Anne Strand"]
    with pytest.raises(Unknown):
        participants.add(kari, sofia, health, cast.accounts["randi"])


def test_a_helper_is_added_told_and_ended(cast: Cast) -> None:
    kari, sofia, randi = cast.actor("kari"), cast.logs["sofia"], cast.accounts["randi"]
    participants.add(kari, sofia, cast.units["health"], randi)
    assert told(cast, "randi", NoticeKind.ADDED) == 1
    assert told(cast, "oksana", NoticeKind.PEOPLE) == 1
    row = Participation.get((Participation.log == sofia) & (Participation.account == randi))
    participants.end(kari, sofia, row.id)
    assert randi not in known(cast, "oksana", "participations", "account_id")
    assert told(cast, "randi", NoticeKind.ADDED) == 0
    with pytest.raises(Hidden):
        participants.end(kari, sofia, row.id)


def test_one_sees_who_takes_part_and_nobody_else(cast: Cast) -> None:
    per, lina = cast.accounts["per.aas"], cast.accounts["lina"]
    assert per in known(cast, "oksana", "participations", "account_id")
    assert known(cast, "per.haugen", "participations", "log_id") <= {cast.logs["lise"]}
    assert lina in known(cast, "hege", "participations", "account_id")
    assert lina not in known(cast, "per.aas", "participations", "account_id"), "nobody ticked who else helps"
    families.block(cast.actor("kari"), cast.logs["sofia"], per)
    assert per not in known(cast, "oksana", "participations", "account_id")
    Employment.update(until=cast.today - timedelta(days=1)).where(Employment.account == lina).execute()
    assert lina not in known(cast, "hege", "participations", "account_id")


def test_one_sees_the_guardians_of_now_and_of_later(cast: Cast) -> None:
    fadumo, yusuf = cast.accounts["fadumo"], cast.accounts["yusuf"]
    assert known(cast, "kari", "guardians", "account_id") >= {fadumo, yusuf, cast.accounts["oksana"]}
    assert cast.accounts["layla"] not in known(cast, "kari", "guardians", "account_id")
    families.block(cast.actor("kari"), cast.logs["amina"], yusuf)
    assert yusuf not in known(cast, "kari", "guardians", "account_id")
    Guardian.update(until=cast.today - timedelta(days=1)).where(Guardian.account == fadumo).execute()
    assert fadumo not in known(cast, "kari", "guardians", "account_id")


def test_of_an_adult_there_are_none(cast: Cast) -> None:
    how = {"basis": Basis.VERGE, "verified_how": PASS, "since": cast.today}
    by = {"verified_by": cast.accounts["kari"]}
    Guardian.create(log=cast.logs["marta"], account=cast.accounts["helga"], **how, **by)
    assert known(cast, "marta", "guardians", "account_id") == set()


def test_who_waits_is_known_to_the_family_and_to_those_who_can_confirm(cast: Cast) -> None:
    put(cast, "judged")
    for who, sees in {"hege": True, "per.aas": True, "lina": True, "kari": False, "silje": False}.items():
        assert bool(known(cast, who, "proposed", "id")) is sees, who
    assert people_page.page(cast.actor("hege"), cast.logs["mikkel"]).waiting[0].how is None
    guardians.take_back(cast.actor("per.aas"), cast.logs["mikkel"], waiting(cast))
    assert not known(cast, "hege", "proposed", "id")


def test_a_guardian_is_out_from_tomorrow(cast: Cast) -> None:
    kari, sofia = cast.actor("kari"), cast.logs["sofia"]
    row = Guardian.get((Guardian.log == sofia) & (Guardian.account == cast.accounts["oksana"]))
    guardians.end(kari, sofia, row.id, "Dom fra tingretten.")
    kept = Guardian.get_by_id(row.id)
    assert (kept.until, kept.ended_by_id, kept.ended_why) == (cast.today, kari.account_id, "Dom fra tingretten.")
    assert told(cast, "oksana", NoticeKind.PEOPLE) == 1
    with pytest.raises(Conflict):
        guardians.end(kari, sofia, row.id, "En gang til.")
