"""What is new in Nytt and in the menu: a message is new until it was read, where it stands or in the list."""

from datetime import timedelta

from parentapp.clock import at
from parentapp.domain import conversations, home, notices
from parentapp.enums import NoticeKind
from parentapp.models import Conversation, Member
from tests.cast import Cast


def new_messages(cast: Cast, username: str = "kari") -> list[bool]:
    """Of each message in the list, the newest first, whether it is new; nothing is marked by asking so."""
    with notices.transaction():
        found = notices.of(notices.look(cast.actor(username)), notices.PAGE)
    return [each.new for each in found if each.kind is NoticeKind.MESSAGE and each.thing == talk(cast)]


def talk(cast: Cast) -> object:
    return cast.conversations["sofia.oksana"]


def write(cast: Cast, text: str) -> None:
    conversations.write(cast.actor("oksana"), cast.conversations["sofia.oksana"], text)


def read(cast: Cast, username: str = "kari") -> None:
    conversations.conversation(cast.actor(username), cast.conversations["sofia.oksana"])


def is_new(cast: Cast) -> bool:
    """Whether Meldinger says so."""
    found = conversations.inbox(cast.actor("kari")).conversations
    return next(each.new for each in found if each.id == talk(cast))


def test_reading_the_conversation_makes_all_of_its_messages_known(cast: Cast) -> None:
    write(cast, "Hei!")
    assert new_messages(cast)[:2] == [True, True]
    read(cast)
    assert not any(new_messages(cast))


def test_a_message_at_the_very_instant_of_reading_is_new(cast: Cast) -> None:
    write(cast, "Hei!")
    read(cast)
    write(cast, "Én ting til.")
    assert new_messages(cast)[:2] == [True, False]


def test_what_was_being_written_while_somebody_read_is_new(cast: Cast) -> None:
    """The reader's clock is ahead, or the writer had to wait for the lock: the message bears the earlier instant."""
    with at(cast.now + timedelta(minutes=5)):
        read(cast)
        assert not is_new(cast)
    write(cast, "Skrevet mens hun leste.")
    assert new_messages(cast)[0]
    assert is_new(cast)


def test_looking_at_the_list_is_enough(cast: Cast) -> None:
    write(cast, "Hei!")
    notices.news(cast.actor("kari"))
    assert not any(new_messages(cast))


def test_what_one_has_read_oneself_is_news_to_others(cast: Cast) -> None:
    with at(cast.now + timedelta(minutes=1)):
        conversations.write(cast.actor("kari"), cast.conversations["sofia.oksana"], "Ja, det går fint.")
        assert new_messages(cast, "oksana")[0]
        read(cast)
        assert new_messages(cast, "oksana")[0]
        read(cast, "oksana")
        assert not any(new_messages(cast, "oksana"))


def test_the_dot_in_the_menu_goes_when_the_last_new_message_is_read(cast: Cast) -> None:
    def dot() -> bool:
        page = home.home(cast.actor("oksana"))
        assert page is not None
        return page.anything_new

    read(cast, "oksana")
    assert not dot()
    conversations.write(cast.actor("kari"), cast.conversations["sofia.oksana"], "Ja!")
    assert dot()
    read(cast, "oksana")
    assert not dot()


def test_how_far_one_has_read_is_a_message_and_no_hour(cast: Cast) -> None:
    with at(cast.now + timedelta(minutes=5)):
        read(cast)
    mine = (Member.conversation == talk(cast)) & (Member.account == cast.accounts["kari"])
    assert Member.get(mine).read_up_to == Conversation.get_by_id(talk(cast)).last_at
