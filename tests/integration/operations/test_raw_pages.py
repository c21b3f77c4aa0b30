"""Housekeeping of raw pages on a real store: what must go goes, what is needed stays, the erased stay erased."""

import base64
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cli import main
from crawler.parsing.page import Page
from crawler.raw_pages import RawPages, every_page
from domain.clock import FixedClock
from domain.errors import NothingFoundError, UsageError
from domain.lifecycle import Change, Decision
from domain.postings import Contact, Draft, PostingStatus, content_hash
from domain.sources import Portal, Source, Terms
from operations import rights, timer
from operations.context import Context, open_context
from operations.doctor import examine
from operations.forgotten import addresses_in
from operations.ingest import Intake
from operations.judgement import conclude
from operations.raw_pages import Pruned, kept_page, newest, prune, raw_folder, shelves, tidy_pages
from operations.upkeep import CONTACTS_FOR
from settings import RawSettings, Settings
from storage import forgotten, postings, raw_links, runs
from storage.posting_records import SeenPosting
from tests.support import stores

NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
DAY = timedelta(days=1)
KARI = Contact("Kari Oppdikt", "sjef", "Kari.Oppdikt@example.no", "99 99 99 99")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(NOON)


@pytest.fixture
def context(tmp_path: Path, clock: FixedClock) -> Iterator[Context]:
    with open_context(Settings(data_dir=stores.place(tmp_path)), clock) as opened:
        yield opened


def keep(context: Context, name: str, body: str = "", *, age: timedelta = timedelta(0), source: str = "portal") -> str:
    """A page that came ``age`` ago; its key."""
    page = Page(f"https://ads.example/{name}", (body or name).encode(), context.clock.now() - age, "text/html")
    return RawPages(raw_folder(context.data_dir), source).keep(page, page.url, "ad")


def ad(context: Context, ref: str, *pages: str, people: tuple[Contact, ...] = ()) -> None:
    """A stored ad that was read from ``pages``."""
    draft = Draft(ref, f"https://ads.example/{ref}", "Kundeservicesjef", contacts=people)
    seen = SeenPosting(draft, content_hash(draft), Decision(Change.NEW, PostingStatus.ACTIVE), pages)
    with context.store.write() as session:
        postings.save_seen(session, "portal", None, [seen], context.clock.now())


def close(context: Context, ref: str) -> None:
    gone = Decision(Change.WITHDRAWN, PostingStatus.WITHDRAWN, reason="INACTIVE")
    with context.store.write() as session:
        postings.apply(session, "portal", {ref: gone}, None, context.clock.now())


def there(context: Context) -> set[str]:
    return {file.key for file in every_page(raw_folder(context.data_dir))}


def roomy(context: Context, **rules: int) -> Context:
    """The same with other rules, of megabytes that may be none."""
    given = RawSettings.model_construct(**{"keep": True, "megabytes": 1, "days": 30, **rules})
    return replace(context, settings=context.settings.model_copy(update={"raw": given}))


def test_pages_of_a_closed_ad_go_with_its_contact_persons_though_others_need_them(
    context: Context, clock: FixedClock
) -> None:
    shared, own, other = (keep(context, name) for name in ("list", "ad", "other"))
    ad(context, "a1", shared, own, people=(KARI,))
    ad(context, "a2", shared, other)
    close(context, "a1")
    clock.set(NOON + CONTACTS_FOR)
    prune(context)
    assert there(context) == {shared, own, other}, "not a moment too early"
    clock.set(NOON + CONTACTS_FOR + timedelta(seconds=1))
    timer.upkeep(context)
    with context.store.read() as session:
        (number,) = [posting.id for posting in postings.by_refs(session, "portal", ["a1"]).values()]
        assert postings.contacts(session, [number]) == {}
        assert raw_links.of_source(session, "portal") == {"a2": (shared, other)}
    assert there(context) == {other}


def test_an_older_page_of_an_ad_is_gone_when_its_contact_persons_are_wiped(context: Context, clock: FixedClock) -> None:
    """No link is kept to a page that a newer one has replaced: its age alone takes it away, and in time."""
    ad(context, "a1", keep(context, "a1", "first"), people=(KARI,))
    clock.set(NOON + DAY)
    newest = keep(context, "a1", "second")
    ad(context, "a1", newest)
    close(context, "a1")
    clock.set(NOON + DAY + CONTACTS_FOR + timedelta(seconds=1))
    prune(context)
    assert there(context) == set()


