"""A picture on a lysglimt: chosen in the form, seen in lists and by nobody else, taken home as a file."""

import io
import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask, request
from PIL import Image

from parentapp import pictures
from parentapp.clock import at
from parentapp.demo.drawings import drawn
from parentapp.domain import lysglimt, private, seen
from parentapp.enums import SeenPage
from parentapp.models import AuditLine, ClientKey, Entry, File, FilePart, SeenLine
from parentapp.pictures import Picture
from parentapp.views import uploading
from tests.browsing import Browser, path_of
from tests.cast import Cast
from tests.counting import questions

Client = Callable[[str | None], Browser]
MOST_QUESTIONS = 10
GONE = "Bildet må du velge på nytt."


@pytest.fixture
def sofia(cast: Cast) -> str:
    return f"/logs/{cast.logs['sofia']}/lysglimt"


def photo(color: str = "orange", size: tuple[int, int] = (2000, 1000)) -> tuple[io.BytesIO, str]:
    out = io.BytesIO()
    Image.new("RGB", size, color).save(out, "JPEG")
    out.seek(0)
    return out, "IMG_0042.JPG"


def of_entry(cast: Cast, name: str, small: bool = False) -> str:
    return f"/lysglimt/{cast.entries[name]}/picture{'/small' if small else ''}"


def newest(cast: Cast) -> Entry:
    return Entry.select().where(Entry.log == cast.logs["sofia"]).order_by(Entry.at.desc(), Entry.id.desc()).get()


def lines(cast: Cast, person: str) -> list[SeenPage]:
    return [each.page for each in SeenLine.select().where(SeenLine.account == cast.accounts[person])]


def test_a_picture_alone_is_a_lysglimt(client: Client, cast: Cast, sofia: str) -> None:
    browser = client("erik")
    response = browser.submit(sofia, text="", picture=photo(), described="Sola går ned.")
    assert (response.status_code, path_of(response)) == (303, "/lysglimt")
    entry = newest(cast)
    file = File.get(File.entry == entry.id)
    assert (entry.text, file.described, file.width, file.height) == ("", "Sola går ned.", 1600, 800)
    page = browser.follow(response).get_data(as_text=True)
    shown = re.search(rf'<img [^>]*src="/lysglimt/{entry.id}/picture/small"[^>]*>', page)
    assert shown is not None
    for part in ('width="480" height="240"', 'loading="lazy"', 'alt="Sola går ned."'):
        assert part in shown[0]
    small = browser.get(f"/lysglimt/{entry.id}/picture/small").get_data()
    assert Image.open(io.BytesIO(small)).size == (480, 240)


def test_who_sent_it_is_told_where_nothing_else_is(client: Client, cast: Cast, sofia: str) -> None:
    client("erik").submit(sofia, text="Se!", picture=photo())
    for person, alt in (("oksana", "Bilde fra \u2068Erik Solberg\u2069"), ("erik", "Bilde fra deg")):
        assert f'alt="{alt}"' in client(person).get("/lysglimt").get_data(as_text=True)


def test_neither_words_nor_picture_is_nothing(client: Client, sofia: str) -> None:
    browser = client("oksana")
    for more in ({}, {"picture": (io.BytesIO(), "")}, {"picture": "/etc/passwd"}, {"described": "Et bilde"}):
        response = browser.submit(sofia, text="", **more)
        assert response.status_code == 422
        assert "Skriv noen ord, eller velg et bilde." in response.get_data(as_text=True)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text": "Fin dag.", "feeling": "furious"}, "Velg en av følelsene, eller ingen."),
        ({"text": "å" * 501}, "Det er plass til 500 tegn."),
        ({"text": "Fin dag.", "described": "å" * 201}, "Det er plass til 200 tegn."),
    ],
)
def test_when_something_else_is_wrong_the_picture_must_be_chosen_again(
    client: Client, sofia: str, fields: dict[str, str], said: str
) -> None:
    response = client("oksana").submit(sofia, picture=photo(), **fields)
    page = response.get_data(as_text=True)
    assert response.status_code == 422
    assert said in page
    assert GONE in page
    assert fields["text"] in page
    assert not File.select().where(File.at == Entry.select().order_by(Entry.at.desc()).get().at).count() > 1


def test_a_picture_that_is_refused_leaves_the_words(client: Client, cast: Cast, sofia: str) -> None:
    response = client("oksana").submit(sofia, text="Fin dag.", picture=(io.BytesIO(b"GIF89a"), "a.gif"))
    page = response.get_data(as_text=True)
    assert response.status_code == 422
    assert pictures.UNREADABLE in page
    assert "Fin dag." in page
    assert GONE not in page, "said once is enough"


