"""A translator: of that one text, until the last day or until it is stopped, and while it may be sent to anybody."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.access import visible
from parentapp.access.sight import look
from parentapp.clock import local_date
from parentapp.db import transaction
from parentapp.domain import (
    assignments,
    commenting,
    consents,
    evaluating,
    families,
    log,
    minutes,
    private,
    recording,
    translating,
)
from parentapp.enums import Answer, Outcome, Relation
from parentapp.errors import Conflict, Hidden
from parentapp.models import Meeting, Qualification, Stafettlogg, Translation
from tests.access.states import put
from tests.cast import Cast
from tests.closing import close


def asked(cast: Cast, entry: UUID, person: str = "daud") -> UUID:
    kari, who = cast.actor("kari"), cast.accounts[person]
    until = kari.today + timedelta(days=30)  # longer than the one of the cast
    return translating.ask(kari, entry, locale="so", translator=who, until=until)


def register(cast: Cast, person: str, role: Relation = Relation.TRANSLATOR, locale: str = "so") -> None:
    row = {"account": cast.accounts[person], "role": role, "locale": locale}
    Qualification.create(level="translatør", agency="Tolk AS", **row)


def tasks_of(cast: Cast, person: str = "daud") -> set[UUID]:
    with transaction():
        return {row.id for row in visible.tasks(look(cast.actor(person)))}


def translators(cast: Cast) -> set[str]:
    """Whoever is one to Amina's log."""
    with transaction():
        return {
            name
            for name in cast.accounts
            for log_facts, ties in look(cast.actor(name)).ties.items()
            if log_facts.id == cast.logs["amina"] and Relation.TRANSLATOR in {tie.relation for tie in ties}
        }


def around(cast: Cast) -> bool:
    """Whether Daud is around Amina's log, to be told of something."""
    with transaction():
        sight = look(cast.actor("amina"), cast.logs["amina"])
        there = recording.belonging(sight, sight.log(cast.logs["amina"]))
        return cast.accounts["daud"] in {person.account_id for person in there}


def test_it_is_the_one_who_was_asked(cast: Cast) -> None:
    assert translators(cast) == {"daud"}
    assert tasks_of(cast) == {cast.translations["amina.goal"]}
    register(cast, "halyna")
    other = asked(cast, cast.entries["amina.measure"], "halyna")
    assert tasks_of(cast, "halyna") == {other}
    assert tasks_of(cast) == {cast.translations["amina.goal"]}
    with pytest.raises(Hidden):
        assignments.task(cast.actor("daud"), other)


def test_until_the_last_day_and_no_longer(cast: Cast) -> None:
    until = Translation.get_by_id(cast.translations["amina.goal"]).until
    for days, there in ((0, True), (1, False)):
        with clock.at(cast.now + (until - local_date(cast.now)) + timedelta(days=days)):
            assert (translators(cast) == {"daud"}) == there
            assert around(cast) == there
    longer = asked(cast, cast.entries["amina.measure"])
    with clock.at(cast.now + (until - local_date(cast.now)) + timedelta(days=1)):
        assert tasks_of(cast) == {longer}


def test_until_it_is_stopped(cast: Cast) -> None:
    longer = asked(cast, cast.entries["amina.measure"])
    translating.stop(cast.actor("fadumo"), cast.translations["amina.goal"])
    assert tasks_of(cast) == {longer}
    translating.stop(cast.actor("amina"), longer)
    assert tasks_of(cast) == translators(cast) == set()
    assert not around(cast)


@pytest.mark.parametrize("wrong", [{"role": Relation.INTERPRETER}, {"locale": "ar"}, None])
def test_only_who_is_registered_to_translate_into_the_language(cast: Cast, wrong: dict[str, object] | None) -> None:
    mine = Qualification.account == cast.accounts["daud"]
    (Qualification.update(**wrong).where(mine) if wrong else Qualification.delete().where(mine)).execute()
    assert tasks_of(cast) == set()


