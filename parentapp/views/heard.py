"""What a valid form of an answer on paper, or by word of mouth, says: for consents, closing, and opening again."""

from uuid import UUID

from parentapp.domain.registering import Told
from parentapp.enums import Answer, Kind, Way
from parentapp.forms.registering import READ_IN, SAID, WAYS, RegisterForm

LISTS = {"said": SAID, "ways": WAYS, "languages_read": READ_IN}  # that the form is drawn with


def told_of(form: RegisterForm, signer: UUID) -> Told:
    """Of a valid form; what it does not ask about is as if it were not chosen."""
    return Told(
        signer=signer,
        answer=Answer(form.answer.data),
        way=Way(form.way.data),
        day=form.day.data,
        language=form.language.data,
        how=form.text.data or None,
        kinds=frozenset[Kind]() if form.kind is None else form.kind.data or frozenset[Kind](),
        months=Told.months if form.length is None else int(form.length.data),
    )


def words_of(told: Told) -> tuple[str, ...]:
    """Everything that was said, for the press."""
    said = (told.signer.hex, told.answer.value, told.way.value, told.day.isoformat(), told.language, told.how or "")
    return (*said, str(told.months), *sorted(kind.value for kind in told.kinds))
