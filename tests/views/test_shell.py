"""What a phone keeps of the app: the same for everybody, and about nobody."""

import struct
from collections.abc import Callable

import pytest

from parentapp.views.statics import ROOT
from tests.browsing import Browser

Client = Callable[[str | None], Browser]
KEPT = ("/offline/nb", "/help-now/nb", "/offline/ar", "/help-now/ar")


def test_the_manifest_lets_a_phone_install_it(client: Client) -> None:
    response = client(None).get("/manifest.webmanifest")
    told = response.get_json()
    assert response.mimetype == "application/manifest+json"
    assert (told["name"], told["start_url"], told["scope"], told["display"]) == ("Min stafett", "/", "/", "standalone")
    assert {(icon["sizes"], icon["purpose"]) for icon in told["icons"]} == {
        (size, purpose) for size in ("192x192", "512x512") for purpose in ("any", "maskable")
    }
    for icon in told["icons"]:
        picture = (ROOT / "dist" / icon["src"].rpartition("/")[2]).read_bytes()
        width, height = struct.unpack(">II", picture[16:24])
        assert icon["sizes"] == f"{width}x{height}"


def test_the_worker_is_asked_for_anew_each_time_and_keeps_only_files_of_the_app(client: Client) -> None:
    response = client(None).get("/service-worker.js")
    assert response.headers["Cache-Control"] == "no-cache"
    assert response.mimetype == "text/javascript"
    text = response.get_data(as_text=True)
    kept = [part for part in text.split('"') if part.startswith("/")]
    assert set(kept) <= {f"/static/dist/{file.name}" for file in (ROOT / "dist").iterdir()} | {
        "/offline", "/help-now", "/service-worker.js",
    }  # fmt: skip


@pytest.mark.parametrize("address", KEPT)
def test_kept_pages_are_the_same_for_everybody(client: Client, address: str) -> None:
    """Byte for byte, whoever is logged in: and no cookie, no token, no name is in them."""
    pages = [client(person).get(address) for person in (None, "oksana", "amina", "kari")]
    assert len({page.get_data() for page in pages}) == 1
    text = pages[0].get_data(as_text=True)
    assert "csrf" not in text.replace("csrf.js", "")
    assert "Oksana" not in text
    assert "116 111" in text
    assert not any("Set-Cookie" in page.headers for page in pages)
    assert f'lang="{address[-2:]}"' in text


@pytest.mark.parametrize("address", ["/offline/xx", "/help-now/xx", "/offline/nb/x"])
def test_another_language_is_not_found(client: Client, address: str) -> None:
    assert client("oksana").get(address).status_code == 404
