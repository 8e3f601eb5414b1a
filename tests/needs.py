"""What a test needs from the machine. Missing: skipped with a clear line, but a failure where CI=true."""

import os
import shutil
from pathlib import Path

import pytest

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def needs_postgres() -> Path:
    """The folder of PostgreSQL's server programs (initdb, pg_ctl), the newest there is."""
    places = [*Path("/usr/lib/postgresql").glob("*/bin"), *_folder_on_path("initdb")]
    found = [place for place in places if (place / "initdb").exists() and (place / "pg_ctl").exists()]
    if not found:
        raise _missing("PostgreSQL's server programs", "postgresql")
    return max(found, key=_version)


def needs_chromium() -> str:
    """The path of a Chromium that Playwright can drive; CHROMIUM names one that lies elsewhere."""
    return os.environ.get("CHROMIUM") or needs_program(*CHROMIUM_NAMES, package="chromium")


def needs_program(*names: str, package: str) -> str:
    """The path of the first of these programs that is on the PATH; `package` is what to install otherwise."""
    for name in names:
        if path := shutil.which(name):
            return path
    raise _missing(names[0], package)


def _missing(what: str, package: str) -> BaseException:
    reason = f"{what} is not on this machine: `make system`, or install the package {package}"
    if os.environ.get("CI", "").lower() in {"true", "1"}:
        return pytest.fail.Exception(reason, pytrace=False)
    return pytest.skip.Exception(reason)


def _folder_on_path(program: str) -> list[Path]:
    path = shutil.which(program)
    return [Path(path).resolve().parent] if path else []


def _version(place: Path) -> int:
    """The 15 of /usr/lib/postgresql/15/bin; 0 for a place without one."""
    return int(place.parent.name) if place.parent.name.isdecimal() else 0
