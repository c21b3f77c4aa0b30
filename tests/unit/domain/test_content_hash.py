"""The hash of what an ad says: stores keep it, so its bytes may never change."""

import json
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.postings import Category, Contact, DeadlineKind, Draft, Issue, Place, SafeHtml, Salary, content_hash

DRAFT = Draft(
    source_ref="1",
    url="https://a.example/1",
    title='Kundeservicesjef "Nord"',
    employer="Ærlig & Øde AS",
    description_html=SafeHtml("<p>Å lede\ttolv\r\n\\ rådgivere</p>\u2028"),
    date_posted=datetime(2026, 11, 20, 8, tzinfo=UTC),
    deadline=date(2026, 12, 14),
    deadline_kind=DeadlineKind.DATE,
    places=(Place(city="Tromsø"), Place(city="Bodø", country="NO")),
    salary=Salary(700_000, None, "NOK", "year"),
    categories=(Category("STYRK08", "1221", "Salgs- og markedssjefer"),),
    contacts=(Contact("Kari", email="kari@a.example"),),
    references=("id@a.example:1",),
    issues=(Issue("salary", "?", "unread"),),
)


def plainly(draft: Draft) -> str:
    """The hash by its definition: JSON of the whole ad, keys in order, without what is no content."""
    said: dict[str, Any] = asdict(draft)
    for name in ("date_modified", "employer_description", "issues"):
        said.pop(name)
    return sha256(json.dumps(said, sort_keys=True, ensure_ascii=False, default=str).encode()).hexdigest()


def test_it_is_the_one_that_stores_hold():
    assert content_hash(DRAFT) == "064af02fea7053a2c929db1b83c1838079117413b4c598a7ce9d08e535d0fc48"


@pytest.mark.parametrize(
    "words", ["", "\b\f", "\x00", "\x1f\x7f", '\\"', "\n\t\r", "æ€😀\u2028", "\ufeff", "a\\nb", "\\\\"]
)
def test_every_sign_is_written_as_json_writes_it(words: str):
    draft = replace(DRAFT, title=words, description_html=SafeHtml(f"x{words}y"), contacts=(Contact(words),))
    assert content_hash(draft) == plainly(draft)


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(), st.text(), st.one_of(st.none(), st.integers(), st.floats(allow_nan=False, allow_infinity=False)))
def test_any_text_and_any_pay(title: str, city: str, pay: float | None):
    salary = Salary(pay, pay, "NOK", "hour")
    draft = replace(DRAFT, title=title, places=(Place(city=city),), references=(city, title), salary=salary)
    assert content_hash(draft) == plainly(draft)


def test_what_is_no_content_does_not_count():
    other = replace(
        DRAFT, issues=(), employer_description="We are nice", date_modified=datetime(2026, 11, 22, tzinfo=UTC)
    )
    assert content_hash(other) == content_hash(DRAFT)
    assert content_hash(replace(DRAFT, extent_raw="Heltid")) != content_hash(DRAFT)
