"""Requests made to hurt: names that are not ours, bodies that drip, odd values in every address and every form."""

import asyncio
import os
import re
import time
from urllib.parse import quote

import pytest
from fastapi.routing import APIRoute
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.accounts import Role
from settings import WebTable
from tests.integration.web.conftest import PASSWORD, PEOPLE, house_in
from web import headers
from web.callers import is_our_name
from web.headers import HEADERS, Outermost
from web.pages.render import local_path

ODD = (
    *("", " ", "0", "-1", "1", "2", "²", "٣", "1e3", "0x1", "9" * 25, "9223372036854775808", "NaN", "true", "null"),
    *("\x00", "\r\nX: y", "%00", "%0d%0a", "../../etc/passwd", "' OR 1=1 --", '"', "*", "<b>x</b>", "{{7*7}}"),
    *("å" * 300, "?v=1&q=sjef", "?v=1&min_score=x", "?v=9", "//ond.example", "\\\\ond", "😀", "a@b.no", "x" * 5000),
)


PAGES = int(os.environ.get("JOBBVAKT_PAGE_FUZZ", "80"))
"""Requests of the page fuzz."""
OURS = ("127.0.0.1:8000", "localhost", "[::1]:8000", "::1", "jobb.eksempel.no", "jobb.eksempel.no:443")
NOT_OURS = (
    *("ond.example", "127.0.0.1.ond.example", "jobb.eksempel.no.ond.example", "", "x" * 300, "192.0.2.7"),
    *("[2001:db8::1]", "jobb.eksempel.no@ond.example", "169.254.169.254", "jobb.eksempel.no:80:80"),
)


@pytest.mark.parametrize(("host", "ours"), [*((one, True) for one in OURS), *((one, False) for one in NOT_OURS)])
def test_only_our_own_names_are_answered_for(host, ours):
    assert is_our_name(host, WebTable(base_url="https://jobb.eksempel.no")) is ours


def test_a_server_for_a_network_answers_for_its_addresses_too():
    assert is_our_name("192.0.2.7:8000", WebTable(host="0.0.0.0"))
    assert not is_our_name("ond.example", WebTable(host="0.0.0.0"))


def test_a_request_for_another_name_gets_nothing(house):
    """A page elsewhere that has its own name point here (DNS rebinding) would otherwise read as its visitor."""
    client = house.visit(Role.OPERATOR)
    answer = client.get("/drift", headers={"host": "ond.example"})
    assert answer.status_code == 421
    assert answer.headers["content-security-policy"] == HEADERS["content-security-policy"]
    assert client.get("/api/v1/openings", headers={"host": "ond.example"}).json()["status"] == 421


def test_no_link_in_a_mail_takes_its_address_from_the_request(house):
    """A stranger who asks for a link to somebody else's address would choose where that link leads."""
    with house_in(house.context.data_dir, house.context.clock, host="0.0.0.0") as open_house:
        client = open_house.visit()
        client.headers["host"] = "192.0.2.66"
        answer = open_house.send(client, "/logg-inn", "/logg-inn/lenke", email=PEOPLE[Role.OPERATOR])
        assert answer.status_code == 422
        assert open_house.outbox() == []


def run(app, scope, receive):
    sent = []

    async def send(message):
        sent.append(message)

    asyncio.run(
        app(
            {
                "type": "http",
                "method": "POST",
                "headers": [(b"host", b"testserver")],
                "scheme": "http",
                "query_string": b"",
                "server": ("testserver", 80),
                "client": ("x", 1),
                **scope,
            },
            receive,
            send,
        )
    )
    return sent


def test_a_body_that_drips_is_cut_off(house, monkeypatch):
    monkeypatch.setattr(headers, "SLOWEST_SECONDS", 0.2)

    async def dripping():
        await asyncio.sleep(0.05)
        return {"type": "http.request", "body": b"a", "more_body": True}

    began = time.monotonic()
    kind = [(b"host", b"testserver"), (b"content-type", b"application/x-www-form-urlencoded")]
    sent = run(house.app, {"path": "/logg-inn", "raw_path": b"/logg-inn", "headers": kind}, dripping)
    assert sent[0]["status"] == 408
    assert dict(sent[0]["headers"])[b"content-security-policy"]
    assert time.monotonic() - began < 10


def test_what_is_waited_for_after_the_body_may_take_long(monkeypatch):
    """A long answer listens for the end of the connection with the same ``receive``."""
    monkeypatch.setattr(headers, "SLOWEST_SECONDS", 0.05)
    received = []

    async def receive():
        received.append(1)
        await asyncio.sleep(0 if len(received) == 1 else 0.2)
        return {"type": "http.request" if len(received) == 1 else "http.disconnect", "body": b"", "more_body": False}

    async def twice():
        counted = headers._bounded({"headers": []}, receive)
        return [(await counted())["type"], (await counted())["type"]]

    assert asyncio.run(twice()) == ["http.request", "http.disconnect"]
    assert Outermost


def test_what_answers_get_answers_head_without_a_body(house):
    client = house.visit()
    for path in ("/", "/healthz", "/api/v1/openings", "/static/style.css"):
        answer = client.head(path)
        assert (answer.status_code, answer.content) == (200, b""), path
    assert client.head("/finnes-ikke").status_code == 404


