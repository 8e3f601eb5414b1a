"""The invented municipality of Fjordvik, built through the domain functions. Only for the demo and for tests."""

from parentapp.demo.build import build
from parentapp.demo.logins import DemoLogin, enter, logins
from parentapp.demo.people import PASSWORD
from parentapp.demo.stage import Stage

__all__ = ["PASSWORD", "DemoLogin", "Stage", "build", "enter", "logins"]
