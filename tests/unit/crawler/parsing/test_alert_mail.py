"""Alert mails: several ads out of one, canonical addresses, whatever the mail looks like."""

from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.parsing.alert_mail import read_alert_mail
from domain.postings import DeadlineKind

MAILS = Path(__file__).resolve().parents[4] / "fixtures" / "mails"
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def ads(name):
    return [(ad.source, ad.draft) for ad in read_alert_mail((MAILS / name).read_bytes(), NOW).ads]


def mail(html="", text="", **headers):
    message = EmailMessage()
    message["Subject"] = headers.get("subject", "Nye treff")
    message["Date"] = headers.get("date", "Thu, 19 Nov 2026 06:04:11 +0100")
    message.set_content(text or "se HTML")
    if html:
        message.add_alternative(html, subtype="html")
    return read_alert_mail(message.as_bytes(), NOW)


def test_finns_mail_gives_every_hit_with_its_deadline():
    found = ads("finn_saved_search.eml")
    assert [(draft.source_ref, draft.title, draft.employer) for _, draft in found] == [
        ("479411730", "Kundesenterleder", "Havgard Forsikring"),
        ("479302218", "Skiftleder kundeservice, kveld og helg", "Ringsvar Outsourcing AS"),
        ("479390551", "Salgsleder kundesenter (utgående)", "Vervekraft AS"),
        ("479401203", "Kundeservicesjef", "Nordlys Strøm"),
        ("479388140", "Kundekonsulent", "Kystnett AS"),
        ("479377002", "Butikkleder", "Elkøpet Sørlandet AS"),
    ]
    assert {source for source, _ in found} == {"finn"}
    first, second = found[0][1], found[1][1]
    assert (first.deadline_kind, first.deadline, first.places[0].city) == (DeadlineKind.ASAP, None, "Bergen")
    assert str(second.deadline) == "2026-12-04"
    assert first.url == first.apply_url == "https://www.finn.no/job/ad/479411730"
    assert first.references == ("finn:479411730",)


def test_linkedins_mail_gives_employer_and_place_from_one_line():
    found = ads("linkedin_job_alert.eml")
    assert [draft.source_ref for _, draft in found] == [
        *("4301990011", "4301990077", "4302005512", "4301877400", "4301900318", "4301855121")
    ]
    first, third, fourth = found[0][1], found[2][1], found[3][1]
    assert (first.title, first.employer) == ("Head of Customer Care", "Fjordnett")
    assert (first.places[0].city, first.places[0].county, first.places[0].country) == ("Lysaker", "Akershus", "NO")
    assert first.url == "https://www.linkedin.com/jobs/view/4301990011/"
    assert third.job_location_type == "TELECOMMUTE"
    assert fourth.places[0].country == "SE"


def test_indeeds_mail_gives_pay_and_age():
    found = {draft.source_ref: draft for _, draft in ads("indeed_job_alert.eml")}
    first, hourly, least = (found[ref] for ref in ("3f1c90aa7be20417", "e2c6a8f01b3d4975", "5b9e0c77d1a24f38"))
    assert len(found) == 6
    assert (first.employer, first.places[0].city) == ("Fjordnett AS", "Lysaker")
    assert str(first.date_posted.date()) == "2026-11-19"
    assert (first.salary.minimum, first.salary.maximum, first.salary.period) == (1050000, 1250000, "year")
    assert (hourly.salary.minimum, hourly.salary.period, str(hourly.date_posted.date())) == (190, "hour", "2026-11-21")
    assert (least.salary.minimum, least.salary.maximum) == (198, None)
    assert first.url == "https://no.indeed.com/viewjob?jk=3f1c90aa7be20417"
    assert first.summary.startswith("Fjordnett er fiberselskapet")


@pytest.mark.parametrize("name", sorted(path.name for path in MAILS.glob("*.eml")))
def test_no_tracking_link_and_nothing_of_the_footer_is_kept(name):
    for _, draft in ads(name):
        for word in ("utm_", "trackingId", "rc/clk", "/comm/", "unsubscribe", "Avslutt", "Manage alerts", "alle treff"):
            assert word not in str(draft)


@pytest.mark.parametrize("name", sorted(path.name for path in MAILS.glob("*.eml")))
def test_the_plain_part_alone_gives_the_same_ads(name):
    whole = (MAILS / name).read_bytes()
    plain = whole[: whole.index(b"Content-Type: text/html")]
    found = read_alert_mail(plain, NOW).ads
    assert [(ad.source, ad.draft.source_ref, ad.draft.title) for ad in found] == [
        (source, draft.source_ref, draft.title) for source, draft in ads(name)
    ]
    assert [ad.draft.places[0].city for ad in found] == [draft.places[0].city for _, draft in ads(name)]


