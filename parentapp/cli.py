"""`parentapp …`: what those who run the server do from a terminal. A few lines each; the work is done elsewhere."""

import importlib
import importlib.util
import json
import os
from pathlib import Path
from typing import Any

import click

from parentapp import checkup, config, crypto, db, demo, heads, i18n, migrating, opening, preparing, serving, worker
from parentapp.channels.choosing import NO_CHANNEL, chosen
from parentapp.config import Mode, Settings, Unsafe

BENCH = "parentapp.bench"
LOGIN = ("username", "password", "name", "role", "locale", "situation")
WIDTHS = (12, 24)  # of the table of logins, save its last column


class Commands(click.Group):
    """What a person can do something about is said in one line, without a stack trace."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (migrating.TooNew, crypto.KeyMissing) as error:
            raise click.ClickException(str(error)) from None
        except (Unsafe, serving.Failed) as error:
            raise click.ClickException(str(error.code)) from None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Min stafett: families steer the help around a child."""
    os.umask(0o077)  # what is made here is for the account that runs it, nobody else


@main.group()
def keys() -> None:
    """The keys that all texts are sealed with."""


@keys.command("init")
def keys_init() -> None:
    """Make secrets and a key store where there are none."""
    _say(preparing.make_keys(os.environ))


@main.command()
def migrate() -> None:
    """Bring the database's tables up to date."""
    _say(f"Applied {name}" for name in _migrated(config.load()) or ["nothing: the tables are up to date"])


@main.command("demo")
def demo_() -> None:
    """Build the invented municipality into an empty database."""
    if not os.environ.get("MODE"):
        raise click.ClickException(preparing.NOT_HERE)
    preparing.build_demo(config.load())
    click.echo(f"Fjordvik is built. Everybody's password is «{demo.PASSWORD}».")


@main.command("demo-logins")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
def demo_logins(as_json: bool) -> None:
    """Who one can log in as in the demo."""
    if as_json:
        rows = [{name: getattr(each, name) for name in LOGIN} for each in demo.logins()]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        _show_logins()


@main.command("worker")
def worker_() -> None:
    """Deliver notices and chain what was read and changed until stopped; beside another worker, wait until it has."""
    settings = config.load()
    opening.must_be_migrated(settings)
    opening.open_all(settings)
    worker.run(chosen(settings), serving.until_stopped(), heads.Exporter(settings.heads_file))


@main.command()
@click.option("--quiet", is_flag=True, help="Say only what goes wrong.")
def web(quiet: bool) -> None:
    """Answer requests on HOST and PORT, with WORKERS processes, until stopped."""
    settings = config.load()
    opening.must_be_migrated(settings)
    opening.open_all(settings)  # here once, so that what is unsafe is said once; each worker opens its own
    db.database.close()
    serving.serve(settings, quiet=quiet)


@main.command()
def up() -> None:
    """Start everything; without MODE the demo, which is made at the first start."""
    os.environ.setdefault("MODE", Mode.DEMO.value)
    settings = _prepared()
    serving.serve_together(settings, lambda: _say_ready(settings))
    click.echo("Stopped.")


@main.command()
def doctor() -> None:
    """Say what is missing, and what to do about it."""
    findings = [*checkup.examine(os.environ), *_ways_out()]
    for each in findings:
        sign = "ok     " if each.advice is None else "MISSING" if each.needed else "without"
        click.echo(f"{sign}  {each.name}{f': {each.advice}' if each.advice else ''}")
    if any(each.advice and each.needed for each in findings):
        raise SystemExit(1)


@main.command("verify-audit")
@click.option(
    "--heads", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="The copy kept elsewhere."
)
def verify_audit(file: Path | None) -> None:
    """Say whether somebody has changed the access log, and where."""
    settings = config.load()
    opening.must_be_migrated(settings)
    opening.open_all(settings)
    faults, told = heads.verified(file or settings.heads_file)
    _say([*faults, *told])
    if faults:
        raise SystemExit(1)


@main.command()
@click.argument("arguments", nargs=-1)
def bench(arguments: tuple[str, ...]) -> None:
    """Measure against the budgets."""
    if importlib.util.find_spec(BENCH) is None:
        raise click.ClickException("The measurements are not part of this installation.")
    importlib.import_module(BENCH).run(arguments)


def _ways_out() -> list[checkup.Finding]:
    try:
        way = chosen(config.load())
    except Unsafe:  # said already, first of all
        return []
    return [checkup.Finding("a channel for notices", None if way else NO_CHANNEL, needed=False)]


def _say(lines: Any) -> None:
    for line in lines:
        click.echo(line)


def _migrated(settings: Settings) -> list[str]:
    return preparing.migrate(settings)


def _prepared() -> Settings:
    """What the first start makes; a later one finds it there."""
    if os.environ["MODE"] != Mode.PRODUCTION.value:
        made = [line for line in preparing.make_keys(os.environ) if line.startswith("Made")]
        _say(made)
    settings = config.load()
    _migrated(settings)
    if settings.demo and preparing.is_empty(settings):
        click.echo("Building the invented municipality Fjordvik. This takes a moment, once.")
        preparing.build_demo(settings)
    db.database.close()
    return settings


def _say_ready(settings: Settings) -> None:
    click.echo(f"Ready on {serving.address(settings)}")
    if settings.demo:
        click.echo(f"\nLog in as one of these; everybody's password is «{demo.PASSWORD}»:\n")
        _show_logins()
        click.echo("\nCtrl-C stops everything. What is written is kept.")


def _show_logins() -> None:
    t = i18n.speak("nb")
    for each in demo.logins():
        click.echo(f"  {each.username:<{WIDTHS[0]}} {each.name:<{WIDTHS[1]}} {t(each.role)}")


if __name__ == "__main__":
    main()
