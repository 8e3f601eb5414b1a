"""The bar at the bottom of each page: the one place that says what stands in it for whom. Nobody gets a dead end."""

from dataclasses import dataclass

from flask import request, url_for

from parentapp.domain.accounts import LoggedIn
from parentapp.enums import SessionKind
from parentapp.i18n import N_
from parentapp.views.guarding import logged_in

MORE = ("settings", "consents", "answers", "seen", "notices")
ALSO_MORE = ("meetings.mine", "log_wishes.ask")
OFFICE = ("municipality", "staff")
WORK = ("translations", "interpreting")
AT_DESK = ("home", "desk", "absences")
UNIT = (
    "unit.show",
    "contact_requests.received",
    "contact_requests.answer",
    "batons.index",
    "batons.ask",
    "checks.index",
    "checks.check",
    "log_wishes.received",
    "log_wishes.hand",
    "log_wishes.answer",
)


@dataclass(frozen=True)
class Tab:
    """`words` are a phrase. `sort`: «add» is the round one, «talk» shows when something is new."""

    address: str
    icon: str
    words: str
    here: bool
    sort: str = ""

    @property
    def drawing(self) -> str:
        """Filled where one is, if there is such a drawing."""
        return f"{self.icon}-fill" if self.here and self.icon in ("house", "log", "chat") else self.icon


def tabs() -> list[Tab]:
    """Of the one who is logged in."""
    session, area = logged_in(), (request.endpoint or "").partition(".")[0]
    if session is None or session.owes_password:  # every one of them would lead to the same page
        return []
    if session.kind is SessionKind.INTERPRETER:
        first = [Tab(url_for("translations.tasks"), "document", N_("Oppdrag"), area in WORK)]
    elif session.administers:
        first = [Tab(url_for("municipality.index"), "people", N_("Kommunen"), area in OFFICE)]
    else:
        first = [_start(session, area), *(_logs(session, area) if session.in_logs else [])]
    more = area in MORE or request.endpoint in ALSO_MORE or (session.in_logs and request.endpoint in UNIT)
    return [*first, Tab(url_for("settings.more"), "more", N_("Mer"), more)]


def _start(session: LoggedIn, area: str) -> Tab:
    if session.leads and not session.in_logs:
        return Tab("/", "house", N_("Enheten"), area in AT_DESK or request.endpoint in UNIT)
    handed = request.endpoint == "log_wishes.handed"
    return Tab("/", "house", N_("Pulten") if session.works else N_("Hjem"), area in AT_DESK or handed)


def _logs(session: LoggedIn, area: str) -> list[Tab]:
    talk = Tab(url_for("conversations.index"), "chat", N_("Meldinger"), area == "conversations", sort="talk")
    return [
        Tab(url_for("log.any"), "log", N_("Logger") if session.works else N_("Logg"), area == "log"),
        Tab(url_for("lysglimt.new"), "plus", N_("Nytt lysglimt"), here=False, sort="add"),
        *([talk] if session.talks else []),
    ]
