"""The pages where a leader checks a network person while the log rests, and how they are led there."""

from collections.abc import Callable

from parentapp.access.actor import SystemActor
from parentapp.domain import families, reminders
from parentapp.models import NetworkProposal
from tests.access.states import put
from tests.browsing import Browser
from tests.cast import Cast
from tests.views.test_consents import read

Client = Callable[[str | None], Browser]
NEWS = "Noen skal bli med i en logg som hviler. Sjekk før de blir lagt til."
NONE = "Ingen venter på at du sjekker nå"


def place(cast: Cast) -> str:
    log = cast.logs["sofia"]
    return f"/unit/checks/{log}/{NetworkProposal.get(NetworkProposal.log == log).id}"


def test_the_leader_is_told_looks_and_lets_somebody_in(client: Client, cast: Cast) -> None:
    anne = client("anne.strand")
    assert NONE in read(anne, "/unit/checks")
    put(cast, "at_rest")
    reminders.remind(SystemActor("test", cast.now), cast.logs["sofia"])
    assert NEWS in read(anne, "/notices")
    assert 'href="/unit/checks"' in anne.get("/notices").get_data(as_text=True)
    assert 'href="/unit/checks"' in anne.get("/unit").get_data(as_text=True)
    family = read(client("oksana"), f"/logs/{cast.logs['sofia']}/people")
    assert "Loggen hviler, og da sjekker lederen der kontaktpersonen jobber." in family
    assert "Venter på kontaktpersonen" not in family
    found = read(anne, "/unit/checks")
    for words in ("Mormor Gro", "Besteforelder", "Kari Nilsen er kontaktperson."):
        assert words in found, words
    shown = read(anne, place(cast))
    assert "Snakk med Kari Nilsen, som er kontaktperson, før du legger til." in shown
    assert not any(word in found + shown for word in ("Sofia", "Oksana"))
    done = anne.submit(place(cast))
    assert "Personen er lagt til. Familien får vite det." in read(anne, done.headers["Location"])
    assert NONE in read(anne, "/unit/checks")
    assert NEWS not in read(anne, "/notices")
    assert "har lagt deg til i en logg." in read(client("gro"), "/notices")
    assert "Gro Lunde" in read(client("oksana"), f"/logs/{cast.logs['sofia']}/people")


def test_one_who_is_kept_out_is_not_let_in_and_the_family_is_not_told(client: Client, cast: Cast) -> None:
    families.block(cast.actor("kari"), cast.logs["sofia"], cast.accounts["gro"], "Besøksforbud.")
    put(cast, "at_rest")
    page = f"/logs/{cast.logs['sofia']}/people"
    before = read(client("oksana"), page)
    shown = read(client("anne.strand"), place(cast))
    assert "Brukernavnet er til en som er stengt ute. Legg ikke til, og snakk med kontaktpersonen." in shown
    assert not any(words in shown for words in ("Gro Lunde", "Besøksforbud"))
    refused = client("anne.strand").submit(place(cast))
    said = "Denne personen kan ikke legges til. Familien ser fortsatt at det venter."
    assert (refused.status_code, said in refused.get_data(as_text=True)) == (422, True)
    assert read(client("oksana"), page) == before


def test_for_whoever_leads_no_unit_the_pages_are_not_there(client: Client, cast: Cast) -> None:
    put(cast, "at_rest")
    for who in ("kari", "oksana", "lina"):
        assert [client(who).get(where).status_code for where in ("/unit/checks", place(cast))] == [404, 404]
