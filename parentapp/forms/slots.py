"""A time of a form: a day, from when and until when, in Oslo. A meeting's own, a proposed one, the next meeting's."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from wtforms import Field, TimeField

from parentapp import clock
from parentapp.i18n import N_

FURTHEST, LONGEST = timedelta(days=365), timedelta(hours=12)
NO_DAY, NO_CLOCK = N_("Velg en dag."), N_("Velg et klokkeslett.")
GONE, FAR = N_("Dagen har vært. Velg en dag som kommer."), N_("Dagen er for langt fram. Velg en dag i løpet av et år.")
JUST_GONE = N_("Klokkeslettet har vært. Velg et som kommer.")
NOT_THERE = N_("Klokka stilles den natta. Dette klokkeslettet finnes ikke.")
BACKWARDS = N_("Møtet må slutte etter at det har begynt.")
TOO_LONG = N_("Møtet kan ikke vare mer enn tolv timer.")


class ClockField(TimeField):
    """A time of day, as a browser sends it."""

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(NO_CLOCK) from None


@dataclass(frozen=True)
class Slot:
    """Its three fields. `starts` and `ends` hold once `is_whole` has said yes."""

    day: Field
    begins: Field
    stops: Field

    @property
    def fields(self) -> tuple[Field, Field, Field]:
        return self.day, self.begins, self.stops

    @property
    def is_begun(self) -> bool:
        """Whether anything of it was filled in."""
        return any(bool(each.data) or bool(each.raw_data and each.raw_data[0].strip()) for each in self.fields)

    @property
    def starts(self) -> datetime | None:
        return self._instant(self.begins)

    @property
    def ends(self) -> datetime | None:
        return self._instant(self.stops)

    @property
    def span(self) -> tuple[datetime, datetime] | None:
        """From and until, where both are there."""
        starts, ends = self.starts, self.ends
        return (starts, ends) if starts and ends else None

    def is_whole(self) -> bool:
        """Whether it can be the time of a meeting to come; else the fields get what to say."""
        for field, check in zip(self.fields, (self._of_day, self._of_begin, self._of_end), strict=True):
            said = "" if field.errors else check()
            if said:
                field.errors = [said]
        return not any(field.errors for field in self.fields)

    def forgive(self) -> None:
        """Nothing of it was filled in, so nothing is missing."""
        for field in self.fields:
            field.process_errors = []

    def _instant(self, at: Field) -> datetime | None:
        day, hour = self.day.data, at.data
        if not isinstance(day, date) or not isinstance(hour, time) or abs(day - clock.today()) > FURTHEST:
            return None
        return clock.oslo_instant(day, hour)

    def _of_day(self) -> str:
        if self.day.data is None:
            return NO_DAY
        if self.day.data < clock.today():
            return GONE
        return FAR if self.day.data >= clock.today() + FURTHEST else ""

    def _of_begin(self) -> str:
        """It must be there on that day, and still to come."""
        if self.begins.data is None:
            return NO_CLOCK
        gone = self.starts is not None and self.day.data == clock.today() and self.starts <= clock.now()
        return JUST_GONE if gone else self._missing(self.starts)

    def _of_end(self) -> str:
        if self.stops.data is None:
            return NO_CLOCK
        if self.starts is None or self.ends is None:
            return self._missing(self.ends)
        if self.ends <= self.starts:
            return BACKWARDS
        return TOO_LONG if self.ends - self.starts > LONGEST else ""

    def _missing(self, instant: datetime | None) -> str:
        """Where the clocks are put forward, an hour of the night is not there."""
        return NOT_THERE if instant is None and self.day.data is not None and not self.day.errors else ""
