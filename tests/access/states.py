"""States that no log of the cast is in, put there through the domain. Of meetings that have begun only the time is set,
as nobody can call one for a time that has been.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from parentapp.domain import (
    care,
    closing,
    consents,
    families,
    freezing,
    guardians,
    handovers,
    log,
    meetings,
    minutes,
    my_guardians,
    questions,
    reopening,
)
from parentapp.domain.guardians import Relationship
from parentapp.domain.handovers import Proposal
from parentapp.enums import Answer, Basis, GuardianAnswer, Kind
from parentapp.models import Entry, Handover, Meeting, Minutes
from tests.births import born
from tests.cast import Cast
from tests.first_logins import OF_FIRST_LOGINS
from tests.handing import holder_out, led
from tests.individual_plans import OF_INDIVIDUAL_PLANS
from tests.listing import listed
from tests.meeting_states import OF_MEETINGS
from tests.network_states import OF_NETWORK, proposed
from tests.on_paper import waits_on_paper
from tests.owning import owned
from tests.versions import answered, minuted, versioned
from tests.wishing import OF_WISHES
from tests.without_login import without_login


def put(cast: Cast, state: str) -> Cast:
    """The cast with a log in that state; as it stands where none is named. Raises KeyError for an unknown one."""
    return STATES[state](cast) if state else cast


def _asked(cast: Cast) -> Cast:
    """Kari wonders about Mia and has asked for a log. Oksana is to answer; Erik and Lina are named beforehand."""
    kari = cast.actor("kari")
    mia = families.ask_for_log(kari, cast.units["health"], name="Mia", born=kari.today - timedelta(days=3000), level=1)
    families.add_guardian(
        kari,
        mia,
        cast.accounts["oksana"],
        basis=Basis.PARENTAL_RESPONSIBILITY,
        verified_how="Viste legitimasjon.",
        since=kari.today,
    )
    families.add_network_person(kari, mia, cast.accounts["erik"], kari.today)
    families.add_participant(kari, mia, cast.accounts["lina"], cast.units["health"])
    concern = log.add_concern(kari, mia, "Mia er mye alene i friminuttene.")
    asked = questions.ask(kari, mia, unit=None, kinds=frozenset(), purpose="En felles logg.", child_view="Greit.")
    return replace(
        cast,
        logs={**cast.logs, "mia": mia},
        entries={**cast.entries, "mia.concern": concern},
        requests={**cast.requests, "mia.log": asked},
    )


def _resting(cast: Cast) -> Cast:
    """Oksana has taken back her yes to Sofia's log."""
    consents.answer(cast.actor("oksana"), cast.requests["sofia.log"], Answer.NO)
    return cast


def _later(cast: Cast) -> Cast:
    """Kari has called one more meeting about Sofia, and asked no interpreter to come."""
    kari = cast.actor("kari")
    starts = kari.now + timedelta(days=14)
    called = meetings.call(kari, cast.logs["sofia"], "Hvordan gikk det?", starts, starts + timedelta(hours=1))
    return replace(cast, meetings={**cast.meetings, "sofia.later": called})


def _begun(cast: Cast) -> Cast:
    """Sofia's and Amina's meetings began half an hour ago."""
    half = timedelta(minutes=30)
    for name in ("sofia.meeting", "amina.meeting"):
        times = {"starts": cast.now - half, "ends": cast.now + half}
        Meeting.update(**times).where(Meeting.id == cast.meetings[name]).execute()
    return cast


def _agreed(cast: Cast) -> Cast:
    """And Kari has written the minutes of Sofia's."""
    _begun(cast)
    minutes.write(cast.actor("kari"), cast.meetings["sofia.meeting"], ["Sofia velger selv hvem hun er på lag med."])
    return cast


