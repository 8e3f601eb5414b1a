"""Random bytes are random; among invented people they can be made to repeat."""

import re

import pytest

from parentapp import crypto
from parentapp.crypto import randomness


@pytest.fixture(autouse=True)
def seedable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(randomness, "_seedable", True)


def draw() -> list[object]:
    return [crypto.random_bytes(16), crypto.token(), crypto.new_id(), crypto.random_bytes(16)]


def test_nothing_repeats_by_itself() -> None:
    assert len({each for _ in range(100) for each in draw()}) == 400


def test_a_token_is_43_letters_that_are_safe_in_an_address() -> None:
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{43}", crypto.token()) for _ in range(100))


def test_an_id_is_a_random_uuid() -> None:
    ids = [crypto.new_id() for _ in range(100)]
    assert {each.version for each in ids} == {4}
    assert ids != sorted(ids)


def test_the_same_seed_gives_the_same_randomness() -> None:
    drawn = []
    for seed in ("one", "one", "two"):
        with crypto.seeded(seed):
            drawn.append(draw())
    assert drawn[0] == drawn[1] != drawn[2]
    assert len(set(drawn[0])) == 4, "and within it nothing repeats"


def test_after_the_block_it_is_random_again() -> None:
    with pytest.raises(ZeroDivisionError), crypto.seeded("one"):
        _ = 1 / 0
    with crypto.seeded("one"):
        seeded = draw()
        with crypto.seeded("two"):
            inner = draw()
    assert draw() not in (seeded, inner)
    assert randomness._source is randomness.secrets.token_bytes


def test_real_people_get_real_randomness() -> None:
    randomness.allow_seeding(False)
    with pytest.raises(RuntimeError, match="only in the demo and in tests"), crypto.seeded("one"):
        pass
    randomness.allow_seeding(True)
    with crypto.seeded("one"):
        assert crypto.random_bytes(4)
