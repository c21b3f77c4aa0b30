"""Text as it is read, and as it travels: quoted-printable (RFC 2045 § 6.7), where plain ASCII stays legible.

Encoding a message whole takes as long as all else that is done for it. What many messages share is therefore encoded
once, as a ``Pattern`` with holes; a soft line break stands on either side of what fills a hole, so that neither side
needs to know how long the other is.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain, repeat
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
        constants, self._names = text.split(HOLE)[::2], text.split(HOLE)[1::2]
        self._plain = _with_room(constants)
        self._quoted = _with_room(_side_by_side(constants))

    def filled(self, plain: Mapping[str, str], wire: Mapping[str, str]) -> Written:
        """The text with ``plain`` in its holes; ``wire`` holds the same, quoted."""
        in_plain, in_wire = self._plain[:], self._quoted[:]
        in_plain[1::2] = map(plain.__getitem__, self._names)
        in_wire[1::2] = map(wire.__getitem__, self._names)
        return Written("".join(in_plain), "".join(in_wire))


def _side_by_side(constants: Sequence[str]) -> list[str]:
    """What stands around the holes, for the wire, with a soft break on either side of a hole in a line."""
    wire = [*map(_encoded, constants[:-1]), quoted(constants[-1])]  # a line may end with the last
    for at in range(len(wire) - 1):
        left, right = constants[at], constants[at + 1]
        if (at and not left) or (left and not left.endswith("\n")):
            wire[at] += _SOFT_BREAK
        if right and not right.startswith("\n"):
            wire[at + 1] = _SOFT_BREAK + wire[at + 1]
    return wire


def _with_room(constants: Sequence[str]) -> list[str]:
    """The constants with a place for what fills the hole after each but the last."""
    return [*chain.from_iterable(zip(constants, repeat("")))][:-1]


def _encoded(text: str) -> str:
    lines = _TO_ENCODE.sub(_octets, text).split("\n")
    return "\r\n".join(line if len(line) <= _LINE else _SOFT_BREAK.join(_FOLDED.findall(line)) for line in lines)


def _octets(found: re.Match[str]) -> str:
    return "".join(f"={octet:02X}" for octet in found[0].encode())
