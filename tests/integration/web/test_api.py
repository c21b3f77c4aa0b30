"""The API: filters equal to the page's, cursors, ETags, problems, keys with scopes, work taken on once."""

import json
import os
import re

import pytest
from fastapi.routing import APIRoute
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.accounts import Access, Role, Scope
from storage import accounts, audit
from tests.integration.web.conftest import house_in
from web.api.models import OpeningDetail
from web.pages.lists import make_key

API = "/api/v1"
REQUESTS = int(os.environ.get("JOBBVAKT_API_REQUESTS", "120"))
"""Requests of the fuzz below, on each database."""


def keyed(house, role, *scopes):
    """A client that shows a key of ``role``."""
    desk = house.app.state.desk
    with house.context.store.write() as session:
        account = next(item for item in accounts.all_accounts(session) if item.role is role)
        key, secret = make_key(desk, account, "test", frozenset(scopes))
        accounts.add_key(session, key, desk.digest("key", secret))
    client = house.visit()
    client.headers["authorization"] = f"Bearer {secret}"
    return client


def test_the_page_and_the_api_find_the_same(house):
    client = house.visit()
    for query in ("?v=1&q=sjef&county=Oslo", "?v=1&sort=deadline&pay_stated=1", "?v=1&county=Oslo&county=Agder"):
        body = client.get(f"{API}/openings{query}").json()
        page = client.get(f"/{query}").text
        assert [f"/stilling/{item['id']}" for item in body["items"]] == re.findall(
            r'<h2><a href="(/stilling/\d+)"', page
        )
        assert f"{body['total']} treff" in page


@pytest.mark.parametrize("sort", ["match", "newest", "deadline"])
def test_cursors_lead_through_every_opening_once(house, sort):
    client, after, seen = house.visit(), {}, []
    while True:
        body = client.get(f"{API}/openings", params={"sort": sort, "limit": 5, **after}).json()
        seen += [item["id"] for item in body["items"]]
        if body["next"] is None:
            break
        after = {"after": body["next"]}
    assert len(seen) == len(set(seen)) == body["total"] == 12


def test_fields_and_facets_are_given_as_asked(house):
    body = house.visit().get(f"{API}/openings", params={"fields": "id,title", "facets": "true", "limit": 1}).json()
    assert set(body["items"][0]) == {"id", "title"}
    assert sum(body["facets"]["county"].values()) == 12


def test_one_opening_explains_its_score_with_quotes(house):
    body = house.visit().get(f"{API}/openings/1").json()
    OpeningDetail.model_validate(body)
    assert any(reason["quote"] for part in body["match"]["parts"] for reason in part["has"])
    assert {item["modality"] for item in body["requirements"]} >= {"must", "nice"}
    assert all(
        item["quote"] in body["text_html"].replace("&amp;", "&") for item in body["requirements"] if item["quote"]
    )
    assert body["postings"][0]["source"] == "nav_feed"


def test_an_answer_that_the_caller_has_is_not_sent_again(house):
    client = house.visit()
    first = client.get(f"{API}/openings")
    again = client.get(f"{API}/openings", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/openings?bogus=1", 422),
        ("/openings?limit=0", 422),
        ("/openings?min_score=x", 422),
        ("/openings?after=!!!", 404),
        ("/openings?after=WzFd", 404),
        ("/openings?fields=password", 422),
        ("/openings/999999", 404),
        ("/openings/99999999999999999999999999", 422),
        ("/openings?limit=1&limit=2", 422),
        ("/openings/1/history?after=WyJ4Il0", 404),
        ("/postings/changes?since=2026-11-24", 422),
        ("/postings/changes?since=1764000000", 422),
        ("/stats/regions", 401),
        ("/me", 401),
        ("/nothing", 404),
    ],
)
def test_mistakes_are_problems_that_say_what_to_do(house, path, status):
    answer = house.visit().get(API + path)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert {"type", "title", "status", "instance"} <= set(answer.json())


def all_pages(client, path, **params):
    """Every item of a list, asked for a few at a time."""
    items, after = [], {}
    while True:
        body = client.get(API + path, params={**params, "limit": 5, **after}).json()
        items += body["items"]
        assert len(body["items"]) <= 5
        if body["next"] is None:
            assert len(items) == body["total"]
            return items
        after = {"after": body["next"]}


