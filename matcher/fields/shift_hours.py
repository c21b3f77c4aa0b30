"""Working hours in figures: whose they are, and whether they lie within the day."""

import re

from matcher.fields.shift_clauses import BY_OTHERS, NONE_OF, OPEN, clause_end, clause_start
from matcher.fields.shift_who import SUBJECT
from matcher.folding import compiled, word_set

_DU = compiled(r"\b(?:du|you)\b")
HOURS = compiled(
    r"\b(?:kl\.? ?|klokk[ae]n? )?(?P<from>\d{1,2})(?:[:.]\d{2})?(?:\s?am)?\s?(?:-|til|to|till|(?:og|and|och) (?:går "
    r"hjem|går heim|går hem|går|leave|finish|slutter|sluttar|ends|slutar)(?: at)?|og|och|and)\s?(?:kl\.? ?|klokk[ae]n? "
    r")?(?P<to>\d{1,2})(?:[:.]\d{2})?(?!\s?%|\d|\s?prosent| år|\s?km|\.\d)\b|\b(?:fra|frå|från|mellom|mellem|mellan|"
    r"from|between) (?:klokk?[ae]n? )?(?P<morning>halv åtte|halv ni|sju|syv|åtte|åtta|otte|ni|nio|seven|eight|nine) "
    r"(?:til|till|to|og|och|and|until) (?:klokk?[ae]n? )?(?P<afternoon>halv fire|halv fem|tre|fire|fyra|fem|three|four|"
    r"five)(?=[.,;]|$|\s(?:på|hver|kvar|alle|alla|mandag|man|og|och|and|every|on|each|monday))"
)
_O_CLOCK = {
    word: hour
    for hour, words in (
        (7, "sju syv seven"), (8, "åtte åtta otte eight"), (9, "ni nio nine"), (15, "tre three"),
        (16, "fire fyra four"), (17, "fem five"),
    )
    for word in words.split()
}  # fmt: skip
"""Hours that a day begins and ends at, told in words: *fra sju til tre*."""


def _times(hours: re.Match[str]) -> tuple[int, int]:
    """The hours between which somebody works."""
    if hours["morning"]:
        begins, ends = (_O_CLOCK[hours[part].removeprefix("halv ")] for part in ("morning", "afternoon"))
        return begins, ends
    return int(hours["from"]), int(hours["to"])


OWN_HOURS = compiled(
    r"\b(?:(?:vi|me|du|we|you|alle|alla|everyone|everybody|dere|ni) (?:ringer|ringjer|call|møter|møder|møtar|starter|"
    r"startar|begynner|byrjar|börjar|start|begin|jobber|jobbar|arbeider|arbeidar|arbetar|arbejder|work)|(?:jobber|"
    r"jobbar|arbeider|arbeidar|arbetar|arbejder) (?:du|vi|me)|resten av året|rest of the year|arbeidstid\w*|"
    r"arbetstid\w*|arbejdstid\w*|arbeidsdag\w*|arbetsdag\w*|arbejdsdag\w*|working day|working hours|kveld|hours|"
    r"vakt(?:a|en)|va(?:kt|gt)en din|skiftet|your shift|heltid\w*|fulltid\w*|full-time|(?:fast|\d0 ?%) stilling|"
    r"stilling(?:en|ene|a|ane) er faste?)\b"
)
UNTIL = compiled(
    r"\b(?:jobb|arbei|arbet|arbej|work|åpent til)\w*\s(?:du |you |(?:[\w-]+ ){0,3}?)(?:til|till|to|"
    r"until)\s(?:klo[ck]k[ae]n? |kl\.? ?)?(?:(?:19|2[0-4])(?:[:.]\d\d)?\b(?!\s?(?:%|prosent|ansatte|personer|kunder|"
    r"people|\.?\s?(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)))|(?:[6-9]|1[01]) ?pm)"
)
"""*Varannan vecka arbetar du till klockan 21.*"""

_STARTS_LATE = compiled(
    r"\b(?:vakt(?:a|en)|vagten|skift(?:et)?|shift|(?:arbeids|arbets|arbejds)?dag(?:en|ene)|(?:your|"
    r"the) (?:working )?day|"
    r"du|you)(?: (?:di|din|ditt|vår))? (?:will )?(?:starter|startar|begynner|byrjar|börjar|begynder|starts?|begins?|"
    r"møter|møder)(?: (?:du|først))? (?:(?:at |kl\.? ?|klokk?[ae]n? )(?:1[3-9]|2[0-3])\b(?![.:/]\s?\d\d?\.)|"
    r"(?:kl\.? ?|klokk?[ae]n? )?(?:1[3-9]|2[0-3])[.:][0-5]\d\b(?!\.\d)|(?:at )?(?:[1-9]|1[0-2]) ?pm)(?!\.? "
    r"(?:jan|feb|mar|apr|ma[ij]|jun|jul|aug|sep|okt|oct|nov|des|dec))"
)
"""*Vakta di starter 15.30*: whoever begins in the afternoon ends in the evening."""
_ENDS = compiled(
    r"\b(?:(?:arbeids|arbets|arbejds)?dagen|(?:your |the |working )day|du|you|alle|everyone|everybody) (?:din |di )?"
    r"(?:(?:er|are|is|is all) (?:ferdig|done|over)|slutter|sluttar|slutar|ends?|finish(?:es)?|går hjem|går heim|"
    r"går hem|goes home|go home|leaves?) (?:(?:klokk?[ae]n? |kl\.? ?|at |by )(?:halv )?(?:1[4-7]\b(?![.:]\d\d?\.)|[3-5]"
    r"(?:[.:][0-5]\d)?\b|(?:tre|fire|fyra|fem|three|four|five)\b)|[3-5] ?pm)"
)
"""*Your day ends at four.*"""
_FRIDAY = compiled(r"\b(?:fredag|friday)")
_NIGHT_FROM, _NIGHT_TO, _EVENING = 18, 9, 18


