"""«Be om en annen kontaktperson»: what the asker reads, what the leader reads, and what nobody else gets to know."""

from collections.abc import Callable
from uuid import UUID

import pytest

from parentapp.domain import contact_requests, seen
from parentapp.enums import Relation, SeenPage
from parentapp.models import Account, Block, ContactRequest, Notice, SeenLine
from tests.browsing import Browser
from tests.cast import Cast

Client = Callable[[str | None], Browser]
RECEIVED = "/unit/contact-requests"


def address(cast: Cast, child: str) -> str:
    return f"/logs/{cast.logs[child]}/contact-request"


def page(client: Client, person: str, where: str) -> str:
    response = client(person).get(where)
    assert response.status_code == 200
    return response.get_data(as_text=True)


def test_one_asks_without_saying_why_and_reads_that_it_waits(client: Client, cast: Cast) -> None:
    browser = client("oksana")
    before = page(client, "oksana", address(cast, "sofia"))
    assert "Anne Strand" in before
    assert "Kari Nilsen" in before
    response = browser.submit(address(cast, "sofia"), text="")
    assert response.headers["Location"] == address(cast, "sofia") + "?done=asked"
    after = page(client, "oksana", response.headers["Location"])
    assert "Du har bedt om en annen kontaktperson" in after
    assert "Det er sendt." in after
    assert "<textarea" not in after


def test_it_is_taken_back(client: Client, cast: Cast) -> None:
    request = cast.contact_requests["amina.yusuf"]
    response = client("yusuf").submit(f"/contact-requests/{request}/taken-back")
    assert response.headers["Location"] == address(cast, "amina") + "?done=taken-back"
    assert "<textarea" in page(client, "yusuf", address(cast, "amina")), "one may ask again"
    assert "Yusuf" not in page(client, "anne.strand", RECEIVED)


def test_what_is_answered_is_taken_back_no_more(client: Client, cast: Cast) -> None:
    request = cast.contact_requests["amina.yusuf"]
    contact_requests.answer(cast.actor("anne.strand"), request, "Jeg ringer.")
    assert client("yusuf").submit(f"/contact-requests/{request}/taken-back").status_code == 409


def test_the_leader_reads_who_asks_and_their_words_and_nothing_of_the_child(client: Client, cast: Cast) -> None:
    shown = page(client, "anne.strand", RECEIVED)
    for words in ("Yusuf Warsame", "Kari Nilsen", "snakker arabisk", "Skriv aldri mistanke"):
        assert words in shown
    assert "Amina" not in shown
    assert str(cast.logs["amina"]) not in shown
    assert "/logs/" not in shown


def test_the_answer_reaches_the_asker_by_a_notice_that_says_nothing(client: Client, cast: Cast) -> None:
    anne, request = client("anne.strand"), cast.contact_requests["amina.yusuf"]
    said = "Jeg ringer deg på torsdag, med tolk."
    response = anne.submit(f"/contact-requests/{request}/answer", text=said)
    assert response.headers["Location"] == RECEIVED + "?done=answered"
    assert "Svaret er sendt." in page(client, "anne.strand", response.headers["Location"])
    told = {row.account_id for row in Notice.select().where(Notice.thing == request)}
    assert told == {cast.accounts["yusuf"], cast.accounts["anne.strand"]}
    Account.update(locale="nb").where(Account.id == cast.accounts["yusuf"]).execute()
    news = page(client, "yusuf", "/notices")
    assert "Du har fått svar på det du har bedt om." in news
    assert said not in news
    answered = page(client, "yusuf", address(cast, "amina"))
    assert answered.index(said) < answered.index("<textarea"), "what one came for stands before the form to ask anew"


def test_an_answer_has_words_and_what_was_sent_stands_in_its_box(client: Client, cast: Cast) -> None:
    request = cast.contact_requests["amina.yusuf"]
    response = client("anne.strand").submit(f"/contact-requests/{request}/answer", text=" ")
    assert response.status_code == 422
    assert "Skriv et svar." in response.get_data(as_text=True)
    long = client("oksana").submit(address(cast, "sofia"), text="Hei. " * 500)
    assert long.status_code == 422
    assert "Hei. Hei." in long.get_data(as_text=True)
    assert ContactRequest.select().count() == 1


def test_what_an_ended_session_kept_stands_in_the_box_it_was_written_in(client: Client, cast: Cast) -> None:
    anne, request = client("anne.strand"), cast.contact_requests["amina.yusuf"]
    other = contact_requests.ask(cast.actor("amina"), cast.logs["amina"], "Jeg også.")
    token = anne.token()
    anne.run_out()
    kept = {"back": RECEIVED, "text": "Nesten ferdig", "contact_request": str(request)}
    anne.submit(f"/contact-requests/{request}/answer", token=token, **kept)
    shown = page(client, "anne.strand", RECEIVED)
    assert shown.count("Nesten ferdig") == 1
    assert shown.index(str(request)) < shown.index("Nesten ferdig") < shown.index(f'id="a-{other}"')


