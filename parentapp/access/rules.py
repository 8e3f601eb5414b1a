"""The rules, each a question about an actor's sight and a log. `policy` says which answers which action."""

from parentapp.access import freezing
from parentapp.access.ages import ADULT, OWN_SAY, WISH_COUNTS, age_on, chooses_guardians, guardians_are_out
from parentapp.access.coming import lacks_login
from parentapp.access.facts import LogFacts
from parentapp.access.holding import needs_another
from parentapp.access.network import leader_checks
from parentapp.access.sight import Sight
from parentapp.enums import HEALTH_SERVICES, IMPARTIAL, VISITORS, Kind, Relation


def is_subject(sight: Sight, log: LogFacts) -> bool:
    return Relation.SUBJECT in sight.relations(log)


def has_own_say(sight: Sight, log: LogFacts) -> bool:
    """The young person from 15, or whoever decides alone: may keep something private, and sees guardians' reading."""
    old_enough = log.pregnant or age_on(log.born, sight.actor.today) >= OWN_SAY
    return is_subject(sight, log) and old_enough


def is_guardian(sight: Sight, log: LogFacts) -> bool:
    return Relation.GUARDIAN in sight.relations(log)


def chooses_whose_guardian(sight: Sight, log: LogFacts) -> bool:
    """The young person from 16, or who is pregnant: lets guardians in and go. From 18 there is none to choose."""
    today = sight.actor.today
    grown = guardians_are_out(log.born, today)
    return is_subject(sight, log) and chooses_guardians(log.born, log.pregnant, today) and not grown


def is_network_person(sight: Sight, log: LogFacts) -> bool:
    return Relation.NETWORK in sight.relations(log)


def decides_network(sight: Sight, log: LogFacts) -> bool:
    """Whose yes a network person takes: the young person with an own say, every guardian; not before the log's."""
    return (has_own_say(sight, log) or is_guardian(sight, log)) and not log.asked


def is_around_child(sight: Sight, log: LogFacts) -> bool:
    """The young person, a guardian or a network person, once the family has said yes to having the log."""
    family = is_subject(sight, log) or is_guardian(sight, log) or is_network_person(sight, log)
    return family and not log.asked


def sees_plan(sight: Sight, log: LogFacts) -> bool:
    """A professional whose service may see the plan."""
    return Kind.PLAN in sight.kinds(log)


def sees_lysglimt(sight: Sight, log: LogFacts) -> bool:
    """A professional whose service may see lysglimt."""
    return Kind.LYSGLIMT in sight.kinds(log)


def sees_about_me(sight: Sight, log: LogFacts) -> bool:
    """A professional whose service may see «Dette er meg»."""
    return Kind.ABOUT_ME in sight.kinds(log)


def sees_meetings(sight: Sight, log: LogFacts) -> bool:
    """A professional whose service may see meetings."""
    return Kind.MEETINGS in sight.kinds(log)


def leads_meetings(sight: Sight, log: LogFacts) -> bool:
    """The stafettholder, while their own service may see meetings."""
    return Relation.HOLDER in sight.relations(log) and sees_meetings(sight, log)


def plans_meetings(sight: Sight, log: LogFacts) -> bool:
    """The stafettholder or the deputy, while their own service may see meetings."""
    return bool(sight.relations(log) & {Relation.HOLDER, Relation.DEPUTY}) and sees_meetings(sight, log)


def knows_who_belongs(sight: Sight, log: LogFacts) -> bool:
    """The young person or a guardian, once the family has said yes to having the log."""
    return (is_subject(sight, log) or is_guardian(sight, log)) and not log.asked


def is_guest(sight: Sight, log: LogFacts) -> bool:
    """Invited to one meeting of the log, while the family's yes to the log itself runs."""
    return Relation.GUEST in sight.relations(log) and log.id in sight.consents.awake


def is_at_work(sight: Sight, log: LogFacts) -> bool:
    """A professional of the log, whatever their service may see, who is nothing to the child besides."""
    return freezing.is_at_work(sight.relations(log))


