"""``jobbvakt vocabulary``: the words ads are searched for. Check the files, look a word up, find what is missing."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from cli.common import AsJson, Config, DataDir, NoConfig, NoDataDir, opened, out, print_json
from domain.errors import JobbvaktError, NothingFoundError
from domain.matching import Reading
from domain.prefilter import fold
from matcher.evaluation.ads import ad_text
from matcher.occupation import load_occupation
from matcher.reader import Reader
from matcher.suggest import suggest
from matcher.vocabulary import FOLDER, Concept, load_vocabulary, read_vocabulary
from matcher.vocabulary.checking import check
from storage import postings, readings


def register(app: typer.Typer, name: str, help_line: str) -> None:
    """Add the group to ``app``."""
    group = typer.Typer(help=help_line, no_args_is_help=True)
    group.command("check")(_check)
    group.command("show")(_show)
    group.command("suggest")(_suggest)
    app.add_typer(group, name=name)


def _check(config: NoConfig = None, data_dir: NoDataDir = None, as_json: AsJson = False) -> None:
    """Do the files follow the schema, and does every form belong to one concept?"""
    vocabulary = read_vocabulary()
    known = vocabulary.by_id()
    occupation = load_occupation()
    problems = check(vocabulary.concepts, vocabulary.broader)
    problems += [
        f"the occupation weighs {item.concept}, which is no concept"
        for item in (*occupation.skills, *occupation.certifications)
        if item.concept not in known
    ]
    counts = {
        "concepts": len(vocabulary.concepts),
        "forms": sum(len(concept.forms) for concept in vocabulary.concepts),
        "esco": sum(concept.esco is not None for concept in vocabulary.concepts),
        "version": vocabulary.version,
    }
    if as_json:
        print_json({**counts, "problems": problems})
    else:
        typer.echo(f"{counts['concepts']} concepts, {counts['forms']} forms, {counts['esco']} with an ESCO address")
        for problem in problems:
            typer.echo(f"  {problem}")
    if problems:
        raise JobbvaktError(
            "the vocabulary has problems", which=f"{len(problems)}", remedy=f"mend the files in {FOLDER}"
        )


def _show(
    word: Annotated[
        str, typer.Argument(metavar="WORD", help="A concept's id, its label, or a word it may be found by.")
    ],
    config: NoConfig = None,
    data_dir: NoDataDir = None,
    as_json: AsJson = False,
) -> None:
    """The concepts that a word belongs to, with all their forms."""
    wanted = fold(word)
    concepts = load_vocabulary().concepts
    found = [item for item in concepts if wanted in {fold(item.id), fold(item.label), *map(fold, item.forms)}]
    found = found or [item for item in concepts if any(wanted in fold(form) for form in (item.label, *item.forms))]
    if not found:
        raise NothingFoundError(
            "no such concept", which=word, remedy="'jobbvakt vocabulary suggest' lists phrases that ads use"
        )
    if as_json:
        print_json(found)
        return
    for item in found:
        typer.echo(_card(item))


def _card(item: Concept) -> str:
    flags = [flag for flag in ("exact", "cased", "inflect", "method", "generic") if getattr(item, flag)]
    lines = [f"{item.id}  {item.label}" + (f"  ({', '.join(flags)})" if flags else "")]
    lines.append(f"  forms: {', '.join(item.forms)}")
    lines += [f"  not beside: {', '.join(item.blockers)}"] if item.blockers else []
    lines += [f"  ESCO: {item.esco}"] if item.esco else []
    return "\n".join(lines)


def _suggest(
    ads: Annotated[Path | None, typer.Option(metavar="FILE.jsonl", help="Ads to look in instead of the store.")] = None,
    least: Annotated[int, typer.Option(min=1, help="Ads that must use the phrase.")] = 2,
    limit: Annotated[int, typer.Option(min=1, help="Phrases to list.")] = 40,
    config: Config = None,
    data_dir: DataDir = None,
    as_json: AsJson = False,
) -> None:
    """Phrases that requirements use and no concept knows, for a person to accept."""
    found = suggest(_of_file(ads) if ads else _of_store(config, data_dir), least=least, limit=limit)
    if as_json:
        print_json(found)
        return
    if not found:
        typer.echo("Every requirement of these ads is known, or stands in too few of them (--least).")
        return
    table = Table("Ads", "Phrase", "For example", box=None)
    for item in found:
        table.add_row(str(item.ads), item.phrase, item.example)
    out().print(table)


def _of_store(config: Path | None, data_dir: Path | None) -> list[Reading]:
    with opened(config, data_dir) as context, context.store.read() as session:
        return list(readings.of(session, [posting.id for posting in postings.active(session)]).values())


def _of_file(path: Path) -> Iterator[Reading]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise NothingFoundError("file cannot be read", which=str(path), why=str(error)) from error
    reader = Reader(load_occupation())
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield reader.read(ad_text(_record(line, f"{path}, line {number}")))


def _record(line: str, which: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise JobbvaktError("not an ad", which=which, why=str(error), remedy="one JSON object a line") from None
    if not isinstance(record, dict) or not isinstance(record.get("description_html"), str):
        raise JobbvaktError("not an ad", which=which, why="no description_html", remedy="one JSON object a line")
    return record
