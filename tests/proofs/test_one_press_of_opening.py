"""One press, one effect, for opening a log and making a login in one: the answer shows the login only once."""

from typing import Any
from uuid import UUID

import pytest
from flask import Flask

from parentapp import crypto
from parentapp.domain import guardians
from parentapp.domain.guardians import Relationship
from parentapp.domain.newcomers import Newcomer
from parentapp.enums import Basis
from parentapp.models import Account, Concern, ConsentRequest, Employment, FirstLogin, Guardian, Stafettlogg, Subject
from tests.access.asking import FIELDS, address
from tests.access.states import put
from tests.browsing import Browser
from tests.cast import Cast
from tests.proofs.apps import at_once, bare_app
from tests.proofs.presses import effects

OPENED = {"new_logs.new": "", "people.add_with_login": "sofia", "own_login.give": "sofia"}
STATES = {"own_login.give": "fifteen"}
NAMES = sorted(OPENED)
TABLES = (Account, Concern, ConsentRequest, FirstLogin, Guardian, Stafettlogg, Subject)
OTHER = {"text": "Noe annet.", "locale": "ar"}


def counted() -> dict[str, Any]:
    return effects() | {table.__name__: table.select().count() for table in TABLES} | {"sessions": 0}


def sent(app: Flask, cast: Cast, name: str, key: UUID, fields: dict[str, str]) -> tuple[int, str | None]:
    where = address(app, cast, name, OPENED[name])
    response = Browser(app, cast.accounts["kari"]).submit(where, press=str(key), **fields)
    return response.status_code, response.headers.get("Location")


@pytest.mark.parametrize("name", NAMES)
def test_sent_twice_it_is_done_once_and_other_words_are_refused(app: Flask, cast: Cast, name: str) -> None:
    put(cast, STATES.get(name, ""))
    key, before = crypto.new_id(), counted()
    assert sent(app, cast, name, key, FIELDS[name])[0] == 200
    done = counted()
    assert done["FirstLogin"] == before["FirstLogin"] + 1
    assert sent(app, cast, name, key, FIELDS[name])[0] == 303
    assert sent(app, cast, name, key, FIELDS[name] | OTHER)[0] == 409
    assert counted() == done


@pytest.mark.parametrize("name", NAMES)
def test_sent_by_eight_at_once_it_is_done_once(cast: Cast, name: str) -> None:
    put(cast, STATES.get(name, ""))
    key, before = crypto.new_id(), counted()
    answers = at_once(8, lambda _: sent(bare_app(), cast, name, key, FIELDS[name]))
    assert sorted(status for status, _ in answers) == [200] + [303] * 7
    assert counted()["FirstLogin"] == before["FirstLogin"] + 1


@pytest.mark.parametrize("name", NAMES)
def test_a_replay_by_somebody_who_works_there_no_longer_is_no_answer(app: Flask, cast: Cast, name: str) -> None:
    put(cast, STATES.get(name, ""))
    key = crypto.new_id()
    sent(app, cast, name, key, FIELDS[name])
    Employment.delete().where(Employment.account == cast.accounts["kari"]).execute()
    assert sent(app, cast, name, key, FIELDS[name])[0] == 404


def test_a_slip_is_made_anew_once(app: Flask, cast: Cast) -> None:
    cast, key = put(cast, "with_slip"), str(crypto.new_id())
    kari, where = Browser(app, cast.accounts["kari"]), address(app, cast, "own_login.renew", "sofia.sofia")
    hashes = [Account.get_by_id(cast.accounts["sofia"]).password_hash]
    for status in (200, 303):
        assert kari.submit(where, press=key).status_code == status
        hashes.append(Account.get_by_id(cast.accounts["sofia"]).password_hash)
    assert hashes[0] != hashes[1] == hashes[2]


def test_without_the_key_there_would_be_two_logins(cast: Cast) -> None:
    found = Relationship(Basis.VERGE, "Viste pass.", cast.today, signs=False)
    for _ in range(2):
        guardians.add_newcomer(cast.actor("kari"), cast.logs["sofia"], Newcomer("Eva Vik", "nb"), found)
    assert FirstLogin.select().count() == 2
