"""The commands: what they make, that they overwrite nothing, and that they refuse what would be unsafe."""

import base64
import json
import os
import re
import stat
import sys
import types
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from parentapp import checkup, cli, clock, config, db, demo, opening, preparing, serving, worker
from parentapp.channels.choosing import NO_CHANNEL
from parentapp.crypto import sealing
from parentapp.demo.people import EVERYBODY
from parentapp.domain import municipality, notices
from parentapp.enums import Delivery
from parentapp.models import Notice
from tests.databases import allow_invented_time, leave

NAMES = {"SECRET_KEY", "MASTER_KEY"}


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str | None]:
    """A fresh instance for tests; nothing of the surrounding environment."""
    none = dict.fromkeys((*NAMES, "DATABASE_URL", "KEYS_URL", "HOST", "PORT", "WORKERS", "DEMO"))
    return {**none, "MODE": "test", "INSTANCE": str(tmp_path / "instance")}


@pytest.fixture(autouse=True)
def process_as_before() -> Iterator[None]:
    """Commands open the process's database and vault, and set its umask."""
    vault, mask = sealing._vault, os.umask(0o022)
    yield
    os.umask(mask)
    sealing._vault = vault
    if db.database.obj is not None:
        leave(db.database.obj)
    allow_invented_time()


def run(env: dict[str, str | None], *arguments: str) -> Result:
    return CliRunner().invoke(cli.main, arguments, env=env)


def ran(env: dict[str, str | None], *arguments: str) -> str:
    result = run(env, *arguments)
    assert result.exit_code == 0, result.output
    return result.output


def refused(env: dict[str, str | None], *arguments: str) -> str:
    result = run(env, *arguments)
    assert result.exit_code == 1, result.output
    assert isinstance(result.exception, SystemExit)  # a message, no stack trace
    return result.output


def made(env: dict[str, str | None]) -> config.Settings:
    """The instance with its keys and tables."""
    ran(env, "keys", "init")
    ran(env, "migrate")
    return config.load({name: value for name, value in env.items() if value})


def files(env: dict[str, str | None]) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in Path(str(env["INSTANCE"])).iterdir()}


def test_keys_init_makes_secrets_and_a_key_store_for_nobody_else(env) -> None:
    ran(env, "keys", "init")
    folder = Path(env["INSTANCE"])
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for name in ("secrets.toml", "keys.db"):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
    settings = config.load({"MODE": "test", "INSTANCE": str(folder)})
    assert settings.secret_key != settings.master_key
    opening.open_keys(settings)


def test_keys_init_overwrites_nothing(env) -> None:
    ran(env, "keys", "init")
    before = files(env)
    assert "there already" in ran(env, "keys", "init")
    assert files(env) == before


def test_secrets_differ_from_instance_to_instance(env, tmp_path) -> None:
    made_twice = []
    for name in ("one", "two"):
        ran({**env, "INSTANCE": str(tmp_path / name)}, "keys", "init")
        made_twice.append((tmp_path / name / "secrets.toml").read_text())
    assert made_twice[0] != made_twice[1]


def test_in_production_secrets_are_only_said(env) -> None:
    production = {**env, "MODE": None}
    said = dict(re.findall(r"^(\w+_KEY)=(\S+)$", ran(production, "keys", "init"), re.MULTILINE))
    assert set(said) == NAMES
    assert {len(base64.b64decode(value, validate=True)) for value in said.values()} == {config.SECRET_BYTES}
    assert set(files(env)) == {"keys.db"}
    again = ran({**production, **said}, "keys", "init")
    assert "_KEY=" not in again
    assert "there already" in again
    ran({**production, **said}, "migrate")


def in_production(env: dict[str, str | None]) -> dict[str, str | None]:
    """An instance of production with its keys and tables, and nobody in it."""
    secrets = {name: base64.b64encode(os.urandom(32)).decode() for name in NAMES}
    production = {**env, **secrets, "MODE": "production"}
    made(production)
    return production


