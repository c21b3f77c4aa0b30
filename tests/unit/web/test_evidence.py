"""Reasons and concepts in every language: none is left in bokmål, none is told of something else."""

import json
from datetime import date
from pathlib import Path

import pytest

from domain.matching import AdText
from domain.profiles import Profile
from matcher.occupation import load_occupation
from matcher.reader import Reader
from matcher.score import score_occupation, score_profile
from web.evidence import retold

ROOT = Path(__file__).resolve().parents[3]
ADS = ROOT / "fixtures" / "occupations" / "invented_ads.jsonl"
TODAY = date(2026, 10, 20)
PROFILES = (
    Profile("tom"),
    Profile(
        "full",
        concepts=frozenset({"certification.ccsm", "tool.zendesk", "skill.leadership"}),
        education="bachelor",
        experience_years=4,
        leadership=True,
        languages=frozenset({"no"}),
        counties=frozenset({"Oslo"}),
        municipalities=frozenset({"Bergen"}),
        remote=True,
        extent_min=90,
        shift_work=False,
        salary_floor=800_000,
    ),
    Profile("ny", education="upper_secondary", experience_years=1, leadership=False, languages=frozenset({"pl"})),
)


@pytest.fixture(scope="module")
def reasons():
    """Every reason of sixty ads against the occupation and three people."""
    occupation = load_occupation()
    reader = Reader(occupation)
    found = set()
    for line in ADS.read_text(encoding="utf-8").splitlines()[:60]:
        ad = json.loads(line)
        reading = reader.read(AdText(title=ad["title"], description_html=ad["description_html"]))
        matches = [score_occupation(reading, occupation, today=TODAY)]
        matches += [score_profile(reading, profile, occupation, today=TODAY) for profile in PROFILES]
        for part in (part for match in matches for part in match.parts):
            found |= {item.text for item in (*part.has, *part.lacks, *part.not_stated)}
    return found


@pytest.mark.parametrize("language", ["nn", "en"])
def test_no_reason_is_left_in_bokmal(reasons, language):
    assert len(reasons) > 120
    assert [text for text in reasons if retold(text, language) is None] == []


@pytest.mark.parametrize("language", ["nn", "en"])
def test_different_reasons_stay_different(reasons, language):
    told = {retold(text, language) for text in reasons}
    assert len(told) > 0.97 * len(reasons)  # a few labels of two concepts are one word elsewhere


def test_a_reader_of_bokmal_gets_the_reason_as_it_is(reasons):
    assert {retold(text, "nb") for text in reasons} == reasons


@pytest.mark.parametrize(
    ("text", "language", "told"),
    [
        ("Klagebehandling (oppgave)", "en", "Complaint handling (a duty)"),
        ("Klagebehandling (oppgave)", "nn", "Klagehandsaming (oppgåve)"),
        ("norsk eller engelsk (krav)", "en", "Norwegian or English (required)"),
        ("krav: Zendesk eller Salesforce", "en", "required: Zendesk or Salesforce"),
        ("leder 18 personer", "en", "leads 18 people"),
        ("bachelorgrad mangler", "nn", "bachelorgrad manglar"),
        ("arbeidssted Bergen er utenfor det du ønsker", "en", "the place of work, Bergen, is outside of what you want"),
        ("annet krav: førerkort for {traktor}", "en", "another requirement: førerkort for {traktor}"),
        (
            "fristfeltet sier 2026-12-01, teksten sier 2026-12-09",
            "en",
            "the deadline field says 2026-12-01, the text says 2026-12-09",
        ),
        ("portalen sier 2 stillinger, teksten sier 3", "nn", "portalen seier 2 stillingar, teksten seier 3"),
        ("noe som ingen så for seg", "en", None),
        ("Noe ukjent (krav)", "en", None),
    ],
)
def test_reasons_are_told_anew(text, language, told):
    assert retold(text, language) == told
