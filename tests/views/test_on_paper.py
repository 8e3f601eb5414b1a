"""That a guardian who is kept out answers on paper: as whoever keeps them out, and the second one, read it."""

from collections.abc import Callable

from parentapp.models import Block
from tests.access.asking import rows_of
from tests.access.states import put
from tests.browsing import Browser
from tests.cast import Cast
from tests.views.test_consents import read

Client = Callable[[str | None], Browser]
TO_CONFIRM, ON_DESK = "Bekreft svar på papir", "En foresatt skal svare på papir"


def test_it_waits_on_both_pages_until_the_second_one_has_written(client: Client, cast: Cast) -> None:
    put(cast, "on_paper")
    log = f"/logs/{cast.logs['amina']}/people/blocks"
    address = f"{log}/{rows_of(cast, Block)['amina.yusuf']}/paper"
    assert "Venter på en til" in read(client("kari"), log)
    lina = client("lina")
    assert "Kari Nilsen ber deg bekrefte at en foresatt svarer på papir." in read(lina, "/notices")
    for place in ("/desk", "/notices"):
        assert f'href="{address}"' in lina.get(place).get_data(as_text=True)
    assert ON_DESK in read(lina, "/desk")
    page = read(lina, address)
    assert TO_CONFIRM in page
    assert "Yusuf Warsame er foresatt, men stengt ute av loggen." in page
    assert "Besøksforbud." not in page
    unsaid = lina.submit(address, text=" ")
    assert (unsaid.status_code, "Skriv hva du har sett." in unsaid.get_data(as_text=True)) == (422, True)
    done = lina.submit(address, text="Har lest vedtaket.")
    assert "Takk. Det er bekreftet." in read(lina, done.headers["Location"])
    assert ON_DESK not in read(lina, "/desk")
    kept = read(client("kari"), log)
    assert "Svarer på papir. Bekreftet av Lina Moe." in kept
    assert "Venter på en til" not in kept


def test_the_family_reads_nothing_of_it(client: Client, cast: Cast) -> None:
    put(cast, "on_paper")
    for who in ("amina", "fadumo"):
        for place in (f"/logs/{cast.logs['amina']}/people", "/notices", "/"):
            words = read(client(who), place).lower()
            assert "svarer på papir" not in words
            assert "stengt ute" not in words


def test_what_the_second_one_looked_at_is_told_in_a_word_of_every_day(client: Client, cast: Cast) -> None:
    """Whoever helps and is not contact person looks at who belongs only to confirm somebody."""
    put(cast, "on_paper")
    address = f"/logs/{cast.logs['amina']}/people/blocks/{rows_of(cast, Block)['amina.yusuf']}/paper"
    assert client("lina").get(address).status_code == 200
    seen = read(client("fadumo"), f"/logs/{cast.logs['amina']}/seen")
    assert "så navnet på lista si" in seen
    assert "så hvem som er med ·" not in seen
