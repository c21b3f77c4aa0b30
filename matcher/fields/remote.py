"""On site, hybrid or remote, as stated; a silent ad is None."""

import re

from matcher import gates
from matcher.document import Document
from matcher.fields.common import Found, search, speaking
from matcher.folding import compiled
from matcher.sections import Section

_FULLY = compiled(
    r"\b(?:fully remote|100 ?% remote|fully distributed|remote[- ]first|work from anywhere|helt hjemmefra|"
    r"100 ?% hjemmekontor|fast hjemmekontor|fullt hjemmekontor|helt på distans|remote position|remote job|"
    r"100 ?% på distans|fuld(?:t)? remote|fjernarbeid på heltid|fully work from home)\b"
)
_HOME = compiled(
    r"\b(?:hjemmekontor\w*|heimekontor\w*|hybrid\w*|home office|work(?:ing)? (?:from home|remotely)|"
    r"remote work\w*|distansarbete\w*|jobbe hjemmefra|arbeide hjemmefra|jobbe hjemme|arbeid hjemmefra|"
    r"jobba hemifrån|arbeta hemifrån|hjemmearbejde\w*|"
    r"hjemmearbejdsdag\w*|arbejde hjemmefra|fjernarbeid\w*|jobba på distans|arbeta på distans|"
    r"remote days?|wfh|flexible working location|hemmakontor|arbeide heimanfrå|jobbe heimanfrå|"
    r"distansjobb|remote flexibility|hemarbete|remote option)\b"
)
_ONSITE = compiled(
    r"\b(?:on[- ]site|onsite|oppmøte (?:i|på|ved|kreves)|oppmøtested\w*|fysisk oppmøte|på kontoret i|"
    r"in the office five|office-based|in-office|based in our office|fremmøte|på plats i|"
    r"arbetet utförs på plats|på plats på vårt|stedlig|physical presence|personlig oppmøte|fra kontoret i|"
    r"på kontoret (?:vårt )?(?:i|på)|office based|stasjonert på kontoret|frammøte|"
    r"arbeidet utføres på kontoret|5 days a week in the office)\b"
)
_DENIED = compiled(
    r"\b(?:ikke|ingen|ikkje|inte|inga|no|not|ingen mulighet|without|uten|kan ikke|cannot|does not|doesn't|"
    r"ej|dessverre|dessutan ikkje)\b[^.;]{0,40}$"
)
_DENIED_AFTER = compiled(
    r"^[^.;]{0,25}\b(?:er ikke mulig|ikke mulig|is not possible|not possible|er ikke aktuelt|"
    r"not available|tilbys ikke|är inte möjligt|er ikkje mogleg|er ikke en mulighet)\b"
)


def remote(document: Document) -> Found[str] | None:
    """onsite, hybrid or remote; None when neither the text nor the portal's field says so."""
    onsite: Found[str] | None = None
    for voice in speaking(
        document, gates.REMOTE, Section.MUST, Section.NICE, Section.TRAITS, Section.TASKS, Section.EMPLOYER
    ):
        fully = search(_FULLY, document, voice)
        if fully and not _denied(document, voice.passage.start, fully):
            return Found("remote", fully.start(), fully.end())
        for home in _HOME.finditer(document.folded, voice.passage.start, voice.passage.end):
            if _denied(document, voice.passage.start, home):
                onsite = onsite or Found("onsite", voice.passage.start, voice.passage.end)
            else:
                return Found("hybrid", home.start(), home.end())
        site = search(_ONSITE, document, voice)
        if site and not _denied(document, voice.passage.start, site):
            onsite = onsite or Found("onsite", site.start(), site.end())
    if onsite is None and (document.ad.job_location_type or "").upper() == "TELECOMMUTE":
        return Found("remote", 0, 0)
    return onsite


def _denied(document: Document, start: int, match: re.Match[str]) -> bool:
    before = document.folded[max(start, match.start() - 45) : match.start()]
    after = document.folded[match.end() : match.end() + 45]
    return bool(_DENIED.search(before)) or bool(_DENIED_AFTER.search(after))
