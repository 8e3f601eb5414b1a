"""Meetings: when, where, what for, whom to ask and why; whether one comes; what to speak of; «helst ikke»."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from flask import request
from wtforms import BooleanField, Field, HiddenField, StringField
from wtforms.validators import ValidationError

from parentapp.enums import Coming
from parentapp.forms.base import Form, Readable, choice_field, clean, text_field
from parentapp.forms.plan import DayField
from parentapp.forms.slots import ClockField, Slot
from parentapp.i18n import N_

PURPOSE, POINT, REASON, PLACE, LINK = 200, 300, 300, 200, 500  # characters, at most
MOST_INVITED = 40
KEY = re.compile(r"([0-9a-f]{32})(?:_([0-9a-f]{32}))?")
TOO_LONG = N_("Teksten er for lang.")
GUEST, ALL = "guest", "all"
NAME, CONTRIBUTION = 100, 2000


def _short(longest: int, label: str) -> StringField:
    """A line that may be left out."""
    readable = Readable(longest, "", TOO_LONG)

    def if_written(form: object, field: StringField) -> None:
        if field.data:
            readable(form, field)

    return StringField(label, filters=[lambda text: clean(text, longest)], validators=[if_written])


class TimeForm(Form):
    """When a meeting is, in Oslo, and where."""

    day = DayField(N_("Dag"))
    begins = ClockField(N_("Fra klokka"))
    stops = ClockField(N_("Til klokka"))
    place = _short(PLACE, N_("Sted"))
    link = _short(LINK, N_("Lenke til videomøte"))

    @property
    def slot(self) -> Slot:
        return Slot(self.day, self.begins, self.stops)

    def validate(self, extra_validators: Any = None) -> bool:
        return all([super().validate(extra_validators), self.slot.is_whole()])

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
    """Calling a meeting; with a second or third time these are proposed. Whom to ask are pairs of fields, `who_<key>`
    and `why_<key>`: see `asking`.
    """

    text = text_field(N_("Hva handler møtet om?"), N_("Skriv hva møtet handler om."), longest=PURPOSE)
    who = HiddenField()  # where it says that nobody was chosen
    day_2, begins_2, stops_2 = DayField(N_("Dag")), ClockField(N_("Fra klokka")), ClockField(N_("Til klokka"))
    day_3, begins_3, stops_3 = DayField(N_("Dag")), ClockField(N_("Fra klokka")), ClockField(N_("Til klokka"))

    @property
    def others(self) -> tuple[Slot, Slot]:
        """The further times, which may be left empty."""
        return Slot(self.day_2, self.begins_2, self.stops_2), Slot(self.day_3, self.begins_3, self.stops_3)

    def proposed(self) -> list[tuple[datetime, datetime]]:
        """Those of them that were filled in, once the form is valid."""
        return [each.span for each in self.others if each.is_begun and each.span]

    def validate(self, extra_validators: Any = None) -> bool:
        for each in self.others:
            if not each.is_begun:
                each.forgive()
        sound = super().validate(extra_validators)
        return all([sound, *(each.is_whole() for each in self.others if each.is_begun), self._asks_somebody()])

    def _asks_somebody(self) -> bool:
        """Of those the page offered; where it offered nobody, a meeting can still be called."""
        offered = [name for name in self._fields if name.startswith("who_")]
        if offered and not any(self._fields[name].data for name in offered):
            self.who.errors = [N_("Velg minst én som skal være med.")]
            return False
        return True

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


class FitsForm(Form):
    """Whether a proposed time fits, or all of them: «<time>.yes», «all.no»."""

    fits = StringField()

    def said(self) -> tuple[UUID | None, bool] | None:
        """Which time (None: all), and whether it fits; None for what says neither."""
        which, _, word = (self.fits.data or "").partition(".")
        try:
            time = None if which == ALL else UUID(which)
        except ValueError:
            return None
        return (time, word == "yes") if word in ("yes", "no") else None

    def validate_fits(self, field: StringField) -> None:
        if self.said() is None:
            raise ValidationError(N_("Velg om tiden passer."))


class WishForm(Form):
    """When it would fit somebody whom none of the times fits."""

    text = text_field(N_("Når passer det for deg?"), N_("Skriv når det passer for deg."), longest=REASON)


class SupportForm(Form):
    """Whom somebody of the family brings."""

    text_name = text_field(N_("Navnet"), N_("Skriv navnet."), longest=NAME)
    text_who = text_field(N_("Hvem er det for dere?"), N_("Skriv hvem det er for dere."), longest=NAME)


class ContributionForm(Form):
    """What somebody sends to a meeting they do not come to."""

    text = text_field(N_("Hva vil du ha lest opp?"), N_("Skriv det du vil ha lest opp."), longest=CONTRIBUTION)
