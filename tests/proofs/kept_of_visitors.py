"""Things that happen with a meeting, a visitor or a handover, and that somebody near must never notice."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from parentapp import clock
from parentapp.domain import (
    assignments,
    closing,
    closing_page,
    contact_requests,
    coordinating,
    handover_page,
    handovers,
    individual_plan,
    individual_plan_page,
    interpreter_work,
    interpreters,
    inviting,
    log,
    log_wishes,
    log_wishes_answered,
    meeting_page,
    meetings,
    private,
    rather_not,
    translating,
)
from parentapp.domain.handovers import Proposal
from parentapp.domain.inviting import Invited
from parentapp.domain.log_wishes import Asked
from parentapp.enums import Coming, Transition
from parentapp.models import Coordinator, Meeting
from tests.cast import Cast


def later(minutes: int) -> clock.datetime:
    return clock.now() + timedelta(minutes=minutes)


def hidden_translation(cast: Cast) -> None:
    """A note is sent to be translated for her mother, read and translated; then Amina keeps it from her father."""
    kari = cast.actor("kari")
    note = log.add_note(kari, cast.logs["amina"], "Amina vil bo litt hos tante.")
    until, daud = kari.today + timedelta(days=20), cast.accounts["daud"]
    task = translating.ask(kari, note, locale="so", translator=daud, until=until)
    with clock.at(later(2)):
        version = assignments.task(cast.actor("daud"), task).source.version
        text = "Amina waxay rabtaa inay habaryarteed la joogto."
        assignments.save(cast.actor("daud"), task, text, version=version, finished=True)
    with clock.at(later(4)):
        private.choose(cast.actor("amina"), note, [cast.accounts["yusuf"]])


def another_task(cast: Cast) -> None:
    """Daud is asked for one text more, and begins."""
    kari, daud = cast.actor("kari"), cast.accounts["daud"]
    until = kari.today + timedelta(days=20)
    task = translating.ask(kari, cast.entries["amina.note"], locale="so", translator=daud, until=until)
    with clock.at(later(2)):
        version = assignments.task(cast.actor("daud"), task).source.version
        assignments.save(cast.actor("daud"), task, "Amina waxay", version=version, finished=False)
    with clock.at(later(4)):
        translating.stop(cast.actor("amina"), task)


def hidden_meeting(cast: Cast) -> None:
    """Amina keeps a meeting from her father. It is moved, spoken of and answered, and in the end cancelled."""
    kari, amina, day = cast.actor("kari"), cast.actor("amina"), timedelta(days=4)
    starts, log_id = kari.now + day, cast.logs["amina"]
    asked = [Invited(cast.accounts["amina"], None, "Bare vi to og Per."), _per(cast)]
    called = meetings.call(kari, log_id, "Det vi ikke sier hjemme", starts, starts + day / 96, invited=asked)
    private.choose(amina, Meeting.get_by_id(called).entry_id, [cast.accounts["yusuf"]])
    meetings.answer(amina, called, Coming.YES)
    meetings.add_point(amina, called, "Kan jeg sove hos tante?")
    page = meeting_page.meeting(amina, called)
    said = rather_not.say(amina, next(each.invitation_id for each in page.invited if each.may_say_rather_not))
    rather_not.answer(kari, said, "Greit.")
    meetings.move(kari, called, starts + day, starts + day + day / 96, place="Biblioteket")
    meetings.cancel(kari, called)


def _per(cast: Cast) -> Invited:
    return Invited(cast.accounts["per.aas"], cast.units["school"], "For prøveplanen.")


def another_guest(cast: Cast, name: str) -> None:
    """Tor comes to one meeting: he reads of it, says that he comes, and Kari moves nothing."""
    meeting = cast.meetings[f"{name}.meeting"]
    inviting.invite_guest(cast.actor("kari"), meeting, "tor", "Kjenner fritidsklubben.")
    with clock.at(later(3)):
        meeting_page.meeting(cast.actor("tor"), meeting)
        meetings.answer(cast.actor("tor"), meeting, Coming.YES)


def another_contact_person(cast: Cast) -> None:
    """Amina asks Anne for somebody else, and is answered; then she asks again, and takes it back."""
    log_id = cast.logs["amina"]
    asked = contact_requests.ask(cast.actor("amina"), log_id, "Jeg vil heller snakke med en som er yngre.")
    with clock.at(later(2)):
        contact_requests.answer(cast.actor("anne.strand"), asked, "Kom innom meg på torsdag, så finner vi ut av det.")
    with clock.at(later(4)):
        contact_requests.page(cast.actor("amina"), log_id)
        again = contact_requests.ask(cast.actor("amina"), log_id)
        contact_requests.take_back(cast.actor("amina"), again)


def read_by_the_leader(cast: Cast) -> None:
    """Amina asks, and Anne reads it: with what Yusuf has asked, who sees that she does."""
    contact_requests.ask(cast.actor("amina"), cast.logs["amina"], "Jeg vil heller snakke med en som er yngre.")
    with clock.at(later(2)):
        contact_requests.received(cast.actor("anne.strand"))


def asking_for_a_log(cast: Cast) -> None:
    """Amina asks the health station for a log of her own; Anne reads it, asks Randi to talk with her, and answers."""
    amina, anne = cast.actor("amina"), cast.actor("anne.strand")
    asked = log_wishes.ask(amina, Asked(None, cast.units["health"], "Jeg vil ha hjelp med skolen."))
    with clock.at(later(2)):
        log_wishes_answered.received(anne)
        log_wishes_answered.hand(anne, asked, "randi")
    with clock.at(later(4)):
        log_wishes_answered.answer(anne, asked, "Du har en logg. Snakk med Kari.")


COLLEAGUES = frozenset({"kari", "lina", "per.aas", "ingrid", "randi"})
ASKED_OF_LEADERS: dict[str, tuple[frozenset[str], Callable[[Cast], None]]] = {
    "another contact person": (COLLEAGUES | {"fadumo", "yusuf"}, another_contact_person),
    "a question for a log": (COLLEAGUES - {"randi"} | {"fadumo", "yusuf"}, asking_for_a_log),
    "read by the leader": (COLLEAGUES | {"fadumo"}, read_by_the_leader),  # Yusuf sees that his was read
}


def would_rather_not(cast: Cast) -> None:
    """Yusuf would rather not have Per there; Kari answers him."""
    yusuf, per = cast.actor("yusuf"), cast.invitations["amina.meeting.per.aas"]
    said = rather_not.say(yusuf, per, "Helst bare oss og Kari.")
    with clock.at(later(4)):
        rather_not.answer(cast.actor("kari"), said, "Jeg spør Per om å komme en annen gang.")


def another_interpreter(cast: Cast) -> None:
    """Halyna is asked to Amina's meeting for Yusuf; all three say yes, and she reads what she may."""
    asked = _asked_to_interpret(cast, cast.meetings["amina.meeting"], "halyna", "yusuf")
    for person in ("amina", "fadumo", "yusuf"):
        interpreters.answer(cast.actor(person), asked, yes=True)
    with clock.at(later(4)):
        interpreter_work.work(cast.actor("halyna"), asked)