def test_changes_at_one_moment_are_all_told(house):
    """A crawl changes many postings at once: the time of the last one does not tell where to go on."""
    found = all_pages(house.visit(), "/postings/changes", since="2020-01-01T00:00:00Z")
    assert len({item["id"] for item in found}) == 12
    assert {item["changed_at"] for item in found[:11]} == {"2026-11-23T11:00:00Z"}
    assert (
        house.visit().get(f"{API}/postings/changes", params={"since": "2026-11-24T00:00:00+01:00"}).json()["total"] == 0
    )


def test_completions_know_titles_and_concepts(house):
    body = house.visit().get(f"{API}/complete", params={"q": "Zend"}).json()
    assert {"id": "tool.zendesk", "label": "Zendesk"} in body["concepts"]
    assert house.visit().get(f"{API}/complete", params={"q": "kundes"}).json()["titles"]


@pytest.mark.parametrize(
    "kind",
    [
        *("regions", "employers", "skills", "certifications", "pairs", "weeks"),
        *("salary-histogram", "salary-history", "time-open"),
    ],
)
def test_statistics_say_what_they_rest_on(house, kind):
    body = keyed(house, Role.RECRUITER, Scope.READ).get(f"{API}/stats/{kind}", params={"q": "kunde*"}).json()
    assert body["kind"] == kind
    assert body["total"] == 12
    assert body["n"] == {"salary-histogram": 6, "salary-history": 6, "time-open": 0}.get(kind, 12)
    assert bool(body["rows"]) is (kind != "time-open")


def test_a_key_does_what_its_scopes_say_and_nothing_more(house):
    reader = keyed(house, Role.SEEKER, Scope.READ)
    assert reader.get(f"{API}/me/saved").status_code == 200
    assert reader.put(f"{API}/me/saved/1", json={}).status_code == 403
    writer = keyed(house, Role.SEEKER, Scope.READ, Scope.WRITE)
    assert writer.put(f"{API}/me/saved/1", json={"status": "applied", "notes": "æ"}).status_code == 204
    (item,) = writer.get(f"{API}/me/saved").json()["items"]
    assert (item["opening"], item["status"], item["notes"]) == ("1", "applied", "æ")
    assert writer.get(f"{API}/runs").status_code == 403
    assert keyed(house, Role.OPERATOR, Scope.READ).post(f"{API}/runs", json={"source": "nav_feed"}).status_code == 403


def test_a_key_that_does_not_count_is_refused_even_where_none_is_needed(house):
    client = house.visit()
    client.headers["authorization"] = "Bearer jv_wrong"
    assert client.get(f"{API}/openings").status_code == 401


def test_nobody_reaches_what_is_somebody_elses(house):
    """Every address with an id in it, asked for by another account of the same role."""
    owner, other = keyed(house, Role.RECRUITER, *Scope), keyed(house, Role.OPERATOR, *Scope)
    owner.put(f"{API}/me/profile", json={"concepts": ["Zendesk"]})
    alert = owner.post(f"{API}/me/alerts", json={"name": "mine", "query": "sjef"}).json()["id"]
    owner.put(f"{API}/me/saved/1", json={})
    nothing = {"items": [], "total": 0, "next": None}
    assert other.get(f"{API}/me/alerts").json() == other.get(f"{API}/me/saved").json() == nothing
    assert other.get(f"{API}/me/profile").status_code == 404
    assert other.delete(f"{API}/me/alerts/{alert}").status_code == 404
    assert len(owner.get(f"{API}/me/alerts").json()["items"]) == 1
    browser, theirs = house.visit(Role.RECRUITER), house.visit(Role.OPERATOR)
    page = house.send(browser, "/lister", "/lister", name="Min", opening="1").headers["location"].partition("?")[0]
    assert browser.get(page).status_code == 200
    for path in (page, f"{page}/eksport/csv", f"/min/varsler/{alert}"):
        assert theirs.get(path).status_code == 404
    assert house.send(theirs, "/lister", page, action="remove").status_code == 404


