"""What a person who saved an opening hears of it: the deadline is near or has moved, the ad is withdrawn or back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from alerts.cleaning import web_address
from alerts.digest import Message, title_and_place
from alerts.entries import Link, Note, entry
from alerts.languages import words
from alerts.phrases import day_in_words, deadline_in_words
from alerts.render import NOTES, render
from alerts.wire import written
from alerts.words import Words
from domain.alerts import Alert, Known, OpeningCard
from domain.postings import passed

REMIND_BEFORE = timedelta(days=2)
"""A reminder comes so long before the deadline: time enough to write an application."""


class News(StrEnum):
    """What has happened."""

    REMINDER = "reminder"
    MOVED = "moved"
    CLOSED = "closed"
    REOPENED = "reopened"


def news(known: Known, now: Known, today: date, *, remind: bool = True) -> News | None:
    """What is new to somebody who knows the opening as ``known``; ``remind``: is a reminder of any use to them?

    An ad that is gone because its last day is over is no news, nor is any change after that day.
    """
    if not now.open:
        return News.CLOSED if known.open and not passed(known.deadline, today) else None
    if not known.open:
        return News.REOPENED
    if (known.deadline, known.deadline_kind) != (now.deadline, now.deadline_kind):
        return News.MOVED
    near = now.deadline is not None and today <= now.deadline <= today + REMIND_BEFORE
    return News.REMINDER if remind and near and known.reminded_for != now.deadline else None


def learnt(known: Known, now: Known, today: date) -> Known:
    """What they know after having been told: a note that names a near deadline is a reminder too."""
    near = now.deadline is not None and today <= now.deadline <= today + REMIND_BEFORE
    return replace(now, reminded_for=now.deadline if near else known.reminded_for)


def note(card: OpeningCard, what: News, known: Known, today: date, language: Words, base_url: str = "") -> Note:
    """``what`` happened, in words."""
    shown = entry(card, today, language, {})
    before = deadline_in_words(known.deadline, known.deadline_kind, today, language)
    said = {
        News.REMINDER: language.note_reminder,
        News.MOVED: language.note_moved,
        News.CLOSED: language.note_closed,
        News.REOPENED: language.note_reopened,
    }[what].format(deadline=shown.ad.deadline, before=before)
    own = f"{base_url.rstrip('/')}/stilling/{card.opening}" if web_address(base_url) else ""
    address = own or ("" if what is News.CLOSED else shown.ad.title.url)
    return Note(card.opening, Link(title_and_place(shown, language), address), shown.ad.facts, said)


def letter(addressee: Alert, notes: Sequence[Note], now: datetime, unsubscribe: str) -> Message:
    """A mail of notes alone, for a day without a digest to take them along."""
    language = words(addressee.language)
    today = now.astimezone(ZoneInfo(addressee.zone)).date()
    first, many = notes[0], len(notes) > 1
    heading = language.notes_many.format(count=len(notes)) if many else language.notes_heading
    subject = heading if many else language.notes_subject.format(said=first.said, title=first.title.text)
    values = {
        "w": language,
        "subject": subject,
        "heading": heading,
        "day": day_in_words(today, today, language),
        "notes": notes,
        "why": language.notes_why,
        "unsubscribe": unsubscribe,
    }
    text, html = render(values, NOTES)
    return Message(addressee.id, today, language.tag, subject, written(text), written(html), (), ())


def addressee_of(account: int, email: str, language: str) -> Alert:
    """Who the notes of an account go to, in the shape that messages and links are made for: its number is negative."""
    return Alert(-account, words(language).notes_name, email, None, language=language)
