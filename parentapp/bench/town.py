"""The instance that is measured: the invented municipality in a temporary folder, and as much in one log as wanted."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle, islice
from uuid import UUID

from flask import Flask

from parentapp import clock, config, create_app, db, demo, opening, preparing
from parentapp.demo.stage import Stage
from parentapp.demo.stories import sofia
from parentapp.domain import consents, conversations, families, log, lysglimt, plan, questions
from parentapp.enums import Answer, Basis, Feeling, Kind, LifeArea

LOG, TALK = "sofia", "sofia.oksana"
APART = timedelta(minutes=73)  # from one entry to the next; all are older than the demo's newest


@dataclass(frozen=True)
class Town:
    """The app over the built instance, and everybody's ids by name."""

    app: Flask
    stage: Stage


@dataclass(frozen=True)
class Place:
    """Where there is to be more: a log, and a conversation in it."""

    log_id: UUID
    talk_id: UUID


@contextmanager
def built() -> Iterator[Town]:
    """Inside the block this process works on an instance of its own, which is removed afterwards."""
    with tempfile.TemporaryDirectory(prefix="parentapp-bench-") as folder:
        environ = {"MODE": "test", "INSTANCE": folder}
        preparing.make_keys(environ)
        settings = config.load(environ)
        preparing.migrate(settings)
        opening.open_all(settings)
        db.fresh()
        stage = demo.build(history=False)
        try:
            yield Town(create_app(settings), stage)
        finally:
            db.settle()
            db.database.close()


def count(town: Town, reader: str) -> int:
    """How many entries somebody sees on the first page of the log."""
    return len(log.timeline(town.stage.actor(reader), town.stage.logs[LOG]).entries)


def fill(stage: Stage, entries: int) -> None:
    """So many notes and lysglimt more in the log, as people write them; and a message for every third."""
    helpers = cycle([("per.aas", sofia.PER), ("kari", sofia.KARI), ("kari", sofia.HEALTH)])
    family = cycle([("erik", sofia.ERIK), ("oksana", sofia.OKSANA)])
    for number, (writes, glimpses) in islice(enumerate(zip(helpers, family, strict=False)), entries):
        with clock.at(stage.now + APART * number - APART * entries):
            if number % 3 == 0:
                _glimpse(stage, number, *glimpses)
                _talk(stage, number)
            else:
                who, texts = writes
                text, health = texts[number % len(texts)], texts is sofia.HEALTH
                log.add_note(stage.actor(who), stage.logs[LOG], text, health=health)


def widen(stage: Stage, logs: int) -> list[Place]:
    """So many logs more, of which Oksana is guardian and Kari the holder: each with entries and a conversation."""
    return [_another(stage, f"Barn {number}") for number in range(logs)]


def _another(stage: Stage, name: str) -> Place:
    kari, oksana = stage.actor("kari"), stage.actor("oksana")
    log_id = families.ask_for_log(kari, stage.units["health"], name=name, born=stage.born(9, 30), level=1)
    families.add_guardian(
        kari,
        log_id,
        stage.accounts["oksana"],
        basis=Basis.PARENTAL_RESPONSIBILITY,
        verified_how="Viste legitimasjon.",
        since=stage.today,
    )
    asked = [
        questions.ask(kari, log_id, unit=unit, kinds=frozenset(Kind), purpose="Så vi kan hjelpe.", child_view="Greit.")
        for unit in (None, stage.units["health"])
    ]
    for request in asked:
        consents.answer(oksana, request, Answer.YES)
    goal = plan.add_goal(kari, log_id, "En venn i friminuttene.", LifeArea.FRIENDS)
    plan.add_measure(
        kari,
        goal,
        "Følge til gymmen.",
        owner=kari.account_id,
        owner_unit=stage.units["health"],
        starts=stage.today,
        look_at=stage.today,
    )
    lysglimt.post(oksana, log_id, "Hun lo hele veien hjem.")
    talk = conversations.start(oksana, log_id)
    conversations.write(oksana, talk, "Kan vi snakke i morgen?")
    return Place(log_id, talk)


def _glimpse(stage: Stage, number: int, who: str, texts: tuple[str, ...]) -> None:
    feelings = tuple(Feeling)
    entry = lysglimt.post(
        stage.actor(who), stage.logs[LOG], texts[number % len(texts)], feeling=feelings[number % len(feelings)]
    )
    for person in ("oksana", "kari")[: number % 3 + 1]:
        lysglimt.heart(stage.actor(person), entry, on=True)


def _talk(stage: Stage, number: int) -> None:
    who, texts = ("oksana", sofia.OKSANA) if number % 2 else ("kari", sofia.KARI)
    conversations.write(stage.actor(who), stage.conversations[TALK], texts[number % len(texts)])
