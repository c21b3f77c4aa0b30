"""``docs/reference/captures.md``: what the parsers make of real answers, written from a survey and never by hand."""

import re
from collections import defaultdict
from pathlib import Path

from domain.postings import Draft
from tests.portals.origins import OWN_SPIDER, REASONS, UNREAD
from tests.portals.survey import FIELDS, WHEN, files, filled, judged_text, surveyed

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "captures.md"
REWRITE = "JOBBVAKT_CAPTURES_PAGE"
MEASURED = re.compile(r"Measured on \d{4}-\d\d-\d\d\.")
HEAD = """# Captures

What the parsers make of real answers of portals: every file of a collection of {files} captures, taken from public
repositories whose licences allow it, with contact persons replaced by invented ones. The captures are not part of this
project. Measured on {day}.

*In capture* is counted in the raw JSON, XML or HTML, with no parser of ours in between. *Closed* ads are those whose
source says that they are over. A *way* that names a spider means that its own parser read the answer as it came;
*NAV's* means that no spider asks such a source today, and that the keys of its ads, not their values, were moved into
the shape of NAV's feed. *Words lost* are words of the captured text that ours lacks, but for those whose letters were
damaged before the capture; *glued* are words that ran together.

This page is written by a test, which also fails when an ad is lost without a reason, or a file has no class:
`{rewrite}=1 python -m pytest tests/portals/test_captures_page.py`.

"""


def written():
    """The page as it is today."""
    groups = defaultdict(list)
    for found in surveyed():
        groups[found.source].append(found)
    parts = [*_counts(groups), *_fields(groups), *_reasons(), *_unread()]
    return HEAD.format(files=len(files()), day=WHEN.date(), rewrite=REWRITE) + "\n".join(parts) + "\n"


def undated(text):
    """A page without the day on which it was measured."""
    return MEASURED.sub("", text)


def _counts(groups):
    yield "## Ads\n"
    yield "| source | from (licence) | way | files | in capture | read | closed | words | lost | glued |"
    yield "|---|---|---|---:|---:|---:|---:|---:|---:|---:|"
    sums = [0] * 7
    for source, group in groups.items():
        texts = [judged_text(found) for found in group]
        row = [
            len(group),
            sum(found.counted for found in group),
            sum(len(found.drafts) for found in group),
            sum(found.closed for found in group),
            *(
                sum(part if isinstance(part, int) else sum(part.values()) for part in column)
                for column in zip(*texts, strict=True)
            ),
        ]
        sums = [before + more for before, more in zip(sums, row, strict=True)]
        yield f"| {source} | {group[0].origin} | {_ways(group)} | {_cells(row)} |"
    yield f"| **all** | | | {_cells(sums)} |\n"


def _ways(group):
    ways = (OWN_SPIDER.get(found.name) or OWN_SPIDER.get(found.name.partition("/")[0]) for found in group)
    return ", ".join(dict.fromkeys(f"`{way}`" if way else "NAV's" for way in ways))


def _cells(numbers):
    return " | ".join(map(str, numbers))


def _fields(groups):
    yield "## Fields filled, in percent of the ads read\n"
    yield (
        "A low figure is a fault only where the source states the field; many lists and old shapes do not. *About* is "
        "what the employer says of itself, *dept* its department, *number* that of positions.\n"
    )
    yield f"| source | ads | {' | '.join(FIELDS)} |"
    yield f"|---|---:|{'---:|' * len(FIELDS)}"
    for source, group in groups.items():
        ads = [ad for found in group for ad in found.drafts if isinstance(ad, Draft)]
        if ads:
            shares = (str(share) if share else "–" for share in filled(ads).values())
            yield f"| {source} | {len(ads)} | {' | '.join(shares)} |"
    yield ""


def _reasons():
    yield "## Fewer ads read than stand in a capture\n"
    yield "| file | why |"
    yield "|---|---|"
    yield from (f"| `{name}` | {why} |" for name, why in sorted(REASONS.items()))
    yield ""


def _unread():
    yield "## Files that hold no ads\n"
    yield "| file or folder | what it is |"
    yield "|---|---|"
    yield from (f"| `{name}` | {why} |" for name, why in sorted(UNREAD.items()))
