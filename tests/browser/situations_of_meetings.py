"""What may have happened around a meeting, or the baton, before somebody opens a screen."""

from datetime import timedelta

from parentapp import clock
from parentapp.access.actor import SystemActor
from parentapp.domain import (
    assignments,
    commenting,
    contributions,
    handovers,
    interpreters,
    inviting,
    meetings,
    minutes,
    municipality,
    revising,
    statements,
    times,
    translating,
)
from parentapp.domain.handovers import Proposal
from parentapp.domain.minutes import Agreed
from parentapp.enums import Face, Relation, Telling
from parentapp.models import Entry, Meeting, Minutes
from tests import meeting_states
from tests.access.states import put
from tests.browser.site import Site


def interpreter_asked(site: Site) -> None:
    """Halyna, who interprets Arabic too, is asked to a meeting about Amina tomorrow, for Yusuf."""
    cast, kari = site.cast, site.cast.actor("kari")
    system, starts = SystemActor("test", site.now), site.now + timedelta(days=1)
    municipality.qualify(system, cast.accounts["halyna"], Relation.INTERPRETER, "ar", "godkjent tolk", "Tolk Vest")
    called = meetings.call(kari, cast.logs["amina"], "Hvordan går det?", starts, starts + timedelta(hours=1))
    site.named["asked"] = interpreters.ask(kari, called, cast.accounts["halyna"], cast.accounts["yusuf"])


def interpreter_reads(site: Site) -> None:
    """And everybody has said yes."""
    interpreter_asked(site)
    interpreters.declare(site.cast.actor("halyna"), site.named["asked"], clear=True)
    for person in ("amina", "fadumo", "yusuf"):
        interpreters.answer(site.cast.actor(person), site.named["asked"], yes=True)


def interpreter_ended(site: Site) -> None:
    interpreters.end(site.cast.actor("kari"), site.cast.assignments["sofia.halyna"])


def meeting_cancelled(site: Site) -> None:
    meetings.cancel(site.cast.actor("kari"), site.cast.meetings["sofia.meeting"])


def protected_meeting(site: Site) -> None:
    """A meeting about a child of whom no place is told."""
    lina, starts = site.cast.actor("lina"), site.now + timedelta(days=5)
    called = meetings.call(lina, site.cast.logs["noor"], "Rolige kvelder", starts, starts + timedelta(hours=1))
    site.named["noor.meeting"] = called


def helga_is_a_guest(site: Site) -> None:
    """Somebody in no log, who is asked to one meeting."""
    inviting.invite_guest(site.cast.actor("kari"), site.cast.meetings["sofia.meeting"], "helga", "Kjenner koret.")


def translated(site: Site) -> None:
    """Daud has translated a goal and a measure for Fadumo; then the goal got other words."""
    cast = site.cast
    asked, daud = {"locale": "so", "translator": cast.accounts["daud"]}, cast.actor("daud")
    until = cast.now.date() + timedelta(days=10)
    measure = translating.ask(cast.actor("kari"), cast.entries["amina.measure"], until=until, **asked)
    for task in (cast.translations["amina.goal"], measure):
        version = assignments.task(daud, task).source.version
        assignments.save(daud, task, "Amina hurdo fiican ayay heshaa.", version=version, finished=True)
    revising.change_text(cast.actor("kari"), cast.entries["amina.goal"], "Vi setter opp tiltak for søvnen i møtet.")


def stopped(site: Site) -> None:
    """Fadumo has stopped what was being translated for her."""
    translating.stop(site.cast.actor("fadumo"), site.cast.translations["amina.goal"])


def handed_over(site: Site) -> None:
    """Per has taken over Ella's as she began at school, and three weeks have gone."""
    put(site.cast, "changed")


def looked_at(site: Site) -> None:
    """And Gro has written how it went."""
    handed_over(site)
    handovers.check(site.cast.actor("gro"), site.cast.handovers["ella.handover"], "Hun går inn alene nå, og vinker.")


def said_no(site: Site) -> None:
    """Per could not take over Ella's."""
    handovers.decline(site.cast.actor("per.aas"), site.cast.handovers["ella.handover"])


