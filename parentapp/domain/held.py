"""Which sorts of things are held about a person, in the order in which their files tell of them: see `my_data`."""

from collections.abc import Callable
from typing import Any

from peewee import JOIN

from parentapp.access import office, visible
from parentapp.access.sight import Sight
from parentapp.domain.drafts import KEPT
from parentapp.domain.held_in_logs import MET, WRITTEN
from parentapp.domain.held_sort import Sort
from parentapp.models import (
    Absence,
    Account,
    AssignmentAnswer,
    AuditLine,
    Birth,
    Closing,
    ClosingRegistered,
    ClosingYes,
    ConsentDecision,
    ConsentRequest,
    ContactRequest,
    Draft,
    Employment,
    Entry,
    Guardian,
    GuardianChoice,
    Handover,
    Hiding,
    InterpreterAssignment,
    LoginSession,
    Municipality,
    NetworkAnswer,
    NetworkPerson,
    NetworkProposal,
    OwnMatterChoice,
    Participation,
    Qualification,
    SeenLine,
    StafettholderPeriod,
    Unit,
)

Rows = Callable[[Sight], Any]


def _mine(table: Any) -> Rows:
    """Rows of no log, that are the actor's own."""
    return lambda sight: table.select().where(table.account == sight.actor.account_id)


def _theirs(rows: Rows, column: Any) -> Rows:
    """Of what the actor may know of, what is theirs by that column."""
    return lambda sight: rows(sight).where(column == sight.actor.account_id)


def _about(table: Any, thing: Any, rows: Rows, whose: Any = None) -> Rows:
    """What the actor has said to something they may know of, joined with it."""

    def found(sight: Sight) -> Any:
        known, mine = thing.in_(rows(sight).select(thing.rel_model.id)), whose or table.account
        joined = table.select().join(thing.rel_model, on=(thing == thing.rel_model.id))
        return joined.where((mine == sight.actor.account_id) & known)

    return found


def _account(sight: Sight) -> Any:
    query = Account.select().join(Municipality, JOIN.LEFT_OUTER, on=(Account.administers == Municipality.id))
    return query.where(Account.id == sight.actor.account_id)


def _employments(sight: Sight) -> Any:
    return Employment.select().join(Unit).where(Employment.account == sight.actor.account_id)


def _drafts(sight: Sight) -> Any:
    return _mine(Draft)(sight).where(Draft.created_at > sight.actor.now - KEPT)


def _questions(sight: Sight) -> Any:
    """To the family: those the actor has put, or has answered."""
    r, d, me = ConsentRequest, ConsentDecision, sight.actor.account_id
    answered = visible.answers(sight).where(d.signer == me).select(d.request)
    put = visible.open_questions(sight).where(r.asked_by == me).select(r.id)
    known = r.id.in_(visible.requests(sight).select(r.id))
    return r.select().where((known & ((r.asked_by == me) | r.id.in_(answered))) | r.id.in_(put))


def _answers(sight: Sight) -> Any:
    d = ConsentDecision
    return visible.answers(sight).join(ConsentRequest).where(d.signer == sight.actor.account_id)


def _keeping(sight: Sight) -> Any:
    return visible.own_keeping(sight).join(Entry)


