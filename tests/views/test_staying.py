"""To the young person, and nobody else: is somebody around them to stay? Asked on «Hvem er med», told of in Nytt."""

from collections.abc import Callable

from parentapp.access.actor import SystemActor
from parentapp.domain import reminders
from tests.access.states import put
from tests.browsing import Browser
from tests.cast import Cast
from tests.views.test_consents import read

Client = Callable[[str | None], Browser]
QUESTION, NEWS = "fortsatt være med?", "Du har fylt 15. Si hvem rundt deg som fortsatt skal være med."


def test_the_question_stands_there_until_it_is_answered(client: Client, cast: Cast) -> None:
    put(cast, "turned")
    reminders.remind(SystemActor("test", cast.now), cast.logs["amina"])
    page, where = f"/logs/{cast.logs['amina']}/people", f"network/persons/{cast.accounts['gro']}/stay"
    for who in ("fadumo", "yusuf", "kari"):
        assert QUESTION not in read(client(who), page)
        assert NEWS not in read(client(who), "/notices")
    amina = client("amina")
    assert NEWS in read(amina, "/notices")
    assert "Skal Gro Lunde fortsatt være med?" in read(amina, page)
    unsaid = amina.submit(f"{page}/{where}")
    assert (unsaid.status_code, "Velg ja eller nei." in unsaid.get_data(as_text=True)) == (422, True)
    done = amina.submit(f"{page}/{where}", answer="yes")
    assert "Alt er som før, og ingen andre får vite det." in read(amina, done.headers["Location"])
    assert QUESTION not in read(amina, page)
    assert NEWS not in read(amina, "/notices")
    assert amina.submit(f"{page}/{where}", answer="no").status_code == 409


def test_a_no_says_that_the_others_are_not_told_whose_it_was(client: Client, cast: Cast) -> None:
    put(cast, "turned")
    page, amina = f"/logs/{cast.logs['amina']}/people", client("amina")
    done = amina.submit(f"{page}/network/persons/{cast.accounts['gro']}/stay", answer="no")
    words = read(amina, done.headers["Location"])
    assert "ikke at det var du som bestemte det." in words
    assert "Gro Lunde" not in words
