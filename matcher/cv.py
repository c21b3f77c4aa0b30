"""What a CV, or a few lines about oneself, says of a person: a profile to look through, each entry with its words.

An ad's reader finds skills, tools, certificates and languages here too; a CV adds years, places and wishes. It is a
suggestion: whoever is meant decides.
"""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from domain.matching import AdText, ConceptKind, Mention, Modality
from domain.postings import Place
from domain.prefilter import fold
from domain.profiles import Profile
from matcher.fields.places import register, resolve
from matcher.reader import Reader
from matcher.vocabulary import load_vocabulary

MOST = 50_000
"""Characters read."""
HELD = (ConceptKind.SKILL, ConceptKind.TOOL, ConceptKind.CERTIFICATION, ConceptKind.LICENCE)
_REQUIREMENTS = "Kvalifikasjoner"
_LEVELS = ("vocational", "bachelor", "master", "phd")
_SCHOOL = re.compile(r"^(utdann|utdannelse|utbild|uddann|skole|skule|education|studie|academic)")
_WISHES = re.compile(r"^(onsk|jeg (?:onsk|soker)|eg (?:onsk|sokjer)|soker|wish|i am looking|looking for|preferences)")
"""Folded, as ``_SCHOOL`` is."""
_HEADING = re.compile(r"^[^\W\d][^\d:.,]{2,40}:?$")
_YEAR = r"(?:19|20)\d\d"
_NOW = r"d\.?\s?d\.?|dags dato|nå|no|i dag|present|now|today"
_SPAN = re.compile(
    rf"\b(?:\d\d?[./])?({_YEAR})\s*(?:-|–|—|til|to)\s*(?:(?:\d\d?[./])?({_YEAR})|({_NOW}))", re.IGNORECASE
)
_TOLD = re.compile(
    r"\b(\d{1,2})\s*(?:\+\s*)?(?:års?|years?)['’]?\s+(?:\w+\s+){0,2}?(?:erfaring|røynsle|experience)", re.IGNORECASE
)
_LEADS = re.compile(
    r"\b\w*(?:sjef|leder|leiar|chef|manager|direktør|director|supervisor|personalansvar|head of)\b", re.IGNORECASE
)
_LIVES = re.compile(r"\b(?:bor i|bosatt i|busett i|bosted:?|living in|lives in|based in)\s+([A-ZÆØÅ][\wæøå-]+)")
_ADDRESS = re.compile(r"\b(\d{4})\s+([A-ZÆØÅ][\wæøåÆØÅ-]+)")


_Found = tuple[Any, str]
"""A value with the words it was read from."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A profile made of a text; ``words``: field of the profile → the line it was read from."""

    profile: Profile
    words: Mapping[str, str]


def suggest_profile(text: str, name: str, reader: Reader, today: date) -> Suggestion:
    """What ``text`` says of the person, under that name. What it does not say is left open. Never fails on a text."""
    lines = [line for raw in text[:MOST].splitlines() if (line := " ".join(raw.split()))]
    reading = reader.read(_as_ad(lines))
    mentions = [item for item in reading.mentions if item.modality is not Modality.NEGATED and item.found != "stated"]
    found: dict[str, _Found] = {}
    held = [item for item in mentions if item.kind in HELD]
    if held:
        found["concepts"] = frozenset(item.concept for item in held), ", ".join(dict.fromkeys(map(_quote, held)))
    spoken = {code: _quote(item) for item in mentions for code in _codes(item)}
    if spoken:
        found["languages"] = frozenset(spoken), ", ".join(dict.fromkeys(spoken.values()))
    found |= _background(lines, mentions, today)
    found |= _home(lines)
    found |= _wishes(lines, reader)
    values: dict[str, Any] = {field: value for field, (value, _) in found.items()}
    return Suggestion(replace(Profile(name), **values), {field: words for field, (_, words) in found.items()})


