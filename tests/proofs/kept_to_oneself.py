"""What is for one or two: a young person's own, an adult's own matters. The others near must not notice."""

from collections.abc import Callable

from parentapp.demo.drawings import drawn
from parentapp.domain import attached, attaching, log, lysglimt, own_matters, pictures, revising, versions
from parentapp.enums import Audience
from tests.cast import Cast
from tests.files import files_of, hung
from tests.owning import own


def only_me(cast: Cast) -> None:
    """With a picture, which she looks at and takes home."""
    amina, how = cast.actor("amina"), {"picture": drawn("kite"), "described": "Dragen min"}
    said = "Bare jeg vet hvor fint det var."
    entry = lysglimt.post(amina, cast.logs["amina"], said, audience=Audience.SELF, **how)
    for small in (True, False):
        pictures.picture(amina, entry, small=small)


def my_contact(cast: Cast) -> None:
    glimpse = lysglimt.post(cast.actor("amina"), cast.logs["amina"], "Du hadde rett, Kari.", audience=Audience.CONTACT)
    lysglimt.heart(cast.actor("kari"), glimpse, on=True)


def a_draft_about_an_adult(cast: Cast) -> None:
    """Kari writes about Fadumo, twice, and in other words; Fadumo reads it, and shows it to nobody."""
    entry, fadumo = own(cast), cast.actor("fadumo")
    log.add_concern(cast.actor("kari"), cast.logs["amina"], "Mor sover lite.", about=fadumo.account_id)
    revising.change_text(cast.actor("kari"), entry, "Mor har gjeld.")
    own_matters.page(fadumo, entry)


def about_an_adult(cast: Cast) -> None:
    """Fadumo lets the school read it."""
    entry = own(cast)
    own_matters.page(cast.actor("fadumo"), entry)
    own_matters.choose(cast.actor("fadumo"), entry, [cast.units["school"]])


def more_files(cast: Cast) -> None:
    """On the note that Amina keeps from her father; she takes one of them home."""
    attaching.add(cast.actor("kari"), cast.entries["amina.hidden"], [hung("Kvitteringen"), hung("Bildet")])
    attached.take(cast.actor("fadumo"), files_of(cast)["amina.hidden"])


def seen_otherwise(cast: Cast) -> None:
    """Amina writes how she saw what is kept from her father; Kari answers, and Fadumo looks."""
    amina, hidden = cast.actor("amina"), cast.entries["amina.hidden"]
    versions.answer(cast.actor("kari"), versions.write(amina, hidden, "Jeg sov den natta."), "Så bra.")
    versions.page(cast.actor("fadumo"), hidden)


def seen_otherwise_by_a_parent(cast: Cast) -> None:
    """Oksana writes beside Erik's lysglimt, and Kari answers in her own name."""
    glimpse = cast.entries["sofia.lysglimt"]
    version = versions.write(cast.actor("oksana"), glimpse, "Hun var ikke glad den dagen.")
    versions.answer(cast.actor("kari"), version, "Takk for at du sier det.")


def seen_otherwise_of_oneself(cast: Cast) -> None:
    """Fadumo writes how she sees what Kari wrote about her, and Kari answers."""
    entry = own(cast)
    version = versions.write(cast.actor("fadumo"), entry, "Jeg har ikke gjeld lenger.")
    versions.answer(cast.actor("kari"), version, "Da retter jeg det.")
    versions.page(cast.actor("fadumo"), entry)


SEEN_OTHERWISE: dict[str, tuple[str, frozenset[str], Callable[[Cast], None]]] = {
    "seen otherwise": ("amina", frozenset({"yusuf"}), seen_otherwise),
    "seen otherwise by a parent": ("sofia", frozenset({"erik", "bjorn", "helga"}), seen_otherwise_by_a_parent),
    "seen otherwise of oneself": ("amina", frozenset({"amina", "yusuf", "lina", "per.aas"}), seen_otherwise_of_oneself),
}
