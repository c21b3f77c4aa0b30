"""Closed by default: roles, forms, headers, limits, sign-in; on every route, found from the application itself."""

import re
from email import message_from_bytes, policy
from urllib.parse import urlsplit

import pytest
from fastapi.routing import APIRoute
from starlette.routing import Route

from domain.accounts import Access, Role, lets_in
from storage import accounts
from tests.integration.web.conftest import PASSWORD, PEOPLE
from web.access import undeclared
from web.headers import HEADERS, MOST_BYTES
from web.pages.render import local_path

EVERYBODY = (None, Role.SEEKER, Role.RECRUITER, Role.OPERATOR)


def routes(house):
    return [route for route in house.app.routes if isinstance(route, APIRoute)]


def address(route):
    """The route's address with something in its places."""
    return re.sub(r"\{[a-z_]+(:path)?\}", "1", route.path)


def test_a_route_without_a_declared_reader_is_refused(house):
    bare = [*house.app.routes, Route("/secret", lambda request: None)]
    assert undeclared(bare, frozenset({"/static"})) == ["/secret"]


@pytest.mark.parametrize("role", EVERYBODY)
def test_every_route_lets_in_whom_it_declares_and_nobody_else(house, role):
    client = house.visit(role)
    wrong = []
    for route in routes(house):
        access = Access(route.openapi_extra["x-access"])
        method = next(iter(route.methods))
        answer = client.request(method, address(route))
        refused = answer.status_code in (401, 403) or answer.headers.get("location", "").startswith("/logg-inn")
        allowed = lets_in(access, role)
        if allowed and method == "GET" and refused:
            wrong.append((route.path, method, answer.status_code))
        if not allowed and not refused:
            wrong.append((route.path, method, answer.status_code))
    assert wrong == []


@pytest.mark.parametrize("role", [None, Role.OPERATOR])
def test_no_route_that_acts_takes_a_form_without_its_token(house, role):
    client = house.visit(role)
    client.get("/logg-inn")
    for route in routes(house):
        if "GET" not in route.methods and lets_in(Access(route.openapi_extra["x-access"]), role):
            method = next(iter(route.methods))
            answer = client.request(method, address(route), data={"form_token": "0" * 64} if method == "POST" else None)
            # A link in a mail carries its own mark instead: RFC 8058 wants neither cookie nor token.
            assert answer.status_code == (404 if route.path == "/varsel/{deed}/{named}" else 403), route.path


def test_a_token_of_another_session_is_refused(house):
    theirs = house.token(house.visit())
    mine = house.visit()
    mine.get("/logg-inn")
    assert mine.post("/logg-inn", data={"form_token": theirs, "email": "a", "password": "b"}).status_code == 403


def test_a_form_from_another_site_is_refused(house):
    client = house.visit(Role.SEEKER)
    fields = {"form_token": house.token(client, "/stilling/1"), "opening": "1"}
    elsewhere = client.post("/min/lagret", data=fields, headers={"origin": "https://ond.example"})
    assert elsewhere.status_code == 403
    assert client.post("/min/lagret", data=fields, headers={"origin": "http://testserver"}).status_code == 303


@pytest.mark.parametrize("role", [None, Role.OPERATOR])
def test_every_answer_carries_the_headers(house, role):
    client = house.visit(role)
    answers = [client.request(method, address(route)) for route in routes(house) for method in route.methods]
    answers += [client.get("/finnes-ikke"), client.put("/"), client.get("/static/style.css"), client.get("/stilling/x")]
    answers += [client.post("/logg-inn", content=b"x" * (MOST_BYTES + 1)), client.get("/static/../settings.py")]
    for answer in answers:
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS, answer.url
        assert "unsafe" not in answer.headers["content-security-policy"]
    assert {404, 405, 413, 422} <= {answer.status_code for answer in answers}