@pytest.mark.parametrize("person", ["amina", "fadumo", "kari"])
def test_what_the_young_person_keeps_is_with_nobody(cast: Cast, person: str) -> None:
    """A text, and what is said of it; also when it was sent before. Then it is stopped for everybody alike."""
    measure = cast.entries["amina.measure"]
    said = evaluating.evaluate(cast.actor("kari"), measure, Outcome.BETTER, "Det virker.")
    sent = {asked(cast, measure), asked(cast, said)}
    assert tasks_of(cast) == sent | {cast.translations["amina.goal"]}
    private.choose(cast.actor("amina"), measure, [cast.accounts["yusuf"]])
    assert tasks_of(cast) == {cast.translations["amina.goal"]}
    with transaction():
        rows = {name: visible.translations(look(cast.actor(name))) for name in ("yusuf", person)}
        seen = {name: {row.id for row in query} for name, query in rows.items()}
    assert seen["yusuf"] == {cast.translations["amina.goal"]}
    assert seen[person] >= sent


def test_what_hangs_on_minutes_of_a_meeting_that_is_kept_is_with_nobody_either(cast: Cast) -> None:
    put(cast, "begun")
    called = cast.meetings["amina.meeting"]
    minutes.write(cast.actor("kari"), called, ["Søvn først."])
    sent = asked(cast, commenting.comment(cast.actor("amina"), called, "Jeg er redd for å sove."))
    assert sent in tasks_of(cast)
    private.choose(cast.actor("amina"), Meeting.get_by_id(called).entry_id, [cast.accounts["yusuf"]])
    assert tasks_of(cast) == {cast.translations["amina.goal"]}


def test_translations_are_known_to_those_who_read_the_text(cast: Cast) -> None:
    with transaction():
        knowing = {name for name in cast.accounts if list(visible.translations(look(cast.actor(name))))}
    assert knowing == {"amina", "fadumo", "yusuf", "kari", "lina", "per.aas"}


def test_it_is_the_contact_persons_service_that_sends_it(cast: Cast) -> None:
    """Health is for the health station alone. Where the school holds the baton, it is with no translator either."""
    note = asked(cast, log.add_note(cast.actor("kari"), cast.logs["amina"], "Sover med lys på.", health=True))
    assert note in tasks_of(cast)
    held_by = {"holder": cast.accounts["per.aas"], "holder_unit": cast.units["school"]}
    Stafettlogg.update(**held_by).where(Stafettlogg.id == cast.logs["amina"]).execute()
    assert tasks_of(cast) == {cast.translations["amina.goal"]}


ENDED: list[Callable[[Cast], object]] = [
    lambda cast: close(cast, "amina"),
    lambda cast: consents.answer(cast.actor("fadumo"), cast.requests["amina.log"], Answer.NO),
    lambda cast: consents.answer(cast.actor("fadumo"), cast.requests["amina.health"], Answer.NO),
    lambda cast: families.block(cast.actor("kari"), cast.logs["amina"], cast.accounts["daud"]),
]


@pytest.mark.parametrize("ended", ENDED)
def test_closed_at_rest_without_the_contact_person_or_blocked_there_is_nothing(
    cast: Cast, ended: Callable[[Cast], object]
) -> None:
    ended(cast)
    assert tasks_of(cast) == set()


def test_whoever_comes_to_belong_is_a_translator_no_longer(cast: Cast) -> None:
    kari = cast.actor("kari")
    families.add_network_person(kari, cast.logs["amina"], cast.accounts["daud"], kari.today)
    with pytest.raises(Hidden):
        assignments.task(cast.actor("daud"), cast.translations["amina.goal"])


def test_in_a_closed_log_nothing_is_stopped(cast: Cast) -> None:
    close(cast, "amina")
    with pytest.raises(Conflict):
        translating.stop(cast.actor("fadumo"), cast.translations["amina.goal"])
