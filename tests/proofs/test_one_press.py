"""One press, one effect: sent twice, by eight threads at once, or again after a restart, a form does its work once."""

import sys
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from flask import Flask

from parentapp import crypto
from parentapp.domain import interpreters, meetings, pressing, translating
from parentapp.models import ClientKey, Guardian, Subject
from tests.browsing import Browser
from tests.cast import Cast
from tests.proofs.apps import LONG, at_once, bare_app, restarted
from tests.proofs.presses import ALL, KEYED, LIKE_ONCE, browser, effects, send
from tests.proofs.test_one_press_before_meetings import SAID as BEFORE
from tests.proofs.test_one_press_in_meetings import SAID
from tests.proofs.test_one_press_of_absences import AWAY
from tests.proofs.test_one_press_of_administrators import SAID as ADMINISTERED
from tests.proofs.test_one_press_of_asking_why import WHY
from tests.proofs.test_one_press_of_closing import CLOSED
from tests.proofs.test_one_press_of_contact_requests import ASKED
from tests.proofs.test_one_press_of_files import HUNG
from tests.proofs.test_one_press_of_freezing import PRESSED
from tests.proofs.test_one_press_of_handovers import HANDED
from tests.proofs.test_one_press_of_individual_plans import PLANNED
from tests.proofs.test_one_press_of_log_wishes import WISHED
from tests.proofs.test_one_press_of_opening import OPENED
from tests.proofs.test_one_press_of_own_matters import OWN
from tests.proofs.test_one_press_of_people import ADDED
from tests.proofs.test_one_press_of_services import KEPT
from tests.proofs.test_one_press_of_versions import BESIDE

OF_ONESELF = ("settings.language", "settings.password", "settings.end_others", "explaining.skip")  # no row more
READS = {"log.found"}  # words to look for: a page like those that are got
THREADS = 8
ROUNDS = 20 if LONG else 1


@pytest.fixture(autouse=True)
def another_task(cast: Cast) -> None:
    """Daud has one text more."""
    until, daud = cast.now.date() + timedelta(days=10), cast.accounts["daud"]
    entry, said = "amina.lysglimt", {"locale": "so", "translator": daud, "until": until}
    cast.translations[entry] = translating.ask(cast.actor("kari"), cast.entries[entry], **said)


@pytest.fixture(autouse=True)
def more_to_interpret(cast: Cast) -> None:
    """Five more meetings about Sofia; Halyna is asked to three of them."""
    kari, people = cast.actor("kari"), (cast.accounts["halyna"], cast.accounts["oksana"])
    for week, name in enumerate(("first", "second", "third", "fourth", "fifth"), start=1):
        starts = cast.now + timedelta(weeks=week)
        called = meetings.call(kari, cast.logs["sofia"], "Hvordan går det?", starts, starts + timedelta(hours=1))
        cast.meetings[f"sofia.{name}"] = called
        if name in ("third", "fourth", "fifth"):
            cast.assignments[f"sofia.{name}"] = interpreters.ask(kari, called, *people)


def test_every_form_that_changes_something_is_tried(app: Flask) -> None:
    sent = {rule.endpoint for rule in app.url_map.iter_rules() if "POST" in (rule.methods or ())}
    closed = {endpoint for endpoint, *_ in (*CLOSED.values(), *PLANNED.values())}
    rooms = (ALL, WHY, SAID, BEFORE, ADMINISTERED, ASKED, HANDED, AWAY, ADDED, closed, PRESSED, OWN)
    rooms += (KEPT, OPENED, HUNG, BESIDE, WISHED, {"own_login.renew"})
    assert sent - READS == set[str]().union(*rooms)


def test_sent_twice_it_is_done_once(app: Flask, cast: Cast) -> None:
    for name, sent in ALL.items():
        made, key, before = browser(app, cast, sent), crypto.new_id(), effects()
        first = send(made, cast, name, key, sent.fields)
        done = effects()
        again = send(made, cast, name, key, sent.fields)
        assert first[0] in (200, 303), name
        assert done != before or name in OF_ONESELF, name
        assert effects() == done, name
        assert again == first or name.startswith("accounts."), name  # who has logged out is sent to the door


def pressed_by_eight(cast: Cast, name: str, key: UUID) -> list[tuple[int, str]]:
    """One login on one phone; the same form eight times."""
    app, sent = bare_app(), ALL[name]
    phone = browser(app, cast, sent)

    def press(_: int) -> tuple[int, str]:
        return send(the_same(phone, app), cast, name, key, sent.fields)

    return at_once(THREADS, press)


def the_same(phone: Browser, app: Flask) -> Browser:
    """Another thread of the same phone: logged in by the same cookie."""
    other = Browser(app, None)
    other.account = phone.account
    other.client.set_cookie("session", phone.secret or "")
    return other


@pytest.mark.parametrize("turn", range(ROUNDS))
def test_sent_by_eight_at_once_it_is_done_once(cast: Cast, turn: int) -> None:
    for name in sorted(KEYED):
        key, before = crypto.new_id(), effects()
        answers = pressed_by_eight(cast, name, key)
        assert (len(set(answers)), answers[0][0]) == (1, 303), name
        assert ClientKey.select().where(ClientKey.key == key).count() == 1
        rows = {what: count - before[what] for what, count in effects().items() if what not in ("Notice", "sessions")}
        assert set(rows.values()) == {0, 1}, name
        assert rows["AuditLine"] == 1, name


