"""A contact person who sees nothing of the log: what the family reads, and the pages where a leader finds another."""

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from parentapp.domain import consents
from parentapp.enums import Answer
from parentapp.models import Handover
from tests.access.states import put
from tests.browsing import Browser
from tests.cast import Cast
from tests.handing import held_by_a_new_service

Client = Callable[[str | None], Browser]
OUT = "<bdi>Kari</bdi> leser ikke i loggen nå, for tjenesten har ikke ja til det."
CALM = "Lederen i tjenesten skal finne noen som kan ta over. Du trenger ikke gjøre noe."
WORDS = {"username": "per.aas", "text": "Per kjenner Sofia fra før."}


def page_of(client: Client, who: str, address: str) -> str:
    return client(who).get(address).get_data(as_text=True)


def first_pages(client: Client, cast: Cast, who: str, child: str) -> list[str]:
    log = cast.logs[child]
    return [page_of(client, who, address) for address in (f"/?log={log}", f"/logs/{log}")]


def test_hjem_and_the_log_say_who_sees_nothing_who_answers_and_who_finds_somebody(client: Client, cast: Cast) -> None:
    assert [OUT in page for page in first_pages(client, cast, "oksana", "sofia")] == [False, False]
    put(cast, "holder_out")
    for page in first_pages(client, cast, "oksana", "sofia"):
        for words in (OUT, "<bdi>Per Aas</bdi> svarer så lenge.", CALM):
            assert words in page, words
    assert "Skriv til <bdi>Per</bdi>" in page_of(client, "oksana", "/")
    consents.answer(cast.actor("oksana"), cast.requests["sofia.health"], Answer.YES)
    assert [OUT in page for page in first_pages(client, cast, "oksana", "sofia")] == [False, False]


def test_without_a_deputy_one_can_still_write_to_the_contact_person(client: Client, cast: Cast) -> None:
    consents.answer(cast.actor("oksana"), cast.requests["sofia.health"], Answer.NO)
    for page in first_pages(client, cast, "oksana", "sofia"):
        assert OUT in page
        assert "Det du skriver til <bdi>Kari</bdi>, kommer fram som før." in page
        assert "svarer så lenge" not in page


def test_nobody_is_blamed_or_pressed_and_all_of_the_family_read_the_same(client: Client, cast: Cast) -> None:
    """Fadumo said no; neither page says so, to nobody, and none asks for a yes."""
    before = {who: first_pages(client, cast, who, "amina") for who in ("amina", "fadumo", "yusuf")}
    consents.answer(cast.actor("fadumo"), cast.requests["amina.health"], Answer.NO)
    for who in before:
        for was, page in zip(before[who], first_pages(client, cast, who, "amina"), strict=True):
            said = page.partition(OUT)[2].partition("</p>")[0] if who == "amina" else CALM
            assert CALM in said, who
            assert page.count("Fadumo") == was.count("Fadumo"), who
    other = page_of(client, "per.aas", f"/logs/{cast.logs['amina']}")
    assert "leser ikke i loggen" not in other
    assert "Lederen i tjenesten" not in other


def test_the_conversation_with_them_leads_to_who_answers(client: Client, cast: Cast) -> None:
    put(cast, "holder_out")
    talk = f"/conversations/{cast.conversations['sofia.oksana']}"
    page = page_of(client, "oksana", talk)
    assert "<bdi>Kari</bdi> leser ikke i loggen nå." in page
    assert "Skriv til <bdi>Per</bdi>" in page
    assert "leser ikke i loggen" not in page_of(client, "kari", talk)


def test_the_news_of_it_leads_home(client: Client, cast: Cast) -> None:
    put(cast, "holder_out")
    page = page_of(client, "oksana", "/notices")
    assert "Kontaktpersonen leser ikke i loggen nå. Se hvem som svarer deg." in page
    assert f'href="/?log={cast.logs["sofia"]}"' in page


def test_a_service_that_never_had_a_yes_has_nobody_replaced(client: Client, cast: Cast) -> None:
    """Both pages say that they do not read, and neither that a leader finds somebody."""
    held_by_a_new_service(cast)
    for page in first_pages(client, cast, "oksana", "sofia"):
        assert OUT in page
        assert CALM not in page


def test_the_leader_is_told_without_a_name_and_led_to_the_list(client: Client, cast: Cast) -> None:
    told = "En familie trenger en ny kontaktperson. Finn noen som kan ta over."
    assert told not in page_of(client, "anne.strand", "/notices")
    put(cast, "holder_out")
    page = page_of(client, "anne.strand", "/notices")
    assert told in page
    assert 'href="/unit/batons"' in page
    assert "Sofia" not in page
    consents.answer(cast.actor("oksana"), cast.requests["sofia.health"], Answer.YES)
    assert told not in page_of(client, "anne.strand", "/notices")


