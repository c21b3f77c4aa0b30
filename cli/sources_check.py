"""``jobbvakt sources check``: every parser against its fixture pages."""

from typing import Annotated

import typer
from rich.table import Table

from cli.common import AsJson, NoConfig, NoDataDir, out, print_json
from operations.source_check import cases, check


def check_all(
    portal: Annotated[str | None, typer.Argument(help="Only this portal or platform.")] = None,
    found: Annotated[bool, typer.Option("--found", help="Print what the parser reads, to be looked through.")] = False,
    config: NoConfig = None,
    data_dir: NoDataDir = None,
    as_json: AsJson = False,
) -> None:
    """Read every fixture page and compare each field with what must be found; ends with 1 when one differs."""
    if found:
        read = {str(case): case.found for case in cases(portal)}
        print_json(next(iter(read.values())) if len(read) == 1 else read)
        return
    checked = check(portal)
    wrong = [case for case in checked if case.wrong]
    if as_json:
        print_json(checked)
    else:
        table = Table("Portal", "Cases", "Fields", "Wrong", box=None)
        for slug in dict.fromkeys(case.case.partition("/")[0] for case in checked):
            own = [case for case in checked if case.case.partition("/")[0] == slug]
            counts = (len(own), sum(case.fields for case in own), sum(len(case.wrong) for case in own))
            table.add_row(slug, *map(str, counts))
        out().print(table)
        for case in wrong:
            typer.echo("\n  ".join((case.case, *case.wrong)))
    if wrong:
        raise typer.Exit(1)