def ends_in_the_day(sentence: str) -> bool:
    """Does the reader go home in the afternoon, and not on Fridays alone?"""
    return _ENDS.search(sentence) is not None and not _FRIDAY.search(sentence)


def late_hours(sentence: str, demanded: bool) -> tuple[int, int] | None:
    """Where the job holder's hours run into the evening; of what is ``demanded`` nobody says whose it is."""
    until = UNTIL.search(sentence)
    if until and (demanded or _DU.search(sentence, 0, until.end())):
        return until.span()
    starts = _STARTS_LATE.search(sentence)
    if starts:
        return starts.span()
    if not OPEN.search(sentence) and OWN_HOURS.search(sentence):
        for hours in HOURS.finditer(sentence):
            begins, ends = _times(hours)
            at_night = _NIGHT_FROM <= begins <= 24 and ends <= _NIGHT_TO
            if (_EVENING < ends <= 24 or at_night) and owned(sentence, hours):
                return hours.span()
    return None


def own_day(sentence: str) -> bool:
    """*Kundesenteret har åpent 8-20; din egen arbeidstid er 8-16*: are hours told that are the reader's, by day?"""
    return any(
        owned(sentence, hours)
        and plain_day(sentence, hours)
        and not OPEN.search(sentence, clause_start(sentence, hours.start()), clause_end(sentence, hours.end()))
        for hours in HOURS.finditer(sentence)
    )


def owned(sentence: str, hours: re.Match[str]) -> bool:
    """Are these the job holder's hours? *The team works 07 to 22, but you work days* gives the team's."""
    clause = clause_start(sentence, hours.start())
    end = clause_end(sentence, hours.end())
    if OWN_HOURS.search(sentence, clause, end):
        return True
    return bool(OWN_HOURS.search(sentence, 0, end)) and not SUBJECT.search(sentence, clause, end)


_WEEKDAYS = word_set("hverdager hverdage kvardagar vardagar weekdays") | {
    "monday to friday",
    "mandag til fredag",
    "måndag till fredag",
}


def open_only(sentence: str, day: re.Match[str]) -> bool:
    """Weekdays named in opening hours that run into the evening say nothing."""
    if _YOURS.search(sentence, clause_start(sentence, day.start()), day.start()):
        return False
    opens = bool(_SPAN.fullmatch(day.group())) and OPEN.search(sentence, clause_start(sentence, day.start()))
    if day.group() not in _WEEKDAYS and not opens:
        return False
    hours = HOURS.search(sentence)
    return hours is None or not plain_day(sentence, hours)


_YOURS = compiled(
    r"\b(?:your own|your hours|you work|du (?:selv )?jobbar?|du (?:selv )?arbe[ij]\w+|din egen|di eiga|din egna)\b"
)
"""*The agents cover weekends, but your own hours are Monday to Friday.*"""
_SPAN = compiled(r"m[a-zå]+\s?(?:-|to|til|till|through)\s?fr[a-z]+")
"""*Man-fre.*"""
_OTHER_DAYS = compiled(
    r"\b(?:(?:torsdag|lørdag|laurdag|thursday|saturday|helg|weekend|søndag|onsdag)\w*|(?:man|tirs|tys|fre)dagar?|"
    r"(?:man|tirs|fre)dager|(?:mon|tues|fri)days|alle dager|every day|alla dagar|unntatt)"
)


def plain_day(sentence: str, hours: re.Match[str]) -> bool:
    begins, ends = _times(hours)
    other = any(
        not BY_OTHERS.match(sentence, day.end()) and not NONE_OF.search(sentence[: day.start()])
        for day in _OTHER_DAYS.finditer(sentence)
    )
    ends += 12 if ends < 6 else 0  # 9-5
    return 7 <= begins <= 10 and (11 if _OWN.search(sentence[: hours.start()]) else 14) <= ends <= 17 and not other


_OWN = compiled(r"\b(?:arbeidstid\w*|arbetstid\w*|arbejdstid\w*|working hours)\W*(?:\w+\s)?$")
"""*Arbeidstid 8-12* is part of a day; an office that is open from 8 to 12 may work on behind its door."""
