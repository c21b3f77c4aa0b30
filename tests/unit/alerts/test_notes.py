"""What a saver hears of an opening, once each, and how it reads."""

from dataclasses import replace
from datetime import date, timedelta

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.digest import compose
from alerts.entries import Note
from alerts.languages import words
from alerts.links import Deed, alert_named, token
from alerts.message import Envelope, build_message
from alerts.notes import News, addressee_of, learnt, letter, news, note
from domain.alerts import Known
from domain.postings import DeadlineKind
from tests.unit.alerts.golden import is_golden
from tests.unit.alerts.samples import ALERT, NOW, TODAY, card

FAR = Known(date(2026, 12, 4), DeadlineKind.DATE, open=True)
SOON = replace(FAR, deadline=TODAY + timedelta(days=2))
GONE = replace(FAR, open=False)
KARI = addressee_of(12, "kari@example.no", "nb")


@pytest.mark.parametrize(
    ("known", "now", "expected"),
    [
        (FAR, FAR, None),
        (FAR, GONE, News.CLOSED),
        (GONE, GONE, None),
        (GONE, FAR, News.REOPENED),
        (FAR, replace(FAR, deadline=date(2026, 12, 18)), News.MOVED),
        (FAR, replace(FAR, deadline=None, deadline_kind=DeadlineKind.ASAP), News.MOVED),
        (SOON, SOON, News.REMINDER),
        (replace(SOON, deadline=TODAY), replace(SOON, deadline=TODAY), News.REMINDER),
        (replace(SOON, deadline=TODAY + timedelta(days=3)), replace(SOON, deadline=TODAY + timedelta(days=3)), None),
        (replace(SOON, reminded_for=SOON.deadline), SOON, None),
        (replace(SOON, reminded_for=TODAY), SOON, News.REMINDER),
        (replace(FAR, deadline=TODAY - timedelta(days=1)), replace(GONE, deadline=TODAY - timedelta(days=1)), None),
    ],
)
def test_what_is_news(known: Known, now: Known, expected: News | None) -> None:
    assert news(known, now, TODAY) is expected


def test_who_has_just_saved_it_needs_no_reminder() -> None:
    assert news(SOON, SOON, TODAY, remind=False) is None
    assert news(SOON, replace(SOON, open=False), TODAY, remind=False) is News.CLOSED


days = st.none() | st.integers(-9, 20).map(lambda count: TODAY + timedelta(days=count))
knowns = st.builds(Known, days, st.sampled_from(DeadlineKind), st.booleans(), days)


@given(knowns, knowns.map(lambda known: replace(known, reminded_for=None)))
def test_what_was_told_is_news_no_more(known: Known, now: Known) -> None:
    if news(known, now, TODAY) is not None:
        assert news(learnt(known, now, TODAY), now, TODAY) is None


def notes(language: str = "nb") -> list[Note]:
    told = words(language)
    moved = replace(FAR, deadline=date(2026, 11, 27))
    return [
        note(card(1, deadline=TODAY + timedelta(days=1)), News.REMINDER, FAR, TODAY, told, "https://jobb.example.no"),
        note(card(2, title="Leder for kundesenter"), News.MOVED, moved, TODAY, told),
        note(card(3, title="Kundesjef Oslo", apply_url="", listings=()), News.CLOSED, FAR, TODAY, told),
    ]


def test_notes_read_as_a_person_would_say_it() -> None:
    assert [(item.title.text, item.said) for item in notes()] == [
        ("Kundeservicesjef, Oslo", "Påminnelse: Søk senest i morgen"),
        (
            "Leder for kundesenter, Oslo",
            "Fristen er endret: Søk senest fredag 4. desember (før: Søk senest fredag 27. november)",
        ),
        ("Kundesjef Oslo", "Annonsen er trukket tilbake"),
    ]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_mail_of_notes_is_word_for_word_the_golden_one(language: str) -> None:
    message = letter(replace(KARI, language=language), notes(language), NOW, "https://jobb.example.no/avmeld")
    is_golden(message, "notes", language)


def test_a_mail_of_one_note_says_it_in_its_subject() -> None:
    message = letter(KARI, notes()[:1], NOW, "")
    assert message.subject == "Påminnelse: Søk senest i morgen – Kundeservicesjef, Oslo"
    built = build_message(message, KARI, Envelope("j@example.no", KARI.email), NOW)
    assert b"List-Id: <alert-k12.jobbvakt.example.no>" in built
    assert b"Message-ID: <2026-11-23.lagrede-stillinger.k12." in built


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_digest_takes_notes_along_in_both_parts(language: str) -> None:
    message = compose(replace(ALERT, language=language), [card(9)], TODAY, now=NOW, notes=notes(language))
    assert message is not None
    html5lib.HTMLParser(strict=True).parse(message.html)
    for item in notes(language):
        for part in (message.text, message.html):
            assert item.said in part
            assert part.index(item.said) < part.index(words(language).new_heading)
    assert message.told == (9,)


def test_an_accounts_link_is_no_alerts_link() -> None:
    from_account = token(b"s", Deed.UNSUBSCRIBE, KARI)
    assert from_account.startswith("k12-")
    assert alert_named(from_account) == -12
