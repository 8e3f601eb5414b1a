"""The contact person's own service loses its yes: who answers, who is told, and whose it is to find somebody.

In the state `holder_out` Kari of the health station holds Sofia's baton, and Per of the school is her deputy.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from parentapp import clock
from parentapp.access import holding, visible
from parentapp.access.actor import SystemActor
from parentapp.access.holding import lost_since, needs_another
from parentapp.access.previewing import as_service
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import absences, consents, conversations, home, log, reminders
from parentapp.domain.contact import answering_id, contact
from parentapp.enums import Answer, Delivery, Kind, NoticeKind
from parentapp.errors import Hidden
from parentapp.models import Block, ConsentDecision, Conversation, Employment, Member, Notice, Stafettlogg
from tests.access.states import put
from tests.answering import said_anew
from tests.cast import Cast
from tests.closing import close
from tests.handing import held_by_a_new_service


def seen_by(cast: Cast, person: str, child: str = "sofia") -> Sight:
    with transaction():
        return look(cast.actor(person), cast.logs[child])


def answers(cast: Cast, person: str = "oksana", child: str = "sofia") -> str:
    """Who answers that person of the family now."""
    sight = seen_by(cast, person, child)
    who = answering_id(sight, sight.log(cast.logs[child]))
    return next(name for name, account in cast.accounts.items() if account == who)


def out(cast: Cast, person: str = "oksana", child: str = "sofia") -> bool:
    sight = seen_by(cast, person, child)
    return holding.is_out(sight, sight.log(cast.logs[child]))


def is_read(cast: Cast, person: str = "oksana", child: str = "sofia") -> bool:
    sight = seen_by(cast, person, child)
    return holding.reads(sight, sight.log(cast.logs[child]))


def told(cast: Cast) -> list[tuple[str, Delivery]]:
    """Who has a notice of it, and what leaves the app."""
    names = {account: name for name, account in cast.accounts.items()}
    rows = Notice.select().where(Notice.kind == NoticeKind.HOLDER_OUT)
    return sorted((names[row.account_id], row.delivery) for row in rows)


def test_without_a_yes_to_their_service_the_contact_person_reads_it_no_more(cast: Cast) -> None:
    """Never given, or lost. Where the log rests no service reads it, and that is said instead; or it is closed."""
    assert is_read(cast)
    held_by_a_new_service(cast)
    assert (is_read(cast), out(cast)) == (False, False)
    assert is_read(cast, "per.aas"), "of another service's yes nobody at work is told"
    consents.answer(cast.actor("oksana"), cast.requests["sofia.log"], Answer.NO)
    assert is_read(cast)
    close(cast, "amina")
    assert is_read(cast, "amina", "amina")


def test_a_deputy_who_has_quit_or_is_kept_out_does_not_answer(cast: Cast) -> None:
    put(cast, "holder_out")
    by = {"blocked_by": cast.accounts["lina"], "blocked_at": cast.now}
    block = Block.create(log=cast.logs["sofia"], account=cast.accounts["per.aas"], **by)
    assert answers(cast) == "kari"
    block.delete_instance()
    assert answers(cast) == "per.aas"
    ended = Employment.update(until=cast.today - timedelta(days=1))
    ended.where(Employment.account == cast.accounts["per.aas"]).execute()
    assert answers(cast) == "kari"
    with pytest.raises(Hidden):
        log.timeline(cast.actor("per.aas"), cast.logs["sofia"])


def test_the_deputy_answers_while_the_holders_service_is_out(cast: Cast) -> None:
    assert (answers(cast), out(cast)) == ("kari", False)
    put(cast, "holder_out")
    assert (answers(cast), out(cast)) == ("per.aas", True)
    consents.answer(cast.actor("oksana"), cast.requests["sofia.health"], Answer.YES)
    assert (answers(cast), out(cast)) == ("kari", False)


def test_a_deputy_without_a_yes_to_the_plan_does_not(cast: Cast) -> None:
    """As where the holder is away: Lina works at the health station too, which has none."""
    put(cast, "holder_out")
    part = {"deputy": cast.accounts["lina"], "deputy_unit": cast.units["health"]}
    Stafettlogg.update(**part).where(Stafettlogg.id == cast.logs["sofia"]).execute()
    assert answers(cast) == "kari"
    Stafettlogg.update(deputy=cast.accounts["per.aas"], deputy_unit=cast.units["school"]).execute()
    assert answers(cast) == "per.aas"
    consents.answer(cast.actor("oksana"), cast.requests["sofia.school"], Answer.NO)
    assert answers(cast) == "kari"


def test_a_deputy_who_is_away_does_not(cast: Cast) -> None:
    put(cast, "holder_out")
    absences.go_away(cast.actor("per.aas"), cast.today, cast.today)
    assert answers(cast) == "kari"
    absences.go_away(cast.actor("kari"), cast.today, cast.today)
    assert answers(cast) == "kari", "both are away, as ever"


def test_an_older_conversation_is_no_deputys(cast: Cast) -> None:
    """The family starts a new one, and is shown with whom; Kari reads on in her own."""
    put(cast, "holder_out")
    old = cast.conversations["sofia.oksana"]
    with pytest.raises(Hidden):
        conversations.conversation(cast.actor("per.aas"), old)
    shown = conversations.conversation(cast.actor("oksana"), old)
    assert (shown.contact_out, shown.instead and shown.instead.name) == (True, "Per Aas")
    new = conversations.start(cast.actor("oksana"), cast.logs["sofia"])
    members = {row.account_id for row in Member.select().where(Member.conversation == new)}
    assert (new != old, members) == (True, {cast.accounts["oksana"], cast.accounts["per.aas"]})
    assert conversations.conversation(cast.actor("kari"), old).messages
    with pytest.raises(Hidden):
        conversations.conversation(cast.actor("kari"), new)
    assert Conversation.get_by_id(old).owner_id == cast.accounts["oksana"]


def test_only_what_was_lost_is_out(cast: Cast) -> None:
    """Not before the first yes, not while the log rests, not once it is closed, not by somebody else's service."""
    asked = held_by_a_new_service(cast)
    assert not out(cast)
    consents.answer(cast.actor("oksana"), asked, Answer.NO)
    assert not out(cast), "refused from the first: it was never given anything"
    consents.answer(cast.actor("oksana"), cast.requests["sofia.school"], Answer.NO)
    assert not out(cast)
    put(cast, "resting")
    assert not out(cast)
    close(cast, "amina")
    assert not out(cast, "amina", "amina")


