"""The conditions of `access` about a child in care, each opened or taken away. See `openings`."""

from typing import Any

from parentapp.access import asked, consent, names
from parentapp.access.asked import Caring
from parentapp.access.consent import Decision
from parentapp.access.sight import Sight
from parentapp.access.signers import Family
from parentapp.access.visible import talk
from parentapp.clock import local_date
from tests.access.removals import Removal, cut_out, instead

Course = consent._Course


def conditions() -> list[Removal]:
    nobody: frozenset[Any] = frozenset()
    return [
        instead("the service that has care signs", Family, "caring", lambda self, day: nobody),
        instead("parents do not sign while a service has care", Family, "replaced", lambda self, day: nobody),
        instead("what parents said before care was known", Family, "unheard", _whatever_the_hour),
        instead("the adults who sign", Family, "adults", _guardians),
        instead("the silence of who is new", Course, "_is_new_and_silent", lambda self, signer, day: False),
        cut_out("an answer from before one was new", Course, "_is_new_and_silent", " or answer.at < came"),
        instead("all say yes before it widens", Course, "_is_complete", lambda self, day: True),
        cut_out("a parent's no, once they sign again", Course, "_says_yes", " and not taken_back"),
        cut_out("a parent can take nothing back", Course, "carriers", " - self.family.replaced(day)"),
        instead("care counts from its registration", asked, "_caring", _from_the_day_that_is_said),
        instead("answered in the service's name", asked, "_decision", lambda who, unit, *rest: Decision(who, *rest)),
        cut_out("care of an adult", Sight, "care", "None if out else "),
        instead("as whom one answers", Sight, "signer", lambda self, log: self.actor.account_id),
        cut_out("answering for one's own service", Sight, "signer", " and care.id in self._units(log)"),
        instead("whom a question concerns", Sight, "concerns", lambda self, log, request: True),
        instead("the questions one may know of", Sight, "questions", lambda self, log: self.consents.requests),
        instead("the questions that one is told of", talk, "questions_of", _all_of_them),
        instead("who answers for a service", Sight, "answering", _whoever_works),
        instead("which service has asked", names, "may_tell_asking", lambda *_: True),
    ]


def _guardians(self: Family, day: Any) -> frozenset[Any]:
    return frozenset(each.id for each in self.guardians if each.signs_on(day))


def _whatever_the_hour(self: Family, at: Any) -> frozenset[Any]:
    return self.replaced(local_date(at))


def _from_the_day_that_is_said(unit: Any, since: Any, until: Any, at: Any, name: str, service: Any) -> Caring:
    return Caring(id=unit, since=since, until=until, name=name, service=service)


def _all_of_them(sight: Sight) -> list[Any]:
    return [each.id for each in sight.consents.requests]


def _whoever_works(self: Sight, log: Any, signers: frozenset[Any]) -> frozenset[Any]:
    return signers | {each.account_id for each in self.around if each.unit_id}
