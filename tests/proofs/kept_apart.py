"""Things that happen around a child and that somebody near must never notice: each done through the domain.

`SECRETS` says what happens, and from whom it is kept. `base` happens whether there is a secret or not.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from parentapp import clock
from parentapp.access.actor import SystemActor
from parentapp.db import transaction
from parentapp.domain import (
    about_me,
    absences,
    assignments,
    consents,
    conversations,
    evaluating,
    families,
    interpreter_work,
    interpreters,
    inviting,
    log,
    lysglimt,
    meeting_page,
    meetings,
    municipality,
    plan,
    private,
    rather_not,
    summary,
    translating,
)
from parentapp.domain.inviting import Invited
from parentapp.enums import AboutMeTopic, Answer, Audience, Basis, Coming, Kind, Outcome, ReadyMessage, Relation
from parentapp.models import Meeting
from tests.cast import Cast
from tests.proofs.said import WHAT_IS_SAID

PLAN = frozenset({Kind.PLAN})
MORE_THAN_A_PAGE = 31  # entries and access lines


@dataclass(frozen=True)
class Secret:
    """`log` is the child's it is about; `kept_from` those who must not notice."""

    name: str
    log: str
    kept_from: frozenset[str]
    happens: Callable[[Cast], None]


def later(minutes: int) -> clock.datetime:
    return clock.now() + timedelta(minutes=minutes)


def _private_talk(cast: Cast) -> None:
    """Amina writes to Kari, Kari reads and answers, Amina reads the answer."""
    amina, kari, talk = cast.actor("amina"), cast.actor("kari"), cast.conversations["amina.amina"]
    conversations.write(amina, talk, "Kan jeg komme i morgen? Jeg vil ikke si hvorfor hjemme.")
    conversations.send_ready(amina, talk, ReadyMessage.CALL_ME)
    conversations.conversation(kari, talk)
    with clock.at(later(3)):
        conversations.write(cast.actor("kari"), talk, "Kom når du vil.")
    with clock.at(later(6)):
        conversations.conversation(cast.actor("amina"), talk)
        conversations.write(cast.actor("amina"), talk, "Takk. Da kommer jeg i storefri.")


def _first_talk_with_the_deputy(cast: Cast) -> None:
    """Kari is away, so that Amina writes to Lina: a conversation that was not there before."""
    talk = conversations.start(cast.actor("amina"), cast.logs["amina"])
    conversations.write(cast.actor("amina"), talk, "Hei Lina, er du der når Kari er borte?")
    with clock.at(later(4)):
        conversations.write(cast.actor("lina"), talk, "Ja. Skriv når du vil.")


def _first_talk_of_a_parent(cast: Cast) -> None:
    talk = conversations.start(cast.actor("per.haugen"), cast.logs["lise"])
    conversations.write(cast.actor("per.haugen"), talk, "Kan vi ta en prat alene?")
    with clock.at(later(4)):
        conversations.write(cast.actor("per.aas"), talk, "Ja, ring meg etter skolen.")


def _mothers_talk(cast: Cast) -> None:
    talk = cast.conversations["amina.fadumo"]
    conversations.write(cast.actor("fadumo"), talk, "Ma kula hadli karaa keligay?")
    with clock.at(later(4)):
        conversations.write(cast.actor("kari"), talk, "Ja, ring meg i dag.")
    with clock.at(later(6)):
        conversations.conversation(cast.actor("fadumo"), talk)


def _hidden_note(cast: Cast) -> None:
    note = log.add_note(cast.actor("kari"), cast.logs["amina"], "Amina har bestilt time alene.")
    private.choose(cast.actor("amina"), note, [cast.accounts["yusuf"]])


def _hidden_health_note(cast: Cast) -> None:
    note = log.add_note(cast.actor("kari"), cast.logs["amina"], "Amina har begynt med medisin.", health=True)
    private.choose(cast.actor("amina"), note, [cast.accounts["yusuf"], cast.accounts["fadumo"]])