def test_no_page_has_inline_script_style_or_handlers(house):
    client = house.visit(Role.OPERATOR)
    for route in routes(house):
        if "GET" in route.methods:
            text = client.get(address(route)).text
            if "<html" in text:
                assert not re.search(r"<[^>]+\s(?:on[a-z]+|style)\s*=", text), route.path
                assert not re.search(r"<script(?![^>]+(?:src=|application/ld\+json))", text), route.path


def test_a_fault_gives_a_page_with_the_headers_and_no_traceback(house, monkeypatch):
    monkeypatch.setattr("web.pages.search.counts", lambda *_, **__: 1 / 0)
    answer = house.visit().get("/")
    assert answer.status_code == 500
    assert "ZeroDivision" not in answer.text
    assert answer.headers["content-security-policy"] == HEADERS["content-security-policy"]


def test_a_large_body_is_refused_though_its_length_is_not_told(house):
    chunks = (b"x" * 2**20 for _ in range(8))
    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert house.visit().post("/logg-inn", content=chunks, headers=kind).status_code == 413


def test_a_wrong_password_and_an_unknown_address_get_one_answer(house):
    client = house.visit()
    known = house.send(client, "/logg-inn", "/logg-inn", email=PEOPLE[Role.OPERATOR], password="feil passord")
    unknown = house.send(client, "/logg-inn", "/logg-inn", email="ingen@eksempel.no", password="feil passord")
    assert known.status_code == unknown.status_code == 422
    assert re.sub(r'value="[^"]*"', "", known.text) == re.sub(r'value="[^"]*"', "", unknown.text)


def test_guessing_runs_into_a_limit_that_a_right_password_does_not_lift(house):
    client = house.visit()
    for _ in range(20):
        house.send(client, "/logg-inn", "/logg-inn", email=PEOPLE[Role.OPERATOR], password="feil passord")
    late = house.send(client, "/logg-inn", "/logg-inn", email=PEOPLE[Role.OPERATOR], password=PASSWORD)
    assert late.status_code == 422
    house.context.clock.sleep(25 * 3600)
    assert (
        house.send(client, "/logg-inn", "/logg-inn", email=PEOPLE[Role.OPERATOR], password=PASSWORD).status_code == 303
    )


def test_a_new_session_is_made_at_each_sign_in(house):
    client = house.visit()
    client.get("/logg-inn")
    before = client.cookies["jobbvakt"]
    answer = house.send(client, "/logg-inn", "/logg-inn", email=PEOPLE[Role.SEEKER], password=PASSWORD)
    cookie = answer.headers["set-cookie"]
    assert client.cookies["jobbvakt"] != before
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie


def links(house):
    texts = [message_from_bytes(mail, policy=policy.default).get_body().get_content() for mail in house.outbox()]
    return [urlsplit(re.search(r"http\S+/logg-inn/\S+", text)[0]).path for text in texts]


def test_a_link_by_mail_signs_in_once_and_makes_an_account(house):
    client = house.visit()
    assert house.send(client, "/logg-inn", "/logg-inn/lenke", email="Ny@eksempel.no").status_code == 200
    (link,) = links(house)
    assert client.get(link).status_code == client.get(link).status_code == 200  # scanners of mail only look
    assert house.send(client, link, link).headers["location"] == "/min"
    assert client.get("/min").status_code == 200
    assert house.send(house.visit(), link, link).status_code == 422


def test_a_link_is_over_after_twenty_minutes(house):
    client = house.visit()
    house.send(client, "/logg-inn", "/logg-inn/lenke", email="ny@eksempel.no")
    house.context.clock.sleep(21 * 60)
    (link,) = links(house)
    assert house.send(client, link, link).status_code == 422


def test_nobody_is_bombed_with_links_whatever_dots_and_tags_are_added(house):
    client = house.visit()
    spellings = [
        "kari.n@x.no",
        "karin@x.no",
        "ka.rin+1@x.no",
        "karin+2@x.no",
        "k.arin@x.no",
        "karin+3@x.no",
        "karin@x.no",
    ]
    answers = [house.send(client, "/logg-inn", "/logg-inn/lenke", email=email).status_code for email in spellings]
    assert answers == [200] * 5 + [422] * 2
    assert len(house.outbox()) == 5