def test_it_rests_and_wakes(cast: Cast) -> None:
    put(put(cast, "holder_out"), "resting")
    assert (answers(cast), out(cast)) == ("kari", False)
    consents.answer(cast.actor("oksana"), cast.requests["sofia.log"], Answer.YES)
    assert (answers(cast), out(cast)) == ("per.aas", True)


def test_since_when(cast: Cast) -> None:
    put(cast, "holder_out")
    with clock.at(cast.now + timedelta(days=9)):
        sight = seen_by(cast, "oksana")
        assert lost_since(sight.consents, sight.log(cast.logs["sofia"]), clock.now()) == cast.now


def test_one_guardians_no_is_told_to_both_alike_and_to_no_other_service(cast: Cast) -> None:
    """Fadumo says no; she and Yusuf read the same, and nobody's name. The school reads nothing of it."""
    consents.answer(cast.actor("fadumo"), cast.requests["amina.health"], Answer.NO)
    shown = [home.home(cast.actor(person), cast.logs["amina"]) for person in ("fadumo", "yusuf")]
    assert [each.contact.out for each in shown if each and each.contact] == [True, True]
    assert not out(cast, "per.aas", "amina")
    assert log.timeline(cast.actor("per.aas"), cast.logs["amina"]).unread is None
    Stafettlogg.update(deputy=cast.accounts["per.aas"], deputy_unit=cast.units["school"]).execute()
    assert answers(cast, "yusuf", "amina") == "per.aas"
    assert answers(cast, "per.aas", "amina") == "kari", "that he answers would tell him why"


def test_through_anothers_eyes_nothing_is_told(cast: Cast) -> None:
    put(cast, "holder_out")
    with transaction():
        sight = look(cast.actor("oksana"), cast.logs["sofia"])
        facts = sight.log(cast.logs["sofia"])
        interpreting = replace(sight, only=frozenset(Kind))
        borrowed = (as_service(sight, facts, cast.units["school"]), interpreting)
        shown = [contact(each, facts) for each in (sight, *borrowed)]
        assert [(each.out, each.reads) for each in shown] == [(True, False), (False, True), (False, True)]


def test_the_first_page_of_the_log_says_it_and_no_other(cast: Cast) -> None:
    put(cast, "holder_out")
    first = log.timeline(cast.actor("oksana"), cast.logs["sofia"])
    assert first.unread
    assert first.unread.answering.name == "Per Aas"
    assert log.timeline(cast.actor("oksana"), cast.logs["sofia"], before=first.entries[0].id).unread is None
    assert log.timeline(cast.actor("erik"), cast.logs["sofia"]).unread is None, "of the network"


def test_the_family_is_told_once_and_as_long_as_it_is_so(cast: Cast) -> None:
    """Of an answer something leaves the app anyway; in the app it stands beside it, and for whoever answered too."""
    put(cast, "holder_out")
    assert told(cast) == [("oksana", Delivery.KEPT)]
    reminders.remind(SystemActor("test", clock.now()), cast.logs["sofia"])
    assert told(cast) == [("oksana", Delivery.KEPT)]
    with transaction():
        kinds = [row.kind for row in visible.notices(look(cast.actor("oksana")))]
    assert NoticeKind.HOLDER_OUT in kinds
    consents.answer(cast.actor("oksana"), cast.requests["sofia.health"], Answer.YES)
    with transaction():
        assert NoticeKind.HOLDER_OUT not in [row.kind for row in visible.notices(look(cast.actor("oksana")))]


def test_what_ends_by_itself_is_told_by_the_worker(cast: Cast) -> None:
    """Each of the family, nobody at work; something leaves the app."""
    for row in list(ConsentDecision.select().where(ConsentDecision.request == cast.requests["amina.health"])):
        said_anew(row, until=cast.today)
    reminders.remind(SystemActor("test", clock.now()), cast.logs["amina"])
    assert told(cast) == []
    with clock.at(cast.now + timedelta(days=1)):
        for _ in range(2):
            reminders.remind(SystemActor("test", clock.now()), cast.logs["amina"])
    family = ["amina", "fadumo", "yusuf"]
    assert told(cast) == [(person, Delivery.WAITING) for person in family]


def test_who_has_quit_or_is_kept_out_cannot_go_on_either(cast: Cast) -> None:
    def needs(child: str) -> bool:
        sight = seen_by(cast, {"sofia": "oksana", "noor": "layla"}[child], child)
        return needs_another(sight.consents, sight.around, sight.log(cast.logs[child]), clock.now())

    absences.go_away(cast.actor("kari"), cast.today, cast.today)
    assert not needs("sofia"), "whoever is away comes back"
    Employment.update(until=cast.today - timedelta(days=1)).where(Employment.account == cast.accounts["kari"]).execute()
    assert (needs("sofia"), needs("noor")) == (True, False)
    by = {"blocked_by": cast.accounts["kari"], "blocked_at": cast.now}
    Block.create(log=cast.logs["noor"], account=cast.accounts["lina"], **by)
    assert needs("noor")
