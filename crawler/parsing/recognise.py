"""Which platform does an address belong to, and where does its list lie? Told by the address alone."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

_LOCALE = re.compile(r"[a-z]{2}(?:-[A-Z]{2})?")
_FEED = re.compile(r"\.(?:rss|atom|xml|rdf)$|/(?:rss|feed|atom)(?:/|$|\.)", re.IGNORECASE)
_TEAMTAILOR_JOB = re.compile(r"^(?:/[a-z]{2}(?:-[a-z]{2})?)?/jobs(?:/\d{5,9}-|\.json$|\.rss$)", re.IGNORECASE)
_WORKDAY = re.compile(r"(?P<tenant>[\w-]+)\.wd\d+\.myworkdayjobs(?:-impl)?\.com")


@dataclass(frozen=True, slots=True)
class Recognised:
    """What to write into ``[sources.<name>]``."""

    platform: str
    base_url: str
    tenant: str
    """The employer's name as the address spells it."""
    options: Mapping[str, str] = field(default_factory=dict)
    sure: bool = True
    """False: the address fits the platform, but others might have such addresses too."""


def recognise(url: str) -> Recognised | None:
    """The platform behind the web address of a career site, a job or an API; None for no web address.

    A site that shows no platform in its address is taken for one with schema.org data.
    """
    text = url.strip() if "://" in url else f"https://{url.strip()}"
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if (
        parts.scheme not in ("http", "https")
        or "@" in parts.netloc
        or "." not in host
        or any(char.isspace() for char in text)
    ):
        return None
    for reader in _READERS:
        found = reader(parts, host)
        if found:
            return found
    return _by_path(parts, host)


def _segments(parts: SplitResult) -> list[str]:
    return [unquote(part) for part in parts.path.split("/") if part]


def _after(parts: SplitResult, *words: str) -> str:
    """The path segment behind ``words``; '' when they are not there."""
    path = _segments(parts)
    for number in range(len(path) - len(words)):
        if tuple(path[number : number + len(words)]) == words:
            return path[number + len(words)]
    return ""


def _subdomain(platform: str, *domains: str) -> Callable[[SplitResult, str], Recognised | None]:
    """A reader for platforms whose employers have a host each."""

    def read(parts: SplitResult, host: str) -> Recognised | None:
        for domain in domains:
            tenant = host.removesuffix("." + domain)
            if tenant != host and tenant not in ("www", "app", "api", "career", "support"):
                return Recognised(platform, f"https://{host}", tenant)
        return None

    return read


def _greenhouse(parts: SplitResult, host: str) -> Recognised | None:
    if not host.endswith("greenhouse.io"):
        return None
    path = _segments(parts)
    board = _after(parts, "boards") or parse_qs(parts.query).get("for", [""])[0]
    board = board or (path[0] if path and path[0] not in ("embed", "v1") else "")
    return Recognised("greenhouse", f"https://boards-api.greenhouse.io/v1/boards/{board}", board) if board else None


def _lever(parts: SplitResult, host: str) -> Recognised | None:
    if not host.endswith("lever.co"):
        return None
    path = _segments(parts)
    tenant = _after(parts, "postings") or (path[0] if path and path[0] != "v0" else "")
    region = "api.eu.lever.co" if ".eu." in f".{host}" else "api.lever.co"
    return Recognised("lever", f"https://{region}/v0/postings/{tenant}", tenant) if tenant else None


def _by_first_segment(
    platform: str, hosts: tuple[str, ...], address: str, *api: str
) -> Callable[[SplitResult, str], Recognised | None]:
    """A reader for platforms that share a host: the employer is the first segment, or the one behind ``api``."""

    def read(parts: SplitResult, host: str) -> Recognised | None:
        if host not in hosts:
            return None
        path = _segments(parts)
        tenant = _after(parts, *api) or (path[0] if path and path[0] not in ("api", "v1", "j", api[0]) else "")
        return Recognised(platform, address.format(tenant), tenant) if tenant else None

    return read


def _workday(parts: SplitResult, host: str) -> Recognised | None:
    found = _WORKDAY.fullmatch(host)
    if not found:
        return None
    path = _segments(parts)
    site = _after(parts, "cxs", found["tenant"])
    if not site:
        path = path[1:] if path and _LOCALE.fullmatch(path[0]) else path
        site = path[0] if path else ""
    tenant = found["tenant"]
    return Recognised("workday", f"https://{host}/wday/cxs/{tenant}/{site}", tenant) if site else None


def _webcruiter(parts: SplitResult, host: str) -> Recognised | None:
    if not host.endswith((".webcruiter.no", ".webcruiter.com")):
        return None
    query = {key.lower(): values[0] for key, values in parse_qs(parts.query).items()}
    number = _after(parts, "companysearch") or query.get("companylock", "") or host.partition(".")[0]
    base = f"https://candidate.webcruiter.com/api/odvert/companysearch/{number}"
    return Recognised("webcruiter", base, f"webcruiter {number}") if number.isdigit() else None


def _hrmanager(parts: SplitResult, host: str) -> Recognised | None:
    if not host.endswith("hr-manager.net"):
        return None
    query = {key.lower(): values[0] for key, values in parse_qs(parts.query).items()}
    alias = query.get("customer", "") or _after(parts, "jobportal.svc")
    return Recognised("hrmanager", f"https://api.hr-manager.net/jobportal.svc/{alias}", alias) if alias else None


def _reachmee(parts: SplitResult, host: str) -> Recognised | None:
    if not host.endswith("reachmee.com") or "rssfeed" not in parts.path.lower():
        return None
    customer = parse_qs(parts.query).get("CustomerName", [""])[0]
    return Recognised("reachmee", parts._replace(fragment="").geturl(), customer or host.partition(".")[0])


_READERS: tuple[Callable[[SplitResult, str], Recognised | None], ...] = (
    _greenhouse,
    _lever,
    _by_first_segment(
        "ashby",
        ("jobs.ashbyhq.com", "api.ashbyhq.com"),
        "https://api.ashbyhq.com/posting-api/job-board/{}",
        "job-board",
    ),
    _by_first_segment(
        "workable", ("apply.workable.com",), "https://apply.workable.com/api/v1/widget/accounts/{}", "accounts"
    ),
    _by_first_segment(
        "smartrecruiters",
        ("jobs.smartrecruiters.com", "careers.smartrecruiters.com", "api.smartrecruiters.com"),
        "https://api.smartrecruiters.com/v1/companies/{}",
        "companies",
    ),
    _workday,
    _webcruiter,
    _hrmanager,
    _reachmee,
    _subdomain("teamtailor", "teamtailor.com"),
    _subdomain("recruitee", "recruitee.com"),
    _subdomain("personio", "jobs.personio.de", "jobs.personio.com"),
    _subdomain("easycruit", "easycruit.com"),
    _subdomain("varbi", "varbi.com"),
    _subdomain("recman", "recman.page"),
)


def _by_path(parts: SplitResult, host: str) -> Recognised:
    """On an employer's own host the path may still show what stands behind it."""
    origin = f"{parts.scheme}://{parts.netloc.lower()}"
    tenant = next((label for label in host.split(".")[-2::-1] if label not in ("co", "com", "www")), host)
    if _TEAMTAILOR_JOB.match(parts.path):
        return Recognised("teamtailor", origin, tenant, sure=False)
    if _FEED.search(parts.path):
        return Recognised("rss", parts._replace(fragment="").geturl(), tenant)
    path = parts.path.rstrip("/")
    options = {"start_url": f"{origin}{path}"} if path else {}
    return Recognised("schema_org", origin, tenant, options, sure=False)
