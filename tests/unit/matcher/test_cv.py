"""What is read in invented CVs in three languages, and that nothing is made up."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.profiles import Profile
from matcher.cv import suggest_profile
from matcher.occupation import load_occupation
from matcher.reader import Reader

READER = Reader(load_occupation())
TODAY = date(2026, 11, 24)
NB = """Kari Nordmann
Storgata 1, 5003 Bergen

Erfaring
2018–d.d. Kundeservicesjef, Fjordlys Energi AS. Personalansvar for 14 rådgivere. Innførte Zendesk og Dynamics 365.
2012–2018 Teamleder kundesenter, Vestavind Forsikring
2014–2016 Verneombud ved siden av

Utdanning
2006–2009 Bachelor i økonomi og administrasjon
CCSM-sertifisert 2019. Førerkort klasse B.

Språk
Norsk morsmål, engelsk flytende, litt tysk

Ønsker
Minst 80 % stilling, dagtid. Lønn fra 650 000. Gjerne hjemmekontor.
"""
NN = """Eg bur på Voss.
5700 Voss
Røynsle
Kundekonsulent, 5 års røynsle frå kundesenter
Utdanning
Mastergrad i leiing
Eg snakkar nynorsk og engelsk.
"""
EN = """Work experience
01/2020 - present: Head of Customer Support, Northwind. I rolled out Zendesk.
Education
2010 - 2013 Bachelor's degree
Languages: English and Swedish
"""


def read(text: str) -> tuple[Profile, dict[str, str]]:
    found = suggest_profile(text, "kari", READER, TODAY)
    return found.profile, dict(found.words)


def test_a_cv_gives_a_profile_with_the_words_for_each_entry() -> None:
    profile, words = read(NB)
    assert {"tool.zendesk", "tool.dynamics_365", "certification.ccsm", "licence.driving_b"} <= profile.concepts
    assert (profile.education, profile.experience_years, profile.leadership) == ("bachelor", 14.0, True)
    assert profile.languages == {"no", "en", "de"}
    assert profile.municipalities == {"Bergen"}
    assert (profile.extent_min, profile.shift_work, profile.salary_floor, profile.remote) == (80, False, 650_000, True)
    assert words["experience_years"] == "2018–d.d., 2012–2018, 2014–2016"
    assert words["municipalities"] == "Storgata 1, 5003 Bergen"
    empty = Profile("kari")
    changed = {field for field in Profile.__dataclass_fields__ if getattr(profile, field) != getattr(empty, field)}
    assert changed == set(words)


def test_nynorsk_and_english_are_read_too() -> None:
    profile, _ = read(NN)
    assert (profile.education, profile.experience_years, profile.municipalities) == ("master", 5.0, {"Voss"})
    assert profile.languages == {"nn", "en"}
    profile, _ = read(EN)
    assert (profile.education, profile.experience_years, profile.leadership) == ("bachelor", 6.0, True)
    assert "tool.zendesk" in profile.concepts
    assert profile.languages == {"en", "sv"}


@pytest.mark.parametrize("text", ["", "\n\n", "Hei!", "Jeg liker turer i fjellet.", "2030–2040 Sjef på Mars 12345"])
def test_what_is_not_said_is_left_open(text: str) -> None:
    profile, words = read(text)
    assert {field for field in words if field != "leadership"} == set()
    assert profile.experience_years is None


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    assert read(text)[0].name == "kari"
