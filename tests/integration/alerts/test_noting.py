"""Saved openings from the store to the wire, on both databases: reminders, moved deadlines, ads withdrawn and back."""

from datetime import date, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest

from alerts.links import Deed, token
from alerts.notes import addressee_of
from domain.accounts import Account, Role, SavedStatus
from domain.alerts import MailKind
from domain.clock import FixedClock
from domain.lifecycle import Change, Decision, on_seen
from domain.postings import PostingStatus, content_hash
from operations.context import Context
from operations.mail import compose, deliver, mail_settings
from operations.subscribing import act
from settings import MailTable, Settings, WebTable
from storage import accounts, alerts, deliveries, openings, postings, recall, saved
from storage.engine import Store
from storage.postings import SeenPosting
from tests.integration.alerts.smtp_servers import sink
from tests.integration.alerts.world import add_alert, add_opening, add_posting, at, group

NEXT_MORNING = at("2026-11-24T07:00:00+01:00")
BASE = "https://jobb.example.no"


class World:
    """A person with saved openings, and every mail they get."""

    def __init__(self, store: Store, clock: FixedClock, folder: Path) -> None:
        self.store, self.clock, self.folder = store, clock, folder
        with store.write() as session:
            self.kari: Account = accounts.add(session, "kari@example.no", Role.SEEKER, clock.now())

    def save(self, ref: str, **changes: Any) -> int:
        """A new opening that she saves; the timer looks at it."""
        opening = add_opening(self.store, self.clock, ref, **changes)
        with self.store.write() as session:
            saved.save(session, self.kari.id, opening, self.clock.now())
        assert self.mails() == []
        return opening

    def mails(self, *kinds: MailKind) -> list[str]:
        """Subject and text of what a tick sends, and nothing but ``kinds``."""
        with sink() as (server, port):
            mail = MailTable(host="127.0.0.1", port=port, security="none", sender="Jobbvakt <j@example.no>")
            settings = Settings(data_dir=self.folder, mail=mail, web=WebTable(base_url=BASE))
            self.context = Context(settings, self.store, self.clock)
            composed = list(compose(self.context))
            deliver(self.context)
        assert not any(item.problem for item in composed)
        assert not kinds or {item.kind for item in composed if item.message} == set(kinds)
        read = [message_from_bytes(item.content, policy=default) for item in server.taken]
        return [f"{message['Subject']}\n{message.get_body(('plain',)).get_content()}" for message in read]

    def at(self, moment: datetime) -> "World":
        self.clock.set(moment)
        return self

    def change(self, ref: str, **changes: Any) -> None:
        """The source shows the ad again, changed."""
        now = self.clock.now()
        with self.store.write() as session:
            posting = postings.by_refs(session, "nav_feed", [ref])[ref]
            draft = postings.versions(session, posting.id)[-1].draft
            new = type(draft)(**{**{name: getattr(draft, name) for name in draft.__slots__}, **changes})
            known = postings.standings(session, "nav_feed", [ref])[ref]
            hashed = content_hash(new)
            decision = on_seen(known, hashed, new.deadline, now.date())
            postings.save_seen(session, "nav_feed", None, [SeenPosting(new, hashed, decision)], now)

    def withdraw(self, ref: str) -> None:
        gone = Decision(Change.WITHDRAWN, PostingStatus.WITHDRAWN, 0, "gone")
        with self.store.write() as session:
            postings.apply(session, "nav_feed", {ref: gone}, None, self.clock.now())


@pytest.fixture
def world(store: Store, clock: FixedClock, tmp_path: Path) -> World:
    return World(store, clock, tmp_path)


def test_a_reminder_comes_two_days_before_the_deadline_once(world: World) -> None:
    opening = world.save("a", deadline=date(2026, 11, 27))
    assert world.at(NEXT_MORNING).mails() == []
    assert world.at(NEXT_MORNING + timedelta(days=1, minutes=-1)).mails() == []
    [mail] = world.at(NEXT_MORNING + timedelta(days=1)).mails(MailKind.NOTE)
    assert mail.startswith("Påminnelse: Søk senest i overmorgen – Kundeservicesjef a, Oslo\n")
    assert f"{BASE}/stilling/{opening}\n" in mail.replace("\r", "")
    for hours in range(1, 80):
        assert world.at(NEXT_MORNING + timedelta(days=1, hours=hours)).mails() == []


def test_a_moved_deadline_a_withdrawn_ad_and_one_that_is_back_are_told_together(world: World) -> None:
    for ref in "abc":
        world.save(ref)
    world.withdraw("c")
    assert "Annonsen er trukket tilbake – Kundeservicesjef c" in world.at(NEXT_MORNING).mails(MailKind.NOTE)[0]
    world.at(NEXT_MORNING + timedelta(hours=3))
    world.change("a", deadline=date(2027, 1, 4))
    world.change("c")
    world.withdraw("b")
    assert world.mails() == []  # one mail of notes a day
    [mail] = world.at(NEXT_MORNING + timedelta(days=1)).mails(MailKind.NOTE)
    assert mail.startswith("3 beskjeder om stillinger du har lagret\n")
    assert "Fristen er endret: Søk senest mandag 4. januar (før: Søk senest tirsdag 1. juni)" in mail
    assert "Annonsen er lagt ut igjen: Søk senest tirsdag 1. juni" in mail
    assert "Annonsen er trukket tilbake" in mail
    assert world.at(NEXT_MORNING + timedelta(days=2)).mails() == []


