"""Exports hold no formula whatever an ad says, and are read back by independent readers."""

import csv
import io
import json
from datetime import date

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.alerts import Listing, OpeningCard
from domain.matching import Match
from domain.postings import DeadlineKind, Place, Salary
from operations.exporting import COLUMNS, FORMATS, row_of, safe_cell, written

DANGEROUS = [
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u00a0=1",
    "＝1",
    '=HYPERLINK("http://x")',
    "=cmd|' /C calc'!A0",
]


def card(title, employer="Eksempel AS"):
    return OpeningCard(
        opening=1,
        title=title,
        employer=employer,
        places=(Place("Oslo", "Oslo", "Oslo", None, None, "NO"),),
        deadline=date(2026, 12, 1),
        deadline_kind=DeadlineKind.DATE,
        published=None,
        apply_url="https://eksempel.no",
        listings=(Listing("nav_feed", title, "https://eksempel.no/1"),),
        match=Match(80, (), "v"),
        salary=Salary(-5.0, 700_000.0, "NOK", "year"),
    )


def file_of(form, *titles):
    return b"".join(written([row_of(card(title)) for title in titles], form))


def csv_rows(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_of_a_csv_file_begins_like_a_formula(text):
    (row,) = csv_rows(file_of("csv", text))
    assert row["title"].startswith("'")
    assert row["salary_min"] == "-5.0"  # a number is a number


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_of_a_workbook_is_a_formula_or_a_link(text):
    sheet = openpyxl.load_workbook(io.BytesIO(file_of("xlsx", text))).active
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert all(cell.hyperlink is None for row in sheet.iter_rows() for cell in row)
    assert sheet.cell(2, COLUMNS.index("title") + 1).value.strip() != ""


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(st.characters(codec="utf-8"), max_size=60), min_size=1, max_size=3))
def test_every_format_is_read_back_with_as_many_rows(titles):
    assert len(csv_rows(file_of("csv", *titles))) == len(titles)
    assert len(json.loads(file_of("json", *titles))) == len(titles)
    assert len([json.loads(line) for line in file_of("jsonl", *titles).splitlines()]) == len(titles)
    sheet = openpyxl.load_workbook(io.BytesIO(file_of("xlsx", *titles))).active
    assert sheet.max_row == len(titles) + 1
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


@given(st.text())
def test_a_safe_cell_never_begins_with_a_sign(text):
    assert not safe_cell(text).lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_an_empty_export_is_still_a_file_of_its_kind():
    assert csv_rows(file_of("csv")) == []
    assert json.loads(file_of("json")) == []
    assert openpyxl.load_workbook(io.BytesIO(file_of("xlsx"))).active.max_row == 1
    assert set(FORMATS) == {"csv", "xlsx", "json", "jsonl"}


def test_contact_persons_leave_no_export():
    assert not any("contact" in name or "phone" in name for name in COLUMNS)