def _parent(cast: Cast) -> Cast:
    """Berit has added Helga to Ella's log, as a mother by parental responsibility. Child welfare has care."""
    berit = cast.actor("berit")
    families.add_guardian(
        berit,
        cast.logs["ella"],
        cast.accounts["helga"],
        basis=Basis.PARENTAL_RESPONSIBILITY,
        verified_how="Viste legitimasjon.",
        since=berit.today,
    )
    return cast


def _care_rests(cast: Cast) -> Cast:
    """Tor has taken back, for child welfare, the yes to Ella's log."""
    consents.answer(cast.actor("tor"), cast.requests["ella.log"], Answer.NO)
    return cast


def _care_asked(cast: Cast) -> Cast:
    """Berit has asked for a log for Mia, of whom child welfare has care. Tor takes part for it; Helga is her mother."""
    berit, until_now = cast.actor("berit"), timedelta(days=1500)
    mia = families.ask_for_log(berit, cast.units["kindergarten"], name="Mia", born=berit.today - until_now, level=1)
    verified = {"verified_how": "Viste vedtak og legitimasjon.", "since": berit.today}
    families.add_guardian(berit, mia, cast.accounts["helga"], basis=Basis.PARENTAL_RESPONSIBILITY, **verified)
    families.add_participant(berit, mia, cast.accounts["tor"], cast.units["child_welfare"])
    care.confirm(
        cast.actor("tor"), mia, care.begin(berit, mia, cast.units["child_welfare"], **verified), "Har det her."
    )
    asked = questions.ask(berit, mia, unit=None, kinds=frozenset(), purpose="En felles logg.")
    return replace(cast, logs={**cast.logs, "mia": mia}, requests={**cast.requests, "mia.log": asked})


def _locked(cast: Cast) -> Cast:
    """Eight days ago."""
    _agreed(cast)
    written = Entry.id.in_(Minutes.select(Minutes.entry))
    Entry.update(at=cast.now - timedelta(days=8)).where(written).execute()
    return cast


def _offered(cast: Cast) -> Cast:
    """Per Aas has asked Randi to take over Lise's baton. The family has not said yes to the health station."""
    said = Proposal("Jeg skal ha permisjon.", "Lise leser helst alene.")
    offered = handovers.propose(cast.actor("per.aas"), cast.logs["lise"], "randi", said)
    return replace(cast, handovers={**cast.handovers, "lise.handover": offered})


def _changed(cast: Cast) -> Cast:
    """Per Aas took over Ella's as she began at school, and three weeks have gone: of these only the day is set."""
    handovers.accept(cast.actor("per.aas"), cast.handovers["ella.handover"])
    Handover.update(check_on=cast.today).where(Handover.id == cast.handovers["ella.handover"]).execute()
    return cast


def _judged(cast: Cast) -> Cast:
    """Per Aas has registered, for Mikkel, what a court decided about Silje. It waits for a second person."""
    found = Relationship(Basis.COURT_JUDGMENT, "Viste dommen.", cast.today, signs=True)
    guardians.add(cast.actor("per.aas"), cast.logs["mikkel"], "silje", found)
    return cast


def _care_waits(cast: Cast) -> Cast:
    """Kari has registered that child welfare has care of Sofia, where Tor takes part for it. It waits for another."""
    kari, unit = cast.actor("kari"), cast.units["child_welfare"]
    families.add_participant(kari, cast.logs["sofia"], cast.accounts["tor"], unit)
    care.begin(kari, cast.logs["sofia"], unit, since=kari.today, verified_how="Viste vedtaket.")
    return cast


def _asked_judged(cast: Cast) -> Cast:
    """Kari has registered the same for Mia, whose log waits for a yes. Lina works where she does."""
    cast = _asked(cast)
    found = Relationship(Basis.COURT_JUDGMENT, "Viste dommen.", cast.today, signs=True)
    guardians.add(cast.actor("kari"), cast.logs["mia"], "silje", found)
    return cast


