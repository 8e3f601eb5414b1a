"""What may have happened before somebody opens a screen: made through the domain, on top of the cast."""

from datetime import timedelta

from parentapp import clock
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.demo.people import EVERYBODY
from parentapp.domain import (
    about_me,
    absences,
    consents,
    conversations,
    desk,
    evaluating,
    families,
    log,
    lysglimt,
    meetings,
    questions,
    rather_not,
    revising,
    seen,
    summary,
    throttling,
)
from parentapp.enums import AboutMeTopic, Answer, Basis, Kind, Outcome, ReadyMessage
from parentapp.errors import Throttled
from parentapp.models import Account, Subject
from tests.access.states import put
from tests.browser.site import Site

MORE_THAN_A_PAGE = 35  # entries; a page has 30
MANY_READINGS = 65  # lines; a page has 60
MORE_THAN_A_CONVERSATION = 55  # messages; a page has 50
NOTE = "Vi snakket sammen i dag, for {}. gang."


def care_rests(site: Site) -> None:
    """Tor has taken back, for child welfare, the yes to Ella's log."""
    put(site.cast, "care_rests")


def two_children(site: Site) -> None:
    """Erik, who is around Sofia, is now around Amina too."""
    cast = site.cast
    actor = cast.actor("kari")
    families.add_network_person(actor, cast.logs["amina"], cast.accounts["erik"], actor.today)


def soon_fifteen(site: Site) -> None:
    """Lise turns fifteen in three weeks, and has got a login."""
    cast = site.cast
    with transaction():
        lise = look(cast.actor("per.haugen")).log(cast.logs["lise"])
    born = clock.local_date(cast.now) + timedelta(days=21)
    given = {"born": born.replace(year=born.year - 15), "account": cast.accounts["helga"]}
    Subject.update(given).where(Subject.id == lise.subject_id).execute()


def three_of_them(site: Site) -> None:
    """Hege gets a log for a second child, whose concern nobody has written yet. It waits for her yes."""
    cast = site.cast
    actor = cast.actor("lina")
    log_id = families.ask_for_log(actor, cast.units["health"], name="Ida", born=actor.today.replace(year=2019), level=1)
    families.add_guardian(
        actor,
        log_id,
        cast.accounts["hege"],
        basis=Basis.PARENTAL_RESPONSIBILITY,
        verified_how="Viste legitimasjon.",
        since=actor.today,
    )
    purpose = "Så vi kan følge med på hørselen sammen."
    site.named["ida"] = log_id
    site.named["ida.log"] = questions.ask(
        actor, log_id, unit=None, kinds=frozenset(Kind), purpose=purpose, child_view="Ok."
    )


def kari_away(site: Site) -> None:
    actor = site.cast.actor("kari")
    absences.go_away(actor, actor.today, actor.today + timedelta(days=3))


def resting(site: Site) -> None:
    """Oksana has taken back her yes to the log."""
    consents.answer(site.cast.actor("oksana"), site.cast.requests["sofia.log"], Answer.NO)


def withdrawn(site: Site) -> None:
    """Oksana has stopped sharing with the school."""
    consents.answer(site.cast.actor("oksana"), site.cast.requests["sofia.school"], Answer.NO)


def answered_yes(site: Site) -> None:
    consents.answer(site.cast.actor("oksana"), site.cast.requests["sofia.ppt"], Answer.YES)


def many_notes(site: Site, story: str = "sofia", holder: str = "kari") -> None:
    """More notes than a page of the log holds, over four months."""
    for number in range(MORE_THAN_A_PAGE):
        with clock.at(site.now - timedelta(days=3 * (MORE_THAN_A_PAGE - number))):
            entry = log.add_note(site.cast.actor(holder), site.cast.logs[story], NOTE.format(number))
            site.named.setdefault("note", entry)


def many_lysglimt(site: Site) -> None:
    """More than a page of them holds, by Oksana."""
    for number in range(MORE_THAN_A_PAGE):
        with clock.at(site.now - timedelta(days=3 * (MORE_THAN_A_PAGE - number))):
            lysglimt.post(site.cast.actor("oksana"), site.cast.logs["sofia"], f"Hun smilte {number} ganger.")


def many_messages(site: Site) -> None:
    """Oksana and Kari have written more to each other than a page of the conversation holds."""
    for number in range(MORE_THAN_A_CONVERSATION):
        with clock.at(site.now - timedelta(minutes=MORE_THAN_A_CONVERSATION - number)):
            actor = site.cast.actor(("oksana", "kari")[number % 2])
            conversations.write(actor, site.cast.conversations["sofia.oksana"], f"Dette er melding {number}.")


