"""What is kept between messages may change no message: a fragment written for one reader is right for the next."""

from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_bytes, policy

from hypothesis import given, settings
from hypothesis import strategies as st

from alerts.digest import compose
from alerts.message import Envelope, assemble, build_message
from alerts.wire import written
from domain.alerts import Alert, OpeningCard
from domain.matching import Match
from domain.postings import DeadlineKind

NOW = datetime(2026, 11, 23, 6, 5, tzinfo=UTC)
ALERT = Alert(1, "kundeservice", "kari@example.org", None)
CARD = OpeningCard(
    opening=1,
    title="Kundeservicesjef <b>Nord</b> & Sør",
    employer="Lynghei = Strøm AS",
    places=(),
    deadline=date(2026, 12, 1),
    deadline_kind=DeadlineKind.DATE,
    published=NOW,
    apply_url="https://lynghei.example/1?a=1&b=2",
    listings=(),
    match=Match(score=80, parts=(), version="1"),
    first_seen=NOW,
)


def parts(alert: Alert, *cards: OpeningCard) -> dict[str, str]:
    digest = compose(alert, cards, NOW.date(), now=NOW)
    assert digest is not None
    sent = message_from_bytes(
        build_message(digest, alert, Envelope("a@b.example", alert.email), NOW), policy=policy.SMTP
    )
    return {part.get_content_type(): part.get_content() for part in sent.iter_parts()}


def test_a_second_message_says_the_same_as_the_first():
    assert parts(ALERT, CARD) == parts(replace(ALERT, email="ola@example.org"), CARD)


def test_markup_of_an_ad_is_escaped_once_and_only_in_html():
    said = parts(ALERT, CARD)
    assert "Kundeservicesjef &lt;b&gt;Nord&lt;/b&gt; &amp; Sør" in said["text/html"]
    assert "Kundeservicesjef <b>Nord</b> & Sør" in said["text/plain"]
    assert "?a=1&amp;b=2" in said["text/html"]


def test_another_score_or_language_is_told_anew():
    better = replace(CARD, match=replace(CARD.match, score=90))
    english = replace(ALERT, language="en")
    told = [parts(ALERT, CARD), parts(ALERT, better), parts(english, CARD), parts(ALERT, CARD)]
    assert "90\u00a0%" in told[1]["text/plain"]
    assert "Apply by" in told[2]["text/plain"]
    assert told[0] == told[3]


def test_the_number_of_an_opening_is_its_place_in_this_message():
    other = replace(CARD, opening=2, title="Kundesentersjef", match=replace(CARD.match, score=95))
    assert "1. Kundesentersjef" in parts(ALERT, CARD, other)["text/plain"]
    assert "2. Kundeservicesjef <b>" in parts(ALERT, CARD, other)["text/plain"]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), max_size=200), max_size=4))
@settings(max_examples=50, deadline=None)
def test_any_lines_survive_the_wire(lines: list[str]):
    text = "\n".join(lines)
    sent = assemble({"Message-ID": "<1@a.example>", "MIME-Version": "1.0"}, {"plain": written(text)})
    (part,) = message_from_bytes(sent, policy=policy.SMTP).iter_parts()
    assert part.get_content().replace("\r\n", "\n").rstrip("\n") == text.rstrip("\n")
    assert max(map(len, sent.split(b"\r\n"))) <= 78