def _unheard(cast: Cast) -> Cast:
    """Kari has asked whether BUP may see Sofia's plan, without what Sofia says; Oksana has said yes."""
    kari, said = cast.actor("kari"), {"kinds": frozenset({Kind.PLAN}), "purpose": "For å gi råd."}
    asked = questions.ask(kari, cast.logs["sofia"], unit=cast.units["bup"], **said)
    consents.answer(cast.actor("oksana"), asked, Answer.YES)
    return replace(cast, requests={**cast.requests, "sofia.bup": asked})


def _closing(cast: Cast) -> Cast:
    """Kari has proposed to close Amina's log, and Fadumo has said yes. Amina and Yusuf have not answered."""
    said = "Hun sover bedre, og har venner. Ring helsestasjonen om noe blir vanskelig."
    proposed = closing.propose(cast.actor("kari"), cast.logs["amina"], said)
    closing.agree(cast.actor("fadumo"), proposed)
    return replace(cast, closings={**cast.closings, "amina.closing": proposed})


def _reopening(cast: Cast) -> Cast:
    """Silje has asked whether Elias' log is to be opened again. She has not answered yet."""
    question = reopening.ask(cast.actor("silje"), cast.logs["elias"], "Det er vanskelig igjen.", child_view="Ja.")
    return replace(cast, requests={**cast.requests, "elias.again": question})


def _frozen(cast: Cast) -> Cast:
    """Kari has stopped the sight of Sofia's family, and of everybody else who is no service."""
    asked = freezing.press(cast.actor("kari"), cast.logs["sofia"], "Erik har fått besøksforbud.", spoken=True)
    return replace(cast, freezes={**cast.freezes, "sofia.freeze": asked})


def _guardian_proposed(cast: Cast) -> Cast:
    """Tor has proposed that Helga comes in as Jonas's guardian. He is 17, and has not answered."""
    found = Relationship(Basis.PARENTAL_RESPONSIBILITY, "Viste pass.", cast.today, signs=True)
    guardians.add(cast.actor("tor"), cast.logs["jonas"], "helga", found)
    return cast


def _let_in(cast: Cast) -> Cast:
    """And Jonas has said yes, for a year."""
    _guardian_proposed(cast)
    return _chosen(cast, GuardianAnswer.LET_IN)


def _let_go(cast: Cast) -> Cast:
    """And has let her go."""
    _let_in(cast)
    return _chosen(cast, GuardianAnswer.LET_GO)


def _chosen(cast: Cast, answer: GuardianAnswer) -> Cast:
    my_guardians.choose(cast.actor("jonas"), cast.logs["jonas"], cast.accounts["helga"], answer, 12)
    return cast


STATES: dict[str, Callable[[Cast], Cast]] = {
    "asked": _asked,
    "resting": _resting,
    "later": _later,
    "begun": _begun,
    "agreed": _agreed,
    "parent": _parent,
    "care_rests": _care_rests,
    "care_asked": _care_asked,
    "care_waits": _care_waits,
    "locked": _locked,
    "offered": _offered,
    "changed": _changed,
    "judged": _judged,
    "without_login": without_login,
    "asked_judged": _asked_judged,
    "guardian_proposed": _guardian_proposed,
    "let_in": _let_in,
    "let_go": _let_go,
    "unheard": _unheard,
    "closing": _closing,
    "reopening": _reopening,
    "born": born,
    "frozen": _frozen,
    "on_paper": waits_on_paper,
    "at_rest": lambda cast: _resting(proposed(cast)),  # whoever leads Kari's unit is to check Gro
    "own": owned,
    "holder_out": holder_out,
    "led": led,
    "listed": listed,
    "versioned": versioned,
    "answered": answered,
    "minuted": minuted,
    **OF_MEETINGS,
    **OF_NETWORK,
    **OF_WISHES,
    **OF_INDIVIDUAL_PLANS,
    **OF_FIRST_LOGINS,
}
