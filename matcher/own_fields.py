"""Is what an ad says in its own words a field of it, and no requirement: leading, years, what may replace schooling?"""

from matcher.fields.leadership import leading
from matcher.fields.shift import on_duty
from matcher.fields.substitution import cannot_stand_in, stands_in
from matcher.folding import compiled, word_set
from matcher.voice import Voice


def is_field(voice: Voice, start: int, end: int) -> bool:
    """Experience of leading, and what may stand in for education, are fields of the ad."""
    return (
        _names_leading(voice, start, end)
        or stands_in(voice.folded, start, end)
        or cannot_stand_in(voice.folded, start, end)
        or on_duty(voice)
        or _only_leading(voice, start, end)
        or (
            bool(_YEARS.search(voice.folded, start, end))
            and says_nothing_more(_YEARS.sub(" ", voice.folded[start:end]))
        )
    )


def _names_leading(voice: Voice, start: int, end: int) -> bool:
    """*Ledererfaring fra en teknisk bedrift* says of what, and is more than the field."""
    if not _FIELD_ONLY.search(voice.folded, start, end):
        return False
    from_where = _FROM_WHERE.search(voice.folded, start, end)
    return not from_where or says_nothing_more(_ANYWHERE.sub(" ", from_where["where"]))


_FIELD_ONLY = compiled(
    r"\b(?:ledererfaring|leiarerfaring|leiarrøynsle|lederefaring|ledelseserfaring|ledarerfarenhet|ledarerfaring|"
    r"leadership experience|management experience|managerial experience|chefserfarenhet|lederbakgrunn)\b"
)
_YEARS = compiled(r"\b\w+\+?\s*(?:års?|years?)\b")
_ANYWHERE = compiled(
    r"\b(?:offentlig\w*|offentleg\w*|privat\w*|virksomhet\w*|verksemd\w*|sektor\w*|bransje\w*|eller|public|either|"
    r"annen|andre|anna|tilsvarende|tilsvarande|tidligere|tidlegare|stilling\w*|previous)\b"
)
_FROM_WHERE = compiled(
    r"(?:erfaring|røynsle|erfarenhet|experience|bakgrunn)\s(?:fra|frå|från|from|in|i|innen|innan|inom|innenfor|"
    r"within)\s(?P<where>[^,;.(]+)"
)


def _only_leading(voice: Voice, start: int, end: int) -> bool:
    """Does the chunk say how long somebody has led, and nothing of what?"""
    for _, low, high in leading(voice):
        if start <= low and high <= end:
            if _OF_TRADE.search(voice.folded, low, high):
                return False
            rest = _YEARS.sub(" ", voice.folded[start:low] + " " + voice.folded[high:end])
            return says_nothing_more(rest)
    return False


_OF_TRADE = compiled(
    r"\b(?!(?:team|avdeling|avdelning|afdeling|gruppe|grupp|mellom|personal|linje|seksjon|enhet|eining|skift|fag|nest|"
    r"mannskap|folke|bedrift)s?)\w{4,}(?:leder|sjef|leiar|chef|ledare)\b"
)
"""*Erfaring som salgsleder* says of what."""


def says_nothing_more(rest: str) -> bool:
    """Is there nothing in ``rest`` but words that say how much?"""
    return not any(len(word) > 3 and word not in _FILLING for word in WORDS.findall(rest))


WORDS = compiled(r"[^\W\d_]+")
_FILLING = word_set(
    "minst minimum mindst mindre least over more than flere fler flera fleire solid bred relevant have andre others "
    "folk people personal personale ansatte medarbeidere team teams erfaring erfarenhet experience dokumentert proven "
    "arbeidserfaring yrkeserfaring relevante hvorav varav herav including them deres gjerne helst lang lengre noen "
    "klar ready before prior have praksis arbeidspraksis yrkespraksis arbetslivserfarenhet lyst begynne years "
    "two three four five seven eight to tre fire fem seks sju åtte ti tio"
)
