"""Persons who asked to be erased, and the raw pages that name them: those of today, and those of later crawls.

Nothing but a keyed digest of an address is kept, to know it again. An ad may go on naming the person at its portal.
"""

import hashlib
import hmac
import re
from contextlib import suppress
from datetime import datetime, timedelta
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from crawler.raw_pages import DamagedPageError, Kept, RawPages, every_source
from operations.context import Context
from operations.secret import read_secret
from storage import forgotten, raw_links

_PURPOSE = b"persons who asked to be erased"
_ADDRESS = re.compile(r"[\w.!#$&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+")
_ESCAPE = re.compile(r"\\u00([0-9a-fA-F]{2})")
_MARK = ".looked"
_MARGIN = timedelta(minutes=1)
"""Between an answer and its page on disk."""


def digest_of(context: Context, address: str) -> str:
    """Under which ``address`` is known again; tells nothing without the secret of the data folder."""
    return _digest(_key(context), address)


def pages_naming(context: Context, folder: Path, address: str) -> list[Kept]:
    """Kept pages that name ``address``, and those whose ads had it as their contact."""
    with context.store.read() as session:
        linked = raw_links.of_contact(session, address)
    wanted = address.strip().lower()
    return [
        page
        for pages in every_source(folder)
        for page in pages.every()
        if page.key in linked.get(page.source, ()) or wanted in addresses_in(pages, page.key)
    ]


def drop_again(context: Context, folder: Path) -> int:
    """Drop pages that came since the last look and name somebody who was erased; how many."""
    with context.store.read() as session:
        known = forgotten.known(session)
    if not known:
        return 0
    now, since, key, dropped = context.clock.now(), _last_look(folder), _key(context), 0
    for pages in every_source(folder):
        fresh = [page.key for page in pages.every() if since is None or page.fetched_at >= since]
        doomed = [one for one in fresh if any(_digest(key, name) in known for name in addresses_in(pages, one))]
        pages.drop(doomed)
        dropped += len(doomed)
    (folder / _MARK).write_text((now - _MARGIN).isoformat(), encoding="ascii")
    return dropped


def addresses_in(pages: RawPages, key: str) -> set[str]:
    """E-mail addresses on a kept page, in small letters, however HTML, JSON or a link writes them."""
    try:
        text = pages.whole(key).decode("utf-8", "replace")
    except (FileNotFoundError, DamagedPageError):
        return set()
    if "@" not in text and "40" not in text and "64" not in text and "&commat" not in text:
        return set()
    plain = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return {found.lower().strip(".'") for found in _ADDRESS.findall(unquote(unescape(plain)))}


def _last_look(folder: Path) -> datetime | None:
    with suppress(FileNotFoundError, ValueError):
        return datetime.fromisoformat((folder / _MARK).read_text(encoding="ascii"))
    return None


def _key(context: Context) -> bytes:
    secret = read_secret(context.settings.web.secret.get_secret_value(), context.data_dir)
    return hmac.digest(secret, _PURPOSE, hashlib.sha256)


def _digest(key: bytes, address: str) -> str:
    return hmac.digest(key, address.strip().lower().encode(), hashlib.sha256).hex()
