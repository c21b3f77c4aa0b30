"""Real ads of other interfaces brought into the shape of NAV's feed entry.

Only keys are moved; every value stays as it was captured, damage included.
"""

import json


def ads_in(data):
    """(the ad as captured, the same as ad_content) for every ad anywhere in ``data``."""
    if isinstance(data, list):
        for item in data:
            yield from ads_in(item)
    elif isinstance(data, dict) and {"headers", "rows"} <= set(data):
        yield from ads_in([dict(zip(data["headers"], row, strict=True)) for row in data["rows"]])
    elif isinstance(data, dict):
        shape = shape_of(data)
        if shape and not data.get("error"):
            yield data, shape(data)
        else:
            for item in data.values():
                yield from ads_in(item)


def is_open(ad):
    """Does its own system show the ad to everybody? The feed masks and closes what it does not."""
    shown = ad.get("status") in (None, "ACTIVE", "RECEIVED", 1, "MOTTATT", "published")
    return shown and ad.get("privacy") in (None, "SHOW_ALL")


def shape_of(ad):
    """The function that knows this kind of ad; None for what is none."""
    for keys, shape in SHAPES:
        if keys <= set(ad):
            return shape
    return None


def as_it_is(ad):
    return ad


def internal(ad):
    """NAV's own ad object: texts lie in ``properties``."""
    more, employer = ad.get("properties") or {}, ad.get("employer") or {}
    named = more.get("employer") or employer.get("name") or employer.get("businessName") or ad.get("businessName")
    moved = ("jobtitle", "engagementtype", "extent", "starttime", "positioncount", "sector", "sourceurl")
    return {
        **{key: ad.get(key) for key in ("title", "contactList", "published", "expires", "updated", "source")},
        **{key: more.get(key) for key in moved},
        "description": more.get("adtext"),
        "employer": {
            "homepage": more.get("employerhomepage"),
            "description": more.get("employerdescription"),
            **employer,
            "name": named,
        },
        "workLocations": ad.get("locationList") or ad.get("locations") or [ad.get("location")],
        "applicationDue": more.get("applicationdue"),
        "applicationUrl": more.get("applicationurl"),
        "categoryList": ad.get("categoryList"),
    }


def transferred(ad):
    """An ad as recruitment systems post it to NAV."""
    return {**internal(ad), "description": ad["adText"], "positioncount": ad.get("positions")}


def amedia(ad):
    """Amedia's marketplace, 2017."""
    company, more, address = ad.get("company") or {}, ad.get("attributes") or {}, ad.get("address") or {}
    persons = [*(ad.get("contacts") or ()), *(company.get("contacts") or ())]
    parts = [part["value"] for part in ad.get("text") or () if part.get("value")]
    return {
        "title": ad.get("title"),
        "description": "".join(parts) or more.get("description"),
        "employer": {"name": company.get("title") or more.get("employer"), "homepage": company.get("homepage")},
        "workLocations": [
            {
                "address": address.get("primary_address"),
                "postalCode": address.get("post_code"),
                "city": address.get("post_location"),
            }
        ],
        "contactList": [{**person, "phone": person.get("mobile")} for person in persons],
        "published": ad.get("publish_from_time"),
        "expires": ad.get("publish_to_time"),
        "updated": ad.get("system_modified_time"),
        "applicationDue": more.get("applicationdue"),
        "applicationUrl": more.get("applicationurl"),
        "engagementtype": more.get("engagementtype"),
        "positioncount": more.get("positioncount"),
        "starttime": more.get("starttime"),
    }


