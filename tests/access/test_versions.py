"""«Det var ikke slik»: who knows of it is who reads the entry; who answers; who is told."""

from uuid import UUID

import pytest

from parentapp.access import visible
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import closing, consents, desk, families, private, versions
from parentapp.enums import Answer, NoticeKind, Relation, SeenPage
from parentapp.errors import Conflict, Denied, Hidden
from parentapp.models import Entry, Hiding, Notice, Participation, SeenLine, Version
from tests.access.states import put
from tests.cast import Cast
from tests.versions import BESIDE, answered, versioned, written


def known(cast: Cast, person: str) -> set[UUID]:
    with transaction():
        return {row.id for row in visible.versions(look(cast.actor(person)))}


def told(cast: Cast, kind: NoticeKind, thing: UUID) -> set[str]:
    names = {account: name for name, account in cast.accounts.items()}
    rows = Notice.select().where((Notice.kind == kind) & (Notice.thing == thing))
    return {names[row.account_id] for row in rows}


def test_who_knows_of_it_is_who_reads_the_entry(cast: Cast) -> None:
    """For everybody, of every entry; save network persons, who read lysglimt and nothing else."""
    for entry in Entry.select():
        said = {"log": entry.log_id, "author": entry.author_id, "text": BESIDE, "lang": "nb", "at": cast.now}
        Version.create(entry=entry.id, **said)
    found = 0
    for person in cast.accounts:
        with transaction():
            sight = look(cast.actor(person))
            network = [each.id for each in sight.logs() if sight.relations(each) == {Relation.NETWORK}]
            readable = {row.id for row in visible.entries(sight).where(Entry.log.not_in(network))}
            beside = {row.entry_id for row in visible.versions(sight)}
            counted = visible.entries(sight).select_extend(visible.versions_beside(sight).alias("count"))
            numbered = {row.id for row in counted if row.count}
        assert beside == readable == numbered, person
        found += len(beside)
    assert found > 100


def test_it_goes_with_the_entry_that_is_kept_from_its_writer(cast: Cast) -> None:
    """Domain, section 12: a guardian's version beside an entry goes with the entry. The others read it on."""
    note, yusuf = cast.entries["amina.note"], cast.actor("yusuf")
    version = versions.write(yusuf, note, BESIDE)
    assert version in known(cast, "yusuf")
    private.choose(cast.actor("amina"), note, [cast.accounts["yusuf"]])
    assert version not in known(cast, "yusuf")
    assert all(version in known(cast, person) for person in ("amina", "fadumo", "kari", "per.aas"))
    with pytest.raises(Hidden):
        versions.page(yusuf, note)
    private.choose(cast.actor("amina"), note, [])
    assert version in known(cast, "yusuf")


def test_it_goes_with_health_and_with_a_service_that_is_out(cast: Cast) -> None:
    version = versions.write(cast.actor("oksana"), cast.entries["sofia.health"], BESIDE)
    assert [person for person in ("oksana", "kari", "lina", "per.aas", "erik") if version in known(cast, person)] == [
        *("oksana", "kari", "lina"),
    ]
    consents.answer(cast.actor("oksana"), cast.requests["sofia.health"], Answer.NO)
    assert version not in known(cast, "kari")
    assert version in known(cast, "oksana")


def test_nobody_writes_beside_own_words_and_no_professional_writes(cast: Cast) -> None:
    for person, entry in (("amina", "amina.contact"), ("erik", "sofia.lysglimt"), ("kari", "sofia.note")):
        with pytest.raises(Denied):
            versions.write(cast.actor(person), cast.entries[entry], BESIDE)


def test_whoever_reads_it_is_told_and_nobody_else(cast: Cast) -> None:
    cast = answered(cast)
    note, own, hidden = (cast.entries[each] for each in ("sofia.note", "amina.own", "amina.hidden"))
    assert told(cast, NoticeKind.VERSION, note) == {"kari", "lina", "per.aas"}
    assert told(cast, NoticeKind.VERSION_ANSWERED, note) == {"oksana", "kari", "lina"}
    assert told(cast, NoticeKind.VERSION, cast.entries["sofia.lysglimt"]) == {"kari", "lina", "per.aas"}
    assert told(cast, NoticeKind.VERSION, own) == {"kari", "per.aas"}
    assert told(cast, NoticeKind.VERSION, hidden) == {"fadumo", "kari", "lina", "per.aas"}
    with transaction():
        sight = look(cast.actor("per.aas"))
        assert note in {row.thing for row in visible.notices(sight, [NoticeKind.VERSION])}


def test_a_notice_of_it_is_gone_with_the_entry(cast: Cast) -> None:
    cast = versioned(cast)
    entry = cast.entries["amina.hidden"]
    Notice.create(
        account=cast.accounts["yusuf"],
        log=cast.logs["amina"],
        kind=NoticeKind.VERSION,
        thing=entry,
        actor=cast.accounts["amina"],
        at=cast.now,
    )
    with transaction():
        assert not list(visible.notices(look(cast.actor("yusuf")), [NoticeKind.VERSION]))
    Hiding.delete().execute()
    with transaction():
        assert list(visible.notices(look(cast.actor("yusuf")), [NoticeKind.VERSION]))


def waits(cast: Cast, person: str) -> list[str]:
    entries = {entry: name for name, entry in cast.entries.items()}
    return [entries[each.entry_id] for each in desk.desk(cast.actor(person)).differently]


