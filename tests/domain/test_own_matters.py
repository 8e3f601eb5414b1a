"""About an adult's own matters: a draft for the adult and its author, then for the services that adult ticks."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from parentapp.access import visible
from parentapp.access.audience import readers
from parentapp.access.letting import ticked_by
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import (
    consents,
    log,
    notices,
    own_matters,
    preview,
    private,
    recording,
    revising,
    shown,
    summary,
    translating,
)
from parentapp.enums import Answer, Audience, NoticeKind
from parentapp.errors import Conflict, Denied, Hidden
from parentapp.models import (
    AuditLine,
    Block,
    Employment,
    Entry,
    Guardian,
    Notice,
    OwnMatterChoice,
    Participation,
    Subject,
)
from tests.cast import Cast
from tests.closing import close
from tests.owning import own

DRAFT = {"kari", "fadumo"}  # who wrote it, whom it is about
WITH_SCHOOL = DRAFT | {"per.aas"}


def reading(cast: Cast, entry: UUID) -> set[str]:
    """Who finds it, by the actor and (the same) by the entry."""
    found = set()
    for name in cast.accounts:
        with transaction():
            found |= {name} if visible.entries(look(cast.actor(name))).where(Entry.id == entry).exists() else set()
    assert found == from_the_entry(cast, entry)
    return found


def from_the_entry(cast: Cast, entry: UUID) -> set[str]:
    row = Entry.get_by_id(entry)
    names = {account: name for name, account in cast.accounts.items()}
    with transaction():
        sight = look(cast.as_(row.log.holder_id), row.log_id)
        facts = next(each for each in sight.ties if each.id == row.log_id)
        column = ticked_by(row.addressee_id, Entry.id).alias("ticked_units")
        row = Entry.select(Entry, column).where(Entry.id == entry).objects().get()
        grants = sight.consents.grants.get(facts.id, ())
        found = readers(shown.written(row), facts, recording.belonging(sight, facts), grants, sight.actor.today)
    return {names[person.account_id] for person in found}


def test_it_is_a_draft_for_two(cast: Cast) -> None:
    assert reading(cast, own(cast)) == DRAFT


def test_a_concern_too(cast: Cast) -> None:
    said = log.add_concern(cast.actor("per.aas"), cast.logs["amina"], "Far drikker.", about=cast.accounts["yusuf"])
    assert reading(cast, said) == {"per.aas", "yusuf"}


def test_the_adult_ticks_and_unticks(cast: Cast) -> None:
    entry, fadumo = own(cast), cast.actor("fadumo")
    own_matters.choose(fadumo, entry, [cast.units["school"]])
    assert reading(cast, entry) == WITH_SCHOOL
    own_matters.choose(fadumo, entry, [cast.units["school"], cast.units["health"]])
    assert reading(cast, entry) == WITH_SCHOOL | {"lina"}
    own_matters.choose(fadumo, entry, [cast.units["health"]])
    assert reading(cast, entry) == DRAFT | {"lina"}
    own_matters.choose(fadumo, entry, [])
    assert reading(cast, entry) == DRAFT
    rows = [(row.unit_id, row.shows) for row in OwnMatterChoice.select().order_by(OwnMatterChoice.at)]
    school, health = cast.units["school"], cast.units["health"]
    assert rows == [(school, True), (health, True), (school, False), (health, False)], "a history, and at one instant"
    assert AuditLine.select().where(AuditLine.action == "own-matter:share").count() == 4


def test_a_tick_is_for_one_entry(cast: Cast) -> None:
    entry, other = own(cast), own(cast)
    own_matters.choose(cast.actor("fadumo"), entry, [cast.units["school"]])
    assert reading(cast, other) == DRAFT


def test_a_tick_is_for_one_service(cast: Cast) -> None:
    """Lina works for the school too, which was ticked and is out: through the health station she does not read it."""
    entry, lina, school = own(cast), cast.accounts["lina"], cast.units["school"]
    Employment.create(account=lina, unit=school, title="helsesykepleier", since=date(2020, 1, 1))
    Participation.create(log=cast.logs["amina"], account=lina, unit=school, since=cast.now)
    own_matters.choose(cast.actor("fadumo"), entry, [school])
    assert reading(cast, entry) == WITH_SCHOOL | {"lina"}
    consents.answer(cast.actor("fadumo"), cast.requests["amina.school"], Answer.NO)
    assert reading(cast, entry) == DRAFT


def test_the_same_again_decides_nothing(cast: Cast) -> None:
    entry = own(cast)
    for _ in range(2):
        own_matters.choose(cast.actor("fadumo"), entry, [cast.units["school"]])
    assert OwnMatterChoice.select().count() == 1


@pytest.mark.parametrize("person", ["kari", "per.aas", "lina", "amina", "yusuf"])
def test_nobody_ticks_for_the_adult(cast: Cast, person: str) -> None:
    entry = own(cast)
    own_matters.choose(cast.actor("fadumo"), entry, [cast.units["school"]])
    refused = Denied if person in ("kari", "per.aas") else Hidden
    with pytest.raises(refused):
        own_matters.choose(cast.actor(person), entry, [cast.units["health"]])
    with pytest.raises(refused):
        own_matters.page(cast.actor(person), entry)


def test_nobody_decides_so_about_what_is_the_childs(cast: Cast) -> None:
    with pytest.raises(Denied):
        own_matters.choose(cast.actor("fadumo"), cast.entries["amina.concern"], [])


@pytest.mark.parametrize("unit", ["ppt", "bup"])
def test_only_services_with_a_yes_are_offered(cast: Cast, unit: str) -> None:
    entry = own(cast)
    assert cast.units[unit] not in {each.unit.id for each in own_matters.page(cast.actor("fadumo"), entry).offered}
    with pytest.raises(Hidden):
        own_matters.choose(cast.actor("fadumo"), entry, [cast.units[unit]])


def test_a_tick_is_never_more_than_the_yes(cast: Cast) -> None:
    entry, fadumo = own(cast), cast.actor("fadumo")
    own_matters.choose(fadumo, entry, [cast.units["school"]])
    consents.answer(fadumo, cast.requests["amina.school"], Answer.NO)
    assert reading(cast, entry) == DRAFT
    there = {each.unit.id: (each.ticked, each.sees) for each in own_matters.page(fadumo, entry).offered}
    assert there.get(cast.units["school"]) == (True, False)
    own_matters.choose(fadumo, entry, [])
    assert cast.units["school"] not in {each.unit.id for each in own_matters.page(fadumo, entry).offered}


def test_about_health_the_service_needs_that_too(cast: Cast) -> None:
    """The school has no yes to health. The adult reads it, also once the child is 16: it is not the child's health."""
    entry = own(cast, health=True)
    offered = {each.unit.id for each in own_matters.page(cast.actor("fadumo"), entry).offered}
    assert offered == {cast.units["health"]}
    Subject.update(born=cast.today.replace(year=cast.today.year - 16)).where(
        Subject.account == cast.accounts["amina"]
    ).execute()
    assert reading(cast, entry) == DRAFT


