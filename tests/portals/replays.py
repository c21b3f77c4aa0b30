"""A source as its fixture pages tell of it: many like ads, crawled run after run, judged by the real contract.

Nothing is fetched and nothing stored; parser, stages, counting and judging are those of a real run.
"""

import json
import re
from dataclasses import dataclass, replace
from html import escape
from random import Random

from crawler.parsing.page import PageError
from crawler.pipelines.stages import NotAnAdError, process
from domain.contract import REMEMBERED
from domain.lifecycle import Standing, on_gone, on_seen
from domain.observations import Ended, Gone, LeftOut, Problem
from domain.postings import DeadlineKind, Draft, PostingStatus, content_hash
from domain.prefilter import worth_reading
from domain.runs import ProblemCode, judge
from domain.sources import Source
from operations.counts import RunCounts
from operations.judgement import run_facts
from tests.portals.cases import CASES, SPIDERS, parser_of

TERMS = ("kundeservice", "kundesent", "customer service", "kundedialog", "kundsupport", "kundtjaenst")
TITLES = (
    *("Kundeservicesjef", "Leder for kundeservice", "Kundeserviceleder, privatmarked", "Kundesenterleder søkes"),
    *("Customer Service Manager", "Avdelingsleder kundeservice", "Teamleder kundeservice (vikariat)"),
    *("Head of Customer Service Nordics", "Vil du lede kundedialogen vår?", "Seksjonsleder kundesenter"),
    *("Kundtjänstchef", "Leder kundeservice og salg", "Kundeservicesjef til voksende selskap"),
)
EMPLOYERS = (
    *("Fjordvatn Energi AS", "Nordlys Telekom", "Bryggen Forsikring ASA", "Hatteland kommune", "Solberg Handel AS"),
    *("Kystbuss AS", "Tindene Sparebank", "Lindås Vann og avløp", "Viken Boligbyggelag", "Granli Netthandel AS"),
    *("Havørn Shipping", "Elvebakken Helse AS", "Morgenrøde Media"),
)
WORDS = ("ansvar", "utvikle", "kollegaer", "kanaler", "kvalitet", "drift", "telefon", "chat", "opplæring", "vakter")
PARSERS = {slug: parser_of(slug) for slug in SPIDERS}
WINDOW, FRESH = 10, 3
"""Ads that a run lists, and how many of them the run before did not."""
RUNS = 5


@dataclass(frozen=True)
class Template:
    """A healthy page of a portal, and what is read from it."""

    name: str
    page: object
    drafts: tuple

    @property
    def slug(self):
        return self.name.partition("/")[0]


def templates(slug):
    """The pages of a portal that hold whole ads; a page that is broken on purpose is no layout."""
    found = []
    for name, case in CASES.items():
        if case.slug != slug:
            continue
        read = read_page(slug, case.page)
        drafts = tuple(item for item in read if isinstance(item, Draft))
        healthy = drafts and not any(isinstance(item, Problem) for item in read)
        if healthy and not any(draft.issues for draft in drafts) and drafts[0].title:
            found.append(Template(name, case.page, drafts))
    return found


def read_page(slug, page):
    """What a spider reports of the page: drafts that passed the stages, other sightings, and problems."""
    try:
        found = list(PARSERS[slug](page))
    except PageError as error:
        return [Problem(ProblemCode.NOT_A_LISTING, str(error))]
    return [observed(item) for item in found]


def observed(item):
    if isinstance(item, Draft):
        try:
            return process(item)
        except NotAnAdError as error:
            return Problem(ProblemCode.NOT_AN_AD, str(error))
    return item if isinstance(item, Gone | LeftOut | Problem) else Problem(ProblemCode.NOT_AN_AD, str(item))


def written(text):
    """The ways in which a page may write a text."""
    in_json = json.dumps(text)[1:-1]
    plain_json = json.dumps(text, ensure_ascii=False)[1:-1]
    return text, escape(text), escape(text, quote=False), in_json, plain_json, escape(plain_json)


def replaced(body, old, new):
    """``body`` with ``old`` said as ``new``, however it is written."""
    for before, after in zip(written(old), written(new), strict=False):
        body = re.sub(rf"(?<![/\w-]){re.escape(before)}(?![\w/-])", lambda _, new=after: new, body)
    return body


