"""One look into a mailbox source: new mails, their ads, and the place reached, stored together."""

from crawler.mailbox import Fetched, new_mails
from domain.errors import JobbvaktError
from domain.sources import Source
from operations.context import Context
from operations.imported import Bringing, Brought, store_brought
from operations.importing import read_message
from operations.locks import source_lock
from storage import sources as source_states
from storage.runs import RunRecord


def read_mailbox(context: Context, source: Source, trigger: str) -> RunRecord:
    """Read what is new and store its ads under their portals' names; the run bears the mailbox's name.

    A mailbox that cannot be read is a failed run, as it is with any source. Raises JobbvaktError when another
    process is at it.
    """
    with source_lock(context.data_dir, source.name) as ours:
        if not ours:
            raise JobbvaktError(
                "the mailbox is being read already", which=source.name, remedy="wait a moment, and try again"
            )
        with context.store.read() as session:
            cursor = source_states.cursor(session, source.name)
        try:
            found = new_mails(source, cursor, context.clock.now())
        except JobbvaktError as error:
            failed = f"{error}; {error.remedy}" if error.remedy else str(error)
            return store_brought(context, Bringing(source.name, trigger, (), failed=failed))
        return store_brought(context, _bringing(context, source, found, trigger))


def _bringing(context: Context, source: Source, found: Fetched, trigger: str) -> Bringing:
    brought: list[Brought] = []
    problems: list[str] = []
    for mail in found.mails:
        read_message(mail, context.clock.now(), brought, [])  # a mail without ads is no fault of the folder
    if found.too_large:
        problems.append(f"{found.too_large} mails are too large for alerts and were not read")
    return Bringing(
        source.name,
        trigger,
        brought,
        pages=len(found.mails),
        size=sum(map(len, found.mails)),
        problems=problems,
        cursor=found.cursor,
    )
