"""The conditions of `access` about individual plans and who coordinates them, each opened. Part of `openings`."""

from parentapp.access import coordinating, rules
from parentapp.access.visible import individual
from parentapp.models import Coordinator, IndividualPlan
from tests.access.removals import Removal, cut_out, instead


def conditions() -> list[Removal]:
    return [
        instead("individual plans one knows of", individual, "individual_plans", lambda sight: IndividualPlan.select()),
        cut_out("an individual plan that goes on", individual, "individual_plans", " & goes_on"),
        cut_out("an individual plan that has begun", individual, "individual_plans", "p.began_at.is_null(False) & "),
        cut_out("an individual plan that is not over", individual, "individual_plans", " & p.ended_at.is_null()"),
        instead("coordinators one knows of", individual, "coordinators", lambda sight: Coordinator.select()),
        cut_out("a coordinator of a plan one knows of", individual, "coordinators", "c.plan.in_(plans) & "),
        cut_out(
            "a coordinator whose unit one may know of",
            individual,
            "coordinators",
            " & (c.unit.in_(sorted(told)) | (c.account == log.holder_id))",
        ),
        cut_out("a coordinator who said yes", individual, "coordinators", "of_log & said_yes", "of_log"),
        instead("who knows all of a plan", individual, "_knows_all", lambda sight, log: True),
        instead("who knows of others", rules, "holds_and_knows_others", rules.holds_baton),
        cut_out(
            "a coordinator's kinds", rules, "can_coordinate", "{Kind.PLAN, Kind.MEETINGS} <= sight.kinds(log) and "
        ),
        instead("who could coordinate", coordinating, "_helping", lambda sight, log: sight.around),
        cut_out("who helps, of coordinators", coordinating, "_helping", "each.relation in STAFF and "),
        cut_out("who still coordinates", coordinating, "_helping", " and each.active"),
        cut_out("what a coordinator's service may see", coordinating, "_helping", " if grant.kinds >= NEEDED"),
        cut_out("a coordinator of the child's own", coordinating, "_helping", " and not ways & NEAR"),
        cut_out(
            "whom one may know of, to coordinate",
            coordinating,
            "can_be_asked",
            " if may_name(sight, log, each.account_id, each.unit_id)",
        ),
        instead("whether somebody coordinates today", coordinating, "coordinates", lambda *_: True),
    ]
