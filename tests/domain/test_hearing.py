"""What a child says, noted after the question was put: only then what waited for it is in effect, and not twice."""

from datetime import timedelta

import pytest

from parentapp.domain import consent_page, hearing, registering
from parentapp.enums import NoticeKind
from parentapp.errors import Conflict, Denied, Hidden
from parentapp.models import AuditLine, ConsentRequest, Subject
from tests.access.states import put
from tests.access.test_people import told
from tests.cast import Cast

WORDS = "Det er greit. Siri er snill."


def test_what_waits_for_it_is_in_effect_at_once_and_the_family_reads_it(cast: Cast) -> None:
    cast = put(cast, "unheard")
    asked, oksana = cast.requests["sofia.bup"], cast.actor("oksana")
    assert consent_page.page(oksana, asked).request.grant is None
    hearing.note(cast.actor("kari"), asked, WORDS)
    page = consent_page.page(oksana, asked)
    assert page.request.grant is not None
    assert page.child_view == WORDS
    assert told(cast, "oksana", NoticeKind.CONSENT_GIVEN) == 1
    assert AuditLine.select().order_by(AuditLine.at.desc(), AuditLine.number.desc()).first().thing == asked
    assert WORDS.encode() not in bytes(ConsentRequest.get_by_id(asked).child_view_sealed)


def test_it_is_noted_once_and_never_written_over(cast: Cast) -> None:
    cast = put(cast, "unheard")
    hearing.note(cast.actor("kari"), cast.requests["sofia.bup"], WORDS)
    with pytest.raises(Conflict):
        hearing.note(cast.actor("kari"), cast.requests["sofia.bup"], "Noe annet.")
    assert consent_page.page(cast.actor("oksana"), cast.requests["sofia.bup"]).child_view == WORDS


def test_only_of_a_child_who_is_asked_and_does_not_sign(cast: Cast) -> None:
    cast = put(cast, "unheard")
    born = cast.today - timedelta(days=5 * 365)
    Subject.update(born=born).where(Subject.name_sealed.is_null(False)).execute()
    with pytest.raises(Conflict):
        hearing.note(cast.actor("kari"), cast.requests["sofia.bup"], WORDS)


@pytest.mark.parametrize("who", ["oksana", "lina", "per.aas", "erik", "randi"])
def test_the_contact_person_notes_it(cast: Cast, who: str) -> None:
    cast = put(cast, "unheard")
    for request in ("sofia.bup", "sofia.log"):
        with pytest.raises((Hidden, Denied)):
            hearing.note(cast.actor(who), cast.requests[request], WORDS)


def test_the_contact_person_sees_that_it_is_missing(cast: Cast) -> None:
    cast = put(cast, "unheard")
    page = registering.questions(cast.actor("kari"), cast.logs["sofia"])
    assert [each.id for each in page.questions if each.child_waited_for] == [cast.requests["sofia.bup"]]