def freezes(sight: Sight, log: LogFacts) -> bool:
    """A professional who sees the plan, or is contact person or deputy; and nothing to the child besides.

    Where the log rests or is closed whoever would see it if it did not: neither taking back a yes nor closing must
    prevent or end a freeze. In a closed log contact person and deputy too, once all yeses have run out.
    """
    grants = sight.grants(log) or sight.asleep(log)
    plan = any(Kind.PLAN in grant.kinds for grant in grants)
    leads = bool(grants or log.closed) and bool(sight.relations(log) & {Relation.HOLDER, Relation.DEPUTY})
    return (plan or leads) and is_at_work(sight, log)


def hears_child(sight: Sight, log: LogFacts) -> bool:
    """A professional whose service may see meetings, where the child has no login to write with."""
    return sees_meetings(sight, log) and log.youth_id is None


def writes_for_child(sight: Sight, log: LogFacts) -> bool:
    """A guardian, or a professional whose service may see the plan, of a child who has no login to say it with. Nobody
    speaks for who is pregnant or grown.
    """
    a_child = log.youth_id is None and not log.pregnant and age_on(log.born, sight.actor.today) < ADULT
    return a_child and (is_guardian(sight, log) or sees_plan(sight, log))


def takes_part(sight: Sight, log: LogFacts) -> bool:
    """A professional whose service may see anything."""
    return bool(sight.grants(log))


def keeps_for_child(sight: Sight, log: LogFacts) -> bool:
    """Health staff who may see health information, while the child is old enough to be asked and has no own say yet."""
    services = {request.unit_id: request.service for request in sight.consents.requests}
    seeing = (grant.unit_id for grant in sight.grants(log) if Kind.HEALTH in grant.kinds)
    young = WISH_COUNTS <= age_on(log.born, sight.actor.today) < OWN_SAY
    return young and not log.pregnant and any(services.get(unit) in HEALTH_SERVICES for unit in seeing)


def holds_baton(sight: Sight, log: LogFacts) -> bool:
    """The stafettholder, while their own service's consent is in effect."""
    return Relation.HOLDER in sight.relations(log) and takes_part(sight, log)


def holds_and_knows_others(sight: Sight, log: LogFacts) -> bool:
    """The stafettholder, while their own service may see the plan and who else helps."""
    return Relation.HOLDER in sight.relations(log) and {Kind.PLAN, Kind.WHO_ELSE} <= sight.kinds(log)


def can_coordinate(sight: Sight, log: LogFacts) -> bool:
    """A professional whose service may see the plan and meetings, and who is nothing to the child besides."""
    return {Kind.PLAN, Kind.MEETINGS} <= sight.kinds(log) and is_at_work(sight, log)


def is_named_holder(sight: Sight, log: LogFacts) -> bool:
    """The stafettholder, whatever their service may see."""
    return Relation.HOLDER in sight.relations(log)


def is_successor(sight: Sight, log: LogFacts) -> bool:
    """Asked to take over the baton, of a log that is not closed; and not come to be one of the child's own since."""
    return Relation.SUCCESSOR in sight.relations(log) and not log.closed and not is_around_child(sight, log)


def interprets(sight: Sight, log: LogFacts) -> bool:
    """An interpreter of a meeting, who is impartial: nothing else to a log that is not closed."""
    relations = sight.relations(log)
    return Relation.INTERPRETER in relations and relations <= IMPARTIAL and not log.closed


def translates(sight: Sight, log: LogFacts) -> bool:
    """A translator of some text of it who does not belong to the log otherwise: one must be impartial."""
    relations = sight.relations(log)
    return Relation.TRANSLATOR in relations and relations <= VISITORS


def leads(sight: Sight, log: LogFacts) -> bool:
    """Leads the unit of the contact person, and is asked by somebody in the family for another one."""
    return Relation.LEADER in sight.relations(log)


def finds_holder(sight: Sight, log: LogFacts) -> bool:
    """Leads the unit of a contact person who cannot go on: they quit, are kept out, or their service lost its yes."""
    tied = any((tie.relation, tie.unit_id) == (Relation.LEADER, log.holder_unit_id) for tie in sight.ties.get(log, ()))
    return tied and needs_another(sight.consents, sight.around, log, sight.actor.now)


