"""The screens of what is about an adult's own health, money or relationship; of words that tell a place; of files."""

from parentapp.domain import own_matters
from tests.browser import reaching as reach
from tests.browser.screen import AMINA, Screen
from tests.browser.site import Site
from tests.owning import own


def about_fadumo(site: Site) -> None:
    """Kari has written of her; nobody else reads it."""
    site.named["own"] = own(site.cast)


def read_by_the_school(site: Site) -> None:
    """And she lets the school read it."""
    about_fadumo(site)
    own_matters.choose(site.cast.actor("fadumo"), site.named["own"], [site.cast.units["school"]])


WHERE = AMINA + "/entries/{named[own]}/own"
OWN_MATTERS = [
    Screen("own_matters.show", "a draft", "fadumo", WHERE, after=about_fadumo),
    Screen("own_matters.show", "shared", "fadumo", WHERE + "?done=shared", after=read_by_the_school),
    Screen("log.show", "about an adult, its author", "kari", AMINA, after=about_fadumo),
    Screen("home.index", "something about oneself", "fadumo", "/", after=about_fadumo),
    Screen("errors.place", "a note", "lina", "/logs/{logs[noor]}/notes", 422, reached=reach.write_a_place),
]
