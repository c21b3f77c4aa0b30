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
from matcher.folding import compiled
from matcher.sections import Section
from matcher.voice import Voice, once_for_words, tells

_AMOUNT = (
    r"(?:\d{1,3}(?:[ .,']\d{3})+(?:,\d{2}|\.\d{2})?|\d{2,7}(?:[.,]\d{1,2})?|\d[.,]\d{1,2}|\d(?=\s?mill|\s?(?:-|til|to|"
    r"og|and|till)\s?\d[.,]\d{1,2}\s?mi))\s?(?:mi(?:ll|l|o)(?:ioner|ionar|ion|joner|joner kroner|\.)?(?![a-zæøå])|"
    r"m(?![a-zæøå\d²])|k(?![a-zæøår\d])|tusen|t(?![a-zæøå])|'(?!\d))?"
)

_DOLLARS = ("usd", "aud", "cad", "nzd", "sgd", "hkd")
_CODES = (
    "nok",
    "sek",
    "dkk",
    "eur",
    "gbp",
    "chf",
    "isk",
    "pln",
    "czk",
    "huf",
    "ron",
    "aed",
    "sar",
    "qar",
    "inr",
    "zar",
)
_CURRENCY = rf"(?:{'|'.join(_CODES)}|(?:{'|'.join(_DOLLARS)})\$?|us\$|kr\.?|kroner|kronor|€|£|\$)"


def _figure(name: str) -> str:
    return (
        rf"(?:(?P<{name}_before>{_CURRENCY})\s?)?(?P<{name}>{_AMOUNT})(?:,-|:-)?(?:\s?(?P<{name}_after>{_CURRENCY}))?"
    )


_RANGE = compiled(
    rf"(?<![\d.,/])(?P<hint>(?:fra|från|frå|from|mellom|mellan|mellem|"
    rf"between)\s(?:ca\.?\s)?)?{_figure('low')}(?:\s?(?:per|pr\.?)\s(?:år|måned))?\s?(?:-|til|to|till|og|and|"
    rf"och)\s?(?:ca\.?\s)?{_figure('high')}(?!\d|\s?(?:%|prosent|procent|percent|pst))"
)
_SINGLE = compiled(
    rf"(?<![\d.,/])(?P<hint>(?:fra|från|frå|from|minimum|minst|over|starting at|starts at|starter (?:på|ved)|opp til|"
    rf"inntil|up to|opptil|upp till|op til|ca\.?|cirka|about|approximately|rundt|omkring)\s)?{_figure('low')}(?!\d|"
    rf"\s?%|\s?-\s?\d|\s?prosent|\s\d{{3}})(?P<more>(?<=\d)\+(?!\w)|\+(?!\s?\w))?"
)
_CUE = compiled(
    r"\b\d{3}[ .]\d{3}\s?(?:-|til)\s?\d{3}[ .]\d{3}\s?(?:kr|kroner|nok)\b|^\W*\d{3}[ .]\d{3}\s?(?:(?:-|"
    r"til)\s?\d{3}[ .]\d{3}\s?(?:kr|kroner|nok)?|kr|kroner|nok)\W*$|\b\d{3}\s?-\s?\d{3}(?:'|k\b)|^\W*(?:nok|sek|dkk|"
    r"eur|kr)\.?\s?(?:\d{2,3}(?:k\b|[ .,]\d{3})|\d[.,]\d[^;]{0,12}?mi?ll)|^\W*betal[ea]r\s\d|\b(?:vi|"
    r"me) betal[ea]r (?:deg |dig )?(?:ca\.? |fra |frå )?\d|\bwe pay\b|\b(?:du|you) (?:vil |will )?(?:tjener?|tener|"
    r"tjänar|earn)\b|\b(?:be|are) paid\b|\b\d{3}(?:\s?-\s?\d{3})? tusen\b|\b(?:ltr|lønn\w*|løn|lønna|årslønn\w*|årsløn|"
    r"månedslønn\w*|timelønn\w*|timeløn|timesløn|månedsløn|fastlønn|grunnlønn\w*|fastlønn\w*|base|bruttolønn|salary|"
    r"pay|wage|compensation|remuneration|ote|lön\w*|månadslön\w*|timlön|årslön|lønnes|gage|bruttoløn|grunnløn|fastløn|"
    r"startløn|årsløn|lønast|løna|avlønning\w*|avlønnes|avløning|startlønn|base pay|lønnsspenn|lønnsnivå|(?:kr|kroner|"
    r"kronor|nok|sek|dkk|eur|€)\W[^.;]{0,30}?(?:per hour|per year|per annum|a year|an hour|per time|per måned|i timen|"
    r"timen|/t\b|/time|per timme|i timmen|pr\.? år|per år|i året|i måneden|per month|måneden|månaden|pr\.? måned|"
    r"pr\.? mnd|per mnd|/mnd|/mån|om måneden|om året|om timen|årlig|årleg|brutto))\b|[€£$]\s?\d[^.;]{0,30}?(?:per |a |"
    r"/ ?)(?:year|hour|month|annum)|^\W*[€£$]\s?\d{2,3}(?:k\b|[ .,]\d{3})"
)
_NO_PAY = compiled(
    r"\b(?:bonus\w*|tillegg\w*|provisjon\w*|allowance\w*|budsjett\w*|budget\w*|omsetning\w*|omsatt\w*|omsetter|"
    r"turnover|revenue|mill?iarder?|kapital\w*|ramme|støtte|treningsstøtte|stipend|kunder|kundar|customers|"
    r"(?<!du )tjener|(?<!you )(?<!you will )earn|husstander|besparelse|investering\w*|verdi|signing bonus|gavekort|"
    r"gebyr\w*|forsikringssum|commission|aksjer|opsjoner|provision)\b"
)
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
            r"\b(?:timelønn\w*|timeløn\w*|timesløn|per time|pr\.? time|i timen|kr timen|kroner timen|kr/t|/t\b|"
            r"timelønn\w*|per hour|an hour|hourly|/h\b|/hour|timlön|i timmen|per timme|pr time|kr/time|/time)"
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
    cue = _CUE.search(voice.folded)
    if not cue:
        return None
    for pattern in (_RANGE, _SINGLE):
        for match in pattern.finditer(voice.folded):
            value = _salary(voice, match)
            if value is not None:
                named = any(_sign(match.groupdict(), name) for name in _SIGN_GROUPS)
                return Found((value, named), min(cue.start(), match.start()), match.end())
    return None