def sibling(template, number):
    """The template's page about another opening: other titles, employers and words, the same layout."""
    body = template.page.text
    chance = Random(f"{template.name} {number}")
    for place, draft in enumerate(template.drafts):
        seat = number * len(template.drafts) + place
        title, employer = TITLES[seat % len(TITLES)], EMPLOYERS[seat * 5 % len(EMPLOYERS)]
        if len(draft.title) > 3:
            body = replaced(body, draft.title, f"{title} {seat}" if chance.random() < 0.5 else title)
        if draft.employer and len(draft.employer) > 3 and draft.employer != draft.title:
            body = replaced(body, draft.employer, employer)
        body = reworded(body, draft, chance)
    return replace(template.page, body=body.encode(), content_type=utf8(template.page.content_type))


def reworded(body, draft, chance):
    """Some more words in the middle of the ad's text, where the page writes it plainly."""
    text = re.sub(r"<[^>]*>", "\n", draft.description_html or draft.summary or "")
    longest = max((line.strip() for line in text.splitlines()), key=len, default="")
    if len(longest) < 12 or longest not in body:
        return body
    more = " ".join(chance.choices(WORDS, k=chance.randrange(3, 40)))
    return body.replace(longest, f"{longest} {more}", 1)


def utf8(content_type):
    return f"{content_type.partition(';')[0]}; charset=utf-8"


def reading(template, number, page, constant=False):
    """What a run reads of the template's page about opening ``number``: each ad with an id of its own.

    ``constant``: whatever id is read that is not the page's is the same on every page.
    """
    refs = {draft.source_ref for draft in template.drafts}
    found = []
    for place, item in enumerate(read_page(template.slug, page)):
        if hasattr(item, "source_ref") and not isinstance(item, Draft | Problem):
            item = replace(item, source_ref=f"{item.source_ref}{number:02}{place}")
        if isinstance(item, Draft):
            item = varied(item, number)
            if not constant or item.source_ref in refs:
                item = replace(item, source_ref=f"{item.source_ref}{number:02}{place}")
        found.append(item)
    return found


def varied(draft, number):
    """What ads of one layout differ in: some name no deadline, some no pay."""
    if number % 4 == 1:
        draft = replace(draft, deadline=None, deadline_raw=None, deadline_kind=DeadlineKind.NONE)
    return replace(draft, salary=None, salary_raw=None) if number % 5 == 2 else draft


class Replay:
    """A source's runs, one after another; what it has told is remembered as a store would."""

    def __init__(self, slug, terms=TERMS):
        self.terms, self.known, self.before = terms, {}, []
        portal = SPIDERS[slug].portal
        self.source = Source(slug, slug, portal, portal.base_url)

    def run(self, readings):
        """The counts of a run that reads ``readings``, one list a page; it need not go on after a problem."""
        counts = RunCounts()
        for found in readings:
            for item in found:
                self._take(counts, item)
            if counts.problems:
                break
        counts.ended = Ended("finished", listing_complete=True)
        return counts

    def _take(self, counts, item):
        if isinstance(item, Problem):
            counts.problem(item.code, item.message)
        elif isinstance(item, Draft):
            self._seen(counts, item)
        elif isinstance(item, Gone) and item.source_ref in self.known:
            counts.change(item.source_ref, on_gone(self.known[item.source_ref], item.reason).change)
        elif item.source_ref not in self.known:
            counts.leave_out(item.source_ref)

    def _seen(self, counts, draft):
        standing = self.known.get(draft.source_ref)
        if standing is None and not worth_reading(draft.title, self.terms):
            counts.leave_out(draft.source_ref)
            return
        decision = on_seen(standing, content_hash(draft), None, None)
        counts.change(draft.source_ref, decision.change)
        counts.read(draft, decision.change)

    def verdict(self, counts):
        return judge(run_facts(self.source, counts, self.before[:REMEMBERED]))

    def healthy(self, readings):
        """The verdict of a run that is remembered, as one that has been found complete."""
        counts = self.run(readings)
        verdict = self.verdict(counts)
        self.before.insert(0, counts.brought)
        for item in (item for found in readings for item in found):
            if isinstance(item, Draft):
                self.known[item.source_ref] = Standing(PostingStatus.ACTIVE, content_hash(item))
        return verdict
