"""Job-alert e-mails as a person gets them from FINN, LinkedIn and Indeed: one mail in, several ads out.

Only the person's own mail is read, and nothing is fetched: each link is reduced to the portal's id of the ad, and the
ad's public address is made from that id, so that no tracking link is kept or followed.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import unquote

from lxml import etree

from crawler.parsing.dates import deadline_fields
from crawler.parsing.document import parse_document
from crawler.parsing.finn import AD as FINN_AD
from crawler.parsing.finn import finn_code
from crawler.parsing.indeed import AD as INDEED_AD
from crawler.parsing.indeed import indeed_code
from crawler.parsing.letter import read_letters
from crawler.parsing.linkedin import AD as LINKEDIN_AD
from crawler.parsing.linkedin import linkedin_code, linkedin_place, way_of_work
from crawler.parsing.listing import relative_day
from crawler.parsing.money import read_number
from crawler.parsing.places import read_address
from crawler.parsing.references import system_references
from crawler.parsing.text import one_line, or_none
from domain.postings import Draft, Place, Salary

MAX_ADS = 200
"""Ads of one mail."""
_BLOCKS = frozenset(
    {"p", "div", "table", "tbody", "tr", "td", "th", "li", "ul", "ol", "br", "h1", "h2", "h3", "h4", "hr"}
)
_SILENT = frozenset({"style", "script", "head", "title", "template"})
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_LINK = re.compile(r"https?://[^\s<>\"]+")
_QUOTED = re.compile(r"^(?:\s*[>|])+\s?")
_RULE = re.compile(r"[-=_*]{5,}")
_PARTS = re.compile(r"\s*[·|•]\s*")
_DUE = re.compile(r"(?:søknads)?frist\s*:?\s*(.+)", re.IGNORECASE)
_PAY = re.compile(r"\bkr\b.*\bi (?P<unit>året|måneden|uken|timen|dagen)\b", re.IGNORECASE)
_UNITS = {"året": "year", "måneden": "month", "uken": "week", "timen": "hour", "dagen": "day"}
_AMOUNT = re.compile(r"\d[\d\s.\u00a0]*")
_EMPLOYER_PLACE = re.compile(r"(.+)\s[–—-]\s(.+)")


@dataclass(frozen=True, slots=True)
class MailedAd:
    """An ad in a mail, and the source that it is an ad of."""

    source: str
    draft: Draft


@dataclass(frozen=True, slots=True)
class AlertMail:
    """What a mail brought."""

    subject: str
    sent_at: datetime | None
    ads: tuple[MailedAd, ...]
    opaque: bool = False
    """No ad could be told, yet links lead to a portal: through a counter that does not say to which ad."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as a reader sees it, and where a click on it leads."""

    text: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class _Portal:
    """How one portal's mails are read: whose link is it, what does an ad's card say."""

    source: str
    host: str
    code: Callable[[str], str]
    address: Callable[[str], str]
    fields: Callable[[list[str], datetime], dict[str, Any]]


def read_alert_mail(message: bytes, received_at: datetime) -> AlertMail:
    """Every ad that the mail, or one forwarded in it as an attachment, names; each once.

    Never raises: a mail that is none has no ads. ``received_at`` (aware) stands in where a mail has no date of its own.
    """
    letters = read_letters(message)
    found: dict[tuple[str, str], MailedAd] = {}
    known, opaque = False, False
    for letter in letters:
        sent = letter.sent_at or letters[0].sent_at or received_at
        for portal, code, lines in _cards_of_html(letter.html) or _cards_of_text(letter.plain):
            if (portal.source, code) not in found and len(found) < MAX_ADS:
                found[portal.source, code] = MailedAd(portal.source, _draft(portal, code, lines, sent))
        opaque = opaque or _leads_to_a_portal(letter.html or letter.plain)
        known = known or bool(found)
    return AlertMail(letters[0].subject, letters[0].sent_at, tuple(found.values()), opaque and not known)


def _leads_to_a_portal(text: str) -> bool:
    return any(portal.host in link[0] for link in _LINK.finditer(text) for portal in PORTALS)


_Card = tuple[_Portal, str, list[str]]


def _cards_of_html(text: str) -> list[_Card]:
    """A card begins at a line that leads to an ad, and ends where another begins, or a line leads elsewhere."""
    cards: list[_Card] = []
    if not text:
        return cards
    current: _Card | None = None
    for line in _lines(text):
        portal, code = _ad_behind(line.link)
        if portal is not None and (current is None or (portal, code) != current[:2]):
            current = (portal, code, [line.text])
            cards.append(current)
        elif current is not None and portal is None:
            if line.link and len(current[2]) > 1:
                current = None
            else:
                current[2].append(line.text)
    return cards


def _cards_of_text(text: str) -> list[_Card]:
    """In plain text a card's link comes last, behind its lines; ``Title <link>`` has them after it."""
    cards: list[_Card] = []
    lines: list[str] = []
    for raw in text.splitlines():
        line = _QUOTED.sub("", raw)
        link = _LINK.search(line)
        portal, code = _ad_behind(link[0]) if link else (None, "")
        head = one_line(line[: link.start()] if link else line).strip("<[(*_ ")
        if portal is not None and head and link and line[: link.start()].endswith("<"):
            lines = [head]
            cards.append((portal, code, lines))
        elif portal is not None and (lines or head):
            cards.append((portal, code, lines or [head]))
            lines = []
        elif link or not head or _RULE.fullmatch(line.strip()):
            lines = []
        else:
            lines.append(head)
    return cards


