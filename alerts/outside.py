"""A message for a chat or a webhook: short text, and every opening as data. The same bytes for every try."""

import json
from typing import Any

from alerts.digest import Message
from alerts.entries import Entry
from alerts.languages import words
from domain.alerts import Alert, MailKind

IN_TEXT = 10
"""Openings in the text; more are counted."""
MOST_TEXT = 1_800
"""Characters of the text; Discord takes 2,000."""


def build_outside(message: Message, alert: Alert, kind: MailKind, identity: str) -> bytes:
    """JSON (UTF-8, keys sorted). ``identity`` is the message's id, by which a receiver knows one that comes twice."""
    shown = [entry for entry in message.entries if entry.opening in message.shown]
    told: dict[str, Any] = {
        "type": f"jobbvakt.{kind.value}",
        "id": identity.strip("<>"),
        "alert": {"id": alert.id, "name": alert.name},
        "date": message.local_date.isoformat(),
        "language": message.language,
        "subject": message.subject,
        "text": _text(shown, len(message.told), alert),
        "total": len(message.told),
        "openings": [_opening(entry) for entry in shown],
    }
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _text(shown: list[Entry], total: int, alert: Alert) -> str:
    text, count = "", 0
    for entry in shown[:IN_TEXT]:
        ad = entry.ad
        lines = (f"{entry.score} {ad.title.text}", ad.facts, f"{ad.deadline} · {ad.pay}", ad.title.url)
        part = "\n".join(filter(None, lines)) + "\n\n"
        if len(text) + len(part) > MOST_TEXT:
            break
        text, count = text + part, count + 1
    rest = total - count
    more = words(alert.language).rest_link.format(count=rest).rstrip(":")
    return text.rstrip() + (f"\n\n{more}." if rest else "")


def _opening(entry: Entry) -> dict[str, Any]:
    ad = entry.ad
    return {
        "id": entry.opening,
        "title": ad.title.text,
        "url": ad.title.url,
        "employer": ad.employer,
        "place": ad.place,
        "score": entry.score,
        "deadline": ad.deadline,
        "last_day": ad.last_day.isoformat() if ad.last_day else None,
        "pay": ad.pay,
        "reasons": [{"label": reason.label, "items": reason.items} for reason in entry.reasons],
        "sources": [{"name": source.text, "url": source.url} for source in ad.sources],
    }