def test_an_ended_session_keeps_the_words_and_says_that_the_picture_is_gone(
    client: Client, cast: Cast, sofia: str
) -> None:
    browser, back = client("oksana"), f"/lysglimt?log={cast.logs['sofia']}"
    token = browser.token()
    browser.run_out()
    sent = {"text": "Hun lo.", "described": "Vafler", "picture": photo(), "back": back}
    assert path_of(browser.submit(sofia, token=token, **sent)) == "/login"
    page = client("oksana").get(back).get_data(as_text=True)
    assert "Hun lo." in page
    assert 'value="Vafler"' in page
    assert GONE in page


def test_another_picture_under_the_same_key_is_refused(client: Client, cast: Cast, sofia: str) -> None:
    browser, press = client("oksana"), "7b0d8a52-7f1e-4b0e-9d5a-0d8f6a1c2b3d"
    for color, status in (("red", 303), ("red", 303), ("blue", 409)):
        assert browser.submit(sofia, text="", picture=photo(color), press=press).status_code == status
    assert browser.submit(sofia, text="", picture=photo("red"), described="x", press=press).status_code == 409
    assert ClientKey.select().count() == 1
    assert AuditLine.select().where((AuditLine.action == "lysglimt:post") & (AuditLine.at == cast.now)).count() == 1
    assert File.select().where(File.at == cast.now).count() == 1


def test_it_is_sent_as_a_file_that_tells_nothing(client: Client, cast: Cast) -> None:
    for small in (False, True):
        answer = client("oksana").get(of_entry(cast, "sofia.lysglimt", small))
        assert answer.status_code == 200
        expected = {
            "Content-Type": "image/jpeg",
            "Content-Disposition": 'attachment; filename="bilde.jpg"',
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
            "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
            "Cross-Origin-Resource-Policy": "same-origin",
        }
        assert {name: answer.headers[name] for name in expected} == expected
        assert "Content-Encoding" not in answer.headers


def test_it_goes_where_its_entry_goes(client: Client, cast: Cast) -> None:
    shown = [client("yusuf").get(of_entry(cast, "amina.lysglimt", small)).status_code for small in (False, True)]
    assert shown == [404, 404], "there is none"
    amina = cast.actor("amina")
    entry = lysglimt.post(amina, cast.logs["amina"], "Se!", picture=drawn("kite"))
    assert client("yusuf").get(f"/lysglimt/{entry}/picture").status_code == 200
    private.choose(amina, entry, [cast.accounts["yusuf"]])
    for address in (f"/lysglimt/{entry}/picture", f"/lysglimt/{entry}/picture/small"):
        assert client("yusuf").get(address).status_code == 404
        assert client("fadumo").get(address).status_code == 200


def test_it_stands_on_hjem_in_the_log_and_where_it_is_kept_private(client: Client, cast: Cast) -> None:
    small = of_entry(cast, "sofia.lysglimt", small=True)
    for address in ("/", "/notices", "/lysglimt", f"/logs/{cast.logs['sofia']}"):
        assert f'src="{small}"' in client("oksana").get(address).get_data(as_text=True), address
    own = of_entry(cast, "amina.own", small=True)
    page = f"/logs/{cast.logs['amina']}/entries/{cast.entries['amina.own']}/private"
    for address in ("/lysglimt", f"/logs/{cast.logs['amina']}", page):
        assert f'src="{own}"' in client("amina").get(address).get_data(as_text=True), address


def test_the_page_it_stands_on_has_its_line_and_a_look_without_a_page_gets_one(client: Client, cast: Cast) -> None:
    small, browser = of_entry(cast, "sofia.lysglimt", small=True), client("kari")
    SeenLine.delete().where(SeenLine.account == cast.accounts["kari"]).execute()
    browser.get(small)
    assert lines(cast, "kari") == [SeenPage.PICTURE]
    browser.get(f"/logs/{cast.logs['sofia']}")
    browser.get(small)
    assert lines(cast, "kari") == [SeenPage.PICTURE, SeenPage.LOG]
    with at(cast.now + timedelta(minutes=11)):
        browser.get(small)
    assert lines(cast, "kari") == [SeenPage.PICTURE, SeenPage.LOG, SeenPage.PICTURE]


def test_a_page_without_it_covers_nothing(client: Client, cast: Cast) -> None:
    browser = client("kari")
    SeenLine.delete().where(SeenLine.account == cast.accounts["kari"]).execute()
    browser.get(f"/logs/{cast.logs['sofia']}/plan")
    browser.get(f"/logs/{cast.logs['amina']}")
    client("per.aas").get(f"/logs/{cast.logs['sofia']}")
    browser.get(of_entry(cast, "sofia.lysglimt", small=True))
    assert sorted(each.value for each in lines(cast, "kari")) == ["log", "picture", "plan"]


