"""What a stored ad lacks of what the raw ad says: judged by plain means that share nothing with the parsers."""

import html
import re
import unicodedata
from collections import Counter
from datetime import datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from lxml import html as lxml_html

OSLO = ZoneInfo("Europe/Oslo")
DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$")
DAMAGED = re.compile(r"\w*(?:[ÃÂ]|ï¿½)[^\s<>&]*")
BLOCK = re.compile(r"<(?=/?(?:p|div|li|br|h\d|ul|ol|t[rdh]|table|section|dd|dt|hr)\b)", re.IGNORECASE)
WORD = re.compile(r"\w{2,}")
INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\x00]")
HOST = re.compile(r"[\w-]+(\.[\w-]+)+(/\S*)?$")


def losses(content, draft, contacts):
    """(field, what the raw ad says, what is stored) for everything that was lost or changed on the way."""
    found = [
        ("title", flat(content.get("title")) or flat(content.get("jobtitle")), draft.title),
        ("employer", flat(named(content.get("employer"))), draft.employer or ""),
        ("apply_url", linked(content.get("applicationUrl")), linked(draft.apply_url)),
        ("employer_homepage", linked(homepage(content)), linked(draft.employer_homepage)),
        ("date_posted", moment(content.get("published")), whole_seconds(draft.date_posted)),
        ("date_modified", moment(content.get("updated")), whole_seconds(draft.date_modified)),
        ("positions", flat(content.get("positioncount")), draft.positions_raw or ""),
        ("engagement", flat(content.get("engagementtype")), draft.employment_type_raw or ""),
        ("extent", flat(content.get("extent")), draft.extent_raw or ""),
        ("start", flat(content.get("starttime")), draft.start_raw or ""),
        ("deadline_raw", flat(content.get("applicationDue")), draft.deadline_raw or ""),
        ("deadline", day(content.get("applicationDue")), draft.deadline),
    ]
    lost = [(name, raw, stored) for name, raw, stored in found if raw and raw != stored]
    return [*lost, *lost_places(content, draft), *lost_contacts(content, contacts), *lost_words(content, draft)]


def lost_places(content, draft):
    stored = {flat(value).casefold() for place in draft.places for value in parts(place)}
    for item in content.get("workLocations") or ():
        for key in ("city", "municipal", "county", "postalCode", "address"):
            name = flat((item or {}).get(key))
            if (
                name
                and not DAMAGED.search(name)
                and not any(part in stored for part in (name.casefold(), *name.casefold().split(" - ")))
            ):
                yield "place", name, sorted(stored)


def lost_contacts(content, contacts):
    stored = {flat(value) for person in contacts for value in parts(person)}
    for person in content.get("contactList") or ():
        for key in ("name", "title", "email", "phone"):
            value = flat(person.get(key))
            if value and value not in stored:
                yield "contact", value, sorted(stored)


def lost_words(content, draft):
    """Words of the text that a reader sees; markup inside markup counts as text once it is unpacked."""
    wanted, stored = words(content.get("description")), words(draft.description_html)
    damaged = DAMAGED.search(str(content.get("description")))
    if damaged:  # its letters are put right where that can be done
        wanted = words(DAMAGED.sub("", str(content.get("description"))))
    missing = wanted - stored
    if sum(missing.values()) > 0.005 * sum(wanted.values()):
        yield "text", dict(missing.most_common(12)), sum(stored.values())
    added = stored - wanted
    if not damaged and sum(added.values()) > 0.005 * sum(stored.values()) + 1:
        yield "text added", dict(added.most_common(12)), sum(wanted.values())


def words(markup):
    """Every word of a fragment with its count; scripts and styles are no text."""
    text = str(markup or "")
    for _ in range(3):
        text = re.sub(r"&amp;(?=#?\w+;)", "&", text)
    if "<" not in text and "&lt;" in text:
        text = html.unescape(text)
    if not text.strip():
        return Counter()
    tree = lxml_html.fromstring(f"<div>{BLOCK.sub(' <', text.replace(chr(0), ''))}</div>")
    for node in tree.xpath("//script|//style|//comment()"):
        node.drop_tree()
    return Counter(WORD.findall(unicodedata.normalize("NFC", INVISIBLE.sub("", tree.text_content()))))


def flat(value):
    """Short text as a reader sees it."""
    if value is None or isinstance(value, (dict, list)):
        return ""
    text = str(value)
    for _ in range(3):
        text = html.unescape(text)
    text = INVISIBLE.sub("", text)
    return unicodedata.normalize("NFC", " ".join(text.split()))


def linked(value):
    """An address as it can be followed: "www.example.org" without its scheme is one, "Snarest" is none."""
    text = str(value or "").strip()
    if urlsplit(text).scheme in ("http", "https", "mailto"):
        return text
    if re.fullmatch(r"[^@\s]+@[\w.-]+\.\w+", text):
        return f"mailto:{text}"
    return f"https://{text}" if HOST.match(text) else ""


def homepage(content):
    employer = content.get("employer")
    return employer.get("homepage") if isinstance(employer, dict) else None


def named(employer):
    return employer.get("name") if isinstance(employer, dict) else employer


def moment(value):
    """An ISO date as a moment; without a zone it is Oslo's."""
    if str(value).isdigit():  # milliseconds
        return datetime.fromtimestamp(int(value) // 1000, OSLO)
    try:
        found = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return (found if found.tzinfo else found.replace(tzinfo=OSLO)).replace(microsecond=0)


def whole_seconds(found):
    return found and found.replace(microsecond=0)


def day(value):
    """The last day that a plain date names; other forms are for the tests of deadlines."""
    text = flat(value)
    dotted = DOTTED.fullmatch(text)
    if dotted:
        year = int(dotted[3]) + (2000 if len(dotted[3]) == 2 else 0)
        return datetime(year, int(dotted[2]), int(dotted[1]), tzinfo=OSLO).date()
    found = moment(text)
    return found.astimezone(OSLO).date() if found else None


def parts(record):
    return [value for name in record.__slots__ if (value := getattr(record, name))]
