"""One digest: what an alert tells one person for one local date. Values in, a message out; nothing is fetched."""

import logging
import re
import shlex
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from alerts.cleaning import one_line, web_address
from alerts.due import next_due
from alerts.entries import Dropped, Entry, Note, Selection, build, select
from alerts.languages import words
from alerts.phrases import day_in_words, when
from alerts.render import render_digest
from alerts.wire import Written
from alerts.words import Words
from domain.alerts import Alert, MailKind, OpeningCard
from domain.prefilter import fold
from domain.search_address import in_words

log = logging.getLogger(__name__)

LIMITS = (20, 10, 5, 2, 1)
"""Openings shown; the next smaller number is taken when the message would grow past ``MAX_HTML``."""

MAX_HTML = 100_000
"""Bytes of the HTML part: large mail readers cut longer messages off."""

SUBJECT_TITLE = 60
SEARCH_LIMIT = 100


@dataclass(frozen=True, slots=True)
class Message:
    """A message in words, not yet addressed: a digest, an instant or test mail, or a letter, which tells no openings.

    ``told`` is what the ledger takes: openings shown or counted.
    """

    alert: int
    local_date: date
    language: str
    subject: str
    in_text: Written
    in_html: Written
    told: tuple[int, ...]
    shown: tuple[int, ...]
    dropped: tuple[Dropped, ...] = ()
    entries: tuple[Entry, ...] = ()
    """Every opening told, best first, with what the message says of it."""

    @property
    def text(self) -> str:
        """The text part as it is read."""
        return self.in_text.plain

    @property
    def html(self) -> str:
        """The HTML part as it is read."""
        return self.in_html.plain


def compose(
    alert: Alert,
    cards: Sequence[OpeningCard],
    local_date: date,
    *,
    base_url: str = "",
    now: datetime,
    unsubscribe: str = "",
    source_names: Mapping[str, str] | None = None,
    kind: MailKind = MailKind.DIGEST,
    last_today: bool = False,
    notes: Sequence[Note] = (),
) -> Message | None:
    """The digest of ``alert`` for ``local_date`` over ``cards`` (openings not yet told), or None when nothing is new.

    ``base_url`` is the address of the web pages, where there are any; ``unsubscribe`` a ``mailto:`` or ``https:``
    address for the foot; ``source_names`` the names of sources as people know them. ``now`` (aware) decides what
    "i dag" means, in the alert's zone. ``kind``: an instant or a test mail says so; ``last_today``: the day's cap is
    reached with this instant mail; ``notes`` (``alerts.notes``) are taken along. Raises ValueError for a zone that does
    not exist.
    """
    local = now.astimezone(ZoneInfo(alert.zone))
    today = local.date()
    language = words(alert.language)
    entries, dropped = build(cards, today, language, source_names or {})
    for item in dropped:
        log.warning("opening left out of a digest: alert %d, opening %d: %s", alert.id, item.opening, item.why)
    if not entries:
        return None
    subject = subject_of(entries, today, language)
    day = day_in_words(local_date, today, language)
    if kind is MailKind.TEST:
        subject = language.trial_subject.format(subject=subject)
    first = entries[0]
    values = {
        "subject": subject,
        "heading": _heading(entries, language),
        "preheader": " · ".join((first.ad.title.text, first.ad.facts, first.score, first.ad.deadline)),
        "day": language.day_and_time.format(day=day, at=local) if kind is MailKind.INSTANT else day,
        "notice": language.trial if kind is MailKind.TEST else _last_today(alert, now, language) if last_today else "",
        "why": _why(alert, language),
        "unsubscribe": unsubscribe,
        "stop_command": "" if unsubscribe else f"jobbvakt alert pause {alert.id}",
    }
    selection, text, html = _fit(alert, entries, values, language, notes, base_url)
    return Message(
        alert=alert.id,
        local_date=local_date,
        language=language.tag,
        subject=subject,
        in_text=text,
        in_html=html,
        told=tuple([item.opening for item in entries]),
        shown=tuple([item.opening for item in selection.shown]),
        dropped=tuple(dropped),
        entries=tuple(entries),
    )


