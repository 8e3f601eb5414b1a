"""Builds the invented municipality into an empty database: people first, then every story in order of time."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from uuid import UUID

from parentapp import clock, crypto
from parentapp.access.actor import SystemActor
from parentapp.db import transaction
from parentapp.demo import stories
from parentapp.demo.administration import administer
from parentapp.demo.beats import Beat
from parentapp.demo.people import EVERYBODY, MUNICIPALITIES, PASSWORD, QUALIFIED, UNITS, Person
from parentapp.demo.stage import Stage
from parentapp.domain import municipality, notices

BEFORE = timedelta(days=420)  # when the municipalities began; all stories are younger
AT_WORK_SINCE = 4 * 365  # days ago
BETWEEN = timedelta(minutes=7)  # the least time from one beat of a log to the next

Played = tuple[datetime, str, Beat]


def build(*, history: bool, seed: str | None = None) -> Stage:
    """Fjordvik as it stands at the clock's now. Without `history`: everybody's situation, but few words.

    With a `seed` the same ids and keys each time: for tests only, as anyone could make those keys again.
    """
    stage = Stage(clock.now())
    with ExitStack() as stack:
        if seed is not None:
            stack.enter_context(crypto.seeded(seed))
        stack.enter_context(transaction())
        with clock.at(stage.now - BEFORE):
            _settle(stage)
        for instant, story, beat in _in_order(stage, stories.told(stage, history=history)):
            with clock.at(instant), _told_which(beat):
                beat.play(stage, story)
        if history:
            administer(stage)
        _deliver(stage)
    return stage


@contextmanager
def _told_which(beat: Beat) -> Iterator[None]:
    """Whatever goes wrong says in which beat."""
    try:
        yield
    except Exception as error:
        error.add_note(str(beat))
        raise


def _settle(stage: Stage) -> None:
    """The municipalities, their units and everybody's accounts."""
    actor = SystemActor("demo", clock.now())
    for key, name in MUNICIPALITIES.items():
        stage.municipalities[key] = municipality.found(actor, name, invented=True)
    for key, place in UNITS.items():
        of = stage.municipalities[place.municipality]
        stage.units[key] = municipality.add_unit(actor, of, place.name, place.service)
    for number, person in enumerate(EVERYBODY.values(), start=101):
        stage.accounts[person.username] = _account(actor, stage, person, f"000 00 {number}")
        if person.unit:
            municipality.employ(
                actor,
                stage.accounts[person.username],
                stage.units[person.unit],
                person.title,
                stage.day(AT_WORK_SINCE),
                leads=person.leads,
            )
    for username, role, locale, level, agency in QUALIFIED:
        municipality.qualify(actor, stage.accounts[username], role, locale, level, agency)


def _account(actor: SystemActor, stage: Stage, person: Person, phone: str) -> UUID:
    of = stage.municipalities[person.municipality]
    return municipality.add_account(
        actor,
        of,
        username=person.username,
        password=PASSWORD,
        name=person.name,
        locale=person.locale,
        phone=phone,
        portrait=person.portrait,
        needs_interpreter=person.needs_interpreter,
        administers=of if person.administers else None,
        password_at=clock.now(),  # known to everybody, and meant to be
    )


def _in_order(stage: Stage, told: Iterable[tuple[str, list[Beat]]]) -> list[Played]:
    """All beats with their instants. Within a log none comes before what it follows upon."""
    placed: list[Played] = []
    for story, beats in told:
        earliest = stage.now - BEFORE
        for beat in sorted(beats, key=lambda each: (-each.days, each.at)):
            instant = beat.when(stage)
            if beat.waits:
                instant = earliest = min(max(instant, earliest), stage.now)
                earliest += BETWEEN
            placed.append((instant, story, beat))
    return sorted(placed, key=lambda each: each[0])


def _deliver(stage: Stage) -> None:
    """The notices of the past went out when they were written; only the worker sends those of the future."""
    actor = SystemActor("demo", stage.now)
    while due := notices.claim(actor):
        notices.delivered(actor, [each.id for each in due])