def _hidden_measure(cast: Cast) -> None:
    """Amina keeps a new measure from her father; she and Kari say whether it helps, and it is moved."""
    kari, amina = cast.actor("kari"), cast.actor("amina")
    owner = {"owner": cast.accounts["amina"], "owner_unit": None}
    day = kari.today + timedelta(days=20)
    measure = plan.add_measure(kari, cast.entries["amina.goal"], "Sove hos tante.", starts=day, look_at=day, **owner)
    private.choose(amina, measure, [cast.accounts["yusuf"]])
    evaluating.evaluate(amina, measure, Outcome.BETTER, "Der er det stille.")
    evaluating.evaluate(kari, measure, Outcome.TOO_EARLY)
    evaluating.renew(kari, measure, day + timedelta(days=7))


def _hidden_about_me(cast: Cast) -> None:
    told = about_me.write(cast.actor("amina"), cast.logs["amina"], AboutMeTopic.HARD, "Når dere krangler.")
    private.choose(cast.actor("amina"), told, [cast.accounts["yusuf"], cast.accounts["fadumo"]])
    with clock.at(later(2)):
        about_me.write(cast.actor("amina"), cast.logs["amina"], AboutMeTopic.HARD, "Når noen krangler.")


def _withheld(cast: Cast) -> None:
    """Mikkel, 13, asks Lina not to tell it at home."""
    note = log.add_note(cast.actor("lina"), cast.logs["mikkel"], "Mikkel gråt i dag.", health=True)
    private.withhold(cast.actor("lina"), note, "Mamma blir så lei seg.")


def _hidden_translation(cast: Cast) -> None:
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


def _another_task(cast: Cast) -> None:
    """Daud is asked for one text more, and begins."""
    kari, daud = cast.actor("kari"), cast.accounts["daud"]
    until = kari.today + timedelta(days=20)
    task = translating.ask(kari, cast.entries["amina.note"], locale="so", translator=daud, until=until)
    with clock.at(later(2)):
        version = assignments.task(cast.actor("daud"), task).source.version
        assignments.save(cast.actor("daud"), task, "Amina waxay", version=version, finished=False)
    with clock.at(later(4)):
        translating.stop(cast.actor("amina"), task)


def _hidden_meeting(cast: Cast) -> None:
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


def _another_guest(cast: Cast, name: str) -> None:
    """Tor comes to one meeting: he reads of it, says that he comes, and Kari moves nothing."""
    meeting = cast.meetings[f"{name}.meeting"]
    inviting.invite_guest(cast.actor("kari"), meeting, "tor", "Kjenner fritidsklubben.")
    with clock.at(later(3)):
        meeting_page.meeting(cast.actor("tor"), meeting)
        meetings.answer(cast.actor("tor"), meeting, Coming.YES)


def _rather_not(cast: Cast) -> None:
    """Yusuf would rather not have Per there; Kari answers him."""
    yusuf, per = cast.actor("yusuf"), cast.invitations["amina.meeting.per.aas"]
    said = rather_not.say(yusuf, per, "Helst bare oss og Kari.")
    with clock.at(later(4)):
        rather_not.answer(cast.actor("kari"), said, "Jeg spør Per om å komme en annen gang.")


def _another_interpreter(cast: Cast) -> None:
    """Halyna is asked to Amina's meeting for Yusuf; all three say yes, and she reads what she may."""
    asked = _asked_to_interpret(cast, cast.meetings["amina.meeting"], "halyna", "yusuf")
    for person in ("amina", "fadumo", "yusuf"):
        interpreters.answer(cast.actor(person), asked, yes=True)
    with clock.at(later(4)):
        interpreter_work.work(cast.actor("halyna"), asked)


def _hidden_interpreter(cast: Cast) -> None:
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


def _health_at_seventeen(cast: Cast) -> None:
    log.add_note(cast.actor("tor"), cast.logs["jonas"], "Jonas sover bedre med den nye medisinen.", health=True)


def _only_me(cast: Cast) -> None:
    lysglimt.post(cast.actor("amina"), cast.logs["amina"], "Bare jeg vet hvor fint det var.", audience=Audience.SELF)


def _my_contact(cast: Cast) -> None:
    glimpse = lysglimt.post(cast.actor("amina"), cast.logs["amina"], "Du hadde rett, Kari.", audience=Audience.CONTACT)
    lysglimt.heart(cast.actor("kari"), glimpse, on=True)


