"""Who of a conversation can still read it, and who answers where they cannot."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from parentapp.access import visible
from parentapp.access.sight import look
from parentapp.clock import at
from parentapp.db import transaction
from parentapp.domain import absences, consents, contact, conversations, families, talk_shown
from parentapp.domain.pressing import Press
from parentapp.enums import Answer, Basis, Kind
from parentapp.errors import Conflict
from parentapp.models import (
    ConsentRequest,
    Conversation,
    Employment,
    Guardian,
    Member,
    Message,
    Stafettlogg,
)
from tests.cast import Cast
from tests.closing import close
from tests.handing import hand_over

Happens = Callable[[Cast], object]


def kari_away(cast: Cast, days: int = 13) -> None:
    absences.go_away(cast.actor("kari"), cast.today, cast.today + timedelta(days=days))


def quits(cast: Cast, who: str) -> None:
    yesterday = cast.today - timedelta(days=1)
    Employment.update(until=yesterday).where(Employment.account == cast.accounts[who]).execute()


def withdraws(cast: Cast, request: str) -> None:
    consents.answer(cast.actor("oksana"), cast.requests[request], Answer.NO)


def hands_over(cast: Cast) -> None:
    hand_over(cast, "kari", "sofia", "per.aas")


def another_deputy(cast: Cast) -> None:
    families.name_deputy(cast.actor("kari"), cast.logs["sofia"], cast.accounts["randi"], cast.units["health"])


def no_deputy(cast: Cast) -> None:
    Stafettlogg.update(deputy=None, deputy_unit=None).where(Stafettlogg.id == cast.logs["sofia"]).execute()


def guardian_until_yesterday(cast: Cast) -> None:
    Guardian.update(until=cast.today - timedelta(days=1)).where(Guardian.account == cast.accounts["oksana"]).execute()


def lina_away(cast: Cast) -> None:
    absences.go_away(cast.actor("lina"), cast.today, cast.today)


def only_lysglimt(cast: Cast, request: str) -> None:
    kinds = frozenset({Kind.LYSGLIMT})
    ConsentRequest.update(kinds=kinds).where(ConsentRequest.id == cast.requests[request]).execute()


def guardian_elsewhere(cast: Cast) -> None:
    families.add_guardian(
        cast.actor("kari"), cast.logs["amina"], cast.accounts["oksana"],
        basis=Basis.VERGE, verified_how="Viste papirer.", since=cast.today,
    )  # fmt: skip


@pytest.fixture
def talk(cast: Cast) -> UUID:
    return cast.conversations["sofia.oksana"]


@pytest.fixture
def with_lina(cast: Cast) -> UUID:
    """While Kari is away Oksana has written to Lina, who has answered, and Oksana again."""
    kari_away(cast)
    found = conversations.start(cast.actor("oksana"), cast.logs["sofia"])
    for minutes, who in enumerate(("oksana", "lina", "oksana")):
        with at(cast.now + timedelta(minutes=minutes)):
            conversations.conversation(cast.actor(who), found)
            conversations.write(cast.actor(who), found, f"Fra {who}")
    return found


def shown(cast: Cast, talk: UUID, who: str = "oksana") -> conversations.ShownConversation:
    return conversations.conversation(cast.actor(who), talk)


@pytest.mark.parametrize("leaves", [another_deputy, hands_over])
def test_a_deputy_of_before_is_still_named(cast: Cast, with_lina: UUID, leaves: Happens) -> None:
    leaves(cast)
    found = shown(cast, with_lina)
    assert [person.name for person in found.others] == ["Lina Moe"]
    assert [each.author.name for each in found.messages] == ["Oksana Bondarenko", "Lina Moe", "Oksana Bondarenko"]
    assert [[person.name for person in each.read_by] for each in found.messages] == [["Lina Moe"], [], []]
    later = conversations.new_messages(cast.actor("oksana"), with_lina, found.messages[0].id)
    assert later is not None
    assert later.messages == found.messages[1:]
    listed = conversations.inbox(cast.actor("oksana")).conversations
    assert [each.others for each in listed if each.id == with_lina] == [found.others]


HAPPENINGS: list[Happens] = [
    lambda cast: None,
    kari_away,
    lambda cast: withdraws(cast, "sofia.health"),
    lambda cast: withdraws(cast, "sofia.log"),
    lambda cast: close(cast, "sofia"),
    lambda cast: families.block(cast.actor("kari"), cast.logs["sofia"], cast.accounts["oksana"]),
    lambda cast: quits(cast, "kari"),
    lambda cast: quits(cast, "lina"),
    hands_over,
    another_deputy,
    guardian_until_yesterday,
    lambda cast: (guardian_until_yesterday(cast), guardian_elsewhere(cast)),
]


@pytest.mark.parametrize("happens", HAPPENINGS)
def test_who_can_read_it_is_the_same_from_the_talk_and_from_the_person(
    cast: Cast, with_lina: UUID, happens: Happens
) -> None:
    happens(cast)
    compared = 0
    with transaction():
        sights = {account: look(cast.as_(account)) for account in cast.accounts.values()}
        opened = {account: {each.id for each in visible.conversations(sight)} for account, sight in sights.items()}
        for sight in sights.values():
            for found in talk_shown.talks(visible.conversations(sight)):
                others = set(found.here) - {sight.actor.account_id}
                can = {each for each in others if found.row.id in opened[each]}
                assert set(talk_shown.readers(sight, found)) == can, found.row.id
                compared += 1
    assert compared > 10


OUT: list[tuple[str, Happens, str | None]] = [  # with whom, what happened, who answers now
    ("lina", lambda cast: withdraws(cast, "sofia.health"), "Kari Nilsen"),
    ("lina", another_deputy, "Randi Holm"),
    ("lina", lambda cast: quits(cast, "lina"), "Kari Nilsen"),
    ("lina", lambda cast: (quits(cast, "lina"), quits(cast, "kari")), None),
    ("kari", hands_over, "Per Aas"),
    ("kari", lambda cast: quits(cast, "kari"), "Lina Moe"),
    ("kari", lambda cast: (quits(cast, "kari"), no_deputy(cast)), None),
    ("kari", lambda cast: (quits(cast, "kari"), quits(cast, "lina")), None),
]


@pytest.mark.parametrize(("other", "happens", "instead"), OUT)
def test_nothing_is_written_to_who_can_never_read_it(
    cast: Cast, request: pytest.FixtureRequest, other: str, happens: Happens, instead: str | None
) -> None:
    talk: UUID = request.getfixturevalue("with_lina" if other == "lina" else "talk")
    assert shown(cast, talk).may_write
    assert shown(cast, talk).answer_by
    happens(cast)
    before = Message.select().count()
    with pytest.raises(Conflict) as refused:
        conversations.write(cast.actor("oksana"), talk, "Er du der?")
    assert refused.value.reason == conversations.UNHEARD
    assert Message.select().count() == before
    found = shown(cast, talk)
    assert (found.out_of_reach, found.may_write, found.answer_by, found.given_up) == (True, False, None, True)
    assert (found.instead.name if found.instead else None) == instead
    if instead:
        again = conversations.start(cast.actor("oksana"), cast.logs["sofia"])
        assert [person.name for person in shown(cast, again).others] == [instead]
        assert shown(cast, again).may_write
    else:
        with pytest.raises(Conflict):
            conversations.start(cast.actor("oksana"), cast.logs["sofia"])


def test_what_was_sent_stays_sent_when_the_other_goes(cast: Cast, talk: UUID) -> None:
    press = Press(uuid4(), ("Hei",))
    first = conversations.write(cast.actor("oksana"), talk, "Hei", press=press)
    hands_over(cast)
    assert conversations.write(cast.actor("oksana"), talk, "Hei", press=press) == first


def test_a_promise_is_kept_again_when_the_service_is_back(cast: Cast, with_lina: UUID) -> None:
    promised = shown(cast, with_lina).answer_by
    withdraws(cast, "sofia.health")
    assert shown(cast, with_lina).answer_by is None
    with at(cast.now + timedelta(minutes=10)):
        consents.answer(cast.actor("oksana"), cast.requests["sofia.health"], Answer.YES)
        found = shown(cast, with_lina)
    assert (found.answer_by, found.given_up, found.may_write) == (promised, False, True)


def test_a_professional_does_not_write_to_who_is_no_guardian_any_more(cast: Cast, talk: UUID) -> None:
    guardian_until_yesterday(cast)
    found = shown(cast, talk, "kari")
    assert (found.out_of_reach, found.may_write, found.instead) == (True, False, None)
    with pytest.raises(Conflict):
        conversations.write(cast.actor("kari"), talk, "Hei, Oksana")


def test_two_of_a_family_can_write_on_without_a_promise(cast: Cast, with_lina: UUID) -> None:
    """Somebody reads it; but nobody who answers."""
    families.add_guardian(
        cast.actor("kari"), cast.logs["sofia"], cast.accounts["helga"],
        basis=Basis.PARENTAL_RESPONSIBILITY, verified_how="Viste papirer.", since=cast.today,
    )  # fmt: skip
    Member.create(conversation=with_lina, account=cast.accounts["helga"], joined_at=cast.now)
    Conversation.update(answer_by=None, waiting_since=None).where(Conversation.id == with_lina).execute()
    another_deputy(cast)
    conversations.write(cast.actor("oksana"), with_lina, "Hei, Helga")
    row = Conversation.get_by_id(with_lina)
    assert (row.answer_by, row.waiting_since) == (None, None)
    found = shown(cast, with_lina)
    assert (found.may_write, found.given_up) == (True, False)
    assert found.instead is not None


def test_a_closed_log_promises_nothing(cast: Cast, talk: UUID) -> None:
    assert shown(cast, talk).answer_by
    close(cast, "sofia")
    found = shown(cast, talk)
    assert (found.answer_by, found.given_up, found.out_of_reach, found.instead) == (None, False, False, None)


def answering(cast: Cast) -> tuple[str | None, bool]:
    """Who answers now, as Hjem says, and whether that one can read what is written."""
    with transaction():
        sight = look(cast.actor("oksana"))
        found = contact.contact(sight, sight.log(cast.logs["sofia"]))
    return found.answering.name, found.answers


@pytest.mark.parametrize(
    ("happens", "name"),
    [
        (lambda cast: None, "Kari Nilsen"),
        (kari_away, "Lina Moe"),
        (lambda cast: (kari_away(cast), no_deputy(cast)), "Kari Nilsen"),
        (lambda cast: (kari_away(cast), withdraws(cast, "sofia.health")), "Kari Nilsen"),
        (lambda cast: (kari_away(cast), withdraws(cast, "sofia.log")), "Kari Nilsen"),
        (lambda cast: (kari_away(cast), quits(cast, "lina")), "Kari Nilsen"),
        (lambda cast: (kari_away(cast), lina_away(cast)), "Kari Nilsen"),
        (lambda cast: quits(cast, "kari"), "Lina Moe"),
        (lambda cast: (quits(cast, "kari"), lina_away(cast)), "Lina Moe"),
    ],
)
def test_who_answers_is_at_work_and_can_read(cast: Cast, happens: Happens, name: str) -> None:
    happens(cast)
    assert answering(cast) == (name, True)


def test_where_nobody_is_left_nobody_answers(cast: Cast) -> None:
    quits(cast, "kari")
    quits(cast, "lina")
    assert answering(cast) == ("Kari Nilsen", False)


def test_a_deputy_needs_a_yes_to_the_plan(cast: Cast) -> None:
    """Their service may see something, but not the plan: they could read, and do not answer."""
    Stafettlogg.update(deputy=cast.accounts["per.aas"], deputy_unit=cast.units["school"]).execute()
    kari_away(cast)
    assert answering(cast) == ("Per Aas", True)
    only_lysglimt(cast, "sofia.school")
    assert answering(cast) == ("Kari Nilsen", True)


def test_while_the_other_is_away_somebody_else_is_offered(cast: Cast, talk: UUID) -> None:
    assert (shown(cast, talk).away_until, shown(cast, talk).instead) == (None, None)
    kari_away(cast)
    found = shown(cast, talk)
    assert found.away_until == cast.today + timedelta(days=13)
    assert found.instead is not None
    assert found.instead.name == "Lina Moe"
    assert found.may_write
    assert shown(cast, talk, "kari").away_until is None
    no_deputy(cast)
    assert shown(cast, talk).away_until
    assert shown(cast, talk).instead is None


def test_nobody_is_offered_beside_a_deputy_who_is_there(cast: Cast, with_lina: UUID) -> None:
    with at(cast.now + timedelta(days=14)):
        assert answering(cast) == ("Kari Nilsen", True)
        assert shown(cast, with_lina).instead is None
