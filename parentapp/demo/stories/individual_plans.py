"""A log that is used as the young person's individual plan, which his contact person coordinates."""

from parentapp.demo.beats import Beat
from parentapp.demo.individual_plan_beats import PlanDecided, PlanWished
from parentapp.enums import ServiceKind

FULL: dict[str, tuple[Beat, ...]] = {
    "jonas": (
        PlanWished(130, "21.15", "jonas"),
        PlanDecided(123, "10.20", "tor", ServiceKind.CHILD_WELFARE, "child_welfare"),
    ),
}
