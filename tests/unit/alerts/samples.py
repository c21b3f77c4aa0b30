"""Invented alerts and openings for the tests of this folder."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from domain.alerts import Alert, Listing, OpeningCard
from domain.matching import Evidence, Match, ScorePart
from domain.postings import DeadlineKind, Place, Salary

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)  # 07:00 in Oslo, a Monday
TODAY = date(2026, 11, 23)

ALERT = Alert(
    id=7, name="Kundeservicesjef Oslo", email="kari@example.no", profile="kari", query="kundeservice", min_score=60
)


def part(name: str, weight: float, **said: Sequence[str]) -> ScorePart:
    texts = {key: tuple(Evidence(text) for text in values) for key, values in said.items()}
    return ScorePart(name, weight, None if set(said) == {"not_stated"} else 0.5, **texts)


def match(score: int = 93) -> Match:
    parts = (
        part("skills", 30, has=["Dynamics 365"], lacks=["engelsk"]),
        part("certifications", 40, has=["CCSM"]),
        part("languages", 10, not_stated=["språk"]),
        part("pay", 10, not_stated=["lønn"]),
    )
    return Match(score, parts, "test-1")


def card(opening: int = 1, score: int = 93, **changes: Any) -> OpeningCard:
    base = OpeningCard(
        opening=opening,
        title="Kundeservicesjef",
        employer="Fjordlys Energi AS",
        places=(Place(city="Oslo", municipality="Oslo", county="Oslo", country="NO"),),
        deadline=date(2026, 12, 4),
        deadline_kind=DeadlineKind.DATE,
        published=datetime(2026, 11, 20, 8, 0, tzinfo=UTC),
        apply_url=f"https://jobb.example.no/annonse/{opening}/sok",
        listings=(Listing("nav_feed", "Kundeservicesjef", f"https://stillinger.example.no/{opening}"),),
        match=match(score),
        extent="100 %",
    )
    return replace(base, **changes)


def three_cards() -> list[OpeningCard]:
    """Three openings that between them show most of what a digest can say."""
    return [
        card(
            1,
            listings=(
                Listing("nav_feed", "Kundeservicesjef", "https://stillinger.example.no/1"),
                Listing("jobbnorge", "Kundeservicesjef", "https://jobbportal.example.no/stilling/1"),
            ),
        ),
        card(
            2,
            81,
            title="Leder for kundesenter",
            employer="Vestavind Forsikring ASA",
            places=(Place(city="Bergen"), Place(city="Førde")),
            deadline=None,
            deadline_kind=DeadlineKind.ASAP,
            salary=Salary(650_000, 750_000, "NOK", "year"),
            extent="Heltid, fast",
        ),
        card(
            3,
            64,
            title="Head of Customer Service",
            employer="Snøkrystall Bank",
            places=(),
            deadline=None,
            deadline_kind=DeadlineKind.NONE,
            extent=None,
        ),
    ]
