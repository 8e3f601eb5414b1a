"""What a young person writes for nobody, or for one: the others near must not notice."""

from parentapp.demo.drawings import drawn
from parentapp.domain import lysglimt, pictures
from parentapp.enums import Audience
from tests.cast import Cast


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
