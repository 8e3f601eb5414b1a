"""«Min mening»: to whom it goes, that it can be changed and taken back until the meeting, and a child that is heard."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.domain import consents, families, meetings, private, statements
from parentapp.enums import Answer, Audience, Basis, Face, Telling
from parentapp.errors import Conflict
from parentapp.models import Entry, Meeting, Notice, Revision, SeenLine, Statement
from tests.browsing import Browser
from tests.cast import Cast
from tests.handing import hand_over

Client = Callable[[str | None], Browser]
SECRET = "Jeg vil ikke at pappa skal være med."
AROUND = ("amina", "fadumo", "yusuf", "kari", "lina", "per.aas")


def readers(client: Client, cast: Cast, words: str, *pages: str) -> set[str]:
    """Who finds these words on any of the pages."""
    where = pages or (
        f"/meetings/{cast.meetings['amina.meeting']}",
        f"/logs/{cast.logs['amina']}",
        "/notices",
    )
    return {
        person for person in AROUND if any(words in client(person).get(each).get_data(as_text=True) for each in where)
    }


def at(cast: Cast, story: str, what: str = "statement") -> str:
    return f"/meetings/{cast.meetings[f'{story}.meeting']}/{what}"


@pytest.mark.parametrize(
    ("telling", "read"),
    [
        ("read_aloud", {"amina", "kari"}),
        ("contact_only", {"amina", "kari"}),
        ("show", set(AROUND)),
    ],
)
def test_who_reads_it_is_what_was_chosen(client: Client, cast: Cast, telling: str, read: set[str]) -> None:
    sent = client("amina").submit(at(cast, "amina"), telling=telling, text=SECRET, face="bad")
    assert "Din mening er lagret" in client("amina").follow(sent).get_data(as_text=True)
    assert readers(client, cast, SECRET) == read


def test_the_form_says_who_would_read_before_one_writes(client: Client, cast: Cast) -> None:
    page = client("amina").get(at(cast, "amina")).get_data(as_text=True)
    before = page.partition("<textarea")[0]
    for words in ("Les opp for meg", "Bare du og <bdi>Kari Nilsen</bdi> kan lese det", "Fadumo Ali", "Fjordvik skole"):
        assert words in before, words


def test_the_contact_person_is_told_what_to_read_aloud_and_what_not(client: Client, cast: Cast) -> None:
    for telling, said in (("read_aloud", "Les dette opp i møtet."), ("contact_only", "Skal ikke leses opp.")):
        client("amina").submit(at(cast, "amina"), telling=telling, text=SECRET)
        assert said in client("kari").get(f"/meetings/{cast.meetings['amina.meeting']}").get_data(as_text=True)


def test_only_what_is_for_one_person_can_be_out_of_reach(client: Client, cast: Cast) -> None:
    """Sofia's mother shows it to all. That no other person is named, only services, is no warning."""
    page = f"/meetings/{cast.meetings['sofia.meeting']}"
    for telling, warned in (("show", False), ("contact_only", False), ("contact_only", True)):
        if warned:
            consents.answer(cast.actor("oksana"), cast.requests["sofia.health"], Answer.NO)
        else:
            client("oksana").submit(at(cast, "sofia"), telling=telling, text="Hun vil være keeper.")
        assert ("Lagre det på nytt" in client("oksana").get(page).get_data(as_text=True)) == warned


@pytest.mark.parametrize("first", list(Telling))
@pytest.mark.parametrize("then", list(Telling))
def test_what_stood_before_is_gone_whoever_it_was_for(cast: Cast, first: Telling, then: Telling) -> None:
    """Neither narrower nor wider does it leave anything: no earlier wording, no notice, no older entry."""
    amina, meeting = cast.actor("amina"), cast.meetings["amina.meeting"]
    before = statements.state(amina, meeting, first, SECRET)
    with clock.at(cast.now + timedelta(minutes=1)):
        after = statements.state(cast.actor("amina"), meeting, then, "Noe annet.")
    assert before != after
    assert not Entry.select().where(Entry.id == before).exists()
    assert not Notice.select().where(Notice.thing == before).exists()
    assert not Revision.select().where(Revision.entry.in_([before, after])).exists()
    assert Statement.select().where(Statement.meeting == meeting).count() == 1