def _background(lines: Sequence[str], mentions: Sequence[Mention], today: date) -> dict[str, _Found]:
    found: dict[str, _Found] = {}
    levels = [item for item in mentions if item.concept.removeprefix("education.") in _LEVELS]
    if levels:
        best = max(levels, key=lambda item: _LEVELS.index(item.concept.removeprefix("education.")))
        found["education"] = best.concept.removeprefix("education."), _quote(best)
    work = [line for line, part in _parts(lines) if part != "school"]
    years, words = _experience(work, today)
    if years:
        found["experience_years"] = float(years), words
    leads = next((line for line in work if _LEADS.search(line) and not _WISHES.match(fold(line))), "")
    if leads:
        found["leadership"] = True, leads
    return found


def _experience(lines: Sequence[str], today: date) -> tuple[int, str]:
    """Years at work, counted once where jobs overlap, or as many as the text claims; with the words."""
    years: set[int] = set()
    words = []
    for line in lines:
        for match in _SPAN.finditer(line):
            first, last = int(match[1]), int(match[2]) if match[2] else today.year
            if first <= last <= today.year:
                years |= set(range(first, last))
                words.append(match[0])
    claimed = [(int(match[1]), match[0]) for line in lines for match in _TOLD.finditer(line)]
    most = max(claimed, default=(0, ""))
    return (len(years), ", ".join(words)) if len(years) >= most[0] else most


def _home(lines: Sequence[str]) -> dict[str, _Found]:
    for line in lines:
        for pattern, code, city in ((_ADDRESS, 1, 2), (_LIVES, 0, 1)):
            match = pattern.search(line)
            if match and (not code or register().name_of.get(match[code]) == fold(match[city])):
                place = resolve(Place(city=match[city], postal_code=match[code] if code else None))
                if place.municipality and place.county:
                    return {"municipalities": (frozenset({place.municipality}), line)}
    return {}


def _wishes(lines: Sequence[str], reader: Reader) -> dict[str, _Found]:
    """Extent, hours, pay and home office, of lines that wish: a CV names those of earlier jobs too."""
    wishes = [line for line, part in _parts(lines) if part == "wishes"]
    fields = reader.read(_as_ad(wishes)).fields
    words = " ".join(wishes)
    found: dict[str, _Found] = {}
    if fields.extent_percent:
        found["extent_min"] = fields.extent_percent[0], fields.quotes.get("extent_percent", words)
    if fields.shift_work is not None:
        found["shift_work"] = fields.shift_work, fields.quotes.get("shift_work", words)
    if fields.salary and fields.salary.period == "year" and fields.salary.minimum:
        found["salary_floor"] = fields.salary.minimum, fields.quotes.get("salary", words)
    if re.search(r"hjemmekontor|heimekontor|hjemmefra|home office|remote", words, re.IGNORECASE):
        found["remote"] = True, words
    return found


def _parts(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each line with the part of the CV that it stands in: ``school``, ``wishes`` or ``work``."""
    part = "work"
    for line in lines:
        folded = fold(line)
        if _WISHES.match(folded):
            part = "wishes"
        elif _SCHOOL.match(folded):
            part = "school"
        elif _is_heading(line):
            part = "work"
        yield line, part


def _as_ad(lines: Sequence[str]) -> AdText:
    """A list of what is asked for, a line each: so that no heading of a CV makes the reader look away from a line."""
    points = "".join(f"<li>{html.escape(line)}</li>" for line in lines if not _is_heading(line))
    return AdText(title="", description_html=f"<h2>{_REQUIREMENTS}</h2><ul>{points}</ul>")


def _is_heading(line: str) -> bool:
    return len(line.split()) <= 2 and _HEADING.match(line) is not None


def _codes(item: Mention) -> list[str]:
    if item.kind is not ConceptKind.LANGUAGE:
        return []
    codes = (_language_codes().get(item.concept, "")).split()
    return codes if len(codes) == 1 else []


@cache
def _language_codes() -> Mapping[str, str]:
    return {concept.id: concept.code or "" for concept in load_vocabulary().concepts}


def _quote(item: Mention) -> str:
    return " ".join(item.span.quote.split())
