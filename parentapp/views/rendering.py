"""Pages and parts in the reader's language, with what every page shares."""

from typing import Any

from flask import Flask, current_app, g, make_response, render_template, request

from parentapp import bank, clock, drawings, i18n, phrases
from parentapp.domain import drafts
from parentapp.views.cookies import LANGUAGE, read_cookie
from parentapp.views.guarding import actor, form_token, logged_in, press_key, settings
from parentapp.views.tabs import tabs

HTMX = (
    '{"allowEval":false,"allowScriptTags":false,"includeIndicatorStyles":false,"historyCacheSize":0,'
    '"refreshOnHistoryMiss":true,"historyRestoreAsHxRequest":false,"selfRequestsOnly":true,"responseHandling":['
    '{"code":"204","swap":false},{"code":"[23]..","swap":true},{"code":"409|422","swap":true},'
    '{"code":"...","swap":false,"error":true}]}'
)


def init_app(app: Flask) -> None:
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        form_token=form_token,
        press_key=press_key,
        htmx_config=HTMX,
        logged_in=logged_in,
        tabs=tabs,
        settings=settings,
        languages=languages,
        all_languages=i18n.LANGUAGES,
        words=phrases,
        bank=bank,
        drawings=drawings,
        titles=i18n.term_keys(),
        clock=clock,
    )


def languages() -> list[i18n.Language]:
    """What is offered here: bokmål, what qualified people have read, and the drafts a municipality switched on."""
    return i18n.offered(settings().languages)


def locale() -> str:
    """The language of this answer: the person's own, else the browser's."""
    if "locale" not in g:
        session = logged_in()
        g.locale = _chosen(session.actor.locale if session else None)
    chosen: str = g.locale
    return chosen


def speak_to_nobody() -> None:
    """Choose the language of this answer without asking who is here, where that is not known yet."""
    if "locale" not in g:
        g.locale = _chosen(None)


def speak_in(code: str) -> None:
    """This answer is in that language, whoever asks."""
    g.locale = code


def _chosen(stored: str | None) -> str:
    header = request.headers.get("Accept-Language")
    among = [language.code for language in languages()]
    return i18n.choose(stored=stored, cookie=read_cookie(LANGUAGE), accept_language=header, among=among)


def render(template: str, status: int = 200, **context: Any) -> Any:
    """An answer: the page or part in the reader's language."""
    environment = i18n.environment_for(current_app.jinja_env, locale())
    return make_response(render_template(environment.get_template(template), **context), status)


def part_in(code: str, template: str, **context: Any) -> Any:
    """A part in another language than the page that it stands in: `{{ part }}`. Its own element says `lang` and `dir`.

    Words, dates and terms are that language's; the page's own variables are not seen, so give it what it needs.
    Ids that could stand there twice end on `locale`. Raises KeyError for a language that is not in the table.
    """
    environment = i18n.environment_for(current_app.jinja_env, code)
    return i18n.part_of_page(render_template(environment.get_template(template), **context))


def kept(form: type[Any], address: str | None = None) -> Any:
    """The form, filled with what was kept from an ended session, for this page: the form's own `back`."""
    return form(formdata=None, data=kept_fields(address))


def kept_fields(address: str | None = None) -> dict[str, str]:
    """What was kept, by the names of the boxes: for a page of several forms."""
    here = logged_in()
    return drafts.kept(actor(), address or request.path) if here and here.has_draft else {}
