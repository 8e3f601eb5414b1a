"""The table that leads from each sentence of the rules on consent and sight to its rule, its test and its screen.

The rows stand in `sentences.toml`. `missing` finds what a row names and the project no longer has.
"""

import ast
import importlib
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
ROWS = ROOT / "tools" / "sentences.toml"


def parts() -> list[dict[str, Any]]:
    """Each with a `name` and its `rows`: what it `says`; `rule`, `test` and `screen` lists; what is `not_yet`."""
    found: list[dict[str, Any]] = tomllib.loads(ROWS.read_text(encoding="utf-8"))["part"]
    return found


def section() -> str:
    """The part of docs/access.md."""
    lines = [
        "## From each sentence to its rule, its test and its screen",
        "",
        "Rules are named from `parentapp`, tests from `tests`, screens from `parentapp/templates`; a test fails when",
        "one of them no longer exists. What is **not yet** does not hold in the app.",
    ]
    for part in parts():
        lines += [
            "",
            f"### {part['name']}",
            "",
            "| what must hold | rule | test | screen |",
            "| --- | --- | --- | --- |",
        ]
        lines += [_row(row) for row in part["rows"]]
    return "\n".join(lines)


def _row(row: dict[str, Any]) -> str:
    later = f" **Not yet:** {row['not_yet']}" if "not_yet" in row else ""
    cells = ("<br>".join(f"`{each}`" for each in row.get(key, ())) or "none" for key in ("rule", "test", "screen"))
    return f"| {row['says']}{later} | {' | '.join(cells)} |"


def missing(found: list[dict[str, Any]]) -> list[str]:
    """What these parts name and is not there; and rows with a gap that is not told of."""
    faults = []
    for row in (row for part in found for row in part["rows"]):
        empty = [key for key in ("rule", "test", "screen") if not row.get(key)]
        faults += [f"{row['says']}: no {key}" for key in empty if "not_yet" not in row]
        faults += [f"no rule {each}" for each in row.get("rule", ()) if not _is_there(each)]
        faults += [f"no test {each}" for each in row.get("test", ()) if each not in set(_tests(each))]
        screens = (each for each in row.get("screen", ()) if not (ROOT / "parentapp/templates" / each).is_file())
        faults += [f"no screen {each}" for each in screens]
    return faults


def _is_there(rule: str) -> bool:
    """`access.consent.in_effect`: a module and a name in it; or, of a class, a name in that."""
    *path, name = ["parentapp", *rule.split(".")]
    try:
        return hasattr(importlib.import_module(".".join(path)), name)
    except ModuleNotFoundError:
        *path, owner = path
    try:
        return hasattr(getattr(importlib.import_module(".".join(path)), owner, None), name)
    except ModuleNotFoundError:
        return False


def _tests(named: str) -> Iterator[str]:
    file = named.partition("::")[0]
    path = ROOT / "tests" / file
    tree = ast.parse(path.read_text(encoding="utf-8")) if path.is_file() else ast.Module([], [])
    yield from (f"{file}::{each.name}" for each in tree.body if isinstance(each, ast.FunctionDef))
