"""Which conversations, questions to the family and notices an actor may know exist."""

from typing import Any
from uuid import UUID

from parentapp.access.ages import asked_who_stays
from parentapp.access.coming import known
from parentapp.access.facts import LogFacts
from parentapp.access.holding import is_out
from parentapp.access.rules import finds_holder, has_own_say
from parentapp.access.sight import Sight
from parentapp.access.visible.belonging import asked_about, care_waiting, proposed, shown
from parentapp.access.visible.closing import closings
from parentapp.access.visible.freezing import freezes
from parentapp.access.visible.handing import handovers
from parentapp.access.visible.languages import assignments, tasks, work
from parentapp.access.visible.meeting import meetings, rather_nots
from parentapp.access.visible.network import checks, open_proposals, papers_waiting, staying_asked
from parentapp.access.visible.timeline import NOTHING, any_of, may_read
from parentapp.access.visible.unit import contact_requests
from parentapp.enums import FAMILY, NoticeKind, Relation
from parentapp.models import (
    Block,
    CareWaiting,
    Closing,
    ConsentRequest,
    ContactRequest,
    Conversation,
    Entry,
    Freeze,
    Handover,
    InterpreterAssignment,
    Meeting,
    Member,
    NetworkPerson,
    NetworkProposal,
    Notice,
    ProposedGuardian,
    RatherNot,
    Translation,
)

ABOUT_ENTRY = (NoticeKind.LYSGLIMT, NoticeKind.ENTRY, NoticeKind.TRANSLATION_ASKED, NoticeKind.TRANSLATION)
ABOUT_CONTACT = (NoticeKind.CONTACT_REQUEST, NoticeKind.CONTACT_REQUEST_ANSWERED)
ABOUT_CLOSING = (NoticeKind.CLOSING, NoticeKind.CLOSING_REGISTERED)
ABOUT_CONSENT = (
    NoticeKind.CONSENT_ASKED,
    NoticeKind.CONSENT_CHANGED,
    NoticeKind.CONSENT_ENDED,
    NoticeKind.CONSENT_GIVEN,
    NoticeKind.CONSENT_REGISTERED,
)


def conversations(sight: Sight) -> Any:
    """Those the actor is a member of, while the log lets the actor in. The named holder stays reachable."""
    mine = Member.select(Member.conversation).where(
        (Member.account == sight.actor.account_id) & Member.left_at.is_null()
    )
    logs = [log.id for log in sight.ties if _may_talk(sight, log)]
    return Conversation.select().where(Conversation.log.in_(logs) & Conversation.id.in_(mine))


def _may_talk(sight: Sight, log: LogFacts) -> bool:
    """Family always; a professional while their service may see anything; the named holder until the log is closed.

    Never an interpreter through somebody's eyes.
    """
    if sight.only is not None:
        return False
    relations = sight.relations(log)
    return bool(relations & FAMILY or sight.grants(log) or (Relation.HOLDER in relations and not log.closed))


def requests(sight: Sight) -> Any:
    """The family's questions and answers are the family's. A service with care knows those it is asked itself."""
    return ConsentRequest.select().where(ConsentRequest.id.in_(_questions(sight)))


def _questions(sight: Sight) -> list[UUID]:
    return [each.id for log in sight.logs() for each in sight.questions(log)]


def notices(sight: Sight) -> Any:
    """One's own, as long as what they tell of may still be seen."""
    logs = [log.id for log in sight.logs()]
    readable = Entry.select(Entry.id).where(may_read(sight))
    assigned, texts = InterpreterAssignment.id, tasks(sight).select(Translation.id)
    own = work(sight).select(assigned)
    about = any_of(
        [
            (Notice.kind.in_(ABOUT_ENTRY) & Notice.log.in_(logs) & Notice.thing.in_(readable)),
            _of_message(sight),
            _of_meeting(sight),
            ((Notice.kind == NoticeKind.INTERPRETER) & Notice.thing.in_(assignments(sight).select(assigned))),
            ((Notice.kind == NoticeKind.ASSIGNMENT) & (Notice.thing.in_(own) | Notice.thing.in_(texts))),
            ((Notice.kind == NoticeKind.HANDOVER) & Notice.thing.in_(handovers(sight).select(Handover.id))),
            ((Notice.kind == NoticeKind.FREEZE) & Notice.thing.in_(freezes(sight).select(Freeze.id))),
            (Notice.kind.in_(ABOUT_CLOSING) & Notice.thing.in_(closings(sight).select(Closing.id))),
            (Notice.kind.in_(ABOUT_CONSENT) & Notice.thing.in_(_questions(sight))),
            _of_ending(sight),
            ((Notice.kind == NoticeKind.HOLDER_OUT) & Notice.log.in_(_without_holder(sight))),
            ((Notice.kind == NoticeKind.HOLDER_TO_FIND) & Notice.log.in_(_to_find(sight))),
            _of_birthday(sight),
            _of_kept_back(sight),
            ((Notice.kind == NoticeKind.ADDED) & Notice.log.in_(logs)),
            _of_people(sight),
            _of_staying(sight),
            (Notice.kind.in_(ABOUT_CONTACT) & Notice.thing.in_(contact_requests(sight).select(ContactRequest.id))),
        ],
        NOTHING,
    )
    return Notice.select().where((Notice.account == sight.actor.account_id) & about)


