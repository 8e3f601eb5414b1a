"""Things that happen around a child and that somebody near must never notice: each done through the domain.

`SECRETS` says what happens, and from whom it is kept. `base` happens whether there is a secret or not.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from parentapp import clock
from parentapp.access.actor import SystemActor
from parentapp.db import transaction
from parentapp.domain import (
    about_me,
    absences,
    conversations,
    evaluating,
    families,
    log,
    lysglimt,
    municipality,
    plan,
    private,
    questions,
    summary,
)
from parentapp.enums import AboutMeTopic, Answer, Basis, Kind, Outcome, ReadyMessage, Relation
from tests import individual_plans
from tests.access.states import put
from tests.cast import Cast
from tests.proofs.kept_in_care import care_of_sofia
from tests.proofs.kept_of_levels import OF_LEVELS
from tests.proofs.kept_of_network import OF_NETWORK, propose_around_lise
from tests.proofs.kept_of_services import (
    another_service_and_out_again,
    another_service_for_amina,
    the_other_renews,
    the_other_says,
)
from tests.proofs.kept_of_visitors import (
    ASKED_OF_LEADERS,
    another_guest,
    another_interpreter,
    another_task,
    coordinated_plan,
    hidden_interpreter,
    hidden_meeting,
    hidden_translation,
    later,
    offered_handover,
    proposed_closing,
    wished_plan,
    would_rather_not,
)
from tests.proofs.kept_to_oneself import (
    SEEN_OTHERWISE,
    a_draft_about_an_adult,
    about_an_adult,
    more_files,
    my_contact,
    only_me,
)
from tests.proofs.said import WHAT_IS_SAID, a_guest_came, minutes_of_sofias

PLAN = frozenset({Kind.PLAN})
MORE_THAN_A_PAGE = 31  # entries and access lines


@dataclass(frozen=True)
class Secret:
    """`log` is the child's it is about; `kept_from` those who must not notice."""

    name: str
    log: str
    kept_from: frozenset[str]
    happens: Callable[[Cast], None]


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


def _health_at_seventeen(cast: Cast) -> None:
    log.add_note(cast.actor("tor"), cast.logs["jonas"], "Jonas sover bedre med den nye medisinen.", health=True)


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


