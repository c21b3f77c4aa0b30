"""Text as it is read, and as it travels: quoted-printable (RFC 2045 § 6.7), where plain ASCII stays legible.

Encoding a message whole takes as long as all else that is done for it. What many messages share is therefore encoded
once, as a ``Pattern`` with holes; a soft line break stands on either side of what fills a hole, so that neither side
needs to know how long the other is.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

HOLE = "\x1e"
"""Stands around the name of a hole, and in no ad: ``alerts.cleaning`` takes controls out."""

_LINE = 75
"""Characters of a line, besides the soft break behind it."""
_SOFT_BREAK = "=\r\n"
_TO_ENCODE = re.compile(r"[^\n -<>-~]| (?=\n)")
"""What is no printable ASCII, the equals sign, and a space that a relay would take from the end of a line."""
_FOLDED = re.compile(rf".{{1,{_LINE}}}(?<!=)(?<!=.)")
"""As much as a line holds, and no octet torn apart."""


class Written(NamedTuple):
    """A text as it is read, and the same for the wire. Line ends are ``\\n`` here and CRLF there."""

    plain: str
    quoted: str


def written(text: str) -> Written:
    """``text`` beside its form for the wire."""
    return Written(text, quoted(text))


@lru_cache(maxsize=16_384)
def quoted(text: str) -> str:
    """``text`` for the wire."""
    if len(text) <= _LINE and text.isascii() and text.isprintable() and "=" not in text and not text.endswith(" "):
        return text  # nothing to encode
    return _encoded(f"{text}\n").removesuffix("\r\n")


class Pattern:
    """A text with named holes, both as it is read and for the wire; a hole is ``HOLE name HOLE`` without the spaces."""

    def __init__(self, text: str) -> None:
        first, *rest = text.split(HOLE)
        self._plain, self._quoted = first.replace("%", "%%"), _encoded(first).replace("%", "%%")
        for name, constant in zip(rest[::2], rest[1::2], strict=True):
            before = _SOFT_BREAK if self._quoted and not self._quoted.endswith("\n") else ""
            after = _SOFT_BREAK if constant and not constant.startswith("\n") else ""
            self._plain += f"%({name})s" + constant.replace("%", "%%")
            self._quoted += f"{before}%({name})s{after}" + _encoded(constant).replace("%", "%%")

    def filled(self, plain: Mapping[str, str], wire: Mapping[str, str]) -> Written:
        """The text with ``plain`` in its holes; ``wire`` holds the same, quoted."""
        return Written(self._plain % plain, self._quoted % wire)


def _encoded(text: str) -> str:
    lines = _TO_ENCODE.sub(_octets, text).split("\n")
    return "\r\n".join(line if len(line) <= _LINE else _SOFT_BREAK.join(_FOLDED.findall(line)) for line in lines)


def _octets(found: re.Match[str]) -> str:
    return "".join(f"={octet:02X}" for octet in found[0].encode())
