"""The demo: each person's situation is what the cast says, and what stands in the logs reads as if people wrote it."""

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.demo import Stage
from parentapp.demo.people import EVERYBODY, MUNICIPALITIES, UNITS
from parentapp.domain import (
    consent_page,
    consents,
    contact_requests,
    conversations,
    desk,
    home,
    log,
    lysglimt,
    notices,
    seen,
    statistics,
)
from parentapp.domain.shown import ShownEntry
from parentapp.domain.statistics import Waiting
from parentapp.enums import GLIMPSED, Answer, Delivery, EntryType, LifeArea, MeasureStatus
from parentapp.errors import Hidden
from parentapp.models import Entry, Measure, Notice

NOW = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)  # a Tuesday

KNOWS = {
    "sofia": {"oksana", "erik", "kari", "lina", "per.aas"},
    "amina": {"amina", "fadumo", "yusuf", "kari", "lina", "per.aas"},
    "jonas": {"jonas", "tor", "siri"},
    "lise": {"per.haugen", "anne.haugen", "per.aas"},
    "noor": {"layla", "lina"},
    "mikkel": {"hege", "per.aas", "lina"},
    "ella": {"gro", "berit", "tor"},
    "marta": {"marta", "kari", "lina"},
    "elias": {"silje"},
    "adam": {"samir", "rana", "berit"},
    "nora": {"stine", "ivar"},
}
WITHOUT_TIES = {
    "helga",
    "ingrid",
    "ola",
    "randi",
    "anne.strand",
    "bjorn",
    "halyna",
    "daud",
    "taras",
    "salma",
    "nabil",
    "mona",
}

PLACES = {place.name for place in UNITS.values()} | set(MUNICIPALITIES.values())
PLACE_WORDS = re.compile(r"skole|barnehage|\bgat[ea]n?\b|\bveien\b|адрес|مدرسة|حضانة|شارع|مدينة", re.IGNORECASE)


def all_of(stage: Stage, username: str, story: str) -> list[ShownEntry]:
    """Everything that person can page to in that log."""
    found: list[ShownEntry] = []
    page = log.timeline(stage.actor(username), stage.logs[story])
    while True:
        found += page.entries
        if page.older is None:
            return found
        page = log.timeline(stage.actor(username), stage.logs[story], before=page.older)


def ids(shown: list[ShownEntry]) -> set[UUID]:
    return {each.id for each in shown}


def asked(stage: Stage, username: str, request: str) -> consents.ShownRequest:
    story = request.partition(".")[0]
    found = consents.sharing(stage.actor(username), stage.logs[story]).requests
    return next(each for each in found if each.id == stage.requests[request])


def strings(value: Any) -> Iterator[str]:
    """Every text in what a domain function returned."""
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for each in dataclasses.fields(value):
            yield from strings(getattr(value, each.name))
    elif isinstance(value, dict):
        yield from strings(list(value.values()))
    elif isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from strings(each)


def test_everybody_is_somewhere_in_the_table(fjordvik: Stage) -> None:
    assert set(KNOWS) == set(fjordvik.logs)
    assert set().union(*KNOWS.values(), WITHOUT_TIES) == set(fjordvik.accounts) == set(EVERYBODY)


@pytest.mark.parametrize("username", sorted(EVERYBODY))
def test_who_knows_of_which_log(fjordvik: Stage, username: str) -> None:
    names = {log_id: name for name, log_id in fjordvik.logs.items()}
    with transaction():
        known = {names[each.id] for each in look(fjordvik.actor(username)).logs()}
    assert known == {story for story, people in KNOWS.items() if username in people}


def test_consents_in_each_state(fjordvik: Stage) -> None:
    waiting = asked(fjordvik, "oksana", "sofia.ppt")
    assert waiting.waits_for_me
    assert waiting.grant is None
    withdrawn = asked(fjordvik, "oksana", "sofia.nav")
    assert withdrawn.mine is not None
    assert (withdrawn.mine.answer, withdrawn.grant) == (Answer.WITHDRAWN, None)
    for story, username in (("sofia.school", "oksana"), ("amina.school", "amina"), ("jonas.bup", "jonas")):
        assert asked(fjordvik, username, story).grant is not None
    refused = asked(fjordvik, "jonas", "jonas.nav")
    assert refused.mine is not None
    assert refused.mine.answer is Answer.NO
    lapsed = asked(fjordvik, "jonas", "jonas.gp")
    assert lapsed.mine is not None
    assert lapsed.mine.answer is Answer.YES
    assert lapsed.grant is None
    assert lapsed.mine.until is not None
    assert lapsed.mine.until < fjordvik.today


