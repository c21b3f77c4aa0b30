"""Full time and part time as portals state them: in a code of theirs (``FULL_TIME``), or in their own language."""

import re

_FULL = ("fulltime", "heltid", "heiltid", "fuldtid")
_PART = ("parttime", "deltid")


def extent_in_words(stated: str, full: str, part: str) -> str:
    """``stated`` with ``full`` and ``part`` for what is known between its commas; the rest stays as it is."""
    words = {**dict.fromkeys(_FULL, full), **dict.fromkeys(_PART, part)}
    return ", ".join(words.get(re.sub(r"[\W_]", "", word.casefold()), word) for word in stated.split(", "))
