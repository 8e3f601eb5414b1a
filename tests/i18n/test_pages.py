"""Templates in each language: literals, escaping, macros; nothing of the bokmål left on a page."""

import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import flask
import pytest
from jinja2 import DictLoader, FileSystemBytecodeCache, TemplateSyntaxError

from parentapp import i18n
from parentapp.i18n import N_, N_c, N_n

MARCH = datetime(2026, 3, 5, 8, 0, tzinfo=UTC)


def test_constant_phrases_become_part_of_the_template(app_env, folder):
    code = i18n.environment_for(app_env, "ar").compile("<p>{{ _('Lagre & lukk') }}</p>", raw=True)
    assert "<p>حفظ &amp; إغلاق</p>" in code
    assert "context.call" not in code


def test_values_are_escaped_where_they_stand(show):
    nasty = '<script>alert(1)</script>"'
    for locale in ("nb", "ar"):
        for source in (
            "{{ _('Hei, {name}!', name=x) }}",
            "{{ _('Hei, {name}!', name=x|bdi) }}",
            "<a title=\"{{ _('Hei, {name}!', name=x|isolate) }}\">",
            "{% set said = _('Hei, {name}!', name=x) %}{{ said }}",
            "{{ _(phrase, name=x) }}",
            "{{ _n('{n} hjerte {name}', '{n} hjerter {name}', 2, name=x) }}",
            "{{ _c('sted', 'Hei, {name}!', name=x) }}",
            "{{ [x, x]|listed }}",
            "{{ x|capital }}",
        ):
            said = show(locale, source, x=nasty, phrase="Hei, {name}!")
            assert "<script" not in said, source
            assert "&lt;script&gt;" in said, source
            assert '"' not in said.replace('title="', "").replace('">', ""), source


def test_without_escaping_the_check_above_would_see_it(app_env, folder):
    plain = app_env.overlay(autoescape=False)
    said = i18n.environment_for(plain, "nb").from_string("{{ _('Hei, {name}!', name=x) }}").render(x="<script>")
    assert "<script" in said


def test_markup_given_as_a_value_stays_markup(show):
    source = "{% set link %}<a href='/x'>{{ _('Ferdig') }}</a>{% endset %}{{ _('Hei, {name}!', name=link) }}"
    assert show("ar", source) == "مرحبًا <a href='/x'>تم</a>!"
    assert show("nb", "{% set x = _('Hei, {name}!', name=n|bdi) %}{{ x }}", n="Å<") == "Hei, <bdi>Å&lt;</bdi>!"


def test_names_are_kept_apart_from_the_sentence(show):
    assert show("ar", "{{ _('Hei, {name}!', name=n|bdi) }}", n="Kari") == "مرحبًا <bdi>Kari</bdi>!"
    assert show("ar", "{{ n|bdi('nb') }}", n="Kari") == '<bdi lang="nb">Kari</bdi>'
    assert show("nb", "{{ n|isolate }}", n="Kari") == "\u2068Kari\u2069"
    assert show("ar", "{{ n|listed }}", n=["Kari", "Per"]) == "<bdi>Kari</bdi> و<bdi>Per</bdi>"


def test_plurals_contexts_and_variables_in_templates(show):
    assert show("ar", "{{ _n('{n} hjerte', '{n} hjerter', k) }}", k=2) == "قلبان"
    assert show("nb", "{{ _n('{n} hjerte', '{n} hjerter', k) }}", k=2) == "2 hjerter"
    assert show("ar", "{{ _c('ukedag', 'man') }}") == "الاثنين"
    assert show("ar", "{{ _(word) }}", word=N_c("ukedag", "man")) == "الاثنين"
    assert show("ar", "{{ _(word, n=4) }}", word=N_n("{n} hjerte", "{n} hjerter")) == "4 قلوب"
    assert show("ar", "{{ _('Hei, {name}!', name=_('Ferdig')) }}") == "مرحبًا تم!"
    assert show("ar", "{% if a == _('Ferdig') %}ja{% endif %}", a="تم") == "ja"


