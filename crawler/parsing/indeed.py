"""Indeed's ad page and list of hits, as a person saves them: JSON-LD, and the data that the page starts from."""

import json
import re
from dataclasses import replace

from parsel import Selector

from crawler.parsing import strict_json
from crawler.parsing.document import parse_document
from crawler.parsing.jobposting import read_job_page
from crawler.parsing.listing import Ad, Record, draft_of, places_in, record, records, unique
from crawler.parsing.page import Page
from crawler.parsing.text import one_line, or_none
from domain.observations import Gone
from domain.postings import Draft

AD = "https://no.indeed.com/viewjob?jk="
_CODE = re.compile(r"[?&;](?:jk|vjk)=([0-9a-f]{16})\b")
_STATE = "window._initialData"
_CARDS = 'providerData["mosaic-provider-jobcards"]'
_DECODER = json.JSONDecoder()


def indeed_code(address: str) -> str:
    """The key of a job in an address; '' for none."""
    found = _CODE.search(address)
    return found[1] if found else ""


def read_indeed(page: Page) -> list[Ad]:
    """The ad of a saved page, or the hits of a saved search; empty when it is neither."""
    document = parse_document(page.text)
    scripts = "\n".join(document.css("script:not([type]), script[type='text/javascript']").css("::text").getall())
    hits = records(
        record(record(_data(_CARDS, scripts).get("metaData")).get("mosaicProviderJobCardsModel")).get("results")
    )
    if hits:
        return list(unique(_hit(item) for item in hits))
    job = _job(_data(_STATE, scripts))
    code = indeed_code(_address(document, page)) or one_line(job.get("key"))
    marked = read_job_page(page).drafts
    if not code or not (marked or job):
        return []
    if job.get("expired") is True:
        return [Gone(code, "Indeed says that it has expired")]
    found = replace(marked[0], source_ref=code, url=AD + code) if marked else _from_state(code, job)
    if isinstance(found, Draft):
        origin = one_line(job.get("url"))
        own = one_line(job.get("refNum"))
        found = replace(
            found,
            apply_url=origin if origin.startswith("http") else found.url,
            employer=found.employer or or_none(job.get("sourceEmployerName")),
            references=tuple(
                dict.fromkeys((*found.references, *((f"id@{_host(origin)}:{own}",) if own and origin else ())))
            ),
        )
    return [found]


def _from_state(code: str, job: Record) -> Ad:
    return draft_of(
        code,
        AD + code,
        job.get("title"),
        posted=job.get("datePublished"),
        text=record(job.get("description")).get("html"),
        employer=or_none(job.get("sourceEmployerName")),
    )


def _hit(item: Record) -> Ad:
    code = one_line(item.get("jobkey"))
    return draft_of(
        code,
        AD + code if code else "",
        item.get("displayTitle") or item.get("title"),
        posted=item.get("pubDate"),
        employer=or_none(item.get("company")),
        places=places_in(item.get("formattedLocation")),
        summary=or_none(re.sub(r"<[^>]{0,200}>", " ", str(item.get("snippet") or ""))),
    )


def _data(name: str, scripts: str) -> Record:
    """The object that a script assigns to ``name``; an empty one where there is none, or it cannot be read."""
    start = scripts.find("{", scripts.find(name)) if name in scripts else -1
    if start < 0:
        return {}
    try:
        _, end = _DECODER.raw_decode(scripts, start)
        return record(strict_json.load(scripts[start:end]))
    except (ValueError, RecursionError):
        return {}


def _job(state: Record) -> Record:
    """``results[0].job``, which lies under keys that change."""
    queue = [state]
    for _ in range(200):
        if not queue:
            break
        node = queue.pop(0)
        results = records(node.get("results"))
        if results and "job" in results[0]:
            return record(results[0]["job"])
        queue += [value for value in node.values() if isinstance(value, dict)]
    return {}


def _address(document: Selector, page: Page) -> str:
    named = document.css("link[rel=canonical]::attr(href), meta[property='og:url']::attr(content)").getall()
    return next((address for address in (*named, page.url) if indeed_code(address)), "")


def _host(address: str) -> str:
    return address.partition("://")[2].partition("/")[0]
