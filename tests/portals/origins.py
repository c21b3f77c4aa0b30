"""Where each capture is from, on which licence, which parser reads it, and why some files hold no ad that is read."""

ORIGINS = {
    # folder: (what it is, public repository, licence of that repository)
    "amedia": ("Amedia's job marketplace, 2017", "navikt/pam-annonsemottak", "MIT"),
    "ats-careerkit": ("recruiting systems, 2026", "omoji-personal/careerkit", "MIT"),
    "finn-atom": ("FINN's partner interface, 2017–2024", "navikt/pam-annonsemottak", "MIT; texts are the advertisers'"),
    "finn-html": ("an ad page of FINN, 2026", "aHk-coder/finn-mcp", "MIT; texts are the advertisers'"),
    "jobtech": ("Platsbanken (JobTech)", "JobtechSwe/elastic-importers, JobtechSwe/sokannonser-api", "Apache-2.0"),
    "nav-annonsemottak-history": ("older intake formats of NAV, 2017–2018", "navikt/pam-annonsemottak", "MIT"),
    "nav-eures": ("NAV's ads on their way to EURES", "navikt/pam-eures-stilling-eksport", "MIT"),
    "nav-feed": (
        "NAV's feed: the old one of 2024, and today's shapes",
        "navikt/pam-stilling-feed, radbrt/tap-arbeidsplassen",
        "MIT; Apache-2.0",
    ),
    "nav-import-api": ("ads as recruiting systems post them to NAV", "navikt/pam-import-api", "MIT"),
    "nav-public-feed": ("the index behind NAV's old public feed", "navikt/pam-public-feed", "MIT"),
    "nav-rekrutteringsbistand": (
        "NAV's internal front end, 2019–2020",
        "navikt/rekrutteringsbistand-stilling, navikt/rekrutteringsbistand-stillingssok",
        "MIT",
    ),
    "nav-stillingsok-page": ("a hit of arbeidsplassen's search, 2025", "navikt/pam-stillingsok", "MIT"),
    "nav-xmlstilling": ("HR-XML of partners to NAV, 2018–2020", "navikt/pam-xml-stilling", "MIT"),
}
TITLES = {
    "ashby": "Ashby",
    "greenhouse": "Greenhouse",
    "icims": "iCIMS",
    "lever": "Lever",
    "oracle_orc": "Oracle Recruiting",
    "oracle_orc_detail": "Oracle Recruiting",
    "personio": "Personio",
    "pinpoint": "Pinpoint",
    "recruitee": "Recruitee",
    "smartrecruiters": "SmartRecruiters",
    "teamtailor": "Teamtailor",
    "workable": "Workable",
    "workday": "Workday",
}
OWN_SPIDER = {
    # folder or file: the spider whose own parser reads it as it is; all others are read by NAV's parser, keys moved
    **{
        f"ats-careerkit/{name}": name.partition(".")[0]
        for name in (
            *("ashby.json", "greenhouse.json", "lever.json", "personio.xml", "recruitee.json", "smartrecruiters.json"),
            *("teamtailor.json", "workable.json", "workday.json"),
        )
    },
    "ats-careerkit/icims.html": "schema_org",
    "finn-atom": "finn",
    "finn-html": "finn",
    "jobtech/platsannons_results_eng.json": "jobtech",
    "jobtech/platsannonser_expected_after_conversion.json": "jobtech",
    "nav-stillingsok-page": "arbeidsplassen",
    **dict.fromkeys(
        (
            *("nav-feed/shape_feed_page_1.json", "nav-feed/shape_feed_page_2_tip.json"),
            *("nav-feed/shape_feedentry_active.json", "nav-feed/shape_feedentry_inactive.json"),
        ),
        "nav_feed",
    ),
}
UNREAD = {
    # folder or file: why it is no answer with ads
    "brreg": "entries of the register of organisations, and its interface description",
    "klass": "SSB's classifications",
    "nav-categories": "occupations, postal codes, municipalities, counties and countries",
    "ssb": "statistics of wages (JSON-stat2), and a query for them",
    "styrk": "STYRK-08 beside NAV's own categories",
    "finn-atom/ad.json": "FINN's model of an ad: names of fields, no ad",
    "finn-atom/service_document.xml": "FINN's list of markets: no ad",
    "nav-import-api/transfer-ads-parse-error.json": "broken on purpose: told as JSON that cannot be read",
    "nav-public-feed/public-feed-api.yaml": "interface description",
    "nav-rekrutteringsbistand/search.json": "hits of a search for employers",
    "nav-stillingsok-page/robots.txt": "the site's robots.txt",
    "nav-stillingsok-page/stilling-mapping.json": "the index's field types",
}
REASONS = {
    # file: why fewer ads are read than stand in it
    "amedia/idResultat.json": "hits that are ids alone, without any ad",
    "ats-careerkit/icims.html": "cards without schema.org data: left out, and told so",
    "ats-careerkit/personio.xml": "one position, given twice",
    "ats-careerkit/workable.json": "one job, given once for each of its two places",
    "nav-annonsemottak-history/samples__92aca435-0df2-4b05-8150-d9f4b84ff087.json": (
        "a row that says only why an address could not be loaded"
    ),
    "nav-import-api/transfer-ads-missing.json": "lacks title and text on purpose",
}


def source_of(name):
    """Title of the source that a file is an answer of."""
    folder, _, file = name.partition("/")
    return TITLES[file.partition(".")[0]] if folder == "ats-careerkit" else ORIGINS[folder][0]