ABOUT = (
    Sort(
        "account",
        Account,
        _account,
        ("created_at", Account.created_at),
        {
            "language": Account.locale,
            "needs_interpreter": Account.needs_interpreter,
            "portrait": Account.portrait,
            "password_chosen_at": Account.password_at,
            "picture_questions_at": Account.pictures_shown_at,
            "administers": Municipality.name,
        },
        {"name": "name", "phone": "phone"},
    ),
    Sort(
        "sessions",
        LoginSession,
        _mine(LoginSession),
        ("started_at", LoginSession.created_at),
        {"last_used_at": LoginSession.used_at, "kind": LoginSession.kind},
    ),
    Sort(
        "employments",
        Employment,
        _employments,
        ("since", Employment.since),
        {"until": Employment.until, "title": Employment.title, "leads": Employment.leads}
        | {"service": Unit.service, "unit": Unit.name},
    ),
    Sort("absences", Absence, _mine(Absence), ("since", Absence.since), {"until": Absence.until}),
    Sort(
        "qualifications",
        Qualification,
        _mine(Qualification),
        ("language", Qualification.locale),
        {"role": Qualification.role, "level": Qualification.level, "agency": Qualification.agency},
    ),
    Sort(
        "guardianships",
        Guardian,
        _theirs(visible.guardians, Guardian.account),
        ("since", Guardian.since),
        {"until": Guardian.until, "basis": Guardian.basis, "signs": Guardian.signs}
        | {"verified_by": Guardian.verified_by},
        log=Guardian.log,
    ),
    Sort(
        "network",
        NetworkPerson,
        visible.own_network,
        ("since", NetworkPerson.since),
        {"until": NetworkPerson.until},
        log=NetworkPerson.log,
    ),
    Sort(
        "parts",
        Participation,
        visible.own_parts,
        ("since", Participation.since),
        {"until": Participation.until, "unit": Participation.unit},
        log=Participation.log,
    ),
    Sort(
        "batons",
        StafettholderPeriod,
        visible.own_batons,
        ("since", StafettholderPeriod.since),
        {"until": StafettholderPeriod.until, "unit": StafettholderPeriod.unit},
        log=StafettholderPeriod.log,
    ),
)