def test_what_is_kept_from_a_guardian_stays_so_in_other_words(client: Client, cast: Cast) -> None:
    amina, meeting = cast.actor("amina"), cast.meetings["amina.meeting"]
    entry = statements.state(amina, meeting, Telling.SHOW, "Noe.")
    private.choose(amina, entry, [cast.accounts["yusuf"]])
    statements.state(amina, meeting, Telling.SHOW, SECRET)
    assert readers(client, cast, SECRET) == set(AROUND) - {"yusuf"}


def test_the_same_again_changes_nothing(cast: Cast) -> None:
    oksana, meeting = cast.actor("oksana"), cast.meetings["sofia.meeting"]
    first = statements.state(oksana, meeting, Telling.SHOW, "", Face.GOOD)
    assert statements.state(oksana, meeting, Telling.SHOW, "", Face.GOOD) == first


def test_taken_back_nothing_is_left(client: Client, cast: Cast) -> None:
    client("amina").submit(at(cast, "amina"), telling="show", text=SECRET)
    for _ in range(2):  # twice is like once
        sent = client("amina").submit(at(cast, "amina", "statement/taken-back"))
        assert "Det er tatt tilbake" in client("amina").follow(sent).get_data(as_text=True)
    assert readers(client, cast, SECRET) == set()
    assert Statement.select().count() == 0


def test_from_the_beginning_of_the_meeting_it_stands(client: Client, cast: Cast) -> None:
    client("oksana").submit(at(cast, "sofia"), telling="show", text="Hun er gladere.")
    with clock.at(Meeting.get_by_id(cast.meetings["sofia.meeting"]).starts):
        oksana = client("oksana")
        late = oksana.submit(at(cast, "sofia"), telling="show", text="Noe annet.")
        assert (late.status_code, oksana.submit(at(cast, "sofia", "statement/taken-back")).status_code) == (409, 409)
        assert "Møtet har begynt" in late.get_data(as_text=True)
        assert "Noe annet." in late.get_data(as_text=True), "what was written is not lost"
        page = oksana.get(f"/meetings/{cast.meetings['sofia.meeting']}").get_data(as_text=True)
    assert "Hun er gladere." in page
    assert "står som det er" in page


def test_for_a_cancelled_meeting_nobody_says_anything(client: Client, cast: Cast) -> None:
    meetings.cancel(cast.actor("kari"), cast.meetings["sofia.meeting"])
    assert client("oksana").submit(at(cast, "sofia"), telling="show", text="Hei.").status_code == 409
    assert client("kari").submit(at(cast, "sofia", "heard"), text="Hei.").status_code == 409


def test_my_contact_person_is_the_one_of_that_moment(client: Client, cast: Cast) -> None:
    """After a handover the new one does not get it; whoever wrote it is told, and may save it again."""
    meeting = cast.meetings["amina.meeting"]
    statements.state(cast.actor("amina"), meeting, Telling.CONTACT_ONLY, SECRET)
    hand_over(cast, "kari", "amina", "lina")
    assert readers(client, cast, SECRET) == {"amina"}
    assert "kan ikke lese det nå" in client("amina").get(f"/meetings/{meeting}").get_data(as_text=True)
    client("amina").submit(at(cast, "amina"), telling="contact_only", text=SECRET)
    assert readers(client, cast, SECRET) == {"amina", "lina"}


def test_to_a_contact_person_who_cannot_read_nobody_writes(client: Client, cast: Cast) -> None:
    """Resting: the form offers only what all of the family reads, and a form from before is refused."""
    from parentapp.domain import consents
    from parentapp.enums import Answer

    consents.answer(cast.actor("oksana"), cast.requests["sofia.log"], Answer.NO)
    page = client("oksana").get(at(cast, "sofia")).get_data(as_text=True)
    assert 'value="show"' in page
    assert 'value="read_aloud"' not in page
    with pytest.raises(Conflict):
        statements.state(cast.actor("oksana"), cast.meetings["sofia.meeting"], Telling.READ_ALOUD, "Hei.")


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"telling": "show", "text": " "}, "Skriv noen ord, eller velg et ansikt."),
        ({"telling": "everybody", "text": "Hei."}, "Velg hvordan det skal komme fram."),
        ({"text": "Hei."}, "Velg hvordan det skal komme fram."),
        ({"telling": "show", "text": "Hei.", "face": "angry"}, "Velg et av ansiktene, eller ingen."),
        ({"telling": "show", "text": "x" * 2001}, "Det er plass til 2000 tegn."),
        ({"telling": "show", "text": "Hei\0"}, "tegn vi ikke kan lese"),
    ],
)
def test_what_is_missing_is_said_and_what_was_written_is_kept(
    client: Client, cast: Cast, sent: dict[str, str], said: str
) -> None:
    answer = client("amina").submit(at(cast, "amina"), **sent)
    assert answer.status_code == 422
    assert said in answer.get_data(as_text=True)
    assert sent["text"].strip("\0 ") in answer.get_data(as_text=True)
    assert Statement.select().count() == 0