def test_the_family_reads_who_took_a_picture_home(client: Client, cast: Cast) -> None:
    browser = client("kari")
    browser.get(f"/logs/{cast.logs['sofia']}")
    for _ in range(2):
        browser.get(of_entry(cast, "sofia.lysglimt"))
    assert lines(cast, "kari").count(SeenPage.PICTURE_KEPT) == 2
    page = client("oksana").get(f"/logs/{cast.logs['sofia']}/seen").get_data(as_text=True)
    assert "lastet ned et bilde" in page


def test_who_may_not_know_of_the_entry_does_not_read_that_it_was_looked_at(client: Client, cast: Cast) -> None:
    amina = cast.actor("amina")
    entry = lysglimt.post(amina, cast.logs["amina"], "Se!", picture=drawn("kite"))
    private.choose(amina, entry, [cast.accounts["yusuf"]])
    client("kari").get(f"/lysglimt/{entry}/picture")
    visits = {name: seen.seen(cast.actor(name), cast.logs["amina"]).visits for name in ("amina", "fadumo", "yusuf")}
    found = {
        name: any(read.page is SeenPage.PICTURE_KEPT for visit in there for read in visit.reads)
        for name, there in visits.items()
    }
    assert found == {"amina": True, "fadumo": True, "yusuf": False}


def test_a_heavy_picture_lies_in_several_parts(client: Client, cast: Cast) -> None:
    large, small = bytes(range(256)) * 10_000, b"small" * 10
    picture = Picture(large, small, 1600, 1200, "0" * 64)
    entry = lysglimt.post(cast.actor("oksana"), cast.logs["sofia"], "", picture=picture)
    file = File.get(File.entry == entry)
    sizes = [
        len(each.part)
        for each in FilePart.select().where(FilePart.file == file.id).order_by(FilePart.small, FilePart.position)
    ]
    assert sizes == [2**20, 2**20, len(large) - 2 * 2**20, len(small)]
    assert client("oksana").get(f"/lysglimt/{entry}/picture").get_data() == large
    assert file.size == len(large)


def test_it_asks_few_questions(client: Client, cast: Cast) -> None:
    for small in (False, True):
        browser = client("kari")
        with questions() as asked:
            browser.get(of_entry(cast, "sofia.lysglimt", small))
        assert 0 < len(asked) <= MOST_QUESTIONS


def test_only_this_form_has_room_for_a_picture_and_only_from_who_is_logged_in(
    app: Flask, client: Client, cast: Cast, sofia: str
) -> None:
    large = (io.BytesIO(bytes(2**20)), "a.jpg")
    for person, address, status in (
        ("oksana", sofia, 422),
        (None, sofia, 413),
        ("kari", f"/logs/{cast.logs['sofia']}/goals", 413),
    ):
        large[0].seek(0)
        data = {"csrf_token": client(person).token(), "text": "Hei", "picture": (io.BytesIO(bytes(2**20)), "a.jpg")}
        assert client(person).client.post(address, data=data).status_code == status, address
    too_much = client("oksana").submit(sofia, text="Hei", picture=(io.BytesIO(bytes(uploading.ROOM)), "a.jpg"))
    assert too_much.status_code == 413
    assert "mindre filer" in too_much.get_data(as_text=True)


def test_the_server_in_front_of_the_app_makes_the_same_room(app: Flask, cast: Cast, sofia: str) -> None:
    with app.test_request_context():
        small = app.config["MAX_CONTENT_LENGTH"]
    for method, path, room in (
        ("POST", sofia, uploading.ROOM),
        ("GET", sofia, small),
        ("POST", "/login", small),
        ("POST", f"/logs/{cast.logs['sofia']}/notes", uploading.ROOM),
        ("POST", f"/logs/{cast.logs['sofia']}/goals", small),
        ("POST", "/nowhere", small),
        ("POST", "/logs/\xff\xfe/lysglimt", small),
    ):
        environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "SERVER_NAME": "x", "SERVER_PORT": "80"}
        assert uploading.room(app, environ | {"wsgi.url_scheme": "http"}) == room, (method, path)


def test_what_is_sent_never_lies_on_a_disk(app: Flask, client: Client, sofia: str) -> None:
    held: list[object] = []
    app.before_request_funcs.setdefault(None, []).append(lambda: held.append(_stream()))
    try:
        client("oksana").submit(sofia, text="Hei", picture=photo(size=(3000, 3000)))
    finally:
        app.before_request_funcs[None].pop()
    assert [type(each) for each in held if each] == [io.BytesIO]


def _stream() -> object:
    sent = request.files.get("picture")
    return sent.stream if sent else None
