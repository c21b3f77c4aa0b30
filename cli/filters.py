"""The search's filters as options of a command: the names of the page's address."""

from typing import Annotated

import typer

from domain.errors import UsageError
from domain.search_address import from_address, is_address, read
from domain.searching import Criteria

Words = Annotated[
    list[str] | None, typer.Argument(help='Words; "a phrase", -without, begin*, OR; or an address ?v=1&…')
]
Filters = Annotated[
    list[str] | None, typer.Option("--filter", metavar="NAME=VALUE", help="As county=Oslo or published=7; repeat it.")
]


def criteria_from(words: list[str] | None, filters: list[str] | None, min_score: int = 0) -> Criteria:
    """The search of a command line. Raises UsageError naming what cannot be read."""
    text = " ".join(words or [])
    if is_address(text):
        return from_address(text)
    pairs = [("q", text), ("min_score", str(min_score))]
    for item in filters or []:
        name, equals, value = item.partition("=")
        if not equals:
            raise UsageError("a filter needs a name and a value", which=item, remedy="write it like county=Oslo")
        pairs.append((name.strip(), value))
    criteria, mistakes = read(pairs)
    if mistakes:
        told = "; ".join(f"{item.name}={item.value}: {item.why}" for item in mistakes)
        raise UsageError("the search cannot be read", why=told, remedy="names are those of the search page's address")
    return criteria
