"""Whom a route lets in. A route without an answer to that does not exist: the application refuses to start with one."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, TypeVar, cast
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, FastAPI
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount

from alerts.cleaning import one_line
from domain.accounts import Access, Account, Role, Scope, lets_in
from domain.errors import JobbvaktError
from storage import accounts
from web import sessions
from web.desk import Desk, desk_of
from web.sessions import Session

F = TypeVar("F", bound=Callable[..., Any])
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
TOKEN_FIELD, TOKEN_HEADER = "form_token", "x-form-token"


class SignInNeededError(JobbvaktError):
    """The route is for people who are signed in."""


class RefusedError(JobbvaktError):
    """The route is not for this account, or the form is not ours."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who asks."""

    session: Session
    account: Account | None = None
    key: int | None = None
    scopes: frozenset[Scope] = frozenset(Scope)

    @property
    def role(self) -> Role | None:
        """The account's role; None for somebody who is not signed in."""
        return self.account.role if self.account else None

    @property
    def actor(self) -> str:
        """As the audit log names it."""
        if self.key is not None:
            return f"key {self.key}"
        return f"account {self.account.id}" if self.account else "visitor"

    @property
    def own(self) -> Account:
        """The account; only for routes that let nobody in without one."""
        assert self.account is not None
        return self.account


@dataclass(frozen=True, slots=True)
class Guard:
    """Stands before a route."""

    access: Access
    scope: Scope
    form: bool = True
    """Must a request that changes something carry the session's token? Not so where a link in a mail acts."""
    keys: bool = False
    """Do keys of the API count here? Not on pages: there a form can do more than a key's scopes tell."""

    async def __call__(self, request: Request) -> None:
        """Let pass, or raise SignInNeededError or RefusedError."""
        if getattr(request.state, "guard", None) is self:
            return
        viewer = await run_in_threadpool(identify, request)
        request.state.viewer, request.state.guard = viewer, self
        if viewer.key is not None and not self.keys:
            raise RefusedError("a key opens the API alone", remedy="ask for the same below /api/v1")
        if not lets_in(self.access, viewer.role):
            if viewer.account is None:
                raise SignInNeededError("sign in first", why="this page is for people with an account")
            raise RefusedError("this is not open to your account", why=f"it is for: {self.access}")
        if viewer.key is not None and self.access is not Access.EVERYONE and self.scope not in viewer.scopes:
            raise RefusedError("the key may not do this", why=f"it needs the scope '{self.scope}'")
        if self.form and request.method not in SAFE and viewer.key is None:
            await _check_form(request, viewer.session)


def identify(request: Request) -> Viewer:
    """Who asks: by key, by session, or nobody. A key that does not count is refused, not ignored."""
    desk = desk_of(request)
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return _by_key(desk, secret.strip())
    session = sessions.read(request, desk)
    account = sessions.account_of(session, desk)
    return Viewer(session, account) if account else Viewer(sessions.nobody(session))


def _by_key(desk: Desk, secret: str) -> Viewer:
    now = desk.context.clock.now()
    with desk.context.store.read() as reading:
        key = accounts.key_by_digest(reading, desk.digest("key", secret), now)
        account = accounts.get(reading, key.account_id) if key else None
    if key is None or account is None:
        raise SignInNeededError("the key does not count", why="it is unknown, revoked or too old")
    if key.last_used_at is None or (now - key.last_used_at).total_seconds() > 60:
        with desk.context.store.write() as writing:
            accounts.touch_key(writing, key.id, now)
    return Viewer(sessions.signed_out(), account, key.id, key.scopes)


async def _check_form(request: Request, session: Session) -> None:
    origin = request.headers.get("origin")
    own = {request.headers.get("host", ""), urlsplit(desk_of(request).context.settings.web.base_url).netloc}
    if (origin and _netloc(origin) not in own) or request.headers.get("sec-fetch-site") == "cross-site":
        raise RefusedError("the form came from another site", which=one_line(origin or "", 80))
    given = request.headers.get(TOKEN_HEADER)
    if given is None:
        form = await request.form(max_files=1, max_fields=200)
        field = form.get(TOKEN_FIELD)
        given = field if isinstance(field, str) else ""
    if not sessions.token_fits(session, desk_of(request), given):
        raise RefusedError(
            "the form is too old",
            why="it was made for another session",
            remedy="go back, load the page again and send it once more",
        )


