"""What the addresses of the forms name: something waits for an answer wherever it can."""

from datetime import timedelta
from uuid import UUID

from parentapp.domain import (
    absences,
    care,
    closing,
    consents,
    families,
    freezing,
    guardians,
    interpreters,
    meetings,
    minutes,
    translating,
    versions,
)
from parentapp.domain.guardians import Relationship
from parentapp.domain.newcomers import Newcomer
from parentapp.enums import Answer, Basis
from parentapp.models import FirstLogin, Guardian, Meeting, Participation, ProposedGuardian
from tests.access.asking import absences as away
from tests.access.asking import employments, proposals, rows_of
from tests.access.states import put
from tests.cast import Cast
from tests.individual_plans import planned
from tests.meeting_states import of_meetings
from tests.owning import own
from tests.wishing import wish


def _held(cast: Cast) -> UUID:
    """A meeting of Sofia's that has begun, without minutes."""
    starts = cast.now + timedelta(minutes=5)
    held = meetings.call(cast.actor("kari"), cast.logs["sofia"], "Gym.", starts, starts + timedelta(hours=3))
    Meeting.update(starts=cast.now - timedelta(minutes=5)).where(Meeting.id == held).execute()
    return held


def _over(cast: Cast) -> UUID:
    """Another, with minutes."""
    over = _held(cast)
    minutes.write(cast.actor("kari"), over, ["Vi er enige."])
    return over


def _off(cast: Cast) -> dict[str, UUID]:
    """What may end without ending what other forms are about: a meeting, an interpreter, a translation, an absence."""
    kari, starts = cast.actor("kari"), cast.now + timedelta(weeks=1)
    asked, ended = (meetings.call(kari, cast.logs["sofia"], "Gym.", starts, starts + timedelta(hours=1)) for _ in "ab")
    said = {"locale": "so", "translator": cast.accounts["daud"], "until": cast.today + timedelta(days=10)}
    absences.go_away(kari, cast.today + timedelta(weeks=8), cast.today + timedelta(weeks=9))
    return {
        "off": ended,
        "ended": interpreters.ask(kari, asked, cast.accounts["halyna"], cast.accounts["oksana"]),
        "stopped": translating.ask(kari, cast.entries["amina.lysglimt"], **said),
        "away": away(cast)["kari"],
    }


def _care_of_amina(cast: Cast) -> UUID:
    """Registered, and waits for a second person."""
    kari, unit = cast.actor("kari"), cast.units["child_welfare"]
    return care.begin(kari, cast.logs["amina"], unit, since=kari.today, verified_how="Viste vedtaket.")


def _without_a_holder(cast: Cast) -> UUID:
    """Marta has taken back her yes to the contact person's service."""
    consents.answer(cast.actor("marta"), cast.requests["marta.health"], Answer.NO)
    return cast.logs["marta"]


def ready(cast: Cast) -> Cast:
    """Something waits for an answer wherever it can; Ella has begun at school, and it is time to say how it went."""
    for state in ("judged", "let_in", "proposed", "turned"):
        put(cast, state)
    return put(put(cast, "unheard"), "changed")


def _unused(cast: Cast) -> UUID:
    """A login that Kari has made for a guardian of Sofia's."""
    found = Relationship(Basis.VERGE, "Viste pass.", cast.today, signs=False)
    guardians.add_newcomer(cast.actor("kari"), cast.logs["sofia"], Newcomer("Eva Vik", "nb"), found)
    made: UUID = FirstLogin.get().id
    return made


def _of_the_cast(cast: Cast) -> dict[str, UUID]:
    """What is there from the start."""
    return {
        **{name: cast.logs[name] for name in ("sofia", "amina", "ella", "mikkel", "elias", "noor", "jonas")},
        **{name: cast.accounts[name] for name in ("erik", "gro", "helga")},
        "talk": cast.conversations["amina.yusuf"],
        "glimpse": cast.entries["amina.lysglimt"],
        "note": cast.entries["sofia.note"],
        "request": cast.requests["amina.school"],
        "ppt": cast.requests["sofia.ppt"],
        "unheard": cast.requests["sofia.bup"],
        "task": cast.translations["amina.goal"],
        "measure": cast.entries["amina.measure"],
        "meeting": cast.meetings["amina.meeting"],
        "interpreter": cast.assignments["sofia.halyna"],
        "gym": cast.meetings["sofia.meeting"],
        "goal": cast.entries["amina.goal"],
        "concern": cast.entries["amina.concern"],
        "health": cast.entries["mikkel.health"],
        "withheld": cast.entries["mikkel.withheld"],
        "other_measure": cast.entries["sofia.measure"],
        "unit": cast.units["nav"],
        "bjorn": cast.invitations["sofia.meeting.bjorn"],
        "said": cast.rather_nots["sofia.meeting.oksana"],
        "contact": cast.contact_requests["amina.yusuf"],
    }


def names(cast: Cast) -> dict[str, UUID]:
    """What the addresses of the forms name."""
    return {
        **_of_the_cast(cast),
        "marta": _without_a_holder(cast),
        "proposed": rows_of(cast, ProposedGuardian)["mikkel.silje"],
        "guardian": rows_of(cast, Guardian)["sofia.oksana"],
        "helper": rows_of(cast, Participation)["sofia.per.aas"],
        "handover": cast.handovers["ella.handover"],
        "proposal": proposals(cast)["sofia.oksana"],
        "paper": families.block(cast.actor("per.aas"), cast.logs["mikkel"], cast.accounts["hege"]),
        "closing": cast.closings["elias.closing"],
        "proposed_closing": closing.propose(cast.actor("kari"), cast.logs["amina"], "Nå går det godt."),
        "waiting": _care_of_amina(cast),
        "own": own(cast),
        "first_login": _unused(cast),
        "beside": versions.write(cast.actor("yusuf"), cast.entries["amina.note"], "Vi var der."),
        "freeze": freezing.press(cast.actor("tor"), cast.logs["jonas"], "Et forbud.", spoken=True),
        **(of_meetings(cast) | planned(cast) | _off(cast)),
        "held": _held(cast),
        "work": employments(cast)["ola"],
        "over": _over(cast),
        "wish": wish(cast),
    }
