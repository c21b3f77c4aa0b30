"""The search page: the address is the search."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from domain.accounts import Access
from domain.search_address import is_address, to_address, to_pairs
from domain.search_address import read as read_address
from domain.searching import FACETS, PUBLISHED_DAYS, Criteria, Sort
from operations.search import Page, counts, page
from storage import profiles
from storage.search import Counts
from web.access import Room, Viewer, Who
from web.desk import Desk, desk_of
from web.labels import Labels
from web.pages.render import language_of, render
from web.texts import texts

ROOM = Room()
PER_PAGE = 20
MOST_PAGES = 500
VALUES_SHOWN = 6
VALUES_MOST = 60
_OWN = frozenset({"page", "ok", "profile"})


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a filter as the page shows it."""

    value: str
    label: str
    count: int
    chosen: bool
    inside: tuple["Option", ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter with its values; the rest lies behind a further step."""

    name: str
    options: tuple[Option, ...]
    rest: tuple[Option, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force, and the search without it."""

    facet: str
    label: str
    address: str


@ROOM.get("/", Access.EVERYONE)
def search_page(request: Request, viewer: Who) -> Response:
    """What fits the address, with the filters beside it."""
    desk = desk_of(request)
    asked = request.query_params.get("q", "")
    if is_address(asked):  # a link that was pasted into the field, or that a digest gives
        return RedirectResponse(f"/{to_address(read_address(parse_qsl(asked[1:], max_num_fields=500))[0])}", 303)
    pairs = [pair for pair in request.query_params.multi_items() if pair[0] not in _OWN]
    criteria, mistakes = read_address(pairs)
    number = page_number(request.query_params.get("page"))
    scored_by = own_profile(desk, viewer)
    shown, told = _answers(desk, criteria, number, scored_by)
    labels = Labels(texts(language_of(request)), desk.source_names)
    return render(
        request,
        "search.html",
        criteria=criteria,
        address=to_address(criteria),
        mistakes=[item for item in mistakes if item.why != "no such parameter"],
        found=shown.found,
        counts=told,
        facets=facets_of(criteria, told, labels),
        chips=chips_of(criteria, labels),
        hidden=[pair for pair in to_pairs(criteria) if pair[0] == "v"],
        sorts=list(Sort),
        days=PUBLISHED_DAYS,
        number=number,
        pages=page_links(to_pairs(criteria), number, told.total),
        scored_by=scored_by,
    )


def _answers(desk: Desk, criteria: Criteria, number: int, profile: str | None) -> tuple[Page, Counts]:
    now = desk.context.clock.now()
    with desk.context.store.read() as session:
        shown = page(session, criteria, now, profile=profile, limit=PER_PAGE, offset=(number - 1) * PER_PAGE)
        return shown, counts(session, criteria, now, profile=profile)


def own_profile(desk: Desk, viewer: Viewer) -> str | None:
    """The viewer's own profile, if there is one to score against."""
    if viewer.account is None:
        return None
    with desk.context.store.read() as session:
        known = {profile.name for profile in profiles.all_profiles(session)}
    return viewer.account.profile if viewer.account.profile in known else None


def page_number(text: str | None) -> int:
    """The page asked for; 1 for anything that is no page."""
    return min(MOST_PAGES, max(1, int(text))) if text and text.isascii() and text.isdigit() and len(text) < 6 else 1


def page_links(pairs: Sequence[tuple[str, str]], number: int, total: int) -> dict[str, str]:
    """Addresses of the pages ``before`` and ``after``; empty where there is none."""
    around = {"before": number - 1, "after": number + 1 if number * PER_PAGE < total else 0}
    return {name: "?" + urlencode([*pairs, ("page", page)]) if page else "" for name, page in around.items()}


def facets_of(criteria: Criteria, told: Counts, labels: Labels) -> list[Facet]:
    """Every filter that has values, the chosen ones first; municipalities inside their county."""
    inside = _municipalities(criteria, told, labels)
    found = []
    for name in FACETS:
        if name == "municipality":
            continue
        chosen = criteria.values(name)
        values = told.facets.get(name, {})
        options = [
            Option(
                value,
                labels.value(name, value),
                count,
                value in chosen,
                inside.get(value, ()) if name == "county" else (),
            )
            for value, count in (dict.fromkeys(chosen, 0) | dict(values)).items()
        ]
        options.sort(key=lambda option: (not option.chosen, -option.count, option.label))
        if options:
            shown, rest = options[:VALUES_SHOWN], options[VALUES_SHOWN:VALUES_MOST]
            found.append(Facet(name, tuple(shown), tuple(rest), bool(chosen) or name == "county"))
    return found


def _municipalities(criteria: Criteria, told: Counts, labels: Labels) -> Mapping[str, tuple[Option, ...]]:
    """County → its municipalities, for the counties that are chosen: the tree opens where somebody looks."""
    chosen = criteria.values("municipality")
    opened = {*criteria.values("county"), *(value.partition(".")[0] for value in chosen)}
    found: dict[str, list[Option]] = {}
    for value, count in (dict.fromkeys(chosen, 0) | dict(told.facets.get("municipality", {}))).items():
        county = value.partition(".")[0]
        if county in opened:
            option = Option(value, labels.value("municipality", value), count, value in chosen)
            found.setdefault(county, []).append(option)
    return {county: tuple(sorted(options, key=_by_label)[:VALUES_MOST]) for county, options in found.items()}


def _by_label(option: Option) -> str:
    return option.label


def chips_of(criteria: Criteria, labels: Labels) -> list[Chip]:
    """Each value chosen, with the address of the search without it."""
    return [
        Chip(facet, labels.value(facet, value), to_address(criteria.choose(facet, _others(values, value))))
        for facet, values in criteria.chosen
        for value in values
    ]


def _others(values: Iterable[str], gone: str) -> tuple[str, ...]:
    return tuple(value for value in values if value != gone)


def criteria_of(request: Request) -> Criteria:
    """The search of the request's address; what cannot be read is left out."""
    pairs: list[tuple[str, Any]] = [pair for pair in request.query_params.multi_items() if pair[0] not in _OWN]
    return read_address(pairs)[0]
