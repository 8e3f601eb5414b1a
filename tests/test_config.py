"""The settings refuse whatever would put people's data at risk, and say what to do instead."""

import base64
from pathlib import Path

import pytest

from parentapp import config
from parentapp.config import Mode, Unsafe

SECRET = base64.b64encode(bytes(range(32))).decode()
OTHER = base64.b64encode(bytes(range(1, 33))).decode()


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """All that a production server needs."""
    return {"INSTANCE": str(tmp_path), "SECRET_KEY": SECRET, "MASTER_KEY": OTHER}


def keep_secrets(folder: Path) -> None:
    (folder / "secrets.toml").write_text(f'SECRET_KEY = "{OTHER}"\nMASTER_KEY = "{SECRET}"\n')


def test_production_is_what_one_gets_without_asking(env, tmp_path) -> None:
    settings = config.load(env)
    assert settings.mode is Mode.PRODUCTION
    assert settings.secure_cookies
    assert not settings.invented_time
    assert not settings.demo
    assert (settings.secret_key, settings.master_key) == (bytes(range(32)), bytes(range(1, 33)))
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert settings.database_url == f"sqlite:///{tmp_path}/stafett.db"
    assert settings.keys_url == f"sqlite:///{tmp_path}/keys.db"


def test_the_environment_of_the_process_is_read_when_none_is_given(env, monkeypatch) -> None:
    for name, value in {**env, "PORT": "4711"}.items():
        monkeypatch.setenv(name, value)
    assert config.load().port == 4711


def test_what_is_set_is_taken(env) -> None:
    chosen = {
        "DATABASE_URL": "postgresql://rows.example/a",
        "KEYS_URL": "postgresql://keys.example/b",
        "HOST": "127.0.0.2",
        "PORT": "65535",
        "NEUTRAL_URL": "https://example.org/",
    }
    settings = config.load(env | chosen)
    assert [settings.database_url, settings.keys_url] == list(chosen.values())[:2]
    assert (settings.host, settings.port) == ("127.0.0.2", 65535)
    assert settings.neutral_url == "https://example.org/"


@pytest.mark.parametrize("mode", [Mode.DEMO, Mode.TEST])
def test_only_invented_people_may_have_invented_time_and_plain_cookies(env, mode) -> None:
    settings = config.load(env | {"MODE": mode.value, "DEMO": "1"})
    assert settings.mode is mode
    assert settings.invented_time
    assert not settings.secure_cookies


