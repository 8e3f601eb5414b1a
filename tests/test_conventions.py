"""Every file of the repository keeps the rules of style; and each rule bites when it is broken."""

import subprocess
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests import conventions as rule

ROOT = Path(__file__).parent.parent
Check = Callable[[str], list[str]]

PYTHON: list[Check] = [rule.long_module, rule.no_docstring, rule.unfinished, rule.unreasoned_exceptions]
TEMPLATE: list[Check] = [
    rule.long_template, rule.unfinished, rule.trusted_text, rule.inline_code, rule.hurting_words,
]  # fmt: skip

# The only modules that make HTML themselves, out of escaped text, each read by a second pair of eyes.
READ_WITH_CARE = {ROOT / "parentapp/i18n/pages.py"}

# Styles of the plan, the meetings and the help pages, which are being built. Whoever uses one takes it off the list.
COMING = {
    *("other", "fields", "whole", "two"),
    *("table-wrap", "wide"),
}
SET_BY_HTMX = {"htmx-request"}
SET_BY_SCRIPTS = {"data-htmx", "data-unsent-said"}


def committed() -> list[Path]:
    """Files that git has, or would take up: what is ignored is not ours to judge."""
    # A checkout may belong to another account than the one that tests it, as in a container.
    git = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(git, cwd=ROOT, check=True, capture_output=True, text=True).stdout.split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def below(folder: str, *suffixes: str) -> list[Path]:
    return [path for path in committed() if path.is_relative_to(ROOT / folder) and path.suffix in suffixes]


def keep(checks: Iterable[Check], paths: Iterable[Path]) -> None:
    checks = list(checks)
    no_faults(
        f"{path.relative_to(ROOT)}: {fault}"
        for path in paths
        for check in checks
        for fault in check(path.read_text(encoding="utf-8"))
    )


def no_faults(found: Iterable[str]) -> None:
    """Each fault on its own line; an assertion would cut the list short."""
    if text := "\n".join(found):
        pytest.fail(text, pytrace=False)


def test_python_files() -> None:
    paths = below(".", ".py")
    assert {path.name for path in paths} >= {"wsgi.py", "test_conventions.py"}
    keep(PYTHON, paths)


def test_functions_are_short() -> None:
    # A migration is a frozen picture of tables, written by a machine and read once.
    migrations = ROOT / "parentapp/migrations"
    keep([rule.long_functions], [path for path in below(".", ".py") if not path.is_relative_to(migrations)])


def test_the_package_trusts_no_text_and_belittles_nobody() -> None:
    package = below("parentapp", ".py")
    keep([rule.hurting_words_in_strings], package)
    keep([rule.trusted_text], [path for path in package if path not in READ_WITH_CARE])


def test_templates() -> None:
    keep(TEMPLATE, below("parentapp/templates", ".html", ".txt", ".xml", ".svg"))


def test_styles_and_scripts() -> None:
    keep([rule.physical_css, rule.unfinished], below("front", ".css"))
    keep([rule.unfinished], below("front", ".js", ".mjs"))


def test_every_class_and_every_hook_has_a_page() -> None:
    templates = texts(below("parentapp/templates", ".html", ".svg"))
    styles, scripts = texts(below("front/css", ".css")), texts(below("front/js", ".js"))
    assert rule.classes_without_a_page(styles, templates + scripts) - SET_BY_HTMX == COMING
    assert rule.hooks_without_a_page(scripts, templates) - SET_BY_SCRIPTS == set()


def texts(paths: Iterable[Path]) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def test_no_file_is_heavy() -> None:
    sizes = ((path.name, path.stat().st_size) for path in committed())
    no_faults(f"{name}: {fault}" for name, size in sizes for fault in rule.heavy_file(name, size))


def test_what_is_installed_is_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    runtime, dev = project["dependencies"], project["optional-dependencies"]["dev"]
    no_faults(rule.unpinned(runtime, (ROOT / "requirements.txt").read_text()))
    no_faults(rule.unpinned([*runtime, *dev], (ROOT / "requirements-dev.txt").read_text()))


