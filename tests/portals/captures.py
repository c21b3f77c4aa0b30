"""Every real ad of the sibling data folder, in the shape of NAV's feed entry, so that one parser meets them all."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from tests.portals.partner_xml import ads_in_xml
from tests.portals.shapes import ads_in, is_open

CAPTURES = Path(__file__).resolve().parents[3] / "shared" / "data" / "portals"
FOLDERS = (
    *("nav-feed", "nav-public-feed", "nav-rekrutteringsbistand", "nav-eures", "nav-import-api"),
    *("nav-stillingsok-page", "nav-annonsemottak-history", "nav-xmlstilling", "amedia", "jobtech", "finn-atom"),
    "ats-careerkit",
)
OWN_PLATFORM = frozenset(
    {"ashby", "greenhouse", "lever", "personio", "recruitee", "smartrecruiters", "teamtailor", "workable", "workday"}
)
"""Answers of ``ats-careerkit`` that are read by a spider of their own."""
INVALID_ON_PURPOSE = frozenset({"transfer-ads-parse-error", "ad-invalid_json"})


@dataclass(frozen=True)
class Captured:
    """One real ad. ``open``: shown to everybody; the feed masks and closes all others."""

    folder: str
    name: str
    content: dict = field(hash=False)
    open: bool = True

    def __str__(self):
        return self.name


def captured_ads():
    """Every ad of every folder, in a fixed order; none where the folders are not there."""
    return [ad for folder in FOLDERS for ad in ads_of(folder)]


def ads_of(folder):
    """The ads of one folder: JSON, and the XML of which the same ads were not given as JSON."""
    for file in sorted((CAPTURES / folder).glob("*.*")):
        for number, (content, shown) in enumerate(contents_of(file, folder)):
            yield Captured(folder, f"{folder}/{file.stem}[{number}]", content, shown)


def contents_of(file, folder):
    """(ad_content, is it open) of every ad in a file."""
    if folder == "ats-careerkit" and file.stem in OWN_PLATFORM:
        return
    if file.suffix == ".xml":
        for content in ads_in_xml(file.read_bytes()):
            yield content, True
    elif file.suffix == ".json":
        try:
            data = json.loads(file.read_text(encoding="utf-8"))
        except ValueError:
            assert file.stem in INVALID_ON_PURPOSE, file.name
            return
        for raw, content in ads_in(data):
            yield content, is_open(raw)
