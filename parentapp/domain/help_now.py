"""The numbers to call when it is urgent, from their dated file. Asks no database: they stand also on a broken page."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parent.parent / "help_numbers.toml"


@dataclass(frozen=True)
class HelpNumber:
    """`name` is the key of its words in `phrases`."""

    number: str
    name: str

    @property
    def dialled(self) -> str:
        return self.number.replace(" ", "")


@dataclass(frozen=True)
class Numbers:
    as_of: date
    now: tuple[HelpNumber, ...]  # somebody is in danger
    talk: tuple[HelpNumber, ...]  # somebody needs help, or somebody to talk to


@cache
def numbers() -> Numbers:
    """All of them, in the order of the file."""
    read = tomllib.loads(FILE.read_text(encoding="utf-8"))
    found = [(HelpNumber(row["number"], row["name"]), row["now"]) for row in read["number"]]
    now = tuple(number for number, is_now in found if is_now)
    return Numbers(read["as_of"], now, tuple(number for number, is_now in found if not is_now))
