"""A folder of translations made for the test: Arabic is whole in it, Polish is not."""

import json
from datetime import UTC, datetime

import flask
import pytest

from parentapp import clock, i18n
from parentapp.i18n import catalogue

ARABIC = {
    "Hei, {name}!": "مرحبًا {name}!",
    "Lagre & lukk": "حفظ & إغلاق",
    "{n} hjerte": ["صفر", "قلب", "قلبان", "{n} قلوب", "{n} قلبًا", "{n} قلب"],
    "ukedag\x04man": "الاثنين",
    "Ferdig": "تم",
    "{day} kl. {clock}": "{day} الساعة {clock}",
    "i dag": "اليوم",
}
TERMS = """
["mål"]
explain = "Det vi vil få til sammen."
nn = "mål"
ar = "هدف"
[tiltak]
explain = "Noe vi gjør for å hjelpe."
ar = "إجراء مساعدة"
[frist]
explain = "Siste dag."
"""


@pytest.fixture
def build(tmp_path):
    """Write the compiled words of a language."""

    def built(locale: str, complete: bool, messages: dict, reviewed: tuple = ()) -> None:
        file = catalogue.compiled_file(locale, tmp_path)
        file.parent.mkdir(parents=True, exist_ok=True)
        words = {"complete": complete, "reviewed": list(reviewed), "messages": messages}
        file.write_text(json.dumps(words), encoding="utf-8")

    return built


@pytest.fixture
def folder(tmp_path, monkeypatch, build):
    """A folder of translations where Arabic is whole and Polish is not."""
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    build("ar", complete=True, messages=ARABIC)
    build("pl", complete=False, messages={"Ferdig": "Gotowe"})
    (tmp_path / "terms.toml").write_text(TERMS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def app_env():
    return flask.Flask(__name__).jinja_env


@pytest.fixture
def show(app_env, folder):
    """Render a template's text in a language."""

    def rendered(locale: str, source: str, **values) -> str:
        return i18n.environment_for(app_env, locale).from_string(source).render(**values)

    return rendered


@pytest.fixture
def fifth_of_march(monkeypatch):
    monkeypatch.setattr(clock, "_settable", True)
    with clock.at(datetime(2026, 3, 5, 8, 0, tzinfo=UTC)):
        yield
