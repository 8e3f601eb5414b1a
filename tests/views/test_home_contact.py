"""Hjem says so when the contact person's own service has no yes: they are still there, and read the log no more."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from parentapp import clock
from parentapp.domain import consents
from parentapp.enums import Answer
from parentapp.models import Employment, Stafettlogg
from tests.browsing import Browser
from tests.cast import Cast
from tests.views.test_consents import read

Client = Callable[[str | None], Browser]
READS_NOT = "leser ikke i loggen nå, for tjenesten har ikke ja til det"
LEFT = "Kari kan ikke svare deg lenger."
ARRIVES = "kommer fram som før"


def test_it_says_so_and_that_one_can_still_write(client: Client, cast: Cast) -> None:
    assert READS_NOT not in read(client("oksana"), "/")
    consents.answer(cast.actor("oksana"), cast.requests["sofia.health"], Answer.NO)
    page = read(client("oksana"), "/")
    assert READS_NOT in page
    assert ARRIVES in page
    assert READS_NOT not in read(client("erik"), "/"), "he sees lysglimt and nothing else"


@pytest.mark.parametrize("who", ["amina", "fadumo", "yusuf"])
def test_each_reads_the_same_whoever_said_no(client: Client, cast: Cast, who: str) -> None:
    consents.answer(cast.actor("fadumo"), cast.requests["amina.health"], Answer.NO)
    page = read(client(who), f"/?log={cast.logs['amina']}")
    assert READS_NOT in page


def test_of_a_resting_log_it_says_only_that(client: Client, cast: Cast) -> None:
    consents.answer(cast.actor("oksana"), cast.requests["sofia.log"], Answer.NO)
    assert READS_NOT not in read(client("oksana"), "/")


def test_of_one_who_works_there_no_longer_it_says_who_answers(client: Client, cast: Cast) -> None:
    """From the day after the last one; on the first page of the log too. Without a deputy that nobody answers."""
    log = f"/logs/{cast.logs['sofia']}"
    Employment.update(until=cast.today).where(Employment.account == cast.accounts["kari"]).execute()
    assert LEFT not in read(client("oksana"), "/")
    with clock.at(cast.now + timedelta(days=1)):
        pages = [read(client("oksana"), "/"), read(client("oksana"), log)]
        assert all(LEFT in page and "Lina Moe svarer så lenge." in page for page in pages)
        assert all("Lederen i tjenesten skal finne noen" in page and READS_NOT not in page for page in pages)
        assert LEFT not in read(client("per.aas"), log)
        Stafettlogg.update(deputy=None).where(Stafettlogg.id == cast.logs["sofia"]).execute()
        assert "Akkurat nå er det ingen som kan svare deg her." in read(client("oksana"), "/")
