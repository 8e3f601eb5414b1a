"""A sealed text opens only with its owner's key, in its own place; a missing key is never replaced."""

import secrets
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parentapp import crypto
from parentapp.crypto import sealing
from parentapp.crypto.sealing import KeyMissing, Vault, digest

PLACE = b"entry|text_sealed|1"
many = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@many
@given(text=st.text(), place=st.binary())
def test_what_is_sealed_opens_again(vault, owner, text, place) -> None:
    assert vault.unseal(owner, vault.seal(owner, text, place), place) == text


@many
@given(said=st.binary(), place=st.binary())
def test_what_is_no_text_opens_again_too(vault, owner, said, place) -> None:
    assert vault.unseal_bytes(owner, vault.seal_bytes(owner, said, place), place) == said


def test_nothing_of_the_text_is_seen(vault, owner) -> None:
    text = "Sofia trives på skolen"
    sealed = vault.seal(owner, text, PLACE)
    assert text.encode() not in sealed
    assert sealed != vault.seal(owner, text, PLACE), "equal texts do not look equal"
    assert len(sealed) == len(text.encode()) + 1 + 12 + 16


@many
@given(spot=st.integers(min_value=0), change=st.integers(min_value=1, max_value=255))
def test_one_changed_byte_is_noticed(vault, owner, spot, change) -> None:
    sealed = bytearray(vault.seal(owner, "mandag", PLACE))
    sealed[spot % len(sealed)] ^= change
    with pytest.raises(KeyMissing):
        vault.unseal(owner, bytes(sealed), PLACE)


def test_a_cut_text_is_noticed_wherever_it_is_cut(vault, owner) -> None:
    sealed = vault.seal(owner, "mandag", PLACE)
    for length in range(len(sealed)):
        with pytest.raises(KeyMissing):
            vault.unseal(owner, sealed[:length], PLACE)


def test_a_text_moved_elsewhere_does_not_open(vault, owner) -> None:
    sealed = vault.seal(owner, "mandag", PLACE)
    with pytest.raises(KeyMissing, match="moved"):
        vault.unseal(owner, sealed, b"entry|text_sealed|2")


def test_a_text_of_another_owner_does_not_open(vault, owner) -> None:
    other = uuid4()
    vault.create(other)
    with pytest.raises(KeyMissing):
        vault.unseal(other, vault.seal(owner, "mandag", PLACE), PLACE)


def test_a_swapped_key_does_not_open(vault, shelf, owner) -> None:
    """Whoever can write to the key store cannot let one family read with another's key."""
    other = uuid4()
    vault.create(other)
    shelf.kept[owner] = shelf.kept[other]
    with pytest.raises(KeyMissing):
        vault.seal(owner, "mandag", PLACE)


def test_without_a_key_nothing_is_sealed_and_none_is_made(vault, shelf) -> None:
    unknown = uuid4()
    for use in (lambda: vault.seal(unknown, "mandag", PLACE), lambda: vault.unseal(unknown, b"\1", PLACE)):
        with pytest.raises(KeyMissing, match=str(unknown)):
            use()
    assert shelf.kept == {}


def test_a_key_is_made_once(vault, owner) -> None:
    sealed = vault.seal(owner, "mandag", PLACE)
    with pytest.raises(KeyError):
        vault.create(owner)
    assert vault.unseal(owner, sealed, PLACE) == "mandag"


def test_another_master_key_opens_nothing(vault, shelf, owner) -> None:
    sealed = vault.seal(owner, "mandag", PLACE)
    with pytest.raises(KeyMissing):
        Vault(secrets.token_bytes(32), shelf).unseal(owner, sealed, PLACE)


def test_two_vaults_with_the_same_keys_read_each_other(vault, master_key, shelf, owner) -> None:
    assert Vault(master_key, shelf).unseal(owner, vault.seal(owner, "mandag", PLACE), PLACE) == "mandag"


def test_a_destroyed_key_is_gone_at_once_and_for_good(vault, master_key, shelf, owner) -> None:
    sealed = vault.seal(owner, "mandag", PLACE)
    vault.destroy(owner)
    for each in (vault, Vault(master_key, shelf)):
        with pytest.raises(KeyMissing):
            each.unseal(owner, sealed, PLACE)
    vault.create(owner)
    with pytest.raises(KeyMissing):
        vault.unseal(owner, sealed, PLACE)
    vault.destroy(uuid4())  # one that is not there: as wanted


def test_a_key_destroyed_while_it_is_read_is_not_remembered(vault, shelf, owner) -> None:
    sealed = vault.seal(owner, "mandag", PLACE)
    vault._ciphers.clear()
    reading, finish = Event(), Event()
    plain_get = shelf.get

    def slow_get(asked):
        wrapped = plain_get(asked)
        reading.set()
        finish.wait(5)
        return wrapped

    shelf.get = slow_get
    with ThreadPoolExecutor(2) as pool:
        read = pool.submit(vault.unseal, owner, sealed, PLACE)
        reading.wait(5)
        destroyed = pool.submit(vault.destroy, owner)
        finish.set()
        assert read.result() == "mandag", "it began before"
        destroyed.result()
    with pytest.raises(KeyMissing):
        vault.unseal(owner, sealed, PLACE)


def test_the_least_used_keys_are_forgotten_first(vault, shelf, monkeypatch) -> None:
    monkeypatch.setattr(sealing, "KEPT", 2)
    first, second, third = (uuid4() for _ in range(3))
    for owner in (first, second, third):
        vault.create(owner)
    for owner in (first, second, first, third, first, second):
        vault.seal(owner, "mandag", PLACE)
    assert shelf.asked == [first, second, third, second]
    assert len(vault._ciphers) == 2


def test_an_unknown_seal_is_refused(vault, owner) -> None:
    sealed = vault.seal(owner, "mandag", PLACE)
    for other in (b"\2" + sealed[1:], b""):
        with pytest.raises(KeyMissing, match="unknown seal"):
            vault.unseal(owner, other, PLACE)


def test_lookup_hashes_are_equal_for_equal_texts_of_one_purpose_only(vault, master_key, shelf) -> None:
    found = vault.lookup_hash("phone", "99999999")
    assert len(found) == 32
    assert found == Vault(master_key, shelf).lookup_hash("phone", "99999999")
    others = [
        vault.lookup_hash("phone", "99999998"),
        vault.lookup_hash("username", "99999999"),
        vault.lookup_hash("phone9", "9999999"),
        Vault(secrets.token_bytes(32), shelf).lookup_hash("phone", "99999999"),
    ]
    assert len({found, *others}) == 5


def test_the_process_has_one_vault_and_says_so_when_it_is_shut(vault, owner, monkeypatch) -> None:
    monkeypatch.setattr(sealing, "_vault", None)
    with pytest.raises(KeyMissing, match="not open"):
        crypto.vault()
    with pytest.raises(KeyMissing, match="not open"):
        crypto.lookup_hash("phone", "1")
    crypto.init(vault)
    assert crypto.vault() is vault
    assert crypto.lookup_hash("phone", "1") == vault.lookup_hash("phone", "1")


@many
@given(one=st.lists(st.text(max_size=3), max_size=3), other=st.lists(st.text(max_size=3), max_size=3))
def test_the_parts_of_a_digest_do_not_run_together(one, other) -> None:
    assert (digest(*one) == digest(*other)) == (one == other)
    assert digest("ab", "c") != digest("a", "bc")
