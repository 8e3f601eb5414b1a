"""Before a meeting: which of the proposed times fit, whom the family brings, what one who does not come sends."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from parentapp import clock
from parentapp.domain import meetings, times
from parentapp.errors import Denied
from parentapp.models import AuditLine, Invitation, Meeting, Notice, ProposedTime, SupportPerson, TimeAnswer
from tests.browsing import Browser
from tests.cast import Cast
from tests.meeting_states import brought, time_of, times_proposed

Client = Callable[[str | None], Browser]
TIMES = {"day": "2026-03-19", "begins": "09:00", "stops": "09:45"} | {
    "day_2": "2026-03-20",
    "begins_2": "12:00",
    "stops_2": "13:00",
}


def call(client: Client, cast: Cast, **fields: str) -> tuple[int, str]:
    answer = client("kari").submit(f"/logs/{cast.logs['sofia']}/meetings/new", text="Hvordan går det?", **fields)
    return answer.status_code, answer.get_data(as_text=True)


def undecided(cast: Cast) -> tuple[Cast, str]:
    cast = times_proposed(cast)
    return cast, f"/meetings/{cast.meetings['sofia.undecided']}"


# Proposing.


def test_two_times_are_proposed_and_the_meeting_has_none(client: Client, cast: Cast) -> None:
    assert call(client, cast, **TIMES)[0] == 303
    meeting = Meeting.get(Meeting.starts.is_null())
    assert ProposedTime.select().where(ProposedTime.meeting == meeting.id).count() == 2
    assert meeting.ends is None


def test_the_same_time_twice_is_one_time(client: Client, cast: Cast) -> None:
    again = {"day_2": TIMES["day"], "begins_2": TIMES["begins"], "stops_2": TIMES["stops"]}
    assert call(client, cast, **TIMES | again)[0] == 303
    assert not Meeting.select().where(Meeting.starts.is_null()).exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"day_2": ""}, "Velg en dag."),
        ({"begins_2": ""}, "Velg et klokkeslett."),
        ({"begins_2": "tull"}, "Velg et klokkeslett."),
        ({"stops_2": "11:00"}, "slutte etter at det har begynt"),
        ({"day_2": "2026-01-01"}, "Dagen har vært"),
        ({"day_2": "2029-01-01"}, "for langt fram"),
        ({"day_3": "2026-02-30"}, "Velg en dag."),
        ({"day_2": "2026-03-29", "begins_2": "02:30", "stops_2": "03:30"}, "Klokka stilles den natta"),
        ({"stops_2": "23:59", "begins_2": "08:00"}, "mer enn tolv timer"),
    ],
)
def test_a_further_time_that_cannot_be_is_said_and_all_is_kept(
    client: Client, cast: Cast, wrong: dict[str, str], said: str
) -> None:
    before = Meeting.select().count()
    status, page = call(client, cast, **TIMES | wrong)
    assert status == 422
    assert said in page
    assert "Hvordan går det?" in page
    assert 'value="09:45"' in page
    assert Meeting.select().count() == before


def test_a_meeting_with_nobody_invited_is_answered_and_not_called(client: Client, cast: Cast) -> None:
    """Somebody was offered and nobody was chosen; their reasons are kept."""
    key, before = cast.accounts["oksana"].hex, Meeting.select().count()
    status, page = call(client, cast, day="2026-03-19", begins="09:00", stops="09:45", **{f"why_{key}": "Mor"})
    assert (status, "Velg minst én som skal være med." in page, 'value="Mor"' in page) == (422, True, True)
    assert Meeting.select().count() == before


# Answering, and choosing.


def test_it_is_not_decided_yet_wherever_it_stands(client: Client, cast: Cast) -> None:
    cast, address = undecided(cast)
    for who, page in (
        ("oksana", "/"),
        ("oksana", f"/logs/{cast.logs['sofia']}/meetings"),
        ("oksana", f"/logs/{cast.logs['sofia']}"),
        ("oksana", "/meetings"),
        ("oksana", "/notices"),
        ("kari", "/desk"),
        ("per.aas", "/desk"),
        ("oksana", address),
        ("oksana", f"{address}/statement"),
        ("per.aas", f"{address}/contribution"),
        ("oksana", f"{address}/interpreters"),
        ("kari", f"{address}/heard"),
        ("kari", f"{address}/time"),
    ):
        answer = client(who).get(page)
        assert answer.status_code == 200, page
        if not page.endswith("time"):
            assert "ennå" in answer.text or "når et møte passer" in answer.text, page
    assert client("oksana").get("/").text.count("Neste møte") == 1, "the one that has a time is there too"
    assert client("oksana").get(f"/logs/{cast.logs['sofia']}/summary").status_code == 200


def test_one_press_says_what_fits_and_only_the_leader_sees_it(client: Client, cast: Cast) -> None:
    cast, address = undecided(cast)
    first = time_of(cast.meetings["sofia.undecided"])
    sent = client("oksana").submit(f"{address}/times", fits=f"{first}.no")
    page = client("oksana").follow(sent).get_data(as_text=True)
    assert "ser svaret ditt" in page
    assert "ikke svart ennå" not in page, "what others said is not hers to read"
    led = client("kari").get(address).text
    assert "</bdi>: passer ikke</span></li>" in led
    assert "</bdi>: passer</span></li>" in led
    assert client("oksana").submit(f"{address}/times", fits="all.yes").status_code == 303
    assert TimeAnswer.select().where(TimeAnswer.fits).count() == 3
    assert client("oksana").submit(f"{address}/times", fits="all.no").status_code == 303
    assert TimeAnswer.select().where(~TimeAnswer.fits).count() == 2


@pytest.mark.parametrize("fits", ["", "tull", "all", "all.kanskje", "0.yes", "x.no"])
def test_what_says_nothing_is_answered(client: Client, cast: Cast, fits: str) -> None:
    _, address = undecided(cast)
    answer = client("oksana").submit(f"{address}/times", fits=fits)
    assert (answer.status_code, "Velg om tiden passer." in answer.text) == (422, True)


def test_a_time_of_another_meeting_is_not_there(client: Client, cast: Cast) -> None:
    cast, address = undecided(cast)
    start = cast.now + timedelta(days=3)
    others = [(start + timedelta(days=1), start + timedelta(days=1, hours=1))]
    other = meetings.call(
        cast.actor("kari"), cast.logs["sofia"], "Et til", start, start + timedelta(hours=1), others=others
    )
    assert client("oksana").submit(f"{address}/times", fits=f"{time_of(other)}.yes").status_code == 404


def test_none_fits_and_when_it_would(client: Client, cast: Cast) -> None:
    cast, address = undecided(cast)
    empty = client("oksana").submit(f"{address}/times/none", text=" ")
    assert (empty.status_code, "Skriv når det passer for deg." in empty.text) == (422, True)
    long = client("oksana").submit(f"{address}/times/none", text="x" * 301)
    assert (long.status_code, "x" * 301 in long.text) == (422, True)
    Notice.delete().execute()
    for words in ("Helst fredag.", "Helst etter klokka to."):
        assert client("oksana").submit(f"{address}/times/none", text=words).status_code == 303
    page = client("kari").get(address).text
    assert "Helst etter klokka to." in page
    assert "Helst fredag." not in page
    assert {row.account_id for row in Notice.select()} == {cast.accounts["kari"]}
    assert "Helst etter" not in client("per.aas").get(address).text


def test_the_leader_chooses_and_it_is_a_meeting_as_any_other(client: Client, cast: Cast) -> None:
    cast, address = undecided(cast)
    meeting = cast.meetings["sofia.undecided"]
    Notice.delete().execute()
    sent = client("kari").submit(f"/meetings/times/{time_of(meeting, 1)}/chosen")
    assert "Tiden er valgt" in client("kari").follow(sent).get_data(as_text=True)
    chosen = Meeting.get_by_id(meeting)
    assert chosen.starts == ProposedTime.get_by_id(time_of(meeting, 1)).starts
    assert {row.account_id for row in Notice.select()} >= {cast.accounts["oksana"], cast.accounts["per.aas"]}
    assert client("oksana").get(f"{address}/calendar.ics").status_code == 200
    assert TimeAnswer.select().count() == 1, "no answer is lost"
    assert "Hvilke tider passer?" not in client("oksana").get(address).text
    assert client("kari").submit(f"/meetings/times/{time_of(meeting)}/chosen").status_code == 409
    assert client("oksana").submit(f"{address}/coming", coming="yes").status_code == 303


def test_a_time_that_has_been_is_not_chosen_and_another_can_be_set(client: Client, cast: Cast) -> None:
    cast, address = undecided(cast)
    meeting = cast.meetings["sofia.undecided"]
    with clock.at(cast.now + timedelta(days=7)):
        page = client("kari").get(address).text
        assert "Denne tiden har vært." in page
        assert client("kari").submit(f"/meetings/times/{time_of(meeting)}/chosen").status_code == 409
        later = {"day": "2026-03-24", "begins": "09:00", "stops": "10:00"}
        assert client("kari").submit(f"{address}/time", **later).status_code == 303
    assert Meeting.get_by_id(meeting).starts is not None


def test_an_undecided_meeting_can_be_cancelled(client: Client, cast: Cast) -> None:
    cast, address = undecided(cast)
    assert client("kari").submit(f"{address}/cancel").status_code == 303
    assert "avlyst" in client("oksana").get(address).text
    assert client("oksana").submit(f"{address}/times", fits="all.yes").status_code == 409
    for page in ("/", "/notices", f"/logs/{cast.logs['sofia']}", f"/logs/{cast.logs['sofia']}/meetings"):
        assert client("oksana").get(page).status_code == 200
    assert "Når passer møtet?" not in client("oksana").get("/").text


def test_others_do_not_answer(cast: Cast) -> None:
    cast = times_proposed(cast)
    before = AuditLine.select().count()
    with pytest.raises(Denied):
        times.answer(cast.actor("lina"), cast.meetings["sofia.undecided"], fits=True)
    assert AuditLine.select().count() == before


# Support.


def test_the_family_brings_somebody_and_takes_it_back(client: Client, cast: Cast) -> None:
    address = f"/meetings/{cast.meetings['sofia.meeting']}"
    sent = client("oksana").submit(f"{address}/support", text_name="Iryna", text_who="Søsteren min")
    page = client("oksana").follow(sent).get_data(as_text=True)
    assert "Iryna" in page
    for who, sees in (("kari", True), ("per.aas", True), ("lina", True), ("bjorn", False)):
        assert ("Iryna" in client(who).get(address).text) is sees, who
    there = SupportPerson.get()
    assert client("oksana").submit(f"/meetings/support/{there.id}/left-out").status_code == 303
    assert "Iryna" not in client("kari").get(address).text
    assert client("oksana").submit(f"/meetings/support/{there.id}/left-out").status_code == 404


def test_the_page_says_that_a_support_person_does_not_interpret(client: Client, cast: Cast) -> None:
    page = client("amina").get(f"/meetings/{cast.meetings['amina.meeting']}").text
    assert "En støtteperson tolker ikke." in page


@pytest.mark.parametrize("name", ["text_name", "text_who"])
@pytest.mark.parametrize(("typed", "said"), [("", "Skriv"), ("x" * 101, "for lang"), ("Hei\0", "tegn vi ikke")])
def test_what_cannot_be_a_name_is_said_and_the_rest_is_kept(
    client: Client, cast: Cast, name: str, typed: str, said: str
) -> None:
    fields = {"text_name": "Iryna", "text_who": "Tante"} | {name: typed}
    answer = client("oksana").submit(f"/meetings/{cast.meetings['sofia.meeting']}/support", **fields)
    assert (answer.status_code, said in answer.text) == (422, True)
    assert ("Tante" if name == "text_name" else "Iryna") in answer.text
    assert SupportPerson.select().count() == 0


def test_one_brings_at_most_three_and_nobody_to_what_is_over(client: Client, cast: Cast) -> None:
    brought(cast)
    address = f"/meetings/{cast.meetings['sofia.meeting']}/support"
    said = [client("oksana").submit(address, text_name=name, text_who="Tante").status_code for name in "ABC"]
    assert said == [303, 303, 409]
    Meeting.update(ends=cast.now).where(Meeting.id == cast.meetings["sofia.meeting"]).execute()
    assert client("oksana").submit(address, text_name="D", text_who="Tante").status_code == 409


# What is sent in one's place.


def test_somebody_who_does_not_come_sends_words(client: Client, cast: Cast) -> None:
    address = f"/meetings/{cast.meetings['sofia.meeting']}"
    sent = client("per.aas").submit(f"{address}/contribution", text="Hun er oftere med.")
    assert "Det er sendt." in client("per.aas").follow(sent).get_data(as_text=True)
    for who in ("oksana", "kari"):
        page = client(who).get(address).text
        assert "Hun er oftere med." in page
        assert "som ikke kommer" in page
    assert client("per.aas").submit(f"{address}/contribution", text="Hun er med i leken.").status_code == 303
    page = client("oksana").get(address).text
    assert "Hun er oftere med." in page.partition("Slik sto det før")[2]
    mine = (Invitation.meeting == cast.meetings["sofia.meeting"]) & (Invitation.account == cast.accounts["per.aas"])
    assert Invitation.get(mine).coming.value == "no"
    assert "Hun er med i leken." in client("oksana").get(f"/logs/{cast.logs['sofia']}").text
    assert "har sendt noe til møtet" in client("kari").get("/notices").text


def test_words_that_cannot_be_sent_are_kept(client: Client, cast: Cast) -> None:
    address = f"/meetings/{cast.meetings['sofia.meeting']}/contribution"
    for typed in ("", "x" * 2001, "Hei\0"):
        answer = client("per.aas").submit(address, text=typed)
        assert (answer.status_code, typed[:1] in answer.text) == (422, True)
