"""«Hvem er med», as the family and the contact person read it, and what the forms answer."""

from collections.abc import Callable

import pytest

from parentapp.models import Guardian
from tests.access.asking import FIELDS, rows_of
from tests.access.states import put
from tests.browsing import Browser
from tests.cast import Cast
from tests.views.test_consents import read

Client = Callable[[str | None], Browser]
GUARDIAN = FIELDS["people.add_guardian"]


def people_of(cast: Cast, log: str) -> str:
    return f"/logs/{cast.logs[log]}/people"


def test_the_family_reads_who_is_with_them_and_cannot_change_it(client: Client, cast: Cast) -> None:
    page = read(client("oksana"), people_of(cast, "sofia"))
    for words in ("Kari Nilsen", "Lina Moe", "Per Aas", "Erik Solberg", "Foreldreansvar"):
        assert words in page
    for words in ("Legg til", "Ikke med lenger", "Slik vet vi det", "Viste pass"):
        assert words not in page


def test_the_contact_person_reads_how_it_was_verified(client: Client, cast: Cast) -> None:
    assert "Viste pass og papirer fra UDI på kontoret." in read(client("kari"), people_of(cast, "sofia"))


@pytest.mark.parametrize(("who", "address"), [("oksana", "/more"), ("oksana", "sharing"), ("kari", "log")])
def test_there_is_a_way_to_it(client: Client, cast: Cast, who: str, address: str) -> None:
    log = f"/logs/{cast.logs['sofia']}"
    where = {"sharing": f"{log}/sharing", "log": log}.get(address, address)
    assert f'href="{log}/people"' in client(who).get(where).get_data(as_text=True)


def test_other_helpers_are_not_led_there(client: Client, cast: Cast) -> None:
    log = f"/logs/{cast.logs['sofia']}"
    assert f'href="{log}/people"' not in client("per.aas").get(log).get_data(as_text=True)


def test_whoever_cannot_be_added_gets_the_very_same_answer(client: Client, cast: Cast) -> None:
    address, answers = f"{people_of(cast, 'noor')}/guardians/new", set()
    for name in ("samir", "layla", "nobody"):
        response = client("lina").submit(address, press=None, **(GUARDIAN | {"username": name}))
        assert response.status_code == 422
        page = response.get_data(as_text=True)
        assert "Vi finner ingen med det brukernavnet som kan legges til." in page
        answers.add(read_without(page, name))
    assert len(answers) == 1


def read_without(page: str, name: str) -> str:
    """The main part without what was typed, and without the keys of the form."""
    main = page[page.index("<main") : page.index("</main")].replace(name, "")
    return "\n".join(line for line in main.splitlines() if 'type="hidden"' not in line)


def test_a_unit_without_a_yes_is_as_one_that_is_not_there(client: Client, cast: Cast) -> None:
    kari, address = client("kari"), f"{people_of(cast, 'sofia')}/helpers/new"
    for unit in (cast.units["ppt"], cast.units["nav"], cast.logs["sofia"]):
        assert kari.get(f"{address}?unit={unit}").status_code == 404
        response = kari.submit(address, who=f"{cast.accounts['ingrid']}.{unit}")
        assert response.status_code == 422
        assert "Velg en av dem som står her." in response.get_data(as_text=True)


def test_a_judgment_waits_and_is_said_to(client: Client, cast: Cast) -> None:
    judged = GUARDIAN | {"basis": "court_judgment"}
    response = client("kari").submit(f"{people_of(cast, 'sofia')}/guardians/new", **judged)
    page = client("kari").follow(response).get_data(as_text=True)
    assert "Skrevet ned. En til må bekrefte før det gjelder." in page
    assert "Gro Lunde" in page
    assert client("gro").get(f"/logs/{cast.logs['sofia']}").status_code == 404


def test_whoever_confirms_is_led_back_to_the_desk(client: Client, cast: Cast) -> None:
    put(cast, "judged")
    lina = client("lina")
    assert "Per Aas ber deg bekrefte en foresatt." in read(lina, "/notices")
    news = lina.get("/notices").get_data(as_text=True)
    address = next(part for part in news.split('"') if part.endswith("/confirm"))
    assert "Viste dommen." in read(lina, address)
    done = lina.follow(lina.submit(address, text="Har lest den."))
    assert "Den foresatte er nå med i loggen" in done.get_data(as_text=True)
    assert client("silje").get(f"/logs/{cast.logs['mikkel']}").status_code == 200


def test_what_is_missing_is_said_and_what_was_typed_is_kept(client: Client, cast: Cast) -> None:
    response = client("kari").submit(f"{people_of(cast, 'sofia')}/guardians/new", username="gro", since="i går")
    assert response.status_code == 422
    page = response.get_data(as_text=True)
    for words in ("Velg hvorfor de er foresatt.", "Velg en dag.", "Skriv hvordan du vet det.", 'value="gro"', "i går"):
        assert words in page


def test_an_ended_guardian_is_shown_until_midnight(client: Client, cast: Cast) -> None:
    row = rows_of(cast, Guardian)["amina.yusuf"]
    address = f"{people_of(cast, 'amina')}/guardians/{row}/end"
    page = client("kari").follow(client("kari").submit(address, text="Dom.")).get_data(as_text=True)
    assert "til og med" in page
    assert client("kari").submit(address, text="Igjen.").status_code == 409


def test_an_address_alone_makes_nothing_true(client: Client, cast: Cast) -> None:
    assert "Lagt til." not in read(client("oksana"), f"{people_of(cast, 'sofia')}?done=added")
    assert client("oksana").get(f"{people_of(cast, 'sofia')}?done=hest").status_code == 404
