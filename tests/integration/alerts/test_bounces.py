"""Mail that came back, from a real sending to the folder with its report, on both databases."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from alerts.bounces import return_path
from cli import main
from domain.clock import FixedClock
from domain.errors import ConfigurationError, NothingFoundError
from operations.bounces import read_bounces
from operations.context import Context
from operations.mail import compose, deliver, mail_settings
from operations.rights import forget
from settings import MailTable, Settings
from storage import deliveries, suppression
from storage.engine import Store
from storage.tables_alerts import SUPPRESSED
from tests.integration.alerts.smtp_servers import sink
from tests.integration.alerts.world import add_alert, add_opening
from tests.unit.alerts.test_bounces import dsn, framed

BOX = "bounces@example.no"


def send(store: Store, clock: FixedClock, folder: Path) -> tuple[Context, list[str]]:
    """The next day's digest of a new opening; the addresses that its mails left from."""
    clock.set(clock.now() + timedelta(days=1))
    add_opening(store, clock, f"{clock.now():%m%d}")
    with sink() as (server, port):
        mail = MailTable(host="127.0.0.1", port=port, security="none", sender="j@example.no", bounces=BOX)
        context = Context(Settings(data_dir=folder, mail=mail), store, clock)
        list(compose(context))
        deliver(context)
    return context, [item.sender for item in server.taken]


def suppressed(store: Store) -> list[str]:
    with store.read() as session:
        return [one.address for one in suppression.listed(session)]


def test_a_report_that_an_address_is_gone_ends_the_mail_there_and_counts_once(
    store: Store, clock: FixedClock, tmp_path: Path
) -> None:
    add_alert(store, clock)
    context, [sender] = send(store, clock, tmp_path)
    assert sender.startswith("bounces+")
    new = tmp_path / "Maildir" / "new"
    new.mkdir(parents=True)
    (new / "1.eml").write_bytes(dsn("5.1.1", diagnostic="smtp; 550 5.1.1 no such user", to=sender))
    (new / "2.eml").write_bytes(b"Subject: ferie\r\n\r\nJeg er borte.")
    report = read_bounces(context, [tmp_path / "Maildir"])
    assert (report.read, report.gone, report.foreign, report.suppressed) == (2, 1, 1, ("kari@example.no",))
    assert send(store, clock, tmp_path)[1] == []
    with store.write() as session:
        assert suppression.lift(session, "kari@example.no")
    assert read_bounces(context, [tmp_path / "Maildir"]).suppressed == ()
    assert send(store, clock, tmp_path)[1] != []


def test_a_stranger_who_guesses_the_shape_of_the_address_suppresses_nobody(
    store: Store, clock: FixedClock, tmp_path: Path
) -> None:
    add_alert(store, clock)
    context, [sender] = send(store, clock, tmp_path)
    with store.read() as session:
        number = deliveries.recent(session)[0].id
    forged = [return_path(BOX, b"guess", number, "kari@example.no"), sender.replace(f"+{number}-", f"+{number + 1}-")]
    for position, to in enumerate([*forged, BOX]):
        (tmp_path / f"{position}.eml").write_bytes(dsn("5.1.1", to=to))
    report = read_bounces(context, sorted(tmp_path.glob("*.eml")))
    assert (report.read, report.foreign, report.suppressed) == (3, 3, ())
    assert suppressed(store) == []


def test_passing_trouble_suppresses_nobody_however_often_it_comes(
    store: Store, clock: FixedClock, tmp_path: Path
) -> None:
    add_alert(store, clock)
    for number in range(3):
        context, [sender] = send(store, clock, tmp_path)
        (tmp_path / f"{number}.eml").write_bytes(dsn("4.2.2", diagnostic="smtp; 452 4.2.2 over quota", to=sender))
        assert read_bounces(context, sorted(tmp_path.glob("*.eml"))).later == number + 1
    assert suppressed(store) == []


def test_a_complaint_is_final_at_once(store: Store, clock: FixedClock, tmp_path: Path) -> None:
    add_alert(store, clock)
    context, [sender] = send(store, clock, tmp_path)
    fields = f"Feedback-Type: abuse\r\nOriginal-Mail-From: <{sender}>\r\n"
    (tmp_path / "1.eml").write_bytes(framed("feedback-report", fields, "fbl@example.no"))
    assert read_bounces(context, [tmp_path / "1.eml"]).complaints == 1
    assert suppressed(store) == ["kari@example.no"]


def test_one_report_read_many_times_is_one_refusal(store: Store, clock: FixedClock, tmp_path: Path) -> None:
    add_alert(store, clock)
    context, [sender] = send(store, clock, tmp_path)
    (tmp_path / "1.eml").write_bytes(dsn("5.2.1", diagnostic="smtp; 550 5.2.1 disabled", to=sender))
    for _ in range(3):
        assert read_bounces(context, [tmp_path / "1.eml"]).refused == 1
    assert suppressed(store) == []


def test_without_an_address_for_returned_mail_or_without_the_file_it_says_so(
    store: Store, clock: FixedClock, tmp_path: Path
) -> None:
    with pytest.raises(ConfigurationError, match="told apart"):
        read_bounces(Context(Settings(data_dir=tmp_path), store, clock), [tmp_path])
    context = Context(Settings(data_dir=tmp_path, mail=MailTable(bounces=BOX)), store, clock)
    assert mail_settings(context).secret
    with pytest.raises(NothingFoundError, match="no such file"):
        read_bounces(context, [tmp_path / "nowhere"])


def test_the_command_tells_what_it_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JOBBVAKT_MAIL__BOUNCES", BOX)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "1.eml").write_bytes(dsn("5.1.1"))
    with pytest.raises(SystemExit, match="0"):
        main(["bounces", "read", "1.eml", "--json", "--data-dir", str(tmp_path / "var")])
    assert json.loads(capsys.readouterr().out)["foreign"] == 1


def test_who_is_forgotten_is_kept_by_a_mark_alone_and_gets_no_mail_when_they_come_back(
    store: Store, clock: FixedClock, tmp_path: Path
) -> None:
    add_alert(store, clock)
    context, [sender] = send(store, clock, tmp_path)
    said = dsn("5.1.1", diagnostic="smtp; 550 5.1.1 <Kari@example.no> is nobody here", to=sender)
    (tmp_path / "1.eml").write_bytes(said)
    assert read_bounces(context, [tmp_path / "1.eml"]).suppressed
    forget(context, "kari@example.no")
    with store.read() as session:
        (kept,) = suppression.listed(session)
        columns = "|".join(map(str, session.execute(select(SUPPRESSED)).one()))
    assert (kept.address, kept.why) == ("", "")
    assert "kari" not in columns.lower()
    assert read_bounces(context, [tmp_path / "1.eml"]).suppressed == ()
    add_alert(store, clock, name="again", email="KARI@example.no")
    assert send(store, clock, tmp_path)[1] == []
    with store.write() as session:
        assert [one.address for one in suppression.listed(session)] == ["kari@example.no"]
        assert suppression.lift(session, "Kari@example.no")
    assert send(store, clock, tmp_path)[1] != []


def test_of_who_was_refused_once_nothing_is_kept(store: Store, clock: FixedClock) -> None:
    with store.write() as session:
        assert not suppression.note_refusal(
            session, "kari@example.no", "550 5.2.1 <kari@example.no>", clock.now(), gone=False
        )
        assert "kari" not in session.execute(select(SUPPRESSED.c.why)).scalar_one()
        suppression.forget(session, "kari@example.no")
        assert session.execute(select(SUPPRESSED)).all() == []