def _netloc(origin: str) -> str:
    """Host and port of an Origin header; of ``null`` or nonsense something that is no host."""
    try:
        return urlsplit(origin).netloc or "null"
    except ValueError:
        return "null"


class GuardedRoute(APIRoute):
    """Asks its guard before a byte of the body is read: a stranger cannot have a body parsed, or learn what fits."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """FastAPI's own handler, behind the guard."""
        inner = super().get_route_handler()
        guard = next((item.dependency for item in self.dependencies if isinstance(item.dependency, Guard)), None)

        async def guarded(request: Request) -> Response:
            if guard is not None:
                await guard(request)
            return await inner(request)

        return guarded


def viewer_of(request: Request) -> Viewer:
    """Who asks, as the route's guard found out."""
    return cast("Viewer", request.state.viewer)


Who = Annotated[Viewer, Depends(viewer_of)]


class Room:
    """Collects routes, each with whom it lets in."""

    def __init__(self, prefix: str = "", *, documented: bool = False, keys: bool = False) -> None:
        self.prefix, self.documented, self.keys = prefix, documented, keys
        self._routes: list[tuple[str, str, Callable[..., Any], Guard, dict[str, Any]]] = []

    def get(self, path: str, access: Access, scope: Scope = Scope.READ, **options: Any) -> Callable[[F], F]:
        """A route that changes nothing."""
        return self._route("GET", path, self._guard(access, scope), options)

    def post(
        self, path: str, access: Access, scope: Scope = Scope.WRITE, *, form: bool = True, **options: Any
    ) -> Callable[[F], F]:
        """A route that does something; it takes the session's token unless ``form`` is False."""
        return self._route("POST", path, self._guard(access, scope, form=form), options)

    def put(self, path: str, access: Access, scope: Scope = Scope.WRITE, **options: Any) -> Callable[[F], F]:
        """A route that stores something under its address."""
        return self._route("PUT", path, self._guard(access, scope), options)

    def delete(self, path: str, access: Access, scope: Scope = Scope.WRITE, **options: Any) -> Callable[[F], F]:
        """A route that removes something."""
        return self._route("DELETE", path, self._guard(access, scope), options)

    def _guard(self, access: Access, scope: Scope, *, form: bool = True) -> Guard:
        return Guard(access, scope, form, keys=self.keys)

    def install(self, app: FastAPI) -> None:
        """Add the routes to ``app``."""
        app.router.routes.extend(self._made)

    @cached_property
    def _made(self) -> list[BaseRoute]:
        """The routes; made once, since FastAPI takes its time over each and they know nothing of their application."""
        router = APIRouter(route_class=GuardedRoute)
        for method, path, endpoint, guard, given in self._routes:
            options = dict(given)
            declared = {"x-access": guard.access.value, "x-scope": guard.scope.value}
            router.add_api_route(
                self.prefix + path,
                endpoint,
                methods=[method],
                dependencies=[Depends(guard), *options.pop("dependencies", ())],
                include_in_schema=self.documented,
                openapi_extra={**declared, **options.pop("openapi_extra", {})},
                **options,
            )
        return router.routes

    def _route(self, method: str, path: str, guard: Guard, options: dict[str, Any]) -> Callable[[F], F]:
        def keep(endpoint: F) -> F:
            self._routes.append((method, path, endpoint, guard, options))
            return endpoint

        return keep


def undeclared(routes: list[BaseRoute], open_mounts: frozenset[str]) -> list[str]:
    """Addresses that do not say whom they let in."""
    found = []
    for route in routes:
        declared = isinstance(route, APIRoute) and "x-access" in (route.openapi_extra or {})
        if not declared and not (isinstance(route, Mount) and route.path in open_mounts):
            found.append(getattr(route, "path", repr(route)))
    return found
