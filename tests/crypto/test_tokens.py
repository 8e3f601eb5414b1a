"""Form tokens fit their own session only, look new each time, and survive whatever is sent."""

import base64
import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parentapp.crypto.tokens import device_mark, is_marked, masked_token, token_fits, token_hash

KEY = secrets.token_bytes(32)
anything = st.text(st.characters(codec=None, exclude_categories=[]))


def test_a_token_fits_its_session_however_often_it_is_made() -> None:
    made = {masked_token(KEY, "session") for _ in range(50)}
    assert len(made) == 50
    assert all(token_fits(KEY, "session", each) for each in made)
    assert {len(each) for each in made} == {86}
    shared = [sum(a == b for a, b in zip(*pair, strict=True)) for pair in zip(made, list(made)[1:], strict=False)]
    assert max(shared) < 20, "no part stays the same"


def test_it_fits_no_other_session_and_no_other_key() -> None:
    token = masked_token(KEY, "session")
    assert not token_fits(KEY, "other", token)
    assert not token_fits(KEY, "", token)
    assert not token_fits(secrets.token_bytes(32), "session", token)


@pytest.mark.parametrize("spot", range(86))
def test_a_changed_letter_is_noticed(spot: int) -> None:
    token = masked_token(KEY, "session")
    other = "B" if token[spot] == "A" else "A"
    changed = token[:spot] + other + token[spot + 1 :]
    # The last letter holds two bits that stand for nothing.
    assert not token_fits(KEY, "session", changed) or spot == 85


@given(sent=anything)
def test_whatever_is_sent_is_answered_no(sent: str) -> None:
    assert token_fits(KEY, "session", sent) is False


@given(raw=st.binary(min_size=60, max_size=68))
def test_the_right_length_alone_does_not_do(raw: bytes) -> None:
    assert token_fits(KEY, "session", base64.urlsafe_b64encode(raw).decode()) is False


@given(session=anything)
def test_any_session_text_will_do(session: str) -> None:
    assert token_fits(KEY, session, masked_token(KEY, session))
    assert len(token_hash(session)) == 32


@given(one=anything, other=anything)
def test_the_hash_of_a_session_tells_sessions_apart(one: str, other: str) -> None:
    assert (token_hash(one) == token_hash(other)) == (one == other)


@given(marks=st.lists(anything))
def test_a_device_is_known_to_its_own_account_only(marks: list[str]) -> None:
    mark = device_mark(KEY, "phone", b"ada")
    assert is_marked(KEY, "phone", b"ada", [*marks, mark])
    assert not is_marked(KEY, "phone", b"ada", marks)
    assert not is_marked(KEY, "phone", b"bo", [mark])
    assert not is_marked(KEY, "tablet", b"ada", [mark])
    assert not is_marked(secrets.token_bytes(32), "phone", b"ada", [mark])


@given(device=anything)
def test_any_device_text_will_do(device: str) -> None:
    assert is_marked(KEY, device, b"ada", [device_mark(KEY, device, b"ada")])
