"""What may be copied into one's own record: own words alone, while they may be read."""

import pytest

from parentapp.domain import copying, evaluating, log, lysglimt, preview
from parentapp.enums import Outcome
from parentapp.errors import Hidden
from tests.access.states import put
from tests.cast import Cast


def test_what_a_child_said_is_not_ones_own(cast: Cast) -> None:
    per, measure = cast.actor("per.aas"), cast.entries["sofia.measure"]
    said = evaluating.evaluate(per, measure, Outcome.BETTER, "Gøy!", heard=True)
    own = evaluating.evaluate(per, measure, Outcome.SAME, "Litt roligere.")
    with pytest.raises(Hidden):
        copying.page(per, said)
    assert copying.page(per, own).entry.text == "Litt roligere."


def test_a_helpers_words_are_theirs_alone(cast: Cast) -> None:
    assert copying.page(cast.actor("per.aas"), cast.entries["sofia.note"]).entry.may_copy
    for person in ("oksana", "kari", "lina", "erik"):
        with pytest.raises(Hidden):
            copying.page(cast.actor(person), cast.entries["sofia.note"])


def test_whoever_opens_a_log_copies_what_it_is_about(cast: Cast) -> None:
    """Before the family has answered: it may say no."""
    cast = put(cast, "asked")
    concern = log.add_concern(cast.actor("kari"), cast.logs["mia"], "Mia er mye alene.")
    assert copying.page(cast.actor("kari"), concern).entry.may_copy


def test_a_preview_offers_nobody_a_copy(cast: Cast) -> None:
    """Oksana, who looks at the log as the school sees it, has written there herself."""
    own = lysglimt.post(cast.actor("oksana"), cast.logs["sofia"], "Hun sang.")
    found = preview.preview(cast.actor("oksana"), cast.logs["sofia"], cast.units["school"]).entries
    assert [each.may_copy for each in found if each.id == own] == [False]
    with pytest.raises(Hidden):
        copying.page(cast.actor("oksana"), own)
