"""Tools that no vocabulary knows: names beside a known one, a kind of tool after *eller*, what somebody has used."""

import re

from domain.matching import ConceptKind, Modality
from matcher.asking import wanted
from matcher.folding import compiled
from matcher.found import Found
from matcher.spans import Placed, meets
from matcher.voice import Voice

STATED_TOOL = "tool.stated"


def used_tools(voice: Voice, known: list[Found]) -> list[Found]:
    """*Har du vært borti Infosoft eller Aptoma*: what is used is a tool."""
    if not _SAYS_USED.search(voice.folded):
        return []
    found: list[Found] = []
    taken: list[Placed] = [*voice.hits, *known]
    for used in (*_USED.finditer(voice.text), *_KNOWN_BEFORE.finditer(voice.text)):
        span = used.span("name")
        while span != (0, 0):
            modality = wanted(voice, *span)
            if modality and not meets(taken, *span):
                found.append(Found(*span, STATED_TOOL, ConceptKind.TOOL, voice.text[slice(*span)], modality, "stated"))
            another = _NAME_AFTER.match(voice.text, span[1])
            span = another.span("name") if another else (0, 0)
    return found


def beside_tools(voice: Voice, known: list[Found]) -> list[Found]:
    """Names nobody knows beside a tool that is known: *Zendesk, Ongoing WMS eller lignende*."""
    found: list[Found] = []
    taken: list[Placed] = [*voice.hits, *known]
    kinds: list[Placed] = [*known]
    for tool in known:
        named = tool.kind is ConceptKind.TOOL or (
            tool.kind is ConceptKind.SKILL and voice.folded[tool.start : tool.end].endswith(_A_SYSTEM)
        )
        if not named or tool.modality is Modality.NEGATED:
            continue
        more = _MORE_OF_NAME.match(voice.text, tool.end)
        end = more.end() if more else tool.end
        while name := _NAME_AFTER.match(voice.text, end):
            end = name.end()
            found += _tool(voice, tool, name.span("name"), taken)
        kind = _OR_ITS_KIND.match(voice.folded, end)
        if kind:
            found += _tool(voice, tool, kind.span("name"), kinds)
        name = _NAME_BEFORE.search(voice.text, 0, tool.start)
        if name and name.start("name"):
            found += _tool(voice, tool, name.span("name"), taken)
    return found


def _tool(voice: Voice, beside: Found, span: tuple[int, int], taken: list[Placed]) -> list[Found]:
    """The name as a tool, unless it is something known."""
    start, end = span
    if meets(taken, start, end):
        return []
    tool = Found(start, end, STATED_TOOL, ConceptKind.TOOL, voice.text[start:end], beside.modality, "stated")
    taken.append(tool)
    return [tool]