def test_reading_it_is_a_line_that_only_the_asker_sees(client: Client, cast: Cast) -> None:
    page(client, "anne.strand", RECEIVED)
    (line,) = SeenLine.select().where(SeenLine.account == cast.accounts["anne.strand"])
    assert (line.relation, line.page, line.unit_id) == (
        Relation.LEADER,
        SeenPage.CONTACT_REQUEST,
        cast.units["health"],
    )
    readers = {
        person: [visit.who.name for visit in seen.seen(cast.actor(person), cast.logs["amina"]).visits]
        for person in ("amina", "fadumo", "yusuf")
    }
    assert {person: "Anne Strand" in names for person, names in readers.items()} == {
        "amina": False,
        "fadumo": False,
        "yusuf": True,
    }


def test_opening_the_page_is_written_down_as_opening_hjem(client: Client, cast: Cast) -> None:
    """Amina sees when her parents have read: not that one of them thinks of another contact person."""
    before = {line.id for line in SeenLine.select()}
    for person in ("fadumo", "amina"):
        page(client, person, address(cast, "amina"))
    (line,) = (line for line in SeenLine.select() if line.id not in before)
    assert (line.account_id, line.page) == (cast.accounts["fadumo"], SeenPage.HOME)


def test_hjem_leads_there_and_looks_the_same_whether_one_has_asked(client: Client, cast: Cast) -> None:
    def hjem(person: str) -> bool:
        return address(cast, "amina") in page(client, person, "/")

    assert hjem("amina")
    contact_requests.ask(cast.actor("amina"), cast.logs["amina"])
    assert hjem("amina")
    assert "Du har bedt om" not in page(client, "amina", "/")
    assert "/contact-request" not in page(client, "erik", "/")
    assert "/contact-request" not in page(client, "kari", "/desk")


@pytest.mark.parametrize(("person", "child"), [("hege", "mikkel"), ("amina", "amina")])
def test_where_nobody_can_receive_it_the_page_says_so(client: Client, cast: Cast, person: str, child: str) -> None:
    """Nobody leads the school; and Anne is kept out of Amina's log."""
    Block.create(
        log=cast.logs["amina"],
        account=cast.accounts["anne.strand"],
        blocked_by=cast.accounts["kari"],
        blocked_at=cast.now,
    )
    shown = page(client, person, address(cast, child))
    assert "Akkurat nå er det ingen som kan ta imot dette her." in shown
    assert "/help-now" in shown
    assert "<textarea" not in shown
    assert client(person).submit(address(cast, child), text="Hei.").status_code == 409


def test_the_words_in_an_address_make_nothing_true(client: Client, cast: Cast) -> None:
    assert "Det er sendt." not in page(client, "oksana", address(cast, "sofia") + "?done=asked")
    Account.update(locale="nb").where(Account.id == cast.accounts["yusuf"]).execute()
    assert "tatt det tilbake" not in page(client, "yusuf", address(cast, "amina") + "?done=taken-back")
    assert client("oksana").get(address(cast, "sofia") + "?done=x").status_code == 404


def test_a_request_names_the_contact_person_of_its_day(cast: Cast) -> None:
    row: ContactRequest = ContactRequest.get_by_id(cast.contact_requests["amina.yusuf"])
    found: tuple[UUID, UUID] = (row.about_id, row.unit_id)
    assert found == (cast.accounts["kari"], cast.units["health"])


def test_words_that_cannot_be_kept_are_shown_again_where_there_is_no_box_for_them(client: Client, cast: Cast) -> None:
    """One waits already, or is answered: the page then has no box, and what was typed must not be lost."""
    unreadable = "Hei\x1b."
    again = client("yusuf").submit(address(cast, "amina"), text=unreadable)
    assert again.status_code == 409
    assert unreadable in again.get_data(as_text=True)
    asked = cast.contact_requests["amina.yusuf"]
    contact_requests.answer(cast.actor("anne.strand"), asked, "Jeg ringer.")
    late = client("anne.strand").submit(f"/contact-requests/{asked}/answer", text=unreadable)
    assert late.status_code == 409
    assert unreadable in late.get_data(as_text=True)


def test_in_a_closed_log_the_page_says_why_nothing_can_be_asked(client: Client, cast: Cast) -> None:
    read = page(client, "silje", address(cast, "elias"))
    assert "Loggen er avsluttet. Den kan leses, men ikke endres." in read
    assert "<textarea" not in read
