"""Fifty secrets put in through every form and every act, and the ways in which one could lie about in a stolen file."""

import random
import string
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from flask import Flask

from parentapp import clock
from parentapp.access.actor import SystemActor
from parentapp.domain import (
    about_me,
    accounts,
    assigning,
    assignments,
    care,
    closing,
    closing_registered,
    consents,
    contact_requests,
    evaluating,
    families,
    freezing,
    handovers,
    inviting,
    log,
    log_wishes,
    log_wishes_answered,
    lysglimt,
    meeting_page,
    meetings,
    municipality,
    plan,
    private,
    questions,
    rather_not,
    registering,
    revising,
    staff,
    translating,
)
from parentapp.domain.handovers import Proposal
from parentapp.domain.inviting import Invited
from parentapp.domain.log_wishes import Asked
from parentapp.domain.newcomers import Newcomer
from parentapp.domain.registering import Told
from parentapp.enums import (
    GLIMPSED,
    AboutMeTopic,
    Answer,
    Basis,
    Kind,
    LifeArea,
    Outcome,
    Transition,
    Way,
)
from parentapp.models import Guardian
from parentapp.pictures import Picture
from tests.browsing import Browser
from tests.cast import Cast
from tests.proofs.planted_belonging import plant_guardian, plant_network, plant_new_log
from tests.proofs.planted_files import plant_files
from tests.proofs.said import plant_said
from tests.proofs.searched import LETTERS, SIGN


class Planter:
    """Makes secrets and remembers each under what it was planted as."""

    def __init__(self, app: Flask, cast: Cast, seed: int) -> None:
        self.app, self.cast = app, cast
        self.secrets: dict[str, str] = {}
        self._chance = random.Random(seed)

    def new(self, what: str) -> str:
        secret = SIGN + "".join(self._chance.choices(string.ascii_lowercase, k=LETTERS))
        assert what not in self.secrets
        self.secrets[what] = secret
        return secret

    def browser(self, person: str) -> Browser:
        return Browser(self.app, self.cast.accounts[person])


def plant(planter: Planter) -> None:
    """All that is kept."""
    _people(planter)
    _staff(planter)
    _acts(planter)
    _forms(planter)
    _meetings(planter)
    plant_said(planter)
    plant_files(planter)
    _talks(planter)
    _drafts(planter)


def _people(planter: Planter) -> None:
    actor = SystemActor("proof", clock.now())
    for number in range(3):
        account = municipality.add_account(
            actor,
            planter.cast.municipalities["fjordvik"],
            username=planter.new(f"user name {number}"),
            password=planter.new(f"password {number}"),
            name=planter.new(f"name {number}"),
            phone=planter.new(f"phone {number}"),
        )
        kari = planter.cast.actor("kari")
        opened = families.ask_for_log(
            kari, planter.cast.units["health"], name=planter.new(f"child {number}"), born=date(2016, 5, 5), level=1
        )
        how, since = planter.new(f"how verified {number}"), kari.today
        families.add_guardian(kari, opened, account, basis=Basis.VERGE, verified_how=how, since=since)
        unit, vow = planter.cast.units["child_welfare"], planter.new(f"how care was verified {number}")
        families.add_participant(kari, opened, planter.cast.accounts["lina"], planter.cast.units["health"])
        waits, read = care.begin(kari, opened, unit, since=since, verified_how=vow), planter.new(f"care read {number}")
        care.confirm(planter.cast.actor("lina"), opened, waits, read)
        log.add_concern(kari, opened, planter.new(f"concern before the yes {number}"))
        purpose, view = planter.new(f"purpose {number}"), planter.new(f"child's view {number}")
        asked = questions.ask(kari, opened, unit=None, kinds=frozenset(Kind), purpose=purpose, child_view=view)
        heard = Told(account, Answer.NO, Way.SPOKEN, kari.today, "nb", planter.new(f"who was there {number}"))
        registering.register(kari, asked, heard)


def _staff(planter: Planter) -> None:
    """Somebody the administrator adds."""
    who = Newcomer(planter.new("name of somebody new"), "nb")
    staff.employ(planter.cast.actor("mona"), planter.cast.units["nav"], who, "rådgiver", planter.cast.today)
    plant_new_log(planter)


