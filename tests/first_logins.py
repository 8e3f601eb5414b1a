"""A young person who comes of age for an own login after the log was opened: Sofia, who turns fifteen today."""

from dataclasses import replace

from parentapp.access.ages import OWN_SAY
from parentapp.domain import own_login
from parentapp.models import Stafettlogg, Subject
from tests.cast import Cast


def fifteen(cast: Cast) -> Cast:
    """She has no login yet."""
    born = cast.today.replace(year=cast.today.year - OWN_SAY)
    Subject.update(born=born).where(Subject.id == Stafettlogg.get_by_id(cast.logs["sofia"]).subject_id).execute()
    return cast


def with_slip(cast: Cast) -> Cast:
    """Kari has given her one, which she has not used."""
    (slip,) = own_login.give(fifteen(cast).actor("kari"), cast.logs["sofia"], "nb")
    return replace(cast, accounts={**cast.accounts, "sofia": slip.login.account_id})


OF_FIRST_LOGINS = {"fifteen": fifteen, "with_slip": with_slip}
