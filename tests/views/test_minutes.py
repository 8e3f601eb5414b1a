"""Minutes: decisions and measures in one press, all or nothing; once a meeting; read by who may read each part."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest

from parentapp import clock, crypto
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import meetings, minutes, private
from parentapp.domain.minutes import Agreed
from parentapp.enums import Kind
from parentapp.errors import Conflict
from parentapp.models import ConsentDecision, Entry, Measure, Meeting, Minutes, Notice
from tests.answering import said_anew
from tests.browsing import Browser
from tests.cast import Cast

Client = Callable[[str | None], Browser]
WORDS = "- Sofia velger lag selv.\n\n• Per spør henne på fredag."


@contextmanager
def after_meeting(cast: Cast, story: str = "sofia") -> Iterator[str]:
    """Inside the block that meeting has begun; its address."""
    meeting = cast.meetings[f"{story}.meeting"]
    with clock.at(Meeting.get_by_id(meeting).starts + timedelta(minutes=20)):
        yield f"/meetings/{meeting}"


def measure(cast: Cast, number: int = 1, **other: str) -> dict[str, str]:
    """A row of the form, filled in."""
    row = {
        "text": "Oksana ringer treneren.",
        "goal": str(cast.entries["sofia.goal"]),
        "owner": str(cast.accounts["oksana"]),
        "look_at": "2026-05-04",
    }
    return {f"{name}_{number}": value for name, value in (row | other).items()}


def counts() -> tuple[int, ...]:
    return tuple(table.select().count() for table in (Entry, Measure, Minutes, Notice))


def test_one_form_makes_minutes_and_measures(client: Client, cast: Cast) -> None:
    with after_meeting(cast) as address:
        sent = client("kari").submit(
            f"{address}/minutes", text=WORDS, **measure(cast), **measure(cast, 3, text="Nr. 2")
        )
        assert "Referatet er lagret" in client("kari").follow(sent).get_data(as_text=True)
        page = client("oksana").get(address).get_data(as_text=True)
        for words in (">Sofia velger lag selv.<", ">Per spør henne på fredag.<", "Oksana ringer treneren.", "Nr. 2"):
            assert words in page, words
        assert f'href="{address}">Avtalt i møtet' in client("oksana").get(f"/logs/{cast.logs['sofia']}/plan").text
        assert "Sofia velger lag selv." in client("oksana").get(f"/logs/{cast.logs['sofia']}").text
        assert "skrev referat" in client("oksana").get("/").text
    agreed = list(Measure.select().where(Measure.meeting.is_null(False)))
    assert {each.starts for each in agreed} == {
        clock.local_date(Meeting.get_by_id(cast.meetings["sofia.meeting"]).starts)
    }


def test_everybody_is_told_once(client: Client, cast: Cast) -> None:
    """Of the minutes; of the measures only who does not read the minutes."""
    Notice.delete().execute()
    with after_meeting(cast) as address:
        client("kari").submit(f"{address}/minutes", text=WORDS, **measure(cast), **measure(cast, 2))
    told = [row.account_id for row in Notice.select()]
    assert sorted(told) == sorted(cast.accounts[name] for name in ("oksana", "lina", "per.aas"))


def test_a_service_without_meetings_is_told_of_the_measure_and_not_where_it_was_agreed(
    client: Client, cast: Cast
) -> None:
    without_meetings(cast)
    Notice.delete().execute()
    with after_meeting(cast) as address:
        client("kari").submit(f"{address}/minutes", text=WORDS, **measure(cast))
        plan = client("per.aas").get(f"/logs/{cast.logs['sofia']}/plan").text
        assert client("per.aas").get(address).status_code == 404
    assert "Oksana ringer treneren." in plan
    assert "Avtalt i møtet" not in plan
    told = {row.thing for row in Notice.select().where(Notice.account == cast.accounts["per.aas"])}
    assert told == {Measure.get(Measure.meeting.is_null(False)).entry_id}


def test_a_service_without_the_plan_reads_minutes_and_no_measures(client: Client, cast: Cast) -> None:
    without(cast, Kind.PLAN)
    with after_meeting(cast) as address:
        client("kari").submit(f"{address}/minutes", text=WORDS, **measure(cast))
        page = client("per.aas").get(address).text
    assert "Sofia velger lag selv." in page
    assert "Oksana ringer treneren." not in page


def without_meetings(cast: Cast) -> None:
    without(cast, Kind.MEETINGS)


def without(cast: Cast, kind: Kind) -> None:
    """The school's yes, but for that kind; as if it had been given so."""
    request = cast.requests["sofia.school"]
    for row in ConsentDecision.select().where(ConsentDecision.request == request):
        kinds = [each for each in row.kinds if each is not kind]
        said_anew(row, kinds=kinds)
    with transaction():
        sight = look(cast.actor("per.aas"), cast.logs["sofia"])
        assert kind not in sight.kinds(sight.log(cast.logs["sofia"]))


def test_a_second_set_is_refused_and_the_first_is_shown(client: Client, cast: Cast) -> None:
    with after_meeting(cast) as address:
        client("kari").submit(f"{address}/minutes", text="Det første.")
        before = counts()
        again = client("kari").submit(f"{address}/minutes", text="Det andre.", **measure(cast))
        assert again.status_code == client("kari").get(f"{address}/minutes").status_code == 409
        for words in ("Det første.", "Det andre.", "Oksana ringer treneren."):
            assert words in again.text, words
    assert counts() == before


