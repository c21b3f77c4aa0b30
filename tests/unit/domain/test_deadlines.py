"""Deadlines of every form that portals write become a day in Oslo, a kind, or an honest "not understood"."""

import json
import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.dates import find_dates, read_moment
from domain.deadlines import read_deadline
from domain.postings import DeadlineKind

PUBLISHED = date(2026, 11, 10)
LABELLED = Path(__file__).parents[4] / "shared/data/evaluation/deadlines_dev.jsonl"


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("2026-12-18", "2026-12-18"),
        ("2026-12-18T00:00:00", "2026-12-18"),
        ("2026-12-18T01:00", "2026-12-18"),
        ("2026-12-18T24:00:00", "2026-12-18"),
        ("2026-12-13T22:59:59Z", "2026-12-13"),  # 23:59:59 in Oslo
        ("2026-12-13T23:00:00Z", "2026-12-14"),  # midnight in Oslo
        ("2026-12-18T00:00:00+01:00", "2026-12-18"),
        ("2026-12-17T20:00:00-05:00", "2026-12-18"),
        ("2026-12-25 11:42:27 UTC", "2026-12-25"),
        ("20261218", "2026-12-18"),
        ("18.12.2026", "2026-12-18"),
        ("1.2.2027", "2027-02-01"),
        ("01.02.27", "2027-02-01"),
        ("18/12/2026", "2026-12-18"),
        ("06/03/2027", "2027-03-06"),
        ("12/18/2026", "2026-12-18"),  # only one reading
        ("18-12-2026", "2026-12-18"),
        (1797548400000, "2026-12-18"),
        ("1797548400000", "2026-12-18"),
        ("/Date(1797548400000+0200)/", "2026-12-18"),
        ("Fri, 18 Dec 2026 22:59:59 GMT", "2026-12-18"),
        ("Mon, 14 Dec 2026 00:00:00 +0100", "2026-12-14"),
        ("22. desember 2026", "2026-12-22"),
        ("22. oktober", "2027-10-22"),
        ("Søk senest fredag 8. januar", "2027-01-08"),
        ("fredag den 18. december", "2026-12-18"),
        ("den 5 januari 2027", "2027-01-05"),
        ("senast 31 december", "2026-12-31"),
        ("laurdag 12. desember 2026", "2026-12-12"),
        ("Sista ansökningsdag 2026-12-20", "2026-12-20"),
        ("Ansøgningsfrist: mandag d. 14. december 2026 kl. 12", "2026-12-14"),
        ("December 18th, 2026", "2026-12-18"),
        ("Please apply by 11 December 2026; no later", "2026-12-11"),
        ("Dec 18", "2026-12-18"),
        ("15.12", "2026-12-15"),
        ("Søk innen 15.12", "2026-12-15"),
        ("29. februar", "2028-02-29"),
        ("tirsdag 3. november", "2026-11-03"),  # a Tuesday one week before: the ad was saved again
        ("Snarest, og senest 18. desember", "2026-12-18"),
        ("Søknadsfristen er 1. desember 2026, intervju 5. januar 2027", "2026-12-01"),
        ("Ny søknadsfrist 15.12.2026 (opprinnelig 1.12.2026)", "2026-12-15"),
        *((raw, "2026-12-18") for raw in ("18/12-26", "18/12-2026", "18,12,2026")),
    ],
)
def test_a_date_in_any_form_is_the_day_in_oslo(raw, day):
    read = read_deadline(raw, PUBLISHED)
    assert (read.kind, str(read.day), read.understood) == (DeadlineKind.DATE, day, True)


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        *((raw, DeadlineKind.ASAP) for raw in ("Snarest", "ASAP", "snarast", "As soon as possible", "Hurtigst muligt")),
        *(
            (raw, DeadlineKind.ASAP)
            for raw in ("Så raskt som mulig", "Så snart det lar seg gjøre", "Omgåande", "Søk i dag")
        ),
        *((raw, DeadlineKind.ASAP) for raw in ("1970-01-01T00:00:00Z", "0001-01-01", -62135596800000)),
        ("Snarest, oppstart 1. januar 2027", DeadlineKind.ASAP),
        ("snarest, vurderes fortløpende", DeadlineKind.ASAP),
        *((raw, DeadlineKind.ROLLING) for raw in ("Løpende", "Fortløpende", "Fortøpende", "Etter avtale", "Löpande")),
        *(
            (raw, DeadlineKind.ROLLING)
            for raw in ("Kontinuerlig", "Until further notice", "Åpen", "Fortløpene", "Inntil videre")
        ),
        *((raw, DeadlineKind.ROLLING) for raw in ("Søknader blir vurdert fortløpande", "Løbende")),
        ("No deadline, we are continuously searching.", DeadlineKind.ROLLING),
        *((raw, DeadlineKind.NONE) for raw in (None, "", " ", "Ikke oppgitt", "-", "ingen frist", True)),
    ],
)
def test_a_deadline_in_words_has_a_kind_and_no_date(raw, kind):
    read = read_deadline(raw, PUBLISHED)
    assert (read.kind, read.day, read.understood) == (kind, None, True)


