"""A login that a professional makes: who gives the young person one, when, and whose slip can be made anew."""

from datetime import timedelta
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.access import visible
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import accounts, families, guardians, own_login, passwords, people_page
from parentapp.domain.guardians import Relationship
from parentapp.domain.newcomers import Newcomer
from parentapp.enums import Basis, NoticeKind, Relation, ServiceKind
from parentapp.errors import Conflict, Denied, Hidden, Unknown
from parentapp.models import Account, AgePolicy, FirstLogin, LoginSession, Notice, Stafettlogg, Subject
from tests.cast import Cast
from tests.first_logins import fifteen, with_slip


def young(cast: Cast) -> UUID | None:
    subject = Stafettlogg.get_by_id(cast.logs["sofia"]).subject_id
    account: UUID | None = Subject.get_by_id(subject).account_id
    return account


def give(cast: Cast, by: str = "kari") -> list[own_login.Slip]:
    return own_login.give(cast.actor(by), cast.logs["sofia"], "uk")


def row_of(cast: Cast) -> FirstLogin:
    row: FirstLogin = FirstLogin.get(FirstLogin.account == cast.accounts["sofia"])
    return row


def test_from_fifteen_the_log_becomes_their_own_and_the_family_is_told(cast: Cast) -> None:
    with pytest.raises(Denied):
        give(cast)
    before = {row.id for row in Notice.select()}
    (slip,) = give(fifteen(cast))
    assert (young(cast), slip.locale) == (slip.login.account_id, "uk")
    with transaction():
        sight = look(cast.as_(slip.login.account_id), cast.logs["sofia"])
        assert sight.relations(sight.log(cast.logs["sofia"])) == {Relation.SUBJECT}
    told = {(row.account_id, row.kind) for row in Notice.select() if row.id not in before}
    assert {(cast.accounts["oksana"], NoticeKind.PEOPLE), (slip.login.account_id, NoticeKind.ADDED)} <= told


def test_the_day_before_it_is_not_theirs(cast: Cast) -> None:
    fifteen(cast)
    with clock.at(cast.now - timedelta(days=1)), pytest.raises(Denied):
        give(cast)


def test_earlier_only_where_a_question_takes_their_own_yes(cast: Cast) -> None:
    """Sofia is eight: so young she would sign only by a table that no municipality should have."""
    with pytest.raises(Denied):
        give(cast)
    young = AgePolicy.update(heard=5, co_signs=6, alone=18)
    young.where(AgePolicy.service == ServiceKind.PPT).execute()  # which is asked for, and not answered
    assert give(cast)


def test_there_is_one_and_whoever_is_slower_is_told(cast: Cast) -> None:
    fifteen(cast)
    with transaction():
        sight = look(cast.actor("kari"), cast.logs["sofia"])
    give(cast)
    with pytest.raises(Denied):
        give(cast)
    with pytest.raises(Conflict), transaction():
        own_login.let_in(sight, sight.log(cast.logs["sofia"]), Newcomer("Sofia", "nb"))


@pytest.mark.parametrize("who", ["oksana", "erik", "per.aas", "kari", "amina", "nobody.at.all"])
def test_at_the_opening_nobody_around_or_with_an_own_log_can_be_it(cast: Cast, who: str) -> None:
    """A parent's login is not the young person's too."""
    with transaction():
        sight = look(cast.actor("kari"), cast.logs["sofia"])
        log = sight.log(cast.logs["sofia"])
        with pytest.raises(Unknown):
            own_login.let_in(sight, log, who)
    assert young(cast) is None


@pytest.mark.parametrize("who", ["oksana", "lina", "per.aas", "erik"])
def test_nobody_else_gives_one(cast: Cast, who: str) -> None:
    fifteen(cast)
    with pytest.raises(Denied):
        give(cast, by=who)
    with pytest.raises(Denied):
        own_login.to_give(cast.actor(who), cast.logs["sofia"])


def test_a_lost_slip_is_made_anew_and_the_old_one_opens_nothing(cast: Cast) -> None:
    cast = with_slip(cast)
    account = cast.accounts["sofia"]
    accounts.start_session(Account.get_by_id(account))
    old = Account.get_by_id(account)
    _, (slip,) = own_login.renew(cast.actor("kari"), row_of(cast).id)
    new = Account.get_by_id(account)
    assert (new.password_hash, new.username_hash) != (old.password_hash, old.username_hash)
    assert not LoginSession.select().where((LoginSession.account == account) & LoginSession.ended_at.is_null()).exists()
    assert accounts.log_in(slip.login.username, slip.login.password, "here")


def known(cast: Cast, who: str) -> bool:
    with transaction():
        return bool(visible.first_logins(look(cast.actor(who))).exists())


def shown(cast: Cast, who: str) -> list[str | None]:
    return [each.person.name for each in people_page.page(cast.actor(who), cast.logs["sofia"]).unused]


def test_it_is_shown_to_whoever_may_make_it_anew_and_to_nobody_else(cast: Cast) -> None:
    cast = with_slip(cast)
    assert shown(cast, "kari") == ["Sofia"]
    assert shown(cast, "oksana") == []
    assert not known(cast, "amina")
    for who in ("oksana", "lina", "per.aas", "erik"):
        with pytest.raises(Denied):
            own_login.renew(cast.actor(who), row_of(cast).id)


def test_in_a_closed_log_nobody_gets_another(cast: Cast) -> None:
    cast = with_slip(cast)
    Stafettlogg.update(closed_at=cast.now).where(Stafettlogg.id == cast.logs["sofia"]).execute()
    with pytest.raises(Conflict):
        own_login.renew(cast.actor("oksana"), row_of(cast).id)


def test_who_has_chosen_a_password_is_left_alone(cast: Cast) -> None:
    cast = with_slip(cast)
    row = row_of(cast)
    assert passwords.choose(cast.as_(cast.accounts["sofia"]), None, "hest trikk lanterne sol") is None
    with pytest.raises(Hidden):
        own_login.renew(cast.actor("kari"), row.id)


@pytest.mark.parametrize("change", ["kept out", "closed", "no longer"])
def test_who_does_not_belong_any_more_gets_none(cast: Cast, change: str) -> None:
    found = Relationship(Basis.VERGE, "Viste pass.", cast.today, signs=False)
    kari, sofia = cast.actor("kari"), cast.logs["sofia"]
    _, login = guardians.add_newcomer(kari, sofia, Newcomer("Eva Vik", "nb"), found)
    assert login is not None
    assert known(cast, "kari")
    if change == "kept out":
        families.block(kari, sofia, login.account_id)
    elif change == "closed":
        Account.update(disabled_at=cast.now).where(Account.id == login.account_id).execute()
    else:
        FirstLogin.update(log=cast.logs["amina"]).execute()
    assert not known(cast, "kari")
    with pytest.raises(Hidden):
        own_login.renew(kari, FirstLogin.get().id)
