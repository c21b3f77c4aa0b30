"""What pages need from the index, made when the index has changed and not when the next visitor comes."""

import asyncio
import logging

from starlette.concurrency import run_in_threadpool

from storage.errors import StoreError
from storage.search_masks import masks
from web.desk import Desk
from web.labels import concept_labels
from web.pages.search import suggestions

log = logging.getLogger(__name__)

PAUSE = 5.0
"""Seconds between two looks at whether a crawl has changed the index; a look is one row read."""
_FIRST_SEEN = ("search.html", "opening.html", "error.html")


async def keep_warm(desk: Desk) -> None:
    """Look again and again, until cancelled."""
    while True:
        try:
            await run_in_threadpool(warm, desk)
        except StoreError as error:  # the pages say so themselves; the next look may find the store well
            log.warning("the index could not be read ahead: %s", error)
        await asyncio.sleep(PAUSE)


def warm(desk: Desk) -> None:
    """Counts, suggestions and templates of the first pages; next to nothing where they are at hand."""
    with desk.context.store.read() as session:
        masks(session)
    suggestions(desk)
    concept_labels()
    for name in _FIRST_SEEN:
        desk.templates.get_template(name)
