"""Which drawing stands on the screen for what, of the closed lists of the domain."""

from parentapp.enums import EntryType, Face, Feeling, Level, Outcome, ServiceKind

SERVICE_ICONS = {
    ServiceKind.SCHOOL: "school",
    ServiceKind.KINDERGARTEN: "kindergarten",
    ServiceKind.HEALTH_STATION: "health",
    ServiceKind.PPT: "ppt",
    ServiceKind.CHILD_WELFARE: "childwelfare",
    ServiceKind.MENTAL_HEALTH: "talk",
    ServiceKind.NAV: "people",
    ServiceKind.BUP: "hospital",
    ServiceKind.GP: "health",
    ServiceKind.OUTREACH: "outreach",
    ServiceKind.OPEN: "log",
}

TYPE_ICONS = {
    EntryType.CONCERN: "why",
    EntryType.NOTE: "note",
    EntryType.GOAL: "goal",
    EntryType.MEASURE: "measure",
    EntryType.LYSGLIMT: "sun",
    EntryType.HANDOVER: "baton",
    EntryType.EVALUATION: "face-good",
    EntryType.MEETING: "calendar",
    EntryType.STATEMENT: "talk",
    EntryType.CONTRIBUTION: "send",
    EntryType.MINUTES: "document",
    EntryType.COMMENT: "talk",
    EntryType.ABOUT_ME: "person",
    EntryType.TRANSITION: "baton",
    EntryType.LEVEL: "place",
}

LEVEL_ICONS = {
    Level.WONDERING: "why",
    Level.OWN_SERVICE: "person",
    Level.TWO_SERVICES: "people",
    Level.SEVERAL_SERVICES: "baton",
}

OUTCOME_ICONS = {
    Outcome.BETTER: "face-good",
    Outcome.SAME: "face-ok",
    Outcome.WORSE: "face-bad",
    Outcome.TOO_EARLY: "clock",
}

FACE_ICONS = {
    Face.GREAT: "face-great",
    Face.GOOD: "face-good",
    Face.OK: "face-ok",
    Face.BAD: "face-bad",
}

FEELING_ICONS = {
    Feeling.GLAD: "face-good",
    Feeling.PROUD: "star",
    Feeling.CALM: "leaf",
    Feeling.LAUGHED: "face-great",
    Feeling.GRATEFUL: "heart",
}