def _last_today(alert: Alert, now: datetime, words: Words) -> str:
    """That the day's cap is reached, and when the rest comes."""
    zone = ZoneInfo(alert.zone)
    due = next_due(alert, now).astimezone(zone)
    day = when(due.date(), now.astimezone(zone).date(), words)
    return words.last_today.format(when=words.day_and_time.format(day=day, at=due))


def subject_of(entries: Sequence[Entry], today: date, words: Words) -> str:
    """``3 nye: Kundeservicesjef, Oslo – første frist fredag 4. desember``."""
    count, best = len(entries), entries[0]
    new = words.new_one if count == 1 else words.new_many.format(count=count)
    subject = words.subject.format(new=new, opening=title_and_place(best, words))
    days = [item.ad.last_day for item in entries if item.ad.last_day is not None]
    if days:
        template = words.subject_only_deadline if count == 1 else words.subject_first_deadline
        return template.format(subject=subject, when=when(min(days), today, words))
    return words.subject_asap.format(subject=subject) if any(item.ad.asap for item in entries) else subject


def title_and_place(best: Entry, words: Words) -> str:
    """``Kundeservicesjef, Oslo``; a place that the title names already is not said again."""
    title, place = one_line(best.ad.title.text, SUBJECT_TITLE), one_line(best.ad.place, 40)
    said = re.search(rf"\b{re.escape(fold(place))}\b", fold(title)) is not None
    return title if said or best.ad.place == words.no_place else f"{title}, {place}"


def _fit(
    alert: Alert,
    entries: Sequence[Entry],
    values: Mapping[str, str],
    words: Words,
    notes: Sequence[Note],
    base_url: str,
) -> tuple[Selection, Written, Written]:
    """As many openings as the message has room for, and the message."""
    for limit in LIMITS:
        selection = select(entries, limit, words)
        given = {**values, **_rest(alert, selection, words, base_url)}
        held = {name: value for name, value in given.items() if value}
        text, html = render_digest(held, words, selection.shown, notes)
        if len(html.plain.encode()) <= MAX_HTML:
            break
    return selection, text, html


def _rest(alert: Alert, selection: Selection, words: Words, base_url: str) -> dict[str, str]:
    """Where those are that are not shown: on a page, or by a command."""
    if not selection.rest:
        return {}
    url = _see_all_url(alert, base_url)
    if url:
        return {"rest": words.rest_link.format(count=selection.rest), "see_all_url": url}
    told = words.rest_command.format(count=selection.rest)
    return {"rest": told, "see_all_command": _see_all_command(alert, selection.total)}


def _heading(entries: Sequence[Entry], words: Words) -> str:
    count = len(entries)
    return words.heading_one if count == 1 else words.heading_many.format(count=count)


def _why(alert: Alert, words: Words) -> str:
    parts: Iterable[str] = (
        words.why_query.format(query=one_line(in_words(alert.query), 80)) if alert.query.strip() else "",
        words.why_min_score.format(score=words.percent.format(score=alert.min_score)) if alert.min_score else "",
    )
    detail = ", ".join(part for part in parts if part)
    return words.why.format(name=one_line(alert.name, 80)) + (f" ({detail})." if detail else ".")


def _see_all_url(alert: Alert, base_url: str) -> str:
    """The search page with this alert's search in its address."""
    if not web_address(base_url):
        return ""
    search = {"q": alert.query, "min_score": alert.min_score or "", "profile": alert.profile or "", "sort": "score"}
    return f"{base_url.rstrip('/')}/?{urlencode({key: value for key, value in search.items() if value})}"


def _see_all_command(alert: Alert, total: int) -> str:
    command = ["jobbvakt", "search", *alert.query.split()]
    command += ["--profile", alert.profile] if alert.profile else []
    command += ["--min-score", str(alert.min_score)] if alert.min_score else []
    return shlex.join(one_line(part) for part in [*command, "--limit", str(max(total, SEARCH_LIMIT))])
