"""What is held about somebody, to keep: theirs, of what they may know of, and nothing else."""

from datetime import timedelta
from typing import Any

from parentapp import clock
from parentapp.access import office, visible
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import administration, consents, families, log, lysglimt, my_data, private, seen
from parentapp.enums import Answer, Relation, SeenPage
from parentapp.models import Account, Block, NetworkPerson, Participation, SeenLine, SeenThing, StafettholderPeriod
from tests.cast import Cast


def held(cast: Cast, who: str, sort: str) -> list[my_data.Thing]:
    found = my_data.file(cast.actor(who), 1, for_programs=True)
    return [each for each in found.things if each.sort == sort]


def rows(cast: Cast, who: str, query: Any) -> list[Any]:
    with transaction():
        return list(query(look(cast.actor(who))))


def test_since_when_one_is_of_the_network(cast: Cast) -> None:
    assert [row.account_id for row in rows(cast, "erik", visible.own_network)] == [cast.accounts["erik"]]
    assert rows(cast, "oksana", visible.own_network) == []
    families.add_network_person(cast.actor("kari"), cast.logs["amina"], cast.accounts["erik"], cast.today)
    assert len(rows(cast, "erik", visible.own_network)) == 2
    NetworkPerson.update(until=cast.today - timedelta(days=1)).where(NetworkPerson.log == cast.logs["amina"]).execute()
    assert len(rows(cast, "erik", visible.own_network)) == 1
    # A time before the present one is not told, as on «Hvem er med».
    days = {"since": cast.today - timedelta(days=90), "until": cast.today - timedelta(days=60)}
    there = {"log": cast.logs["sofia"], "account": cast.accounts["erik"], "invited_by": cast.accounts["kari"]}
    NetworkPerson.create(**days, **there)
    assert len(rows(cast, "erik", visible.own_network)) == 1
    # A guardian who was of the network before finds nothing of that.
    before = {"log": cast.logs["sofia"], "account": cast.accounts["oksana"], "invited_by": cast.accounts["kari"]}
    NetworkPerson.create(since=cast.today - timedelta(days=9), until=cast.today - timedelta(days=5), **before)
    assert rows(cast, "oksana", visible.own_network) == []


def test_one_who_is_kept_out_is_told_nothing_of_the_log(cast: Cast) -> None:
    assert held(cast, "erik", "network")
    Block.create(
        log=cast.logs["sofia"], account=cast.accounts["erik"], blocked_by=cast.accounts["kari"], blocked_at=cast.now
    )
    found = my_data.file(cast.actor("erik"), 1, for_programs=True)
    assert {each.sort for each in found.things} == {"account"}
    assert found.logs == ()


def test_in_which_logs_one_takes_part(cast: Cast) -> None:
    assert {row.account_id for row in rows(cast, "lina", visible.own_parts)} == {cast.accounts["lina"]}
    now = {row.id for row in rows(cast, "lina", visible.own_parts)}
    one = Participation.get(Participation.account == cast.accounts["lina"])
    before = {"since": cast.now - timedelta(days=90), "until": cast.now - timedelta(days=60)}
    Participation.create(log=one.log_id, account=one.account_id, unit=one.unit_id, **before)
    assert {row.id for row in rows(cast, "lina", visible.own_parts)} == now
    Participation.update(until=cast.now).where(Participation.account == cast.accounts["lina"]).execute()
    assert rows(cast, "lina", visible.own_parts) == []
    # Ola's service lost its yes, and he does not take part; Siri does until Jonas takes back his.
    assert rows(cast, "siri", visible.own_parts)
    consents.answer(cast.actor("jonas"), cast.requests["jonas.bup"], Answer.NO)
    assert rows(cast, "siri", visible.own_parts) == []


def test_since_when_one_holds_the_baton(cast: Cast) -> None:
    found = rows(cast, "kari", visible.own_batons)
    assert {row.account_id for row in found} == {cast.accounts["kari"]}
    assert cast.logs["sofia"] in {row.log_id for row in found}
    assert rows(cast, "ola", visible.own_batons) == []  # who held it before
    period = StafettholderPeriod.account == cast.accounts["kari"]
    assert StafettholderPeriod.select().where(period).count() == len(found)
    consents.answer(cast.actor("oksana"), cast.requests["sofia.log"], Answer.NO)
    assert cast.logs["sofia"] not in {row.log_id for row in rows(cast, "kari", visible.own_batons)}


def test_ones_own_hearts_on_what_one_may_read(cast: Cast) -> None:
    glimpse = lysglimt.post(cast.actor("amina"), cast.logs["amina"], "Jeg scoret.")
    for who in ("yusuf", "fadumo"):
        lysglimt.heart(cast.actor(who), glimpse, on=True)
    mine = [row.account_id for row in rows(cast, "yusuf", visible.own_hearts) if row.entry_id == glimpse]
    assert mine == [cast.accounts["yusuf"]]
    private.choose(cast.actor("amina"), glimpse, [cast.accounts["yusuf"]])
    assert glimpse not in {row.entry_id for row in rows(cast, "yusuf", visible.own_hearts)}