def _acts(planter: Planter) -> None:
    cast = planter.cast
    kari, sofia = cast.actor("kari"), cast.logs["sofia"]
    goal = plan.add_goal(kari, sofia, planter.new("goal"), LifeArea.HOME)
    part: dict[str, Any] = {"starts": kari.today, "look_at": kari.today, "owner_unit": cast.units["health"]}
    measure = plan.add_measure(kari, goal, planter.new("measure"), owner=kari.account_id, **part)
    about_me.write(cast.actor("oksana"), sofia, AboutMeTopic.LIKE, planter.new("about me"))
    about_me.write(cast.actor("oksana"), sofia, AboutMeTopic.LIKE, planter.new("about me, changed"))
    private.withhold(cast.actor("lina"), cast.entries["mikkel.health"], planter.new("why it is withheld"))
    evaluating.evaluate(kari, measure, Outcome.SAME, planter.new("evaluation"))
    revising.change_text(kari, measure, planter.new("measure in other words"))
    for audience in GLIMPSED:
        said, told = planter.new(f"lysglimt {audience.value}"), planter.new(f"what is on a picture {audience.value}")
        large, small = (planter.new(f"points {size} {audience.value}").encode() for size in ("large", "small"))
        how: dict[str, Any] = {"picture": Picture(large, small, 1600, 1200, "0" * 64), "described": told}
        lysglimt.post(cast.actor("amina"), cast.logs["amina"], said, audience=audience, **how)
    daud, until = cast.accounts["daud"], kari.today
    more = translating.ask(kari, cast.entries["amina.note"], locale="so", translator=daud, until=until)
    for finished, task in ((True, cast.translations["amina.goal"]), (False, more)):
        version = assignments.task(cast.actor("daud"), task).source.version
        said = planter.new(f"translation, {'finished' if finished else 'draft'}")
        assignments.save(cast.actor("daud"), task, said, version=version, finished=finished)
    asked = contact_requests.ask(cast.actor("oksana"), sofia, planter.new("why another contact person"))
    contact_requests.answer(cast.actor("anne.strand"), asked, planter.new("what the leader answers"))
    child = (planter.new("a child somebody asks for"), 2021)
    wished = Asked(child, cast.units["health"], planter.new("why a family asks for a log"))
    log_wishes_answered.answer(
        cast.actor("anne.strand"), log_wishes.ask(cast.actor("oksana"), wished), planter.new("why there is no log")
    )
    frozen = freezing.press(cast.actor("tor"), cast.logs["jonas"], planter.new("why it is frozen"), spoken=True)
    freezing.confirm(cast.actor("siri"), frozen, planter.new("why it stays frozen"))
    freezing.end(cast.actor("tor"), frozen)
    _handover(planter)
    plant_guardian(planter)
    plant_network(planter)
    proposed = closing.propose(kari, sofia, planter.new("why it can be closed"))
    there = planter.new("who was there when closing it was talked about")
    heard = Told(cast.accounts["oksana"], Answer.NO, Way.SPOKEN, kari.today, "nb", there)
    closing_registered.register(kari, proposed, heard)
    closing.propose(kari, sofia, planter.new("why it can be closed after all"))


def _handover(planter: Planter) -> None:
    """To somebody whose user name is planted too: with hashing switched off no other is found."""
    cast, system, username = planter.cast, SystemActor("proof", clock.now()), planter.new("a successor's user name")
    known = {
        "username": username,
        "password": planter.new("a successor's password"),
        "name": planter.new("a successor"),
    }
    successor = municipality.add_account(system, cast.municipalities["fjordvik"], **known)
    municipality.employ(system, successor, cast.units["bup"], "psykolog", date(2020, 1, 1))
    said = Proposal(
        planter.new("why somebody else"), planter.new("handover"), Transition.SCHOOL_SCHOOL, planter.new("what worked")
    )
    offered = handovers.propose(cast.actor("tor"), cast.logs["jonas"], username, said)
    handovers.accept(cast.as_(successor), offered)
    with clock.at(clock.now() + timedelta(days=22)):
        handovers.check(cast.as_(successor), offered, planter.new("how the transition went"))
    consents.answer(cast.actor("layla"), cast.requests["noor.health"], Answer.NO)
    assigning.ask(cast.actor("anne.strand"), cast.logs["noor"], username, planter.new("what a leader says"))
    consents.answer(cast.actor("layla"), cast.requests["noor.health"], Answer.YES)


