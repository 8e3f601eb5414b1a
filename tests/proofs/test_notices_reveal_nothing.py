"""Notices reveal nothing: what leaves the app in a whole scenario is one fixed sentence in each language."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from parentapp import i18n, worker
from parentapp.access.actor import SystemActor
from parentapp.channels import file as file_channel
from parentapp.channels import words
from parentapp.channels.file import FileChannel
from parentapp.channels.words import neutral
from parentapp.domain import (
    choosing,
    consents,
    families,
    interpreters,
    log,
    lysglimt,
    plan,
    private,
    questions,
    reminders,
)
from parentapp.enums import Answer, Audience, Delivery, Kind, LifeArea, NoticeKind
from parentapp.models import Account, Notice, Stafettlogg, Subject
from tests.access.states import put
from tests.cast import Cast
from tests.proofs.planted import Planter, plant

# Written here as people read them, and not asked of the app: a translation that tells more is found, and a new one is
# read before it is put here. Where there is none yet, the sentence is bokmål.
SENTENCES = {
    "nb": "Du har noe nytt i Min stafett.",
    "nn": "Du har noko nytt i Min stafett.",
    "en": "You have something new in Min stafett.",
    "uk": "У Min stafett для вас є щось нове.",  # noqa: RUF001 - Ukrainian begins so
    "ar": "يوجد شيء جديد لك في Min stafett.",
}
ALLOWED = {language: SENTENCES.get(language, SENTENCES["nb"]) for language in i18n.LANGUAGES}


def scenario(app: Flask, cast: Cast) -> set[NoticeKind]:
    """A day in which everything happens that anybody is told of; the kinds of notices it made."""
    before = {row.id for row in Notice.select(Notice.id)}
    put(cast, "guardian_proposed")
    plant(Planter(app, cast, seed=7))
    for state in ("on_paper", "suggested", "wish_handed"):
        put(cast, state)
    kari, amina = cast.actor("kari"), cast.actor("amina")
    lysglimt.post(amina, cast.logs["amina"], "Bare til Kari.", audience=Audience.CONTACT)
    plan.add_goal(kari, cast.logs["amina"], "Amina får sove ut.", LifeArea.HOME)
    request = questions.ask(
        cast.actor("per.aas"),
        cast.logs["lise"],
        unit=cast.units["bup"],
        kinds=frozenset({Kind.PLAN}),
        purpose="For råd.",
        child_view="Ja.",
    )
    for person in ("per.haugen", "anne.haugen"):
        consents.answer(cast.actor(person), request, Answer.YES)
    families.add_participant(cast.actor("per.aas"), cast.logs["lise"], cast.accounts["siri"], cast.units["bup"])
    choosing.choose(cast.actor("anne.haugen"), request, frozenset({Kind.PLAN}), months=3)
    consents.answer(cast.actor("per.haugen"), request, Answer.NO)
    interpreters.answer(cast.actor("oksana"), cast.assignments["sofia.halyna"], yes=False)
    _time_has_passed(cast)
    _reminded(cast)
    put(cast, "at_rest")
    _reminded(cast)
    return {row.kind for row in Notice.select() if row.id not in before}


def _reminded(cast: Cast) -> None:
    for log_id in reminders.logs(SystemActor("proof", cast.now)):
        reminders.remind(SystemActor("proof", cast.now), log_id)


def _time_has_passed(cast: Cast) -> None:
    """Lise is soon fifteen; Mikkel is, has got a login, had something kept back for him, and Gro around him before."""
    since = cast.today - timedelta(days=30)
    families.add_network_person(cast.actor("per.aas"), cast.logs["mikkel"], cast.accounts["gro"], since)
    note = log.add_note(cast.actor("lina"), cast.logs["mikkel"], "Mikkel gråt i dag.", health=True)
    private.withhold(cast.actor("lina"), note, "Mamma blir så lei seg.")
    today = cast.now.date()
    for child, days, account in (("lise", 80, None), ("mikkel", -1, cast.accounts["helga"])):
        born = (today + timedelta(days=days)).replace(year=today.year - 15)
        subject = Stafettlogg.get_by_id(cast.logs[child]).subject_id
        Subject.update(born=born, account=account).where(Subject.id == subject).execute()


def sent(folder: Path) -> list[str]:
    """Every line that left the app."""
    outbox = folder / "outbox"
    while worker.deliver_due(FileChannel(outbox)):
        pass
    return outbox.read_text(encoding="utf-8").splitlines()


def strangers(lines: list[str], cast: Cast) -> Iterator[str]:
    """Lines that say more than the sentence, or say it in another language than the person reads."""
    reads = {str(account): Account.get_by_id(account).locale for account in cast.accounts.values()}
    for line in lines:
        account, _, said = line.partition("\t")
        if said != ALLOWED[reads.get(account, "nb")] or not re.fullmatch("[0-9a-f-]{36}", account):
            yield line


def test_a_whole_scenario_says_one_sentence(app: Flask, cast: Cast, tmp_path: Path) -> None:
    assert scenario(app, cast) == set(NoticeKind)
    waiting = Counter(str(row.account_id) for row in Notice.select().where(Notice.delivery == Delivery.WAITING))
    lines = sent(tmp_path)
    assert list(strangers(lines, cast)) == []
    assert Counter(line.partition("\t")[0] for line in lines) == waiting
    assert len(lines) > 50
    assert [path.name for path in tmp_path.iterdir()] == ["outbox"], "nothing else left"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_the_sentence_is_this_one(language: str) -> None:
    assert neutral(language) == ALLOWED[language]


def test_it_names_nobody(cast: Cast) -> None:
    names = [part for account in cast.accounts.values() for part in Account.get_by_id(account).name.split()]
    for said in SENTENCES.values():
        assert not re.search(r"\d|[{}<>]", said)
        assert not [name for name in names if name in said]


def test_it_is_sent_once(app: Flask, cast: Cast, tmp_path: Path) -> None:
    scenario(app, cast)
    lines = sent(tmp_path)
    assert sent(tmp_path) == lines


@pytest.mark.parametrize("told", ["{sentence} (Sofia)", "Kari har skrevet til deg.", "{sentence} "])
def test_a_word_more_is_seen(
    app: Flask, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    """The control."""
    monkeypatch.setattr(file_channel, "neutral", lambda locale: told.format(sentence=neutral(locale)))
    scenario(app, cast)
    lines = sent(tmp_path)
    assert len(list(strangers(lines, cast))) == len(lines) > 0


def test_a_translation_that_tells_more_is_seen(
    app: Flask, cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same, where the app itself believes in its words."""
    monkeypatch.setattr(words, "speak", lambda locale: lambda phrase: "Kari har skrevet til deg.")
    scenario(app, cast)
    lines = sent(tmp_path)
    assert len(list(strangers(lines, cast))) == len(lines) > 0
