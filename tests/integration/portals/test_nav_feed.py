"""NAV's feed over real HTTP: cursor, token, windows, and what happens when the feed misbehaves."""

import json
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from crawler.raw_pages import every_source
from domain.observations import Checkpoint, Gone, LeftOut, Problem, Seen
from domain.runs import ProblemCode
from tests.integration.portals.sites import Nav, crawl_portal, kinds, portal_job, uuid
from tests.support.crawling import crawl_all, limits


def titles(outcome):
    return [item.draft.title for item in kinds(outcome, Seen)]


def cursor(outcome):
    return kinds(outcome, Checkpoint)[-1].cursor


def details(nav):
    return [path.rpartition("/")[2] for path in nav.paths if "/feedentry/" in path]


def test_first_sync_reads_the_whole_log_and_the_last_word_on_each_ad_counts(tmp_path):
    nav = Nav()
    nav.event(1, "Kundeservicesjef")
    nav.event(2, "Butikksjef")
    nav.event(3, "Leder kundesenter")
    nav.event(1, "Kundeservicesjef (utvidet frist)")
    nav.event(4, "Kundeservicerådgiver")
    nav.event(3, "...", "INACTIVE")
    nav.event(5, "?", "INACTIVE")
    with nav:
        outcome = crawl_portal(tmp_path, "nav_feed", nav.url)
    assert titles(outcome) == ["Kundeservicesjef (utvidet frist)", "Kundeservicerådgiver"]
    assert [item.source_ref for item in kinds(outcome, Gone)] == [uuid(3), uuid(5)]
    assert [(item.title, item.reason[:6]) for item in kinds(outcome, LeftOut)] == [("Butikksjef", "title:")]
    assert sorted(details(nav)) == [uuid(1), uuid(4)]
    assert outcome.ended.listing_complete
    assert not outcome.problems
    newest = "2026-11-10T10:05:07.000006+01:00"
    assert cursor(outcome) == {"page_id": "page-6", "unread": {}, "newest_event": newest}


def test_first_sync_asks_for_half_a_year_and_sends_no_validators(tmp_path):
    nav = Nav()
    nav.event(1, "Kundeservicesjef")
    with nav:
        crawl_portal(tmp_path, "nav_feed", nav.url)
    first = next(asked for asked in nav.asked if asked.path == "/api/v1/feed")
    since = parsedate_to_datetime(first.headers["if-modified-since"])
    assert since == datetime(2026, 11, 23, 11, tzinfo=UTC) - timedelta(days=183)
    assert first.headers["if-modified-since"].endswith("GMT")
    assert not first.query
    assert all("if-none-match" not in asked.headers for asked in nav.asked)


def test_the_next_run_begins_at_the_cursor_and_reads_the_tip_again(tmp_path):
    nav = Nav()
    for number in range(1, 8):
        nav.event(number, "Butikksjef")
    with nav:
        first = crawl_portal(tmp_path, "nav_feed", nav.url)
        nav.event(9, "Kundeservicesjef")
        nav.asked.clear()
        second = crawl_portal(tmp_path, "nav_feed", nav.url, cursor=cursor(first))
    assert titles(second) == ["Kundeservicesjef"]
    feed = [asked for asked in nav.asked if asked.path.startswith("/api/v1/feed/")]
    assert feed[0].path.endswith(cursor(first)["page_id"])
    assert all("if-modified-since" not in asked.headers for asked in feed)


def test_page_size_is_sent_only_when_it_is_set(tmp_path):
    nav = Nav()
    nav.event(1, "Butikksjef")
    with nav:
        crawl_portal(tmp_path, "nav_feed", nav.url, page_size=500)
    assert [asked.query for asked in nav.asked if asked.path == "/api/v1/feed"] == [{"pageSize": ["500"]}]


def test_a_long_log_is_taken_in_windows_with_a_checkpoint_each(tmp_path):
    nav = Nav(size=3)
    for number in range(50):
        nav.event(number, "Kundeservicesjef" if number in (0, 45) else "Butikksjef")
    with nav:
        outcome = crawl_portal(tmp_path, "nav_feed", nav.url)
    checkpoints = [item.cursor["page_id"] for item in kinds(outcome, Checkpoint)]
    assert len(checkpoints) >= 3
    order = [type(item) for item in outcome.observations if isinstance(item, (Seen, Checkpoint))]
    assert order[0] is Seen, "what a cursor covers is reported before it"
    assert len(titles(outcome)) == 2


def test_a_token_that_rotates_is_fetched_again_and_never_told(tmp_path):
    nav = Nav()
    nav.event(1, "Kundeservicesjef")
    nav.event(2, "Kundeserviceleder")
    plain = nav.answer

    def rotating(asked):
        if "/feedentry/" in asked.path and nav.token.endswith("first"):
            nav.token = "eyJhbGciOi.eyJzdWIiOi.second"
        return plain(asked)

    nav.answer = rotating
    with nav:
        outcome = crawl_portal(tmp_path, "nav_feed", nav.url)
    assert titles(outcome) == ["Kundeservicesjef", "Kundeserviceleder"]
    assert nav.paths.count("/api/publicToken") == 2
    assert not outcome.problems
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    written = b"".join(path.read_bytes() for path in files)
    raw = [path.parent.parent for path in files if path.name == "index"]
    written += b"".join(
        pages.whole(one.key) for folder in raw for pages in every_source(folder) for one in pages.every()
    )
    assert b"Kundeservicesjef" in written
    assert b"eyJ" not in written + outcome.log.encode()


