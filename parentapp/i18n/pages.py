"""Templates in one language: their environment, filters and words. Constant phrases are `literals`' to place.

The only place that makes text into markup, and only around what it has escaped itself.
"""

from collections import ChainMap
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from typing import Any, cast

from jinja2 import Environment, Template
from jinja2.runtime import Context, markup_join, new_context
from markupsafe import Markup, escape

from parentapp.i18n import catalogue as books
from parentapp.i18n import terms
from parentapp.i18n.literals import generator
from parentapp.i18n.locales import is_norwegian
from parentapp.i18n.phrases import Phrase
from parentapp.i18n.speech import Speech, speak

_terms_on_page: ContextVar[set[str] | None] = ContextVar("terms_on_page", default=None)


def environment_for(app_env: Environment, locale: str) -> Environment:
    """The app's template environment in one language, made once. Raises KeyError for an unknown code.

    Call it only after the app has its filters and globals: later ones are not seen.
    """
    speech = speak(locale)
    kept = cast(dict[Speech, Environment], app_env.__dict__.setdefault("_spoken", {}))
    if speech not in kept:
        kept[speech] = _overlay(app_env, speech)
    return kept[speech]


def _overlay(app_env: Environment, speech: Speech) -> Environment:
    env = app_env.overlay(bytecode_cache=None)  # a cache shared between languages would mix them
    env.code_generator_class = generator(speech)
    env.template_class = _Page
    env.filters = {**app_env.filters, **_filters(speech)}
    env.globals = {**app_env.globals, **_globals(speech)}
    return env


def _filters(speech: Speech) -> dict[str, Callable[..., Any]]:
    from_speech = (
        "day",
        "relative_day",
        "date_numeric",
        "clock",
        "moment",
        "size",
        "month_title",
        "month_name",
        "day_number",
        "language",
    )
    own = {
        "bdi": bdi,
        "isolate": isolate,
        "capital": capital,
        "listed": lambda people: _listed(speech, people),
    }
    return {**own, **{name: getattr(speech, name) for name in from_speech}}


def _globals(speech: Speech) -> dict[str, Any]:
    return {
        "_": lambda phrase, /, **values: markup_join(speech.said(phrase, values)),
        "_c": lambda context, text, /, **values: markup_join(speech.said(Phrase.of(text, context), values)),
        "_n": lambda one, many, n, /, **values: markup_join(speech.said(Phrase.of(one, many=many), {"n": n, **values})),
        "term": lambda word: _term(speech, word),
        "explain": speech.explain,
        "locale": speech.locale,
        "html_lang": speech.html_lang,
        "direction": speech.direction,
        "draft": books.draft(speech.locale),
    }


def bdi(text: object, lang: str | None = None) -> Markup:
    """A name, number or other foreign text, kept apart from the direction of the sentence around it."""
    if lang:
        return Markup('<bdi lang="{}">{}</bdi>').format(lang, text)
    return Markup(f"<bdi>{escape(text)}</bdi>")  # noqa: S704 - escaped here


def part_of_page(made: str) -> Markup:
    """What a template made, to stand in a page as it is."""
    return Markup(made)  # noqa: S704 - escaped while it was made


def isolate(text: object) -> str:
    """As `bdi`, where no markup can stand: attributes, titles, mail."""
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"


def capital(text: str) -> str:
    """The text with a capital first letter, the rest as it was; markup stays markup."""
    return type(text)(text[:1].upper()) + text[1:]


def _listed(speech: Speech, people: Iterable[object]) -> Markup:
    return Markup(speech.listed(bdi(person) for person in people))  # noqa: S704 - each name escaped, CLDR joins


def _term(speech: Speech, word: str) -> str:
    said = terms.term(speech.locale, word)
    if is_norwegian(speech.locale):
        return said
    if said == word:
        return bdi(word, "nb")
    on_page = _terms_on_page.get()
    if on_page is not None and word in on_page:
        return said
    if on_page is not None:
        on_page.add(word)
    return Markup('{} <bdi lang="nb">({})</bdi>').format(said, word)


class _Page(Template):
    """A template that knows which terms have stood on the page it is making."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        token = _terms_on_page.set(set())
        try:
            return super().render(*args, **kwargs)
        finally:
            _terms_on_page.reset(token)

    def new_context(self, vars: Any = None, shared: bool = False, locals: Any = None) -> Context:  # noqa: A002 - Jinja's names
        """Jinja's own, without walking its chain of dicts for each page: the words would cost there again."""
        if cast(ChainMap[str, Any], self.globals).maps[0]:
            return super().new_context(vars, shared, locals)
        shown = self.environment.globals
        return new_context(self.environment, self.name, self.blocks, vars, shared, shown, locals)