def test_the_author_sees_it_as_long_as_their_service_sees_the_plan(cast: Cast) -> None:
    entry = own(cast)
    consents.answer(cast.actor("fadumo"), cast.requests["amina.health"], Answer.NO)
    assert reading(cast, entry) == {"fadumo"}


@pytest.mark.parametrize("how", ["ended", "not yet", "blocked", "grown"])
def test_without_the_adult_only_the_author_sees_it(cast: Cast, how: str) -> None:
    entry = own(cast)
    own_matters.choose(cast.actor("fadumo"), entry, [cast.units["school"]])
    hers = Guardian.account == cast.accounts["fadumo"]
    if how == "ended":
        Guardian.update(until=cast.today - timedelta(days=1)).where(hers).execute()
    if how == "not yet":
        Guardian.update(since=cast.today + timedelta(days=1)).where(hers).execute()
    if how == "blocked":
        by = {"blocked_by": cast.accounts["kari"], "blocked_at": cast.now}
        Block.create(log=cast.logs["amina"], account=cast.accounts["fadumo"], **by)
    if how == "grown":
        Subject.update(born=date(2007, 1, 1)).where(Subject.account == cast.accounts["amina"]).execute()
    assert reading(cast, entry) <= {"kari"}
    with pytest.raises(Hidden):
        own_matters.choose(cast.actor("fadumo"), entry, [])


def test_other_words_are_a_draft_again(cast: Cast) -> None:
    entry, fadumo = own(cast), cast.actor("fadumo")
    own_matters.choose(fadumo, entry, [cast.units["school"]])
    before = Notice.select().where(Notice.account == fadumo.account_id).count()
    revising.change_text(cast.actor("kari"), entry, "Mor har mye å bære, og gjeld.")
    assert reading(cast, entry) == DRAFT
    assert Notice.select().where(Notice.account == fadumo.account_id).count() == before + 1
    assert Entry.get_by_id(entry).audience is Audience.ADULT
    own_matters.choose(fadumo, entry, [cast.units["school"]])
    assert reading(cast, entry) == WITH_SCHOOL