def test_without_a_public_token_the_feed_itself_decides(tmp_path):
    nav = Nav(token="", demands_token=False)
    nav.event(1, "Kundeservicesjef")
    strict = Nav(token="")
    strict.event(1, "Kundeservicesjef")
    with nav, strict:
        free = crawl_portal(tmp_path, "nav_feed", nav.url)
        refused = crawl_portal(tmp_path, "nav_feed", strict.url)
    assert titles(free) == ["Kundeservicesjef"]
    assert dict(refused.problems) == {ProblemCode.UNAUTHORIZED: 1}
    assert not refused.ended.listing_complete


def test_a_feed_that_runs_in_a_circle_is_left(tmp_path):
    class Circle(Nav):
        def page(self, asked):
            start = asked.path.rpartition("/")[2]
            following = {"feed": "page-1", "page-1": "page-2", "page-2": "page-1"}[start]
            number = ["feed", "page-1", "page-2"].index(start)
            return json.dumps(self.body(f"page-{number}", following, self.log[number : number + 1]))

    class Endless(Nav):
        def page(self, asked):
            number = int("0" + "".join(char for char in asked.path.rpartition("/")[2] if char.isdigit()))
            return json.dumps(self.body(f"page-{number}", f"page-{number + 1}", self.log[:2]))

    for kind in (Circle, Endless):
        nav = kind()
        for number in range(3):
            nav.event(number, "Kundeservicesjef")
        with nav:
            outcome = crawl_portal(tmp_path, "nav_feed", nav.url)
        assert dict(outcome.problems) == {ProblemCode.LOOP: 1}, kind
        assert not outcome.ended.listing_complete
        assert len(nav.paths) < 12


def test_a_page_that_is_no_feed_page_is_told_and_moves_nothing(tmp_path):
    answers = {"{}": "not_a_listing", '{"items": 7}': "not_a_listing", '{"items": [': "not_a_listing"}
    answers["<html><body><h1>Bekreft at du er et menneske</h1></body></html>"] = "soft_block"
    feeds = [Nav() for _ in answers]
    for nav, body in zip(feeds, answers, strict=True):
        nav.page = lambda _, body=body: body
    with ExitStack() as stack:
        urls = [stack.enter_context(nav).url for nav in feeds]
        outcomes = crawl_all([portal_job(tmp_path, "nav_feed", url) for url in urls])
    assert [dict(outcome.problems) for outcome in outcomes] == [{code: 1} for code in answers.values()]
    assert not any(kinds(outcome, Checkpoint) or outcome.ended.listing_complete for outcome in outcomes)


def test_a_missing_detail_is_left_out_with_the_reason(tmp_path):
    nav = Nav()
    nav.hidden.add(nav.event(1, "Kundeservicesjef"))
    with nav:
        outcome = crawl_portal(tmp_path, "nav_feed", nav.url)
    (left,) = kinds(outcome, LeftOut)
    assert (left.source_ref, left.title) == (uuid(1), "Kundeservicesjef")
    assert "404" in left.reason
    assert not outcome.problems


def test_a_detail_that_fails_is_remembered_and_read_in_the_next_run(tmp_path):
    nav = Nav()
    bad = nav.event(1, "Kundeservicesjef")
    nav.event(2, "Kundeserviceleder")
    nav.broken[bad] = 403
    state = None
    with nav:
        for tries in range(1, 4):
            nav.broken[bad] = 500
            outcome = crawl_portal(tmp_path, "nav_feed", nav.url, cursor=state, limits=limits(retries=0))
            state = cursor(outcome)
            assert state["unread"] == {bad: tries}
            assert outcome.problems[ProblemCode.SERVER_ERROR] == 1
        nav.event(3, "Butikksjef")
        nav.broken.clear()
        healed = crawl_portal(tmp_path, "nav_feed", nav.url, cursor=state)
    assert "Kundeservicesjef" in titles(healed)
    assert cursor(healed)["unread"] == {}


def test_a_detail_that_fails_for_ever_is_given_up_in_words(tmp_path):
    nav = Nav()
    bad = nav.event(1, "Kundeservicesjef")
    nav.broken[bad] = 500
    state = {"page_id": "page-0", "unread": {bad: 4}}
    with nav:
        outcome = crawl_portal(tmp_path, "nav_feed", nav.url, cursor=state, limits=limits(retries=0))
    assert cursor(outcome)["unread"] == {}
    assert "given up after 5 runs" in kinds(outcome, Problem)[0].message


def test_an_entry_that_is_nonsense_is_a_problem_and_not_a_withdrawal(tmp_path):
    nav = Nav()
    ref = nav.event(1, "Kundeservicesjef")
    nav.broken[ref] = 200
    with nav:
        outcome = crawl_portal(tmp_path, "nav_feed", nav.url)
    assert dict(outcome.problems) == {ProblemCode.NOT_AN_AD: 1}
    assert not kinds(outcome, Gone)
    assert cursor(outcome)["unread"] == {ref: 1}


def test_a_stored_ad_is_read_again_whatever_its_new_title(tmp_path):
    nav = Nav()
    nav.event(1, "Vil du lede Norges blideste folk?")
    nav.event(2, "Butikksjef")
    with nav:
        outcome = crawl_portal(tmp_path, "nav_feed", nav.url, known=[uuid(1)])
    assert titles(outcome) == ["Vil du lede Norges blideste folk?"]


def test_a_log_built_anew_is_read_from_the_start(tmp_path):
    nav = Nav()
    nav.event(1, "Kundeservicesjef")
    with nav:
        outcome = crawl_portal(tmp_path, "nav_feed", nav.url, cursor={"page_id": "gone", "unread": {}})
    assert titles(outcome) == ["Kundeservicesjef"]
    assert not outcome.problems
    assert "if-modified-since" in nav.asked[-2].headers or "if-modified-since" in nav.asked[-3].headers
