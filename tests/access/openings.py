"""The conditions of `access` outside the policy, each opened: what would be shown, or counted, without it."""

from datetime import date
from typing import Any

from peewee import SQL

from parentapp.access import ages, audience, circle, consent, facts, names, policy, sight, signers, visible
from parentapp.access.ages import AgeRow
from parentapp.access.consent import Grant, Request
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.access.signers import Family
from parentapp.access.visible import talk, telling, timeline
from parentapp.enums import Kind
from parentapp.models import ConsentRequest, Entry, Notice
from tests.access import (
    openings_answering,
    openings_archive,
    openings_attending,
    openings_choosing,
    openings_closing,
    openings_files,
    openings_guide,
    openings_handing,
    openings_holding,
    openings_in_care,
    openings_in_time,
    openings_individual_plans,
    openings_leading,
    openings_mine,
    openings_network,
    openings_new_logs,
    openings_office,
    openings_own_matters,
    openings_people,
    openings_places,
    openings_previewing,
    openings_registering,
    openings_telling,
    openings_versions,
    openings_visiting,
    openings_wishing,
)
from tests.access.removals import Removal, cut_out, instead, together

ALWAYS = SQL("(1 = 1)")
Course = consent._Course


def conditions() -> list[Removal]:
    told = [*_belonging(), *_knowing(), *_consenting(), *_reading(), *_around_entries(), *_naming()]
    rooms = (
        *(openings_in_care, openings_in_time, openings_visiting, openings_office, openings_leading, openings_handing),
        *(openings_answering, openings_people, openings_registering, openings_previewing, openings_closing),
        *(openings_choosing, openings_holding, openings_network, openings_own_matters, openings_places),
        *(openings_telling, openings_guide, openings_new_logs, openings_files, openings_versions, openings_archive),
        *(openings_attending, openings_wishing, openings_individual_plans, openings_mine),
    )
    return [*told, *(removal for room in rooms for removal in room.conditions())]


def _belonging() -> list[Removal]:
    """Who belongs to a log, and until when."""
    employed, left = "& (works.since <= today)", "& (works.until.is_null() | (works.until >= today))"
    taking_part = " & (Participation.until.is_null() | (Participation.until > now))"
    return [
        instead("a block", facts, "_not_blocked", lambda me, tied: ALWAYS),
        instead("working in the unit", facts, "works_at", lambda *_: ALWAYS, here=True),
        instead("working in the unit, around the log", circle, "works_at", lambda *_: ALWAYS, here=True),
        cut_out("working there already", facts, "works_at", employed),
        cut_out("working there still", facts, "works_at", left),
        cut_out("taking part until an instant", facts, "_staff_arms", taking_part),
        cut_out("having opened counts until the answer", facts, "_staff_arms", " & s.opened_at.is_null()"),
        instead("guardians out at 18", facts, "guardians_are_out", lambda born, day: False, here=True),
        instead("guardians out at 18, around the log", circle, "guardians_are_out", lambda born, day: False, here=True),
        instead("a block, around the log", circle, "_let_in", lambda log, account: ALWAYS),
        cut_out(
            "no longer taking part, around the log", circle, "_circle_arms", "(p.until.is_null() | (p.until > now)) & "
        ),
        cut_out("no longer holding, around the log", circle, "_circle_arms", "h.until.is_null() & "),
        cut_out("guardians without a say", circle, "families", " and each.signs"),
    ]


def _knowing() -> list[Removal]:
    """Which logs somebody may know of, and through what."""
    asked, closed = property(lambda facts: False), property(lambda facts: False)
    return [
        instead("knowing that a log exists", Sight, "may_know", lambda self, log: True),
        instead("a log one may not know of", Sight, "log", Sight.visited),
        instead("only the opener sees what was asked", Sight, "opens", lambda self, log: True),
        instead("being family", Sight, "is_family", lambda self, log: True),
        instead("having a say", Sight, "signs", lambda self, log: True),
        instead("whose answer is asked for", Sight, "answerers", _everybody),
        instead("who can end it", Sight, "enders", lambda self, request: frozenset()),
        instead("the unit of a consent", Sight, "grants", lambda self, log: self.consents.grants.get(log.id, ())),
        instead("the kinds of a consent", Sight, "kinds", lambda self, log: frozenset(Kind)),
        instead(
            "which units are covered", Sight, "covered", lambda self, log: {each.holder_unit_id for each in self.ties}
        ),
        instead("deputies from covered units", policy, "may_send_deputy", lambda *_: True),
        instead("a deputy's unit", policy, "require_deputy_unit", lambda *_: None),
        instead("that a log was only asked for", LogFacts, "asked", asked),
        instead("that a log is closed", LogFacts, "closed", closed),
        cut_out("a log that rests", sight, "read_consents", " if log_id in awake"),
        instead("finding what one may know of", visible, "find", lambda sight, model, row_id: model.get_by_id(row_id)),
    ]


