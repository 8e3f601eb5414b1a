"""«Skriv én gang»: who came, what each does, and the next meeting, in the one form for minutes; all or nothing."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from parentapp.domain import contributions, statements
from parentapp.enums import Telling
from parentapp.models import Attendance, Entry, Invitation, Meeting, Minutes, Notice
from tests.browsing import Browser
from tests.cast import Cast
from tests.meeting_states import brought, supports
from tests.views.test_minutes import after_meeting, measure

Client = Callable[[str | None], Browser]
NEXT = {"next_day": "2026-04-20", "next_begins": "09:00", "next_stops": "10:00", "text_next": "Hvordan går det?"}


def key_of(cast: Cast, name: str, story: str = "sofia") -> str:
    """How the form names somebody who is invited."""
    mine = (Invitation.meeting == cast.meetings[f"{story}.meeting"]) & (Invitation.account == cast.accounts[name])
    return str(Invitation.get(mine).id.hex)


def write(client: Client, address: str, **fields: str) -> tuple[int, str]:
    answer = client("kari").submit(f"{address}/minutes", text="Sofia er keeper.", **fields)
    return answer.status_code, answer.get_data(as_text=True)


def counts() -> tuple[int, ...]:
    return tuple(table.select().count() for table in (Entry, Minutes, Attendance, Meeting, Notice))


def test_those_who_said_yes_are_ticked_and_whom_the_family_brings(client: Client, cast: Cast) -> None:
    brought(cast)
    client("oksana").submit(f"/meetings/{cast.meetings['sofia.meeting']}/coming", coming="yes")
    client("per.aas").submit(f"/meetings/{cast.meetings['sofia.meeting']}/coming", coming="no")
    with after_meeting(cast) as address:
        page = client("kari").get(f"{address}/minutes").text
    ticked = {key for key in (key_of(cast, name) for name in ("kari", "oksana", "per.aas")) if _is_ticked(page, key)}
    assert ticked == {key_of(cast, "kari"), key_of(cast, "oksana")}
    assert _is_ticked(page, supports(cast)["sofia.oksana"].hex)
    assert page.count(f'value="{key_of(cast, "kari")}" dir="auto" selected') == 2, "she leads, and writes"


def _is_ticked(page: str, key: str) -> bool:
    return f'name="came_{key}" value="y" checked' in page


def test_who_came_and_what_each_does_stand_on_the_meetings_page(client: Client, cast: Cast) -> None:
    brought(cast)
    kari, oksana = key_of(cast, "kari"), key_of(cast, "oksana")
    support = supports(cast)["sofia.oksana"].hex
    came = {f"came_{each}": "y" for each in (kari, oksana, support)}
    said = {"leads": kari, "writes": kari, "minds_child": oksana, "text_beside": "En venninne", "beside": oksana}
    with after_meeting(cast) as address:
        assert write(client, address, **came, **said)[0] == 303
        page = client("oksana").get(address).text.partition("Dette ble vi enige om")[2].partition("Sofia er keeper")[0]
        guest = client("bjorn").get(address).text
    for words in ("Leder møtet", "Skriver", "Passer på at barnet blir hørt", "Til stede", "Iryna", "En venninne"):
        assert words in page, words
        assert words not in guest, words
    assert "Per Aas" not in page
    assert "Passer tida" not in page, "nobody was chosen"


def test_a_service_that_may_not_know_reads_neither_that_another_came_nor_what_it_did(
    client: Client, cast: Cast
) -> None:
    """Per reads the minutes; that Bjørn was asked he may not know."""
    bjorn, kari = key_of(cast, "bjorn"), key_of(cast, "kari")
    said = {"leads": bjorn, "keeps_time": kari, "text_beside": "Kollegaen hans", "beside": bjorn}
    with after_meeting(cast) as address:
        assert write(client, address, **{f"came_{each}": "y" for each in (kari, bjorn)}, **said)[0] == 303
        page, family = client("per.aas").get(address).text, client("oksana").get(address).text
    assert "Passer tida" in page
    for words in ("Leder møtet</dt>", "Kollegaen hans", "Bjørn Eide", "Bjørn"):
        assert words not in page, words
        assert words in family, words


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"leads": "oksana"}, "Velg en av dem som kom."),
        ({"keeps_time": "0" * 32}, "Velg en av dem som kom."),
        ({"minds_child": "tull"}, "Velg en av dem som kom."),
        ({"text_beside": "En venninne"}, "Velg hvem de kom sammen med"),
        ({"text_beside": "En venninne", "beside": "oksana"}, "Velg hvem de kom sammen med"),
        ({"text_beside": "x" * 301, "beside": "kari"}, "Teksten er for lang."),
        ({"next_day": "2026-04-20"}, "Velg et klokkeslett."),
        ({**NEXT, "next_day": "2026-03-01"}, "Dagen har vært"),
        ({**NEXT, "next_stops": "08:00"}, "slutte etter at det har begynt"),
        ({**NEXT, "next_day": "tull"}, "Velg en dag."),
        ({**NEXT, "text_next": ""}, "Skriv hva møtet handler om."),
        ({**NEXT, "text_next": "x" * 201}, "Teksten er for lang."),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_half_written(
    client: Client, cast: Cast, wrong: dict[str, str], said: str
) -> None:
    names = ("oksana", "kari")
    sent = {name: key_of(cast, value) if value in names else value for name, value in wrong.items()}
    before = counts()
    with after_meeting(cast) as address:
        status, page = write(client, address, **{f"came_{key_of(cast, 'kari')}": "y"}, **sent, **measure(cast))
    assert (status, said in page) == (422, True)
    assert counts() == before
    for typed in ("Sofia er keeper.", "Oksana ringer treneren.", *(value for value in wrong.values() if "x" in value)):
        assert typed in page
    assert _is_ticked(page, key_of(cast, "kari"))


@pytest.mark.parametrize("whose", ["amina", "nobody"])
def test_somebody_who_was_not_asked_did_not_come(client: Client, cast: Cast, whose: str) -> None:
    key = key_of(cast, "yusuf", "amina") if whose == "amina" else "0" * 32
    before = counts()
    with after_meeting(cast) as address:
        status, page = write(client, address, **{f"came_{key}": "y"})
    assert (status, "Sofia er keeper." in page) == (409, True)
    assert counts() == before


def test_the_next_meeting_is_called_in_the_same_press(client: Client, cast: Cast) -> None:
    Notice.delete().execute()
    with after_meeting(cast) as address:
        assert write(client, address, **NEXT)[0] == 303
        called = Meeting.select().order_by(Meeting.starts.desc()).get()
        page = client("oksana").get(f"/meetings/{called.id}").text
    before = Meeting.get_by_id(cast.meetings["sofia.meeting"])
    assert "Hvordan går det?" in page
    assert called.place == before.place
    rows = list(Invitation.select().where(Invitation.meeting == called.id))
    assert {row.account_id for row in rows} == {cast.accounts[name] for name in ("kari", "oksana", "per.aas")}
    assert not any(row.guest for row in rows), "guests are asked anew"
    asked = next(row for row in rows if row.account_id == cast.accounts["per.aas"])
    assert asked.reason, "why each is needed goes along"
    told = Notice.select().where((Notice.thing == called.entry_id) & (Notice.account == cast.accounts["oksana"]))
    assert told.count() == 1


def test_without_a_time_no_meeting_is_called(client: Client, cast: Cast) -> None:
    """What it is about stands there from the beginning, and says nothing by itself."""
    before = Meeting.select().count()
    with after_meeting(cast) as address:
        assert write(client, address, text_next="Hvordan går det?")[0] == 303
    assert Meeting.select().count() == before


def test_what_is_to_be_read_out_stands_first(client: Client, cast: Cast) -> None:
    meeting = cast.meetings["sofia.meeting"]
    contributions.send(cast.actor("per.aas"), meeting, "Hun er oftere med i leken.")
    statements.state(cast.actor("oksana"), meeting, Telling.READ_ALOUD, "Софія стала веселішою.")
    with after_meeting(cast) as address:
        page = client("kari").get(f"{address}/minutes").text.partition('<form class="section"')[0]
        later = client("oksana").get(address).text
    for words in ("Les opp først", "Hun er oftere med i leken.", "Софія стала веселішою."):
        assert words in page
    assert "Hun er oftere med i leken." in later, "it stands with the minutes"


def test_what_was_being_written_when_the_session_ended_is_given_back(client: Client, cast: Cast) -> None:
    kari, key = client("kari"), key_of(cast, "oksana")
    with after_meeting(cast) as address:
        token = kari.token()
        kari.run_out()
        where = f"{address}/minutes"
        said = {f"came_{key}": "y", "leads": key, "text_beside": "En venninne", "beside": key, **NEXT}
        assert kari.submit(where, token=token, back=where, text="Sofia er keeper.", **said).status_code == 303
        page = client("kari").get(where).text
    assert "Sofia er keeper." in page
    assert _is_ticked(page, key)
    assert not _is_ticked(page, key_of(cast, "kari")), "as it was left"
    assert 'value="2026-04-20"' in page
    assert "En venninne" in page


def test_a_comment_on_locked_minutes_is_answered_and_the_words_are_kept(client: Client, cast: Cast) -> None:
    with after_meeting(cast) as address:
        write(client, address)
        Entry.update(at=cast.now - timedelta(days=9)).where(Entry.id.in_(Minutes.select(Minutes.entry))).execute()
        answer = client("oksana").submit(f"{address}/minutes/comments", text="Hun vil stå i mål.")
    assert answer.status_code == 409
    assert "Hun vil stå i mål." in answer.text
