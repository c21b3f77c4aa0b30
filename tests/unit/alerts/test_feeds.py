"""Feeds, read by parsers that share no code with them: feedparser, icalendar's reader, and the JSON Feed rules."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import feedparser
import pytest
from icalendar import Calendar

from alerts.feeds import FORMS, Feed, make_feed
from domain.alerts import OpeningCard
from domain.postings import DeadlineKind
from tests.unit.alerts.samples import ALERT, NOW, card, three_cards

ADDRESS = "https://jobb.example.no/strom/7-abc"
HOSTILE = "<script>alert(1)</script> & ]]> \x00\x0b\u202e \"'"


def made(cards: list[OpeningCard], **options: str) -> Feed:
    return make_feed(ALERT, cards, NOW, base_url="https://jobb.example.no", address=ADDRESS, **options)


def seen(cards: list[OpeningCard]) -> list[OpeningCard]:
    """Each first seen an hour after the one before."""
    return [replace(one, first_seen=NOW + timedelta(hours=number)) for number, one in enumerate(cards)]


@pytest.mark.parametrize("form", ["atom.xml", "rss.xml"])
def test_a_feed_reader_finds_every_opening_the_newest_first(form: str) -> None:
    read = feedparser.parse(FORMS[form][1](made(seen(three_cards()))))
    assert read.bozo == 0, read.get("bozo_exception")
    assert read.feed.title == "Jobbvakt: Kundeservicesjef Oslo"
    assert [one.link for one in read.entries] == [f"https://jobb.example.no/stilling/{n}" for n in (3, 2, 1)]
    last = read.entries[2]
    assert last.title == "Kundeservicesjef · Fjordlys Energi AS · Oslo"
    body = last.content[0].value if "content" in last else last.summary
    for words in ("93", "har: CCSM", "mangler: engelsk", "Søk senest", "lønn ikke oppgitt", "jobbportal.example.no"):
        assert words.lower() in body.lower()
    moment = datetime(*last.published_parsed[:6], tzinfo=UTC)
    assert moment == NOW
    links = {one.get("rel"): one.href for one in read.feed.links}
    assert links["self"] == f"{ADDRESS}/{form}"


def test_json_feed_says_the_same_and_keeps_to_its_rules() -> None:
    told = json.loads(FORMS["feed.json"][1](made(seen(three_cards()))))
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert {"title", "items", "home_page_url", "feed_url", "language"} <= set(told)
    for item in told["items"]:
        assert isinstance(item["id"], str)
        assert item["content_html"] or item["content_text"]
        assert datetime.fromisoformat(item["date_published"]).tzinfo is not None
        assert all(key.startswith("_") or key in _KNOWN for key in item)
    assert told["items"][2]["_jobbvakt"]["last_day"] == "2026-12-04"


_KNOWN = {"id", "url", "external_url", "title", "content_html", "content_text", "date_published"}


def test_the_calendar_holds_the_days_that_are_stated_with_a_reminder_the_day_before() -> None:
    events = Calendar.from_ical(FORMS["deadlines.ics"][1](made(seen(three_cards())))).walk("VEVENT")
    [event] = events  # the two others state no day
    assert event["SUMMARY"] == "Søknadsfrist: Kundeservicesjef, Fjordlys Energi AS"
    assert event.decoded("DTSTART") == date(2026, 12, 4)
    assert event["URL"] == "https://jobb.example.no/stilling/1"
    [alarm] = event.walk("VALARM")
    assert alarm.decoded("TRIGGER") == timedelta(days=-1)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_feeds_speak_the_alerts_language(language: str) -> None:
    feed = make_feed(replace(ALERT, language=language), three_cards(), NOW)
    [event] = Calendar.from_ical(feed.calendar).walk("VEVENT")
    assert event["SUMMARY"].startswith("Application deadline" if language == "en" else "Søknadsfrist")
    assert feedparser.parse(FORMS["atom.xml"][1](feed)).feed.language == language


@pytest.mark.parametrize("form", FORMS)
def test_the_same_openings_give_the_same_bytes_whenever_they_are_asked_for(form: str) -> None:
    cards, write = seen(three_cards()), FORMS[form][1]
    later = make_feed(
        ALERT, cards[::-1], NOW + timedelta(minutes=5), base_url="https://jobb.example.no", address=ADDRESS
    )
    assert write(made(cards)) == write(later)


@pytest.mark.parametrize("form", FORMS)
def test_hostile_words_stay_words_and_an_empty_feed_is_a_feed(form: str) -> None:
    spoilt = replace(card(), title=HOSTILE, employer=HOSTILE, apply_url="javascript:alert(1)")
    for cards in ([spoilt], []):
        content = FORMS[form][1](make_feed(ALERT, cards, NOW))
        assert b"javascript:" not in content
        if form.endswith("xml"):
            read = feedparser.parse(content, sanitize_html=False)
            assert (read.bozo, len(read.entries)) == (0, len(cards))
            html = [one.content[0].value if "content" in one else one.summary for one in read.entries]
        elif form.endswith("json"):
            html = [item["content_html"] for item in json.loads(content)["items"]]
        else:
            html = []
            assert len(Calendar.from_ical(content).walk("VEVENT")) == len(cards)
        assert len(html) in (len(cards), 0)
        assert "<script" not in "".join(html)


def test_what_can_no_longer_be_applied_for_is_gone_and_a_feed_is_never_endless() -> None:
    over = card(1, deadline=date(2026, 11, 22))
    many = seen([card(number, deadline=None, deadline_kind=DeadlineKind.ASAP) for number in range(2, 300)])
    feed = made([over, *many])
    assert len(feed.items) == 100
    assert [item.entry.opening for item in feed.items][:2] == [299, 298]
