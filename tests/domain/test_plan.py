"""Goals and measures: what a measure is added to."""

from datetime import timedelta

import pytest

from parentapp.domain import plan
from parentapp.errors import Hidden
from parentapp.models import Entry
from tests.cast import Cast


@pytest.mark.parametrize("target", ["sofia.concern", "sofia.measure", "sofia.lysglimt"])
def test_what_is_no_goal_takes_no_measure(cast: Cast, target: str) -> None:
    kari, before = cast.actor("kari"), Entry.select().count()
    with pytest.raises(Hidden):
        plan.add_measure(
            kari,
            cast.entries[target],
            "Følge til gymmen.",
            owner=kari.account_id,
            owner_unit=None,
            starts=kari.today,
            look_at=kari.today + timedelta(days=14),
        )
    assert Entry.select().count() == before
