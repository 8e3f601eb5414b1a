"""Registering answers to closing a log and to opening it again, on a page: what is told, and what was typed is kept."""

from collections.abc import Callable

from parentapp.models import Stafettlogg, Subject
from tests.access.asking import FIELDS
from tests.access.states import put
from tests.browsing import Browser, path_of, words_of
from tests.cast import Cast

Client = Callable[[str | None], Browser]
DAY = "Dagen kan ikke være før spørsmålet ble stilt"


def closing_said(cast: Cast, **more: str) -> dict[str, str]:
    return FIELDS["closing.register"] | {"signer": str(cast.accounts["yusuf"]), "answer": "yes"} | more


def opening_said(cast: Cast, **more: str) -> dict[str, str]:
    born = Subject.get_by_id(Stafettlogg.get_by_id(cast.logs["elias"]).subject_id).born
    return FIELDS["reopening.register"] | {"answer": "yes", "born": str(born)} | more


def test_it_leads_back_and_whoever_answered_reads_it(client: Client, cast: Cast) -> None:
    cast, kari = put(cast, "closing"), client("kari")
    proposed = cast.closings["amina.closing"]
    answer = kari.submit(f"/closings/{proposed}/registering", **closing_said(cast, text="Halyna tolket."))
    assert path_of(answer) == f"/logs/{cast.logs['amina']}/closing"
    assert "Svaret er registrert" in words_of(kari.follow(answer))
    page = words_of(client("yusuf").get(f"/logs/{cast.logs['amina']}/closing"))
    assert "Et svar fra deg er skrevet inn" in page
    assert "Halyna tolket." in page
    assert "Halyna tolket." not in words_of(client("fadumo").get(f"/logs/{cast.logs['amina']}/closing"))


def test_of_a_wrong_day_what_was_typed_is_kept(client: Client, cast: Cast) -> None:
    cast = put(cast, "closing")
    where = f"/closings/{cast.closings['amina.closing']}/registering"
    answer = client("kari").submit(where, **closing_said(cast, day="2026-03-11", text="Halyna tolket."))
    assert answer.status_code == 409
    assert DAY in words_of(answer)
    assert "Halyna tolket." in words_of(answer)


def test_whose_answer_and_which_are_asked_about(client: Client, cast: Cast) -> None:
    cast = put(cast, "closing")
    answer = client("kari").submit(f"/closings/{cast.closings['amina.closing']}/registering")
    assert answer.status_code == 422
    assert "Velg hvem som har svart." in words_of(answer)


def test_of_a_closed_log_whose_it_is_has_to_be_right(client: Client, cast: Cast) -> None:
    cast, per = put(cast, "reopening"), client("per.aas")
    where = f"/logs/{cast.logs['elias']}/reopening/registering"
    for wrong in ({"signer": "Silje Hansen"}, {"born": "2016-01-01"}):
        answer = per.submit(where, **opening_said(cast, text="Halyna tolket.", **wrong))
        assert answer.status_code == 422
        assert "Navnet og fødselsdatoen passer ikke sammen" in words_of(answer)
        assert "Halyna tolket." in words_of(answer)
    assert DAY in words_of(per.submit(where, **opening_said(cast, day="2026-03-11")))
    right = per.submit(where, **opening_said(cast))
    assert path_of(right) == f"/logs/{cast.logs['elias']}/reopening"
    assert "Svaret er registrert" in words_of(per.follow(right))
    assert per.submit(where, **opening_said(cast)).status_code == 409
