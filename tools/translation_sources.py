"""Finds the words in the sources, and the calls there that nobody could translate."""

import ast
import re
import tokenize
import tomllib
from collections.abc import Collection, Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from jinja2 import TemplateSyntaxError

from parentapp.i18n.literals import prove
from parentapp.i18n.phrases import names

NOTE = "NOTE:"
KEYWORDS = {
    "_": None,
    "_n": (1, 2),
    "_c": ((1, "c"), 2),
}
# What each way of calling in Python means; `t` is what `speak()` gave.
_CALLS = {
    "N_": "_",
    "N_n": "_n",
    "N_c": "_c",
    "_": "_",
    "t": "_",
    "t.n": "_n",
    "t.c": "_c",
}
_WORDS_IN_CALL = {"_": 1, "_n": 2, "_c": 2}
_TRANSLATED_LATER = (ast.Name, ast.Attribute, ast.Subscript, ast.Call)

Words = tuple[str, int, str | tuple[str, ...], list[str], str | None]  # file, line, words, notes, context
Found = tuple[int, str, str | tuple[str | None, ...], list[str]]


def found_in(root: Path) -> list[Words]:
    """Every place under `root` where words stand, file by file. Exits on a template nobody can read."""
    with (root / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)
    found = extract_from_dir(
        root,
        methods,
        options,
        KEYWORDS,
        (NOTE,),
        strip_comment_tags=True,
        directory_filter=lambda folder: _holds_words(Path(folder).relative_to(root)),
    )
    try:
        return list(found)
    except TemplateSyntaxError:  # says no file; the check does
        raise SystemExit("\n".join(source_problems(root))) from None


def catalog_of(found: list[Words]) -> Catalog:
    """The words, each once, with where they stand and what is said to translators."""
    catalog = Catalog(project="Min stafett", charset="utf-8")
    for place, _line, words, comments, context in found:
        catalog.add(words, None, [(place, 0)], auto_comments=comments, context=context)
    return catalog


def clashes(found: list[Words]) -> list[str]:
    """Phrases written both with and without a plural, or with two plurals: a catalogue has room for one."""
    first: dict[tuple[str, str | None], str | tuple[str, ...]] = {}
    problems = []
    for place, line, words, _comments, context in found:
        text = words if isinstance(words, str) else words[0]
        if first.setdefault((text, context), words) != words:
            problems.append(f"{place}:{line}: «{text}» has another plural elsewhere; give one a context")
    return problems


def words_in_python(
    file: BinaryIO, keywords: Collection[str], comment_tags: Collection[str], options: dict[str, Any]
) -> Iterator[Found]:
    """Babel's question to a Python file: line, function, words, comments."""
    source = file.read()
    notes = _notes(source)
    for call, kind in _calls(ast.parse(source)):
        words = _constants(call, kind)
        if len(words) == _WORDS_IN_CALL[kind]:
            yield call.lineno, kind, tuple(words), notes.get(call.lineno, [])


def words_in_terms(
    file: BinaryIO, keywords: Collection[str], comment_tags: Collection[str], options: dict[str, Any]
) -> Iterator[Found]:
    """Babel's question to the table of terms: the explanations are translated through the catalogues."""
    for word, entry in tomllib.loads(file.read().decode()).items():
        yield 0, "_", (entry["explain"],), [f"{NOTE} what «{word}» means"]


def source_problems(root: Path) -> list[str]:
    """Calls in the sources that nobody could translate, in words, with file and line."""
    problems = []
    for file in sorted((root / "parentapp").rglob("*.py")):
        place = str(file.relative_to(root))
        problems += [f"{place}:{line}: {why}" for line, why in _python_problems(file.read_text("utf-8"))]
    for file in sorted((root / "parentapp" / "templates").rglob("*.*")):
        place = str(file.relative_to(root))
        try:
            prove(file.read_text("utf-8"), place)
        except TemplateSyntaxError as error:
            problems.append(f"{place}:{error.lineno}: {error.message}")
    return problems


def phrase_problems(catalog: Catalog) -> list[str]:
    """Phrases that are written so that their translations would go wrong."""
    return [
        f"«{text}»: {why}"
        for message in catalog
        if message.id
        for text in ([message.id] if isinstance(message.id, str) else message.id)
        for why in _phrase_faults(text)
    ]


def _phrase_faults(text: str) -> Iterator[str]:
    bare = re.sub(r"\{[a-z_][a-z0-9_]*\}", "", text)
    if "{" in bare or "}" in bare:
        yield "a brace that is no placeholder; placeholders are {name} in small letters"
    if text != text.strip() or "  " in text or "\n" in text:
        yield "begins, ends or is broken with space that translators cannot see"
    if re.search(r"</?[a-z]+|&[a-z]+;", text):
        yield "markup inside a phrase; give it as a value"


def _python_problems(source: str) -> Iterator[tuple[int, str]]:
    for call, kind in _calls(ast.parse(source)):
        called = ast.unparse(call.func)
        phrases = _constants(call, kind)
        if len(phrases) < _WORDS_IN_CALL[kind]:
            marked = called.startswith("N_")
            if marked or kind != "_" or not call.args or not isinstance(call.args[0], _TRANSLATED_LATER):
                yield call.lineno, f"{called}() wants its words as plain text"
        elif not called.startswith("N_"):
            yield from ((call.lineno, why) for why in _value_faults(call, kind, phrases))


def _constants(call: ast.Call, kind: str) -> list[str]:
    """The words a call begins with, as far as they are plain text."""
    leading = call.args[: _WORDS_IN_CALL[kind]]
    values = [argument.value for argument in leading if isinstance(argument, ast.Constant)]
    return [value for value in values if isinstance(value, str)]


def _value_faults(call: ast.Call, kind: str, phrases: list[str]) -> Iterator[str]:
    given = {keyword.arg for keyword in call.keywords}
    if None in given:
        return
    read = phrases[1:] if kind == "_c" else phrases
    wanted = {name for phrase in read for name in names(phrase)} - ({"n"} if kind == "_n" else set())
    if wanted != given:
        yield f"«{read[0]}» wants {sorted(wanted)}, is given {sorted(map(str, given))}"


def _calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (kind := _CALLS.get(_called(node.func))):
            yield node, kind


def _called(function: ast.expr) -> str:
    """`t` for `t`, `self.t` and `_`-like names; `t.n` for `t.n` and `self.t.n`."""
    dotted = ast.unparse(function).split(".")
    if dotted[-1] in {"n", "c"} and len(dotted) > 1:
        return ".".join(dotted[-2:])
    return dotted[-1] if dotted[-1] == "t" or len(dotted) == 1 else ""


def _notes(source: bytes) -> dict[int, list[str]]:
    """The translator's note that stands on the line above a line, or on lines above that together."""
    notes: dict[int, list[str]] = {}
    comments = _comments(source)
    for line in sorted(comments):
        if comments[line].startswith(NOTE):
            text, last = [comments[line]], line
            while last + 1 in comments and not comments[last + 1].startswith(NOTE):
                last += 1
                text.append(comments[last])
            notes[last + 1] = [" ".join(text)]
    return notes


def _comments(source: bytes) -> dict[int, str]:
    tokens: Iterable[tokenize.TokenInfo] = tokenize.tokenize(BytesIO(source).readline)
    return {
        token.start[0]: token.string.lstrip("# ")
        for token in tokens
        if token.type == tokenize.COMMENT and token.line.strip().startswith("#")
    }


def _holds_words(folder: Path) -> bool:
    return folder.parts[0] in {"parentapp", "translations"} and not folder.name.startswith((".", "_"))
