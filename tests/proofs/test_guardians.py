"""No guardian without a named human, and nothing lifts a block: whatever is done, by whomever, in whichever order,
twice or not at all. After each step of a walk through Sofia's log it is asked who has come in, and by whose word.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from peewee import SQL

from parentapp import clock
from parentapp.access import facts, policy
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.prepared import Prepared
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import blocks, consents, families, guardians, handovers, inviting, network
from parentapp.domain.accounts import username_hash
from parentapp.domain.guardians import Relationship
from parentapp.domain.handovers import Proposal
from parentapp.domain.network import Proposed
from parentapp.enums import Answer, Basis, Closeness, Relation
from parentapp.errors import Conflict, Denied, Hidden, Unknown
from parentapp.models import Account, AuditLine, Block, Guardian, NetworkProposal, ProposedGuardian
from tests import cast as casting
from tests.cast import Cast
from tests.proofs.apps import LONG

WALKS, STEPS = ({"sqlite": 300, "postgres": 60}, 40) if LONG else ({"sqlite": 20, "postgres": 6}, 25)
HOLDER = "kari"
DOERS = (HOLDER, HOLDER, HOLDER, "lina", "lina", "per.aas", "oksana", "erik", "anne.strand", "mona", "helga", "gro")
TARGETS = ("helga", "gro", "silje", "erik", "per.aas", "oksana")
TOLD = "Viste pass på kontoret."
Step = tuple[str, str, str, int]


class Walk:
    """Sofia's log: Kari holds the baton, Oksana is her mother; Lina and Per Aas help."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.log, self.now = cast, cast.logs["sofia"], cast.now
        self.mothers_row: UUID = Guardian.get(Guardian.log == self.log).id
        self.barred: set[UUID] = set()

    def step(self, act: str, doer: str, target: str, pick: int) -> None:
        self.now += timedelta(days=pick * 9) if act == "time passes" else timedelta(minutes=1)
        with clock.at(self.now):
            with suppress(Conflict, Denied, Hidden, Unknown):
                ACTS[act](self, self.cast.actor(doer), target, pick)
            self.holds()

    def holds(self) -> None:
        """Raises AssertionError."""
        barred = {row.account_id for row in Block.select().where(Block.log == self.log)}
        assert barred >= self.barred, "a block was lifted"
        self.barred = barred
        inside = self.inside()
        assert not inside.keys() & barred, "somebody who is kept out has come in"
        guardian_rows = Guardian.select().where((Guardian.log == self.log) & (Guardian.id != self.mothers_row))
        for row in guardian_rows:
            assert row.verified_by_id == self.cast.accounts[HOLDER], "nobody may add people but the contact person"
            assert row.verified_how == TOLD
            assert row.verified_by_id in self.said(Action.PERSON_ADD, row.account_id)
            if row.basis is Basis.COURT_JUDGMENT or row.account.on_paper:
                seconds = self.said(Action.GUARDIAN_CONFIRM, row.account_id)
                assert seconds - {row.verified_by_id, row.account_id}, "one person alone has let them in"
        named = {row.account_id for row in guardian_rows} | {self.cast.accounts["oksana"]}
        assert {who for who, ties in inside.items() if Relation.GUARDIAN in ties} <= named

    def inside(self) -> dict[UUID, set[Relation]]:
        """Who of those things are done to has something to do with the log now, and as what."""
        found = {}
        for account in (self.cast.accounts[target] for target in TARGETS):
            with transaction():
                ties = look(Actor(account, self.now)).ties
            for log in (each for each in ties if each.id == self.log):
                found[account] = {tie.relation for tie in ties[log]}
        return found

    def said(self, action: Action, thing: UUID) -> set[UUID]:
        lines = AuditLine.select().where((AuditLine.action == action.value) & (AuditLine.thing == thing))
        return {line.account_id for line in lines.where(AuditLine.log == self.log)}

    def waiting(self, pick: int) -> UUID:
        rows = list(ProposedGuardian.select().where(ProposedGuardian.log == self.log).order_by(ProposedGuardian.at))
        if not rows:
            raise Hidden
        found: UUID = rows[-1 - pick % len(rows)].id
        return found

    def proposed(self) -> UUID:
        rows = NetworkProposal.select().where(NetworkProposal.log == self.log)
        row = rows.order_by(NetworkProposal.at.desc()).first()
        if row is None:
            raise Hidden
        found: UUID = row.id
        return found


def found(walk: Walk, pick: int, basis: Basis | None = None, *, on_paper: bool = False) -> Relationship:
    chosen = basis or (Basis.PARENTAL_RESPONSIBILITY, Basis.VERGE, Basis.FOSTER_PARENT)[pick % 3]
    return Relationship(chosen, TOLD, clock.today() + timedelta(days=pick % 2), signs=True, on_paper=on_paper)


def _ends(walk: Walk, actor: Actor, target: str, pick: int) -> None:
    mine = (Guardian.log == walk.log) & (Guardian.account == walk.cast.accounts[target])
    row = Guardian.select().where(mine).order_by(Guardian.since.desc()).first()
    guardians.end(actor, walk.log, row.id if row else walk.log, "Dom fra tingretten.")


def _answers(walk: Walk, actor: Actor, target: str, pick: int) -> None:
    consents.answer(actor, walk.cast.requests["sofia.log"], Answer.YES if pick % 3 else Answer.NO)


def _hands_over(walk: Walk, actor: Actor, target: str, pick: int) -> None:
    handovers.propose(actor, walk.log, target, Proposal("Jeg skal ha permisjon.", "Takk for meg."))


