"""A user name and a phone number belong to one account: a young person's is not set up on a guardian's."""

import pytest
from peewee import IntegrityError

from parentapp import clock
from parentapp.access.actor import SystemActor
from parentapp.db import transaction
from parentapp.domain import municipality
from parentapp.models import Account
from tests.cast import Cast

PASSWORD = "en lang setning om fjell"


def add(cast: Cast, username: str, phone: str | None) -> None:
    with transaction():
        municipality.add_account(
            SystemActor("test", clock.now()),
            cast.municipalities["fjordvik"],
            username=username,
            password=PASSWORD,
            name="Ny Konto",
            phone=phone,
        )


@pytest.mark.parametrize("written", ["900 00 777", "+47 90000777", "0047 900 00 777"])
def test_a_phone_number_however_it_is_written(cast: Cast, written: str) -> None:
    add(cast, "first", "90000777")
    many = Account.select().count()
    with pytest.raises(IntegrityError):
        add(cast, "second", written)
    assert Account.select().count() == many


@pytest.mark.parametrize("phone", [None, "900 00 778", "+46 900 00 777"])
def test_another_number_and_none_are_nobodys(cast: Cast, phone: str | None) -> None:
    many = Account.select().count()
    add(cast, "first", "90000777")
    add(cast, "second", phone)
    assert Account.select().count() == many + 2


def test_a_user_name(cast: Cast) -> None:
    add(cast, "first", None)
    with pytest.raises(IntegrityError):
        add(cast, " First", None)
