"""The operator's door: ``jobbvakt <command>``. stdout is data, stderr is progress and errors.

Only the module of the command that was asked for is imported, so that ``--help`` answers at once.
"""

import gc
import importlib
import os
import sys
from collections.abc import Callable, Sequence

import typer

from cli.errors import report

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("cli.demo", "Crawl the bundled portals, match, compose a digest: the whole product in one go."),
    "init": ("cli.init", "Write a commented jobbvakt.toml."),
    "doctor": ("cli.doctor", "Look for trouble and say how to mend each."),
    "crawl": ("cli.crawl", "Fetch ads from sources."),
    "import": ("cli.imports", "Bring your own alert e-mails, saved pages and lists of postings."),
    "sources": ("cli.sources", "Where ads come from: list, show, enable, disable."),
    "runs": ("cli.runs", "What the crawls did: list, show, cancel."),
    "reparse": ("cli.reparse", "Read stored ads again from their kept pages, without asking anybody."),
    "raw": ("cli.raw", "Pages kept as they came: show, list, get, prune."),
    "match": ("cli.match", "Read and score what is stored."),
    "search": ("cli.search", "Find openings, best match first."),
    "export": ("cli.export", "The openings of a search as CSV, XLSX, JSON or JSON lines."),
    "show": ("cli.show", "One opening with its score, reasons and sources."),
    "openings": ("cli.openings", "Which ads are one opening: merge, split, rulings."),
    "profile": ("cli.profile", "What a job seeker has and wants: add, show, list, remove."),
    "alert": ("cli.alert", "Saved searches that write to people: add, list, pause, preview."),
    "digest": ("cli.digest", "Compose the digests that are due, and deliver them."),
    "deliver": ("cli.deliver", "Send what waits in the outbox."),
    "bounces": ("cli.bounces", "Read mail that came back, and stop writing to addresses that are gone."),
    "account": ("cli.account", "Who may sign in to the pages: add, password, list, remove."),
    "forget": ("cli.forget", "Everything about a person: export it, erase it."),
    "serve": ("cli.serve", "The pages and the API, for people and programs."),
    "schedule": ("cli.schedule", "Run on a timer: refresh sources, send digests."),
    "work": ("cli.work", "Take part of the schedule's crawls and mail, also on another machine."),
    "vocabulary": ("cli.vocabulary", "The words that ads are searched for: check, show, suggest."),
    "evaluate": ("cli.evaluate", "Measure the matcher on labelled ads."),
    "new": ("cli.new", "For those who write a portal: its file, its fixtures, a red test."),
    "db": ("cli.db", "The store: upgrade, check, backup, restore."),
    "config": ("cli.config", "The settings in force."),
}
_SELDOM = (20_000, 20, 20)
"""How often Python looks for rubbish: it goes through all that is kept again and again, and the matcher keeps much."""
_EXAMPLES = """
Examples:\n
\n
  jobbvakt demo\n
  jobbvakt init && jobbvakt crawl nav_feed && jobbvakt search kundesenter\n
  jobbvakt profile add kari --has CCSM --has "Dynamics 365" --county Oslo\n
  jobbvakt alert add --email kari@example.org --profile kari --min-score 60\n
\n
Exit codes: 0 ok, 1 failure, 2 usage, 3 nothing found, 4 some sources failed, 5 configuration, 130 interrupted.
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """The console script. Ends with SystemExit."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    gc.set_threshold(*_SELDOM)
    try:
        build(words)(args=words, prog_name="jobbvakt")
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:  # the reader of our output went away, as in `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:  # noqa: BLE001 - the outermost boundary: a person reads what comes here
        sys.exit(report(error, as_json="--json" in words))


def build(words: Sequence[str]) -> typer.Typer:
    """The program, with the module of the wanted command loaded and the others as names with a line of help."""
    app = typer.Typer(
        name="jobbvakt",
        help="Gathers customer-service-manager job ads, scores them with reasons, and tells people in time.",
        epilog=_EXAMPLES,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.callback()(_version_option)
    wanted = next((word for word in words if not word.startswith("-")), "")
    completing = "_JOBBVAKT_COMPLETE" in os.environ
    for name, (module, help_line) in COMMANDS.items():
        if completing or name == wanted:
            importlib.import_module(module).register(app, name, help_line)
        else:
            app.command(name, help=help_line)(_elsewhere)
    return app


def _elsewhere() -> None:
    """Stands for a command whose module this call does not need."""


def _version_option(version: bool = typer.Option(False, "--version", help="Print the version and end.")) -> None:
    if version:
        importlib.import_module("cli.version").show()


Register = Callable[[typer.Typer, str, str], None]
