"""On site, hybrid or remote, as stated; a silent ad is None."""

from matcher import gates
from matcher.document import Document
from matcher.fields.common import Found, first_row, moved, speaking
from matcher.fields.remote_clauses import on_site, partly, remotely
from matcher.folding import compiled
from matcher.sections import Section
from matcher.voice import Voice, once_for_words, tells

_SILENT = (Section.MUST, Section.NICE, Section.TRAITS, Section.TASKS, Section.EMPLOYER)


def remote(document: Document) -> Found[str] | None:
    """onsite, hybrid or remote; None when neither the text nor the portal's field says so."""
    onsite: Found[str] | None = None
    for at, voice in speaking(document, gates.REMOTE, *_SILENT):
        found = _in_voice(voice)
        if found and found.value != "onsite":
            return moved(found, at)
        onsite = onsite or (moved(found, at) if found else None)
    onsite = onsite or first_row(document, gates.REMOTE, _LABEL, _in_voice)
    if onsite is None and (document.ad.job_location_type or "").upper() == "TELECOMMUTE":
        return Found("remote", 0, 0)
    return onsite


_READERS = (("remote", remotely), ("hybrid", partly), ("onsite", on_site))
"""What is said of all the work or some of it beats what is said of none."""


@once_for_words
def _in_voice(voice: Voice) -> Found[str] | None:
    if voice.folded.endswith(":"):  # a label, whose value stands apart
        return None
    for value, read in _READERS:
        if found := read(voice.folded):
            return Found(value, found.start(), found.end())
    return None


_LABEL = compiled(
    r"(?:hjemmekontor|heimekontor|home office|remote(?: work)?|arbeidss?ted|arbeidsstad|sted|location|workplace|"
    r"arbetsplats|distansarbete|arbejdssted|hjemmearbejde)\s?[:?]?"
)
tells(gates.REMOTE, _in_voice, lambda voice: _LABEL.fullmatch(voice.folded))
