"""How far somebody has read of a conversation, and what is new in it."""

from datetime import timedelta
from uuid import UUID

import pytest

from parentapp.clock import at
from parentapp.domain import conversations
from parentapp.models import Member, Message
from tests.cast import Cast


@pytest.fixture
def talk(cast: Cast) -> UUID:
    return cast.conversations["sofia.oksana"]


def read_up_to(cast: Cast, talk: UUID, who: str) -> object:
    mine = (Member.conversation == talk) & (Member.account == cast.accounts[who])
    return Member.get(mine).read_up_to


def test_what_an_older_page_shows_is_read_too(cast: Cast, talk: UUID) -> None:
    sent = []
    for minutes in (1, 2, 3):
        with at(cast.now + timedelta(minutes=minutes)):
            sent.append(conversations.write(cast.actor("oksana"), talk, f"nummer {minutes}"))
    conversations.conversation(cast.actor("kari"), talk, before=sent[2])
    with at(cast.now + timedelta(minutes=5)):
        found = conversations.conversation(cast.actor("oksana"), talk)
    assert [bool(each.read_by) for each in found.messages[-3:]] == [True, True, False]
    assert next(each.new for each in conversations.inbox(cast.actor("kari")).conversations if each.id == talk)


def test_looking_back_does_not_unread(cast: Cast, talk: UUID) -> None:
    with at(cast.now + timedelta(minutes=1)):
        last = conversations.write(cast.actor("oksana"), talk, "Hei")
    conversations.conversation(cast.actor("kari"), talk)
    before = read_up_to(cast, talk, "kari")
    assert before == Message.get_by_id(last).at
    conversations.conversation(cast.actor("kari"), talk, before=last)
    assert read_up_to(cast, talk, "kari") == before


def test_a_conversation_without_a_message_is_not_new(cast: Cast) -> None:
    begun = conversations.start(cast.actor("per.haugen"), cast.logs["lise"])

    def new() -> bool:
        return next(each.new for each in conversations.inbox(cast.actor("per.aas")).conversations if each.id == begun)

    assert not new()
    with at(cast.now + timedelta(minutes=1)):
        conversations.write(cast.actor("per.haugen"), begun, "Hei")
        assert new()
        conversations.conversation(cast.actor("per.aas"), begun)
        assert not new()