def test_aminas_parents_disagree_and_neither_sees_the_others_answer(fjordvik: Stage) -> None:
    fadumos, yusufs = asked(fjordvik, "fadumo", "amina.ppt"), asked(fjordvik, "yusuf", "amina.ppt")
    assert fadumos.grant is yusufs.grant is None
    assert not fadumos.waits_for_me
    assert fadumos.mine is not None
    assert yusufs.mine is not None
    assert (fadumos.mine.answer, yusufs.mine.answer) == (Answer.YES, Answer.NO)


def test_what_amina_keeps_to_herself(fjordvik: Stage) -> None:
    seen_by = {who: ids(all_of(fjordvik, who, "amina")) for who in KNOWS["amina"]}
    kept = {name: fjordvik.entries[f"amina.{name}"] for name in ("hidden", "own", "contact")}
    assert {who for who in seen_by if kept["hidden"] in seen_by[who]} == KNOWS["amina"] - {"yusuf"}
    assert {who for who in seen_by if kept["own"] in seen_by[who]} == {"amina"}
    assert {who for who in seen_by if kept["contact"] in seen_by[who]} == {"amina", "kari"}


def test_only_amina_and_kari_know_of_their_conversation(fjordvik: Stage) -> None:
    private = fjordvik.conversations["amina.amina"]
    for username in EVERYBODY:
        found = {each.id for each in conversations.inbox(fjordvik.actor(username)).conversations}
        assert (private in found) == (username in {"amina", "kari"}), username
    with pytest.raises(Hidden):
        conversations.conversation(fjordvik.actor("lina"), private)


def test_the_school_does_not_see_aminas_health(fjordvik: Stage) -> None:
    assert any(each.health for each in all_of(fjordvik, "kari", "amina"))
    assert not any(each.health for each in all_of(fjordvik, "per.aas", "amina"))


def test_erik_sees_lysglimt_and_nothing_else(fjordvik: Stage) -> None:
    assert {each.type for each in all_of(fjordvik, "erik", "sofia")} == {EntryType.LYSGLIMT}


def test_siri_sees_the_plan_and_no_lysglimt(fjordvik: Stage) -> None:
    types = {each.type for each in all_of(fjordvik, "siri", "jonas")}
    assert EntryType.MEASURE in types
    assert EntryType.LYSGLIMT not in types


def test_the_baton_passed_from_hand_to_hand(fjordvik: Stage) -> None:
    for username, story, before, after in (("oksana", "sofia", "ola", "kari"), ("jonas", "jonas", "lina", "tor")):
        handed = [each for each in all_of(fjordvik, username, story) if each.type is EntryType.HANDOVER]
        assert [(each.author.account_id, each.successor and each.successor.account_id) for each in handed] == [
            (fjordvik.accounts[before], fjordvik.accounts[after])
        ]


def test_kari_is_away_and_lina_answers(fjordvik: Stage) -> None:
    shown = home.home(fjordvik.actor("oksana"))
    assert shown is not None
    assert shown.contact is not None
    assert shown.contact.holder.name == "Kari Nilsen"
    assert shown.contact.answering.name == "Lina Moe"
    assert shown.contact.away_until == fjordvik.day(-3)


def test_promises_kept_waiting_and_broken(fjordvik: Stage) -> None:
    names = ("jonas.jonas", "sofia.oksana", "lise.anne.haugen")
    promised = {
        name: conversations.conversation(fjordvik.actor(name.partition(".")[2]), fjordvik.conversations[name]).answer_by
        for name in names
    }
    assert promised["jonas.jonas"] is None
    assert promised["sofia.oksana"] is not None
    assert promised["sofia.oksana"] >= fjordvik.today
    assert promised["lise.anne.haugen"] is not None
    assert promised["lise.anne.haugen"] < fjordvik.today


def test_elias_log_is_closed_and_can_be_read(fjordvik: Stage) -> None:
    page = log.timeline(fjordvik.actor("silje"), fjordvik.logs["elias"])
    assert page.log.closed
    assert len(page.entries) > 5
    assert not page.may_post_lysglimt