def _salary(voice: Voice, match: re.Match[str]) -> Salary | None:
    folded = voice.folded
    before, after = folded[max(0, match.start() - 40) : match.start()], folded[match.end() : match.end() + 22]
    if _NO_PAY.search(re.split(r"[.;(+]|,\s|\bpluss\b|\bplus\b", before)[-1]) or _SCALE.search(before):
        return None
    if re.match(r"\s*(?:i )?(?:bonus|tillegg|provisjon|allowance|ansatte|kunder|år\b|års\b|dager|stk|bedrift)", after):
        return None
    groups = match.groupdict()
    low = _amount(groups["low"], groups.get("high"))
    high = _amount(groups["high"]) if groups.get("high") else None
    signs = [sign for name in _SIGN_GROUPS if (sign := _sign(groups, name))]
    currency = signs[0] if signs else _HOME.get(voice.language, "NOK")
    least = _LEAST_YEAR_OF.get(currency, _LEAST_YEAR)
    period = _period(folded, match.end(), high or low, least, signed=any(map(groups.get, _SIGN_GROUPS)))
    if period is None or not _plausible(low, high, period, groups):
        return None
    hint = "from" if groups.get("more") else (groups.get("hint") or "").strip()
    if high is None:
        return _single(low, hint, currency, period)
    return Salary(low, high, currency, period) if low <= high else None


_SIGN_GROUPS = ("low_before", "low_after", "high_before", "high_after")


def _sign(groups: Mapping[str, str | None], name: str) -> str | None:
    return _SIGNS.get((groups.get(name) or "").rstrip("."))


def _single(low: float, hint: str, currency: str, period: str) -> Salary:
    if hint in (
        "fra",
        "från",
        "frå",
        "from",
        "minimum",
        "minst",
        "over",
        "starting at",
        "starts at",
        "starter på",
        "starter ved",
    ):
        return Salary(low, None, currency, period)
    if hint in ("opp til", "inntil", "up to", "opptil", "upp till", "op til"):
        return Salary(None, low, currency, period)
    return Salary(low, low, currency, period)


def _amount(raw: str, other: str | None = None) -> float:
    """``1 050 000``, ``1.1m``, ``900k``, ``215,-`` as a number; a low figure shares the unit of the high one."""
    unit = re.search(r"(mill?\w*|m|k|tusen|t|')\.?\s*$", raw)
    shared = re.search(r"(mill?\w*|m|k|tusen|t|')\.?\s*$", other) if other and not unit else None
    digits = re.sub(r"(?:mill?\w*|m|k|tusen|t|')?\.?\s*$", "", raw).strip()
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
    near = folded[figure_end : figure_end + 30]
    for name, pattern in _PERIODS:
        if pattern.search(near.split(". ")[0].split("+")[0].split("plus")[0]):
            return name
    named = [(found.start(), name) for name, pattern in _PERIODS for found in pattern.finditer(folded, 0, figure_end)]
    if named and _fits_period(max(named)[1], value):
        return max(named)[1]
    if value >= least_year:
        return "year"
    if value >= _LEAST_MONTH:
        return "month"
    return "hour" if signed and _LEAST_HOUR <= value < 1_000 else None


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
