"""Opening a log: through one's own units only, beside colleagues, with whose yes; and what its logins open."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from parentapp.access import opening
from parentapp.access.by_name import can_be_asked
from parentapp.access.opening import Needed
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import guardians, new_logs, people_page
from parentapp.domain.guardians import Relationship
from parentapp.domain.new_logs import About, NewLog
from parentapp.domain.newcomers import Newcomer
from parentapp.enums import Basis, LifeArea, ServiceKind
from parentapp.errors import Conflict, Denied, Hidden, Unknown
from parentapp.models import Account, AgePolicy, Employment, FirstLogin, Guardian, Stafettlogg
from tests.cast import Cast

MAJA = About("Maja Vik", date(2016, 5, 5))
EVA = Newcomer("Eva Vik", "uk")


def found(cast: Cast, basis: Basis = Basis.PARENTAL_RESPONSIBILITY) -> Relationship:
    return Relationship(basis, "Viste pass.", cast.today, signs=True)


def new_log(cast: Cast, about: About = MAJA, unit: str | None = None, deputy: str | None = None) -> NewLog:
    return NewLog(
        about=about,
        unit=cast.units[unit] if unit else None,
        concern="Vi lurer på om Maja er ensom.",
        areas=frozenset({LifeArea.FRIENDS}),
        deputy=cast.accounts[deputy] if deputy else None,
        guardians={"first": (EVA, found(cast))},
        own=None,
        purpose="Så vi kan hjelpe sammen.",
        child_view="Greit.",
    )


def with_login(cast: Cast) -> UUID:
    """Kari makes a login for a guardian of Sofia."""
    row, _ = guardians.add_newcomer(cast.actor("kari"), cast.logs["sofia"], EVA, found(cast))
    account: UUID = Guardian.get_by_id(row).account_id
    return account


def can_ask(cast: Cast, account: UUID, log: str, person: str) -> bool:
    with transaction():
        facts = look(cast.actor(person), cast.logs[log]).log(cast.logs[log])
        return Account.select().where((Account.id == account) & can_be_asked(facts)).exists()


def names(cast: Cast, person: str, unit: str) -> set[str]:
    return {row.name for row in opening.colleagues(cast.actor(person), cast.units[unit])}


def test_one_opens_it_through_a_unit_where_one_works_today(cast: Cast) -> None:
    assert [each.id for each in opening.workplaces(cast.actor("kari"))] == [cast.units["health"]]
    new_logs.open_log(cast.actor("kari"), new_log(cast, unit="health"))
    for unit in ("school", "sordal_school"):
        with pytest.raises(Hidden):
            new_logs.open_log(cast.actor("kari"), new_log(cast, unit=unit))


def test_nobody_does_who_works_nowhere_today(cast: Cast) -> None:
    for person in ("oksana", "mona", "halyna", "erik"):
        with pytest.raises(Hidden):
            new_logs.begin(cast.actor(person))
    Employment.update(until=cast.today - timedelta(days=1)).where(Employment.account == cast.accounts["kari"]).execute()
    with pytest.raises(Hidden):
        new_logs.open_log(cast.actor("kari"), new_log(cast))


def test_whoever_works_in_two_units_says_which(cast: Cast) -> None:
    Employment.create(account=cast.accounts["kari"], unit=cast.units["school"], title="lege", since=cast.today)
    assert len(new_logs.begin(cast.actor("kari"))) == 2
    log_id, _ = new_logs.open_log(cast.actor("kari"), new_log(cast, unit="school"))
    assert Stafettlogg.get_by_id(log_id).holder_unit_id == cast.units["school"]
    with pytest.raises(Hidden):
        new_logs.open_log(cast.actor("kari"), new_log(cast))


def test_a_colleague_of_the_unit_stands_in_and_nobody_else(cast: Cast) -> None:
    assert names(cast, "kari", "health") == {"Lina Moe", "Randi Holm", "Anne Strand"}
    randi = cast.accounts["randi"]
    Employment.update(until=cast.today - timedelta(days=1)).where(Employment.account == randi).execute()
    Account.update(disabled_at=cast.now).where(Account.id == cast.accounts["anne.strand"]).execute()
    assert names(cast, "kari", "health") == {"Lina Moe"}
    log_id, _ = new_logs.open_log(cast.actor("kari"), new_log(cast, deputy="lina"))
    assert Stafettlogg.get_by_id(log_id).deputy_id == cast.accounts["lina"]
    for person in ("randi", "per.aas", "kari"):
        with pytest.raises(Hidden):
            new_logs.open_log(cast.actor("kari"), new_log(cast, deputy=person))


@pytest.mark.parametrize(
    ("years", "pregnant", "expected"),
    [
        (6, False, Needed(guardians=True, own=False, heard=False)),
        (7, False, Needed(guardians=True, own=False, heard=True)),
        (14, False, Needed(guardians=True, own=False, heard=True)),
        (15, False, Needed(guardians=True, own=True, heard=False)),
        (16, False, Needed(guardians=False, own=True, heard=False)),
        (18, False, Needed(guardians=False, own=True, heard=False)),
        (14, True, Needed(guardians=False, own=True, heard=False)),
        (30, True, Needed(guardians=False, own=True, heard=False)),
    ],
)
def test_whose_yes_it_takes(cast: Cast, years: int, pregnant: bool, expected: Needed) -> None:
    born = cast.today.replace(year=cast.today.year - years)
    here = opening.workplace(cast.actor("kari"), None)
    assert opening.needed(cast.actor("kari"), here, born, pregnant=pregnant) == expected


def test_it_is_the_municipality_that_says_from_which_age(cast: Cast) -> None:
    kari, born = cast.actor("kari"), cast.today.replace(year=cast.today.year - 13)
    here, row = opening.workplace(kari, None), {"valid_from": cast.today, "heard": 7, "co_signs": 12, "alone": 16}
    AgePolicy.create(municipality=cast.municipalities["sordal"], service=ServiceKind.OPEN, **row)
    assert not opening.needed(kari, here, born, pregnant=False).own
    AgePolicy.create(municipality=cast.municipalities["fjordvik"], service=ServiceKind.OPEN, **row)
    assert opening.needed(kari, here, born, pregnant=False).own


def test_without_anybody_who_answers_there_is_no_log(cast: Cast) -> None:
    nobody = {**new_log(cast).__dict__, "guardians": {}}
    with pytest.raises(Conflict):
        new_logs.open_log(cast.actor("kari"), NewLog(**nobody))
    old = About("Maja Vik", cast.today.replace(year=cast.today.year - 17))
    with pytest.raises(Conflict):
        new_logs.open_log(cast.actor("kari"), new_log(cast, old))
    with pytest.raises(Conflict):
        new_logs.open_log(cast.actor("kari"), new_log(cast, About("Maja Vik", cast.today + timedelta(days=1))))


def test_what_goes_wrong_last_leaves_nothing_behind(cast: Cast) -> None:
    before = [table.select().count() for table in (Stafettlogg, Account, Guardian, FirstLogin)]
    both = new_log(cast).__dict__ | {
        "guardians": {"first": (EVA, found(cast)), "second": ("nobody", found(cast))},
    }
    with pytest.raises(Unknown) as unknown:
        new_logs.open_log(cast.actor("kari"), NewLog(**both))
    assert unknown.value.box == "second"
    assert [table.select().count() for table in (Stafettlogg, Account, Guardian, FirstLogin)] == before


def test_a_login_can_be_asked_in_no_other_log_until_the_password_is_their_own(cast: Cast) -> None:
    account = with_login(cast)
    assert can_ask(cast, account, "sofia", "kari")
    assert not can_ask(cast, account, "noor", "lina")
    Account.update(password_at=cast.now).where(Account.id == account).execute()
    assert can_ask(cast, account, "noor", "lina")


def test_others_who_never_chose_a_password_are_asked_as_ever(cast: Cast) -> None:
    with_login(cast)
    Account.update(password_at=None).where(Account.id == cast.accounts["gro"]).execute()
    assert can_ask(cast, cast.accounts["gro"], "noor", "lina")


def test_one_of_the_family_makes_no_login_in_it(cast: Cast) -> None:
    """They would know the first password of another who is to answer."""
    since = cast.today
    known = {"verified_by": cast.accounts["lina"], "verified_how": "Slekt.", "signs": False}
    log, kari = cast.logs["sofia"], cast.accounts["kari"]
    Guardian.create(log=log, account=kari, basis=Basis.VERGE, since=since, **known)
    assert not people_page.to_add_guardian(cast.actor("kari"), log).may_make_login
    with pytest.raises(Denied):
        with_login(cast)


def test_nobody_becomes_a_guardian_of_somebody_who_decides_alone(cast: Cast) -> None:
    tor, jonas = cast.actor("tor"), cast.logs["jonas"]
    guardians.add_newcomer(tor, jonas, EVA, found(cast))  # waits for Jonas
    assert not Guardian.select().where(Guardian.log == jonas).exists()
    holder = cast.as_(Stafettlogg.get_by_id(cast.logs["marta"]).holder_id)
    with pytest.raises(Conflict):
        guardians.add_newcomer(holder, cast.logs["marta"], EVA, found(cast))
