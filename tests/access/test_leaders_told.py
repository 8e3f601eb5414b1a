"""A leader is told that a contact person is to be found: who, how often, and that it names nobody.

In the state `holder_out` Sofia's contact person Kari has lost her service's yes; Anne Strand leads it.
"""

from datetime import timedelta

from parentapp.access import visible
from parentapp.access.actor import SystemActor
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import consents, municipality, notices, reminders
from parentapp.enums import Answer, Delivery, NoticeKind
from parentapp.models import Employment, NetworkProposal, Notice, SeenLine, Stafettlogg
from tests.access.states import put
from tests.cast import Cast

ANNE = "anne.strand"


def told(cast: Cast, person: str = ANNE) -> bool:
    """Whether that leader is shown a notice that somebody is to be found."""
    with transaction():
        rows = list(visible.notices(look(cast.actor(person))))
        assert not [row for row in rows if row.account_id != cast.accounts[person]]
        return NoticeKind.HOLDER_TO_FIND in {row.kind for row in rows}


def remind(cast: Cast) -> None:
    reminders.remind(SystemActor("proof", cast.now), cast.logs["sofia"])


def test_the_leader_is_told_once_and_as_long_as_somebody_is_to_be_found(cast: Cast) -> None:
    """In the app only; without a name, and without an age."""
    assert not told(cast)
    put(cast, "holder_out")
    remind(cast)
    (row,) = Notice.select().where(Notice.kind == NoticeKind.HOLDER_TO_FIND)
    assert (row.account_id, row.delivery, row.actor_id) == (cast.accounts[ANNE], Delivery.KEPT, None)
    (shown,) = [each for each in notices.news(cast.actor(ANNE)) if each.kind is NoticeKind.HOLDER_TO_FIND]
    assert (shown.child, shown.age, shown.who.name, shown.entry) == ("", None, None, None)
    assert told(cast)
    lines = SeenLine.select().where((SeenLine.account == cast.accounts[ANNE]) & (SeenLine.log == cast.logs["sofia"]))
    assert not lines.exists(), "it shows nothing of any log"
    consents.answer(cast.actor("oksana"), cast.requests["sofia.health"], Answer.YES)
    assert not told(cast)


def test_of_whoever_quits_the_worker_tells(cast: Cast) -> None:
    """Each contact person once; and nobody once the log is closed."""
    remind(cast)
    assert not told(cast)
    Employment.update(until=cast.today - timedelta(days=1)).where(Employment.account == cast.accounts["kari"]).execute()
    for _ in range(2):
        remind(cast)
    assert told(cast)
    assert Notice.select().where(Notice.kind == NoticeKind.HOLDER_TO_FIND).count() == 1
    Stafettlogg.update(closed_at=cast.now).where(Stafettlogg.id == cast.logs["sofia"]).execute()
    assert not told(cast)
    with transaction():
        assert cast.logs["sofia"] not in {log.id for log in look(cast.actor(ANNE)).ties}


def test_only_whoever_is_to_find_somebody_today_is_told(cast: Cast) -> None:
    """A second leader once the worker has told them; nobody who leads there no longer."""
    put(cast, "holder_out")
    proof = SystemActor("proof", cast.now)
    municipality.employ(proof, cast.accounts["randi"], cast.units["health"], "leder", cast.today, leads=True)
    with transaction():
        assert cast.logs["sofia"] not in {log.id for log in look(cast.actor("randi")).ties}, "not told yet"
    remind(cast)
    assert (told(cast), told(cast, "randi"), told(cast, "bjorn")) == (True, True, False)
    Employment.update(leads=False).where(Employment.account == cast.accounts[ANNE]).execute()
    with transaction():
        assert cast.logs["sofia"] not in {log.id for log in look(cast.actor(ANNE)).ties}


def test_another_notice_ties_no_leader_to_a_log(cast: Cast) -> None:
    about = {"thing": cast.logs["sofia"], "log": cast.logs["sofia"], "at": cast.now}
    Notice.create(account=cast.accounts[ANNE], kind=NoticeKind.CONTACT_REQUEST, **about)
    with transaction():
        assert cast.logs["sofia"] not in {log.id for log in look(cast.actor(ANNE)).ties}


def test_a_leader_keeps_sight_of_what_is_proposed_where_they_hold_the_baton(cast: Cast) -> None:
    """Anne holds Amina's log here, and leads the unit of the contact person of Sofia's."""
    put(cast, "proposed")
    holder = {"holder": cast.accounts[ANNE], "holder_unit": cast.units["health"]}
    Stafettlogg.update(holder).where(Stafettlogg.id == cast.logs["amina"]).execute()
    own = NetworkProposal.get(NetworkProposal.log == cast.logs["amina"]).id
    with transaction():
        assert own in {row.id for row in visible.proposals(look(cast.actor(ANNE)))}
    put(cast, "resting")
    remind(cast)
    with transaction():
        sight = look(cast.actor(ANNE))
        assert visible.checks(sight).exists(), "and somebody to check besides"
        assert own in {row.id for row in visible.proposals(sight)}


def test_nobody_checks_by_what_they_are_to_the_log_besides(cast: Cast) -> None:
    """Not through the log itself: neither Erik, who is of its network, nor a helper reads who is proposed."""
    put(cast, "at_rest")
    for person in cast.accounts.keys() - {ANNE}:
        with transaction():
            assert not visible.checks(look(cast.actor(person))).exists(), person
    with transaction():
        assert not visible.proposals(look(cast.actor("erik"))).exists()
