"""«Be om en stafettlogg»: from the family to the unit, to whoever talks with them, to a log that waits for a yes."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from parentapp import clock
from parentapp.domain import families, log_wishes, log_wishes_answered
from parentapp.models import Account, AuditLine, Employment, LogWish, Notice, Stafettlogg, Subject
from tests.access.asking import FIELDS
from tests.browsing import Browser
from tests.cast import Cast
from tests.wishing import WORDS, handed, wish, wished, wishes

Client = Callable[[str | None], Browser]
ASK, RECEIVED, HANDED = "/log-wishes", "/unit/log-wishes", "/desk/log-wishes"
ANNE = "anne.strand"


def page(client: Client, person: str, where: str) -> str:
    response = client(person).get(where)
    assert response.status_code == 200
    return re.sub("</?bdi[^>]*>", "", response.get_data(as_text=True))


def said(cast: Cast, **other: Any) -> dict[str, Any]:
    return {"name": "Emil", "born": "2021", "unit": str(cast.units["health"]), "text": WORDS} | other


def told(kind: str) -> list[Any]:
    return [row.account_id for row in Notice.select() if row.kind.value == kind]


def test_a_guardian_asks_and_reads_that_it_waits(client: Client, cast: Cast) -> None:
    assert "/log-wishes" in page(client, "per.haugen", "/more")
    assert "Anne Strand" in page(client, "per.haugen", ASK)
    response = client("per.haugen").submit(ASK, **said(cast))
    assert response.headers["Location"] == ASK + "?done=asked"
    after = page(client, "per.haugen", response.headers["Location"])
    for words in (
        "Du har bedt om en logg for Emil",
        "Venter på svar fra Anne Strand",
        "Ingen har lest det ennå",
        WORDS,
    ):
        assert words in after
    assert "Du har bedt" in page(client, "per.haugen", "/")
    assert told("log_wish") == [cast.accounts[ANNE]]


def test_what_the_leader_is_told_names_nobody(client: Client, cast: Cast) -> None:
    wished(cast)
    news = page(client, ANNE, "/notices")
    assert "En familie har bedt om en stafettlogg." in news
    for name in ("Emil", "Haugen", "Amina"):
        assert name not in news
    unit = page(client, ANNE, "/unit")
    assert "2 familier har bedt om en logg" in unit
    assert "Emil" not in unit


def test_its_age_is_shown_to_the_leader(client: Client, cast: Cast) -> None:
    wish(cast)
    with clock.at(cast.now + timedelta(days=9)):
        assert "har ventet 9 dager" in page(client, ANNE, "/unit")


def test_who_reads_it_is_shown_to_the_asker(client: Client, cast: Cast) -> None:
    handed(cast)
    assert WORDS in page(client, ANNE, RECEIVED)
    assert WORDS in page(client, "randi", HANDED)
    mine = page(client, "per.haugen", ASK)
    assert "Lest av Anne Strand" in mine
    assert "Lest av Randi Holm" in mine
    assert "Randi Holm ved" in mine
    lines = AuditLine.select().where(AuditLine.action == "log-wish:read")
    assert {(row.account_id, row.log_id) for row in lines} == {
        (cast.accounts[ANNE], None),
        (cast.accounts["randi"], None),
    }


def test_a_young_person_asks_for_themselves_and_no_parent_reads_it(client: Client, cast: Cast) -> None:
    assert 'name="name"' not in page(client, "amina", ASK)
    client("amina").submit(ASK, unit=str(cast.units["health"]), text=WORDS, name="Somebody", born="2020")
    row = LogWish.get()
    assert (row.own, row.child, row.born) == (True, "Amina", Subject.get(Subject.account == row.asker).born.year)
    assert "Amina Warsame ber om en logg for seg selv" in page(client, ANNE, RECEIVED)
    for parent in ("fadumo", "yusuf"):
        assert WORDS not in page(client, parent, ASK)


def test_it_is_handed_on_and_the_log_is_opened_from_it(client: Client, cast: Cast) -> None:
    handed(cast)
    wish_id = wishes(cast)["per.haugen"]
    assert told("log_wish_handed") == [cast.accounts["randi"]]
    assert "Du skal snakke med dem." in page(client, "randi", "/desk")
    new = f"/logs/new?wish={wish_id}"
    first = page(client, "randi", new)
    assert WORDS in first
    assert 'value="Emil"' in first
    sent = FIELDS["new_logs.new"] | {"name": "Emil Haugen", "wish": str(wish_id)}
    randi, key = client("randi"), "6b3c8b2e-2f1c-4b43-9f0e-0d3a1f6f5a10"
    assert randi.submit(new, press=key, **sent).status_code == 200
    row = LogWish.get_by_id(wish_id)
    opened = Stafettlogg.select().order_by(Stafettlogg.asked_at.desc()).first()
    assert (row.log_id, row.answered_by_id) == (opened.id, cast.accounts["randi"])
    assert randi.submit(new, press=key, **sent).status_code == 303, "the same press is answered again"
    assert randi.submit(new, **sent).status_code == 409, "another is not"
    assert randi.get(new).status_code == 409
    assert "Randi Holm ved" in page(client, "per.haugen", ASK), (
        "he is not in that log: he is not told that there is one"
    )
    assert "Emil" not in page(client, "randi", HANDED)
    assert "har snakket med familien" in page(client, ANNE, RECEIVED)


def test_whoever_is_asked_in_the_log_is_led_there(client: Client, cast: Cast) -> None:
    handed(cast)
    wish_id, randi = wishes(cast)["per.haugen"], cast.actor("randi")
    opened = families.ask_for_log(randi, cast.units["health"], name="Emil", born=randi.today, level=1)
    log_wishes_answered.opened(randi, wish_id, opened)
    assert f"log={opened}" not in page(client, "per.haugen", ASK)
    LogWish.update(log=cast.logs["lise"]).where(LogWish.id == wish_id).execute()
    assert f"/?log={cast.logs['lise']}" in page(client, "per.haugen", ASK)


def test_the_leader_says_no_in_words(client: Client, cast: Cast) -> None:
    wish(cast)
    wish_id = wishes(cast)["per.haugen"]
    words = "Kom på åpen tid på torsdag, så snakker vi om søvn."
    response = client(ANNE).submit(f"/log-wishes/{wish_id}/answer", text=words)
    assert response.headers["Location"] == RECEIVED + "?done=answered"
    assert words in page(client, "per.haugen", ASK)
    assert told("log_wish_news") == [cast.accounts["per.haugen"]]
    assert "Du har bedt" not in page(client, "per.haugen", "/")
    assert client(ANNE).submit(f"/log-wishes/{wish_id}/answer", text="Igjen.").status_code == 409
    assert client(ANNE).submit(f"/log-wishes/{wish_id}/hand", username="randi").status_code == 409
    assert client("per.haugen").submit(f"/log-wishes/{wish_id}/taken-back").status_code == 409
    assert LogWish.get_by_id(wish_id).answer == words


def test_taken_back_it_is_nobodys_to_read(client: Client, cast: Cast) -> None:
    handed(cast)
    wish_id = wishes(cast)["per.haugen"]
    for _ in range(2):
        assert client("per.haugen").submit(f"/log-wishes/{wish_id}/taken-back").status_code == 303
    assert AuditLine.select().where(AuditLine.action == "log-wish:take-back").count() == 1
    for person, where in ((ANNE, RECEIVED), ("randi", HANDED), ("per.haugen", ASK)):
        assert "Emil" not in page(client, person, where)
    assert "bedt om en stafettlogg" not in page(client, "randi", "/notices")
    for what, fields in (("answer", {"text": "Nei."}), ("hand", {"username": "randi"}), ("hand", {"myself": "y"})):
        response = client(ANNE).submit(f"/log-wishes/{wish_id}/{what}", **fields)
        assert response.status_code == 409
        assert "tatt spørsmålet tilbake" in response.get_data(as_text=True)
    assert client("randi").get(f"/logs/new?wish={wish_id}").status_code == 409
    assert LogWish.get_by_id(wish_id).answered_at is None


@pytest.mark.parametrize("username", ["per.aas", "nobody", "oksana", ""])
def test_it_is_handed_only_to_somebody_who_works_there(client: Client, cast: Cast, username: str) -> None:
    wish(cast)
    response = client(ANNE).submit(f"/log-wishes/{wishes(cast)['per.haugen']}/hand", username=username)
    assert response.status_code == 422
    assert f'value="{username}"' in response.get_data(as_text=True)
    assert LogWish.get().handed_to_id is None
    assert not told("log_wish_handed")


def test_the_leader_takes_it_and_somebody_else_after_that(client: Client, cast: Cast) -> None:
    wish(cast)
    wish_id = wishes(cast)["per.haugen"]
    client(ANNE).submit(f"/log-wishes/{wish_id}/hand", myself="y")
    assert WORDS in page(client, ANNE, HANDED)
    assert "Ingen familie venter" in page(client, ANNE, "/unit")
    client(ANNE).submit(f"/log-wishes/{wish_id}/hand", username="lina")
    assert WORDS not in page(client, ANNE, HANDED)
    assert WORDS in page(client, "lina", HANDED)


def test_where_whoever_had_it_quits_the_leader_is_to_answer_again(client: Client, cast: Cast) -> None:
    handed(cast)
    yesterday = cast.today - timedelta(days=1)
    Employment.update(until=yesterday).where(Employment.account == cast.accounts["randi"]).execute()
    assert "fikk det, men jobber ikke her lenger" in page(client, ANNE, RECEIVED)
    assert "2 familier har bedt om en logg" in page(client, ANNE, "/unit")
    assert client("randi").get(f"/logs/new?wish={wishes(cast)['per.haugen']}").status_code == 404


WRONG = [
    ({"name": ""}, "Skriv fornavnet til barnet."),
    ({"born": "i fjor"}, "Skriv året barnet er født"),
    ({"born": "1999"}, "Skriv året barnet er født"),
    ({"born": "2030"}, "Skriv året barnet er født"),
    ({"born": "²²²²"}, "Skriv året barnet er født"),
    ({"unit": ""}, "Velg hvem du vil spørre."),
    ({"unit": "child_welfare"}, "Velg hvem du vil spørre."),
    ({"unit": "school"}, "Velg hvem du vil spørre."),
    ({"unit": "sordal_school"}, "Velg hvem du vil spørre."),
    ({"text": ""}, "Skriv hva du lurer på."),
    ({"text": "a" * 1501}, "Teksten er for lang."),
]


@pytest.mark.parametrize(("wrong", "answer"), WRONG)
def test_bad_input_is_told_and_nothing_is_kept(client: Client, cast: Cast, wrong: dict[str, str], answer: str) -> None:
    """Child welfare opens no log at first, and nobody leads the school."""
    Employment.update(leads=True).where(Employment.account == cast.accounts["tor"]).execute()
    sent = said(cast, **wrong)
    sent["unit"] = str(cast.units.get(sent["unit"], sent["unit"]))
    before = (AuditLine.select().count(), Notice.select().count())
    response = client("per.haugen").submit(ASK, **sent)
    shown = response.get_data(as_text=True)
    assert (response.status_code, answer in shown) == (422, True)
    assert sent["text"] in shown
    assert (AuditLine.select().count(), Notice.select().count(), LogWish.select().count()) == (*before, 0)


def test_one_at_a_time_waits_at_a_unit_and_not_too_many_in_all(client: Client, cast: Cast) -> None:
    per = client("per.haugen")
    for unit, leader in (("school", "per.aas"), ("ppt", "ingrid"), ("kindergarten", "berit")):
        if unit in cast.units:
            Employment.update(leads=True).where(Employment.account == cast.accounts[leader]).execute()
    units = [row.unit_id for row in Employment.select().where(Employment.leads)]
    assert per.submit(ASK, **said(cast)).status_code == 303
    again = per.submit(ASK, **said(cast, text="En gang til."))
    assert (again.status_code, LogWish.select().count()) == (409, 1)
    assert "En gang til." in again.get_data(as_text=True)
    for unit in units:
        per.submit(ASK, **said(cast, unit=str(unit)))
    assert LogWish.select().count() <= log_wishes.MOST_WAITING


def test_asked_and_taken_back_many_times_it_is_enough(client: Client, cast: Cast) -> None:
    per = client("per.haugen")
    for _ in range(log_wishes.MOST_LATELY):
        assert per.submit(ASK, **said(cast)).status_code == 303
        log_wishes.take_back(cast.actor("per.haugen"), LogWish.get(LogWish.taken_back_at.is_null()).id)
    response = per.submit(ASK, **said(cast))
    assert (response.status_code, "mange ganger" in response.get_data(as_text=True)) == (409, True)
    with clock.at(cast.now + timedelta(days=31)):
        assert client("per.haugen").submit(ASK, **said(cast)).status_code == 303


def test_a_child_that_has_a_log_is_asked_for_as_any_other(client: Client, cast: Cast) -> None:
    """Noor has one, of which Samir must not know: the same answer, and the same for whoever reads it."""
    answers = []
    for name in ("Noor", "Emil"):
        response = client("samir").submit(ASK, **said(cast, name=name))
        answers.append((response.status_code, response.headers.get("Location")))
        LogWish.delete().execute()
    assert len(set(answers)) == 1


def test_the_words_are_no_consent(cast: Cast) -> None:
    before = {table: table.select().count() for table in (Stafettlogg, Subject)}
    handed(cast)
    assert {table: table.select().count() for table in before} == before


def test_a_protected_childs_family_is_warned_before_a_place_is_kept(client: Client, cast: Cast) -> None:
    layla = client("layla")
    Account.update(locale="nb").where(Account.id == cast.accounts["layla"]).execute()
    sent = said(cast, text="Vi bor i Storgata 12 nå.")
    assert layla.submit(ASK, **sent).status_code == 422
    assert LogWish.select().count() == 0
    assert layla.submit(ASK, as_it_is="y", **sent).status_code == 303
    assert client("per.haugen").submit(ASK, **sent).status_code == 303


def test_a_text_that_was_being_written_is_given_back(client: Client, cast: Cast) -> None:
    per = client("per.haugen")
    token = per.token()
    per.run_out()
    per.submit(ASK, token=token, back=ASK, **said(cast))
    assert WORDS in page(client, "per.haugen", ASK)
    handed(cast)
    randi, new = client("randi"), f"/logs/new?wish={wishes(cast)['per.haugen']}"
    token = randi.token()
    randi.run_out()
    fields = {"name": "Emil Haugen", "text": "Han sover lite.", "wish": str(wishes(cast)["per.haugen"])}
    randi.submit(new, token=token, back="/logs/new", **fields)
    kept = page(client, "randi", "/logs/new")
    assert "Han sover lite." in kept
    assert WORDS in kept, "what it is opened from comes back too"
