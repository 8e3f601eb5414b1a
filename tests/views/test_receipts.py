"""A receipt to keep: well set in each language, nothing in it is code, and nothing is fetched while it is made."""

import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from parentapp import paper
from parentapp.clock import at
from parentapp.domain import answers, consents
from parentapp.enums import Answer, SeenPage
from parentapp.models import ConsentRequest, SeenLine
from parentapp.views.receipt_file import receipt_file
from parentapp.views.rendering import speak_in
from tests.access.asking import answers as answers_of
from tests.browsing import Browser
from tests.cast import Cast
from tests.needs import needs_program

Client = Callable[[str | None], Browser]
HOSTILE = (
    '</dd><img src="http://evil.example/a.png"><link rel="stylesheet" href="file:///etc/passwd">'
    '<style>@import url("http://evil.example/b.css"); p { background: url(file:///etc/passwd) }</style>'
    '<a rel="attachment" href="file:///etc/passwd">{{ 7 * 7 }}</a>'
)


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was asked for while a PDF was made."""
    asked: list[str] = []
    printing = pytest.importorskip("parentapp.paper.printing", exc_type=OSError)
    refuse = printing._Refusing.fetch

    def noted(self: Any, url: str, headers: Any = None) -> Any:
        asked.append(url)
        return refuse(self, url, headers)

    monkeypatch.setattr(printing._Refusing, "fetch", noted)
    return asked


def read_by(program: str, file: bytes, tmp_path: Path, *more: str) -> str:
    """What one of poppler's programs reads in the PDF."""
    path = tmp_path / "read.pdf"
    path.write_bytes(file)
    tool = needs_program(program, package="poppler-utils")
    done = subprocess.run([tool, str(path), *more], capture_output=True, text=True, check=True)
    return done.stdout


def text_of(file: bytes, tmp_path: Path) -> str:
    plain = unicodedata.normalize("NFKC", read_by("pdftotext", file, tmp_path, "-layout", "-"))
    return "".join(each for each in plain if unicodedata.category(each) != "Cf")


def on_paper(app: Flask, cast: Cast, who: str, answer: str, language: str = "nb") -> bytes:
    page = answers.receipt(cast.actor(who), answers_of(cast)[answer])
    with app.test_request_context():
        speak_in(language)
        data: bytes = receipt_file(page).get_data()
        return data


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "Du sa ja|Fjordvik skole|Kan jeg ombestemme meg|si fra til barnevernet|Planen: mål, tiltak"),
        ("nn", "Fjordvik skole|Kan eg ombestemme meg|seie frå til barnevernet|Planen: mål, tiltak"),
        ("en", "You said yes|Can I change my mind|must tell child welfare|Receipt"),
        ("uk", "Ви сказали|Підтвердження|службу захисту дітей|Fjordvik skole"),
        ("ar", "إيصال|الرد|barnevernet|Fjordvik skole"),
    ],
)
@pytest.mark.parametrize("db_kind", ["sqlite"])
def test_it_is_set_in_each_language_with_letters_for_all_of_it(
    app: Flask, cast: Cast, tmp_path: Path, language: str, words: str
) -> None:
    file = on_paper(app, cast, "oksana", "sofia.school.oksana", language)
    text = text_of(file, tmp_path)
    assert [each for each in words.split("|") if each not in text] == []
    assert "\N{REPLACEMENT CHARACTER}" not in text
    fonts = [line.split() for line in read_by("pdffonts", file, tmp_path).splitlines()[2:]]
    assert {each[0].partition("+")[2].split("-Bold")[0] for each in fonts} <= {"Noto-Sans", "Noto-Sans-Arabic"}
    assert ("Noto-Sans-Arabic" in str(fonts)) == (language == "ar")
    assert all(each[4] == "yes" for each in fonts), "a font that does not lie in the file"
    assert len(file) < 60_000


def test_it_says_all_that_the_answer_says(app: Flask, cast: Cast, tmp_path: Path) -> None:
    with at(cast.now):
        consents.answer(cast.actor("oksana"), cast.requests["sofia.ppt"], Answer.YES, language="uk")
    text = text_of(on_paper(app, cast, "oksana", "sofia.ppt.oksana"), tmp_path)
    wanted = (
        "Kvittering", "PPT i Fjordvik", "Sofia", "Så PPT kan gi råd om norsken", "Onsdag 10. mars 2027", "I appen",
        "Tirsdag 10. mars 2026 kl. 10.30", "Українська", "2026-11", "Gjelder til og med onsdag 10. mars 2027",
        "kan vi ikke ta tilbake", "når som helst",
    )  # fmt: skip
    assert [each for each in wanted if each not in text] == []


def test_it_says_that_it_was_taken_back(app: Flask, cast: Cast, tmp_path: Path) -> None:
    given = answers_of(cast)["sofia.school.oksana"]
    consents.answer(cast.actor("oksana"), cast.requests["sofia.school"], Answer.NO)
    page = answers.receipt(cast.actor("oksana"), given)
    with app.test_request_context():
        assert "Tatt tilbake tirsdag 10. mars 2026" in text_of(receipt_file(page).get_data(), tmp_path)


