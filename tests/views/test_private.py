"""«Privat for meg»: chosen by the young person; by health staff for a child who asks for it, entry by entry."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from parentapp.clock import at
from parentapp.domain import log
from parentapp.models import Hiding, Notice, SeenLine, Withholding
from tests.browsing import Browser
from tests.cast import Cast

Client = Callable[[str | None], Browser]


def page_of(cast: Cast, entry: UUID | str, child: str = "amina", what: str = "private") -> str:
    return f"/logs/{cast.logs[child]}/entries/{cast.entries[entry] if isinstance(entry, str) else entry}/{what}"


def text(browser: Browser, address: str) -> str:
    return browser.get(address).get_data(as_text=True)


def timeline(client: Client, cast: Cast, person: str, child: str = "amina") -> str:
    return text(client(person), f"/logs/{cast.logs[child]}")


def test_the_young_person_chooses_from_whom_and_changes_her_mind(client: Client, cast: Cast) -> None:
    note = log.add_note(cast.actor("kari"), cast.logs["amina"], "Amina vil bytte klasse.")
    amina, where = client("amina"), page_of(cast, note)
    assert where in timeline(client, cast, "amina")
    assert amina.submit(where, guardian=str(cast.accounts["yusuf"])).status_code == 303
    assert "Amina vil bytte klasse." not in timeline(client, cast, "yusuf")
    assert "Amina vil bytte klasse." in timeline(client, cast, "fadumo")
    assert not Notice.select().where((Notice.thing == note) & (Notice.account == cast.accounts["yusuf"])).exists()
    assert text(amina, where).count(" checked") == 1
    assert amina.submit(where).status_code == 303
    assert "Amina vil bytte klasse." in timeline(client, cast, "yusuf")


def test_nobody_can_be_kept_from_their_own_words_and_only_guardians_can_be_named(client: Client, cast: Cast) -> None:
    glimpse = cast.entries["amina.lysglimt"]
    amina, where = client("amina"), page_of(cast, glimpse)
    assert amina.submit(where, guardian=str(cast.accounts["kari"])).status_code == 404
    assert amina.submit(where, guardian="x").status_code == 404
    from parentapp.models import Entry

    Entry.update(author=cast.accounts["yusuf"]).where(Entry.id == glimpse).execute()
    assert amina.submit(where, guardian=str(cast.accounts["yusuf"])).status_code == 409
    assert str(cast.accounts["yusuf"]) not in text(amina, where)
    assert not Hiding.select().where(Hiding.entry == glimpse).exists()


def test_health_staff_keep_back_what_a_child_asks_them_to(client: Client, cast: Cast) -> None:
    lina, where = client("lina"), page_of(cast, "mikkel.health", "mikkel")
    assert "frokost på skolen" in timeline(client, cast, "hege", "mikkel")
    sent = lina.submit(page_of(cast, "mikkel.health", "mikkel", "withhold"), reason="Det er flaut.")
    assert sent.status_code == 303
    assert "frokost på skolen" not in timeline(client, cast, "hege", "mikkel")
    assert client("hege").get(where).status_code == 404
    assert "Ikke fortalt hjemme" in timeline(client, cast, "lina", "mikkel")
    assert "Det er flaut." not in text(lina, where)
    assert lina.submit(page_of(cast, "mikkel.health", "mikkel", "tell")).status_code == 303
    assert "frokost på skolen" in timeline(client, cast, "hege", "mikkel")
    assert not Withholding.select().where(Withholding.entry == cast.entries["mikkel.health"]).exists()


def test_a_reason_is_needed_and_what_was_typed_is_kept(client: Client, cast: Cast) -> None:
    where = page_of(cast, "mikkel.health", "mikkel", "withhold")
    for said in ("  ", "x" * 501):
        sent = client("lina").submit(where, reason=said)
        assert sent.status_code == 422
        assert said.strip() in sent.get_data(as_text=True)
    assert not Hiding.select().where(Hiding.entry == cast.entries["mikkel.health"]).exists()


def test_at_fifteen_it_is_the_childs_own_to_keep_or_tell_and_the_reason_is_there(client: Client, cast: Cast) -> None:
    from parentapp.models import Stafettlogg, Subject

    mikkel = cast.accounts["gro"]  # anybody's account will do as his own
    Subject.update(account=mikkel).where(Subject.id == Stafettlogg.get_by_id(cast.logs["mikkel"]).subject_id).execute()
    with at(cast.now + timedelta(days=800)):
        page = text(client("gro"), page_of(cast, "mikkel.withheld", "mikkel"))
        assert "Jeg vil ikke at mamma skal bekymre seg enda mer." in page
        assert page.count(" checked") == 1
        assert client("gro").submit(page_of(cast, "mikkel.withheld", "mikkel")).status_code == 303


def test_opening_the_page_is_written_down(client: Client, cast: Cast) -> None:
    before = SeenLine.select().count()
    client("lina").get(page_of(cast, "mikkel.health", "mikkel"))
    assert SeenLine.select().count() == before + 1
