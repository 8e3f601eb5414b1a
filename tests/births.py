"""The log of a pregnancy, closed as it is once the child is born."""

from datetime import timedelta

from parentapp.domain import births
from tests.cast import Cast


def born(cast: Cast) -> Cast:
    """Marta has said that her child was born two days ago."""
    births.say(cast.actor("marta"), cast.logs["marta"], cast.today - timedelta(days=2))
    return cast
