"""«Hvorfor så du på dette?»: to whom it goes, what it tells to whom, and that it goes once."""

from uuid import UUID

import pytest

from parentapp import crypto
from parentapp.access import names
from parentapp.domain import conversations, log, seen
from parentapp.domain.pressing import Press
from parentapp.domain.talk_shown import ShownMessage
from parentapp.enums import ReadyMessage, Relation
from parentapp.errors import Hidden
from parentapp.models import Message, SeenLine
from tests.cast import Cast


def read_by(cast: Cast, who: str, child: str = "sofia") -> SeenLine:
    """That person has just read the log."""
    log.timeline(cast.actor(who), cast.logs[child])
    found: SeenLine = SeenLine.select().where(SeenLine.account == cast.accounts[who]).order_by(SeenLine.at.desc()).get()
    return found


def asked(cast: Cast, line: SeenLine, by: str = "oksana", press: Press | None = None) -> UUID:
    return conversations.ask_why(cast.actor(by), line.log_id, line.account_id, cast.today, press=press)


def last(cast: Cast, talk: UUID, reader: str) -> ShownMessage:
    return conversations.conversation(cast.actor(reader), talk).messages[-1]


def test_it_goes_to_the_contact_person_who_answers(cast: Cast) -> None:
    talk = asked(cast, read_by(cast, "kari"))
    said = last(cast, talk, "kari")
    assert said.ready is ReadyMessage.WHY_SEEN
    assert said.about is not None
    assert said.about.who is not None
    assert said.about.who.name == "Kari Nilsen"
    assert conversations.conversation(cast.actor("oksana"), talk).answer_by is not None


def test_the_asker_reads_whose_reading_it_was(cast: Cast) -> None:
    talk = asked(cast, read_by(cast, "per.aas"))
    said = last(cast, talk, "oksana")
    assert said.about is not None
    assert said.about.who is not None
    assert said.about.who.name == "Per Aas"
    assert said.about.day == cast.today


def test_whoever_may_not_know_who_else_helps_is_told_the_day_and_no_name(cast: Cast) -> None:
    """Per's school may not see who else helps Mikkel."""
    talk = asked(cast, read_by(cast, "lina", "mikkel"), "hege")
    said = last(cast, talk, "per.aas")
    assert said.about is not None
    assert said.about.who is None


def test_with_everybody_named_the_check_above_would_find_it(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "may_name", lambda *_: True)
    said = last(cast, asked(cast, read_by(cast, "lina", "mikkel"), "hege"), "per.aas")
    assert said.about is not None
    assert said.about.who is not None


def test_one_press_asks_once(cast: Cast) -> None:
    line, press = read_by(cast, "kari"), Press(crypto.new_id(), ("why",))
    assert asked(cast, line, press=press) == asked(cast, line, press=press)
    assert Message.select().where(Message.about == line.id).count() == 1


def test_nobody_asks_about_what_they_may_not_see(cast: Cast) -> None:
    line = read_by(cast, "kari")
    for who in ("erik", "kari", "fadumo", "ivar"):
        with pytest.raises(Hidden):
            asked(cast, line, who)


def test_only_a_professionals_reading_is_asked_about(cast: Cast) -> None:
    log.timeline(cast.actor("fadumo"), cast.logs["amina"])
    line = SeenLine.get(SeenLine.relation == Relation.GUARDIAN)
    with pytest.raises(Hidden):
        conversations.ask_why(cast.actor("amina"), cast.logs["amina"], line.account_id, cast.today)


def test_a_line_of_another_log_is_no_line_of_this_one(cast: Cast) -> None:
    line = read_by(cast, "kari")
    with pytest.raises(Hidden):
        conversations.ask_why(cast.actor("oksana"), cast.logs["amina"], line.account_id, cast.today)


def test_the_list_offers_it_on_professionals_lines_alone(cast: Cast) -> None:
    read_by(cast, "kari")
    log.timeline(cast.actor("erik"), cast.logs["sofia"])
    page = seen.seen(cast.actor("oksana"), cast.logs["sofia"])
    asks = {visit.who.account_id: visit.at_work for visit in page.visits}
    assert asks[cast.accounts["kari"]]
    assert not asks.get(cast.accounts["erik"], False)