def test_a_link_wrapped_in_a_counter_leads_to_the_ad():
    wrapped = "https://click.mail.example/r?u=https%3A%2F%2Fwww.finn.no%2Fjob%2Fad%2F480000001%3Futm_source%3Dx&id=9"
    (ad,) = mail(f'<a href="{wrapped}">Kundeservicesjef</a><br>Havbris<br>Bodø · Frist 4.12.2026').ads
    assert (ad.draft.url, ad.draft.employer) == ("https://www.finn.no/job/ad/480000001", "Havbris")
    assert str(ad.draft.deadline) == "2026-12-04"


def test_finns_other_markets_and_other_peoples_links_are_no_ads():
    html = (
        '<a href="https://www.finn.no/realestate/homes/ad.html?finnkode=480000002">Hytte</a>'
        '<p><a href="https://www.example.org/job/ad/480000003">Noe annet</a></p>'
        '<p><a href="https://www.finn.no/job/search?q=leder">Se alle</a></p>'
    )
    assert mail(html).ads == ()


def test_an_ad_named_twice_is_one_ad_and_a_picture_is_no_title():
    link = '<a href="https://www.finn.no/job/ad/480000001">'
    picture, words = f"<td>{link}<img src=x></a></td>", f"<td>{link}Leder</a><br>Havbris</td>"
    html = f"<table><tr>{picture}{words}</tr></table>{link}Se annonsen</a>"
    (ad,) = mail(html).ads
    assert (ad.draft.title, ad.draft.employer) == ("Leder", "Havbris")


def test_a_mail_without_ads_dates_or_letters_of_a_known_kind_brings_nothing_and_raises_nothing():
    assert mail("<p>Hei</p>").ads == ()
    assert read_alert_mail(b"", NOW).ads == ()
    assert read_alert_mail(b"\xff\xfe\x00Subject: \x81", NOW).ads == ()
    broken = mail("", "x", date="i går", subject="=?utf-8?q?=C3?=")
    assert broken.sent_at is None


def test_a_deadline_without_a_year_is_counted_from_the_mail():
    (ad,) = mail('<a href="https://www.finn.no/job/ad/480000001">Leder</a><br>Havbris<br>Oslo · Frist 3. januar').ads
    assert str(ad.draft.deadline) == "2027-01-03"


def test_deep_markup_is_no_danger():
    html = "<div>" * 5000 + '<a href="https://www.finn.no/job/ad/480000001">Leder</a>'
    assert mail(html).sent_at


def whole():
    """FINN's mail, its HTML and its plain text."""
    message = (MAILS / "finn_saved_search.eml").read_bytes()
    parts = {part.get_content_type(): part.get_payload(decode=True).decode() for part in parts_of(message)}
    return message, parts["text/html"], parts["text/plain"]


def parts_of(message):
    return [part for part in message_from_bytes(message).walk() if not part.is_multipart()]


def forwarded(html="<p>Se vedlagt</p>", plain="Se vedlagt", **attached):
    outer = EmailMessage()
    outer["Subject"], outer["Date"] = "Fwd: treff", "Mon, 23 Nov 2026 09:00:00 +0100"
    outer.set_content(plain)
    if html:
        outer.add_alternative(html, subtype="html")
    for name, message in attached.items():
        if name == "message":
            outer.add_attachment(message_from_bytes(message))
        else:
            outer.add_attachment(message, maintype="application", subtype="octet-stream", filename="treff.eml")
    return outer.as_bytes()


def hits(message):
    return [(ad.draft.source_ref, ad.draft.title, ad.draft.employer) for ad in read_alert_mail(message, NOW).ads]


def test_a_mail_forwarded_in_any_way_gives_what_it_gave_before():
    message, html, plain = whole()
    gmail = (
        f'<div>Se her<br><div class="gmail_quote">---------- Forwarded message ---------<br>Fra: FINN<br>{html}</div>'
    )
    expected = hits(message)
    assert len(expected) == 6
    assert hits(forwarded(message=message)) == expected
    assert hits(forwarded(file=message)) == expected
    assert hits(forwarded(html=gmail)) == expected
    assert hits(forwarded(html="", plain="\n".join(f"> {line}" for line in plain.splitlines()))) == expected
    assert hits(forwarded(message=forwarded(message=message))) == expected, "forwarded twice"


def test_days_are_counted_from_the_forwarded_mails_own_date():
    inner = mail_bytes(
        '<a href="https://no.indeed.com/viewjob?jk=3f1c90aa7be20417">Leder</a><br>A – Oslo<br>2 dager siden'
    )
    (ad,) = read_alert_mail(forwarded(message=inner), NOW).ads
    assert str(ad.draft.date_posted.date()) == "2026-11-17"


