"""Who reaches what: every route of pages and API × every kind of caller, with the things of somebody else named.

The routes are the application's own, so a new one is in the matrix at once; one with a part in its address that is not
known here fails the test until it says whose thing that is.
"""

import json
import os
import re
from dataclasses import dataclass, replace

import pytest
from fastapi.routing import APIRoute
from sqlalchemy import select

from domain.accounts import Access, Role, Scope, lets_in
from operations.accounts import add_account
from operations.own import everything
from storage import accounts, runs, saved
from storage.tables_web import API_KEY, SHORTLIST, WEB_SESSION
from tests.integration.web.conftest import PASSWORD, PEOPLE
from web.pages.lists import make_key

LARGE = bool(os.environ.get("JOBBVAKT_MATRIX"))
OTHERS = {Role.SEEKER: "annen@eksempel.no", Role.RECRUITER: "ny.rekrutterer@eksempel.no"}
OWNED = {"alert", "number", "key", "work"}
"""Parts of an address that name what belongs to one account."""
COMMON = {"opening": "1", "name": "nav_feed", "kind": "regions", "form": "csv", "language": "nn", "report": "1"}
COMMON |= {"action": "pause", "deed": "slutt", "named": "x", "token": "x", "run": "1", "organisation": "123456785"}
CANARY = "KANARIFUGL"
FORM = {"name": "x", "scope": "read", "opening": "1", "note": "x", "kind": "other", "words": "x", "action": "put"}
FORM |= {
    "email": "x@eksempel.no",
    "password": "x",
    "search": "sjef",
    "html": "<p>x</p>",
    "openings": "1",
    "status": "saved",
}
BODIES = {
    "SaveWish": {},
    "NewsWish": {"silent": True},
    "ProfileShape": {},
    "CvWish": {"text": "x"},
    "AdWish": {"html": "<p>x</p>"},
    "AlertWish": {"name": "x"},
    "AlertChange": {"name": "x"},
    "AlertState": {"paused": True},
    "ListWish": {"name": "x"},
    "ItemWish": {"note": "x"},
    "KeyWish": {"name": "x", "scopes": ["read"]},
    "OpeningsWish": {"openings": ["1", "1"]},
    "PostingsWish": {"postings": ["1"]},
    "ReportWish": {"kind": "other"},
    "Why": {},
    "RunWish": {"source": "nav_feed"},
    "UrlWish": {"url": "x"},
    "MatchWish": {},
    "OutboxWish": {"held": False},
}


@dataclass(frozen=True)
class Caller:
    """Somebody who asks. ``role`` None: nobody is behind it; ``dead``: a key that does not count."""

    name: str
    client: object
    role: Role | None
    scopes: frozenset = frozenset(Scope)
    key: bool = False
    dead: bool = False
    token: str = ""

    def may(self, route):
        """Is the route open to this caller?"""
        access, scope = Access(route.openapi_extra["x-access"]), Scope(route.openapi_extra["x-scope"])
        if self.dead or not lets_in(access, self.role):
            return False
        opens = route.path.startswith("/api/")
        return not self.key or (opens and (access is Access.EVERYONE or scope in self.scopes))


def key_for(house, role, email, *scopes):
    """A client with a new key of that account, and the key's id."""
    desk = house.app.state.desk
    with house.context.store.write() as session:
        account = accounts.by_email(session, email)
        key, secret = make_key(desk, account, "key", frozenset(scopes))
        number = accounts.add_key(session, key, desk.digest("key", secret)).id
    client = house.visit()
    client.headers["authorization"] = f"Bearer {secret}"
    return client, number, account.id


def callers(house):
    """All kinds of callers but the owners."""
    found = [Caller("outsider", house.visit(), None)]
    for role, email in OTHERS.items():
        add_account(house.context, email, role, PASSWORD, "test")
        client = house.visit()
        assert house.send(client, "/logg-inn", "/logg-inn", email=email, password=PASSWORD).status_code == 303
        found.append(Caller(f"{role} B", client, role))
        for scopes in ((Scope.READ,), (Scope.READ, Scope.WRITE)):
            keyed, _, _ = key_for(house, role, email, *scopes)
            found.append(Caller(f"key of {role} B: {' '.join(scopes)}", keyed, role, frozenset(scopes), key=True))
    found.append(Caller("operator", house.visit(Role.OPERATOR), Role.OPERATOR))
    keyed, _, _ = key_for(house, Role.OPERATOR, PEOPLE[Role.OPERATOR], *Scope)
    found.append(Caller("key of the operator", keyed, Role.OPERATOR, key=True))
    revoked, number, owner = key_for(house, Role.SEEKER, PEOPLE[Role.SEEKER], *Scope)
    expired, old, _ = key_for(house, Role.SEEKER, PEOPLE[Role.SEEKER], *Scope)
    now = house.context.clock.now()
    with house.context.store.write() as session:
        accounts.revoke_key(session, owner, number, now)
        session.execute(API_KEY.update().where(API_KEY.c.id == old).values(expires_at=now))
    found += [
        Caller(name, client, Role.SEEKER, key=True, dead=True)
        for name, client in (("revoked key", revoked), ("expired key", expired))
    ]
    return [one if one.key else replace(one, token=house.token(one.client)) for one in found]