@pytest.mark.parametrize("mode", [None, "demo"])
def test_no_new_master_key_beside_an_old_key_store(env, mode) -> None:
    ran(env, "keys", "init")
    (Path(env["INSTANCE"]) / "secrets.toml").unlink()
    before = files(env)
    assert "Put it back" in refused({**env, "MODE": mode}, "keys", "init")
    assert files(env) == before


def test_weak_secrets_from_the_environment_are_refused(env) -> None:
    weak = base64.b64encode(bytes(32)).decode()
    assert "weak" in refused({**env, "SECRET_KEY": weak}, "keys", "init")


def test_migrate_applies_and_then_has_nothing_to_do(env) -> None:
    ran(env, "keys", "init")
    assert "Applied 0001" in ran(env, "migrate")
    assert "up to date" in ran(env, "migrate")


@pytest.mark.parametrize("command", ["web", "worker", "demo"])
def test_nothing_starts_on_tables_that_are_not_up_to_date(env, command) -> None:
    ran(env, "keys", "init")
    assert "parentapp migrate" in refused(env, command)


@pytest.mark.parametrize("command", ["migrate", "web", "worker", "demo"])
def test_without_secrets_the_command_says_how_to_make_them(env, command) -> None:
    assert "parentapp keys init" in refused(env, command)


def test_without_a_key_store_nothing_starts(env) -> None:
    settings = made(env)
    Path(settings.keys_url.removeprefix("sqlite:///")).unlink()
    assert "key store" in refused(env, "web")
    assert "keys.db" not in files(env)


@pytest.fixture
def brief(monkeypatch: pytest.MonkeyPatch) -> None:
    """The demo in few words, for speed."""
    build = demo.build
    monkeypatch.setattr(demo, "build", lambda *, history: build(history=not history))


@pytest.mark.usefixtures("brief")
def test_the_demo_is_built_once(env) -> None:
    settings = made(env)
    ran(env, "demo")
    assert not preparing.is_empty(settings)
    with clock.at(clock.now()):
        assert municipality.has_invented(preparing.SystemActor("test", clock.now()))
    db.database.close()
    before = files(env)["stafett.db"]
    assert "already" in refused(env, "demo")
    assert files(env)["stafett.db"] == before


@pytest.mark.parametrize("mode", [None, "production"])
@pytest.mark.usefixtures("brief")
def test_the_demo_is_never_built_in_production(env, mode) -> None:
    settings = made(env)
    secrets = {name: base64.b64encode(os.urandom(32)).decode() for name in NAMES}
    assert "MODE=demo" in refused({**env, **secrets, "MODE": mode}, "demo")
    assert preparing.is_empty(settings)


@pytest.mark.usefixtures("brief")
def test_production_does_not_start_on_the_demo(env) -> None:
    settings = made(env)
    ran(env, "demo")
    master = base64.b64encode(settings.master_key).decode()
    other = base64.b64encode(settings.secret_key).decode()
    said = refused({**env, "MODE": None, "MASTER_KEY": master, "SECRET_KEY": other}, "web")
    assert "invented" in said


def test_in_production_the_worker_says_that_no_channel_is_built_and_hands_over_nothing(
    env, monkeypatch, caplog
) -> None:
    production = in_production(env)
    looks = iter((True, True, False))
    monkeypatch.setattr(serving, "until_stopped", lambda: lambda: next(looks))
    monkeypatch.setattr(worker, "sleep", lambda seconds: None)
    monkeypatch.setattr(notices, "claim", pytest.fail)
    ran(production, "worker")
    assert caplog.messages == [NO_CHANNEL]
    assert "delivered.txt" not in files(env)


@pytest.mark.usefixtures("brief")
def test_the_demos_worker_hands_over_to_a_file_for_nobody_else(env, monkeypatch) -> None:
    made(env)
    ran(env, "demo")
    Notice.update(delivery=Delivery.WAITING).execute()
    waits = Notice.select().where(Notice.delivery == Delivery.WAITING)
    monkeypatch.setattr(serving, "until_stopped", lambda: waits.exists)
    monkeypatch.setattr(worker, "sleep", lambda seconds: None)
    ran(env, "worker")
    file = Path(env["INSTANCE"]) / "delivered.txt"
    assert len(file.read_text().splitlines()) == Notice.select().where(Notice.delivery == Delivery.SENT).count() > 50
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_demo_logins_as_json(env) -> None:
    found = json.loads(ran(env, "demo-logins", "--json"))
    assert {each["username"] for each in found} == set(EVERYBODY)
    for each in found:
        assert set(each) == {"username", "password", "name", "role", "locale", "situation"}
        assert all(isinstance(value, str) and value for value in each.values())


