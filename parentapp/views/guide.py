"""The action guide: what to do at each level, and forms to print. For everybody: it holds nothing about anybody.

A family reads no level as a number: only whoever works in a unit is shown it.
"""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, redirect, url_for

from parentapp.domain import help_now
from parentapp.enums import Level
from parentapp.errors import Hidden
from parentapp.i18n import LANGUAGES, N_
from parentapp.paper import NoPaper
from parentapp.phrases import STEPS
from parentapp.views.asked import asked_word
from parentapp.views.files import kept_file
from parentapp.views.guarding import logged_in, public
from parentapp.views.rendering import languages, part_in, render

bp = Blueprint("guide", __name__, url_prefix="/guide")

NAME = "skjema.pdf"


@dataclass(frozen=True)
class Sheet:
    """A form to print. `shared`: a parent reads it too, so it is made in their language beside bokmål."""

    title: str
    hint: str
    drawing: str
    levels: tuple[Level, ...]  # where it is of use
    shared: bool = True

    @property
    def read_in(self) -> list[str]:
        """The languages that stand beside bokmål, by their codes."""
        return [each.code for each in languages() if each.code != "nb"] if self.shared else []


EARLY, TOGETHER = (Level.WONDERING, Level.OWN_SERVICE), tuple(Level)[1:]
SHEETS = {
    "wondering-note": Sheet(
        N_("Undringsnotat"), N_("Skriv ned det du har sett og hørt."), "why", (Level.WONDERING,), shared=False
    ),
    "first-talk": Sheet(N_("Undringssamtale"), N_("Den første samtalen med foreldrene."), "talk", EARLY),
    "observation": Sheet(N_("Observasjon"), N_("Se etter, uten å tolke."), "eye", EARLY, shared=False),
    "agenda": Sheet(N_("Det vi skal snakke om"), N_("Saksliste til møtet."), "calendar", TOGETHER),
    "role": Sheet(
        N_("Slik er det å være kontaktperson"), N_("Stafettholderens oppgaver, og stedfortrederens."), "baton", TOGETHER
    ),
}


@bp.get("")
@public
def index() -> Any:
    return render("guide/index.html", sheets=SHEETS, help=help_now.numbers(), staff=_is_staff())


@bp.get("/<step>")
@public
def level(step: str) -> Any:
    """What one level means, who does what, and what comes next."""
    found = next((each for each, name in STEPS.items() if name == step), None)
    if found is None:
        raise Hidden
    sheets = {name: each for name, each in SHEETS.items() if found in each.levels}
    return render("guide/level.html", level=found, sheets=sheets, staff=_is_staff())


@bp.get("/forms/<form>")
@public
def sheet(form: str) -> Any:
    """A form to read and to print from here."""
    found, done = _sheet(form), asked_word("done", ("no-paper",))
    return render("guide/sheet.html", name=form, sheet=found, done=done, read_in=LANGUAGES)


@bp.get("/forms/<form>/paper/<locale>")
def paper(form: str, locale: str) -> Any:
    """The form on paper, in bokmål and beside it in that language. Only with a login: a PDF takes time to make."""
    found = _sheet(form)
    codes = dict.fromkeys(["nb", locale if locale in found.read_in else "nb"])
    parts = [part_in(code, "guide/_sheet.html", name=form, sheet=found, language=LANGUAGES[code]) for code in codes]
    try:
        return kept_file(render("parts/paper.html", parts=parts), NAME, "receipt", "twin", "sheet")
    except NoPaper:
        return redirect(url_for(".sheet", form=form, done="no-paper"), 303)


def _sheet(form: str) -> Sheet:
    """Raises Hidden."""
    if form not in SHEETS:
        raise Hidden
    return SHEETS[form]


def _is_staff() -> bool:
    here = logged_in()
    return here is not None and here.works