def test_signing_out_everywhere_ends_every_session(house):
    one, two = house.visit(Role.SEEKER), house.visit(Role.SEEKER)
    assert house.send(one, "/min", "/logg-ut/alle").status_code == 303
    assert two.get("/min").headers["location"].startswith("/logg-inn")


def test_signing_out_ends_a_copied_cookie_and_no_other_session(house):
    owner, elsewhere, thief = house.visit(Role.OPERATOR), house.visit(Role.OPERATOR), house.visit()
    stolen = owner.cookies["jobbvakt"]
    token = house.token(owner, "/min")
    thief.cookies.set("jobbvakt", stolen)
    assert thief.get("/drift").status_code == 200  # what a copied cookie opens until then
    assert house.send(owner, "/min", "/logg-ut").status_code == 303
    for method, path in (("GET", "/drift"), ("POST", "/drift/utboks"), ("GET", "/min/data.json")):
        late = house.visit()
        late.cookies.set("jobbvakt", stolen)
        assert late.request(method, path, data={"form_token": token}).headers["location"].startswith("/logg-inn")
    late.get("/")  # which must not make the old cookie good again
    assert late.get("/drift").status_code == 303
    assert elsewhere.get("/drift").status_code == 200


def test_a_session_ends_with_its_account_and_with_time(house):
    client = house.visit(Role.SEEKER)
    with house.context.store.write() as session:
        accounts.remove(session, 1)
    assert client.get("/min").status_code == 303
    forged = house.visit()
    forged.cookies.set("jobbvakt", "WyJ4IiwzLDBd.abc.def")
    assert forged.get("/min").status_code == 303


@pytest.mark.parametrize(
    "target",
    [
        "//ond.example",
        "https://ond.example",
        "/\\ond.example",
        "\\\\ond.example",
        "/\t/ond.example",
        "javascript:alert(1)",
        "",
    ],
)
def test_nobody_is_sent_to_another_site(house, target):
    assert local_path(target) == "/"
    answer = house.visit().get("/sprak/nn", params={"next": target})
    assert answer.headers["location"] == "/"
    client = house.visit()
    answer = house.send(client, "/logg-inn", "/logg-inn", email=PEOPLE[Role.SEEKER], password=PASSWORD, next=target)
    assert answer.headers["location"] == "/min"


def test_who_was_on_the_way_comes_back_after_signing_in(house):
    client = house.visit()
    page = client.get("/min/varsler/ny?v=1&q=sjef").headers["location"]
    answer = house.send(client, page, "/logg-inn", email=PEOPLE[Role.SEEKER], password=PASSWORD, next="/min?x=1")
    assert answer.headers["location"] == "/min?x=1"


def test_passwords_and_links_are_not_in_the_store(house):
    client = house.visit()
    house.send(client, "/logg-inn", "/logg-inn/lenke", email="ny@eksempel.no")
    stored = b"".join(path.read_bytes() for path in house.context.data_dir.glob("jobbvakt.db*"))
    assert PASSWORD.encode() not in stored
    assert links(house)[0].rpartition("/")[2].encode() not in stored
    assert b"$argon2id$v=19$m=19456,t=2,p=1$" in stored


def test_an_address_from_a_proxy_is_believed_only_where_it_is_named(house):
    reports = {"kind": "other", "words": "x"}
    client = house.visit()
    token = house.token(client, "/stilling/1")
    answers = [
        client.post(
            "/stilling/1/meld-feil",
            data={"form_token": token, **reports},
            headers={"x-forwarded-for": f"10.0.0.{number}"},
        ).status_code
        for number in range(12)
    ]
    assert answers[:10] == [303] * 10
    assert set(answers[10:]) == {429}
