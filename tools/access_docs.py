"""Writes docs/access.md from the code that decides: the policy, the rules, the visible rows, the kinds.

Without arguments it writes; with `check` it says whether the page is up to date.
"""

import inspect
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # run as a file, not as a module

from parentapp import enums  # noqa: E402 - after the path
from parentapp.access import (  # noqa: E402 - after the path
    ages,
    audience,
    consent,
    directory,
    names,
    office,
    policy,
    rules,
    visible,
    wishing,
)
from parentapp.access.visible import talk, timeline  # noqa: E402 - after the path
from parentapp.access.visible import wishing as of_wishes  # noqa: E402 - after the path
from tools import sentences  # noqa: E402 - after the path

PAGE = ROOT / "docs" / "access.md"

HEAD = """# Who may see and do what

Made from the code by `tools/access_docs.py`; a test fails when it is out of date. All of this lives in
`parentapp/access` and nowhere else.

What somebody may do comes only from how they belong to a log (`Relation`) and, for professionals, from the consents in
effect for the unit they work in. Two questions are asked: may you know that this exists (a query in `visible`; no:
404), and may you do this (a row in `policy`; no: 403). A log that is closed takes no writing: 409 for its readers,
404 for others. The default is no.
"""


def page() -> str:
    """The whole page."""
    parts = [
        HEAD,
        _actions(),
        _rules(),
        _rows(),
        _kinds(),
        _consent(),
        _names(),
        _office(),
        _wishing(),
        sentences.section(),
    ]
    return "\n".join(part.rstrip() + "\n" for part in parts)


def _actions() -> str:
    lines = ["## Actions", "", "| action | any one of | else |", "| --- | --- | --- |"]
    for action, row in policy.POLICY.items():
        who = " · ".join(f"`{rule.__name__}`" for rule in row.rules)
        lines.append(f"| {action.value} | {who} | {'404' if row.refusal.__name__ == 'Hidden' else '403'} |")
    return "\n".join(lines)


def _rules() -> str:
    lines = ["## Rules", "", "| rule | holds for |", "| --- | --- |"]
    for name, rule in inspect.getmembers(rules, inspect.isfunction):
        if rule.__module__ == rules.__name__:
            lines.append(f"| `{name}` | {_sentence(rule) or 'what its name says'} |")
    return "\n".join(lines)


def _rows() -> str:
    lines = ["## Which rows exist for whom", "", "| rows | who may know of them |", "| --- | --- |"]
    lines += [f"| {model.__name__} | {_sentence(rule)} |" for model, rule in visible.RULES.items()]
    further = (
        timeline._entry_clause,
        timeline._not_kept,
        timeline._ticked,
        talk._may_talk,
        visible.cut,
        audience.covering,
    )
    return "\n".join([*lines, "", *(f"- `{each.__name__.lstrip('_')}`: {_sentence(each)}" for each in further)])


def _kinds() -> str:
    lines = ["## Kinds of information", "", "| entry | kind |", "| --- | --- |"]
    return "\n".join([*lines, *(f"| {type_.value} | {kind.value} |" for type_, kind in enums.KIND_OF.items())])


def _consent() -> str:
    said = (
        consent.in_effect,
        consent.needed_signers,
        consent._Course._answer,
        consent._Course._stop_if_over,
        consent._Course._counted,
        consent._Course._in_grace,
        consent._Course._child_was_heard,
        consent._Course._common,
        ages.row_for,
        ages.binding_row,
    )
    head = inspect.getdoc(consent) or ""
    return "\n".join(
        ["## Consent", "", head, "", *(f"- `{each.__name__.lstrip('_')}`: {_sentence(each)}" for each in said)]
    )


def _names() -> str:
    told = [rule for _, rule in inspect.getmembers(names, inspect.isfunction) if rule.__module__ == names.__name__]
    rows = [f"- `{rule.__name__}`: {_sentence(rule)}" for rule in told if not rule.__name__.startswith("_")]
    return "\n".join(["## Names and places", "", inspect.getdoc(names) or "", "", *rows])


def _office() -> str:
    return _short_table("A municipality's administrator", office, office, directory)


def _wishing() -> str:
    return _short_table("A family that asks for a log", wishing, wishing, of_wishes)


def _short_table(title: str, room: ModuleType, *told_of: ModuleType) -> str:
    """The policy of a room that no log stands behind, and the rules of these."""
    lines = [f"## {title}", "", inspect.getdoc(room) or ""]
    lines += ["", "| action | any one of | else |", "| --- | --- | --- |"]
    for action, who in room.POLICY.items():
        lines.append(f"| {action.value} | {' · '.join(f'`{rule.__name__}`' for rule in who)} | 404 |")
    told = [
        rule
        for each in told_of
        for _, rule in inspect.getmembers(each, inspect.isfunction)
        if rule.__module__ == each.__name__
    ]
    return "\n".join([*lines, "", *(f"- `{rule.__name__}`: {_sentence(rule)}" for rule in told)])


def _sentence(thing: object) -> str:
    return " ".join((inspect.getdoc(thing) or "").split())


def main() -> int:
    if sys.argv[1:] == ["check"]:
        fresh = PAGE.exists() and PAGE.read_text() == page()
        sys.stdout.write("" if fresh else "docs/access.md is out of date; run: python tools/access_docs.py\n")
        return 0 if fresh else 1
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page())
    return 0


if __name__ == "__main__":
    sys.exit(main())
