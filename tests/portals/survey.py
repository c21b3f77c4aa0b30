"""What the parsers make of every file of the captures: ads in it, ads read, fields filled, words lost.

The ads of a file are counted in the raw JSON or XML, with nothing of ours in between.
"""

import json
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from itertools import zip_longest

from crawler.parsing.html import visible_text
from crawler.parsing.nav import Closed, read_ad, read_entry, read_feed_page
from crawler.parsing.page import Page, PageError
from crawler.pipelines.stages import process
from domain.postings import DeadlineKind, Draft
from tests.portals.captures import CAPTURES, contents_of
from tests.portals.cases import parser_of
from tests.portals.losses import DAMAGED, words
from tests.portals.origins import ORIGINS, OWN_SPIDER, REASONS, UNREAD, source_of
from tests.portals.partner_xml import ads_in_xml
from tests.portals.vendors import SHAPES, body, facts

WHEN = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
GLUED = re.compile(r"[a-zæøåäö][A-ZÆØÅÄÖ]")
LISTS = ("jobs", "offers", "content", "items", "data", "jobPostings", "rows", "testannonser", "requisitionList")
FIELDS = {
    "employer": lambda ad: ad.employer,
    "orgnr": lambda ad: ad.employer_orgnr,
    "homepage": lambda ad: ad.employer_homepage,
    "about": lambda ad: ad.employer_description,
    "dept": lambda ad: ad.department,
    "place": lambda ad: ad.places,
    "town": lambda ad: any(place.city or place.municipality for place in ad.places),
    "published": lambda ad: ad.date_posted,
    "changed": lambda ad: ad.date_modified,
    "deadline": lambda ad: ad.deadline or ad.deadline_kind is not DeadlineKind.NONE,
    "text": lambda ad: ad.description_html or ad.summary,
    "type": lambda ad: ad.employment_type_raw,
    "extent": lambda ad: ad.extent_raw,
    "number": lambda ad: ad.positions_raw,
    "sector": lambda ad: ad.sector,
    "pay": lambda ad: ad.salary_raw,
    "remote": lambda ad: ad.job_location_type,
    "start": lambda ad: ad.start_raw,
    "language": lambda ad: ad.language,
    "category": lambda ad: ad.categories,
    "contact": lambda ad: ad.contacts,
    "apply": lambda ad: ad.apply_url,
    "reference": lambda ad: ad.references,
}


@dataclass
class Surveyed:
    """One file: what is in it, and what was made of it."""

    name: str
    source: str
    counted: int
    drafts: list = field(default_factory=list)
    closed: int = 0
    bodies: list = field(default_factory=list)
    """The ads' texts as they were captured, beside the drafts."""

    @property
    def read(self):
        """Ads read, or told to be closed."""
        return len(self.drafts) + self.closed

    @property
    def reason(self):
        """Why fewer ads were read than were counted."""
        return REASONS.get(self.name, "")

    @property
    def origin(self):
        """The public repository that the file is from, and its licence."""
        _, repository, licence = ORIGINS[self.name.partition("/")[0]]
        return f"{repository} ({licence})"


def files():
    """Every file but the note on the collection, by its name within it."""
    return [path for path in sorted(CAPTURES.glob("*/*")) if path.is_file()]


def name_of(file):
    return f"{file.parent.name}/{file.name}"


@cache
def surveyed():
    """Every file that holds ads."""
    return [survey(file) for file in files() if name_of(file) not in UNREAD and file.parent.name not in UNREAD]


def survey(file):
    """One file through the parser of its source."""
    name = name_of(file)
    found = Surveyed(name, source_of(name), ads_counted(file))
    slug = OWN_SPIDER.get(name) or OWN_SPIDER.get(file.parent.name)
    if slug == "nav_feed":
        read_by_the_feed(file, found)
    elif slug:
        read_by_its_spider(file, slug, found)
    else:
        for content, _ in contents_of(file, file.parent.name):
            found.drafts.append(process(read_ad("00000000-0000-4000-8000-000000000000", content)))
            found.bodies.append(content.get("description"))
    return found


def read_by_the_feed(file, found):
    page = Page("https://feed.example/api/v1/feedentry/1", file.read_bytes(), WHEN)
    if "feed_page" in file.name:
        found.closed = sum(not event.active for event in read_feed_page(page).events)
        found.drafts = [event for event in read_feed_page(page).events if event.active]
        return
    entry = read_entry(page)
    if isinstance(entry, Closed):
        found.closed = 1
    else:
        found.drafts.append(process(entry))
        found.bodies.append(json.loads(file.read_bytes())["ad_content"]["description"])


def read_by_its_spider(file, slug, found):
    data = file.read_bytes()
    if file.name == "elastic_hit.json":  # one hit alone; the search answers with a list
        data = b'{"hits": {"total": 1, "hits": [' + data + b"]}}"
    elif slug in SHAPES:
        data = body(slug)
    address = "https://www.finn.no/job/ad/459777164" if slug == "finn" else f"https://{slug}.example/list"
    try:
        ads = parser_of(slug)(Page(address, data, WHEN))
    except PageError:  # told as what it is: a fragment that is no document
        ads = []
    found.drafts = [process(ad) for ad in ads if isinstance(ad, Draft)]
    if slug in SHAPES:
        found.bodies = [ad.get("description") for ad in facts(slug)]
    elif slug == "finn" and file.suffix == ".xml":
        found.bodies = [ad["description"] for ad in ads_in_xml(data)]


def ads_counted(file):
    """How many ads a file holds, told from its raw structure alone."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".html":
        return text.count('"@type":"JobPosting"') or text.count('<li class="iCIMS_JobCardItem"')
    if file.suffix == ".xml":
        return len(re.findall(r"<(?:\w+:)?(?:entry|PositionOpening|position)[\s>]", text))
    return in_json(json.loads(text))


def in_json(data):
    """The length of the list that an answer is, or holds under one of the usual names; an object alone is one ad."""
    if isinstance(data, list):
        return sum("requisitionList" not in item or in_json(item) for item in data if isinstance(item, (dict, list)))
    for outer in ("hits", "response"):
        if isinstance(data.get(outer), dict):
            return len(data[outer].get("hits") or data[outer].get("docs"))
    if isinstance(data.get("ads"), list) and "provider" in data:
        return len(data["ads"])
    lists = (data[name] for name in LISTS if isinstance(data.get(name), list))
    return next((in_json(found) for found in lists), 1)


def filled(drafts):
    """Share of the ads that state each field, in whole percent."""
    ads = [ad for ad in drafts if isinstance(ad, Draft)]
    return {name: round(100 * sum(bool(told(ad)) for ad in ads) / len(ads)) for name, told in FIELDS.items()}


def judged_text(found):
    """(words in the captured texts, words missing in ours, words glued in ours) of one file."""
    total, missing, glued = 0, 0, Counter()
    for raw, draft in zip_longest(found.bodies, found.drafts):
        if raw is None or draft is None:
            continue
        # Letters that were damaged before the capture are put right where they can be: they are no loss.
        wanted, stored = words(DAMAGED.sub("", raw)), words(draft.description_html)
        total += sum(wanted.values())
        missing += sum((wanted - stored).values())
        shown = words(visible_text(draft.description_html or ""))
        glued.update({word: number for word, number in (shown - wanted).items() if GLUED.search(word)})
    return total, missing, glued
