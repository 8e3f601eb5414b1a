"""Sends whatever it is given as one person after another, and holds each answer against the promise."""

import gzip
import html
import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import brotli
import zstandard
from werkzeug.test import TestResponse

from parentapp import crypto, i18n
from parentapp.domain import care, closing, consents, families, freezing, meetings, minutes, versions
from parentapp.enums import Answer
from parentapp.forms.base import clean
from parentapp.models import Account, Guardian, Meeting, Participation, ProposedGuardian
from tests import cast as casting
from tests.access.asking import FIELDS, employments, proposals, rows_of
from tests.access.states import put
from tests.browsing import Browser
from tests.cast import Cast
from tests.individual_plans import planned
from tests.meeting_states import of_meetings
from tests.owning import own
from tests.proofs.apps import bare_app
from tests.proofs.filled import CALL, CLOSING_SAID, HANDOVER, MINUTES, NEW_LOG, NOBODY, PLANS, REGISTERED, WISHES
from tests.proofs.filled import Form as Form
from tests.proofs.hostile import WITH_FILES, Fields, encoded, with_files
from tests.wishing import wish

OURS = re.compile(r"Traceback|File \"|peewee|psycopg|sqlite3|werkzeug|jinja2|parentapp\.")
REFUSED = {400, 403, 404, 405, 409, 411, 413, 415, 422, 429}
FORM = "application/x-www-form-urlencoded"


