"""Who one can log in as in the demo: for the login page and for `parentapp demo-logins`."""

from dataclasses import dataclass

from parentapp.demo.people import FAMILIES, PASSWORD, PROFESSIONALS


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
