"""An ad page that somebody has open, at whatever portal, taken into the store and onto their own list."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from crawler.parsing.page import Page
from crawler.parsing.saved_page import read_saved_page
from domain.errors import UsageError
from domain.postings import Draft
from operations.context import Context
from operations.importing import import_files
from operations.match import match
from storage import openings, postings, saved

MOST_BYTES = 5 * 2**20


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the page."""

    openings: tuple[int, ...]
    """Openings that the page's ads belong to, now saved for the account."""


def take_page(context: Context, account_id: int, body: bytes, name: str = "page.html") -> Taken:
    """Store the ads of a saved page (HTML or MHTML) as an import, and save their openings for the account.

    Raises UsageError for an empty or too large page, and for one without an ad.
    """
    if not body.strip() or len(body) > MOST_BYTES:
        raise UsageError(
            "the page cannot be read",
            why="it is empty" if not body.strip() else f"more than {MOST_BYTES // 2**20} MB",
            remedy="save the page in the browser as HTML, or copy its whole source",
        )
    ending = ".mhtml" if name.lower().endswith((".mhtml", ".mht")) else ".html"
    page = read_saved_page(Page(f"page{ending}", body, context.clock.now()))
    refs = [ad.source_ref for ad in page.ads if isinstance(ad, Draft)]
    if not refs:
        raise UsageError(
            "no ad was found on the page",
            which=page.url or "",
            why="the page is no single ad, or its portal is not known",
            remedy="open the ad itself and save that page",
        )
    with tempfile.TemporaryDirectory(prefix="jobbvakt-page-") as folder:
        path = Path(folder) / f"page{ending}"
        path.write_bytes(body)
        import_files(context, [path])
    match(context)
    return Taken(_save(context, account_id, page.source, refs))


def _save(context: Context, account_id: int, source: str, refs: list[str]) -> tuple[int, ...]:
    found: list[int] = []
    with context.store.write() as session:
        for posting in postings.by_refs(session, source, refs).values():
            record = openings.get_by_posting(session, posting.id)
            if record is not None:
                saved.save(session, account_id, record.id, context.clock.now())
                found.append(record.id)
    return tuple(dict.fromkeys(found))