TEXTS = (
    Form("kari", "/logs/{sofia}/notes", {"text": "Ringte.", "health": "y", "adult": ""}),
    Form("kari", "/logs/{sofia}/concerns", {"text": "Sover hun?", "adult": ""}),
    Form(
        "yusuf",
        "/logs/{amina}/lysglimt",
        {"text": "Hun lo.", "feeling": "glad", "audience": "log", "described": "Et smil.", "picture": "GIF89a"},
    ),
    Form("yusuf", "/conversations/{talk}/messages", {"text": "Hei.", "after": ""}),
    Form("daud", "/translations/{task}", {"text": "Amina waxay seexataa.", "version": "0", "finished": "y"}),
    Form("yusuf", "/meetings/{meeting}/agenda", {"text": "Søvn."}),
    Form("kari", "/logs/{sofia}/meetings/new", CALL),
    Form("kari", "/consents/{ppt}/registering", {"text": "Tolk: Halyna.", "signer": NOBODY} | REGISTERED),
    Form("kari", "/consents/{unheard}/heard", FIELDS["registering.hear"]),
    Form("kari", "/logs/{sofia}/sharing/ask", {"unit": NOBODY} | FIELDS["questions.ask"]),
    Form("yusuf", "/meetings/{meeting}/statement", {"text": "Søvn.", "telling": "show", "face": ""}),
    Form("kari", "/meetings/{gym}/heard", {"text": "Keeper."}),
    Form("kari", "/meetings/{held}/minutes", MINUTES),
    Form("oksana", "/meetings/{undecided}/times/none", FIELDS["before_meetings.wish"]),
    Form("oksana", "/meetings/{gym}/support", FIELDS["before_meetings.bring"]),
    Form("per.aas", "/meetings/{gym}/contribution", FIELDS["before_meetings.contribute"]),
    Form("oksana", "/logs/{sofia}/contact-request", {"text": "Vi misforstår hverandre."}),
    Form("anne.strand", "/contact-requests/{contact}/answer", {"text": "Jeg ringer.", "contact_request": NOBODY}),
    Form("anne.strand", "/unit/batons/{marta}", {"username": "tor", "text": "Tor kan ta over.", "decided": "y"}),
    Form("oksana", "/meetings/{over}/minutes/comments", {"text": "Keeper."}),
    Form("lina", "/logs/{noor}/freeze", {"text": "Et forbud.", "warned": "nobody"}),
    Form("siri", "/logs/{jonas}/freeze/{freeze}/confirm", {"text": "Fortsatt."}),
    Form("kari", "/logs/{sofia}/closing", {"text": "Nå går det godt."}),
    Form("silje", "/logs/{elias}/reopening", {"text": "Igjen.", "child_view": "Ja.", "born": "2017-01-20"}),
    Form("kari", "/closings/{proposed_closing}/registering", {"text": "Tolk.", "signer": NOBODY} | CLOSING_SAID),
    Form("kari", "/logs/{sofia}/handover/new", HANDOVER),
    Form("kari", "/logs/{sofia}/people/guardians/new", FIELDS["people.add_guardian"]),
    Form("kari", "/logs/{sofia}/people/guardians/with-login", FIELDS["people.add_with_login"]),
    Form("kari", "/logs/new", NEW_LOG),
    Form("kari", "/logs/{sofia}/people/guardians/on-paper", FIELDS["people.add_on_paper"]),
    Form("kari", "/logs/{sofia}/people/guardians/{guardian}/end", {"text": "Dom."}),
    Form("lina", "/logs/{mikkel}/people/proposed/{proposed}/confirm", {"text": "Har lest dommen."}),
    Form("lina", "/logs/{amina}/people/care/{waiting}/confirm", FIELDS["people.confirm_care"]),
    Form("kari", "/logs/{sofia}/people/care", {"unit": NOBODY} | FIELDS["people.care"]),
    Form("oksana", "/logs/{sofia}/people/network/new", FIELDS["network.propose"]),
    Form("kari", "/logs/{sofia}/people/blocks", FIELDS["network.blocked"]),
    Form("lina", "/logs/{mikkel}/people/blocks/{paper}/paper", FIELDS["network.paper"]),
    Form("gro", "/logs/{ella}/handover/{handover}/check", {"text": "Bra."}),
    Form("kari", "/logs/{sofia}/level", {"level": "3", "text": "PPT er med."}),
    Form("per.aas", "/entries/{note}/files", {"caption_1": "Rapport.", "file_1": "%PDF-1.7", "caption_2": "Bilde."}),
    Form("yusuf", "/entries/{measure}/versions", {"text": "Vi var der."}),
    Form("per.aas", "/versions/{beside}/answer", {"text": "Jeg tok feil.", "version": NOBODY}),
    Form("yusuf", "/logs/{amina}/search", {"text": "søvn", "before": ""}),
    *WISHES,
)
CHOICES = (
    Form("per.haugen", "/log-wishes/{wish}/taken-back", {}),
    Form("siri", "/logs/{jonas}/freeze/{freeze}/end", {}),
    Form("oksana", "/logs/{sofia}/people/network/{proposal}/answer", {"answer": "no"}),
    Form("oksana", "/logs/{sofia}/people/network/{proposal}/take-back", {}),
    Form("amina", "/logs/{amina}/people/network/persons/{gro}/stay", {"answer": "yes"}),
    Form("kari", "/logs/{sofia}/people/network/{proposal}/check", {}),
    Form("anne.strand", "/unit/checks/{sofia}/{proposal}", {}),
    Form("kari", "/logs/{sofia}/people/network/persons/{erik}/remove", {}),
    *PLANS,
    Form("kari", "/closings/{closing}/agree", {}),
    Form("kari", "/closings/{closing}/stop", {}),
    Form("marta", "/logs/{marta}/birth", FIELDS["births.show"]),
    Form("kari", "/meetings/{gym}/interpreters", {"who": "x.y"}),
    Form("oksana", "/interpreters/{interpreter}/answer", {"answer": "yes"}),
    Form("halyna", "/interpreting/{interpreter}/declare", {"answer": "clear"}),
    Form("kari", "/interpreters/{interpreter}/extend", {}),
    Form("berit", "/logs/{ella}/handover/{handover}/withdraw", {}),
    Form("yusuf", "/logs/{ella}/handover/{handover}/accept", {}),
    Form("gro", "/logs/{ella}/handover/{handover}/decline", {}),
    Form("anne.strand", "/unit/batons/{ella}/{handover}/withdraw", {}),
    Form("jonas", "/logs/{jonas}/my-guardians/{helga}", {"answer": "let_in", "length": "12"}),
    Form("kari", "/logs/{sofia}/people/helpers/new", {"who": "x.y"}),
    Form("kari", "/logs/{sofia}/people/helpers/{helper}/end", {}),
    Form("per.aas", "/logs/{mikkel}/people/proposed/{proposed}/take-back", {}),
    Form("kari", "/logs/{sofia}/people/care/end", {}),
    Form("kari", "/logs/{amina}/people/care/{waiting}/take-back", {}),
    Form("yusuf", "/conversations/{talk}/ready", {"ready": "call_me", "after": ""}),
    Form(
        "kari",
        "/texts/{measure}/translations",
        {"whom": "so.x", "until": "2026-03-20"},
    ),
    Form("yusuf", "/lysglimt/{glimpse}/heart", {"on": "1", "back": "/"}),
    Form("yusuf", "/consents/{request}/answer", {"answer": "later"}),
    Form("yusuf", "/consents/{request}/choose", {"kind": "plan", "length": "3"}),
    Form("yusuf", "/consents/{request}/stop-kind", {"kind": "plan"}),
    Form("fadumo", "/logs/{amina}/entries/{own}/own", {"unit": NOBODY}),
    Form("mona", "/settings/language", {"chosen": "nb", "back": "/"}),
    Form("yusuf", "/logs/{amina}/conversations", {}),
    Form("kari", "/desk/away", FIELDS["absences.go_away"]),
    Form("kari", "/logs/{sofia}/deputy", {"username": "randi"}),
    Form("mona", "/settings/password", FIELDS["settings.password"]),
    Form("mona", "/settings/end-others", {}),
    Form("yusuf", "/picture-questions/skip", {"back": "/"}),
    Form("mona", "/municipality/promise", {"days": "3"}),
    Form("mona", "/municipality/ages", FIELDS["municipality.ages"]),
    Form("mona", "/municipality/units/new", FIELDS["municipality.new_unit"]),
    Form("mona", "/municipality/units/{unit}/name", FIELDS["municipality.rename_unit"]),
    Form("mona", "/municipality/units/{unit}/staff", FIELDS["staff.employ"]),
    Form("mona", "/municipality/staff/{work}/end", FIELDS["staff.end"]),
    Form("mona", "/municipality/staff/{work}/lead", FIELDS["staff.lead"]),
    Form("mona", "/services/{unit}/words", FIELDS["services.describe"]),
    Form("mona", "/services/{unit}/checked", {}),
    Form("mona", "/municipality/interpreters", FIELDS["staff.register"]),
    Form("kari", "/meetings/{gym}/time", {name: CALL[name] for name in ("day", "begins", "stops", "place", "link")}),
    Form("kari", "/meetings/{gym}/invitations", {"who": "guest", "username": "tor", "reason": "For råd."}),
    Form("kari", "/meetings/{gym}/rather-nots/{said}", {"text": "Greit."}),
    Form("oksana", "/meetings/{gym}/invitations/{bjorn}/rather-not", {"text": "Helst ikke."}),
    Form("yusuf", "/meetings/{meeting}/coming", {"coming": "yes"}),
    Form("oksana", "/meetings/{undecided}/times", {"fits": "all.yes"}),
    Form("kari", "/meetings/times/{first}/chosen", {}),
    Form("oksana", "/meetings/support/{support}/left-out", {}),
    Form("yusuf", "/contact-requests/{contact}/taken-back", {}),
)
DOOR = Form(None, "/login", {"username": "oksana", "password": "feil", "next": "/"})


