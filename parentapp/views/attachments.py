"""Files on entries: hanging more on one's own, and taking one home."""

from typing import Any
from uuid import UUID

from flask import Blueprint, Response, redirect, request, url_for

from parentapp.documents import PDF
from parentapp.domain import attached, attaching
from parentapp.domain.attached import Chosen, NoRoom
from parentapp.forms.files import FilesForm, MoreFilesForm
from parentapp.views.asked import pressed
from parentapp.views.files import ALONE
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render
from parentapp.views.uploading import takes_files

bp = Blueprint("attachments", __name__)

NAMES = {PDF: "vedlegg.pdf"}  # else it is a picture
A_PICTURE = "bilde.jpg"


@bp.route("/entries/<uuid:entry_id>/files", methods=["GET", "POST"])
@takes_files
def add(entry_id: UUID) -> Any:
    """More files on what one wrote; the page then shows them. One that is refused leaves the words."""
    if request.method == "GET":
        page = attaching.to_add(actor(), entry_id)  # decided before anything kept is given
        done = bool(page.entry.files) and "done" in request.args
        return render("attachments/add.html", page=page, form=kept(MoreFilesForm), done=done)
    attaching.require_may(actor(), entry_id)
    form = MoreFilesForm()
    if not form.validate():
        return _again(entry_id, form)
    press = pressed(form, "files", entry_id.hex, *form.said_of_files())
    try:
        attaching.add(actor(), entry_id, chosen(form), press=press)
    except NoRoom as full:
        no_room(form, full)
        return _again(entry_id, form)
    return redirect(url_for(".add", entry_id=entry_id, done="files"), 303)


@bp.get("/files/<uuid:file_id>")
def take(file_id: UUID) -> Any:
    """To keep: always as a file, with a name that tells nothing."""
    taken = attached.take(actor(), file_id)
    response = Response(iter(taken.parts), mimetype=taken.media_type)  # streamed: packed already, and never joined
    response.content_length = sum(map(len, taken.parts))
    response.headers["Content-Disposition"] = f'attachment; filename="{NAMES.get(taken.media_type, A_PICTURE)}"'
    response.headers["Content-Security-Policy"] = ALONE
    return response


def chosen(form: FilesForm) -> list[Chosen]:
    """The files of a valid form, for the domain."""
    return [Chosen(document, caption) for document, caption in form.files()]


def no_room(form: FilesForm, full: NoRoom) -> None:
    """Say so at the file, so that the form comes back with its words."""
    form["file_1"].errors = [full.reason]


def _again(entry_id: UUID, form: MoreFilesForm) -> Any:
    return render("attachments/add.html", 422, page=attaching.to_add(actor(), entry_id), form=form)
