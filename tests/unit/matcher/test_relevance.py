"""Is it the occupation? Titles in any order and language, and what makes it another job."""

from pathlib import Path

import pytest

from domain.matching import RelevanceAnswer
from tests.unit.matcher.reading import read

ANSWERS = {"yes": RelevanceAnswer.YES, "lead": RelevanceAnswer.FIRST_LINE_LEAD, "no": RelevanceAnswer.NO}
SHORT_ADS = (Path(__file__).parent / "short_ads.txt").read_text(encoding="utf-8").splitlines()
"""``answer | title :: text``, labelled before they were read; titles that help little, or mislead."""


def reasons(html, title):
    return [reason.text for reason in read(html, title).relevance.reasons]


@pytest.mark.parametrize("line", SHORT_ADS, ids=lambda line: line.split(" :: ")[0])
def test_short_ads_tell_who_is_led_and_whom_they_serve(line):
    answer, ad = line.split(" | ", 1)
    title, text = ad.split(" :: ")
    assert read(f"<p>{text}</p>", title).relevance.answer is ANSWERS[answer]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Medlemmer ringer oss om forsikring.", "det er hit de tar kontakt"),
        ("Vi svarer på telefon, chat og e-post når beboerne lurer.", "det er hit de tar kontakt"),
        ("Avdelingen har seks kundeveiledere.", "enheten har folk som svarer kundene"),
        ("Fourteen advisers answer questions from tenants.", "enheten har folk som svarer kundene"),
        ("Bookingsentralen ligger i Bodø.", "enheten tar imot dem utenfra"),
        ("Our reservations office never sleeps.", "enheten tar imot dem utenfra"),
        ("Spørsmål om faktura går rett til kundeservice.", "andre svarer kundene"),
        ("Incoming tickets are taken care of by Customer Support.", "andre svarer kundene"),
        ("Du leder åtte sykepleiere på avdelingen.", "de som ledes, er av et annet fag"),
        ("You lead twelve technicians in the field.", "de som ledes, er av et annet fag"),
        ("Vi hjelper 9 000 ansatte med passord.", "brukerne er kolleger, ikke kunder"),
        ("Teamet svarer ledere og ansatte på spørsmål om lønn.", "brukerne er kolleger, ikke kunder"),
    ],
)
def test_a_sentence_tells_whom_the_unit_serves(text, reason):
    assert any(found.startswith(reason) for found in reasons(f"<p>{text}</p>", "Avdelingsleder"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Vi er kjent for god kundeservice.", "enheten tar imot dem utenfra"),
        ("Du leder kundesenteret og samarbeider med teknikere.", "de som ledes, er av et annet fag"),
        ("Du leder tolv sykepleiere som svarer innringere.", "de som ledes, er av et annet fag"),
        ("Henvendelser besvares av teamet ditt.", "andre svarer kundene"),
        ("Closing date: 4 January. Conversion of the office is under way.", "teksten handler om salg"),
    ],
)
def test_a_sentence_that_does_not_tell_it(text, reason):
    assert not any(found.startswith(reason) for found in reasons(f"<p>{text}</p>", "Avdelingsleder"))


@pytest.mark.parametrize(
    "text",
    [
        "Medarbeidersamtaler, lønn og fravær er kundesentersjefens bord.",
        "Hiring, pay and appraisals are done by the Contact Centre Manager.",
        "Vi er 15, leidde av kundesjefen vår, som òg har personalansvaret.",
        "Driftssjefen er nærmeste leder for operatørene.",
    ],
)
def test_somebody_else_has_the_staff_of_a_shift_leader(text):
    found = read(f"<p>Vi svarer kunder på telefon. {text}</p>", "Skiftleder kundesenter").relevance
    assert found.answer is RelevanceAnswer.FIRST_LINE_LEAD


@pytest.mark.parametrize(
    "title",
    [
        "Leder kundesenter",
        "Seksjonssjef – kundesenter",
        "Avdelingsleiar kundeservice",
        "Head of Customer Care",
        "Customer Support Manager",
        "Kundtjänstchef",
        "Chef till kundservice",
        "Kundeservicechef",
        "Vil du lede byens hyggeligste førstelinje?",
        "Kundeserviceansvarlig 📦",
        "Leder kundeservice og salg",
        "Leder for kunderådgivere",
        "Kundesenterleder – vil du bygge videre på noe godt?",
        "Seksjonsleder brukerkontakt",
        "Leder 1. linje",
        "Leder billettsalg og kundeservice",
        "Hvem vil lede beboersenteret vårt?",
        "Leiar for abonnentservice",
        "Leder leserservice",
        "Leder gjestesenter",
        "Avdelingsleder medlemsdialog",
        "Reservations Centre Manager",
        "Head of Rider Support",
        "Tenant Services Manager",
        "Chef för resenärsservice",
        "Leder for chat og e-post",
    ],
)
def test_titles_that_name_the_occupation(title):
    assert read("", title).relevance.answer is RelevanceAnswer.YES