def test_what_no_ad_needs_ages_and_what_an_ad_needs_does_not(context: Context) -> None:
    old, young, needed = (
        keep(context, name, age=age) for name, age in (("o", 31 * DAY), ("y", 29 * DAY), ("n", 99 * DAY))
    )
    ad(context, "a1", needed)
    assert prune(context, dry_run=True) == prune(context)
    assert there(context) == {young, needed}
    assert old not in there(context)


def test_beyond_the_room_the_oldest_go_and_the_newest_pages_of_active_ads_last(context: Context) -> None:
    active = [keep(context, f"active {number}", age=(9 + number) * DAY) for number in range(2)]
    closed, loose = keep(context, "closed", age=2 * DAY), keep(context, "loose", age=DAY)
    for number, key in enumerate(active):
        ad(context, f"a{number}", key)
    ad(context, "c1", closed)
    close(context, "c1")
    sizes = {file.key: file.size for file in every_page(raw_folder(context.data_dir))}

    def room_for(*keys: str) -> Pruned:
        over = roomy(context)
        object.__setattr__(over.settings.raw, "megabytes", sum(sizes[key] for key in keys) / 2**20)
        return prune(over)

    assert room_for(*active, loose).warning == ""
    assert there(context) == {*active, loose}
    assert room_for(*active).warning == ""
    assert there(context) == set(active)
    told = room_for(active[0])
    assert there(context) == {active[0]}, "the older one went"
    assert "1 newest pages of active ads" in told.warning


def test_it_is_done_once_an_hour_and_by_every_crawl_and_timer(context: Context, clock: FixedClock) -> None:
    assert tidy_pages(context) is None, "nothing is kept"
    keep(context, "o", age=31 * DAY)
    assert tidy_pages(context) == Pruned(1, pytest.approx(100, abs=100), 0, 0)
    keep(context, "o", age=31 * DAY)
    clock.set(NOON + timedelta(minutes=59))
    assert tidy_pages(context) is None
    clock.set(NOON + timedelta(minutes=60))
    assert tidy_pages(context) is not None
    clock.set(NOON - DAY)
    assert tidy_pages(context) is not None, "a clock that was set back stops nothing"


def test_a_folder_that_cannot_be_written_fails_no_crawl(context: Context, caplog: pytest.LogCaptureFixture) -> None:
    keep(context, "a1")
    (raw_folder(context.data_dir) / ".tidied").mkdir()
    assert tidy_pages(context) is None
    assert "could not be tidied" in caplog.text


WRITTEN = (
    "mailto:kari.oppdikt@example.no",
    "mailto:Kari.Oppdikt%40example.no",
    '{"email":"Kari.Oppdikt\\u0040example.no"}',
    "<a>kari.oppdikt&#64;example.no</a>",
    "<a>&#107;ari.oppdikt&#x40;example&#46;no</a>",
    "kari.oppdikt&commat;example.no.",
    "Kontakt: <b>KARI.OPPDIKT@EXAMPLE.NO</b>",
)


@pytest.mark.parametrize("body", WRITTEN)
def test_an_address_is_found_however_a_page_writes_it(context: Context, body: str) -> None:
    key = keep(context, "a1", body)
    assert addresses_in(RawPages(raw_folder(context.data_dir), "portal"), key) == {"kari.oppdikt@example.no"}


def test_a_person_who_is_forgotten_is_on_no_kept_page_and_on_none_that_a_later_crawl_brings(
    context: Context, clock: FixedClock
) -> None:
    other = keep(context, "other", "ola@example.no skrev kari.oppdikt@example.nope")
    for number, body in enumerate(WRITTEN):
        keep(context, f"a{number}", body)
    hidden = keep(context, "hidden", "her står navnet, men ingen adresse")
    ad(context, "a1", hidden, people=(KARI,))
    found = rights.person(context, "kari.oppdikt@example.no")
    assert len(found["raw_pages"]) == len(WRITTEN) + 1
    done = rights.forget(context, "kari.oppdikt@example.no")
    assert (done.contacts, done.pages) == (1, len(WRITTEN) + 1)
    assert there(context) == {other}
    assert b"kari" not in (context.data_dir / "jobbvakt.db").read_bytes().lower()
    clock.set(NOON + timedelta(minutes=2))
    keep(context, "a1", WRITTEN[0])
    fresh = keep(context, "a9", "ingen navngitt")
    assert tidy_pages(context) is not None
    clock.set(NOON + timedelta(minutes=4))
    keep(context, "a2", WRITTEN[1])
    tidy_pages(context)
    assert there(context) == {other, fresh}


