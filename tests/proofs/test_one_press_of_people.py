"""One press, one effect, for adding and ending people: here the log must be in its state."""

from typing import Any

import pytest
from flask import Flask

from parentapp import crypto
from parentapp.domain import guardians
from parentapp.domain.guardians import Relationship
from parentapp.enums import Basis
from parentapp.models import (
    Block,
    Care,
    CareWaiting,
    Guardian,
    GuardianChoice,
    NetworkAnswer,
    NetworkPerson,
    NetworkProposal,
    Participation,
    ProposedGuardian,
)
from tests.access.asking import FIELDS, address
from tests.access.states import put
from tests.browsing import Browser
from tests.cast import Cast
from tests.proofs.apps import at_once, bare_app
from tests.proofs.presses import Sent, effects

WORDS = {"text": "Noe annet."}
ADDED = {
    "people.add_helper": ("", Sent("kari", "sofia", {"who": "randi.health"}, {"who": "anne.strand.health"})),
    "people.end_helper": ("", Sent("kari", "sofia.per.aas", {})),
    "people.add_guardian": ("", Sent("kari", "sofia", FIELDS["people.add_guardian"], WORDS)),
    "people.add_on_paper": ("", Sent("kari", "sofia", FIELDS["people.add_on_paper"], WORDS)),
    "people.end_guardian": ("", Sent("kari", "sofia.oksana", FIELDS["people.end_guardian"], WORDS)),
    "people.confirm": ("judged", Sent("lina", "mikkel.silje", FIELDS["people.confirm"], WORDS)),
    "people.take_back": ("judged", Sent("per.aas", "mikkel.silje", {})),
    "my_guardians.choose": (
        "guardian_proposed",
        Sent("jonas", "jonas.helga", FIELDS["my_guardians.choose"], {"length": "3"}),
    ),
    "registering.hear": ("unheard", Sent("kari", "sofia.bup", FIELDS["registering.hear"], WORDS)),
    "people.care": ("", Sent("kari", "sofia", {"unit": "child_welfare", **FIELDS["people.care"]}, WORDS)),
    "people.confirm_care": ("care_waits", Sent("lina", "sofia.care", FIELDS["people.confirm_care"], WORDS)),
    "people.take_back_care": ("care_waits", Sent("kari", "sofia.care", {})),
    "people.end_care": ("", Sent("berit", "ella", {})),
    "network.propose": ("", Sent("fadumo", "amina", FIELDS["network.propose"], WORDS)),
    "network.answer": ("proposed", Sent("yusuf", "amina.fadumo", {"answer": "yes"}, {"answer": "no"})),
    "network.take_back": ("proposed", Sent("fadumo", "amina.fadumo", {})),
    "network.check": ("proposed", Sent("kari", "sofia.oksana", {})),
    "checks.check": ("at_rest", Sent("anne.strand", "sofia.oksana", {})),
    "network.remove": ("", Sent("oksana", "sofia.erik", {})),
    "network.stay": ("turned", Sent("amina", "amina.gro", {"answer": "yes"}, {"answer": "no"})),
    "network.paper": ("on_paper", Sent("lina", "amina.yusuf", FIELDS["network.paper"], WORDS)),
    "network.blocked": ("", Sent("kari", "sofia", FIELDS["network.blocked"], WORDS)),
}
NAMES = sorted(ADDED)


def counted() -> dict[str, Any]:
    of_network = (NetworkProposal, NetworkAnswer, NetworkPerson, Block)
    tables = (Guardian, GuardianChoice, ProposedGuardian, Participation, Care, CareWaiting, *of_network)
    return effects() | {table.__name__: sorted(map(str, table.select().tuples())) for table in tables}


def sent(app: Flask, cast: Cast, where: str, name: str, key: str, fields: dict[str, str]) -> tuple[int, str | None]:
    named = dict(fields)
    if "who" in named:
        account, _, unit = named["who"].rpartition(".")
        named["who"] = f"{cast.accounts[account]}.{cast.units[unit]}"
    if "unit" in named:
        named["unit"] = str(cast.units[named["unit"]])
    response = Browser(app, cast.accounts[ADDED[name][1].person]).submit(where, press=key, **named)
    return response.status_code, response.headers.get("Location")


@pytest.mark.parametrize("name", NAMES)
def test_sent_twice_it_is_done_once_and_other_words_are_refused(app: Flask, cast: Cast, name: str) -> None:
    state, form = ADDED[name]
    cast = put(cast, state)
    where, key, before = address(app, cast, name, form.target), str(crypto.new_id()), counted()
    first = sent(app, cast, where, name, key, form.fields)
    done = counted()
    assert (first[0], done != before) == (303, True)
    assert sent(app, cast, where, name, key, form.fields) == first
    if form.other:
        assert sent(app, cast, where, name, key, form.fields | form.other)[0] == 409
    assert {**counted(), "sessions": 0} == {**done, "sessions": 0}


@pytest.mark.parametrize("name", NAMES)
def test_sent_by_eight_at_once_it_is_done_once(app: Flask, cast: Cast, name: str) -> None:
    state, form = ADDED[name]
    cast = put(cast, state)
    where, key, before = address(app, cast, name, form.target), str(crypto.new_id()), counted()
    answers = [status for status, _ in at_once(8, lambda _: sent(bare_app(), cast, where, name, key, form.fields))]
    assert answers == [303] * 8
    assert counted()["AuditLine"] == before["AuditLine"] + 1


def test_without_the_key_somebody_would_wait_twice(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    found = Relationship(Basis.COURT_JUDGMENT, "Viste dommen.", cast.today, signs=True)
    monkeypatch.setattr(guardians, "_find", lambda *_: cast.accounts["silje"])
    for _ in range(2):
        guardians.add(cast.actor("per.aas"), cast.logs["mikkel"], "silje", found)
    assert ProposedGuardian.select().count() == 2