def test_it_is_about_one_guardian_of_today(cast: Cast) -> None:
    for person in ("amina", "kari", "oksana"):
        with pytest.raises(Conflict):
            log.add_note(cast.actor("kari"), cast.logs["amina"], "Om en voksen.", about=cast.accounts[person])


def test_who_is_told(cast: Cast) -> None:
    """The adult, when it is written; a service's people when it is ticked, once; nobody else, and never the author."""
    entry, fadumo = own(cast), cast.actor("fadumo")
    told = Notice.select(Notice.account, Notice.kind).where(Notice.thing == entry)
    assert [(row.account_id, row.kind) for row in told] == [(fadumo.account_id, NoticeKind.ENTRY)]
    for units in ([cast.units["school"]], [], [cast.units["school"]]):
        own_matters.choose(fadumo, entry, units)
    assert sorted(row.account_id for row in told.clone()) == sorted([fadumo.account_id, cast.accounts["per.aas"]])
    assert entry in {each.thing for each in notices.news(cast.actor("per.aas"))}


def test_the_author_does_not_learn_what_the_adult_decides(cast: Cast) -> None:
    entry, kari = own(cast), cast.actor("kari")

    def seen() -> object:
        (row,) = [each for each in log.timeline(kari, cast.logs["amina"]).entries if each.id == entry]
        return row

    before = seen()
    own_matters.choose(cast.actor("fadumo"), entry, [cast.units["school"]])
    assert seen() == before


def test_it_is_not_in_what_is_shown_to_others(cast: Cast) -> None:
    """«Kort fortalt», a translator, and a preview that is another's."""
    said = log.add_concern(cast.actor("kari"), cast.logs["amina"], "Mor er syk.", about=cast.accounts["fadumo"])
    in_short = summary.summary(cast.actor("fadumo"), cast.logs["amina"], "nb").summary
    assert said not in {each.id for each in in_short.entries}
    with pytest.raises(Conflict):
        translating.ask(cast.actor("kari"), said, locale="so", translator=cast.accounts["daud"], until=cast.today)


def test_a_preview_shows_it_to_the_adult_alone(cast: Cast) -> None:
    entry = own(cast)
    own_matters.choose(cast.actor("fadumo"), entry, [cast.units["school"]])
    for person, unit, sees in (("fadumo", "school", True), ("fadumo", "health", False), ("yusuf", "school", False)):
        page = preview.preview(cast.actor(person), cast.logs["amina"], cast.units[unit])
        assert (entry in {each.id for each in page.entries}) == sees, (person, unit)


def test_the_author_in_a_preview_of_another_service_does_not_learn_it_either(cast: Cast) -> None:
    """Yusuf works with his daughter too, and wrote it: what the school is let read is for Fadumo to know."""
    entry = own(cast)
    Entry.update(author=cast.accounts["yusuf"]).where(Entry.id == entry).execute()
    own_matters.choose(cast.actor("fadumo"), entry, [cast.units["school"]])
    page = preview.preview(cast.actor("yusuf"), cast.logs["amina"], cast.units["school"])
    assert entry not in {each.id for each in page.entries}
    (row,) = [each for each in log.timeline(cast.actor("yusuf"), cast.logs["amina"]).entries if each.id == entry]
    assert row.shown_for is not None
    assert row.shown_for.units == ()


def test_the_childs_wish_does_not_keep_it_from_the_adult(cast: Cast) -> None:
    """Lina is health staff of Mikkel's, and could else hold it back from his mother."""
    lina, hege = cast.actor("lina"), cast.accounts["hege"]
    note = log.add_note(lina, cast.logs["mikkel"], "Mor sover lite.", health=True, about=hege)
    with pytest.raises(Conflict):
        private.withhold(lina, note, "Vil ikke at mamma skal vite.")
    (row,) = [each for each in log.timeline(lina, cast.logs["mikkel"]).entries if each.id == note]
    assert not row.may_keep


def test_in_a_closed_log_it_is_only_read(cast: Cast) -> None:
    entry = own(cast)
    close(cast, "amina")
    assert not own_matters.page(cast.actor("fadumo"), entry).may_choose
    with pytest.raises(Conflict):
        own_matters.choose(cast.actor("fadumo"), entry, [])