def _held(cast: Cast) -> UUID:
    """A meeting of Sofia's that has begun, without minutes."""
    starts = cast.now + timedelta(minutes=5)
    held = meetings.call(cast.actor("kari"), cast.logs["sofia"], "Gym.", starts, starts + timedelta(hours=3))
    Meeting.update(starts=cast.now - timedelta(minutes=5)).where(Meeting.id == held).execute()
    return held


def _over(cast: Cast) -> UUID:
    """Another, with minutes."""
    over = _held(cast)
    minutes.write(cast.actor("kari"), over, ["Vi er enige."])
    return over


def _care_of_amina(cast: Cast) -> UUID:
    """Registered, and waits for a second person."""
    kari, unit = cast.actor("kari"), cast.units["child_welfare"]
    return care.begin(kari, cast.logs["amina"], unit, since=kari.today, verified_how="Viste vedtaket.")


def _without_a_holder(cast: Cast) -> UUID:
    """Marta has taken back her yes to the contact person's service."""
    consents.answer(cast.actor("marta"), cast.requests["marta.health"], Answer.NO)
    return cast.logs["marta"]


def _ready(cast: Cast) -> Cast:
    """Something waits for an answer wherever it can; Ella has begun at school, and it is time to say how it went."""
    for state in ("judged", "let_in", "proposed", "turned"):
        put(cast, state)
    return put(put(cast, "unheard"), "changed")


