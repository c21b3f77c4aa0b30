"""The search page: the address is the search."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from domain.accounts import Access, lets_in
from domain.clock import local_date
from domain.search_address import VERSION, is_address, to_address, to_pairs
from domain.search_address import read as read_address
from domain.searching import FACETS, PUBLISHED_DAYS, Criteria, Sort
from operations.completing import meant, offered
from operations.search import Page, counts, page
from storage import profiles, saved
from storage.search import WEEKS, Counts
from web.access import Room, Viewer, Who
from web.desk import Desk, desk_of
from web.labels import Labels
from web.pages.render import language_of, render
from web.plots import Strip, strip
from web.texts import Texts, texts

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
    criteria = open_to(criteria, viewer)
    number = page_number(request.query_params.get("page"))
    scored_by = own_profile(desk, viewer)
    shown, told = _answers(desk, criteria, number, scored_by)
    words = texts(language_of(request))
    labels = Labels(words, desk.source_names)
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
        version=VERSION,
        sorts=[
            (sort, to_address(replace(criteria, sort=sort)))
            for sort in Sort
            if criteria.words or sort is not Sort.RELEVANCE
        ],
        days=PUBLISHED_DAYS,
        suggestions=suggestions(desk),
        meant=[] if told.total else _meant(desk, criteria),
        kept=_kept(desk, viewer),
        strip=_strip(desk, told, words),
        pages=page_links(to_pairs(criteria), number, told.total),
        scored_by=scored_by,
        sees_closed=sees_closed(viewer),
    )


def sees_closed(viewer: Viewer) -> bool:
    """What is over is for those who study the market: to everybody else an ad is gone when its source says so."""
    return lets_in(Access.RECRUITER, viewer.role)


def open_to(criteria: Criteria, viewer: Viewer) -> Criteria:
    """The search as far as the viewer may see it."""
    return criteria if sees_closed(viewer) else replace(criteria, closed=False)


def _answers(desk: Desk, criteria: Criteria, number: int, profile: str | None) -> tuple[Page, Counts]:
    now = desk.context.clock.now()
    with desk.context.store.read() as session:
        shown = page(session, criteria, now, profile=profile, limit=PER_PAGE, offset=(number - 1) * PER_PAGE)
        return shown, counts(session, criteria, now, profile=profile)


def suggestions(desk: Desk) -> Sequence[str]:
    """What a search field offers before anything is typed; nothing of an ad that has just been withdrawn."""
    with desk.context.store.read() as session:
        return desk.of_index("offered", session, lambda: offered(session))


def _meant(desk: Desk, criteria: Criteria) -> list[tuple[str, str]]:
    """Words that may have been meant, each with the search for it."""
    with desk.context.store.read() as session:
        near = meant(session, criteria.words)
    return [(word, to_address(replace(criteria, words=word))) for word in near]


def _kept(desk: Desk, viewer: Viewer) -> frozenset[int]:
    if viewer.account is None:
        return frozenset()
    with desk.context.store.read() as session:
        return frozenset(item.opening for item in saved.saved(session, viewer.account.id))


def _strip(desk: Desk, told: Counts, words: Texts) -> Strip | None:
    """New openings by week; none where there are too few to say anything."""
    if sum(told.weeks) < 3:
        return None
    today = local_date(desk.context.clock.now())
    begins = [today - timedelta(days=7 * back - 1) for back in range(WEEKS, 0, -1)]
    rows = [(f"{day:%d.%m}", number) for day, number in zip(begins, told.weeks, strict=True)]
    return strip(rows, words.t("analysis.week"))


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
    """Everything that narrows the search, each with the address of the search without it."""
    facets = [
        Chip(facet, labels.value(facet, value), to_address(criteria.choose(facet, _others(values, value))))
        for facet, values in criteria.chosen
        for value in values
    ]
    without: dict[str, Mapping[str, Any]] = {
        "employer": {"employer": ""},
        "published": {"published": None},
        "min_score": {"min_score": 0},
        "salary_min": {"salary_min": None},
        "pay_stated": {"pay_stated": False},
        "closed": {"closed": False},
    }
    told = labels.bounds(criteria)
    return facets + [
        Chip(name, told[name], to_address(replace(criteria, **gone))) for name, gone in without.items() if name in told
    ]


def _others(values: Iterable[str], gone: str) -> tuple[str, ...]:
    return tuple(value for value in values if value != gone)


def criteria_of(request: Request) -> Criteria:
    """The search of the request's address; what cannot be read is left out."""
    pairs: list[tuple[str, Any]] = [pair for pair in request.query_params.multi_items() if pair[0] not in _OWN]
    return read_address(pairs)[0]