@pytest.mark.parametrize(
    "title",
    [
        "Kundebehandler",
        "Kundeservicemedarbeider",
        "Servicesjef",
        "Servicesjef verksted",
        "Key Account Manager",
        "Customer Success Manager",
        "IT Service Desk Manager",
        "Butikksjef",
        "Kundechef til pumper",
        "Salgsleder kundesenter (utgående)",
        "Prosjektleder – ny kundesenterplattform",
        "Kundeserviceleder bygg og bil",
        "Leder av servicesenter for lønn og personal",
        "Leiar for HR- og lønssenteret",
        "Avdelingsleder bemanning – kundeservice og kontor",
        "Produkteier selvbetjening og chat",
        "Sjåfør",
        "Driver Manager",
        "Reservasjonsleder",
        "Bookingansvarlig artister",
        "",
    ],
)
def test_titles_of_other_jobs(title):
    assert read("", title).relevance.answer is RelevanceAnswer.NO


def test_a_team_leader_is_a_first_line_lead_until_the_ad_gives_staff():
    assert read("", "Teamleder kundeservice").relevance.answer is RelevanceAnswer.FIRST_LINE_LEAD
    staffed = "<p>Du leder kundeservice på telefon og chat og har personalansvar for ti kundebehandlere.</p>"
    assert read(staffed, "Teamleder kundeservice").relevance.answer is RelevanceAnswer.YES


def test_a_manager_who_leads_nobody_is_not_the_occupation():
    relevance = read("<p>Stillingen har ikke personalansvar.</p>", "Customer Service Manager (part-time)").relevance
    assert relevance.answer is RelevanceAnswer.NO
    assert any(reason.quote == "ikke personalansvar" for reason in relevance.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "Du leder fem saksbehandlere i det daglige og rapporterer til leder kundesenter, som har personalansvaret.",
        "Avdelingslederen har personalansvaret.",
        "Hiring and pay reviews sit with the Customer Care Manager.",
    ],
)
def test_a_team_leader_without_the_responsibility_stays_a_first_line_lead(text):
    reading = read(f"<p>Vi hjelper kunder på telefon. {text}</p>", "Teamleder faktura, kundesenter")
    assert reading.relevance.answer is RelevanceAnswer.FIRST_LINE_LEAD
    assert reading.fields.people_managed is None


def test_the_holder_of_the_job_named_by_its_title_has_the_responsibility():
    html = "<p>Avdelingslederen har personalansvar for ni rådgivere som hjelper kundene på telefon.</p>"
    reading = read(html, "Avdelingsleder kundesenter")
    assert reading.relevance.answer is RelevanceAnswer.YES
    assert reading.fields.people_managed == 9
    other = read(html, "Teamleder kundesenter")
    assert other.relevance.answer is RelevanceAnswer.FIRST_LINE_LEAD
    assert [str(item.modality) for item in other.mentions if item.concept == "skill.people_management"] == ["negated"]


@pytest.mark.parametrize(
    "text",
    [
        "You work alone and have no staff.",
        "Ingen rapporterer til deg.",
        "No direct reports.",
        "Personalansvar inngår ikke i stillingen.",
        "Ingen ansatte rapporterer til deg.",
    ],
)
def test_who_leads_nobody_is_not_the_occupation(text):
    reading = read(f"<p>{text} Du svarer på telefon.</p>", "Customer Service Manager")
    assert reading.relevance.answer is RelevanceAnswer.NO


def test_a_headline_leads_those_who_answer():
    html = (
        "<p>Hos oss er det 22 rådgivere som tar imot spørsmål på telefon. Du har personalansvar og resultatansvar.</p>"
    )
    assert read(html, "Vi trenger en sjef").relevance.answer is not RelevanceAnswer.NO


def test_internal_users_make_it_another_job():
    text = "<p>Du leder servicedesken. Brukerne er våre kolleger: interne brukere i konsernet.</p>"
    assert read(text, "Leder for brukerstøtte").relevance.answer is RelevanceAnswer.NO


def test_reasons_add_up_to_the_score():
    relevance = read("<p>Du leder kundesenteret og har personalansvar. Klager tas på telefon.</p>").relevance
    points = [float(reason.text.rsplit("(", 1)[1].rstrip(")")) for reason in relevance.reasons]
    assert sum(points) == pytest.approx(relevance.score)


@pytest.mark.parametrize(
    "told",
    [
        "Avdelingslederen, som også har personalansvaret, er nærmeste leder.",
        "Vi er 15, leidde av kundesjefen vår, som òg har personalansvaret.",
        "Medarbeidersamtaler, lønn og fravær er avdelingslederens bord.",
        "Stillingen har ingen lederoppgaver.",
    ],
)
def test_staff_that_another_has_makes_no_leader(told):
    assert read(f"<p>{told}</p>", "Vaktleder kundesenter").relevance.answer is RelevanceAnswer.FIRST_LINE_LEAD


def test_a_service_for_colleagues_is_another_job():
    told = "<p>Senteret svarer på spørsmål om lønn fra ledere og ansatte. Publikum henvender seg andre steder.</p>"
    assert read(told, "Leder servicesenter").relevance.answer is RelevanceAnswer.NO


def test_whom_somebody_answers_for_tells_where_the_title_does_not():
    told = "<p>Du styrer hverdagen for fem kundebehandlere og har personalansvaret.</p>"
    assert read(told, "Er du den som får leserne til å bli?").relevance.answer is RelevanceAnswer.YES
