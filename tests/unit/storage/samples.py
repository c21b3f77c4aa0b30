"""Invented ads, readings and alerts for the storage tests, and short ways to store them."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st
from sqlalchemy.orm import Session

from domain.alerts import Alert, MailKind
from domain.lifecycle import on_seen
from domain.matching import (
    AdFields,
    ConceptKind,
    Evidence,
    Match,
    Mention,
    Modality,
    Reading,
    Relevance,
    RelevanceAnswer,
    ScorePart,
    Span,
)
from domain.postings import Category, Contact, DeadlineKind, Draft, Issue, Place, Salary, content_hash
from storage import alerts, openings, postings, readings
from storage.deliveries import Mail
from storage.postings import SeenPosting

TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)

FULL = Draft(
    source_ref="stilling-4711 æøå",
    url="https://jobb.eksempel.no/4711?a=1&b=«2»",
    title="Kundeservicesjef – «Sørlandet» 😀",
    employer="Fjordkraft Eksempel AS",
    employer_orgnr="123456785",
    employer_homepage="https://eksempel.no",
    department="Kundesenter",
    description_html="<p>Vi søker deg som leder kundesenteret vårt.\nÆØÅ 𝒜 \\u0000 is text here</p>",
    summary="Led kundesenteret",
    apply_url="https://jobb.eksempel.no/søk/4711",
    date_posted=datetime(2026, 11, 2, 8, 30, 15, 123456, tzinfo=timezone(timedelta(hours=1))),
    date_modified=datetime(2026, 11, 3, tzinfo=UTC),
    valid_through_raw="2026-12-01T23:59",
    deadline_raw="1. desember",
    deadline=date(2026, 12, 1),
    deadline_kind=DeadlineKind.DATE,
    places=(Place("Kristiansand", "Kristiansand", "Agder", "4611", "Torvet 1", "NO"), Place(city="Oslo")),
    employment_type_raw="Fast",
    extent_raw="Heltid",
    positions_raw="1",
    sector="Privat",
    salary_raw="650 000 – 750 000",
    salary=Salary(650000.0, 750000.5, "NOK", "year"),
    job_location_type="TELECOMMUTE",
    start_raw="Snarest",
    language="nb",
    categories=(Category("STYRK08", "1219", "Andre administrative ledere"),),
    contacts=(
        Contact("Kari Eksempel", "Sjef", "kari@eksempel.no", "+47 22 00 00 00"),
        Contact(email="post@eksempel.no"),
    ),
    references=("uuid-1", "https://eksempel.no/1"),
    issues=(Issue("salary", "etter avtale", "no figure"),),
)
"""Every field of a draft filled."""

text = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=40)
"""Whatever a database can hold."""
moments = st.datetimes(min_value=datetime(1970, 1, 2), max_value=datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Drafts with any field filled or missing."""
    maybe = st.none() | text
    special = {
        "source_ref": text,
        "url": text,
        "title": text,
        "date_posted": st.none() | moments,
        "date_modified": st.none() | moments,
        "deadline": st.none() | st.dates(),
        "deadline_kind": st.sampled_from(DeadlineKind),
        "places": st.lists(st.builds(Place, maybe, maybe, maybe, maybe, maybe, maybe), max_size=2).map(tuple),
        "salary": st.none()
        | st.builds(Salary, st.none() | st.floats(0, 1e9), st.none() | st.floats(0, 1e9), text, text),
        "categories": st.lists(st.builds(Category, text, text, text), max_size=2).map(tuple),
        "contacts": st.lists(st.builds(Contact, maybe, maybe, maybe, maybe), max_size=2).map(tuple),
        "references": st.lists(text, max_size=2).map(tuple),
        "issues": st.lists(st.builds(Issue, text, text, text), max_size=2).map(tuple),
    }
    return Draft(**{spec.name: draw(special.get(spec.name, maybe)) for spec in fields(Draft)})


def ad(ref: str = "a", **changes: object) -> Draft:
    """A short draft."""
    values = {
        "url": f"https://eksempel.no/{ref}",
        "title": f"Kundeservicesjef {ref}",
        "description_html": f"<p>{ref}</p>",
    }
    return Draft(ref, **{**values, **changes})


def see(
    session: Session, source: str, *found: Draft, run: int | None = None, now: datetime = NOON, today: date = TODAY
) -> dict[str, int]:
    """Store ads as a run does: standings, decisions, rows."""
    known = postings.standings(session, source, [draft.source_ref for draft in found])
    items = []
    for draft in found:
        hashed = content_hash(draft)
        items.append(SeenPosting(draft, hashed, on_seen(known.get(draft.source_ref), hashed, draft.deadline, today)))
    return postings.save_seen(session, source, run, items, now)


def reading(answer: RelevanceAnswer = RelevanceAnswer.YES, version: str = "v1", **facts: object) -> Reading:
    """A reading with one mention."""
    mention = Mention("tool.zendesk", ConceptKind.TOOL, "Zendesk", Modality.MUST, Span(3, 10, "Zendesk"), "exact")
    relevance = Relevance(answer, 7.5, 5.0, (Evidence("title", "Kundeservicesjef"),))
    return Reading("nb", "Vi Zendesk", (mention,), AdFields(**facts), relevance, version)


def match(score: int = 80, version: str = "v1") -> Match:
    """A match in one part."""
    return Match(score, (ScorePart("tittel", 1.0, score / 100, has=(Evidence("er", "Kundeservicesjef"),)),), version)


def alert(name: str = "Oslo", **changes: object) -> Alert:
    """An alert that has no id yet."""
    return Alert(**{"id": 0, "name": name, "email": "ola@eksempel.no", "profile": None, **changes})


def one_opening_each(session: Session, ads: Mapping[str, Sequence[Draft]], now: datetime = NOON) -> dict[int, int]:
    """Store ads by source, read each, and make each an opening of its own: posting id → opening id."""
    ids = [number for source, found in ads.items() for number in see(session, source, *found, now=now).values()]
    for number in ids:
        readings.save(session, number, "h", reading(), now)
    return openings.save_groups(session, [[number] for number in ids], {}, now)


def new_alert(session: Session, name: str = "Oslo", **changes: object) -> int:
    """Store an alert; its id."""
    return alerts.add(session, alert(name, **changes), NOON).id


def mail(
    alert_id: int, day: date = TODAY, message: bytes = b"mail", kind: MailKind = MailKind.DIGEST, number: int = 0
) -> Mail:
    """A rendered message; ``number`` tells those of one kind and date apart."""
    about = f"{day}/{number}" if number else day.isoformat()
    return Mail(alert_id, kind, about, day, "ola@eksempel.no", f"<{alert_id}.{about}@jobbvakt>", message)
