"""Of the sorts of things that are held about a person: what they have answered, asked for and decided."""

from typing import Any

from parentapp.access import visible
from parentapp.access.sight import Sight
from parentapp.domain.held_sort import Sort
from parentapp.domain.held_whose import Rows, theirs
from parentapp.models import (
    AssignmentAnswer,
    Birth,
    Closing,
    ClosingRegistered,
    ClosingYes,
    ConsentDecision,
    ConsentRequest,
    ContactRequest,
    Entry,
    GuardianChoice,
    Handover,
    Hiding,
    InterpreterAssignment,
    NetworkAnswer,
    NetworkProposal,
    OwnMatterChoice,
)


def _told_about(table: Any, thing: Any, rows: Rows, whose: Any = None) -> Rows:
    """What the actor has said to something they may know of, joined with it."""

    def found(sight: Sight) -> Any:
        known, mine = thing.in_(rows(sight).select(thing.rel_model.id)), whose or table.account
        joined = table.select().join(thing.rel_model, on=(thing == thing.rel_model.id))
        return joined.where((mine == sight.actor.account_id) & known)

    return found


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
        _told_about(OwnMatterChoice, OwnMatterChoice.entry, visible.entries),
        ("at", OwnMatterChoice.at),
        {"unit": OwnMatterChoice.unit, "shows": OwnMatterChoice.shows, "written_at": Entry.at},
        log=OwnMatterChoice.log,
        thing=Entry.id,
    ),
    Sort(
        "contact_requests",
        ContactRequest,
        theirs(visible.contact_requests, ContactRequest.asker),
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
        theirs(visible.proposals, NetworkProposal.proposer),
        ("at", NetworkProposal.at),
        {"closeness": NetworkProposal.closeness, "ended_at": NetworkProposal.ended_at},
        {"name": "name"},
        log=NetworkProposal.log,
    ),
    Sort(
        "network_answers",
        NetworkAnswer,
        _told_about(NetworkAnswer, NetworkAnswer.proposal, visible.proposals),
        ("at", NetworkAnswer.at),
        {"yes": NetworkAnswer.yes, "proposed_at": NetworkProposal.at},
        log=NetworkProposal.log,
    ),
    Sort(
        "closings",
        Closing,
        theirs(visible.closings, Closing.proposer),
        ("at", Closing.proposed_at),
        {"ended_at": Closing.ended_at, "agreed": Closing.agreed},
        {"text": "reason"},
        log=Closing.log,
        lang=Closing.lang,
    ),
    Sort(
        "closing_answers",
        ClosingYes,
        _told_about(ClosingYes, ClosingYes.closing, visible.closings),
        ("at", ClosingYes.at),
        {"given_on": ClosingYes.given_on, "proposed_at": Closing.proposed_at},
        log=Closing.log,
    ),
    Sort(
        "closing_answers_registered",
        ClosingRegistered,
        _told_about(ClosingRegistered, ClosingRegistered.closing, visible.closings, ClosingRegistered.signer),
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
        _told_about(AssignmentAnswer, AssignmentAnswer.assignment, visible.assignments),
        ("at", AssignmentAnswer.at),
        {"answer": AssignmentAnswer.answer, "interpreter": InterpreterAssignment.interpreter},
        log=InterpreterAssignment.log,
    ),
)
