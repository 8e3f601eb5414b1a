"""Which notices an actor may know exist: one's own, as long as what they tell of may still be seen."""

from collections.abc import Callable, Collection
from typing import Any
from uuid import UUID

from peewee import fn

from parentapp.access.ages import asked_who_stays
from parentapp.access.coming import known
from parentapp.access.holding import is_out
from parentapp.access.rules import finds_holder, has_own_say, leads_meetings
from parentapp.access.sight import Sight
from parentapp.access.visible.belonging import asked_about, care_waiting, proposed, shown
from parentapp.access.visible.beside import versions
from parentapp.access.visible.closing import closings
from parentapp.access.visible.freezing import freezes
from parentapp.access.visible.handing import handovers
from parentapp.access.visible.individual import individual_plans
from parentapp.access.visible.languages import assignments, tasks, work
from parentapp.access.visible.meeting import meetings, rather_nots
from parentapp.access.visible.network import checks, open_proposals, papers_waiting, staying_asked
from parentapp.access.visible.talk import conversations, questions_of
from parentapp.access.visible.timeline import NOTHING, any_of, may_read
from parentapp.access.visible.unit import contact_requests
from parentapp.access.visible.wishing import log_wishes
from parentapp.enums import NoticeKind
from parentapp.models import (
    Block,
    CareWaiting,
    Closing,
    ContactRequest,
    Conversation,
    Entry,
    Freeze,
    Handover,
    IndividualPlan,
    InterpreterAssignment,
    LogWish,
    Meeting,
    NetworkPerson,
    NetworkProposal,
    Notice,
    ProposedGuardian,
    RatherNot,
    Translation,
    Version,
)

Kinds = tuple[NoticeKind, ...]
ABOUT_ENTRY = (NoticeKind.LYSGLIMT, NoticeKind.ENTRY, NoticeKind.TRANSLATION_ASKED, NoticeKind.TRANSLATION)
ABOUT_VERSION = (NoticeKind.VERSION, NoticeKind.VERSION_ANSWERED)
ABOUT_CONTACT = (NoticeKind.CONTACT_REQUEST, NoticeKind.CONTACT_REQUEST_ANSWERED)
ABOUT_WISH = (NoticeKind.LOG_WISH, NoticeKind.LOG_WISH_HANDED, NoticeKind.LOG_WISH_NEWS)  # of no log
ABOUT_CLOSING = (NoticeKind.CLOSING, NoticeKind.CLOSING_REGISTERED)
ABOUT_CONSENT = (
    NoticeKind.CONSENT_ASKED,
    NoticeKind.CONSENT_CHANGED,
    NoticeKind.CONSENT_ENDED,
    NoticeKind.CONSENT_GIVEN,
    NoticeKind.CONSENT_REGISTERED,
)


def notices(sight: Sight, kinds: Collection[NoticeKind] = tuple(NoticeKind)) -> Any:
    """One's own, as long as what they tell of may still be seen. `kinds`: of these only."""
    about = [Notice.kind.in_(of_them) & tells(sight) for of_them, tells in _telling() if set(of_them) & set(kinds)]
    return Notice.select().where((Notice.account == sight.actor.account_id) & any_of(about, NOTHING))


def message_notices(sight: Sight) -> Any:
    """Those of `notices` that tell of a message: asked for the menu of each page."""
    return notices(sight, (NoticeKind.MESSAGE,))


def _telling() -> list[tuple[Kinds, Callable[[Sight], Any]]]:
    """Each kind once, with the condition under which such a notice may be seen."""
    k = NoticeKind
    return [
        (ABOUT_ENTRY, _of_entry),
        (ABOUT_VERSION, _of_version),
        ((k.MESSAGE,), _of_message),
        ((k.MEETING,), _of_meeting),
        ((k.MEETING_SOON,), _of_coming_meeting),
        ((k.MEETING_UNREADY,), _of_led_meeting),
        ((k.INTERPRETER,), _of_interpreter),
        ((k.ASSIGNMENT,), _of_work),
        ((k.HANDOVER,), _of_handover),
        ((k.FREEZE,), _of_freeze),
        (ABOUT_CLOSING, _of_closing),
        ((k.INDIVIDUAL_PLAN,), _of_individual_plan),
        (ABOUT_CONSENT, _of_question),
        ((k.CONSENT_ENDING,), _of_ending),
        ((k.HOLDER_OUT,), lambda sight: Notice.log.in_(_without_holder(sight))),
        ((k.HOLDER_TO_FIND,), lambda sight: Notice.log.in_(_to_find(sight))),
        ((k.BIRTHDAY,), _of_birthday),
        ((k.KEPT_BACK,), _of_kept_back),
        ((k.ADDED,), _of_log),
        ((k.PEOPLE,), _of_people),
        ((k.GUARDIAN_WAITS,), _of_waiting),
        ((k.GUARDIAN_ASKED,), _of_asked),
        ((k.CARE_WAITS,), _of_care),
        ((k.PAPER_WAITS,), _of_paper),
        ((k.NETWORK,), _of_network),
        ((k.NETWORK_TO_CHECK,), _of_checks),
        ((k.NETWORK_STAYS,), _of_staying),
        (ABOUT_CONTACT, _of_contact_request),
        (ABOUT_WISH, _of_wish),
    ]


def _of_log(sight: Sight) -> Any:
    return Notice.log.in_([log.id for log in sight.logs()])


def _of_entry(sight: Sight) -> Any:
    """Asked of each notice: a log of many years has thousands of entries, and few of the newest notices."""
    return _of_log(sight) & fn.EXISTS(Entry.select(Entry.id).where((Entry.id == Notice.thing) & may_read(sight)))