def test_languages_do_not_mix_and_templates_are_kept(app_env, folder, tmp_path):
    app_env.loader = DictLoader(
        {
            "page.html": "{% extends 'base.html' %}{% import 'm.html' as m %}{% block a %}{{ m.say() }}{% endblock %}",
            "base.html": "{{ _('Ferdig') }} {% block a %}{% endblock %} {% include 'part.html' %}",
            "m.html": "{% macro say() %}{{ _('i dag') }} {{ locale }} {{ _(('Ferdig')) }}{% endmacro %}",
            "part.html": "{{ direction }} {{ html_lang }} {{ draft }}",
        }
    )
    app_env.bytecode_cache = FileSystemBytecodeCache(str(tmp_path))
    said = [i18n.environment_for(app_env, code).get_template("page.html").render() for code in ("nb", "ar", "nb")]
    assert said == [
        "Ferdig i dag nb Ferdig ltr nb False",
        "تم اليوم ar تم rtl ar True",
        "Ferdig i dag nb Ferdig ltr nb False",
    ]
    assert i18n.environment_for(app_env, "ar") is i18n.environment_for(app_env, "ar")


def test_flask_renders_such_templates_with_its_own_globals_and_processors(folder):
    app = flask.Flask(__name__)
    app.context_processor(lambda: {"mark": "x"})
    app.add_template_filter(lambda text: text[::-1], "backwards")
    env = i18n.environment_for(app.jinja_env, "ar")
    with app.test_request_context("/her"):
        source = "{{ _('Ferdig') }} {{ request.path|backwards }} {{ mark }} {{ url_for('static', filename='a') }}"
        assert flask.render_template(env.from_string(source)) == "تم reh/ x /static/a"


def test_globals_given_to_one_template_are_kept(app_env, folder):
    template = i18n.environment_for(app_env, "nb").from_string("{{ own }} {{ locale }}", globals={"own": 3})
    assert template.render() == "3 nb"


@pytest.mark.parametrize(
    "source",
    [
        "{{ _('Hei, {name}!') }}",
        "{{ _('Hei, {name}!', nam=x) }}",
        "{{ _('Hei!', name=x) }}",
        "{{ _('Hei, {name}!', **x) }}",
        "{{ _('Hei, ' ~ x) }}",
        "{{ _('Hei' if x else 'Hallo') }}",
        "{{ _('Hei %s'|format(x)) }}",
        "{{ _() }}",
        "{{ _n('{n} hjerte', x, 2) }}",
        "{{ _n('{n} hjerte', '{n} hjerter') }}",
        "{{ _n('{n} hjerte', '{m} hjerter', 2) }}",
        "{{ _c(x, 'man') }}",
        "{{ term('hjerte') }}",
    ],
)
def test_a_call_that_could_not_be_translated_does_not_compile(app_env, folder, source):
    with pytest.raises(TemplateSyntaxError):
        i18n.environment_for(app_env, "nb").from_string(source)


def test_the_apps_own_environment_has_no_words(app_env, folder):
    i18n.environment_for(app_env, "nb")
    assert "_" not in app_env.globals
    assert "day" not in app_env.filters


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.read: list[str] = []

    def handle_data(self, data: str) -> None:
        self.read.append(data)


def test_a_whole_catalogue_leaves_no_bokmal_on_the_page(show):
    page = (
        "<h1>{{ _('Lagre & lukk') }}</h1><p>{{ _('Hei, {name}!', name=n|bdi) }}</p>{{ _c('ukedag', 'man') }}"
        "{{ _(word) }} {{ d|moment }} {{ _n('{n} hjerte', '{n} hjerter', 3) }} {{ [n, n]|listed }}"
    )
    reader = _Text()
    reader.feed(show("ar", page, n="Оксана", word=N_("Ferdig"), d=MARCH))
    assert not re.search("[a-zæøå]", "".join(reader.read), re.IGNORECASE)
    reader.feed(show("pl", page, n="Оксана", word=N_("Ferdig"), d=MARCH))
    assert "Lagre" in "".join(reader.read)  # the same check sees a language that is not whole


def test_only_the_pages_module_makes_markup():
    package = Path(i18n.__file__).parent
    makers = {file.name for file in package.glob("*.py") if "Markup(" in file.read_text("utf-8")}
    assert makers == {"pages.py"}


def test_dates_in_templates_follow_the_apps_clock(show, fifth_of_march):
    source = "{{ d|day|capital }}, {{ d|relative_day }}, {{ d|moment }}, {{ d|month_title }}, {{ d|clock }}"
    assert show("nb", source, d=MARCH) == (
        "Torsdag 5.\u00a0mars, i dag, torsdag 5.\u00a0mars kl. 09.00, mars 2026, 09.00"
    )
    assert show("nb", "{{ d|day }}", d=date(2025, 3, 5)) == "onsdag 5.\u00a0mars 2025"