def test_it_waits_on_the_authors_desk_and_once_the_author_is_gone_on_the_holders(cast: Cast) -> None:
    cast = versioned(cast)
    assert sorted(waits(cast, "per.aas")) == ["amina.note", "sofia.note"]
    assert sorted(waits(cast, "kari")) == ["amina.hidden", "amina.own", "sofia.concern", "sofia.lysglimt"]
    assert waits(cast, "lina") == []
    Participation.update(until=cast.now).where(Participation.account == cast.accounts["per.aas"]).execute()
    assert "sofia.note" in waits(cast, "kari")
    versions.answer(cast.actor("kari"), written(cast)["sofia.note.oksana"], "Jeg svarer i eget navn.")
    assert "sofia.note" not in waits(cast, "kari")


def test_where_the_contact_person_does_not_see_it_the_deputy_answers(cast: Cast) -> None:
    """Kari's and Lina's service is the same here: so the deputy is one from the school."""
    cast = versioned(cast)
    families.name_deputy(cast.actor("kari"), cast.logs["sofia"], cast.accounts["per.aas"], cast.units["school"])
    consents.answer(cast.actor("oksana"), cast.requests["sofia.health"], Answer.NO)
    assert "sofia.concern" in waits(cast, "per.aas")
    versions.answer(cast.actor("per.aas"), written(cast)["sofia.concern.oksana"], "Jeg svarer for oss.")


def test_written_again_it_waits_since_the_first_and_the_latest_is_answered(cast: Cast) -> None:
    oksana, note = cast.actor("oksana"), cast.entries["sofia.note"]
    first = versions.write(oksana, note, "Vi var der.")
    second = versions.write(oksana, note, "Vi var der hele timen.")
    [asked] = desk.desk(cast.actor("per.aas")).differently
    assert (asked.latest, asked.since, asked.who.name) == (second, Version.get_by_id(first).at, "Oksana Bondarenko")
    with pytest.raises(Conflict):
        versions.answer(cast.actor("per.aas"), first, "Ja.")
    versions.answer(cast.actor("per.aas"), second, "Ja.")
    assert waits(cast, "per.aas") == []
    with pytest.raises(Conflict):
        versions.answer(cast.actor("per.aas"), second, "Ja igjen.")
    third = versions.write(oksana, note, "Og etterpå.")
    [again] = desk.desk(cast.actor("per.aas")).differently
    assert (again.latest, again.since) == (third, Version.get_by_id(third).at)
    [saw] = versions.page(oksana, note).saw
    assert [each.text for each in (saw.latest, *saw.before)] == ["Og etterpå.", "Vi var der hele timen.", "Vi var der."]
    assert [each.answer.text if each.answer else None for each in (saw.latest, *saw.before)] == [None, "Ja.", None]


def test_an_answer_is_not_answered(cast: Cast) -> None:
    cast = answered(cast)
    answer = Version.get(Version.answers.is_null(False))
    with pytest.raises(Hidden):
        versions.answer(cast.actor("per.aas"), answer.id, "Og mer.")


def test_a_parent_may_answer_beside_own_words(cast: Cast) -> None:
    """Nobody else is asked: it is on nobody's desk."""
    entry = cast.entries["amina.lysglimt"]
    version = versions.write(cast.actor("yusuf"), entry, BESIDE)
    assert versions.page(cast.actor("amina"), entry).may_answer
    assert all(entry not in [each.entry_id for each in desk.desk(cast.actor(who)).differently] for who in ("kari",))
    with pytest.raises(Denied):
        versions.answer(cast.actor("kari"), version, "Nei.")
    versions.answer(cast.actor("amina"), version, "Jeg tenkte på noe annet.")


def test_before_the_first_yes_its_opener_answers(cast: Cast) -> None:
    cast = put(cast, "asked")
    concern = cast.entries["mia.concern"]
    Entry.update(author=cast.accounts["ola"]).where(Entry.id == concern).execute()
    version = versions.write(cast.actor("oksana"), concern, BESIDE)
    assert told(cast, NoticeKind.VERSION, concern) == {"kari"}
    versions.answer(cast.actor("kari"), version, "Takk.")
    assert told(cast, NoticeKind.VERSION_ANSWERED, concern) == {"oksana"}


def test_a_closed_log_is_only_read(cast: Cast) -> None:
    version = versions.write(cast.actor("oksana"), cast.entries["sofia.note"], BESIDE)
    closing.agree(cast.actor("oksana"), closing.propose(cast.actor("kari"), cast.logs["sofia"], "Det går godt."))
    assert versions.page(cast.actor("oksana"), cast.entries["sofia.note"]).saw
    with pytest.raises(Conflict):
        versions.write(cast.actor("oksana"), cast.entries["sofia.note"], BESIDE)
    with pytest.raises(Hidden):
        versions.answer(cast.actor("per.aas"), version, "Ja.")


def test_the_access_log_names_it_for_who_may_know_of_the_entry(cast: Cast) -> None:
    SeenLine.delete().execute()
    versions.page(cast.actor("kari"), cast.entries["amina.hidden"])
    assert SeenLine.get().page is SeenPage.VERSIONS
    with transaction():
        assert [row.page for row in visible.seen_lines(look(cast.actor("fadumo")))] == [SeenPage.VERSIONS]
        assert not list(visible.seen_lines(look(cast.actor("yusuf"))))
