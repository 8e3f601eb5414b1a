"""What looks like a place: found in the languages that people write in, and nothing that only sounds like one."""

# ruff: noqa: RUF001 - words of several writings stand beside each other
from contextlib import suppress
from dataclasses import replace
from uuid import UUID

import pytest

from parentapp.access import places
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.places import tells_place
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import log, meetings
from parentapp.errors import LooksLikePlace
from parentapp.models import AuditLine, Entry, Subject
from tests.cast import NOW, Cast

TYPED = "De har flyttet til Bjørkeveien 3."
WROTE = (TYPED, "Ringte.", "Storgata 12")
PLACES = (
    *("De bor i Storgata 12.", "storgata 12b", "Karl Johans gate 5", "i gata 12", "Bjørkeveien 3 C, 2. etasje"),
    *("Nordre vegen 14", "Prinsens alle\u0301 4", "Kirkegate 7", "Rådhusplassen 1", "Olav Vs plass 3", "Torgbakken 2"),
    *("5700 Voss", "Han bor på 0150 OSLO nå", "Storgt., 2000 Lillestrøm", "N-5700 Voss", "NO-2010 Strømmen"),
    *("12 Main Street", "Fjord Road 8", "вул. Шевченка, буд. 12", "на вулиці Садовій 5", "5700 Восс", "5003 БЕРГЕН"),
    *("شارع الملك فهد ١٢", "يسكنون في Storgata ١٢", "٥٧٠٠ Voss", "Kyrkjevegen 9", "Gata nr. 4"),
    *(
        "60.6281, 6.4221",
        "60,62810 N 6,42210 Ø",
        "60° 37′ N",
        "https://maps.app.goo.gl/aBc",
        "se https://norgeskart.no/#1",
    ),
    *(
        "Karl Johans gt. 5",
        "2000 Lillestrøm",
        "ul. Długa 5",
        "школу №12",
        "الرمز البريدي ٥٧٠٠",
        "Stor\u00adgata\u200b 12",
    ),
    *("Læreren på Fjordvik skole ringte", "Solbakken barnehage", "Vossestrand skule", "She goes to Fjordvik School"),
    *("https://www.google.com/maps/place/Voss", "maps.apple.com/?ll=60", "kart.gulesider.no/m/1", "geo:60.62,6.42"),
)
NO_PLACES = (
    *("", "Ringte, avtalte å møtes på skolen.", "Vi var på vei 3 ganger.", "På veien 10 minutter.", "Gata 50 m unna."),
    *("Barnehageplass 1. august", "fikk avlastningsplass 2 dager", "Plass 3", "Alle 3 barna", "Evalueringen 12"),
    *("Våren 2025 Kari sa ja.", "I 2024 Amina", "1500 Kroner", "1000-1500 Kroner", "kl. 1430 Møte", "99 88 7766 Kari"),
    *("Ring 116 111.", "Møtes 12.03.2026 kl. 14.30", "Han er 160,5 cm", "Julia 14 sa det", "We investigate 3 things."),
    *("Вона чекала 20 хвилин.", "Площа", "انتظرت ٢٠ دقيقة.", "Vegen vidare 2 veker", "hjem til mormor", "Nivå 2"),
    *(
        "Klokka 1430 Lise hentes",
        "På skole i dag",
        "Hennes skole",
        "Ny skole",
        "Etter skole og lekser",
        "At school",
        "в школу",
    ),
    *("Veien videre", "1,5, 2,5", "37,5 i feber, 38,2 i går", "google.no", "9 A", "Å gå 100 meter"),
)


@pytest.mark.parametrize("text", PLACES)
def test_what_is_written_as_addresses_are_is_found(text: str) -> None:
    assert tells_place(text)
    assert tells_place(f"Hei.\n{text}\nHilsen Kari")


@pytest.mark.parametrize("text", NO_PLACES)
def test_what_only_sounds_like_one_is_not(text: str) -> None:
    assert not tells_place(text)


def warned(cast: Cast, child: str, action: Action = Action.NOTE_ADD, wrote: tuple[str, ...] = WROTE) -> tuple[str, ...]:
    """Of which of these texts Lina or Kari is."""
    actor = cast.actor("lina" if child == "noor" else "kari")
    with transaction():
        there = next(each for each in look(actor).ties if each.id == cast.logs[child])
    try:
        places.require_no_place(replace(actor, wrote=wrote), action, there)
    except LooksLikePlace as warning:
        return warning.texts
    return ()


def test_only_in_a_protected_log_and_only_of_what_was_typed(cast: Cast) -> None:
    assert warned(cast, "noor") == (TYPED, "Storgata 12")
    assert warned(cast, "noor", wrote=()) == ()
    assert warned(cast, "amina") == ()


def test_who_is_only_asked_does_not_learn_that_the_child_is_protected(cast: Cast) -> None:
    assert warned(cast, "noor", Action.CONTACT_REQUEST_ANSWER) == ()
    assert warned(cast, "noor", Action.TRANSLATION_WRITE) == ()


@pytest.mark.parametrize("action", [Action.FREEZE_PRESS, Action.PERSON_BLOCK, Action.CONSENT_ANSWER])
def test_what_works_at_once_is_not_held_up(cast: Cast, action: Action) -> None:
    assert warned(cast, "noor", action) == ()


def asks(cast: Cast, who: str) -> bool:
    """Whether somebody who writes a point for the agenda is warned."""
    try:
        meetings.add_point(replace(cast.actor(who), wrote=(TYPED,)), cast.meetings["sofia.meeting"], TYPED)
    except LooksLikePlace:
        return True
    return False


@pytest.mark.parametrize("protected", [False, True])
def test_a_guest_is_not_asked_and_so_learns_nothing(cast: Cast, protected: bool) -> None:
    """Whoever belongs is: the control."""
    Subject.update(protected=protected).execute()
    assert (asks(cast, "bjorn"), asks(cast, "oksana")) == (False, protected)


def test_the_words_stand_in_no_error() -> None:
    warning, typed = LooksLikePlace((TYPED,)), Actor(UUID(int=1), NOW, wrote=(TYPED,))
    assert TYPED not in repr(warning) + str(warning) + repr(typed)


def test_nothing_is_kept_of_it(cast: Cast) -> None:
    lina, noor = cast.actor("lina"), cast.logs["noor"]
    before = Entry.select().count(), AuditLine.select().count()
    with suppress(LooksLikePlace):
        log.add_note(replace(lina, wrote=(TYPED,)), noor, TYPED)
    assert (Entry.select().count(), AuditLine.select().count()) == before
    log.add_note(lina, noor, TYPED)
    assert (Entry.select().count(), AuditLine.select().count()) == (before[0] + 1, before[1] + 1)