def polaris(ad):
    """A newspaper house's marketplace, 2018."""
    place = ad.get("Location") or {}
    return {
        "title": ad["Title"],
        "description": ad["Text"],
        "employer": {"name": ad.get("CompanyName"), "homepage": ad.get("CompanyWebsite")},
        "workLocations": [
            {
                "address": place.get("street"),
                "postalCode": place.get("postal"),
                "city": place.get("city"),
                "municipal": place.get("municipality"),
            }
        ],
        "contactList": [
            {**person, "phone": person.get("telephone") or person.get("mobile")} for person in ad["ContactPeople"]
        ],
        "applicationDue": ad.get("ApplicationDeadlineDate") or ad.get("ApplicationDeadlineText"),
        "applicationUrl": ad.get("ExternalSystemUrl"),
        "published": ad.get("DateTimeCreated"),
        "updated": ad.get("DateTimeModified"),
        "positioncount": ad.get("Vacancies"),
        "engagementtype": ad.get("EmploymentType"),
        "sector": ad.get("Sector"),
        "starttime": ad.get("AccessionText"),
    }


def temporary_feed(ad):
    """FINN's ads on their way into NAV, 2017; the contacts are JSON inside a text."""
    more = ad.get("properties") or {}
    return {
        "title": ad["stillingstittel"],
        "description": ad["annonsetekst"],
        "employer": {"name": ad.get("arbeidsgiver")},
        "workLocations": [
            {
                "country": more.get("location.country"),
                "city": more.get("location.city"),
                "postalCode": more.get("location.postalCode"),
                "address": more.get("location.address"),
            }
        ],
        "contactList": persons_in(more.get("Kontaktinfo")),
        "applicationDue": ad.get("soeknadsfrist"),
        "applicationUrl": more.get("Soknadslenke"),
        "published": ad.get("published"),
        "expires": ad.get("expires"),
        "sourceurl": ad.get("url"),
        "engagementtype": more.get("Varighet"),
        "sector": more.get("Sektor"),
    }


def partner(ad):
    """What was left of partners' XML after the intake, damaged letters included."""
    return {
        "title": ad["stillingstittel"],
        "description": ad["stillingsbeskrivelse"],
        "employer": {"name": ad.get("arbeidsgiver"), "homepage": ad.get("arbeidsgiverWebadresse")},
        "workLocations": [{"address": ad.get("arbeidsgiverAdresse"), "postalCode": ad.get("arbeidsgiverPostnummer")}],
        "applicationDue": ad.get("soknadsfrist"),
        "expires": ad.get("sistePubliseringsdato"),
        "positioncount": ad.get("antallStillinger"),
    }


def solr(ad):
    """NAV's search index of 2018."""
    return {
        "title": ad["TITTEL"],
        "description": ad["STILLINGSBESKRIVELSE"],
        "employer": {"name": ad.get("ARBEIDSGIVERNAVN")},
        "workLocations": [
            {
                "city": ad.get("ADRESSEPOSTSTED"),
                "postalCode": first(ad.get("ADRESSEPOSTNR")),
                "municipal": first(ad.get("KOMMUNE")),
                "county": first(ad.get("FYLKE")),
                "country": ad.get("LAND"),
            }
        ],
        "applicationDue": ad.get("SOKNADSFRIST"),
        "published": ad.get("PUBLISERES_FRA"),
        "expires": ad.get("SISTEPUBLISERINGSDATO"),
        "engagementtype": first(ad.get("ANSETTELSESFORHOLD")),
        "extent": first(ad.get("HELTIDDELTID_VISNING")),
        "positioncount": ad.get("ANTALLSTILLINGER"),
    }


def scraped(ad):
    """A row of a scraper's table; one with an ``error`` is an address that it could not load."""
    return {
        "title": ad["Annonsetittel"],
        "description": ad["Annonsetekst"],
        "employer": {"name": ad.get("Arbeidsgiver") or ad.get("Annonsor")},
        "workLocations": [{"city": ad.get("Arbeidssted"), "county": ad.get("Fylke")}],
        "applicationDue": ad.get("Soknadsfrist"),
        "applicationUrl": ad.get("Soknadslenke") or ad.get("AnnonseURL"),
        "published": ad.get("Mottatt dato"),
        "sourceurl": ad.get("AnnonseURL"),
        "extent": ad.get("HeltidDeltid"),
        "starttime": ad.get("Tiltredelse"),
        "positioncount": ad.get("Antall stillinger"),
    }


