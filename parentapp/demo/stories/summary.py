"""Ready-made messages between people who read different languages, and who has read «Kort fortalt» when."""

from parentapp.demo.beats import Beat
from parentapp.demo.spread import again
from parentapp.demo.stage import Stage
from parentapp.demo.summary_beats import ReadInShort, SaidReady
from parentapp.enums import ReadyMessage as Ready

BRIEF: dict[str, tuple[Beat, ...]] = {
    "sofia": (
        SaidReady(11, "07.40", "oksana", Ready.CALL_WITH_INTERPRETER, whose="oksana"),
        SaidReady(9, "09.30", "kari", Ready.WILL_CALL_WITH_INTERPRETER, whose="oksana"),
    ),
}
# Who has read it how often, and how many days ago the last time was.
READ: dict[str, tuple[tuple[str, int, int], ...]] = {
    "sofia": (("oksana", 5, 4), ("kari", 4, 6), ("per.aas", 9, 3)),
    "amina": (("amina", 6, 4), ("yusuf", 8, 4), ("kari", 5, 3)),
    "jonas": (("jonas", 12, 2), ("tor", 4, 4), ("siri", 7, 3)),
    "noor": (("layla", 11, 3), ("lina", 10, 2)),
}
FIRST = 90


def full(stage: Stage) -> dict[str, list[Beat]]:
    """What the demo has besides. Layla waits for Lina's call."""
    said: dict[str, list[Beat]] = {
        "sofia": [
            SaidReady(64, "07.35", "oksana", Ready.CHILD_SICK, whose="oksana"),
            SaidReady(64, "08.20", "kari", Ready.GOT_IT, whose="oksana"),
            SaidReady(36, "13.50", "oksana", Ready.LATE, whose="oksana"),
            SaidReady(36, "14.05", "kari", Ready.THANKS, whose="oksana"),
        ],
        "noor": [
            SaidReady(47, "07.50", "layla", Ready.CHILD_SICK, whose="layla"),
            SaidReady(47, "08.40", "lina", Ready.GOT_IT, whose="layla"),
            SaidReady(2, "18.30", "layla", Ready.CALL_WITH_INTERPRETER, whose="layla"),
        ],
    }
    return {
        story: [
            *said.get(story, ()),
            *(beat for who, last, times in who_read for beat in _read(stage, who, last, times)),
        ]
        for story, who_read in READ.items()
    }


def _read(stage: Stage, who: str, last: int, times: int) -> list[Beat]:
    return again(stage, ReadInShort, who, FIRST, last, times)
