"""The service directory as pages."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from parentapp import clock
from parentapp.domain import directory
from parentapp.models import DirectoryEntry
from tests.browsing import Browser
from tests.cast import Cast
from tests.listing import HEALTH, listed

Client = Callable[[str | None], Browser]
FIELDS = {"helps_with": "Søvn og mat.", "phone": "000 00 203", "hours": "8–15", "reach": "Ring oss."}


def read(client: Client, who: str, where: str = "/services") -> str:
    response = client(who).get(where)
    assert response.status_code == 200
    return response.get_data(as_text=True)


def test_everybody_reads_how_to_reach_a_service_and_who_keeps_it_right(client: Client, cast: Cast) -> None:
    listed(cast)
    for who in ("oksana", "amina", "erik", "kari", "halyna"):
        page = read(client, who)
        assert HEALTH.helps_with in page
        assert 'href="tel:00000203"' in page
        assert "Holdes oppdatert av" in page
        assert "Anne Strand" in page
        assert "Sist sjekket" in page
        assert "Bør sjekkes" not in page
        assert "Det stemmer fortsatt" not in page
    assert "PPT i Fjordvik" not in read(client, "oksana", "/services?kind=school")
    assert client("oksana").get("/services?kind=moon").status_code == 404
    assert 'href="/services"' in read(client, "oksana", "/more")
    assert 'href="/services"' in read(client, "kari", "/desk")


def test_the_leader_writes_it_and_says_half_a_year_later_that_it_is_right(client: Client, cast: Cast) -> None:
    health = f"/services/{cast.units['health']}"
    assert "1 enhet bør sjekkes" in read(client, "anne.strand", "/unit")
    answer = client("anne.strand").submit(f"{health}/words", **FIELDS)
    assert answer.headers["Location"] == f"/services?done=written#u-{cast.units['health']}"
    assert "1 enhet bør sjekkes" not in read(client, "anne.strand", "/unit")
    assert "Søvn og mat." in read(client, "anne.strand", f"{health}/words"), "what stands there"
    with clock.at(cast.now + directory.GOES_STALE + timedelta(days=1)):
        assert "Bør sjekkes" in read(client, "anne.strand")
        assert "enheter bør sjekkes" in read(client, "mona", "/municipality")
        assert client("anne.strand").submit(f"{health}/checked").status_code == 303
        assert "Bør sjekkes" not in read(client, "anne.strand")
    assert "Tjenesteoversikten er sjekket" in read(client, "mona", "/municipality/changes")


@pytest.mark.parametrize(
    "wrong",
    [
        {"helps_with": ""},
        {"reach": " "},
        {"phone": "ring meg"},
        {"phone": "1"},
        {"hours": "x" * 301},
        {"reach": "x" * 501},
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(client: Client, cast: Cast, wrong: dict[str, str]) -> None:
    answer = client("mona").submit(f"/services/{cast.units['school']}/words", **(FIELDS | wrong))
    page = answer.get_data(as_text=True)
    assert (answer.status_code, "Noe mangler" in page, 'aria-invalid="true"' in page) == (422, True, True)
    assert "Ring oss." in page or "reach" in wrong
    assert not DirectoryEntry.select().exists()


def test_phone_and_hours_may_be_left_out(client: Client, cast: Cast) -> None:
    fields = FIELDS | {"phone": "", "hours": ""}
    assert client("mona").submit(f"/services/{cast.units['school']}/words", **fields).status_code == 303
    page = read(client, "oksana", "/services?kind=school")
    assert "tel:" not in page
    assert "Holdes oppdatert av kommunen" in page


def test_words_carry_the_language_they_were_written_in(client: Client, cast: Cast) -> None:
    listed(cast)
    DirectoryEntry.update(lang="ar").execute()
    assert f'<p lang="ar" dir="auto">{HEALTH.helps_with}' in read(client, "oksana")