def randi_is_asked(site: Site) -> None:
    """To take over Lise's, where nobody has said yes to her service."""
    said = Proposal("Jeg skal ha permisjon.", "Lise leser helst alene.")
    handovers.propose(site.cast.actor("per.aas"), site.cast.logs["lise"], "randi", said)


def all_said(site: Site) -> None:
    """Before the meetings each has said something, in every way; Sofia was heard, and that was written down twice."""
    cast, gym, week = site.cast, site.cast.meetings["sofia.meeting"], site.cast.meetings["amina.meeting"]
    statements.state(cast.actor("oksana"), gym, Telling.SHOW, "Софія стала веселішою.", Face.GOOD)
    statements.state(cast.actor("amina"), week, Telling.READ_ALOUD, "Jeg vil begynne med søvnen.", Face.OK)
    statements.state(cast.actor("yusuf"), week, Telling.SHOW, "أنا فخور بأمينة.", Face.GREAT)
    statements.state(cast.actor("fadumo"), week, Telling.CONTACT_ONLY, face=Face.BAD)
    for words in ("Hun vil være keeper.", "«Jeg vil være keeper.»"):
        statements.hear(cast.actor("kari"), gym, words)


def all_agreed(site: Site) -> None:
    """Both meetings have begun; Sofia's has minutes in other words than at first, and a measure."""
    all_said(site)
    put(site.cast, "begun")
    kari, gym = site.cast.actor("kari"), site.cast.meetings["sofia.meeting"]
    goal, owner = site.cast.entries["sofia.goal"], site.cast.accounts["oksana"]
    agreed = Agreed(1, goal, "Oksana ringer treneren.", owner, None, kari.today + timedelta(days=30))
    minutes.write(kari, gym, ["Sofia er keeper.", "Per spør henne på fredag."], [agreed])
    minutes.change(kari, gym, ["Sofia velger selv hvor hun står.", "Per spør henne på fredag."])


def all_commented(site: Site) -> None:
    """And Oksana has said that it was so, then the words were changed, and she saw it otherwise."""
    all_agreed(site)
    gym = site.cast.meetings["sofia.meeting"]
    commenting.agree(site.cast.actor("oksana"), gym)
    with clock.at(clock.now() + timedelta(minutes=1)):
        minutes.change(site.cast.actor("kari"), gym, ["Sofia er keeper.", "Per spør henne på fredag."])
    with clock.at(clock.now() + timedelta(minutes=2)):
        commenting.comment(site.cast.actor("oksana"), gym, "Софія сама сказала, що хоче бути воротарем.")


def locked(site: Site) -> None:
    """A week has gone by."""
    all_commented(site)
    written = Entry.id.in_(Minutes.select(Minutes.entry))
    Entry.update(at=site.now - timedelta(days=8)).where(written).execute()


def times_proposed(site: Site) -> None:
    """Kari asks which of two days fits; Per has answered, and Oksana has not."""
    site.cast = meeting_states.times_proposed(site.cast)


def one_time_fits(site: Site) -> None:
    """And Oksana has answered."""
    times_proposed(site)
    undecided = site.cast.meetings["sofia.undecided"]
    first = meeting_states.time_of(undecided)
    times.answer(site.cast.actor("oksana"), undecided, fits=True, time=first)
    times.wish(site.cast.actor("oksana"), undecided, "Після третьої, коли я вдома з роботи.")


def brought(site: Site) -> None:
    """Oksana brings her sister."""
    meeting_states.brought(site.cast)


def sent_instead(site: Site) -> None:
    """Per does not come."""
    meeting = site.cast.meetings["sofia.meeting"]
    contributions.send(site.cast.actor("per.aas"), meeting, "Hun er oftere med i leken.")


def all_came(site: Site) -> None:
    """Except Per, who has sent something; it stands in the minutes."""
    meeting_states.all_came(site.cast)


def begun_with_all(site: Site) -> None:
    """Oksana brings her sister, Per has sent something, and it has begun."""
    brought(site)
    sent_instead(site)
    half = timedelta(minutes=30)
    times_of_it = {"starts": site.now - half, "ends": site.now + half}
    Meeting.update(times_of_it).where(Meeting.id == site.cast.meetings["sofia.meeting"]).execute()