def mail_bytes(html):
    message = EmailMessage()
    message["Date"] = "Thu, 19 Nov 2026 06:04:11 +0100"
    message.set_content(html, subtype="html", cte="base64")
    return message.as_bytes()


def test_twenty_ads_in_one_digest_are_twenty():
    card = '<tr><td><a href="https://www.finn.no/{0}?u=1"><img></a></td><td><a href="https://www.finn.no/{0}?u">'
    card += "<b>Leder {0}</b></a><br>Havbris<br>Oslo · Frist 4.12.2026</td></tr>"
    html = "<table>" + "".join(card.format(480_000_000 + number) for number in range(20)) + "</table>"
    found = read_alert_mail(mail_bytes(html), NOW).ads
    assert len({ad.draft.url for ad in found}) == 20
    assert {(ad.draft.employer, str(ad.draft.deadline)) for ad in found} == {("Havbris", "2026-12-04")}


FINN = ("finn", "https://www.finn.no/job/ad/479411730")
LINKEDIN = ("linkedin", "https://www.linkedin.com/jobs/view/4301990011/")
INDEED = ("indeed", "https://no.indeed.com/viewjob?jk=3f1c90aa7be20417")


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://www.finn.no/job/ad/479411730?utm_source=savedsearch&utm_medium=email", FINN),
        ("https://www.finn.no/job/fulltime/ad.html?finnkode=479411730&ref=mail", FINN),
        ("https://www.finn.no/479411730?utm_campaign=x", FINN),
        (
            "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.finn.no%2Fjob%2Fad%2F479411730&d=5",
            FINN,
        ),
        ("https://urldefense.proofpoint.com/v2/url?u=https-3A__www.finn.no_job_ad_479411730-3Futm&d=DwMF", FINN),
        (
            "https://urldefense.com/v3/__https://www.linkedin.com/comm/jobs/view/4301990011/?t=x__;!!abc",
            LINKEDIN,
        ),
        ("https://www.linkedin.com/comm/jobs/view/4301990011/?trackingId=q%3D%3D&refId=9&midToken=A", LINKEDIN),
        ("https://no.linkedin.com/jobs/view/kundeservicesjef-at-fjordnett-4301990011?refId=9", LINKEDIN),
        ("https://www.linkedin.com/jobs/search/?currentJobId=4301990011&origin=JOB_ALERT_EMAIL", LINKEDIN),
        ("https://no.indeed.com/rc/clk/dl?jk=3f1c90aa7be20417&from=ja&qd=x", INDEED),
        ("https://no.indeed.com/viewjob?from=ja&jk=3f1c90aa7be20417&tk=1", INDEED),
        ("https://www.google.com/url?q=https://no.indeed.com/viewjob?jk%3D3f1c90aa7be20417&sa=D", INDEED),
    ],
)
def test_a_tracking_link_is_reduced_to_the_ads_public_address(link, expected):
    (ad,) = mail(f'<a href="{link.replace("&", "&amp;")}">Leder</a><br>Havbris').ads
    assert (ad.source, ad.draft.url) == expected


def test_a_title_with_its_link_behind_it_takes_the_lines_that_follow():
    plain = (
        "*6 nye treff*\n*Kundesenterleder* <https://www.finn.no/job/ad/479411730?utm=1>\nHavgard\nBergen\n"
        "\n*Skiftleder* <https://www.finn.no/job/ad/479302218>\nRingsvar AS\nHamar\n"
    )
    assert hits(forwarded(html="", plain=plain)) == [
        ("479411730", "Kundesenterleder", "Havgard"),
        ("479302218", "Skiftleder", "Ringsvar AS"),
    ]


def test_links_that_do_not_say_which_ad_are_told_as_such():
    html = '<a href="https://cts.indeed.com/v3/H4sIAAAA">Leder</a><p>Havbris - Oslo</p>'
    assert mail(html).opaque
    assert not mail("<p>Hei</p>").opaque
    assert not read_alert_mail(whole()[0], NOW).opaque


def test_mails_in_mails_without_end_are_read_only_so_deep():
    message = b"Subject: Fwd\nContent-Type: message/rfc822\n\n" * 90 + whole()[0]
    assert read_alert_mail(message, NOW).ads == ()


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=3000))
def test_bytes_of_any_kind_are_read_without_an_error(body):
    read_alert_mail(body, NOW)
    read_alert_mail(b"Content-Type: text/html; charset=utf-8\r\n\r\n" + body, NOW)
