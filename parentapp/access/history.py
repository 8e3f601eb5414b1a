"""What was asked of a family, what was answered, and a consent in effect: of these `consent` works out the rest."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from parentapp.access.ages import AgeRow
from parentapp.clock import local_date
from parentapp.enums import Answer, Kind, ServiceKind


@dataclass(frozen=True)
class Decision:
    signer: UUID
    answer: Answer
    kinds: frozenset[Kind]
    until: date | None
    at: datetime
    given_on: date | None = None  # of one that a professional registered

    @property
    def day(self) -> date:
        """On which it was given."""
        return self.given_on or local_date(self.at)

    @property
    def is_yes(self) -> bool:
        """Whether the signer has said yes: also one that is only to run out."""
        return self.answer in (Answer.YES, Answer.RUNS_OUT)

    def says_yes(self, day: date) -> bool:
        """Whether it is a yes whose last day has not been."""
        return self.is_yes and self.until is not None and self.until >= day

    def is_longer_than(self, before: "Decision | None") -> bool:
        """Whether it is a yes for longer than what the same signer said before."""
        last = before.until if before and before.answer is Answer.YES else None
        return self.until is not None and (last is None or self.until > last)


@dataclass(frozen=True)
class Request:
    id: UUID
    log_id: UUID
    unit_id: UUID | None
    service: ServiceKind
    kinds: frozenset[Kind]
    asked_at: datetime
    unit_name: str | None = None
    child_heard_at: datetime | None = None
    replaced_at: datetime | None = None
    decisions: tuple[Decision, ...] = ()
    rows: tuple[AgeRow, ...] = ()


@dataclass(frozen=True)
class Grant:
    """A consent in effect: this unit may see these kinds of this log until and including that day."""

    request_id: UUID
    log_id: UUID
    unit_id: UUID | None
    kinds: frozenset[Kind]
    since: datetime
    until: date
