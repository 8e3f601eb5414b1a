"""A log of many years asks the database no more than a short one, whichever of its pages is opened."""

from collections.abc import Iterator
from typing import Any

import pytest

from parentapp.bench import lengthening
from parentapp.bench.visiting import Visitor
from parentapp.domain import search
from parentapp.models import Entry
from tests import cast as casting
from tests.cast import Cast
from tests.counting import questions
from tests.databases import KINDS
from tests.proofs.apps import LONG, bare_app

FEW, MANY = 50, {"sqlite": 5_000 if LONG else 500, "postgres": 2_000}
SHORT = [kind if kind == "sqlite" else pytest.param(kind, marks=pytest.mark.proofs) for kind in KINDS]


def pages(cast: Cast, person: str) -> Iterator[tuple[str, Any]]:
    """Each page by name, ready to be asked for: again and again, without another question the second time."""
    visitor, log = Visitor(bare_app(), person), f"/logs/{cast.logs['sofia']}"
    newest = Entry.select(Entry.id).where(Entry.log == cast.logs["sofia"]).order_by(Entry.at.desc(), Entry.id.desc())
    older = newest.offset(FEW // 2).limit(1).get().id
    addresses = {
        "first": log,
        "older": f"{log}?before={older}",
        "filtered": f"{log}?only=lysglimt",
        "plan": f"{log}/plan",
        "archive": f"{log}/archive",
        "empty search": f"{log}/search",
    }
    yield from ((name, visitor.get(address)) for name, address in addresses.items())
    yield "search", visitor.post(f"{log}/search", text=lengthening.RARE)


def asked(cast: Cast, person: str) -> dict[str, int]:
    """How much each page that they may open asks."""
    found = {}
    for name, page in pages(cast, person):
        page()
        with questions() as statements:
            answer = page()
        if answer.status == 200:
            found[name] = len(statements)
    return found


@pytest.mark.parametrize("kind", SHORT)
def test_a_log_of_thousands_asks_no_more_than_one_of_fifty(kind: str) -> None:
    with casting.assembled(kind) as cast:
        lengthening.lengthen(cast, FEW)
        few = {person: asked(cast, person) for person in ("oksana", "kari")}
        lengthening.lengthen(cast, MANY[kind] - FEW)
        many = {person: asked(cast, person) for person in few}
    assert few == many
    assert len(many["oksana"]) == 7
    assert {"first", "older", "filtered", "plan", "search"} < set(many["kari"])
    assert max(many["oksana"].values()) <= 10


def test_what_was_said_first_is_found_among_all(cast: Cast) -> None:
    """The rare words are really looked for as far back as they stand."""
    lengthening.lengthen(cast, 400)
    found = search.search(cast.actor("oksana"), cast.logs["sofia"], lengthening.RARE).hits
    assert ["".join(piece.text for piece in hit.found[0].pieces) for hit in found] == [lengthening.RARE]