def _of_version(sight: Sight) -> Any:
    """Of an entry, beside which something stands that one may read too."""
    return Notice.thing.in_(versions(sight).select(Version.entry))


def _of_message(sight: Sight) -> Any:
    return Notice.thing.in_(conversations(sight).select(Conversation.id))


def _of_meeting(sight: Sight) -> Any:
    """Of a meeting itself; or of what somebody would rather not, which is for two people only."""
    known = Notice.thing.in_(meetings(sight).select(Meeting.entry))
    return known | Notice.thing.in_(rather_nots(sight).select(RatherNot.id))


def _of_coming_meeting(sight: Sight) -> Any:
    """Of a meeting that one may know of; a guest too."""
    return Notice.thing.in_(meetings(sight).select(Meeting.entry))


def _of_led_meeting(sight: Sight) -> Any:
    """That something waits before it: for the one who leads it, and for nobody who did so once."""
    held = [log.id for log in sight.logs() if leads_meetings(sight, log)]
    return Notice.log.in_(held) & _of_coming_meeting(sight)


def _of_interpreter(sight: Sight) -> Any:
    return Notice.thing.in_(assignments(sight).select(InterpreterAssignment.id))


def _of_work(sight: Sight) -> Any:
    """A meeting to interpret, or a text to translate."""
    texts = tasks(sight).select(Translation.id)
    return Notice.thing.in_(work(sight).select(InterpreterAssignment.id)) | Notice.thing.in_(texts)


def _of_handover(sight: Sight) -> Any:
    return Notice.thing.in_(handovers(sight).select(Handover.id))


def _of_freeze(sight: Sight) -> Any:
    return Notice.thing.in_(freezes(sight).select(Freeze.id))


def _of_closing(sight: Sight) -> Any:
    return Notice.thing.in_(closings(sight).select(Closing.id))


def _of_individual_plan(sight: Sight) -> Any:
    return Notice.thing.in_(individual_plans(sight).select(IndividualPlan.id))


def _of_question(sight: Sight) -> Any:
    return Notice.thing.in_(questions_of(sight))


def _of_contact_request(sight: Sight) -> Any:
    return Notice.thing.in_(contact_requests(sight).select(ContactRequest.id))


def _of_wish(sight: Sight) -> Any:
    """Of a question for a log, of which there may be none."""
    return Notice.thing.in_(log_wishes(sight).where(LogWish.taken_back_at.is_null()).select(LogWish.id))


def _without_holder(sight: Sight) -> list[UUID]:
    """The logs of the actor's own family whose contact person sees nothing now."""
    return [log.id for log in sight.logs() if is_out(sight, log)]


def _to_find(sight: Sight) -> list[UUID]:
    """The logs in which the actor, as leader, is to find somebody."""
    return [log.id for log in sight.ties if finds_holder(sight, log)]


def _of_people(sight: Sight) -> Any:
    """That who belongs has changed."""
    return Notice.log.in_(shown(sight))


def _of_waiting(sight: Sight) -> Any:
    """A guardian who waits, for whoever is to confirm."""
    return Notice.thing.in_(proposed(sight).select(ProposedGuardian.id))


def _of_asked(sight: Sight) -> Any:
    """The same for the young person who decides."""
    return Notice.thing.in_(asked_about(sight).select(ProposedGuardian.id))


def _of_care(sight: Sight) -> Any:
    return Notice.thing.in_(care_waiting(sight).select(CareWaiting.id))


def _of_paper(sight: Sight) -> Any:
    return Notice.thing.in_(papers_waiting(sight).select(Block.id))


def _of_network(sight: Sight) -> Any:
    return Notice.thing.in_(open_proposals(sight).select(NetworkProposal.id))


def _of_checks(sight: Sight) -> Any:
    return Notice.thing.in_(checks(sight).select(NetworkProposal.id))


def _of_staying(sight: Sight) -> Any:
    """That it is asked who is to stay, since the latest of these birthdays; until all of it is answered."""
    asked = Notice.thing.in_(staying_asked(sight).select(NetworkPerson.log))
    days = [(log, asked_who_stays(log.born, sight.actor.today)) for log in sight.logs()]
    of_them = [(Notice.thing == log.id) & (Notice.day == day) for log, day in days if day]
    return asked & any_of(of_them, Notice.id.is_null())


def _of_ending(sight: Sight) -> Any:
    """Of a consent that one may know of, as long as it ends on the day one was reminded of."""
    asked = [(log, {each.id for each in sight.questions(log)}) for log in sight.logs()]
    running = [grant for log, known in asked for grant in sight.running(log) if grant.request_id in known]
    of_them = [(Notice.thing == grant.request_id) & (Notice.day == grant.until) for grant in running]
    return any_of(of_them, Notice.id.is_null())


def _of_birthday(sight: Sight) -> Any:
    """That comes, and of which the actor may be told."""
    ahead = [(log, each) for log in sight.logs() for each in known(sight, log)]
    of_them = [(Notice.thing == log.id) & (Notice.day == each.day) for log, each in ahead]
    return any_of(of_them, Notice.id.is_null())


def _of_kept_back(sight: Sight) -> Any:
    """What health staff kept back for a child: for that child alone, who has an own say now."""
    own = [log.id for log in sight.logs() if has_own_say(sight, log)]
    readable = Entry.select(Entry.id).where(may_read(sight) & Entry.log.in_(own))
    return Notice.thing.in_(readable)
