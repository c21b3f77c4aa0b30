"""``jobbvakt reparse``: read stored ads again from their kept pages, after a parser has learnt something."""

from typing import Annotated, Any

import typer

from cli.common import AsJson, Config, DataDir, opened, print_json, progress
from domain.codec import to_plain
from operations.match import match
from operations.reparse import reparse
from operations.rereading import FieldChange, Reparsed

ADS_SHOWN = 20
LONGEST = 120
"""Characters of a value that are shown; ``--json`` gives it whole."""
_EXAMPLES = """
Examples:\n
\n
  jobbvakt reparse --dry-run\n
  jobbvakt reparse --source jobbnorge --source my_employer --json
"""


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the command to ``app``."""
    app.command(name, help=help_line, epilog=_EXAMPLES)(_command)


def _command(
    sources: Annotated[
        list[str] | None, typer.Option("--source", metavar="NAME", help="Only this; repeatable.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would change, and store nothing.")] = False,
    no_match: Annotated[bool, typer.Option("--no-match", help="Do not score what changed afterwards.")] = False,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    with opened(config, data_dir) as context:
        with progress.status("reading kept pages") as status:
            done = reparse(
                context,
                sources or [],
                dry_run=dry_run,
                progress=lambda name, read, ads: status.update(f"{name}: {read} of {ads} ads"),
            )
        if not (no_match or dry_run) and any(one.changed for one in done):
            match(context)
    if as_json:
        print_json({"dry_run": dry_run, "sources": done})
    for one in done if not as_json else []:
        _tell(one)
    if dry_run and not as_json:
        typer.echo("A dry run: nothing of this was stored.")
    failed = sum(bool(one.failed) for one in done)
    if failed:
        raise typer.Exit(1 if failed == len(done) else 4)


def _tell(one: Reparsed) -> None:
    counts = (
        (one.read, "read again"),
        (len(one.changed), "changed"),
        (len(one.trouble), "could not be read"),
        (one.not_kept, "without a kept page"),
    )
    told = " · ".join(f"{count} {what}" for number, (count, what) in enumerate(counts) if count or number < 2)
    typer.echo(f"{one.source}: {told}" + (f"\n  {one.failed}" if one.failed else ""))
    for ad in one.changed[:ADS_SHOWN]:
        typer.echo(f"  {ad.id} {ad.title}")
        for change in ad.fields:
            typer.echo(f"    {_change(change)}")
    if len(one.changed) > ADS_SHOWN:
        typer.echo(f"  … and {len(one.changed) - ADS_SHOWN} more; --json gives them all")
    for trouble in one.trouble[:ADS_SHOWN]:
        typer.echo(f"  {trouble.source_ref}: {trouble.why}")


def _change(change: FieldChange) -> str:
    before, after = to_plain(change.before), to_plain(change.after)
    if change.name == "description_html":
        return f"{change.name}: {len(before or '')} → {len(after or '')} characters"
    return f"{change.name}: {_short(before)} → {_short(after)}"


def _short(value: Any) -> str:
    text = "–" if value in (None, []) else str(value)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
