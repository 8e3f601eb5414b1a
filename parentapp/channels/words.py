"""The only words that leave the app: they name no child, service, person, place or topic."""

from parentapp.i18n import N_, speak

# NOTE: sent outside the app, where others may see it; it must tell nothing
SOMETHING_NEW = N_("Du har noe nytt i Min stafett.")


def neutral(locale: str) -> str:
    """The sentence in that language."""
    t = speak(locale)
    return t(SOMETHING_NEW)