_A_SYSTEM = (
    "system", "systemer", "systemet", "systemar", "verktøy", "program", "programvare", "plattform", "plattformer",
    "løsning", "løsninger", "løysing", "løysingar",
)  # fmt: skip
_BETWEEN_NAMES = (
    r"(?:,\s(?:(?:eller|or|og|and|och|eventuelt|evt\.|alternativt|alternatively|eventuellt|subsidiært|even)\s(?:with\s|"
    r"med\s)?)?|/|\s[–-]\s(?:eller|or|eventuelt|alternativt|alternatively)\s|\s(?:og|eller|och|and|or|"
    r"samt)\s(?:(?:andre|andra|annet|annan|anden|other|lignende|liknande|similar|tilsvarende|tilsvarande|"
    r"motsvarande)\s)?|,?\s\(?(?:for eksempel|til dømes|f\.eks\.|f\.\s?eks\.|e\.g\.|such as|like|t\.ex\.|till exempel|"
    r"fx|for example|som for eksempel|som)\s|\s\()"
)
_OR_ITS_KIND = compiled(
    r",?\s(?:eller|or|och/eller|og/eller)\s(?:with\s|med\s)?(?P<name>(?:(?:any|et|eit|ett|en|ein|a|an|"
    r"some)\s)?(?:annet|anna|annat|annan|andet|anden|andre|andra|tilsvarende|tilsvarande|motsvarande|lignende|liknende|"
    r"liknande|similar|comparable|equivalent|another|other)\s(?:(?:[\w-]+\s(?:(?:og|och|and|eller|or)\s)?){1,2}|"
    r"(?=[\w-]{2,}(?:system|verkt|vært|løs|plat|prog|soft|tool|suite)))[\w-]*(?:system|systemer|systemar|verktøy|"
    r"verktyg|værktøj|løsning|løysing|lösning|plattform|platform|program|programvare|tools?|software|suite|"
    r"solution)(?:er|ar|et|en|s)?)(?![\w-])"
)
"""*Quinyx eller et annet turnusverktøy*, *Puzzel or a similar system*."""
_NAME = r"(?P<name>[A-ZÆØÅ][\w.+]*[\w+](?:\s[A-ZÆØÅ0-9][\w.+]*[\w+])*)"
_SAYS_USED = compiled(
    r"\b(?:brukt|nyttet|nytta|borti|borte i|använt|använd|brugt|used|kjennskap|kunnskap|kunskap|kännedom|kendskab|"
    r"erfaring|røynsle|erfarenhet|kompetanse|kompetens|innsikt|fortrolig|fortruleg|kjent|kjend|vant|vana|van|bruker|"
    r"brukar|bruger|users?|rutinert|dreven|stø|trygg|trygghet|experience|knowledge|familiar|familiarity|proficien\w+|"
    r"command|expertise|jobbet|jobba|arbeidet|arbeidd|arbetat|arbejdet|worked|kan|behersker|beherskar|behärskar|"
    r"meistrar|kjenner|känner|kender|know|confident|comfortable|kurs|opplæring)\s"
)
_USED = re.compile(
    r"\b(?:(?:brukt|nyttet|nytta|borti|borte i|använt|använd|brugt|used|behersker|beherskar|behärskar|meistrar|know)|"
    r"(?:(?:[Kk]jennskap|[Kk]unnskap|[Kk]unskap|[Kk]ännedom|[Kk]endskab|[Ee]rfaring|[Rr]øynsle|[Ee]rfarenhet|"
    r"[Kk]ompetanse|[Kk]ompetens|[Ii]nnsikt|[Ff]ortrolig|[Ff]ortruleg|[Kk]jent|[Kk]jend|[Vv]ant|[Vv]ana|[Vv]an|"
    r"[Bb]rukere?|[Bb]rukar|[Bb]ruger|[Uu]sers?|[Rr]utinert|[Dd]reven|[Ss]tø|[Tt]rygg|[Tt]rygghet|[Ee]xperience|"
    r"[Kk]nowledge|[Ff]amiliar|[Ff]amiliarity|[Pp]roficien\w+|[Cc]ommand|[Ee]xpertise|[Jj]obbet|[Jj]obba|[Aa]rbeidet|"
    r"[Aa]rbeidd|[Aa]rbetat|[Aa]rbejdet|[Ww]orked|[Cc]onfident|[Cc]omfortable)\s(?:med|till?|i|av|of|with|vid|om|på|"
    r"within)))\s(?:(?:bruk av|using|systemet|systemer som|system som|verktøyet|verktøy som|programmet|programmer som|"
    r"tools like|"
    r"system såsom|for eksempel|for example|the|både|enten|minst ett av|helst|gjerne) )?" + _NAME
)
_KNOWN_BEFORE = re.compile(
    r"\b(?:[Kk]jenner|[Kk]änner|[Kk]ender|[Kk]an|[Kk]now)\s(?:(?:du|you|till?|godt)\s)?"
    + _NAME
    + r"(?=[^.;]{0,40}?\b(?:fra før|frå før|fra tidligere|frå tidlegare|från tidigare|sedan tidigare|i forvejen|"
    r"already|inside out|til bunns)\b)"
)
"""*Du kjenner DIPS eller Convene fra før*: a name that is known beforehand, and no place."""
_MORE_OF_NAME = re.compile(r"(?:\s(?:[A-ZÆØÅ][\w.+]*|\d+)(?![\w-]))+")
"""*Visma HRM*: the name goes on."""
_NAME_AFTER = re.compile(_BETWEEN_NAMES + _NAME)
_NAME_BEFORE = re.compile(_NAME + _BETWEEN_NAMES + "$")
