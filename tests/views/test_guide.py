"""The action guide: open to all, numbers for staff alone, forms as pages and on paper."""

from collections.abc import Callable

import pytest

from parentapp import paper
from parentapp.enums import Level
from parentapp.phrases import LEVELS, STEPS
from parentapp.views.guide import SHEETS
from tests.browsing import Browser
from tests.cast import Cast

Client = Callable[[str | None], Browser]


def read(client: Client, who: str | None, where: str) -> str:
    response = client(who).get(where)
    assert response.status_code == 200
    return response.get_data(as_text=True)


@pytest.mark.parametrize("who", [None, "oksana", "amina", "erik"])
def test_whoever_does_not_work_in_a_unit_reads_it_without_a_number(client: Client, cast: Cast, who: str | None) -> None:
    for where in ("/guide", *(f"/guide/{step}" for step in STEPS.values())):
        assert "Nivå" not in read(client, who, where)


def test_staff_read_which_level_it_is(client: Client, cast: Cast) -> None:
    first = read(client, "kari", "/guide")
    for level, step in STEPS.items():
        assert f"Nivå {level.value}" in first
        page = read(client, "kari", f"/guide/{step}")
        assert f"<h1>{LEVELS[level]}</h1>" in page
        assert f'<p class="eyebrow">Nivå {level.value}</p>' in page
    assert 'href="/guide"' in read(client, "kari", "/desk")


def test_it_says_what_is_urgent_what_belongs_elsewhere_and_that_it_must_be_confirmed(
    client: Client, cast: Cast
) -> None:
    page = read(client, None, "/guide")
    for words in ("Meld fra til barnevernet med en gang", "Plikten er din egen", "tel:112", "tel:113"):
        assert words in page
    for words in ("Drøfting uten navn", "Bekymringsskala", "Melding til barnevernet", "§ 9 A", "Journal"):
        assert words in page
    assert "må kommunen lese det" in page
    assert "/services" not in page, "that takes a login"


@pytest.mark.parametrize("form", SHEETS)
def test_a_form_is_a_page_and_a_file_with_a_name_that_tells_nothing(client: Client, cast: Cast, form: str) -> None:
    page = read(client, None, f"/guide/forms/{form}")
    assert SHEETS[form].title in page
    assert "/paper/" not in page, "a file takes a login"
    assert f"/guide/forms/{form}/paper/nb" in read(client, "oksana", f"/guide/forms/{form}")
    answer = client("oksana").get(f"/guide/forms/{form}/paper/uk")
    assert (answer.mimetype, answer.data[:5]) == ("application/pdf", b"%PDF-")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="skjema.pdf"'


def test_what_a_parent_reads_is_made_in_their_language_too(client: Client, cast: Cast) -> None:
    assert "/paper/ar" in read(client, "kari", "/guide/forms/first-talk")
    assert "/paper/ar" not in read(client, "kari", "/guide/forms/observation"), "the staff's own"
    kari = client("kari")
    both, alone = (kari.get(f"/guide/forms/agenda/paper/{code}").data for code in ("ar", "moon"))
    assert len(both) > len(alone)


def test_without_what_makes_paper_one_is_told(client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> bytes:
        raise paper.NoPaper

    monkeypatch.setattr(paper, "made", none)
    kari = client("kari")
    answer = kari.get("/guide/forms/role/paper/nb")
    assert answer.headers["Location"] == "/guide/forms/role?done=no-paper"
    assert "Prøv igjen senere." in kari.follow(answer).get_data(as_text=True)


def test_each_level_has_words_and_a_page() -> None:
    assert set(LEVELS) == set(STEPS) == set(Level)
