"""Who asks: a frozen snapshot, made once a request, first parameter of every domain function."""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from parentapp.clock import local_date


@dataclass(frozen=True)
class Actor:
    account_id: UUID
    now: datetime
    locale: str = "nb"
    session_id: UUID | None = None
    # What was typed in the form that this is an answer to; nothing, where they were warned of it and stand by it.
    wrote: tuple[str, ...] = field(default=(), repr=False, compare=False)

    @cached_property
    def today(self) -> date:
        """The date in Oslo."""
        return local_date(self.now)


@dataclass(frozen=True)
class SystemActor:
    """The worker and the commands. Named, and let into nothing but what takes it by type."""

    name: str
    now: datetime
