"""The path of the baton: who has held it when, and who may know of whom.

Sofia's baton was held by Ola before Kari; Per Aas of the school takes it over here. Oksana is her mother.
"""

from datetime import timedelta

import pytest

from parentapp import clock
from parentapp.access import visible
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import baton_path, choosing, consents
from parentapp.domain.baton_path import BatonPath
from parentapp.enums import Answer, Kind
from parentapp.errors import Hidden
from parentapp.models import Employment, StafettholderPeriod, Stafettlogg, Subject
from tests.cast import Cast
from tests.handing import hand_over


def shown(cast: Cast, person: str = "oksana", child: str = "sofia") -> BatonPath:
    return baton_path.path(cast.actor(person), cast.logs[child])


def names(path: BatonPath) -> list[tuple[str | None, str | None]]:
    """Who, and through which unit, the first one first."""
    return [(each.person.name, each.unit.service.value if each.unit else None) for each in path.held]


def handed_on(cast: Cast) -> None:
    """To Per a day later; he is told of no other service."""
    with clock.at(cast.now + timedelta(days=1)):
        hand_over(cast, "kari", "sofia", "per.aas")


def test_the_family_sees_all_of_it_in_order(cast: Cast) -> None:
    before = names(shown(cast))
    assert before[-1] == ("Kari Nilsen", "health_station")
    handed_on(cast)
    with clock.at(cast.now + timedelta(days=31)):
        path = shown(cast)
        assert names(path) == [*before, ("Per Aas", "school")]
        *_, kari, per = path.held
        assert (kari.until, per.until, kari.goes_on, per.goes_on) == (per.since, None, True, False)
        assert per.ends == 100
        assert path.held[0].begins == 0
        assert [each.begins for each in path.held] == sorted(each.begins for each in path.held)


def test_each_service_has_its_own_line(cast: Cast) -> None:
    handed_on(cast)
    with clock.at(cast.now + timedelta(days=2)):
        hand_over(cast, "per.aas", "sofia", "kari")
        path = shown(cast)
    *_, kari, per, again = path.held
    assert kari.lane == again.lane != per.lane
    assert path.lanes == 1 + max(each.lane for each in path.held)


def untick(cast: Cast, service: str) -> None:
    """The family no longer lets that service know who else helps."""
    choosing.stop_kind(cast.actor("oksana"), cast.requests[f"sofia.{service}"], Kind.WHO_ELSE)


def test_a_holder_sees_whom_they_took_it_from_and_no_others_service(cast: Cast) -> None:
    """The name of the one they took it from they know; that one's service only with «hvem andre som hjelper»."""
    assert names(shown(cast, "kari")) == names(shown(cast)), "her service is told who else helps"
    handed_on(cast)
    with clock.at(cast.now + timedelta(days=2)):
        assert names(shown(cast, "per.aas")) == [("Kari Nilsen", None), ("Per Aas", "school")]


def test_one_of_long_ago_is_not_drawn_for_whom_it_may_not_be_told(cast: Cast) -> None:
    """Kari's time before Per stands there, for he took it from her; Ola's before her does not."""
    handed_on(cast)
    with clock.at(cast.now + timedelta(days=2)):
        hand_over(cast, "per.aas", "sofia", "lina")
    with clock.at(cast.now + timedelta(days=3)):
        hand_over(cast, "lina", "sofia", "per.aas")
        per, lina, kari = ("Per Aas", "school"), ("Lina Moe", None), ("Kari Nilsen", None)
        assert names(shown(cast, "per.aas")) == [kari, per, lina, per]
        assert [each.goes_on for each in shown(cast, "per.aas").held] == [True, True, True, False]
        assert names(shown(cast))[0] == ("Ola Ness", "nav")


def test_of_a_protected_child_no_place_is_named(cast: Cast) -> None:
    log = Stafettlogg.get_by_id(cast.logs["sofia"])
    Subject.update(protected=True).where(Subject.id == log.subject_id).execute()
    assert all(each.unit and each.unit.name is None for each in shown(cast).held)


@pytest.mark.parametrize("person", ["erik", "lina", "per.aas", "anne.strand", "mona", "yusuf"])
def test_nobody_else_sees_it(cast: Cast, person: str) -> None:
    with pytest.raises(Hidden):
        shown(cast, person)
    with transaction():
        assert not list(visible.periods(look(cast.actor(person))).where(StafettholderPeriod.log == cast.logs["sofia"]))


def test_the_deputy_stands_there_while_they_work_there(cast: Cast) -> None:
    deputy = shown(cast).deputy
    assert deputy
    assert deputy.name == "Lina Moe"
    Employment.update(until=cast.today).where(Employment.account == cast.accounts["lina"]).execute()
    assert shown(cast).deputy
    with clock.at(cast.now + timedelta(days=1)):
        assert shown(cast).deputy is None


def test_what_else_helps_changes_nothing_for_whom_it_is_not_told(cast: Cast) -> None:
    """The page of a holder without the tick is the same whichever service comes or goes."""
    untick(cast, "health")
    before = shown(cast, "kari").held
    consents.answer(cast.actor("oksana"), cast.requests["sofia.school"], Answer.NO)
    consents.answer(cast.actor("oksana"), cast.requests["sofia.ppt"], Answer.YES)
    assert shown(cast, "kari").held == before
