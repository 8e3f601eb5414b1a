"""A program that writes numbered lines through our own database module, and acknowledges each when it is stored.

Run as: writer.py URL HOW_MANY [full|normal|early]. `normal` and `early` are the controls: one does not wait for
the disk, the other acknowledges before it has stored. It goes on after the lines that are there already.
"""

import os
import sys

from peewee import IntegerField, TextField, fn

from parentapp import db
from parentapp.db import Table

TOGETHER = 10  # lines in one transaction, where they are acknowledged too early


class Line(Table):
    number = IntegerField(unique=True)
    text = TextField()


def main(url: str, how_many: int, manner: str = "full") -> None:
    database = db.init(url)
    database.pragma("wal_autocheckpoint", 50, permanent=True)  # also the rarer movements of the files are tried
    if manner == "normal":
        database.pragma("synchronous", 1, permanent=True)
    with db.transaction():
        database.create_tables([Line])
    start = (Line.select(fn.MAX(Line.number)).scalar() or 0) + 1
    for number in range(start, start + how_many):
        if manner != "early":
            store_and_say(number)
        elif (number - start) % TOGETHER == 0:
            say_and_store(number)


def store_and_say(number: int) -> None:
    with db.transaction():
        store(number)
    say(number)


def say_and_store(first: int) -> None:
    with db.transaction():
        for number in range(first, first + TOGETHER):
            store(number)
            say(number)


def store(number: int) -> None:
    Line.create(number=number, text=f"linje {number} " * 30)


def say(number: int) -> None:
    os.write(1, b"%d\n" % number)  # one call, no buffer: said is said, even if the next thing is the end


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:])
