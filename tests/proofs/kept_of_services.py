"""Another service that is asked about, and what another signer says of it: what others must never notice."""

from parentapp import clock
from parentapp.domain import (
    consents,
    families,
    log,
    questions,
)
from parentapp.enums import Answer, Kind
from tests.cast import Cast
from tests.proofs.kept_of_visitors import (
    later,
)

PLAN = frozenset({Kind.PLAN})


def another_service(cast: Cast, name: str, *signers: str) -> None:
    kari, log_id = cast.actor("kari"), cast.logs[name]
    request = questions.ask(
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


def another_service_for_amina(cast: Cast) -> None:
    another_service(cast, "amina", "fadumo", "yusuf", "amina")


def another_service_and_out_again(cast: Cast) -> None:
    another_service(cast, "sofia", "oksana")
    with clock.at(later(8)):
        request = consents.sharing(cast.actor("oksana"), cast.logs["sofia"]).requests[0].id
        consents.answer(cast.actor("oksana"), request, Answer.NO)


def the_other_says(cast: Cast, said: Answer) -> None:
    request = next(
        each.id for each in consents.sharing(cast.actor("anne.haugen"), cast.logs["lise"]).requests if not each.grant
    )
    consents.answer(cast.actor("anne.haugen"), request, said)


def the_other_renews(cast: Cast) -> None:
    consents.answer(cast.actor("anne.haugen"), cast.requests["lise.school"], Answer.YES)