ACTS: dict[str, Callable[[Walk, Actor, str, int], object]] = {
    "adds": lambda walk, actor, target, pick: guardians.add(actor, walk.log, target, found(walk, pick)),
    "adds by court": lambda walk, actor, target, pick: guardians.add(
        actor, walk.log, target, found(walk, pick, Basis.COURT_JUDGMENT)
    ),
    "adds on paper": lambda walk, actor, target, pick: guardians.add(
        actor, walk.log, "Jan Berg", found(walk, pick, on_paper=True)
    ),
    "confirms": lambda walk, actor, target, pick: guardians.confirm(actor, walk.log, walk.waiting(pick), "Så dommen."),
    "takes back": lambda walk, actor, target, pick: guardians.take_back(actor, walk.log, walk.waiting(pick)),
    "ends": _ends,
    "keeps out": lambda walk, actor, target, pick: blocks.keep_out(actor, walk.log, target, "Besøksforbud."),
    "proposes for the network": lambda walk, actor, target, pick: network.propose(
        actor, walk.log, Proposed(target, "Noen", Closeness.GRANDPARENT)
    ),
    "answers about the network": lambda walk, actor, target, pick: network.answer(
        actor, walk.log, walk.proposed(), yes=bool(pick % 4)
    ),
    "lets into the network": lambda walk, actor, target, pick: network.let_in(actor, walk.log, walk.proposed()),
    "adds a helper": lambda walk, actor, target, pick: families.add_participant(
        actor, walk.log, walk.cast.accounts[target], walk.cast.units["school"]
    ),
    "invites": lambda walk, actor, target, pick: inviting.invite_guest(
        actor, walk.cast.meetings["sofia.meeting"], target, "Kjenner Sofia."
    ),
    "hands over": _hands_over,
    "answers": _answers,
    "time passes": lambda walk, actor, target, pick: None,
}
steps = st.lists(
    st.tuples(st.sampled_from(sorted(ACTS)), st.sampled_from(DOERS), st.sampled_from(TARGETS), st.integers(0, 9)),
    min_size=STEPS,
    max_size=STEPS,
)


def walked(kind: str, taken: list[Step]) -> Walk:
    with casting.assembled(kind) as cast:
        walk = Walk(cast)
        for step in taken:
            walk.step(*step)
        return walk


@pytest.mark.parametrize("kind", ["sqlite", "postgres"])
def test_whatever_happens_nobody_comes_in_by_themselves(kind: str) -> None:
    @settings(
        max_examples=WALKS[kind],
        deadline=None,
        derandomize=not LONG,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],  # a walk in which it fails is short enough to read
    )
    @given(taken=steps)
    def holds(taken: list[Step]) -> None:
        walked(kind, taken)

    holds()


# Stories that the walk lives through, and that it must not once a guard is gone.
IN_ALL_WAYS: list[Step] = [
    ("adds", HOLDER, "helga", 0),
    ("adds by court", HOLDER, "gro", 0),
    ("adds on paper", HOLDER, "gro", 0),
    ("confirms", "lina", "gro", 1),
    ("confirms", "per.aas", "gro", 0),
]
BY_SOMEBODY_ELSE: list[Step] = [("adds", "lina", "helga", 0)]
BY_ONE: list[Step] = [("adds by court", HOLDER, "gro", 0), ("confirms", HOLDER, "gro", 0)]
ALONE: list[Step] = [("adds on paper", HOLDER, "gro", 0)]
BARRED: list[Step] = [("adds", HOLDER, "helga", 0), ("keeps out", HOLDER, "helga", 0)]


def test_people_do_come_in() -> None:
    """Or else the walk would prove nothing."""
    with casting.assembled("sqlite") as cast:
        walk = Walk(cast)
        for step in IN_ALL_WAYS:
            walk.step(*step)
        assert Guardian.select().where(Guardian.log == walk.log).count() == 4
        with clock.at(walk.now):
            assert Relation.GUARDIAN in walk.inside()[cast.accounts["helga"]]
            assert Account.select().where(Account.on_paper).count() == 1


def _everybody_adds(patch: pytest.MonkeyPatch) -> None:
    patch.setitem(policy.POLICY, Action.PERSON_ADD, policy.Row((lambda _, __: True,), Denied, writes=True))


def _one_is_enough(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(guardians, "takes_two", lambda *_, **__: False)


def _oneself_is_two(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(guardians, "require_second", lambda *_: None)
    patch.setitem(policy.POLICY, Action.GUARDIAN_CONFIRM, policy.Row((lambda _, __: True,), Denied, writes=True))


def _blocks_are_not_asked_for(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(facts, "_not_blocked", lambda me, tied: SQL("(1 = 1)"))
    patch.setattr(facts, "_tied", Prepared(facts._tied_query))


def _adding_lifts_a_block(patch: pytest.MonkeyPatch) -> None:
    """As an import once did."""

    def imported(sight: Sight, log: LogFacts, username: str) -> UUID:
        found: UUID = Account.get(Account.username_hash == username_hash(username)).id
        Block.delete().where(Block.account == found).execute()
        return found

    patch.setattr(guardians, "_find", imported)


CONTROLS = {
    "everybody adds": (_everybody_adds, BY_SOMEBODY_ELSE),
    "one is enough": (_one_is_enough, ALONE),
    "oneself is two": (_oneself_is_two, BY_ONE),
    "blocks are not asked for": (_blocks_are_not_asked_for, BARRED),
    "adding lifts a block": (_adding_lifts_a_block, [BARRED[1], BARRED[0]]),
}


@pytest.mark.parametrize("name", CONTROLS)
def test_with_a_guard_taken_away_it_is_found(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    remove, story = CONTROLS[name]
    walked("sqlite", story)
    remove(monkeypatch)
    with pytest.raises(AssertionError):
        walked("sqlite", story)
