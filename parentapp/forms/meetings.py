"""Meetings: when, where, what for, whom to ask and why; whether one comes; what to speak of; «helst ikke»."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from urllib.parse import urlsplit
from uuid import UUID

from flask import request
from wtforms import BooleanField, DateField, Field, StringField, TimeField
from wtforms.validators import ValidationError

from parentapp import clock
from parentapp.enums import Coming
from parentapp.forms.base import Form, Readable, choice_field, clean, text_field
from parentapp.forms.plan import DayField
from parentapp.i18n import N_

PURPOSE, POINT, REASON, PLACE, LINK = 200, 300, 300, 200, 500  # characters, at most
FURTHEST, LONGEST = timedelta(days=365), timedelta(hours=12)
MOST_INVITED = 40
KEY = re.compile(r"([0-9a-f]{32})(?:_([0-9a-f]{32}))?")
TOO_LONG = N_("Teksten er for lang.")
GUEST = "guest"


class ClockField(TimeField):
    """A time of day, as a browser sends it."""

    def process_formdata(self, valuelist: list[str]) -> None:
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(N_("Velg et klokkeslett.")) from None


def _chosen(form: object, field: ClockField) -> None:
    if field.data is None and not field.errors:
        raise ValidationError(N_("Velg et klokkeslett."))


def _short(longest: int, label: str) -> StringField:
    """A line that may be left out."""
    readable = Readable(longest, "", TOO_LONG)

    def if_written(form: object, field: StringField) -> None:
        if field.data:
            readable(form, field)

    return StringField(label, filters=[lambda text: clean(text, longest)], validators=[if_written])


class TimeForm(Form):
    """When a meeting is, in Oslo, and where. `starts` and `ends` hold once it is valid."""

    day = DayField(N_("Dag"))
    begins = ClockField(N_("Fra klokka"), validators=[_chosen])
    stops = ClockField(N_("Til klokka"), validators=[_chosen])
    place = _short(PLACE, N_("Sted"))
    link = _short(LINK, N_("Lenke til videomøte"))

    @property
    def starts(self) -> datetime | None:
        return self._instant(self.begins)

    @property
    def ends(self) -> datetime | None:
        return self._instant(self.stops)

    def _instant(self, at: ClockField) -> datetime | None:
        day, hour = self.day.data, at.data
        if not isinstance(day, date) or not isinstance(hour, time) or abs(day - clock.today()) > FURTHEST:
            return None
        return clock.oslo_instant(day, hour)

    def _check_there(self, field: ClockField, instant: datetime | None) -> None:
        """Where the clocks are put forward, an hour of the night is not there."""
        if field.data is not None and self.day.data is not None and instant is None and not self.day.errors:
            raise ValidationError(N_("Klokka stilles den natta. Dette klokkeslettet finnes ikke."))

    def validate_day(self, field: DateField) -> None:
        if field.data is None:
            if not field.errors:
                raise ValidationError(N_("Velg en dag."))
            return
        if field.data < clock.today():
            raise ValidationError(N_("Dagen har vært. Velg en dag som kommer."))
        if field.data >= clock.today() + FURTHEST:
            raise ValidationError(N_("Dagen er for langt fram. Velg en dag i løpet av et år."))

    def validate_begins(self, field: ClockField) -> None:
        """It must be there on that day, and still to come."""
        self._check_there(field, self.starts)
        if self.starts is not None and self.day.data == clock.today() and self.starts <= clock.now():
            raise ValidationError(N_("Klokkeslettet har vært. Velg et som kommer."))

    def validate_stops(self, field: ClockField) -> None:
        self._check_there(field, self.ends)
        if self.starts is None or self.ends is None:
            return
        if self.ends <= self.starts:
            raise ValidationError(N_("Møtet må slutte etter at det har begynt."))
        if self.ends - self.starts > LONGEST:
            raise ValidationError(N_("Møtet kan ikke vare mer enn tolv timer."))

    def validate_link(self, field: StringField) -> None:
        if field.data and not _is_https(field.data):
            raise ValidationError(N_("Dette er ikke en trygg lenke. Lim inn hele adressen til videomøtet."))


def _is_https(link: str) -> bool:
    try:
        parts = urlsplit(link)
        plain = parts.scheme == "https" and parts.hostname and parts.username is None
        return bool(plain) and parts.port != 0 and not any(letter.isspace() for letter in link)
    except ValueError:
        return False


class CallForm(TimeForm):
    """Calling a meeting. Whom to ask are pairs of fields, `who_<key>` and `why_<key>`: see `asking`."""

    text = text_field(N_("Hva handler møtet om?"), N_("Skriv hva møtet handler om."), longest=PURPOSE)

    @classmethod
    def asking(cls, keys: list[str]) -> "type[CallForm]":
        """The form with a pair of fields for each of these keys."""
        pairs: dict[str, Field] = {f"who_{key}": BooleanField() for key in keys}
        pairs |= {f"why_{key}": _why(key) for key in keys}
        return type("CallFormAsking", (cls,), pairs)

    def invited(self) -> Iterator[tuple[UUID, UUID | None, str]]:
        """The accounts that were ticked, for professionals the unit, and why."""
        for name, field in self._fields.items():
            who = _key(name.removeprefix("who_")) if name.startswith("who_") and field.data else None
            if who:
                yield *who, self._fields[name.replace("who_", "why_", 1)].data or ""


def _why(key: str) -> StringField:
    """Why somebody is needed. Of the family that may go without saying."""

    def said(form: Form, field: StringField) -> None:
        if "_" in key and form[f"who_{key}"].data and not field.data:
            raise ValidationError(N_("Skriv hvorfor."))

    field = _short(REASON, N_("Hvorfor?"))
    field.kwargs["validators"].append(said)
    return field


def _key(key: str) -> tuple[UUID, UUID | None] | None:
    """The account, and for a professional the unit, of a key; None for what is no key."""
    found = KEY.fullmatch(key)
    return (UUID(found[1]), UUID(found[2]) if found[2] else None) if found else None


def asked_keys() -> list[str]:
    """The keys of those that the sent form speaks of; not more than anybody would ask."""
    names = (name.removeprefix("why_") for name in request.form if name.startswith("why_"))
    return [name for name in names if KEY.fullmatch(name)][:MOST_INVITED]


class InviteForm(Form):
    """One more: somebody around the child, or a guest by user name."""

    who = StringField(N_("Hvem vil du invitere?"))
    username = _short(100, N_("Brukernavn"))
    reason = text_field(N_("Hvorfor?"), N_("Skriv hvorfor."), longest=REASON)

    @property
    def guest(self) -> bool:
        return bool(self.who.data == GUEST)

    def chosen(self) -> tuple[UUID, UUID | None] | None:
        """The account, and for a professional the unit; None for a guest, and for what names nobody."""
        return _key(self.who.data or "")

    def validate_who(self, field: StringField) -> None:
        if not self.guest and self.chosen() is None:
            raise ValidationError(N_("Velg hvem du vil invitere."))

    def validate_username(self, field: StringField) -> None:
        if self.guest and not field.data:
            raise ValidationError(N_("Skriv brukernavnet."))


class ComingForm(Form):
    """Whether one comes."""

    coming = choice_field(N_("Kommer du?"), [(each.value, each.value) for each in Coming], N_("Velg om du kommer."))

    def said(self) -> Coming:
        return Coming(self.coming.data)


class PointForm(Form):
    """Something to be spoken of."""

    text = text_field(N_("Hva vil du snakke om?"), N_("Skriv hva du vil snakke om."), longest=POINT)


class RatherNotForm(Form):
    """«Helst ikke»: the words may be left out."""

    text = _short(1000, N_("Vil du si hvorfor?"))


class RatherNotAnswerForm(Form):
    """What the contact person says to it."""

    text = text_field(N_("Svaret ditt"), N_("Skriv et svar."), longest=1000)


class NothingForm(Form):
    """Only the press of a button."""
