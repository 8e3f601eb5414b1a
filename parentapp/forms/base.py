"""What all forms share: the key of one press, texts that are safe to keep, errors a person can act on."""

import re
import unicodedata
from typing import Any
from uuid import UUID

from flask_wtf import FlaskForm
from wtforms import Field, HiddenField, SelectField, StringField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError

from parentapp.i18n import N_

LONGEST_TEXT = 4000  # characters
# Direction overrides turn text around invisibly; isolates and marks that writing needs are kept.
OVERRIDES = re.compile("[\u202a-\u202e]")


class Form(FlaskForm):
    """One form. Forged requests are refused for the whole app in views.guarding, not per form."""

    class Meta:
        csrf = False

    press = HiddenField()

    def press_key(self) -> UUID | None:
        """The key of this press. None (no protection against double presses) only when a page left it out."""
        try:
            return UUID(self.press.data or "")
        except ValueError:
            return None


def clean(text: str | None) -> str:
    """The text as we keep it: one form of each letter, plain line ends, no invisible turns, no space around."""
    plain = unicodedata.normalize("NFC", (text or "").replace("\r\n", "\n").replace("\r", "\n"))
    return OVERRIDES.sub("", plain).strip()


class Readable:
    """A text people can read: something in it, not too long, no control characters."""

    def __init__(self, longest: int, missing: str, too_long: str) -> None:
        self.longest = longest
        self.missing = missing
        self.too_long = too_long

    def __call__(self, form: Any, field: Field) -> None:
        text = field.data or ""
        if not any(unicodedata.category(letter)[0] not in "ZC" for letter in text):
            raise ValidationError(self.missing)
        if len(text) > self.longest:
            raise ValidationError(self.too_long)
        if any(unicodedata.category(letter) in ("Cc", "Cs") and letter != "\n" and letter != "\t" for letter in text):
            raise ValidationError(N_("Teksten har tegn vi ikke kan lese. Skriv den på nytt."))


def text_field(
    label: str, missing: str, *, longest: int = LONGEST_TEXT, too_long: str = N_("Teksten er for lang.")
) -> StringField:
    """A text a person writes."""
    return StringField(label, filters=[clean], validators=[Readable(longest, missing, too_long)])


def choice_field(label: str, choices: list[tuple[str, str]], wrong: str, **options: Any) -> SelectField:
    """One of a few. `wrong` is said when something else is sent."""

    def known(form: Any, field: Field) -> None:
        if (field.data or "") not in {value for value, _ in choices}:
            raise ValidationError(wrong)

    shown = [SelectChoice(value, said) for value, said in choices]
    return SelectField(label, choices=shown, validate_choice=False, validators=[known], **options)
