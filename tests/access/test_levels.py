"""«Hvor er vi nå»: that other services help is itself confidential, and so is how many there are."""

from datetime import timedelta

import pytest

from parentapp import clock
from parentapp.access import names, visible
from parentapp.access.facts import LogFacts
from parentapp.access.interpreting import through_eyes_of
from parentapp.access.previewing import as_service
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import levels, log, private, summary
from parentapp.enums import EntryType, Level, NoticeKind
from parentapp.errors import Conflict, Denied, Hidden
from parentapp.models import Entry, LevelChange, Notice
from tests.access.states import put
from tests.cast import Cast

WHY = "PPT er med nå."


def looked(cast: Cast, who: str, child: str) -> tuple[Sight, LogFacts]:
    sight = look(cast.actor(who), cast.logs[child])
    return sight, sight.log(cast.logs[child])


def told(cast: Cast, who: str, child: str = "sofia") -> Level | None:
    with transaction():
        return levels.now_at(*looked(cast, who, child))


def read_by(cast: Cast, child: str) -> set[str]:
    """Who may know of an entry that says where the log is."""
    found = set()
    for name in cast.accounts:
        with transaction():
            sight = look(cast.actor(name))
            if visible.levels(sight).where(Entry.log == cast.logs[child]).exists():
                found.add(name)
    return found


def change(cast: Cast, level: Level, who: str = "kari", child: str = "sofia") -> None:
    levels.change(cast.actor(who), cast.logs[child], level, WHY)


# The school sees Sofia's plan, and not who else helps; the health station sees both.
@pytest.mark.parametrize("level", Level)
def test_a_service_without_who_else_is_told_of_no_level_whatever_it_is(cast: Cast, level: Level) -> None:
    if level is not Level.TWO_SERVICES:  # as it was opened
        change(cast, level)
    assert [told(cast, who) for who in ("oksana", "kari", "lina")] == [level, level, level]
    assert (told(cast, "per.aas"), told(cast, "erik")) == (None, None)
    assert read_by(cast, "sofia") <= {"oksana", "kari", "lina"}


def test_who_reads_the_entry_is_told_of_it_and_nobody_else(cast: Cast) -> None:
    with clock.at(cast.now + timedelta(minutes=1)):
        change(cast, Level.SEVERAL_SERVICES)
    entry = Entry.get(Entry.type == EntryType.LEVEL)
    names_of = {account: name for name, account in cast.accounts.items()}
    notices = Notice.select().where((Notice.thing == entry.id) & (Notice.kind == NoticeKind.ENTRY))
    assert {names_of[row.account_id] for row in notices} == {"oksana", "lina"}
    assert read_by(cast, "sofia") == {"oksana", "kari", "lina"}


def test_the_page_of_a_service_that_may_not_know_says_nothing_of_it(cast: Cast) -> None:
    change(cast, Level.SEVERAL_SERVICES)
    for who, level in (("per.aas", None), ("lina", Level.SEVERAL_SERVICES)):
        page = log.timeline(cast.actor(who), cast.logs["sofia"])
        short = summary.summary(cast.actor(who), cast.logs["sofia"], "nb").summary
        assert (page.level, short.level) == (level, level)
        assert any(each.type is EntryType.LEVEL for each in page.entries) is (level is not None)


def test_a_contact_person_who_may_not_know_says_it_all_the_same(cast: Cast) -> None:
    """Per holds Lise's baton, and the school does not see who else helps: what was there is not given away."""
    with transaction():
        assert not names.may_tell_level(*looked(cast, "per.aas", "lise"))
    empty = levels.to_change(cast.actor("per.aas"), cast.logs["lise"])
    assert (empty.level, empty.may_be_told) == (None, False)
    for _ in range(2):
        change(cast, Level.OWN_SERVICE, "per.aas", "lise")
    assert read_by(cast, "lise") == {"per.aas", "per.haugen", "anne.haugen"}, "also what one wrote oneself"
    assert told(cast, "per.aas", "lise") is None


