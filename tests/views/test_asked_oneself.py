"""Whom the contact person asked to a meeting themselves: seen and answered for, whatever else they are told of."""

from collections.abc import Callable

from parentapp.models import Invitation, RatherNot, Stafettlogg
from tests.browsing import Browser
from tests.cast import Cast

Client = Callable[[str | None], Browser]


def test_whoever_asked_a_guest_sees_them_and_answers_what_is_said_of_them(client: Client, cast: Cast) -> None:
    """Per's school is not told who else helps; but he asked Tor himself."""
    held_by = {"holder": cast.accounts["per.aas"], "holder_unit": cast.units["school"]}
    Stafettlogg.update(**held_by).where(Stafettlogg.id == cast.logs["amina"]).execute()
    page = f"/meetings/{cast.meetings['amina.meeting']}"
    client("per.aas").submit(f"{page}/invitations", who="guest", username="tor", reason="Kjenner klubben.")
    guest = Invitation.get(Invitation.account == cast.accounts["tor"])
    client("amina").submit(f"{page}/invitations/{guest.id}/rather-not", text="Helst ikke han.")
    said = RatherNot.get(RatherNot.invitation == guest.id)
    shown = client("per.aas").get(page).text
    for words in ("Tor Vik", "Helst ikke han.", f"/rather-nots/{said.id}"):
        assert words in shown, words
    client("per.aas").submit(f"{page}/rather-nots/{said.id}", text="Da lar vi ham bli hjemme.")
    assert "Da lar vi ham bli hjemme." in client("amina").get(page).text
