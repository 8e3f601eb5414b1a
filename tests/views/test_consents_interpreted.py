"""Who interpreted to somebody who answers in the app: kept with the answer, and read by its signer alone."""

from collections.abc import Callable

import pytest

from parentapp.models import ConsentDecision
from tests.browsing import Browser
from tests.cast import Cast
from tests.views.test_consents import read

Client = Callable[[str | None], Browser]
WHO = "Halyna Koval <tolk>"
SHOWN = "Halyna Koval &lt;tolk&gt;"


def newest() -> ConsentDecision:
    row: ConsentDecision = ConsentDecision.select().order_by(ConsentDecision.at.desc()).first()
    return row


@pytest.mark.parametrize(
    ("place", "said"), [("answer", {"answer": "yes"}), ("choose", {"kind": "plan", "length": "3"})]
)
def test_it_stands_by_the_answer_for_nobody_but_its_signer(
    client: Client, cast: Cast, place: str, said: dict[str, str]
) -> None:
    asked = f"/consents/{cast.requests['amina.ppt']}"
    assert client("yusuf").submit(f"{asked}/{place}", **said, interpreter=f" {WHO} ").status_code == 303
    row = newest()
    assert (row.how, row.registered_by_id) == (WHO, None)
    mine = f"/logs/{cast.logs['amina']}/answers"
    assert SHOWN in read(client("yusuf"), mine)
    for other in ("fadumo", "amina", "kari"):
        for page in (mine, asked, f"/logs/{cast.logs['amina']}/sharing", f"/logs/{cast.logs['amina']}/seen"):
            assert "Halyna" not in client(other).get(page).get_data(as_text=True), (other, page)


def test_nobody_needs_to_say(client: Client, cast: Cast) -> None:
    client("yusuf").submit(f"/consents/{cast.requests['amina.ppt']}/answer", answer="yes", interpreter="  ")
    assert newest().how is None
    assert "Hvem tolket" not in read(client("yusuf"), f"/logs/{cast.logs['amina']}/answers")


@pytest.mark.parametrize("sent", [{"answer": ""}, {"answer": "no", "interpreter": "x" * 121}])
def test_what_was_typed_is_kept_where_something_else_is_wrong(client: Client, cast: Cast, sent: dict[str, str]) -> None:
    many = ConsentDecision.select().count()
    back = client("yusuf").submit(f"/consents/{cast.requests['amina.ppt']}/answer", **{"interpreter": WHO} | sent)
    assert back.status_code == 422
    page = back.get_data(as_text=True)
    assert '<details class="fold" open>' in page
    assert f'value="{SHOWN if "interpreter" not in sent else "x" * 121}"' in page
    assert ConsentDecision.select().count() == many