def _blocked_after_all(cast: Cast) -> None:
    """Helga is made a guardian of Sofia by mistake, and kept out again before anything else happens."""
    kari, helga = cast.actor("kari"), cast.accounts["helga"]
    families.add_guardian(
        kari,
        cast.logs["sofia"],
        helga,
        basis=Basis.PARENTAL_RESPONSIBILITY,
        verified_how="Sa det selv i telefonen.",
        since=kari.today,
    )
    families.block(kari, cast.logs["sofia"], helga)


def _another_service(cast: Cast, name: str, *signers: str) -> None:
    kari, log_id = cast.actor("kari"), cast.logs[name]
    request = consents.ask(
        kari,
        log_id,
        unit=cast.units["child_welfare"],
        kinds=PLAN,
        purpose="Så Tor kan hjelpe til hjemme.",
        child_view="Tor er grei.",
    )
    for signer in signers:
        consents.answer(cast.actor(signer), request, Answer.YES)
    families.add_participant(kari, log_id, cast.accounts["tor"], cast.units["child_welfare"])
    with clock.at(later(5)):
        log.timeline(cast.actor("tor"), log_id)


def _another_service_for_amina(cast: Cast) -> None:
    _another_service(cast, "amina", "fadumo", "yusuf", "amina")


def _another_service_and_out_again(cast: Cast) -> None:
    _another_service(cast, "sofia", "oksana")
    with clock.at(later(8)):
        request = consents.sharing(cast.actor("oksana"), cast.logs["sofia"]).requests[0].id
        consents.answer(cast.actor("oksana"), request, Answer.NO)


def _the_other_says(cast: Cast, said: Answer) -> None:
    request = next(
        each.id for each in consents.sharing(cast.actor("anne.haugen"), cast.logs["lise"]).requests if not each.grant
    )
    consents.answer(cast.actor("anne.haugen"), request, said)


def _the_other_renews(cast: Cast) -> None:
    consents.answer(cast.actor("anne.haugen"), cast.requests["lise.school"], Answer.YES)


NEAR_AMINA = frozenset({"fadumo", "yusuf", "lina", "per.aas", "ingrid", "randi"})
BESIDE_SOFIA = frozenset({"per.aas", "erik", "bjorn"})
SECRETS = {
    each.name: each
    for each in (
        Secret("private talk", "amina", NEAR_AMINA, _private_talk),
        Secret("first talk with the deputy", "amina", NEAR_AMINA - {"lina"} | {"kari"}, _first_talk_with_the_deputy),
        Secret("mother's talk", "amina", NEAR_AMINA - {"fadumo"} | {"amina"}, _mothers_talk),
        Secret("hidden note", "amina", frozenset({"yusuf"}), _hidden_note),
        Secret("hidden health note", "amina", frozenset({"yusuf", "fadumo", "per.aas"}), _hidden_health_note),
        Secret("hidden measure", "amina", frozenset({"yusuf"}), _hidden_measure),
        Secret("withheld", "mikkel", frozenset({"hege", "per.aas"}), _withheld),
        Secret("hidden about me", "amina", frozenset({"yusuf", "fadumo", "per.aas"}), _hidden_about_me),
        Secret("hidden translation", "amina", frozenset({"yusuf"}), _hidden_translation),
        Secret("another task", "amina", frozenset({"lina", "per.aas", "ingrid", "randi", "halyna"}), _another_task),
        Secret("hidden meeting", "amina", frozenset({"yusuf"}), _hidden_meeting),
        Secret("another guest", "amina", frozenset({"per.aas"}), lambda cast: _another_guest(cast, "amina")),
        Secret("another guest of Sofia's", "sofia", BESIDE_SOFIA, lambda cast: _another_guest(cast, "sofia")),
        Secret("another interpreter", "amina", frozenset({"per.aas", "ingrid", "randi"}), _another_interpreter),
        Secret("hidden interpreter", "amina", frozenset({"yusuf"}), _hidden_interpreter),
        Secret("rather not", "amina", NEAR_AMINA - {"yusuf"} | {"amina"}, _rather_not),
        *(Secret(name, "amina", who, happens) for name, (who, happens) in WHAT_IS_SAID.items()),
        Secret("only me", "amina", NEAR_AMINA | {"kari"}, _only_me),
        Secret("my contact", "amina", NEAR_AMINA, _my_contact),
        Secret("another service", "amina", frozenset({"per.aas", "ingrid"}), _another_service_for_amina),
        Secret("health at 17", "jonas", frozenset({"helga", "siri"}), _health_at_seventeen),
        Secret("blocked after all", "sofia", frozenset({"helga"}), _blocked_after_all),
        Secret("in and out again", "sofia", frozenset({"per.aas", "erik"}), _another_service_and_out_again),
        Secret("first talk of a parent", "lise", frozenset({"anne.haugen"}), _first_talk_of_a_parent),
        Secret("a no", "lise", frozenset({"per.haugen", "per.aas"}), lambda cast: _the_other_says(cast, Answer.NO)),
        Secret("a yes", "lise", frozenset({"per.haugen", "per.aas"}), lambda cast: _the_other_says(cast, Answer.YES)),
        Secret("a renewed yes", "lise", frozenset({"per.haugen", "per.aas"}), _the_other_renews),
    )
}


