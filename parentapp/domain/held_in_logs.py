"""Of the sorts of things that are held about a person: what they wrote in logs, and around meetings."""

from typing import Any

from peewee import JOIN

from parentapp.access import visible
from parentapp.access.sight import Sight
from parentapp.domain.held_sort import Sort
from parentapp.models import (
    AboutMe,
    AgendaPoint,
    Attachment,
    Conversation,
    Entry,
    Evaluation,
    File,
    Goal,
    Heart,
    Invitation,
    LevelChange,
    Lysglimt,
    Measure,
    Meeting,
    Message,
    ProposedTime,
    RatherNot,
    Revision,
    Statement,
    SupportPerson,
    TimeAnswer,
    TimeWish,
    Version,
)

PARTS_OF_ENTRIES = (AboutMe, Evaluation, Goal, LevelChange, Lysglimt, Measure, Meeting, Statement)


def _entries(sight: Sight) -> Any:
    """What the actor wrote, with what only its type has."""
    query = visible.entries(sight).where(Entry.author == sight.actor.account_id)
    for part in PARTS_OF_ENTRIES:
        query = query.join_from(Entry, part, JOIN.LEFT_OUTER, on=(part.entry == Entry.id))
    return query


def _on_own(table: Any) -> Any:
    """What hangs on an entry that the actor wrote and may read."""

    def found(sight: Sight) -> Any:
        mine = visible.entries(sight).where(Entry.author == sight.actor.account_id).select(Entry.id)
        return table.select().join(Entry).where(table.entry.in_(mine))

    return found


def _revisions(sight: Sight) -> Any:
    return _on_own(Revision)(sight).where(Revision.changed_by == sight.actor.account_id)


def _of_meetings(table: Any, rows: Any, whose: Any) -> Any:
    """Of what the actor may know of before a meeting, what is theirs; joined with the meeting."""
    return lambda sight: rows(sight).join(Meeting).where(whose == sight.actor.account_id)


def _invited(table: Any, rows: Any, whose: Any) -> Any:
    return lambda sight: rows(sight).join_from(table, Invitation).join(Meeting).where(whose == sight.actor.account_id)


def _time_answers(sight: Sight) -> Any:
    answers = visible.time_answers(sight).join(ProposedTime).join_from(TimeAnswer, Invitation)
    return answers.where(Invitation.account == sight.actor.account_id)


def _messages(sight: Sight) -> Any:
    mine = visible.conversations(sight).select(Conversation.id)
    return Message.select().where(Message.conversation.in_(mine) & (Message.author == sight.actor.account_id))


def _hearts(sight: Sight) -> Any:
    return visible.own_hearts(sight).join(Entry)


def _versions(sight: Sight) -> Any:
    return (
        visible.versions(sight)
        .join(Entry, on=(Version.entry == Entry.id))
        .where(Version.author == sight.actor.account_id)
    )


MET = (
    Sort(
        "invitations",
        Invitation,
        _of_meetings(Invitation, visible.invitations, Invitation.account),
        ("answered_at", Invitation.answered_at),
        {"meeting_at": Meeting.starts, "guest": Invitation.guest, "coming": Invitation.coming},
        log=Invitation.log,
        thing=Meeting.entry,
    ),
    Sort(
        "time_answers",
        TimeAnswer,
        _time_answers,
        ("at", TimeAnswer.at),
        {"time": ProposedTime.starts, "fits": TimeAnswer.fits},
        log=ProposedTime.log,
    ),
    Sort(
        "time_wishes",
        TimeWish,
        _invited(TimeWish, visible.time_wishes, Invitation.account),
        ("at", TimeWish.at),
        {"meeting_at": Meeting.starts},
        {"text": "text"},
        log=TimeWish.log,
        lang=TimeWish.lang,
    ),
    Sort(
        "support_persons",
        SupportPerson,
        _of_meetings(SupportPerson, visible.supports, SupportPerson.brought_by),
        ("at", SupportPerson.at),
        {"meeting_at": Meeting.starts},
        {"name": "name", "who": "who"},
        log=SupportPerson.log,
        lang=SupportPerson.lang,
    ),
    Sort(
        "agenda_points",
        AgendaPoint,
        _of_meetings(AgendaPoint, visible.agenda, AgendaPoint.author),
        ("at", AgendaPoint.at),
        {"meeting_at": Meeting.starts},
        {"text": "text"},
        log=AgendaPoint.log,
        lang=AgendaPoint.lang,
        thing=Meeting.entry,
    ),
    Sort(
        "rather_nots",
        RatherNot,
        _invited(RatherNot, visible.rather_nots, RatherNot.author),
        ("at", RatherNot.at),
        {"meeting_at": Meeting.starts, "answered_at": RatherNot.answered_at, "answer_lang": RatherNot.answer_lang},
        {"text": "text", "answer": "answer"},
        log=RatherNot.log,
        lang=RatherNot.lang,
        thing=RatherNot.id,
    ),
)

WRITTEN = (
    Sort(
        "entries",
        Entry,
        _entries,
        ("at", Entry.at),
        {
            "type": Entry.type,
            "kind": Entry.kind,
            "health": Entry.health,
            "audience": Entry.audience,
            "addressee": Entry.addressee,
            "edited_at": Entry.edited_at,
            "topic": AboutMe.topic,
            "outcome": Evaluation.outcome,
            "life_area": Goal.life_area,
            "level": LevelChange.level,
            "feeling": Lysglimt.feeling,
            "status": Measure.status,
            "starts": Measure.starts,
            "look_at": Measure.look_at,
            "meeting_at": Meeting.starts,
            "telling": Statement.telling,
            "face": Statement.face,
        },
        {"text": "text", "phrase": "phrase"},
        log=Entry.log,
        lang=Entry.lang,
        thing=Entry.id,
    ),
    Sort(
        "earlier_wordings",
        Revision,
        _revisions,
        ("until", Revision.at),
        {"type": Entry.type, "written_at": Entry.at, "look_at": Revision.look_at, "status": Revision.status},
        {"text": "text", "phrase": "phrase"},
        log=Revision.log,
        lang=Revision.lang,
        thing=Entry.id,
    ),
    Sort(
        "files",
        Attachment,
        _on_own(Attachment),
        ("at", Attachment.at),
        {"written_at": Entry.at, "media_type": Attachment.media_type, "size": Attachment.size},
        {"caption": "caption"},
        log=Attachment.log,
        lang=Attachment.lang,
        thing=Entry.id,
    ),
    Sort(
        "pictures",
        File,
        _on_own(File),
        ("at", File.at),
        {"written_at": Entry.at, "media_type": File.media_type, "size": File.size},
        {"caption": "described"},
        log=File.log,
        lang=File.lang,
        thing=Entry.id,
    ),
    Sort(
        "versions",
        Version,
        _versions,
        ("at", Version.at),
        {"beside": Entry.type, "written_at": Entry.at},
        {"text": "text"},
        log=Version.log,
        lang=Version.lang,
        thing=Entry.id,
    ),
    Sort(
        "messages",
        Message,
        _messages,
        ("at", Message.at),
        {"ready": Message.ready},
        {"text": "text"},
        log=Message.log,
        lang=Message.lang,
        thing=Message.conversation,
    ),
    Sort(
        "hearts",
        Heart,
        _hearts,
        ("written_at", Entry.at),
        {},
        log=Entry.log,
        thing=Entry.id,
    ),
)
