"""Of the sorts of things that are held about a person: their login, their work, what they are to which log."""

from typing import Any

from peewee import JOIN

from parentapp.access import visible
from parentapp.access.sight import Sight
from parentapp.domain.held_sort import Sort
from parentapp.domain.held_whose import mine, theirs
from parentapp.models import (
    Absence,
    Account,
    Employment,
    Guardian,
    LoginSession,
    Municipality,
    NetworkPerson,
    Participation,
    Qualification,
    StafettholderPeriod,
    Unit,
)


def _account(sight: Sight) -> Any:
    query = Account.select().join(Municipality, JOIN.LEFT_OUTER, on=(Account.administers == Municipality.id))
    return query.where(Account.id == sight.actor.account_id)


def _employments(sight: Sight) -> Any:
    return Employment.select().join(Unit).where(Employment.account == sight.actor.account_id)


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
        mine(LoginSession),
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
    Sort("absences", Absence, mine(Absence), ("since", Absence.since), {"until": Absence.until}),
    Sort(
        "qualifications",
        Qualification,
        mine(Qualification),
        ("language", Qualification.locale),
        {"role": Qualification.role, "level": Qualification.level, "agency": Qualification.agency},
    ),
    Sort(
        "guardianships",
        Guardian,
        theirs(visible.guardians, Guardian.account),
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