def test_what_is_there_already_is_not_said_again(cast: Cast) -> None:
    with pytest.raises(Conflict, match=levels.THERE_NOW):
        change(cast, Level.TWO_SERVICES)
    assert not LevelChange.select().exists()


@pytest.mark.parametrize(("who", "refused"), [("oksana", Denied), ("lina", Denied), ("erik", Denied), ("ola", Hidden)])
def test_only_the_contact_person_says_it(cast: Cast, who: str, refused: type[Exception]) -> None:
    with pytest.raises(refused):
        change(cast, Level.OWN_SERVICE, who)


def test_kept_from_a_guardian_it_is_as_it_was_before(cast: Cast) -> None:
    """Amina keeps from her father that more services help: he reads what stood there, not that something is kept."""
    entry = levels.change(cast.actor("kari"), cast.logs["amina"], Level.SEVERAL_SERVICES, WHY)
    private.choose(cast.actor("amina"), entry, [cast.accounts["yusuf"]])
    assert told(cast, "yusuf", "amina") is Level.TWO_SERVICES
    assert [told(cast, who, "amina") for who in ("amina", "fadumo", "kari")] == [Level.SEVERAL_SERVICES] * 3
    assert read_by(cast, "amina") >= {"amina", "fadumo", "kari"}
    assert "yusuf" not in read_by(cast, "amina")


def test_neither_an_interpreter_nor_a_preview_is_told_more(cast: Cast) -> None:
    change(cast, Level.SEVERAL_SERVICES)
    with transaction():
        sight, facts = looked(cast, "oksana", "sofia")
        assert levels.now_at(as_service(sight, facts, cast.units["school"]), facts) is None
        assert levels.now_at(as_service(sight, facts, cast.units["health"]), facts) is Level.SEVERAL_SERVICES
        assert levels.now_at(through_eyes_of(sight, facts, cast.accounts["oksana"], "uk"), facts) is None
        school, _ = looked(cast, "per.aas", "sofia")
        within = Sight(sight.actor, sight.ties, sight.consents, sight.around, within=school)
        assert not names.may_tell_level(within, facts)


def test_in_two_services_one_of_them_must_see_both(cast: Cast) -> None:
    """What the plan of one and the «who else» of another show together is shown by none of them."""
    with transaction():
        sight, facts = looked(cast, "lina", "sofia")
        assert names.may_tell_level(sight, facts)
        [grant] = sight.grants(facts)
        halves = [type(grant)(**{**vars(grant), "kinds": frozenset({kind})}) for kind in grant.kinds]
        consents = type(sight.consents)(**{**vars(sight.consents), "grants": {facts.id: tuple(halves)}})
        assert not names.may_tell_level(Sight(sight.actor, sight.ties, consents, sight.around), facts)


@pytest.mark.parametrize(("child", "who", "state"), [("mia", "oksana", "asked"), ("sofia", "oksana", "resting")])
def test_where_nothing_goes_on_there_is_no_level(cast: Cast, child: str, who: str, state: str) -> None:
    assert told(put(cast, state), who, child) is None


def test_a_closed_log_has_none(cast: Cast) -> None:
    assert told(cast, "silje", "elias") is None


def test_of_another_log_there_is_nothing(cast: Cast) -> None:
    change(cast, Level.SEVERAL_SERVICES)
    assert told(cast, "amina", "amina") is Level.TWO_SERVICES
    assert told(cast, "kari", "amina") is Level.TWO_SERVICES


def test_the_latest_word_counts(cast: Cast) -> None:
    for minutes, level in enumerate((Level.SEVERAL_SERVICES, Level.OWN_SERVICE, Level.WONDERING), start=1):
        with clock.at(cast.now + timedelta(minutes=minutes)):
            change(cast, level)
            assert told(cast, "oksana") is level
