"""Meetings: called, moved, cancelled, answered; who reads what of them; and a file that tells nothing."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from parentapp import clock
from parentapp.domain import inviting, meetings, seen
from parentapp.enums import Coming, NoticeKind, Relation, SeenPage
from parentapp.models import AgendaPoint, Invitation, Meeting, Notice, RatherNot
from tests.browsing import Browser
from tests.cast import Cast

Client = Callable[[str | None], Browser]

CALLED = {"text": "Hvordan går det?", "day": "2026-03-19", "begins": "09:00", "stops": "09:45", "place": "Rom 2"}
GYM = "Gym og venner"


def at(cast: Cast, name: str = "sofia.meeting", what: str = "") -> str:
    return f"/meetings/{cast.meetings[name]}{what}"


def text_of(response: object) -> str:
    page = response.get_data(as_text=True)  # type: ignore[attr-defined]  # a test response
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def called(cast: Cast) -> Meeting:
    return Meeting.select().where(Meeting.log == cast.logs["sofia"]).order_by(Meeting.starts.desc()).first()


def who(cast: Cast, person: str, unit: str | None = None) -> str:
    return f"{cast.accounts[person].hex}{f'_{cast.units[unit].hex}' if unit else ''}"


def test_the_contact_person_calls_a_meeting_and_says_why_each_is_needed(client: Client, cast: Cast) -> None:
    oksana, per = who(cast, "oksana"), who(cast, "per.aas", "school")
    form = client("kari").get(f"/logs/{cast.logs['sofia']}/meetings/new").get_data(as_text=True)
    assert re.search(rf'name="who_{oksana}" value="y" checked', form)
    assert f'name="who_{per}" value="y">' in form
    assert "Erik Solberg" not in form
    asked = {f"who_{oksana}": "y", f"why_{oksana}": "", f"who_{per}": "y", f"why_{per}": "Per vet om gymmen."}
    sent = client("kari").submit(f"/logs/{cast.logs['sofia']}/meetings/new", **CALLED, **asked)
    assert sent.status_code == 303
    page = text_of(client("oksana").get(sent.headers["Location"]))
    assert "Hvordan går det?" in page
    assert "Torsdag 19. mars kl. 09.00–09.45" in page.replace("\xa0", " ")
    assert "Hvorfor: Per vet om gymmen." in page
    assert {row.account_id for row in Notice.select().where(Notice.thing == called(cast).entry_id)} >= {
        cast.accounts["oksana"],
        cast.accounts["per.aas"],
    }


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"text": " "}, "Skriv hva møtet handler om."),
        ({"day": ""}, "Velg en dag."),
        ({"day": "31. februar"}, "Velg en dag."),
        ({"day": "0001-01-01"}, "Dagen har vært."),
        ({"day": "2026-03-09"}, "Dagen har vært."),
        ({"day": "9999-12-31"}, "Dagen er for langt fram."),
        ({"day": "2026-03-10", "begins": "09:00", "stops": "12:00"}, "Klokkeslettet har vært."),
        ({"stops": "08:30"}, "Møtet må slutte etter at det har begynt."),
        ({"stops": "09:00"}, "Møtet må slutte etter at det har begynt."),
        ({"begins": "06:00", "stops": "19:00"}, "Møtet kan ikke vare mer enn tolv timer."),
        ({"begins": "kl ni"}, "Velg et klokkeslett."),
        ({"day": "2026-03-29", "begins": "02:30", "stops": "04:00"}, "Dette klokkeslettet finnes ikke."),
        ({"link": "http://video.example"}, "Dette er ikke en trygg lenke."),
        ({"link": "https://kari@video.example"}, "Dette er ikke en trygg lenke."),
        ({"link": "https://[video"}, "Dette er ikke en trygg lenke."),
        ({"place": "x" * 201}, "Teksten er for lang."),
    ],
)
def test_what_cannot_be_is_said_and_the_rest_is_kept(
    client: Client, cast: Cast, wrong: dict[str, str], error: str
) -> None:
    count = Meeting.select().count()
    sent = client("kari").submit(f"/logs/{cast.logs['sofia']}/meetings/new", **(CALLED | wrong))
    page = sent.get_data(as_text=True)
    assert sent.status_code == 422
    assert error in page
    for kept in set(CALLED.values()) & set((CALLED | wrong).values()):
        assert kept in page
    assert Meeting.select().count() == count


def test_a_helper_is_not_asked_without_a_reason(client: Client, cast: Cast) -> None:
    per = who(cast, "per.aas", "school")
    asked = {f"who_{per}": "y", f"why_{per}": ""}
    sent = client("kari").submit(f"/logs/{cast.logs['sofia']}/meetings/new", **CALLED, **asked)
    assert sent.status_code == 422
    assert "Skriv hvorfor." in sent.get_data(as_text=True)


@pytest.mark.parametrize(("person", "unit"), [("erik", None), ("ingrid", "ppt"), ("helga", None), ("lina", "school")])
def test_nobody_is_asked_who_may_not_know_of_meetings(
    client: Client, cast: Cast, person: str, unit: str | None
) -> None:
    key = who(cast, person, unit)
    asked = {f"who_{key}": "y", f"why_{key}": "Fordi."}
    sent = client("kari").submit(f"/logs/{cast.logs['sofia']}/meetings/new", **CALLED, **asked)
    assert sent.status_code == 409
    assert CALLED["text"] in sent.get_data(as_text=True)


def test_a_guest_sees_the_time_the_place_and_the_agenda_and_nothing_else(client: Client, cast: Cast) -> None:
    page = text_of(client("bjorn").get(at(cast)))
    for told in ("Fjordvik skole, rom 2", "Gymmen: hva har hjulpet", "Vi vil gjerne høre om søvnrådene"):
        assert told in page
    for kept in ("Sofia", "Oksana", "Per Aas", "Kari", GYM, "Hvem kommer?", "Helst ikke"):
        assert kept not in page
    assert GYM in text_of(client("oksana").get(at(cast)))


def test_a_guest_finds_the_meeting_on_the_desk_and_among_the_invitations(client: Client, cast: Cast) -> None:
    for address in ("/desk", "/meetings", "/notices"):
        page = client("bjorn").get(address).get_data(as_text=True)
        assert at(cast) in page
        assert "Sofia" not in page
    inviting.invite_guest(cast.actor("kari"), cast.meetings["amina.meeting"], "helga", "Kjenner laget.")
    assert at(cast, "amina.meeting") in client("helga").get("/").get_data(as_text=True)


def test_the_family_reads_that_a_guest_was_there(client: Client, cast: Cast) -> None:
    client("bjorn").get(at(cast))
    visits = seen.seen(cast.actor("oksana"), cast.logs["sofia"]).visits
    read = next(visit for visit in visits if visit.who.account_id == cast.accounts["bjorn"])
    assert (read.who.relation, read.reads[0].page) == (Relation.GUEST, SeenPage.MEETING)


@pytest.mark.parametrize(
    ("child", "holder", "username"),
    [("noor", "lina", "samir"), ("noor", "lina", "finnes.ikke"), ("noor", "lina", "ivar"), ("sofia", "kari", "kari")],
)
def test_who_is_blocked_elsewhere_or_not_there_is_unknown_alike(
    client: Client, cast: Cast, child: str, holder: str, username: str
) -> None:
    starts = cast.now + timedelta(days=3)
    meeting = meetings.call(cast.actor(holder), cast.logs[child], "Kort", starts, starts + timedelta(hours=1))
    sent = client(holder).submit(f"/meetings/{meeting}/invitations", who="guest", username=username, reason="Derfor.")
    page = sent.get_data(as_text=True)
    assert sent.status_code == 422
    assert "Vi finner ingen å invitere med det brukernavnet." in page
    assert "Derfor." in page
    assert f'value="{username}"' in page


def test_nobody_is_invited_twice(client: Client, cast: Cast) -> None:
    sent = client("kari").submit(at(cast, what="/invitations"), who="guest", username="bjorn", reason="Igjen.")
    assert sent.status_code == 409
    assert "Igjen." in sent.get_data(as_text=True)


def test_whoever_is_invited_answers_and_the_others_see_it(client: Client, cast: Cast) -> None:
    assert "Svar om du kommer" in text_of(client("oksana").get("/"))
    sent = client("oksana").submit(at(cast, what="/coming"), coming="no")
    assert "Takk. De andre ser svaret ditt." in text_of(client("oksana").get(sent.headers["Location"]))
    assert re.search(r"Oksana Bondarenko foresatt\s+Kommer ikke", text_of(client("kari").get(at(cast))))
    wrong = client("oksana").submit(at(cast, what="/coming"), coming="kanskje")
    assert (wrong.status_code, "Velg om du kommer." in wrong.get_data(as_text=True)) == (422, True)


def test_moved_everybody_is_asked_anew_and_told_and_the_guest_stays_until_that_day_ends(
    client: Client, cast: Cast
) -> None:
    meetings.answer(cast.actor("oksana"), cast.meetings["sofia.meeting"], Coming.YES)
    Notice.delete().execute()
    moved = {"day": "2026-03-27", "begins": "10:00", "stops": "11:00", "place": "Rom 9"}
    assert client("kari").submit(at(cast, what="/time"), **moved).status_code == 303
    row = Meeting.get_by_id(cast.meetings["sofia.meeting"])
    assert (row.changes, row.place) == (1, "Rom 9")
    answers = {each.account_id: each.coming for each in Invitation.select().where(Invitation.meeting == row.id)}
    assert answers[cast.accounts["oksana"]] is None
    assert answers[cast.accounts["kari"]] is Coming.YES
    guest = Invitation.get_by_id(cast.invitations["sofia.meeting.bjorn"])
    assert guest.guest_until == clock.end_of_day(row.starts)
    told = {each.account_id for each in Notice.select().where(Notice.kind == NoticeKind.MEETING)}
    assert {cast.accounts[name] for name in ("oksana", "per.aas", "lina", "bjorn")} <= told
    assert cast.accounts["erik"] not in told


def test_another_place_is_no_new_question(client: Client, cast: Cast) -> None:
    starts, ends = Meeting.get_by_id(cast.meetings["sofia.meeting"]).starts, None
    page = client("kari").get(at(cast, what="/time")).get_data(as_text=True)
    assert all(f'value="{each}"' in page for each in ("2026-03-12", "09:00", "09:45", "Fjordvik skole, rom 2"))
    same = {"day": "2026-03-12", "begins": "09:00", "stops": "09:45", "place": "Biblioteket"}
    assert client("kari").submit(at(cast, what="/time"), **same).status_code == 303
    row = Meeting.get_by_id(cast.meetings["sofia.meeting"])
    assert (row.changes, row.starts, ends) == (0, starts, None)
    assert Invitation.get_by_id(cast.invitations["sofia.meeting.per.aas"]).coming is Coming.YES


def test_a_cancelled_meeting_is_read_on_and_takes_nothing_more(client: Client, cast: Cast) -> None:
    assert client("kari").submit(at(cast, what="/cancel")).status_code == 303
    for person in ("oksana", "per.aas"):
        page = text_of(client(person).get(at(cast)))
        assert "Møtet er avlyst." in page
        assert GYM in page
    guests = text_of(client("bjorn").get(at(cast)))
    assert "Møtet er avlyst." in guests
    assert "Fjordvik skole" not in guests
    assert "Gymmen: hva har hjulpet" not in guests
    answer = client("oksana").submit(at(cast, what="/coming"), coming="yes")
    assert (answer.status_code, "Du trenger ikke å gjøre noe." in answer.get_data(as_text=True)) == (409, True)
    point = client("oksana").submit(at(cast, what="/agenda"), text="Hva med vaflene?")
    assert (point.status_code, "Hva med vaflene?" in point.get_data(as_text=True)) == (409, True)
    assert "avlyst" in text_of(client("oksana").get(f"/logs/{cast.logs['sofia']}"))
    assert "avlyst" in text_of(client("oksana").get("/notices"))


def test_when_it_is_over_nothing_is_added(client: Client, cast: Cast) -> None:
    with clock.at(Meeting.get_by_id(cast.meetings["sofia.meeting"]).ends):
        sent = client("per.aas").submit(at(cast, what="/agenda"), text="En ting til.")
        assert (sent.status_code, "En ting til." in sent.get_data(as_text=True)) == (409, True)
        page = text_of(client("oksana").get(f"/logs/{cast.logs['sofia']}/meetings"))
        assert "Møter som har vært" in page
        assert "Møter som kommer" not in page


def test_who_added_what_is_told_as_names_are(client: Client, cast: Cast) -> None:
    meetings.add_point(cast.actor("lina"), cast.meetings["sofia.meeting"], "Helsa.")
    assert re.search(r"Helsa\.\s+Lina Moe", text_of(client("oksana").get(at(cast))))
    page = text_of(client("per.aas").get(at(cast)))
    assert re.search(r"Helsa\.\s+En annen hjelper", page)
    assert "Bjørn" not in page
    assert "søvnrådene" not in page
    assert AgendaPoint.get(AgendaPoint.author == cast.accounts["lina"]).author_unit_id == cast.units["health"]


def test_rather_not_is_read_and_answered_by_the_contact_person_and_nobody_else(client: Client, cast: Cast) -> None:
    bjorn = cast.invitations["sofia.meeting.bjorn"]
    said = client("oksana").submit(at(cast, what=f"/invitations/{bjorn}/rather-not"), text="Han er så travel.")
    assert "skal svare deg før møtet" in text_of(client("oksana").get(said.headers["Location"]))
    assert "Ikke besvart ennå" in text_of(client("oksana").get(at(cast)))
    row = RatherNot.get(RatherNot.invitation == bjorn)
    for person in ("kari", "oksana", "lina", "per.aas", "bjorn"):
        page = client(person).get(at(cast)).get_data(as_text=True)
        assert ("Han er så travel." in page) == (person in ("kari", "oksana"))
    empty = client("kari").submit(at(cast, what=f"/rather-nots/{row.id}"), text=" ")
    assert (empty.status_code, "Skriv et svar." in empty.get_data(as_text=True)) == (422, True)
    assert (
        client("kari").submit(at(cast, what=f"/rather-nots/{row.id}"), text="Han kommer ti minutter.").status_code
        == 303
    )
    assert re.search(r"Kari Nilsen svarer:\s+Han kommer ti minutter\.", text_of(client("oksana").get(at(cast))))
    again = client("kari").submit(at(cast, what=f"/rather-nots/{row.id}"), text="Nei.")
    assert again.status_code == 409


def test_no_place_is_asked_for_or_shown_where_the_child_is_protected(client: Client, cast: Cast) -> None:
    address = f"/logs/{cast.logs['noor']}/meetings/new"
    form = client("lina").get(address).get_data(as_text=True)
    assert 'name="place"' not in form
    assert 'name="link"' not in form
    assert "Det skal ikke stå noe sted her." in form
    without = {name: said for name, said in CALLED.items() if name != "place"}
    assert client("lina").submit(address, **CALLED).status_code == 409
    sent = client("lina").submit(address, **without)
    row = Meeting.get(Meeting.log == cast.logs["noor"])
    row.place = "Et sted"  # as if the child were protected only now
    row.save()
    for address in (sent.headers["Location"], "/", f"/logs/{cast.logs['noor']}/meetings"):
        assert "Et sted" not in client("layla").get(address).get_data(as_text=True)
    assert "Lina Moe sier hvor dere møtes." in text_of(client("layla").get(sent.headers["Location"]))


def test_the_log_tells_of_the_meeting_and_leads_to_it(client: Client, cast: Cast) -> None:
    page = client("oksana").get(f"/logs/{cast.logs['sofia']}").get_data(as_text=True)
    assert at(cast) in page
    assert f"/logs/{cast.logs['sofia']}/meetings" in page
    assert at(cast) not in client("erik").get(f"/logs/{cast.logs['sofia']}").get_data(as_text=True)


def test_the_desk_shows_the_meetings_of_the_next_week(client: Client, cast: Cast) -> None:
    page = client("kari").get("/desk").get_data(as_text=True)
    assert at(cast) in page
    assert at(cast, "amina.meeting") not in page
    assert at(cast, "amina.meeting") in client("kari").get("/meetings").get_data(as_text=True)


def test_what_was_being_written_when_the_session_ended_is_given_back(client: Client, cast: Cast) -> None:
    address, per = f"/logs/{cast.logs['sofia']}/meetings/new", who(cast, "per.aas", "school")
    kari = client("kari")
    token = kari.token()
    kari.run_out()
    kept = CALLED | {f"who_{per}": "y", f"why_{per}": "Per vet om gymmen."}
    kari.submit(address, token=token, back=address, **kept)
    page = client("kari").get(address).get_data(as_text=True)
    assert all(f'value="{said}"' in page for said in ("2026-03-19", "09:00", "Rom 2", "Per vet om gymmen."))
    assert re.search(rf'name="who_{per}" value="y" checked', page)
