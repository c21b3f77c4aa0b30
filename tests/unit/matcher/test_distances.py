"""Distances between municipalities, held against what maps say, and what a wish for nearness does to a score."""

from dataclasses import replace

import pytest

from domain.matching import AdFields, AdText
from domain.postings import Place
from domain.profiles import Profile
from matcher.distances import is_known, kilometres
from matcher.fields.places import register
from matcher.occupation import load_occupation
from matcher.parts import place
from matcher.reader import Reader

WEIGHTS = {"place": 10.0}


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        ("Oslo", "Bergen", 305),
        ("Oslo", "Trondheim", 390),
        ("Oslo", "Drammen", 35),
        ("Oslo", "Bærum", 13),
        ("Oslo", "Tromsø", 1150),
        ("Stavanger", "Sandnes", 13),
        ("Kristiansand", "Arendal", 60),
        ("Bergen", "Bergen", 0),
        ("Oslo", "Lørenskog", 12),
    ],
)
def test_distances_are_those_of_a_map(one: str, other: str, about: int) -> None:
    found = kilometres(one, other)
    assert found is not None
    assert found == pytest.approx(about, rel=0.08, abs=4)
    assert found == pytest.approx(kilometres(other, one))


def test_every_centre_lies_in_norway_and_most_municipalities_have_one() -> None:
    names = {municipality for municipality, _ in register().county_of.values()}
    known = [name for name in names if is_known(name)]
    assert len(known) >= 0.85 * len(names)
    for name in known:
        assert (kilometres("Trondheim", name) or 0) < 1_300, name


def test_a_municipality_lies_nearer_to_its_own_county_than_far_away() -> None:
    county_of = {name: county for name, county in register().county_of.values() if is_known(name)}
    largest = {"Vestland": 230, "Nordland": 420, "Troms": 300, "Finnmark": 420, "Innlandet": 330, "Trøndelag": 330}
    for name, county in county_of.items():
        others = [other for other in county_of if county_of[other] == county and other != name]
        away = sorted(kilometres(name, other) or 0 for other in others)
        assert not away or away[len(away) // 2] < largest.get(county, 200), (name, county, away[len(away) // 2])


@pytest.mark.parametrize(
    ("towns", "radius", "points", "told"),
    [
        (["Drammen"], 50, 1.0, "arbeidssted Drammen, 3"),
        (["Bergen"], 50, 0.0, "km fra Oslo er utenfor det du ønsker"),
        (["Bergen", "Lillestrøm"], 50, 1.0, "arbeidssted Lillestrøm, "),
        (["Vega"], 50, None, "arbeidssted Vega"),
        (["Stockholm"], 50, None, "arbeidssted Stockholm"),
    ],
)
def test_nearness_counts_and_what_is_unknown_is_neutral(
    towns: list[str], radius: float, points: float | None, told: str
) -> None:
    reading = Reader(load_occupation()).read(AdText(title="Kundeservicesjef", description_html="<p>x</p>"))
    places = tuple(Place(city=town, municipality=town) for town in towns)
    reading = replace(reading, fields=AdFields(places=places))
    part = place(WEIGHTS, reading, Profile("kari", near="Oslo", radius_km=radius))
    assert part.points == points
    assert told in " ".join(item.text for item in (*part.has, *part.lacks, *part.not_stated))


def test_a_county_that_is_wanted_goes_before_any_distance() -> None:
    reading = Reader(load_occupation()).read(AdText(title="Kundeservicesjef", description_html="<p>x</p>"))
    bergen = Place(city="Bergen", municipality="Bergen", county="Vestland")
    reading = replace(reading, fields=AdFields(places=(bergen,)))
    wish = Profile("kari", counties=frozenset({"Vestland"}), near="Oslo", radius_km=50)
    assert place(WEIGHTS, reading, wish).points == 1.0