def checks_as_leader(sight: Sight, log: LogFacts) -> bool:
    """Leads the unit of a contact person who sees nothing while the log rests, and checks in their place."""
    tied = any((tie.relation, tie.unit_id) == (Relation.LEADER, log.holder_unit_id) for tie in sight.ties.get(log, ()))
    return tied and leader_checks(sight, log)


def opens_log(sight: Sight, log: LogFacts) -> bool:
    """Asked for the log, which the family has not answered yet."""
    return sight.opens(log)


def seconds(sight: Sight, log: LogFacts) -> bool:
    """A professional who can confirm what another registered: their service may see the plan; before the family has
    answered, a colleague in the unit that asks.
    """
    if not log.asked:
        return sees_plan(sight, log)
    helping = {Relation.HOLDER, Relation.DEPUTY, Relation.PARTICIPANT}
    return any(tie.relation in helping and tie.unit_id == log.holder_unit_id for tie in sight.ties.get(log, ()))


def confirms_paper(sight: Sight, log: LogFacts) -> bool:
    """A professional who can confirm what another registered, and is nothing to the child besides: nobody of the family
    learns who is kept out.
    """
    return seconds(sight, log) and is_at_work(sight, log)


def confirms_care(sight: Sight, log: LogFacts) -> bool:
    """Any professional of an open log, or one that waits: which of them are asked, `visible.care_waiting` says."""
    return is_at_work(sight, log) and not log.closed


def answers_in_care(sight: Sight, log: LogFacts) -> bool:
    """A professional of the service that has care of the child, which is asked in place of the parents."""
    return not sight.is_family(log) and bool(sight.questions(log))


def hears_a_no(sight: Sight, log: LogFacts) -> bool:
    """A professional, and not one of the family: may register that somebody says no or takes back a yes."""
    return not sight.is_family(log) and (takes_part(sight, log) or opens_log(sight, log))


def hears_a_yes(sight: Sight, log: LogFacts) -> bool:
    """The stafettholder, or whoever asked for the log, and not one of the family: may register a yes."""
    return not sight.is_family(log) and (holds_baton(sight, log) or opens_log(sight, log))


def gives_login(sight: Sight, log: LogFacts) -> bool:
    """The same, where the young person has none and is of an age for one."""
    return hears_a_yes(sight, log) and lacks_login(sight, log)


def wakes(sight: Sight, log: LogFacts) -> bool:
    """The named stafettholder of a log that rests, who is nothing to the child besides: registers what is said about
    having the log, so that it can wake, and sees nothing of it.
    """
    return holds_unseen(sight, log) and sight.rests(log)


def signs(sight: Sight, log: LogFacts) -> bool:
    """Has a yes or a no that some request of this log needs today."""
    return sight.signs(log)


def closes(sight: Sight, log: LogFacts) -> bool:
    """Signs for the log itself today: it is closed when everybody who does has said yes. A service that has care
    knows nothing more of a closed one.
    """
    return sight.signer(log) in sight.closers(log) and (sight.is_family(log) or not log.closed)


def expects(sight: Sight, log: LogFacts) -> bool:
    """Whose pregnancy the log is about, once she has said yes to having it."""
    return log.pregnant and is_subject(sight, log) and not log.asked


def hears_of_birth(sight: Sight, log: LogFacts) -> bool:
    """The stafettholder of a pregnant woman's log, who is nothing to her besides: says it with her word."""
    return log.pregnant and holds_baton(sight, log) and is_at_work(sight, log)


def asks_reopening(sight: Sight, log: LogFacts) -> bool:
    """Whoever signs for the log in the family; and the named contact person, who may see nothing of it, and is nothing
    to the child besides.
    """
    return holds_unseen(sight, log) or (sight.is_family(log) and closes(sight, log))


def holds_unseen(sight: Sight, log: LogFacts) -> bool:
    """The named contact person, who may see nothing of it, and is nothing to the child besides."""
    return is_named_holder(sight, log) and is_at_work(sight, log) and not log.asked


def answers_reopening(sight: Sight, log: LogFacts) -> bool:
    """Is asked today whether a closed log is to be opened again."""
    request = sight.reopening(log)
    return request is not None and sight.concerns(log, request)


def signs_in_family(sight: Sight, log: LogFacts) -> bool:
    """Signs as one of the family, not for a service that has care."""
    return sight.is_family(log) and signs(sight, log)
