"""Deadlines for a calendar (RFC 5545): all-day events with a reminder the day before."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

from alerts.cleaning import one_line, web_address
from alerts.words import Words
from domain.alerts import OpeningCard


def deadlines(cards: Sequence[OpeningCard], words: Words, base_url: str, now: datetime, name: str = "") -> bytes:
    """The calendar of the cards that state a last day; ``now`` (aware) stamps an opening whose sighting is unknown.

    ``base_url``: address of the pages, to which the events lead; without it they lead to the ads.
    """
    found = Calendar()
    found.add("prodid", f"-//Jobbvakt//jobbvakt//{words.tag.upper()}")
    found.add("version", "2.0")
    if name:
        found.add("x-wr-calname", one_line(name, 80))
    for card in cards:
        if card.deadline is not None:
            found.add_component(_event(card, words, base_url, now))
    content: bytes = found.to_ical()
    return content


def _event(card: OpeningCard, words: Words, base_url: str, now: datetime) -> Event:
    assert card.deadline is not None
    title = one_line(card.title, 120) or words.no_title
    event = Event()
    event.add("uid", f"opening-{card.opening}-deadline@jobbvakt")
    event.add("dtstamp", card.first_seen or now)
    event.add("dtstart", card.deadline)
    event.add("dtend", card.deadline + timedelta(days=1))
    employer = one_line(card.employer, 80)
    event.add("summary", words.last_day_of.format(opening=f"{title}, {employer}" if employer else title))
    base = web_address(base_url).rstrip("/")
    if address := f"{base}/stilling/{card.opening}" if base else web_address(card.apply_url):
        event.add("url", address)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", timedelta(days=-1))
    event.add_component(alarm)
    return event
