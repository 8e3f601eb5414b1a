"""What a test needs is found, skipped or failed; the throwaway PostgreSQL starts and goes."""

import subprocess
from pathlib import Path

import psycopg
import pytest

from tests import postgres
from tests.needs import needs_chromium, needs_postgres, needs_program

ROOT = Path(__file__).parent.parent


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nothing is installed here."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(Path, "glob", lambda self, pattern: iter(()))


@pytest.mark.usefixtures("bare_machine")
@pytest.mark.parametrize("need", [needs_postgres, needs_chromium, lambda: needs_program("strace", package="strace")])
@pytest.mark.parametrize(("ci", "outcome"), [("", pytest.skip.Exception), ("true", pytest.fail.Exception)])
def test_what_is_missing_is_skipped_and_fails_in_ci(monkeypatch, need, ci, outcome) -> None:
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match="make system"):
        need()


def test_a_program_that_is_there_is_found() -> None:
    assert Path(needs_program("no-such-program", "sh", package="dash")).name == "sh"


def test_the_newest_postgres_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for version in ("9", "15", "17"):
        place = tmp_path / version / "bin"
        place.mkdir(parents=True)
        (place / "initdb").touch()
        (place / "pg_ctl").touch()
    (tmp_path / "18" / "bin").mkdir(parents=True)  # client programs only
    installed = sorted(tmp_path.glob("*/bin"))
    monkeypatch.setattr(Path, "glob", lambda self, pattern: iter(installed))
    assert needs_postgres() == tmp_path / "17" / "bin"


def test_a_cluster_starts_answers_and_leaves_nothing() -> None:
    needs_postgres()
    folder, url = _folder_and_url_of_a_cluster_of_its_own()
    assert not folder.exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url, connect_timeout=2)


def _folder_and_url_of_a_cluster_of_its_own() -> tuple[Path, str]:
    """Beside one that other tests of this process may be using."""
    others, postgres._running[:] = postgres._running[:], []
    try:
        url = postgres.start_cluster()
        folder = postgres._running[0].folder
        assert postgres.start_cluster() != url, "each caller gets an empty database of its own"
        with psycopg.connect(url) as connection:
            assert connection.execute("SELECT 1 + 1").fetchone() == (2,)
            assert connection.execute("SHOW timezone").fetchone() == ("UTC",)
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(url.replace(postgres._running[0].password, "guessed"))
    finally:
        postgres.stop_cluster()
        postgres._running[:] = others
    return folder, url


def test_the_scripts_are_valid_programs() -> None:
    for script in ("tools/system", "tools/with-node", "tools/pins", "tools/coverage-floor", ".ci/run"):
        subprocess.run(["bash", "-n", script], check=True, cwd=ROOT)
