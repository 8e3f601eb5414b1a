"""The conditions of `access` about answers that a professional registers, each opened or taken away. See `openings`."""

from uuid import UUID

from parentapp.access import asked, coming, names, rules, visible
from parentapp.access.actor import Actor
from parentapp.access.consent import Decision, Request
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight, look_around
from parentapp.access.visible import registering
from parentapp.clock import local_date
from parentapp.models import ConsentRequest, FirstLogin
from tests.access.removals import Removal, cut_out, instead

OLDER = " or any(late.given_on < each.day for each in theirs)"


def conditions() -> list[Removal]:
    return [
        instead("which questions answers may be registered to", registering, "open_questions", lambda _: _all()),
        cut_out("questions of that log", registering, "_of", "(r.log == log.id) & "),
        cut_out("questions that were not replaced", registering, "_of", " & r.replaced_at.is_null()"),
        cut_out("registered answers to questions one may know of", registering, "_of", " & told"),
        *_of_first_logins(),
        instead("whose log may be woken", rules, "wakes", lambda sight, log: True),
        cut_out("only a log that rests is woken", rules, "wakes", " and sight.rests(log)"),
        instead("which question wakes it", registering, "_about_log", lambda log: ConsentRequest.log == log.id),
        instead("a later answer beats a paper", asked, "overtaken", lambda *_: False),
        instead("only what counts", asked, "_counting", lambda said: said),
        cut_out("a yes of the same day is older", asked, "overtaken", "late.given_on in in_app or "),
        cut_out(
            "a paper of an earlier day is older",
            asked,
            "overtaken",
            " or any(late.given_on < each.day for each in theirs)",
        ),
        instead(
            "whose answer may be registered",
            Sight,
            "by_hand",
            lambda self, _: frozenset(a.account_id for a in self.around),
        ),
        instead("whether a service has care, by hand", Sight, "by_hand", _whoever_signs),
        instead("whoever would see a resting log, of a freeze", Sight, "asleep", lambda *_: ()),
        instead("whom a freeze keeps out", Sight, "is_out", lambda *_: False),
        instead("the units one is here through", Sight, "_units", _every_unit),
        instead("the day of a paper", Decision, "day", property(lambda self: local_date(self.at))),
        instead("a question one may register for", visible, "reach_open_question", _any_question),
        instead("the place of a protected child, to who registers", names, "may_tell_asked_place", lambda _: True),
    ]


def _of_first_logins() -> list[Removal]:
    """Who gives the young person a login, and whose slip is made anew."""
    theirs = "(f.log == each.log_id) & (f.account == each.account_id)"
    return [
        instead("who gives a login", rules, "gives_login", lambda sight, log: True),
        cut_out("a login only by whoever registers a yes", rules, "gives_login", "hears_a_yes(sight, log) and "),
        instead("whoever lacks a login", coming, "lacks_login", lambda sight, log: True),
        cut_out("nobody who has one", coming, "lacks_login", " or family.youth is not None"),
        cut_out("of an age for a login", coming, "lacks_login", "age_on(family.born, today) >= OWN_SAY", "True"),
        cut_out("a question that takes their yes", coming, "lacks_login", "family.young in ", "family.guardians and "),
        instead("whose first login one can make anew", registering, "first_logins", lambda _: FirstLogin.select()),
        cut_out("first logins of that log", registering, "first_logins", theirs, "f.account == each.account_id"),
        cut_out("first logins of who belongs", registering, "first_logins", "theirs & "),
        cut_out("first logins that nobody has used", registering, "first_logins", "a.password_at.is_null() & "),
        cut_out("first logins of accounts that are open", registering, "first_logins", " & a.disabled_at.is_null()"),
    ]


def _everybody(sight: Sight, _: object) -> object:
    return frozenset(each.account_id for each in sight.around)


def _whoever_signs(sight: Sight, request: Request) -> frozenset[UUID]:
    """While a service has care it does, and the parents do not."""
    family, today = sight.consents.families[request.log_id], sight.actor.today
    return family.adults(today) - family.caring(today)


def _every_unit(sight: Sight, log: LogFacts) -> frozenset[UUID | None]:
    return frozenset(grant.unit_id for grant in sight.consents.grants.get(log.id, ()))


def _any_question(actor: Actor, request_id: UUID) -> object:
    sight = look_around(actor, ConsentRequest, request_id)
    return sight, ConsentRequest.get_by_id(request_id)


def _all() -> object:
    return ConsentRequest.select()
