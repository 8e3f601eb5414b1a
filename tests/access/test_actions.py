"""Who may do what: for each action of the policy everybody of the cast, in a child's, a young person's, a closed log.

`who_may.txt` is to be read aloud. Whether a page or an act asks the policy at all is the matrix's.

    @amina
      about-me:write  amina fadumo yusuf
"""

from pathlib import Path

import pytest

from parentapp.access import policy
from parentapp.access.actions import Action
from parentapp.access.policy import can
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.models import Subject
from tests.access.states import put
from tests.cast import Cast

FILE = Path(__file__).parent / "who_may.txt"
LOGS = ("sofia", "amina", "jonas", "elias")

# What is done in a closed log, too: reading, what ends something, and opening it again. All else is refused there.
IN_A_CLOSED_LOG = {
    Action.BATON_SEE,
    Action.ABOUT_ME_SEE,
    Action.ANSWERS_SEE,
    Action.ARCHIVE_SEE,
    Action.BATON_SEE,
    Action.REFERRAL_MAKE,
    Action.ASSIGNMENT_DECLARE,
    Action.ASSIGNMENT_SEE,
    Action.BLOCKS_SEE,
    Action.CARE_CONFIRM,
    Action.CLOSING_AGREE,
    Action.CLOSING_PROPOSE,
    Action.CLOSING_SEE,
    Action.CONTACT_REQUEST_ANSWER,
    Action.CONTACT_REQUEST_SEE,
    Action.CONTACT_REQUEST_TAKE_BACK,
    Action.ENTRY_COPY,
    Action.FREEZE_CONFIRM,
    Action.FREEZE_END,
    Action.FREEZE_PRESS,
    Action.FREEZE_SEE,
    Action.GUARDIAN_CHOOSE,
    Action.HANDOVER_SEE,
    Action.INDIVIDUAL_PLAN_SEE,
    Action.INTERPRETER_SEE,
    Action.LOG_SEE,
    Action.MEETINGS_SEE,
    Action.NETWORK_REMOVE,
    Action.NETWORK_STAY,
    Action.OWN_MATTER_SEE,
    Action.PAPER_CONFIRM,
    Action.PEOPLE_SEE,
    Action.PLAN_SEE,
    Action.REGISTERING_SEE,
    Action.REOPENING_ANSWER,
    Action.REOPENING_ASK,
    Action.BIRTH_SAY,
    Action.REOPENING_REGISTER,
    Action.SEEN_SEE,
    Action.SHARING_SEE,
    Action.STORY_SEE,
    Action.SUMMARY_SEE,
    Action.TRANSLATIONS_SEE,
    Action.TRANSLATION_WRITE,
    Action.VERSIONS_SEE,
}


def told() -> dict[str, dict[Action, set[str]]]:
    """By log and action, who may. Raises ValueError for an action that is none, or stands twice."""
    found: dict[str, dict[Action, set[str]]] = {}
    for line in FILE.read_text().splitlines():
        word, *people = line.split("#")[0].split() or [""]
        if word.startswith("@"):
            found[word.removeprefix("@")] = {}
        elif word:
            log = list(found)[-1]
            if Action(word) in found[log]:
                raise ValueError(line)
            found[log][Action(word)] = set(people)
    return found


@pytest.mark.parametrize("log", LOGS)
def test_who_may(cast: Cast, log: str) -> None:
    may: dict[Action, set[str]] = {action: set() for action in policy.POLICY}
    for person in cast.accounts:
        with transaction():
            sight = look(cast.actor(person))
            for known in [each for each in sight.ties if each.id == cast.logs[log]]:
                for action in [each for each in policy.POLICY if can(sight, each, known)]:
                    may[action].add(person)
    assert may == told()[log]


def may(cast: Cast, person: str, log: str) -> set[Action]:
    with transaction():
        sight = look(cast.actor(person))
        known = next(each for each in sight.ties if each.id == cast.logs[log])
        return {action for action in policy.POLICY if can(sight, action, known)}


def test_from_18_there_is_no_guardian_to_choose(cast: Cast) -> None:
    assert Action.GUARDIAN_CHOOSE in may(cast, "jonas", "jonas")
    grown = cast.today.replace(year=cast.today.year - 18)
    Subject.update(born=grown).where(Subject.account == cast.accounts["jonas"]).execute()
    assert Action.GUARDIAN_CHOOSE not in may(cast, "jonas", "jonas")


def test_before_the_yes_to_the_log_itself_its_family_only_answers(cast: Cast) -> None:
    asked = put(cast, "asked")
    there = {Action.LOG_SEE, Action.CONSENT_ANSWER}
    assert there <= may(asked, "oksana", "mia")
    assert not {Action.NETWORK_ANSWER, Action.NETWORK_PROPOSE} & may(asked, "oksana", "mia")


def test_every_action_stands_there_for_each_log() -> None:
    assert {log: set(rows) for log, rows in told().items()} == {log: set(policy.POLICY) for log in LOGS}


def test_nothing_else_is_done_in_a_closed_log() -> None:
    assert {action for action, row in policy.POLICY.items() if not row.writes} == IN_A_CLOSED_LOG
