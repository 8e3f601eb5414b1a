"""The rules of style that no other tool checks: each asks one file's text and answers with its faults."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator

MODULE_LINES = 300
FUNCTION_LINES = 40
TEMPLATE_LINES = 120
FILE_KIB = 300

UNFINISHED = re.compile("TO" + "DO|FIX" + "ME|XX" + "X")  # in two halves, so as not to find itself
EXCEPTION = re.compile(r"#\s*(noqa|type:\s*ignore|pragma:\s*no cover)", re.IGNORECASE)
# After the word and its codes: a dash or a second #, and then words that say why.
REASONED = re.compile(
    r"#\s*(noqa:\s*[A-Z]+\d+(,?\s*[A-Z]+\d+)*|type:\s*ignore\[[\w,\- ]+\]|pragma:\s*no cover)"
    r"[\s#:—–-]+[^\W\d_]+\W+[^\W\d_]+"
)
HURTING = re.compile(r"\b(sak|klient|saksbehandler|adferd)\b", re.IGNORECASE)
INLINE_CODE = {
    "a script in the page": re.compile(r"<script(?![^>]*\ssrc=)[^>]*>", re.IGNORECASE),
    "a style in the page": re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE),
    # `only` is a word in our addresses, and no event.
    "an on… attribute": re.compile(r"[\s\"'](?!only\b)on[a-z]+\s*=", re.IGNORECASE),
    "hx-on": re.compile(r"\bhx-on\b|\bdata-hx-on\b", re.IGNORECASE),
    "a javascript address": re.compile(r"\bjavascript:|[\"'{\s]js:", re.IGNORECASE),
    "a filter in hx-trigger": re.compile(r"hx-trigger\s*=\s*([\"'])(?:(?!\1).)*\[", re.IGNORECASE | re.DOTALL),
}
TRUSTED_TEXT = re.compile(r"\|\s*safe\b|\bMarkup\s*\(|\{%-?\s*autoescape\s+false")
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:scroll-)?(?:margin|padding)-(?:left|right)|border-(?:left|right)(?:-[a-z]+)?"
    r"|border-(?:top|bottom)-(?:left|right)-radius|left|right)\s*:"
    r"|(?<![\w-])(?:text-align|float|clear)\s*:\s*(?:left|right)\b"
)
CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
HOOK = re.compile(r"\bdata-[a-z]+(?:-[a-z]+)*")
# dataset.name, "name" in form.dataset, const { name } = form.dataset
DATASET = re.compile(r"\bdataset\.(\w+)|\"(\w+)\" in [\w.]*\bdataset\b|\{ (\w+) \} = [\w.]*\bdataset\b")


def long_module(text: str) -> list[str]:
    return _too_long(text, MODULE_LINES)


def long_template(text: str) -> list[str]:
    return _too_long(text, TEMPLATE_LINES)


def long_functions(text: str) -> list[str]:
    functions = (node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    lengths = {node: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions}
    return [
        f"line {node.lineno}: {node.name} has {length} lines, at most {FUNCTION_LINES} are allowed"
        for node, length in lengths.items()
        if length > FUNCTION_LINES
    ]


def no_docstring(text: str) -> list[str]:
    return [] if ast.get_docstring(ast.parse(text)) else ["the module does not say what it is for"]


def unfinished(text: str) -> list[str]:
    return _found(UNFINISHED, text, "unfinished")


def unreasoned_exceptions(text: str) -> list[str]:
    """A check switched off without codes, or without the reason in words behind them."""
    return [
        f"line {line}: no reason after {comment!r}"
        for line, comment in _comments(text)
        if EXCEPTION.search(comment) and not REASONED.search(comment)
    ]


def trusted_text(text: str) -> list[str]:
    """Text that would go into the page as code."""
    return _found(TRUSTED_TEXT, text, "text trusted as HTML")


def inline_code(text: str) -> list[str]:
    """What the Content Security Policy would refuse, or what would weaken it."""
    return [fault for what, pattern in INLINE_CODE.items() for fault in _found(pattern, text, what)]


def hurting_words(text: str) -> list[str]:
    return _found(HURTING, text, "a word that makes people small")


def hurting_words_in_strings(text: str) -> list[str]:
    """The same in Python, in the texts shown to people; docstrings may explain."""
    tree = ast.parse(text)
    explained = {id(docstring) for node in ast.walk(tree) if (docstring := _docstring_node(node))}
    return [
        f"line {node.lineno}: a word that makes people small: {node.value!r}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in explained and HURTING.search(node.value)
    ]


def physical_css(text: str) -> list[str]:
    """Left and right: half of the languages here are, or may become, written the other way."""
    return _found(PHYSICAL, _without_css_comments(text), "physical, not logical, CSS")


def heavy_file(name: str, size: int) -> list[str]:
    """A file that would make every clone heavy; lock files and catalogues are as long as they are."""
    is_long = name in ("package-lock.json", "messages.po") or re.fullmatch(r"requirements[\w-]*\.txt", name)
    return [] if is_long or size <= FILE_KIB * 1024 else [f"{size // 1024} KiB, at most {FILE_KIB} are allowed"]


def classes_without_a_page(styles: str, pages: str) -> set[str]:
    """Classes of the stylesheets that no template and no script names."""
    plain = re.sub(r"@import[^;]*;|\[[^\]]*\]", "", _without_css_comments(styles))
    selectors = re.findall(r"([^{};]*)\{", plain)
    return {name for each in selectors for name in CLASS.findall(each)} - _quoted(pages)


def hooks_without_a_page(scripts: str, pages: str) -> set[str]:
    """`data-` attributes that the scripts look for, and no template has."""
    names = [name for found in DATASET.findall(scripts) for name in found if name]
    hooks = {"data-" + re.sub(r"[A-Z]", lambda letter: "-" + letter.group().lower(), name) for name in names}
    return (hooks | set(HOOK.findall(scripts))) - set(HOOK.findall(pages))


def unpinned(wanted: list[str], pinned: str) -> list[str]:
    """Dependencies whose exact version is not the one in a requirements file."""
    lines = {_plain(line.removesuffix(" \\")) for line in pinned.splitlines()}
    asked = map(_plain, wanted)
    return [f"{requirement} is not pinned so: `make pins`" for requirement in asked if requirement not in lines]


def _plain(requirement: str) -> str:
    """Without extras, in small letters."""
    return re.sub(r"\[.*?\]", "", requirement).lower()


def _too_long(text: str, most: int) -> list[str]:
    lines = len(text.splitlines())
    return [f"{lines} lines, at most {most} are allowed"] if lines > most else []


def _found(pattern: re.Pattern[str], text: str, what: str) -> list[str]:
    return [
        f"line {text.count(chr(10), 0, match.start()) + 1}: {what}: {match.group().strip()!r}"
        for match in pattern.finditer(text)
    ]


def _comments(text: str) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def _docstring_node(node: ast.AST) -> ast.expr | None:
    if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) or not node.body:
        return None
    first = node.body[0]
    return first.value if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) else None


def _quoted(text: str) -> set[str]:
    """All words between quotation marks on one line, of templates and scripts without their comments."""
    plain = re.sub(r"\{#.*?#\}|^\s*//.*?$|\s// .*?$", "", text, flags=re.DOTALL | re.MULTILINE)
    found = re.findall(r"\"([^\"\n]*)\"|'([^'\n]*)'", plain)
    return {word for pair in found for quoted in pair for word in re.findall(r"[\w-]+", quoted)}


def _without_css_comments(text: str) -> str:
    """Comments blanked out, line breaks kept so that line numbers stay true."""
    return re.sub(r"/\*.*?\*/", lambda comment: re.sub(r"[^\n]", " ", comment.group()), text, flags=re.DOTALL)
