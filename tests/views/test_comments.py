"""What the family says of minutes, through the seventh day after they were published; after that they are locked."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from parentapp import clock, crypto
from parentapp.domain import commenting, locking, minutes, private, revising
from parentapp.enums import EntryType, NoticeKind
from parentapp.errors import Conflict
from parentapp.models import AuditLine, Entry, Meeting, Minutes, Notice, SeenLine
from tests.access.states import put
from tests.browsing import Browser
from tests.cast import Cast

Client = Callable[[str | None], Browser]
WORDS = "Hun sa at hun vil være keeper. Det mangler."


def said() -> list[Entry]:
    return list(Entry.select().where(Entry.type == EntryType.COMMENT).order_by(Entry.at, Entry.id))


def address(cast: Cast, story: str = "sofia") -> str:
    return f"/meetings/{cast.meetings[f'{story}.meeting']}"


def test_one_tap_says_that_it_was_so(client: Client, cast: Cast) -> None:
    put(cast, "agreed")
    page = client("oksana").get(address(cast)).text
    assert "Dere kan si fra til og med tirsdag 17.\N{NO-BREAK SPACE}mars." in page
    sent = client("oksana").submit(f"{address(cast)}/minutes/agreed")
    answer = client("oksana").follow(sent).get_data(as_text=True)
    assert "Det du sa, står ved siden av referatet" in answer
    assert f"{address(cast)}/minutes/agreed" not in answer, "it is not asked twice of the same words"
    assert f"{address(cast)}/minutes/comments" in answer
    client("oksana").submit(f"{address(cast)}/minutes/agreed")
    assert [each.text for each in said()] == [""]


def test_what_one_sees_differently_stands_beside_for_all_who_read_the_minutes(client: Client, cast: Cast) -> None:
    put(cast, "agreed")
    client("oksana").submit(f"{address(cast)}/minutes/comments", text=WORDS)
    for person in ("oksana", "kari", "lina", "per.aas"):
        assert WORDS in client(person).get(address(cast)).text, person
        assert WORDS in client(person).get(f"/logs/{cast.logs['sofia']}").text, person
    assert WORDS not in client("bjorn").get(address(cast)).text, "a guest sees nothing of it"
    entry = said()[0]
    assert AuditLine.select().where((AuditLine.thing == entry.id) & (AuditLine.action == "minutes:comment")).exists()
    line = SeenLine.select().where(SeenLine.account == cast.accounts["lina"]).order_by(SeenLine.at.desc()).first()
    assert entry.id.bytes in bytes(line.things)


def test_only_the_contact_person_is_told(client: Client, cast: Cast) -> None:
    put(cast, "agreed")
    Notice.delete().execute()
    client("oksana").submit(f"{address(cast)}/minutes/comments", text=WORDS)
    assert [(row.account_id, row.kind) for row in Notice.select()] == [(cast.accounts["kari"], NoticeKind.ENTRY)]
    told = client("kari").get("/notices").text
    assert "sa noe om referatet" in told
    assert f'href="{address(cast)}"' in told


def test_what_is_empty_too_long_or_unreadable_is_said_and_kept(client: Client, cast: Cast) -> None:
    put(cast, "agreed")
    for text, reason in (("", "Skriv hva du så"), ("x" * 2001, "plass til 2000"), ("Hei\0", "tegn vi ikke kan lese")):
        answer = client("oksana").submit(f"{address(cast)}/minutes/comments", text=text)
        assert answer.status_code == 422
        assert reason in answer.text
        assert 'href="#comment"' in answer.text
        assert "x" * 2001 in answer.text or len(text) < 2001
    assert said() == []


def test_the_same_press_is_answered_as_the_first_time(client: Client, cast: Cast) -> None:
    put(cast, "agreed")
    press = str(crypto.new_id())
    first, second = (
        client("oksana").submit(f"{address(cast)}/minutes/comments", press=press, text=WORDS) for _ in "12"
    )
    assert first.headers["Location"] == second.headers["Location"]
    assert client("oksana").submit(f"{address(cast)}/minutes/comments", press=press, text="Annet.").status_code == 409
    assert len(said()) == 1


def test_other_words_of_the_minutes_leave_what_was_said_and_the_days_as_they_were(client: Client, cast: Cast) -> None:
    put(cast, "agreed")
    client("oksana").submit(f"{address(cast)}/minutes/agreed")
    with clock.at(clock.now() + timedelta(days=3)):
        minutes.change(cast.actor("kari"), cast.meetings["sofia.meeting"], ["Sofia er keeper."])
    with clock.at(clock.now() + timedelta(days=4)):
        page = client("oksana").get(address(cast)).text
        assert "sagt før teksten ble endret" in page
        assert "til og med tirsdag 17." in page, "the days do not start anew"
        client("oksana").submit(f"{address(cast)}/minutes/agreed")
    assert len(said()) == 2, "of the words that stand there now"


def test_after_the_days_nothing_is_added_or_changed_and_what_was_typed_is_kept(client: Client, cast: Cast) -> None:
    put(cast, "agreed")
    client("oksana").submit(f"{address(cast)}/minutes/comments", text=WORDS)
    meeting, entry = cast.meetings["sofia.meeting"], Minutes.get().entry_id
    with clock.at(datetime(2026, 3, 17, 23, 0, tzinfo=UTC)):  # midnight in Oslo
        page = client("oksana").get(address(cast)).text
        assert "Låst onsdag 18.\N{NO-BREAK SPACE}mars." in page
        assert WORDS in page
        assert "/minutes/comments" not in page
        late = client("oksana").submit(f"{address(cast)}/minutes/comments", text="For sent.")
        assert (late.status_code, "Referatet er låst" in late.text, "For sent." in late.text) == (409, True, True)
        assert client("oksana").submit(f"{address(cast)}/minutes/agreed").status_code == 409
        assert "/minutes/words" not in client("kari").get(address(cast)).text
        other = client("kari").submit(f"{address(cast)}/minutes/words", text="Andre ord.")
        assert (other.status_code, "Referatet er låst" in other.text, "Andre ord." in other.text) == (409, True, True)
        assert client("kari").get(f"{address(cast)}/minutes/words").status_code == 409
        assert "/minutes/words" not in client("kari").get(f"{address(cast)}/minutes").text
        with pytest.raises(Conflict):
            revising.change_text(cast.actor("kari"), entry, "Andre ord.")
        with pytest.raises(Conflict):
            revising.to_change(cast.actor("kari"), entry)
        assert client("jonas").submit(f"/meetings/{meeting}/minutes/comments", text="Hei.").status_code == 404
    assert len(said()) == 1


DAYS = [
    ("2026-03-10T09:30", "2026-03-17", "2026-03-17T23:00"),
    ("2026-03-22T23:30", "2026-03-30", "2026-03-30T22:00"),  # half past midnight on the 23rd; summer time from the 29th
    ("2026-03-28T22:59", "2026-04-04", "2026-04-04T22:00"),  # the last minute of the 28th, over the end of the month
    ("2026-10-18T21:59", "2026-10-25", "2026-10-25T23:00"),  # a seventh day of 25 hours
    ("2026-12-31T23:15", "2027-01-08", "2027-01-08T23:00"),  # already the new year in Oslo
    ("2028-02-22T12:00", "2028-02-29", "2028-02-29T23:00"),
]


@pytest.mark.parametrize(("written", "last", "locked"), DAYS)
def test_the_seventh_day_ends_at_midnight_in_oslo(written: str, last: str, locked: str) -> None:
    at, ends = (datetime.fromisoformat(each).replace(tzinfo=UTC) for each in (written, locked))
    assert locking.last_day(at).isoformat() == last
    assert not locking.is_locked(at, ends - timedelta(microseconds=1))
    assert locking.is_locked(at, ends)


@pytest.mark.parametrize(("written", "last", "locked"), DAYS[:3])
def test_until_the_last_minute_it_can_be_said_and_changed(cast: Cast, written: str, last: str, locked: str) -> None:
    put(cast, "agreed")
    at, ends = (datetime.fromisoformat(each).replace(tzinfo=UTC) for each in (written, locked))
    Entry.update(at=at).where(Entry.type == EntryType.MINUTES).execute()
    meeting = cast.meetings["sofia.meeting"]
    with clock.at(ends - timedelta(minutes=1)):
        commenting.comment(cast.actor("oksana"), meeting, WORDS)
        minutes.change(cast.actor("kari"), meeting, ["Siste minutt."])
    with clock.at(ends):
        with pytest.raises(Conflict):
            commenting.comment(cast.actor("oksana"), meeting, WORDS)
        with pytest.raises(Conflict):
            minutes.change(cast.actor("kari"), meeting, ["For sent."])


def test_keeping_the_meeting_or_the_minutes_keeps_what_was_said_of_them(client: Client, cast: Cast) -> None:
    """Two steps up: a comment hangs on minutes, which hang on their meeting."""
    put(cast, "begun")
    meeting = cast.meetings["amina.meeting"]
    entry = minutes.write(cast.actor("kari"), meeting, ["Søvn først."])
    commenting.comment(cast.actor("amina"), meeting, "Jeg sa at jeg er redd for å sove.")
    log, yusuf = f"/logs/{cast.logs['amina']}", [cast.accounts["yusuf"]]
    assert "redd for å sove" in client("yusuf").get(log).text
    for kept in (Meeting.get_by_id(meeting).entry_id, entry):
        private.choose(cast.actor("amina"), kept, yusuf)
        assert "redd for å sove" not in client("yusuf").get(log).text
        shown = client("amina").get(log).text
        assert "redd for å sove" in shown
        assert "Yusuf" not in _fold_of(shown, said()[0]), "nor does it say that he reads it"
        status = client("yusuf").submit(f"{address(cast, 'amina')}/minutes/comments", text="Hei.").status_code
        assert status == 404
        private.choose(cast.actor("amina"), kept, [])


def test_a_comment_can_be_kept_by_itself_and_is_told_to_nobody_it_is_kept_from(client: Client, cast: Cast) -> None:
    put(cast, "begun")
    meeting = cast.meetings["amina.meeting"]
    minutes.write(cast.actor("kari"), meeting, ["Søvn først."])
    mine = commenting.comment(cast.actor("amina"), meeting, "Bare mamma kan lese dette.")
    private.choose(cast.actor("amina"), mine, [cast.accounts["yusuf"]])
    assert "Bare mamma" in client("fadumo").get(address(cast, "amina")).text
    assert "Bare mamma" not in client("yusuf").get(address(cast, "amina")).text


def test_in_a_log_that_rests_the_family_still_says_it(client: Client, cast: Cast) -> None:
    put(put(cast, "agreed"), "resting")
    Notice.delete().execute()
    assert client("oksana").submit(f"{address(cast)}/minutes/comments", text=WORDS).status_code == 303
    assert Notice.select().count() == 0, "the contact person sees nothing of it now"


def _fold_of(page: str, entry: Entry) -> str:
    """The card of that entry, who can read it and all."""
    found = re.search(rf'id="e-{entry.id}".*?</li>', page, re.DOTALL)
    assert found
    return found.group()
