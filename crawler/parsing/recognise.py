"""Which platform does an address belong to, and where does its list lie? Told by the address alone."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, parse_qs, quote, unquote, urlsplit

_LOCALE = re.compile(r"[a-z]{2}(?:-[A-Z]{2})?")
_FEED = re.compile(r"\.(?:rss|atom|xml|rdf)$|/(?:rss|feed|atom)(?:/|$|\.)", re.IGNORECASE)
_TEAMTAILOR_JOB = re.compile(r"^(?:/[a-z]{2}(?:-[a-z]{2})?)?/jobs(?:/\d{5,9}-|\.json$|\.rss$)", re.IGNORECASE)
_RECRUITEE_JOB = re.compile(r"^(?:/l/[a-z]{2})?/o/[\w-]+/?$")
_SITEMAP = re.compile(r"/[^/]*sitemap[^/]*\.xml(?:\.gz)?$", re.IGNORECASE)
_SHARED = frozenset({"www", "app", "api", "career", "careers", "support", "help", "candidate", "login", "my", "apply"})
"""Hosts of a platform that are no employer's."""
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
    parts = _split(url)
    if parts is None:
        return None
    host = (parts.hostname or "").lower()
    for reader in _READERS:
        found = reader(parts, host)
        if found:
            return found
    return _by_path(parts, host)


def better_address(url: str) -> str:
    """What an address must look like whose platform is known, while it does not name the employer; else empty."""
    parts = _split(url)
    if parts is None or any(reader(parts, (parts.hostname or "").lower()) for reader in _READERS):
        return ""
    host = (parts.hostname or "").lower()
    if "gh_jid" in parse_qs(parts.query):
        return _EXAMPLES["greenhouse.io"]
    return next((example for domain, example in _EXAMPLES.items() if f".{host}".endswith(f".{domain}")), "")


_EXAMPLES: Mapping[str, str] = {
    "greenhouse.io": "https://boards.greenhouse.io/EMPLOYER",
    "lever.co": "https://jobs.lever.co/EMPLOYER",
    "ashbyhq.com": "https://jobs.ashbyhq.com/EMPLOYER",
    "workable.com": "https://apply.workable.com/EMPLOYER",
    "smartrecruiters.com": "https://careers.smartrecruiters.com/EMPLOYER",
    "myworkdayjobs.com": "https://EMPLOYER.wd3.myworkdayjobs.com/SITE",
    "myworkdaysite.com": "https://wd3.myworkdaysite.com/recruiting/EMPLOYER/SITE",
    "webcruiter.no": "https://candidate.webcruiter.com/nb-no/home/companyadverts?companylock=NUMBER",
    "webcruiter.com": "https://candidate.webcruiter.com/nb-no/home/companyadverts?companylock=NUMBER",
    "hr-manager.net": "https://candidate.hr-manager.net/vacancies/list.aspx?customer=EMPLOYER",
    "reachmee.com": "https://siteNNN.reachmee.com/Public/rssfeed/external.ashx?id=…&InstallationID=…&CustomerName=…",
    "teamtailor.com": "https://EMPLOYER.teamtailor.com/jobs",
    "recruitee.com": "https://EMPLOYER.recruitee.com",
    "personio.de": "https://EMPLOYER.jobs.personio.de",
    "personio.com": "https://EMPLOYER.jobs.personio.com",
    "easycruit.com": "https://EMPLOYER.easycruit.com",
    "varbi.com": "https://EMPLOYER.varbi.com",
    "recman.no": "https://EMPLOYER.recman.page/jobs",
    "recman.page": "https://EMPLOYER.recman.page/jobs",
}


def _split(url: str) -> SplitResult | None:
    """The address in its parts; None when it is no web address."""
    text = url.strip() if "://" in url else f"https://{url.strip()}"
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
    except ValueError:
        return None
    odd = "@" in parts.netloc or "." not in host or any(char.isspace() or "\ud800" <= char <= "\udfff" for char in text)
    return None if odd or parts.scheme not in ("http", "https") else parts


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
            if tenant != host and tenant not in _SHARED:
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
    """A reader for platforms that share a host: the employer is the first segment, or one behind a word of ``api``."""

    def read(parts: SplitResult, host: str) -> Recognised | None:
        if host not in hosts:
            return None
        path = _segments(parts)
        behind = next((found for word in api if (found := _after(parts, word))), "")
        tenant = behind or (path[0] if path and path[0] not in ("api", "v1", "j", *api) else "")
        return Recognised(platform, address.format(quote(tenant)), tenant) if tenant else None

    return read


def _workday(parts: SplitResult, host: str) -> Recognised | None:
    found = _WORKDAY.fullmatch(host)
    if not found:
        return _workday_site(parts, host)
    path = _segments(parts)
    site = _after(parts, "cxs", found["tenant"])
    if not site:
        path = path[1:] if path and _LOCALE.fullmatch(path[0]) else path
        site = path[0] if path else ""
    tenant = found["tenant"]
    return Recognised("workday", f"https://{host}/wday/cxs/{tenant}/{site}", tenant) if site else None


def _workday_site(parts: SplitResult, host: str) -> Recognised | None:
    """On the host that employers share, the address names employer and site."""
    tenant = _after(parts, "recruiting") or _after(parts, "cxs")
    site = _after(parts, "recruiting", tenant) or _after(parts, "cxs", tenant)
    if not host.endswith(".myworkdaysite.com") or not tenant or not site:
        return None
    return Recognised("workday", f"https://{host}/wday/cxs/{tenant}/{site}", tenant)


def _workable(parts: SplitResult, host: str) -> Recognised | None:
    """Before the shared host each employer had one of its own; both lead to the same list."""
    own = host.removesuffix(".workable.com")
    tenant = own if own != host and own not in _SHARED and "." not in own else _after(parts, "accounts")
    if not tenant or not host.endswith("workable.com") or host == "apply.workable.com":
        return None
    return Recognised("workable", f"https://apply.workable.com/api/v1/widget/accounts/{quote(tenant)}", tenant)


def _webcruiter(parts: SplitResult, host: str) -> Recognised | None:
    if not host.endswith((".webcruiter.no", ".webcruiter.com")):
        return None
    query = {key.lower(): values[0] for key, values in parse_qs(parts.query).items()}
    asked = query.get("companylock") or query.get("company_id") or query.get("companyid", "")
    number = _after(parts, "companysearch") or asked or host.partition(".")[0]
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
        *("companies", "company", "oneclick-ui"),
    ),
    _workable,
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
    if _RECRUITEE_JOB.match(parts.path):
        return Recognised("recruitee", origin, tenant, sure=False)
    if _SITEMAP.search(parts.path):
        return Recognised("schema_org", origin, tenant, {"sitemap": f"{origin}{parts.path}"}, sure=False)
    if _FEED.search(parts.path):
        return Recognised("rss", parts._replace(fragment="").geturl(), tenant)
    path = "" if parts.path == "/robots.txt" else parts.path.rstrip("/")
    options = {"start_url": f"{origin}{path}"} if path else {}
    return Recognised("schema_org", origin, tenant, options, sure=False)
