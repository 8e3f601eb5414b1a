"""«Dette er meg»: told once, in the child's or the parents' words, and read by those who have a tick for it."""

from collections.abc import Callable
from datetime import timedelta

from parentapp import clock
from parentapp.domain import about_me, private
from parentapp.enums import AboutMeTopic
from parentapp.models import AboutMe, Notice
from tests.browsing import Browser
from tests.cast import Cast

Client = Callable[[str | None], Browser]


def page_of(cast: Cast, child: str, topic: str = "") -> str:
    return f"/logs/{cast.logs[child]}/about-me{f'/{topic}' if topic else ''}"


def test_it_is_told_once_and_changed_without_losing_what_stood_there(client: Client, cast: Cast) -> None:
    amina = client("amina")
    assert amina.submit(page_of(cast, "amina", "talk"), text="Ute, mens vi går.").status_code == 303
    assert amina.submit(page_of(cast, "amina", "talk"), text="Ute, eller i bilen.").status_code == 303
    assert AboutMe.select().count() == 1
    page = client("fadumo").get(page_of(cast, "amina")).get_data(as_text=True)
    assert "Ute, eller i bilen." in page
    assert "Ute, mens vi går." in page
    form = amina.get(page_of(cast, "amina", "talk")).get_data(as_text=True)
    assert "Ute, eller i bilen." in form


def test_of_a_changed_part_it_says_when_it_was_changed(client: Client, cast: Cast) -> None:
    with clock.at(clock.now() - timedelta(days=20)):
        about_me.write(cast.actor("oksana"), cast.logs["sofia"], AboutMeTopic.HARD, "Å komme for sent.")
    assert "Du · onsdag 18." in client("oksana").get(page_of(cast, "sofia")).text
    about_me.write(cast.actor("oksana"), cast.logs["sofia"], AboutMeTopic.HARD, "Å komme inn når alle ser.")
    page = client("oksana").get(page_of(cast, "sofia")).text
    assert "Du · endret tirsdag 10." in page
    assert "Du · onsdag 18." not in page


def test_a_service_with_the_tick_reads_and_one_without_is_told_nothing(client: Client, cast: Cast) -> None:
    told = about_me.write(cast.actor("amina"), cast.logs["amina"], AboutMeTopic.HARD, "Bråk.")
    assert "Bråk." in client("kari").get(page_of(cast, "amina")).get_data(as_text=True)
    assert "Bråk." in client("kari").get(f"/logs/{cast.logs['amina']}").get_data(as_text=True)
    assert "Bråk." not in client("per.aas").get(f"/logs/{cast.logs['amina']}").get_data(as_text=True)
    told_of = {row.account_id for row in Notice.select().where(Notice.thing == told)}
    assert cast.accounts["kari"] in told_of
    assert cast.accounts["per.aas"] not in told_of


def test_what_the_young_person_keeps_a_parent_neither_sees_nor_overwrites(client: Client, cast: Cast) -> None:
    told = about_me.write(cast.actor("amina"), cast.logs["amina"], AboutMeTopic.HARD, "Når dere krangler.")
    private.choose(cast.actor("amina"), told, [cast.accounts["yusuf"]])
    assert "Når dere krangler." not in client("yusuf").get(page_of(cast, "amina")).get_data(as_text=True)
    assert "Når dere krangler." not in client("yusuf").get(page_of(cast, "amina", "hard")).get_data(as_text=True)
    assert client("yusuf").submit(page_of(cast, "amina", "hard"), text="Matte.").status_code == 303
    page = client("amina").get(page_of(cast, "amina")).get_data(as_text=True)
    assert "Når dere krangler." in page
    assert "Matte." in page
    assert client("amina").submit(page_of(cast, "amina", "hard"), text="Når det er bråk hjemme.").status_code == 303
    page = client("yusuf").get(page_of(cast, "amina")).get_data(as_text=True)
    assert "Matte." in page
    assert "bråk" not in page


def test_nothing_written_is_said_kindly_and_too_much_is_kept(client: Client, cast: Cast) -> None:
    for text, error in ((" ", "Skriv noen ord."), ("x" * 1001, "Teksten er for lang.")):
        sent = client("oksana").submit(page_of(cast, "sofia", "like"), text=text)
        assert sent.status_code == 422
        assert error in sent.get_data(as_text=True)
        assert text.strip() in sent.get_data(as_text=True)
    assert not AboutMe.select().count()


def test_before_anything_is_told_the_family_is_asked(client: Client, cast: Cast) -> None:
    page = client("oksana").get(page_of(cast, "sofia")).get_data(as_text=True)
    assert page.count(">Fortell<") == len(AboutMeTopic)
    assert "Ikke noe her ennå" in client("kari").get(page_of(cast, "amina")).get_data(as_text=True)