def test_the_leader_has_something_to_do(client: Client, cast: Cast) -> None:
    assert "Ingen logg trenger en ny kontaktperson nå" in page_of(client, "anne.strand", "/unit")
    assert "Ingen trenger en ny kontaktperson av deg nå" in page_of(client, "anne.strand", "/unit/batons")
    put(cast, "holder_out")
    unit = page_of(client, "anne.strand", "/unit")
    assert "1 logg trenger en ny kontaktperson" in unit
    assert "Du skal spørre noen om å ta over." in unit
    page = page_of(client, "anne.strand", "/unit/batons")
    assert "<bdi>Kari Nilsen</bdi> kan ikke fortsette som kontaktperson" in page
    assert f'href="/unit/batons/{cast.logs["sofia"]}"' in page
    told = ("Sofia", "Oksana", "Erik", "nei", "ja til", "samtykke", "trukket")
    both = (page, page_of(client, "anne.strand", f"/unit/batons/{cast.logs['sofia']}"))
    assert not [words for words in told[:3] for each in both if words in each]
    assert not [words for words in told[3:] if words in page.partition("<main")[2].partition("</main>")[0]]


def test_asked_and_taken_from_page_to_page(client: Client, cast: Cast) -> None:
    put(cast, "holder_out")
    form = f"/unit/batons/{cast.logs['sofia']}"
    asked = client("anne.strand").submit(form, **WORDS)
    assert (asked.status_code, urlsplit(asked.location).path) == (303, "/unit/batons")
    shown = page_of(client, "anne.strand", asked.location)
    for words in ("Spørsmålet er sendt.", "<bdi>Per Aas</bdi> er spurt.", "Trekk spørsmålet tilbake"):
        assert words in shown
    home = page_of(client, "oksana", "/")
    assert "<bdi>Anne Strand</bdi> har spurt om <bdi>Per Aas</bdi> kan ta over" in home
    family = page_of(client, "oksana", f"/logs/{cast.logs['sofia']}/handover")
    for words in ("Lederen som spør", "Lederen skriver", WORDS["text"], "Kari Nilsen", "Per Aas"):
        assert words in family
    handover = Handover.get(Handover.log == cast.logs["sofia"], Handover.answered_at.is_null()).id
    taken = client("per.aas").submit(f"/logs/{cast.logs['sofia']}/handover/{handover}/accept")
    assert taken.status_code == 303
    assert "Din kontaktperson" in page_of(client, "oksana", "/")
    log = page_of(client, "oksana", f"/logs/{cast.logs['sofia']}")
    assert "<bdi>Anne Strand</bdi> ga stafettpinnen videre til <bdi>Per Aas</bdi>." in log
    assert OUT not in log
    assert "Kari Nilsen" not in page_of(client, "anne.strand", "/unit/batons")


def test_taken_back(client: Client, cast: Cast) -> None:
    cast = put(cast, "led")
    address = f"/unit/batons/{cast.logs['sofia']}/{cast.handovers['sofia.led']}/withdraw"
    back = client("anne.strand").submit(address)
    page = page_of(client, "anne.strand", back.location)
    assert "Spørsmålet er trukket tilbake." in page
    assert "Spør noen om å ta over" in page


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"username": ""}, "Skriv brukernavnet til den du vil spørre."),
        ({"username": "oksana"}, "Vi finner ingen med det brukernavnet som kan spørres."),
        ({"text": " "}, "Skriv noen ord til familien og den du spør."),
    ],
)
def test_what_was_typed_stays(client: Client, cast: Cast, fields: dict[str, str], said: str) -> None:
    put(cast, "holder_out")
    answer = client("anne.strand").submit(f"/unit/batons/{cast.logs['sofia']}", **(WORDS | fields))
    page = answer.get_data(as_text=True)
    assert (answer.status_code, said in page) == (422, True)
    kept = (WORDS | fields)["text"] if "username" in fields else "per.aas"
    assert kept in page


def test_where_somebody_is_asked_already_the_words_are_kept(client: Client, cast: Cast) -> None:
    cast = put(cast, "led")
    address = f"/unit/batons/{cast.logs['sofia']}"
    answer = client("anne.strand").submit(address, **WORDS)
    assert answer.status_code == 409
    assert "Noen er spurt om å ta over allerede." in answer.get_data(as_text=True)
    assert WORDS["text"] in answer.get_data(as_text=True)
    assert 'name="username"' not in page_of(client, "anne.strand", address)
    assert client("anne.strand").submit(address, **(WORDS | {"text": " "})).status_code == 409


def test_a_leader_too_says_that_child_welfare_has_decided(client: Client, cast: Cast) -> None:
    put(cast, "holder_out")
    where, fields = f"/unit/batons/{cast.logs['sofia']}", {"username": "tor", "text": "Tor kan ta over."}
    refused = client("anne.strand").submit(where, **fields)
    assert (refused.status_code, "Tor kan ta over." in refused.get_data(as_text=True)) == (422, True)
    assert not Handover.select().where(Handover.log == cast.logs["sofia"], Handover.answered_at.is_null()).exists()
    assert client("anne.strand").submit(where, decided="y", **fields).status_code == 303
    assert "har gjort vedtak om hjelp" in page_of(client, "oksana", f"/logs/{cast.logs['sofia']}/handover")
