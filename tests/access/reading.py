"""Reads the access matrix: who gets which answer where, written so that it can be read aloud.

    GET log.show @sofia
      200 oksana erik kari lina per
      login nobody
      * 404

«*» is everybody of the cast who is not named above. Answers: a status, or `login` (sent to the login page).
"""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "matrix"
NOBODY = "nobody"


@dataclass(frozen=True)
class Case:
    method: str
    endpoint: str
    target: str  # a log, entry, request or conversation of the cast by name; empty when there is none
    person: str
    answer: str

    def __str__(self) -> str:
        return f"{self.method} {self.endpoint} @{self.target or '-'} {self.person} {self.answer}"


def cases(everybody: frozenset[str]) -> list[Case]:
    """All cases of all files. Raises ValueError for a line that cannot be read, or a person named twice."""
    found: list[Case] = []
    for file in sorted(FOLDER.glob("*.txt")):
        found += _read(file, everybody)
    return found


def _read(file: Path, everybody: frozenset[str]) -> list[Case]:
    blocks: list[tuple[tuple[str, str, str], dict[str, str]]] = []
    for number, raw in enumerate(file.read_text().splitlines(), start=1):
        line = raw.partition("#")[0].rstrip()
        if not line:
            continue
        if not line.startswith(" "):
            method, endpoint, *target = line.split()
            blocks.append(((method, endpoint, target[0].removeprefix("@") if target else ""), {}))
            continue
        answer, *people = line.split()
        said = blocks[-1][1]
        if answer == "*":
            rest = (everybody | {NOBODY}) - set(said)
            answer, people = people[0], sorted(rest)
        for person in people:
            if person in said or person not in everybody | {NOBODY}:
                raise ValueError(f"{file.name}:{number}: {person} is named twice, or not of the cast")
            said[person] = answer
    return [Case(*head, person, answer) for head, said in blocks for person, answer in sorted(said.items())]
