"""Which letters do these bytes mean? Labels lie, so the bytes themselves are asked first.

Order of trust: byte order mark, UTF-8 that proves itself, HTTP charset, ``<meta>`` or XML declaration, Windows-1252.
Text that was once decoded with the wrong table ("pÃ¥") is put right where that can be done without guessing.
"""

import codecs
import re
from dataclasses import dataclass

REPLACEMENT = "\ufffd"

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16 LE, whose mark is a prefix of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HTTP = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_DECLARED = re.compile(
    rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]+)|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
_HEAD_BYTES = 4096
# The labels of the WHATWG Encoding Standard that mean Windows-1252 on the web.
_AS_CP1252 = {"ascii", "iso8859-1", "cp1252"}
_UNICODE_16_32 = {"utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"}
_SNIFFED_BYTES = 2048
_NUL_SHARE = 0.3
_ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the codec that gave it, and whether damage was met (and put right where possible)."""

    text: str
    encoding: str
    repaired: bool = False


def decode(body: bytes, content_type: str = "") -> Decoded:
    """``body`` as text. Never raises: bytes that no table explains become U+FFFD or their Windows-1252 letter."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return _finish(body[len(mark) :].decode(name, "replace"), name)
    wide = _wide(body)
    if wide:
        return _finish(body.decode(wide, "replace"), wide)
    try:
        return _finish(body.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decode_damaged(body, _labels(body, content_type))


def _decode_damaged(body: bytes, labels: list[str]) -> Decoded:
    """Not UTF-8 as it stands: a label's table, or UTF-8 with a few foreign bytes in it, or Windows-1252."""
    kept = body.decode("utf-8", "ignore")
    letters = sum(1 for char in kept if char > "\x7f")
    strangers = len(body) - len(kept.encode())
    if letters > strangers:
        return _finish(body.decode("utf-8", "jobbvakt_cp1252"), "utf-8", repaired=True)
    for label in labels:
        if label not in _UNICODE_16_32 and label != "utf-8":
            try:
                return _finish(body.decode(label), label)
            except (UnicodeDecodeError, LookupError):
                continue
    return _finish(body.decode("cp1252", "jobbvakt_latin1"), "cp1252", repaired="utf-8" in labels)


def _finish(text: str, encoding: str, *, repaired: bool = False) -> Decoded:
    better = repair_mojibake(text)
    return Decoded(better, encoding, repaired or better != text or REPLACEMENT in better)


def _labels(body: bytes, content_type: str) -> list[str]:
    """Codec names claimed by HTTP and by the page, in that order; unknown labels are dropped."""
    claims = [found[1] for found in [_HTTP.search(content_type)] if found]
    declared = _DECLARED.search(body[:_HEAD_BYTES])
    if declared:
        claims.append((declared[1] or declared[2]).decode("ascii", "ignore"))
    return [name for name in map(_codec, claims) if name]


def _codec(label: str) -> str | None:
    try:
        info = codecs.lookup(label.strip())
    except (LookupError, ValueError):
        return None
    # Python also has codecs that are no character sets (rot13, zip ...): those may never be applied to a page.
    if not getattr(info, "_is_text_encoding", True):
        return None
    return "cp1252" if info.name in _AS_CP1252 else info.name


def _wide(body: bytes) -> str | None:
    """UTF-16 without a mark shows itself by NULs in every other byte of markup."""
    sample = body[:_SNIFFED_BYTES]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > half * _NUL_SHARE and even < half * 0.1:
        return "utf-16-le"
    if even > half * _NUL_SHARE and odd < half * 0.1:
        return "utf-16-be"
    return None


def _byte_as_cp1252(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    bad = error.object[error.start : error.end]
    return bad.decode("cp1252", "jobbvakt_latin1"), error.end


def _byte_as_latin1(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("latin-1"), error.end


codecs.register_error("jobbvakt_cp1252", _byte_as_cp1252)
codecs.register_error("jobbvakt_latin1", _byte_as_latin1)


# UTF-8 read as Windows-1252 or Latin-1. Only lead bytes whose letters (Â, Ã, â€, ðŸ) no Nordic text puts before such a
# follower are taken: "SMÅ»" or "TROMSØ–BODØ" must stay as they are.
_FOLLOWER = "[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_MOJIBAKE = re.compile(f"[ÂÃ]{_FOLLOWER}|â[\x80€]{_FOLLOWER}|ð[\x9fŸ]{_FOLLOWER}{_FOLLOWER}|ï¿½")


def repair_mojibake(text: str) -> str:
    """Put right what was UTF-8 and was read with a one-byte table (also twice); other text is left alone."""
    for _ in range(_ROUNDS):
        if not any(mark in text for mark in "ÂÃâðï"):
            break
        text = _MOJIBAKE.sub(_reread, text)
    return text


def _reread(found: re.Match[str]) -> str:
    raw = b"".join(char.encode("latin-1") if char <= "\xff" else char.encode("cp1252") for char in found[0])
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
