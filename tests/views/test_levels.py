"""«Hvor er vi nå» as pages: words for the family, numbers for staff alone, and what a service may not tell from it."""

from collections.abc import Callable

import pytest

from parentapp.domain import levels
from parentapp.enums import Level
from parentapp.models import LevelChange
from tests.browsing import Browser
from tests.cast import Cast

Client = Callable[[str | None], Browser]
WHY = "PPT er med nå."


def address(cast: Cast, child: str = "sofia") -> str:
    return f"/logs/{cast.logs[child]}/level"


def page(client: Client, who: str, where: str) -> str:
    response = client(who).get(where)
    assert response.status_code == 200
    return response.get_data(as_text=True)


def test_the_contact_person_says_it_and_the_family_reads_it_in_words(client: Client, cast: Cast) -> None:
    empty = page(client, "kari", address(cast))
    assert empty.index("Kan leses av familien") < empty.index("Skriv aldri mistanke") < empty.index("<textarea")
    assert "Nivå 2 · her er dere nå" in " ".join(empty.split())
    answer = client("kari").submit(address(cast), level="3", text=WHY)
    assert answer.headers["Location"] == f"/logs/{cast.logs['sofia']}?done=level"
    assert "Det står i loggen hvor dere er nå." in page(client, "kari", answer.headers["Location"])
    for where in (f"/logs/{cast.logs['sofia']}", f"/logs/{cast.logs['sofia']}/summary"):
        read = page(client, "oksana", where)
        assert 'class="is-now" aria-current="step"><span>Flere tjenester hjelper sammen' in read
        assert "Nivå" not in read, "no number, ever"
        assert "/guide/" not in read, "the guide's page is for staff"
    assert "/guide/several-services" in page(client, "lina", f"/logs/{cast.logs['sofia']}")
    log = page(client, "oksana", f"/logs/{cast.logs['sofia']}")
    assert "Nå er det flere tjenester som hjelper sammen." in log
    assert WHY in log
    assert "Nå er det flere tjenester som hjelper sammen." in page(client, "oksana", "/")


def test_a_service_without_who_else_reads_nothing_of_it(client: Client, cast: Cast) -> None:
    levels.change(cast.actor("kari"), cast.logs["sofia"], Level.SEVERAL_SERVICES, WHY)
    for where in ("", "/summary", "?only=notes"):
        read = page(client, "per.aas", f"/logs/{cast.logs['sofia']}{where}")
        assert WHY not in read
        assert "tjenester hjelper sammen" not in read
    assert 'href="/guide"' in page(client, "per.aas", f"/logs/{cast.logs['sofia']}")


@pytest.mark.parametrize("wrong", [{"level": "4"}, {"level": ""}, {"text": ""}, {"text": "x" * 1001}])
def test_what_is_wrong_is_said_and_what_was_typed_stays(client: Client, cast: Cast, wrong: dict[str, str]) -> None:
    answer = client("kari").submit(address(cast), **({"level": "3", "text": WHY} | wrong))
    assert answer.status_code == 422
    assert "Noe mangler" in answer.get_data(as_text=True)
    assert wrong.get("text", WHY)[:40] in answer.get_data(as_text=True)
    assert not LevelChange.select().exists()


def test_where_it_is_already_what_was_typed_stays(client: Client, cast: Cast) -> None:
    answer = client("kari").submit(address(cast), level="2", text=WHY)
    assert (answer.status_code, WHY in answer.get_data(as_text=True)) == (409, True)
    assert "Det er der dere er nå." in answer.get_data(as_text=True)


def test_a_contact_person_who_may_not_know_is_told_why_nothing_is_chosen(client: Client, cast: Cast) -> None:
    empty = page(client, "per.aas", address(cast, "lise"))
    assert "Derfor ser du ikke her hvor dere var sist." in empty
    assert "checked" not in empty
    assert "her er dere nå" not in empty
    for _ in range(2):
        assert client("per.aas").submit(address(cast, "lise"), level="1", text=WHY).status_code == 303
    assert "Hvor er vi nå" in page(client, "per.haugen", f"/logs/{cast.logs['lise']}")


def test_in_a_closed_log_it_is_refused(client: Client, cast: Cast) -> None:
    assert client("silje").submit(address(cast, "elias"), level="1", text=WHY).status_code == 409
