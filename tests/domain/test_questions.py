"""Asking whether a service may take part: by the contact person with a reason, by the family at any time."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from parentapp import clock
from parentapp.domain import consent_page, consents, questions
from parentapp.domain.pressing import Press
from parentapp.enums import Answer, Kind, NoticeKind
from parentapp.errors import Denied, Hidden
from parentapp.models import ConsentRequest, Municipality, Notice, Unit
from tests.cast import Cast

PLAN, ALL = frozenset({Kind.PLAN}), frozenset(Kind)


def ask(cast: Cast, who: str, kinds: frozenset[Kind] = PLAN, unit: str = "bup", **more: Any) -> UUID:
    said: dict[str, Any] = {"purpose": "For å gi råd.", "child_view": "Ja."} | more
    return questions.ask(cast.actor(who), cast.logs["lise"], unit=cast.units[unit], kinds=kinds, **said)


def told(cast: Cast, asked: UUID) -> set[str]:
    names = {account: name for name, account in cast.accounts.items()}
    rows = Notice.select().where((Notice.thing == asked) & (Notice.kind == NoticeKind.CONSENT_ASKED))
    return {names[row.account_id] for row in rows}


def test_the_family_asks_and_the_other_parent_is_told(cast: Cast) -> None:
    asked = ask(cast, "anne.haugen")
    assert told(cast, asked) == {"per.haugen"}
    page = consent_page.page(cast.actor("per.haugen"), asked)
    assert page.asked_by.account_id == cast.accounts["anne.haugen"]
    assert page.request.waits_for_me
    assert page.request.grant is None, "asking is no yes"


def test_what_waits_is_not_asked_again_by_the_family(cast: Cast) -> None:
    """Or a no of the other parent could be asked away."""
    asked = ask(cast, "anne.haugen")
    consents.answer(cast.actor("per.haugen"), asked, Answer.NO)
    with clock.at(cast.now + timedelta(days=1)):
        assert ask(cast, "anne.haugen", ALL) == asked
        assert ConsentRequest.get_by_id(asked).replaced_at is None
        assert ask(cast, "per.aas") != asked, "the contact person may ask anew"


def test_what_runs_is_only_asked_about_for_more(cast: Cast) -> None:
    school = cast.requests["lise.school"]
    running = ConsentRequest.get_by_id(school).kinds
    assert ask(cast, "anne.haugen", running, "school") == school
    wider = ask(cast, "anne.haugen", running | {Kind.ABOUT_ME}, "school")
    assert wider != school
    assert consent_page.page(cast.actor("anne.haugen"), school).request.grant is not None


def test_only_a_professional_asks_about_the_log_itself(cast: Cast) -> None:
    with pytest.raises(Denied):
        questions.ask(cast.actor("anne.haugen"), cast.logs["lise"], unit=None, kinds=ALL, purpose="Ny start.")
    with pytest.raises(Denied):
        questions.ask(
            cast.actor("per.aas"),
            cast.logs["lise"],
            unit=cast.units["bup"],
            kinds=frozenset({Kind.HEALTH}),
            purpose="?",
        )


@pytest.mark.parametrize("who", ["anne.haugen", "per.aas"])
def test_a_unit_of_elsewhere_is_no_unit(cast: Cast, who: str) -> None:
    for unit in (cast.units["sordal_school"], uuid4()):
        with pytest.raises(Hidden):
            questions.ask(cast.actor(who), cast.logs["lise"], unit=unit, kinds=PLAN, purpose="For å gi råd.")


def test_the_page_lists_the_units_of_the_municipality_and_whether_the_child_is_heard(cast: Cast) -> None:
    page = questions.page(cast.actor("per.aas"), cast.logs["lise"])
    here = Unit.select().join(Municipality).where(Municipality.id == cast.municipalities["fjordvik"])
    assert {each.id for each in page.units} == {unit.id for unit in here}
    assert page.asker == questions.Asker(family=False, hears_child=True)
    assert not questions.asker(cast.actor("amina"), cast.logs["amina"]).hears_child, "at fifteen she answers herself"


def test_one_press_asks_once(cast: Cast) -> None:
    press = Press(UUID(int=9), ("ask",))
    assert ask(cast, "per.aas", press=press) == ask(cast, "per.aas", press=press)
    assert (
        ConsentRequest.select()
        .where(ConsentRequest.unit == cast.units["bup"])
        .where(ConsentRequest.log == cast.logs["lise"])
        .count()
        == 1
    )