REFUSED = {
    "no secret": ({"SECRET_KEY": ""}, "SECRET_KEY is missing.*parentapp keys init"),
    "no master key": ({"MASTER_KEY": ""}, "MASTER_KEY is missing"),
    "not base64": ({"SECRET_KEY": "hunter2!"}, "SECRET_KEY must be base64"),
    "letters of no alphabet here": ({"SECRET_KEY": "hemmelig på norsk"}, "SECRET_KEY must be base64"),
    "base64 with something in it": ({"SECRET_KEY": f"{SECRET[:9]}*{SECRET[9:]}"}, "must be base64"),
    "too short": ({"SECRET_KEY": base64.b64encode(bytes(range(31))).decode()}, "SECRET_KEY is weak"),
    "too long": ({"MASTER_KEY": base64.b64encode(bytes(range(33))).decode()}, "MASTER_KEY is weak"),
    "a word, repeated": ({"MASTER_KEY": base64.b64encode(b"changeit" * 4).decode()}, "MASTER_KEY is weak"),
    "all zero": ({"MASTER_KEY": base64.b64encode(bytes(32)).decode()}, "MASTER_KEY is weak"),
    "a demo in production": ({"DEMO": "1"}, "DEMO is set, but MODE is production"),
    "a demo in production, said twice": ({"DEMO": "1", "MODE": "production"}, "DEMO is set"),
    "no such mode": ({"MODE": "Demo"}, "MODE must be"),
    "an empty mode": ({"MODE": ""}, "MODE must be"),
    "port 0": ({"PORT": "0"}, "PORT must be"),
    "a port too high": ({"PORT": "65536"}, "PORT must be"),
    "a negative port": ({"PORT": "-1"}, "PORT must be"),
    "a port in words": ({"PORT": "http"}, "PORT must be"),
    "a raised digit": ({"PORT": "8²"}, "PORT must be"),
    "an empty port": ({"PORT": ""}, "PORT must be"),
    "an unknown database": ({"DATABASE_URL": "mysql://rows.example/a"}, "DATABASE_URL must begin"),
    "an unknown key store": ({"KEYS_URL": "keys.db"}, "KEYS_URL must begin"),
    "keys beside the texts": (
        {"KEYS_URL": "postgresql://one.example/a", "DATABASE_URL": "postgresql://one.example/a"},
        "KEYS_URL is the same",
    ),
    "no number for a port": ({"KEYS_URL": "postgresql://app:hunter2@one.example:x/a"}, "KEYS_URL must be an address"),
    "one secret for both": ({"SECRET_KEY": OTHER}, "SECRET_KEY is the same as MASTER_KEY.*parentapp keys init"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_unsafe_settings_are_refused(env, what) -> None:
    change, words = REFUSED[what]
    with pytest.raises(Unsafe, match=words):
        config.load(env | change)


@pytest.mark.parametrize(
    "change", [{"SECRET_KEY": "hunter2!"}, {"DATABASE_URL": "postgresql://app:hunter2@one.example:x/a"}]
)
def test_a_refusal_never_repeats_the_secret(env, change) -> None:
    with pytest.raises(Unsafe) as refusal:
        config.load(env | change)
    assert "hunter2" not in str(refusal.value)


ONE_SERVER = "postgresql://app:one@rows.example/a"
ONE_PLACE = {
    "another user and password": (ONE_SERVER, "postgresql://keys:two@rows.example/a"),
    "the usual port, said": (ONE_SERVER, "postgresql://app@rows.example:5432/a"),
    "capital letters": (ONE_SERVER, "postgresql://app@Rows.Example./a"),
    "something asked for besides": (ONE_SERVER, "postgresql://app@rows.example/a?sslmode=require"),
    "the server in the question": (ONE_SERVER, "postgresql:///a?host=rows.example"),
    "this machine, twice": ("postgresql://app@localhost/a", "postgresql://app@127.0.0.1/a"),
    "this machine, unsaid": ("postgresql:///a", "postgresql://app@[::1]/a"),
    "a socket": ("postgresql://localhost/a", "postgresql:///a?host=/run/postgresql"),
    "the database called as the user": ("postgresql://a@rows.example/", "postgresql://app@rows.example/a"),
}


@pytest.mark.parametrize("what", ONE_PLACE)
def test_one_database_is_found_however_its_address_is_written(env, what) -> None:
    rows, keys = ONE_PLACE[what]
    with pytest.raises(Unsafe, match="KEYS_URL is the same"):
        config.load(env | {"DATABASE_URL": rows, "KEYS_URL": keys})


@pytest.mark.parametrize(
    "other",
    ["postgresql://app@rows.example/b", "postgresql://app@rows.example:5433/a", "postgresql://app@keys.example/a"],
)
def test_another_database_port_or_server_is_another_place(env, other) -> None:
    assert config.load(env | {"DATABASE_URL": ONE_SERVER, "KEYS_URL": other}).keys_url == other


@pytest.mark.parametrize("way", ["./x.db", "../{folder}/x.db", "link/x.db", "soft.db", "hard.db"])
def test_one_file_is_found_however_its_path_is_written(env, tmp_path, way) -> None:
    rows = tmp_path / "x.db"
    rows.write_bytes(b"rows")
    (tmp_path / "link").symlink_to(tmp_path)
    (tmp_path / "soft.db").symlink_to(rows)
    (tmp_path / "hard.db").hardlink_to(rows)
    keys = f"sqlite:///{tmp_path}/{way.format(folder=tmp_path.name)}"
    with pytest.raises(Unsafe, match="KEYS_URL is the same"):
        config.load(env | {"DATABASE_URL": f"sqlite:///{rows}", "KEYS_URL": keys})


def test_a_file_yet_to_be_made_is_found_too(env, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Unsafe, match="KEYS_URL is the same"):
        config.load(env | {"DATABASE_URL": f"sqlite:///{tmp_path}/./x.db", "KEYS_URL": "sqlite:///x.db"})


def test_production_never_reads_kept_secrets(env, tmp_path) -> None:
    keep_secrets(tmp_path)
    with pytest.raises(Unsafe, match="SECRET_KEY is missing"):
        config.load({"INSTANCE": str(tmp_path)})
    assert config.load(env).master_key == bytes(range(1, 33)), "nor prefers them"


def test_the_demo_reads_kept_secrets(tmp_path) -> None:
    keep_secrets(tmp_path)
    settings = config.load({"INSTANCE": str(tmp_path), "MODE": "demo"})
    assert (settings.secret_key, settings.master_key) == (bytes(range(1, 33)), bytes(range(32)))


def test_the_demo_prefers_the_environment(env, tmp_path) -> None:
    keep_secrets(tmp_path)
    assert config.load(env | {"MODE": "demo"}).secret_key == bytes(range(32))


def test_the_demo_makes_no_secret_by_itself(tmp_path) -> None:
    with pytest.raises(Unsafe, match="SECRET_KEY is missing"):
        config.load({"INSTANCE": str(tmp_path), "MODE": "demo"})
    assert list(tmp_path.iterdir()) == []
