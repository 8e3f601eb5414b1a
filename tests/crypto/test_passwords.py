"""Passwords cost the same whoever asks, are hashed two at a time, and are never weak in production."""

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Lock

import pytest
from argon2 import PasswordHasher, extract_parameters, profiles
from argon2.low_level import Type

from parentapp.crypto import passwords


class Counting:
    """A hasher that notes what it is asked to do, and how much of it at once."""

    def __init__(self, hasher: PasswordHasher, pause: float = 0) -> None:
        self.hasher = hasher
        self.pause = pause
        self.lock = Lock()
        self.calls: list[str] = []
        self.running = self.most = 0

    def hash(self, password: str) -> str:
        return self._counted("hash", lambda: self.hasher.hash(password))

    def verify(self, hashed: str, password: str) -> bool:
        return self._counted("verify", lambda: self.hasher.verify(hashed, password))

    def _counted(self, name, work):
        with self.lock:
            self.calls.append(name)
            self.running += 1
            self.most = max(self.most, self.running)
        try:
            time.sleep(self.pause)
            return work()
        finally:
            with self.lock:
                self.running -= 1


@pytest.fixture(autouse=True)
def own_profile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_hasher", passwords._hasher)
    monkeypatch.setattr(passwords, "_decoy", None)
    passwords.use_fast_profile(True)


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> Counting:
    counting = Counting(passwords._hasher)
    monkeypatch.setattr(passwords, "_hasher", counting)
    return counting


def test_the_right_password_fits_and_no_other() -> None:
    hashed = passwords.hash_password("rett passord æøå")
    assert passwords.check_password(hashed, "rett passord æøå")
    for wrong in ("Rett passord æøå", "rett passord æøå ", ""):
        assert not passwords.check_password(hashed, wrong)
    assert hashed != passwords.hash_password("rett passord æøå"), "salted"


@pytest.mark.parametrize("password", ["whatever", "nobody has this password", ""])
@pytest.mark.parametrize("hashed", [None, "", "garbage", "$argon2id$v=19$m=64,t=1,p=1$c2FsdA"])
def test_without_a_hash_nothing_fits(hashed, password) -> None:
    assert passwords.check_password(hashed, password) is False


def test_an_unknown_name_costs_the_same_work_from_the_first_try_on(monkeypatch, counting) -> None:
    hashed = passwords.hash_password("rett")
    work = []
    for asked in (hashed, None, hashed, None):
        counting.calls.clear()
        passwords.check_password(asked, "feil")
        work.append(list(counting.calls))
    assert work == [["hash", "verify"], ["verify"], ["verify"], ["verify"]]
    monkeypatch.setattr(passwords, "_decoy", None)
    counting.calls.clear()
    passwords.check_password(None, "feil")
    assert counting.calls == work[0], "the first try of a process is no slower for an unknown name"


def test_the_work_for_nobody_is_as_hard_as_for_somebody(monkeypatch) -> None:
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=2, memory_cost=128, parallelism=1))
    passwords.check_password(None, "feil")
    assert extract_parameters(passwords._decoy) == extract_parameters(passwords.hash_password("rett"))


def test_a_new_profile_makes_a_new_decoy() -> None:
    passwords.check_password(None, "feil")
    before = passwords._decoy
    passwords.use_fast_profile(True)
    passwords.check_password(None, "feil")
    assert passwords._decoy != before


def test_at_most_two_are_hashed_at_once(counting) -> None:
    hashed = passwords.hash_password("rett")
    counting.pause = 0.02
    with ThreadPoolExecutor(8) as pool:
        for _ in range(8):
            pool.submit(passwords.check_password, hashed, "feil")
            pool.submit(passwords.hash_password, "ny")
    assert counting.most == 2
    assert counting.calls.count("verify") == 8


def test_a_failed_check_gives_its_place_back() -> None:
    hashed = passwords.hash_password("rett")
    assert not any(passwords.check_password(hashed, "feil") for _ in range(5))
    assert passwords.check_password(hashed, "rett")


def test_the_fast_profile_is_refused_where_people_are_real(monkeypatch) -> None:
    slow = PasswordHasher.from_parameters(profiles.RFC_9106_LOW_MEMORY)
    monkeypatch.setattr(passwords, "_hasher", slow)
    with pytest.raises(RuntimeError, match="demo and tests"):
        passwords.use_fast_profile(False)
    assert passwords._hasher is slow


def test_a_real_password_is_hashed_by_rfc_9106(monkeypatch) -> None:
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher.from_parameters(passwords.PROFILE))
    found = extract_parameters(passwords.hash_password("rett"))
    assert (found.type, found.memory_cost, found.time_cost) == (Type.ID, 64 * 1024, 3)