def test_demo_logins_as_a_table(env) -> None:
    lines = ran(env, "demo-logins").splitlines()
    assert len(lines) == len(EVERYBODY)
    assert any(re.search(r"oksana +Oksana Bondarenko +Foresatt for Sofia", line) for line in lines)


def test_the_doctor_says_what_is_missing_and_what_to_do(env, monkeypatch, tmp_path) -> None:
    monkeypatch.setattr(checkup, "STATIC", tmp_path / "manifest.json")
    assert re.search(r"MISSING +settings: .*parentapp keys init", refused(env, "doctor"))
    ran(env, "keys", "init")
    said = refused(env, "doctor")
    assert re.search(r"ok +key store$", said, re.MULTILINE)
    assert re.search(r"MISSING +database: .*parentapp migrate", said)
    ran(env, "migrate")
    said = refused(env, "doctor")
    assert re.search(r"ok +database$", said, re.MULTILINE)
    assert re.search(r"MISSING +front end: .*make run", said)
    checkup.STATIC.write_text("{}")
    assert "MISSING" not in ran(env, "doctor")


def test_the_doctor_does_not_fail_over_what_only_pdfs_need(env, monkeypatch, tmp_path) -> None:
    made(env)
    monkeypatch.setattr(checkup, "STATIC", tmp_path)
    monkeypatch.setattr(checkup, "find_library", lambda name: None)
    assert re.search(r"without +pango, for PDFs: apt install libpango", ran(env, "doctor"))


def test_the_doctor_says_that_production_has_no_channel(env, monkeypatch, tmp_path) -> None:
    production = in_production(env)
    monkeypatch.setattr(checkup, "STATIC", tmp_path)
    assert f"without  a channel for notices: {NO_CHANNEL}" in ran(production, "doctor")
    assert re.search(r"ok +a channel for notices$", ran({**production, "MODE": "demo"}, "doctor"), re.MULTILINE)


def test_the_doctor_goes_on_after_a_broken_key_store(env, monkeypatch, tmp_path) -> None:
    settings = made(env)
    monkeypatch.setattr(checkup, "STATIC", tmp_path)
    Path(settings.keys_url.removeprefix("sqlite:///")).write_bytes(b"not a database" * 100)
    said = refused(env, "doctor")
    assert re.search(r"MISSING +key store: DatabaseError", said)
    assert re.search(r"ok +database$", said, re.MULTILINE)


def test_bench_hands_its_arguments_on_where_it_is_installed(env, monkeypatch) -> None:
    monkeypatch.setattr(cli, "BENCH", "parentapp.measured_nowhere")
    assert "not part of this installation" in refused(env, "bench")
    asked: list[tuple[str, ...]] = []
    module = types.ModuleType(cli.BENCH)
    module.__spec__ = ModuleSpec(cli.BENCH, None)
    module.run = asked.append  # type: ignore[attr-defined] # made here
    monkeypatch.setitem(sys.modules, cli.BENCH, module)
    ran(env, "bench", "full")
    assert asked == [("full",)]


def test_whether_the_access_log_was_changed(env: dict[str, str | None], tmp_path: Path) -> None:
    settings = made(env)
    said = ran(env, "verify-audit")
    assert said.startswith("All is as it was written.")
    assert "nobody can see" in said
    gone = {"log": "ab" * 32, "number": 3, "digest": "cd" * 32, "at": "2026-03-10T09:30:00+00:00"}
    settings.heads_file.write_text(json.dumps(gone) + "\n")
    assert "A log is gone: all its 3 lines." in refused(env, "verify-audit")
    copy = tmp_path / "copy.jsonl"
    copy.write_text("{broken\n")
    assert "cannot be read" in refused(env, "verify-audit", "--heads", str(copy))
