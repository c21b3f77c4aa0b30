"""On site, hybrid or remote, as stated; a silent ad is None."""

import re

from matcher import gates
from matcher.document import Document
from matcher.fields.common import Found, moved, speaking
from matcher.folding import compiled
from matcher.sections import Section
from matcher.voice import Voice, once_for_words, tells

_FULLY = compiled(
    r"\b(?:(?:fullt|helt|fuldt|entirely|completely) remote|fra hvor som helst|frå kor som helst|varifrån som helst|"
    r"fully remote|100 ?% remote|fully distributed|remote[- ]first|work from anywhere|helt hjemmefra|"
    r"100 ?% hjemmekontor|fast hjemmekontor|fullt hjemmekontor|helt på distans|remote position|remote job|"
    r"100 ?% på distans|(?<![a-z]\s)remote (?:within|in|from|anywhere)|fuld(?:t)? remote|fjernarbeid på heltid|"
    r"fully work from home|remote is (?:fine|ok|okay|possible|welcome)|work remotely (?:as long|from anywhere)|"
    r"(?:jobb|arbeid)\w* (?:akkurat )?(?:hvor som helst|kor som helst|der du bor))\b"
)
_SOME_DAYS = (
    r"(?:én|en|éin|ein|to|tre|two|three|one|två|[1-4])(?:\s?-\s?(?:[2-4]|tre|three))? (?:(?:faste|fixed|fasta) )?"
    r"(?:dager|dagar|dage|days?|dag)(?: (?:i|per|a|om|pr\.?) (?:uka|uken|veka|veckan|ugen|week))?"
)
"""Some days of the week, so not all of them."""
_HOME = compiled(
    r"\b(?:hjemmekontor\w*|heimekontor\w*|hybrid\w*|home office|work(?:ing)? (?:from home|remotely)|remote work\w*|"
    r"distansarbete\w*|jobbe hjemmefra|arbeide hjemmefra|jobbe hjemme|arbeid hjemmefra|jobba hemifrån|arbeta hemifrån|"
    r"hjemmearbejde\w*|hjemmearbejdsdag\w*|arbejde hjemmefra|fjernarbeid\w*|jobba på distans|arbeta på distans|"
    r"(?:jobb|arbei|arbej|arbet)\w* (?:\w+ ){0,3}(?:hjemmefra|hjemme|heimefrå|heimanfrå|hemifrån|heime|hemma)|"
    r"(?:days?|dag(?:er|ar|e|en)?)(?: a week| i uka| i uken| i veka)? (?:from|at) home|remote days?|wfh|"
    r"flexible working location|hemmakontor|arbeide heimanfrå|jobbe heimanfrå|(?:one|two|three|four|"
    r"\d)(?: days?)?(?: a week)? (?:from|at) home|hjemmedag\w*|heimedag\w*|hemmadag\w*|distansjobb|remote flexibility|"
    r"hemarbete|remote option|(?:dag(?:er|ar|e|en)?|uke|veke)(?: (?:i|per|pr\.?) \w+)? (?:hjemme|heime|hemma)|"
    r"(?:resten|ellers|elles|delvis|delvist|delvist|partly|annars|ellers kan du|rest) (?:\w+ ){0,3}(?:hjemmefra|"
    r"heimefrå|heimanfrå|hemifrån|from home|hjemme|heime)|hjemmefra|heimefrå|hemifrån|fleksibelt arbeidssted|"
    r"fleksibel arbeidsstad|flexibelt arbetssätt|fleksibelt kontor|(?:mellom|mellan|mellem|between) (?:kontor\w*|"
    r"office|the office) (?:og|och|and) (?:hjem\w*|heim\w*|hem\w*|home)|"
    rf"{_SOME_DAYS} (?:\w+ )?(?:på|ved|at|in|from|fra|frå|från) (?:the |our )?(?:kontor\w*|office)|"
    r"(?:én|en|ein|to|tre|two|three|one|två|[1-4]) (?:faste |fixed |fasta )?(?:kontordag(?:er|ar|e)?|office days?)|"
    r"office days|kontordag(?:er|ar|e)|(?:på kontoret|in the office|at the office) (?:(?:på|on) )?(?:\w+day|\w+dag|"
    r"\w+dagar)s?\b(?!\s?(?:-|til\b|to\b|till\b))|"
    rf"(?:på|at|in|from|fra|frå|från) (?:the |our )?(?:kontor\w*|office) {_SOME_DAYS}|"
    r"[1-9]\d ?(?:%|prosent|procent|percent) (?:på|at|in|of your time in) (?:the )?(?:kontor\w*|office)|"
    r"(?:arbeider|arbeid|jobber|jobb) (?:der du vil|hvor du vil)|work from (?:your )?home|på distans)\b"
)
_ONSITE = compiled(
    r"\b(?:(?:jobbet|tjänsten|arbetet|rollen|du arbetar|du jobbar)\b[^.;]{0,30} på plats|tilstedeværelse|tilstedevære|"
    r"tilstadevering|til stede på kontoret|närvaro på kontoret|fast oppmøte|(?:her|here|här|på kontoret|in the office|"
    r"at the office)(?: \w+){0,4} (?:hver dag|kvar dag|hverdag|varje dag|every day|daily|alle dager|alle dagar)|"
    r"(?:møder|møter) (?:ind|inn|opp|fysisk)|stedbasert|stadbasert|kontorbasert|kontorsbaserad|work takes place (?:at|"
    r"in)|(?:arbeidet|arbetet|arbejdet|jobben|jobbet) (?:foregår|skjer|sker|går føre seg) (?:på|i|ved)|platsbunden|"
    r"(?:der|her|here|dér) (?:at )?(?:jobben|arbeidet|stillingen|the work) (?:gjøres|utføres|er|skjer|happens)|"
    r"on[- ]site|onsite|oppmøte (?:i|på|ved|kreves)|oppmøtested\w*|fysisk oppmøte|på kontoret i|in the office five|"
    r"office-based|in-office|based in our office|fremmøte|på plats i|arbetet utförs på plats|på plats på vårt|stedlig|"
    r"physical presence|personlig oppmøte|fra kontoret i|på kontoret (?:vårt )?(?:i|på)|(?:jobber|arbeider|arbeidar|"
    r"jobbar|work|works) (?:fra|frå|på|from|at|in) (?:kontoret|the office|our offices?|kontorene våre)|"
    r"done from our offices?|from our offices? in|office based|stasjonert på kontoret|frammøte|"
    r"arbeidet utføres på kontoret|5 days a week in the office)\b"
)
_DENIED = compiled(
    r"\b(?:ikke|ingen|ikkje|inte|inga|no|not|ingen mulighet|without|uten|kan ikke|cannot|does not|doesn't|"
    r"ej|dessverre|dessutan ikkje)\b[^.;]{0,40}$"
)
_DENIED_AFTER = compiled(
    r"^[^.;]{0,25}\b(?:is not an option|not an option|not offered|ikke er mulig|ikkje er mogleg|er ikke noe vi|"
    r"inte är möjligt|er ikke mulig|ikke mulig|is not possible|not possible|er ikke aktuelt|"
    r"not available|tilbys ikke|är inte möjligt|er unntak\w*|bare unntaksvis|kun unntaksvis|only in exceptional|"
    r"er ikkje mogleg|er ikke en mulighet)\b"
)