def hidden_interpreter(cast: Cast) -> None:
    """Amina keeps a meeting from her father, to which Daud is asked, for her mother."""
    kari, starts = cast.actor("kari"), cast.now + timedelta(days=5)
    called = meetings.call(kari, cast.logs["amina"], "Bare mamma og jeg", starts, starts + timedelta(hours=1))
    private.choose(cast.actor("amina"), Meeting.get_by_id(called).entry_id, [cast.accounts["yusuf"]])
    asked = _asked_to_interpret(cast, called, "daud", "fadumo")
    for person in ("amina", "fadumo"):
        interpreters.answer(cast.actor(person), asked, yes=True)


def _asked_to_interpret(cast: Cast, meeting: UUID, interpreter: str, reader: str) -> UUID:
    asked = interpreters.ask(cast.actor("kari"), meeting, cast.accounts[interpreter], cast.accounts[reader])
    interpreters.declare(cast.actor(interpreter), asked, clear=True)
    return asked


def offered_handover(cast: Cast) -> None:
    """Kari asks Tor to take over, who knows nothing of Sofia; he looks at it and says no, and she asks him again."""
    kari, tor = cast.actor("kari"), cast.actor("tor")
    said = Proposal(
        "Jeg skal ha permisjon.", "Sofia liker å få se på først.", Transition.SCHOOL_SCHOOL, "Sang.", decided=True
    )
    first = handovers.propose(kari, cast.logs["sofia"], "tor", said)
    handover_page.page(tor, cast.logs["sofia"])
    handovers.decline(tor, first)
    with clock.at(later(5)):
        handovers.propose(cast.actor("kari"), cast.logs["sofia"], "tor", said)
    handover_page.page(cast.actor("oksana"), cast.logs["sofia"])


def wished_plan(cast: Cast) -> None:
    """Yusuf wishes that Amina's log is her plan, and takes it back."""
    with clock.at(cast.now - timedelta(minutes=50)):
        wished = individual_plan.wish(cast.actor("yusuf"), cast.logs["amina"])
        individual_plan_page.page(cast.actor("kari"), cast.logs["amina"])
        individual_plan.end(cast.actor("yusuf"), wished)


def coordinated_plan(cast: Cast) -> None:
    """Lina is asked to coordinate Sofia's plan, and does."""
    plan = individual_plan.current(cast.logs["sofia"]).id
    coordinating.ask(cast.actor("oksana"), plan, cast.accounts["lina"], cast.units["health"])
    coordinating.accept(cast.actor("lina"), Coordinator.get(Coordinator.plan == plan).id)


def proposed_closing(cast: Cast) -> None:
    """Kari proposes to close Sofia's log, and takes it back."""
    with clock.at(cast.now - timedelta(minutes=50)):
        asked = closing.propose(cast.actor("kari"), cast.logs["sofia"], "Nå går det godt.")
        closing_page.page(cast.actor("oksana"), cast.logs["sofia"])
        closing.stop(cast.actor("kari"), asked)