def _consenting() -> list[Removal]:
    """When a consent is in effect."""
    return [
        instead("consent", consent, "in_effect", _in_effect_always),
        instead("the youth signs", consent, "needed_signers", _guardians_only),
        instead("the child is heard", Course, "_child_was_heard", lambda self, day: True),
        instead("which children are heard", consent, "hears_child", lambda *_: False),
        instead("guardians sign from and until a day", signers.Signer, "signs_on", lambda self, day: True),
        instead("a yes ends in time", Course, "_stop_if_over", lambda self, day: None),
        instead("having said yes", Course, "_says_yes", lambda self, signer, day: signer in self.answers),
        instead("grace has an end", Course, "_in_grace", lambda self, day: True),
        instead("the youth's own yes", Course, "_youth_said_yes", lambda self: True),
        instead("whose yes carries it", Course, "_counted", _whoever_said_yes),
        instead("the common part", Course, "_common", lambda self, day, counted: (self.request.kinds, date.max)),
        instead("what shows nothing alone", consent, "shows_anything", lambda *_: True),
        cut_out("nothing left in common", Course, "_carry_on", "self.since = None", "pass"),
        cut_out("heard before it starts", Course, "_start_if_complete", " and self._child_was_heard(day)"),
        cut_out("what is said later", Course, "_events", " if e[0] <= now"),
        instead("days on which it changes by itself", Course, "_changing_days", lambda self: set()),
        cut_out("replaced by a new question", Course, "run", "replaced or "),
        instead("an age row that is newer", ages, "binding_row", _row_of_before),
        cut_out("an age row of a later day", ages, "row_for", " and row.valid_from <= day"),
        instead("birthdays on a leap day", ages, "birthday", _on_the_28th),
        instead("an age, for a consent", consent, "age_on", _this_year, here=True),
        instead("an age, for being out", ages, "age_on", _this_year, here=True),
        instead("an age, for what one reads", timeline, "age_on", _this_year, here=True),
        instead("an age, for who reads", audience, "age_on", _this_year, here=True),
    ]


def _reading() -> list[Removal]:
    """Which rows somebody may know of."""
    everything = {each: lambda sight, model=each: model.select() for each in (Entry, ConsentRequest, Notice)}
    health = "    if Kind.HEALTH not in kinds:\n        clause &= ~Entry.health\n"
    own = "(Notice.account == sight.actor.account_id) & "
    return [
        instead("the entries", timeline, "entries", everything[Entry]),
        instead("what may be read", timeline, "may_read", lambda sight: ALWAYS),
        instead("which log an entry is of", timeline, "_entry_clause", lambda *_: ALWAYS),
        instead("no way in, nothing to read", timeline, "any_of", _anything_without_a_way),
        instead("what is kept from a guardian", timeline, "_not_kept", lambda *_, **__: ALWAYS),
        cut_out("what hangs on what is kept", timeline, "hangs_on", ", above.in_(kept)"),
        cut_out("what hangs on that", timeline, "hangs_on", ", above.in_(of_kept)"),
        instead("what was meant for whom", timeline, "_meant_for", lambda sight: ALWAYS),
        instead("what was meant for the network", timeline, "_network_meant_for", lambda sight: ALWAYS),
        instead("the kinds ticked", timeline, "_ticked", lambda *_: ALWAYS),
        instead("what a service would see", timeline, "for_service", lambda kinds: ALWAYS),
        cut_out("health needs its own tick", timeline, "_ticked", health),
        instead("health is one's own from 16", timeline, "HEALTH_IS_ONES_OWN", 99),
        instead("who may talk", talk, "_may_talk", lambda sight, log: True),
        cut_out("a conversation's members", talk, "conversations", " & Conversation.id.in_(mine)"),
        cut_out("a conversation one has left", talk, "conversations", " & Member.left_at.is_null()"),
        instead("the family's questions", talk, "requests", everything[ConsentRequest]),
        cut_out("notices of one's own", telling, "notices", own),
        cut_out("what a notice tells of", telling, "notices", " & any_of(about, NOTHING)"),
        instead("messages one may read", telling, "_of_message", lambda sight: ALWAYS),
    ]


def _around_entries() -> list[Removal]:
    """Who reads, reckoned from the entry; and in both hands at once, where they would still agree."""
    handing = " | between"
    from_person = cut_out(
        "who handed over to whom", timeline, "_ticked", handing, f"{handing} | (Entry.id == Entry.id)"
    )
    from_entry = cut_out("who handed over to whom, from the entry", audience, "_covers", " and handed")
    return [
        from_person,
        from_entry,
        together("who handed over to whom, in both hands", from_person, from_entry),
        instead("who reads", audience, "readers", lambda written, log, people, grants, today: list(people)),
        instead("who reads, one by one", audience, "_reads", lambda *_: True),
        instead("who reads, from the entry", audience, "_meant_for", lambda person, written: True),
        instead("who reads health, from the entry", audience, "_kept_from", lambda *_: False),
        instead("which services read", audience, "covering", lambda written, grants: list(grants)),
        instead("which consents cover", audience, "_covers", lambda grant, written, reader=None: True),
        cut_out("health needs its own tick, from the entry", audience, "_covers", " and healthy"),
    ]


