"""One employer: found by name or number, its figures beside the whole market, and the filter that they rest on."""

import re

import pytest

from domain.accounts import Role, Scope
from tests.integration.web.test_api import keyed

API = "/api/v1"


@pytest.fixture
def client(house):
    return house.visit(Role.RECRUITER)


def test_an_employer_is_found_by_name_and_by_number(house, client):
    by_name = client.get("/analyse/arbeidsgiver", params={"name": "Eksempel 0 AS"})
    assert (by_name.status_code, by_name.headers["location"]) == (303, "/analyse/arbeidsgiver/123456785")
    page = client.get(by_name.headers["location"]).text
    assert "<h1>Eksempel 0 AS</h1>" in page
    assert "Organisasjonsnummer 123456785" in page
    assert page.count('href="/stilling/') == 1
    without = client.get("/analyse/arbeidsgiver", params={"name": "eksempel 3 as"}).text
    assert "<h1>Eksempel 3 AS</h1>" in without
    assert "Organisasjonsnummer" not in without


def test_its_figures_stand_beside_those_of_all(client):
    page = client.get("/analyse/arbeidsgiver", params={"name": "Eksempel 3 AS"}).text
    rows = re.findall(
        r'<th scope="row">([^<]+)</th><td class="num"[^>]*>([^<]*)</td><td class="num"[^>]*>([^<]*)', page
    )
    beside = {name: (here, everywhere) for name, here, everywhere in rows}
    assert beside["stillinger i alt"] == ("1", "12")
    assert beside["oppgir lønn"] == ("100 %", "50 %")
    assert beside["Zendesk"][0] == "100 %"
    assert beside["kr i året, median av de oppgitte"][0] == "710\u00a0000"


@pytest.mark.parametrize(
    "path",
    ["", "?name=", "?name=Ukjent", "?name=%22%27%20*", "/999999999", "/12", "/abc", "/1234567890123456789012345678901"],
)
def test_an_employer_that_nobody_knows_is_not_there(client, path):
    assert client.get(f"/analyse/arbeidsgiver{path}").status_code == 404


def test_the_page_is_reached_from_plots_and_ads_by_those_who_study_the_market(house, client):
    for path in ("/analyse", "/stilling/4"):
        assert 'href="/analyse/arbeidsgiver?name=Eksempel' in client.get(path).text
    assert "/analyse/arbeidsgiver" not in house.visit(Role.SEEKER).get("/stilling/4").text


def test_the_filter_is_the_same_on_pages_api_and_files(house, client):
    key = keyed(house, Role.RECRUITER, Scope.READ)
    for asked, number in (("Eksempel 3 AS", 1), ("eksempel", 12), ("1234", 1), ("123 456 785", 1), ("Eks", 0)):
        found = key.get(f"{API}/openings", params={"employer": asked}).json()
        assert found["total"] == number, asked
        told = client.get("/", params={"v": "1", "employer": asked}).text
        assert f"<strong>{number} treff</strong>" in told
        rows = client.get("/eksport/jsonl", params={"v": "1", "employer": asked}).text
        assert len(rows.splitlines()) == number
    statistics = key.get(f"{API}/stats/employers", params={"employer": "Eksempel 3"}).json()
    assert statistics["rows"] == [{"employer": "Eksempel 3 AS", "openings": 1}]
    assert "Arbeidsgiver: Eksempel 3" in client.get("/?v=1&employer=Eksempel+3").text


def test_every_figure_says_how_it_is_worked_out_without_scripts(house, client):
    for path, about in (
        ("/analyse", "oppgir lønn"),
        ("/analyse/sammenlign?a=sjef&b=leder", "åpne nå"),
        ("/lonn", "Fylke for fylke"),
        ("/stilling/1", "Derfor passer den"),
    ):
        page = client.get(path).text
        assert re.search(rf"<summary>.{{0,80}}Slik er tallet regnet: {about}</span></summary><p>[^<]{{30,}}</p>", page)
    overview = house.visit(Role.OPERATOR).get("/drift").text
    assert overview.count('<details class="how">') == overview.count('class="tile"')
