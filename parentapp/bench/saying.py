"""The figures as a table for people and as JSON for programs, with the machine they were measured on."""

import json
import os
import platform
import sqlite3
from collections.abc import Iterable
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from parentapp.bench.figures import Figure

LIBRARIES = ("flask", "jinja2", "peewee", "babel", "cryptography", "brotli", "zstandard", "whitenoise")
HEAD = ("#", "figure", "unit", "value", "least", "most", "gate", "aim", "")
LEFT = (1, 2)  # columns of words


def table(found: Iterable[Figure], seconds: int) -> str:
    """One line for each figure; where the gate is passed over, it says so."""
    rows = [HEAD, *(_row(figure) for figure in found)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = ["  ".join(_padded(row[at], widths[at], at) for at in range(len(HEAD))).rstrip() for row in rows]
    return "\n".join([*lines, "", f"{machine()['processor']}, {machine()['cores']} cores, {seconds} s"])


def as_json(found: Iterable[Figure], seconds: int) -> str:
    figures = [asdict(figure) for figure in found]
    report = {"seconds": seconds, "machine": machine(), "versions": versions(), "figures": figures}
    return json.dumps(report, ensure_ascii=False, indent=1)


def machine() -> dict[str, Any]:
    return {
        "system": platform.platform(),
        "processor": _processor(),
        "cores": len(os.sched_getaffinity(0)),
        "load": round(os.getloadavg()[0], 2),  # others at work make the turns differ more
    }


def versions() -> dict[str, str]:
    ours = {name: version(name) for name in ("parentapp", *LIBRARIES)}
    return {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version, **ours}


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())


def _row(figure: Figure) -> tuple[str, ...]:
    numbers = (figure.value, figure.least, figure.most, figure.gate, figure.aim)
    over = "over the gate" if figure.gate is not None and figure.value > figure.gate else ""
    said = ("" if number is None else f"{number:g}" for number in numbers)
    return (str(figure.number), figure.what, figure.unit, *said, over)


def _padded(text: str, width: int, column: int) -> str:
    return text.ljust(width) if column in LEFT else text.rjust(width)
