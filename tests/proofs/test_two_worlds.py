"""What you may not see leaves no trace: with a secret and without it, you get the same bytes.

Two worlds from the same cast, at the same instant, with the same randomness; in one of them something more happened,
through the domain. Every page and part that the excluded person can ask for, their notices and what is sent to them
must be equal. Nothing is normalised.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from peewee import SQL

from parentapp.access import names, office, policy, visible
from parentapp.access.actions import Action
from parentapp.access.sight import Sight
from parentapp.access.visible import beside, meeting, seen, timeline
from parentapp.crypto import new_id
from parentapp.domain import consents, handovers, network_page, recording
from parentapp.enums import NoticeKind
from parentapp.models import (
    Account,
    AuditLine,
    Block,
    ContactRequest,
    InterpreterAssignment,
    NetworkAnswer,
    RatherNot,
    Translation,
)
from tests.proofs.apps import LONG
from tests.proofs.kept_apart import SECRETS, Secret
from tests.proofs.said import around_a_hidden_one
from tests.proofs.worlds import compared

MOST_AT_ONCE = 20
ALWAYS = SQL("(1 = 1)")

# All that is kept from one person happens at once; PROOFS=long tries each secret alone, too, for everybody.
SHORT = {
    "sqlite": (
        "amina amina", "amina yusuf", "amina per.aas", "amina kari", "amina anne.strand",
        "jonas helga", "sofia helga", "sofia erik", "sofia bjorn", "sofia per.aas",
        "lise anne.haugen", "lise per.haugen", "mikkel hege",
    ),
    "postgres": ("amina yusuf",),
}  # fmt: skip


def together() -> dict[str, list[Secret]]:
    """For each child and person: all that is kept from them."""
    found: dict[str, list[Secret]] = {}
    for secret in SECRETS.values():
        for person in sorted(secret.kept_from):
            found.setdefault(f"{secret.log} {person}", []).append(secret)
    return found


def parted(case: str) -> list[list[Secret]]:
    """So many of them at once that the newest thirty of a list still hold what happens afterwards."""
    secrets = together()[case]
    return [secrets[start : start + MOST_AT_ONCE] for start in range(0, len(secrets), MOST_AT_ONCE)]


def cases() -> list[Any]:
    if not LONG:
        return [(kind, case, each) for kind, chosen in SHORT.items() for case in chosen for each in parted(case)]
    at_once = [(case, each) for case in together() for each in parted(case)]
    alone = [(case, [secret]) for case, secrets in together().items() for secret in secrets if len(secrets) > 1]
    return [(kind, *each) for kind in SHORT for each in [*at_once, *alone]]


@pytest.mark.parametrize(
    ("kind", "case", "secrets"),
    cases(),
    ids=lambda each: "+".join(secret.name for secret in each) if isinstance(each, list) else each,
)
def test_what_is_kept_from_somebody_leaves_no_trace(kind: str, case: str, secrets: list[Secret]) -> None:
    assert compared(kind, case.split()[1], secrets) == []


def test_all_that_can_happen_around_a_hidden_meeting_leaves_no_trace() -> None:
    """By itself: with all the others it would push notes off the end of what her mother is shown, here and there."""
    around = Secret("around a hidden meeting", "amina", frozenset({"yusuf"}), around_a_hidden_one)
    assert compared("sqlite", "yusuf", [around]) == []


def test_with_what_is_kept_shown_to_him_that_would_show(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control."""
    monkeypatch.setattr(timeline, "_not_kept", lambda *_, **__: ALWAYS)
    around = Secret("around a hidden meeting", "amina", frozenset({"yusuf"}), around_a_hidden_one)
    assert compared("sqlite", "yusuf", [around], among="/meetings") != []


def in_logs() -> list[list[Secret]]:
    """All that happens in one log at once; PROOFS=long each alone, in every log."""
    if LONG:
        return [[secret] for secret in SECRETS.values()]
    return [[secret for secret in SECRETS.values() if secret.log == "amina"]]


@pytest.mark.parametrize("secrets", in_logs(), ids=lambda each: each[0].name)
def test_an_administrator_sees_no_trace_of_any_log(secrets: list[Secret]) -> None:
    """Whatever happens in it, by whomever: her pages are the same."""
    assert compared("sqlite", "mona", secrets) == []


