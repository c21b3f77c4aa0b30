"""Reading a page without its tree gives what the tree gives, and gives way where it cannot."""

import json
import time
from datetime import UTC, datetime

import pytest

from crawler.parsing.jobposting import read_job_page, read_whole_page
from crawler.parsing.page import Page
from crawler.parsing.skim import UnsureError, skim
from tests.portals.cases import CASES

NOW = datetime(2026, 11, 23, tzinfo=UTC)
URL = "https://jobb.example/stilling/1?utm_source=brev"
AD = {
    "@type": "JobPosting",
    "title": "Kundeservicesjef",
    "description": "<p>Du leder kundeservice.</p>",
    "validThrough": "2026-12-14",
    "hiringOrganization": {"name": "Havbris AS"},
}
BESIDE = (
    "",
    '<a href="/apply/1">Søk her</a>',
    '<a class="btn apply-now" href="https://x.example/a">Gå videre</a>',
    '<a href="mailto:jobb@havbris.example"><span> Send søknad </span></a>',
    '<a href="/q">S&oslash;k p&aring; stillingen</a>',
    '<a href="/q">&nbsp;S&#216;K HER</a>',
    '<a\nhref="/nl"\n>\n Søk\n her </a>',
    "<A HREF=/stor ID=ApplyBig>videre</A>",
    '<a title="x>y" href="/gt" class="apply">t</a>',
    '<a href="/i"><svg><path d=""/></svg><span>Apply now</span></a>',
    '<a href="/soek">Søk i alle stillinger</a><a href="/n">S\u00adøk nå</a>',
    '<a class="apply" href="#">x</a><a class="apply" href="javascript:x">y</a><a class="apply" href="/z">z</a>',
    '<!-- <a class="apply" href="/x">Apply</a> --><a href="/y">Apply</a>',
    '<script>var a = \'<a class="apply" href="/z">Apply</a>\'</script>',
    "<style>.apply{color:red}</style>",
    '<textarea><a href="/ta">Apply</a></textarea>',
    '<noscript><a href="/ns">Apply</a></noscript>',
    '<a href="/u">Apply',
    '<li><a href="/u">Apply</li><li>now</li>',
    '<link rel="canonical" href="https://www.jobb.example/stilling/1">',
    '<link href="/stilling/1" rel=canonical>',
    "<dl><dt>Søknadsfrist</dt><dd>Snarest</dd></dl>",
    "<ul><li>Frist: <b>Snarest</b></li></ul>",
    "<div><span>Frist:</span> <span>fortl&oslash;pende</span></div>",
    "<p>Søknadsfrist: 12.12.2026</p>",
    "<dl><dt>Søknadsfrist</dt><dd>1. desember 2026</dd></dl>",
    "<dl><dt>Søknadsfrist</dt><dd>1. desember 2026</dd></dl><p>Vi leser søknader fortløpende.</p>",
    "<dl><dt>Søknadsfrist</dt><dd>1. desember 2026, snarest</dd></dl>",
    "<dl><dt>Frist</dt><dd>2026-12-01</dd><dt>Oppstart</dt><dd>Snarest</dd></dl>",
    "<dl><dt>Frist</dt><dd>Se annonsen</dd><dt>Oppstart</dt><dd>Snarest</dd></dl>",
    "<dl><dt>Frist</dt> 1.12.2026 <dd>Snarest</dd></dl>",
    "<table><tr><th>Frist:</th><td class=d>1.12.2026</td></tr><tr><th>Oppstart</th><td>Snarest</td></tr></table>",
    "<ul><li><dl><dt>Frist</dt><dd>1.12.2026</dd><dt>Oppstart</dt><dd>Snarest</dd></dl></li></ul>",
    '<script type="application/ld+json">{"@type": "WebSite", "url": "x"}</script>',
)


def page(beside, ad=AD, before=""):
    script = f'<script type="application/ld+json">{json.dumps(ad, ensure_ascii=False)}</script>'
    body = f"<title>Jobb: Søk her</title>{before}{script}<body><h1>Jobb</h1><main>{beside}</main>"
    return Page(URL, f"<!doctype html><html><head><meta charset=utf-8>{body}</body></html>".encode(), NOW)


@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize("missing", ["", "title", "description", "validThrough"])
def test_both_ways_give_the_same_draft(beside, missing):
    asked = page(beside, {key: value for key, value in AD.items() if key != missing})
    assert read_job_page(asked).drafts == read_whole_page(asked, asked.text).drafts


@pytest.mark.parametrize("name", [name for name in CASES if CASES[name].page_file.suffix == ".html"])
def test_both_ways_give_the_same_drafts_on_every_fixture(name):
    asked = CASES[name].page
    assert read_job_page(asked).drafts == read_whole_page(asked, asked.text).drafts


def test_an_ad_that_states_everything_needs_no_tree(monkeypatch):
    def refuse(text):
        raise AssertionError("the tree was built")

    monkeypatch.setattr("crawler.parsing.jobposting.parse_document", refuse)
    facts = "<dl><dt>Søknadsfrist</dt><dd>14. desember 2026</dd></dl><p>Vi leser søknader fortløpende.</p>"
    asked = page(facts + '<a href="/apply/1">Søk her</a>')
    (draft,) = read_job_page(asked).drafts
    assert (draft.title, draft.apply_url) == ("Kundeservicesjef", "https://jobb.example/apply/1")


@pytest.mark.parametrize(
    "text",
    [
        "<script>never ended",
        "<!-- never ended",
        "<!-- oddly ended --!>",
        "<plaintext>",
        "<template></template>",
        "<p <b>",
        "<script><!-- <script></script> --></script>",
        "\u0130",
    ],
)
def test_what_is_not_plain_is_left_to_the_tree(text):
    with pytest.raises(UnsureError):
        skim(text)


@pytest.mark.parametrize(
    "trap",
    ["<a ", "<a>", "<a apply", '<a class="apply">', ">frist<", "<link canonical", "> ", ">søk her", "&lt;", "'\""],
)
def test_a_page_made_to_take_long_does_not(trap):
    asked = page(trap * 20_000, AD | {"validThrough": ""})
    began = time.process_time()
    read_job_page(asked)
    assert time.process_time() - began < 5