def _ad_behind(link: str) -> tuple[_Portal | None, str]:
    """The portal and the ad's id that a link leads to, also when it is wrapped in somebody's counter."""
    plain = unquote(unquote(_unwrapped(link)))
    for portal in PORTALS:
        if portal.host in plain:
            code = portal.code(plain[plain.index(portal.host) :])
            if code:
                return portal, code
    return None, ""


def _unwrapped(link: str) -> str:
    """A company's mail filter writes links anew; this one in an alphabet of its own."""
    return link.replace("-", "%").replace("_", "/") if "urldefense.proofpoint.com/v2/" in link else link


def _lines(text: str) -> Iterator[_Line]:
    """What a reader sees, line by line; walked without recursion, so that deep markup is no danger."""
    words: list[str] = []
    link = ""
    silent = 0
    for event, element in etree.iterwalk(parse_document(text).root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else "!"
        hidden = tag in _SILENT or tag == "!" or bool(_HIDDEN.search(element.get("style", "")))
        if tag in _BLOCKS and words:
            yield from _line(words, link)
            words, link = [], ""
        if event == "start":
            silent += hidden
            if tag == "a" and element.get("href"):
                link = link or str(element.get("href")).strip()
            if not silent and element.text:
                words.append(element.text)
        else:
            silent -= hidden
            if not silent and element.tail:
                words.append(element.tail)
            if tag == "a" and not one_line(" ".join(words)):
                link = ""  # a picture: its link says nothing of the words that follow
    yield from _line(words, link)


def _line(words: Iterable[str], link: str) -> Iterator[_Line]:
    text = one_line("".join(words))
    if text:
        yield _Line(text, link)


def _draft(portal: _Portal, code: str, lines: list[str], sent_at: datetime) -> Draft:
    address = portal.address(code)
    fields = portal.fields(lines[1:], sent_at)
    return Draft(
        source_ref=code, url=address, title=lines[0], apply_url=address, references=system_references(address), **fields
    )


def _places(place: Place | None) -> tuple[Place, ...]:
    return (place,) if place else ()


def _finn_fields(lines: list[str], sent_at: datetime) -> dict[str, Any]:
    """Employer; then "Bergen · Frist Snarest"."""
    fields: dict[str, Any] = {"employer": or_none(lines[0]) if lines else None}
    for part in (part for line in lines[1:3] for part in _PARTS.split(line)):
        due = _DUE.fullmatch(part)
        if due:
            closes = deadline_fields(due[1], sent_at)
            fields |= {"deadline_raw": closes.raw, "deadline": closes.day, "deadline_kind": closes.kind}
            fields["issues"] = closes.issues
        elif part and "places" not in fields:
            fields["places"] = _places(read_address(part))
    return fields


def _linkedin_fields(lines: list[str], _sent_at: datetime) -> dict[str, Any]:
    """ "Fjordnett · Lysaker, Akershus, Norway (Hybrid)", on one line or on two."""
    employer, _, place = (lines[0] if lines else "").partition(" · ")
    place = place or (lines[1] if len(lines) > 1 else "")
    return {
        "employer": or_none(employer),
        "places": _places(linkedin_place(place)) if "," in place or "(" in place else (),
        "job_location_type": "TELECOMMUTE" if way_of_work(place) in ("remote", "fjernarbeid", "distans") else None,
    }


def _indeed_fields(lines: list[str], sent_at: datetime) -> dict[str, Any]:
    """ "Fjordnett AS – Lysaker", perhaps pay, some words of the text, and how long ago."""
    found = _EMPLOYER_PLACE.fullmatch(lines[0]) if lines else None
    fields: dict[str, Any] = {
        "employer": or_none(found[1] if found else lines[0] if lines else None),
        "places": _places(read_address(found[2])) if found else (),
    }
    for line in lines[1:5]:
        posted = relative_day(line, sent_at) if len(line) < 40 else None
        if _PAY.search(line):
            fields |= {"salary_raw": line, "salary": _pay(line)}
        elif posted:
            fields["date_posted"] = posted
        else:
            fields.setdefault("summary", line)
    return fields


def _pay(line: str) -> Salary | None:
    """ "1 050 000 kr - 1 250 000 kr i året", "Fra 198 kr i timen"."""
    amounts = [amount for amount in map(read_number, _AMOUNT.findall(line)) if amount]
    period = _UNITS[_PAY.search(line)["unit"].lower()]  # type: ignore[index]
    if not amounts or len(amounts) > 2 or amounts != sorted(amounts):
        return None
    least_only = line.lower().startswith("fra ")
    return Salary(amounts[0], None if least_only else amounts[-1], "NOK", period)


def _finn_job(link: str) -> str:
    """FINN sells houses and boats under such links too."""
    return finn_code(link) if "/job/" in link or re.match(r"finn\.no/\d{8,10}\b", link) else ""


PORTALS: tuple[_Portal, ...] = (
    _Portal("finn", "finn.no/", _finn_job, FINN_AD.__add__, _finn_fields),
    _Portal("linkedin", "linkedin.com/", linkedin_code, (LINKEDIN_AD + "{}/").format, _linkedin_fields),
    _Portal("indeed", "indeed.com/", indeed_code, INDEED_AD.__add__, _indeed_fields),
)
SOURCES: Mapping[str, str] = {portal.source: portal.host.rstrip("/") for portal in PORTALS}
"""Sources whose mails are understood, and their hosts."""
