"""One table: who may do what. An action without a row is refused; a log that is closed takes no writing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from parentapp.access import names, rules
from parentapp.access.actions import Action
from parentapp.access.ages import chooses_guardians, guardians_are_out
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.enums import Basis
from parentapp.errors import Conflict, Denied, Hidden
from parentapp.i18n import N_

Rule = Callable[[Sight, LogFacts], bool]

# NOTE: said to a stafettholder who names a deputy or a successor whose service has no consent
NOT_COVERED = N_("Familien har ikke sagt ja til denne tjenesten.")
THE_YOUTH_CHOOSES = N_("Fra 16 år kan en ny foresatt bare bli med når ungdommen selv har sagt ja.")
CLOSED = N_("Loggen er avsluttet. Den kan leses, men ikke endres.")


@dataclass(frozen=True)
class Row:
    """Any one of the rules is enough. A page that somebody may not know of refuses with Hidden."""

    rules: tuple[Rule, ...]
    refusal: type[Exception] = Denied
    writes: bool = True


def _reading(*rules: Rule) -> Row:
    return Row(rules, Hidden, writes=False)


def _writing(*rules: Rule) -> Row:
    return Row(rules)


POLICY: dict[Action, Row] = {
    Action.LOG_OPEN: _writing(rules.opens_log),
    Action.LOG_SEE: _reading(
        rules.is_subject, rules.is_guardian, rules.is_network_person, rules.takes_part, rules.opens_log
    ),
    Action.STORY_SEE: _reading(rules.is_subject, rules.is_guardian),
    Action.SHARING_SEE: _reading(rules.is_subject, rules.is_guardian, rules.answers_in_care),
    Action.ANSWERS_SEE: _reading(rules.is_subject, rules.is_guardian, rules.answers_in_care),
    Action.SEEN_SEE: _reading(rules.is_subject, rules.is_guardian),
    Action.NOTE_ADD: _writing(rules.sees_plan),
    Action.CONCERN_ADD: _writing(rules.sees_plan, rules.opens_log),
    Action.GOAL_ADD: _writing(rules.holds_baton),
    Action.MEASURE_ADD: _writing(rules.holds_baton),
    Action.LEVEL_CHANGE: _writing(rules.holds_baton),
    Action.BATON_SEE: _reading(rules.knows_who_belongs, rules.holds_baton),
    Action.HANDOVER_SEE: _reading(rules.is_subject, rules.is_guardian, rules.holds_baton, rules.is_successor),
    Action.HANDOVER_PROPOSE: _writing(rules.holds_baton),
    # By the leader, who sees nothing of the log: also to take back what waits there. Never in a closed one.
    Action.HANDOVER_ASSIGN: Row((rules.finds_holder,), Hidden),
    Action.HANDOVER_WITHDRAW: _writing(rules.holds_baton),
    # Whoever has taken over holds the baton when the same press comes again.
    Action.HANDOVER_ANSWER: _writing(rules.is_successor, rules.holds_baton),
    Action.HANDOVER_CHECK: _writing(rules.is_subject, rules.is_guardian, rules.holds_baton),
    Action.DEPUTY_NAME: _writing(rules.is_named_holder),
    Action.PEOPLE_SEE: _reading(rules.knows_who_belongs, rules.holds_baton, rules.opens_log),
    Action.FREEZE_SEE: _reading(rules.freezes),
    # In a closed log too: the family reads on.
    Action.FREEZE_PRESS: Row((rules.freezes,), writes=False),
    Action.FREEZE_CONFIRM: Row((rules.freezes,), writes=False),
    # Out of sight of the log too: a freeze must never be left with nobody who can end it.
    Action.FREEZE_END: _reading(rules.is_at_work),
    Action.ARCHIVE_SEE: _reading(rules.is_subject, rules.is_guardian),
    Action.REFERRAL_MAKE: _reading(rules.is_subject, rules.is_guardian),
    Action.CLOSING_SEE: _reading(rules.is_subject, rules.is_guardian, rules.holds_baton, rules.closes),
    # The press that closed the log may come again: `domain.closing` says itself that a closed log takes no other.
    Action.CLOSING_PROPOSE: Row((rules.holds_baton, rules.closes), writes=False),
    Action.CLOSING_AGREE: Row((rules.closes,), writes=False),
    Action.CLOSING_STOP: _writing(rules.holds_baton, rules.closes),
    # Of the professionals nobody else knows of the proposal.
    Action.CLOSING_REGISTER: Row((rules.hears_a_yes,), Hidden),
    # Of a pregnancy, by her or with her word: nobody else knows of it. In a closed log she reads what was said.
    Action.BIRTH_SAY: Row((rules.expects, rules.hears_of_birth), Hidden, writes=False),
    # In a closed log: of it nothing is written but the question, and the answers to it.
    Action.REOPENING_ASK: Row((rules.asks_reopening,), Hidden, writes=False),
    Action.REOPENING_ANSWER: Row((rules.answers_reopening,), writes=False),
    Action.REOPENING_REGISTER: Row((rules.holds_unseen,), Hidden, writes=False),
    Action.PERSON_ADD: _writing(rules.holds_baton, rules.opens_log),
    # Whoever knows a first password must be no one of the family: the login is for one who is to answer.
    Action.LOGIN_ADD: _writing(rules.hears_a_yes),
    Action.LOGIN_GIVE: _writing(rules.gives_login),
    Action.LOGIN_RENEW: _writing(rules.hears_a_yes),
    Action.PERSON_END: _writing(rules.holds_baton, rules.opens_log),
    Action.GUARDIAN_CONFIRM: Row((rules.seconds,), Hidden),
    # In a closed log too, which guardians read: `domain.my_guardians` lets nothing but less be shared there.
    Action.GUARDIAN_CHOOSE: Row((rules.chooses_whose_guardian,), Hidden, writes=False),
    Action.PERSON_BLOCK: _writing(rules.holds_baton, rules.opens_log),
    # The family never learns that there is one: neither of the page, nor that somebody stands on it.
    Action.BLOCKS_SEE: _reading(rules.holds_baton, rules.opens_log),
    # That a guardian who is kept out answers on paper: who knows that it waits, `visible.papers_waiting` says.
    Action.PAPER_CONFIRM: _reading(rules.confirms_paper),
    Action.NETWORK_PROPOSE: _writing(rules.decides_network, rules.holds_baton),
    Action.NETWORK_ANSWER: _writing(rules.decides_network),
    Action.NETWORK_TAKE_BACK: _writing(rules.decides_network, rules.holds_baton),
    Action.NETWORK_LET_IN: _writing(rules.holds_baton),
    # By the leader, while the log rests, who sees nothing of it but what is to be checked.
    Action.NETWORK_CHECK: Row((rules.checks_as_leader,), Hidden),
    # In a closed log too, which they go on reading. That it is asked nobody else knows.
    Action.NETWORK_STAY: Row((rules.has_own_say,), Hidden, writes=False),
    Action.NETWORK_REMOVE: Row((rules.decides_network, rules.holds_baton), writes=False),
    Action.CARE_REGISTER: _writing(rules.holds_baton, rules.opens_log),
    # Of whom that is asked, and who knows of it: `visible.care_waiting`.
    Action.CARE_CONFIRM: _reading(rules.confirms_care),
    Action.ABOUT_ME_SEE: _reading(rules.is_subject, rules.is_guardian, rules.sees_about_me),
    Action.ABOUT_ME_WRITE: _writing(rules.is_subject, rules.is_guardian),
    Action.PLAN_SEE: _reading(rules.is_subject, rules.is_guardian, rules.sees_plan),
    Action.SUMMARY_SEE: _reading(rules.is_subject, rules.is_guardian, rules.takes_part),
    Action.INDIVIDUAL_PLAN_SEE: _reading(rules.is_subject, rules.is_guardian, rules.sees_plan, rules.closes),
    # Whoever signs for the log wishes for it, or answers; that the right to it is decided the contact person writes.
    Action.INDIVIDUAL_PLAN_WISH: _writing(rules.closes),
    Action.INDIVIDUAL_PLAN_SUGGEST: _writing(rules.holds_baton),
    Action.INDIVIDUAL_PLAN_DECIDE: _writing(rules.holds_baton),
    Action.INDIVIDUAL_PLAN_AGREE: _writing(rules.closes),
    # By the contact person only what they suggested themselves, until it is answered.
    Action.INDIVIDUAL_PLAN_END: _writing(rules.closes, rules.holds_baton),
    Action.COORDINATOR_ASK: _writing(rules.closes, rules.holds_and_knows_others),
    # Whoever is asked; of one's own only: `visible.coordinators`.
    Action.COORDINATOR_ACCEPT: _writing(rules.can_coordinate),
    Action.COORDINATOR_END: _writing(rules.closes, rules.can_coordinate),
    Action.GOAL_CHANGE: _writing(rules.holds_baton),
    Action.MEASURE_RENEW: _writing(rules.is_subject, rules.is_guardian, rules.sees_plan),
    Action.MEASURE_CHANGE: _writing(rules.holds_baton),
    Action.MEASURE_CHANGE_OWN: _writing(rules.is_subject, rules.is_guardian, rules.sees_plan),
    Action.MEASURE_EVALUATE: _writing(rules.is_subject, rules.is_guardian, rules.sees_plan),
    Action.MEASURE_HEAR: _writing(rules.writes_for_child),
    # One's own words alone: see `copying`.
    Action.ENTRY_COPY: _reading(rules.takes_part, rules.opens_log),
    Action.ENTRY_CHANGE_OWN: _writing(rules.sees_plan),
    # Beside an entry that one may read; of whose words an answer is asked: `versions.who_answers`.
    Action.VERSIONS_SEE: _reading(rules.is_subject, rules.is_guardian, rules.takes_part, rules.opens_log),
    Action.VERSION_WRITE: _writing(rules.is_subject, rules.is_guardian),
    Action.VERSION_ANSWER: _writing(rules.is_subject, rules.is_guardian, rules.takes_part, rules.opens_log),
    Action.ENTRY_HIDE: _writing(rules.has_own_say),
    Action.ENTRY_WITHHOLD: _writing(rules.keeps_for_child),
    # By the guardian it is about: see `own_matters.require_about_oneself`.
    Action.OWN_MATTER_SEE: Row((rules.is_guardian,), writes=False),
    Action.OWN_MATTER_SHARE: _writing(rules.is_guardian),
    Action.INTERPRETER_ASK: _writing(rules.leads_meetings),
    Action.INTERPRETER_SEE: _reading(rules.is_subject, rules.is_guardian, rules.plans_meetings),
    Action.INTERPRETER_ANSWER: _writing(rules.is_subject, rules.is_guardian),
    Action.INTERPRETER_END: _writing(rules.leads_meetings),
    Action.INTERPRETER_EXTEND: _writing(rules.leads_meetings),
    # The own assignment, which is no longer there once the log is closed: declaring is no writing in the log.
    Action.ASSIGNMENT_SEE: _reading(rules.interprets),
    Action.ASSIGNMENT_DECLARE: _reading(rules.interprets),
    Action.MEETINGS_SEE: _reading(rules.is_subject, rules.is_guardian, rules.sees_meetings),
    Action.MEETING_CALL: _writing(rules.leads_meetings),
    Action.MEETING_CHANGE: _writing(rules.leads_meetings),
    Action.MEETING_INVITE: _writing(rules.leads_meetings),
    Action.MEETING_ANSWER: _writing(rules.is_subject, rules.is_guardian, rules.sees_meetings, rules.is_guest),
    Action.TIME_WISH: _writing(rules.is_subject, rules.is_guardian),
    Action.SUPPORT_BRING: _writing(rules.is_subject, rules.is_guardian),
    # By whoever is invited for their service: see `contributions`.
    Action.CONTRIBUTION_WRITE: _writing(rules.sees_meetings),
    Action.AGENDA_ADD: _writing(rules.is_subject, rules.is_guardian, rules.sees_meetings, rules.is_guest),
    Action.RATHER_NOT_SAY: _writing(rules.is_subject, rules.is_guardian),
    Action.RATHER_NOT_ANSWER: _writing(rules.leads_meetings),
    Action.TRANSLATION_ASK: _writing(rules.holds_baton),
    Action.TRANSLATION_STOP: _writing(rules.is_subject, rules.is_guardian, rules.holds_baton),
    Action.TRANSLATIONS_SEE: _reading(rules.is_subject, rules.is_guardian, rules.holds_baton),
    # In the own task, which is no longer there once the log is closed: not writing in the log.
    Action.TRANSLATION_WRITE: _reading(rules.translates),
    Action.STATEMENT_WRITE: _writing(rules.is_subject, rules.is_guardian),
    Action.CHILD_HEAR: _writing(rules.hears_child),
    Action.MINUTES_WRITE: _writing(rules.leads_meetings),
    Action.MINUTES_CHANGE: _writing(rules.leads_meetings),
    Action.CONTACT_REQUEST_SEE: _reading(rules.is_subject, rules.is_guardian),
    Action.CONTACT_REQUEST_ASK: _writing(rules.is_subject, rules.is_guardian),
    # Between these two, with nothing else of the log: not writing in it.
    Action.CONTACT_REQUEST_TAKE_BACK: _reading(rules.is_subject, rules.is_guardian),
    Action.CONTACT_REQUEST_ANSWER: _reading(rules.leads),
    Action.MINUTES_COMMENT: _writing(rules.is_subject, rules.is_guardian),
    Action.LYSGLIMT_POST: _writing(rules.is_around_child, rules.sees_lysglimt),
    Action.LYSGLIMT_HEART: _writing(rules.is_around_child, rules.sees_lysglimt),
    Action.CONSENT_ASK_LOG: _writing(rules.holds_baton, rules.opens_log),
    Action.CONSENT_ASK: _writing(rules.holds_baton, rules.opens_log, rules.signs_in_family),
    Action.CONSENT_ANSWER: _writing(rules.signs),
    Action.REGISTERING_SEE: _reading(rules.hears_a_no, rules.wakes),
    Action.REGISTERING_NO: _writing(rules.hears_a_no, rules.wakes),
    Action.REGISTERING_YES: _writing(rules.hears_a_yes, rules.wakes),
    Action.CHILD_NOTE: _writing(rules.hears_a_yes),
    Action.CONVERSATION_START: _writing(rules.is_subject, rules.is_guardian),
    Action.MESSAGE_WRITE: _writing(rules.is_subject, rules.is_guardian, rules.takes_part, rules.is_named_holder),
}


def can(sight: Sight, action: Action, log: LogFacts) -> bool:
    """Whether the actor may do this now. For showing or leaving out a button; `require` decides."""
    row = POLICY.get(action)
    return row is not None and any(rule(sight, log) for rule in row.rules) and not (row.writes and log.closed)


def require(sight: Sight, action: Action, log: LogFacts) -> None:
    """Raises Denied or Hidden where no rule lets the actor; Conflict where a reader writes in a closed log."""
    row = POLICY.get(action)
    if row is None:
        raise Denied
    if row.writes and log.closed:
        raise Conflict(CLOSED)
    if not any(rule(sight, log) for rule in row.rules):
        raise row.refusal


def may_send_helper(sight: Sight, log: LogFacts, unit_id: UUID) -> bool:
    """Whether somebody of the unit can be added: it is the holder's, or it has the family's yes and the actor knows."""
    given = {grant.unit_id for grant in sight.consents.grants.get(log.id, ())}
    return unit_id == log.holder_unit_id or (unit_id in given and names.may_tell_unit(sight, log, unit_id))


def require_second(sight: Sight, registered_by: UUID, account_id: UUID) -> None:
    """Raises Denied for whoever registered a guardian, or would be that guardian: a second person must have seen it."""
    if sight.actor.account_id in (registered_by, account_id):
        raise Denied


def takes_two(basis: Basis, *, on_paper: bool) -> bool:
    """Whether a second professional must have seen it: what a court decided, and of somebody who never logs in all."""
    return on_paper or basis is Basis.COURT_JUDGMENT


def asks_youth(sight: Sight, log: LogFacts, since: date = date.min) -> bool:
    """Whether nobody becomes a guardian by others' doing alone, today or on the day it would begin."""
    return chooses_guardians(log.born, log.pregnant, max(sight.actor.today, since))


def may_propose_guardian(sight: Sight, log: LogFacts) -> bool:
    """Whether somebody can come in as a guardian: not of an adult, nor where nobody could give the yes it takes."""
    answers = log.youth_id is not None or not asks_youth(sight, log)
    return answers and not guardians_are_out(log.born, sight.actor.today)


def require_new_guardian(sight: Sight, log: LogFacts) -> None:
    """Raises Conflict where nobody can."""
    if not may_propose_guardian(sight, log):
        raise Conflict(THE_YOUTH_CHOOSES)


def may_send_deputy(sight: Sight, log: LogFacts, unit_id: UUID) -> bool:
    """Whether somebody of the unit can stand in for the holder: it is the holder's, or has the family's yes."""
    return unit_id == log.holder_unit_id or unit_id in sight.covered(log)


def require_deputy_unit(sight: Sight, log: LogFacts, unit_id: UUID) -> None:
    """Raises Conflict for a unit that can send no deputy."""
    if not may_send_deputy(sight, log, unit_id):
        raise Conflict(NOT_COVERED)