@pytest.mark.parametrize(
    "raw",
    [
        "16.03.|6",
        "31. november 2026",
        "kl 23.59",
        "1.12.2026 - 15.12.2026",
        "1/4-30/6",
        "9999-12-31",
        "26-12-18",
        "2032-01-01",
        "Nå!",
    ],
)
def test_in_doubt_there_is_no_date_and_the_doubt_is_told(raw):
    read = read_deadline(raw, PUBLISHED)
    assert (read.kind, read.day, read.understood) == (DeadlineKind.NONE, None, False)


def test_a_date_without_year_needs_to_know_when_it_was_published():
    assert not read_deadline("16. oktober").understood


def test_published_in_utc_counts_as_the_day_in_oslo():
    late_evening = datetime(2026, 12, 17, 23, 30, tzinfo=UTC)
    assert str(read_deadline("18. desember", late_evening).day) == "2026-12-18"


@pytest.mark.skipif(not LABELLED.is_file(), reason="the labelled deadlines of the sibling data folder are not there")
def test_every_labelled_deadline_is_read_and_no_date_is_wrong():
    rows = [json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()]
    right, wrong_dates = 0, []
    for row in rows:
        read = read_deadline(row["raw"], date.fromisoformat(row["context_date"][:10]))
        kind = "unspecified" if read.kind is DeadlineKind.NONE else read.kind.value
        same_day = read.day is None or str(read.day) == row["date"]
        right += same_day and (kind == row["kind"] or kind in row.get("also_accept", ()))
        wrong_dates += [] if same_day else [row]
    assert wrong_dates == []
    assert right / len(rows) >= 0.97


@given(st.one_of(st.text(max_size=400), st.integers(), st.floats(), st.none(), st.booleans()), st.dates() | st.none())
def test_no_deadline_field_raises(raw, published):
    read = read_deadline(raw, published)
    assert (read.day is not None) == (read.kind is DeadlineKind.DATE)
    read_moment(raw)


DATE_LIKE = st.lists(st.sampled_from([*"0123456789.-/:TZ+ ,'", "mai", "mars", "fredag ", "den ", "kl "]), max_size=60)


@given(DATE_LIKE, st.dates())
def test_no_date_like_text_raises(pieces, published):
    raw = "".join(pieces)
    read_deadline(raw, published)
    read_moment(raw)
    for found in find_dates(raw, published):
        assert 0 <= found.start < found.end <= len(raw)


@given(
    st.dates(min_value=date(2000, 1, 1), max_value=date(2089, 12, 31)),
    st.sampled_from(["%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y"]),
)
def test_every_day_survives_its_written_forms(day, form):
    assert read_deadline(day.strftime(form), None).day == day


@pytest.mark.parametrize(
    "raw", ["1." * 500_000, "søk " * 300_000, "1 mai " * 200_000, "9" * 1_000_000, " " * 1_000_000]
)
def test_a_megabyte_of_deadline_costs_no_time(raw):
    begun = time.process_time()
    read_deadline(raw, PUBLISHED)
    assert time.process_time() - begun < 2