LONG_BODY = "    x = 1\n"
# Each line: the rule, a text that breaks it, and one close to it that does not.
BITES: list[tuple[Check, str, str]] = [
    (rule.long_module, "\n" * 301, "\n" * 300),
    (rule.long_template, "\n" * 121, "\n" * 120),
    (rule.long_functions, "def f():\n" + LONG_BODY * 40, "def f():\n" + LONG_BODY * 39),
    (rule.long_functions, "async def f():\n" + LONG_BODY * 40, "class A:\n" + LONG_BODY * 40),
    (rule.no_docstring, "x = 1", '"""For one thing."""'),
    (rule.unfinished, "# TO" + "DO later", "# today"),
    (rule.unfinished, "/* FIX" + "ME */", "/* a fixed menu */"),
    (rule.unreasoned_exceptions, "x = 1  # noqa", "x = '# noqa'"),
    (rule.unreasoned_exceptions, "x = 1  # noqa: S603", "x = 1  # noqa: S603 - a fixed program"),
    (
        rule.unreasoned_exceptions,
        "x = 1  # noqa: S603, S607 -",
        "x = 1  # noqa: S603, S607  # a fixed program",
    ),
    (rule.unreasoned_exceptions, "x = 1  # type: ignore", "x = 1  # typed elsewhere"),
    (
        rule.unreasoned_exceptions,
        "x = 1  # type: ignore[misc]",
        "x = 1  # type: ignore[misc]  # peewee says Any",
    ),
    (rule.unreasoned_exceptions, "x = 1  # pragma: no cover", "x = 1  # pragma: no cover - a child runs it"),
    (rule.trusted_text, "{{ note|safe }}", "{{ note|safely }}"),
    (rule.trusted_text, "{{ note | safe }}", "<p>a safe place</p>"),
    (rule.trusted_text, "Markup('<b>')", "from markupsafe import escape"),
    (rule.trusted_text, "{% autoescape false %}", "{% autoescape true %}"),
    (rule.inline_code, "<script>go()</script>", '<script src="/a.js" defer></script>'),
    (rule.inline_code, '<script type="module">', '<script type="module" src="{{ asset("a.js") }}">'),
    (rule.inline_code, "<style>p{}</style>", "<p>style</p>"),
    (rule.inline_code, '<p style="color:red">', '<p class="style">'),
    (rule.inline_code, '<p onclick="go()">', '<p data-icon="go">'),
    (rule.inline_code, '<p\n  ONLOAD = "go()">', "<p>on = 1</p>"),
    (rule.inline_code, '<p hx-on:click="go()">', '<p hx-get="/on">'),
    (rule.inline_code, '<a href="javascript:go()">', "<noscript>JavaScript: nei</noscript>".replace(":", "")),
    (rule.inline_code, '<p hx-vals="js:{a: b()}">', '<p hx-vals=\'{"a": "b"}\'>'),
    (rule.inline_code, '<p hx-trigger="keyup[ctrlKey]">', '<p hx-trigger="keyup changed delay:300ms">'),
    (rule.hurting_words, "<p>Din Sak</p>", "<p>Saken er sakte, sakliste</p>"),
    (rule.hurting_words, "klient", "klientell"),
    (rule.hurting_words, "saksbehandler", "saksliste"),
    (rule.hurting_words, "adferd", "atferd"),
    (rule.hurting_words_in_strings, "_('Ny sak')", '"""About the word sak."""'),
    (
        rule.hurting_words_in_strings,
        "def f():\n    return f'{x} sak'",
        "def f():\n    'Never sak.'\n    return 'saksliste'",
    ),
    (rule.physical_css, "p { margin-left: 1rem }", "p { margin-inline-start: 1rem }"),
    (rule.physical_css, "p{padding-right:0}", "p{padding-inline:0}"),
    (rule.physical_css, "p { left: 0 }", "p { inset-inline-start: 0 }"),
    (
        rule.physical_css,
        "p {\n  right : 0 }",
        "/* right: 0 */ .right:hover { color: red }".replace(".right:", ".end:"),
    ),
    (rule.physical_css, "p { text-align: left }", "p { text-align: start }"),
    (rule.physical_css, "p { float: right }", "p { float: inline-end }"),
    (rule.physical_css, "p { border-left-width: 1px }", "p { border-inline-start-width: 1px }"),
    (rule.physical_css, "p { border-top-left-radius: 1px }", "p { border-start-start-radius: 1px }"),
    (rule.physical_css, "p { scroll-margin-left: 1px }", "p { --space-left: 1px }"),
]


@pytest.mark.parametrize(("check", "broken", "kept"), BITES)
def test_a_rule_bites_and_only_where_it_should(check: Check, broken: str, kept: str) -> None:
    assert check(broken)
    assert not check(kept)


def test_every_rule_has_a_bite() -> None:
    used = {check for check, _, _ in BITES}
    public = {
        value
        for name, value in vars(rule).items()
        if callable(value) and getattr(value, "__module__", "") == rule.__name__
    }
    # Tried below: they ask about more than one text.
    alone = {rule.heavy_file, rule.unpinned, rule.classes_without_a_page, rule.hooks_without_a_page}
    assert {check for check in public if not check.__name__.startswith("_")} == used | alone


def test_classes_and_hooks_without_a_page_are_found() -> None:
    styles = "@media (min-width: 30.5rem) { .a:has(.b[class=x.y]), p.c-d { margin: .5rem } } /* .gone */"
    assert rule.classes_without_a_page(styles, "") == {"a", "b", "c-d"}
    assert rule.classes_without_a_page(styles, "<p class=\"a{{ ' b' if it }}\">a c-d</p>{# 'c-d' #}") == {"c-d"}
    assert rule.classes_without_a_page(styles, "// the 'c-d' one\nlist.add('c-d'); find(\".a > .b\")") == set()
    scripts = 'find("form[data-one]"); x.dataset.twoWords; "three" in form.dataset; const { four } = a.b.dataset;'
    assert rule.hooks_without_a_page(scripts, "<p data-four>") == {"data-one", "data-two-words", "data-three"}


def test_heavy_files_and_loose_pins_are_found() -> None:
    assert rule.heavy_file("picture.png", 300 * 1024 + 1)
    assert not rule.heavy_file("picture.png", 300 * 1024)
    assert not rule.heavy_file("requirements-dev.txt", 10**6)
    assert not rule.heavy_file("package-lock.json", 10**6)
    assert not rule.heavy_file("messages.po", 10**6)
    pinned = "flask==3.1.3 \\\n    --hash=sha256:00\npsycopg==3.3.9 \\\n"
    assert not rule.unpinned(["Flask==3.1.3", "psycopg[binary]==3.3.9"], pinned)
    assert rule.unpinned(["flask==3.1.4"], pinned)
    assert rule.unpinned(["flask"], pinned)
    assert rule.unpinned(["babel==2.18.0"], pinned)
