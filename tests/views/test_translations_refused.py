"""What is not sent to be translated, and who is not asked: in words that do not say why."""

import pytest

from parentapp.domain import families, log, lysglimt, private, revising
from parentapp.enums import Audience, Basis
from parentapp.errors import Conflict, Hidden
from parentapp.models import Qualification, Subject, Translation
from tests.cast import Cast
from tests.views.test_translations import Client, ask, form_of, log_of, task_of, translate, whom


@pytest.mark.parametrize("how", ["guardian", "network", "blocked"])
def test_who_belongs_or_is_kept_out_is_refused_in_the_same_words(client: Client, cast: Cast, how: str) -> None:
    kari, amina, daud = cast.actor("kari"), cast.logs["amina"], cast.accounts["daud"]
    client("fadumo").submit(f"{task_of(cast)}/stop")
    if how == "blocked":
        families.block(kari, amina, daud)
    elif how == "network":
        families.add_network_person(kari, amina, daud, kari.today)
    else:
        families.add_guardian(kari, amina, daud, basis=Basis.VERGE, verified_how="Viste papirer.", since=kari.today)
    sent = client("kari").submit(form_of(cast, "amina.measure"), **whom(cast))
    assert sent.status_code == 409
    assert "Denne oversetteren kan ikke brukes her. Velg en annen." in sent.get_data(as_text=True)


def test_an_interpreter_is_never_asked_to_translate(client: Client, cast: Cast) -> None:
    """Halyna alone is registered for Ukrainian, to interpret it. Two roles, never one permission."""
    Qualification.delete().where(Qualification.account == cast.accounts["taras"]).execute()
    page = client("kari").get(form_of(cast, "sofia.goal")).get_data(as_text=True)
    assert "Halyna" not in page
    assert "ingen registrert oversetter" in page
    assert client("kari").submit(form_of(cast, "sofia.goal"), **whom(cast, "halyna", "uk")).status_code == 409
    assert not Translation.select().where(Translation.log == cast.logs["sofia"]).exists()
    assert "Tekster å oversette" not in client("halyna").get("/assignments").get_data(as_text=True)


@pytest.mark.parametrize(
    ("entry", "why"),
    [("amina.contact", "contact"), ("amina.own", "self"), ("amina.hidden", "hidden"), ("amina.measure", "later")],
)
def test_what_is_not_for_everybody_is_not_sent(client: Client, cast: Cast, entry: str, why: str) -> None:
    if why == "later":
        task = f"/translations/{ask(cast, entry)}"
        assert client("daud").get(task).status_code == 200
        private.choose(cast.actor("amina"), cast.entries[entry], [cast.accounts["yusuf"]])
        assert client("daud").get(task).status_code == 404
        return
    assert form_of(cast, entry) not in log_of(client("kari"), cast) or why == "hidden"
    sent = client("kari").submit(form_of(cast, entry), **whom(cast))
    assert sent.status_code == (404 if why == "self" else 409)
    assert Translation.select().where(Translation.thing == cast.entries[entry]).count() == 0


def test_health_goes_to_a_translator_only_for_somebody_who_may_read_it(cast: Cast) -> None:
    note = log.add_note(cast.actor("kari"), cast.logs["amina"], "Hun sover med lys på.", health=True)
    cast.entries["amina.health"] = note
    Subject.update(born=cast.now.date().replace(year=cast.now.year - 16)).where(
        Subject.account == cast.accounts["amina"]
    ).execute()
    with pytest.raises(Conflict, match="leser"):
        ask(cast, "amina.health")


@pytest.mark.parametrize("locale", ["nb", "uk", "xx", ""])
def test_a_language_that_nobody_needs_is_refused(client: Client, cast: Cast, locale: str) -> None:
    assert client("kari").submit(form_of(cast, "amina.measure"), **whom(cast, locale=locale)).status_code == 409


def test_one_is_enough(client: Client, cast: Cast) -> None:
    sent = client("kari").submit(form_of(cast, "amina.goal"), **whom(cast))
    assert "Noen oversetter alt denne teksten til språket." in sent.get_data(as_text=True)
    translate(client("daud"), task_of(cast))
    sent = client("kari").submit(form_of(cast, "amina.goal"), **whom(cast))
    assert "Teksten er alt oversatt til språket." in sent.get_data(as_text=True)
    revising.change_text(cast.actor("kari"), cast.entries["amina.goal"], "Amina sover åtte timer.")
    assert client("kari").submit(form_of(cast, "amina.goal"), **whom(cast)).status_code == 303
    assert client("daud").get(task_of(cast)).status_code == 404, "the task of before is over"


def test_nobody_has_a_lysglimt_of_their_own_sent_anywhere(cast: Cast) -> None:
    own = lysglimt.post(cast.actor("amina"), cast.logs["amina"], "Bare meg.", audience=Audience.SELF)
    cast.entries["amina.mine"] = own
    with pytest.raises(Hidden):
        ask(cast, "amina.mine")
