"""Minutes: one decision a line, and up to three measures with their goal, owner and day, all in one form."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from flask import request
from wtforms import BooleanField, Field, StringField
from wtforms.validators import ValidationError

from parentapp.enums import MeetingRole
from parentapp.forms.base import LONGEST_TEXT, Form, Readable, clean, text_field
from parentapp.forms.files import FilesForm
from parentapp.forms.meetings import MOST_INVITED, PURPOSE
from parentapp.forms.plan import LONGEST, DayField, owned_by
from parentapp.forms.slots import ClockField, Slot
from parentapp.i18n import N_

CAME = re.compile(r"[0-9a-f]{32}")
BULLET = re.compile(r"^[-–•*]\s+")  # as people begin the lines of a list
MISSING = N_("Skriv minst én ting dere ble enige om.")
TOO_LONG = N_("Teksten er for lang.")
LONGEST_COMMENT = 2000  # characters
COMMENT_TOO_LONG = N_("Teksten er for lang. Det er plass til 2000 tegn.")


@dataclass(frozen=True)
class Row:
    """A measure that was filled in."""

    number: int
    goal: UUID
    text: str
    owner: UUID
    owner_unit: UUID | None
    look_at: date


def _row() -> tuple[Field, Field, Field, Field]:
    return (
        StringField(N_("Hva skal vi gjøre?"), filters=[lambda text: clean(text, LONGEST)]),
        StringField(N_("Hvilket mål hører det til?")),
        StringField(N_("Hvem gjør det?")),
        DayField(N_("Når ser vi på det igjen?")),
    )


def lines_of(text: str | None) -> list[str]:
    """The decisions: each line with something in it, without what stands before it in a list."""
    stripped = (BULLET.sub("", line.strip()) for line in (text or "").split("\n"))
    return [line for line in stripped if line]


class WordsForm(Form):
    """Other words for the decisions."""

    text = text_field(N_("Hva ble dere enige om?"), MISSING)

    def decisions(self) -> list[str]:
        return lines_of(self.text.data)


class CommentForm(Form):
    """What somebody of the family sees differently."""

    text = text_field(
        N_("Hva så du annerledes?"),
        N_("Skriv hva du så annerledes."),
        longest=LONGEST_COMMENT,
        too_long=COMMENT_TOO_LONG,
    )


class AgreeForm(Form):
    """Only the press of a button."""


class MinutesForm(FilesForm):
    """Decisions, measures, or both; who came, and when one meets again. A measure of which nothing is filled in is not
    there. Those who can have come are fields `came_<key>`: see `of`.
    """

    text = StringField(N_("Hva ble dere enige om?"), filters=[clean])
    text_1, goal_1, owner_1, look_at_1 = _row()
    text_2, goal_2, owner_2, look_at_2 = _row()
    text_3, goal_3, owner_3, look_at_3 = _row()

    leads = StringField(N_("Hvem leder?"))
    writes = StringField(N_("Hvem skriver?"))
    keeps_time = StringField(N_("Hvem passer tida?"))
    minds_child = StringField(N_("Hvem passer på at barnet blir hørt?"))
    text_beside = StringField(N_("Kom noen andre? Skriv hvem"), filters=[lambda text: clean(text, LONGEST)])
    beside = StringField(N_("Hvem kom de sammen med?"))
    next_day = DayField(N_("Dag"))
    next_begins = ClockField(N_("Fra klokka"))
    next_stops = ClockField(N_("Til klokka"))
    text_next = StringField(N_("Hva skal det handle om?"), filters=[lambda text: clean(text, PURPOSE)])

    NUMBERS = (1, 2, 3)

    @classmethod
    def of(cls, keys: Collection[str]) -> "type[MinutesForm]":
        """The form with a field for each who can have come."""
        return type("MinutesFormOf", (cls,), {f"came_{key}": BooleanField() for key in keys})

    @property
    def next_slot(self) -> Slot:
        return Slot(self.next_day, self.next_begins, self.next_stops)

    @property
    def calls_next(self) -> bool:
        """Whether anything was said of a next meeting; what it is for stands there from the beginning."""
        return self.next_slot.is_begun

    def came(self) -> list[str]:
        """The keys of those who came."""
        named = (name for name, field in self._fields.items() if name.startswith("came_") and field.data)
        return [name.removeprefix("came_") for name in named]

    def roles_of(self, key: str) -> frozenset[MeetingRole]:
        """What was said that this one does."""
        return frozenset(role for role in MeetingRole if self[role.value].data == key)

    def beside_of(self, key: str) -> str:
        """Who came together with this one."""
        return (self.text_beside.data or "") if self.beside.data == key else ""

    def decisions(self) -> list[str]:
        return lines_of(self.text.data)

    def rows(self) -> Iterator[Row]:
        """The measures, once the form is valid."""
        for number in self._begun():
            text, goal, owner, look_at = self.fields_of(number)
            whose = owned_by(owner.data)
            if whose:
                yield Row(number, UUID(goal.data), text.data, *whose, look_at.data)

    def written(self) -> list[str]:
        """All that was typed into its boxes."""
        texts = [self.text.data, self.text_beside.data, *(self.fields_of(number)[0].data for number in self.NUMBERS)]
        return [text for text in texts if text]

    def fields_of(self, number: int) -> tuple[Field, Field, Field, Field]:
        """Words, goal, owner, day."""
        text, goal, owner, look_at = (self[f"{name}_{number}"] for name in ("text", "goal", "owner", "look_at"))
        return text, goal, owner, look_at

    def is_begun(self, number: int) -> bool:
        """Whether anything of that measure was filled in; a day alone stands there from the beginning."""
        text, goal, owner, _ = self.fields_of(number)
        return bool(text.data or goal.data or owner.data)

    def _begun(self) -> list[int]:
        return [number for number in self.NUMBERS if self.is_begun(number)]

    def validate(self, extra_validators: Any = None) -> bool:
        """Whatever is begun must be whole. What is not begun is not looked at."""
        for number in self.NUMBERS:
            if not self.is_begun(number):
                self[f"look_at_{number}"].process_errors = []
        if not self.calls_next:
            self.next_slot.forgive()
        sound = super().validate(extra_validators)
        measures = [_whole(self, number) for number in self._begun()]
        return all([sound, *measures, *self._of_those_who_came(), self._of_next()])

    def _of_those_who_came(self) -> Iterator[bool]:
        """Whoever does something there, or came with somebody, must have been there."""
        came = self.came()
        for field in (self[role.value] for role in MeetingRole):
            if field.data and field.data not in came:
                field.errors = [N_("Velg en av dem som kom.")]
                yield False
        if self.text_beside.data and self.beside.data not in came:
            self.beside.errors = [N_("Velg hvem de kom sammen med, blant dem som kom.")]
            yield False
        if self.text_beside.data:
            yield _fits(self.text_beside, Readable(LONGEST, N_("Skriv hvem som kom."), TOO_LONG), self)

    def _of_next(self) -> bool:
        if not self.calls_next:
            return True
        said = _fits(self.text_next, Readable(PURPOSE, N_("Skriv hva møtet handler om."), TOO_LONG), self)
        return all([self.next_slot.is_whole(), said])

    def validate_text(self, field: StringField) -> None:
        """Something must have been agreed: a decision, or a measure."""
        if field.data or not self._begun():
            Readable(LONGEST_TEXT, MISSING, TOO_LONG)(self, field)


def _whole(form: MinutesForm, number: int) -> bool:
    """Whether that measure says all it must; else the fields get what to say."""
    text, goal, owner, look_at = form.fields_of(number)
    _fits(text, Readable(LONGEST, N_("Skriv hva dere skal gjøre."), TOO_LONG), form)
    if not _is_id(goal.data):
        goal.errors = [N_("Velg hvilket mål tiltaket hører til.")]
    if owned_by(owner.data) is None:
        owner.errors = [N_("Velg hvem som gjør det.")]
    if look_at.data is None and not look_at.errors:
        look_at.errors = [N_("Velg en dag.")]
    return not any(field.errors for field in (text, goal, owner, look_at))


def _fits(field: Field, check: Readable, form: MinutesForm) -> bool:
    """Whether it can be read; else the field gets what to say."""
    try:
        check(form, field)
    except ValidationError as wrong:
        field.errors = [str(wrong)]
        return False
    return True


def _is_id(text: str | None) -> bool:
    try:
        return bool(UUID(text or ""))
    except ValueError:
        return False


def came_keys() -> list[str]:
    """The keys of those that the sent form speaks of; not more than anybody would ask."""
    names = (name.removeprefix("came_") for name in request.form if name.startswith("came_"))
    return [name for name in names if CAME.fullmatch(name)][:MOST_INVITED]
