"""Reports of returned mail are read by what they say in fields, and only where they bear a mark that we made."""

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.bounces import MOST_BYTES, Report, Verdict, fits, read, return_path

BASE, SECRET, READER = "bounces@example.no", b"k" * 32, "kari@eksempel.no"
PATH = return_path(BASE, SECRET, 17, READER)


def dsn(status: str, action: str = "failed", diagnostic: str = "", to: str = PATH, name: str = "rfc822") -> bytes:
    """A delivery report as RFC 3464 frames it."""
    fields = f"Final-Recipient: {name}; {READER}\r\nAction: {action}\r\nStatus: {status}\r\n"
    fields += f"Diagnostic-Code: {diagnostic}\r\n" if diagnostic else ""
    return framed("delivery-status", f"Reporting-MTA: dns; mx.eksempel.no\r\n\r\n{fields}", to)


def framed(kind: str, fields: str, to: str = PATH, returned: str = "Subject: 3 nye\r\n") -> bytes:
    report = "feedback-report" if kind == "feedback-report" else kind
    lines = (
        f"From: MAILER-DAEMON@mx.eksempel.no\r\nTo: {to}\r\nSubject: Kunne ikke leveres: Ærlig talt\r\n"
        f'MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type={report}; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nMeldingen kunne ikke leveres.\r\n"
        f"--b\r\nContent-Type: message/{kind}\r\n\r\n{fields}\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\n{returned}\r\n--b--\r\n"
    )
    return lines.encode()


@pytest.mark.parametrize(
    ("status", "diagnostic", "verdict"),
    [
        ("5.1.1", "smtp; 550 5.1.1 <kari@eksempel.no>: Recipient address rejected: User unknown", Verdict.GONE),
        ("5.1.2", "", Verdict.GONE),
        ("5.1.3", "smtp; 501 5.1.3 Bad recipient address syntax", Verdict.GONE),
        ("5.1.6", "smtp; 551 5.1.6 Mailbox has moved", Verdict.GONE),
        ("5.1.10", "smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP lookup", Verdict.GONE),
        ("5.0.0", "smtp; 550-5.1.1 The email account that you tried to reach does not exist.", Verdict.GONE),
        ("5.1.0", "smtp; 550 Address rejected", Verdict.REFUSED),
        ("5.2.1", "smtp; 550 5.2.1 Mailbox disabled", Verdict.REFUSED),
        ("5.4.1", "smtp; 550 5.4.1 Recipient address rejected: Access denied.", Verdict.REFUSED),
        ("5.0.0", "smtp; 550 nei takk", Verdict.REFUSED),
        ("5.2.2", "smtp; 552 5.2.2 Mailbox full", Verdict.LATER),
        ("5.3.4", "smtp; 552 5.3.4 Message too big", Verdict.LATER),
        ("5.4.4", "dns; host not found", Verdict.LATER),
        ("5.4.7", "smtp; delivery time expired", Verdict.LATER),
        ("5.6.0", "smtp; 554 5.6.0 Content", Verdict.LATER),
        ("5.7.1", "smtp; 550 5.7.1 Message rejected as spam", Verdict.LATER),
        ("4.4.7", "smtp; 450 4.4.7 Message expired", Verdict.LATER),
        ("4.2.2", "smtp; 452 4.2.2 Over quota", Verdict.LATER),
        ("", "smtp; 550 5.1.1 user unknown", Verdict.GONE),
        ("ukjent", "", Verdict.LATER),
    ],
)
def test_a_failed_delivery_is_judged_by_its_status(status: str, diagnostic: str, verdict: Verdict) -> None:
    report = read(dsn(status, diagnostic=diagnostic), BASE)
    assert report.verdict is verdict
    [(number, mark)] = report.about
    assert (number, fits(mark, SECRET, number, READER)) == (17, True)


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded"])
def test_a_report_of_success_says_nothing(action: str) -> None:
    assert read(dsn("2.1.5", action), BASE).verdict is Verdict.NOTHING


def test_a_delay_never_ends_an_address_whatever_its_code() -> None:
    assert read(dsn("5.1.1", "delayed"), BASE).verdict is Verdict.LATER


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [("abuse", Verdict.COMPLAINT), ("Fraud", Verdict.COMPLAINT), ("not-spam", Verdict.NOTHING)],
)
def test_a_complaint_is_told_by_its_kind_and_found_by_the_returned_path(kind: str, verdict: Verdict) -> None:
    fields = f"Feedback-Type: {kind}\r\nUser-Agent: Klager/1.0\r\nVersion: 1\r\n"
    report = read(framed("feedback-report", fields, "fbl@example.no", f"Return-Path: <{PATH}>\r\n"), BASE)
    assert (report.verdict, [number for number, _ in report.about]) == (verdict, [17])


def test_a_holiday_note_is_no_report_even_when_it_quotes_one() -> None:
    note = EmailMessage()
    note["To"], note["Auto-Submitted"] = PATH, "auto-replied"
    note.set_content("Jeg er på ferie. 550 5.1.1 Action: failed")
    assert read(note.as_bytes(), BASE).verdict is Verdict.NOTHING


def test_the_mark_holds_for_one_delivery_one_address_and_one_secret_alone() -> None:
    mark = PATH.partition("-")[2].partition("@")[0]
    assert fits(mark.upper(), SECRET, 17, " Kari@Eksempel.no ")
    assert not fits(mark, SECRET, 18, READER)
    assert not fits(mark, SECRET, 17, "ola@eksempel.no")
    assert not fits(mark, b"x" * 32, 17, READER)
    assert not fits("æ" * 24, SECRET, 17, READER)
    assert len(return_path("a" * 20 + "@b.no", SECRET, 10**15 - 1, READER).partition("@")[0]) <= 64


def test_a_mail_that_bears_no_address_of_ours_is_about_nothing() -> None:
    assert read(dsn("5.1.1", to="bounces+17-0123456789abcdef01234567@annet.no"), BASE).about == ()


@given(st.binary(max_size=400), st.integers(0, 900))
def test_any_bytes_are_read_without_an_error(damage: bytes, at: int) -> None:
    whole = dsn("5.1.1", diagnostic="smtp; 550 5.1.1 unknown")
    assert isinstance(read(whole[:at] + damage + whole[at + len(damage) :], BASE), Report)
    assert isinstance(read(damage, BASE), Report)


def test_a_huge_mail_is_read_at_its_top_only() -> None:
    assert read(dsn("5.1.1") + b"x" * (2 * MOST_BYTES), BASE).verdict is Verdict.GONE
