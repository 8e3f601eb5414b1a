"""Om BTI: how the help works, and who is who. For everybody, without logging in."""

from typing import Any

from flask import Blueprint

from parentapp.views.guarding import public
from parentapp.views.rendering import render

bp = Blueprint("about", __name__)

# Who is who, by the domain's words, and the drawing of each.
WHO = (
    ("stafettholder", "baton"),
    ("helsesykepleier", "health"),
    ("skole", "school"),
    ("barnehage", "kindergarten"),
    ("PPT", "ppt"),
    ("barnevern", "childwelfare"),
    ("BUP", "hospital"),
    ("fastlege", "person"),
    ("tolk", "talk"),
)


@bp.get("/about-bti")
@public
def show() -> Any:
    return render("about/show.html", who=WHO)