def _forms(planter: Planter) -> None:
    for person, child in (("kari", "sofia"), ("lina", "noor"), ("per.aas", "lise")):
        browser, address = planter.browser(person), f"/logs/{planter.cast.logs[child]}"
        forms: tuple[tuple[str, dict[str, str]], ...] = (
            ("notes", {}),
            ("notes", {"health": "y"}),
            ("concerns", {}),
            ("notes", {"adult": str(_adult(planter.cast, child))}),
            ("lysglimt", {"audience": "log"}),
        )
        for number, (form, fields) in enumerate(forms):
            text = planter.new(f"{form} {number} by {person}")
            assert browser.submit(f"{address}/{form}", text=text, **fields).status_code == 303


def _adult(cast: Cast, child: str) -> UUID:
    """A parent whose own matters something is about."""
    whom: UUID = Guardian.get(Guardian.log == cast.logs[child]).account_id
    return whom


def _meetings(planter: Planter) -> None:
    """A meeting with all that is written about it."""
    cast, kari, oksana = planter.cast, planter.cast.actor("kari"), planter.cast.actor("oksana")
    per = Invited(cast.accounts["per.aas"], cast.units["school"], planter.new("why somebody is needed"))
    starts = kari.now + timedelta(days=5)
    called = meetings.call(
        kari,
        cast.logs["sofia"],
        planter.new("what a meeting is for"),
        starts,
        starts + timedelta(hours=1),
        place=planter.new("place"),
        link=f"https://{planter.new('link')}.example/",
        invited=[per],
    )
    meetings.add_point(oksana, called, planter.new("point of an agenda"))
    inviting.invite_guest(kari, called, planter.secrets["user name 0"], planter.new("why a guest is needed"))
    asked = next(each for each in meeting_page.meeting(oksana, called).invited if each.may_say_rather_not)
    said = rather_not.say(oksana, asked.invitation_id, planter.new("rather not"))
    rather_not.answer(kari, said, planter.new("answer to rather not"))


def _talks(planter: Planter) -> None:
    for name, talk in planter.cast.conversations.items():
        child, _, whose = name.partition(".")
        if child in ("sofia", "amina", "noor", "marta"):
            text = planter.new(f"message in {name}")
            assert planter.browser(whose).submit(f"/conversations/{talk}/messages", text=text).status_code == 303


def _drafts(planter: Planter) -> None:
    """What was being written when a session had ended."""
    sofia, talk = planter.cast.logs["sofia"], planter.cast.conversations["sofia.oksana"]
    for person, address in (
        ("kari", f"/logs/{sofia}/notes"),
        ("kari", f"/logs/{sofia}/concerns"),
        ("oksana", f"/logs/{sofia}/lysglimt"),
        ("oksana", f"/conversations/{talk}/messages"),
        ("daud", f"/translations/{planter.cast.translations['amina.goal']}"),
    ):
        browser = planter.browser(person)
        token = browser.token()
        browser.run_out()
        text = planter.new(f"draft of {person} {address.rpartition('/')[2]}")
        assert browser.submit(address, token=token, text=text, back=address).status_code == 303


def refuse(planter: Planter) -> None:
    """What is refused, or lost with an error: kept nowhere at all. The app's next note fails."""
    browser, sofia = planter.browser("kari"), planter.cast.logs["sofia"]
    address = f"/logs/{sofia}/notes"
    browser.submit(address, text=planter.new("too long") * 300)
    browser.submit(address, token="forged", text=planter.new("forged"))
    browser.client.post(address, data={"csrf_token": browser.token(), "text": planter.new("fails")})
    browser.get(f"/logs/{sofia}?only={planter.new('query')}")
    browser.get("/", headers={"Accept-Language": planter.new("header"), "User-Agent": planter.new("browser")})
    stranger = Browser(planter.app, None)
    stranger.submit("/login", username=planter.new("wrong user name"), password=planter.new("wrong password"))
    stranger.submit("/login", username="oksana", password=planter.new("wrong password of somebody"))
    accounts.log_out(planter.new("cookie"))
