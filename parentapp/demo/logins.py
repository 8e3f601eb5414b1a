"""Who one can log in as in the demo: for the login page and for `parentapp demo-logins`."""

from dataclasses import dataclass

from parentapp.demo.people import FAMILIES, PASSWORD, PROFESSIONALS
from parentapp.domain import accounts


@dataclass(frozen=True)
class DemoLogin:
    """`role` and `situation` are phrases marked for translation."""

    username: str
    password: str
    name: str
    role: str
    locale: str
    situation: str
    portrait: int


def logins() -> list[DemoLogin]:
    """Everybody, families first."""
    return [
        DemoLogin(each.username, PASSWORD, each.name, each.role, each.locale, each.situation, each.portrait)
        for each in (*FAMILIES, *PROFESSIONALS)
    ]


def enter(username: str) -> str | None:
    """A new session as one of them, whatever password they have by now. Returns its token; None for nobody of them."""
    if username not in {each.username for each in logins()}:
        return None
    return accounts.enter_invented(username)
