"""Opened again, a log shows no service anything but by questions asked since: whatever was said before it was closed,
whatever is said of the old questions afterwards, and however time passes. With those left standing the walk sees it.
"""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parentapp import clock
from parentapp.access import visible
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import closing, consents, questions, reopening
from parentapp.enums import Answer, Kind
from parentapp.errors import Conflict, Denied, Hidden
from parentapp.models import ConsentRequest, Entry, Stafettlogg
from tests import cast as casting
from tests.cast import Cast
from tests.proofs.apps import LONG

SIGNING = ("fadumo", "yusuf", "amina")
STAFF = ("kari", "lina", "per.aas", "tor", "berit", "ola")
WALKS = 300 if LONG else 15
Step = tuple[str, int, str, bool]
acts = st.sampled_from(("answer", "answer", "answer", "ask", "agree", "pass"))
steps = st.lists(st.tuples(acts, st.integers(0, 9), st.sampled_from(SIGNING), st.booleans()), max_size=12)


class Walk:
    """Amina's log; what is said of it, an hour apart."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.log, self.now = cast, cast.logs["amina"], cast.now
        self.opened: datetime | None = None

    def step(self, what: str, which: int, who: str, yes: bool) -> None:
        self.now += timedelta(days=which * 9) if what == "pass" else timedelta(hours=1)
        with clock.at(self.now):
            asked = list(
                ConsentRequest.select().where(ConsentRequest.log == self.log).order_by(ConsentRequest.asked_at)
            )
            said = Answer.YES if yes else Answer.NO
            try:
                if what == "answer":
                    consents.answer(self.cast.actor(who), asked[which % len(asked)].id, said)
                if what == "ask":
                    self.ask(who)
                if what == "agree":
                    self.all_say_yes(asked[-1].id)
            except (Conflict, Denied, Hidden):
                pass

    def ask(self, who: str) -> UUID:
        about = {"unit": self.cast.units["health"], "kinds": frozenset({Kind.PLAN}), "purpose": "For å hjelpe."}
        return questions.ask(self.cast.actor(who), self.log, **about)

    def all_say_yes(self, question: UUID) -> None:
        for who in SIGNING:
            consents.answer(self.cast.actor(who), question, Answer.YES)

    def close_and_open(self) -> None:
        self.now += timedelta(hours=1)
        with clock.at(self.now):
            proposed = closing.propose(self.cast.actor("fadumo"), self.log, "Det går bra.")
            for who in SIGNING[1:]:
                closing.agree(self.cast.actor(who), proposed)
        self.now += timedelta(hours=1)
        with clock.at(self.now):
            self.nobody_sees()
            self.all_say_yes(reopening.ask(self.cast.actor("yusuf"), self.log, "Igjen."))
            self.opened = self.now
            assert Stafettlogg.get_by_id(self.log).closed_at is None
            self.nobody_sees()

    def seeing(self) -> set[str]:
        found = set()
        with clock.at(self.now):
            for who in STAFF:
                with transaction():
                    sight = look(self.cast.actor(who), self.log)
                    if visible.entries(sight).where(Entry.log == self.log).exists() or sight.logs():
                        found.add(who)
        return found

    def nobody_sees(self) -> None:
        assert self.seeing() == set()

    def only_by_what_is_new(self) -> None:
        """Of the services only the contact person's was asked about since, and no helper takes part but them."""
        new = (ConsentRequest.log == self.log) & (ConsentRequest.asked_at > self.opened)
        asked = ConsentRequest.select().where(new & ConsentRequest.unit.is_null(False)).exists()
        assert self.seeing() <= ({"kari"} if asked else set())


def walked(cast: Cast, before: list[Step], after: list[Step]) -> None:
    walk = Walk(cast)
    for step in before:
        walk.step(*step)
    walk.close_and_open()
    for step in after:
        walk.step(*step)
        walk.only_by_what_is_new()


@settings(max_examples=WALKS, deadline=None, derandomize=not LONG, suppress_health_check=list(HealthCheck))
@given(before=steps, after=steps)
def test_nothing_of_before_comes_back(before: list[Step], after: list[Step]) -> None:
    with casting.assembled("sqlite") as cast:
        walked(cast, before, after)


def test_what_is_new_is_seen(cast: Cast) -> None:
    """Or else the walk would prove nothing."""
    walk = Walk(cast)
    assert walk.seeing() > {"kari"}
    walk.close_and_open()
    walk.now += timedelta(hours=1)
    with clock.at(walk.now):
        walk.all_say_yes(walk.ask("yusuf"))
    assert walk.seeing() == {"kari"}


def test_with_the_old_questions_left_standing_they_are_seen(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def left_standing(actor: object, log: object, request_id: UUID) -> None:
        Stafettlogg.update(closed_at=None).where(Stafettlogg.id == cast.logs["amina"]).execute()

    monkeypatch.setattr(reopening, "open_again", left_standing)
    with pytest.raises(AssertionError):
        walked(cast, [], [])