def test_a_digest_of_the_day_takes_the_notes_along(world: World) -> None:
    world.save("a")
    add_alert(world.store, world.clock, at=at("2026-01-01T09:00:00+01:00").time())
    assert len(world.mails(MailKind.DIGEST)) == 1
    world.withdraw("a")
    add_opening(world.store, world.clock, "new")
    assert world.at(NEXT_MORNING + timedelta(hours=1)).mails() == []  # the digest comes at nine
    [mail] = world.at(NEXT_MORNING + timedelta(hours=2)).mails(MailKind.DIGEST)
    assert mail.index("Annonsen er trukket tilbake") < mail.index("Kundeservicesjef new\r\n")
    assert world.mails() == []


def test_where_the_digest_has_nothing_new_the_notes_go_alone(world: World) -> None:
    world.save("a")
    add_alert(world.store, world.clock, min_score=100)
    world.mails()
    world.withdraw("a")
    assert len(world.at(NEXT_MORNING).mails(MailKind.NOTE)) == 1


def test_what_she_has_applied_for_or_let_go_is_no_news(world: World) -> None:
    applied, gone = world.save("a"), world.save("b")
    with world.store.write() as session:
        saved.save(session, world.kari.id, applied, world.clock.now(), status=SavedStatus.APPLIED)
        saved.unsave(session, world.kari.id, gone)
    world.withdraw("a")
    world.withdraw("b")
    assert world.at(NEXT_MORNING).mails() == []


def test_an_ad_whose_last_day_is_over_closes_without_a_word(world: World) -> None:
    world.save("a", deadline=date(2026, 11, 24))
    world.at(NEXT_MORNING).mails(MailKind.NOTE)
    over = Decision(Change.EXPIRED, PostingStatus.EXPIRED, 0, "over")
    world.at(NEXT_MORNING + timedelta(days=1))
    with world.store.write() as session:
        postings.apply(session, "nav_feed", {"a": over}, None, world.clock.now())
    assert world.mails() == []


def test_saved_openings_that_are_merged_are_told_of_once(world: World) -> None:
    first, second = add_posting(world.store, world.clock, "a"), add_posting(world.store, world.clock, "b")
    numbers = group(world.store, world.clock, [first], [second])
    with world.store.write() as session:
        for number in numbers:
            saved.save(session, world.kari.id, number, world.clock.now())
    world.mails()
    group(world.store, world.clock, [first, second])
    with world.store.read() as session:
        assert len({openings.get(session, number).id for number in numbers}) == 1
    assert world.at(NEXT_MORNING).mails() == []
    world.withdraw("a")
    world.withdraw("b")
    [mail] = world.at(NEXT_MORNING + timedelta(days=1)).mails(MailKind.NOTE)
    assert mail.count("trukket tilbake") == 2  # in the subject and in the text
    assert world.at(NEXT_MORNING + timedelta(days=2)).mails() == []


def test_one_click_stops_the_notes_even_those_that_wait_and_can_be_undone(world: World) -> None:
    world.save("a")
    world.withdraw("a")
    world.at(NEXT_MORNING)
    list(compose(world.context))
    named = {
        deed: token(mail_settings(world.context).secret, deed, addressee_of(world.kari.id, world.kari.email, "nb"))
        for deed in Deed
    }
    act(world.context, Deed.UNSUBSCRIBE, named[Deed.UNSUBSCRIBE])
    assert world.mails() == []
    world.save("b")
    world.withdraw("b")
    assert world.at(NEXT_MORNING + timedelta(days=1)).mails() == []
    act(world.context, Deed.RESUME, named[Deed.RESUME])
    assert any("Kundeservicesjef b" in mail for mail in world.mails())


def test_an_undone_mail_leaves_the_news_new(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.save("a")
    world.withdraw("a")
    world.at(NEXT_MORNING)

    def crash(_name: str) -> None:
        raise RuntimeError("killed")

    monkeypatch.setattr("operations.noting.reach", crash)
    with pytest.raises(RuntimeError, match="killed"):
        list(compose(world.context))
    monkeypatch.undo()
    assert len(world.mails(MailKind.NOTE)) == 1


def test_what_was_told_is_erased_with_the_account(world: World) -> None:
    world.save("a")
    world.withdraw("a")
    assert len(world.at(NEXT_MORNING).mails(MailKind.NOTE)) == 1
    with world.store.write() as session:
        accounts.remove(session, world.kari.id)
        assert deliveries.recent(session) == []


def test_a_note_that_is_taken_back_is_told_again_for_what_is_left(store: Store, clock: FixedClock, tmp_path: Path):
    world = World(store, clock, tmp_path)
    first, second = (world.save(ref, deadline=date(2026, 11, 26)) for ref in ("a", "b"))
    clock.set(NEXT_MORNING)
    composed = list(compose(world.context))
    assert [item.kind for item in composed] == [MailKind.NOTE]
    clock.sleep(60)
    with store.write() as session:
        gone = Decision(Change.WITHDRAWN, PostingStatus.WITHDRAWN, reason="INACTIVE")
        postings.apply(session, "nav_feed", {"a": gone}, None, clock.now())
        told = deliveries.recent(session)[0]
        assert recall.is_outdated(session, told.id)
        recall.take_back(session, told.id)
        assert deliveries.recent(session) == []
    [text] = world.mails(MailKind.NOTE)
    assert "Kundeservicesjef b" in text
    assert first != second


def test_notes_along_with_a_digest_are_news_again_when_it_is_taken_back(
    store: Store, clock: FixedClock, tmp_path: Path
):
    world = World(store, clock, tmp_path)
    alert = add_alert(store, clock, min_score=90)
    world.save("saved", deadline=date(2026, 11, 26))
    add_opening(store, clock, "new", score=95)
    clock.set(NEXT_MORNING)
    [digest] = compose(world.context)
    assert digest.kind is MailKind.DIGEST
    with store.write() as session:
        alerts.pause(session, alert.id)
    [text] = world.mails(MailKind.NOTE)
    assert "Kundeservicesjef saved" in text
