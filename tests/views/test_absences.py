"""When a professional is away: the families see it at once, and who answers meanwhile."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from werkzeug.test import TestResponse

from parentapp import clock
from parentapp.domain import families
from parentapp.models import Absence, Employment, SeenLine, Stafettlogg
from tests.browsing import Browser
from tests.cast import Cast

Client = Callable[[str | None], Browser]
AWAY = {"since": "2026-03-10", "until": "2026-03-13"}


def words(browser: Browser, address: str = "/desk/away") -> str:
    return said_on(browser.get(address))


def said_on(page: TestResponse) -> str:
    return re.sub("<[^>]+>", "", page.get_data(as_text=True))


def test_the_family_sees_at_once_who_answers(client: Client, cast: Cast) -> None:
    kari, oksana = client("kari"), client("oksana")
    assert "Borte til" not in words(oksana, "/")
    page = said_on(kari.follow(kari.submit("/desk/away", **AWAY)))
    assert "Lagret. Familiene ser når du er borte." in page
    assert "Fra tirsdag 10.\N{NO-BREAK SPACE}mars til og med fredag 13.\N{NO-BREAK SPACE}mars" in page
    home = words(oksana, "/")
    assert "Borte til og med fredag 13.\N{NO-BREAK SPACE}mars" in home
    assert "Lina Moe svarer så lenge." in home


def test_back_at_work_one_answers_oneself(client: Client, cast: Cast) -> None:
    kari = client("kari")
    kari.submit("/desk/away", **AWAY)
    row = Absence.select().where(Absence.until == "2026-03-13").get()
    page = kari.follow(kari.submit(f"/desk/away/{row.id}/end")).get_data(as_text=True)
    assert "Du svarer igjen selv." in page
    assert "Borte til" not in words(client("oksana"), "/")
    assert kari.submit(f"/desk/away/{row.id}/end").status_code == 303, "pressed twice"


def test_one_that_has_not_begun_never_was(client: Client, cast: Cast) -> None:
    kari = client("kari")
    kari.submit("/desk/away", since="2026-03-20", until="2026-03-24")
    row = Absence.select().where(Absence.until == "2026-03-24").get()
    assert "Jeg blir ikke borte likevel" in words(kari)
    kari.submit(f"/desk/away/{row.id}/end")
    with clock.at(cast.now + timedelta(days=11)):
        assert "Borte til" not in words(client("oksana"), "/")
    assert "Du har sagt fra" not in words(kari)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({"since": "2026-03-13", "until": "2026-03-12"}, "Den siste dagen må komme etter den første."),
        ({"since": "2026-03-01", "until": "2026-03-09"}, "Den siste dagen har vært. Velg en dag som kommer."),
        ({"since": "2026-03-10", "until": "2028-03-09"}, "Velg dager i løpet av det neste året."),
        ({"since": "0001-01-01", "until": "2026-03-11"}, "Velg dager i løpet av det neste året."),
        ({"since": "", "until": "2026-03-12"}, "Velg en dag."),
        ({"since": "2026-03-10", "until": "i morgen"}, "Velg en dag."),
    ],
)
def test_days_that_cannot_be_are_said_and_kept(client: Client, days: dict[str, str], said: str) -> None:
    before = Absence.select().count()
    response = client("kari").submit("/desk/away", **days)
    page = response.get_data(as_text=True)
    assert response.status_code == 422
    assert said in page
    assert all(f'value="{typed}"' in page for typed in days.values())
    assert Absence.select().count() == before


def test_an_address_alone_makes_nothing_true(client: Client, cast: Cast) -> None:
    page = words(client("per.aas"), f"/desk/away?done=named&log={cast.logs['sofia']}")
    assert "svarer nå for deg" not in page
    assert "Lagret." not in words(client("per.aas"), "/desk/away?done=away")


def test_each_log_one_holds_says_who_answers(client: Client, cast: Cast) -> None:
    page = words(client("kari"))
    assert "Lina Moe svarer" in page
    assert "Ingen ennå. Familien får ikke svar mens du er borte." in words(client("per.aas"))
    assert all(name in page for name in ("Sofia", "Amina", "Marta"))
    assert "Lise" not in page, "Per's"
    lines = SeenLine.select().where(SeenLine.account == cast.accounts["kari"])
    assert {line.log_id for line in lines} >= {cast.logs["sofia"], cast.logs["amina"]}, (
        "the family sees that it was read"
    )


def test_a_deputy_who_cannot_answer_is_not_promised(client: Client, cast: Cast) -> None:
    client("lina").submit("/desk/away", **AWAY)
    assert "Lina Moe kan ikke svare nå" in words(client("kari"))


def test_naming_somebody_of_the_same_unit(client: Client, cast: Cast) -> None:
    kari, sofia = client("kari"), cast.logs["sofia"]
    page = said_on(kari.follow(kari.submit(f"/logs/{sofia}/deputy", username=" Randi ")))
    assert "Randi Holm svarer nå for deg i loggen til" in page
    row = Stafettlogg.get_by_id(sofia)
    assert (row.deputy_id, row.deputy_unit_id) == (cast.accounts["randi"], cast.units["health"])
    kari.submit("/desk/away", **AWAY)
    assert "Randi Holm svarer så lenge." in words(client("oksana"), "/")


@pytest.mark.parametrize("username", ["nobody", "kari", "oksana", "erik", "ivar", "mona", "helga", "tor"])
def test_whoever_cannot_stand_in_is_like_nobody(client: Client, cast: Cast, username: str) -> None:
    """Neither unit of theirs is the holder's, or has a yes: the answer never says which it was."""
    before = Stafettlogg.get_by_id(cast.logs["sofia"]).deputy_id
    response = client("kari").submit(f"/logs/{cast.logs['sofia']}/deputy", username=username)
    page = response.get_data(as_text=True)
    assert response.status_code == 422
    assert "Vi finner ingen med det brukernavnet som kan svare for deg i denne loggen." in page
    assert f'value="{username}"' in page
    assert Stafettlogg.get_by_id(cast.logs["sofia"]).deputy_id == before


def test_whoever_is_kept_out_is_like_nobody(client: Client, cast: Cast) -> None:
    families.block(cast.actor("kari"), cast.logs["sofia"], cast.accounts["randi"])
    response = client("kari").submit(f"/logs/{cast.logs['sofia']}/deputy", username="randi")
    assert response.status_code == 422
    assert "Vi finner ingen" in response.get_data(as_text=True)


def test_somebody_of_a_service_with_a_yes_can_stand_in(client: Client, cast: Cast) -> None:
    client("kari").submit(f"/logs/{cast.logs['sofia']}/deputy", username="per.aas")
    row = Stafettlogg.get_by_id(cast.logs["sofia"])
    assert (row.deputy_id, row.deputy_unit_id) == (cast.accounts["per.aas"], cast.units["school"])


def test_a_name_is_needed(client: Client, cast: Cast) -> None:
    response = client("kari").submit(f"/logs/{cast.logs['sofia']}/deputy", username=" ")
    assert response.status_code == 422
    assert "Skriv brukernavnet til den som skal svare." in response.get_data(as_text=True)


def test_a_deputy_who_works_elsewhere_by_now_is_not_promised(client: Client, cast: Cast) -> None:
    yesterday = cast.actor("kari").today - timedelta(days=1)
    assert "Lina Moe svarer" in words(client("kari"))
    Employment.update(until=yesterday).where(Employment.account == cast.accounts["lina"]).execute()
    page = words(client("kari"))
    assert "Lina Moe kan ikke svare nå" in page
    assert "Lina Moe svarer" not in page
