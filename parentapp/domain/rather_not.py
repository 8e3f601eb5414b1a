"""«Helst ikke denne personen»: said by the family, answered by the contact person, in nobody's way."""

from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look_around
from parentapp.access.visible import find
from parentapp.db import transaction
from parentapp.domain import recording
from parentapp.domain.inviting import require_open, tell
from parentapp.domain.pressing import Press, once
from parentapp.enums import FAMILY
from parentapp.errors import Conflict, Hidden
from parentapp.i18n import N_
from parentapp.models import Invitation, Meeting, RatherNot

SAID_BEFORE = N_("Du har sagt dette før. Kontaktpersonen din har fått det.")
ANSWERED_BEFORE = N_("Dette er besvart fra før.")


def may_be_about(sight: Sight, log: LogFacts, account: UUID) -> bool:
    """Not about the family. Nor about the contact person, who alone would read it: for that one asks for another."""
    family = (each for each in sight.around if each.log_id == log.id and each.active and each.relation in FAMILY)
    return account != log.holder_id and account not in {each.account_id for each in family}


def say(actor: Actor, invitation_id: UUID, text: str = "", *, press: Press | None = None) -> UUID:
    """Say that one would rather not have this person there; why, if one likes. Returns what was said.

    Raises Hidden, Denied; Conflict for a meeting that is over or cancelled, or where it was said before.
    """
    with transaction():
        sight = look_around(actor, Invitation, invitation_id)
        invitation = find(sight, Invitation, invitation_id)
        log = sight.visited(invitation.log_id)
        require(sight, Action.RATHER_NOT_SAY, log)
        meeting = find(sight, Meeting, invitation.meeting_id)
        require_open(actor, meeting)
        if not may_be_about(sight, log, invitation.account_id):
            raise Hidden

        def act() -> UUID:
            mine = {"invitation": invitation_id, "author": actor.account_id}
            if RatherNot.get_or_none(**mine) is not None:
                raise Conflict(SAID_BEFORE)
            said = RatherNot.create(log=log.id, text=text, lang=actor.locale, at=actor.now, **mine)
            recording.audit(actor, Action.RATHER_NOT_SAY, said.id, log)
            tell(sight, log, meeting, only={log.holder_id}, thing=said.id)
            said_id: UUID = said.id
            return said_id

        return once(actor, press, act)


def answer(actor: Actor, said_id: UUID, text: str, *, press: Press | None = None) -> UUID:
    """The contact person's words to the one who said it; in own name, also where somebody else held the baton then.

    Raises Hidden, Denied; Conflict where it was answered before.
    """
    with transaction():
        sight = look_around(actor, RatherNot, said_id)
        said = find(sight, RatherNot, said_id)
        log = sight.visited(said.log_id)
        require(sight, Action.RATHER_NOT_ANSWER, log)
        meeting = find(sight, Meeting, Invitation.get_by_id(said.invitation_id).meeting_id)

        def act() -> UUID:
            if said.answered_at is not None:
                raise Conflict(ANSWERED_BEFORE)
            said.answer, said.answer_lang = text, actor.locale
            said.answered_by, said.answered_at = actor.account_id, actor.now
            said.save()
            recording.audit(actor, Action.RATHER_NOT_ANSWER, said.id, log)
            tell(sight, log, meeting, only={said.author_id}, thing=said.id)
            return said_id

        return once(actor, press, act)