READ_IN_SHORT = {
    "amina": ("amina", "fadumo", "yusuf", "kari", "per.aas"),
    "jonas": ("jonas", "siri"),
    "sofia": ("oksana", "kari", "per.aas"),
    "lise": ("anne.haugen", "per.haugen", "per.aas"),
}


def base(cast: Cast, name: str) -> None:
    """What happens before in every world, so that there is something to page through, wait for and be told of."""
    with transaction():
        with clock.at(clock.now() - timedelta(days=1)):  # so that «Kort fortalt» tells what is new since then
            for person in READ_IN_SHORT[name]:
                summary.summary(cast.actor(person), cast.logs[name], "nb")
        _BASES[name](cast)


def _amina(cast: Cast) -> None:
    system = SystemActor("proof", cast.now)
    for person, locale in (("halyna", "ar"), ("daud", "so")):
        municipality.qualify(system, cast.accounts[person], Relation.INTERPRETER, locale, "godkjent tolk", "Tolk Vest")
    absences.go_away(cast.actor("kari"), cast.actor("kari").today, cast.actor("kari").today)
    for number in range(MORE_THAN_A_PAGE):
        with clock.at(later(number)):
            log.add_note(cast.actor("kari"), cast.logs["amina"], f"Ringte, avtalte nytt: {number}.")
            log.timeline(cast.actor("kari"), cast.logs["amina"], only="plan")
    lysglimt.post(cast.actor("fadumo"), cast.logs["amina"], "Vi lo ved frokosten.")


def _jonas(cast: Cast) -> None:
    tor = cast.actor("tor")
    families.add_guardian(
        tor,
        cast.logs["jonas"],
        cast.accounts["helga"],
        basis=Basis.PARENTAL_RESPONSIBILITY,
        verified_how="Viste legitimasjon på kontoret.",
        since=tor.today,
    )
    log.add_note(tor, cast.logs["jonas"], "Hybelen er malt.")


def _sofia(cast: Cast) -> None:
    log.add_note(cast.actor("kari"), cast.logs["sofia"], "Sofia var med på koret.")


def _lise(cast: Cast) -> None:
    per = cast.actor("per.aas")
    families.add_participant(per, cast.logs["lise"], cast.accounts["ingrid"], cast.units["ppt"])
    consents.ask(
        per, cast.logs["lise"], unit=cast.units["ppt"], kinds=PLAN, purpose="For råd om lesing.", child_view="Ja."
    )
    log.timeline(per, cast.logs["lise"])


_BASES = {"amina": _amina, "jonas": _jonas, "sofia": _sofia, "lise": _lise}


def aftermath(cast: Cast, name: str) -> None:
    """What happens afterwards in every world: the holder looks around and writes, a question is asked."""
    holder = {"jonas": "tor", "lise": "per.aas"}.get(name, "kari")
    log.add_note(cast.actor(holder), cast.logs[name], "Alt i orden i dag.")
    if name == "sofia":
        consents.ask(
            cast.actor(holder),
            cast.logs[name],
            unit=cast.units["bup"],
            kinds=PLAN,
            purpose="For å gi råd.",
            child_view="Greit.",
        )
