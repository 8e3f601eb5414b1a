"""The interpreters of the demo's meetings."""

from parentapp.demo.beats import Beat
from parentapp.demo.interpreter_beats import Approved, AskedInterpreter, Declared, OpenedAssignment

BRIEF: dict[str, tuple[Beat, ...]] = {
    "sofia": (
        AskedInterpreter(7, "10.40", "kari", "halyna", "oksana"),
        Declared(6, "09.20", "halyna", "halyna"),
        Approved(5, "20.15", "oksana", "halyna"),
    )
}
FULL: dict[str, tuple[Beat, ...]] = {
    "sofia": (
        AskedInterpreter(58, "12.15", "kari", "halyna", "oksana", meeting="second"),
        Declared(57, "18.05", "halyna", "halyna"),
        Approved(56, "19.40", "oksana", "halyna"),
        OpenedAssignment(44, "08.10", "halyna", "halyna"),
    ),
    # Waits for the parents: Amina has said yes.
    "amina": (
        AskedInterpreter(4, "10.10", "kari", "nabil", "yusuf"),
        Declared(3, "18.20", "nabil", "nabil"),
        Approved(2, "20.50", "amina", "nabil"),
    ),
}