NEAR_AMINA = frozenset({"fadumo", "yusuf", "lina", "per.aas", "ingrid", "randi", "anne.strand"})
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
        Secret("hidden about me", "amina", frozenset({"yusuf", "fadumo", "per.aas"}), _hidden_about_me),
        Secret("hidden translation", "amina", frozenset({"yusuf"}), hidden_translation),
        Secret("another task", "amina", frozenset({"lina", "per.aas", "ingrid", "randi", "halyna"}), another_task),
        Secret("hidden meeting", "amina", frozenset({"yusuf"}), hidden_meeting),
        Secret("another guest", "amina", frozenset({"per.aas"}), lambda cast: another_guest(cast, "amina")),
        Secret("another guest of Sofia's", "sofia", BESIDE_SOFIA, lambda cast: another_guest(cast, "sofia")),
        Secret("a guest came", "sofia", frozenset({"per.aas", "erik"}), a_guest_came),
        Secret("another interpreter", "amina", frozenset({"per.aas", "ingrid", "randi"}), another_interpreter),
        Secret("hidden interpreter", "amina", frozenset({"yusuf"}), hidden_interpreter),
        Secret("rather not", "amina", NEAR_AMINA - {"yusuf"} | {"amina"}, would_rather_not),
        *(Secret(name, "amina", who, happens) for name, (who, happens) in {**WHAT_IS_SAID, **ASKED_OF_LEADERS}.items()),
        Secret("withheld", "mikkel", frozenset({"hege", "per.aas"}), _withheld),
        Secret("only me", "amina", NEAR_AMINA | {"kari"}, only_me),
        Secret("more files", "amina", frozenset({"yusuf", "ingrid"}), more_files),
        Secret("my contact", "amina", NEAR_AMINA, my_contact),
        Secret("a draft about an adult", "amina", NEAR_AMINA - {"fadumo"} | {"amina"}, a_draft_about_an_adult),
        Secret("about an adult", "amina", NEAR_AMINA - {"fadumo", "per.aas"} | {"amina"}, about_an_adult),
        *(Secret(name, *each) for name, each in SEEN_OTHERWISE.items()),
        Secret("another service", "amina", frozenset({"per.aas", "ingrid"}), another_service_for_amina),
        Secret("health at 17", "jonas", frozenset({"helga", "siri"}), _health_at_seventeen),
        Secret("blocked after all", "sofia", frozenset({"helga"}), _blocked_after_all),
        Secret("an offered handover", "sofia", BESIDE_SOFIA | {"lina", "helga"}, offered_handover),
        Secret("a plan wished for", "amina", NEAR_AMINA - {"fadumo", "yusuf"}, wished_plan),
        Secret("who coordinates the plan", "sofia", BESIDE_SOFIA, coordinated_plan),
        Secret("a proposal to close", "sofia", BESIDE_SOFIA | {"lina", "helga"}, proposed_closing),
        Secret("in and out again", "sofia", frozenset({"per.aas", "erik"}), another_service_and_out_again),
        Secret("child welfare has care", "sofia", BESIDE_SOFIA, care_of_sofia),
        Secret("first talk of a parent", "lise", frozenset({"anne.haugen"}), _first_talk_of_a_parent),
        *(Secret(name, *told) for name, told in OF_LEVELS.items()),
        *(Secret(name, "lise", who, happens) for name, (who, happens) in OF_NETWORK.items()),
        Secret("a no", "lise", frozenset({"per.haugen", "per.aas"}), lambda cast: the_other_says(cast, Answer.NO)),
        Secret("a yes", "lise", frozenset({"per.haugen", "per.aas"}), lambda cast: the_other_says(cast, Answer.YES)),
        Secret("a renewed yes", "lise", frozenset({"per.haugen", "per.aas"}), the_other_renews),
    )
}


READ_IN_SHORT = {
    "amina": ("amina", "fadumo", "yusuf", "kari", "per.aas"),
    "jonas": ("jonas", "siri"),
    "sofia": ("oksana", "kari", "per.aas"),
    "lise": ("anne.haugen", "per.haugen", "per.aas"),
    "mikkel": ("hege", "per.aas", "lina"),
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
    put(cast, "let_in")
    log.add_note(tor, cast.logs["jonas"], "Hybelen er malt.")


def _sofia(cast: Cast) -> None:
    log.add_note(cast.actor("kari"), cast.logs["sofia"], "Sofia var med på koret.")
    individual_plans.begun(cast)
    minutes_of_sofias(cast)


def _lise(cast: Cast) -> None:
    per = cast.actor("per.aas")
    families.add_participant(per, cast.logs["lise"], cast.accounts["ingrid"], cast.units["ppt"])
    questions.ask(
        per, cast.logs["lise"], unit=cast.units["ppt"], kinds=PLAN, purpose="For råd om lesing.", child_view="Ja."
    )
    log.timeline(per, cast.logs["lise"])
    propose_around_lise(cast)


def _mikkel(cast: Cast) -> None:
    log.add_note(cast.actor("lina"), cast.logs["mikkel"], "Mikkel lo i dag.", health=True)


_BASES = {"amina": _amina, "jonas": _jonas, "sofia": _sofia, "lise": _lise, "mikkel": _mikkel}


def aftermath(cast: Cast, name: str) -> None:
    """What happens afterwards in every world: the holder looks around and writes, a question is asked."""
    holder = {"jonas": "tor", "lise": "per.aas", "mikkel": "per.aas"}.get(name, "kari")
    log.add_note(cast.actor(holder), cast.logs[name], "Alt i orden i dag.")
    if name == "sofia":
        why = {"purpose": "For å gi råd.", "child_view": "Greit."}
        questions.ask(cast.actor(holder), cast.logs[name], unit=cast.units["bup"], kinds=PLAN, **why)
