"""What the longer forms are filled in with."""

from dataclasses import dataclass

from tests.access.fields import FIELDS


@dataclass(frozen=True)
class Form:
    person: str | None
    address: str  # with names of the cast in it
    good: dict[str, str]


NOBODY = "0" * 32
CALL = {"text": "Gym.", "day": "2026-03-20", "begins": "09:00", "stops": "09:45", "place": "Rom 2"} | {
    "link": "https://video.example/mote",
    f"who_{NOBODY}": "y",
    f"why_{NOBODY}": "Derfor.",
}
MINUTES = {"text": "Vi er enige.", "text_1": "Følge.", "goal_1": NOBODY, "owner_1": NOBODY, "look_at_1": "2026-05-01"}
REGISTERED = FIELDS["registering.register"] | {"kind": "plan"}
CLOSING_SAID = FIELDS["closing.register"]
HANDOVER = {"username": "randi", "reason": "Slutter.", "words": "Sang."} | {
    "transition": "school_school",
    "decided": "y",
    "worked": "Ro.",
}
LOGIN = {"way": "new", "username": "oksana", "locale": "nb"}
SECOND = LOGIN | {"name": "Jon", "basis": "verge", "reason": "Pass."}
NEW_LOG = FIELDS["new_logs.new"] | {"unit": "", "protected": "y", "deputy": "", "as_it_is": "1"}
NEW_LOG |= {f"own-{name}": text for name, text in LOGIN.items()}
NEW_LOG |= {f"second-{name}": text for name, text in SECOND.items()} | {"first-username": ""}