def _without_holder(sight: Sight) -> list[UUID]:
    """The logs of the actor's own family whose contact person sees nothing now."""
    return [log.id for log in sight.logs() if is_out(sight, log)]


def _to_find(sight: Sight) -> list[UUID]:
    """The logs in which the actor, as leader, is to find somebody."""
    return [log.id for log in sight.ties if finds_holder(sight, log)]


def _of_people(sight: Sight) -> Any:
    """That who belongs has changed; of a guardian who waits, for whoever is to confirm or decide."""
    waiting, asked = (rows(sight).select(ProposedGuardian.id) for rows in (proposed, asked_about))
    changed = (Notice.kind == NoticeKind.PEOPLE) & Notice.log.in_(shown(sight))
    to_confirm = (Notice.kind == NoticeKind.GUARDIAN_WAITS) & Notice.thing.in_(waiting)
    to_decide = (Notice.kind == NoticeKind.GUARDIAN_ASKED) & Notice.thing.in_(asked)
    of_care = Notice.thing.in_(care_waiting(sight).select(CareWaiting.id))
    care = (Notice.kind == NoticeKind.CARE_WAITS) & of_care
    of_network = Notice.thing.in_(open_proposals(sight).select(NetworkProposal.id))
    of_paper = Notice.thing.in_(papers_waiting(sight).select(Block.id))
    care |= (Notice.kind == NoticeKind.PAPER_WAITS) & of_paper
    of_checks = Notice.thing.in_(checks(sight).select(NetworkProposal.id))
    to_check = (Notice.kind == NoticeKind.NETWORK_TO_CHECK) & of_checks
    return changed | to_confirm | to_decide | care | to_check | ((Notice.kind == NoticeKind.NETWORK) & of_network)


def _of_staying(sight: Sight) -> Any:
    """That it is asked who is to stay, since the latest of these birthdays; until all of it is answered."""
    asked = Notice.thing.in_(staying_asked(sight).select(NetworkPerson.log))
    days = [(log, asked_who_stays(log.born, sight.actor.today)) for log in sight.logs()]
    of_them = [(Notice.thing == log.id) & (Notice.day == day) for log, day in days if day]
    return (Notice.kind == NoticeKind.NETWORK_STAYS) & asked & any_of(of_them, Notice.id.is_null())


def _of_ending(sight: Sight) -> Any:
    """Of a consent that one may know of, as long as it ends on the day one was reminded of."""
    asked = [(log, {each.id for each in sight.questions(log)}) for log in sight.logs()]
    running = [grant for log, known in asked for grant in sight.running(log) if grant.request_id in known]
    of_them = [(Notice.thing == grant.request_id) & (Notice.day == grant.until) for grant in running]
    return (Notice.kind == NoticeKind.CONSENT_ENDING) & any_of(of_them, Notice.id.is_null())


def _of_birthday(sight: Sight) -> Any:
    """That comes, and of which the actor may be told."""
    ahead = [(log, each) for log in sight.logs() for each in known(sight, log)]
    of_them = [(Notice.thing == log.id) & (Notice.day == each.day) for log, each in ahead]
    return (Notice.kind == NoticeKind.BIRTHDAY) & any_of(of_them, Notice.id.is_null())


def _of_kept_back(sight: Sight) -> Any:
    """What health staff kept back for a child: for that child alone, who has an own say now."""
    own = [log.id for log in sight.logs() if has_own_say(sight, log)]
    readable = Entry.select(Entry.id).where(may_read(sight) & Entry.log.in_(own))
    return (Notice.kind == NoticeKind.KEPT_BACK) & Notice.thing.in_(readable)


def _of_meeting(sight: Sight) -> Any:
    """Of a meeting itself; or of what somebody would rather not, which is for two people only."""
    known = Notice.thing.in_(meetings(sight).select(Meeting.entry))
    said = Notice.thing.in_(rather_nots(sight).select(RatherNot.id))
    return (Notice.kind == NoticeKind.MEETING) & (known | said)


def message_notices(sight: Sight) -> Any:
    """Those of `notices` that tell of a message: asked for the menu of each page."""
    return Notice.select().where((Notice.account == sight.actor.account_id) & _of_message(sight))


def _of_message(sight: Sight) -> Any:
    talks = conversations(sight).select(Conversation.id)
    return (Notice.kind == NoticeKind.MESSAGE) & Notice.thing.in_(talks)
