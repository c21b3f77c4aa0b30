"""Read returned mail from files and Maildir folders, and stop writing to addresses that are gone or complain."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from alerts.bounces import MOST_BYTES, Verdict, fits, read
from alerts.channels import MailSettings
from domain.errors import ConfigurationError, NothingFoundError
from operations.context import Context
from operations.mail import mail_settings
from storage import deliveries, suppression


@dataclass(frozen=True, slots=True)
class BounceReport:
    """What was found among the mails."""

    read: int
    gone: int
    """Reports that an address is no more, or of a reader who complained: nothing more is written there."""
    complaints: int
    refused: int
    """Refused for good without saying that nobody is there; the second one within a month suppresses."""
    later: int
    """Of passing trouble; it changes nothing."""
    foreign: int
    """Mails that are no report about a message of ours."""
    suppressed: tuple[str, ...] = ()


def read_bounces(context: Context, paths: Iterable[Path]) -> BounceReport:
    """Read files with one mail each, and folders of them (Maildir too). A mail may be read again: it counts once.

    Raises ConfigurationError without ``[mail] bounces``, NothingFoundError for a path that is not there.
    """
    mail = mail_settings(context)
    if not mail.bounces:
        raise ConfigurationError(
            "returned mail cannot be told apart",
            which="[mail] bounces",
            why="without an address of its own for each message anybody could forge a report",
            remedy="set it to a mailbox that takes name+anything@, such as bounces@example.no",
        )
    counts: Counter[str] = Counter()
    suppressed: list[str] = []
    for content in _mails(paths):
        counts["read"] += 1
        verdict, address = _enter(context, mail, content)
        counts[verdict.value if address else "foreign"] += 1
        suppressed += [address] if _is_over(context, address, verdict) else []
    return BounceReport(
        counts["read"],
        counts["gone"],
        counts["complaint"],
        counts["refused"],
        counts["later"],
        counts["foreign"],
        tuple(dict.fromkeys(suppressed)),
    )


def _enter(context: Context, mail: MailSettings, content: bytes) -> tuple[Verdict, str]:
    """What the mail says of which address; no address when it is none of ours."""
    report = read(content, mail.bounces)
    if report.verdict is Verdict.NOTHING:
        return report.verdict, ""
    for number, mark in report.about:
        with context.store.write() as session:
            recipient = deliveries.recipient_of(session, number)
            if recipient is None or not fits(mark, mail.secret, number, recipient):
                continue
            if report.verdict is not Verdict.LATER:
                final = report.verdict is not Verdict.REFUSED
                why = f"{suppression.RETURNED}{number}: {report.why}"
                suppression.note_refusal(session, recipient, why, context.clock.now(), gone=final)
            return report.verdict, recipient
    return report.verdict, ""


def _is_over(context: Context, address: str, verdict: Verdict) -> bool:
    if not address or verdict is Verdict.LATER:
        return False
    with context.store.read() as session:
        return suppression.is_suppressed(session, address)


def _mails(paths: Iterable[Path]) -> Iterator[bytes]:
    for path in paths:
        if not path.exists():
            raise NothingFoundError("there is no such file or folder", which=str(path), remedy="check the name")
        # A Maildir keeps mails in new/ and cur/; what lies in tmp/ is not whole yet.
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.is_file() and file.parent.name != "tmp":
                with file.open("rb") as opened:
                    yield opened.read(MOST_BYTES)
