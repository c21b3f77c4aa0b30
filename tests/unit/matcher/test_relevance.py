"""Is it the occupation? Titles in any order and language, and what makes it another job."""

import pytest

from domain.matching import RelevanceAnswer
from tests.unit.matcher.reading import read


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


def test_the_unit_that_the_title_leads_is_looked_up_in_the_text():
    html = "<p>Seksjonen for kundestøtte svarer reisende. Du har ansvar for de ansatte og svarer for klager.</p>"
    assert read(html, "Seksjonsleder").relevance.answer is RelevanceAnswer.YES
    assert read(html, "Avdelingsleder").relevance.answer is not RelevanceAnswer.YES


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