def test_the_same_press_is_answered_as_the_first_time(client: Client, cast: Cast) -> None:
    press = str(crypto.new_id())
    with after_meeting(cast) as address:
        first, second = (
            client("kari").submit(f"{address}/minutes", press=press, text=WORDS, **measure(cast)) for _ in range(2)
        )
    assert first.headers["Location"] == second.headers["Location"]
    assert (Minutes.select().count(), Measure.select().where(Measure.meeting.is_null(False)).count()) == (1, 1)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"text": ""}, "Skriv hva dere skal gjøre."),
        ({"text": "x" * 301}, "Teksten er for lang."),
        ({"text": "Hei\0"}, "tegn vi ikke kan lese"),
        ({"goal": ""}, "Velg hvilket mål tiltaket hører til."),
        ({"goal": "amina"}, "Velg hvilket mål tiltaket hører til."),
        ({"goal": "not-a-uuid"}, "Velg hvilket mål tiltaket hører til."),
        ({"owner": ""}, "Velg hvem som gjør det."),
        ({"owner": "erik"}, "må kunne se planen"),
        ({"owner": "siri"}, "må kunne se planen"),
        ({"look_at": "2026-03-01"}, "Velg en dag som kommer."),
        ({"look_at": "2026-02-30"}, "Velg en dag."),
        ({"look_at": ""}, "Velg en dag."),
    ],
)
def test_a_measure_that_cannot_be_leaves_nothing_half_written(
    client: Client, cast: Cast, row: dict[str, str], said: str
) -> None:
    """The second of two measures: the first, and the minutes, are not written either; all that was typed is kept."""
    given = {name: _named(cast, name, value) for name, value in row.items()}
    before = counts()
    with after_meeting(cast) as address:
        answer = client("kari").submit(f"{address}/minutes", text=WORDS, **measure(cast), **measure(cast, 2, **given))
    assert answer.status_code == 422
    assert said in answer.text
    assert counts() == before
    for typed in ("Sofia velger lag selv.", "Oksana ringer treneren.", 'value="2026-05-04"'):
        assert typed in answer.text


def _named(cast: Cast, name: str, value: str) -> str:
    if value == "amina":
        return str(cast.entries["amina.goal"])
    return str(cast.accounts[value]) if name == "owner" and value else value


def test_an_empty_form_is_answered(client: Client, cast: Cast) -> None:
    with after_meeting(cast) as address:
        answer = client("kari").submit(f"{address}/minutes", text=" \n ", look_at_1="2026-05-04", look_at_2="tull")
        assert (answer.status_code, "Skriv minst én ting" in answer.text) == (422, True)
        assert client("kari").submit(f"{address}/minutes", text="", **measure(cast)).status_code == 303, (
            "measures alone"
        )


def test_before_the_meeting_and_of_a_cancelled_one_there_are_none(client: Client, cast: Cast) -> None:
    address = f"/meetings/{cast.meetings['sofia.meeting']}/minutes"
    early = client("kari").submit(address, text=WORDS, **measure(cast))
    assert (early.status_code, client("kari").get(address).status_code) == (409, 409)
    for words in ("Møtet har ikke begynt ennå.", "Sofia velger lag selv.", "Oksana ringer treneren."):
        assert words in early.text
    meetings.cancel(cast.actor("kari"), cast.meetings["sofia.meeting"])
    with after_meeting(cast):
        assert client("kari").submit(address, text=WORDS).status_code == 409
    assert Minutes.select().count() == 0


def test_a_meeting_with_minutes_is_neither_moved_nor_cancelled(cast: Cast) -> None:
    with after_meeting(cast):
        meeting = cast.meetings["sofia.meeting"]
        minutes.write(cast.actor("kari"), meeting, ["Enig."])
        with pytest.raises(Conflict):
            meetings.cancel(cast.actor("kari"), meeting)


def test_other_words_leave_the_earlier_ones_to_be_read(client: Client, cast: Cast) -> None:
    with after_meeting(cast) as address:
        client("kari").submit(f"{address}/minutes", text="Per spør på torsdag.")
        sent = client("kari").submit(f"{address}/minutes/words", text="Per spør på fredag.")
        assert "Det er endret" in client("kari").follow(sent).text
        page = client("oksana").get(address).text
    assert "Per spør på fredag." in page
    assert "Per spør på torsdag." in page.partition("Slik sto det før")[2]


def test_minutes_of_a_meeting_that_is_kept_from_a_guardian_are_kept_too(client: Client, cast: Cast) -> None:
    entry = Meeting.get_by_id(cast.meetings["amina.meeting"]).entry_id
    private.choose(cast.actor("amina"), entry, [cast.accounts["yusuf"]])
    Notice.delete().execute()
    with after_meeting(cast, "amina"):
        written = minutes.write(cast.actor("kari"), cast.meetings["amina.meeting"], ["Amina får hvile."])
        assert "Amina får hvile." in client("fadumo").get(f"/logs/{cast.logs['amina']}").text
        assert "Amina får hvile." not in client("yusuf").get(f"/logs/{cast.logs['amina']}").text
    told = {row.account_id for row in Notice.select().where(Notice.thing == written)}
    assert cast.accounts["yusuf"] not in told
    assert cast.accounts["fadumo"] in told


def test_an_owner_who_cannot_see_the_plan_is_refused_by_the_domain_too(cast: Cast) -> None:
    with after_meeting(cast):
        day = clock.today() + timedelta(days=30)
        agreed = Agreed(1, cast.entries["sofia.goal"], "Følge.", cast.accounts["erik"], None, day)
        with pytest.raises(minutes.Unfit):
            minutes.write(cast.actor("kari"), cast.meetings["sofia.meeting"], ["Enig."], [agreed])
    assert Minutes.select().count() == 0
