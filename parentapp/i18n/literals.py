"""Puts one language's words into a template as it is compiled; refuses calls nobody could translate."""

from typing import NoReturn, cast

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer

from parentapp.i18n import terms
from parentapp.i18n.locales import is_norwegian
from parentapp.i18n.phrases import names, pieces
from parentapp.i18n.speech import Speech, speak

_LEADING = {"_": 1, "_c": 2, "_n": 2}  # how many constants each call begins with
_TRANSLATED_LATER = (nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Call)


def generator(speech: Speech) -> type[CodeGenerator]:
    """The compiler of templates in one language."""

    class Spoken(CodeGenerator):
        def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
            _Literals(speech, self.name).visit(node)
            node.set_environment(self.environment)
            super().visit_Template(node, frame)

    return Spoken


def prove(source: str, name: str) -> None:
    """Check how a template uses its words, without compiling it. Raises TemplateSyntaxError with its line."""
    tree = Environment(autoescape=True).parse(source, name)
    _Literals(speak("nb"), name).visit(tree)


class _Literals(NodeTransformer):
    """Puts the words of one language where a template calls for them."""

    def __init__(self, speech: Speech, template: str | None) -> None:
        self._speech = speech
        self._template = template

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802 - Jinja's names
        spoken: list[nodes.Expr] = []
        for child in node.nodes:
            said = self._said(child)
            spoken.extend([self.visit(child)] if said is None else said)
        node.nodes = spoken
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - Jinja's name
        said = self._said(node)
        if said is None:
            return self.generic_visit(node)
        return said[0] if len(said) == 1 else nodes.Concat(said, lineno=node.lineno)

    def _said(self, node: nodes.Node) -> list[nodes.Expr] | None:
        """What a call for constant words becomes; None for what is answered while the page is made."""
        if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
            return None
        if node.node.name == "term":
            return self._term(node)
        words = self._constants(node)
        if words is None:
            return None
        self._check_names(node, words)
        if node.node.name == "_n":
            return None
        *context, phrase = words
        text = self._speech.book.text(phrase, context[0] if context else None)
        return self._filled(node, text)

    def _filled(self, node: nodes.Call, text: str) -> list[nodes.Expr]:
        values = {keyword.key: self.visit(keyword.value) for keyword in node.kwargs}
        parts = pieces(text)
        if len(parts) == 1:
            return [nodes.Const(text, lineno=node.lineno)]
        return [
            values[part] if place % 2 else nodes.Const(part, lineno=node.lineno)
            for place, part in enumerate(parts)
            if part
        ]

    def _constants(self, node: nodes.Call) -> list[str] | None:
        """The constant words a call begins with, or None if they come from a variable."""
        called = cast(nodes.Name, node.node).name
        if called not in _LEADING:
            return None
        leading = node.args[: _LEADING[called]]
        words = [arg.value for arg in leading if isinstance(arg, nodes.Const) and isinstance(arg.value, str)]
        if len(words) == _LEADING[called] and len(node.args) == len(leading) + (called == "_n"):
            return words
        if called != "_" or len(node.args) != 1 or not isinstance(leading[0], _TRANSLATED_LATER):
            self._refuse(node, f"{called}() wants its words as plain text, or a variable that N_ has marked")
        return None

    def _check_names(self, node: nodes.Call, words: list[str]) -> None:
        called = cast(nodes.Name, node.node).name
        phrases = words[1:] if called == "_c" else words
        wanted = {name for phrase in phrases for name in names(phrase)} - ({"n"} if called == "_n" else set())
        given = {keyword.key for keyword in node.kwargs}
        if wanted != given or node.dyn_kwargs is not None:
            self._refuse(node, f"«{phrases[0]}» wants {sorted(wanted)}, is given {sorted(given)}")

    def _term(self, node: nodes.Call) -> list[nodes.Expr] | None:
        if len(node.args) != 1 or not isinstance(node.args[0], nodes.Const):
            return None
        word = node.args[0].value
        if word not in terms.term_keys():
            self._refuse(node, f"«{word}» is not in translations/terms.toml")
        if not is_norwegian(self._speech.locale):
            return None
        return [nodes.Const(terms.term(self._speech.locale, word), lineno=node.lineno)]

    def _refuse(self, node: nodes.Node, why: str) -> NoReturn:
        raise TemplateSyntaxError(why, node.lineno, self._template, self._template)
