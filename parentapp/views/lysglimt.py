"""Lysglimt: the page to post one and look back on others, and the hearts."""

from typing import Any
from uuid import UUID

from flask import Blueprint, abort, redirect, request, url_for

from parentapp.domain import lysglimt, pictures
from parentapp.domain.shown import ShownEntry
from parentapp.enums import Audience
from parentapp.errors import Denied
from parentapp.forms.lysglimt import HeartForm, LysglimtForm
from parentapp.views.asked import asked_id, is_part, pressed
from parentapp.views.guarding import actor
from parentapp.views.local import local_path
from parentapp.views.picture_file import picture_file
from parentapp.views.rendering import kept, render
from parentapp.views.uploading import takes_files

bp = Blueprint("lysglimt", __name__)


@bp.get("/lysglimt")
def new() -> Any:
    """The form with the log's lysglimt below; a choice first, where there are several logs."""
    return _page(asked_id("log"), asked_id("before"))


@bp.post("/logs/<uuid:log_id>/lysglimt")
@takes_files
def post(log_id: UUID) -> Any:
    """Post one. Back to the page, where it then stands first."""
    form = LysglimtForm()
    if not form.validate():
        return _page(log_id, form=form)
    text, feeling, audience = form.text.data, form.chosen_feeling(), form.chosen_audience()
    picture, described = form.picture.data, form.described.data
    seen = (picture.sent, described) if picture else ()
    press = pressed(form, "lysglimt", log_id.hex, text, str(feeling), str(audience), *seen)
    more: dict[str, Any] = {"picture": picture, "described": described, "press": press}
    lysglimt.post(actor(), log_id, text, feeling=feeling, audience=audience, **more)
    return redirect(url_for(".new", log=log_id, done=_posted(audience)), 303)


@bp.get("/lysglimt/<uuid:entry_id>/picture")
def picture(entry_id: UUID) -> Any:
    """To keep."""
    return picture_file(pictures.picture(actor(), entry_id, small=False))


@bp.get("/lysglimt/<uuid:entry_id>/picture/small")
def small_picture(entry_id: UUID) -> Any:
    """As lists show it."""
    return picture_file(pictures.picture(actor(), entry_id, small=True))


@bp.post("/lysglimt/<uuid:entry_id>/heart")
def heart(entry_id: UUID) -> Any:
    """Give a heart or take it back: the card again, or back to where it stood."""
    form = HeartForm()
    if not form.validate():
        abort(400)
    entry = lysglimt.heart(actor(), entry_id, on=form.on.data == "1")
    back = local_path(request.form.get("back", "")).partition("#")[0]
    if is_part():
        return render("lysglimt/_card.html", entry=entry, back=back)
    return redirect(f"{back}#e-{entry.id}", 303)


def _page(log_id: UUID | None, before: UUID | None = None, form: LysglimtForm | None = None) -> Any:
    page = lysglimt.glimpses(actor(), log_id, before)
    if isinstance(page, lysglimt.Choice):
        return render("lysglimt/choose.html", places=page.places)
    if form is not None and not page.may_post:
        raise Denied
    back = url_for(".new", log=page.log.id)
    if is_part() and before:
        return render("lysglimt/_older.html", page=page, back=back)
    shown = form if form is not None else kept(LysglimtForm, back) if page.may_post else None
    return render(
        "lysglimt/new.html",
        422 if form is not None else 200,
        page=page,
        form=shown,
        back=back,
        before=before,
        done=_done(page.entries),
        own=page.log.youth_id == actor().account_id,
    )


def _posted(audience: Audience) -> str:
    return "kept" if audience is Audience.SELF else "lysglimt"


def _done(entries: list[ShownEntry]) -> str | None:
    """What the address says was posted, where the reader's newest is that: «bare du kan se det» must be true."""
    word = request.args.get("done")
    newest = next((_posted(entry.audience) for entry in entries if entry.author.me), None)
    return word if word == newest else None