def test_without_a_key_too_eight_at_once_are_like_one(cast: Cast) -> None:
    for name, effect in (("lysglimt.heart", "Heart"), ("conversations.start", "Conversation")):
        before = effects()
        assert len(set(pressed_by_eight(cast, name, crypto.new_id()))) == 1
        assert [effects()[what] - before[what] for what in (effect, "AuditLine")] == [1, 1], name
    assert {name for name in LIKE_ONCE if not name.startswith(("accounts.", "settings.", "explaining."))} == {
        "lysglimt.heart",
        "conversations.start",
        "meetings.cancel",
        "plan.set_status",
        "plan.change_words",
        "private.tell",
        "translations.stop",
        "interpreters.extend",
        "interpreters.end",
    }


def test_sent_again_after_a_restart_it_is_done_once(cast: Cast) -> None:
    for name, sent in KEYED.items():
        phone, key = browser(bare_app(), cast, sent), crypto.new_id()
        first, done = send(phone, cast, name, key, sent.fields), effects()
        with restarted(cast) as again:
            assert send(the_same(phone, again), cast, name, key, sent.fields) == first, name
            assert effects() == done, name


def test_the_same_key_with_other_words_is_refused_and_does_nothing(app: Flask, cast: Cast) -> None:
    for name, sent in KEYED.items():
        made, key = browser(app, cast, sent), crypto.new_id()
        send(made, cast, name, key, sent.fields)
        done = effects()
        assert send(made, cast, name, key, sent.fields | sent.other)[0] == 409, name
        assert send(made, cast, name, key, sent.fields, target=sent.elsewhere)[0] == 409, name
        assert effects() == done, name


def test_the_same_key_for_two_logs_at_once_is_done_for_one(cast: Cast) -> None:
    for name, sent in KEYED.items():
        key, before = crypto.new_id(), effects()["AuditLine"]

        def press(number: int, name: str = name, key: UUID = key) -> int:
            sent = KEYED[name]
            target = sent.target if number % 2 else sent.elsewhere
            return send(browser(bare_app(), cast, sent), cast, name, key, sent.fields, target=target)[0]

        assert set(at_once(THREADS, press)) == {303, 409}, name
        assert effects()["AuditLine"] - before == 1, name


def test_a_key_is_each_persons_own(app: Flask, cast: Cast) -> None:
    key, fields = crypto.new_id(), KEYED["lysglimt.post"].fields
    for person in ("oksana", "erik", "kari"):
        assert send(Browser(app, cast.accounts[person]), cast, "lysglimt.post", key, fields)[0] == 303
    assert ClientKey.select().where(ClientKey.key == key).count() == 3


# In a conversation a family member; what she says there.
TALKING = {"conversations.write": {"text": "Hei."}, "conversations.send_ready": {"ready": "can_we_talk"}}


def test_a_replay_by_somebody_who_lost_access_is_no_answer(app: Flask, cast: Cast) -> None:
    pressed = []
    for name, sent in KEYED.items():
        person = "oksana" if name in TALKING else sent.person  # the holder keeps it: docs/rules.md 2.5
        made, key, fields = Browser(app, cast.accounts[person]), crypto.new_id(), TALKING.get(name, sent.fields)
        assert send(made, cast, name, key, fields)[0] == 303
        pressed.append((made, name, key, fields))
    _stop_sharing_and_leave(app, cast)
    done = effects()
    for made, name, key, fields in pressed:
        assert send(made, cast, name, key, fields)[0] == 404, name
    assert effects() == done


def _stop_sharing_and_leave(app: Flask, cast: Cast) -> None:
    """Sofia's mother stops sharing with Kari's service, and is then no longer her guardian.

    Amina's stops too, and Amina's login is hers no more; Mikkel's stops sharing with Lina's.
    """
    for person, request in (("hege", "mikkel.health"), ("fadumo", "amina.health"), ("oksana", "sofia.health")):
        sent = Browser(app, cast.accounts[person])
        assert send(sent, cast, "consents.answer", crypto.new_id(), {"answer": "no"}, target=request)[0] == 303
    Subject.update(account=None).where(Subject.account == cast.accounts["amina"]).execute()
    Guardian.delete().where(Guardian.account == cast.accounts["oksana"]).execute()


# The same answer again changes nothing, with or without a key; nor is anybody asked for the same thing twice.
ONCE_ANYHOW = (
    *(
        "consents.answer",
        "consents.choose",
        "consents.stop_kind",
        "levels.change",
        "meetings.invite",
        "meetings.say_rather_not",
        "meetings.answer_rather_not",
    ),
    *("translations.ask", "interpreters.index", "interpreting.declare", "private.withhold", "registering.register"),
)


def test_without_the_key_it_would_be_done_twice(app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: with `pressing.once` passed by, the same checks see two effects."""

    def always(actor: Any, press: Any, act: Callable[[], UUID]) -> UUID:
        return act()

    for name, module in list(sys.modules.items()):
        if name.startswith("parentapp.domain.") and hasattr(module, "once") and name != pressing.__name__:
            monkeypatch.setattr(module, "once", always)
    for name, sent in KEYED.items():
        if name in ONCE_ANYHOW:
            continue
        made, key = browser(app, cast, sent), crypto.new_id()
        send(made, cast, name, key, sent.fields)
        done = effects()
        send(made, cast, name, key, sent.fields)
        assert effects()["AuditLine"] == done["AuditLine"] + 1, name
        assert send(made, cast, name, key, sent.fields | sent.other)[0] == 303, name
