"""Ads that partners send as XML (HR-XML in SOAP, FINN's Atom) in the shape of NAV's feed entry.

Names are taken without their namespaces: some captures declare none on purpose.
"""

from lxml import etree

PARSER = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)


def ads_in_xml(data):
    """Every ad of a document as ad_content; none for a document of another kind."""
    root = etree.fromstring(data, PARSER)
    if local(root) == "PositionOpening":
        yield eures(root)
    for node in all_named(root, "PositionOpening"):
        yield hr_xml(node)
    for node in [root, *all_named(root, "entry")] if local(root) == "entry" else all_named(root, "entry"):
        yield atom(node)


def hr_xml(node):
    """A PositionOpening as recruitment systems send it to NAV, 2018 to 2020."""
    profile = one(node, "PositionProfile")
    address = one(profile, "PhysicalLocation")
    return {
        "title": text(profile, "ProfileName"),
        "description": text(one(profile, "FormattedPositionDescription"), "Value"),
        "employer": {"name": text(node, "EntityName")},
        "workLocations": [
            {
                "city": text(address, "Name"),
                "postalCode": text(address, "PostalCode"),
                "address": text(address, "AddressLine"),
                "country": text(address, "CountryCode"),
            }
        ],
        "contactList": [{"name": text(address, "FormattedName"), "email": text(profile, "InternetEmailAddress")}],
        "applicationDue": text(profile, "MaximumEndDate") or text(profile, "MaximumStartDate"),
        "applicationUrl": text(profile, "InternetWebAddress"),
        "published": text(profile, "ValidFrom"),
        "starttime": text(profile, "StartDate"),
        "positioncount": text(node, "NumberToFill"),
    }


def eures(node):
    """A PositionOpening as NAV passes it on to EURES."""
    return {
        "title": text(node, "PositionTitle"),
        "description": text(one(node, "PositionFormattedDescription"), "Content"),
        "employer": {"name": text(node, "OrganizationName"), "orgnr": text(node, "OrganizationLegalID")},
        "workLocations": [
            {
                "city": text(node, "CityName"),
                "postalCode": text(node, "PostalCode"),
                "address": text(node, "AddressLine"),
                "country": text(node, "CountryCode"),
            }
        ],
        "positioncount": text(node, "PositionOpenQuantity"),
        "published": node.get("validFrom"),
    }


def atom(node):
    """An entry of FINN's partner feed; a search page gives no texts."""
    place = one(node, "location")
    links = {link.get("rel"): link.get("href") for link in all_named(node, "link")}
    return {
        "title": text(node, "title"),
        "description": " ".join(stated(field, "value") for field in fields(node, "general_text")),
        "employer": {"name": text(one(node, "author"), "name"), "homepage": stated(node, "url")},
        "workLocations": [
            {
                "city": text(place, "city"),
                "postalCode": text(place, "postal-code"),
                "address": text(place, "address"),
                "country": text(place, "country"),
            }
        ],
        "contactList": [
            {key: stated(field, key) for key in ("name", "title", "email", "phone")}
            for field in fields(node, "contact")
        ],
        "applicationDue": stated(node, "application_deadline"),
        "applicationUrl": links.get("http://api.finn.no/relations/apply") or stated(node, "application_url"),
        "published": text(node, "published"),
        "updated": text(node, "updated"),
        "expires": text(node, "expires"),
        "sourceurl": links.get("alternate"),
        "engagementtype": stated(node, "duration"),
        "extent": stated(node, "extent"),
        "positioncount": stated(node, "no_of_positions"),
        "jobtitle": stated(node, "job_title"),
    }


def local(node):
    return node.tag.rpartition("}")[2].rpartition(":")[2] if isinstance(node.tag, str) else ""


def all_named(node, name):
    return [] if node is None else [item for item in node.iter() if local(item) == name and item is not node]


def one(node, name):
    return next(iter(all_named(node, name)), None)


def text(node, name):
    """What stands in the first element called ``name``."""
    found = one(node, name)
    return found.text.strip() if found is not None and found.text else ""


def fields(node, name):
    """FINN's fields of that name, at any depth."""
    return [item for item in all_named(node, "field") if item.get("name") == name]


def stated(node, name):
    """The value of FINN's first field of that name."""
    found = next(iter(fields(node, name)), None)
    if found is None:
        return ""
    return (found.get("value") or found.text or "").strip()