def test_a_stranger_has_no_body_read(house):
    """Who may not use a route is refused before what they sent is parsed: broken JSON of theirs is no news to us."""
    kind = {"content-type": "application/json"}
    client = house.visit()
    assert client.put("/api/v1/me/profile", content=b"{", headers=kind).status_code == 401
    assert client.post("/api/v1/imports", content=b"x" * 1000).status_code == 401


@pytest.mark.parametrize("origin", ["null", "https://ond.example", "http://testserver.ond.example", "http://[", "x"])
def test_a_form_with_a_foreign_origin_is_refused_though_it_has_the_token(house, origin):
    client = house.visit(Role.SEEKER)
    fields = {"form_token": house.token(client, "/stilling/1"), "opening": "1"}
    assert client.post("/min/lagret", data=fields, headers={"origin": origin}).status_code == 403
    assert client.post("/min/lagret", data=fields, headers={"sec-fetch-site": "cross-site"}).status_code == 403


def test_one_place_that_guesses_at_many_addresses_runs_into_a_limit(house):
    client = house.visit()
    token = house.token(client)
    codes = []
    for number in range(42):
        fields = {"form_token": token, "email": f"{number}@eksempel.no", "password": "gjetning nummer"}
        codes.append("många" if "too many" in client.post("/logg-inn", data=fields).text else "feil")
    late = client.post("/logg-inn", data={"form_token": token, "email": PEOPLE[Role.SEEKER], "password": PASSWORD})
    assert late.status_code == 422
    assert "many" in late.text.lower() or "mange" in late.text.lower()
    house.context.clock.sleep(3601)
    assert house.send(client, "/logg-inn", "/logg-inn", email=PEOPLE[Role.SEEKER], password=PASSWORD).status_code == 303


def test_signing_in_rightly_is_not_counted_against_a_place(house):
    for _ in range(45):
        assert house.visit(Role.SEEKER)


@pytest.mark.parametrize(
    ("told", "same"),
    [
        ("10.0.0.{}", False),
        ("10.0.0.1, 127.0.0.{}", True),
        ("{}, 10.0.0.1", True),
        ("2001:db8::{}", True),
        ("x{}", True),
    ],
)
def test_callers_are_told_apart_by_what_our_own_proxy_says(house, told, same):
    """The client of these tests is called *testclient*; what stands left of the last foreign address is invented."""
    proxies = ["testclient", "127.0.0.0/8"]
    folder, clock = house.context.data_dir, house.context.clock
    with house_in(folder, clock, trusted_proxies=proxies, requests_per_minute=4) as narrow:
        client = narrow.visit()
        codes = [
            client.get("/api/v1/complete?q=x", headers={"x-forwarded-for": told.format(number)}).status_code
            for number in range(1, 8)
        ]
    assert (429 in codes) is same


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("/\\\t\n\r%09:.@?#;ab å")), max_size=12) | st.text(max_size=20))
def test_no_text_leads_to_another_site(text):
    path = local_path(text)
    assert path.startswith("/")
    assert not re.match(r"^[/\\]{2}", re.sub(r"[\t\r\n]", "", path))
    assert not re.search(r"[\x00-\x1f\x7f\\]", path)


def pages(house):
    return [route for route in house.app.routes if isinstance(route, APIRoute) and not route.path.startswith("/api/")]


def fields_of(route):
    """Names of the fields of a form, where the route declares them; some that others read by hand."""
    declared = [field.alias for field in route.dependant.body_params]
    return [*declared, "opening", "status", "notes", "next", "has", "years", "education", "counties", "action", "page"]


@settings(max_examples=PAGES, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_odd_value_makes_a_page_fail(house, data):
    """Every page and form, with odd values in address, query and fields: never a 5xx, always the headers."""
    if not hasattr(house, "clients"):
        house.clients = {role: house.visit(role) for role in Role}
        house.tokens = {role: house.token(client) for role, client in house.clients.items()}
        house.found = [route for route in pages(house) if not route.path.startswith(("/logg-ut", "/min/slett"))]
    route = data.draw(st.sampled_from(house.found), label="route")
    role = data.draw(st.sampled_from(list(Role)), label="role")
    value = st.sampled_from(ODD) | st.text(max_size=30)
    path = re.sub(r"\{\w+\}", lambda _: quote(data.draw(value), safe=""), route.path)
    names = ["q", "next", "page", "before", "v", "county", "source", "a", "b", "min_score", "sort", "ok", "opening"]
    query = data.draw(st.lists(st.tuples(st.sampled_from(names), value), max_size=3), label="query")
    (method,) = route.methods
    form = {"form_token": house.tokens[role]}
    if method == "POST":
        form |= data.draw(st.dictionaries(st.sampled_from(fields_of(route)), value, max_size=5), label="form")
    sent = {"data": form} if method == "POST" else {}
    answer = house.clients[role].request(method, path, params=query, **sent)
    assert answer.status_code < 500, (method, path, query, form)
    assert answer.headers["content-security-policy"] == HEADERS["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    where = answer.headers.get("location", "/").removeprefix("http://testserver")
    assert re.match(r"^/(?![/\\])", where), where
