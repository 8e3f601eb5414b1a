"""Figure 4: what a part of a page costs beside a bare answer of Flask, and how much of that is the database."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle

from flask import Flask

from parentapp.bench import spending
from parentapp.bench.figures import Figure, ratio
from parentapp.bench.timing import Side, compare
from parentapp.bench.town import LOG, TALK, Town
from parentapp.bench.visiting import Answer, Visitor, ask

HEART, NO_QUESTION = "part (a heart: decided, written, logged)", "answer without database (/healthz)"
LAST = re.compile(rb'name="after" id="after" value="([^"]+)"')


def part(town: Town, reader: str, seconds: float) -> list[Figure]:
    """4: a heart, given and taken back by turns, against a bare answer of the same bytes. And what of it is database.

    Each press is decided, written down, logged and drawn anew. The budget's gate is for an answer that asks no
    database, which no part of ours is: the last line is the answer that comes nearest, and `details` tell of others.
    """
    visitor, stage = Visitor(town.app, reader), town.stage
    talk = f"/conversations/{stage.conversations[TALK]}"
    last = LAST.findall(visitor.plain().get(talk)().body)[-1].decode()
    glimpse = stage.entries["sofia.lysglimt"]
    parts = {
        HEART: by_turns(*(visitor.post(f"/lysglimt/{glimpse}/heart", on=on) for on in ("0", "1"))),
        NO_QUESTION: visitor.get("/healthz"),
        "nothing new in a conversation": visitor.get(f"{talk}?after={last}", part=True),
        "older entries": visitor.get(f"/logs/{stage.logs[LOG]}?before={glimpse}", part=True),
    }
    each_of = seconds / len(parts)
    found = {name: compare(Side(act), Side(bare_answer(act()), batch=40), each_of) for name, act in parts.items()}
    shares = {name: round(100 * spending.share(act, each_of / 4), 1) for name, act in parts.items()}
    others = {
        name: {"ratio": round(each.ratio, 2), "database, %": shares[name], "ms": each.milliseconds()}
        for name, each in found.items()
    }
    bare = "÷ bare Flask answer of the same bytes"
    heart = ratio(4, f"{HEART} {bare} (gate: for an answer without database)", found[HEART], gate=2, aim=1.25)
    nothing = ratio(4, f"{NO_QUESTION} {bare}", found[NO_QUESTION], gate=2, aim=1.25)
    share = shares[HEART]
    database = Figure(4, "of the heart's CPU: the database", "%", share, share, share)
    return [replace(heart, details=others), database, nothing]


def by_turns(*acts: Callable[[], Answer]) -> Callable[[], Answer]:
    """One after the other, over and over."""
    turns = cycle(acts)

    def act() -> Answer:
        return next(turns)()

    return act


def bare_answer(answer: Answer) -> Callable[[], Answer]:
    """Flask with nothing but this answer."""
    app = Flask("bare", static_folder=None)
    app.add_url_rule("/", view_func=lambda: (answer.body, answer.status))
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/", "SERVER_NAME": "localhost", "SERVER_PORT": "80"}
    return lambda: ask(app, {**environ, "wsgi.url_scheme": "http"})