def test_a_profile_scores_what_the_api_gives(house):
    client = keyed(house, Role.SEEKER, *Scope)
    before = client.get(f"{API}/openings").json()["items"][0]["score"]
    assert (
        client.put(f"{API}/me/profile", json={"concepts": ["Zendesk", "CCSM"], "languages": ["no"]}).status_code == 204
    )
    assert client.get(f"{API}/me/profile").json()["concepts"] == ["certification.ccsm", "tool.zendesk"]
    after = client.get(f"{API}/openings").json()
    assert after["total"] == 12
    assert before != after["items"][0]["score"]
    refused = client.put(f"{API}/me/profile", json={"concepts": ["finnesikke"]})
    assert (refused.status_code, "near" in refused.text or "vocabulary" in refused.text) == (422, True)


def test_work_is_taken_on_once_for_one_idempotency_key(house, monkeypatch):
    begun = []
    monkeypatch.setattr(house.app.state.desk.jobs, "crawl", lambda name, trigger: begun.append((name, trigger)))
    client = keyed(house, Role.OPERATOR, Scope.OPERATE)
    headers = {"idempotency-key": "a-1"}
    answers = [client.post(f"{API}/runs", json={"source": "nav_feed"}, headers=headers) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [202] * 3
    assert len(begun) == 1
    assert answers[0].headers["location"] == answers[2].headers["location"]
    assert client.post(f"{API}/runs", json={"source": "jobbnorge"}, headers=headers).status_code == 409
    with house.context.store.read() as session:
        assert [entry.action for entry in audit.recent(session)].count("source.crawl") == 1


def test_too_many_requests_are_told_when_to_come_back(model, tmp_path, house):
    with house_in(house.context.data_dir, house.context.clock, requests_per_minute=3) as narrow:
        client = narrow.visit()
        answers = [client.get(f"{API}/openings") for _ in range(5)]
        assert [answer.status_code for answer in answers] == [200] * 3 + [429] * 2
        assert answers[-1].headers["retry-after"]
        assert answers[0].headers["ratelimit-remaining"] == "2"
        house.context.clock.sleep(61)
        assert client.get(f"{API}/openings").status_code == 200


def test_the_description_covers_every_route_with_its_problems(house):
    document = house.visit().get("/api/openapi.json").json()
    assert document["openapi"].startswith("3.1")
    routes = [route for route in house.app.routes if isinstance(route, APIRoute) and route.path.startswith(API)]
    assert {route.path for route in routes} == set(document["paths"])
    for methods in document["paths"].values():
        for told in methods.values():
            assert Access(told["x-access"])
            assert {"401", "403", "404", "422", "429"} <= set(told["responses"])
            assert "application/problem+json" in told["responses"]["422"]["content"]


def values_for(schema):
    """Values of a parameter's kind, and others."""
    kind = schema.get("type")
    wild = st.text(max_size=20) | st.sampled_from(
        ["", "0", "-1", "\x00", "' OR 1=1 --", "*", '"', "9" * 30, "%00", "NaN"]
    )
    if kind in ("integer", "number"):
        return st.integers(-5, 10**12).map(str) | wild
    return wild


@settings(max_examples=REQUESTS, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_request_makes_the_server_fail(house, data):
    """Parameters of the description with values that fit and that do not: never a 5xx, always JSON as declared."""
    if not hasattr(house, "keyed"):
        house.keyed = keyed(house, Role.OPERATOR, Scope.READ)
        house.document = house.keyed.get("/api/openapi.json").json()
        object.__setattr__(house.context.settings.web, "requests_per_minute", 10**9)
    path = data.draw(st.sampled_from([path for path, methods in house.document["paths"].items() if "get" in methods]))
    told = house.document["paths"][path]["get"]
    query = []
    for item in told.get("parameters", []):
        if item["in"] == "query" and data.draw(st.booleans()):
            query += [(item["name"], data.draw(values_for(item["schema"])))]
    filled = re.sub(
        r"\{\w+\}", lambda _: data.draw(st.sampled_from(["1", "0", "-1", "csv", "skills", "x", "9" * 25])), path
    )
    answer = house.keyed.get(filled, params=query)
    assert answer.status_code < 500, (filled, query, answer.text)
    assert str(answer.status_code) in told["responses"], (filled, query, answer.status_code)
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == "application/problem+json"
        json.loads(answer.text)
