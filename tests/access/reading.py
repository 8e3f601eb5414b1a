"""Reads the access matrix: who gets which answer where, written so that it can be read aloud.

    GET log.show @sofia
      200 oksana erik kari lina per
      login nobody
      * 404

«*» is everybody of the cast who is not named above. Answers: a status, or `login` (sent to the login page).
A word behind the thing is a state of `states`: `GET log.show @sofia resting`.
"""

from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "matrix"
NOBODY = "nobody"
REFUSALS = frozenset({"403", "404", "409", "login", "denied", "hidden", "conflict", "nobody"})


@dataclass(frozen=True)
class Case:
    method: str
    endpoint: str
    target: str  # a log, entry, request or conversation of the cast by name; empty when there is none
    person: str
    answer: str
    state: str = ""  # that a log is put in first

    @property
    def changes(self) -> bool:
        """Whether anything is other than before, when the answer is as expected."""
        return self.method != "GET" and self.answer not in REFUSALS

    @property
    def block(self) -> str:
        """What everybody is asked about together."""
        state = f" {self.state}" if self.state else ""
        return f"{self.method} {self.endpoint} @{self.target or '-'}{state}"

    def __str__(self) -> str:
        return f"{self.block} {self.person} {self.answer}"


def cases(everybody: frozenset[str]) -> list[Case]:
    """All cases of all files. Raises ValueError for a line that cannot be read, or a person named twice."""
    found: list[Case] = []
    for file in sorted(FOLDER.glob("*.txt")):
        found += _read(file, everybody)
    return found


def _read(file: Path, everybody: frozenset[str]) -> list[Case]:
    blocks: list[tuple[tuple[str, str, str, str], dict[str, str]]] = []
    for number, raw in enumerate(file.read_text().splitlines(), start=1):
        line = raw.partition("#")[0].rstrip()
        if not line:
            continue
        if not line.startswith(" "):
            method, endpoint, target, state = [*line.split(), "", ""][:4]
            blocks.append(((method, endpoint, target.removeprefix("@"), state), {}))
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
    return [
        Case(method, endpoint, target, person, answer, state)
        for (method, endpoint, target, state), said in blocks
        for person, answer in sorted(said.items())
    ]
