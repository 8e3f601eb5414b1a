"""What a screen is, for the lists of them."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.site import Site

Situation = Callable[[Site], None]


@dataclass(frozen=True)
class Screen:
    """`shows`: the endpoint, or `errors.<page>`. `reached`: what one does at the address to get to see it."""

    shows: str
    state: str
    person: str | None
    address: str
    status: int = 200
    after: Situation | None = None
    reached: Callable[[Page], None] | None = None
    broken: Callable[[pytest.MonkeyPatch, Any], None] | None = None

    @property
    def name(self) -> str:
        return f"{self.shows}: {self.state}"


def listed(screens: Sequence[Screen], each_time: Collection[Screen]) -> list[Any]:
    """The screens as parameters of a test: those that are not looked at each time, in the long proofs alone."""
    marks = [() if screen in each_time else pytest.mark.proofs for screen in screens]
    return [pytest.param(screen, marks=mark, id=screen.name) for screen, mark in zip(screens, marks, strict=True)]


SOFIA, AMINA, MIKKEL = "/logs/{logs[sofia]}", "/logs/{logs[amina]}", "/logs/{logs[mikkel]}"
# Files to keep, and what is not to be looked at alone.
KEPT = {"registering.paper_twin", "lysglimt.picture", "lysglimt.small_picture", "meetings.calendar", "answers.receipt"}
KEPT |= {"attachments.take", "archive.shared", "archive.private", "referral.paper"}
KEPT |= {"guide.paper", "my_data.paper", "my_data.for_programs"}
FILES = {"shell.manifest", "shell.service_worker", *KEPT}