def test_nobody_is_remembered_who_was_not_there(context: Context) -> None:
    with pytest.raises(NothingFoundError):
        rights.forget(context, "nobody@example.no")
    with context.store.read() as session:
        assert forgotten.known(session) == frozenset()


def test_the_operator_sees_what_it_takes(context: Context) -> None:
    keep(context, "a1", age=DAY)
    keep(context, "a2")
    keep(context, "b1", source="other")
    found = shelves(context.data_dir)
    assert {name: (one.pages, one.oldest, one.newest) for name, one in found.items()} == {
        "portal": (2, NOON - DAY, NOON),
        "other": (1, NOON, NOON),
    }
    assert shelves(context.data_dir, "other") == {"other": found["other"]}
    (told,) = [item for item in examine(context.settings, context.clock) if item.what == "raw pages"]
    assert told.ok
    assert told.told.startswith("3 kept")


def test_pages_are_found_by_source_and_by_how_their_key_begins(context: Context) -> None:
    first, second = keep(context, "a1", age=DAY), keep(context, "a2")
    assert [answer.asked for _, answer in newest(context.data_dir, "portal", 9)] == [
        "https://ads.example/a2",
        "https://ads.example/a1",
    ]
    assert [file.key for file, _ in newest(context.data_dir, "portal", 1)] == [second]
    assert kept_page(context.data_dir, first[:12]).page.body == b"a1"
    for nobodys in ("", "zz", first + "0"):
        with pytest.raises(NothingFoundError):
            kept_page(context.data_dir, nobodys)
    keys = [keep(context, f"b{number}") for number in range(20)]
    shared = next(key[0] for key in keys if sum(other[0] == key[0] for other in keys) > 1)
    with pytest.raises(UsageError, match="several pages begin so"):
        kept_page(context.data_dir, shared)
    with pytest.raises(NothingFoundError, match="no page is kept: other"):
        newest(context.data_dir, "other", 9)


def test_a_page_is_had_by_command_as_it_came(context: Context, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    key = keep(context, "a1", "<p>Blåbær</p>")
    where = ["--data-dir", str(context.data_dir)]
    assert command(capsysbinary, "raw", "get", key[:16], *where) == "<p>Blåbær</p>".encode()
    (listed,) = json.loads(command(capsysbinary, "raw", "list", "portal", "--json", *where))
    assert (listed["key"], listed["kind"], listed["status"]) == (key, "ad", 200)
    whole = json.loads(command(capsysbinary, "raw", "get", key, "--json", *where))
    assert base64.b64decode(whole["body"]) == "<p>Blåbær</p>".encode()
    assert b"https://ads.example/a1" in command(capsysbinary, "raw", "list", "portal", *where)
    assert b"portal" in command(capsysbinary, "raw", "show", *where)
    assert json.loads(command(capsysbinary, "raw", "prune", "--dry-run", "--json", *where))["kept_pages"] == 1


def command(captured: pytest.CaptureFixture[bytes], *words: str) -> bytes:
    """What the program prints."""
    with pytest.raises(SystemExit) as ended:
        main(words)
    out = captured.readouterr()
    assert ended.value.code == 0, out.err
    return out.out


def test_contact_persons_are_wiped_at_the_end_of_a_run_as_well(context: Context, clock: FixedClock) -> None:
    ad(context, "a1", people=(KARI,))
    close(context, "a1")
    clock.set(NOON + 31 * DAY)
    with context.store.write() as session:
        number = runs.begin(session, "portal", clock.now(), pid=1, host="here", trigger="test")
    portal = Portal("Portal", "https://ads.example", "NO", Terms.TENANT)
    intake = Intake(context, "portal", number, context.data_dir / "none.jsonl")
    conclude(context, Source("portal", "rss", portal, portal.homepage), intake, exit_code=0, cancelled=False, log="")
    with context.store.read() as session:
        (posting,) = postings.by_refs(session, "portal", ["a1"]).values()
        assert postings.contacts(session, [posting.id]) == {}