def _names(cast: Cast) -> dict[str, UUID]:
    """What the addresses of the forms name."""
    return {
        **{name: cast.logs[name] for name in ("sofia", "amina", "ella", "mikkel", "elias", "noor", "jonas")},
        "marta": _without_a_holder(cast),
        "proposed": rows_of(cast, ProposedGuardian)["mikkel.silje"],
        "guardian": rows_of(cast, Guardian)["sofia.oksana"],
        "helper": rows_of(cast, Participation)["sofia.per.aas"],
        "handover": cast.handovers["ella.handover"],
        "proposal": proposals(cast)["sofia.oksana"],
        **{name: cast.accounts[name] for name in ("erik", "gro", "helga")},
        "paper": families.block(cast.actor("per.aas"), cast.logs["mikkel"], cast.accounts["hege"]),
        "closing": cast.closings["elias.closing"],
        "proposed_closing": closing.propose(cast.actor("kari"), cast.logs["amina"], "Nå går det godt."),
        "waiting": _care_of_amina(cast),
        "own": own(cast),
        "beside": versions.write(cast.actor("yusuf"), cast.entries["amina.note"], "Vi var der."),
        "freeze": freezing.press(cast.actor("tor"), cast.logs["jonas"], "Et forbud.", spoken=True),
        "talk": cast.conversations["amina.yusuf"],
        "glimpse": cast.entries["amina.lysglimt"],
        "note": cast.entries["sofia.note"],
        "request": cast.requests["amina.school"],
        "ppt": cast.requests["sofia.ppt"],
        "unheard": cast.requests["sofia.bup"],
        "task": cast.translations["amina.goal"],
        "measure": cast.entries["amina.measure"],
        "meeting": cast.meetings["amina.meeting"],
        "interpreter": cast.assignments["sofia.halyna"],
        "gym": cast.meetings["sofia.meeting"],
        **(of_meetings(cast) | planned(cast)),
        "held": _held(cast),
        "unit": cast.units["nav"],
        "work": employments(cast)["ola"],
        "over": _over(cast),
        "bjorn": cast.invitations["sofia.meeting.bjorn"],
        "said": cast.rather_nots["sofia.meeting.oksana"],
        "contact": cast.contact_requests["amina.yusuf"],
        "wish": wish(cast),
    }


class Asking:
    """Sends what it is given, as one person after another, and holds the answer against the promise."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.app = (cast := _ready(cast)), bare_app()
        self.names = _names(self.cast)
        people = {form.person for form in (*TEXTS, *CHOICES, DOOR)} | {"oksana"}
        self.browsers = {person: self._browser(person) for person in people}

    def _browser(self, person: str | None) -> Browser:
        return Browser(self.app, self.cast.accounts[person] if person else None)

    def send(self, form: Form, sent: Fields, **how: Any) -> TestResponse:
        browser = self.browsers[form.person]
        token = [("csrf_token", browser.token().encode())] if how.pop("mine", True) else []
        how.setdefault("content_type", FORM)
        return browser.client.post(self.where(form), data=encoded([*token, *sent]), **how)

    def send_as_files(self, form: Form, names: set[str]) -> TestResponse:
        """The form as it should be, but with these of its fields as files."""
        browser = self.browsers[form.person]
        every = {"csrf_token": browser.token(), "press": str(crypto.new_id()), "back": "/", **form.good}
        right = [(name, value.encode()) for name, value in every.items()]
        sent, files = ([pair for pair in right if (pair[0] in names) is is_file] for is_file in (False, True))
        return browser.client.post(self.where(form), data=with_files(sent, files), content_type=WITH_FILES)

    def send_as_json(self, form: Form, said: object) -> TestResponse:
        browser = self.browsers[form.person]
        return browser.client.post(self.where(form), json=said, headers={"X-CSRF-Token": browser.token()})

    def where(self, form: Form) -> str:
        return form.address.format(**self.names)

    def check(self, response: TestResponse, person: str | None) -> None:
        page = unpacked(response)
        assert response.status_code in REFUSED | {200, 204, 303, 308}, response.status_code
        assert not OURS.search(page), page[:2000]
        if "<html" in page and person is not None and response.status_code not in (303, 308):
            reads = i18n.choose(
                stored=Account.get_by_id(self.cast.accounts[person]).locale,
                cookie=None,
                accept_language=None,
                among=["nb", *casting.LANGUAGES.split()],
            )
            assert f'<html lang="{i18n.html_lang(reads)}" dir="{i18n.direction(reads)}"' in page
            assert response.status_code not in REFUSED or "<h1" in page, "it says what is wrong"

    def check_kept(self, response: TestResponse, sent: Fields) -> None:
        """Refused for what is in it, a form comes back with what was typed."""
        typed = next((value for name, value in sent if name in ("text", "username")), None)
        if response.status_code == 422 and typed is not None and is_text(typed):
            page = html.unescape(response.get_data(as_text=True)).replace("\r", "")
            as_kept, as_sent = clean(typed.decode()), clean(typed.decode(), longest=0)  # far too long: as it was sent
            assert as_kept in page or as_sent in page


def unpacked(response: TestResponse) -> str:
    """What the browser would read."""
    ways = {"gzip": gzip.decompress, "br": brotli.decompress, "zstd": zstandard.ZstdDecompressor().decompress}
    body = response.get_data()
    return ways.get(response.headers.get("Content-Encoding", ""), bytes)(body).decode() if body else ""


def is_text(typed: bytes) -> bool:
    try:
        return bool(typed.decode())
    except UnicodeDecodeError:
        return False
