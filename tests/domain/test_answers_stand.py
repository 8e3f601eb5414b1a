"""An answer is never edited and never deleted: not even by a line of SQL, while the trigger is there."""

import pytest
from peewee import DatabaseError

from parentapp import db
from parentapp.db import transaction
from parentapp.domain import accounts
from parentapp.models import Account, ConsentDecision, ConsentRequest, LoginSession
from tests.answering import said_anew
from tests.cast import Cast

STANDS = sorted(set(ConsentDecision._meta.columns) - {"session_id"})


@pytest.mark.parametrize("column", STANDS)
def test_no_part_of_an_answer_is_changed(cast: Cast, column: str) -> None:
    before = rows()
    with pytest.raises(DatabaseError, match="an answer is never changed"), transaction():
        db.database.execute_sql(f"UPDATE consent_decision SET {column} = {column}")
    assert rows() == before


def test_no_answer_is_deleted(cast: Cast) -> None:
    before = rows()
    with pytest.raises(DatabaseError, match="an answer is never deleted"), transaction():
        ConsentDecision.delete().execute()
    assert rows() == before


def test_an_old_login_may_be_cleared_away_and_the_answer_stays(cast: Cast) -> None:
    accounts.start_session(Account.get_by_id(cast.accounts["oksana"]))
    said_anew(ConsentDecision.select().first(), session=LoginSession.select().first())
    assert with_session() == 1
    many = len(rows())
    LoginSession.delete().execute()
    assert (with_session(), len(rows())) == (0, many)


def test_what_is_no_answer_may_be_changed(cast: Cast) -> None:
    """Else it would be the database that refuses everything."""
    assert ConsentRequest.update(replaced_at=cast.now).execute() == ConsentRequest.select().count() > 0


def rows() -> list[tuple[object, ...]]:
    return sorted(ConsentDecision.select().tuples(), key=repr)


def with_session() -> int:
    return int(ConsentDecision.select().where(ConsentDecision.session.is_null(False)).count())
