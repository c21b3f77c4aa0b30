"""``jobbvakt raw``: the pages that are kept as they came."""

import base64
import sys
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from cli.common import AsJson, Config, DataDir, opened, out, print_json
from crawler.raw_pages import Answer
from operations.raw_pages import kept_page, newest, prune, shelves

MEBIBYTE = 2**20


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the group to ``app``."""
    group = typer.Typer(help=help_line, no_args_is_help=True)
    group.command("show")(_show)
    group.command("list")(_list)
    group.command("get")(_get)
    group.command("prune")(_prune)
    app.add_typer(group, name=name)


def _show(config: Config = None, data_dir: DataDir = None, as_json: AsJson = False) -> None:
    """What is kept of each source, and how much room is left."""
    with opened(config, data_dir) as context:
        found, room = list(shelves(context.data_dir).values()), context.settings.raw.megabytes
    whole = sum(one.bytes for one in found)
    if as_json:
        print_json({"bytes": whole, "room_bytes": room * MEBIBYTE, "sources": found})
        return
    table = Table("Source", "Pages", "MiB", "Oldest (UTC)", "Newest (UTC)", box=None)
    for one in found:
        moments = (f"{moment:%Y-%m-%d %H:%M}" if moment else "" for moment in (one.oldest, one.newest))
        table.add_row(one.source, str(one.pages), f"{one.bytes / MEBIBYTE:.1f}", *moments)
    if found:
        out().print(table)
    typer.echo(f"{whole / MEBIBYTE:.1f} of {room} MiB")


def _list(
    source: Annotated[str, typer.Argument(help="Name of a source.")],
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many, newest first.")] = 20,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """The newest pages of a source: what it answered when a run went wrong, say."""
    with opened(config, data_dir) as context:
        found = newest(context.data_dir, source, limit)
    if as_json:
        print_json([_told(answer) for _, answer in found])
        return
    table = Table("Key", "Came (UTC)", "Kind", "Bytes", "Address", box=None)
    for file, answer in found:
        came = f"{file.fetched_at:%Y-%m-%d %H:%M}"
        table.add_row(file.key[:12], came, answer.kind, str(len(answer.page.body)), Text(answer.asked))
    out().print(table)


def _get(
    key: Annotated[str, typer.Argument(help="Its key, or how that begins.")],
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """The bytes of one page, on stdout; with --json what is known of it, and the bytes in base64."""
    with opened(config, data_dir) as context:
        answer = kept_page(context.data_dir, key)
    if as_json:
        print_json(_told(answer) | {"body": base64.b64encode(answer.page.body).decode("ascii")})
        return
    sys.stdout.buffer.write(answer.page.body)
    sys.stdout.buffer.flush()


def _told(answer: Answer) -> dict[str, Any]:
    page = answer.page
    return {
        "key": page.key,
        "fetched_at": page.fetched_at,
        "kind": answer.kind,
        "status": page.status,
        "content_type": page.content_type,
        "asked": answer.asked,
        "url": page.url,
        "bytes": len(page.body),
    }


def _prune(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would go, and drop nothing.")] = False,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Drop what must go, what has aged, and the oldest beyond [raw] megabytes; the timer does so every hour."""
    with opened(config, data_dir) as context:
        done = prune(context, dry_run=dry_run)
    if as_json:
        print_json(done)
        return
    verb = "would go" if dry_run else "dropped"
    typer.echo(
        f"{done.pages} pages {verb} ({done.bytes / MEBIBYTE:.1f} MiB); "
        f"{done.kept_pages} stay ({done.kept_bytes / MEBIBYTE:.1f} MiB)."
    )
    if done.warning:
        typer.echo(done.warning, err=True)