def furnish(house):
    """Give both owners something of everything that can be owned: the names of those things, by part of an address."""
    seeker, _, _ = key_for(house, Role.SEEKER, PEOPLE[Role.SEEKER], *Scope)
    recruiter, _, _ = key_for(house, Role.RECRUITER, PEOPLE[Role.RECRUITER], *Scope)
    api = "/api/v1"
    named = {}
    for client in (seeker, recruiter):
        client.put(f"{api}/me/saved/1", json={"notes": CANARY})
        client.put(f"{api}/me/profile", json={"counties": [CANARY]})
        alert = client.post(f"{api}/me/alerts", json={"name": CANARY, "query": CANARY}).json()["id"]
        key = client.post(f"{api}/me/keys", json={"name": CANARY, "scopes": ["read"]}).json()["id"]
        named |= {"alert": alert, "key": key}
    made = recruiter.post(f"{api}/lists", json={"name": CANARY}).json()["id"]
    recruiter.put(f"{api}/lists/{made}/items/1", json={"note": CANARY})
    recruiter.put(f"{api}/lists/{made}/share")
    desk = house.app.state.desk
    desk.works.begin("arbeid-1", "test", 2, lambda stopping: {"told": CANARY})
    return {**named, "number": made, "work": "arbeid-1"}


def kept(house):
    """All that the two owners have, to be compared."""
    with house.context.store.read() as session:
        owners = [accounts.by_email(session, PEOPLE[role]) for role in (Role.SEEKER, Role.RECRUITER)]
        told = [everything(session, owner) for owner in owners]
        shares = session.execute(select(SHORTLIST.c.id, SHORTLIST.c.share_digest)).all()
        theirs = WEB_SESSION.c.account_id.in_([owner.id for owner in owners])
        signed_in = session.execute(select(WEB_SESSION.c.digest).where(theirs).order_by(WEB_SESSION.c.digest)).all()
    for one in told:  # when a key was last used changes with the use of its owner's keys
        one["api_keys"] = [{**key, "last_used_at": None} for key in one["api_keys"]]
        one["account"] = {**one["account"], "last_seen": None}
    own = {number for number, digest in shares if digest}
    return json.dumps(told, default=str, sort_keys=True), own, signed_in


def routes(house):
    return [route for route in house.app.routes if isinstance(route, APIRoute)]


def parts(route):
    return re.findall(r"\{(\w+)\}", route.path)


def body_of(route):
    """What to send along so that nothing but the right to do it can be missing."""
    field = route.body_field
    if not route.path.startswith("/api/"):
        return {"data": FORM}
    if field is None:
        return {}
    name = getattr(field.field_info.annotation, "__name__", "")
    return {"json": BODIES[name]} if name in BODIES else {"files": {"file": ("x.html", b"<p>x</p>", "text/html")}}


def ask(caller, route, values):
    path = re.sub(r"\{(\w+)\}", lambda part: str(values[part[1]]), route.path)
    (method,) = route.methods
    sent = body_of(route) if method != "GET" else {}
    if "data" in sent:
        sent = {"data": {**sent["data"], "form_token": caller.token}}
    headers = {} if caller.key else {"x-form-token": caller.token}
    return caller.client.request(method, path, headers=headers, **sent)


def refused(answer):
    return answer.status_code in (401, 403) or answer.headers.get("location", "").startswith("/logg-inn")


def plain(answer, *names):
    """The answer without what differs from one request to the next."""
    text = re.sub(r'name="form_token" value="[0-9a-f]+"', "", answer.text)
    for name in names:
        text = re.sub(rf"\b{name}\b", "#", text)
    return answer.status_code, text


@pytest.fixture
def matrix(house):
    named = furnish(house)
    with house.context.store.write() as session:
        run = runs.begin(session, "nav_feed", house.context.clock.now(), pid=1, host="x", trigger="test")
        saved.report(session, 1, "other", "x", house.context.clock.now())
    return house, callers(house), {**COMMON, **named, "run": str(run)}


def test_every_part_of_an_address_is_known(house):
    """Say in OWNED or COMMON whose thing it names."""
    assert {part for route in routes(house) for part in parts(route)} <= OWNED | set(COMMON)


def test_nobody_reads_changes_or_learns_of_what_is_anothers(matrix):
    house, everybody, values = matrix
    before, asked, wrong = kept(house), 0, []
    chosen = [route for route in routes(house) if LARGE or OWNED & set(parts(route)) or "/me/" in route.path]
    chosen = [route for route in chosen if not route.path.startswith("/logg-ut")]  # it would end the caller's session
    for route in chosen:
        for caller in everybody:
            answer = ask(caller, route, values)
            asked += 1
            told = f"{caller.name}: {next(iter(route.methods))} {route.path} → {answer.status_code}"
            if answer.status_code >= 500:
                wrong.append(f"fault: {told}")
            if refused(answer) is caller.may(route) and not (caller.key and answer.status_code == 403):
                wrong.append(f"access: {told}")
            if CANARY in answer.text:
                wrong.append(f"read: {told}")
            if owned := OWNED & set(parts(route)):
                nothing = {**values, **dict.fromkeys(owned, "999999999")}
                other = ask(caller, route, nothing)
                names = ["999999999", *(values[part] for part in owned)]
                if plain(answer, *names) != plain(other, *names):
                    wrong.append(f"existence: {told}, {other.status_code} for one that is not there")
        after = kept(house)
        if after != before:
            wrong.append(f"changed: {route.methods} {route.path}")
            before = after
    assert wrong == [], "\n".join(wrong)
    assert asked == len(chosen) * len(everybody)


def test_who_erases_themselves_leaves_others_alone(matrix):
    house, everybody, _ = matrix
    before = kept(house)
    for caller in everybody:
        if caller.name.endswith("B: read write"):
            assert caller.client.delete("/api/v1/me", params={"sure": "erase"}).status_code == 204
    assert kept(house) == before
