"""Saved pages know whose they are; lines of JSON say what is wrong with them."""

import json
from datetime import UTC, datetime

import pytest

from crawler.parsing.page import Page
from crawler.parsing.posting_line import read_posting_line
from crawler.parsing.saved_page import read_saved_page
from domain.postings import DeadlineKind

SAVED = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
FINN = '<html><head>{}</head><body><h1>Leder</h1><div class="import-decoration">{}</div></body></html>'
TEXT = "<p>Du leder kundeservice med ni ansatte og vaktplaner for dem.</p>"


def saved(html, name="side.html"):
    return read_saved_page(Page(name, html.encode() if isinstance(html, str) else html, SAVED))


def test_the_canonical_address_tells_whose_page_it_is():
    page = saved(FINN.format('<link rel="canonical" href="https://www.finn.no/job/ad/480000001">', TEXT))
    assert (page.source, page.url) == ("finn", "https://www.finn.no/job/ad/480000001")
    assert page.ads[0].source_ref == "480000001"


def test_the_browsers_own_remark_tells_it_too():
    remark = "<!-- saved from url=(0041)https://www.finn.no/job/ad/480000001?x=1 -->\n"
    page = saved(remark + FINN.format("", TEXT))
    assert (page.source, page.ads[0].url) == ("finn", "https://www.finn.no/job/ad/480000001")


def test_a_page_saved_as_one_file_is_unpacked():
    archive = (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.finn.no/job/ad/480000001\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        "Content-Location: https://www.finn.no/job/ad/480000001\r\n\r\n"
        f"{FINN.format('', TEXT).replace('=', '=3D')}\r\n--b--\r\n"
    )
    page = saved(archive, "side.mhtml")
    assert (page.source, page.ads[0].source_ref) == ("finn", "480000001")


def test_a_page_of_any_other_host_is_read_for_marked_data_or_as_it_is_seen():
    ld = json.dumps({"@type": "JobPosting", "title": "Leder", "description": "<p>Du leder.</p>"})
    head = '<link rel="canonical" href="https://jobb.acme.example/7">'
    marked = saved(f'<html><head>{head}<script type="application/ld+json">{ld}</script></head></html>')
    seen = saved(f"<html><head>{head}</head><body><main><h1>Leder</h1>{TEXT}</main></body></html>")
    assert {page.source for page in (marked, seen)} == {"saved_page"}
    assert [page.ads[0].source_ref for page in (marked, seen)] == ["/7", "/7"]


def test_a_page_without_an_ad_has_none():
    assert saved("<html><body><p>Hei</p></body></html>").ads == ()
    assert saved("").ads == ()


def test_a_line_needs_little_and_takes_dates_in_any_form():
    line = read_posting_line(
        '{"source": "liste", "url": "https://a.example/7", "title": "Leder", "deadline": "14.12.2026",'
        ' "city": "Bergen", "description": "<p>Du<script>x</script> leder.</p>", "employer": "Acme AS"}'
    )
    assert (line.source, line.draft.source_ref, str(line.draft.deadline)) == ("liste", "/7", "2026-12-14")
    assert (line.draft.places[0].city, line.draft.description_html) == ("Bergen", "<p>Du leder.</p>")


def test_a_line_that_was_written_by_a_program_keeps_every_field():
    line = read_posting_line(
        '{"url": "https://a.example/7", "title": "Leder", "source_ref": "7", "deadline_raw": "Snarest",'
        ' "places": [{"city": "Oslo", "country": "NO"}], "references": ["finn:1"], "contacts": [{"name": "Ola"}],'
        ' "salary": {"minimum": 1, "maximum": 2, "currency": "NOK", "period": "year"}}'
    )
    draft = line.draft
    assert (draft.deadline_kind, draft.places[0].country, draft.salary.maximum) == (DeadlineKind.ASAP, "NO", 2)
    assert (draft.references, draft.contacts[0].name) == (("finn:1",), "Ola")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("[]", "a JSON object"),
        ('{"url": "https://a.example"}', "needs a url"),
        ('{"url": "ftp://a.example", "title": "x"}', "needs a url"),
        ('{"url": "https://a.example", "title": "x", "titel": 1}', "unknown key 'titel'"),
        ('{"url": "https://a.example", "title": "x", "positions_raw": 3}', "positions_raw should be str"),
        ('{"url": ', "Expecting"),
    ],
)
def test_a_bad_line_says_what_is_wrong(line, why):
    with pytest.raises(ValueError, match=why.replace("(", r"\(")):
        read_posting_line(line)
