"""What the demo's stories say of translations: one is asked for, one is made, and the words are changed under it."""

from dataclasses import dataclass, field
from datetime import timedelta

from parentapp.demo.beats import Beat
from parentapp.demo.stage import Stage
from parentapp.domain import assignments, revising, translating


@dataclass(frozen=True)
class HadTranslated(Beat):
    """Asked a translator for an entry of that name; the translation has the same name."""

    entry: str
    locale: str
    translator: str
    lasts: int = field(default=14, kw_only=True)  # days

    def play(self, stage: Stage, story: str) -> None:
        actor, name = stage.actor(self.who), f"{story}.{self.entry}"
        stage.translations[name] = translating.ask(
            actor,
            stage.entries[name],
            locale=self.locale,
            translator=stage.accounts[self.translator],
            until=actor.today + timedelta(days=self.lasts),
        )


@dataclass(frozen=True)
class Translated(Beat):
    """Read the text, and finished its translation; or left a draft."""

    entry: str
    text: str
    finished: bool = True

    def play(self, stage: Stage, story: str) -> None:
        actor, task = stage.actor(self.who), stage.translations[f"{story}.{self.entry}"]
        version = assignments.task(actor, task).source.version
        assignments.save(actor, task, self.text, version=version, finished=self.finished)


@dataclass(frozen=True)
class Reworded(Beat):
    """Gave an entry other words."""

    entry: str
    text: str

    def play(self, stage: Stage, story: str) -> None:
        revising.change_text(stage.actor(self.who), stage.entries[f"{story}.{self.entry}"], self.text)
