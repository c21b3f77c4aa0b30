"""Base pay as stated: range or single figure, currency and period. Bonus, allowances and budgets are no pay.

``fra X`` gives a minimum only, ``ca X`` or a bare figure is minimum and maximum. Steps of a pay scale are no amount.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from domain.postings import Salary
from matcher import gates
from matcher.document import Document
from matcher.fields.common import Found, first, first_row
from matcher.folding import any_of, compiled
from matcher.sections import Section
from matcher.voice import Voice, once_for_words, tells

_AMOUNT = (
    r"(?:\d{1,3}(?:[ .,']\d{3})+(?:,\d{2}|\.\d{2})?|\d{2,7}(?:[.,]\d{1,2})?|\d[.,]\d{1,2}|\d(?=\s?mill|\s?(?:-|til|to|"
    r"og|and|till)\s?\d[.,]\d{1,2}\s?mi))\s?(?:mi(?:ll|l|o)(?:ioner|ionar|ion|joner|joner kroner|\.)?(?![a-zæøå])|"
    r"m(?![a-zæøå\d²])|k(?![a-zæøår\d])|tusen|t(?![a-zæøå])|'(?!\d))?"
)

_DOLLARS = ("usd", "aud", "cad", "nzd", "sgd", "hkd")
_CODES = (
    "nok", "sek", "dkk", "eur", "gbp", "chf", "isk", "pln", "czk", "huf", "ron", "aed", "sar", "qar", "inr", "zar",
)  # fmt: skip
_CURRENCY = rf"(?:{'|'.join(_CODES)}|(?:{'|'.join(_DOLLARS)})\$?|us\$|kroner|kronor|kr\.?(?![a-zæøå])|€|£|\$)"


def _figure(name: str) -> str:
    return (
        rf"(?:(?<![a-zæøå])(?P<{name}_before>{_CURRENCY})\s?)?(?P<{name}>{_AMOUNT})(?:,-|:-)?"
        rf"(?:\s?(?P<{name}_after>{_CURRENCY}))?"
    )


_FROM = (
    "fra", "från", "frå", "from", "minimum", "minst", "mindst", "over", "starting at", "starts at", "starter på",
    "starter ved", "startar på", "begynner på", "børjar på", "begynder på", "at least", "starting from", "no less than",
)  # fmt: skip
_UP_TO = (
    "opp til", "inntil", "up to", "opptil", "upp till", "op til", "opp mot", "upp mot", "op mod", "oss til",
    "maks", "maksimum", "max",
)  # fmt: skip
_ABOUT = ("ca", "ca.", "cirka", "about", "approximately", "around", "rundt", "omkring", "kring", "om lag", "omtrent")
_RANGE = compiled(
    rf"(?<![\d.,/])(?P<hint>(?:fra|från|frå|from|mellom|mellan|mellem|"
    rf"between)\s(?:ca\.?\s)?)?{_figure('low')}(?:\s?(?:per|pr\.?)\s(?:år|måned)|\s\([a-zæøå .]{{2,25}}\))?\s?(?:-|"
    rf"til|to|till|og|and|och)\s?(?:ca\.?\s)?{_figure('high')}(?!\d|\s?(?:%|prosent|procent|percent|pst))"
)
_SINGLE = compiled(
    rf"(?<![\d.,/])(?P<hint>{any_of((*_FROM, *_UP_TO, *_ABOUT))}\s)?{_figure('low')}(?!\d|"
    rf"\s?%|\s?-\s?\d|\s?prosent|\s\d{{3}})(?P<more>(?<=\d)\+(?!\w)|\+(?!\s?\w))?"
)
_OR_MORE = compiled(
    r"(?:\s?(?:,-|kr\.?|kroner|kronor|nok))?(?:\s?/\s?(?:time|t|mnd|år)|\s(?:per|pr\.?|i|a) \w+)?,?\s(?:eller|og|or|"
    r"and|och|samt)?\s?(?:mer|meir|mere|høyere|høgare|høgre|høgare|oppover|opp|oppad|uppåt|opefter|more|higher|up|"
    r"upwards)(?=[,.;!)]|$|\s(?:for|med|with|avhengig|etter|alt|ved|om|hvis|if|depending|,))"
)
"""*690 000 eller mer*, *fra 650 000 og oppover*: a figure to begin at."""
_CUE = compiled(
    r"\b(?!beløn|[a-zæøå]*lønn?s(?:om|samtale|forhandl|oppgj|kjør|medarb|ans|arb|slipp|sjef))(?:[a-zæøå]+|års|"
    r"måneds)?(?<!be)lønn?(?:a|en|et|ene|er|es|i\w+|s\w+|ast|ad)?\b|\b(?:ltr|avlønn\w*|aflønn\w*|avlønning\w*|"
    r"[a-zæøå]*gage|salary|salaries|(?<!others )(?<!customers )(?<!members )(?<!people )(?<!users )pays?(?! (?:to|"
    r"us)\b)|wages?|compensation|remuneration|ote|base|[a-zæøå]*kompensasjon|vederlag|ersættning|honorar|timesats|"
    r"timepris|time ?rate|day rate|hourly rate)\b|(?:\b(?:kr|kroner|kronor|nok|sek|dkk|eur)|[€£$])\W?(?:[^;a-zæøå]|"
    r"\b(?:til|to|og|and|kr|nok)\b|\dk\b|mill\w*){0,30}?(?:\b(?:kr|kroner|kronor|nok|sek|dkk|eur)\W)?(?:\bper (?:hour|"
    r"year|annum|month|time|timme|måned|mnd|år)\b|\ba (?:year|month)\b|\ban hour\b|\b(?:i |om )?(?:timen|måneden|"
    r"månaden|året|timmen)\b|/t\b|/time|\bpr\.? (?:år|måned|mnd)\b|/mnd|/mån|/ ?year|/ ?hour|/ ?month|\bårlig\b|"
    r"\bårleg\b|\bbrutto\b)"
)
"""Words that speak of pay, and money by the hour, the month or the year."""
_OF_TERMS = compiled(
    r"\b(?:fast|faste|permanent|vikariat|engasjement|tillsvidare\w*|fastansættelse|heltid|heiltid|deltid|fulltid|"
    r"full (?:tid|stilling|jobb)|full[- ]time|fuldtid|stilling\w*|kontrakt\w*|contract|betingelser|vilkår|villkor|"
    r"rammen?|terms|the deal|deal|pakken?|package|pensjon|pension|ferie|bonus|equity)\b|\b(?:vi|me|we)\s(?:kan |can |"
    r"will )?(?:tilbyr|tilbyd|tilby|byr på|gir|gjev|giver|ger|erbjuder|tilbyder|offer|legger|strekke\w*)\b|\b(?:du|"
    r"you) (?:får|get|receive|will start|starter|begynner)\b|\b(?:pengene|pengane|betalt|betal[ea]r|betaling|"
    r"betalning)\b|\b(?:du|you) (?:vil |will |can |kan )?(?:tjener?|tener|tjænar|earn)\b|\btjener du\b|\b(?:be|"
    r"are) paid\b"
)
"""Terms of employment, and who gives what: a figure of the size of pay beside them is pay."""
_ALONE = compiled(
    r"(?:\s?(?:,-|kr\.?|kroner|kronor|nok|sek|dkk|brutto|fast|gross|base|fixed))*(?:\s?/\s?(?:time|t|mnd|mån|år|måned)|"
    r"\s(?:i|per|pr\.?|a|om|for) (?:året|måneden|månaden|timen|år|måned|mnd|month|year|annum|time|hour|den rette)|"
    r"\s(?:i|ved|på|for|in|at) (?:full|heil|hel|100|full-time)\b[^,.;]{0,12}|\s(?:månedlig|månadleg|årlig|årleg|"
    r"monthly|yearly|annually))?\s?(?:$|[,.;:!+)(]|\s(?:fast|i fast|i grunn|i bunn|i botn|brutto|base|og|and|och|eller|"
    r"or|pluss|plus|på bordet|alt|avhengig|depending|as (?:the|a|your) |før|before|fra|till?|etter|pensjon|bonus|"
    r"med)\b|\s-\s)"
)
"""What may follow a figure that stands for pay and counts nothing: *640 000 henvendelser* are no pay."""
_YEAR_SIZED, _MONTH_SIZED = (300_000, 2_500_000), (25_000, 150_000)
_KRONER = 10
"""In a euro, a pound or a dollar, as far as the size of pay goes."""
_DATE = compiled(r"(?:19|20)\d\d")
_NO_PAY = compiled(
    r"\b(?:bonus\w*|tillegg\w*|provisjon\w*|allowance\w*|budsjett\w*|budget\w*|omsetning\w*|omsatt\w*|omsetter|"
    r"turnover|revenue|mill?iarder?|kapital\w*|ramme|støtte|treningsstøtte|stipend|kunder|kundar|customers|"
    r"(?<!du )tjener(?! du)|(?<!you )(?<!you will )earn|husstander|besparelse|investering\w*|verdi|signing bonus|"
    r"gavekort|gebyr\w*|forsikringssum|commission|aksjer|opsjoner|provision)\b"
)
_SO_MUCH = compiled(
    r"\b(?:bonus\w*|tillegg\w*|provisjon\w*|commission|provision\w*)(?:\s\(|,\s)(?:typisk|normalt|vanligvis|i snitt|"
    r"historisk|de siste|dei siste|siste|typically|usually|on average|in recent|last|på|om lag|ca\.?|som|"
    r"ofte)?\s?(?:[a-zæøå]+\s){0,3}$"
)
"""*Provisjon (typisk 80 000–120 000)*, *bonus, de siste to årene 40 000–70 000*."""
_SCALE = compiled(r"\b(?:lønnstrinn|ltr\.?|lønnsramme|stillingskode|sko|lønsramme|trinn|kode|løntrin|code)\s*$")
_PERIODS = (
    (
        "day",
        compiled(r"\b(?:per day|a day|per dag|pr\.? dag|om dagen|per dygn|daily rate|day rate|dagsats|/day|/dag)\b"),
    ),
    ("week", compiled(r"\b(?:per week|a week|per uke|pr\.? uke|i uken|i veka|per vecka|per uge|/week|/uke)\b")),
    (
        "hour",
        compiled(
            r"\b(?:timelønn\w*|timeløn\w*|timesløn\w*|timesats\w*|per time|pr\.? time|i timen|kr timen|kroner timen|"
            r"kr/t|/t\b|timelønn\w*|per hour|an hour|hourly|/h\b|/hour|timlön|i timmen|per timme|pr time|kr/time|/time)"
        ),
    ),
    (
        "month",
        compiled(
            r"\b(?:månedslønn\w*|månedsløn|månadslön\w*|per måned|pr\.? måned|pr\.? mnd|i måneden|per month|kr måneden|"
            r"kroner måneden|a month|monthly|/måned|/mnd|/month|månaden|per månad|pr mnd|per månad|md\b|månadsløn|"
            r"per mnd)"
        ),
    ),
    (
        "year",
        compiled(
            r"\b(?:årslønn\w*|årsløn|per år|pr\.? år|i året|per year|a year|annual\w*|per annum|årlig|/år|/year|p\.a|"
            r"årslön)"
        ),
    ),
)
_LEAST_YEAR, _LEAST_MONTH, _LEAST_HOUR = 150_000, 15_000, 100
_LEAST_YEAR_OF = {"EUR": 20_000, "GBP": 18_000, "USD": 20_000}
_HOME = {"nb": "NOK", "nn": "NOK", "sv": "SEK", "da": "DKK", "en": "NOK"}
_SIGNS = {
    "€": "EUR", "£": "GBP", "$": "USD", "us$": "USD",
    **{code: code.upper() for code in (*_CODES, *_DOLLARS)},
    **{f"{code}$": code.upper() for code in _DOLLARS},
}  # fmt: skip


def salary(document: Document) -> Found[Salary] | None:
    """The base pay that the text states, or None."""
    country = next((place.country for place in document.ad.places if place.country), None)
    home = {"NO": "NOK", "SE": "SEK", "DK": "DKK"}.get(country or "")
    stated = first(document, gates.PAY, _stated, Section.TASKS, Section.EMPLOYER)
    stated = stated or first_row(document, gates.PAY, _LABEL, _stated)
    if stated is None:
        return None
    pay, named = stated.value
    return Found(pay if named or not home else replace(pay, currency=home), stated.start, stated.end)


@once_for_words
def _stated(voice: Voice) -> Found[tuple[Salary, bool]] | None:
    """The pay, and whether its currency is named beyond doubt."""
    cue = _CUE.search(voice.folded) if _A_SUM.search(voice.folded) else None
    if cue is None and not _LARGE.search(voice.folded):
        return None
    for pattern in (_RANGE, _SINGLE):
        for match in pattern.finditer(voice.folded):
            value = _salary(voice, match)
            if value is not None and (cue or _goes_for_pay(voice.folded, match, value)):
                named = any(_sign(match.groupdict(), name) for name in _SIGN_GROUPS)
                start = match.start() if cue is None else min(cue.start(), match.start())
                return Found((value, named), start, match.end())
    return None


_A_SUM = compiled(r"\d\s?\d|\d[.,]\d|\d\s?m")
_LARGE = compiled(r"\d{2}[ .,']?\d{3}|\d\s?(?:k\b|tusen|m)|\d'")
"""A sum at all, and one that may be pay though no word says so."""


def _goes_for_pay(folded: str, match: re.Match[str], pay: Salary) -> bool:
    """*Fast, 100 %, 640 000–690 000*: a figure of the size of pay that counts nothing, alone or beside terms."""
    value = pay.maximum or pay.minimum or 0
    low, high = _YEAR_SIZED if pay.period == "year" else _MONTH_SIZED
    if pay.currency in _LEAST_YEAR_OF:
        low, high = low // _KRONER, high // _KRONER
    if pay.period not in ("year", "month") or not low <= value <= high or not _ALONE.match(folded, _end(match)):
        return False
    if _OF_TERMS.search(folded):
        return True
    said = any(map(match.groupdict().get, _SIGN_GROUPS)) or bool(_BY_TIME.match(folded, _end(match)))
    said = said or bool(_TIMED.search(folded, 0, match.start()))
    said = said or bool(_BY_MERIT.match(folded, _end(match)))
    opens = not folded[: match.start()].strip(" -.:,(") or _TIMED.search(folded, 0, match.start())
    return bool(opens) and (said or not folded[match.end() :].strip(" .!"))


_BY_MERIT = compiled(
    r"\s(?:i bunn|i botn|i grunn)\b|,?\s(?:etter|efter|avhengig av|avhengig av|alt etter|depending on|according to|by|"
    r"beroende på) (?:\w+ )?(?:kvalif|kompet|erfaring(?! (?:fra|med))|ansien|utdann|experience|qualif|senior|merit)"
)
"""*830.000-900.000 etter kvalifikasjoner.*"""
_TIMED = compiled(
    r"\b(?:i (?:måneden|månaden|året|timen)|per (?:måned|månad|år|time|month|year)|a (?:month|year)|monthly)\W{1,3}$"
)
"""*Femtito tusen i måneden (52 000).*"""
_BY_TIME = compiled(
    r"\s?(?:kr\.?|kroner|kronor|nok|sek|dkk)?\s?(?:/\s?|i |per |pr\.? |a |om )(?:år|mån|mnd|time|year|month|hour)"
)


def _end(match: re.Match[str]) -> int:
    """Where the figure ends, without the blank that a unit might have stood behind."""
    return match.start() + len(match.group().rstrip())


def _salary(voice: Voice, match: re.Match[str]) -> Salary | None:
    folded = voice.folded
    before, after = folded[max(0, match.start() - 40) : match.start()], folded[match.end() : match.end() + 22]
    if _NO_PAY.search(re.split(r"[.;(+]|,\s|\bpluss\b|\bplus\b", before)[-1]) or _SCALE.search(before):
        return None
    if _SO_MUCH.search(before):
        return None
    if re.match(
        r"\s*(?:i )?(?:bonus|tillegg|provisjon|allowance|of them|of our|av dem|av dei|ansatte|kunder|år\b|års\b|dager|"
        r"stk|bedrift)",
        after,
    ):
        return None
    groups = match.groupdict()
    if _DATE.fullmatch(match.group()):
        return None
    low = _amount(groups["low"], groups.get("high"))
    high = _amount(groups["high"]) if groups.get("high") else None
    signs = [sign for name in _SIGN_GROUPS if (sign := _sign(groups, name))]
    currency = signs[0] if signs else _HOME.get(voice.language, "NOK")
    least = _LEAST_YEAR_OF.get(currency, _LEAST_YEAR)
    period = _period(folded, match.end(), high or low, least, signed=any(map(groups.get, _SIGN_GROUPS)))
    if period is None or not _plausible(low, high, period, groups):
        return None
    more = groups.get("more") or (high is None and _OR_MORE.match(folded, _end(match)))
    hint = "from" if more else (groups.get("hint") or "").strip()
    if high is None:
        return _single(low, hint, currency, period)
    return Salary(low, high, currency, period) if low <= high else None


_SIGN_GROUPS = ("low_before", "low_after", "high_before", "high_after")


def _sign(groups: Mapping[str, str | None], name: str) -> str | None:
    return _SIGNS.get((groups.get(name) or "").rstrip("."))


def _single(low: float, hint: str, currency: str, period: str) -> Salary:
    if hint in _FROM:
        return Salary(low, None, currency, period)
    if hint in _UP_TO:
        return Salary(None, low, currency, period)
    return Salary(low, low, currency, period)


_UNIT = re.compile(r"(mi(?:l|o)[a-z ]*|m|k|tusen|t|')\.?\s*$")


def _amount(raw: str, other: str | None = None) -> float:
    """``1 050 000``, ``1.1m``, ``900k``, ``215,-`` as a number; a low figure shares the unit of the high one."""
    unit = _UNIT.search(raw)
    shared = _UNIT.search(other) if other and not unit else None
    digits = raw[: unit.start() if unit else len(raw)].strip(" .")
    if re.fullmatch(r"\d{1,3}(?:[ .,']\d{3})+(?:[.,]\d{2})?", digits):
        whole = re.sub(r"[.,]\d{2}$", "", digits) if re.search(r"\d{3}[.,]\d{2}$", digits) else digits
        value = float(re.sub(r"[ .,']", "", whole))
    else:
        value = float(digits.replace(",", ".").replace(" ", ""))
    chosen = unit or (shared if value < 1_000 else None)
    if other and not chosen and "." not in digits and 0.5 * _amount(other) <= value * 1_000 <= _amount(other):
        value *= 1_000  # 900-980 000
    if chosen:
        value *= 1_000_000 if chosen.group(1).startswith("m") else 1_000
    return value


def _period(folded: str, figure_end: int, value: float, least_year: float, *, signed: bool) -> str | None:
    """What the words say, or else the size; a small figure without a currency may be a count of anything."""
    near = _NEXT.split(folded[figure_end : figure_end + 30], maxsplit=1)[0]
    for name, pattern in _PERIODS:
        if pattern.search(near):
            return name
    named = [(found.start(), name) for name, pattern in _PERIODS for found in pattern.finditer(folded, 0, figure_end)]
    if named and _fits_period(max(named)[1], value):
        return max(named)[1]
    if value >= least_year:
        return "year"
    if value >= _LEAST_MONTH:
        return "month"
    return "hour" if signed and _LEAST_HOUR <= value < 1_000 else None


_NEXT = compiled(r"\.\s|\+|plus|,\s|\s(?:og|and|och)\s")
"""Where another sum may begin."""


def _fits_period(name: str, value: float) -> bool:
    """Is the figure of the size of pay for this period? (An hourly rate may stand before a yearly figure.)"""
    if name in ("day", "week"):
        return value < _LEAST_YEAR
    return (name == "hour") == (value < _LEAST_MONTH / 10) and not (name == "month" and value >= _LEAST_YEAR)


def _plausible(low: float, high: float | None, period: str, groups: dict[str, str | None]) -> bool:
    """A figure without a currency must be of the size of pay, one with a currency at least not absurd."""
    value = high or low
    least = {"year": 100_000, "month": 10_000, "hour": 80, "day": 500, "week": 2_000}[period]
    named = any(groups.get(name) for name in ("low_before", "low_after", "high_before", "high_after"))
    if named and not any(
        (groups.get(name) or "") in ("kr", "kr.", "kroner", "kronor", "nok", "sek", "dkk") for name in groups
    ):
        least //= 10
    most = {"year": 9_000_000, "month": 500_000, "hour": 3_000, "day": 20_000, "week": 90_000}[period]
    return least <= value <= most and (named or value >= least)


_LABEL = compiled(
    r"(?:års|måneds|månads|time|tim|fast|grunn|start)?l(?:ønn|øn|ön)(?: og (?:betingelser|vilkår))?\s?:?|(?:base |"
    r"annual )?(?:salary|pay|compensation)\s?:?"
)
tells(gates.PAY, _stated, lambda voice: _LABEL.fullmatch(voice.folded))
