"""The young person's own login, and a lost slip: what the contact person meets."""

import re
from collections.abc import Callable

from parentapp.domain import accounts
from tests.access.fields import FIELDS
from tests.browsing import Browser
from tests.cast import Cast
from tests.first_logins import fifteen, with_slip

Client = Callable[[str | None], Browser]


def people(client: Client, cast: Cast, who: str = "kari") -> str:
    return client(who).get(f"/logs/{cast.logs['sofia']}/people").get_data(as_text=True)


def own_login(cast: Cast) -> str:
    return f"/logs/{cast.logs['sofia']}/people/own-login"


def test_it_is_offered_from_fifteen_and_to_the_contact_person(client: Client, cast: Cast) -> None:
    assert own_login(cast) not in people(client, cast)
    fifteen(cast)
    assert own_login(cast) in people(client, cast)
    assert own_login(cast) not in people(client, cast, "oksana")


def test_the_slip_opens_the_log_and_is_shown_once(client: Client, cast: Cast) -> None:
    fifteen(cast)
    page = client("kari").submit(own_login(cast), **FIELDS["own_login.give"]).get_data(as_text=True)
    username, password = re.findall(r'<dd class="b"><bdi lang="" dir="ltr">([^<]+)</bdi></dd>', page)
    assert accounts.log_in(username, password, "here")
    assert own_login(cast) not in people(client, cast)
    assert username not in people(client, cast)


def test_a_language_that_there_is_none_of_is_refused(client: Client, cast: Cast) -> None:
    fifteen(cast)
    assert client("kari").submit(own_login(cast), locale="tlh").status_code == 422


def test_a_lost_slip_is_one_press_away_until_it_is_used(client: Client, cast: Cast) -> None:
    cast = with_slip(cast)
    found = re.search(r'action="(/first-logins/[^"]+/anew)"', people(client, cast))
    assert found is not None
    assert "sofia." in client("kari").submit(found[1]).get_data(as_text=True)
    assert not re.search(r'action="/first-logins/', people(client, cast, "oksana"))