def test_a_child_is_heard_and_what_was_written_before_is_kept(client: Client, cast: Cast) -> None:
    for words in ("Hun vil være keeper.", "«Jeg vil være keeper.»"):
        sent = client("per.aas").submit(at(cast, "sofia", "heard"), text=words)
        assert "står i møtet" in client("per.aas").follow(sent).get_data(as_text=True)
    page = client("oksana").get(f"/meetings/{cast.meetings['sofia.meeting']}").get_data(as_text=True)
    for words in ("Barnet ønsket dette sagt", "«Jeg vil være keeper.»", "Hun vil være keeper.", "Per Aas"):
        assert words in page
    assert Entry.get(Entry.id == Statement.get().entry_id).audience is Audience.LOG


def test_once_a_child_is_heard_other_helpers_read_it_and_are_not_asked_to(client: Client, cast: Cast) -> None:
    page, form = f"/meetings/{cast.meetings['sofia.meeting']}", at(cast, "sofia", "heard")
    assert form in client("kari").get(page).text
    client("per.aas").submit(form, text="«Jeg vil være keeper.»")
    assert form in client("per.aas").get(page).text, "who wrote it down may change it"
    others = client("kari").get(page).text
    assert "«Jeg vil være keeper.»" in others
    assert form not in others


def test_a_parent_who_works_with_the_child_says_one_thing_and_heard_another(client: Client, cast: Cast) -> None:
    """Each is found by what it is: neither takes the other's place."""
    families.add_guardian(
        cast.actor("kari"),
        cast.logs["sofia"],
        cast.accounts["per.aas"],
        basis=Basis.FOSTER_PARENT,
        verified_how="Viste legitimasjon.",
        since=clock.today(),
    )
    heard, own = at(cast, "sofia", "heard"), at(cast, "sofia")
    client("per.aas").submit(heard, text="«Jeg vil være keeper.»")
    client("per.aas").submit(own, telling="show", text="Hun ler mer hjemme.")
    client("per.aas").submit(heard, text="«Jeg vil stå i mål.»")
    assert ">\nHun ler mer hjemme.</textarea>" in client("per.aas").get(own).text
    assert ">\n«Jeg vil stå i mål.»</textarea>" in client("per.aas").get(heard).text
    page = client("per.aas").get(f"/meetings/{cast.meetings['sofia.meeting']}").text
    for words in ("Hun ler mer hjemme.", "«Jeg vil stå i mål.»", "«Jeg vil være keeper.»"):
        assert words in page, words
    client("per.aas").submit(f"{own}/taken-back")
    assert [Entry.get_by_id(each.entry_id).text for each in Statement.select()] == ["«Jeg vil stå i mål.»"]


def test_a_guest_reads_nothing_of_it(client: Client, cast: Cast) -> None:
    client("oksana").submit(at(cast, "sofia"), telling="show", text=SECRET)
    client("kari").submit(at(cast, "sofia", "heard"), text="Keeper.")
    page = client("bjorn").get(f"/meetings/{cast.meetings['sofia.meeting']}").get_data(as_text=True)
    assert not {SECRET, "Keeper.", "Min mening"} & {
        words for words in (SECRET, "Keeper.", "Min mening") if words in page
    }


def test_who_read_it_is_written_down(client: Client, cast: Cast) -> None:
    entry = statements.state(cast.actor("amina"), cast.meetings["amina.meeting"], Telling.SHOW, "Hei.")
    for person, sees in (("kari", True), ("yusuf", True)):
        SeenLine.delete().execute()
        client(person).get(f"/meetings/{cast.meetings['amina.meeting']}")
        assert (entry in _things(SeenLine.get())) == sees


def _things(line: SeenLine) -> list[UUID]:
    packed = bytes(line.things)
    return [UUID(bytes=packed[start : start + 16]) for start in range(0, len(packed), 16)]