def test_a_service_with_care_gets_its_own(app: Flask, cast: Cast, tmp_path: Path) -> None:
    text = text_of(on_paper(app, cast, "tor", "ella.kindergarten.tor"), tmp_path)
    assert "Svart for" in text
    assert "Barnevernet i Fjordvik" in text


def test_of_a_protected_child_it_tells_no_place(app: Flask, cast: Cast, tmp_path: Path) -> None:
    request = ConsentRequest.get_by_id(cast.requests["noor.health"])
    request.purpose = "Så Fjordvik helsestasjon i Sjøgata kan følge med."
    request.save()
    name = next(each for each in answers_of(cast) if each.startswith("noor.health."))
    text = text_of(on_paper(app, cast, "layla", name), tmp_path)
    assert "Helsestasjonen" in text
    assert "Fjordvik" not in text
    assert "Sjøgata" not in text


def test_what_a_person_wrote_is_never_code(app: Flask, cast: Cast, tmp_path: Path, fetched: list[str]) -> None:
    request = ConsentRequest.get_by_id(cast.requests["sofia.school"])
    request.purpose = HOSTILE
    request.save()
    text = "".join(text_of(on_paper(app, cast, "oksana", "sofia.school.oksana"), tmp_path).split())
    assert "".join(HOSTILE.split()) in text
    assert fetched == []


def test_whatever_a_page_names_nothing_is_fetched(tmp_path: Path, fetched: list[str]) -> None:
    """The control: not escaped it would be asked for, and be refused."""
    secret = tmp_path / "secret.txt"
    secret.write_text("zqxjvkw")
    page = f'<p>Hei.</p><img src="http://evil.example/a.png"><a rel="attachment" href="{secret.as_uri()}">x</a>'
    page += f'<link rel="stylesheet" href="{secret.as_uri()}"><object data="{secret.as_uri()}"></object>'
    file = paper.made(page, "receipt")
    assert {"http://evil.example/a.png", secret.as_uri()} <= set(fetched)
    assert "Hei." in text_of(file, tmp_path)
    assert b"EmbeddedFile" not in file


def test_the_file_tells_nothing_by_its_name_or_its_head(client: Client, cast: Cast, tmp_path: Path) -> None:
    answer = client("oksana").get(f"/answers/{answers_of(cast)['sofia.school.oksana']}/receipt")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="kvittering.pdf"'
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    head = read_by("pdfinfo", answer.get_data(), tmp_path)
    assert head.splitlines()[0].split() == ["Title:", "Kvittering"]
    assert not [each for each in ("Sofia", "Fjordvik", "Oksana", "skole") if each in head]


def test_the_young_person_cannot_tell_that_a_parent_has_answered(client: Client, cast: Cast) -> None:
    """The line is that of reading the question, which whoever has not answered leaves too."""
    client("yusuf").get(f"/answers/{answers_of(cast)['amina.ppt.yusuf']}/receipt")
    client("fadumo").get(f"/consents/{cast.requests['amina.ppt']}")
    lines = SeenLine.select().where(SeenLine.log == cast.logs["amina"]).order_by(SeenLine.at.desc()).limit(2)
    assert {line.page for line in lines} == {SeenPage.CONSENT}


def test_it_is_offered_where_the_answer_stands(client: Client, cast: Cast) -> None:
    given = answers_of(cast)["sofia.school.oksana"]
    for address in (f"/consents/{cast.requests['sofia.school']}", f"/logs/{cast.logs['sofia']}/answers"):
        assert f"/answers/{given}/receipt" in client("oksana").get(address).get_data(as_text=True)
    unanswered = client("oksana").get(f"/consents/{cast.requests['sofia.ppt']}").get_data(as_text=True)
    assert "/receipt" not in unanswered


def test_without_what_sets_it_the_page_says_so(client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paper, "made", _missing)
    browser = client("oksana")
    answer = browser.get(f"/answers/{answers_of(cast)['sofia.school.oksana']}/receipt")
    assert "Du kan skrive ut denne sida i stedet." in browser.follow(answer).get_data(as_text=True)


def _missing(*_: object) -> bytes:
    raise paper.NoPaper


def test_the_app_starts_without_loading_what_sets_it() -> None:
    asked = "import parentapp.views, sys; sys.exit('weasyprint' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


def test_nobody_gets_a_receipt_of_nothing(client: Client, cast: Cast) -> None:
    assert client("oksana").get(f"/answers/{cast.requests['sofia.ppt']}/receipt").status_code == 404


@pytest.mark.parametrize(
    "text", ["x" * 2000, "\n" * 4000, "hei du " * 600, "سلام" * 500, "a" + "\u0301" * 2000, "😀" * 500]
)
def test_no_text_makes_it_slow_or_fail(text: str) -> None:
    """Lines that people break are not broken here: thousands of them took half a minute."""
    pytest.importorskip("parentapp.paper.printing", exc_type=OSError)
    begun = time.process_time()
    file = paper.made(
        f'<html lang="nb"><dl><div><dt>Hvorfor</dt><dd>\u2068{text}\u2069</dd></div></dl></html>', "receipt"
    )
    assert file.startswith(b"%PDF")
    assert time.process_time() - begun < 10
