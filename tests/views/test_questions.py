"""The page on which one asks whether a service may see something: in the family, and as the contact person."""

from collections.abc import Callable
from typing import Any

from parentapp.models import ConsentRequest
from tests.browsing import Browser, path_of
from tests.cast import Cast
from tests.views.test_consents import plain, read, sharing_of

Client = Callable[[str | None], Browser]


def ask_of(cast: Cast, child: str) -> str:
    return f"{sharing_of(cast, child)}/ask"


def filled(cast: Cast, **other: Any) -> dict[str, Any]:
    said = {"unit": str(cast.units["bup"]), "kind": ["plan", "meetings"], "text": "For å gi råd om søvn."}
    return said | {"length": "6", "child_view": "Det er greit."} | other


def test_the_contact_person_asks_and_the_family_reads_why(client: Client, cast: Cast) -> None:
    kari = client("kari")
    assert ask_of(cast, "sofia") in kari.get(f"/logs/{cast.logs['sofia']}").get_data(as_text=True)
    page = plain(kari.follow(kari.submit(ask_of(cast, "sofia"), **filled(cast))).get_data(as_text=True))
    assert "Spørsmålet er sendt til dem som skal svare." in page
    asked = ConsentRequest.get((ConsentRequest.log == cast.logs["sofia"]) & (ConsentRequest.unit == cast.units["bup"]))
    page = read(client("oksana"), f"/consents/{asked.id}")
    assert "Kan BUP Fjordvik se noe i loggen?" in page
    assert "For å gi råd om søvn." in page
    assert "Hva sier Sofia? Det er greit." in page
    assert asked.months == 6


def test_a_parent_asks_and_comes_to_the_question_itself(client: Client, cast: Cast) -> None:
    oksana = client("oksana")
    assert ask_of(cast, "sofia") in oksana.get(sharing_of(cast, "sofia")).get_data(as_text=True)
    page = plain(oksana.follow(oksana.submit(ask_of(cast, "sofia"), **filled(cast))).get_data(as_text=True))
    assert "Hvem spør? Du " in page
    assert "Hva svarer du?" in page


def test_what_is_asked_already_is_come_to(client: Client, cast: Cast) -> None:
    sent = client("oksana").submit(ask_of(cast, "sofia"), **filled(cast, unit=str(cast.units["ppt"])))
    assert path_of(sent) == f"/consents/{cast.requests['sofia.ppt']}"


def test_what_is_missing_is_said_and_what_was_written_stays(client: Client, cast: Cast) -> None:
    kari = client("kari")
    refused = kari.submit(ask_of(cast, "sofia"), **filled(cast, unit="", kind=None, child_view=""))
    page = refused.get_data(as_text=True)
    assert refused.status_code == 422
    for words in (
        "Velg en tjeneste.",
        "Kryss av for minst én ting.",
        "Skriv hva barnet sier.",
        "For å gi råd om søvn.",
    ):
        assert words in page
    assert 'value="6" checked' in page
    refused = kari.submit(ask_of(cast, "sofia"), **filled(cast, text=" "))
    page = refused.get_data(as_text=True)
    assert refused.status_code == 422
    assert f'value="{cast.units["bup"]}" selected' in page
    assert 'value="plan" checked' in page


def test_a_unit_of_elsewhere_is_no_page(client: Client, cast: Cast) -> None:
    sent = client("kari").submit(ask_of(cast, "sofia"), **filled(cast, unit=str(cast.units["sordal_school"])))
    assert sent.status_code == 404


def test_of_a_protected_child_only_the_sort_of_service_is_told_afterwards(client: Client, cast: Cast) -> None:
    layla = client("layla")
    page = plain(layla.follow(layla.submit(ask_of(cast, "noor"), **filled(cast))).get_data(as_text=True))
    assert "BUP Fjordvik" not in page
    assert "Kan BUP se noe i loggen?" in page


def test_staff_are_reminded_of_what_is_never_written(client: Client, cast: Cast) -> None:
    assert "Skriv aldri mistanke" in read(client("kari"), ask_of(cast, "sofia"))
    assert "Skriv aldri mistanke" not in read(client("oksana"), ask_of(cast, "sofia"))


def test_every_tick_is_there_again_after_an_ended_session(client: Client, cast: Cast) -> None:
    kari, address = client("kari"), ask_of(cast, "sofia")
    kari.run_out()
    assert kari.submit(address, **filled(cast, back=address)).status_code == 303
    page = client("kari").get(address).get_data(as_text=True)
    assert 'value="plan" checked' in page
    assert 'value="meetings" checked' in page
    assert 'value="health" checked' not in page
    assert 'value="6" checked' in page
    assert f'value="{cast.units["bup"]}" selected' in page
    assert "For å gi råd om søvn." in page
