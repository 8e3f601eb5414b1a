"""What stands in the demo reads as if people wrote it; what they say of minutes, and what is translated, too."""

import re
from collections import Counter
from typing import Any

from parentapp.demo import Stage
from parentapp.demo.people import EVERYBODY
from parentapp.domain import interpreter_page, log, meeting_page
from parentapp.models import Entry, File, Message

OWN_WORDS = Message.select().where(Message.ready.is_null())
SYSTEM_WORDS = re.compile(r"\b(sak(en|er)?|klient\w*|bruker(en|e|ne)?|adferd\w*|saksbehandler\w*)\b", re.IGNORECASE)
HARM = re.compile(r"\b(vold|slo|slår|overgrep|blåmerke\w*|mishandl\w*|krenk\w*|truet?|rus)\b", re.IGNORECASE)
SCRIPTS = {"uk": re.compile("[\u0400-\u04ff]"), "ar": re.compile("[\u0600-\u06ff]")}


def _written() -> list[Any]:
    """Whatever somebody put into words: «slik ble det» has none."""
    return [row for row in [*Entry.select(), *OWN_WORDS] if row.text]


def test_texts_are_in_the_language_their_writer_reads(fjordvik: Stage) -> None:
    locales = {fjordvik.accounts[name]: person.locale for name, person in EVERYBODY.items()}
    own = others = 0
    for row in _written():
        assert row.lang == locales[row.author_id] or (row.lang == "nb" and locales[row.author_id] == "uk")
        own += row.lang != "nb"
        others += row.lang == "nb"
        for lang, letters in SCRIPTS.items():
            assert bool(letters.search(row.text)) == (row.lang == lang), row.text
    assert own > 60
    assert others > 250
    assert len({row.author_id for row in Message.select().where(Message.ready.is_null(False))}) >= 4
    assert {row.lang for row in Entry.select()} == {"nb", "nn", "uk", "so", "ar", "pl"}


def test_nobody_repeats_themselves(fjordvik: Stage) -> None:
    for story, log_id in fjordvik.logs.items():
        rows = [*Entry.select().where(Entry.log == log_id), *OWN_WORDS.where(Message.log == log_id)]
        sentences = Counter(part.strip() for row in rows for part in re.split(r"(?<=[.!?؟])\s", row.text))
        assert max(sentences.values()) <= 2, (story, sentences.most_common(3))


def test_warm_words_and_none_that_make_people_small_or_hint_at_harm(fjordvik: Stage) -> None:
    for text in [*(row.text for row in _written()), *(file.described for file in File.select() if file.described)]:
        assert not SYSTEM_WORDS.search(text), text
        assert not HARM.search(text), text
        assert 3 <= len(text) <= 200, text


def test_minutes_with_what_the_family_says_are_locked_or_still_open(fjordvik: Stage) -> None:
    shown = {
        name: meeting_page.meeting(fjordvik.actor("amina" if "amina" in name else "oksana"), fjordvik.meetings[name])
        for name in ("sofia.first", "sofia.second", "amina.first", "amina.tests")
    }
    found = {name: page.words.minutes for name, page in shown.items()}
    assert all(minutes and minutes.comments for minutes in found.values())
    assert {name for name, minutes in found.items() if minutes and minutes.may_comment} == {"amina.tests"}
    assert {each.entry.lang for minutes in found.values() if minutes for each in minutes.comments} >= {"uk", "ar", "nb"}


def test_translations_current_stale_and_missing_in_each_language(fjordvik: Stage) -> None:
    for person, story in (("oksana", "sofia"), ("yusuf", "amina"), ("fadumo", "amina")):
        rows = [*log.timeline(fjordvik.actor(person), fjordvik.logs[story]).entries]
        while rows and (page := log.timeline(fjordvik.actor(person), fjordvik.logs[story], before=rows[-1].id)).entries:
            rows += page.entries
        made = [each.translation for each in rows if each.translation]
        assert any(each.current for each in made), person
        assert any(each.text and not each.current for each in made), person
        assert any(each.waiting for each in made), person


def test_an_interpreter_waits_for_the_parents_answer(fjordvik: Stage) -> None:
    of = fjordvik.assignments["amina.nabil"]
    for person, waits in (("yusuf", True), ("fadumo", True), ("amina", False)):
        assert interpreter_page.page(fjordvik.actor(person), of).interpreter.waits_for_me == waits, person
