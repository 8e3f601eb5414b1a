"""«Dette endrer seg når du fyller 15»: a part of «Hvem ser hva», in words; what leads to it."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from parentapp import clock
from parentapp.access.actor import SystemActor
from parentapp.domain import reminders
from parentapp.models import Stafettlogg, Subject
from tests.browsing import Browser
from tests.cast import Cast
from tests.views.test_consents import answer_to, page_of, plain, read, sharing_of

Client = Callable[[str | None], Browser]


def turns(cast: Cast, age: int, days: int, youth: str | None = "helga") -> None:
    """Lise turns so many years in so many days; the worker has been there."""
    lise = Stafettlogg.get_by_id(cast.logs["lise"]).subject_id
    born = clock.local_date(cast.now) + timedelta(days=days)
    account = cast.accounts[youth] if youth else None
    Subject.update(born=born.replace(year=born.year - age), account=account).where(Subject.id == lise).execute()
    reminders.remind(SystemActor("test", clock.now()), cast.logs["lise"])


def test_the_young_person_reads_what_changes(client: Client, cast: Cast) -> None:
    turns(cast, 15, 80)
    browser = client("helga")
    page = read(browser, sharing_of(cast, "lise"))
    wanted = (
        "Dette endrer seg når du fyller 15",
        "Fra da må du også si ja før noen ser mer. Det gjelder disse: ",
        "går videre i 30 dager etter bursdagen din.",
        "Har du ikke sagt ja da, slutter det. Du kan stoppe det allerede nå.",
        "Fra da kan du holde noe i loggen for deg selv",
    )
    assert [words for words in wanted if words not in page] == []
    home = browser.get("/").get_data(as_text=True)
    assert "Du fyller 15 fredag 29. mai. Se hva som endrer seg da." in plain(home)
    assert f'href="{sharing_of(cast, "lise")}#turning"' in home


def test_she_stops_it_with_one_answer(client: Client, cast: Cast) -> None:
    turns(cast, 15, 80)
    browser = client("helga")
    done = browser.follow(browser.submit(answer_to(cast, "lise.school"), answer="no"))
    assert "Fjordvik skole ser ikke noe i loggen nå." in plain(done.get_data(as_text=True))
    assert client("per.aas").get(f"/logs/{cast.logs['lise']}").status_code == 404
    for person in ("per.haugen", "anne.haugen"):
        page = read(client(person), page_of(cast, "lise.school"))
        assert "Helga" not in page
        assert "Lise sa" not in page


def test_she_may_also_say_yes_ahead(client: Client, cast: Cast) -> None:
    turns(cast, 15, 80)
    browser = client("helga")
    browser.submit(answer_to(cast, "lise.school"), answer="yes")
    assert "Ja-et ditt gjelder til og med" in read(browser, page_of(cast, "lise.school"))
    assert client("per.aas").get(f"/logs/{cast.logs['lise']}").status_code == 200


@pytest.mark.parametrize(("days", "told"), [(80, False), (20, True)])
def test_guardians_read_it_when_it_is_their_turn(client: Client, cast: Cast, days: int, told: bool) -> None:
    turns(cast, 15, days)
    browser = client("per.haugen")
    assert ("Dette endrer seg når Lise fyller 15" in read(browser, sharing_of(cast, "lise"))) is told
    assert ("Lise fyller 15" in read(browser, "/notices")) is told


def test_at_eighteen_they_read_that_they_will_see_nothing(client: Client, cast: Cast) -> None:
    turns(cast, 18, 20)
    page = read(client("anne.haugen"), sharing_of(cast, "lise"))
    assert "Fra da er det bare Lise som sier ja eller nei til disse:" in page
    assert "Fra da ser ikke foreldrene loggen lenger. Lise bestemmer selv." in page
    assert "Fra da ser ikke foreldrene dine loggen lenger. Den er din." in read(
        client("helga"), sharing_of(cast, "lise")
    )


def test_sixteen_is_about_health(client: Client, cast: Cast) -> None:
    turns(cast, 16, 20)
    assert "det som gjelder helsen din" in read(client("helga"), sharing_of(cast, "lise"))
    assert "det som gjelder helsen til Lise" in read(client("anne.haugen"), sharing_of(cast, "lise"))


def test_the_contact_person_is_told_of_a_child_without_a_login(client: Client, cast: Cast) -> None:
    turns(cast, 15, 80, youth=None)
    browser = client("per.aas")
    told = "Lise fyller 15 fredag 29. mai, og har ingen egen innlogging."
    assert f"{told} Under «Hvem er med» gir du en når Lise skal svare selv." in read(browser, "/notices")
    assert f'href="/logs/{cast.logs["lise"]}/people"' in browser.get("/notices").get_data(as_text=True)
    turns(cast, 15, 80)
    assert "Lise fyller 15" not in read(browser, "/notices")