def test_what_is_kept_from_whom_is_the_young_persons_alone_to_know(cast: Cast) -> None:
    assert rows(cast, "amina", visible.own_keeping)
    for who in ("fadumo", "yusuf", "kari", "oksana"):
        assert rows(cast, who, visible.own_keeping) == []


def test_what_one_has_read_oneself_of_logs_that_one_still_sees(cast: Cast) -> None:
    log.timeline(cast.actor("per.aas"), cast.logs["amina"])
    log.timeline(cast.actor("lina"), cast.logs["amina"])
    mine = rows(cast, "per.aas", visible.own_readings)
    assert {row.account_id for row in mine} == {cast.accounts["per.aas"]}
    assert cast.logs["amina"] in {row.log_id for row in mine}
    consents.answer(cast.actor("amina"), cast.requests["amina.school"], Answer.NO)
    assert cast.logs["amina"] not in {row.log_id for row in rows(cast, "per.aas", visible.own_readings)}


def test_a_reading_of_what_is_kept_from_one_now_is_gone(cast: Cast) -> None:
    note = log.add_note(cast.actor("kari"), cast.logs["amina"], "Amina ville ha fri fra leksene.")
    whose = {"log": cast.logs["amina"], "account": cast.accounts["yusuf"]}
    line = SeenLine.create(relation=Relation.GUARDIAN, page=SeenPage.PICTURE, things=note.bytes, at=cast.now, **whose)
    SeenThing.create(line=line.id, thing=note)
    assert line.id in {row.id for row in rows(cast, "yusuf", visible.own_readings)}
    private.choose(cast.actor("amina"), note, [cast.accounts["yusuf"]])
    assert line.id not in {row.id for row in rows(cast, "yusuf", visible.own_readings)}


def test_an_administrator_finds_what_they_changed_and_nobody_elses(cast: Cast) -> None:
    administration.set_promise(cast.actor("mona"), 3)
    assert [row.action for row in office.own_changes(cast.actor("mona"))] == ["promise:set"]
    assert list(office.own_changes(cast.actor("kari"))) == []
    assert [each.facts["action"] for each in held(cast, "mona", "changes")] == ["promise:set"]
    Account.update(administers=None).where(Account.id == cast.accounts["mona"]).execute()
    assert list(office.own_changes(cast.actor("mona"))) == []


def test_it_holds_what_one_wrote_and_nothing_that_others_did(cast: Cast) -> None:
    for who, child in (("oksana", "sofia"), ("amina", "amina"), ("kari", "sofia"), ("erik", "sofia")):
        mine = {row.text for row in rows(cast, who, visible.entries) if row.author_id == cast.accounts[who]}
        found = {each.said["text"].text for each in held(cast, who, "entries") if "text" in each.said}
        assert found == mine - {""}, (who, child)


def test_what_one_wrote_oneself_for_a_service_without_its_yes_is_not_in_it(cast: Cast) -> None:
    assert held(cast, "per.aas", "entries")
    before = {each.log.number for each in held(cast, "per.aas", "entries") if each.log}
    consents.answer(cast.actor("amina"), cast.requests["amina.school"], Answer.NO)
    consents.answer(cast.actor("oksana"), cast.requests["sofia.school"], Answer.NO)
    after = my_data.file(cast.actor("per.aas"), 1, for_programs=True)
    assert {"Amina", "Sofia"} & {each.child for each in after.logs} == set()
    assert before


def test_who_has_seen_it_is_what_one_may_see_in_the_list(cast: Cast) -> None:
    with clock.at(cast.now + timedelta(minutes=1)):
        lysglimt.post(cast.actor("oksana"), cast.logs["sofia"], "Hun lo hele veien hjem.")
    with clock.at(cast.now + timedelta(minutes=2)):
        log.timeline(cast.actor("kari"), cast.logs["sofia"])
    with clock.at(cast.now + timedelta(minutes=3)):
        listed = seen.seen(cast.actor("oksana"), cast.logs["sofia"])
        found = held(cast, "oksana", "seen_by")
        assert held(cast, "kari", "seen_by") == []
    assert "Kari Nilsen" in {each.who.name for each in listed.visits}
    (line,) = [each for each in found if each.at[1] == cast.now + timedelta(minutes=2)]
    assert line.facts["who"] == "Kari Nilsen"
    assert [each["written_at"] for each in line.facts["showed"]] == [cast.now + timedelta(minutes=1)]


def test_a_line_that_showed_nothing_of_ones_own_is_left_out(cast: Cast) -> None:
    before = len(held(cast, "silje", "seen_by"))
    log.timeline(cast.actor("kari"), cast.logs["sofia"], only="lysglimt")
    assert len(held(cast, "silje", "seen_by")) == before
    assert all(
        each.facts["showed"] or each.facts["page"].value == "conversation"
        for who in ("oksana", "amina", "fadumo")
        for each in held(cast, who, "seen_by")
    )