_SILENT = (Section.MUST, Section.NICE, Section.TRAITS, Section.TASKS, Section.EMPLOYER)


def remote(document: Document) -> Found[str] | None:
    """onsite, hybrid or remote; None when neither the text nor the portal's field says so."""
    onsite: Found[str] | None = None
    for at, voice in speaking(document, gates.REMOTE, *_SILENT):
        found = _in_voice(voice)
        if found and found.value != "onsite":
            return moved(found, at)
        onsite = onsite or (moved(found, at) if found else None)
    if onsite is None and (document.ad.job_location_type or "").upper() == "TELECOMMUTE":
        return Found("remote", 0, 0)
    return onsite


@once_for_words
def _in_voice(voice: Voice) -> Found[str] | None:
    folded = voice.folded
    onsite: Found[str] | None = None
    fully = _FULLY.search(folded)
    if fully and not _denied(folded, fully):
        return Found("remote", fully.start(), fully.end())
    for home in _HOME.finditer(folded):
        if not _denied(folded, home):
            return Found("hybrid", home.start(), home.end())
        onsite = onsite or Found("onsite", 0, len(folded))
    site = _ONSITE.search(folded)
    if site and not _denied(folded, site):
        onsite = onsite or Found("onsite", site.start(), site.end())
    return onsite


def _denied(folded: str, match: re.Match[str]) -> bool:
    before = folded[max(0, match.start() - 45) : match.start()]
    after = folded[match.end() : match.end() + 45]
    return bool(_DENIED.search(before)) or bool(_DENIED_AFTER.search(after))


tells(gates.REMOTE, _in_voice)
