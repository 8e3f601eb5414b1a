"""Keeps in tests/access/noticed.txt which check noticed each removed guard, from a report of the long proofs.

    PROOFS=long pytest -m proofs tests/access/test_removals.py --junitxml=report.xml
    python tools/noticed.py report.xml

What was remembered of a removal that is no longer there is forgotten.
"""

import sys
import xml.etree.ElementTree as ET
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MEMORY = ROOT / "tests" / "access" / "noticed.txt"


def main(report: str) -> None:
    """Raises OSError or ParseError for a report that is none."""
    kept = dict(line.split("\t") for line in MEMORY.read_text().splitlines()) if MEMORY.exists() else {}
    for case in ET.parse(report).iter("testcase"):  # noqa: S314 - our own report
        said = {each.get("name"): each.get("value") for each in case.iter("property")}
        if said.get("noticed"):
            kept[str(said["removal"])] = str(said["noticed"])
    sys.path.insert(0, str(ROOT))
    there = {each.name for each in import_module("tests.access.test_removals").REMOVALS}
    MEMORY.write_text("".join(f"{name}\t{by}\n" for name, by in sorted(kept.items()) if name in there))


if __name__ == "__main__":
    main(sys.argv[1])
