"""Real answers of recruiting systems: where each lies on its system's host, and its ads as plain facts to compare.

The captures were trimmed by their authors, so the totals that they state are cut down to what is there.
"""

import json

from lxml import etree

from tests.portals.captures import CAPTURES
from tests.portals.shapes import first

FOLDER = CAPTURES / "ats-careerkit"


def answer(platform):
    """(base path, path of the list, body) of one vendor's capture."""
    base, path = ADDRESSES[platform]
    return base, base + path, body(platform)


def body(platform):
    """The list as captured, whole as far as it goes."""
    (file,) = FOLDER.glob(f"{platform}.*")
    if file.suffix == ".xml":
        return file.read_bytes()
    data = json.loads(file.read_text(encoding="utf-8"))
    if platform == "greenhouse":
        data["meta"]["total"] = len(data["jobs"])
    return json.dumps(data).encode()


def facts(platform):
    """Every ad of a capture in the keys of NAV's ad_content."""
    if platform == "personio":
        return once(map(personio, etree.fromstring(body(platform))))
    data = json.loads(body(platform))
    name, shape = SHAPES[platform]
    return once(shape(item) for item in (data[name] if name else data))


def once(ads):
    """Some lists give a job once for each of its places."""
    return list({item.get("ref", number): item for number, item in enumerate(ads)}.values())


def ashby(ad):
    place = ad["address"]["postalAddress"]
    return {
        "title": ad["title"],
        "description": ad["descriptionHtml"],
        "applicationUrl": ad["applyUrl"],
        "published": ad["publishedAt"],
        "workLocations": [{"city": place["addressLocality"], "county": place["addressRegion"]}],
        "engagementtype": ad["employmentType"],
    }


def greenhouse(ad):
    return {
        "title": ad["title"],
        "description": ad["content"],
        "employer": ad["company_name"],
        "published": ad["first_published"],
        "updated": ad["updated_at"],
        "applicationDue": ad["application_deadline"],
        "applicationUrl": ad["absolute_url"],
        "workLocations": [{"city": ad["location"]["name"].partition(",")[0]}],
    }


def lever(ad):
    lists = "".join(f"<h3>{part['text']}</h3>{part['content']}" for part in ad["lists"])
    return {
        "title": ad["text"],
        "description": f"{ad['description']}{lists}{ad['additional']}",
        "applicationUrl": ad["applyUrl"],
        "published": ad["createdAt"],
        "workLocations": [{"city": ad["categories"]["location"].partition(",")[0]}],
        "engagementtype": ad["categories"]["commitment"],
    }


def recruitee(ad):
    return {
        "title": ad["title"],
        "description": ad["description"] + ad["requirements"],
        "employer": ad["company_name"],
        "applicationUrl": ad["careers_apply_url"],
        "workLocations": [{"city": ad["city"], "postalCode": ad["postal_code"]}],
    }


def smartrecruiters(ad):
    place = ad["location"]
    return {
        "title": ad["name"],
        "employer": ad["company"]["name"],
        "published": ad["releasedDate"],
        "workLocations": [{"city": place["city"], "postalCode": place["postalCode"], "address": place["address"]}],
    }


def teamtailor(ad):
    node = ad["_jobposting"]
    places = [item["address"] for item in node["jobLocation"]]
    return {
        "title": node["title"],
        "published": node["datePosted"],
        "workLocations": [
            {"city": item.get("addressLocality"), "postalCode": item.get("postalCode")} for item in places
        ],
    }


def workable(ad):
    return {
        "ref": ad["shortcode"],
        "title": ad["title"],
        "published": ad["published_on"],
        "workLocations": [{"city": ad["city"]}],
    }


def workday(ad):
    return {"title": ad["title"]}


def personio(node):
    """One position; the capture repeats it."""
    found = {child.tag: child.text for child in node}
    return {
        "ref": found["id"],
        "title": found["name"],
        "employer": found["subcompany"],
        "published": found["createdAt"],
        "workLocations": [{"city": found["office"]}, {"city": first([item.text for item in node.iter("office")][1:])}],
    }


SHAPES = {
    "ashby": ("jobs", ashby),
    "greenhouse": ("jobs", greenhouse),
    "lever": ("", lever),
    "recruitee": ("offers", recruitee),
    "smartrecruiters": ("content", smartrecruiters),
    "teamtailor": ("items", teamtailor),
    "workable": ("jobs", workable),
    "workday": ("jobPostings", workday),
}
ADDRESSES = {
    "ashby": ("/posting-api/job-board/acme", ""),
    "greenhouse": ("/v1/boards/acme", "/jobs"),
    "lever": ("/v0/postings/acme", ""),
    "personio": ("", "/xml"),
    "recruitee": ("", "/api/offers/"),
    "smartrecruiters": ("/v1/companies/acme", "/postings"),
    "teamtailor": ("", "/jobs.json"),
    "workable": ("/api/v1/widget/accounts/acme", ""),
    "workday": ("/wday/cxs/acme/Careers", "/jobs"),
}