def _naming() -> list[Removal]:
    """Who is told by name."""
    return [
        instead("names of helpers", names, "may_name", lambda *_: True),
        cut_out("names to visitors", names, "may_name", "sight.relations(log) <= VISITORS and ", "not True and "),
        instead("whom one has asked oneself", names, "asked_oneself", lambda sight, rows: {r.account_id for r in rows}),
        instead("that a unit takes part", names, "may_tell_unit", lambda *_: True),
        instead("units that one knows", names, "_knows_unit", lambda *_: True),
        instead("who can still be written to", names, "in_reach", lambda *_: True),
        instead("places of a protected child", names, "may_tell_place", lambda *_: True),
    ]


def _in_effect_always(request: Request, family: Family, now: Any) -> Grant:
    ids = request.id, request.log_id, request.unit_id
    return Grant(*ids, request.kinds, request.asked_at, now.date().replace(year=now.year + 1))


def _everybody(sight: Sight, request: Request) -> frozenset[Any]:
    return frozenset(each.account_id for each in sight.around if each.log_id == request.log_id)


def _guardians_only(family: Family, row: AgeRow, day: date) -> frozenset[Any]:
    return frozenset(signer.id for signer in family.guardians if signer.signs_on(day))


def _whoever_said_yes(course: Any, day: date) -> frozenset[Any]:
    return frozenset(signer for signer in course.answers if course._says_yes(signer, day))


def _row_of_before(bound: AgeRow, now: AgeRow) -> AgeRow:
    return bound


def _this_year(born: date, day: date) -> int:
    """As if everybody's birthday were on New Year's Day."""
    return day.year - born.year


def _on_the_28th(born: date, years: int) -> date:
    return born.replace(year=born.year + years, day=28)


def _anything_without_a_way(clauses: list[Any], otherwise: Any) -> Any:
    whole = ALWAYS if not clauses else clauses[0]
    for clause in clauses[1:]:
        whole |= clause
    return whole


# What is not taken away, by the reason. Whoever adds a function to `access` adds it here or above.
LET_BE: dict[str, tuple[str, ...]] = {
    "of interpreters: see openings_visiting": openings_visiting.LET_BE,
    "of people: see openings_people": openings_people.LET_BE,
    "of what fits whom: see openings_attending": openings_attending.LET_BE,
    "of notices: see openings_telling": openings_telling.LET_BE,
    "of guardians: see openings_choosing": openings_choosing.LET_BE,
    "of how others saw it: see openings_versions": openings_versions.LET_BE,
    "of an adult's own matters: see openings_own_matters": openings_own_matters.LET_BE,
    "of leaders: see openings_leading": openings_leading.LET_BE,
    "of who finds a contact person: see openings_holding": openings_holding.LET_BE,
    "of what time does: see openings_in_time": openings_in_time.LET_BE,
    "reads, or gives what was read its shape; the conditions it asks for stand above": (
        *(
            "facts.ties",
            "facts.log_columns",
            "facts.LogFacts.frozen_until",
            "facts._tied_query",
            "facts._arm",
            "facts._family_arms",
            "facts.as_uuid",
        ),
        *("asked.asked", "asked._asked_query", "asked._request"),
        *("circle.circle", "circle._around_query", "circle._circle_arm", "circle._date"),
        *(
            *("visible.timeline._ways", "visible.handing._units", "sight.look"),
            "sight.look_around",
            "sight._look",
            "sight.Sight.relations",
            "sight.Sight._relations",
        ),
        *("visible.reach", "visible.reach_answer", "visible.seen.things_of", "visible.timeline.all_of"),
        *("policy._reading", "policy._writing"),
        *("consent._Course.__init__", "consent._Course.moments", "consent._Course._grant", "consent._Course._needed"),
        *("consent._midnight", "consent.needed_for", "signers.Family.young", "audience.Written.kind"),
    ),
    "another name for what stands above": (
        *("sight.Sight.logs", "sight.Sight._known"),  # may_know
        "consent.carried_by",  # answerers, _counted
    ),
    "finds a log among the actor's own ties, and what it shows there is asked for besides": ("sight.Sight.visited",),
    "says which tie is told of, or that a log rests; lets nobody in": ("sight.Sight.tie", "sight.Sight.rests"),
    "tells what the decisions were, to whoever was let in": (
        *("story.turns", "story.Closed.holds", "story._seen", "consent.moments"),
    ),
    "opens a name, for whoever was let in": ("facts.LogFacts.child", "circle.Belonging.name"),
    "shows or leaves out a button; `require` decides": ("policy.can",),
    "holds rows still among those who ask at once; the checks ask one after the other": (
        *("facts.lock", "facts.lock_log_of"),
    ),
    "a key for look-ups": ("facts.LogFacts.__hash__",),
    "says again what `_stop_if_over` and `needed_signers` say; without it nothing changes": (
        *("consent._Course._ran_before", "history.Decision.says_yes", "history.Decision.is_yes"),
    ),
}