def swedish(ad):
    """Platsbanken (JobTech), as its search answers."""
    text, employer, place = (ad.get(key) or {} for key in ("description", "employer", "workplace_address"))
    return {
        "title": ad.get("headline"),
        "description": text.get("text_formatted") or text.get("text"),
        "employer": {"name": employer.get("name"), "homepage": employer.get("url")},
        "workLocations": [
            {
                "city": place.get("city"),
                "postalCode": place.get("postcode"),
                "municipal": place.get("municipality"),
                "county": place.get("region"),
                "country": place.get("country"),
                "address": place.get("street_address"),
            }
        ],
        "applicationDue": ad.get("application_deadline"),
        "applicationUrl": (ad.get("application_details") or {}).get("url"),
        "published": ad.get("publication_date"),
        "expires": ad.get("last_publication_date"),
        "positioncount": ad.get("number_of_vacancies"),
        "starttime": ad.get("access"),
    }


def swedish_source(ad):
    """Platsbanken before its own conversion."""
    place = ad.get("arbetsplatsadress") or {}
    return {
        "title": ad["annonsrubrik"],
        "description": ad.get("annonstextFormaterad") or ad["annonstext"],
        "employer": {"name": ad.get("arbetsgivareNamn"), "homepage": ad.get("webbadress")},
        "workLocations": [
            {
                "city": place.get("postort"),
                "postalCode": place.get("postnr"),
                "municipal": (place.get("kommun") or {}).get("namn"),
                "county": (place.get("lan") or {}).get("namn"),
            }
        ],
        "contactList": [
            {"name": f"{person.get('fornamn')} {person.get('efternamn')}", "email": person.get("epost")}
            for person in ad.get("kontaktpersoner") or ()
        ],
        "applicationDue": ad.get("sistaAnsokningsdatum"),
        "published": ad.get("publiceringsdatum"),
        "expires": ad.get("sistaPubliceringsdatum"),
        "positioncount": ad.get("antalPlatser"),
    }


def pinpoint(ad):
    """A posting of Pinpoint's list."""
    parts = [ad.get(key) or "" for key in ("description", "key_responsibilities", "skills_knowledge_expertise")]
    return {
        "title": ad["title"],
        "description": "".join(parts),
        "employer": {"name": None},
        "workLocations": [{"country": (ad.get("location") or {}).get("name")}],
        "applicationDue": ad.get("deadline_at"),
        "applicationUrl": ad.get("url"),
    }


def oracle(ad):
    """A requisition of Oracle's list, or the same read in full."""
    keys = ("ExternalDescriptionStr", "ExternalResponsibilitiesStr", "ExternalQualificationsStr")
    return {
        "title": ad["Title"],
        "description": "".join(ad.get(key) or "" for key in keys) or ad.get("ShortDescriptionStr"),
        "employer": {"name": None},
        "workLocations": [{"city": ad.get("PrimaryLocation")}],
        "published": ad.get("PostedDate") or ad.get("ExternalPostedStartDate"),
    }


def persons_in(text):
    """Contacts that are JSON inside a text; some senders wrote plain words there."""
    return json.loads(text) if text and text.startswith("[") else []


def first(value):
    return value[0] if isinstance(value, list) and value else None


SHAPES = (
    ({"ad_content", "uuid"}, lambda entry: entry["ad_content"]),
    ({"title", "description", "employer", "workLocations"}, as_it_is),
    ({"title", "adText"}, transferred),
    ({"title", "properties", "published"}, internal),
    ({"Title", "Text", "CompanyName"}, polaris),
    ({"stillingstittel", "annonsetekst"}, temporary_feed),
    ({"stillingstittel", "stillingsbeskrivelse"}, partner),
    ({"TITTEL", "STILLINGSBESKRIVELSE"}, solr),
    ({"Annonsetittel", "Annonsetekst"}, scraped),
    ({"headline", "application_deadline"}, swedish),
    ({"annonsrubrik", "annonstext"}, swedish_source),
    ({"title", "company", "attributes"}, amedia),
    ({"title", "workplace_type", "key_responsibilities"}, pinpoint),
    ({"Title", "PrimaryLocation"}, oracle),
)
