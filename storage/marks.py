"""Marks of addresses: keyed digests, by which an address is known again where it must not be kept.

The key is none of the store's: whoever has the store alone cannot try out addresses.
"""

import hashlib
import hmac

from sqlalchemy.orm import Session

KEY = "key of marks"
"""Under which a session knows the key."""


def mark(key: bytes, address: str) -> str:
    """The mark of ``address``, whatever its capitals."""
    return hmac.digest(key, address.strip().lower().encode(), hashlib.sha256).hex()


def mark_of(session: Session, address: str) -> str:
    """The same with the key that the store was opened with."""
    return mark(session.info[KEY], address)
