"""A sheet to take along: choosing what is on it, and the sheet."""

from datetime import date
from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import referral
from parentapp.domain.referral import Chosen
from parentapp.i18n import LANGUAGES
from parentapp.i18n.locales import SOURCE
from parentapp.paper import NoPaper
from parentapp.views.asked import asked_word
from parentapp.views.files import kept_file
from parentapp.views.guarding import actor
from parentapp.views.rendering import locale, part_in, render

bp = Blueprint("referral", __name__)

NOTHING, NO_PAPER = "nothing", "no-paper"
NAME = "ark.pdf"
MOST = 200  # goals that are looked at


@bp.get("/logs/<uuid:log_id>/referral")
def choose(log_id: UUID) -> Any:
    page = referral.to_choose(actor(), log_id)
    done = asked_word("done", (NOTHING, NO_PAPER))
    return render("referral/choose.html", page=page, done=done, chosen=_chosen(), norwegian=_norwegian())


@bp.get("/logs/<uuid:log_id>/referral/paper")
def paper(log_id: UUID) -> Any:
    """The sheet, in bokmål for whoever gets it, and after it in the language of the one who gives it."""
    page = referral.referral(actor(), log_id, _chosen())
    if page is None:
        asked = request.args.to_dict(flat=False) | {"done": NOTHING}
        return redirect(url_for(".choose", log_id=log_id, **_kept(asked)), 303)
    codes = [SOURCE] if _norwegian() else [SOURCE, locale()]
    parts = [
        part_in(code, "referral/_sheet.html", page=page, written_out=date.min, language=LANGUAGES[code])
        for code in codes
    ]
    try:
        return kept_file(render("referral/paper.html", parts=parts), NAME, "receipt", "archive")
    except NoPaper:
        return redirect(url_for(".choose", log_id=log_id, done=NO_PAPER), 303)


def _norwegian() -> bool:
    return locale() in ("nb", "nn")


def _kept(asked: dict[str, Any]) -> dict[str, Any]:
    """What was ticked besides goals, for the page that asks again."""
    return {name: asked[name] for name in ("words", "about_me", "done") if name in asked}


def _chosen() -> Chosen:
    """What was ticked; what is no id is no goal."""
    goals = {found for text in request.args.getlist("goal")[:MOST] if (found := _as_id(text))}
    return Chosen(frozenset(goals), words="words" in request.args, about_me="about_me" in request.args)


def _as_id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
