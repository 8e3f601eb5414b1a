"""A closed log opened again, as people do it: one of the family asks, and everybody who signs says yes."""

from uuid import UUID

from parentapp.domain import consents, reopening
from parentapp.enums import Answer
from tests.cast import Cast

WHY = "Det er blitt vanskelig på skolen igjen."


def asked(cast: Cast, who: str = "fadumo", child: str = "amina") -> UUID:
    return reopening.ask(cast.actor(who), cast.logs[child], WHY)


def reopen(cast: Cast, child: str = "amina", *signing: str) -> UUID:
    """`signing`: those who sign today; the first one asks."""
    who = signing or ("fadumo", "yusuf", "amina")
    question = asked(cast, who[0], child)
    for each in who:
        consents.answer(cast.actor(each), question, Answer.YES)
    return question