def all_answered(site: Site, holder: str) -> None:
    """Nobody waits for the holder."""
    actor = site.cast.actor(holder)
    for talk in desk.desk(actor).waiting:
        conversations.write(actor, talk.id, "Takk for meldingen.")


def many_readings(site: Site) -> None:
    """Kari has opened Sofia's log more often than a page of «Hvem har sett» holds."""
    cast = site.cast
    for number in range(MANY_READINGS):
        with clock.at(cast.now - timedelta(hours=MANY_READINGS - number)):
            log.timeline(cast.actor("kari"), cast.logs["sofia"])
    site.named["line"] = seen.seen(cast.actor("oksana"), cast.logs["sofia"]).older


def another_phone(site: Site) -> None:
    """Oksana is logged in somewhere else too."""
    site.session("oksana")


def kari_is_away(site: Site) -> None:
    """These days, and once more later."""
    today = site.cast.now.date()
    for first, last in ((0, 3), (40, 44)):
        absences.go_away(site.cast.actor("kari"), today + timedelta(days=first), today + timedelta(days=last))


def password_by_another(site: Site) -> None:
    """Kari has not chosen a password yet."""
    Account.update(password_at=None).where(Account.id == site.cast.accounts["kari"]).execute()


def too_many_tries(site: Site) -> None:
    """Somebody has guessed at Oksana's password from this address."""
    try:
        while True:
            throttling.count("login", "address 127.0.0.1|oksana", site.now)
    except Throttled:
        pass


def ingrid_takes_part(site: Site, story: str, holder: str) -> None:
    """Ingrid of PPT belongs to the log; she sees something once the family says yes to PPT."""
    cast = site.cast
    families.add_participant(
        cast.actor(holder), cast.logs[story], cast.accounts["ingrid"], cast.units[EVERYBODY["ingrid"].unit or ""]
    )


def measures_looked_at(site: Site) -> None:
    """The child, a parent and a helper have said whether a measure helps; one was moved, and has other words now."""
    cast = site.cast
    for child, people in (("sofia", ("oksana", "kari")), ("amina", ("amina", "fadumo", "kari"))):
        measure = cast.entries[f"{child}.measure"]
        for person, outcome in zip(people, Outcome, strict=False):
            evaluating.evaluate(cast.actor(person, "nb"), measure, outcome, "Det er roligere om kvelden nå.")
    with clock.at(cast.now + timedelta(minutes=1)):
        evaluating.evaluate(cast.actor("oksana"), cast.entries["sofia.measure"], Outcome.SAME)
        evaluating.renew(cast.actor("kari"), cast.entries["sofia.measure"], cast.now.date() + timedelta(days=30))
        revising.change_text(cast.actor("kari"), cast.entries["sofia.goal"], "Sofia har noen å være sammen med.")


def read_the_day_before(site: Site) -> None:
    """Both have read «Kort fortalt» before; since then the measures were looked at."""
    cast = site.cast
    with clock.at(cast.now - timedelta(days=3)):
        for person in ("oksana", "kari"):
            summary.summary(cast.actor(person), cast.logs["sofia"], "nb")
    measures_looked_at(site)


def said_ready(site: Site) -> None:
    """Oksana and Kari have sent each other ready-made messages."""
    talk = site.cast.conversations["sofia.oksana"]
    conversations.send_ready(site.cast.actor("oksana"), talk, ReadyMessage.CALL_WITH_INTERPRETER)
    conversations.send_ready(site.cast.actor("kari"), talk, ReadyMessage.WILL_CALL_WITH_INTERPRETER)


def later(site: Site) -> None:
    """One more meeting about Sofia, that no interpreter is asked to."""
    kari, starts = site.cast.actor("kari"), site.now + timedelta(days=14)
    called = meetings.call(kari, site.cast.logs["sofia"], "Hvordan gikk det?", starts, starts + timedelta(hours=1))
    site.named["later"] = called


def told_about_me(site: Site) -> None:
    """Amina has told two things about herself, one of them again."""
    cast = site.cast
    for topic, text in ((AboutMeTopic.TALK, "Ute."), (AboutMeTopic.HARD, "Bråk."), (AboutMeTopic.TALK, "Når vi går.")):
        about_me.write(cast.actor("amina"), cast.logs["amina"], topic, text)


def reassured(site: Site) -> None:
    """Kari has answered what Oksana would rather not; Oksana has said the same of the doctor."""
    cast = site.cast
    rather_not.answer(cast.actor("kari"), cast.rather_nots["sofia.meeting.oksana"], "Vi begynner uten Per.")
    rather_not.say(cast.actor("oksana"), cast.invitations["sofia.meeting.bjorn"])
