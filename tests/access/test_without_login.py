"""A guardian without a login answers on paper: two have seen it, always, and they are told and shown nothing."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.access import network as deciding
from parentapp.access import visible
from parentapp.access.actor import SystemActor
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import (
    accounts,
    closing,
    closing_registered,
    consents,
    guardians,
    inviting,
    log,
    my_guardians,
    my_guardians_page,
    people_page,
    questions,
    recording,
    registering,
    reminders,
)
from parentapp.domain.on_paper import NO_LOGIN
from parentapp.domain.registering import Told
from parentapp.enums import Answer, Basis, GuardianAnswer, Kind, NoticeKind, Way
from parentapp.errors import Conflict, Denied, Hidden
from parentapp.models import Account, AuditLine, Guardian, Notice, ProposedGuardian
from tests.access.states import put
from tests.cast import Cast
from tests.without_login import JAN, confirmed, register

PLAN = frozenset({Kind.PLAN})


def waiting(cast: Cast) -> UUID:
    found: UUID = ProposedGuardian.get(ProposedGuardian.answered_at.is_null()).id
    return found


def is_guardian(cast: Cast) -> bool:
    return bool(Guardian.select().where(Guardian.account == cast.accounts["jan"]).exists())


def asked(cast: Cast) -> UUID:
    """Per Aas asks whether BUP may see something of Mikkel; Hege says yes."""
    how = {"kinds": PLAN, "purpose": "For råd.", "child_view": "Ja."}
    request = questions.ask(cast.actor("per.aas"), cast.logs["mikkel"], unit=cast.units["bup"], **how)
    consents.answer(cast.actor("hege"), request, Answer.YES)
    return request


def says(cast: Cast, request: UUID, way: Way = Way.PAPER, answer: Answer = Answer.YES) -> None:
    said = Told(cast.accounts["jan"], answer, way, clock.today(), "nb", kinds=PLAN)
    registering.register(cast.actor("per.aas"), request, said)


def runs(cast: Cast, request: UUID, who: str = "hege") -> bool:
    with transaction():
        sight = look(cast.actor(who))
        return any(request == each.request_id for log in sight.logs() for each in sight.running(log))


def on_page(cast: Cast, who: str = "hege", child: str = "mikkel") -> dict[str, bool]:
    """The guardians that somebody reads of, and whether they answer on paper."""
    page = people_page.page(cast.actor(who), cast.logs[child])
    return {each.person.name or "": each.on_paper for each in page.guardians}


@pytest.mark.parametrize("basis", Basis)
def test_whatever_the_basis_one_person_alone_lets_nobody_in(cast: Cast, basis: Basis) -> None:
    """Else a contact person could end a guardian's time, make up another, and register that one's yes."""
    row = register(cast, "per.aas", "mikkel", basis)
    assert ProposedGuardian.get_by_id(row).answered_at is None
    assert Guardian.select().join(Account).where(Account.on_paper).count() == 0
    with pytest.raises(Denied):
        guardians.confirm(cast.actor("per.aas"), cast.logs["mikkel"], row, "Har sett det.")
    guardians.confirm(cast.actor("lina"), cast.logs["mikkel"], row, "Har sett det.")
    assert Guardian.select().join(Account).where(Account.on_paper).count() == 1


def test_who_waits_has_no_say_yet(cast: Cast) -> None:
    cast = put(cast, "without_login")
    request = asked(cast)
    with pytest.raises(Hidden):
        says(cast, request)
    assert runs(cast, request)


def test_then_nothing_starts_without_their_yes_on_paper(cast: Cast) -> None:
    cast = confirmed(cast)
    request = asked(cast)
    assert not runs(cast, request)
    with pytest.raises(Conflict) as refused:
        says(cast, request, Way.SPOKEN)
    assert str(refused.value) == NO_LOGIN
    assert not runs(cast, request)
    says(cast, request)
    assert runs(cast, request)


def test_a_no_of_theirs_may_be_said_and_ends_it(cast: Cast) -> None:
    cast = confirmed(cast)
    request = asked(cast)
    says(cast, request)
    says(cast, request, Way.SPOKEN, Answer.NO)
    assert not runs(cast, request)


def test_what_ran_before_goes_on(cast: Cast) -> None:
    assert runs(confirmed(cast), cast.requests["mikkel.school"])


def test_nobody_logs_in_as_them_or_finds_them_by_name(cast: Cast) -> None:
    cast = confirmed(cast)
    for password in ("", JAN, "passord"):
        for name in ("", JAN, "jan", "jan.berg"):
            assert accounts.log_in(name, password, "here") is None
    row = Account.get(Account.on_paper)
    assert (row.name, row.disabled_at is None, row.password_hash) == (JAN, False, "")


def test_two_of_the_same_name_are_two(cast: Cast) -> None:
    register(cast, "per.aas", "mikkel")
    register(cast, "kari", "sofia")
    assert Account.select().where(Account.on_paper).count() == 2


def test_they_are_shown_and_told_nothing(cast: Cast) -> None:
    cast = confirmed(cast)
    asked(cast)
    log.add_note(cast.actor("per.aas"), cast.logs["mikkel"], "Ringte.", health=False)
    with clock.at(clock.now() + timedelta(days=340)):
        reminders.remind(SystemActor("test", clock.now()), cast.logs["mikkel"])
    jan = cast.accounts["jan"]
    assert not Notice.select().where(Notice.account == jan).exists()
    with transaction():
        sight = look(cast.actor("per.aas"))
        mikkel = sight.log(cast.logs["mikkel"])
        assert jan not in {each.account_id for each in recording.belonging(sight, mikkel)}
        assert jan not in deciding.deciders(sight, mikkel), "nobody waits for them about a grandmother"


def test_the_family_reads_who_answers_on_paper(cast: Cast) -> None:
    cast = put(cast, "without_login")
    [waits] = people_page.page(cast.actor("hege"), cast.logs["mikkel"]).waiting
    assert (waits.name, waits.on_paper, waits.second, waits.how) == (JAN, True, True, None)
    guardians.confirm(cast.actor("lina"), cast.logs["mikkel"], waits.id, "Har sett papirene.")
    for who in ("hege", "per.aas"):
        assert on_page(cast, who)[JAN]
    assert not any(each.kind is NoticeKind.ADDED for each in Notice.select())
    assert Notice.select().where(Notice.kind == NoticeKind.PEOPLE, Notice.account == cast.accounts["hege"]).exists()


def test_it_is_taken_back_or_ended_as_any_other(cast: Cast) -> None:
    cast = put(cast, "without_login")
    guardians.take_back(cast.actor("per.aas"), cast.logs["mikkel"], waiting(cast))
    assert not is_guardian(cast)
    cast = confirmed(cast)
    row = Guardian.get(Guardian.account == cast.accounts["jan"])
    guardians.end(cast.actor("per.aas"), cast.logs["mikkel"], row.id, "Foreldreansvaret er endret.")
    with clock.at(clock.now() + timedelta(days=1)):
        assert JAN not in on_page(cast)


def test_what_was_done_stands_in_the_history(cast: Cast) -> None:
    cast = confirmed(cast)
    lines = AuditLine.select().where(AuditLine.thing == cast.accounts["jan"]).order_by(AuditLine.at)
    assert {each.account_id for each in lines} == {cast.accounts["per.aas"], cast.accounts["lina"]}


def test_their_word_about_closing_is_registered(cast: Cast) -> None:
    cast = confirmed(cast)
    per, mikkel = cast.actor("per.aas"), cast.logs["mikkel"]
    proposed = closing.propose(per, mikkel, "Det går bra nå.")
    closing.agree(cast.actor("hege"), proposed)
    people = closing_registered.page(per, proposed).people
    assert JAN in [each.name for each in people]


def test_from_16_it_takes_the_young_person_too_in_either_order(cast: Cast) -> None:
    register(cast, "tor", "jonas")
    row = ProposedGuardian.get()
    cast = replace(cast, accounts={**cast.accounts, "jan": row.account_id})
    jonas, log_id = cast.actor("jonas"), cast.logs["jonas"]
    my_guardians.choose(jonas, log_id, row.account_id, GuardianAnswer.LET_IN, 12)
    assert not is_guardian(cast), "nobody else has seen it yet"
    guardians.confirm(cast.actor("siri"), log_id, row.id, "Har sett papirene.")
    assert is_guardian(cast)
    page = my_guardians_page.person(jonas, log_id, row.account_id)
    assert page.guardian.on_paper
    assert page.offers == {GuardianAnswer.LET_GO, GuardianAnswer.LET_IN}, "there is no health to share with them"
    my_guardians.choose(jonas, log_id, row.account_id, GuardianAnswer.LET_GO, 12)
    assert JAN not in on_page(cast, "tor", "jonas")


def test_before_the_first_yes_a_colleague_confirms(cast: Cast) -> None:
    cast = put(cast, "asked")
    row = register(cast, "kari", "mia")
    with transaction():
        seen = {who for who in ("kari", "lina", "per.aas") if list(visible.proposed(look(cast.actor(who))))}
    assert seen == {"kari", "lina"}
    guardians.confirm(cast.actor("lina"), cast.logs["mia"], row, "Har sett papirene.")
    assert Guardian.select().join(Account).where(Account.on_paper).exists()


def test_no_meeting_is_told_to_them(cast: Cast) -> None:
    cast = confirmed(cast)
    with transaction():
        sight = look(cast.actor("per.aas"))
        offered = {each.person.account_id for each in inviting.candidates(sight, sight.log(cast.logs["mikkel"]))}
    assert cast.accounts["hege"] in offered
    assert cast.accounts["jan"] not in offered
