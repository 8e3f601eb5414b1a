"""Ready-made messages: one press, each reads it in their own language, and all else is as with one's own words."""

import re
from collections.abc import Callable

import pytest

from parentapp.domain import conversations
from parentapp.enums import ReadyMessage
from parentapp.models import Account, Conversation, Member, Message, Notice
from tests.browsing import Browser, path_of
from tests.cast import Cast

Client = Callable[[str | None], Browser]
OFFERED = re.compile(r'name="ready" value="(\w+)"')


@pytest.fixture
def talk(cast: Cast) -> str:
    return f"/conversations/{cast.conversations['sofia.oksana']}"


def read(browser: Browser, address: str) -> str:
    response = browser.get(address)
    assert response.status_code == 200
    return response.get_data(as_text=True)


def reads(cast: Cast, who: str, locale: str) -> None:
    Account.update(locale=locale).where(Account.id == cast.accounts[who]).execute()


def test_each_reads_it_in_their_own_language(client: Client, cast: Cast, talk: str) -> None:
    reads(cast, "oksana", "ar")
    assert path_of(client("oksana").submit(f"{talk}/ready", ready="cannot_come")) == talk
    assert "Jeg kan ikke komme" in read(client("kari"), talk)
    assert "لا أستطيع الحضور" in read(client("oksana"), talk)
    assert "Jeg kan ikke komme" in read(client("kari"), "/conversations")
    assert "لا أستطيع الحضور" in read(client("oksana"), "/conversations")
    assert "Ferdig melding" in read(client("kari"), talk)


def test_it_is_told_of_promised_an_answer_and_read_as_other_messages(client: Client, cast: Cast, talk: str) -> None:
    id_ = cast.conversations["sofia.oksana"]
    conversations.send_ready(cast.actor("kari"), id_, ReadyMessage.GOT_IT)
    assert Conversation.get_by_id(id_).answer_by is None
    before = Notice.select().where(Notice.account == cast.accounts["kari"]).count()
    assert client("oksana").submit(f"{talk}/ready", ready="can_we_talk").status_code == 303
    assert Conversation.get_by_id(id_).answer_by is not None
    assert Notice.select().where(Notice.account == cast.accounts["kari"]).count() == before + 1
    read(client("kari"), talk)
    assert "Lest av <bdi>Kari</bdi>" in read(client("oksana"), talk)
    last = Message.select().order_by(Message.at.desc()).first()
    assert (last.ready, last.text) == (ReadyMessage.CAN_WE_TALK, "")


def test_family_and_staff_are_offered_their_own(client: Client, cast: Cast, talk: str) -> None:
    family, staff = (OFFERED.findall(read(client(who), talk)) for who in ("oksana", "kari"))
    assert family[0] == "call_with_interpreter"  # Oksana needs one
    assert staff[0] == "will_call_with_interpreter"
    assert set(family) & set(staff) == {"thanks", "yes", "no"}
    Account.update(needs_interpreter=False).execute()
    assert OFFERED.findall(read(client("oksana"), talk))[0] == "can_we_talk"
    own = OFFERED.findall(read(client("amina"), f"/conversations/{cast.conversations['amina.amina']}"))
    assert "child_sick" not in own


@pytest.mark.parametrize(
    ("said", "status"), [("hello", 422), ("", 422), ("GOT_IT", 422), ("got_it", 409), ("thanks", 303)]
)
def test_only_what_is_offered_is_sent(client: Client, talk: str, said: str, status: int) -> None:
    before = Message.select().count()
    for part in (False, True):
        sent = client("oksana").submit(f"{talk}/ready", htmx=part, ready=said)
        assert sent.status_code == (200 if part and status == 303 else status)
        assert "Ikke sendt" in sent.get_data(as_text=True) or status == 303
    assert Message.select().count() == before + 2 * (status == 303)


def test_a_part_brings_what_is_new_and_leaves_the_box_alone(client: Client, cast: Cast, talk: str) -> None:
    last = (
        Message.select().order_by(Message.at.desc()).where(Message.conversation == cast.conversations["sofia.oksana"])
    )
    part = client("oksana").submit(f"{talk}/ready", htmx=True, ready="yes", after=str(last.get().id))
    page = part.get_data(as_text=True)
    assert part.status_code == 200
    assert "<textarea" not in page
    assert page.count('<li class="msg') == 1
    assert 'id="after"' in page
    assert 'id="ready"' in page


def test_the_desk_answers_with_one_press(client: Client, cast: Cast) -> None:
    id_ = cast.conversations["sofia.oksana"]
    conversations.send_ready(cast.actor("oksana"), id_, ReadyMessage.CALL_WITH_INTERPRETER)
    Conversation.update(waiting_since=None, answer_by=None).where(Conversation.id != id_).execute()
    page = read(client("kari"), "/desk")
    assert "Ring meg med tolk" in page
    assert OFFERED.findall(page)[0] == "will_call_with_interpreter"
    sent = client("kari").submit(f"/conversations/{id_}/ready", ready="will_call", back="/desk")
    assert sent.headers["Location"] == "/desk?done=sent"
    assert Conversation.get_by_id(id_).waiting_since is None


def test_who_reads_another_language_is_said_where_one_writes(client: Client, cast: Cast, talk: str) -> None:
    assert "</bdi> leser" not in read(client("kari"), f"/conversations/{cast.conversations['amina.amina']}")
    page = read(client("kari"), talk)
    assert "<bdi>Oksana</bdi> leser <bdi>ukrainsk</bdi>." in page
    assert "Appen finnes ikke på det språket ennå." in page  # not switched on here
    reads(cast, "oksana", "ar")
    assert "Ferdige meldinger vises på det språket." in read(client("kari"), talk)
    reads(cast, "oksana", "nn")
    assert "</bdi> leser" not in read(client("kari"), talk)


def test_nothing_is_offered_where_nobody_can_write(client: Client, cast: Cast) -> None:
    assert OFFERED.findall(read(client("silje"), f"/conversations/{cast.conversations['elias.silje']}")) == []
    Member.delete().where(Member.account == cast.accounts["kari"]).execute()
    assert client("kari").get(f"/conversations/{cast.conversations['sofia.oksana']}").status_code == 404
