"""Jobbnorge's list over real HTTP."""

import json
from contextlib import ExitStack

from domain.observations import LeftOut, Seen
from domain.runs import ProblemCode
from tests.integration.portals.sites import Site, crawl_portal, kinds, portal_job
from tests.support.crawling import crawl_all

PATH = "/v3/jobs"


def jobs(*titles, total=None):
    records = [{"id": 399000 + number, "title": title, "deadline": "14.12.2026"} for number, title in enumerate(titles)]
    return json.dumps({"jobs": records, "meta": {"jobCountTotal": len(titles) if total is None else total}})


def test_the_list_is_one_request_and_titles_decide(tmp_path):
    with Site({PATH: jobs("Seksjonssjef – kundesenter", "Bibliotekar", "Leder for noe helt annet")}) as server:
        outcome = crawl_portal(tmp_path, "jobbnorge", server.url, known=["399002"])
    assert [item.draft.title for item in kinds(outcome, Seen)] == [
        "Seksjonssjef – kundesenter",
        "Leder for noe helt annet",
    ]
    assert [(item.source_ref, item.title) for item in kinds(outcome, LeftOut)] == [("399001", "Bibliotekar")]
    assert [asked.query for asked in server.asked if asked.path == PATH] == [{"language": ["1"]}]
    assert outcome.ended.listing_complete
    assert not outcome.problems


def test_what_is_not_the_whole_list_is_told_and_never_complete(tmp_path):
    answers = [
        (jobs("Bibliotekar", total=12), ProblemCode.NOT_A_LISTING),
        ("{}", ProblemCode.NOT_A_LISTING),
        ('{"jobs": [', ProblemCode.NOT_A_LISTING),
        ("<html><body><h1>Bekreft at du er et menneske</h1></body></html>", ProblemCode.SOFT_BLOCK),
        (404, ProblemCode.NOT_A_LISTING),
        (403, ProblemCode.FORBIDDEN),
    ]
    with ExitStack() as stack:
        sites = [stack.enter_context(Site({PATH: answer})) for answer, _ in answers]
        outcomes = crawl_all([portal_job(tmp_path, "jobbnorge", site.url) for site in sites])
    assert [dict(outcome.problems) for outcome in outcomes] == [{code: 1} for _, code in answers]
    assert not any(kinds(outcome, Seen) or outcome.ended.listing_complete for outcome in outcomes)
