"""Opening a log, in two steps on one address: what the other step was told goes along, and nothing is kept before."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from flask import Blueprint, request, url_for

from parentapp.domain import log_wishes_answered, new_logs
from parentapp.domain.guardians import Relationship
from parentapp.domain.log_wishes import ANSWERED
from parentapp.domain.log_wishes_shown import Wish
from parentapp.domain.new_logs import About, NewLog, Signing, Who
from parentapp.domain.newcomers import Newcomer
from parentapp.domain.pressing import Press
from parentapp.errors import Conflict, Hidden, Unknown
from parentapp.forms.base import Form
from parentapp.forms.new_logs import KNOWN, NO_UNIT, PAPER, AskedForm, ChildForm, GuardianPart, LoginPart
from parentapp.i18n import N_, speak
from parentapp.views.asked import pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept_fields, render
from parentapp.views.slips import handed_over

bp = Blueprint("new_logs", __name__)

NEXT, SIGN, BACK = "next", "sign", "back"  # which button was pressed
OURS = {"csrf_token", "press", "back", "step"}
OWN, GUARDIANS = "own", ("first", "second")
# NOTE: said whatever stands in the way of this person: neither whether they are kept out, nor whether they are here
NOBODY = N_("Vi finner ingen med det brukernavnet som kan legges til.")
WHY = N_("Så vi kan hjelpe sammen, og dere kan lese og bestemme over alt som blir skrevet.")


@dataclass(frozen=True)
class Filled:
    """Both steps, as they were filled in so far."""

    child: ChildForm
    asked: AskedForm
    own: LoginPart
    guardians: tuple[GuardianPart, ...]
    sent: list[tuple[str, str]]  # every box of both, by its name
    wish: Wish | None = None  # what a family asked, that the log is to be opened from

    @property
    def said(self) -> tuple[str, ...]:
        return tuple(f"{name}={text}" for name, text in self.sent)

    def besides(self, *forms: Form) -> list[tuple[str, str]]:
        """What the boxes of the other step hold."""
        here = {field.name for form in forms for field in form}
        return [(name, text) for name, text in self.sent if name not in here]


@bp.route("/logs/new", methods=["GET", "POST"])
def new() -> Any:
    """First the child and what somebody has seen; then who answers, and the log is there and waits."""
    places = new_logs.begin(actor())
    filled, step = _filled(), request.form.get("step") or NEXT
    child = filled.child
    if filled.wish:
        places = [each for each in places if each.id == filled.wish.unit_id]
    if request.method == "GET" or step == BACK:
        return render("new_logs/child.html", filled=filled, form=child, places=places)
    understood = child.validate()
    if len(places) > 1 and child.unit.data == "":
        child.unit.errors, understood = [NO_UNIT], False
    if not understood:
        return render("new_logs/child.html", 422, filled=filled, form=child, places=places)
    about = About(child.name.data, _day(child), pregnant=child.pregnant, protected=child.protected.data)
    signing = new_logs.signing(actor(), child.unit_id, about)
    if step == NEXT:
        return _signing(filled, signing)
    if not _understood(filled, signing):
        return _signing(filled, signing, 422)
    return _open(filled, signing, about)


def _open(filled: Filled, signing: Signing, about: About) -> Any:
    press = pressed(filled.asked, "new log", *filled.said)
    try:
        log_id, slips = _opened(filled, signing, about, press)
    except Unknown as unknown:
        part = {OWN: filled.own, **dict(zip(GUARDIANS, filled.guardians, strict=True))}[unknown.box]
        part.username.errors = [NOBODY]
        return _signing(filled, signing, 422)
    return handed_over(slips, url_for("log.show", log_id=log_id, done="opened"), asked=True)


def _opened(filled: Filled, signing: Signing, about: About, press: Press | None) -> Any:
    child, asked = filled.child, filled.asked
    needed, today = signing.needed, actor().today
    signers = {
        box: (_who(part, part.name.data), _found(part, today))
        for box, part in zip(GUARDIANS, filled.guardians, strict=True)
        if needed.guardians and (part is filled.guardians[0] or not part.is_empty)
    }
    new = NewLog(
        about=about,
        unit=child.unit_id,
        concern=child.concern,
        areas=child.area.data or frozenset(),
        deputy=asked.deputy_id,
        guardians=signers,
        own=(OWN, _who(filled.own, about.name)) if needed.own else None,
        purpose=asked.why.data,
        child_view=asked.child_view.data or None,
        wish=filled.wish.id if filled.wish else None,
    )
    return new_logs.open_log(actor(), new, press=press)


def _who(part: LoginPart, name: str) -> Who:
    if part.way.data == KNOWN:
        return str(part.username.data)
    return name if part.way.data == PAPER else Newcomer(name, part.locale.data)


def _found(part: GuardianPart, today: date) -> Relationship:
    return Relationship(part.chosen(), part.reason.data, today, signs=True, on_paper=part.way.data == PAPER)


def _day(child: ChildForm) -> date:
    born: date = child.born.data
    return born


def _understood(filled: Filled, signing: Signing) -> bool:
    """All that is asked of this family, each with its own error."""
    asked, needed = filled.asked, signing.needed
    asked.hears_child = needed.heard
    first, *others = filled.guardians
    parts: list[Form] = [asked]
    parts += [filled.own] if needed.own else []
    parts += [first, *(each for each in others if not each.is_empty)] if needed.guardians else []
    wrong = [part for part in parts if not part.validate()]
    return not wrong


def _signing(filled: Filled, signing: Signing, status: int = 200) -> Any:
    if not filled.asked.why.raw_data:
        filled.asked.why.data = speak(actor().locale)(WHY)
    return render("new_logs/signing.html", status, filled=filled, signing=signing, form=filled.asked)


def _filled() -> Filled:
    fields = kept_fields() if request.method == "GET" else {}
    sent = list(fields.items()) if request.method == "GET" else list(request.form.items(multi=True))
    wish = _wish(fields)
    if wish and not fields and request.method == "GET":
        fields = {"name": wish.child, "text": wish.text}
        sent = [("wish", str(wish.id))]
    child = _form(ChildForm, fields)
    if wish:
        child.unit.data = str(wish.unit_id)
    return Filled(
        child=child,
        asked=_form(AskedForm, fields),
        own=_form(LoginPart, fields, OWN),
        guardians=tuple(_form(GuardianPart, fields, box) for box in GUARDIANS),
        sent=[(name, text) for name, text in sent if name not in OURS],
        wish=wish,
    )


def _wish(fields: dict[str, str]) -> Wish | None:
    """What a family asked, if it is opened from that. Raises Hidden; Conflict where they took it back."""
    said = request.values.get("wish") or fields.get("wish")
    if not said:
        return None
    try:
        wish = log_wishes_answered.to_open(actor(), UUID(said))
    except ValueError:
        raise Hidden from None
    if request.method == "GET" and not wish.waits:
        raise Conflict(ANSWERED)
    return wish


def _form(form: type[Any], fields: dict[str, str], box: str = "") -> Any:
    if request.method == "POST":
        return form(prefix=box)
    start = f"{box}-" if box else ""
    return form(formdata=None, data={name.removeprefix(start): text for name, text in fields.items()}, prefix=box)