SAID = (
    Sort(
        "consent_questions",
        ConsentRequest,
        _questions,
        ("asked_at", ConsentRequest.asked_at),
        {"unit": ConsentRequest.unit, "kinds": ConsentRequest.kinds, "months": ConsentRequest.months}
        | {"text_version": ConsentRequest.text_version, "asked_by": ConsentRequest.asked_by},
        {"purpose": "purpose"},
        log=ConsentRequest.log,
        lang=ConsentRequest.lang,
        thing=ConsentRequest.id,
    ),
    Sort(
        "consent_answers",
        ConsentDecision,
        _answers,
        ("at", ConsentDecision.at),
        {
            "asked_at": ConsentRequest.asked_at,
            "unit": ConsentRequest.unit,
            "answer": ConsentDecision.answer,
            "kinds": ConsentDecision.kinds,
            "until": ConsentDecision.until,
            "language": ConsentDecision.language,
            "text_version": ConsentDecision.text_version,
            "way": ConsentDecision.way,
            "given_on": ConsentDecision.given_on,
            "registered_by": ConsentDecision.registered_by,
        },
        {"how": "how"},
        log=ConsentRequest.log,
    ),
    Sort(
        "guardian_choices",
        GuardianChoice,
        visible.guardian_choices,
        ("at", GuardianChoice.at),
        {"guardian": GuardianChoice.guardian, "answer": GuardianChoice.answer, "until": GuardianChoice.until}
        | {"language": GuardianChoice.language, "text_version": GuardianChoice.text_version},
        log=GuardianChoice.log,
    ),
    Sort(
        "kept_from",
        Hiding,
        _keeping,
        ("at", Hiding.at),
        {"guardian": Hiding.guardian, "type": Entry.type, "written_at": Entry.at},
        log=Entry.log,
        thing=Entry.id,
    ),
    Sort(
        "own_matter_choices",
        OwnMatterChoice,
        _about(OwnMatterChoice, OwnMatterChoice.entry, visible.entries),
        ("at", OwnMatterChoice.at),
        {"unit": OwnMatterChoice.unit, "shows": OwnMatterChoice.shows, "written_at": Entry.at},
        log=OwnMatterChoice.log,
        thing=Entry.id,
    ),
    Sort(
        "contact_requests",
        ContactRequest,
        _theirs(visible.contact_requests, ContactRequest.asker),
        ("asked_at", ContactRequest.asked_at),
        {"about": ContactRequest.about, "taken_back_at": ContactRequest.taken_back_at}
        | {"answered_at": ContactRequest.answered_at, "answer_lang": ContactRequest.answer_lang},
        {"text": "text", "answer": "answer"},
        log=ContactRequest.log,
        lang=ContactRequest.lang,
    ),
    Sort(
        "handovers",
        Handover,
        lambda sight: visible.handovers(sight).where(
            ((Handover.holder == sight.actor.account_id) & Handover.leader.is_null())
            | (Handover.leader == sight.actor.account_id)
        ),
        ("asked_at", Handover.proposed_at),
        {"successor": Handover.successor, "outcome": Handover.outcome, "answered_at": Handover.answered_at},
        {"reason": "reason", "words": "words", "worked": "worked"},
        log=Handover.log,
        lang=Handover.lang,
        thing=Handover.id,
    ),
    Sort(
        "network_proposals",
        NetworkProposal,
        _theirs(visible.proposals, NetworkProposal.proposer),
        ("at", NetworkProposal.at),
        {"closeness": NetworkProposal.closeness, "ended_at": NetworkProposal.ended_at},
        {"name": "name"},
        log=NetworkProposal.log,
    ),
    Sort(
        "network_answers",
        NetworkAnswer,
        _about(NetworkAnswer, NetworkAnswer.proposal, visible.proposals),
        ("at", NetworkAnswer.at),
        {"yes": NetworkAnswer.yes, "proposed_at": NetworkProposal.at},
        log=NetworkProposal.log,
    ),
    Sort(
        "closings",
        Closing,
        _theirs(visible.closings, Closing.proposer),
        ("at", Closing.proposed_at),
        {"ended_at": Closing.ended_at, "agreed": Closing.agreed},
        {"text": "reason"},
        log=Closing.log,
        lang=Closing.lang,
    ),
    Sort(
        "closing_answers",
        ClosingYes,
        _about(ClosingYes, ClosingYes.closing, visible.closings),
        ("at", ClosingYes.at),
        {"given_on": ClosingYes.given_on, "proposed_at": Closing.proposed_at},
        log=Closing.log,
    ),
    Sort(
        "closing_answers_registered",
        ClosingRegistered,
        _about(ClosingRegistered, ClosingRegistered.closing, visible.closings, ClosingRegistered.signer),
        ("at", ClosingRegistered.at),
        {"answer": ClosingRegistered.answer, "way": ClosingRegistered.way, "given_on": ClosingRegistered.given_on}
        | {"language": ClosingRegistered.language, "registered_by": ClosingRegistered.registered_by},
        {"how": "how"},
        log=Closing.log,
    ),
    Sort(
        "births",
        Birth,
        lambda sight: visible.births(sight).join(Closing),
        ("at", Birth.at),
        {"born_on": Birth.born_on, "way": Birth.way, "said_by": Birth.said_by},
        log=Closing.log,
    ),
    Sort(
        "interpreter_answers",
        AssignmentAnswer,
        _about(AssignmentAnswer, AssignmentAnswer.assignment, visible.assignments),
        ("at", AssignmentAnswer.at),
        {"answer": AssignmentAnswer.answer, "interpreter": InterpreterAssignment.interpreter},
        log=InterpreterAssignment.log,
    ),
)

READ = (
    Sort(
        "seen_by",
        SeenLine,
        visible.seen_lines,
        ("at", SeenLine.at),
        {"who": SeenLine.account, "as": SeenLine.relation, "page": SeenLine.page},
        log=SeenLine.log,
        raw=SeenLine.things,
    ),
    Sort(
        "own_readings",
        SeenLine,
        visible.own_readings,
        ("at", SeenLine.at),
        {"as": SeenLine.relation, "page": SeenLine.page},
        log=SeenLine.log,
    ),
    Sort(
        "changes",
        AuditLine,
        lambda sight: office.own_changes(sight.actor),
        ("at", AuditLine.at),
        {"action": AuditLine.action},
    ),
    Sort("drafts", Draft, _drafts, ("at", Draft.created_at), said={"fields": "fields"}),
)

SORTS: tuple[Sort, ...] = (*ABOUT, *SAID, *MET, *WRITTEN, *READ)
WIDTHS = (max(len(each.said) for each in SORTS), max(len(each.facts) for each in SORTS))