def test_with_the_changes_of_logs_among_hers_it_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: what is done in a log has its audit line too, which her list must leave out."""
    monkeypatch.setattr(office, "changes", lambda _: AuditLine.select(AuditLine, Account).join(Account))
    secrets = [secret for secret in SECRETS.values() if secret.log == "amina"]
    assert compared("sqlite", "mona", secrets, among="/municipality/changes") != []


def known_logs(sight: Sight) -> list[UUID]:
    return [log.id for log in sight.logs()]


# The controls: with a guard taken away the same comparison finds the secret.

OPENED: list[tuple[str, str, str, Any, str, Any]] = [
    ("hidden note", "yusuf", "/logs", timeline, "_not_kept", lambda *_, **__: ALWAYS),
    ("withheld", "hege", "/logs", timeline, "_not_kept", lambda *_, **__: ALWAYS),
    ("hidden translation", "yusuf", "/logs", visible, "translations", lambda sight: Translation.select()),
    ("more files", "yusuf", "/logs", timeline, "_not_kept", lambda *_, **__: ALWAYS),
    ("only me", "fadumo", "/lysglimt", timeline, "_meant_for", lambda sight: ALWAYS),
    ("a draft about an adult", "yusuf", "/logs", timeline, "_about_me", lambda sight: ALWAYS),
    ("first talk with the deputy", "fadumo", "/logs", seen, "_something_left", lambda sight: ALWAYS),
    ("hidden interpreter", "yusuf", "/interpreters", visible, "assignments", lambda _: InterpreterAssignment.select()),
    ("hidden meeting", "yusuf", "/meetings", timeline, "_not_kept", lambda *_, **__: ALWAYS),
    ("another guest", "per.aas", "/meetings", meeting, "_told_of", lambda sight, log: ALWAYS),
    ("seen otherwise", "yusuf", "/logs", timeline, "_not_kept", lambda *_, **__: ALWAYS),
    (
        "seen otherwise by a parent",
        "erik",
        "/logs",
        beside,
        "_where_told",
        lambda sight: [log.id for log in sight.logs()],
    ),
    ("a guest came", "per.aas", "/meetings", meeting, "_told_of", lambda sight, log: ALWAYS),
    ("rather not", "per.aas", "/meetings", visible, "rather_nots", lambda sight: RatherNot.select()),
    ("another contact person", "fadumo", "/logs", visible, "contact_requests", lambda sight: ContactRequest.select()),
    ("min mening, to one", "fadumo", "/meetings", timeline, "_meant_for", lambda sight: ALWAYS),
    ("min mening, hidden", "yusuf", "/meetings", timeline, "_not_kept", lambda *_, **__: ALWAYS),
    ("health at 17", "helga", "/notices", timeline, "HEALTH_IS_ONES_OWN", 99),
    ("child welfare has care", "per.aas", "/consents", Sight, "concerns", lambda *_: True),
    ("another level", "per.aas", "/logs", timeline, "_ticked", lambda *_: ALWAYS),
    ("hidden level", "yusuf", "/logs", timeline, "_not_kept", lambda *_, **__: ALWAYS),
    ("blocked after all", "helga", "/more", Block, "create", lambda **_: Block(id=new_id())),
]


@pytest.mark.parametrize(
    ("name", "person", "among", "place", "guard", "instead"), OPENED, ids=[each[0] for each in OPENED]
)
def test_with_a_guard_taken_away_it_shows(
    monkeypatch: pytest.MonkeyPatch, name: str, person: str, among: str, place: Any, guard: str, instead: Any
) -> None:
    monkeypatch.setattr(place, guard, instead)
    assert compared("sqlite", person, [SECRETS[name]], among=among) != []


def test_kept_from_nobody_the_summary_shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline, "_not_kept", lambda *_, **__: ALWAYS)
    found = compared("sqlite", "yusuf", [SECRETS["hidden measure"]], among="/logs")
    assert [each for each in found if "/summary" in each]


def test_with_every_helper_named_the_summary_shows_who_takes_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "may_name", lambda *_: True)
    found = compared("sqlite", "per.aas", [SECRETS["another service"]], among="/logs")
    assert [each for each in found if "/summary" in each]


def test_told_without_asking_who_belongs_the_outbox_shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recording, "belonging", everybody_around)
    assert compared("sqlite", "helga", [SECRETS["blocked after all"]], among="/help-now") == ["notices", "outbox"]


def test_told_to_everybody_who_belongs_an_offered_handover_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    def telling(sight: Any, log: Any, thing: Any, *_: Any) -> None:
        around = {person.account_id for person in recording.belonging(sight, log)}
        recording.tell(sight, log, NoticeKind.HANDOVER, thing, around)

    monkeypatch.setattr(handovers, "tell", telling)
    found = compared("sqlite", "per.aas", [SECRETS["an offered handover"]], among="/help-now")
    assert found == ["notices", "outbox"]


def everybody_around(sight: Any, log: Any) -> list[recording.Person]:
    return [recording.Person(each.account_id, each.relation, each.unit_id) for each in sight.around]


def test_with_the_page_open_to_all_it_shows_that_somebody_is_kept_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(policy.POLICY, Action.BLOCKS_SEE, policy.Row((lambda _, __: True,), writes=False))
    monkeypatch.setattr(visible, "blocks", lambda _: Block.select())
    assert compared("sqlite", "anne.haugen", [SECRETS["a grandmother kept out"]], among="/logs") != []


def test_with_answers_counted_it_shows_who_said_no(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network_page, "is_agreed", lambda *_: NetworkAnswer.select().where(~NetworkAnswer.yes).exists())
    assert compared("sqlite", "per.haugen", [SECRETS["a no to a grandmother"]], among="/logs") != []


def test_told_of_each_answer_it_shows_who_gave_it(monkeypatch: pytest.MonkeyPatch) -> None:
    follow_up: Callable[..., None] = consents.follow_up

    def telling(before: Any, log: Any, request: Any) -> None:
        follow_up(before, log, request)
        family = {person.account_id for person in recording.belonging(before, log) if person.unit_id is None}
        recording.tell(before, log, consents.NoticeKind.CONSENT_ENDED, request.id, family)

    monkeypatch.setattr(consents, "follow_up", telling)
    assert compared("sqlite", "per.haugen", [SECRETS["a no"]], among="/notices") != []