def test_a_year_of_more_than_two_hundred_entries(fjordvik: Stage) -> None:
    aminas = all_of(fjordvik, "amina", "amina")
    assert len(aminas) >= 200
    for story in ("amina", "jonas"):
        found = all_of(fjordvik, story, story)
        assert found[-1].at < NOW - timedelta(days=360)
        by_month = Counter((each.at.year, each.at.month) for each in found)
        assert len(by_month) >= 12, story
    assert all(each.at <= NOW for each in aminas)


def test_goals_and_measures_of_every_sort(fjordvik: Stage) -> None:
    measures = [each for story in ("amina", "jonas") for each in all_of(fjordvik, story, story) if each.status]
    assert {each.status for each in measures} == set(MeasureStatus)
    assert any(each.overdue for each in measures)
    assert any(each.owner and each.owner.relation and not each.owner.title for each in measures)  # a family member's
    assert {each.life_area for each in all_of(fjordvik, "amina", "amina")} >= set(LifeArea) - {LifeArea.FRIENDS}


def test_lysglimt_for_each_audience_with_feelings_and_hearts(fjordvik: Stage) -> None:
    shown = [each for each in all_of(fjordvik, "amina", "amina") if each.type is EntryType.LYSGLIMT]
    assert {each.audience for each in shown} == set(GLIMPSED)
    assert len({each.feeling for each in shown}) > 4
    assert max(each.hearts for each in shown) > 2


def test_nothing_about_noor_tells_a_place(fjordvik: Stage) -> None:
    noor = fjordvik.logs["noor"]
    shown: list[str] = []
    for username in KNOWS["noor"]:
        actor = fjordvik.actor(username)
        pages: list[Any] = [all_of(fjordvik, username, "noor"), lysglimt.glimpses(actor, noor)]
        pages.append([each for each in notices.news(actor) if each.log_id == noor])
        pages.append([each for each in conversations.inbox(actor).conversations if each.log_id == noor])
        shown += strings(pages)
    actor = fjordvik.actor("layla")
    requests = [fjordvik.requests[name] for name in ("noor.log", "noor.health")]
    shown += strings([home.home(actor), consents.sharing(actor, noor), seen.seen(actor, noor)])
    shown += strings([consent_page.page(actor, request) for request in requests])
    assert any("Lina Moe" in text for text in shown)
    assert [text for text in shown if any(place in text for place in PLACES) or PLACE_WORDS.search(text)] == []


def test_the_search_for_places_would_find_one(fjordvik: Stage) -> None:
    shown = list(strings(home.home(fjordvik.actor("oksana"))))
    assert any(place in text for text in shown for place in PLACES)
    assert PLACE_WORDS.search("Hun liker skolen.")


def test_the_family_sees_who_has_read(fjordvik: Stage) -> None:
    visits = seen.seen(fjordvik.actor("oksana"), fjordvik.logs["sofia"]).visits
    assert {"Kari Nilsen", "Per Aas"} <= {visit.who.name for visit in visits}
    assert any(visit.since for visit in visits)


def test_kari_has_a_full_desk(fjordvik: Stage) -> None:
    shown = desk.desk(fjordvik.actor("kari"))
    assert {each.child for each in shown.stafetter} == {"Sofia", "Amina", "Marta"}
    assert len(shown.waiting) >= 3
    assert len(shown.due) >= 5
    assert desk.desk(fjordvik.actor("per.aas")).ending


def test_professionals_write_on_working_days_and_nothing_is_left_to_deliver(fjordvik: Stage) -> None:
    at_work = [fjordvik.accounts[name] for name, person in EVERYBODY.items() if person.unit]
    days = {clock.local_date(row.at).weekday() for row in Entry.select().where(Entry.author.in_(at_work))}
    assert days == {0, 1, 2, 3, 4}
    assert {row.delivery for row in Notice.select()} == {Delivery.SENT}
    assert Measure.select().where(Measure.starts > fjordvik.today).count() == 0


def test_the_leader_is_told_of_one_message_and_asked_for_another_person(fjordvik: Stage) -> None:
    anne = fjordvik.actor("anne.strand")
    page = statistics.unit(anne)
    (unit,), (asked,) = page.units, contact_requests.received(anne)
    assert (unit.name, unit.logs, unit.without_holder) == ("Fjordvik helsestasjon", 4, 0)
    assert unit.waiting == (Waiting(1, 12),)
    assert 0 < unit.overdue < 10
    assert page.requests == 1
    assert page.wishes == (Waiting(1, 4),)
    assert (asked.asker, asked.about, asked.lang) == ("Yusuf Warsame", "Kari Nilsen", "nb")
