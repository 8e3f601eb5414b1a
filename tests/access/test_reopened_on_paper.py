"""Opening a closed log again, answered on paper: by whom it is registered, what it does, who is told."""

import re
from datetime import date, timedelta
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.domain import answers, consents, freezing, log, reopening_registered
from parentapp.domain.on_paper import ONLY_PAPER, SECOND_FIRST
from parentapp.domain.registering import NOT_NOW, NOT_THAT_DAY, Told
from parentapp.domain.reopening_registered import NOT_ASKED_NOW, Whose
from parentapp.enums import Answer, Kind, NoticeKind, Way
from parentapp.errors import Conflict, Hidden, Throttled, Unknown
from parentapp.models import ConsentDecision, SeenLine, Stafettlogg, Subject
from tests.access.states import put
from tests.cast import Cast
from tests.closing import close
from tests.on_paper import block, is_closed, kinds, second, told
from tests.reopening import asked

YES, NO = Answer.YES, Answer.NO


def birth_date(cast: Cast, child: str) -> date:
    found: date = Subject.get_by_id(Stafettlogg.get_by_id(cast.logs[child]).subject_id).born
    return found


def whose(cast: Cast, name: str = "Yusuf Warsame", child: str = "amina") -> Whose:
    return Whose(name, birth_date(cast, child))


def heard(cast: Cast, said: Told, of: Whose | None = None, by: str = "kari", child: str = "amina") -> UUID:
    return reopening_registered.register(cast.actor(by), cast.logs[child], of or whose(cast), said)


def asked_again(cast: Cast) -> UUID:
    close(cast, "amina")
    return asked(cast)


def test_a_closed_log_opens_with_a_yes_on_paper(cast: Cast) -> None:
    question = asked_again(cast)
    consents.answer(cast.actor("fadumo"), question, YES)
    consents.answer(cast.actor("amina"), question, YES)
    assert is_closed(cast)
    heard(cast, told(cast, "kari", months=6, how="Tolk: Halyna."), whose(cast, " yusuf  warsame "))
    assert not is_closed(cast)
    row = ConsentDecision.select().where(ConsentDecision.request == question).order_by(ConsentDecision.at.desc()).get()
    assert (row.signer_id, row.registered_by_id) == (cast.accounts["yusuf"], cast.accounts["kari"])
    assert (row.way, row.given_on, row.until) == (Way.PAPER, date(2026, 3, 10), date(2026, 9, 10))
    assert not log.still_known(cast.actor("kari"), cast.logs["amina"]), "nothing that was shared comes back"
    assert NoticeKind.CONSENT_REGISTERED in kinds(cast, "yusuf")
    first = answers.answers(cast.actor("yusuf"), cast.logs["amina"]).answers[0]
    assert (first.way, first.by and first.by.name) == (Way.PAPER, "Kari Nilsen")


def test_one_who_is_kept_out_does_not_keep_it_closed(cast: Cast) -> None:
    question = asked_again(cast)
    block(cast, "yusuf")
    consents.answer(cast.actor("fadumo"), question, YES)
    consents.answer(cast.actor("amina"), question, YES)
    assert is_closed(cast)
    with pytest.raises(Conflict, match=re.escape(SECOND_FIRST)):
        heard(cast, told(cast, "yusuf"))
    second(cast)
    with pytest.raises(Conflict, match=re.escape(ONLY_PAPER)):
        heard(cast, told(cast, "yusuf", way=Way.SPOKEN))
    assert is_closed(cast)
    heard(cast, told(cast, "yusuf"))
    assert not is_closed(cast)


def test_a_no_in_the_app_beats_an_older_paper(cast: Cast) -> None:
    question = asked_again(cast)
    consents.answer(cast.actor("fadumo"), question, YES)
    consents.answer(cast.actor("amina"), question, YES)
    with clock.at(cast.now + timedelta(days=3)):
        consents.answer(cast.actor("yusuf"), question, NO)
        heard(cast, told(cast, "yusuf", day=date(2026, 3, 12)))
        assert is_closed(cast)
        heard(cast, told(cast, "yusuf", NO))
        assert is_closed(cast)
    with clock.at(cast.now + timedelta(days=4)):
        heard(cast, told(cast, "yusuf"))
        assert not is_closed(cast)


def test_the_contact_person_names_whose_it_is_and_is_shown_nothing(cast: Cast) -> None:
    asked_again(cast)
    lines = SeenLine.select().where(SeenLine.account == cast.accounts["kari"]).count()
    page = reopening_registered.page(cast.actor("kari"), cast.logs["amina"])
    assert page.asked_on == cast.today
    wrong = [
        whose(cast, "Oksana Kovalenko"),
        whose(cast, "Lina Berg"),
        whose(cast, ""),
        Whose("Yusuf Warsame", birth_date(cast, "sofia")),
    ]
    for each in wrong:
        with pytest.raises(Unknown):
            heard(cast, told(cast, "kari"), each)
    assert SeenLine.select().where(SeenLine.account == cast.accounts["kari"]).count() == lines
    for _ in range(10 - len(wrong)):
        with pytest.raises(Unknown):
            heard(cast, told(cast, "kari"), wrong[0])
    with pytest.raises(Throttled):
        heard(cast, told(cast, "kari"))


def test_nobody_else_registers_it_and_nothing_where_nothing_is_asked(cast: Cast) -> None:
    close(cast, "amina")
    with pytest.raises(Hidden):
        reopening_registered.page(cast.actor("kari"), cast.logs["amina"])
    with pytest.raises(Conflict, match=NOT_ASKED_NOW):
        heard(cast, told(cast, "yusuf"))
    asked(cast)
    for other in ("per.aas", "lina", "fadumo", "yusuf", "oksana", "tor"):
        with pytest.raises(Hidden):
            heard(cast, told(cast, "yusuf"), by=other)
        with pytest.raises(Hidden):
            reopening_registered.page(cast.actor(other), cast.logs["amina"])
    with pytest.raises(Conflict, match=NOT_THAT_DAY):
        heard(cast, told(cast, "yusuf", day=cast.today + timedelta(days=1)))


def test_a_yes_of_one_whom_a_freeze_keeps_out_does_not_open_it(cast: Cast) -> None:
    asked_again(cast)
    freezing.press(cast.actor("kari"), cast.logs["amina"], "Et forbud.", spoken=True)
    with pytest.raises(Conflict, match=NOT_NOW):
        heard(cast, told(cast, "yusuf"))
    heard(cast, told(cast, "yusuf", NO))


def test_it_is_to_having_the_log_and_no_service(cast: Cast) -> None:
    cast = put(cast, "reopening")
    said = told(cast, "silje", kinds=frozenset({Kind.PLAN}))
    heard(cast, said, whose(cast, "Silje Berg", "elias"), "per.aas", "elias")
    assert not is_closed(cast, "elias")
    assert not log.still_known(cast.actor("per.aas"), cast.logs["elias"])
